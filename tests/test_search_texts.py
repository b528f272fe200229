"""Readers find what they read of a case, and nothing runs together that stands apart on the page."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.case.model import Case
from generator.case.programme import packaged_programme
from generator.library.facet_kinds import FACET_KINDS
from generator.outputs.search.characters import BREAK
from generator.outputs.search.texts import ZONES, Passage, passages, searched, sources
from generator.reading.documents import parse_document
from tests.each import each

MakeCase = Callable[..., Case]

RECORD = Path(__file__).parent / "fixtures/showcase/cases/quan-zi-duan/case.yml"

HIDDEN = "不检"
"""Stands in every field that is not searched."""

WHOLE: dict[str, Any] = {
    "title": "示例的标题",
    "task": "科技赋能",
    "also": ["实践育人"],
    "subtitle": "示例的副题",
    "summary": "示例的提要。",
    "significance": "示例的理由。",
    "university": "示例大学",
    "universities": ["示例大学", "另一学院"],
    "school": "示例学院",
    "branch": "示例支部",
    "branches": ["示例支部", "另一支部"],
    "team": {"name": "示例小队", "kind": "工作室"},
    "secretary": {"name": HIDDEN, "role": HIDDEN},
    "secretaries": [{"name": HIDDEN}, {"name": HIDDEN, "role": HIDDEN}],
    "province": "江苏",
    "level": "全国团队",
    "honours": [
        {"name": "示例荣誉", "level": "省级", "batch": "第三批", "year": 1999},
        {"name": "另一荣誉", "batch": "第一批"},
        {"name": "无级荣誉"},
    ],
    "period": {"start": "1998-03", "end": "1998-04"},
    "places": [
        {"province": "甘肃省", "city": "示例市", "county": "示例县", "detail": "示例村", "revitalisation": True},
        {"detail": "示例站"},
    ],
    "partners": [{"name": "示例公司", "kind": "企业"}, {"name": "示例中学", "kind": "中小学和幼儿园"}],
    "forms": ["科技开发", "调查研究"],
    "products": [{"kind": "赋能站", "name": "示例赋能站", "link": f"https://www.example.org/{HIDDEN}"}],
    "outcomes": [
        {"what": "培训农户", "value": "12,500", "unit": "人次", "qualifier": "余", "note": "示例口径"},
        {"what": "示例降幅", "value": "-4.10", "unit": "%"},
        {"what": "示例收入", "before": "4000", "before_qualifier": "不足", "value": "22000", "unit": "元"},
    ],
    "progress": [
        {"year": 1995, "planned": "示例的**计划**", "done": "- 完成甲\n- 完成乙", "changed": "示例的变化"},
        {"year": 1996, "outcomes": [{"what": "当年建站", "value": "3", "unit": "座", "note": "当年口径"}]},
    ],
    "videos": [{"title": "示例视频", "link": f"https://www.example.org/{HIDDEN}", "length": "1:59"}],
    "awards": [{"name": "示例奖", "level": "一等奖", "issuer": "示例厅", "year": 1994}, {"name": "另一奖"}],
    "coverage": [
        {"medium": "样例日报", "title": "示例的报道", "date": "1993", "url": f"https://www.example.com/{HIDDEN}"}
    ],
    "funding": [{"source": "示例资金", "amount": "36.5", "unit": "万元", "qualifier": "近", "year": 1992}],
    "credits": [
        {"role": "作者", "name": "示例作者", "agreed": True},
        {"role": "审稿", "name": HIDDEN},
    ],
    "background": "示例的**背景**。\n\n又一段。",
    "approach": "示例的做法。",
    "results": "示例的成效。",
    "lessons": "示例的启示。",
    "photos": [
        {
            "file": f"{HIDDEN}.jpg",
            "caption": "示例的图注",
            "alt": HIDDEN,
            "credit": HIDDEN,
            "people": True,
            "consent": HIDDEN,
        }
    ],
    "attachments": [{"file": f"{HIDDEN}.pdf", "title": HIDDEN}],
    "keywords": ["示例词", "Deep learning"],
    "featured": True,
    "sources": [{"title": HIDDEN, "publisher": HIDDEN, "url": f"https://www.example.com/{HIDDEN}", "date": "1997"}],
    "permission": {"granted_by": HIDDEN, "granted_on": "1996-01-01", "expires_on": "2099-12-31", "scope": HIDDEN},
    "training": {"questions": [HIDDEN], "course": HIDDEN, "minutes": 45},
    "waivers": [{"rule": "wording-listed", "reason": HIDDEN}],
}

EXPECTED = [
    ("title", "标题", "示例的标题"),
    ("names", "副标题", "示例的副题"),
    ("names", "学校", "示例大学"),
    ("names", "学校", "另一学院"),
    ("names", "院系", "示例学院"),
    ("names", "单位", "示例支部"),
    ("names", "单位", "另一支部"),
    ("names", "团队", "工作室：示例小队"),
    ("names", "服务地点", "甘肃示例市示例县示例村"),
    ("names", "服务地点", "示例站"),
    ("names", "合作单位", "示例公司"),
    ("names", "合作单位", "示例中学"),
    ("names", "工作形式", "科技开发"),
    ("names", "工作形式", "调查研究"),
    ("names", "成果", "赋能站：示例赋能站"),
    ("names", "荣誉", "示例荣誉，省级，第三批"),
    ("names", "荣誉", "另一荣誉，第一批"),
    ("names", "荣誉", "无级荣誉"),
    ("names", "获奖", "示例奖，一等奖，示例厅"),
    ("names", "获奖", "另一奖"),
    ("names", "关键词", "示例词"),
    ("names", "关键词", "Deep learning"),
    ("summary", "内容提要", "示例的提要。"),
    ("kinds", "任务类型", "科技赋能"),
    ("kinds", "兼及任务", "实践育人"),
    ("kinds", "学校所在地区", "江苏"),
    ("kinds", "年份", "1998年"),
    ("kinds", "团队级别", "全国团队"),
    ("kinds", "合作单位", "企业"),
    ("kinds", "合作单位", "中小学和幼儿园"),
    ("body", "推荐理由", "示例的理由。"),
    ("body", "成效数据", "培训农户：12,500余人次（示例口径）"),
    ("body", "成效数据", "示例降幅：-4.10%"),
    ("body", "成效数据", "示例收入：不足4000元 → 22,000元"),
    ("body", "背景与问题", "示例的背景。\n又一段。"),
    ("body", "主要做法", "示例的做法。"),
    ("body", "工作成效", "示例的成效。"),
    ("body", "经验启示", "示例的启示。"),
    ("body", "年度进展", "示例的计划"),
    ("body", "年度进展", "完成甲\n完成乙"),
    ("body", "年度进展", "示例的变化"),
    ("body", "年度进展", "当年建站：3座（当年口径）"),
    ("body", "照片", "示例的图注"),
    ("body", "视频", "示例视频"),
    ("body", "媒体报道", "样例日报：示例的报道"),
    ("body", "资金来源", "示例资金：近36.5万元"),
    ("body", "编写人员", "作者：示例作者"),
]

PROSE: dict[str, tuple[str, str]] = {
    "paragraphs": ("甲乙\n\n丙丁", "甲乙 丙丁"),
    "a line break in a paragraph": ("甲乙\n丙丁", "甲乙丙丁"),
    "a line break in Latin": ("deep\nlearning", "deep learning"),
    "a hard line break": ("甲乙\\\n丙丁", "甲乙 丙丁"),
    "bold and italic": ("甲**乙**丙*丁*戊", "甲乙丙丁戊"),
    "subscript": ("NH<sub>3</sub>-N", "nh3 n"),
    "struck out": ("甲~~乙~~丙", "甲乙丙"),
    "link": ("见[示例页](https://www.example.org/)面", "见示例页面"),
    "image": ("甲\n\n![示例](a.png)\n\n乙", "甲 示例 乙"),
    "code": ("型号`JC-2`号", "型号jc 2号"),
    "heading": ("### 甲乙\n\n丙丁", "甲乙 丙丁"),
    "list": ("- 甲乙\n- 丙丁\n", "甲乙 丙丁"),
    "list in a list": ("- 甲乙\n    - 丙丁\n- 戊己\n", "甲乙 丙丁 戊己"),
    "quotation": ("> 甲乙\n\n丙丁", "甲乙 丙丁"),
    "table": ("| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n", "甲 乙 丙 丁"),
    "table with an empty cell": ("| 甲 | 乙 |\n|---|---|\n|  | 丁 |\n\n戊", "甲 乙 丁 戊"),
    "rule": ("甲乙\n\n---\n\n丙丁", "甲乙 丙丁"),
    "note": ("甲乙[^一]丙丁\n\n[^一]: 戊己", "甲乙丙丁 戊己"),
    "fence": ("```\n甲乙\n丙丁\n```\n", "甲乙 丙丁"),
    "traditional": ("臺灣", "台湾"),
    "signs alone": ("……", ""),
}


def told(case: Case) -> list[tuple[str, str, str]]:
    """Give the passages of a case as plain values."""
    return [(one.zone, one.label, one.text) for one in passages(case)]


def test_every_text_that_is_searched(case: MakeCase) -> None:
    """A case's passages stand zone by zone in reading order, each under the label that readers see."""
    assert EXPECTED == told(case(**WHOLE))


