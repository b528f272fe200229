"""YAML as editors write it, read strictly: text stays text, and every value knows its line and column.

The composer of libyaml builds the nodes (fast, and its marks count characters); one walk turns them into values.
YAML 1.1's guesses (`NO`, `010`, `1:30`) never happen because only the nodes' text is used.
"""

from bisect import bisect_right
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from generator.case.odd_characters import MeantText, Use, find_odd
from generator.case.problem import Place
from generator.reading.composition import compose
from generator.reading.decoding import decode
from generator.reading.fault import BytesFault, Fault, ForeignFault, Path, SyntaxFault
from generator.reading.foreign_files import foreign_kind
from generator.reading.limits import MAX_BYTES, MAX_DEPTH, MAX_NODES
from generator.reading.lines import Lines
from generator.reading.meant_values import OddText, mean
from generator.reading.node_values import Walk
from generator.reading.repaired import Repaired


@dataclass(frozen=True, eq=False)
class Document:
    """A YAML file as values with places."""

    path: str
    text: str
    """The decoded text without a byte order mark; empty where it could not be decoded."""
    value: dict[str, Any]
    """Nested dicts, lists, texts; None for a key or item left empty; {} where the file could not be read."""
    faults: tuple[Fault, ...]
    root: yaml.Node | None = None
    repaired: Repaired = field(default_factory=lambda: Repaired(""))
    """The text that the nodes' marks count in."""
    odd: tuple[OddText, ...] = ()
    """The texts that are read without their odd characters."""
    cut: Lines | None = None
    """The text cut into lines, where that was done already."""

    @cached_property
    def _lines(self) -> Lines:
        return self.cut or Lines(self.text)

    @property
    def lines(self) -> list[str]:
        """The text's lines, as libyaml counts them."""
        return self._lines.all

    def position(self, offset: int) -> tuple[int, int]:
        """Give the 0-based line and column of an offset into the text."""
        return self._lines.position(offset)

    def line_start(self, line: int) -> int:
        """Give the offset into the text where a line begins, 0-based; the text's end where there is none."""
        return self._lines.offset(line, 0) if line < len(self.lines) else len(self.text)

    def place_at(self, line: int, column: int, width: int = 1) -> Place:
        """Make a place from 0-based line and column."""
        return self._lines.place(line, column, width)

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Find where a value is, or with `key` its key; the nearest existing parent where it does not exist."""
        node, found = self.root, self.root
        on_key = False
        for step in path:
            key_node, node = self.child(node, step)
            if node is None:
                break
            on_key = key_node is not None and (key or _is_empty(node) or isinstance(node, yaml.CollectionNode))
            found = key_node if on_key else node
        if found is None:
            return self.place_at(0, 0)
        return self.place_of_node(found)

    def place_of(self, path: Path, needle: str, occurrence: int = 0, after: Place | None = None) -> Place:
        """Find where a text is inside a value, the first time or a later one.

        A text that is folded over lines is not found; then the place is the value's.

        Args:
            path: the value.
            needle: the text.
            occurrence: how many times the text comes before.
            after: the place where it was found before; those up to there are not counted.
        """
        node = self.node(path)
        if node is None:
            return self.place(path)
        first, column = node.start_mark.line, node.start_mark.column
        if after is not None:
            first, column = after.line - 1, after.column - 1 + after.width
        last = min(node.end_mark.line, len(self.lines) - 1)
        use = self._odd_uses.get(node)
        for number in range(first, last + 1):
            line = self.lines[number]
            # What is looked for is what the value means; the place is where it is written.
            meant = MeantText(line, find_odd(line, use) if use else ())
            column = meant.meant_offset(column) if column else 0
            while (column := meant.text.find(needle, column)) >= 0:
                end = column + len(needle)
                if not occurrence:
                    start = meant.offset(column)
                    return self.place_at(number, start, meant.offset(end) - start)
                occurrence -= 1
                column = end
            column = 0
        return self.place(path)

    @cached_property
    def _odd_uses(self) -> dict[yaml.Node, Use]:
        return {one.node: one.use for one in self.odd if not one.is_key}

    @cached_property
    def scalars(self) -> tuple[tuple[Path, yaml.ScalarNode], ...]:
        """Every value that is a text, with its path and the node that shows how it was written."""
        found: list[tuple[Path, yaml.ScalarNode]] = []
        if self.root is not None:
            _gather_scalars(self.root, (), found)
        return tuple(found)

    def key_at(self, place: Place, known: Container[str]) -> str:
        """Give the outermost key that stands at a place or before it; empty where that is none of the known ones."""
        at = bisect_right(self._keys, (place.line - 1, place.column - 1), key=lambda key: key[0])
        key = self._keys[at - 1][1] if at else ""
        return key if key in known else ""

    @cached_property
    def _keys(self) -> list[tuple[tuple[int, int], str]]:
        """The outermost keys with the lines and columns where they begin."""
        pairs = self.root.value if isinstance(self.root, yaml.MappingNode) else []
        return [(self._start(key), key.value) for key, _ in pairs if isinstance(key, yaml.ScalarNode)]

    def node(self, path: Path) -> yaml.Node | None:
        """Give the node of a value; None where it does not exist."""
        node = self.root
        for step in path:
            _, node = self.child(node, step)
        return node

    def child(self, node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node | None]:
        """Step from a node to a child; gives the key's node (for mappings) and the value's."""
        if isinstance(node, yaml.SequenceNode):
            is_there = isinstance(step, int) and step < len(node.value)
            return None, node.value[step] if is_there else None
        if not isinstance(node, yaml.MappingNode):
            return None, None
        if node not in self._children:
            # Of a repeated key the first counts.
            self._children[node] = {
                key.value: (key, value) for key, value in reversed(node.value) if isinstance(key, yaml.ScalarNode)
            }
        return self._children[node].get(step, (None, None))

    @cached_property
    def _children(self) -> dict[yaml.Node, dict[str | int, tuple[yaml.Node, yaml.Node]]]:
        """The keys and values of the mappings that were asked for, by key."""
        return {}

    def span(self, place: Place) -> tuple[int, int]:
        """Give the offsets where a place of this document begins and ends."""
        start = self._lines.offset(place.line - 1, place.column - 1)
        return start, start + place.width

    def offset(self, mark: yaml.Mark) -> int:
        """Give the offset into the text of a place that a node names."""
        if mark.line >= len(self.lines):
            return len(self.text)
        at = self._lines.offset(mark.line, self.repaired.column(mark.line, mark.column))
        return min(at, len(self.text))

    def _start(self, node: yaml.Node) -> tuple[int, int]:
        line = node.start_mark.line
        return line, self.repaired.column(line, node.start_mark.column)

    def place_of_node(self, node: yaml.Node) -> Place:
        """Give the place of a node of this document: of a list or mapping, its first line."""
        line, column = self._start(node)
        end = node.end_mark
        if end.line == line and not isinstance(node, yaml.CollectionNode):
            return self.place_at(line, column, self.repaired.column(line, end.column) - column)
        text = self.lines[line] if line < len(self.lines) else ""
        return self.place_at(line, column, len(text.rstrip()) - column)


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.value == ""


def _gather_scalars(node: yaml.Node, path: Path, found: list[tuple[Path, yaml.ScalarNode]]) -> None:
    """Add the texts below a node, but those deeper than a record may be, which is a fault by itself."""
    if len(path) > MAX_DEPTH:
        return
    steps: Iterable[tuple[str | int, yaml.Node]] = ()
    if isinstance(node, yaml.MappingNode):
        steps = ((key.value, value) for key, value in node.value if isinstance(key, yaml.ScalarNode))
    elif isinstance(node, yaml.SequenceNode):
        steps = enumerate(node.value)
    elif isinstance(node, yaml.ScalarNode):
        found.append((path, node))
    for step, child in steps:
        if child.__class__ is yaml.ScalarNode:
            found.append(((*path, step), child))
        else:
            _gather_scalars(child, (*path, step), found)


def parse_document(path: str, data: bytes, known_keys: frozenset[str] = frozenset(), most: int = MAX_NODES) -> Document:
    """Read a YAML mapping.

    Args:
        path: the file's, for the document.
        data: the file's bytes.
        known_keys: keys and labels; before a full-width colon they are taken for a key gone wrong.
        most: how many keys, values and items it may have.

    Returns:
        The document. Its faults have the rules `file-foreign`, `record-too-large`, `encoding-wrong`,
        `character-invisible`, `colon-full-width`, `dash-wrong`, `space-wrong`, `tab-indent`, `syntax-invalid`,
        `anchor-used`, `tag-used`, `record-too-deep`, `key-repeated`, `key-invalid`, `record-empty`.
    """
    refused = _refused(data)
    if refused:
        return Document(path, "", {}, (refused,))
    text, wrong = decode(data)
    if wrong:
        return Document(path, "", {}, (wrong,))
    lines = Lines(text)
    root, faults, repaired = compose(lines, known_keys, most)
    document = Document(path, text, {}, faults, root, repaired, cut=lines)
    if root is None:
        empty = () if faults else (Fault("record-empty", document.place_at(0, 0)),)
        return Document(path, text, {}, faults + empty)
    if not isinstance(root, yaml.MappingNode):
        found = faults or (_not_mapping(document, root),)
        return Document(path, text, {}, found, root, repaired)
    odd = mean(root) if lines.has_odd or "\\" in text else ()
    walk = Walk(document.place_of_node, most)
    value = walk.value(root)
    found = (*faults, *walk.faults)
    if any(fault.rule in ("record-too-large", "record-too-deep") for fault in found):
        # Thousands of items would have thousands of problems; none of them is the one to solve first.
        return Document(path, text, {}, found, root, repaired)
    if not value and not found:
        found = (Fault("record-empty", document.place_at(0, 0)),)
    return Document(path, text, value, found, root, repaired, odd, lines)


def _refused(data: bytes) -> Fault | None:
    """Say why bytes are not looked into: they are another program's, or far too many."""
    foreign = foreign_kind(data)
    if foreign:
        return ForeignFault("file-foreign", Place(1, 1), kind=foreign[0], ending=foreign[1])
    if len(data) > MAX_BYTES:
        return BytesFault("record-too-large", Place(1, 1), limit=MAX_BYTES, size=len(data))
    return None


def _not_mapping(document: Document, root: yaml.Node) -> Fault:
    line = root.start_mark.line
    place = document.place_at(line, 0, len(document.lines[line]) if line < len(document.lines) else 1)
    return SyntaxFault("syntax-invalid", place, kind="not-mapping", noticed=place.line)
