"""The pieces of a record's Markdown that a check asks for."""

from collections import Counter
from collections.abc import Callable, Iterator

from generator.case.markdown import parse_prose
from generator.case.model import SECTIONS
from generator.case.problem import Place
from generator.case.prose import Node, walk
from generator.reading.fault import Path
from generator.reading.parsed_record import ParsedRecord

PROSE_KEYS = (*SECTIONS, "foreword", "afterword")
"""The keys of a case or a collection whose values are Markdown."""


def prose_nodes(record: ParsedRecord, kind: str, is_suspect: Callable[[str], bool]) -> Iterator[tuple[Path, Node]]:
    """Give the nodes of one kind in all Markdown of a record, with the path of the text that they are in.

    Args:
        record: the record.
        kind: `link`, `image` or `html`.
        is_suspect: a quick look at a text; parsing is the dearest part of a check, so clean texts are spared it.
    """
    for key in PROSE_KEYS:
        source = record.text(key)
        if source and is_suspect(source):
            for node in walk(parse_prose(source)):
                if node.kind == kind:
                    yield (key,), node


class Finder:
    """Finds the places of pieces of text; the same piece again is looked for further on."""

    def __init__(self, record: ParsedRecord) -> None:
        self._entry = record
        self._seen: Counter[tuple[Path, str]] = Counter()

    def place(self, path: Path, piece: str) -> Place:
        """Find the next place of a piece in a value, or the value's where the piece is not found as such."""
        occurrence = self._seen[path, piece]
        self._seen[path, piece] += 1
        return self._entry.document.place_of(path, piece, occurrence)
