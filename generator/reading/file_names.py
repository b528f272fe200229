"""Names of the files that a record gives: whether they can lie in its folder, what their endings promise."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.case.text import nearest
from generator.reading.fault import Path
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.record import AttachmentSeen, Picture

PHOTO_FORMATS = frozenset(("JPEG", "MPO", "PNG", "WEBP", "HEIC"))
"""MPO is what some phones write: a JPEG with a second picture behind it."""
PHOTO_ENDINGS = frozenset(("jpg", "jpeg", "png", "webp", "heic", "heif"))
OTHER_PICTURES = {
    "svg": "SVG",
    "gif": "GIF",
    "bmp": "BMP",
    "tif": "TIFF",
    "tiff": "TIFF",
    "avif": "AVIF",
}
"""Endings of pictures that we do not take, with the format's name."""
DOCUMENT_ENDINGS = ("pdf", "docx", "xlsx", "pptx")

_DRIVE = re.compile(r"[A-Za-z]:")


def files_named(record: ParsedRecord, key: str) -> Iterator[tuple[int, str]]:
    """Give the file names in a list of photos or attachments, with their places in the list."""
    for index, _ in enumerate(record.items(key)):
        name = record.text(key, index, "file")
        if name:
            yield index, name


def leads_out(name: str) -> bool:
    """Check whether a name is a path to somewhere else rather than the name of a file in the folder."""
    return any(mark in name for mark in "/\\／＼") or name in (".", "..") or _DRIVE.match(name) is not None


def ending(name: str) -> str:
    """Give what follows the last full stop, in lower case; empty where there is none."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def is_picture(name: str) -> bool:
    """Check whether a file's name promises a picture."""
    return ending(name) in PHOTO_ENDINGS or ending(name) in OTHER_PICTURES


def is_attachment(name: str) -> bool:
    """Check whether a file's name promises an attachment that can be published."""
    return ending(name) in DOCUMENT_ENDINGS


def is_same_name(one: str, other: str) -> bool:
    """Check whether two names differ at most in case, width or the composition of characters.

    Windows and macOS take such names for one file; a web server does not.
    """
    return likened(one) == likened(other)


def likened(name: str) -> str:
    """Give what names have in common that differ at most in case, width or the composition of characters."""
    return unicodedata.normalize("NFKC", name).casefold()


def nearest_file(name: str, files: Iterable[str]) -> str | None:
    """Name the file that a name most likely means, or None; a common ending alone does not count."""
    known = sorted(files)
    same = next((file for file in known if is_same_name(file, name)), None)
    stems = {_stem(file): file for file in reversed(known)}
    return same or stems.get(nearest(_stem(name), stems) or "")


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name


def missing_files(record: ParsedRecord, key: str, example: str) -> Iterator[Finding]:
    """Find names in a list that no file of the folder has; names that lead out are another fault."""
    files = record.files
    for index, name in files_named(record, key):
        if name in files or leads_out(name):
            continue
        path = (key, index, "file")
        near = nearest_file(name, files)
        yield Finding(
            record.place(*path),
            message=f"“{record.label(path)}”写的“{name}”不在记录的文件夹里",
            reason=_why_missing(name, near, bool(files)),
            edits=record.editor.set(path, near) if near else (),
            hint=f"写成 file: {near}，或者把 {name} 放进这个文件夹。"
            if near
            else f"把 {name} 放到 case.yml 旁边，或者写那里已有文件的名字，例如 file: {example}。",
        )


def _why_missing(name: str, near: str | None, has_files: bool) -> str:  # noqa: FBT001 (private, read in one place)
    if near and near.lower() == name.lower():
        return f"文件夹里有“{near}”，只是大小写不同；网站上大小写不同就是两个文件。"
    if near and is_same_name(near, name):
        return f"文件夹里有“{near}”，看上去一样，字符的编码或全角半角不同。"
    if near:
        return f"文件夹里没有这个文件，名字最接近的是“{near}”。"
    return "文件夹里没有这个文件。" if has_files else "文件夹里除了 case.yml 没有别的文件。"


def files_outside(record: ParsedRecord, key: str, example: str) -> Iterator[Finding]:
    """Find names in a list that are ways to somewhere else."""
    for index, name in files_named(record, key):
        if not leads_out(name):
            continue
        path = (key, index, "file")
        last = re.split(r"[/\\／＼:]", name)[-1]
        bare = last if last.strip(".") else example
        yield Finding(
            record.place(*path),
            message=f"“{record.label(path)}”不是一个文件名",
            reason=f"写的是{_kind_of_way(name)}；文件要和 case.yml 放在同一个文件夹里，只写文件名。",
            hint=f"把文件放到 case.yml 旁边，写成 file: {bare}。",
            edits=record.editor.set(path, bare) if last == bare else (),
        )


def _kind_of_way(name: str) -> str:
    if "://" in name:
        return "网址"
    if _DRIVE.match(name):
        return "带盘符的路径"
    return "别的文件夹里的路径"


def attachments_seen(record: ParsedRecord) -> Iterator[tuple[Path, str, AttachmentSeen]]:
    """Give the attachments whose file was looked into: the path of the name, the name, and what was seen."""
    for index, name in files_named(record, "attachments"):
        seen = record.attachments.get(name)
        if seen:
            yield ("attachments", index, "file"), name, seen


def photos_seen(record: ParsedRecord) -> Iterator[tuple[Path, str, Picture]]:
    """Give the photos whose file was looked at: the path of the name, the name, and what was seen."""
    for index, name in files_named(record, "photos"):
        picture = record.pictures.get(name)
        if picture:
            yield ("photos", index, "file"), name, picture
