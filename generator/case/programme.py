"""The programme whose cases a library collects: tasks with their words and colours, and what records choose from.

A value that is handed to whatever needs it; no type and no module keeps one of its own.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, TypedDict

from generator.case.measures import Qualifier, Unit, parse_qualifiers, parse_units, sizes_of
from generator.case.packaged import read_packaged
from generator.case.question import Question
from generator.case.task import Task, parse_task
from generator.case.text import chinese_number, listing
from generator.case.words import Word, WordList, parse_words

_IN_QUOTES = re.compile("^.*?“(.+?)”.*$")
ALWAYS_REQUIRED = ("title", "task", "summary")
"""What no record can do without, whatever the programme: it could not be listed."""


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

    name: str
    """The programme as pages name it: “强国行”专项行动."""
    call: str
    """The notice that began it, as pages name it; may be empty."""
    counted: str
    """What follows a number of tasks: 项任务."""
    call_short: str
    """The same as rules name it: 教育部通知."""
    source: str
    """Where its words are from, as the handbook says."""
    actor: str
    """Who does the work, as explanations and examples name it: 支部."""
    unit: str
    """The same in full: 党支部."""
    tasks: tuple[Task, ...]
    """In the programme's order."""
    common_forms: WordList
    """The forms that every task may have."""
    common_kinds: WordList
    """The kinds of products that every task may have."""
    partner_kinds: WordList
    team_kinds: WordList
    levels: WordList
    honours: tuple[Honour, ...]
    statuses: WordList
    """The stages of the work on a record; only their names are the programme's."""
    qualifiers: tuple[Qualifier, ...]
    units: tuple[Unit, ...]
    """The units whose figures can be added."""
    questions: tuple[tuple[str, Question], ...]
    """How the words of lists are asked for, by the record's key: `partners`, `forms`."""
    required: tuple[str, ...]
    """The keys that a record must fill in besides those that every record has, see `required_keys`."""
    unused: tuple[str, ...]
    """The keys that the programme has no use for: no template, handbook or schema shows them."""
    labels: tuple[tuple[str, str], ...]
    """What keys are called here, by the way to the key: `branch`, `secretary.name`."""
    about: tuple[tuple[str, str], ...]
    """How keys are explained here, likewise."""
    filters: tuple[str, ...]
    """The facets that the search page has unfolded, in this order; empty for the usual ones."""
    branch_labels: tuple[tuple[str, str], ...]
    """What a branch is called on its case's page, by a word that its name has; the first that fits counts."""

    @cached_property
    def task_names(self) -> WordList:
        """The tasks as words."""
        return WordList(tuple(task.word for task in self.tasks))

    @cached_property
    def forms(self) -> WordList:
        """All forms: those of the tasks in their order, then those that every task may have."""
        own = (form for task in self.tasks for form in self.own_forms(task))
        return WordList((*own, *self.common_forms))

    @cached_property
    def product_kinds(self) -> WordList:
        """All kinds of products: those of the tasks in their order, then those that every task may have."""
        own = (kind for task in self.tasks for kind in self.own_kinds(task))
        return WordList((*own, *self.common_kinds))

    @cached_property
    def qualifier_words(self) -> WordList:
        """The words that mark a figure as round."""
        return WordList(tuple(Word(one, one) for one in self.qualifiers))

    @cached_property
    def unit_sizes(self) -> dict[str, tuple[str, int]]:
        """Every way to write a unit that can be added, with its name and how many it makes."""
        return sizes_of(self.units)

    @cached_property
    def lists(self) -> dict[str, WordList]:
        """The lists whose words have pages, by the key of their facet."""
        return {
            "task": self.task_names,
            "also": self.task_names,
            "level": self.levels,
            "form": self.forms,
            "product": self.product_kinds,
            "partner": self.partner_kinds,
        }

    @cached_property
    def _by_name(self) -> dict[str, Task]:
        return {task.name: task for task in self.tasks}

    def task(self, name: str) -> Task:
        """Give the task that is called so."""
        return self._by_name[name]

    def honour(self, name: str) -> Honour | None:
        """Give the honour that is called so, or None."""
        return next((honour for honour in self.honours if honour.name == name), None)

    @property
    def tasks_counted(self) -> str:
        """The tasks by their number: 四项任务."""
        return f"{chinese_number(len(self.tasks))}{self.counted}"

    def explain(self, text: str) -> str:
        """Put the programme's words into an explanation: `{tasks}` names all tasks, `{actor}` who does the work.

        `{task}`, `{task2}` and so on are single tasks, `{form2-1}` is the first form of the second one, `{counted}` are
        the tasks by their number, and `{call_short}` is the notice.
        """
        return text if "{" not in text else _filled(text, self._words)

    @cached_property
    def _words(self) -> dict[str, str]:
        names = self.task_names.names
        words = {
            f"{{{kind}{at + 1}-{number + 1}}}": _nth(lists[at % len(lists)].names, number)
            for kind, lists in (
                ("form", [task.forms for task in self.tasks]),
                ("product", [task.products for task in self.tasks]),
            )
            for at in range(4 if lists else 0)
            for number in range(3)
        }
        examples = {f"{{task{at or ''}}}": names[max(at - 1, 0) % len(names)] for at in range(5)} if names else {}
        return {
            "{tasks}": listing(names),
            "{actor}": self.actor,
            "{name}": self.name,
            "{short}": _IN_QUOTES.sub(r"\1", self.name),
            "{call_short}": self.call_short,
            "{source}": self.source,
            "{unit}": self.unit,
            "{secretary}": self.label_of.get("secretary", "负责人"),
            "{counted}": self.tasks_counted,
            "{statuses}": listing(f"{word.id} {word.name}" for word in self.statuses),
            "{qualifiers}": listing(self.qualifier_words.names),
            "{draft}": self.statuses["draft"].name,
            **examples,
            **words,
        }

    def own_forms(self, task: Task) -> tuple[Word, ...]:
        """Give the forms that a task does not share with all others."""
        return tuple(form for form in task.forms if form.name not in self.common_forms)

    def own_kinds(self, task: Task) -> tuple[Word, ...]:
        """Give the kinds of products that a task does not share with all others."""
        return tuple(kind for kind in task.products if kind.name not in self.common_kinds)

    @cached_property
    def label_of(self) -> dict[str, str]:
        """What keys are called here, where that is not as usual."""
        return dict(self.labels)

    @cached_property
    def question_of(self) -> dict[str, Question]:
        """How the words of lists are asked for, where that is said."""
        return dict(self.questions)

    @cached_property
    def about_of(self) -> dict[str, str]:
        """How keys are explained here, where that is not as usual."""
        return dict(self.about)

    @cached_property
    def has_former(self) -> bool:
        """Whether any word was called otherwise before."""
        lists = (*self.lists.values(), self.team_kinds)
        return any(word.former_names or word.former_ids for words in lists for word in words)

    @cached_property
    def unused_keys(self) -> frozenset[str]:
        """The outermost keys that the programme has no use for, and those whose lists have no words."""
        wordless = {
            "also": len(self.tasks) < 2,
            "level": not self.levels.words,
            "forms": not self.forms.words,
            "products": not self.product_kinds.words,
            "partners": not self.partner_kinds.words,
            "team": not self.team_kinds.words,
        }
        return frozenset({*self.unused, *(key for key, is_so in wordless.items() if is_so)})


