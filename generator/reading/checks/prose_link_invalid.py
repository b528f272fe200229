"""正文里的链接打不开。

检查什么：正文里的每个链接，是以 http://、https:// 或 mailto: 开头的完整网址，中间没有空格。

为什么：网页会原样搬到别的地址、U 盘或书里，只有完整的网址在哪里都能打开；
别种写法（如 javascript:）还可能藏着脚本。

例子：

    approach: |
      做法见[报道](www.example.edu.cn/a.htm)。

应改为：

    approach: |
      做法见[报道](https://www.example.edu.cn/a.htm)。
"""

import re
from collections.abc import Iterator
from functools import partial
from urllib.parse import unquote

from generator.case.edit import Edit
from generator.case.kinds import is_link
from generator.case.model import Case, Collection
from generator.case.problem import ERROR, Place
from generator.case.text import shorten
from generator.reading.fault import Path
from generator.reading.file_names import DOCUMENT_ENDINGS, OTHER_PICTURES, PHOTO_ENDINGS, ending
from generator.reading.finding import Finding, first_findings
from generator.reading.parsed_record import ParsedRecord
from generator.reading.prose_nodes import Finder, prose_nodes
from generator.reading.record_editor import Edits

SEVERITY = ERROR
APPLIES_TO = (Case, Collection)

_TARGET = re.compile(r"\]\(\s*([^\s)]*)")
_OTHER_SCHEME = re.compile(r"<(?!https?:|mailto:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_BARE_HOST = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[a-z]{2,}(/\S*)?", re.IGNORECASE)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find links in Markdown that a page may not carry."""
    finder = Finder(record)
    for path, nodes in prose_nodes(record, "link", _is_suspect):
        urls = [node.url for node in nodes if not is_link(node.url)]
        yield from first_findings(urls, partial(_word, record, finder, path))


def _word(record: ParsedRecord, finder: Finder, path: Path, url: str) -> Finding:
    place, better = finder.place(path, url or "]()"), _better(url)
    return Finding(
        place,
        message=f"“{record.label(path)}”里的链接" + (f"“{shorten(url, 60)}”不是完整的网址" if url else "没有网址"),
        reason="链接要以 http://、https:// 或 mailto: 开头，中间没有空格，换一台电脑也能打开。",
        hint=_hint(url),
        edits=_edits(record, place, url, better),
    )


def _edits(record: ParsedRecord, place: Place, url: str, better: str) -> Edits:
    """Write the address that was meant, or leave the link's text alone; a document goes among the attachments."""
    start = record.document.span(place)[0]
    if better:
        is_there = record.document.text.startswith(url, start)
        return (Edit(start, start + len(url), better),) if is_there else ()
    line = start - place.column + 1
    for link in _LINK.finditer(place.excerpt):
        if link.start() < place.column <= link.end():
            bare = Edit(line + link.start(), line + link.end(), link[1])
            if ending(url) not in DOCUMENT_ENDINGS or ":" in url:
                return (bare,)
            return (bare, *record.editor.add_item(("attachments",), {"file": url, "title": link[1] or url}))
    return ()


def _is_suspect(source: str) -> bool:
    """Check whether a text may contain a broken link: a target that plainly is not one, or any in `<>`."""
    return any(not is_link(target) for target in _TARGET.findall(source)) or (
        "<" in source and _OTHER_SCHEME.search(source) is not None
    )


def _hint(url: str) -> str:
    if ending(url) in DOCUMENT_ENDINGS and ":" not in url:
        return f"把文件写进 attachments（附件）：- file: {url}，正文里只留文字。"
    if _is_picture(url):
        return f"要显示图片的，前面加英文的“!”，写成 ![图]({url})，并写进 photos（照片）；不显示的，去掉链接只留文字。"
    if url.startswith("#"):
        heading = shorten(unquote(url[1:]), 40)
        return f"去掉链接，只留文字：正文里的小标题没有网址；要指明地方的，在文字里说出小标题“{heading}”。"
    better = _better(url)
    if better:
        return f"写成 {better}。"
    return "写成完整的网址，例如 https://www.example.edu.cn/news/1.htm；没有网址的，去掉链接只留文字。"


def _is_picture(url: str) -> bool:
    """Check whether an address is the name of a picture beside the record."""
    return ending(url) in (*PHOTO_ENDINGS, *OTHER_PICTURES) and not set(url) & set(":/")


def _better(url: str) -> str:
    """Give the address that was meant; empty where that cannot be known."""
    if (ending(url) in DOCUMENT_ENDINGS and ":" not in url) or _is_picture(url):
        return ""
    if "@" in url and ":" not in url:
        return f"mailto:{url}"
    return f"https://{url}" if _BARE_HOST.fullmatch(url) else ""
