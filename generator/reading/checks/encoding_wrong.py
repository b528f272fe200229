"""文件不是用 UTF-8 编码保存的。

检查什么：记录文件的编码是 UTF-8，带不带签名（BOM）都可以。

为什么：用 GBK、UTF-16 等编码保存的中文，在别的电脑和网站上会变成乱码。

例子：

    用旧版记事本“另存为”时编码选了 ANSI（即 GBK）或 Unicode（即 UTF-16）。

应改为：

    另存为时编码选 UTF-8。
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.reading.fault import EncodingFault
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

_SAVE = "记事本：“文件 → 另存为”，编码选 UTF-8；WPS：另存为纯文本，编码选 UTF-8；VS Code："
_HINTS = {
    "": f"找到这一处乱码重新输入，再另存为 UTF-8。{_SAVE}点右下角的编码，“通过编码保存”，选 UTF-8。",
    "UTF-16": f"另存为 UTF-8。{_SAVE}点右下角的编码，“通过编码重新打开”选 UTF-16 LE，再“通过编码保存”选 UTF-8。",
}
_CHINESE = f"另存为 UTF-8。{_SAVE}点右下角的编码，“通过编码重新打开”选 GB18030，再“通过编码保存”选 UTF-8。"


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word bytes that are not UTF-8."""
    for fault in record.faults("encoding-wrong", EncodingFault):
        yield Finding(
            fault.place,
            message=f"文件的编码是 {fault.encoding}，不是 UTF-8" if fault.encoding else "文件里有一处不是 UTF-8 编码",
            reason="记录统一用 UTF-8 保存，用别的编码保存的中文会变成乱码；编码改好后才能检查其余内容。",
            hint=_HINTS.get(fault.encoding, _CHINESE),
        )
