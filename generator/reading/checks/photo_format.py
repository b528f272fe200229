"""照片的格式不能用。

检查什么：照片是 JPEG、PNG、WebP 或 HEIC。看的是文件的内容，不只是名字的结尾。

为什么：SVG 里可以藏脚本；GIF、BMP、TIFF 太大或太粗糙；AVIF 还没有多少软件能打开。
把 .tiff 改名成 .jpg 不会改变它的格式。

例子：

    photos:
    - file: IMG_0001.TIFF
      caption: {actor}党员在茶山上

应改为：

    photos:
    - file: IMG_0001.jpg
      caption: {actor}党员在茶山上
"""

import unicodedata
from collections.abc import Container, Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.file_names import OTHER_PICTURES, PHOTO_ENDINGS, PHOTO_FORMATS, ending, files_named
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.portable_names import portable
from generator.reading.record import Picture

SEVERITY = ERROR
APPLIES_TO = (Case,)

_WHY = {
    "SVG": "SVG 是图形代码，里面可以藏脚本，也不能当照片印刷。",
    "GIF": "GIF 只有 256 种颜色，不适合照片。",
    "BMP": "BMP 没有压缩，文件太大。",
    "TIFF": "TIFF 在浏览器里打不开。",
    "AVIF": "AVIF 还没有多少软件能打开。",
}
_HOW = {
    "SVG": "用浏览器打开后截图，",
}


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find photos in a format that is not taken."""
    for index, name in files_named(record, "photos"):
        found = _format(name, record.pictures.get(name))
        if found is None or _is_misspelt(name, record.files):
            continue
        path = ("photos", index, "file")
        is_renamed = found not in ("", _promised(name), ending(name).upper())
        renamed = f"文件名以 .{ending(name)} 结尾，内容却是 {found}。" if is_renamed else ""
        stem = name.rpartition(".")[0] or name
        yield Finding(
            record.place(*path),
            message=f"“{record.label(path)}”写的“{name}”不是能用的照片格式",
            reason=f"{renamed}{_WHY.get(found, '')}照片要用 JPEG、PNG、WebP 或 HEIC 格式。",
            hint=f"{_HOW.get(found, '用“画图”或看图软件打开，')}另存为 JPEG，写成 file: {stem}.jpg"
            + ("，原来的文件移走。" if f"{stem}.jpg" != name else "。"),
            edits=record.editor.set(path, f"{stem}.jpg") if f"{stem}.jpg" != name else (),
        )


def _format(name: str, picture: Picture | None) -> str | None:
    """Name the format that is not taken, empty if it has no name; None where the photo is in order."""
    if picture and picture.format.upper() in PHOTO_FORMATS:
        return None
    if picture and picture.fault in ("", "format"):
        return OTHER_PICTURES.get(picture.format.lower(), picture.format.upper()) or _promised(name)
    if picture or ending(name) in PHOTO_ENDINGS:
        return None
    return _promised(name)


def _is_misspelt(name: str, files: Container[str]) -> bool:
    """Whether the name alone is wrong, which other rules say: `tea.jpg.`, `tea．jpg`."""
    return name not in files and ending(portable(unicodedata.normalize("NFKC", name))) in PHOTO_ENDINGS


def _promised(name: str) -> str:
    return OTHER_PICTURES.get(ending(name), "")
