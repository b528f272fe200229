"""The model: every key is explained, every limit holds, and what a case derives from its keys is right."""

import re
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from generator.case import model
from generator.case.date import PartialDate
from generator.case.model import (
    SECTIONS,
    Case,
    Collection,
    Location,
    Model,
    Outcome,
    Period,
    Permission,
    Selection,
)
from generator.case.model.explanations import explanations
from generator.case.programme import packaged_programme
from tests.each import each

MODELS: dict[str, type[Model]] = {
    name: found
    for name, found in vars(model).items()
    if isinstance(found, type) and issubclass(found, Model) and found is not Model
}
FIELDS = [(name, key) for name, found in MODELS.items() for key in found.model_fields]

LEAST: dict[str, dict[str, Any]] = {
    "Secretary": {"name": "示例"},
    "Team": {"name": "示例小队", "kind": "支队"},
    "Honour": {"name": "示例支部"},
    "Period": {"start": "2024"},
    "Location": {},
    "Partner": {"name": "示例村", "kind": "村"},
    "Product": {"kind": "精品党课", "name": "示例党课"},
    "Outcome": {"what": "培训农户", "value": "50", "unit": "人"},
    "Progress": {"year": "2024"},
    "Video": {"title": "示例视频", "link": "https://video.example.edu.cn/1"},
    "Award": {"name": "示例案例一等奖"},
    "Coverage": {"medium": "样例日报", "title": "示例报道"},
    "Funding": {"source": "示例专项资金", "amount": "30", "unit": "万元"},
    "Credit": {"role": "作者", "name": "甲示例"},
    "Photo": {"file": "a.jpg", "caption": "示例"},
    "Attachment": {"file": "a.pdf", "title": "示例"},
    "Source": {"title": "示例报道"},
    "Permission": {"granted_by": "示例大学党委", "granted_on": "2024"},
    "Training": {},
    "Waiver": {"rule": "wording-listed", "reason": "示例"},
    "Case": {
        "id": "x-01",
        "title": "示例案例",
        "task": "党建联建",
        "summary": "示例提要",
    },
    "Selection": {},
    "Section": {"title": "示例部分"},
    "Book": {},
    "Collection": {"id": "x", "title": "示例集", "editor": "示例编写组", "date": "2024"},
}
"""The least that each model asks for."""

