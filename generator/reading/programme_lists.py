"""The lists of words in a programme's file, as they are written: each list is one facet's, whose ids are addresses."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.reading.fault import Path
from generator.reading.parsed_record import ParsedRecord

_LISTS = ("forms", "products", "partner_kinds", "team_kinds", "levels", "honours", "qualifiers", "units")
FACETS = {"tasks": "task", "forms": "form", "products": "product", "partner_kinds": "partner", "levels": "level"}
"""The lists whose words have pages, with the folders of these."""


@dataclass(frozen=True, slots=True)
class Written:
    """A word as it is written in the file."""

    path: Path
    id: str
    name: str
    also: tuple[str, ...]
    formerly: tuple[str, ...]
    renamed_from: tuple[str, ...]

    @property
    def title(self) -> str:
        """The word as a message names it."""
        return self.name or self.id


def lists_of(record: ParsedRecord) -> dict[str, tuple[Written, ...]]:
    """Give all words, list by list: the forms of all tasks are one list with those that every task may have."""
    tasks = [("tasks", index) for index, _ in enumerate(record.items("tasks"))]
    found: dict[str, tuple[Written, ...]] = {"tasks": tuple(_word(record, path) for path in tasks)}
    for key in _LISTS:
        holders: list[Path] = [*((*task, key) for task in tasks), (key,)] if key in ("forms", "products") else [(key,)]
        found[key] = tuple(_word(record, path) for holder in holders for path in _items(record, holder))
    return found


def _items(record: ParsedRecord, holder: Path) -> Iterator[Path]:
    return ((*holder, index) for index, item in enumerate(record.items(*holder)) if isinstance(item, dict))


def _word(record: ParsedRecord, path: Path) -> Written:
    also, formerly, renamed_from = (
        tuple(record.text(*path, key, index) for index, _ in enumerate(record.items(*path, key)))
        for key in ("also", "formerly", "renamed_from")
    )
    return Written(path, record.text(*path, "id"), record.text(*path, "name"), also, formerly, renamed_from)
