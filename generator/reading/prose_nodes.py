"""The pieces of a record's Markdown that a check asks for."""

from collections.abc import Callable, Iterator

from generator.case.markdown import parse_prose
from generator.case.model import PROGRESS_TEXTS
from generator.case.odd_characters import meant_text
from generator.case.problem import Place
from generator.case.prose import Node, walk
from generator.reading.fault import Path
from generator.reading.parsed_record import OUTERMOST_PROSE, ParsedRecord

PROSE_KEYS = (*OUTERMOST_PROSE, *PROGRESS_TEXTS)
"""The keys of a case or a collection whose values are Markdown, wherever they are."""


def prose_of(record: ParsedRecord, path: Path) -> tuple[Node, ...]:
    """Read a text of a record as Markdown; nothing where it is too dense to be read in good time."""
    return () if record.is_too_dense else parse_prose(record.prose[path])


def prose_nodes(
    record: ParsedRecord, kind: str, is_suspect: Callable[[str], bool]
) -> Iterator[tuple[Path, list[Node]]]:
    """Give the nodes of one kind in the Markdown of a record: for each text that has some, its path and all of them.

    Args:
        record: the record.
        kind: `link`, `image` or `html`.
        is_suspect: a quick look at a text; parsing is the dearest part of a check, so clean texts are spared it.
    """
    for path, source in record.prose.items():
        if is_suspect(source):
            nodes = [node for node in walk(prose_of(record, path)) if node.kind == kind]
            if nodes:
                yield path, nodes


class Finder:
    """Finds the places of pieces of text; the same piece again is looked for further on."""

    def __init__(self, record: ParsedRecord) -> None:
        self._document = record.document
        self._last: dict[tuple[Path, str], Place] = {}
        self._lost: set[tuple[Path, str]] = set()

    def place(self, path: Path, piece: str) -> Place:
        """Find the next place of a piece in a value, or the value's where the piece is not found as such."""
        if (path, piece) in self._lost:
            return self._document.place(path)
        place = self._document.place_of(path, piece, after=self._last.get((path, piece)))
        written = place.excerpt[place.column - 1 :][: place.width]
        if piece in (written, meant_text(written, "prose")):
            self._last[path, piece] = place
        else:
            self._lost.add((path, piece))
        return place