LIMITS: dict[str, tuple[str, str, Any, Any]] = {
    "title, shortest": ("Case", "title", "甲" * 4, "甲" * 3),
    "title, longest": ("Case", "title", "甲" * 40, "甲" * 41),
    "title, line break": ("Case", "title", "甲乙丙丁", "甲乙\n丙丁"),
    "summary, longest": ("Case", "summary", "甲" * 300, "甲" * 301),
    "summary, blank": ("Case", "summary", " 甲 ", "  "),
    "universities, most": (
        "Case",
        "universities",
        [f"示例{number}大学" for number in range(20)],
        [f"示例{number}大学" for number in range(21)],
    ),
    "branches, most": (
        "Case",
        "branches",
        [f"示例{number}支部" for number in range(20)],
        [f"示例{number}支部" for number in range(21)],
    ),
    "secretaries, most": (
        "Case",
        "secretaries",
        [{"name": f"示例{number}"} for number in range(20)],
        [{"name": f"示例{number}"} for number in range(21)],
    ),
    "universities, blank": ("Case", "universities", ["示例大学"], ["示例大学", " "]),
    "team, kind": ("Team", "kind", "学生实践支队", "公司"),
    "branch, longest": ("Case", "branch", "甲" * 100, "甲" * 101),
    "background, longest": ("Case", "background", "甲" * 20_000, "甲" * 20_001),
    "background, blank": ("Case", "background", "甲\n\n乙", "\n \n"),
    "keywords, most": ("Case", "keywords", ["甲"] * 10, ["甲"] * 11),
    "keyword, longest": ("Case", "keywords", ["甲" * 20], ["甲" * 21]),
    "keyword, blank": ("Case", "keywords", ["甲"], [""]),
    "task": ("Case", "task", "joint-party-building", "党建"),
    "province": ("Case", "province", "甘肃省", "示例省"),
    "level": ("Case", "level", "全国团队", "示例团队"),
    "forms": ("Case", "forms", ["专题讲座"], ["示例讲座"]),
    "status": ("Case", "status", "已发布", "示例状态"),
    "featured": ("Case", "featured", "是", "也许"),
    "replaced by": ("Case", "replaced_by", "x-02", "X 02"),
    "id": ("Case", "id", "2025-shili", "2025_shili"),
    "caption, longest": ("Photo", "caption", "甲" * 100, "甲" * 101),
    "secretary's name": ("Secretary", "name", "甲" * 20, "甲" * 21),
    "year, earliest": ("Honour", "year", "1900", "1899"),
    "year, latest": ("Honour", "year", "2100", "2101"),
    "minutes, least": ("Training", "minutes", "1", "0"),
    "minutes, most": ("Training", "minutes", "1000", "1001"),
    "question, longest": ("Training", "questions", ["甲" * 200], ["甲" * 201]),
    "source, longest": ("Source", "title", "甲" * 200, "甲" * 201),
    "source, address": ("Source", "url", "https://example.org/", "example.org"),
    "unit, longest": ("Outcome", "unit", "甲" * 20, "甲" * 21),
    "value": ("Outcome", "value", "1,234.50", "一千"),
    "qualifier": ("Outcome", "qualifier", "余", "大约"),
    "partner's kind": ("Partner", "kind", "村", "示例"),
    "product's kind": ("Product", "kind", "赋能站", "示例"),
    "start": ("Period", "start", "2024-02-29", "2023-02-29"),
    "collection's title": ("Collection", "title", "甲" * 40, "甲" * 41),
    "size": ("Book", "size", "b5", "a5"),
}
"""What is just allowed and what just is not."""

FIGURES = {
    "none": ({}, ("", "50", "人")),
    "余": ({"qualifier": "余"}, ("", "50", "余人")),
    "多": ({"qualifier": "多", "unit": "场次"}, ("", "50", "多场次")),
    "超": ({"qualifier": "超"}, ("超", "50", "人")),
    "近": ({"qualifier": "近", "value": "2", "unit": "万人次"}, ("近", "2", "万人次")),
    "约": ({"qualifier": "约"}, ("约", "50", "人")),
    "等": ({"qualifier": "等"}, ("", "50", "人等")),
    "以上": ({"qualifier": "以上"}, ("", "50", "人以上")),
    "不足": ({"qualifier": "不足", "value": "4000", "unit": "元"}, ("不足", "4000", "元")),
    "above no round ten thousands": (
        {"qualifier": "余", "value": "2", "unit": "万人次"},
        ("", "2", "万余人次"),
    ),
    "above ten thousands and a part": ({"qualifier": "多", "value": "1.2", "unit": "亿元"}, ("", "1.2", "亿多元")),
    "above round tens of ten thousands": (
        {"qualifier": "多", "value": "2000", "unit": "万元"},
        ("", "2000", "多万元"),
    ),
    "four digits": ({"value": "9999"}, ("", "9999", "人")),
    "five digits": ({"value": "10000"}, ("", "10,000", "人")),
    "commas as written": ({"value": "1,234"}, ("", "1234", "人")),
    "millions": ({"value": "12345678.90"}, ("", "12,345,678.90", "人")),
    "decimals are kept": ({"value": "2.50"}, ("", "2.50", "人")),
    "nothing": ({"value": "0"}, ("", "0", "人")),
    "small": ({"value": "0.0000001"}, ("", "0.0000001", "人")),
    "negative": ({"value": "-12000", "qualifier": "近"}, ("近", "-12,000", "人")),
}

