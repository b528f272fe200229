"""记录是空的。

检查什么：文件里至少有一个字段。

为什么：空文件读不出案例，又占着一个编号。

例子：

    一个只有注释或空行的 case.yml。

应改为：

    title: 数字党课进社区
    task: {task}
    summary: 谁、在哪里、做了什么、结果怎样。
    university: 示例大学
    branch: 示例学院教师{unit}
"""

import re
from collections.abc import Iterable, Iterator

from generator.case.problem import ERROR
from generator.case.required_keys import is_required
from generator.case.text import listing
from generator.reading.finding import Finding
from generator.reading.labels import record_fields
from generator.reading.parsed_record import ParsedRecord
from generator.reading.record import Record
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

# Windows hides endings, so Notepad's `case.yml.txt` looks like `case.yml`.
_MEANT = re.compile(r"case\.ya?ml(?:\.txt)?|case\.txt")
_TEXTS = re.compile(r".+\.ya?ml(?:\.txt)?")
_DRAFTS = ("docx", "doc", "wps", "odt", "rtf", "pdf", "txt", "xlsx", "xls", "pptx")


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word records without a key."""
    for fault in record.faults("record-empty"):
        required = [
            f"{key}（{record.label((key,))}）"
            for key, _ in record_fields(record.model)
            if is_required(record.model, key, record.programme)
        ]
        write = (
            f"写上必填的字段：{listing(required)}，例如 {required[0].partition('（')[0]}: 示例案例"
            if required
            else "写上要列的内容，例如 universities: 和下一行的 - name: 示例大学"
        )
        message, reason, hint = (not record.raw.data and _missing_file(record.raw, write)) or (
            "记录是空的" if required else "列表是空的",
            "文件里没有任何字段，读不出内容。",
            f"{write}；还不打算写的，删去这个文件。",
        )
        yield Finding(fault.place, message=message, reason=reason, hint=hint)


def _missing_file(raw: Record, write: str) -> tuple[str, str, str] | None:
    """Say what is in the folder instead of case.yml; None for an empty one beside which nothing could be meant."""
    misnamed, draft = _misnamed(raw.files), _draft(raw.files)
    if draft and not misnamed and not raw.is_missing:
        return (
            f"case.yml 是空的，文字多半在“{draft}”里",
            "程序只读文本文件 case.yml；别的文件里的文字不会自己变成案例。",
            f"打开 {draft}，把文字按字段粘贴进 case.yml；{write}。",
        )
    if misnamed:
        return (
            "文件夹里没有 case.yml",
            f"有一个名字相近的“{misnamed}”；程序只读 case.yml，大小写和后缀都要一样。",
            f"把 {misnamed} 改名为 case.yml；看不见后缀时，先在资源管理器的“查看”里打开“文件扩展名”。",
        )
    if draft:
        return (
            f"文件夹里没有 case.yml，只有“{draft}”",
            "程序只读文本文件 case.yml；别的文件里的文字不会自己变成案例。",
            f"用记事本新建 case.yml（编码 UTF-8），打开 {draft}，把文字按字段粘贴进去；{write}。",
        )
    if raw.is_missing:
        return (
            "文件夹里没有 case.yml",
            "一个案例一个文件夹，文字写在里面的 case.yml 里。",
            f"用记事本新建 case.yml（编码 UTF-8），{write}；还不打算写的，删去这个文件夹。",
        )
    return None


def _misnamed(files: Iterable[str]) -> str:
    """Name the file that was meant to be case.yml; empty where there is none, or more than one might be."""
    meant = next((name for name in sorted(files) if _MEANT.fullmatch(name.lower())), "")
    others = [name for name in files if _TEXTS.fullmatch(name.lower())]
    return meant or (others[0] if len(others) == 1 else "")


def _draft(files: Iterable[str]) -> str:
    """Name the file in which the text most likely is; empty where there is none."""
    drafts = [(_DRAFTS.index(end), name) for name in files if (end := name.rpartition(".")[2].lower()) in _DRAFTS]
    return min(drafts, default=(0, ""))[1]
