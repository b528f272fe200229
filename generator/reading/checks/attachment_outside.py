"""附件不是用文件名写的。

检查什么：附件的“文件”只写文件名，不带文件夹、盘符、.. 或网址。

为什么：附件要和 case.yml 放在同一个文件夹里，这样复制、归档、交给别人时才不会丢。
网上的文件写进“出处”或“成果”的链接。

例子：

    attachments:
    - file: ../共用/report.pdf
      title: 茶产业调研报告

应改为：

    attachments:
    - file: report.pdf
      title: 茶产业调研报告
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.file_names import files_outside
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find attachments named by a way to somewhere else."""
    yield from files_outside(record, "attachments", example="report.pdf")