PLACES = {
    "all": ({"province": "甘肃", "city": "示例市", "county": "示例县", "detail": "示例村"}, "甘肃示例市示例县示例村"),
    "full name": ({"province": "甘肃省", "detail": "示例村"}, "甘肃示例村"),
    "no province": ({"county": "示例县", "detail": "示例村"}, "示例县示例村"),
    "detail alone": ({"detail": "示例流域"}, "示例流域"),
    "nothing": ({}, ""),
    "municipality as city": ({"province": "上海", "city": "上海市", "county": "示例区"}, "上海示例区"),
    "municipality as city, short": ({"province": "上海市", "city": "上海"}, "上海"),
    "Jilin is a city too": ({"province": "吉林", "city": "吉林市", "county": "示例区"}, "吉林吉林市示例区"),
    "city and county the same": ({"province": "海南", "city": "示例市", "county": "示例市"}, "海南示例市"),
    "county and detail the same": ({"county": "示例县", "detail": "示例县"}, "示例县"),
}

DATES: dict[str, tuple[dict[str, Any], str | None]] = {
    "nothing": ({}, None),
    "start": ({"period": {"start": "2024-03"}}, "2024-03"),
    "end": ({"period": {"start": "2022", "end": "2024-09-01"}}, "2024-09-01"),
    "period before sources": (
        {"period": {"start": "2020"}, "sources": [{"title": "示例", "date": "2024"}]},
        "2020",
    ),
    "newest source": (
        {"sources": [{"title": "示例", "date": date} for date in ("2023-12-31", "2024-01", "2022")]},
        "2024-01",
    ),
    "the more precise source of a year": (
        {"sources": [{"title": "示例", "date": date} for date in ("2024-05", "2024")]},
        "2024-05",
    ),
    "some sources dated": ({"sources": [{"title": "示例"}, {"title": "示例", "date": "2023"}]}, "2023"),
    "no source dated": ({"sources": [{"title": "示例"}]}, None),
    "permission is no date": (
        {"permission": {"granted_by": "示例大学", "granted_on": "2024"}},
        None,
    ),
}


def made(name: str, /, **values: Any) -> Any:
    """Make a value of a model that says no more than it must."""
    return MODELS[name].model_validate({**LEAST[name], **values}, context={"programme": packaged_programme()})


def test_every_model_is_tested() -> None:
    """The samples here are of all models."""
    assert set(MODELS) == set(LEAST)


@each("name", MODELS)
def test_model_is_named_in_chinese(name: str) -> None:
    """Each model's docstring is a Chinese phrase that ends with a full stop."""
    assert re.search(r"[\u4e00-\u9fff].*。$", str(MODELS[name].__doc__).strip())


@each(("name", "key"), FIELDS, ids=[".".join(field) for field in FIELDS])
def test_field_is_explained(name: str, key: str) -> None:
    """Each key has a Chinese label without punctuation and a Chinese sentence."""
    field = MODELS[name].model_fields[key]

    assert re.fullmatch(r"[\u4e00-\u9fff]{2,10}", str(field.title))
    assert re.search(r"(?:[\u4e00-\u9fff]|Markdown).*(?:。|……)$", explanations(MODELS[name])[key])


@each("name", MODELS)
def test_labels_are_unique(name: str) -> None:
    """No two keys of a model have the same label, so that a message names one of them."""
    labels = [field.title for field in MODELS[name].model_fields.values()]

    assert len(labels) == len(set(labels))


@each("name", MODELS)
def test_least(name: str) -> None:
    """Only the keys that must be there must be there."""
    required = {key for key, field in MODELS[name].model_fields.items() if field.is_required()}

    assert required == set(LEAST[name])
    assert isinstance(made(name), BaseModel)


@each(("name", "key"), [(name, key) for name, values in LEAST.items() for key in values])
def test_required_key_cannot_be_left_out(name: str, key: str) -> None:
    """A value without a required key is refused."""
    values = {other: value for other, value in LEAST[name].items() if other != key}

    with pytest.raises(ValidationError, match="Field required"):
        MODELS[name].model_validate(values, context={"programme": packaged_programme()})


