"""A case in the book says all that its record says, and nothing more."""

import re
from collections.abc import Callable
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator.case.model import SECTIONS, Case
from generator.case.programme import packaged_programme
from generator.library.library import gather
from generator.outputs.book.case_entry import Cited, Entry, Lesson, entry_of
from generator.outputs.book.case_facts import Row
from generator.outputs.book.picture_rows import Picture
from generator.outputs.book.typeset_text import MARK, settable_ragged
from generator.outputs.book.volume import to_json
from generator.outputs.graphics.pattern import qr_rows
from generator.outputs.site.assets import Assets
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings
from generator.outputs.views.figure import Figure
from generator.outputs.views.materials import Item
from generator.reading.documents import parse_document
from tests.each import each

MakeCase = Callable[..., Case]

RECORD = Path(__file__).parent / "fixtures/showcase/cases/quan-zi-duan/case.yml"
SETTINGS = Settings("示例案例集", "https://anliji.example/")
NOWHERE = Settings("示例案例集")
UNMEASURED = Assets()
LONG = "a" * 25
MARKED_START = f"{MARK}{'a' * 12}{MARK}" * 2
MARKED = f"{MARKED_START}{MARK}a{MARK}"

MINUS = "\N{MINUS SIGN}"

LONG_TERMS = ["十二个字的示例关键词十二", "又一个示例的关键词"]
"""Keywords that fill a line of their own."""

FACTS: dict[str, tuple[dict[str, Any], list[list[tuple[str, str]]]]] = {
    "none": ({}, []),
    "a short one": ({"province": "江苏"}, [[("学校所在地区", "江苏")]]),
    "two short ones": (
        {"province": "江苏", "level": "全国团队"},
        [[("学校所在地区", "江苏"), ("团队级别", "全国团队")]],
    ),
    "three short ones": (
        {"province": "江苏", "level": "全国团队", "keywords": ["示例"]},
        [[("学校所在地区", "江苏"), ("团队级别", "全国团队")], [("关键词", "示例")]],
    ),
    "a long one": ({"keywords": LONG_TERMS}, [[("关键词", "；".join(LONG_TERMS))]]),
    "a long one between short ones": (
        {"period": {"start": "2022-03-01", "end": "2024-11-30"}, "level": "省级团队", "forms": ["专题讲座"]},
        [[("团队级别", "省级团队"), ("工作形式", "专题讲座")], [("开展时间", "2022年3月1日—2024年11月30日")]],
    ),
    "a long one first": (
        {"also": ["党建联建", "科技赋能", "实践育人"], "province": "江苏", "keywords": ["示例"]},
        [[("兼及任务", "党建联建、科技赋能、实践育人")], [("学校所在地区", "江苏"), ("关键词", "示例")]],
    ),
    "just short enough": (
        {"province": "江苏", "keywords": ["十二个字的示例关键词十二"]},
        [[("学校所在地区", "江苏"), ("关键词", "十二个字的示例关键词十二")]],
    ),
    "just too long": (
        {"province": "江苏", "keywords": ["十二个字的示例关键词十二a"]},
        [[("学校所在地区", "江苏")], [("关键词", "十二个字的示例关键词十二a")]],
    ),
    "what stands in the head": ({"school": "示例学院", "branch": "示例研究所"}, []),
    "a time that is one day": ({"period": {"start": "2024-09-01"}}, [[("开展时间", "2024年9月1日")]]),
    "values of many words, values of one": (
        {
            "places": [{"province": "甘肃", "detail": "示例村", "revitalisation": True}, {"detail": "示例站"}],
            "partners": [{"name": "示例公司", "kind": "企业"}, {"name": "示例中学", "kind": "中小学和幼儿园"}],
            "forms": ["专题讲座", "科普活动"],
            "products": [
                {"kind": "大思政课", "name": "示例课", "link": "https://www.example.org/"},
                {"kind": "工作法", "name": "示例法"},
            ],
        },
        [
            [("服务地点", "甘肃示例村（乡村振兴重点区域）；示例站")],
            [("合作单位", "示例公司（企业）；示例中学（中小学和幼儿园）")],
            [("工作形式", "专题讲座、科普活动")],
            [("成果", "示例课（大思政课）；示例法（工作法）")],
        ],
    ),
    "kinds that say nothing": (
        {
            "partners": [{"name": "示例协作组", "kind": "其他"}, {"name": "示例公司", "kind": "企业"}],
            "products": [{"kind": "其他成果", "name": "示例画册"}, {"kind": "大思政课", "name": "示例课"}],
        },
        [[("合作单位", "示例协作组；示例公司（企业）")], [("成果", "示例画册；示例课（大思政课）")]],
    ),
    "kinds that the name ends in": (
        {
            "partners": [{"name": "样例县示例村", "kind": "村"}, {"name": "示例村民小组", "kind": "村"}],
            "products": [
                {"kind": "工作法", "name": "示例工作法"},
                {"kind": "工作法", "name": "示例工作法手册"},
                {"kind": "调研报告", "name": "《示例调研报告》"},
            ],
        },
        [
            [("合作单位", "样例县示例村；示例村民小组（村）")],
            [("成果", "示例工作法；示例工作法手册（工作法）；《示例调研报告》（调研报告）")],
        ],
    ),
    "people and honours": (
        {
            "secretary": {"name": "甲示例", "role": "教授"},
            "honours": [{"name": "示例荣誉", "level": "省级", "batch": "第三批", "year": 2023}, {"name": "又一荣誉"}],
        },
        [[("支部书记", "甲示例（教授）")], [("荣誉", "示例荣誉（第三批、2023年）；又一荣誉")]],
    ),
}

