"""The outermost keys of a record that stand as everybody writes them, read without reading all of it as YAML.

Among 17,832 records there is no time to read each one whole. Whatever may mean something else to YAML gives None, and
whoever asked reads the record as YAML.
"""

import codecs
import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import takewhile

_LINE = re.compile(rb"\n(?:([a-z_]+):(?=[ \t\r\n])|[^\s#-]|-(?![ \t\r\n]))")
"""A line that begins with a key as everybody writes it, or with what only YAML can read."""
_FOLLOWS = (" ", "\t", "- ")
"""How a line begins that belongs to the key before it; so does an empty one."""
_PLAIN = re.compile(r"[^\s\"'\\#:,{}\[\]&*!|>%@`?-][^\"'\\#:,{}\[\]\x00-\x1f]*")
"""A value without any character that YAML might read otherwise."""
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands under a key."""

    first: str
    """The rest of the key's line, without blanks around it."""
    below: tuple[str, ...]
    """The lines that belong to it, without empty ones."""

    @property
    def text(self) -> str | None:
        """A text; None where it is not plain."""
        return self.first if not self.below and _PLAIN.fullmatch(self.first) else None

    @property
    def items(self) -> tuple[str, ...] | None:
        """The texts of a list, or a text alone; None where not all are plain."""
        if self.first:
            return None if self.text is None else (self.first,)
        items = [_ITEM.fullmatch(line) for line in self.below]
        texts = tuple(item[1].strip() for item in items if item)
        return texts if texts and len(texts) == len(items) and all(map(_PLAIN.fullmatch, texts)) else None


def plain_entries(data: bytes, keys: Collection[str]) -> dict[str, Entry] | None:
    """Give what stands under some keys, without those that are not there; None where only YAML can tell.

    Args:
        data: the bytes of a record.
        keys: in small Latin letters and `_`.
    """
    # In bytes: decoding and searching the long texts of a record would take most of the time.
    data = b"\n%b\n" % data.removeprefix(codecs.BOM_UTF8)
    lines = list(_LINE.finditer(data))
    head = data[: lines[0].start()] if lines else data
    if any(line.strip() and not line.startswith(b"#") for line in head.split(b"\n")):
        return None
    found: dict[str, Entry] = {}
    for at, line in enumerate(lines, 1):
        if line[1] is None:
            return None
        key = line[1].decode()
        if key not in keys:
            continue
        if key in found:
            return None
        try:
            found[key] = _entry(data[line.end() : lines[at].start() if at < len(lines) else len(data)].decode())
        except UnicodeDecodeError:
            return None
    return found


def _entry(written: str) -> Entry:
    if "\n" not in written:
        return Entry(written.strip(), ())
    first, *rest = written.split("\n")
    belonging = takewhile(lambda line: not line.strip() or line.startswith(_FOLLOWS), rest)
    return Entry(first.strip(), tuple(line.rstrip("\r") for line in belonging if line.strip()))
