"""正文里的图片没有写进照片。

检查什么：正文里用 ![替代文字](文件名) 插入的图片，都在“照片”里有一项。

为什么：图片的图注、署名和肖像同意都写在“照片”里；没有写进去的图片和网上的图片不会显示，
只显示它的替代文字。

例子：

    approach: |
      ![茶山上的师生](tea-field.jpg)

应改为：

    approach: |
      ![茶山上的师生](tea-field.jpg)
    photos:
    - file: tea-field.jpg
      caption: 2025年3月，{actor}党员在茶山上指导采茶
      alt: 六名师生围着一垄茶树
"""

import re
from collections.abc import Iterator
from functools import partial

from generator.case.edit import Edit
from generator.case.model import Case, Collection
from generator.case.problem import ERROR, Place
from generator.case.text import shorten
from generator.reading.fault import Path
from generator.reading.file_names import PHOTO_ENDINGS, ending, files_named, leads_out, nearest_file
from generator.reading.finding import Finding, first_findings
from generator.reading.parsed_record import ParsedRecord
from generator.reading.prose_nodes import Finder, prose_nodes
from generator.reading.record_editor import Edits

SEVERITY = ERROR
APPLIES_TO = (Case, Collection)

_IMAGE = re.compile(r"!\[(?P<alt>[^\[\]\\]*)\]\((?P<target>[^\s()<>\\]*)\)")


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find images in Markdown that are none of the record's photos."""
    finder = Finder(record)
    photos = {name for _, name in files_named(record, "photos")}
    for path, nodes in prose_nodes(record, "image", lambda source: _is_suspect(source, photos)):
        urls = [node.url for node in nodes if node.url not in photos]
        yield from first_findings(urls, partial(_word, record, finder, photos, path))


def _word(record: ParsedRecord, finder: Finder, photos: set[str], path: Path, url: str) -> Finding:
    has_photos, shown, place = record.may_have("photos"), shorten(url, 60), finder.place(path, url or "]()")
    hint, edits = (
        _advice(record, place, url, photos) if has_photos else (f"删去 ![…]({shown})。", _out(record, place, path))
    )
    return Finding(
        place,
        message=f"“{record.label(path)}”里的图片“{shown}”没有写进“照片”"
        if has_photos
        else f"“{record.label(path)}”里有图片“{shown}”",
        reason="正文只能用“照片”里列出的、与 case.yml 同一文件夹的图片，别的不会显示。"
        if has_photos
        else "案例集的前言和后记只有文字，图片不会显示。",
        hint=hint,
        edits=edits,
    )


def _out(record: ParsedRecord, place: Place, path: Path) -> Edits:
    """Take out the image in which a place is, and the whole text where it is nothing else."""
    line = record.document.span(place)[0] - place.column + 1
    found = _at(place)
    if found and record.text(*path) == found[0]:
        return record.editor.remove(path)
    return (Edit(line + found.start(), line + found.end(), ""),) if found else ()


def _at(place: Place) -> re.Match[str] | None:
    return next((one for one in _IMAGE.finditer(place.excerpt) if one.start() < place.column <= one.end()), None)


def _is_suspect(source: str, photos: set[str]) -> bool:
    """Check whether a text may show an image that is not a listed photo: any that is not plainly one of them."""
    if "![" not in source:
        return False
    targets = [found["target"] for found in _IMAGE.finditer(source)]
    return len(targets) != source.count("![") or any(target not in photos for target in targets)


def _advice(record: ParsedRecord, place: Place, url: str, photos: set[str]) -> tuple[str, Edits]:
    near, found = nearest_file(url, photos), _at(place)
    start, alt = record.document.span(place)[0], found["alt"] if found else ""
    if near:
        return f"写成 ]({near})，或者在 photos 里加上一项 - file: {url}。", (Edit(start, start + len(url), near),)
    name = _file_name(url)
    photo = {"file": name, "caption": alt, "alt": alt}
    added = record.editor.add_item(("photos",), photo) if alt and found else ()
    typed = f"- file: {name}，caption（图注）和 alt（替代文字）" + (f"都先写“{shorten(alt)}”" if added else "也要写")
    if not leads_out(url):
        return f"在 photos 里加上一项 {typed}。", added
    there = Edit(start, start + len(url), name)
    hint = f"把图片存到 case.yml 旁边，在 photos 里加上一项 {typed}；正文里写 ![{shorten(alt) or '替代文字'}]({name})。"
    return hint, (there, *added) if added else ()


def _file_name(url: str) -> str:
    """Name the file in which a picture is to lie: as its address does, where that names a picture."""
    last = re.split(r"[/\\\\?#]", url.partition("?")[0])[-1] if leads_out(url) else url
    return last if ending(last) in PHOTO_ENDINGS else "photo-1.jpg" if leads_out(url) else url