def test_the_case_above_uses_every_field() -> None:
    """A new field is not forgotten: whether it is searched is decided above."""
    assert {*WHOLE, "id", "status", "withdrawn_reason", "replaced_by"} == set(Case.model_fields)


@each("absent", [HIDDEN, "1999", "1997", "1996", "2099", "example", "教育服务", "jpg"])
def test_what_is_not_searched(absent: str, case: MakeCase) -> None:
    """The secretary, sources, permissions, files and waivers are not found."""
    assert [] == [text for text in searched(case(**WHOLE)) if absent in text]


def test_case_that_says_no_more_than_it_must(case: MakeCase) -> None:
    """Fields that are not there leave nothing behind, no label and no name of a missing value."""
    expected = [
        ("title", "标题", "示例案例 x-01"),
        ("names", "学校", "示例大学"),
        ("names", "单位", "示例党支部"),
        ("summary", "内容提要", "编出来的提要。"),
        ("kinds", "任务类型", "教育服务"),
    ]

    assert expected == told(case("x-01"))
    assert ("示例案例 x 01 ", "示例大学 示例党支部 ", "编出来的提要 ", "教育服务 ", " ") == searched(case("x-01"))


def test_searched_texts(case: MakeCase) -> None:
    """Each zone's passages are normalised with breaks between them, and each zone ends in a break."""
    names = (
        "示例的副题 示例大学 另一学院 示例学院 示例支部 另一支部 工作室 示例小队 甘肃示例市示例县示例村 示例站 "
        "示例公司 示例中学 科技开发 调查研究 赋能站 示例赋能站 示例荣誉 省级 第三批 另一荣誉 第一批 无级荣誉 "
        "示例奖 一等奖 示例厅 另一奖 示例词 deep learning "
    )
    body = (
        "示例的理由 培训农户 12 500余人次 示例口径 示例降幅 4 10 示例收入 不足4000元 → 22 000元 "
        "示例的背景 又一段 示例的做法 示例的成效 示例的启示 示例的计划 完成甲 完成乙 示例的变化 当年建站 3座 当年口径 "
        "示例的图注 示例视频 样例日报 示例的报道 示例资金 近36 5万元 作者 示例作者 "
    )

    kinds = "科技赋能 实践育人 江苏 1998年 全国团队 企业 中小学和幼儿园 "

    assert ("示例的标题 ", names, "示例的提要 ", kinds, body) == searched(case(**WHOLE))


