"""From text to YAML's nodes, repaired where that is needed, and never past what the composer must not see."""

import re
from collections.abc import Iterator
from itertools import chain

import yaml

from generator.reading.fault import AnchorFault, Fault, LimitFault, SyntaxFault
from generator.reading.limits import MAX_DEPTH
from generator.reading.lines import Lines
from generator.reading.repair import repair, repair_spaces, repair_tabs
from generator.reading.repaired import Repaired
from generator.reading.syntax import syntax_fault

_SIGN = re.compile(r"[&*!](?:(?<!!)(?=[\w-])|(?<=!)(?=\S))")
_BEFORE_SIGN = ("", "\n", *"-:,[{?\r\x85\u2028\u2029")
# libyaml's composer recurses on the C stack: 100,000 open brackets end the process without a word. What opens a level
# is counted; more than this, or an indent so wide, and the events are looked through first.
_MANY = 200
_WIDE_INDENT = " " * 40


_MISREAD = ("character-invisible", "tab-indent")
"""Where one of them is, what is still wrong may come of it: a tab may be read as too few or too many spaces."""


class _Composer(yaml.CSafeLoader):
    """Composes without guessing what a plain scalar might be: the guesses cost time and nobody asks for them.

    Every node gets the same tag: an empty text, into which anything may be put without a step of Python. libyaml asks
    three times for each node.
    """

    resolve = descend_resolver = ascend_resolver = "".format  # type: ignore[assignment]


def compose(
    lines: Lines, known_keys: frozenset[str], most: int
) -> tuple[yaml.Node | None, tuple[Fault, ...], Repaired]:
    """Compose a text, repaired where that is needed.

    Args:
        lines: the text.
        known_keys: keys and labels; before a full-width colon they are taken for a key gone wrong.
        most: how many keys, values and items it may have.

    Returns:
        The root, or None where there is none or the text is broken; what was wrong; the text that the nodes' marks
        count in.
    """
    repaired = repair(lines, known_keys)
    root, found = _try(lines, repaired, most)
    attempts = chain(repair_spaces(lines, known_keys, repaired), _untabbed(lines, repaired))
    for attempt in attempts if _is_broken(found) else ():
        retried = _try(lines, attempt, most)
        if not _is_broken(retried[1]) or _has_tabs(attempt):
            repaired, (root, found) = attempt, retried
            break
    if any(fault.rule in _MISREAD for fault in repaired.faults):
        found = [fault for fault in found if fault.rule != "syntax-invalid"]
    return root, (*repaired.faults, *found), repaired


def _is_broken(found: list[Fault]) -> bool:
    return any(fault.rule == "syntax-invalid" for fault in found)


def _has_tabs(repaired: Repaired) -> bool:
    return any(fault.rule == "tab-indent" for fault in repaired.faults)


def _untabbed(lines: Lines, repaired: Repaired) -> Iterator[Repaired]:
    untabbed = repair_tabs(lines, repaired) if "\t" in lines.text else None
    if untabbed:
        yield untabbed


def _try(lines: Lines, repaired: Repaired, most: int) -> tuple[yaml.Node | None, list[Fault]]:
    text = repaired.text
    try:
        if _may_be_rare(text):
            faults = list(_rare_faults(lines, repaired, most))
            if faults:
                return None, faults
        return yaml.compose(text, Loader=_Composer), []
    except yaml.MarkedYAMLError as error:
        return None, [syntax_fault(lines, repaired, error)]
    except yaml.YAMLError:
        return None, [SyntaxFault("syntax-invalid", lines.place(0, 0), kind="other", noticed=1)]


def _may_be_rare(text: str) -> bool:
    """Check quickly whether a text may have signs or nesting that the composer must not see; most have none."""
    has_sign = "&" in text or "*" in text or "!" in text
    return (
        (has_sign and any(_is_before(text, found.start()) for found in _SIGN.finditer(text)))
        or any(text.count(opener) > _MANY for opener in ("[", "{", "- ", "? ", ": :"))
        or _WIDE_INDENT in text
    )


def _is_before(text: str, sign: int) -> bool:
    """Check whether what stands before a sign lets a value begin there."""
    while sign and text[sign - 1] in " \t":
        sign -= 1
    return text[sign - 1 : sign] in _BEFORE_SIGN


def _rare_faults(lines: Lines, repaired: Repaired, most: int) -> Iterator[Fault]:
    """Look through the parser's events for what compose() would follow: anchors, aliases, tags, and far too much."""
    depth = nodes = 0
    for event in yaml.parse(repaired.text, Loader=yaml.CSafeLoader):
        mark = event.start_mark
        if mark is None:
            continue
        line, column = mark.line, repaired.column(mark.line, mark.column)
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor:
            yield AnchorFault("anchor-used", lines.place(line, column, len(anchor) + 1), name=anchor)
        if tag:
            yield Fault("tag-used", lines.place(line, column))
        nodes += isinstance(event, yaml.NodeEvent)
        if nodes > most:
            yield LimitFault("record-too-large", lines.place(line, column), limit=most)
            return
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                yield LimitFault("record-too-deep", lines.place(line, column), limit=MAX_DEPTH)
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
