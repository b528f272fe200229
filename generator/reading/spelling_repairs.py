"""Spellings that the model reads as others: `四川省` as 四川, `已发布` as published, `是` as true.

They are no problem. Whoever wants the record to say what is read can have it so.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from generator.case.repair import Repair
from generator.case.text import shorten
from generator.reading.fault import Path
from generator.reading.parsed_record import ParsedRecord
from generator.reading.record_editor import RecordEditor


def spelling_repairs(record: ParsedRecord) -> Iterator[Repair]:
    """Find what was read by another spelling, in the record's order; nothing in a record that the model refuses."""
    if record.value is None:
        return
    for path, written, read in _differences(record.document.value, record.value, ()):
        edits = RecordEditor(record.document, record.model).set(path, read)
        message = f"“{record.label(path)}”的“{shorten(written)}”读作“{read}”"
        yield Repair(record.path, record.place(*path), message, edits)


def _differences(written: Any, read: Any, path: Path) -> Iterator[tuple[Path, str, str]]:
    if isinstance(written, dict) and isinstance(read, BaseModel):
        for key, value in written.items():
            yield from _differences(value, getattr(read, key, None), (*path, key))
    elif isinstance(written, list) and isinstance(read, tuple) and len(written) == len(read):
        found = [list(_differences(value, read[index], (*path, index))) for index, value in enumerate(written)]
        differences = [one for of_item in found for one in of_item]
        texts = {text for _, _, text in differences}
        if not any(text in texts for _, text, _ in differences):
            # Else the model has put the items into another order.
            yield from differences
    elif isinstance(written, str) and isinstance(read, (str, bool)):
        text = str(read).lower() if isinstance(read, bool) else read
        plain = written.strip().lower() if isinstance(read, bool) else written.strip()
        if plain != text and plain and "\n" not in text:
            yield path, written.strip(), text
