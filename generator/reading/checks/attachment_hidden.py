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
from generator.case.text import listing
from generator.reading.file_names import attachments_seen, ending
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)

_HOW = {
    "docx": "在 Word 或 WPS 的“审阅”里接受全部修订、停止修订，再另存为 {name}",
    "xlsx": "在 Excel 或 WPS 里取消隐藏，核对后删去用不着的工作表，再另存为 {name}",
    "pptx": "在 PowerPoint 或 WPS 里删去隐藏的幻灯片，再另存为 {name}",
    "pdf": "从原来的 Word、Excel 文件重新导出一份 {name}，不带附件和签名",
}
_SIGNED = "把没有签名的那一份放进文件夹，文件名写成 {name}"


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Name what a published copy cannot be without, and how to save one that is clean."""
    for path, name, seen in attachments_seen(record):
        if seen.kept:
            how = _SIGNED if seen.kept == ("数字签名",) else _HOW[ending(name)]
            yield Finding(
                record.place(*path),
                message=f"附件“{name}”里有{listing(seen.kept)}",
                reason="附件整个公开，这些内容读者也能得到；程序去掉它们会影响文件。",
                hint=f"{how.format(name=name)}；确实要公开的，在 waivers 里写 rule: attachment-hidden 和理由。",
            )
