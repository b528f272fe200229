"""What the keys of a record are called and how they are explained in a programme; the model has the usual words."""

from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.case.model import Case
from generator.case.model.explanations import explanations
from generator.case.programme import Programme


def case_label(key: str, programme: Programme) -> str:
    """Name an outermost key of a case: 支部或单位."""
    return field_label(Case, key, Case.model_fields[key], programme)


def field_label(model: type[BaseModel], way: str, field: FieldInfo, programme: Programme) -> str:
    """Name a key.

    Args:
        model: of the record, `Case` or another kind; only those of a case may be named otherwise.
        way: the way to the key from outside, `secretary.name`.
        field: the key's field.
        programme: in which it is named.
    """
    usual = field.title or way.rpartition(".")[2]
    return programme.label_of.get(way, usual) if model is Case else usual


def field_about(model: type[BaseModel], way: str, programme: Programme) -> str:
    """Explain a key, likewise, in the words of the programme."""
    *around, key = way.split(".")
    holder: type[BaseModel] | None = model
    for step in around:
        holder = inner_model(holder.model_fields[step].annotation) if holder else None
    usual = explanations(holder).get(key, "") if holder else ""
    return programme.explain(programme.about_of.get(way, usual) if model is Case else usual)


def inner_model(annotation: Any) -> type[BaseModel] | None:
    """Find the model inside an annotation such as `tuple[Photo, ...]` or `Period | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in get_args(annotation):
        found = inner_model(argument)
        if found:
            return found
    return None


def is_used(model: type[BaseModel], way: str, programme: Programme) -> bool:
    """Whether a key is of use in the programme."""
    return not (model is Case and way in programme.unused_keys)
