"""The links of the pages that people wrote: led to pages that data makes, and to headings; dead ones are told."""

import posixpath
import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import quote, unquote, urlsplit

from generator.outputs.site.hosted import WrittenLink, told

_LINK = re.compile(r"""(<(?:a|img)\b[^>]*?\s(?:href|src)=)(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_ID = re.compile(r"""<[^>]*?\s(?:id|name)=["']([^"']+)["']""")
_MARK = re.compile(r"<!-- anliji:([a-z-]+) -->")
_NO_WORD = re.compile(r"[^\w\s-]+")
_NO_LETTER = re.compile(r"[\W_]+")
_NO_HOST = "%5B"
"""A bracket that belongs to no address of numbers."""
_GAPS = re.compile(r"[\s-]+")


@dataclass(frozen=True)
class WrittenPage:
    """A page as the host rendered it, before it is put into the theme."""

    path: str
    """Its file, from the project's folder."""
    uri: str
    source: str
    """The text of the file."""
    html: str


@dataclass
class Resolved:
    """What came of the links of all pages."""

    html: dict[str, str] = field(default_factory=dict)
    """The pages by address, their links led to where they end."""
    links: list[WrittenLink] = field(default_factory=list)
    """Links that lead to no written page or file."""
    notices: list[str] = field(default_factory=list)


def readable_anchor(text: str, separator: str) -> str:
    """Make the anchor of a heading: its words in small letters, Chinese ones as they are, without punctuation."""
    words = _NO_WORD.sub("", unicodedata.normalize("NFC", text)).strip().lower()
    return _GAPS.sub(separator, words)


def resolve(pages: Collection[WrittenPage], files: Collection[str], blocks: Mapping[str, str]) -> Resolved:
    """Lead the links of pages to where they end.

    Args:
        pages: all pages that people wrote.
        files: the addresses of all pages and files of the host.
        blocks: what is put at the marks of pages, by the names of the marks.
    """
    resolved = Resolved()
    anchors = {page.uri: _anchors(page.html, blocks) for page in pages}
    for page in pages:

        def led(found: re.Match[str], page: WrittenPage = page) -> str:
            value = unescape(found[2] if found[2] is not None else found[3])
            return f'{found[1]}"{escape(_led(value, page, files, anchors, resolved))}"'

        resolved.html[page.uri] = _LINK.sub(led, page.html)
    return resolved


def _led(
    value: str,
    page: WrittenPage,
    files: Collection[str],
    anchors: Mapping[str, frozenset[str] | None],
    resolved: Resolved,
) -> str:
    """Give the address that a link should have; note what is wrong with it."""
    try:
        scheme, host, path, query, fragment = urlsplit(value)
    except ValueError:
        scheme, host, path, query, fragment = "", _NO_HOST, "", "", ""
    if _NO_HOST in host:
        resolved.notices.append(told(_link(page, unquote(value), ""), "不是网址。建议：核对它。"))
        return value
    if scheme or host or not value:
        return value
    if path.startswith(("/", "\\")):
        advice = "从网站的开头写起，换一个地方就打不开。建议：从这一页写起，例如 about.md。"
        resolved.notices.append(told(_link(page, value, ""), advice))
        return value
    uri = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), unquote(path))) if path else page.uri
    if uri not in files:
        is_page = path.endswith(".md")
        end = uri.removesuffix(".md") + ".html" if is_page else uri
        resolved.links.append(_link(page, value, end))
        path = path.removesuffix(".md") + ".html" if is_page else path
    elif fragment and (there := anchors.get(uri)) is not None and unquote(fragment) not in there:
        found = _meant(unquote(fragment), there)
        if found:
            fragment = quote(found)
        else:
            what = "在那一页里没有对应的小标题。建议：写成小标题的文字，去掉标点，例如 #主要做法。"
            resolved.notices.append(told(_link(page, value, ""), what))
    return f"{path}{'?' * bool(query)}{query}{'#' * bool(fragment)}{fragment}"


def _meant(written: str, there: Collection[str]) -> str:
    """Find the heading that a link means, written as it reads or as another program would write its anchor."""
    readable = readable_anchor(written, "-")
    if readable in there:
        return readable
    letters = _letters(written)
    alike = [anchor for anchor in there if _letters(anchor) == letters] if letters else []
    return alike[0] if len(alike) == 1 else ""


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", text)).lower()


def _anchors(html: str, blocks: Mapping[str, str]) -> frozenset[str] | None:
    """Give the anchors of a page; None where data makes the page's main part."""
    marks = _MARK.findall(html)
    if "main" in marks:
        return None
    parts = [html, *(blocks.get(name, "") for name in marks)]
    return frozenset(unescape(anchor) for part in parts for anchor in _ID.findall(part))


def _link(page: WrittenPage, value: str, uri: str) -> WrittenLink:
    path, hash_sign, fragment = value.partition("#")
    source = f"{path.removesuffix('.html')}.md" if path.endswith(".html") else path
    forms = [f"{one}{hash_sign}{part}" for one in (source, path) for part in (unquote(fragment), fragment)]
    forms += [unquote(path), path]
    lines = page.source.split("\n")
    for form in filter(None, forms):
        for number, line in enumerate(lines, 1):
            if re.search(rf"""[(<"':\s]{re.escape(form)}(?=[)>"'\s#?]|$)""", line):
                return WrittenLink(page.path, number, form, uri)
    return WrittenLink(page.path, 1, value, uri)
