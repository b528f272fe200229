"""照片没有替代文字。

检查什么：每张照片写了“替代文字”，说明图上有什么。

为什么：看不见图的读者靠读屏软件读这句话；网络慢、图没有打开时，大家看到的也是这句话。
图注说明事情，替代文字说明画面。

例子：

    photos:
    - file: tea-field.jpg
      caption: 2025年3月，{actor}党员在茶山上指导采茶

应改为：

    photos:
    - file: tea-field.jpg
      caption: 2025年3月，{actor}党员在茶山上指导采茶
      alt: 六名师生围着一垄茶树，一位教师俯身示范
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find photos without an alternative text."""
    for index, photo in enumerate(record.items("photos")):
        if isinstance(photo, dict) and not record.text("photos", index, "alt"):
            yield Finding(
                record.place("photos", index),
                message=f"“{record.label(('photos', index))}”没有“替代文字”",
                reason="看不见图的读者要靠它知道图上有什么。",
                hint="加上一行 alt:，用一句话写画面，例如 alt: 六名师生围着一垄茶树，一位教师俯身示范。",
            )