LESSONS: dict[str, tuple[dict[str, Any] | None, Lesson | None]] = {
    "none": (None, None),
    "empty": ({}, None),
    "course": ({"course": "示例课程"}, Lesson("适用课程：示例课程。", ())),
    "minutes": ({"minutes": 45}, Lesson("建议时长：45分钟。", ())),
    "questions": ({"questions": ["示例的问题？"]}, Lesson("", ("示例的问题？",))),
    "everything": (
        {"course": "示例课程", "minutes": 45, "questions": ["甲？", "乙？"]},
        Lesson("适用课程：示例课程。建议时长：45分钟。", ("甲？", "乙？")),
    ),
}

BASES: dict[str, tuple[dict[str, str] | None, str]] = {
    "reports": (None, "本案例根据公开报道整理，数据以出处为准。"),
    "permission": ({"granted_by": "示例大学党委", "granted_on": "2025"}, "本案例经示例大学党委授权发布。"),
    "scope": (
        {"granted_by": "示例大学党委", "granted_on": "2025", "scope": "网站发布"},
        "本案例经示例大学党委授权发布，授权范围：网站发布。",
    ),
}

SHOWN: dict[str, tuple[str | None, int]] = {
    "no prose": (None, 1),
    "another picture": ("![示例](b.jpg)", 1),
    "in the prose": ("![示例](a.jpg)", 0),
    "in a list": ("- ![示例](a.jpg)", 0),
    "in a heading": ("# ![示例](a.jpg)", 0),
    "in a heading without words": ("# ![](a.jpg)", 0),
    "in a note": ("示例[^1]\n\n[^1]: ![示例](a.jpg)", 0),
    "in a note that is not called": ("示例\n\n[^1]: ![示例](a.jpg)", 1),
}


def show(case: Case, settings: Settings = SETTINGS, number: int = 1, assets: Assets = UNMEASURED) -> Entry:
    """Show a case, alone in its library."""
    return entry_of(Publication(gather([case]), settings, assets), case, number)


@pytest.fixture(scope="module")
def full() -> Case:
    """Give the showcase's record that fills in every field."""
    return Case.model_validate(
        {"id": "quan-zi-duan", **parse_document("case.yml", RECORD.read_bytes()).value},
        context={"programme": packaged_programme()},
    )


def test_case_that_says_no_more_than_it_must(case: MakeCase) -> None:
    """Of a record that leaves out all that it may, nothing is set but what it says."""
    entry = show(case("x-01"), number=7)

    assert (
        Entry(
            id="x-01",
            number=7,
            task="education-services",
            task_name="教育服务",
            title="示例案例 x-01",
            listed=f"{MARK}示例案例 x-{MARK}{MARK}01{MARK}",
            lines=("示例案例 x-01",),
            by="示例大学",
            university="示例大学",
            unit="示例党支部",
            summary="编出来的提要。",
            facts=(),
            texts=(),
            pictures=(),
            lesson=None,
            attachments=(),
            sources=(Cited("示例报道[Z].", "", ""),),
            basis="本案例根据公开报道整理，数据以出处为准。",
            weight=entry.weight,
            is_short=True,
            may_share=True,
            is_measured=True,
            notes=0,
            keeps_end=False,
            address=settable_ragged("anliji.example/cases/x-01.html"),
            url="https://anliji.example/cases/x-01.html",
            qr=qr_rows("https://anliji.example/cases/x-01.html"),
            all_pictures=(),
        )
        == entry
    )


