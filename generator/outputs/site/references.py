"""Which addresses of the site something refers to: views by their fields, hosted pages by their HTML."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

_ATTRIBUTES = frozenset(("href", "src"))
_SETS = frozenset(("srcset",))


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
    return frozenset(
        posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
        for parts in map(urlsplit, reader.found)
        if parts.path and not parts.scheme and not parts.netloc
    )


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
                self.found += [part.split()[0] for part in value.split(",") if part.strip()]
