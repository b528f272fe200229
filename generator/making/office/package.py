"""DOCX, XLSX and PPTX files as what they are, packages of parts (ECMA-376 part 2), read within bounds."""

import io
import zipfile
import zlib
from collections.abc import Mapping

MOST_PARTS = 5_000
MOST_BYTES = 256 * 1024 * 1024
"""Of all parts together, unpacked; what is larger is taken for a bomb."""
MOST_OF_XML = 64 * 1024 * 1024
"""Of one part that is read as text."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EPOCH = (1980, 1, 1, 0, 0, 0)
CONTENT_TYPES = "[Content_Types].xml"
SIGNATURES = "_xmlsignatures/"


class UnreadableError(Exception):
    """A file that cannot be read; its text is one of `damaged`, `locked` and `huge`."""


def read_parts(data: bytes, *, any_kind: bool = False) -> dict[str, bytes]:
    """Unpack a package.

    Args:
        data: its bytes.
        any_kind: take packages of other programs too, OpenDocument's for one.

    Raises:
        UnreadableError: it is damaged, encrypted, or much larger than any document.
    """
    if data.startswith(_OLD_OFFICE):
        # Office puts an encrypted package into a file of the old format.
        raise UnreadableError("locked")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = [one for one in archive.infolist() if not one.is_dir()]
            if any(one.flag_bits & 1 for one in files):
                raise UnreadableError("locked")
            sizes = [one.file_size for one in files]
            if len(files) > MOST_PARTS or sum(sizes) > MOST_BYTES:
                raise UnreadableError("huge")
            if any(one.file_size > MOST_OF_XML for one in files if is_xml(one.filename)):
                raise UnreadableError("huge")
            parts = {one.filename: archive.read(one) for one in files}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableError("damaged") from error
    if CONTENT_TYPES not in parts and not any_kind:
        raise UnreadableError("damaged")
    return parts


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts, in their order; the same parts always give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            archive.writestr(entry, content)
    return packed.getvalue()


def is_xml(name: str) -> bool:
    """Check whether a part is text."""
    return name.lower().endswith((".xml", ".rels", ".vml"))


def is_package(data: bytes) -> bool:
    """Check by its first bytes whether a part is a package itself."""
    return data.startswith(b"PK\x03\x04")