def test_several_of_each(case: MakeCase) -> None:
    """The head names every university and branch, the facts every secretary; the contents name the leading one."""
    several = case(
        university=None,
        universities=["示例大学", "示例理工大学"],
        branch=None,
        branches=["甲支部", "乙支部", "丙支部"],
        secretaries=[{"name": "甲示例", "role": "教授"}, {"name": "乙示例"}],
    )
    entry = show(several)

    assert ("示例大学等2所学校", "示例大学、示例理工大学", "甲支部、乙支部、丙支部") == (
        entry.by,
        entry.university,
        entry.unit,
    )
    assert ((Row("支部书记", "甲示例（教授）；乙示例"),),) == entry.facts


@pytest.mark.parametrize(
    ("team", "told"),
    [("示例支队", ()), ("示例小队", (Row("团队", "示例小队（支队）"),))],
    ids=["by its name", "by its kind"],
)
def test_a_team_without_a_branch(team: str, told: tuple[Row, ...], case: MakeCase) -> None:
    """A team stands in the head where there is no branch, and among the facts only what its name does not say."""
    entry = show(case(branch=None, team={"name": team, "kind": "支队"}))

    assert (team, (told,) if told else ()) == (entry.unit, entry.facts)


def test_site_without_an_address(case: MakeCase) -> None:
    """Where the site's address is not known, there is no code and no address, and all else is the same."""
    known, unknown = show(case("x-01")), show(case("x-01"), NOWHERE)

    changed = [one.name for one in fields(Entry) if getattr(known, one.name) != getattr(unknown, one.name)]
    assert ["address", "url", "qr"] == changed
    assert ("", "", ()) == (unknown.address, unknown.url, unknown.qr)


def test_site_below_a_path(case: MakeCase) -> None:
    """The code of a case leads to its page, wherever the site lies."""
    entry = show(case("x-01"), Settings("示例案例集", "https://www.example.edu.cn/anli/"))

    assert "https://www.example.edu.cn/anli/cases/x-01.html" == entry.url
    assert "www.example.edu.cn/anli/cases/x-01.html" == entry.address.replace(MARK, "")
    assert qr_rows(entry.url) == entry.qr


def test_facts_of_every_field(full: Case) -> None:
    """Facts stand in the record's order; two short ones share a line."""
    facts = show(full).facts

    assert (
        (Row("兼及任务", "党建联建、教育服务、实践育人"),),
        (Row("学校所在地区", "江苏"), Row("团队", "渠口水质监测课题组")),
        (Row("支部书记", "甲示例（教授、水环境学科带头人）"),),
        (Row("团队级别", "全国团队"),),
        (
            Row(
                "荣誉",
                ("全国高校“双带头人”教师党支部书记工作室（第三批、2023年）；省级党建工作样板支部（2021年）"),
            ),
        ),
        (Row("开展时间", "2022年3月—2024年11月30日"),),
        (
            Row(
                "服务地点",
                "甘肃样例市样例县河口镇十二条灌渠（乡村振兴重点区域）；江苏示例市示例大学水环境实验站",
            ),
        ),
        (
            Row(
                "合作单位",
                "样例县河口镇党委（乡镇）；样例县第一中学（中小学和幼儿园）；样例净水设备有限公司（企业）",
            ),
        ),
        (Row("工作形式", "科技开发、咨政建言、科普活动、调查研究"),),
        (
            Row(
                "成果",
                ("河口镇水质监测赋能站；《样例县灌渠水质三年调研报告》（调研报告）；渠口监测“五步法”（工作法）"),
            ),
        ),
        (Row("关键词", "水质监测；灌渠；五步法；渠边会商；科普"),),
    ) == facts


