"""The words of prose, read straight from its source: what `plain_text` gives of the tree, without a tree.

All texts of all cases are searched, and a tree takes longer to make than its words take to find.
"""

from generator.case.markdown.chunks import cut, reaches_far
from generator.case.markdown.in_full import INLINE_MARKS, blocks_of, inline_of
from generator.case.markdown.simple import read_list, read_strong, read_table
from generator.case.prose import Node, plain_text


def plain_chunks(source: str) -> str:
    """Give the words of a text such as `parse_chunks` reads, blocks and cells separated by line breaks."""
    if reaches_far(source):
        return _words(blocks_of(source))
    lines: list[str] = []
    for chunk, is_paragraph in cut(source):
        lines += [_line(chunk.strip(" "))] if is_paragraph else _block(chunk)
    return "\n".join([line for line in lines if line])


def _block(source: str) -> list[str]:
    lines = source.split("\n")
    items = read_list(lines)
    if items:
        return [_line(text.strip(" ")) for _, text in items]
    rows = read_table(lines)
    if rows:
        return [_line(cell) for row in (rows[0], *rows[2:]) for cell in row]
    return [_words(blocks_of(source))]


def _line(text: str) -> str:
    if not INLINE_MARKS.search(text):
        return text
    return "".join(read_strong(text)) or _words(inline_of(text))


def _words(nodes: tuple[Node, ...]) -> str:
    return plain_text(nodes).strip("\n")
