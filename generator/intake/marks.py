"""What was imported, as marks: enough to see later whether a value is still the same, and nothing to be read.

A mark is a piece of a digest. Items of lists go by what they name, so that one more at the front changes no other.
"""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from generator.case.spelling import compared

Way = tuple[str, ...]
"""The way to a value, with items of lists by the marks of what they name: `("outcomes", "9f3…", "value")`."""
Marks = dict[Way, str]
"""A mark for each value, and one for each list as a whole."""

WHOLE = frozenset(("period",))
"""Mappings whose parts mean nothing alone: a beginning from one file and an end from another make no period."""
_NAMED_BY = {
    "awards": "name",
    "coverage": "title",
    "honours": "name",
    "outcomes": "what",
    "partners": "name",
    "photos": "file",
    "products": "name",
    "secretaries": "name",
    "sources": "title",
}
"""By which key the items of a list are known; those of any other are known by all they say."""
_LENGTH = 16


def same_form(value: Any) -> str:
    """Give the form in which values are compared: width, blanks and shapes of quotes make no difference."""
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{key}:{same_form(value[key])}" for key in sorted(value) if _says(value[key])) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(same_form, value)) + "]"
    return "\n".join(filter(None, map(compared, str(value).splitlines()))) if _says(value) else ""


def mark_of(value: Any) -> str:
    """Give the mark of a value; the same for the same form."""
    return sha256(same_form(value).encode()).hexdigest()[:_LENGTH]


def item_marks(key: str, items: Any) -> list[str] | None:
    """Give by what each item of a list is known; None where it is no list, or two of them are known by the same."""
    if not isinstance(items, list):
        return None
    names = [_name(key, item) for item in items]
    return names if len({*names}) == len(names) and "" not in names else None


def _name(key: str, item: Any) -> str:
    named_by = _NAMED_BY.get(key)
    name = item.get(named_by) if named_by and isinstance(item, Mapping) else item
    return mark_of(name) if _says(name) else ""


def marks_of(value: Any, way: Way = ()) -> Marks:
    """Give the marks of a value and of all inside it."""
    return dict(_marks(value, way))


def _marks(value: Any, way: Way) -> Iterator[tuple[Way, str]]:
    if isinstance(value, Mapping) and not WHOLE & {*way[-1:]}:
        for key, child in value.items():
            if way[:1] != ("photos",) or key != "file":
                yield from _marks(child, (*way, key))
        return
    if _says(value):
        yield way, mark_of(value)
    names = item_marks(way[-1], value) if way else None
    for name, item in zip(names or (), value if names else (), strict=True):
        yield from item_marks_of(item, (*way, name)).items()


def item_marks_of(item: Any, way: Way) -> Marks:
    """Give the marks of an item of a list."""
    return marks_of(item, way) if isinstance(item, Mapping) else {way: mark_of(item)}


def below(marks: Mapping[Way, str], way: Way) -> Marks:
    """Give the marks of a value and of all inside it, out of many."""
    return {one: mark for one, mark in marks.items() if one[: len(way)] == way}


def renewed(old: Mapping[Way, str], new: Mapping[Way, str]) -> Marks:
    """Give the marks of what was imported last: of outermost keys that a file does not speak of, the former ones."""
    spoken = {way[0] for way in new}
    return {way: mark for way, mark in (*old.items(), *new.items()) if way[0] not in spoken or way in new}


def _says(value: Any) -> bool:
    return value is not None and value not in ("", [], {})


def dumped(marks: Mapping[Way, str]) -> dict[str, str]:
    """Give marks as they are written down; neither keys nor marks have a `/`."""
    return {"/".join(way): marks[way] for way in sorted(marks)}


def loaded(written: object) -> Marks:
    """Read what was written down; nothing from what is something else."""
    pairs: Sequence[tuple[object, object]] = [*written.items()] if isinstance(written, Mapping) else []
    return {tuple(str(way).split("/")): str(mark) for way, mark in pairs}
