"""What is right, as far as the check knows it: the values that its edits would give."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.case.edit import Edit, apply_edits, smallest_edit
from generator.case.problem import Problem
from generator.case.text import listing
from generator.outputs.letters.quotation import sentence_of
from generator.reading.documents import Document, parse_document
from generator.reading.fault import Path

_MOST_CHOICES = 8
_MOST_EDITS = 40
"""Of a longer list only the beginning is tried out."""


def right_of(problem: Problem, document: Document, path: Path) -> str:
    """Say what should stand there; empty where only a person knows.

    `应为“2024-03-01”` where that is certain, `可能是“2024-03-01”，请核对` where it is likely, `可以写：社区、医院`.

    Args:
        problem: of the record.
        document: the record, as it was checked.
        path: of the value that the problem is about; edits of others say nothing about it.
    """
    if problem.edits and not problem.alternatives:
        value = _value_after(document, problem.edits, path)
        return "" if not value else f"应为“{value}”" if problem.is_certain else f"可能是“{value}”，请核对"
    tried = (problem.edits, *problem.alternatives)[: _MOST_EDITS + 1]
    choices = list(dict.fromkeys(filter(None, (_value_after(document, edits, path) for edits in tried if edits))))
    if not choices:
        return ""
    more = "等" if len(choices) > _MOST_CHOICES or len(problem.alternatives) > _MOST_EDITS else ""
    return f"可以写：{listing(choices[:_MOST_CHOICES])}{more}"


def _value_after(document: Document, edits: Sequence[Edit], about: Path) -> str:
    """Give the one text that edits change; empty where they change several, or take one away."""
    try:
        changed = parse_document(document.path, apply_edits(document.text, edits).encode())
    except ValueError:
        return ""
    if changed.root is None or changed.faults:
        return ""
    old, new = dict(_texts(document.value, ())), dict(_texts(changed.value, ()))
    if old.keys() - new.keys():
        return ""
    different = [(path, text) for path, text in new.items() if old.get(path) != text]
    if len(different) != 1 or different[0][0] != about:
        return ""
    path, text = different[0]
    edit = smallest_edit(old.get(path, ""), text)
    quoted = sentence_of(text, edit.start, edit.start + len(edit.text))
    return f"{quoted.before}{quoted.marked}{quoted.after}"


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _texts(child, (*path, key))
    elif isinstance(value, list):
        for at, child in enumerate(value):
            yield from _texts(child, (*path, at))
