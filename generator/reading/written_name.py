"""A name as a record writes it, for the rules that compare records."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import yaml

from generator.case.edit import Edit
from generator.case.names import NameKind
from generator.case.problem import Place
from generator.reading.documents import Document
from generator.reading.fault import Path
from generator.reading.labels import Labels
from generator.reading.named_values import named_values
from generator.reading.parsed_record import ParsedRecord
from generator.reading.written_nodes import WrittenNodes
from generator.reading.written_value import scalar_text

_OUTER = {"city": ("province",), "county": ("province", "city"), "detail": ("province", "city", "county")}
_OF_A_UNIVERSITY: tuple[NameKind, ...] = ("schools", "branches")


class WrittenName(NamedTuple):
    """A name at its place; a tuple, because thousands go from one process to another."""

    kind: NameKind
    within: tuple[str, ...]
    """Where names of the kind are compared: a school within its university, a county within its city."""
    label: str
    text: str
    """What is written, without blanks around it."""
    name: str
    """The name that it was read as."""
    is_known: bool
    """Whether content/names.yml has it."""
    line: int
    column: int
    width: int
    excerpt: str
    """As of a `Place`."""
    start: int
    """Where it stands in the file's text, with its quotes; `end` is behind it."""
    end: int
    in_flow: bool

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.line, self.column, self.width, self.excerpt)

    def changed_to(self, name: str) -> Edit:
        """Give the edit that writes another name instead."""
        return Edit(self.start, self.end, scalar_text(name, in_flow=self.in_flow))


def written_names(record: ParsedRecord) -> Iterator[WrittenName]:
    """Give all names of a case's record."""
    names, nodes = record.surroundings.names, WrittenNodes(record.document)
    # The marks count characters of the text that was composed; asking for its lines costs more.
    is_repaired = bool(record.document.repaired.shifts)
    has_flow = "[" in record.document.text or "{" in record.document.text
    lead = ""
    for kind, path, text, name in named_values(record.document.value, names):
        lead = lead or (name if kind == "universities" else "")
        node = record.document.node(path)
        if not isinstance(node, yaml.ScalarNode):
            continue
        university = lead if kind in _OF_A_UNIVERSITY else ""
        within = _around(record, path) if kind == "places" else (university,)
        place = _place(record.document, node) if not is_repaired else record.document.place_of_node(node)
        yield WrittenName(
            kind,
            within,
            _label(record.labels, path),
            text,
            name,
            names.known(kind, text, university) is not None,
            place.line,
            place.column,
            place.width,
            place.excerpt,
            nodes.start(node) if is_repaired else node.start_mark.index,
            nodes.end(node) if is_repaired else node.end_mark.index,
            has_flow and nodes.find(path).in_flow,
        )


def _place(document: Document, node: yaml.ScalarNode) -> Place:
    """Give the place of a name in a file that was read as it is written, where nearly all end on the line they begin.

    The same as the document's own, in a third of the time.
    """
    start, end = node.start_mark, node.end_mark
    if start.line != end.line or end.column <= start.column:
        return document.place_of_node(node)
    return Place(start.line + 1, start.column + 1, end.column - start.column, document.lines[start.line])


@cache
def _label(labels: Labels, path: Path) -> str:
    """Name a value for an editor; thousands of records have the same few paths."""
    return labels.describe(path)


def _around(record: ParsedRecord, path: Path) -> tuple[str, ...]:
    """Give a place's key and what it lies in: a county's province and city."""
    outer = _OUTER[str(path[-1])]
    place = record.get(*path[:-1])
    around = (place.get(key) if isinstance(place, dict) else None for key in outer)
    return (str(path[-1]), *(text.strip() if isinstance(text, str) else "" for text in around))