def test_head_of_every_field(full: Case) -> None:
    """The head tells the title in lines, the university, school and branch, and the summary."""
    entry = show(full, number=3)

    assert (
        "quan-zi-duan",
        3,
        "technology-empowerment",
        "科技赋能",
        "把水质监测站建到“最后一公里”的渠口上",
        ("把水质监测站建到“最后一公里”的渠口上",),
        "示例大学",
        "环境学院　水环境教师党支部",
        full.summary,
    ) == (
        entry.id,
        entry.number,
        entry.task,
        entry.task_name,
        entry.title,
        entry.lines,
        entry.university,
        entry.unit,
        entry.summary,
    )


def test_end_of_every_field(full: Case) -> None:
    """The end tells the lesson, the attachments, the sources and by whose leave the case stands here."""
    entry = show(full)

    assert full.training
    assert (
        Lesson("适用课程：教师党支部书记轮训班“党建联建”专题。建议时长：45分钟。", full.training.questions)
        == entry.lesson
    )
    assert ("渠口监测“五步法”操作单",) == entry.attachments
    assert [
        (
            "示例新闻网. 示例大学把监测站建到渠口[EB/OL]. (2024-12-03).",
            "https://www.example.com/2024/1203/jiance.html",
            "https://www.example.com/2024/1203/jiance.html",
        ),
        ("《样例旧词水利志》（编造的书）[Z]. 样例出版社, 2024.", "", ""),
    ] == [(one.text, one.url, one.shown.replace(MARK, "")) for one in entry.sources]
    assert "本案例经示例大学党委组织部授权发布，授权范围：网站发布与汇编印刷。" == entry.basis


def test_figures_of_every_field(full: Case) -> None:
    """Figures stand in the record's order behind the headline; what is below nothing has a minus, not a hyphen."""
    assert (
        Figure("浊度超标的天数", "", "19", "天", "全年浊度超过 50 NTU 的天数", "61天", "降至"),
        Figure("建成简易监测站", "", "12", "座", "截至2024年11月，均由当地人管理"),
        Figure("培训监测员", "", "360", "余人次", ""),
        Figure("发放科普手册", "", "4000", "多册", ""),
        Figure("取得水样数据", "超", "12,500", "组", ""),
        Figure("覆盖农田", "近", "2.80", "万亩", ""),
        Figure("节约检测费用", "约", "86.5", "万元", ""),
        Figure("参与的村", "", "9", "个等", ""),
        Figure("水样合格率", "", "95", "%以上", ""),
        Figure("渠口氨氮浓度变化", "", f"{MINUS}41.7", "%", "与2022年同期相比"),
        Figure("渠管员年补贴", "", "12,000", "元", "", "不足4000元", "增至"),
    ) == next(text for text in show(full).texts if text.title == "工作成效").figures


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ({"value": "-12000", "qualifier": "近"}, ("近", f"{MINUS}12,000", "个")),
        ({"value": "12", "unit": "-甲"}, ("", "12", "-甲")),
    ],
    ids=["a number below nothing", "a hyphen in the unit"],
)
def test_minus(outcome: dict[str, str], expected: tuple[str, str, str], case: MakeCase) -> None:
    """A number below nothing has a minus sign; what is no number keeps its hyphens."""
    (figure,) = show(case(outcomes=[{"what": "示-例", "unit": "个", "note": "甲-乙", **outcome}])).texts[0].figures

    assert Figure("示-例", *expected, "甲-乙") == figure


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"branch": "示例党支部"}, "示例党支部"),
        ({"school": "示例学院", "branch": "示例党支部"}, "示例学院　示例党支部"),
    ],
    ids=["a branch alone", "a school and a branch"],
)
def test_unit(values: dict[str, str], expected: str, case: MakeCase) -> None:
    """A school and its branch stand a full blank apart."""
    assert expected == show(case(**values)).unit


