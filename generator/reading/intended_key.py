"""Which key an editor meant who wrote one that does not exist; nothing where that is not sure."""

import re
from collections.abc import Iterable
from functools import cache

from generator.case.model import SEVERAL
from generator.case.packaged import read_packaged
from generator.case.text import is_han
from generator.reading.fault import Path
from generator.reading.labels import Labels

_NO_SIGNS = re.compile(r"[\s_\-.:*]+")
_TWINS = {
    "url": ("link",),
    "link": ("url",),
    "name": ("title", "what"),
    "title": ("name", "caption"),
    "type": ("kind", "task"),
    "number": ("value",),
}
"""Keys that mean the same in different mappings; each has only one of them."""


@cache
def usual_wrong_keys() -> dict[str, dict[str, tuple[str, ...]]]:
    """Give the names that editors usually give to keys, by mapping and key: `{"": {"title": ("题目", …)}, …}`."""
    data = read_packaged("wrong_keys.yml")
    return {holder: {key: tuple(map(str, names)) for key, names in keys.items()} for holder, keys in data.items()}


def intended_key(labels: Labels, path: Path) -> str | None:
    """Name the key of the same mapping that an unknown key was surely meant for: its label, a usual name, a slip."""
    written, keys = str(path[-1]), labels.keys_at(path[:-1])
    by_name = {label: key for key, label in keys.items()} | {key: key for key in keys}
    if written in by_name:
        return by_name[written]
    usual = _usual(labels, path[:-1])
    plain = _NO_SIGNS.sub("", written).lower()
    for name, key in (usual | by_name).items():
        if _NO_SIGNS.sub("", name).lower() == plain:
            return key
    twin = next((twin for twin in _TWINS.get(written, ()) if twin in keys), None)
    if twin or intended_elsewhere(labels, path):
        return twin
    return by_name.get(_slip(plain, by_name) or "")


def intended_elsewhere(labels: Labels, path: Path) -> Path | None:
    """Give the way to a key that exists by this very name or label, but in another mapping."""
    found = labels.by_name.get(str(path[-1]))
    return found if found and found[:-1] != tuple(step for step in path[:-1] if isinstance(step, str)) else None


def _usual(labels: Labels, holder: Path) -> dict[str, str]:
    """Give the usual wrong names in a mapping, each with the key it means; of a list of many what one of them has."""
    steps = [step for step in holder if isinstance(step, str)]
    single = {several: one for one, several in SEVERAL.items()}
    # A mapping within another has the names that it has by itself: a year's outcomes, a secretary of several.
    last = steps[-1] if steps else ""
    keys = usual_wrong_keys().get(single.get(last, last), {})
    known = labels.keys_at(holder)
    return {name: key for key, names in keys.items() if key in known for name in names if name not in known}


def _slip(written: str, names: Iterable[str]) -> str | None:
    """Name the one that differs by no more than a slip of the keyboard; None where two do, or none does."""
    near = [name for name in names if _is_slip(written, name.lower())]
    return near[0] if len(near) == 1 else None


def _is_slip(written: str, name: str) -> bool:
    is_chinese = any(map(is_han, name))
    shorter = min(len(written), len(name))
    if shorter < (3 if is_chinese else 4):
        return False
    allowed = 1 if is_chinese or shorter < 7 else 2
    return abs(len(written) - len(name)) <= allowed and _distance(written, name) <= allowed


def _distance(one: str, other: str) -> int:
    """Count the letters to add, leave out, exchange or swap with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        now = [at]
        for to, wanted in enumerate(other, 1):
            cost = min(row[to] + 1, now[to - 1] + 1, row[to - 1] + (letter != wanted))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == wanted:
                cost = min(cost, before[to - 2] + 1)
            now.append(cost)
        before, row = row, now
    return row[-1]
