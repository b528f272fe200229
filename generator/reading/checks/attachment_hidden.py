"""附件里藏着读者不该得到的内容。

检查什么：附件里没有隐藏的工作表、隐藏的幻灯片、修订记录、夹带的文件和数字签名。
作者、单位、最后修改者、批注、照片的拍摄地点不用管：发布的附件里已经去掉。

为什么：隐藏的工作表，读者点一下就能打开；修订记录里有谁改了什么，删去的文字也在。
这些内容程序去掉会影响文件，要由编者决定。

例子：附件“汇总表.xlsx”里有一张隐藏的工作表“原始数据”。

应改为：用 Excel 或 WPS 取消隐藏，核对后删去这张工作表，另存后放回文件夹。
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.attachment_findings import hidden
from generator.reading.file_names import attachments_seen
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)

_WAIVE = "在 waivers 里写 rule: attachment-hidden 和理由"


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Name what the published copies of a record's attachments cannot be without."""
    for path, name, seen in attachments_seen(record):
        yield from hidden(record.place(*path), name, seen, _WAIVE)
