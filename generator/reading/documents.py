"""YAML as editors write it, read strictly: text stays text, and every value knows its line and column.

The composer of libyaml builds the nodes (fast, and its marks count characters); one walk turns them into values.
YAML 1.1's guesses (`NO`, `010`, `1:30`) never happen because only the nodes' text is used.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from generator.case.problem import Place
from generator.reading.decoding import decode
from generator.reading.fault import Fault, Path
from generator.reading.lines import Lines
from generator.reading.repair import Repaired, repair, repair_tabs
from generator.reading.syntax import syntax_fault

MAX_BYTES = 512 * 1024
MAX_DEPTH = 8
MAX_NODES = 5_000

_SIGN = re.compile(r"(?:^|[-:,\[{?\r\x85\u2028\u2029])[ \t]*(?:[&*](?=[\w-])|!(?=\S))", re.MULTILINE)
# libyaml's composer recurses on the C stack: 100,000 open brackets end the process without a word. What opens a level
# is counted; more than this, or an indent so wide, and the events are looked through first.
_MANY = 200
_WIDE_INDENT = " " * 40


class _Composer(yaml.CSafeLoader):
    """Composes without guessing what a plain scalar might be: the guesses cost time and nobody asks for them."""

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: object) -> str:
        """Give every node the same tag."""
        del kind, value, implicit
        return ""


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

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)

    @property
    def lines(self) -> list[str]:
        """The text's lines, as libyaml counts them."""
        return self._lines.all

    def place_at(self, line: int, column: int, width: int = 1) -> Place:
        """Make a place from 0-based line and column."""
        return self._lines.place(line, column, width)

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Find where a value is, or with `key` its key; the nearest existing parent where it does not exist."""
        node, found = self.root, self.root
        on_key = False
        for step in path:
            key_node, node = _child(node, step)
            if node is None:
                break
            on_key = key_node is not None and (key or _is_empty(node) or isinstance(node, yaml.CollectionNode))
            found = key_node if on_key else node
        if found is None:
            return self.place_at(0, 0)
        return self._span(found)

    def place_of(self, path: Path, needle: str, occurrence: int = 0) -> Place:
        """Find where a text stands inside a value, the first time or a later one.

        A text that is folded over lines is not found; then the place is the value's.
        """
        node = self._node(path)
        if node is None:
            return self.place(path)
        last = min(node.end_mark.line, len(self.lines) - 1)
        for number in range(node.start_mark.line, last + 1):
            column = node.start_mark.column if number == node.start_mark.line else 0
            while (column := self.lines[number].find(needle, column)) >= 0:
                if not occurrence:
                    return self.place_at(number, column, len(needle))
                occurrence -= 1
                column += len(needle)
        return self.place(path)

    @cached_property
    def scalars(self) -> tuple[tuple[Path, yaml.ScalarNode], ...]:
        """Every value that is a text, with its path and the node that tells how it was written."""
        return tuple(_scalars(self.root, ()))

    def _node(self, path: Path) -> yaml.Node | None:
        node = self.root
        for step in path:
            _, node = _child(node, step)
        return node

    def _start(self, node: yaml.Node) -> tuple[int, int]:
        line = node.start_mark.line
        return line, self.repaired.column(line, node.start_mark.column)

    def _span(self, node: yaml.Node) -> Place:
        line, column = self._start(node)
        end = node.end_mark
        if end.line == line and not isinstance(node, yaml.CollectionNode):
            return self.place_at(line, column, self.repaired.column(line, end.column) - column)
        text = self.lines[line] if line < len(self.lines) else ""
        return self.place_at(line, column, len(text.rstrip()) - column)


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.value == ""


def _scalars(node: yaml.Node | None, path: Path) -> Iterator[tuple[Path, yaml.ScalarNode]]:
    if isinstance(node, yaml.ScalarNode):
        yield path, node
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield from _scalars(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _scalars(value, (*path, index))


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node | None]:
    """Step from a node to a child; gives the key's node (for mappings) and the value's."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None, None


def parse_document(path: str, data: bytes, known_keys: frozenset[str] = frozenset()) -> Document:
    """Read a YAML mapping.

    Args:
        path: the file's, for the document.
        data: the file's bytes.
        known_keys: keys and labels; before a full-width colon they are taken for a key gone wrong.

    Returns:
        The document. Its faults have the rules `record-too-large`, `encoding-wrong`, `character-invisible`,
        `colon-full-width`, `tab-indent`, `syntax-invalid`, `anchor-used`, `tag-used`, `record-too-deep`,
        `key-repeated`, `key-invalid`, `record-empty`.
    """
    if len(data) > MAX_BYTES:
        about = {"bytes": len(data), "limit": MAX_BYTES}
        return Document(path, "", {}, (Fault("record-too-large", Place(1, 1), about=about),))
    text, wrong = decode(data)
    if wrong:
        return Document(path, "", {}, (wrong,))
    lines = Lines(text)
    root, faults, repaired = _compose(lines, known_keys)
    document = Document(path, text, {}, faults, root, repaired)
    if root is None:
        empty = () if faults else (Fault("record-empty", document.place_at(0, 0)),)
        return Document(path, text, {}, faults + empty)
    if not isinstance(root, yaml.MappingNode):
        found = faults or (_not_mapping(document, root),)
        return Document(path, text, {}, found, root, repaired)
    walk = _Walk(document)
    value = walk.value(root, 0)
    found = (*faults, *walk.faults)
    if any(fault.rule in ("record-too-large", "record-too-deep") for fault in found):
        # Thousands of items would have thousands of problems; none of them is the one to solve first.
        return Document(path, text, {}, found, root, repaired)
    if not value and not found:
        found = (Fault("record-empty", document.place_at(0, 0)),)
    return Document(path, text, value, found, root, repaired)