@each("name", MODELS)
def test_unknown_key_is_refused(name: str) -> None:
    """A key that the model does not know never vanishes silently."""
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        made(name, 标题="示例")


@each("name", MODELS)
def test_value_is_frozen(name: str) -> None:
    """What was read is never changed."""
    value = made(name)
    key = next(iter(MODELS[name].model_fields))

    with pytest.raises(ValidationError, match="Instance is frozen"):
        setattr(value, key, "示例")


@each("name", MODELS)
def test_value_can_be_a_key(name: str) -> None:
    """Equal values are interchangeable, also in sets: nothing in them can change."""
    assert {made(name)} == {made(name), made(name)}


@each("limit", LIMITS)
def test_just_allowed(limit: str) -> None:
    """What lies just inside a limit is taken."""
    name, key, good, _ = LIMITS[limit]

    assert getattr(made(name, **{key: good}), key) is not None


@each("limit", LIMITS)
def test_just_not_allowed(limit: str) -> None:
    """What lies just outside a limit is refused, and only that."""
    name, key, _, bad = LIMITS[limit]

    with pytest.raises(ValidationError) as caught:
        made(name, **{key: bad})

    assert [key] == [error["loc"][0] for error in caught.value.errors()]


@each("name", FIGURES)
def test_figure(name: str) -> None:
    """A figure is written as reports write it: the qualifier in its place, the decimals kept."""
    values, expected = FIGURES[name]
    outcome: Outcome = made("Outcome", **values)

    assert expected == outcome.figure
    assert "".join(expected) == outcome.chinese


@each(
    ("values", "expected"),
    [
        pytest.param({}, ("", "", "50人"), id="no value before"),
        pytest.param(
            {"before": "34", "value": "0.6", "unit": "%"}, ("34%", "降至", "34% → 0.6%"), id="down, with decimals"
        ),
        pytest.param(
            {"before": "4000", "before_qualifier": "不足", "value": "22000", "unit": "元"},
            ("不足4000元", "增至", "不足4000元 → 22,000元"),
            id="up, and round before",
        ),
        pytest.param(
            {"before": "12,500", "before_qualifier": "余", "value": "9", "qualifier": "近", "unit": "万人次"},
            ("12,500余万人次", "降至", "12,500余万人次 → 近9万人次"),
            id="round at both ends",
        ),
        pytest.param({"before": "50"}, ("50人", "仍为", "50人 → 50人"), id="the same"),
        pytest.param({"before": "0"}, ("0人", "增至", "0人 → 50人"), id="from nothing"),
        pytest.param({"before": "-3", "value": "-5"}, ("-3人", "降至", "-3人 → -5人"), id="below zero"),
        pytest.param({"before_qualifier": "近"}, ("", "", "50人"), id="a qualifier alone"),
    ],
)
def test_value_before(values: dict[str, str], expected: tuple[str, str, str]) -> None:
    """A figure with a value before is told as the way from the one to the other, each with unit and qualifier."""
    outcome: Outcome = made("Outcome", **values)

    assert expected == (outcome.earlier, outcome.change, outcome.chinese)


def outcomes_of(*whats: str, chosen: str = "") -> list[dict[str, str]]:
    """Make outcomes, the one that is called so being the headline."""
    return [{"what": one, "value": "5", "unit": "人"} | ({"headline": "是"} if one == chosen else {}) for one in whats]


