"""照片小得看不见。

检查什么：照片的宽和高都不少于 16 像素。

为什么：这么小的图片不是照片，多半是从网页上复制下来的占位图、图标，或者没有存成功的文件；放到网页上是一个点，
印出来不到两毫米。

例子：文件 tea-field.png 宽 1 像素、高 1 像素。

应改为：从原来的手机、相机或邮件里重新复制原图；要印刷的，宽度最好在 1200 像素以上。
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.file_names import PHOTO_FORMATS, photos_seen
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)

LEAST_PX = 16
"""An icon has so many; nobody sees anything in less."""


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find photos that are no more than a dot."""
    for path, name, picture in photos_seen(record):
        is_taken = not picture.fault and picture.format.upper() in PHOTO_FORMATS
        if is_taken and min(picture.width_px, picture.height_px) < LEAST_PX:
            yield Finding(
                record.place(*path),
                message=f"“{record.label(path)}”写的“{name}”小得看不见",
                reason=f"它宽 {picture.width_px} 像素、高 {picture.height_px} 像素，"
                "多半是网页上的占位图或图标，不是照片。",
                hint=f"从手机、相机或邮件里复制原图（印刷用的宽度最好在 1200 像素以上），再存成 {name}。",
            )
