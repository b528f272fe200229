"""Which keys a record must fill in: the one place where checks, schema, handbook and templates ask."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from generator.case.model import Case
from generator.case.programme import Programme

Keys = tuple[str, ...]
"""Keys of which one is enough, the usual one first: `("branch", "branches", "team")`."""

INSTEAD: Mapping[str, Keys] = {"university": ("universities",), "branch": ("branches", "team")}
"""The keys of a case that satisfy what another key is required for."""


def choices(model: type[BaseModel], programme: Programme) -> tuple[Keys, ...]:
    """Give the keys of which a record of a kind needs one each; those that the model misses by itself are not there."""
    required = programme.required if issubclass(model, Case) else ()
    return tuple((key, *INSTEAD.get(key, ())) for key in required if not model.model_fields[key].is_required())


def lacking(model: type[BaseModel], programme: Programme, values: Mapping[str, Any]) -> Iterator[Keys]:
    """Give those of `choices` of which a record fills in none."""
    return (keys for keys in choices(model, programme) if not any(values.get(key) for key in keys))


def is_required(model: type[BaseModel], key: str, programme: Programme) -> bool:
    """Check whether a key is to be filled in, unless one is that does instead of it."""
    return model.model_fields[key].is_required() or any(key == keys[0] for keys in choices(model, programme))
