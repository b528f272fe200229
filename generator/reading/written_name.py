"""A name as a record writes it, for the rules that compare records."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import yaml

from generator.case.edit import Edit
from generator.case.names import NameKind
from generator.case.problem import Place
from generator.reading.fault import Path
from generator.reading.labels import Labels
from generator.reading.named_values import named_values
from generator.reading.parsed_record import ParsedRecord
from generator.reading.written_nodes import WrittenNodes
from generator.reading.written_value import scalar_text

_OF_A_UNIVERSITY: tuple[NameKind, ...] = ("schools", "branches")


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A name at its place."""

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
    place: Place
    start: int
    """Where it stands in the file's text, with its quotes; `end` is behind it."""
    end: int
    in_flow: bool

    def changed_to(self, name: str) -> Edit:
        """Give the edit that writes another name instead."""
        return Edit(self.start, self.end, scalar_text(name, in_flow=self.in_flow))


def written_names(record: ParsedRecord) -> Iterator[WrittenName]:
    """Give all names of a case's record."""
    names, nodes = record.surroundings.names, WrittenNodes(record.document)
    # The marks count characters of the text that was composed; asking for its lines costs more.
    is_repaired = bool(record.document.repaired.shifts)
    lead = ""
    for kind, path, text, name in named_values(record.document.value, names):
        lead = lead or (name if kind == "universities" else "")
        found = nodes.find(path)
        node = found.node
        if not isinstance(node, yaml.ScalarNode):
            continue
        university = lead if kind in _OF_A_UNIVERSITY else ""
        within = _around(record, path) if kind == "places" else (university,)
        holder = found.holder
        yield WrittenName(
            kind,
            within,
            _label(record.labels, path),
            text,
            name,
            names.known(kind, text, university) is not None,
            record.document.place_of_node(node),
            nodes.start(node) if is_repaired else node.start_mark.index,
            nodes.end(node) if is_repaired else node.end_mark.index,
            found.in_flow or (isinstance(holder, yaml.SequenceNode | yaml.MappingNode) and bool(holder.flow_style)),
        )


@cache
def _label(labels: Labels, path: Path) -> str:
    """Name a value for an editor; thousands of records have the same few paths."""
    return labels.describe(path)


def _around(record: ParsedRecord, path: Path) -> tuple[str, ...]:
    """Give a place's key and what it lies in: a county's province and city."""
    keys = ("province", "city", "county", "detail")
    outer = keys[: keys.index(str(path[-1]))]
    return (str(path[-1]), *(record.text(*path[:-1], key) for key in outer))
