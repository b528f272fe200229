"""The book says of itself what is true of it: its extent, how its cases were chosen, their order and origin."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.case.model import Case, Collection, Selection
from generator.case.programme import packaged_programme
from generator.library.arrangement import Arrangement, arrange, narrow
from generator.library.library import Library, gather
from generator.outputs.book.indexes import indexes_of
from generator.outputs.book.notes import edited_by, notes_of, record_of, selection_text
from generator.outputs.book.volume import Fact
from generator.outputs.site.settings import Settings
from generator.outputs.views.book_format import Format
from tests.each import each

MakeCase = Callable[..., Case]

SETTINGS = Settings("示例案例集", "https://anliji.example/")
PERMITTED: dict[str, Any] = {"permission": {"granted_by": "示例大学", "granted_on": "2025-01-01"}}
UNSOURCED: dict[str, Any] = {**PERMITTED, "sources": []}

SORTED = "按汉语拼音的次序排列，条目后面的数字是案例首页的页码。"
INDEXED = f"书末附地区、学校索引，{SORTED}"
SOURCES = "，各案例的出处列于案例之后，并在书末汇总"
MEASURED = (
    "成效数据照出处所报抄录，“余”“近”“超”等约数词一并保留，不作换算；各案例的统计口径和时间范围不同，不宜相互比较。"
)
NUMBERED = (
    "各部分从单页码起，首页列出这一部分的案例；首页和它前面的饰页不印页码，但计入页码。"
    "供屏幕阅读的版本，页码与印刷本相同。引用书中的案例，请写明案例的标题、所在单位和页码。"
)
EXTENT = "本汇编收入案例4个，来自2所学校、2个省级行政区，时间为2020—2024年。"

CHOICES: dict[str, tuple[list[dict[str, Any]], str]] = {
    "all": ([], "凡案例库中已经发布的案例，全部收入。"),
    "ids only": ([{"title": "甲", "cases": ["dj-1", "jy-1", "jy-2", "kj-1"]}], "案例由编者选定。"),
    "ids only, in two parts": (
        [{"title": "甲", "cases": ["dj-1", "jy-1"]}, {"title": "乙", "cases": ["jy-2", "kj-1"]}],
        "案例由编者选定。",
    ),
    "selections only": (
        [
            {"title": "甲", "select": {"task": "党建联建"}},
            {"title": "乙", "select": {"task": "教育服务", "province": "江苏"}},
            {"title": "丙", "select": {"task": "科技赋能", "year": "2024", "keyword": "示例词"}},
            {"title": "丁", "select": {"province": "甘肃"}},
        ],
        (
            "案例按以下条件选取：任务类型为党建联建；任务类型为教育服务，学校所在地区为江苏；"
            "任务类型为科技赋能，年份为2024年，关键词为示例词；学校所在地区为甘肃。"
        ),
    ),
    "one selection twice": (
        [
            {"title": "甲", "select": {"province": "江苏"}},
            {"title": "乙", "select": {"province": "江苏省"}},
            {"title": "丙", "select": {"province": "甘肃"}},
        ],
        "案例按以下条件选取：学校所在地区为江苏；学校所在地区为甘肃。",
    ),
    "a selection of everything": (
        [{"title": "甲", "select": {}}],
        "案例按以下条件选取：全部已发布案例。",
    ),
    "mixed, part by part": (
        [{"title": "甲", "cases": ["dj-1"]}, {"title": "乙", "select": {}}],
        "案例一部分由编者选定，一部分按条件选取。",
    ),
    "mixed in one part": (
        [{"title": "甲", "cases": ["dj-1"], "select": {"task": "教育服务"}}, {"title": "乙", "cases": ["kj-1"]}],
        "案例一部分由编者选定，一部分按条件选取。",
    ),
    "mixed in the only part": (
        [{"title": "甲", "cases": ["dj-1", "kj-1"], "select": {"task": "教育服务"}}],
        "案例一部分由编者选定，一部分按条件选取。",
    ),
}

ORIGINS: dict[str, tuple[list[dict[str, Any]], str]] = {
    "reports alone": ([{}, {}], f"案例均根据公开报道整理{SOURCES}"),
    "permissions alone": ([PERMITTED] * 3, f"案例均经所在单位授权发布{SOURCES}"),
    "both": ([{}, PERMITTED, PERMITTED], f"1个案例根据公开报道整理，2个案例经所在单位授权发布{SOURCES}"),
    "permissions, no sources": ([UNSOURCED, UNSOURCED], "案例均经所在单位授权发布"),
    "permissions, sources of one": ([UNSOURCED, PERMITTED, UNSOURCED], f"案例均经所在单位授权发布{SOURCES}"),
    "both, sources of reports": ([UNSOURCED, {}], f"1个案例根据公开报道整理，1个案例经所在单位授权发布{SOURCES}"),
}

INDEXES: dict[str, tuple[list[dict[str, Any]], str]] = {
    "neither": ([{}, {}], "学校"),
    "a province": ([{"province": "江苏"}, {}], "地区、学校"),
    "a place's province": ([{"places": [{"province": "甘肃"}]}], "学校"),
    "a keyword": ([{}, {"keywords": ["示例词"]}], "学校、关键词"),
    "both": ([{"province": "江苏"}, {"keywords": ["示例词"]}], "地区、学校、关键词"),
}


@pytest.fixture(scope="module")
def library(case: MakeCase) -> Library:
    """Give four cases of three tasks, two universities and two provinces."""
    return gather(
        [
            case("dj-1", task="党建联建", province="江苏", period={"start": "2020"}),
            case("jy-1", province="江苏", period={"start": "2022"}),
            case("jy-2", university="编造大学", province="甘肃"),
            case("kj-1", task="科技赋能", keywords=["示例词"], period={"start": "2024"}),
        ]
    )


def collection_of(**values: Any) -> Collection:
    """Make an invented collection."""
    least = {"id": "shili", "title": "示例汇编", "editor": "示例编写组", "date": "2026-11"}
    return Collection.model_validate({**least, **values}, context={"programme": packaged_programme()})


def notes(arrangement: Arrangement, settings: Settings = SETTINGS) -> tuple[str, ...]:
    """Write the note of an arrangement."""
    return notes_of(arrangement, gather(arrangement.cases, drafts=True).statistics, settings)


def arranged(library: Library, **values: Any) -> Arrangement:
    """Put the cases of an invented collection in order."""
    return arrange(collection_of(**values), library.cases, library.by_id, library.programme)


@each("name", CHOICES)
def test_choice(name: str, library: Library) -> None:
    """The first paragraph tells how many cases there are and by whom or by what they were chosen."""
    sections, expected = CHOICES[name]

    first = notes(arranged(library, sections=sections))[0]

    assert expected == first.split("。", 1)[1]


def test_note_of_all_cases(library: Library) -> None:
    """A collection without sections takes all cases by their tasks, and the whole note says so."""
    assert (
        f"{EXTENT}凡案例库中已经发布的案例，全部收入。",
        (
            "全书分“党建联建”“教育服务”“科技赋能”三个部分。案例按目录的次序统一编号；"
            f"书末附地区、学校、关键词索引，{SORTED}"
        ),
        (
            "案例一个接一个排，排不下的另面起。每个案例先写内容提要，再分节叙述。"
            "基本信息和出处列在案例的末尾，没有记录的不列。"
        ),
        NUMBERED,
        f"书中案例均根据公开报道整理{SOURCES}。{MEASURED}",
        (
            "本版编成于2026年11月，内容以示例案例集当时的记录为准。此后的更正和补充，见示例案例集网站"
            "（https://anliji.example/）；扫描案例末尾的二维码，可以打开该案例的网页。"
        ),
    ) == notes(arranged(library))


def test_note_without_a_site(library: Library) -> None:
    """Where the site's address is not known, the note tells of no address and no code."""
    assert (
        "本版编成于2026年11月，内容以示例案例集当时的记录为准。" == notes(arranged(library), Settings("示例案例集"))[5]
    )


