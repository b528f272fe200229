"""Looks into attachments, and makes their published copies."""

import os
from functools import lru_cache
from pathlib import Path

from generator.making.attachments.office_cleaning import clean_office
from generator.making.attachments.office_reading import kept_inside, passages_of
from generator.making.office.package import UnreadableError, read_parts
from generator.reading.file_names import ending
from generator.reading.record import AttachmentSeen

MOST_BYTES = 200 * 1024 * 1024


def look_into(path: Path) -> AttachmentSeen:
    """Read what is inside an attachment; one that has not changed is read once."""
    state = path.stat()
    return _look(os.fspath(path), state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=1_000)
def _look(path: str, mtime_ns: int, size_bytes: int) -> AttachmentSeen:
    del mtime_ns
    if size_bytes > MOST_BYTES:
        return AttachmentSeen(fault="huge")
    data = Path(path).read_bytes()
    try:
        if ending(path) == "pdf":
            from generator.making.attachments.pdf import look_at_pdf  # noqa: PLC0415 (most records have no PDF)

            return look_at_pdf(data)
        parts = read_parts(data)
        return AttachmentSeen(tuple(passages_of(parts)), kept_inside(parts))
    except UnreadableError as error:
        return AttachmentSeen(fault=str(error))


def clean_copy(name: str, data: bytes) -> bytes:
    """Make the published copy of an attachment.

    Raises:
        UnreadableError: it cannot be read.
    """
    if ending(name) == "pdf":
        from generator.making.attachments.pdf import clean_pdf  # noqa: PLC0415 (most records have no PDF)

        return clean_pdf(data)
    return clean_office(data)
