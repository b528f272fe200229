"""文件名在别的系统上用不了。

检查什么：照片和附件的文件名，Windows、macOS 和网站服务器都能用：不是 CON、NUL、COM1 这样的设备名，
没有 < > : " | ? * 和控制字符，末尾没有句点和空格，不超过 200 个字节，
并且同一文件夹里没有只差大小写、或看上去一样而编码不同的另一个文件。

为什么：案例要在不同的电脑之间传来传去。这样的文件复制到 Windows 或 U 盘上会出错、改名，
或者两个文件只剩下一个，照片就丢了。

例子：

    photos:
    - file: CON.jpg
      caption: {actor}党员在茶山上

应改为：

    photos:
    - file: con-1.jpg
      caption: {actor}党员在茶山上
"""

from collections import defaultdict
from collections.abc import Container, Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.case.text import shorten
from generator.reading.fault import Path
from generator.reading.file_names import files_named, leads_out
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.portable_names import folded, portable, why_refused

SEVERITY = ERROR
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find names that not every system can have."""
    named = [(key, index, name) for key in ("photos", "attachments") for index, name in files_named(record, key)]
    twins: defaultdict[str, list[str]] = defaultdict(list)
    for file in sorted(record.files.difference(name for *_, name in named)) if named else ():
        twins[folded(file)].append(file)
    for key, index, name in named:
        # A file that is not there under this name is another fault.
        before = twins[folded(name)]
        twin = next((other for other in before if other != name), None)
        if name not in record.files and twin in record.files:
            twin = None
        before.append(name)
        if not leads_out(name):
            path = (key, index, "file")
            why = why_refused(str(record.get(*path)).strip("\n")) or _why_twins(name, twin)
            if why:
                yield _word(record, path, why, _free_name(portable(name), twins))


def _why_twins(name: str, twin: str | None) -> str:
    if not twin:
        return ""
    if twin.casefold() == name.casefold():
        return f"还有一个文件叫“{twin}”，只是大小写不同；Windows 和 macOS 上两个只能有一个。"
    return f"还有一个文件叫“{twin}”，看上去一样，字符的编码不同；有的系统上两个只能有一个。"


def _free_name(name: str, taken: Container[str]) -> str:
    """Give a name that no other file has."""
    if folded(name) not in taken:
        return name
    stem, dot, ending = name.rpartition(".")
    return f"{stem}-2.{ending}" if dot else f"{name}-2"


def _word(record: ParsedRecord, path: Path, why: str, better: str) -> Finding:
    return Finding(
        record.place(*path),
        message=f"“{record.label(path)}”写的“{shorten(record.text(*path), 40)}”不能用作文件名",
        reason=f"{why}案例要在不同的电脑之间传来传去。",
        hint=f"把文件改名，记录里也写新的名字，例如 file: {better}。",
        edits=record.editor.set(path, better),
    )