def test_note_of_one_part(library: Library) -> None:
    """A book of one part is not divided."""
    arrangement = arranged(library, sections=[{"title": "甲", "cases": ["dj-1"]}])

    assert f"案例按目录的次序统一编号；{INDEXED}" == notes(arrangement)[1]


def test_note_of_two_parts(library: Library) -> None:
    """Two parts are 两个部分, not 二个部分; between quoted titles stands no 、."""
    arrangement = arranged(library, sections=[{"title": "甲", "cases": ["dj-1"]}, {"title": "乙", "cases": ["jy-1"]}])

    assert f"全书分“甲”“乙”两个部分。案例按目录的次序统一编号；{INDEXED}" == notes(arrangement)[1]


@each("name", INDEXES)
def test_indexes(name: str, case: MakeCase) -> None:
    """The note names the indexes that the book has: one of provinces or keywords only if some case tells one."""
    values, expected = INDEXES[name]
    library = gather([case(f"x-{at}", **one) for at, one in enumerate(values)])

    assert f"案例按目录的次序统一编号；书末附{expected}索引，{SORTED}" == notes(arranged(library))[1]
    assert expected == "、".join(index.title.removesuffix("索引") for index in indexes_of(library, list(library.by_id)))


def test_extent_of_a_book_that_knows_little(case: MakeCase) -> None:
    """Provinces and years that no case tells are not told."""
    library = gather([case("x-01")])

    assert "本汇编收入案例1个，来自1所学校。凡案例库中已经发布的案例，全部收入。" == notes(arranged(library))[0]


def test_extent_of_a_part_of_the_library(library: Library) -> None:
    """The extent is that of the book, not that of the library."""
    arrangement = arranged(library, sections=[{"title": "甲", "cases": ["dj-1"]}])

    assert "本汇编收入案例1个，来自1所学校、1个省级行政区，时间为2020年。案例由编者选定。" == notes(arrangement)[0]


