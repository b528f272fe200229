"""照片不是用文件名写的。

检查什么：照片的“文件”只写文件名，不带文件夹、盘符、.. 或网址。

为什么：照片要和 case.yml 放在同一个文件夹里，这样复制、归档、交给别人时才不会丢；
别处的文件和网上的图片随时会变、会消失，网站也不从外面取图。

例子：

    photos:
    - file: D:/照片/tea-field.jpg
      caption: {actor}党员在茶山上

应改为：

    photos:
    - file: tea-field.jpg
      caption: {actor}党员在茶山上
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.file_names import files_outside
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find photos named by a way to somewhere else."""
    yield from files_outside(record, "photos", example="photo-1.jpg")
