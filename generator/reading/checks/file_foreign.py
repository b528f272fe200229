"""文件是别的程序的，只是改了名字。

检查什么：case.yml 是纯文本；不是改了名字的 Word 文件、Excel 表格、PDF、压缩包、图片或网页。

为什么：把 Word 文件的后缀改成 .yml，内容并不会变成文本，程序一个字也读不出来。

例子：

    把“案例.docx”改名为 case.yml

应改为：

    用记事本新建 case.yml，把文字按字段写进去：
    title: 示例案例
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.reading.fault import ForeignFault
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word files of other programs."""
    for fault in record.faults("file-foreign", ForeignFault):
        name = record.path.rpartition("/")[2]
        blank = " " if fault.kind[0].isascii() else ""
        stem = name.rpartition(".")[0]
        yield Finding(
            fault.place,
            message=f"{name} 其实是{blank}{fault.kind}，不是文本",
            reason="改后缀不会改变内容，里面的文字读不出来。",
            hint=f"把它改名为 {stem}.{fault.ending}，移到别处留作底稿；再用记事本新建 {name}（编码 UTF-8），"
            "打开底稿，把文字按字段粘贴进去，例如 title: 示例案例。",
        )
