"""Changes of a record as edits of its text: a value goes to its place, and every other character stays.

Nothing is written anew that did not change: comments, blank lines, quotes, indents and line breaks are the editor's
own. A change that rests on another is made on the text that the first one gave.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml
from pydantic import BaseModel

from generator.case.edit import Edit, apply_edits, smallest_edit
from generator.reading.documents import Document, parse_document
from generator.reading.fault import Path
from generator.reading.labels import Labels
from generator.reading.written_nodes import Found, WrittenNodes, is_block, is_empty
from generator.reading.written_value import block_lines, flow_text, item_lines, key_lines, scalar_text

Edits = tuple[Edit, ...]

_COMMA = re.compile(r"\s*, *")
_BLANKS = re.compile(r"[ \r\n]*")


class RecordEditor:
    """Makes edits of one document; values are texts, None, and dicts and lists of them.

    Args:
        document: as it was read; its root may be missing.
        model: whose order of keys new keys keep.
    """

    def __init__(self, document: Document, model: type[BaseModel]) -> None:
        self._nodes = WrittenNodes(document)
        self._labels = Labels.of(model)
        self._text = document.text

    def set(self, path: Path, value: Any) -> Edits:
        """Put a value in the place of another, or where none was; what holds it is made where it is missing.

        Nothing is done where a text stands that would be lost.
        """
        found = self._nodes.find(path)
        if found.node is not None:
            return self._replace(found, value)
        holder, last = path[:-1], path[-1]
        if isinstance(last, str):
            return self.add(holder, {last: value})
        return self.add_item(holder, value)

    def add(self, path: Path, values: Mapping[str, Any], after: str | None = None) -> Edits:
        """Add keys to a mapping, each in the model's order or all after a named key; nothing where a text stands."""
        found = self._nodes.find(path)
        if is_empty(found.node) or (isinstance(found.node, yaml.CollectionNode) and not found.node.value):
            return self.set(path, dict(values)) if path else (self._at_the_end(values),)
        if not isinstance(found.node, yaml.MappingNode):
            return ()
        by_anchor: dict[str | None, dict[str, Any]] = {}
        for key, value in values.items():
            anchor = after or self._key_before(path, found.node, key)
            by_anchor.setdefault(anchor, {})[key] = value
        in_flow = found.in_flow or bool(found.node.flow_style)
        insert = self._insert_in_flow if in_flow else self._insert_lines
        return tuple(insert(found.node, anchor, group) for anchor, group in by_anchor.items())

    def add_item(self, path: Path, value: Any) -> Edits:
        """Add an item to the end of a list; a single text becomes the list's first item, a mapping stays alone."""
        found = self._nodes.find(path)
        node = found.node
        if is_empty(node) or (isinstance(node, yaml.CollectionNode) and not node.value):
            return self.set(path, [value])
        if isinstance(node, yaml.ScalarNode):
            return self.set(path, [node.value, value])
        if not isinstance(node, yaml.SequenceNode):
            return ()
        last = node.value[-1]
        if node.flow_style:
            end = self._nodes.end(last)
            return (Edit(end, end, f", {flow_text(value)}"),)
        indent = self._nodes.indent(self._nodes.start(node))
        return (self._lines_after(last, list(item_lines(value, indent))),)

    def wrap_in_list(self, path: Path) -> Edits:
        """Make of a single value the only item of a list, as it is written; paths that end in an item have none."""
        found, nodes = self._nodes.find(path), self._nodes
        node = found.node
        if node is None or found.key is None:
            return ()
        start, end = nodes.start(node), nodes.end(node)
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            edits, line = [Edit(start, start, "- ")], nodes.next_line(start)
            while line < end:
                if self._text[line : nodes.line_end(line)].strip():
                    edits.append(Edit(line, line, "  "))
                line = nodes.next_line(line)
            return tuple(edits)
        if found.in_flow:
            return (Edit(start, start, "["), Edit(end, end, "]"))
        if isinstance(node, yaml.ScalarNode):
            return self._replace(found, [node.value])
        indent = nodes.indent(nodes.start(found.key))
        behind = nodes.behind_colon(found.key)
        return (Edit(behind, start, f"{nodes.line_break}{indent}  - "),)

    def written(self, path: Path) -> str:
        """Give a value as it is written, from its first character to its last."""
        node = self._nodes.find(path).node
        return "" if node is None else self._text[self._nodes.start(node) : self._nodes.end(node)]

    def is_in_flow(self, path: Path) -> bool:
        """Whether a value stands between brackets."""
        return self._nodes.find(path).in_flow

    def rename(self, path: Path, key: str) -> Edits:
        """Give a key another name."""
        found = self._nodes.find(path)
        if found.key is None:
            return ()
        start, end = self._nodes.start(found.key), self._nodes.document.offset(found.key.end_mark)
        return (Edit(start, end, scalar_text(key, in_flow=found.in_flow)),)

    def remove(self, path: Path, occurrence: int = 0) -> Edits:
        """Take a key or an item out, with what holds it where nothing else is left in that.

        Comments on lines before it stay.

        Args:
            path: the value's.
            occurrence: which of a key that is written several times, from 0.
        """
        found = self._nodes.find(path, occurrence)
        if found.node is None or not path:
            return ()
        holder = found.holder
        if isinstance(holder, yaml.CollectionNode) and len(holder.value) == 1 and len(path) > 1:
            return self.remove(path[:-1])
        if isinstance(holder, yaml.CollectionNode) and holder.flow_style:
            return (self._out_of_flow(found),)
        return (self._out_of_lines(found),)

    def move(self, path: Path, to: Path) -> Edits:
        """Take a value out and put it in another place; nothing where what is left cannot be read.

        The two may lie close together, so they come as one edit of all between them.
        """
        value: Any = self._nodes.document.value
        for step in path:
            value = value[step]
        rest = apply_edits(self._text, self.remove(path))
        document = parse_document(self._nodes.document.path, rest.encode())
        if document.root is None and rest.strip():
            return ()
        return edits_between(self._text, apply_edits(rest, RecordEditor(document, self._labels.model).set(to, value)))

    # Where a value goes.

    def _replace(self, found: Found, value: Any) -> Edits:
        node, nodes = found.node, self._nodes
        if node is None or found.holder is None:
            raise ValueError(value)
        start, end = nodes.start(node), nodes.end(node)
        in_flow = found.in_flow or (isinstance(found.holder, yaml.CollectionNode) and bool(found.holder.flow_style))
        if in_flow:
            return (self._replace_in_flow(found, value),)
        is_lines = is_block(node) or (isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value)
        if isinstance(found.holder, yaml.SequenceNode):
            dash = nodes.dash(found.holder, node)
            behind, indent = dash + 1, nodes.indent(dash)
        elif found.key is not None:
            behind, indent = nodes.behind_colon(found.key), nodes.indent(nodes.start(found.key))
        first, *rest = block_lines(value, indent, is_item=found.key is None)
        if not rest and not is_lines and not is_empty(node):
            return (Edit(start, end, first[1:]),)
        if is_lines:
            # The comment behind the last of several lines goes with them.
            end = nodes.line_end(end)
        return self._replace_lines(behind, max(start, behind), end, first, rest)

    def _replace_lines(self, behind: int, start: int, end: int, first: str, rest: Sequence[str]) -> Edits:
        """Replace what stands from behind a colon or dash to an end, but for the comments around it."""
        nodes, line_break = self._nodes, self._nodes.line_break
        edits = [Edit(behind, max(end, behind), first)]
        comment_end = nodes.line_end(behind)
        if comment_end < start and "#" in self._text[behind:start]:
            edits = [Edit(behind, behind, first), Edit(comment_end, end, "")]
        if rest:
            tail = nodes.line_end(end)
            edits.append(Edit(tail, tail, "".join(line_break + line for line in rest)))
            if len(edits) == 2 and edits[0].end == tail:
                edits = [Edit(behind, tail, first + edits[1].text)]
        return tuple(edits)

    def _replace_in_flow(self, found: Found, value: Any) -> Edit:
        nodes, node, text = self._nodes, found.node, flow_text(value)
        if node is None:
            raise ValueError(value)
        if not is_empty(node):
            return Edit(nodes.start(node), nodes.end(node), text)
        if found.key is None:
            return Edit(nodes.start(node), nodes.start(node), text)
        key_end, behind = nodes.document.offset(found.key.end_mark), nodes.behind_colon(found.key)
        return Edit(behind, behind, f" {text}" if behind > key_end else f": {text}")

    def _key_before(self, path: Path, holder: yaml.MappingNode, key: str) -> str | None:
        """Name the key after which a new one belongs; None where it belongs before all of them."""
        order = list(self._labels.keys_at(path))
        present: list[str] = [name.value for name, _ in holder.value if isinstance(name, yaml.ScalarNode)]
        if key not in order or not present:
            return present[-1] if present else None
        before = set(order[: order.index(key)])
        known = [name for name in present if name in before]
        if known:
            return max(known, key=order.index)
        return None if any(name in order for name in present) else present[-1]

    def _insert_lines(self, holder: yaml.MappingNode, anchor: str | None, values: Mapping[str, Any]) -> Edit:
        nodes, (first, _) = self._nodes, holder.value[0]
        start = nodes.start(first)
        indent = nodes.indent(start)
        lines = [line for key, value in values.items() for line in key_lines(key, value, indent)]
        if anchor is None:
            joined = nodes.line_break.join((*lines, indent))
            return Edit(start, start, joined.removeprefix(indent))
        key, value = next(pair for pair in holder.value if pair[0].value == anchor)
        return self._lines_after(key if nodes.end(value) < nodes.end(key) else value, lines)

    def _insert_in_flow(self, holder: yaml.MappingNode, anchor: str | None, values: Mapping[str, Any]) -> Edit:
        nodes, text = self._nodes, flow_text(dict(values))[1:-1]
        if anchor is None:
            start = nodes.start(holder.value[0][0])
            return Edit(start, start, f"{text}, ")
        key, value = next(pair for pair in holder.value if pair[0].value == anchor)
        end = max(nodes.behind_colon(key), nodes.end(value)) if is_empty(value) else nodes.end(value)
        if is_empty(value):
            end = nodes.behind_colon(key)
        return Edit(end, end, f", {text}")

    def _lines_after(self, node: yaml.Node, lines: Sequence[str]) -> Edit:
        nodes, at = self._nodes, self._nodes.end_of_entry(node)
        if at == nodes.line_start(at) and at > 0:
            return Edit(at, at, "".join(line + nodes.line_break for line in lines))
        return Edit(at, at, "".join(nodes.line_break + line for line in lines))

    def _at_the_end(self, values: Mapping[str, Any]) -> Edit:
        nodes, end = self._nodes, len(self._text)
        is_closed = nodes.line_start(end) == end
        lines = [line for key, value in values.items() for line in key_lines(key, value, "")]
        return Edit(end, end, ("" if is_closed else nodes.line_break) + nodes.line_break.join((*lines, "")))

    # What goes.

    def _out_of_flow(self, found: Found) -> Edit:
        nodes, node = self._nodes, found.node
        if node is None:
            raise ValueError(found)
        start = nodes.start(found.key or node)
        end = max(nodes.end(node), nodes.behind_colon(found.key)) if found.key else nodes.end(node)
        if is_empty(node) and found.key:
            end = nodes.behind_colon(found.key)
        if comma := _COMMA.match(self._text, end):
            return Edit(start, comma.end(), "")
        before = start
        while self._text[before - 1 : before].isspace():
            before -= 1
        return Edit(before - 1 if self._text[before - 1 : before] == "," else start, end, "")

    def _out_of_lines(self, found: Found) -> Edit:
        nodes, node, holder = self._nodes, found.node, found.holder
        if node is None or not isinstance(holder, yaml.CollectionNode):
            raise ValueError(found)
        if found.key is not None:
            start, end = nodes.start(found.key), max(nodes.end(node), nodes.behind_colon(found.key))
        else:
            start, end = nodes.dash(holder, node), max(nodes.end(node), nodes.start(node))  # type: ignore[arg-type]
        line = nodes.line_start(start)
        if not self._text[line:start].strip():
            return Edit(line, nodes.next_line(nodes.line_end(end)), "")
        # It stands behind a dash, and what follows it takes its place there.
        blanks = _BLANKS.match(self._text, nodes.next_line(end))
        following = blanks.end() if blanks else len(self._text)
        if self._text.startswith("#", following):
            return Edit(start, nodes.line_end(end), "")
        return Edit(start, following, "")


def edits_between(old: str, new: str) -> Edits:
    """Say one text as an edit of another, as short as their common beginning and end allow."""
    return () if old == new else (smallest_edit(old, new),)
