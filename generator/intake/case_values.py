"""The values of one case as they are collected from its cells: items of lists get their numbers, guesses give way."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.case.model import SEVERAL, Case
from generator.intake.cell_values import read_cell
from generator.intake.cells import split_values
from generator.intake.proposal import Origin, Path, ProposedValue
from generator.intake.said import Asked, Reading, Said

_LISTS = frozenset(key for key, one in Case.model_fields.items() if "tuple" in str(one.annotation)) | {
    *SEVERAL.values()
}
_GUESSED = re.compile("类别|种类")
"""What a doubt is about that goes when the kind is written in a column of its own."""

Slot = tuple[str, int, int]
"""Which item of a list: by its number in the heading, or by row and place in the cell."""


@dataclass
class CaseValues:
    """The values of one case."""

    notes: list[str] = field(default_factory=list)
    """What had no place any more, in Chinese."""
    _single: dict[Path, ProposedValue] = field(default_factory=dict)
    _items: dict[str, dict[Slot, dict[Path, ProposedValue]]] = field(default_factory=dict)

    def lined(self, asked: Asked, row: int) -> list[Reading]:
        """Read a cell under a heading for a part of a list's items, which may have a line for each of several."""
        del row
        if len(asked.path) < 2 or asked.path[0] not in _LISTS:
            return [read_cell(asked)]
        parts = split_values(asked.text, "\n") if "\n" in asked.text else split_values(asked.text, "；;")
        return [read_cell(replace(asked, text=part)) for part in parts]

    def add(self, said: Sequence[Said], origin: Origin, doubt: str, item: int, line: int) -> None:
        """Add what a cell says.

        Args:
            said: its values.
            origin: the cell.
            doubt: about the cell as a whole.
            item: the number of the item in the heading; -1 where it has none.
            line: of the cell.
        """
        placed: dict[str, int] = {}
        for one in said:
            doubts = "；".join(filter(None, (one.doubt, doubt)))
            key = str(one.path[0])
            if key not in _LISTS:
                self.put(ProposedValue(one.path, one.value, origin, doubts))
                continue
            inner = one.path[1:]
            if inner and isinstance(inner[0], int):
                place, inner = placed.get(key, 0), inner[1:]
                placed[key] = place + 1
            else:
                place = line
            slot = ("item", item, place) if item >= 0 else ("row", origin.row, self._place(key, origin, place, inner))
            self._fill(key, slot, inner, ProposedValue(one.path, one.value, origin, doubts))

    def _place(self, key: str, origin: Origin, place: int, inner: Path) -> int:
        """Let whole items of another column of the same row follow those that are there; parts join them."""
        taken = self._items.get(key, {})
        if inner:
            return place
        while ("row", origin.row, place) in taken and () in taken["row", origin.row, place]:
            place += 1
        return place

    def _fill(self, key: str, slot: Slot, inner: Path, value: ProposedValue) -> None:
        own = self._items.setdefault(key, {}).setdefault(slot, {})
        if inner and inner in own and own[inner].value != value.value:
            self.notes.append(f"{value.origin.chinese} 的“{value.value}”没有用上，前面已经有“{own[inner].value}”")
            return
        own.setdefault(inner, value)

    def put(self, value: ProposedValue) -> None:
        """Add a single value; a second one that differs is kept as a note, prose goes on."""
        before = self._single.get(value.path)
        if before is None or (before.doubt and not value.doubt):
            self._single[value.path] = value
        elif before.value != value.value and isinstance(value.value, str) and isinstance(before.value, str):
            if value.path[0] in ("background", "approach", "results", "lessons"):
                self._single[value.path] = replace(before, value=f"{before.value}\n\n{value.value}")
            elif not value.doubt:
                self.notes.append(f"{value.origin.chinese} 的“{value.value}”没有用上，前面已经有“{before.value}”")

    def has(self, *keys: str) -> bool:
        """Whether there is a value of any of these outermost keys."""
        return self.first(*keys) is not None

    def first(self, *keys: str) -> ProposedValue | None:
        """Give the first value of any of these outermost keys."""
        for key in keys:
            for path, value in self._single.items():
                if path[0] == key:
                    return value
            for own in self._items.get(key, {}).values():
                return next(iter(own.values()))
        return None

    @property
    def provinces(self) -> list[str]:
        """The provinces of all places."""
        found = []
        for own in self._items.get("places", {}).values():
            for inner, value in own.items():
                if inner == ("province",):
                    found.append(str(value.value))
                elif isinstance(value.value, dict):
                    found.append(str(value.value.get("province", "")))
        return found

    def proposed(self) -> Iterator[ProposedValue]:
        """Give all values, with the items of lists numbered."""
        yield from (one for one in self._single.values() if not self._is_doubled(one.path))
        for key, items in self._items.items():
            seen: list[Any] = []
            for own in items.values():
                values = list(_settled(own))
                whole = [one.value for _, one in values]
                if whole in seen:
                    continue
                seen.append(whole)
                at = len(seen) - 1
                yield from (replace(one, path=(key, at, *inner)) for inner, one in values)

    def _is_doubled(self, path: Path) -> bool:
        """Whether a single value is told by the list of several as well."""
        several = SEVERAL.get(str(path[0]))
        if several not in self._items:
            return False
        if len(path) > 1:
            self.notes.append(
                f"{self._single[path].origin.chinese} 的“{self._single[path].value}”看不出是哪一位的，没有用上"
            )
        return True


def _settled(own: dict[Path, ProposedValue]) -> Iterator[tuple[Path, ProposedValue]]:
    """Put the parts of an item into the whole that another column gave."""
    whole = own.get(())
    parts = [(inner, one) for inner, one in own.items() if inner]
    if whole is None or not isinstance(whole.value, dict) or not parts:
        yield from own.items()
        return
    keys = {str(inner[0]) for inner, _ in parts}
    is_told = "kind" in keys and _GUESSED.search(whole.doubt)
    doubt = "" if is_told else whole.doubt
    for key, value in whole.value.items():
        if key not in keys:
            yield (key,), replace(whole, value=value, doubt=doubt)
    yield from parts
