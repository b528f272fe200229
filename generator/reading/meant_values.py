"""Values as they were meant: odd characters go from all texts of a file before anything is looked up in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.case.odd_characters import Use, has_odd, meant_text
from generator.reading.fault import Path

_NAMES = frozenset(
    [
        "task",
        "tasks",
        "also",
        "forms",
        "kind",
        "products",
        "level",
        "status",
        "qualifier",
        "unit",
        "keywords",
        "batch",
        "role",
        "course",
        "university",
        "universities",
        "school",
        "branch",
        "branches",
        "secretary",
        "secretaries",
        "team",
        "name",
        "names",
        "aliases",
        "province",
        "provinces",
        "city",
        "county",
        "cities",
        "detail",
        "publisher",
        "medium",
        "granted_by",
        "author",
        "photographer",
        "reviewer",
        "start",
        "end",
        "date",
        "year",
        "years",
        "value",
        "before",
        "minutes",
        "expires_on",
        "granted_on",
        "replaced_by",
        "cases",
        "id",
    ]
)
"""Keys of names, terms, numbers and dates, in which Chinese characters have no space between them."""
_FILES = frozenset(("file",))
"""Keys of files' names, which stay as the disk has them."""
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))|.", re.DOTALL)
_MAX_UNICODE = 0x10FFFF


@dataclass(frozen=True, slots=True)
class OddText:
    """A text of a file, or a key, that has odd characters and is read without them."""

    path: Path
    node: yaml.ScalarNode
    use: Use
    is_key: bool = False


def mean(root: yaml.Node) -> tuple[OddText, ...]:
    """Put into the nodes of a file what their texts mean; the nodes' marks stay at what is written."""
    found = []
    for path, node, is_key in _scalars(root, ()):
        use = "name" if is_key else use_of(path, node)
        if use and has_odd(node.value):
            meant = meant_text(node.value, use)
            if meant != node.value:
                node.value = meant
                found.append(OddText(path, node, use, is_key))
    return tuple(found)


def use_of(path: Path, node: yaml.ScalarNode) -> Use | None:
    """Say how a value is used, by its key and the way it is written; None for what is left as it is."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    if key in _FILES:
        return None
    if node.style in ("|", ">"):
        return "prose"
    return "name" if key in _NAMES else "line"


def _scalars(node: yaml.Node, path: Path) -> Iterator[tuple[Path, yaml.ScalarNode, bool]]:
    if isinstance(node, yaml.ScalarNode):
        yield path, node, False
    elif isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            yield from _scalars(child, (*path, index))
    elif isinstance(node, yaml.MappingNode):
        for key, child in node.value:
            if isinstance(key, yaml.ScalarNode):
                # First the key: what is below it is found by what it means.
                yield (*path, key.value), key, True
                yield from _scalars(child, (*path, key.value))


def spelt(text: str, *, has_escapes: bool) -> tuple[str, tuple[int, ...]]:
    r"""Read the escapes of a text between double quotes (`\u200b`), each for one character.

    Returns:
        The text, and where each of its characters begins in what is written; the end as the last.
    """
    if not has_escapes:
        return text, tuple(range(len(text) + 1))
    found = list(_ESCAPE.finditer(text))
    return "".join(map(_character, found)), (*(one.start() for one in found), len(text))


def _character(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code:
        number = int(code, 16)
        return chr(number) if number <= _MAX_UNICODE else "?"
    # `\_` is YAML's escape for a no-break space; what others stand for is never odd.
    return "\u00a0" if found[0] == "\\_" else "?" if found[4] else found[0]
