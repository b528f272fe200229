"""附件里有个人信息。

检查什么：附件（PDF、DOCX、XLSX、PPTX）里面没有手机号码、证件号码、银行卡号、私人邮箱这样的个人信息。
正文、表格的每一行、隐藏的工作表、批注、备注、链接、文件属性、嵌入的文件都看；扫描件是图片，里面的字看不到。

为什么：附件整个公开，读者能看到的不只是打印出来的部分。汇总表里一列手机号码，就是几百人的个人信息。

例子：附件“汇总表.xlsx”的工作表“名单”有一列是联系人的手机号码。

应改为：用 Excel 或 WPS 删去这一列（只隐藏起来还在文件里），另存后放回文件夹。
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.attachment_findings import personal
from generator.reading.file_names import attachments_seen
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)

_WAIVE = "在 waivers 里写 rule: attachment-personal-data 和理由"


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find personal data in the attachments that a record lists."""
    for path, name, seen in attachments_seen(record):
        yield from personal(record.place(*path), name, seen, record.surroundings.office_mail, _WAIVE)
