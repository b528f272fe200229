"""The catalogue: all published cases as data for other programs, whole and the same as JSON and as a table."""

import csv
import json
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.case.model import Case
from generator.case.programme import packaged_programme
from generator.intake.harmless import as_meant
from generator.library.library import gather
from generator.outputs.catalogue.columns import LISTS, columns_in
from generator.outputs.catalogue.files import URIS, draw_catalogue
from generator.outputs.site.publication import Publication
from generator.outputs.site.register import Entry, Register
from generator.outputs.site.settings import Settings
from generator.reading.documents import parse_document

MakeCase = Callable[..., Case]

TESTS = Path(__file__).parent
RECORDS = sorted([*TESTS.glob("fixtures/showcase/cases/*/case.yml"), *TESTS.parent.glob("cases/*/case.yml")])
SETTINGS = Settings("示例案例集", "https://anliji.example/sub/", "虚构的案例，只供测试。", "示例单位")
NOWHERE = Settings("示例案例集")
NUMBERS = ("year", "headline.value", "headline.before")
INTERNAL = ("secretary", "credits", "waivers", "photos", "granted_on", "expires_on", "consent", "status", "team")


def publish(*cases: Case, settings: Settings = SETTINGS, register: Register | None = None) -> Publication:
    """Publish cases."""
    return Publication(gather(cases), settings, register=register or Register())


def read_json(publication: Publication) -> dict[str, Any]:
    """Draw the catalogue and read it, numbers with their decimals."""
    read: dict[str, Any] = json.loads(draw_catalogue(publication).files["data/catalogue.json"], parse_float=Decimal)
    return read


def read_table(publication: Publication) -> list[dict[str, str]]:
    """Draw the table and read it as programs do that know CSV."""
    text = draw_catalogue(publication).files["data/catalogue.csv"].decode("utf-8-sig")
    return list(csv.DictReader(text.splitlines(keepends=True)))


def of_table(cells: dict[str, str]) -> dict[str, Any]:
    """Make of the cells of a row what the JSON has, as the handbook tells readers to."""
    row: dict[str, Any] = {}
    for name, cell in cells.items():
        if not cell:
            continue
        text = cell if name in NUMBERS else as_meant(cell)
        key, _, part = name.partition(".")
        if key in LISTS and not part:
            row[key] = text.split("\n")
        elif key in LISTS:
            lines = text.split("\n")
            items = row.setdefault(key, [{} for _ in lines])
            for item, line in zip(items, lines, strict=True):
                if line:
                    item[part] = True if part == "revitalisation" else line
        else:
            value = (int(text) if name == "year" else Decimal(text)) if name in NUMBERS else text
            target = row.setdefault(key, {}) if part else row
            target[part or key] = value
    return row


def every_case() -> Sequence[Case]:
    """Read the records of the fixtures and of the project, under ids of their own."""
    cases = []
    for at, path in enumerate(RECORDS):
        values = parse_document("case.yml", path.read_bytes()).value
        record = {"id": f"{path.parent.name[:40]}-{at}", **values, "status": "published"}
        cases.append(Case.model_validate(record, context={"programme": packaged_programme()}))
    return cases


FULL = {
    "title": "示例的标题",
    "subtitle": "示例的副标题",
    "significance": "为什么值得看。",
    "summary": '示例的提要，说了“引号”、"quotes"和逗号, 。',
    "task": "党建联建",
    "also": ["教育服务"],
    "university": None,
    "universities": ["示例大学", "示例学院"],
    "school": "示例学院",
    "province": "江苏",
    "level": "省级团队",
    "period": {"start": "2024-09", "end": "2025"},
    "places": [
        {"province": "甘肃", "city": "示例市", "revitalisation": "true"},
        {"province": "江苏", "county": "示例县", "detail": "=示例村"},
    ],
    "partners": [{"name": "=HYPERLINK(1)", "kind": "企业"}, {"name": "示例村", "kind": "地方党委政府"}],
    "outcomes": [
        {
            "what": "贫困发生率",
            "value": "-2.80",
            "unit": "%",
            "qualifier": "近",
            "before": "0",
            "note": "示例说明",
            "headline": "true",
        }
    ],
    "keywords": ["甲", "-乙"],
    "sources": [
        {"title": "示例报道", "url": "https://example.com/a?b=1&c=“", "date": "2025-01-02"},
        {"title": "'另一篇", "publisher": "示例网"},
    ],
    "permission": {"granted_by": "示例大学党委", "granted_on": "2026-01-01", "scope": "网站发布"},
    "secretary": {"name": "示例甲"},
}


@pytest.fixture(name="full")
def fixture_full(case: MakeCase) -> Case:
    """Give a case that fills nearly all columns."""
    return case("x-01", **FULL)


