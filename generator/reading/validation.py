"""From a document to a value of the model, or to faults that say why not."""

from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.case.labels import inner_model
from generator.case.names import Names
from generator.case.programme import Context
from generator.case.required_keys import lacking
from generator.reading.documents import Document
from generator.reading.fault import Fault
from generator.reading.model_faults import model_fault, rule_of
from generator.reading.named_values import with_names

M = TypeVar("M", bound=BaseModel)

_NO_NAMES = Names()


def validate(
    document: Document, model: type[M], context: Context, names: Names = _NO_NAMES, **named: str
) -> tuple[M | None, list[Fault]]:
    """Make a value of the model from a document.

    Args:
        document: what was read.
        model: `Case`, `Collection` and the like.
        context: what the model needs beside the document.
        names: the names that the project knows; their other spellings are read as them.
        named: values that come from the file's name rather than its text (`id`).

    Returns:
        The value or None, and the faults of the model (see `model_faults.RULES`); never both a value and faults.
    """
    filled = with_names(_without_empty(document.value, model), model, names)
    missing = [
        Fault("value-missing", document.place(path), path)
        for keys in lacking(model, context["programme"], filled)
        # One that was begun is to be finished; where none was, it is the usual one that is missing.
        for path in [(next((key for key in keys if key in document.value), keys[0]),)]
    ]
    try:
        value = model.model_validate({**named, **filled}, context=context)
    except ValidationError as error:
        details = error.errors(include_url=False)
        # A key such as `id` comes from the name; written in the record it is an unknown key.
        faults = [_fault(document, detail) for detail in details if detail["loc"] and detail["loc"][0] not in named]
        known = {(fault.rule, fault.path) for fault in faults}
        return None, [*faults, *(fault for fault in missing if (fault.rule, fault.path) not in known)]
    return (None, missing) if missing else (value, [])


def _without_empty(value: Any, model: type[BaseModel] | None) -> Any:
    """Drop keys that were left empty, alone or with all inside them: templates offer more than a record fills.

    A key that the model does not know stays even when it is empty: `{start:2024}` is one key without a value, and
    must not vanish without a word.
    """
    if isinstance(value, list):
        return [child if isinstance(child, str) else _without_empty(child, model) for child in value]
    if not isinstance(value, dict):
        return value
    inner = _inner_models(model) if model else {}
    kept: dict[str, Any] = {}
    for key, child in value.items():
        filled = child if isinstance(child, str) else _without_empty(child, inner.get(key))
        if key not in inner or not (filled is None or filled == {}):
            kept[key] = filled
    return kept


@cache
def _inner_models(model: type[BaseModel]) -> dict[str, type[BaseModel] | None]:
    return {key: inner_model(field.annotation) for key, field in model.model_fields.items()}


def _fault(document: Document, error: ErrorDetails) -> Fault:
    rule = rule_of(error)
    return model_fault(rule, document.place(error["loc"], key=rule == "key-unknown"), error)
