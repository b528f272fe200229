"""A case as a row of the catalogue: what is public of it and can be counted, sorted and found again, not its text."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from operator import attrgetter
from typing import Any

from generator.case.model import Case, Location, Outcome, Partner, Product, Source
from generator.intake.harmless import harmless
from generator.outputs.catalogue.columns import Column
from generator.outputs.views.rights import rights_of

Row = Mapping[str, Any]
"""Texts, whole numbers, and lists and mappings of them; the numbers of the headline are decimals. What a case does not
say is not there."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_PLACE = attrgetter("province", "city", "county", "detail", "revitalisation")
_OUTCOME = ("what", "value", "unit", "qualifier", "before", "before_qualifier", "note")


def row_of(case: Case, url: str, published: str = "", revised: str = "") -> Row:
    """Give the row of a case.

    Args:
        case: a published one.
        url: of its page.
        published: the day when the page was first published, `2026-11-28`; empty where that is not known.
        revised: the day when its text last changed since then; empty where it did not.
    """
    date, period, permission = case.date, case.period, case.permission
    row = {
        "id": case.id,
        "url": url,
        "title": case.title,
        "subtitle": case.subtitle,
        "significance": case.significance,
        "summary": case.summary,
        "task": case.task,
        "also": case.also,
        "universities": case.universities,
        "school": case.school,
        "branches": case.branches,
        "province": case.province,
        "level": case.level,
        "year": date.year if date else None,
        "period": _known(start=str(period.start), end=str(period.end or "")) if period else None,
        "places": [_place(one) for one in case.places],
        "partners": [_partner(one) for one in case.partners],
        "forms": case.forms,
        "products": [_product(one) for one in case.products],
        "headline": _outcome(case.headline) if case.headline else None,
        "keywords": case.keywords,
        "sources": [_source(one) for one in case.sources],
        "permission": _known(granted_by=permission.granted_by, scope=permission.scope) if permission else None,
        "rights": rights_of(case),
        "published": published,
        "revised": revised,
    }
    return {key: value for key, value in row.items() if value}


def _known(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def _place(one: Location) -> dict[str, Any]:
    province, city, county, detail, revitalisation = _PLACE(one)
    return _known(province=province, city=city, county=county, detail=detail, revitalisation=revitalisation)


def _partner(one: Partner) -> dict[str, Any]:
    return {"name": one.name, "kind": one.kind}


def _product(one: Product) -> dict[str, Any]:
    return _known(kind=one.kind, name=one.name, link=one.link)


def _source(one: Source) -> dict[str, Any]:
    return _known(title=one.title, publisher=one.publisher, url=one.url, date=str(one.date or ""))


def _outcome(one: Outcome) -> dict[str, Any]:
    values = {key: getattr(one, key) for key in _OUTCOME}
    # Nought is a number like any other.
    return {key: value for key, value in values.items() if value not in (None, "")} | {"text": one.chinese}


def as_json(row: Row) -> str:
    """Write a row as JSON in one line; numbers keep their decimals (2.80)."""
    if "headline" not in row:
        return _encode(row)
    # The json module has no way to write a decimal as it is. No text holds the mark: its quotation marks are escaped.
    return _encode({**row, "headline": 0}).replace('"headline":0', f'"headline":{_measured(row["headline"])}', 1)


def _measured(values: Mapping[str, Any]) -> str:
    written = (
        f"{_encode(key)}:{format(value, 'f') if isinstance(value, Decimal) else _encode(value)}"
        for key, value in values.items()
    )
    return f"{{{','.join(written)}}}"


@dataclass(frozen=True)
class Table:
    """Writes rows as those of a table."""

    columns: Sequence[Column]

    @cached_property
    def _places(self) -> Mapping[str, tuple[tuple[int, Column], ...]]:
        """The columns of each key, with where they stand."""
        found: dict[str, list[tuple[int, Column]]] = {}
        for at, column in enumerate(self.columns):
            found.setdefault(column.key, []).append((at, column))
        return {key: tuple(places) for key, places in found.items()}

    def cells(self, row: Row) -> list[str]:
        """Write a row as cells, none of which a program for tables takes for a formula."""
        cells = [""] * len(self.columns)
        for key, value in row.items():
            places = self._places[key]
            if isinstance(value, str):
                cells[places[0][0]] = harmless(value)
            elif isinstance(value, list):
                for at, column in places:
                    cells[at] = _lines([one.get(column.part, "") for one in value])
            elif isinstance(value, dict):
                for at, column in places:
                    if column.part in value:
                        cells[at] = _cell(value[column.part])
            else:
                cells[places[0][0]] = _lines(value) if isinstance(value, tuple) else _cell(value)
        return cells


def _cell(value: object) -> str:
    if isinstance(value, str):
        return harmless(value)
    # A number is no formula, and with a sign before it that says so it were no number.
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _lines(values: Sequence[Any]) -> str:
    """Put each value in a line of its own; where all are empty the cell stays so."""
    if len(values) == 1:
        text = values[0]
    elif not any(values):
        return ""
    elif True in values:
        return "\n".join("true" if one else "" for one in values)
    else:
        text = "\n".join(values)
    if text is True:
        return "true"
    # Empty lines before what is no formula make none of it.
    said = text.lstrip("\n")
    return text if harmless(said) == said else f"'{text}"
