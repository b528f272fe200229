"""A record that once was sound stays so: nothing in it needs to be changed, and nothing of it is lost."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.case.date import PartialDate
from generator.case.model import Case
from generator.case.problem import ERROR
from generator.case.programme import packaged_programme
from generator.outputs.record_json import INTERNAL
from generator.reading.documents import parse_document
from generator.reading.examination import examine, parse_record
from generator.reading.record import Record
from generator.reading.surroundings import Surroundings
from tests.each import each

VERSIONS = Path(__file__).parent / "fixtures" / "versions"
RECORDS = sorted(VERSIONS.glob("*/*.yml"))
FILES = frozenset({"jiance-zhan.jpg", "水样.png", "huishang.webp", "jiance-fang-fa.pdf", "che-xia-an-li"})
SURROUNDINGS = Surroundings(PartialDate(2026, 11, 28), packaged_programme())
FILE_RULES = {"photo-unreadable", "attachment-unreadable", "waiver-unused", "replacement-unknown"}
"""Rules about what lies beside a record, which here is not there, and about the list of words, which is empty here."""


def name(path: Path) -> str:
    """Name a record by its version and its file."""
    return f"{path.parent.name}/{path.stem}"


def texts_in(value: Any) -> Iterator[str]:
    """Give every text in a value, without the white space around it."""
    if isinstance(value, dict | list | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts_in(part)
    elif value is not None:
        yield str(value).strip()


@each("path", RECORDS, ids=name)
def test_record_passes_unchanged(path: Path) -> None:
    """A record of an earlier version has no errors today."""
    record = Record("2025-shili", "cases/2025-shili/case.yml", path.read_bytes(), FILES)
    found = examine(parse_record(record, Case, SURROUNDINGS), Case)

    assert [] == [one for one in found.problems if one.severity == ERROR and one.rule not in FILE_RULES]
    assert found.value is not None


@each("path", RECORDS, ids=name)
def test_nothing_of_it_is_lost(path: Path) -> None:
    """What an earlier record says, its case says in the same keys, however many have come since."""
    written = parse_document("case.yml", path.read_bytes()).value
    case = Case.model_validate({"id": "2025-shili", **written}, context={"programme": packaged_programme()})
    kept = case.model_dump(mode="json", exclude_defaults=True)

    assert set() == set(written) - set(kept) - {"featured", "status"}
    assert [len(list(texts_in(written[key]))) for key in kept if key in written and key not in INTERNAL] == [
        len(list(texts_in(kept[key]))) for key in kept if key in written and key not in INTERNAL
    ]


def test_each_version_has_its_records() -> None:
    """Every folder of a version is named in the list, and holds a record that uses every field of its time."""
    listed = (VERSIONS / "README.md").read_text(encoding="utf-8")
    folders = sorted(path.name for path in VERSIONS.iterdir() if path.is_dir())

    assert folders
    assert [] == [folder for folder in folders if f"| `{folder}` |" not in listed]
    assert [] == [folder for folder in folders if not (VERSIONS / folder / "every-field.yml").exists()]