def test_pictures_of_every_field(full: Case) -> None:
    """A photo that the prose shows stands there, the others behind it; the typesetter gets the largest of all."""
    measured = {f"quan-zi-duan/{file}": (800, 600) for file in ("jiance-zhan.jpg", "水样.png")}
    entry = show(full, assets=Assets(measured))
    station = Picture(
        "photos/quan-zi-duan/jiance-zhan.jpg.800.jpg",
        "蓝色的水渠边立着一块木牌和一个取样台，两个人形正在取水",
        "2024年5月，渠管员和学生监测员在东一渠渠口的监测站取样（示意画，全部编造）",
        "示例大学环境学院",
    )
    parts = Picture(
        "photos/quan-zi-duan/%E6%B0%B4%E6%A0%B7.png.800.jpg",
        "示意图，从左到右是木牌、取样台和比色箱",
        "渠口监测站的组成：木牌、取样台和比色箱",
        "水环境教师党支部绘制",
    )
    meeting = Picture(
        "photos/quan-zi-duan/huishang.webp.1600.jpg",
        "六个圆点围成一圈，中间是一张画着折线的纸",
        "2023年9月，渠边会商日的会场，六个小组围坐在一起看数据",
        "",
    )

    assert [station, meeting] == [picture for text in entry.texts for row in text.pictures for picture in row]
    assert () == entry.pictures
    assert (station, parts, meeting) == entry.all_pictures
    assert [{"kind": "photo", "photo": parts}] == [
        piece for text in entry.texts for piece in text.prose if isinstance(piece, dict) and piece["kind"] == "photo"
    ]


def test_texts_of_every_field(full: Case) -> None:
    """The sections stand in reading order under the fields' titles, and all their words are there."""
    entry = show(full)

    assert ["背景与问题", "主要做法", "工作成效", "经验启示"] == [text.title for text in entry.texts]
    for text, key in zip(entry.texts, SECTIONS, strict=True):
        words = re.findall(r"[一-鿿]+", getattr(full, key).replace("渠口监测站的示意图", ""))
        told = to_json(text)
        assert [] == [word for word in words if word not in told and word not in ("取样", "要点", "水样")]


@each("key", SECTIONS)
def test_one_section(key: str, case: MakeCase) -> None:
    """A section that a record does not have leaves no heading behind."""
    entry = show(case(**{key: "示例的正文。"}))

    assert [(Case.model_fields[key].title, [{"kind": "paragraph", "children": ["示例的正文。"]}])] == [
        (text.title, text.prose) for text in entry.texts
    ]


def test_section_without_words(case: MakeCase) -> None:
    """A section in which nothing is to be read leaves no heading either."""
    assert () == show(case(background="# <br>")).texts


@each("name", FACTS)
def test_facts(name: str, case: MakeCase) -> None:
    """Two short facts stand side by side where the first of them stands; a long one has a line of its own.

    A kind is told unless it says nothing, or no more than the name.
    """
    values, expected = FACTS[name]

    assert expected == [[(row.label, row.text) for row in line] for line in show(case(**values)).facts]


@each("name", LESSONS)
def test_lesson(name: str, case: MakeCase) -> None:
    """How a case may be used in a course is told as far as the record tells it."""
    training, expected = LESSONS[name]

    assert expected == show(case(training=training)).lesson


@pytest.mark.parametrize("name", BASES)
def test_basis(name: str, case: MakeCase) -> None:
    """A case stands in the book by a permission, or because others have reported it."""
    permission, expected = BASES[name]

    assert expected == show(case(permission=permission)).basis


@each("name", SHOWN)
def test_photo_is_set_once(name: str, case: MakeCase) -> None:
    """A photo that the prose does not set stands behind it: none is lost, none is there twice."""
    source, behind = SHOWN[name]

    entry = show(case(background=source, photos=[{"file": "a.jpg", "caption": "示例的图注"}]))

    picture = Picture("photos/x-01/a.jpg.1600.jpg", "示例的图注", "示例的图注", "")
    assert ((picture,),) * behind == entry.pictures
    assert 1 == to_json((entry.texts, entry.pictures)).count('"photos/x-01/a.jpg.1600.jpg"')
    assert (picture,) == entry.all_pictures