def test_catalogue_of_a_small_library(case: MakeCase, full: Case) -> None:
    """A row says what is public of a case and can be counted, in the keys of its record, and leaves out what is not."""
    entries = {"cases/x-01.html": Entry("cases/x-01.html", "2026-11-20", "2026-11-28", "0" * 16)}
    read = read_json(publish(case("x-02", university="示例大学"), full, register=Register(entries)))

    assert read == {
        "format": "anliji-catalogue",
        "version": 1,
        "name": "示例案例集",
        "publisher": "示例单位",
        "url": "https://anliji.example/sub/",
        "licence": None,
        "count": 2,
        "cases": [
            {
                "id": "x-01",
                "url": "https://anliji.example/sub/cases/x-01.html",
                "title": "示例的标题",
                "subtitle": "示例的副标题",
                "significance": "为什么值得看。",
                "summary": '示例的提要，说了“引号”、"quotes"和逗号, 。',
                "task": "党建联建",
                "also": ["教育服务"],
                "universities": ["示例大学", "示例学院"],
                "school": "示例学院",
                "branches": ["示例党支部"],
                "province": "江苏",
                "level": "省级团队",
                "year": 2025,
                "period": {"start": "2024-09", "end": "2025"},
                "places": [
                    {"province": "甘肃", "city": "示例市", "revitalisation": True},
                    {"province": "江苏", "county": "示例县", "detail": "=示例村"},
                ],
                "partners": [{"name": "=HYPERLINK(1)", "kind": "企业"}, {"name": "示例村", "kind": "地方党委政府"}],
                "headline": {
                    "what": "贫困发生率",
                    "value": Decimal("-2.80"),
                    "unit": "%",
                    "qualifier": "近",
                    "before": 0,
                    "note": "示例说明",
                    "text": "0% → 近-2.80%",
                },
                "keywords": ["甲", "-乙"],
                "sources": [
                    {"title": "示例报道", "url": "https://example.com/a?b=1&c=“", "date": "2025-01-02"},
                    {"title": "'另一篇", "publisher": "示例网"},
                ],
                "permission": {"granted_by": "示例大学党委", "scope": "网站发布"},
                "rights": "本案例经示例大学党委授权发布，授权范围：网站发布。",
                "published": "2026-11-20",
                "revised": "2026-11-28",
            },
            {
                "id": "x-02",
                "url": "https://anliji.example/sub/cases/x-02.html",
                "title": "示例案例 x-02",
                "summary": "编出来的提要。",
                "task": "教育服务",
                "universities": ["示例大学"],
                "branches": ["示例党支部"],
                "sources": [{"title": "示例报道"}],
                "rights": "本案例根据公开报道整理，数据以出处为准。",
            },
        ],
    }


def test_numbers_keep_their_decimals(full: Case) -> None:
    """A number is written as its source has it, also nought and what is below it."""
    text = draw_catalogue(publish(full)).files["data/catalogue.json"].decode()

    assert '"value":-2.80,' in text
    assert '"before":0,' in text


def test_table_of_a_small_library(full: Case) -> None:
    """A cell with several values has one a line; parts of the same value are in the same line of their columns."""
    (cells,) = read_table(publish(full))

    assert {name: cell for name, cell in cells.items() if name.startswith(("places", "partners", "headline"))} == {
        "places.province": "甘肃\n江苏",
        "places.city": "示例市\n",
        "places.county": "\n示例县",
        "places.detail": "'\n=示例村",
        "places.revitalisation": "true\n",
        "partners.name": "'=HYPERLINK(1)\n示例村",
        "partners.kind": "企业\n地方党委政府",
        "headline.what": "贫困发生率",
        "headline.value": "-2.80",
        "headline.unit": "%",
        "headline.qualifier": "近",
        "headline.before": "0",
        "headline.before_qualifier": "",
        "headline.note": "示例说明",
        "headline.text": "0% → 近-2.80%",
    }


def test_table_is_the_json_again(full: Case) -> None:
    """What is read back from the table equals the JSON, for every record of the fixtures and of the project."""
    publication = publish(full, *every_case())
    rows = read_json(publication)["cases"]

    assert len(rows) == len(RECORDS) + 1
    assert rows == [of_table(cells) for cells in read_table(publication)]


def test_table_is_one_that_programs_for_tables_know(full: Case) -> None:
    """It begins with the mark of UTF-8, its rows end as RFC 4180 has it, and no cell is a formula."""
    table = draw_catalogue(publish(full)).files["data/catalogue.csv"]

    assert table.startswith(b"\xef\xbb\xbfid,url,title,")
    assert table.endswith(b"\r\n")
    formulas = [
        cell
        for row in read_table(publish(full, *every_case()))
        for name, cell in row.items()
        if name not in NUMBERS and cell.startswith(("=", "+", "-", "@", "\t"))
    ]
    assert formulas == []


def test_empty_library() -> None:
    """A library without cases has a catalogue without rows."""
    publication = publish(settings=NOWHERE)

    assert read_json(publication)["cases"] == []
    assert read_table(publication) == []
    assert tuple(draw_catalogue(publication).files) == URIS


def test_what_is_not_published_is_not_in_it(case: MakeCase) -> None:
    """Withdrawn cases are not in the catalogue, nor drafts that a preview shows."""
    kept, draft = case("x-01"), case("x-02", status="draft")
    gone = case("x-03", status="withdrawn", withdrawn_reason="示例原因")
    library = gather([kept, draft, gone], drafts=True)
    publication = Publication(library, SETTINGS)

    assert [row["id"] for row in read_json(publication)["cases"]] == ["x-01"]
    assert [row["id"] for row in read_table(publication)] == ["x-01"]


def test_nobody_is_named(full: Case) -> None:
    """No key tells of a person, and none is for editors only."""
    rows = read_json(publish(full, *every_case()))["cases"]

    assert [key for row in rows for key in INTERNAL if f"'{key}'" in repr(row)] == []
    assert "示例甲" not in repr(rows)


def test_addresses_are_relative_where_the_site_has_none(case: MakeCase) -> None:
    """Without the site's address the case's begins at the site's root."""
    (row,) = read_json(publish(case("x-01"), settings=NOWHERE))["cases"]

    assert row["url"] == "cases/x-01.html"


def test_columns_are_called_as_the_programme_calls_them() -> None:
    """Every column has a title of its own, and a name that no other has."""
    columns = columns_in(packaged_programme())

    assert len({column.name for column in columns}) == len({column.title for column in columns}) == len(columns)
    assert {column.name: column.title for column in columns}["partners.kind"] == "合作单位：类别"
