"""From bytes to text: UTF-8 with or without a byte order mark; other encodings are recognised and named."""

import codecs

from generator.case.problem import Place
from generator.reading.fault import EncodingFault
from generator.reading.lines import Lines

_RULE = "encoding-wrong"


def decode(data: bytes) -> tuple[str, EncodingFault | None]:
    """Give the text, or an empty text and why it cannot be read."""
    # UTF-16 without a mark: the first character of a record is ASCII, so one of its two bytes is zero.
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or (b"\0" in data[:2] and len(data) > 2):
        return "", EncodingFault(_RULE, Place(1, 1), encoding="UTF-16")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode(), None
    except UnicodeDecodeError as error:
        return "", _chinese(data) or _broken(data, error.start)


def _chinese(data: bytes) -> EncodingFault | None:
    """Recognise the encodings of older Chinese software; the place is the first Chinese character."""
    lenient = data.decode(errors="replace")
    bad = lenient.count("\N{REPLACEMENT CHARACTER}")
    good = sum(ord(character) > 0x7FF for character in lenient) - bad
    if good > bad:
        return None
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    lines = Lines(text)
    first = next((offset for offset, character in enumerate(text) if ord(character) > 127), 0)
    encoding = "GBK" if _fits(text, "gbk") else "GB18030"
    return EncodingFault(_RULE, lines.place(*lines.position(first)), encoding=encoding)


def _broken(data: bytes, offset: int) -> EncodingFault:
    """Point at the first byte that is not UTF-8."""
    lines = Lines(data.decode(errors="replace"))
    before = len(data[:offset].decode(errors="replace"))
    return EncodingFault(_RULE, lines.place(*lines.position(before)), encoding="")


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
