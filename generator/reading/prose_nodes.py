"""The pieces of a record's Markdown that a check asks for."""

from collections import Counter
from collections.abc import Iterator

from generator.case.model import SECTIONS
from generator.case.problem import Place
from generator.case.prose import Node, parse_prose, walk
from generator.reading.entry import Entry
from generator.reading.fault import Path

PROSE_KEYS = (*SECTIONS, "foreword", "afterword")
"""The keys of a case or a collection whose values are Markdown."""


def prose_nodes(entry: Entry, kind: str, *marks: str) -> Iterator[tuple[Path, Node]]:
    """Give the nodes of one kind in all Markdown of a record, with the path of the text that they stand in.

    Args:
        entry: the record.
        kind: `link`, `image` or `html`.
        marks: characters of which any such node needs one; texts with none of them are not parsed.
    """
    for key in PROSE_KEYS:
        source = entry.text(key)
        if any(mark in source for mark in marks):
            for node in walk(parse_prose(source)):
                if node.kind == kind:
                    yield (key,), node


class Finder:
    """Finds the places of pieces of text; the same piece again is looked for further on."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry
        self._seen: Counter[tuple[Path, str]] = Counter()

    def place(self, path: Path, piece: str) -> Place:
        """Find the next place of a piece in a value, or the value's where the piece is not found as such."""
        occurrence = self._seen[path, piece]
        self._seen[path, piece] += 1
        return self._entry.document.place_of(path, piece, occurrence)