def test_note_of_a_narrowed_collection(library: Library) -> None:
    """A book of some cases tells the conditions by which they were taken, from all or from a collection."""
    listed = arranged(library, sections=[{"title": "甲", "cases": ["dj-1", "jy-1"]}])
    told = [
        notes(narrow(one, Selection.model_construct(task="教育服务")))[0].partition("。")[2]
        for one in (arranged(library), listed)
    ]
    picked = notes(narrow(listed, Selection(), ["jy-1"]))[0].partition("。")[2]

    assert [
        "凡案例库中已经发布、符合以下条件的案例，全部收入：任务类型为教育服务。",
        "案例从《示例汇编》中按以下条件选取：任务类型为教育服务。",
    ] == told
    assert "案例由编者选定。" == picked


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            [{"background": "示例" * 200}],
            "每个案例先写内容提要，再分节叙述。基本信息",
        ),
        (
            [
                {"significance": "示例的理由，一句话。"},
                {
                    "background": "示例" * 200,
                    "outcomes": [{"what": "示例", "value": 3, "before": 1, "unit": "个", "headline": True}],
                },
            ],
            (
                "案例一个接一个排，排不下的另面起。长的案例题头用大字，短的案例排成简式。"
                "每个案例先写推荐理由和代表数字，再分节叙述。箭头连接的两个数，是同一项目在前后两个时间的值；基本信息"
            ),
        ),
    ],
    ids=["long ones", "both"],
)
def test_form(values: list[dict[str, Any]], expected: str, case: MakeCase) -> None:
    """The note tells how cases are set, and what an arrow means if there is one."""
    library = gather([case(f"x-{at}", **one) for at, one in enumerate(values)])

    assert notes(arranged(library))[2].startswith(expected)


@each("name", ORIGINS)
def test_origin(name: str, case: MakeCase) -> None:
    """The note tells how many cases stand on reports and how many on a permission, and of sources if there are any.

    Where all cases stand on the same, it tells no numbers.
    """
    values, expected = ORIGINS[name]
    library = gather([case(f"x-{at}", **one) for at, one in enumerate(values)])

    assert f"书中{expected}。{MEASURED}" == notes(arranged(library))[4]


@each(
    ("values", "expected"),
    [
        ({}, "全部已发布案例"),
        ({"task": "科技赋能"}, "任务类型为科技赋能"),
        ({"province": "江苏省"}, "学校所在地区为江苏"),
        ({"year": "2025"}, "年份为2025年"),
        ({"keyword": "示例词"}, "关键词为示例词"),
        (
            {"keyword": "示例词", "year": "2025", "province": "江苏", "task": "科技赋能"},
            "任务类型为科技赋能，学校所在地区为江苏，年份为2025年，关键词为示例词",
        ),
    ],
    ids=["nothing", "task", "province", "year", "keyword", "everything"],
)
def test_selection_text(values: dict[str, str], expected: str) -> None:
    """Conditions are told in one order, those that are not given are not told."""
    assert expected == selection_text(Selection.model_validate(values, context={"programme": packaged_programme()}), {})


RECORDS: dict[str, tuple[dict[str, str], Format, str, tuple[str, str, str]]] = {
    "least": ({}, Format(variant="print"), "", ("示例汇编", "2026年11月", "16开（185 mm × 260 mm）")),
    "subtitle": (
        {"subtitle": "示例副题"},
        Format(size="a4", variant="print"),
        "",
        ("示例汇编：示例副题", "2026年11月", "A4（210 mm × 297 mm）"),
    ),
    "volume": (
        {"date": "2026"},
        Format(size="b5", variant="print"),
        "第二册",
        ("示例汇编 第二册", "2026年", "B5（176 mm × 250 mm）"),
    ),
    "subtitle and volume": (
        {"subtitle": "示例副题", "date": "2026-11-22"},
        Format(size="16k", variant="print", bleed=True),
        "第一册",
        ("示例汇编：示例副题 第一册", "2026年11月22日", "16开（185 mm × 260 mm）"),
    ),
}


def test_a_book_for_screens_has_no_record(library: Library) -> None:
    """What only a publisher knows is asked for in the printed book alone."""
    assert () == record_of(collection_of(), library.statistics, Format(variant="screen"), "")


@each("name", RECORDS)
def test_record(name: str, library: Library) -> None:
    """The version record tells what is known, and names in its place what only a publisher knows."""
    values, form, ordinal, (title, date, size) = RECORDS[name]

    record = record_of(collection_of(**values), library.statistics, form, ordinal)

    assert (
        Fact("书名", title),
        Fact("编者", "示例编写组　编"),
        Fact("案例数", "4个"),
        Fact("编成日期", date),
        Fact("责任编辑", ""),
        Fact("出版发行", ""),
        Fact("印刷", ""),
        Fact("开本", size),
        Fact("印张", ""),
        Fact("字数", ""),
        Fact("版次", ""),
        Fact("印次", ""),
        Fact("印数", ""),
        Fact("书号（ISBN）", ""),
        Fact("定价", ""),
    ) == record


@pytest.mark.parametrize(
    ("editor", "expected"),
    [("示例编写组", "示例编写组　编"), ("示例大学主编", "示例大学主编"), ("甲示例编著", "甲示例编著")],
)
def test_edited_by(editor: str, expected: str) -> None:
    """The word for editing follows the name, unless it ends in it already."""
    assert expected == edited_by(editor)
