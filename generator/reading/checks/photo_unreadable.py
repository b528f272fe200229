"""照片文件打不开。

检查什么：照片文件是完整的、能打开的图片。

为什么：没有传完或损坏的文件在网页上是一块空白；把别的文件改名成 .jpg 也不会变成照片。

例子：文件 tea-field.jpg 只有一半，看图软件也打不开。

应改为：从原来的手机、相机或邮件里重新复制一份，用看图软件打开核对后放回文件夹。
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.file_names import photos_seen
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find photos that are broken or no pictures at all."""
    for path, name, picture in photos_seen(record):
        if picture.fault == "unreadable":
            yield Finding(
                record.place(*path),
                message=f"“{record.label(path)}”写的“{name}”打不开",
                reason="文件不完整、已损坏，或者不是图片。",
                hint=f"从手机、相机或邮件里重新复制一份，用看图软件打开核对后，再存成 {name}。",
            )
