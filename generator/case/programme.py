"""The programme whose cases a library collects: tasks with their words and colours, and what records choose from.

A value that is handed to whatever needs it; no type and no module keeps one of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, TypedDict

from generator.case.packaged import read_packaged
from generator.case.text import listing
from generator.case.words import Word, WordList, parse_words


@dataclass(frozen=True, slots=True)
class Hue:
    """A task's colour in each of the site's schemes, as style sheets write it: `#rrggbb`."""

    light: str
    """Also that of print, covers and posters."""
    dark: str
    high_contrast: str
    high_contrast_dark: str


@dataclass(frozen=True, slots=True)
class Tint:
    """A ground of the task's colour; where contrast is high, and in print, the paper stays bare."""

    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Task:
    """A task type of the programme."""

    id: str
    name: str
    aim: str
    """The aim, close to the notice's words; a phrase without a full stop."""
    definition: str
    """One sentence for readers, in our words."""
    audiences: tuple[str, ...]
    """Whom it is done with or for."""
    hue: Hue
    tint: Tint
    sign: str
    """What is drawn in a box of 24 by 24 beside the name: SVG elements, with single quotes only."""
    forms: WordList
    products: WordList
    """The task's own kinds, then those that every task may have."""


@dataclass(frozen=True, slots=True)
class Honour:
    """An honour that the programme knows."""

    name: str
    level: str
    batches: tuple[str, ...]
    """Empty where none are known."""


@dataclass(frozen=True)
class Programme:
    """Everything that differs from one programme to another."""

    tasks: tuple[Task, ...]
    """In the programme's order."""
    common_kinds: WordList
    """The kinds of products that every task may have."""
    partner_kinds: WordList
    team_kinds: WordList
    levels: WordList
    honours: tuple[Honour, ...]
    required: tuple[str, ...]
    """The keys that a record must fill in beside those that every record has, see `required_keys`."""

    @cached_property
    def task_names(self) -> WordList:
        """The tasks as words."""
        return WordList(tuple(Word(task.id, task.name) for task in self.tasks))

    @cached_property
    def forms(self) -> WordList:
        """All forms of all tasks, in the programme's order."""
        return WordList(tuple(form for task in self.tasks for form in task.forms))

    @cached_property
    def product_kinds(self) -> WordList:
        """All kinds of products: those of the tasks in their order, then those that every task may have."""
        own = (kind for task in self.tasks for kind in self.own_kinds(task))
        return WordList((*own, *self.common_kinds))

    @cached_property
    def _by_name(self) -> dict[str, Task]:
        return {task.name: task for task in self.tasks}

    def task(self, name: str) -> Task:
        """Give the task that is called so."""
        return self._by_name[name]

    def honour(self, name: str) -> Honour | None:
        """Give the honour that is called so, or None."""
        return next((honour for honour in self.honours if honour.name == name), None)

    def explain(self, text: str) -> str:
        """Put the programme's words into an explanation from the model, where `{tasks}` names all tasks."""
        return text.replace("{tasks}", listing(self.task_names.names))

    def own_kinds(self, task: Task) -> tuple[Word, ...]:
        """Give the kinds of products that a task does not share with all others."""
        return tuple(kind for kind in task.products if kind.name not in self.common_kinds)


class Context(TypedDict):
    """What validation needs beside the values: `Case.model_validate(values, context={"programme": …})`."""

    programme: Programme


def parse_programme(data: Mapping[str, Any]) -> Programme:
    """Make a programme of the mapping that a file such as programme.yml holds."""
    common = parse_words(data["products"])
    tasks = (_task(row, common) for row in data["tasks"])
    honours = (Honour(row["name"], row["level"], tuple(row["batches"])) for row in data["honours"])
    return Programme(
        tasks=tuple(tasks),
        common_kinds=common,
        partner_kinds=parse_words(data["partner_kinds"]),
        team_kinds=parse_words(data["team_kinds"]),
        levels=parse_words(data["levels"]),
        honours=tuple(honours),
        required=tuple(data["required"]),
    )


def _task(row: Mapping[str, Any], common: WordList) -> Task:
    return Task(
        id=row["id"],
        name=row["name"],
        aim=row["aim"],
        definition=row["definition"],
        audiences=tuple(row["audiences"]),
        hue=Hue(**row["hue"]),
        tint=Tint(**row["tint"]),
        sign=row["sign"],
        forms=parse_words(row["forms"]),
        products=WordList((*parse_words(row["products"]), *common)),
    )


@cache
def packaged_programme() -> Programme:
    """Give the programme of the notice, 教思政厅函〔2024〕11号, which comes with the program."""
    return parse_programme(read_packaged("programme.yml"))