@each(
    ("values", "expected"),
    [
        pytest.param({}, None, id="none"),
        pytest.param({"outcomes": outcomes_of("甲")}, None, id="the only one"),
        pytest.param({"outcomes": outcomes_of("甲", "乙")}, None, id="none chosen of two"),
        pytest.param({"outcomes": outcomes_of("甲", "乙", chosen="乙")}, "乙", id="the chosen one"),
        pytest.param({"progress": [{"year": "2024", "outcomes": outcomes_of("甲")}]}, None, id="a year's only one"),
        pytest.param(
            {"outcomes": outcomes_of("甲"), "progress": [{"year": "2024", "outcomes": outcomes_of("乙", chosen="乙")}]},
            "乙",
            id="a year's, chosen",
        ),
    ],
)
def test_headline(values: dict[str, Any], expected: str | None) -> None:
    """The figure that stands for a case is the one that an editor chose; the only one may say little."""
    case: Case = made("Case", **values)

    assert expected == (case.headline.what if case.headline else None)


def test_whole_title() -> None:
    """Title and subtitle are joined as a reference joins them; a title alone stays alone."""
    titles = [made("Case", subtitle=subtitle).whole_title for subtitle in (None, "三年治渠记")]

    assert ["示例案例", "示例案例：三年治渠记"] == titles


def test_only_who_agreed_is_named() -> None:
    """A credit without the word that its bearer agreed is none that may be published."""
    names = {"甲示例": "true", "乙示例": "否", "丙示例": None}
    credits = [
        {"role": "执笔", "name": name} | ({"agreed": agreed} if agreed else {}) for name, agreed in names.items()
    ]
    case: Case = made("Case", credits=credits)

    assert [("作者", "甲示例")] == [(credit.role, credit.name) for credit in case.named_credits]


def test_every_qualifier_has_a_figure() -> None:
    """The figures above show every qualifier."""
    assert set() == set(packaged_programme().qualifier_words.names) - set(FIGURES)


@each("name", PLACES)
def test_place(name: str) -> None:
    """A place is written from large to small, each name once."""
    values, expected = PLACES[name]
    place: Location = made("Location", **values)

    assert expected == place.chinese


@each(
    ("values", "expected"),
    [
        pytest.param({"start": "2024"}, "2024年起", id="year"),
        pytest.param({"start": "2024-09"}, "2024年9月起", id="month"),
        pytest.param({"start": "2024-09-01"}, "2024年9月1日", id="day"),
        pytest.param({"start": "2018", "end": "2023"}, "2018年—2023年", id="years"),
        pytest.param({"start": "2018-03", "end": "2023-11-30"}, "2018年3月—2023年11月30日", id="mixed"),
        pytest.param({"start": "2024", "end": "2024"}, "2024年", id="the same"),
        pytest.param({"start": "2024", "end": "2024-12"}, "2024年—2024年12月", id="the same year"),
    ],
)
def test_period(values: dict[str, str], expected: str) -> None:
    """A period is written as readers expect it: one date once, and one without an end, but for a day, as going on."""
    period: Period = made("Period", **values)

    assert expected == period.chinese


@each("name", DATES)
def test_date_of_a_case(name: str) -> None:
    """A case's date is its period's end, or start, or the date of its newest source."""
    values, expected = DATES[name]
    case: Case = made("Case", **values)

    assert expected == (None if case.date is None else str(case.date))


@each(
    ("expires_on", "today", "expected"),
    [
        (None, "2026-11-22", False),
        ("2026-11-22", "2026-11-22", False),
        ("2026-11-21", "2026-11-22", True),
        ("2026-11", "2026-11-30", False),
        ("2026-11", "2026-12-01", True),
        ("2026", "2026-12-31", False),
        ("2025", "2026-01-01", True),
    ],
)
def test_permission_expires(expires_on: str | None, today: str, *, expected: bool) -> None:
    """A permission holds to the end of the last day, month or year that it names."""
    permission: Permission = made("Permission", expires_on=expires_on)

    assert expected == permission.is_expired(PartialDate.parse(today))


@pytest.mark.parametrize(
    ("values", "expected"), [({}, True), ({"permission": {"granted_by": "示例大学", "granted_on": "2024"}}, False)]
)
def test_compiled_from_reports(values: dict[str, Any], *, expected: bool) -> None:
    """A record without a permission stands on public reports alone."""
    case: Case = made("Case", **values)

    assert expected == case.is_compiled_from_reports


