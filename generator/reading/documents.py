"""YAML as editors write it, read strictly: text stays text, and every value knows its line and column.

The composer of libyaml builds the nodes (fast, and its marks count characters); one walk turns them into values.
YAML 1.1's guesses (`NO`, `010`, `1:30`) never happen because only the nodes' text is used.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from generator.case.problem import Place
from generator.reading.fault import Fault, Path

MAX_BYTES = 512 * 1024
MAX_DEPTH = 8
MAX_NODES = 5_000

_BLOCK_HEADER = re.compile(r"(?:^|[\s:-])[|>][+-]?\d?[+-]?\s*(?:#.*)?$")
_KEY_COLON = re.compile(r"^[ \t]*(?:-[ \t]+)*([^\s：:#\"'，。、（）]{1,20})：", re.MULTILINE)
_TAB = re.compile(r"^ *(?:- *)*\t", re.MULTILINE)
_RARE = re.compile(r"(?:^|[-:,\[{?])[ ]*[&*!](?=\S)|^\s*<<\s*:|(?:-[ ]+){8}|[\[{]{8}|^[ ]{40}", re.MULTILINE)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


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

    @cached_property
    def lines(self) -> list[str]:
        """The text's lines, as libyaml counts them."""
        return re.split("\r\n|\r|\n|\x85|\u2028|\u2029", self.text)

    def place_at(self, line: int, column: int, width: int = 1) -> Place:
        """Make a place from 0-based line and column."""
        return _place(self.lines, line, column, width)

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Find where a value stands, or with `key` its key; the nearest existing parent where it does not exist."""
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

    def place_of(self, path: Path, needle: str) -> Place:
        """Find where a text stands inside a value, else the value itself (a text folded over lines is not found)."""
        node = self._node(path)
        if node is None:
            return self.place(path)
        last = min(node.end_mark.line, len(self.lines) - 1)
        for number in range(node.start_mark.line, last + 1):
            start = node.start_mark.column if number == node.start_mark.line else 0
            column = self.lines[number].find(needle, start)
            if column >= 0:
                return self.place_at(number, column, len(needle))
        return self.place(path)

    def _node(self, path: Path) -> yaml.Node | None:
        node = self.root
        for step in path:
            _, node = _child(node, step)
        return node

    def _span(self, node: yaml.Node) -> Place:
        start, end = node.start_mark, node.end_mark
        line = self.lines[start.line] if start.line < len(self.lines) else ""
        stop = end.column if end.line == start.line else len(line.rstrip())
        if isinstance(node, yaml.CollectionNode):
            stop = len(line.rstrip())
        return self.place_at(start.line, start.column, stop - start.column)


def _place(lines: list[str], line: int, column: int, width: int = 1) -> Place:
    line = max(0, min(line, len(lines) - 1))
    excerpt = lines[line]
    return Place(line + 1, column + 1, max(1, min(width, len(excerpt) - column)), excerpt)


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.value == ""


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
    text, wrong = _decode(data)
    if wrong:
        return Document(path, "", {}, (wrong,))
    document = Document(path, text, {}, ())
    before = list(_faults_of_text(document, known_keys))
    root, faults = None, before
    if not any(fault.rule == "character-invisible" for fault in before):
        root, found = _compose(document)
        # A misread colon or a tab explains the syntax error that follows from it.
        faults = before + [fault for fault in found if not (before and fault.rule == "syntax-invalid")]
    if root is None:
        if not faults:
            faults = [Fault("record-empty", document.place_at(0, 0))]
        return Document(path, text, {}, tuple(faults))
    if not isinstance(root, yaml.MappingNode):
        if not faults:
            faults = [Fault("syntax-invalid", document.place_at(root.start_mark.line, 0), about={"kind": "not-mapping"})]
        return Document(path, text, {}, tuple(faults), root)
    walk = _Walk(document)
    value = walk.value(root, 0)
    return Document(path, text, value, (*faults, *walk.faults), root)


def _decode(data: bytes) -> tuple[str, Fault | None]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "", Fault("encoding-wrong", Place(1, 1), about={"encoding": "UTF-16"})
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8-sig", errors="replace")
        line, column = good.count("\n") + 1, len(good) - good.rfind("\n")
        encoding = ""
        try:
            read = data.decode("gb18030")
            encoding = "GBK" if _fits(read, "gbk") else "GB18030"
            lines = read.splitlines()
            # A GBK file misread as UTF-8 fails inside its first Chinese word: name the place in the GBK text.
            line, column = next(
                ((n, i + 1) for n, text in enumerate(lines, 1) for i, c in enumerate(text) if ord(c) > 127), (1, 1)
            )
            return "", Fault(
                "encoding-wrong",
                Place(line, column, 1, lines[line - 1] if line <= len(lines) else ""),
                about={"encoding": encoding},
            )
        except UnicodeDecodeError:
            return "", Fault("encoding-wrong", Place(line, column), about={"encoding": encoding})


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _faults_of_text(document: Document, known_keys: frozenset[str]) -> Iterator[Fault]:
    text = document.text
    for found in _UNPRINTABLE.finditer(text):
        line, column = _line_column(text, found.start())
        yield Fault(
            "character-invisible",
            document.place_at(line, column),
            about={"code": f"U+{ord(found[0]):04X}"},
        )
        return
    blocks: set[int] | None = None
    for found in _KEY_COLON.finditer(text):
        if found[1] not in known_keys:
            continue
        blocks = _block_lines(document.lines) if blocks is None else blocks
        line, column = _line_column(text, found.end() - 1)
        if line not in blocks:
            yield Fault("colon-full-width", document.place_at(line, column), about={"key": found[1]})
    for found in _TAB.finditer(text):
        blocks = _block_lines(document.lines) if blocks is None else blocks
        line, column = _line_column(text, found.end() - 1)
        if line not in blocks and document.lines[line].strip():
            yield Fault("tab-indent", document.place_at(line, column))


def _line_column(text: str, offset: int) -> tuple[int, int]:
    """Give the 0-based line and column of an offset."""
    return text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset) - 1


def _block_lines(lines: list[str]) -> set[int]:
    """Find the 0-based lines that belong to block scalars (`|`, `>`), where any text is only text."""
    inside: set[int] = set()
    parent: int | None = None
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if parent is not None and (not line.strip() or indent > parent):
            inside.add(number)
            continue
        parent = indent if _BLOCK_HEADER.search(line) and not line.lstrip().startswith("#") else None
    return inside


def _compose(document: Document) -> tuple[yaml.Node | None, list[Fault]]:
    try:
        if _RARE.search(document.text):
            faults = list(_rare_faults(document))
            if faults:
                return None, faults
        return yaml.compose(document.text, Loader=yaml.CSafeLoader), []
    except yaml.MarkedYAMLError as error:
        return None, [_syntax_fault(document, error)]
    except yaml.YAMLError:
        return None, [Fault("syntax-invalid", document.place_at(0, 0), about={"kind": "other"})]


def _rare_faults(document: Document) -> Iterator[Fault]:
    """Look through the parser's events for what compose() would follow: anchors, aliases, tags, deep nesting."""
    depth = 0
    for event in yaml.parse(document.text, Loader=yaml.CSafeLoader):
        place = document.place_at(event.start_mark.line, event.start_mark.column)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            yield Fault("anchor-used", place, about={"name": getattr(event, "anchor", "")})
        if getattr(event, "tag", None):
            yield Fault("tag-used", place, about={"tag": event.tag})
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                yield Fault("record-too-deep", place, about={"limit": MAX_DEPTH})
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


