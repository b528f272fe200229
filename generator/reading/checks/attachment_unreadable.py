"""附件打不开，不知道里面有什么。

检查什么：附件是完整的、没有加密的 PDF、DOCX、XLSX 或 PPTX；页数很多的 PDF 只看前面一部分，其余请编者核对。

为什么：打不开的附件读者也打不开；加密的附件里有没有个人信息，发布前无法核对。

例子：附件“方案.docx”设了打开密码。

应改为：用 Word 或 WPS 打开，取消密码，另存后放回文件夹。
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR, WARNING
from generator.reading.file_names import attachments_seen
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)

_FAULTS = {
    "damaged": (
        "打不开",
        "文件不完整、已损坏，或者不是它的后缀所说的格式。",
        "从原来的地方重新复制一份，打开核对后，再存成 {name}。",
    ),
    "locked": (
        "加了密码，或者是旧格式",
        "里面有没有个人信息，发布前无法核对；读者也打不开。",
        "用 Word、WPS 等打开，取消密码，另存为 {name}。",
    ),
    "huge": (
        "解开以后太大",
        "解开以后有几百兆字节，不像是一份文件；读者的手机也打不开。",
        "打开核对，压缩里面的图片，或者拆成几份，再存成 {name}。",
    ),
}


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find attachments that could not be read, or not to their end."""
    for path, name, seen in attachments_seen(record):
        if seen.fault:
            what, reason, hint = _FAULTS[seen.fault]
            yield Finding(record.place(*path), f"附件“{name}”{what}", reason, hint.format(name=name))
        elif seen.pages_read:
            yield Finding(
                record.place(*path),
                message=f"附件“{name}”很长，只看了前 {seen.pages_read} 页",
                reason="后面的页里有没有个人信息，程序没有看。",
                hint=f"核对 {name} 后面的页；没有个人信息的，可以不改，也可以拆成几份。",
                severity=WARNING,
            )
