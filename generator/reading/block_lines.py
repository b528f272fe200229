"""Which lines of a file are in the midst of a text, where what looks like a key is only text."""

import re

import yaml

_BLOCK_HEADER = re.compile(r"(?:^|[\s:：-])[|>][+-]?\d?[+-]?\s*(?:#.*)?$")
_OUTER = re.compile(r" *(?:- +)*")


def block_lines(lines: list[str]) -> set[int]:
    """Find the 0-based lines that belong to block scalars (`|`, `>`), where any text is only text."""
    inside: set[int] = set()
    parent: int | None = None
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if parent is not None and (not line.strip() or indent > parent):
            inside.add(number)
            continue
        parent = block_parent(line)
    return inside


def block_parent(line: str) -> int | None:
    """Give the column that the text of a block scalar must exceed which a line opens: its key's, else its dash's."""
    if not _BLOCK_HEADER.search(line) or line.lstrip()[0] == "#":
        return None
    outer = _OUTER.match(line)
    prefix = outer[0] if outer else ""
    return len(prefix.rstrip()) - 1 if line[len(prefix) :].startswith(("|", ">")) else len(prefix)


def continued_lines(text: str, starts: set[tuple[int, int]]) -> set[int]:
    """Find the 0-based lines that continue a text begun on an earlier line, as far as the text can be parsed.

    A text that begins at one of `starts` is not text but a key whose colon went wrong.
    """
    inside: set[int] = set()
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            start, end = event.start_mark, event.end_mark
            if not isinstance(event, yaml.ScalarEvent) or start is None or end is None:
                continue
            if event.style not in ("|", ">") and (start.line, start.column) not in starts:
                inside.update(range(start.line + 1, end.line + 1))
    except yaml.YAMLError:
        # What follows the first error is unknown.
        pass
    return inside