def test_long_words_may_break(case: MakeCase) -> None:
    """Wherever a record may hold a long Latin word, a line may end inside it; the title for machines has no marks."""
    entry = show(
        case(
            title=LONG,
            university=LONG,
            school=LONG,
            branch=LONG,
            summary=LONG,
            secretary={"name": "甲示例", "role": LONG},
            background=LONG,
            outcomes=[{"what": LONG, "value": 1, "unit": "个", "note": LONG}],
            photos=[{"file": "a.jpg", "caption": LONG, "credit": LONG}],
            training={"course": LONG, "questions": [LONG]},
            attachments=[{"file": "a.pdf", "title": LONG}],
            sources=[{"title": LONG, "url": f"https://{LONG}/"}],
            permission={"granted_by": LONG, "granted_on": "2025", "scope": LONG},
        ),
        Settings("示例案例集", f"https://{LONG}/"),
    )

    assert (MARKED,) == entry.lines
    assert (LONG, MARKED, f"{MARKED}　{MARKED}", MARKED) == (entry.title, entry.university, entry.unit, entry.summary)
    assert Row("支部书记", f"甲示例（{MARKED}）") == entry.facts[-1][-1]
    assert [{"kind": "paragraph", "children": [MARKED]}] == entry.texts[0].prose
    assert (Figure(MARKED, "", "1", "个", MARKED),) == entry.texts[1].figures
    assert ((Picture("photos/x-01/a.jpg.1600.jpg", LONG, MARKED, MARKED),),) == entry.pictures
    assert Lesson(f"适用课程：{MARKED}。", (MARKED,)) == entry.lesson
    assert (MARKED,) == entry.attachments
    assert (
        Cited(f"{MARKED_START}{MARK}a[EB/{MARK}OL].", f"https://{LONG}/", settable_ragged(f"https://{LONG}/")),
    ) == entry.sources
    assert f"本案例经{MARKED}授权发布，授权范围：{MARKED}。" == entry.basis
    assert (f"{MARKED_START}{MARK}a/{MARK}cases/x-01.html", f"https://{LONG}/cases/x-01.html") == (
        entry.address,
        entry.url,
    )


def test_yearly_account_begins_with_the_first_year(full: Case) -> None:
    """A book tells the years in their order, each with what is written of it and its figures."""
    years = show(full).years

    assert ["2022", "2023", "2024"] == [year.year for year in years]
    assert [["计划", "完成", "变化"], ["计划", "完成", "变化"], ["计划", "完成"]] == [
        [text.title for text in year.texts] for year in years
    ]
    assert (
        Figure("水样合格率", "", "89.6", "%", "", "78.4%", "增至"),
        Figure("渠边会商", "", "12", "次", ""),
    ) == years[1].figures


def test_photo_in_a_year_is_shown_there(case: MakeCase) -> None:
    """A photo that a year's text shows is not among the others."""
    entry = show(
        case(
            progress=[{"year": 2024, "done": "![示例](a.jpg)"}],
            photos=[{"file": "a.jpg", "caption": "甲"}, {"file": "b.jpg", "caption": "乙"}],
        )
    )

    rows = (*entry.pictures, *(row for text in entry.texts for row in text.pictures))
    assert ["乙"] == [picture.caption for row in rows for picture in row]
    assert 1 == to_json(entry.years).count('"photos/x-01/a.jpg.1600.jpg"')


def test_what_goes_beside_the_text(full: Case) -> None:
    """Subtitle, reason, material and names are there for the templates, in the record's order."""
    entry = show(full)

    assert full.subtitle == "".join(entry.subtitle)
    assert full.significance == entry.significance.replace(MARK, "")
    assert ["videos", "awards", "coverage", "funding"] == [group.key for group in entry.materials]
    assert Item("样例净水设备有限公司捐赠", "", ("80,000余元",)) in entry.materials[-1].items
    assert "作者：水环境教师党支部；摄影：乙示例；审稿：丙示例" == entry.roles


def test_long_words_beside_the_text_may_break(case: MakeCase) -> None:
    """Also in the newer keys a line may end inside a long Latin word."""
    entry = show(
        case(
            significance=LONG,
            progress=[
                {"year": 2024, "done": LONG, "outcomes": [{"what": LONG, "value": 1, "before": 2, "unit": "个"}]}
            ],
            videos=[{"title": LONG, "link": f"https://{LONG}.example.org/"}],
            awards=[{"name": LONG, "level": LONG, "issuer": LONG}],
            credits=[{"role": "作者", "name": LONG, "agreed": True}],
        )
    )

    assert MARKED == entry.significance
    assert [{"kind": "paragraph", "children": [MARKED]}] == entry.years[0].texts[0].prose
    assert (MARKED, "2个") == (entry.years[0].figures[0].what, entry.years[0].figures[0].earlier)
    assert [MARKED, MARKED] == [group.items[0].text for group in entry.materials]
    assert (MARKED, MARKED) == entry.materials[1].items[0].remarks
    assert f"作者：{MARKED}" == entry.roles


