"""The Markdown of a record as it was meant: each text with what was changed in it and what stays in doubt."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.case.markdown.meant import Meant, as_meant
from generator.case.personal import mask_personal_data
from generator.case.problem import Place
from generator.case.repair import Repair
from generator.reading.fault import Path
from generator.reading.parsed_record import ParsedRecord, prose_paths
from generator.reading.written_text import WrittenText


@dataclass(frozen=True, slots=True)
class MeantText:
    """One of the texts, if there is something to say about it."""

    path: Path
    meant: Meant
    written: WrittenText


def meant_texts(record: ParsedRecord) -> Iterator[MeantText]:
    """Give the texts of a record in which something was changed or is in doubt.

    A text that YAML folds is not among them: its lines are lost, and that has to be mended first.
    """
    for path in prose_paths(record.document.value):
        text = record.get(*path)
        meant = as_meant(text) if isinstance(text, str) else None
        if meant and (meant.changes or meant.doubts):
            written = WrittenText.of(record.document, path, record.model)
            if written:
                yield MeantText(path, meant, written)


def prose_repairs(record: ParsedRecord) -> Iterator[Repair]:
    """Tell what was taken for what in the Markdown of a record."""
    for text in meant_texts(record):
        edits = text.written.edits_of_all([change.edits for change in text.meant.changes])
        for change, done in zip(text.meant.changes, edits, strict=True):
            place = text.written.place(change.start, change.end)
            masked = Place(place.line, place.column, place.width, mask_personal_data(place.excerpt))
            yield Repair(record.path, masked, mask_personal_data(change.message), done)
