"""What readers are told that they may search for and filter by, in the words of the programme."""

from collections.abc import Iterable

from generator.case.programme import Programme
from generator.case.text import listing

_ASKED = (("title", "标题"), ("university", "学校"), ("places", "地点"))
_FILTERED = (("task", "任务类型"), ("places", "地点"), ("province", "地区"), ("period", "年份"), ("university", "学校"))


def asked_for(programme: Programme) -> str:
    """Say in an empty field what may be typed: 标题、学校、地点."""
    return listing(_words(programme, _ASKED))


def filtered_by(programme: Programme) -> str:
    """Name what results are filtered by: 任务类型、地点、地区、年份、学校."""
    return listing(_words(programme, _FILTERED))


def who(programme: Programme) -> str:
    """Say what those are called who did the work, in lists of cases; empty where records do not name them."""
    named = (("university", "学校"), ("branch", "支部或单位"), ("team", "团队"))
    return next(iter(_words(programme, named)), "")


def result_columns(programme: Programme) -> list[str]:
    """Name the columns of a table of results."""
    names = ("案例", who(programme), *_words(programme, (("task", "任务类型"),)), "时间", "主要数据")
    return [name for name in names if name]


def _words(programme: Programme, keys: Iterable[tuple[str, str]]) -> list[str]:
    """Name keys, by short names of ours where the programme has none; those that are not used are left out."""
    return [programme.label_of.get(key, usual) for key, usual in keys if key not in programme.unused_keys]
