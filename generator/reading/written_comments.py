"""The comments of a document, as they are written."""

import re
from collections import deque
from collections.abc import Iterator

import yaml

from generator.reading.documents import Document
from generator.reading.written_nodes import WrittenNodes, is_block

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.MULTILINE)


def written_comments(document: Document) -> tuple[str, ...]:
    """Give all comments from their `#` to the ends of their lines, in their order."""
    if document.root is None:
        return ()
    nodes = WrittenNodes(document)
    texts = deque(sorted(_text(nodes, node) for node in _scalars(document.root)))
    found: list[str] = []
    at = 0
    while comment := _COMMENT.search(document.text, at):
        at = comment.end()
        while texts and texts[0][1] <= comment.start():
            texts.popleft()
        if texts and texts[0][0] <= comment.start():
            # It is in a text, behind which there may be one.
            at = texts[0][1]
        else:
            found.append(comment[0].rstrip())
    return tuple(found)


def _scalars(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        for pair in node.value:
            for child in pair:
                yield from _scalars(child)
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _scalars(child)
    else:
        yield node


def _text(nodes: WrittenNodes, node: yaml.Node) -> tuple[int, int]:
    """Give where a text stands; what follows `|` on its line is no part of it."""
    start = nodes.start(node)
    return (
        (nodes.next_line(start), max(nodes.next_line(start), nodes.end(node)))
        if is_block(node)
        else (start, nodes.end(node))
    )
