"""附件打不开，不知道里面有什么。

检查什么：附件是完整的、没有加密的 PDF、DOCX、XLSX 或 PPTX；页数很多的 PDF 只看前面一部分，没有看的页请编者核对。

为什么：打不开的附件读者也打不开；加密的附件里有没有个人信息，发布前无法核对。

例子：附件“方案.docx”设了打开密码。

应改为：用 Word 或 WPS 打开，取消密码，另存后放回文件夹。
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.attachment_findings import unreadable
from generator.reading.file_names import attachments_seen
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find attachments that could not be read, or not to their end."""
    for path, name, seen in attachments_seen(record):
        yield from unreadable(record.place(*path), name, seen)
