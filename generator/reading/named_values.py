"""The values of a record that are names: where they stand, and which name each of them means."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from generator.case.model import Case
from generator.case.names import NameKind, Names
from generator.reading.fault import Path

Pattern = tuple[str | None, ...]
"""A path in which None stands for any item of a list."""

_PLACES: tuple[Pattern, ...] = (("places", None, "city"), ("places", None, "county"), ("places", None, "detail"))
_UNIVERSITIES: tuple[Pattern, ...] = (("university",), ("universities", None))
_BRANCHES: tuple[Pattern, ...] = (("branch",), ("branches", None), ("team", "name"))
WHERE: tuple[tuple[NameKind, tuple[Pattern, ...]], ...] = (
    ("universities", _UNIVERSITIES),
    ("schools", (("school",),)),
    ("branches", _BRANCHES),
    ("partners", (("partners", None, "name"),)),
    ("places", _PLACES),
)
"""Universities first: the leading one says whose schools and branches are meant."""
_OF_A_UNIVERSITY = ("schools", "branches")


def named_values(values: Mapping[str, Any], names: Names) -> Iterator[tuple[NameKind, Path, str, str]]:
    """Give each name of a case's raw values: its kind, its path, what is written, and the name that this means."""
    lead = ""
    for kind, patterns in WHERE:
        for pattern in patterns:
            for path, text in _texts(values, pattern, ()) if pattern[0] in values else ():
                name = names.name_of(kind, text, lead if kind in _OF_A_UNIVERSITY else "")
                lead = lead or (name if kind == "universities" else "")
                yield kind, path, text, name


def with_names(values: dict[str, Any], model: type[BaseModel], names: Names) -> dict[str, Any]:
    """Give a record's raw values with the names that are meant; what has no other name stays the same object."""
    if not issubclass(model, Case):
        return values
    for _, path, text, name in list(named_values(values, names)):
        if name != text:
            values = _put(values, path, name)
    return values


def _texts(value: Any, pattern: Pattern, path: Path) -> Iterator[tuple[Path, str]]:
    if not pattern:
        if isinstance(value, str) and (text := value.strip()):
            yield path, text
    elif pattern[0] is None:
        for index, item in enumerate(value if isinstance(value, list) else ()):
            yield from _texts(item, pattern[1:], (*path, index))
    elif isinstance(value, Mapping) and pattern[0] in value:
        yield from _texts(value[pattern[0]], pattern[1:], (*path, pattern[0]))


def _put(value: Any, path: Path, name: str) -> Any:
    """Give a copy of a value in which a name stands at a path."""
    if not path:
        return name
    if isinstance(value, list):
        return [_put(item, path[1:], name) if index == path[0] else item for index, item in enumerate(value)]
    return {**value, path[0]: _put(value[path[0]], path[1:], name)}
