"""Which addresses of the site something refers to: views by their fields, pages by their HTML."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

_ATTRIBUTES = frozenset(("href", "src"))
_SETS = frozenset(("srcset",))
_LINK = re.compile(r'<a\s(?:[^<>]*?\s)?href="([^"]*)"')
_PICTURE = re.compile(r"<(?:img|source)\s[^<>]*>")
_FAR = ("#", "https://", "http://")
_PLAIN = re.compile(r"(?:\.\./)*[a-z0-9_-][a-z0-9_.-]*(?:/[a-z0-9_-][a-z0-9_.-]*)*")
"""A way within the site as our pages nearly always have it: nothing in it stands for anything else."""
_SHOWN = re.compile(r'\ssrc(set)?="([^"]*)"')


def references_in(value: object) -> frozenset[str]:
    """Give the addresses in a view, however deep: of the fields called `uri` or ending in `_uri`.

    Such fields hold addresses relative to the site's root, perhaps percent-encoded, with a fragment or a query.
    """
    return frozenset(uri for uri in map(_plain, _uris(value)) if uri)


def _uris(value: object) -> Iterator[str]:
    if isinstance(value, tuple | list):
        for child in value:
            yield from _uris(child)
    elif isinstance(value, Mapping):
        yield from _uris(tuple(value.values()))
    else:
        kind: type = type(value)
        own, others = _fields(kind)
        yield from filter(None, (getattr(value, name) for name in own))
        # Nearly all other fields are texts and numbers.
        children = (getattr(value, name) for name in others)
        yield from _uris([child for child in children if child and not isinstance(child, str | int)])


@cache
def _fields(kind: type) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Sort the fields of a dataclass: addresses, and what may hold some. Other types have none."""
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
    own = tuple(name for name in names if name == "uri" or name.endswith("_uri"))
    return own, tuple(name for name in names if name not in own)


def _plain(uri: str) -> str:
    plain = uri.partition("#")[0].partition("?")[0]
    return unquote(plain) if "%" in plain else plain


def references_in_html(html: str, uri: str) -> frozenset[str]:
    """Give the addresses of the site that a page at an address leads to or loads."""
    reader = _Reader()
    reader.feed(html)
    folder = posixpath.dirname(uri)
    return frozenset(filter(None, (_address(link, folder) for link in reader.found)))


def references_in_drawn(html: str, uri: str) -> frozenset[str]:
    """Give the same of HTML that our templates drew, where values stand in double quotes and no text holds a `<`.

    A parser takes longer over a page than drawing it did.
    """
    folder = posixpath.dirname(uri)
    links = set(_LINK.findall(html))
    for tag in _PICTURE.findall(html):
        for is_set, value in _SHOWN.findall(tag):
            links.update(_parts_of_set(value) if is_set else [value])
    # Most lead elsewhere, or stay on the page.
    near = [link for link in links if not link.startswith(_FAR)]
    return frozenset(filter(None, [_address(unescape(link) if "&" in link else link, folder) for link in near]))


@lru_cache(maxsize=2**13)
def _address(link: str, folder: str) -> str:
    """Give the address that a link in a folder leads to; empty where it leads out of the site or stays on the page."""
    if _PLAIN.fullmatch(link):
        return posixpath.normpath(f"{folder}/{link}" if folder else link)
    parts = urlsplit(link)
    if not parts.path or parts.scheme or parts.netloc:
        return ""
    return posixpath.normpath(posixpath.join(folder, unquote(parts.path)))


def _parts_of_set(value: str) -> list[str]:
    return [part.split()[0] for part in value.split(",") if part.strip()]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        for name, value in attrs:
            if value and name in _ATTRIBUTES:
                self.found.append(value)
            elif value and name in _SETS:
                self.found += _parts_of_set(value)
