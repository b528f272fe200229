"""The text of a part of an Office document, read as a stream: no tree is built, no entity is expanded."""

import re
from collections.abc import Callable, Iterator
from xml.parsers import expat

from generator.making.office.package import UnreadableError

_LINES = frozenset(("p", "br", "cr", "si", "tr", "tc", "comment", "cm", "text", "Relationship", "property"))
_SHOWN = frozenset(("descr", "title", "tooltip", "display", "Target", "author", "initials", "userName", "name", "alt"))
"""Attributes whose values readers can get at."""
_NAMED = frozenset(("alias", "tag", "docVar"))
"""Elements whose value somebody has written, though no page shows it."""
_BESIDE_CELLS = frozenset(
    (*(f"{page}{end}" for page in ("odd", "even", "first") for end in ("Header", "Footer")), "formula1", "formula2")
)
_PROMPTS = frozenset(("prompt", "promptTitle", "error", "errorTitle"))
_CODES = re.compile(r"&(?:[LCRPNDTZFAGBIUES]|\"[^\"]*\"|[0-9]{1,3}|K[0-9A-F]{6})")
"""What Excel writes for the place and the look of a piece of a header."""
_WHOLE = re.compile(r"([0-9]+)\.0+")

Begin = Callable[[str, dict[str, str]], object]


def walk_xml(data: bytes, begin: Begin, text: Callable[[str], object], end: Callable[[str], object]) -> None:
    """Read a part; names of elements and attributes come without their prefix.

    Raises:
        UnreadableError: it is no well-formed XML, or defines entities, which Office never does.
    """

    def refuse(*_: object) -> None:
        raise UnreadableError("damaged")

    bare = _Bare()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, given: begin(
        bare[name], {bare[key]: value for key, value in given.items()} if given else given
    )
    parser.EndElementHandler = lambda name: end(bare[name])
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise UnreadableError("damaged") from error


class _Bare(dict[str, str]):
    """Names without their prefixes; a part has a hundred thousand elements of a few dozen names."""

    def __missing__(self, name: str) -> str:
        self[name] = name.rpartition(":")[2]
        return self[name]


def text_of(data: bytes) -> str:
    """Give the text of a part, a line for each paragraph, with those attributes that are shown."""
    pieces: list[str] = []

    def begin(name: str, given: dict[str, str]) -> None:
        if name in ("tab", "ptab"):
            pieces.append("\t")
        elif name in _LINES:
            pieces.append("\n")
        shown = (*_SHOWN, "val") if name in _NAMED else _SHOWN
        pieces.extend(f"\n{value}\n" for key, value in given.items() if key in shown and len(value) > 1)

    walk_xml(data, begin, pieces.append, lambda name: pieces.append("\n") if name in _LINES else None)
    return "".join(pieces)


def rows_of(data: bytes, strings: list[str], used: set[int]) -> Iterator[tuple[int, str]]:
    """Give the rows of a sheet with their numbers, cells apart.

    Args:
        data: the sheet's part.
        strings: the texts that cells share.
        used: gets the numbers of those that the sheet shows.
    """
    rows: list[tuple[int, str]] = []
    cells: list[str] = []
    pieces: list[str] = []
    number, kind = 0, ""

    def begin(name: str, given: dict[str, str]) -> None:
        nonlocal number, kind
        if name == "row":
            number = int(given["r"]) if given.get("r", "").isdecimal() else number + 1
        elif name == "c":
            kind = given.get("t", "")
        if name in ("v", "f", "is"):
            pieces.clear()

    def end(name: str) -> None:
        if name == "v":
            cells.append(_value("".join(pieces), kind, strings, used))
        elif name in ("f", "is"):
            cells.append("".join(pieces))
        elif name == "row":
            rows.append((number, "，".join(cells)))
            cells.clear()

    walk_xml(data, begin, pieces.append, end)
    yield from rows


def texts_beside_cells(data: bytes) -> list[str]:
    """Give what a sheet has in headers and footers, and in the prompts and lists of its cells."""
    texts: list[str] = []
    pieces: list[str] = []

    def begin(name: str, given: dict[str, str]) -> None:
        if name == "dataValidation":
            texts.extend(given[key] for key in given if key in _PROMPTS)
        if name in _BESIDE_CELLS:
            pieces.clear()

    def end(name: str) -> None:
        if name in _BESIDE_CELLS:
            texts.append(_CODES.sub(" ", "".join(pieces)))

    walk_xml(data, begin, pieces.append, end)
    return texts


def _value(written: str, kind: str, strings: list[str], used: set[int]) -> str:
    if kind == "s":
        index = int(written) if written.strip().isdecimal() else -1
        used.add(index)
        return strings[index] if 0 <= index < len(strings) else ""
    if whole := _WHOLE.fullmatch(written):
        return whole[1]
    if "E" in written.upper() and kind in ("", "n"):
        # Excel keeps 15 digits of a number, and writes a long one with an exponent.
        try:
            return f"{float(written):.0f}"
        except (ValueError, OverflowError):
            return written
    return written


def shared_strings(data: bytes) -> list[str]:
    """Give the texts that the cells of a workbook share, in order."""
    strings: list[str] = []
    pieces: list[str] = []

    def begin(name: str, given: dict[str, str]) -> None:
        del given
        if name == "si":
            pieces.clear()

    def end(name: str) -> None:
        if name == "si":
            strings.append("".join(pieces))

    walk_xml(data, begin, pieces.append, end)
    return strings
