"""The controlled words as tables and lists, in the order of the vocabulary."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.case import vocabulary
from generator.case.model import Outcome
from generator.case.programme import Programme
from generator.case.task import Task
from generator.case.text import listing
from generator.case.words import WordList as Words
from generator.outputs.handbook.view import BREAK, Run, Table, code, plain, table

_FIGURE = {"what": "培训", "value": "500", "unit": "人次"}
"""What the words for round figures are shown with."""


@dataclass(frozen=True, slots=True)
class TaskWords:
    """A task with the words that its records may use."""

    id: str
    name: str
    definition: str
    table: Table


@dataclass(frozen=True, slots=True)
class WordList:
    """A list of words: bare, or tabulated with what belongs to each."""

    anchor: str
    title: str
    words: tuple[str, ...] = ()
    table: Table | None = None
    note: str = ""
    """What to know before; may be empty."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every controlled word."""

    tasks: tuple[TaskWords, ...]
    lists: tuple[WordList, ...]


def long_lists(programme: Programme) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Give the lists too long for a table's cell: the anchor on the page of words, the title, the words."""
    return {
        "tasks": ("任务类型的工作形式", programme.forms.names),
        "product-kinds": ("成果种类", programme.product_kinds.names),
        "partner-kinds": ("合作单位类别", programme.partner_kinds.names),
        "team-kinds": ("团队类别", programme.team_kinds.names),
        "credit-roles": ("编写人员的分工", vocabulary.CREDIT_ROLES.names),
        "statuses": ("状态", tuple(word.id for word in programme.statuses)),
        "provinces": ("省级行政区", vocabulary.REGIONS.names),
    }


def words(programme: Programme) -> Vocabulary:
    """Gather every controlled word."""
    return Vocabulary(tuple(_task(task) for task in programme.tasks), tuple(_lists(programme)))


def _task(task: Task) -> TaskWords:
    rows = (
        ("面向", listing(task.audiences)),
        ((plain("工作形式 "), code("forms")), listing(task.forms.names)),
        ((plain("成果种类 "), code("products")), listing(task.products.names)),
    )
    return TaskWords(task.id, task.name, task.definition, table(("", "可填的词"), rows))


def _lists(programme: Programme) -> Iterator[WordList]:
    yield WordList("product-kinds", "成果种类", table=_product_kinds(programme))
    yield WordList("partner-kinds", "合作单位类别", programme.partner_kinds.names)
    yield WordList("team-kinds", "团队类别", table=_team_kinds(programme))
    yield WordList("levels", "团队级别", programme.levels.names)
    yield WordList("honours", "荣誉", table=_honours(programme))
    yield WordList("qualifiers", "约数词", table=_qualifiers(programme))
    yield WordList("credit-roles", "编写人员的分工", table=_also(vocabulary.CREDIT_ROLES))
    yield WordList("units", "可以相加的单位", table=_units(programme), note=_UNITS_NOTE)
    yield WordList("statuses", "状态", table=_statuses(programme))
    yield WordList("provinces", "省级行政区", table=_also(vocabulary.REGIONS))


def _product_kinds(programme: Programme) -> Table:
    rows = ((kind.name, _tasks_with(kind.name, programme)) for kind in programme.product_kinds)
    return table(("种类", "可用于"), rows, labelled=("可用于",))


def _tasks_with(kind: str, programme: Programme) -> str:
    tasks = [task.name for task in programme.tasks if kind in task.products]
    return "各任务类型" if len(tasks) == len(programme.tasks) else listing(tasks)


def _honours(programme: Programme) -> Table:
    rows = ((honour.name, honour.level, listing(honour.batches)) for honour in programme.honours)
    return table(("名称", "级别", "批次"), rows, labelled=("批次",))


def _team_kinds(programme: Programme) -> Table:
    rows = ((kind.name, listing(kind.aliases)) for kind in programme.team_kinds)
    return table(("类别", "也可写"), rows, labelled=("也可写",))


def _qualifiers(programme: Programme) -> Table:
    rows = ((word, _written(word), _read(word, programme)) for word in programme.qualifier_words.names)
    return table(("约数词", "记录里写", "读者看到"), rows, labelled=("记录里写", "读者看到"))


def _written(qualifier: str) -> tuple[Run, ...]:
    keys = {"value": _FIGURE["value"], "unit": _FIGURE["unit"], "qualifier": qualifier}
    runs = [run for key, value in keys.items() for run in (BREAK, code(f"{key}: {value}"))]
    return tuple(runs[1:])


def _read(qualifier: str, programme: Programme) -> str:
    return Outcome.model_validate({**_FIGURE, "qualifier": qualifier}, context={"programme": programme}).chinese


_UNITS_NOTE = (
    "成效数据的单位可以自由填写。数据概览只把下面这些单位的数加起来，单位前可以有"
    f"{listing(vocabulary.MULTIPLES)}；事项或说明里有{listing(vocabulary.NOT_AMOUNTS)}的，不加。"
)


def _units(programme: Programme) -> Table:
    rows = ((listing((unit.name, *unit.aliases)), unit.holds) for unit in programme.units)
    return table(("单位", "合计里有什么"), rows, labelled=("合计里有什么",))


def _statuses(programme: Programme) -> Table:
    rows = (((code(word.id),), word.name) for word in programme.statuses)
    return table(("写法", "也可写"), rows, labelled=("也可写",))


def _also(words: Words) -> Table:
    rows = ((word.name, listing(word.aliases)) for word in words)
    return table(("名称", "也可写"), rows, labelled=("也可写",))
