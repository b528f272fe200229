"""照片的像素太多。

检查什么：照片的像素数没有超过程序能安全处理的上限。

为什么：像素特别多的图片展开后会占满内存，有时是有人故意做成这样的；网页和印刷都用不到这么大。

例子：文件 panorama.png 宽 30000 像素、高 20000 像素。

应改为：用看图软件把它缩小到长边不超过 6000 像素，再放回文件夹。
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
    """Find photos with more pixels than are decoded."""
    for path, name, picture in photos_seen(record):
        if picture.fault == "bomb":
            size = f"它宽 {picture.width_px} 像素、高 {picture.height_px} 像素，" if picture.width_px else ""
            yield Finding(
                record.place(*path),
                message=f"“{record.label(path)}”写的“{name}”像素太多",
                reason=f"{size}展开后会占满内存，网页和印刷也用不到这么大。",
                hint=f"用看图软件把长边缩小到 6000 像素以内，再存成 {name}。",
            )
