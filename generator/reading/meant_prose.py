"""The Markdown of a record as it was meant: each text with what was changed in it and what stays in doubt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.case.kinds import AS_MEANT
from generator.case.markdown.meant import Meant, as_meant
from generator.case.personal import mask_personal_data
from generator.case.problem import Place
from generator.case.repair import Repair
from generator.reading.fault import Path
from generator.reading.labels import inner_model
from generator.reading.parsed_record import ParsedRecord
from generator.reading.written_text import WrittenText


@dataclass(frozen=True, slots=True)
class MeantText:
    """One of the texts, if there is something to say about it."""

    path: Path
    meant: Meant
    written: WrittenText


def meant_texts(record: ParsedRecord) -> Iterator[MeantText]:
    """Give the texts of a record in which something was changed or is in doubt.

    A text that YAML folds is not among them: its lines are lost, and that has to be mended first.
    """
    for path, text in _texts(record.document.value, record.model, ()):
        meant = as_meant(text)
        if meant.changes or meant.doubts:
            written = WrittenText.of(record.document, path, record.model)
            if written:
                yield MeantText(path, meant, written)


def prose_repairs(record: ParsedRecord) -> Iterator[Repair]:
    """Tell what was taken for what in the Markdown of a record."""
    for text in meant_texts(record):
        edits = text.written.edits_of_all([change.edits for change in text.meant.changes])
        for change, done in zip(text.meant.changes, edits, strict=True):
            place = text.written.place(change.start, change.end)
            masked = Place(place.line, place.column, place.width, mask_personal_data(place.excerpt))
            yield Repair(record.path, masked, mask_personal_data(change.message), done)


def _texts(value: Any, model: type[BaseModel], path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, model, (*path, index))
    elif isinstance(value, dict):
        for key, inner in _prose_keys(model):
            child = value.get(key)
            if inner is not None:
                yield from _texts(child, inner, (*path, key))
            elif isinstance(child, str):
                yield (*path, key), child


@cache
def _prose_keys(model: type[BaseModel]) -> tuple[tuple[str, type[BaseModel] | None], ...]:
    """Give the keys of a model whose values are Markdown, and those whose values have such keys, with their model."""
    keys: list[tuple[str, type[BaseModel] | None]] = []
    for key, field in model.model_fields.items():
        inner = inner_model(field.annotation)
        if _is_prose(field) or (inner is not None and _prose_keys(inner)):
            keys.append((key, inner))
    return tuple(keys)


def _is_prose(field: FieldInfo) -> bool:
    return AS_MEANT in field.metadata or any(_holds(argument) for argument in get_args(field.annotation))


def _holds(annotation: Any) -> bool:
    metadata: Iterable[Any] = getattr(annotation, "__metadata__", ())
    return AS_MEANT in metadata or any(_holds(argument) for argument in get_args(annotation))
