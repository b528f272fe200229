"""The keys of a record as tables: what each is called, whether it is required, what it takes and what it means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_type_hints

from pydantic import BaseModel

from generator.case.labels import field_about, field_label, inner_model, is_used
from generator.case.programme import Programme
from generator.case.required_keys import is_required
from generator.outputs.handbook.values import values
from generator.outputs.handbook.view import Run, Table, code, plain, table
from generator.reading.labels import record_fields

_HEAD = ("字段", "名称", "必填", "填什么", "说明")
_LABELLED = ("填什么", "说明")
_DATE = re.compile(r"([0-9]{4}(?:-[0-9]{2})+)")


@dataclass(frozen=True, slots=True)
class FieldTable:
    """The keys of a record, or of a part inside it."""

    title: str
    """What the part is called; empty for the record itself, which has no heading."""
    key: str
    """The part's key, with those around it: `period.end`."""
    anchor: str
    table: Table


def fields(model: type[BaseModel], prefix: str, programme: Programme) -> tuple[FieldTable, ...]:
    """Tabulate the keys of a model, then those of each part inside it.

    Args:
        model: `Case`, `Collection` and the like.
        prefix: begins every anchor: with `field`, the key `end` of `period` has `id="field-period-end"`.
        programme: whose words the fields take.
    """
    return tuple(_tables(model, (prefix,), "", programme, model))


def _tables(
    model: type[BaseModel], path: tuple[str, ...], title: str, programme: Programme, whole: type[BaseModel]
) -> Iterator[FieldTable]:
    """Tabulate a part, `whole` being the record's model."""
    hints = get_type_hints(model, include_extras=True)
    rows: list[tuple[str | tuple[Run, ...], ...]] = []
    parts: list[tuple[str, type[BaseModel], str]] = []
    for key, field in record_fields(model):
        anchor, way = "-".join((*path, key)), ".".join((*path[1:], key))
        if not is_used(whole, way, programme):
            continue
        name = field_label(whole, way, field, programme)
        inner = inner_model(field.annotation)
        if inner:
            parts.append((key, inner, name))
        rows.append(
            (
                (code(key, id=anchor),),
                name,
                "必填" if is_required(model, key, programme) else "",
                values(hints[key], field.metadata, anchor, programme),
                _with_dates(field_about(whole, way, programme)),
            )
        )
    keys = table(_HEAD, rows, labelled=_LABELLED, kind="fields")
    yield FieldTable(title, ".".join(path[1:]), f"{'-'.join(path)}-keys", keys)
    for key, inner, name in parts:
        yield from _tables(inner, (*path, key), name, programme, whole)


def _with_dates(description: str) -> tuple[Run, ...]:
    """Show the dates in a description as what is typed."""
    texts = _DATE.split(description)
    return tuple(code(text) if at % 2 else plain(text) for at, text in enumerate(texts) if text)
