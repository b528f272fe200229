"""The controlled words that no programme changes are complete, in order, and found by all their spellings."""

import re

import pytest

from generator.case import vocabulary
from generator.case.programme import packaged_programme
from generator.case.vocabulary import PROVINCES, REGIONS
from generator.case.words import Word, WordList
from tests.each import each

PROGRAMME = packaged_programme()

LISTS: dict[str, WordList] = {
    "tasks": PROGRAMME.task_names,
    "forms": PROGRAMME.forms,
    "products": PROGRAMME.product_kinds,
    "partners": PROGRAMME.partner_kinds,
    "teams": PROGRAMME.team_kinds,
    "levels": PROGRAMME.levels,
    "statuses": PROGRAMME.statuses,
    "regions": REGIONS,
    **{f"forms of {task.id}": task.forms for task in PROGRAMME.tasks},
    **{f"products of {task.id}": task.products for task in PROGRAMME.tasks},
}
"""All lists, those of the packaged programme too."""

ORDER = (
    *("北京", "天津", "河北", "山西", "内蒙古"),
    *("辽宁", "吉林", "黑龙江"),
    *("上海", "江苏", "浙江", "安徽", "福建", "江西", "山东"),
    *("河南", "湖北", "湖南", "广东", "广西", "海南"),
    *("重庆", "四川", "贵州", "云南", "西藏"),
    *("陕西", "甘肃", "青海", "宁夏", "新疆"),
    *("台湾", "香港", "澳门"),
)
"""The provincial units in the order of the administrative codes (GB/T 2260), region by region."""


def test_provinces_are_34_in_administrative_order() -> None:
    """All 34 provincial units are there, Taiwan, Hong Kong and Macao among them, in the official order."""
    assert 34 == len(PROVINCES)
    assert ORDER == PROVINCES.names


@each(
    "spellings",
    [
        ("beijing", "北京", "北京市", "京"),
        ("neimenggu", "内蒙古", "内蒙古自治区"),
        ("shanxi", "山西", "山西省", "晋"),
        ("shaanxi", "陕西", "陕西省", "陕"),
        ("chongqing", "重庆", "重庆市", "渝"),
        ("xizang", "西藏", "西藏自治区", "藏"),
        ("guangxi", "广西", "广西壮族自治区", "桂"),
        ("ningxia", "宁夏", "宁夏回族自治区", "宁"),
        ("xinjiang", "新疆", "新疆维吾尔自治区", "新"),
        ("taiwan", "台湾", "台湾省", "台"),
        ("xianggang", "香港", "香港特别行政区", "港"),
        ("aomen", "澳门", "澳门特别行政区", "澳"),
    ],
    ids=lambda spellings: spellings[0],
)
def test_province_is_found_by_every_spelling(spellings: tuple[str, ...]) -> None:
    """A province is one word whether its id, its common, its full or its one-character name is written."""
    assert {spellings[0]} == {PROVINCES[spelling].id for spelling in spellings}


@each("text", ["", "北", "北京 ", "Beijing", "北京省", "中国", "江"])
def test_what_is_no_province_is_not_found(text: str) -> None:
    """A spelling that no list has is no word."""
    assert text not in PROVINCES
    with pytest.raises(KeyError):
        PROVINCES[text]


@each(
    ("text", "expected"),
    [("北京省", "北京"), ("新疆自治区", "新疆"), ("gansu省", "甘肃"), ("广西省", "广西"), ("巴黎", None), ("", None)],
)
def test_nearest_province(text: str, expected: str | None) -> None:
    """A province written otherwise is recognised and named as pages name it."""
    assert expected == PROVINCES.nearest(text)


@each("name", LISTS)
def test_words_are_unique(name: str) -> None:
    """No list has an id or a name twice, and no spelling means two words."""
    words = LISTS[name]
    spellings = [spelling for word in words for spelling in {word.id, word.name, *word.aliases}]

    assert len(spellings) == len(set(spellings))


@each("name", LISTS)
def test_ids_can_be_addresses(name: str) -> None:
    """Every id is lower-case ASCII with hyphens, so that it can be part of an address."""
    assert [] == [word.id for word in LISTS[name] if not re.fullmatch(r"[a-z]+(-[a-z]+)*", word.id)]


@each("name", LISTS)
def test_words_are_found_by_their_spellings(name: str) -> None:
    """Every word of a list is found by its id and by its name, and nothing else stands in the list."""
    words = LISTS[name]

    assert [word for word in words if words[word.id] != word or words[word.name] != word] == []
    assert len(words) == len(words.names) == len(tuple(words))


def test_statuses_are_in_the_order_of_the_work() -> None:
    """A record goes from draft to published, and may be withdrawn."""
    expected = ["draft", "submitted", "reviewed", "published", "withdrawn"]

    assert expected == [word.id for word in PROGRAMME.statuses]


def test_qualifiers_know_their_place() -> None:
    """Every word for a round figure stands before the number, after it, or at the end."""
    expected = {
        "余": "after",
        "多": "after",
        "超": "before",
        "近": "before",
        "约": "before",
        "等": "end",
        "不足": "before",
        "以上": "end",
    }

    assert expected == {str(one): one.place for one in PROGRAMME.qualifiers}


def test_units_tell_by_themselves_what_is_measured() -> None:
    """Only units that tell what is measured can be added, no classifier such as 个, and 人次 apart from 人."""
    expected = ("人次", "人", "户", "元", "亩", "公顷", "平方米", "公斤", "吨", "小时", "学时", "课时")

    assert expected == tuple(unit.name for unit in PROGRAMME.units)
    assert {"公斤": ("千克",)} == {unit.name: unit.aliases for unit in PROGRAMME.units if unit.aliases}
    assert [] == [unit.name for unit in PROGRAMME.units if not unit.holds.endswith("都在内")]


def test_multiples_are_powers_of_ten() -> None:
    """What may stand before a unit makes as many as its characters say."""
    ones = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
    compounds = {f"{ones_name}万": count * 10_000 for ones_name, count in ones.items() if count < 10_000}

    assert ones | compounds == vocabulary.MULTIPLES


def test_first_word_keeps_a_shared_spelling() -> None:
    """Where two words share a spelling, the first one has it."""
    first, second = Word("a", "甲", ("乙",)), Word("b", "乙")

    assert first == WordList((first, second))["乙"]
