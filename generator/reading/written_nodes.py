"""Where the keys, values and items of a document stand in its text, as offsets."""

import re
from functools import cached_property

import yaml

from generator.reading.documents import Document
from generator.reading.fault import Path
from generator.reading.lines import Lines

_BREAK = re.compile("\r\n|[\r\n]")
_COLON = re.compile(r"\s*([:：])")


class WrittenNodes:
    """The nodes of one document, seen as pieces of its text."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self._lines = Lines(document.text)

    @cached_property
    def line_break(self) -> str:
        """What ends the file's lines."""
        found = _BREAK.search(self.text)
        return found[0] if found else "\n"

    def start(self, node: yaml.Node) -> int:
        """Give the offset where a node begins."""
        return self.document.offset(node.start_mark)

    def end(self, node: yaml.Node) -> int:
        """Give the offset behind a node's last character, without the blank lines and comments after it."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self.end(last) if isinstance(last, yaml.Node) else max(map(self.end, last))
        start, end = self.start(node), self.document.offset(node.end_mark)
        return start + len(self.text[start:end].rstrip()) if is_block(node) else end

    def end_of_entry(self, node: yaml.Node) -> int:
        """Give the offset behind a node's last line, where something new may begin; after `|+` its blank lines too."""
        last = node
        while isinstance(last, yaml.CollectionNode) and not last.flow_style and last.value:
            last = last.value[-1] if isinstance(last.value[-1], yaml.Node) else last.value[-1][1]
        if is_block(last) and "+" in self.text[self.start(last) : self.line_end(self.start(last))].partition("#")[0]:
            return self.document.offset(last.end_mark)
        return self.line_end(self.end(node))

    def line_start(self, offset: int) -> int:
        """Give the offset where the line of an offset begins."""
        return offset - self._lines.position(offset)[1]

    def line_end(self, offset: int) -> int:
        """Give the offset where the line of an offset ends, before its break."""
        line, column = self._lines.position(offset)
        return offset - column + len(self._lines.all[line])

    def next_line(self, offset: int) -> int:
        """Give the offset where the next line begins."""
        line, _ = self._lines.position(offset)
        return self._lines.offset(line + 1, 0) if line + 1 < len(self._lines.all) else len(self.text)

    def indent(self, offset: int) -> str:
        """Give the blanks that a new line needs to begin in the column of an offset; tabs stay tabs."""
        return re.sub(r"\S", " ", self.text[self.line_start(offset) : offset])

    def behind_colon(self, key: yaml.Node) -> int:
        """Give the offset behind a key's colon; behind the key where it has none."""
        end = self.document.offset(key.end_mark)
        found = _COLON.match(self.text, end)
        return found.end() if found else end

    def dash(self, holder: yaml.SequenceNode, item: yaml.Node) -> int:
        """Give the offset of the dash before an item of a list in lines."""
        offset = self.start(item)
        column = self.start(holder) - self.line_start(self.start(holder))
        while offset > 0:
            at = self.line_start(offset) + column
            if self.text[at : at + 1] == "-" and at <= self.start(item):
                return at
            offset = self.line_start(offset) - 1
        return self.start(holder)

    def find(self, path: Path, occurrence: int = 0) -> "Found":
        """Find a value, with its key and what holds it; of a key that is written again, that occurrence."""
        found = Found(self.document.root)
        for step in path:
            key, node = self.document.child(found.node, step)
            in_flow = found.in_flow or (isinstance(found.node, yaml.CollectionNode) and bool(found.node.flow_style))
            found = Found(node, key, found.node, in_flow=in_flow)
        if occurrence and isinstance(found.holder, yaml.MappingNode):
            again = [pair for pair in found.holder.value if pair[0].value == path[-1]][occurrence:]
            key, node = again[0] if again else (None, None)
            return Found(node, key, found.holder, in_flow=found.in_flow)
        return found


class Found:
    """A value in a document: its node, or None where it is not there."""

    def __init__(
        self,
        node: yaml.Node | None,
        key: yaml.Node | None = None,
        holder: yaml.Node | None = None,
        *,
        in_flow: bool = False,
    ) -> None:
        self.node = node
        self.key = key
        self.holder = holder
        self.in_flow = in_flow
        """Whether it stands between brackets."""


def is_block(node: yaml.Node) -> bool:
    """Check whether a node is a text under `|` or `>`."""
    return isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")


def is_empty(node: yaml.Node | None) -> bool:
    """Check whether nothing is written there."""
    return node is None or (isinstance(node, yaml.ScalarNode) and not node.value and not node.style)
