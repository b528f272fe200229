"""The columns of the catalogue: the keys of a row, and what a table calls them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from generator.case.labels import case_label
from generator.case.model import Location, Outcome, Partner, Period, Permission, Product, Source
from generator.case.programme import Programme

VERSION = 1
"""Goes up when a key is gone or means something else; a key that comes is no new version."""

Kind = Literal["string", "integer", "number"]

_MODELS: Mapping[str, tuple[type[BaseModel], tuple[str, ...]]] = {
    "period": (Period, ("start", "end")),
    "places": (Location, ("province", "city", "county", "detail", "revitalisation")),
    "partners": (Partner, ("name", "kind")),
    "products": (Product, ("kind", "name", "link")),
    "headline": (Outcome, ("what", "value", "unit", "qualifier", "before", "before_qualifier", "note")),
    "sources": (Source, ("title", "publisher", "url", "date")),
    "permission": (Permission, ("granted_by", "scope")),
}
"""What is made of parts: the part of a record that it comes from, with the keys that a row has of it."""
LISTS = frozenset(
    ("also", "universities", "branches", "places", "partners", "forms", "products", "keywords", "sources")
)
"""The keys of a row that hold several values."""
_NUMBERS: Mapping[str, Kind] = {"year": "integer", "headline.value": "number", "headline.before": "number"}
_DATES = frozenset(("period.start", "period.end", "sources.date", "published", "revised"))

_OURS = {
    "url": ("网址", "案例页面的网址；没有设置网站网址的，是从网站根目录算起的相对地址。"),
    "year": ("年份", "案例归在哪一年：开展时间的结束年份，没有的用开始年份，再没有的用出处的发布年份。"),
    "headline": ("代表数字", ""),
    "headline.text": ("代表数字：全文", "连同约数词、单位和原数值的写法，例如 34% → 0.6%。"),
    "rights": ("发布依据", "根据公开报道整理，或者经谁授权发布、授权范围。使用前请看这一句。"),
    "published": ("首次发布", "案例页面第一次发布的日期。"),
    "revised": ("最近修订", "首次发布以后正文最近一次改动的日期；没有改动过的不写。"),
}
"""What no record has, by key: the title, and what has to be known of it."""

KEYS = (
    *("id", "url", "title", "subtitle", "significance", "summary", "task", "also", "universities", "school"),
    *("branches", "province", "level", "year", "period", "places", "partners", "forms", "products", "headline"),
    *("keywords", "sources", "permission", "rights", "published", "revised"),
)
"""The keys of a row, in their order."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table."""

    key: str
    """Of the row."""
    part: str
    """The key inside each value, where these are made of parts; else empty."""
    title: str
    about: str
    """What has to be known of it; empty where the title says it all."""
    kind: Kind = "string"

    @property
    def name(self) -> str:
        """What the table calls it: `places.province`."""
        return f"{self.key}.{self.part}" if self.part else self.key

    @property
    def is_list(self) -> bool:
        """Whether a cell holds several values, each in a line."""
        return self.key in LISTS

    @property
    def is_date(self) -> bool:
        """Whether the values are dates of year, month or day precision."""
        return self.name in _DATES


def columns_in(programme: Programme) -> tuple[Column, ...]:
    """Give all columns, the same in every programme but for what it calls them."""
    return tuple(_columns(programme))


def _columns(programme: Programme) -> Iterator[Column]:
    for key in KEYS:
        title = _OURS[key][0] if key in _OURS else case_label(key, programme)
        if key not in _MODELS:
            about = _OURS.get(key, ("", ""))[1]
            yield Column(key, "", title, about, _NUMBERS.get(key, "string"))
            continue
        model, parts = _MODELS[key]
        for part in parts:
            name = f"{key}.{part}"
            yield Column(key, part, f"{title}：{model.model_fields[part].title}", "", _NUMBERS.get(name, "string"))
        if key == "headline":
            yield Column(key, "text", *_OURS["headline.text"])