class Context(TypedDict):
    """What validation needs beside the values: `Case.model_validate(values, context={"programme": …})`."""

    programme: Programme


def parse_programme(data: Mapping[str, Any]) -> Programme:
    """Make a programme of the mapping that a file such as programme.yml holds.

    Statuses, words for round figures and units that it does not name are the packaged ones: they are facts of the
    language and of the work on records.
    """
    forms, kinds = parse_words(data.get("forms", ())), parse_words(data.get("products", ()))
    call = data.get("call") or data["name"]
    honours = (Honour(row["name"], row["level"], tuple(row.get("batches", ()))) for row in data.get("honours", ()))
    return Programme(
        name=data["name"],
        call=data.get("call") or "",
        counted=data.get("counted") or "类案例",
        call_short=data.get("call_short") or call,
        source=data.get("source") or call,
        actor=data.get("actor") or "单位",
        unit=data.get("unit") or data.get("actor") or "单位",
        tasks=tuple(parse_task(row, at, forms, kinds) for at, row in enumerate(data["tasks"])),
        common_forms=forms,
        common_kinds=kinds,
        partner_kinds=parse_words(data.get("partner_kinds", ())),
        team_kinds=parse_words(data.get("team_kinds", ())),
        levels=parse_words(data.get("levels", ())),
        honours=tuple(honours),
        statuses=WordList(tuple(Word(id, name) for id, name in _statuses(data).items())),
        qualifiers=parse_qualifiers(_or_packaged(data, "qualifiers")),
        units=parse_units(_or_packaged(data, "units")),
        questions=tuple(
            (key, Question(row.get("title") or "", row.get("ask") or ""))
            for key, row in (data.get("questions") or {}).items()
        ),
        required=tuple(key for key in data.get("required", ()) if key not in ALWAYS_REQUIRED),
        unused=tuple(data.get("unused", ())),
        labels=_pairs(data, "labels"),
        about=_pairs(data, "about"),
        filters=tuple(data.get("filters", ())),
        branch_labels=tuple((row.get("has") or "", row["label"]) for row in data.get("branch_labels", ())),
    )


def _or_packaged(data: Mapping[str, Any], key: str) -> Iterable[Mapping[str, Any]]:
    found: Iterable[Mapping[str, Any]] | None = data.get(key)
    return read_packaged("programme.yml")[key] if found is None else found


def _statuses(data: Mapping[str, Any]) -> dict[str, str]:
    given = {id: name for id, name in (data.get("statuses") or {}).items() if name}
    return {**read_packaged("programme.yml")["statuses"], **given}


def _pairs(data: Mapping[str, Any], key: str) -> tuple[tuple[str, str], ...]:
    return tuple((data.get(key) or {}).items())


def _nth(names: tuple[str, ...], number: int) -> str:
    """Give one of the names, counted round and round; where there are none, a word that shows where one would be."""
    return names[number % len(names)] if names else "示例"


def _filled(text: str, words: Mapping[str, str]) -> str:
    for mark, word in words.items():
        text = text.replace(mark, word)
    return text


@cache
def packaged_programme() -> Programme:
    """Give the programme of the notice that comes with the program."""
    return parse_programme(read_packaged("programme.yml"))