@each("name", PROSE)
def test_prose(name: str, case: MakeCase) -> None:
    """Marks do not part a word; paragraphs, items, cells and notes do not run together."""
    source, expected = PROSE[name]

    assert expected + BREAK == searched(case(background=source))[ZONES.index("body")]


@each(
    ("values", "zone"),
    [
        ({"keywords": ["示例", "学校"]}, "names"),
        ({"places": [{"city": "示例"}, {"city": "学校"}]}, "names"),
        ({"university": "示例", "branch": "学校"}, "names"),
        ({"background": "示例", "approach": "学校"}, "body"),
        (
            {"outcomes": [{"what": "甲", "value": 1, "unit": "示例"}, {"what": "学校", "value": 1, "unit": "个"}]},
            "body",
        ),
        ({"lessons": "示例", "photos": [{"file": "a.jpg", "caption": "学校"}]}, "body"),
    ],
    ids=["keywords", "places", "names", "sections", "outcomes", "section and caption"],
)
def test_passages_do_not_run_together(values: dict[str, Any], zone: str, case: MakeCase) -> None:
    """The end of one text and the beginning of the next are not found as one."""
    text = searched(case(**values))[ZONES.index(zone)]

    assert "示例 学校" in text


def test_line_separator_in_a_line(case: MakeCase) -> None:
    """White space that an editor does not see, pasted into a title, does not hide it."""
    assert "示例标题甲 " == searched(case(title="示例\u2028标\u3000题\u00a0甲"))[0]


