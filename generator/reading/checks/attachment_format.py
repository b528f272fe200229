"""附件的格式不能用。

检查什么：附件是 PDF、DOCX、XLSX 或 PPTX。

为什么：这几种格式在手机和电脑上都能打开。旧的 DOC、XLS、PPT 和 WPS 格式在手机上常常打不开，
压缩包里有什么读者事先看不到。

例子：

    attachments:
    - file: 调研报告.doc
      title: 茶产业调研报告

应改为：

    attachments:
    - file: 调研报告.docx
      title: 茶产业调研报告
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.file_names import DOCUMENT_ENDINGS, OTHER_PICTURES, PHOTO_ENDINGS, ending, files_named
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)

_SAVE_AS = {
    "doc": "docx",
    "wps": "docx",
    "rtf": "docx",
    "xls": "xlsx",
    "et": "xlsx",
    "ppt": "pptx",
    "dps": "pptx",
}
_ARCHIVES = frozenset(("zip", "rar", "7z", "tar", "gz"))


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find attachments in a format that is not taken."""
    for index, name in files_named(record, "attachments"):
        if ending(name) in DOCUMENT_ENDINGS:
            continue
        path = ("attachments", index, "file")
        yield Finding(
            record.place(*path),
            message=f"“{record.label(path)}”写的“{name}”不是能用的附件格式",
            reason="附件要用 PDF、DOCX、XLSX 或 PPTX，读者在手机和电脑上都能打开。",
            hint=_hint(name),
            edits=record.editor.set(path, _better(name)) if _better(name) else (),
        )


def _hint(name: str) -> str:
    stem, end = name.rpartition(".")[0] or name, ending(name)
    if end in PHOTO_ENDINGS or end in OTHER_PICTURES:
        return f"把图片写进 photos（照片）：- file: {name}。"
    if end in _ARCHIVES:
        return f"解开压缩包，把要公开的文件逐个列出，例如 file: {stem}.pdf。"
    better = _SAVE_AS.get(end, "pdf")
    return f"用 Word 或 WPS 打开，另存为 {better.upper()}，写成 file: {_better(name)}。"


def _better(name: str) -> str:
    """Give the name that the file has once it is saved otherwise; empty for pictures and archives."""
    stem, end = name.rpartition(".")[0] or name, ending(name)
    is_other = end in PHOTO_ENDINGS or end in OTHER_PICTURES or end in _ARCHIVES
    return "" if is_other else f"{stem}.{_SAVE_AS.get(end, 'pdf')}"
