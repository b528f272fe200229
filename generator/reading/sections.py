"""The case ids that a collection lists."""

from collections.abc import Iterator

from generator.case.model import Collection
from generator.reading.entry import Entry
from generator.reading.fault import Path


def listed_cases(entry: Entry) -> Iterator[tuple[Path, str]]:
    """Give every id in the sections of a collection with its path, in order; nothing for other records."""
    if entry.model is not Collection:
        return
    for section, _ in enumerate(entry.items("sections")):
        for index, _ in enumerate(entry.items("sections", section, "cases")):
            path = ("sections", section, "cases", index)
            name = entry.text(*path)
            if name:
                yield path, name
