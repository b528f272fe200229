"""附件文件不在记录的文件夹里。

检查什么：每个附件写的文件名，在 case.yml 所在的文件夹里都有同名的文件，大小写也一样。

为什么：文件名在 Windows 上不分大小写，在网站上分；写错一个字母，读者就打不开这个附件。

例子：

    attachments:
    - file: Report.PDF
      title: 茶产业调研报告

应改为：

    attachments:
    - file: report.pdf
      title: 茶产业调研报告
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.file_names import missing_files
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find attachments whose file is not there."""
    yield from missing_files(record, "attachments", example="report.pdf")
