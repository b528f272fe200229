"""The odd characters of a record's texts, as findings: one for each text and kind, with what mends it."""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

import yaml

from generator.case.edit import Edit
from generator.case.odd_characters import Odd, find_odd, has_odd, name_of
from generator.case.problem import WARNING, Place
from generator.case.text import listing
from generator.reading.fault import Path
from generator.reading.finding import Finding
from generator.reading.meant_values import OddText, spelt
from generator.reading.parsed_record import ParsedRecord

_NAMED = 4
"""More sorts of characters than this are only counted."""


@dataclass(frozen=True, slots=True)
class OddCharacters:
    """Those of one kind in one text."""

    subject: str
    """The text's name for an editor."""
    place: Place
    """Of the first of them."""
    written: tuple[str, ...]
    """All of them, in the text's order."""
    meant: tuple[str, ...]
    """What each is to be; with an escape in the text one for each."""
    edits: tuple[Edit, ...]

    @property
    def sorts(self) -> tuple[str, ...]:
        """Each sort of them once."""
        return tuple(dict.fromkeys(self.written))

    @property
    def named(self) -> str:
        """Their names and code points: `零宽空格 U+200B、不间断空格 U+00A0`."""
        names = [f"{name_of(one)} U+{ord(one):04X}" for one in self.sorts[:_NAMED]]
        return listing(names) + (f" 等 {len(self.sorts)} 种" if len(self.sorts) > _NAMED else "")


def odd_findings(
    record: ParsedRecord, kinds: Container[str], word: Callable[[OddCharacters], tuple[str, str, str]]
) -> Iterator[Finding]:
    """Find odd characters of some kinds.

    Args:
        record: the record.
        kinds: `look-alike`, `space`, `invisible`.
        word: gives message, reason and hint.
    """
    for odd_text in record.document.odd:
        found = _in_text(record, odd_text, kinds)
        if found:
            message, reason, hint = word(found)
            yield Finding(
                found.place,
                message=message,
                reason=reason,
                hint=hint,
                severity=WARNING,
                edits=found.edits,
                is_certain=True,
            )


def deletions(record: ParsedRecord, path: Path, character: str) -> tuple[Edit, ...]:
    """Give what takes every occurrence of a character out of a text, however it is written there."""
    node = next((node for at, node in record.document.scalars if at == path), None)
    if node is None:
        return ()
    text, offsets, start = _written(record, node)
    places = (at for at, one in enumerate(text) if one == character)
    return tuple(Edit(start + offsets[at], start + offsets[at + 1], "") for at in places)


def _written(record: ParsedRecord, node: yaml.ScalarNode) -> tuple[str, tuple[int, ...], int]:
    """Give a text as it is written, where each of its characters begins, and where it begins itself."""
    start, end = _span(record, node)
    return (*spelt(record.document.text[start:end], has_escapes=node.style == '"'), start)


def _in_text(record: ParsedRecord, odd_text: OddText, kinds: Container[str]) -> OddCharacters | None:
    document = record.document
    text, offsets, start = _written(record, odd_text.node)
    found = [one for one in find_odd(text, odd_text.use) if one.kind in kinds]
    if not found:
        return None
    written = [one for odd in found for one in text[odd.start : odd.end] if has_odd(one)]
    first = next(at for at in range(found[0].start, found[0].end) if has_odd(text[at]))
    line, column = document.position(start + offsets[first])
    is_one_line = len(written) == 1 or found[0].end - found[0].start > 1
    width = offsets[found[0].end if is_one_line else first + 1] - offsets[first]
    label = f"“{record.label(odd_text.path)}”"
    return OddCharacters(
        subject=f"{label}的字段名" if odd_text.is_key else label,
        place=document.place_at(line, column, width),
        written=tuple(written),
        meant=tuple(one.meant for one in found),
        edits=tuple(_edits(found, start, offsets)),
    )


def _edits(found: list[Odd], start: int, offsets: tuple[int, ...]) -> Iterator[Edit]:
    return (Edit(start + offsets[one.start], start + offsets[one.end], one.meant) for one in found)


def _span(record: ParsedRecord, node: yaml.ScalarNode) -> tuple[int, int]:
    """Give where a text is written, without its quotes or the sign of its block."""
    document = record.document
    start, end = (min(document.offset(mark), len(document.text)) for mark in (node.start_mark, node.end_mark))
    if node.style in ("|", ">"):
        return document.line_start(node.start_mark.line + 1), end
    return (start + 1, end - 1) if node.style in ("'", '"') else (start, end)
