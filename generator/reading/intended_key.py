"""Which key an editor meant who wrote one that does not exist."""

from generator.case.text import nearest
from generator.reading.fault import Path
from generator.reading.labels import Labels

_TWINS = {
    "url": ("link",),
    "link": ("url",),
    "name": ("title", "what"),
    "title": ("name", "caption"),
    "type": ("kind", "task"),
    "number": ("value",),
}
"""Keys that mean the same in different mappings; each has only one of them."""


def intended_key(labels: Labels, path: Path) -> str | None:
    """Name the key of the same mapping that an unknown key was most likely meant for: its label, its twin, a slip."""
    written, keys = str(path[-1]), labels.keys_at(path[:-1])
    by_name = {label: key for key, label in keys.items()} | {key: key for key in keys}
    if written in by_name:
        return by_name[written]
    twin = next((twin for twin in _TWINS.get(written, ()) if twin in keys), None)
    if twin or intended_elsewhere(labels, path):
        return twin
    return by_name.get(nearest(written, by_name) or "")


def intended_elsewhere(labels: Labels, path: Path) -> Path | None:
    """Give the way to a key that exists by this very name or label, but in another mapping."""
    found = labels.by_name.get(str(path[-1]))
    return found if found and found[:-1] != tuple(step for step in path[:-1] if isinstance(step, str)) else None
