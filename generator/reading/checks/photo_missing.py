"""照片文件不在记录的文件夹里。

检查什么：每张照片写的文件名，在 case.yml 所在的文件夹里都有同名的文件，大小写也一样。

为什么：文件名在 Windows 上不分大小写，在网站上分；写错一个字母，网页上就没有这张照片。
指向文件夹之外的快捷方式（链接）不算，因为交给别人时会丢失。

例子：

    photos:
    - file: Tea-Field.JPG
      caption: {actor}党员在茶山上

应改为：

    photos:
    - file: tea-field.jpg
      caption: {actor}党员在茶山上
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.file_names import missing_files
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find photos whose file is not there."""
    yield from missing_files(record, "photos", example="photo-1.jpg")
