"""A record laid out in the rows of a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.case.programme import Programme
from generator.intake.notation import Column, Kind
from generator.intake.proposal import Path

Way = tuple[str, ...]
Row = dict[Way, str]
"""Texts by the paths of columns."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A record laid out in rows."""

    rows: tuple[Row, ...]
    left: tuple[Path, ...]
    """The ways to what has no place in a table, because it is not written as the model has it."""


def lay_out(values: Mapping[str, Any], columns: Sequence[Column], programme: Programme) -> Laid:
    """Lay a record's values out: single ones in the first row, each item of a list in one of its own.

    Args:
        values: as read from its file, texts in dicts and lists.
        columns: those wanted; outermost keys that have none are not looked at.
        programme: in whose words the status is written.
    """
    laying = _Laying(columns, programme)
    keys = dict.fromkeys(column.path[0] for column in columns)
    rows = laying.side_by_side([laying.rows_of(values.get(key), (key,), (key,)) for key in keys])
    return Laid(tuple(rows), tuple(laying.left))


class _Laying:
    def __init__(self, columns: Sequence[Column], programme: Programme) -> None:
        self._kinds: dict[Way, Kind] = {column.path: column.kind for column in columns}
        self._lists = frozenset[Way]().union(*(column.list_paths for column in columns))
        self._ways = frozenset(column.path[:end] for column in columns for end in range(1, len(column.path) + 1))
        self._programme = programme
        self.left: list[Path] = []

    def rows_of(self, value: Any, way: Way, path: Path) -> list[Row]:
        """Give the rows of the value of a key, one below the other."""
        if not value:
            return []
        if way not in self._ways:
            self.left.append(path)
            return []
        if way in self._kinds:
            return self._row(value, way, path)
        if way in self._lists and isinstance(value, list):
            return [row for at, item in enumerate(value) for row in self._rows_of_mapping(item, way, (*path, at))]
        return self._rows_of_mapping([] if way in self._lists else value, way, path)

    def _rows_of_mapping(self, value: Any, way: Way, path: Path) -> list[Row]:
        if isinstance(value, dict):
            return self.side_by_side([self.rows_of(child, (*way, key), (*path, key)) for key, child in value.items()])
        self.left.append(path)
        return []

    def side_by_side(self, stacks: Sequence[Sequence[Row]]) -> list[Row]:
        """Join rows that begin at the same height."""
        height = max(map(len, stacks), default=0)
        return [{way: text for stack in stacks for way, text in _at(stack, at)} for at in range(height)]

    def _row(self, value: Any, way: Way, path: Path) -> list[Row]:
        text = _texts(value) if self._kinds[way] == "texts" else value.strip() if isinstance(value, str) else None
        if text is None:
            self.left.append(path)
            return []
        return [{way: self._in_words(text, self._kinds[way])}] if text else []

    def _in_words(self, text: str, kind: Kind) -> str:
        if kind == "flag":
            return {"true": "是", "false": "否"}.get(text.lower(), text)
        if kind == "status" and text in self._programme.statuses:
            return self._programme.statuses[text].name
        return text


def _at(stack: Sequence[Row], at: int) -> Sequence[tuple[Way, str]]:
    return tuple(stack[at].items()) if at < len(stack) else ()


def _texts(value: Any) -> str | None:
    """Write several texts, each on a line of its own; None where that is not what is there."""
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(one, str) and "\n" not in one.strip() for one in items):
        return None
    return "\n".join(one.strip() for one in items if one.strip())
