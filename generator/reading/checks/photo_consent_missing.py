"""照片里的人没有同意公开的依据。

检查什么：写了 people: true（有可辨认的人）的照片，同时写了“肖像同意”。

为什么：《个人信息保护法》要求公开个人信息先取得单独同意；不满十四周岁的未成年人，要由监护人同意。

例子：

    photos:
    - file: class.jpg
      caption: {actor}教师给学生上科普课
      alt: 一位教师在教室里演示实验
      people: true

应改为：

    photos:
    - file: class.jpg
      caption: {actor}教师给学生上科普课
      alt: 一位教师在教室里演示实验
      people: true
      consent: 2025-03 取得书面同意（未成年人由监护人签字），学院存档
"""

from collections.abc import Iterator

from generator.case.kinds import is_yes
from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find photos of recognisable people without their consent."""
    for index, photo in enumerate(record.items("photos")):
        if not isinstance(photo, dict) or record.text("photos", index, "consent"):
            continue
        if is_yes(record.text("photos", index, "people")):
            yield Finding(
                record.place("photos", index),
                message=f"“{record.label(('photos', index))}”有可辨认的人，但没有“肖像同意”",
                reason="公开能认出人的照片要先取得本人同意，未成年人要由监护人同意。",
                hint="加上一行 consent:，写明依据，例如 consent: 2025-03 取得书面同意，学院存档；"
                "没有同意的，换一张认不出人的照片。",
            )
