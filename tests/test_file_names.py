"""A name that some system refuses, or takes for another, is a problem of the record that gives it."""

import unicodedata
from collections.abc import Iterable

from generator.case.date import PartialDate
from generator.case.model import Case
from generator.case.programme import packaged_programme
from generator.reading.examination import examine, parse_record
from generator.reading.portable_names import MAX_BYTES, portable, why_refused
from generator.reading.record import Record
from generator.reading.surroundings import Surroundings
from tests.each import each

COMPOSED = unicodedata.normalize("NFC", "é.jpg")
DECOMPOSED = unicodedata.normalize("NFD", "é.jpg")


def found(names: Iterable[str], files: Iterable[str]) -> list[str]:
    """Name the photos of a record whose names are problems."""
    photos = "".join(f'- file: "{name}"\n  caption: 茶山\n' for name in names)
    record = Record("x-01", "cases/x-01/case.yml", f"photos:\n{photos}".encode(), frozenset(files))
    parsed = parse_record(record, Case, Surroundings(PartialDate(2026, 11, 22), packaged_programme()))
    problems = examine(parsed, Case).problems
    lines = [problem.place.line for problem in problems if problem.rule == "file-name-invalid"]
    return [list(names)[(line - 2) // 2] for line in lines]


@each(
    "name",
    [
        *("CON.jpg", "con", "com1.jpg", "LPT9.pdf", "nul.pdf", "aux.tar.gz", "COM¹.jpg", "con .jpg", "CONIN$"),
        *("a?.jpg", "a*b<c>|.jpg", 'a".jpg', "a:b.jpg", "a\x07.jpg", "a\x7f.jpg"),
        *("a.jpg.", "a.jpg ", "a."),
        "茶" * 66 + ".jpg",
    ],
)
def test_refused_names(name: str) -> None:
    """What Windows cannot have is refused with the reason, and another name is offered that it can have."""
    assert why_refused(name)
    assert not why_refused(portable(name))


@each("name", ["a.jpg", "茶山.jpg", "console.jpg", "com.jpg", "com10.jpg", "a.con", "a b.jpg", "茶" * 65 + ".jpg"])
def test_other_names(name: str) -> None:
    """Other names are in order and stay as they are."""
    assert len(name.encode()) <= MAX_BYTES
    assert not why_refused(name)


@each(
    ("names", "files", "expected"),
    [
        (["a.jpg", "A.jpg"], ["a.jpg", "A.jpg"], ["A.jpg"]),
        (["a.jpg"], ["a.jpg", "A.JPG"], ["a.jpg"]),
        ([COMPOSED, DECOMPOSED], [COMPOSED, DECOMPOSED], [DECOMPOSED]),
        ([DECOMPOSED], [COMPOSED, DECOMPOSED], [DECOMPOSED]),
        (["a.jpg", "A.jpg"], [], ["A.jpg"]),
        (["a.jpg", "a.jpg"], ["a.jpg"], []),
        (["a.jpg"], ["A.jpg"], []),
        (["a.jpg", "b.jpg"], ["a.jpg", "b.jpg"], []),
    ],
    ids=["listed", "unlisted", "composed", "composed-unlisted", "neither-there", "repeated", "missing", "different"],
)
def test_twins(names: list[str], files: list[str], expected: list[str]) -> None:
    """Of two names that Windows or macOS take for one the later is told; a file that is not there is another fault."""
    assert expected == found(names, files)