def _compose(lines: Lines, known_keys: frozenset[str]) -> tuple[yaml.Node | None, tuple[Fault, ...], Repaired]:
    """Compose the text, repaired where that is needed."""
    repaired = repair(lines, known_keys)
    root, found = _try(lines, repaired)
    if any(fault.rule == "syntax-invalid" for fault in found) and "\t" in lines.text:
        untabbed = repair_tabs(lines, repaired)
        if untabbed:
            repaired = untabbed
            root, found = _try(lines, repaired)
            # What is still wrong may come of a tab that we read as too few or too many spaces.
            found = [fault for fault in found if fault.rule != "syntax-invalid"]
    if any(fault.rule == "character-invisible" for fault in repaired.faults):
        found = [fault for fault in found if fault.rule != "syntax-invalid"]
    return root, (*repaired.faults, *found), repaired


def _try(lines: Lines, repaired: Repaired) -> tuple[yaml.Node | None, list[Fault]]:
    text = repaired.text
    try:
        if _may_be_rare(text):
            faults = list(_rare_faults(lines, repaired))
            if faults:
                return None, faults
        return yaml.compose(text, Loader=_Composer), []
    except yaml.MarkedYAMLError as error:
        return None, [syntax_fault(lines, repaired, error)]
    except yaml.YAMLError:
        return None, [Fault("syntax-invalid", lines.place(0, 0), about={"kind": "other", "noticed": 1})]


def _may_be_rare(text: str) -> bool:
    """Tell quickly whether a text may have signs or nesting that the composer must not see; most have none."""
    has_sign = "&" in text or "*" in text or "!" in text
    return (
        (has_sign and _SIGN.search(text) is not None)
        or any(text.count(opener) > _MANY for opener in ("[", "{", "- ", "? ", ": :"))
        or _WIDE_INDENT in text
    )


def _rare_faults(lines: Lines, repaired: Repaired) -> Iterator[Fault]:
    """Look through the parser's events for what compose() would follow: anchors, aliases, tags, deep nesting."""
    depth = 0
    for event in yaml.parse(repaired.text, Loader=yaml.CSafeLoader):
        mark = event.start_mark
        if mark is None:
            continue
        line, column = mark.line, repaired.column(mark.line, mark.column)
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor:
            yield Fault("anchor-used", lines.place(line, column, len(anchor) + 1), about={"name": anchor})
        if tag:
            yield Fault("tag-used", lines.place(line, column), about={"tag": tag})
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                yield Fault("record-too-deep", lines.place(line, column), about={"limit": MAX_DEPTH})
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _not_mapping(document: Document, root: yaml.Node) -> Fault:
    line = root.start_mark.line
    place = document.place_at(line, 0, len(document.lines[line]) if line < len(document.lines) else 1)
    return Fault("syntax-invalid", place, about={"kind": "not-mapping", "noticed": place.line})


class _Walk:
    """One walk over the nodes: values out, faults gathered."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.faults: list[Fault] = []
        self.nodes = 0
        self.path: list[str | int] = []

    def value(self, node: yaml.Node, depth: int) -> Any:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._once("record-too-large", node, nodes=self.nodes, limit=MAX_NODES)
            return None
        if isinstance(node, yaml.ScalarNode):
            return node.value if node.value or node.style else None
        if depth >= MAX_DEPTH:
            self._once("record-too-deep", node, limit=MAX_DEPTH)
            return None
        if isinstance(node, yaml.SequenceNode):
            return [self._child(index, child, depth) for index, child in enumerate(node.value)]
        return self._mapping(node, depth)

    def _child(self, step: str | int, node: yaml.Node, depth: int) -> Any:
        self.path.append(step)
        value = self.value(node, depth + 1)
        self.path.pop()
        return value

    def _mapping(self, node: yaml.Node, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key, child in node.value:
            self.nodes += 1
            if not isinstance(key, yaml.ScalarNode):
                self._fault("key-invalid", key)
            elif key.value == "<<":
                self._fault("anchor-used", key, name="<<")
            elif key.value in values:
                self._fault("key-repeated", key, key=key.value, first=lines[key.value])
            else:
                values[key.value] = self._child(key.value, child, depth)
                lines[key.value] = key.start_mark.line + 1
        return values

    def _once(self, rule: str, node: yaml.Node, **about: Any) -> None:
        if not any(fault.rule == rule for fault in self.faults):
            self._fault(rule, node, **about)

    def _fault(self, rule: str, node: yaml.Node, **about: Any) -> None:
        place = self.document._span(node)  # noqa: SLF001 (one noun, two classes)
        self.faults.append(Fault(rule, place, tuple(self.path), about))
