"""申报表: the form for one case of a task, labelled cells first, then the four sections."""

from collections.abc import Sequence
from typing import Any

from generator.case.model import SECTIONS
from generator.case.programme import Programme
from generator.case.task import Task
from generator.case.text import listing
from generator.making.kit.asked import Asked, asked_of, prompt
from generator.making.kit.call import Call
from generator.making.kit.form_tables import FormTables
from generator.making.kit.official import Official

PAIRS = (
    "title",
    "task also",
    "university province",
    "universities",
    "school branch",
    "branches",
    "team.name team.kind",
    "secretary.name secretary.role",
    "level",
    "period.start period.end",
    "summary",
    "forms",
    "keywords",
)
"""The labelled cells: one or two keys a row."""
LISTS: tuple[tuple[str, int], ...] = (
    ("honours.name honours.level honours.batch honours.year", 2),
    ("places.province places.city places.county places.detail places.revitalisation", 2),
    ("partners.name partners.kind", 3),
    ("products.kind products.name products.link", 3),
    ("outcomes.what outcomes.value outcomes.qualifier outcomes.unit outcomes.before outcomes.note", 5),
    ("sources.title sources.publisher sources.url sources.date", 2),
)
"""The tables with a row for each item, and how many rows are ruled."""
PERMISSION = "permission.granted_by permission.granted_on"
_CAPTION = "图1 2024年3月，示例大学师生在示例村开展技术培训。"
_NUMERALS = "一二三四五六七"
_SHORTEST_ROWS = {"summary": 40, "title": 12}
"""The height of a row that takes more than a line, in millimetres."""


def write_form(task: Task, programme: Programme, call: Call) -> bytes:
    """Make the form of a task."""
    official = Official()
    official.title(f"{call.title}申报表")
    official.below_title(f"（{task.name}）")
    tables = FormTables(official.document)
    rows = [asked_of(programme, ways.split()) for ways in PAIRS]
    tables.pairs([row for row in rows if row], {("task",): task.name}, _hints(task, programme), _SHORTEST_ROWS)
    official.hint(prompt("下面几张表一行填一项，行数不够可以自己加；没有的不填。"))
    for ways, count in LISTS:
        asked = asked_of(programme, ways.split())
        if asked:
            tables.items(asked, count, _list_hint(asked, task))
    sections = asked_of(programme, SECTIONS)
    for numeral, section in zip(_NUMERALS, sections, strict=False):
        official.heading(f"{numeral}、{section.label}")
        official.hint(prompt(f"{section.about}写完可以删去这一段。"))
        official.text("")
        official.text("")
    captions, permission = asked_of(programme, ["photos.caption"]), asked_of(programme, PERMISSION.split())
    _end(official, tables, captions, permission, len(sections))
    return official.finish()


def _end(
    official: Official, tables: FormTables, captions: Sequence[Asked], permission: Sequence[Asked], sections: int
) -> None:
    numerals = iter(_NUMERALS[sections:])
    if captions:
        official.heading(f"{next(numerals)}、照片")
        official.hint(prompt(f"把照片插在下面，每张后面另起一行写图注，{captions[0].limit}，例如：{_CAPTION}"))
        official.text("")
    if permission:
        official.heading(f"{next(numerals)}、单位意见")
        hint = "单位同意报送，所报内容真实、可以公开发布的，填写下面两格并盖章。有公开报道作出处的，也可以不填。"
        official.hint(prompt(hint))
        tables.pairs([permission], {}, {}, {})
        official.hint(prompt("在这里盖章（单位公章）。"))


def _hints(task: Task, programme: Programme) -> dict[tuple[str, ...], str]:
    """Give for each key what stands below its cell: the words that are offered."""
    asked = asked_of(programme, ["also", "level", "team.kind", "forms"])
    offered: dict[tuple[str, ...], tuple[str, ...]] = {one.path: one.words for one in asked}
    if ("also",) in offered:
        offered[("also",)] = tuple(name for name in programme.task_names.names if name != task.name)
    if ("forms",) in offered:
        offered[("forms",)] = task.forms.names
    names = {one.path: one.name for one in asked}
    return {path: prompt(f"{names[path]}可以写：{listing(words)}。") for path, words in offered.items() if words}


def _list_hint(asked: Sequence[Asked], task: Task) -> str:
    kinds: dict[tuple[str, ...], Any] = {("products", "kind"): task.products.names}
    offered = [(one, kinds.get(one.path) or one.words) for one in asked if one.rule in ("list", "by_task")]
    told = [f"{one.label}可以写：{listing(words)}。" for one, words in offered if words and one.path[-1] != "province"]
    told += [f"{one.label}：{one.about}" for one in asked if one.rule in ("flag", "number")]
    return prompt("".join(told)) if told else ""
