"""A case as somebody's file proposes it: every value with the place where it stands, and what is doubtful about it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

DOUBTFUL = "待核："
"""Begins whatever a person must look at."""

Path = tuple[str | int, ...]
"""The way to a value in a record: `("outcomes", 0, "value")`."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in a file something stands."""

    file: str
    """As the editor gave it, with `/`: `材料/汇总表.xlsx`."""
    sheet: str = ""
    """Empty where the file has but one."""
    row: int = 0
    """1-based; 0 where it is none in particular."""
    column: str = ""
    """`C`; `C至E` for several."""
    paragraph: int = 0
    """1-based; 0 where it is none in particular."""

    @property
    def chinese(self) -> str:
        """The place in words: 汇总表.xlsx 工作表“汇总” 第3行 C列."""
        return " ".join((self.file, *self.place))

    @property
    def place(self) -> tuple[str, ...]:
        """The place inside the file in words, from large to small; empty where it is the whole file."""
        parts = (
            f"工作表“{self.sheet}”" if self.sheet else "",
            f"第{self.row}行" if self.row else "",
            f"{self.column}列" if self.column else "",
            f"第{self.paragraph}段" if self.paragraph else "",
        )
        return tuple(filter(None, parts))


@dataclass(frozen=True, slots=True)
class ProposedValue:
    """One value for one place of a record."""

    path: Path
    """No path of a case is the beginning of another's."""
    value: str | dict[str, Any] | list[Any]
    """As a record has it: texts, and dicts and lists of texts."""
    origin: Origin
    doubt: str = ""
    """Why a person must look at it, one Chinese clause without a full stop; empty where nothing was guessed."""


@dataclass(frozen=True, slots=True)
class ProposedPhoto:
    """A photo that came with a case, at full size."""

    read: Callable[[], bytes]
    """Gives its bytes, from the file anew each time: the photos of one document may be more than memory holds."""
    suffix: str
    """Lower case, with the dot: `.jpg`."""
    caption: str
    """Empty where none stands beside it."""
    origin: Origin


@dataclass(frozen=True, slots=True)
class ProposedCase:
    """A case as a file proposes it."""

    values: tuple[ProposedValue, ...]
    photos: tuple[ProposedPhoto, ...]
    origin: Origin
    """Of the case as a whole: its row, its document."""
    notes: tuple[str, ...] = ()
    """What stands in the file and has no place in a record, and what was left out; Chinese, one line each."""
    id: str = ""
    """The id that the file itself gives; empty where it gives none."""

    @property
    def record(self) -> dict[str, Any]:
        """All values as one record, without status and photos."""
        record: dict[str, Any] = nested((one.path, one.value) for one in self.values) if self.values else {}
        return record

    @property
    def doubts(self) -> tuple[ProposedValue, ...]:
        """The values that a person must look at."""
        return tuple(one for one in self.values if one.doubt)

    @property
    def marks(self) -> int:
        """How much a person must look at: values, and notes."""
        return len(self.doubts) + sum(note.startswith(DOUBTFUL) for note in self.notes)

    def text(self, *path: str | int) -> str:
        """Give the text at a path; empty where there is none."""
        for one in self.values:
            if path[: len(one.path)] == one.path:
                found: Any = one.value
                for step in path[len(one.path) :]:
                    found = _inside(found, step)
                return found if isinstance(found, str) else ""
        return ""


def _inside(value: Any, step: str | int) -> Any:
    """Give what a value holds under a key or a number; None where it holds nothing there."""
    if isinstance(value, Mapping):
        return value.get(str(step))
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None


def nested(values: Iterable[tuple[Path, Any]]) -> Any:
    """Put values into the lists and mappings that their paths say; items of lists keep the order of their numbers."""
    return _nested([(path, value) for path, value in values])


def _nested(values: list[tuple[Path, Any]]) -> Any:
    if len(values) == 1 and not values[0][0]:
        return values[0][1]
    inside: dict[str | int, list[tuple[Path, Any]]] = {}
    for (step, *rest), value in values:
        inside.setdefault(step, []).append((tuple(rest), value))
    if numbers := sorted(step for step in inside if isinstance(step, int)):
        return [_nested(inside[step]) for step in numbers]
    return {str(step): _nested(own) for step, own in inside.items()}


def several(values: Iterable[ProposedValue], key: str) -> Iterator[ProposedValue]:
    """Give the values of one outermost key, in their order."""
    return (one for one in values if one.path[0] == key)


def values_at(values: Iterable[ProposedValue], path: Path) -> tuple[ProposedValue, ...]:
    """Give the values that stand at a path of `ProposedCase.record`, inside it or around it."""
    found = [(one.path, one) for one in values]
    for step in path:
        whole = [(rest, one) for rest, one in found if not rest]
        if isinstance(step, int):
            # Items may leave out numbers; in the record they do not.
            numbers = sorted({rest[0] for rest, _ in found if rest and isinstance(rest[0], int)})
            written: str | int = numbers[step] if step < len(numbers) else -1
        else:
            written = step
        found = whole + [(rest[1:], one) for rest, one in found if rest and rest[0] == written]
    return tuple(one for _, one in found)