def test_room_that_a_case_takes(case: MakeCase) -> None:
    """Every word, fact, figure and picture adds to a case's room; a long one takes a page, a short one less."""
    assert 750 == show(case()).weight == show(case(background="示例")).weight
    assert 1000 == show(case(background="示" * 301)).weight
    case = partial(case, lessons="示" * 700)
    least = show(case())
    more = [
        show(case(background="示例")),
        show(case(keywords=["示例"])),
        show(case(outcomes=[{"what": "示例", "value": 1, "unit": "个"}])),
        show(case(photos=[{"file": "a.jpg", "caption": "示例"}])),
        show(case(progress=[{"year": 2024, "done": "示例"}])),
        show(case(awards=[{"name": "示例"}])),
        show(case(background="![示例](a.jpg)", photos=[{"file": "a.jpg", "caption": "示例"}])),
    ]

    assert [] == [entry for entry in more if entry.weight <= least.weight]
    assert show(case(background="示" * 1000)).weight >= least.weight + 1000


@each(
    ("values", "expected"),
    [
        ({}, (True, True, True, 0)),
        ({"background": "示" * 300}, (True, True, True, 0)),
        ({"background": "示" * 301}, (False, True, True, 0)),
        ({"background": "示[例](https://www.example.org/)"}, (True, False, True, 1)),
        ({"background": "示[^1]例[^2]\n\n[^1]: 甲\n[^2]: 乙"}, (True, False, True, 2)),
        ({"background": "|甲|\n|-|\n|乙|"}, (True, False, True, 0)),
        ({"background": "示" * 9000}, (False, True, False, 0)),
    ],
    ids=["nothing", "short", "long", "a link", "notes", "a table", "very long"],
)
def test_how_a_case_may_be_set(values: dict[str, Any], expected: tuple[bool, bool, bool, int], case: MakeCase) -> None:
    """A case may share a page if nothing of it goes elsewhere; what is very long is not measured."""
    entry = show(case(**values))

    assert expected == (entry.is_short, entry.may_share, entry.is_measured, entry.notes)


TOLD: dict[str, tuple[dict[str, Any], list[tuple[str, bool, list[str]]]]] = {
    "no figures": ({"results": "示例"}, [("工作成效", True, [])]),
    "no words": ({"outcomes": ["甲", "乙"]}, [("工作成效", False, ["甲", "乙"])]),
    "both": (
        {"background": "示例", "results": "示例", "lessons": "示例", "outcomes": ["甲"]},
        [("背景与问题", True, []), ("工作成效", True, ["甲"]), ("经验启示", True, [])],
    ),
    "a headline first": ({"outcomes": ["甲", "*乙"]}, [("工作成效", False, ["乙", "甲"])]),
    "a headline alone, which opens the case": ({"outcomes": ["*甲"]}, []),
}
"""What a record says, `*` before its headline; and the sections, whether they have words, and their figures."""


@each("name", TOLD)
def test_figures_stand_in_the_results(name: str, case: MakeCase) -> None:
    """What was measured stands in the section about results, which is there for it alone if nothing else is."""
    values, expected = TOLD[name]
    outcomes = [
        {"what": what.lstrip("*"), "value": 1, "unit": "个", "headline": what.startswith("*")}
        for what in values.get("outcomes", ())
    ]

    texts = show(case(**{**values, "outcomes": outcomes})).texts

    assert expected == [(text.title, bool(text.prose), [one.what for one in text.figures]) for text in texts]


def test_a_sentence_breaks_between_phrases(case: MakeCase) -> None:
    """Lines at display size end between phrases of the reason, and behind its clauses; the bookmark has no marks."""
    entry = show(case(title="与一个村、一家企业合作", significance="先开研讨会听村情，再踏勘测图。"))

    assert "".join(f"{MARK}{part}{MARK}" for part in ("先开研讨会", "听村情，", "再踏勘测图。")) == entry.significance
    assert "".join(f"{MARK}{part}{MARK}" for part in ("与一个村、", "一家企业合作")) == entry.listed
    assert "与一个村、一家企业合作" == entry.title