def test_zones_and_labels() -> None:
    """Of a record that fills in every field, each zone has something, under the fields' own labels."""
    case = Case.model_validate(
        {"id": "x", **parse_document("case.yml", RECORD.read_bytes()).value},
        context={"programme": packaged_programme()},
    )
    found = list(passages(case))

    titles = {field.title for field in Case.model_fields.values()} | {kind.label for kind in FACET_KINDS}
    assert list(ZONES) == list(dict.fromkeys(one.zone for one in found))
    assert {one.label for one in found} <= titles
    assert [] == [one for one in found if not one.text.strip() or one.text != one.text.strip("\n")]
    assert Passage("body", "照片", case.photos[0].caption, key="photos") in found
    assert (5, True) == (len(searched(case)), all(text.endswith(BREAK) for text in searched(case)))


def test_texts_of_the_record_with_every_field() -> None:
    """Cells, items and notes of real prose stand apart, words across marks do not."""
    case = Case.model_validate(
        {"id": "x", **parse_document("case.yml", RECORD.read_bytes()).value},
        context={"programme": packaged_programme()},
    )
    body = f" {searched(case)[ZONES.index('body')]}"

    for found in (
        " 东一渠 渠口 1 82 46 蔬菜 ",
        "氨氮 nh3 n 偏高",
        "渠口的水到底能不能浇菜 是村民",
        " 发放科普手册 4000多册 ",
    ):
        assert found in body
    assert "甲示例" not in "".join(searched(case))


def test_texts_as_an_editor_wrote_them(case: MakeCase) -> None:
    """The record's own texts are the same passages, word for word, but with the marks of their Markdown."""
    one = case(**WHOLE)
    written = list(sources(one))

    assert [(found.zone, found.label) for found in passages(one)] == [(given.zone, given.label) for given in written]
    years = ["示例的**计划**", "- 完成甲\n- 完成乙", "示例的变化"]
    assert ["示例的**背景**。\n\n又一段。", one.approach, one.results, one.lessons, *years] == [
        given.text for given in written if given.is_markdown
    ]
    assert {given.text for given in written if not given.is_markdown} <= {found.text for found in passages(one)}
    assert [] == [found for found in passages(one) if found.is_markdown]