@each(
    ("name", "key", "written", "kept"),
    [
        ("Case", "task", "joint-party-building", "党建联建"),
        ("Case", "province", "甘", "甘肃"),
        ("Case", "province", "gansu", "甘肃"),
        ("Case", "status", "已发布", "published"),
        ("Case", "status", "published", "published"),
        ("Case", "level", "national", "全国团队"),
        ("Case", "title", "  示例案例　", "示例案例"),
        ("Case", "featured", "否", False),
        ("Location", "revitalisation", "TRUE", True),
    ],
)
def test_spelling_is_kept_once(name: str, key: str, written: str, kept: object) -> None:
    """However a word is spelt, the model keeps one spelling."""
    assert kept == getattr(made(name, **{key: written}), key)


def test_record_is_a_draft_unless_it_says_more() -> None:
    """Nothing is published by forgetting a key."""
    assert "draft" == made("Case").status


def test_id_is_not_written() -> None:
    """The id comes from the folder's name and is not part of what is written."""
    assert "id" not in made("Case").model_dump()
    assert "id" not in made("Collection").model_dump()


def test_sections_are_keys_in_the_model_s_order() -> None:
    """The Markdown sections are keys of a case and stand in its reading order."""
    assert list(SECTIONS) == [key for key in Case.model_fields if key in SECTIONS]


def test_selection_reads_words_as_records_do() -> None:
    """A selection's conditions keep the same spellings as the cases that they select."""
    selection = Selection.model_validate(
        {"task": "education-services", "province": "江苏省", "year": "2024"},
        context={"programme": packaged_programme()},
    )

    assert ("教育服务", "江苏", 2024) == (selection.task, selection.province, selection.year)


def test_collection_has_a_book_of_sixteen_k() -> None:
    """A collection that says nothing of its book gets the trade's usual size without bleed."""
    collection: Collection = made("Collection")

    assert ("16k", False, None) == (collection.book.size, collection.book.bleed, collection.book.cover)


@each(
    ("given", "lead", "every"),
    [
        ({}, None, ()),
        ({"university": "甲大学"}, "甲大学", ("甲大学",)),
        ({"universities": ["甲大学"]}, "甲大学", ("甲大学",)),
        ({"universities": ["甲大学", "乙大学"]}, "甲大学", ("甲大学", "乙大学")),
        ({"universities": ["甲大学", "乙大学", "甲大学"]}, "甲大学", ("甲大学", "乙大学")),
        ({"university": "甲大学", "universities": ["甲大学", "乙大学"]}, "甲大学", ("甲大学", "乙大学")),
        ({"university": "甲大学", "universities": ["乙大学"]}, "甲大学", ("甲大学", "乙大学")),
    ],
    ids=["none", "one", "list of one", "several", "repeated", "both", "both, another lead"],
)
def test_the_plural_holds_all_and_the_single_leads(
    given: dict[str, Any], lead: str | None, every: tuple[str, ...]
) -> None:
    """Whichever key was written, the plural holds every university once, and the single one the first of them."""
    found = made("Case", **given)

    assert isinstance(found, Case)
    assert (lead, every) == (found.university, found.universities)


def test_branches_and_secretaries_are_read_as_universities_are() -> None:
    """The same goes for branches and secretaries; the team comes behind the branches."""
    found = made(
        "Case",
        branches=["甲支部", "乙支部"],
        secretary={"name": "甲示例", "role": "教授"},
        team={"name": "示例小队", "kind": "学生实践支队"},
    )

    assert isinstance(found, Case)
    assert ("甲支部", ("甲示例",)) == (found.branch, tuple(one.name for one in found.secretaries))
    assert ("甲支部", "乙支部", "示例小队") == found.units
    assert found.team is not None
    assert "支队" == found.team.kind
