"""Records as tables that people can read and that come back as they were: which columns there are, and their headings.

A case has a row for its single values and, under it, one for each further item of its lists; every row bears the id.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.case.date import PartialDate
from generator.case.labels import field_label, inner_model
from generator.case.model import Case
from generator.case.programme import Programme
from generator.reading.labels import record_fields

ID = "编号"
JOINT = "："
"""Between the names of a key and of one inside it: 合作单位：名称."""
FIRST = ("status", "title")
"""The keys that follow the id; by these three headings a table of ours is known."""
CASES_SHEET = "案例"

Kind = Literal["text", "texts", "flag", "status", "number", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of such a table."""

    path: tuple[str, ...]
    """The keys from outside in: `("outcomes", "value")`."""
    lists: tuple[str, ...]
    """Those of the keys that hold a list of several-part items: `("progress", "outcomes")`."""
    heading: str
    """With the names of all keys: 年度进展：当年成效：事项."""
    kind: Kind

    @property
    def list_paths(self) -> frozenset[tuple[str, ...]]:
        """The ways to those keys."""
        return frozenset(self.path[: at + 1] for at, key in enumerate(self.path) if key in self.lists)

    @property
    def inner_heading(self) -> str:
        """The heading in a table that holds nothing but one list: 当年成效：事项."""
        return self.heading.partition(JOINT)[2] if self.lists else self.heading


@lru_cache(maxsize=4)
def columns_of(programme_labels: tuple[tuple[str, str], ...]) -> tuple[Column, ...]:
    """Give all columns, in the model's order but for `FIRST`, as a programme calls its keys."""
    found = list(_columns(Case, (), (), (), dict(programme_labels)))
    found.sort(key=lambda column: FIRST.index(column.path[0]) if column.path[0] in FIRST else len(FIRST))
    seen: set[str] = set()
    named = []
    for column in found:
        # A programme may call two keys alike; the key then tells them apart.
        heading = f"{column.heading}（{'.'.join(column.path)}）" if column.heading in seen else column.heading
        seen.add(heading)
        named.append(Column(column.path, column.lists, heading, column.kind))
    return tuple(named)


def columns_in(programme: Programme) -> tuple[Column, ...]:
    """Give all columns as a programme names them."""
    return columns_of(programme.labels)


def list_label(key: str, programme: Programme) -> str:
    """Name a list of several-part items, as its own table is named."""
    return field_label(Case, key, Case.model_fields[key], programme)


def _columns(
    model: type[BaseModel],
    path: tuple[str, ...],
    lists: tuple[str, ...],
    names: tuple[str, ...],
    labels: Mapping[str, str],
) -> Iterator[Column]:
    for key, field in record_fields(model):
        way, name = (*path, key), labels.get(".".join((*path, key))) or field.title or key
        inner = inner_model(field.annotation)
        if inner:
            deeper = (*lists, key) if _is_list(field) else lists
            yield from _columns(inner, way, deeper, (*names, name), labels)
        else:
            yield Column(way, lists, JOINT.join((*names, name)), _kind(key, field))


def _is_list(field: FieldInfo) -> bool:
    return getattr(field.annotation, "__origin__", None) is tuple


def _kind(key: str, field: FieldInfo) -> Kind:
    if _is_list(field):
        return "texts"
    if key == "status":
        return "status"
    types = {field.annotation, *get_args(field.annotation)}
    types |= {inside for one in types for inside in get_args(one)}
    if bool in types:
        return "flag"
    if PartialDate in types:
        return "date"
    return "number" if types & {int, Decimal} else "text"
