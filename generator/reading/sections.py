"""The case ids that a collection lists."""

from collections.abc import Iterator

from generator.reading.fault import Path
from generator.reading.parsed_record import ParsedRecord


def listed_cases(record: ParsedRecord) -> Iterator[tuple[Path, str]]:
    """Give every id in the sections of a collection with its path, in order."""
    for section, _ in enumerate(record.items("sections")):
        for index, _ in enumerate(record.items("sections", section, "cases")):
            path = ("sections", section, "cases", index)
            name = record.text(*path)
            if name:
                yield path, name
