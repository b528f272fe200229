"""The controlled words of the notice: tasks, forms, products, partners, levels, honours and provinces; and units.

The words themselves are in vocabulary.yml beside this file.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from generator.case.text import nearest


@dataclass(frozen=True, slots=True)
class Word:
    """One entry of a word list."""

    id: str
    """The word in addresses; kebab-case ASCII; never changes."""
    name: str
    """The word in records and on pages."""
    aliases: tuple[str, ...] = ()
    """Other spellings that records may use."""


class WordList:
    """An ordered list of words, found by name, id or alias."""

    def __init__(self, words: Iterable[Word]) -> None:
        self.words = tuple(words)
        self._found: dict[str, Word] = {}
        for word in self.words:
            for spelling in (word.name, word.id, *word.aliases):
                self._found.setdefault(spelling, word)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)

    def __contains__(self, text: str) -> bool:
        return text in self._found

    def __getitem__(self, text: str) -> Word:
        return self._found[text]

    @property
    def names(self) -> tuple[str, ...]:
        """The names in the list's order."""
        return tuple(word.name for word in self.words)

    @property
    def other_spellings(self) -> tuple[str, ...]:
        """What may be written instead of the names: ids and aliases, in the list's order."""
        return tuple(spelling for spelling in self._found if spelling not in self.names)

    def nearest(self, text: str) -> str | None:
        """Name the word that `text` most likely means, or None."""
        spelling = nearest(text, self._found)
        return None if spelling is None else self._found[spelling].name


@dataclass(frozen=True, slots=True)
class Task:
    """A task type of the notice, part 二."""

    id: str
    name: str
    aim: str
    """The aim, close to the notice's words; a phrase without a full stop."""
    definition: str
    """One sentence for readers, in our words."""
    audiences: tuple[str, ...]
    """Whom it is done with or for."""
    forms: WordList
    products: WordList
    """The kinds that the notice names for this task, then those that every task may have."""


@dataclass(frozen=True, slots=True)
class Honour:
    """An honour that the notice names, part 三."""

    name: str
    level: str
    batches: tuple[str, ...]
    """Empty where the notice names none."""


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A word that marks a figure as round, and where it is: before, after (the number) or end."""

    name: str
    place: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that tells by itself what is measured, so that figures of several cases can be added."""

    name: str
    aliases: tuple[str, ...]
    """Other spellings of the same unit."""
    holds: str
    """Which different things a total of it mixes; a phrase for readers, without a full stop."""


def _words(rows: list[dict[str, Any]], *alias_keys: str) -> WordList:
    return WordList(
        Word(row["id"], row["name"], tuple(row[key] for key in alias_keys if row[key] != row["name"])) for row in rows
    )


def _task(row: dict[str, Any], common: list[dict[str, Any]]) -> Task:
    return Task(
        id=row["id"],
        name=row["name"],
        aim=row["aim"],
        definition=row["definition"],
        audiences=tuple(row["audiences"]),
        forms=_words(row["forms"]),
        products=_words(row["products"] + common),
    )


_data = yaml.load(
    resources.files(__package__).joinpath("vocabulary.yml").read_bytes(),
    Loader=yaml.CSafeLoader,  # the safe loader, in C
)

TASKS: dict[str, Task] = {row["name"]: _task(row, _data["products"]) for row in _data["tasks"]}
"""The four tasks by name, in the notice's order."""

TASK_NAMES = WordList(Word(task.id, task.name) for task in TASKS.values())
FORMS = WordList(form for task in TASKS.values() for form in task.forms)
"""All forms of all tasks, in the notice's order."""
COMMON_KINDS = _words(_data["products"])
"""The kinds of products that every task may have."""
COMMON = "各类任务通用"
"""What they are called together."""
PRODUCT_KINDS = WordList(
    [kind for task in TASKS.values() for kind in task.products if kind.name not in COMMON_KINDS] + [*COMMON_KINDS]
)
"""All kinds of products: those of the tasks in the notice's order, then those that every task may have."""
PARTNER_KINDS = _words(_data["partner_kinds"])
LEVELS = _words(_data["levels"])
STATUSES = _words(_data["statuses"])
PROVINCES = _words(_data["provinces"], "full", "short")
"""The 34 provincial units in administrative order; ids are pinyin, aliases the full and the one-character names."""

HONOURS: dict[str, Honour] = {
    row["name"]: Honour(row["name"], row["level"], tuple(row["batches"])) for row in _data["honours"]
}
QUALIFIERS: dict[str, Qualifier] = {row["name"]: Qualifier(row["name"], row["place"]) for row in _data["qualifiers"]}

UNITS: dict[str, Unit] = {
    row["name"]: Unit(row["name"], tuple(row.get("also", ())), row["holds"]) for row in _data["units"]
}
"""The units whose figures can be added, by name."""
MULTIPLES: dict[str, int] = _data["multiples"]
"""What may stand before a unit, and how many it makes: 万 is 10,000."""
NOT_AMOUNTS: tuple[str, ...] = tuple(_data["not_amounts"])
"""Words that tell a figure to be an average, a level or a hope, which cannot be added."""
