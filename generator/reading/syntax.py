"""What libyaml says about a broken text, turned into a fault at the place where an editor should look."""

import re

import yaml

from generator.reading.fault import AnchorFault, Fault, KeyFault, SyntaxFault
from generator.reading.lines import Lines
from generator.reading.repaired import Repaired

_KINDS = (
    ("while scanning a quoted scalar", "quote-open"),
    ("while parsing a quoted scalar", "escape"),
    ("while parsing a flow sequence", "bracket-open"),
    ("while parsing a flow mapping", "brace-open"),
    ("expected a single document", "documents"),
    ("mapping values are not allowed", "colon-inside"),
    ("block sequence entries are not allowed", "dash-inside"),
    ("could not find expected ':'", "colon-missing"),
    ("while scanning a block scalar", "block-header"),
    ("while parsing a block mapping", "indent"),
    ("while parsing a block collection", "indent"),
    ("cannot start any token", "character"),
    ("did not find expected node content", "character"),
    ("while scanning a directive", "character"),
)
"""Kind by words of libyaml's message; the first that fits. What fits none is `other`."""

# Names of anchors and tags are ASCII; in Chinese text libyaml stumbles over them before it can report them.
_SIGNS = (
    ("while scanning an alias", "anchor-used"),
    ("while scanning an anchor", "anchor-used"),
    ("while scanning a tag", "tag-used"),
    ("while parsing a tag", "tag-used"),
    ("found undefined tag handle", "tag-used"),
)

KINDS = frozenset(kind for _, kind in _KINDS) | {
    "after-quote",
    "colon-tight",
    "comma-extra",
    "dash-lost",
    "indent-deep",
    "not-mapping",
    "other",
}
"""All kinds that `syntax-invalid` words."""

# The place is where the thing began; libyaml notices only later that it went wrong.
_OPENED = {"quote-open", "bracket-open", "brace-open", "block-header", "colon-missing"}
_TIGHT = re.compile(r"^\s*(?:-\s+)*(?P<key>[^\s:：#]{1,20}):(?=[^\s/])")
_FULL_WIDTH = re.compile(r"^\s*(?:-\s+)*(?P<key>[A-Za-z_]{1,20})(?P<colon>：)")
_KEY = re.compile(r"^\s*(?:-\s+)*[^\s:]{1,30}$")


def syntax_fault(lines: Lines, repaired: Repaired, error: yaml.MarkedYAMLError) -> Fault:
    """Name what is wrong and where: `syntax-invalid`, or `colon-full-width`, `anchor-used`, `tag-used` as the cause."""
    message = f"{error.context or ''} / {error.problem or ''}"
    for words, rule in _SIGNS:
        if words in message:
            return _sign_fault(lines, repaired, error, rule)
    kind = next((kind for words, kind in _KINDS if words in message), "other")
    if "hexdecimal" in message:
        kind = "escape"
    if kind == "character" and error.problem_mark and error.problem_mark.line >= len(lines.text.rstrip().splitlines()):
        # At the end of the text nothing is wrong but that something before it was never closed.
        opened = _last_opened(lines.text)
        if opened is not None:
            kind = "bracket-open" if lines.text[opened] == "[" else "brace-open"
            return _fault(lines, kind, *lines.position(opened), len(lines.all))
    mark = (error.context_mark if kind in _OPENED else None) or error.problem_mark or error.context_mark
    line, column = (mark.line, repaired.column(mark.line, mark.column)) if mark else (0, 0)
    noticed = min(error.problem_mark.line + 1 if error.problem_mark else line + 1, len(lines.all))
    if kind == "colon-missing":
        return _colon_missing(lines, line, column, noticed)
    if kind == "colon-inside":
        kind, line, column = _colon_inside(lines, line, column)
    elif kind == "indent":
        kind = _indent(lines, line, column)
    elif kind == "character" and line < len(lines.all) and lines.all[line][column : column + 1] == ",":
        kind = "comma-extra" if re.search(r"[\[{,]\s*$", lines.all[line][:column]) else kind
    return _fault(lines, kind, line, column, noticed)


def _fault(lines: Lines, kind: str, line: int, column: int, noticed: int) -> Fault:
    return SyntaxFault("syntax-invalid", lines.place(line, column), kind=kind, noticed=noticed)


def _last_opened(text: str) -> int | None:
    """Find the last bracket that nothing closes; offset or None."""
    opened: list[int] = []
    for offset, character in enumerate(text):
        if character in "[{":
            opened.append(offset)
        elif character in "]}" and opened:
            opened.pop()
    return opened[-1] if opened else None


def _sign_fault(lines: Lines, repaired: Repaired, error: yaml.MarkedYAMLError, rule: str) -> Fault:
    """A text that begins with `*`, `&` or `!`."""
    mark = error.context_mark or error.problem_mark
    line, column = (mark.line, repaired.column(mark.line, mark.column)) if mark else (0, 0)
    place = lines.place(line, column)
    return AnchorFault(rule, place, name="") if rule == "anchor-used" else Fault(rule, place)


def _colon_missing(lines: Lines, line: int, column: int, noticed: int) -> Fault:
    """A line without `key: `: its colon is full-width or has no space after it, or there is none."""
    text = lines.all[min(line, len(lines.all) - 1)]
    if full := _FULL_WIDTH.match(text):
        place = lines.place(line, full.start("colon"))
        return KeyFault("colon-full-width", place, key=full["key"])
    if tight := _TIGHT.match(text):
        return _fault(lines, "colon-tight", line, tight.end() - 1, noticed)
    place = lines.place(line, column, len(text.rstrip()) - column)
    return SyntaxFault("syntax-invalid", place, kind="colon-missing", noticed=noticed)


def _colon_inside(lines: Lines, line: int, column: int) -> tuple[str, int, int]:
    """A colon where none may be: in the midst of a text, or after a key that libyaml took for more text."""
    before = lines.all[line][:column] if line < len(lines.all) else ""
    if line and _KEY.match(before):
        above = next((n for n in range(line - 1, -1, -1) if lines.all[n].strip()), 0)
        if tight := _TIGHT.match(lines.all[above]):
            return "colon-tight", above, tight.end() - 1
        return "indent-deep", line, len(before) - len(before.lstrip())
    return "colon-inside", line, column


def _indent(lines: Lines, line: int, column: int) -> str:
    """Something where a key or a dash should begin: text after a closing quote, a dash, or a wrong indent."""
    text = lines.all[line] if line < len(lines.all) else ""
    before = text[:column].rstrip()
    if before.endswith(("'", '"', "]", "}")):
        return "after-quote"
    return "dash-lost" if not before and text[column:].startswith("- ") else "indent"
