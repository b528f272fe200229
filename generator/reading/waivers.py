"""What a record waives: rules that it breaks with a reason."""

from collections.abc import Container
from dataclasses import dataclass

from generator.reading.parsed_record import ParsedRecord


@dataclass(frozen=True, slots=True)
class Waivers:
    """What the rules about waivers see beside the record."""

    rules: Container[str]
    """The names of all rules."""
    waivable: tuple[str, ...]
    """The names of the rules that may be waived, in alphabetical order."""
    found: Container[str]
    """The names of the rules that found something in this record, waived or not."""


def waived_rules(record: ParsedRecord) -> frozenset[str]:
    """Name the rules that a record waives with a reason; none where records of its kind waive nothing."""
    if not record.may_have("waivers"):
        return frozenset()
    return frozenset(
        record.text("waivers", index, "rule")
        for index, _ in enumerate(record.items("waivers"))
        if record.text("waivers", index, "reason")
    )
