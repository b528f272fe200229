"""文件夹里有照片没有写进记录。

检查什么：case.yml 旁边的每个图片文件，在“照片”里都有一项。

为什么：没有写进记录的图片不会出现在网页上。多半是忘了写，或者是不打算用、应当移走的原图。

例子：文件夹里有 tea-field.jpg 和 class.jpg，“照片”里只写了 tea-field.jpg。

应改为：

    photos:
    - file: tea-field.jpg
      caption: {actor}党员在茶山上
      alt: 六名师生围着一垄茶树
    - file: class.jpg
      caption: {actor}教师给学生上科普课
      alt: 一位教师在教室里演示实验
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import WARNING
from generator.reading.file_names import OTHER_PICTURES, PHOTO_ENDINGS, ending, files_named, likened
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = WARNING
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find pictures that no photo names; one that a photo names in other letters is photo-missing's."""
    if not record.files:
        return
    named = {likened(name) for key in ("photos", "attachments") for _, name in files_named(record, key)}
    for file in sorted(record.files):
        if not _is_picture(record, file) or likened(file) in named:
            continue
        yield Finding(
            record.place("photos", key=True),
            message=f"文件夹里的“{file}”没有写进“{record.label(('photos',))}”",
            reason="没有写进记录的图片不会出现在网页里。",
            hint=f"加上一项 - file: {file}，并写 caption（图注）和 alt（替代文字）；不用的，从文件夹里移走。",
        )


def _is_picture(record: ParsedRecord, file: str) -> bool:
    return file in record.pictures or ending(file) in PHOTO_ENDINGS or ending(file) in OTHER_PICTURES
