"""Pictures inside documents without what cameras and programs note in them; what is seen stays as it is, bit by bit."""

import struct
from collections.abc import Callable, Iterator

_JPEG = b"\xff\xd8"
_PNG = b"\x89PNG\r\n\x1a\n"
_NOTES_OF_PNG = frozenset((b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"))
_NOTES_OF_WEBP = frozenset((b"EXIF", b"XMP "))
_ALONE = frozenset((0x01, *range(0xD0, 0xD8)))
_SOS, _EOI, _COMMENT = 0xDA, 0xD9, 0xFE
_KEPT = {0xE0: b"", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""Application segments that say how a picture looks, with how they begin."""


def without_notes(data: bytes) -> bytes:
    """Give a picture without place, camera, dates, names and comments; what is no such picture as it is."""
    for signature, clean in _CLEANERS:
        if data.startswith(signature):
            try:
                return clean(data)
            except (ValueError, IndexError, struct.error):
                # A broken picture shows nothing, and nobody reads its notes.
                return data
    return data


def _clean_jpeg(data: bytes) -> bytes:
    kept = [_JPEG]
    turn = 1
    for marker, segment in _segments(data):
        content = segment[4:]
        if marker == 0xE1 and content.startswith(b"Exif\0\0"):
            turn = _orientation(content[6:])
        is_note = marker == _COMMENT or (
            0xE0 <= marker <= 0xEF and not (marker in _KEPT and content.startswith(_KEPT[marker]))
        )
        if not is_note:
            kept.append(segment)
    if turn != 1:
        kept.insert(1, _exif_of(turn))
    return b"".join(kept)


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the segments of a JPEG, a scan with the data behind it; what follows its end is left out."""
    at = 2
    while at < len(data):
        if data[at] != 0xFF:
            raise ValueError
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        end = at + 2
        if marker not in _ALONE and marker != _EOI:
            end += struct.unpack_from(">H", data, at + 2)[0]
        if marker == _SOS:
            end = _end_of_scan(data, end)
        if end > len(data):
            raise ValueError
        yield marker, data[at:end]
        if marker == _EOI:
            return
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    while True:
        at = data.find(b"\xff", at)
        if at < 0:
            return len(data)
        if data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7:
            at += 2
        else:
            return at


def _orientation(exif: bytes) -> int:
    """Read how the camera was held; 1 where that is not known."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if not order:
        return 1
    try:
        (first,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, first)
        for index in range(min(count, 500)):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, first + 2 + 12 * index)
            if tag == 0x0112:
                return int(value) if 1 <= value <= 8 else 1
    except struct.error:
        return 1
    return 1


def _exif_of(turn: int) -> bytes:
    """Make a block that says how the camera was held and nothing else."""
    block = b"Exif\0\0MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, turn, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block


def _clean_png(data: bytes) -> bytes:
    kept, at = [_PNG], len(_PNG)
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data):
            raise ValueError
        if kind not in _NOTES_OF_PNG:
            kept.append(data[at:end])
        if kind == b"IEND":
            break
        at = end
    return b"".join(kept)


def _clean_webp(data: bytes) -> bytes:
    if data[8:12] != b"WEBP":
        return data
    kept, at = [], 12
    while at + 8 <= len(data):
        kind = data[at : at + 4]
        (length,) = struct.unpack_from("<I", data, at + 4)
        chunk = data[at : at + 8 + length + length % 2]
        if kind == b"VP8X":
            # Two bits of its flags say that the notes are there.
            chunk = chunk[:8] + bytes([chunk[8] & ~0x0C]) + chunk[9:]
        if kind not in _NOTES_OF_WEBP:
            kept.append(chunk)
        at += 8 + length + length % 2
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


_CLEANERS: tuple[tuple[bytes, Callable[[bytes], bytes]], ...] = (
    (_JPEG, _clean_jpeg),
    (_PNG, _clean_png),
    (b"RIFF", _clean_webp),
)