_SYNTAX_KINDS = (
    ("while scanning a quoted scalar", "quote-open"),
    ("while parsing a flow sequence", "bracket-open"),
    ("while parsing a flow mapping", "brace-open"),
    ("expected a single document", "documents"),
    ("mapping values are not allowed", "colon-inside"),
    ("could not find expected ':'", "colon-missing"),
    ("while parsing a block mapping", "indent"),
    ("while parsing a block collection", "indent"),
    ("while scanning a block scalar", "indent"),
    ("cannot start any token", "character"),
    ("found unknown escape", "escape"),
    ("while scanning an alias", "anchor"),
    ("while scanning an anchor", "anchor"),
)


def _syntax_fault(document: Document, error: yaml.MarkedYAMLError) -> Fault:
    told = f"{error.context or ''} / {error.problem or ''}"
    kind = next((kind for words, kind in _SYNTAX_KINDS if words in told), "other")
    opened = error.context_mark if kind in ("quote-open", "bracket-open", "brace-open") else None
    mark = opened or error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    noticed = error.problem_mark.line + 1 if error.problem_mark else line + 1
    return Fault("syntax-invalid", document.place_at(line, column), about={"kind": kind, "noticed": noticed})


class _Walk:
    """One walk over the nodes: values out, faults gathered."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.faults: list[Fault] = []
        self.nodes = 0

    def value(self, node: yaml.Node, depth: int) -> Any:
        self.nodes += 1
        if isinstance(node, yaml.ScalarNode):
            return node.value if node.value or node.style else None
        if depth >= MAX_DEPTH:
            self._fault("record-too-deep", node, limit=MAX_DEPTH)
            return None
        if self.nodes > MAX_NODES:
            if not any(fault.rule == "record-too-large" for fault in self.faults):
                self._fault("record-too-large", node, nodes=self.nodes, limit=MAX_NODES)
            return None
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, depth + 1) for child in node.value]
        return self._mapping(node, depth)

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
                values[key.value] = self.value(child, depth + 1)
                lines[key.value] = key.start_mark.line + 1
        return values

    def _fault(self, rule: str, node: yaml.Node, **about: Any) -> None:
        self.faults.append(Fault(rule, self.document._span(node), about=about))  # noqa: SLF001 (one noun, two classes)
