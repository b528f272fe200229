"""The rules that need more than one text: pictures, folders, several records, collections."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import pytest

from generator.case.date import PartialDate
from generator.case.model import Case, Collection, Permission
from generator.case.problem import Problem
from generator.case.programme import packaged_programme
from generator.outputs.report import render_problem
from generator.reading.all_records import AllRecords
from generator.reading.examination import examine, examine_all, parse_record
from generator.reading.parsed_record import ParsedRecord
from generator.reading.printed_settings import PrintedSettings
from generator.reading.record import AttachmentSeen, Passage, Picture, Record
from generator.reading.surroundings import Surroundings
from tests.each import each

Golden = Callable[[str, str], str]

SURROUNDINGS = Surroundings(PartialDate(2026, 11, 22), packaged_programme())
SOUND = Picture("JPEG", 4000, 3000)
RECORD = """\
title: {title}
task: 党建联建
summary: 示例大学茶学系教师党支部与茶山村党支部共建茶园。
university: 示例大学
branch: 茶学系教师党支部
sources:
- {{title: 校地支部共建茶产业, publisher: 示例网}}
"""
COLLECTION = "title: 茶香\neditor: 示例省委教育工委\ndate: 2026-11\n"


def record_of(
    rest: str = "",
    *,
    title: str = "茶山上的支部共建",
    name: str = "2025-shili",
    files: Iterable[str] = (),
    pictures: Mapping[str, Picture] | None = None,
    attachments: Mapping[str, AttachmentSeen] | None = None,
) -> ParsedRecord:
    """Make a record that is sound but for what a test adds; pictures lie in the folder like other files."""
    seen, looked_into = pictures or {}, attachments or {}
    raw = Record(
        name,
        f"cases/{name}/case.yml",
        (RECORD.format(title=title) + rest).encode(),
        frozenset((*files, *seen, *looked_into)),
        seen,
        looked_into,
    )
    return parse_record(raw, Case, SURROUNDINGS)


def collection_of(sections: str, name: str = "tea") -> ParsedRecord:
    """Make a collection with these sections."""
    raw = Record(name, f"content/collections/{name}.yml", f"{COLLECTION}sections:\n{sections}".encode())
    return parse_record(raw, Collection, SURROUNDINGS)


def photo(name: str, rest: str = "  alt: 六名师生围着一垄茶树\n") -> str:
    """Write one photo of a record."""
    return f"- file: {name}\n  caption: 支部党员在茶山上\n{rest}"


def attachment(name: str) -> str:
    """Write one attachment of a record."""
    return f"- file: {name}\n  title: 茶产业调研报告\n"


def problems_of(record: ParsedRecord, rule: str) -> list[Problem]:
    """Give the problems of one rule; other faults may come along."""
    model = Case if record.model is Case else Collection
    return [problem for problem in examine(record, model).problems if problem.rule == rule]


def side_by_side(records: Iterable[ParsedRecord], collections: Iterable[ParsedRecord] = ()) -> AllRecords:
    """Put records and collections side by side, sorted as the build sorts them."""
    cases = sorted((examine(record, Case) for record in records), key=lambda case: case.path)
    return AllRecords(tuple(cases), tuple(collections))


def problems_of_all(together: AllRecords, rule: str) -> list[Problem]:
    """Give the problems of one rule that compares records, sorted."""
    return sorted(problem for problem in examine_all(together) if problem.rule == rule)


def rendered(problems: Iterable[Problem]) -> str:
    """Write problems as the golden files have them."""
    return "\n\n".join(render_problem(problem) for problem in problems) + "\n"


IN_FOLDERS = {
    "photo-missing": record_of(
        "photos:\n"
        + photo("tea-feild.jpg")
        + photo("Class.JPG")
        + photo("茶山．jpg")
        + photo("drone.jpg")
        + photo("sign.png"),
        pictures={"tea-field.jpg": SOUND, "class.jpg": SOUND, "茶山.jpg": SOUND, "sign.png": SOUND},
    ),
    "photo-missing.empty": record_of("photos:\n" + photo("tea-field.jpg")),
    "photo-unreadable": record_of(
        "photos:\n" + photo("tea-field.jpg"), pictures={"tea-field.jpg": Picture("", fault="unreadable")}
    ),
    "photo-too-large": record_of(
        "photos:\n" + photo("wide.png") + photo("unknown.png"),
        pictures={
            "wide.png": Picture("PNG", 30_000, 20_000, "bomb"),
            "unknown.png": Picture("PNG", fault="bomb"),
        },
    ),
    "photo-too-small": record_of(
        "photos:\n" + photo("dot.png") + photo("line.jpg") + photo("icon.png"),
        pictures={
            "dot.png": Picture("PNG", 1, 1),
            "line.jpg": Picture("JPEG", 1200, 3),
            "icon.png": Picture("PNG", 16, 16),
        },
    ),
    "photo-format": record_of(
        "photos:\n"
        + "".join(photo(name) for name in ("IMG_1.AVIF", "a.jpg", "b.svg", "c.gif", "d.txt", "e.psd", "f.HEIC")),
        files=["d.txt"],
        pictures={
            "IMG_1.AVIF": Picture("AVIF", fault="format"),
            "a.jpg": Picture("AVIF", fault="format"),
            "b.svg": Picture("SVG", fault="format"),
            "c.gif": Picture("GIF", 20, 20),
            "e.psd": Picture("PSD", fault="format"),
            "f.HEIC": Picture("HEIC", 4032, 3024),
        },
    ),
    "photo-alt-missing": record_of("photos:\n" + photo("a.jpg", ""), pictures={"a.jpg": SOUND}),
    "photo-consent-missing": record_of(
        "photos:\n" + photo("a.jpg", "  alt: 一位教师在演示实验\n  people: 是\n"), pictures={"a.jpg": SOUND}
    ),
    "photo-unlisted": record_of(
        "photos:\n" + photo("a.jpg"),
        files=["report.pdf", "c.HEIC"],
        pictures={"a.jpg": SOUND, "b.jpg": SOUND},
    ),
    "attachment-missing": record_of("attachments:\n" + attachment("Report.PDF"), files=["report.pdf"]),
    "attachment-format": record_of(
        "attachments:\n" + "".join(attachment(name) for name in ("a.doc", "b.zip", "c.jpg", "d", "e.et", "f.PDF")),
        files=["a.doc", "b.zip", "c.jpg", "d", "e.et", "f.PDF"],
    ),
    "attachment-personal-data": record_of(
        "attachments:\n" + attachment("a.xlsx") + attachment("b.pdf") + attachment("c.docx"),
        attachments={
            "a.xlsx": AttachmentSeen((Passage("工作表“名单”第 3 行", "张三，13951230000，zhangsan@qq.com"),)),
            "b.pdf": AttachmentSeen((Passage("第 2 页", "身份证：32010619850315002X"),)),
            "c.docx": AttachmentSeen((Passage("正文", "\n".join(str(13951230000 + one) for one in range(22))),)),
            "unlisted.pdf": AttachmentSeen((Passage("第 1 页", "13951230000"),)),
        },
    ),
    "attachment-hidden": record_of(
        "attachments:\n" + "".join(attachment(name) for name in ("a.xlsx", "b.docx", "c.pptx", "d.pdf", "e.pdf")),
        attachments={
            "a.xlsx": AttachmentSeen(kept=("隐藏的工作表“原始数据”", "共享工作簿的修订记录")),
            "b.docx": AttachmentSeen(kept=("修订记录（谁在什么时候改了什么，包括删去的文字）",)),
            "c.pptx": AttachmentSeen(kept=("隐藏的第 2、5 张幻灯片",)),
            "d.pdf": AttachmentSeen(kept=("夹带的文件",)),
            "e.pdf": AttachmentSeen(kept=("数字签名",)),
        },
    ),
    "attachment-unreadable": record_of(
        "attachments:\n" + "".join(attachment(name) for name in ("a.pdf", "b.docx", "c.xlsx", "d.pdf")),
        attachments={
            "a.pdf": AttachmentSeen(fault="damaged"),
            "b.docx": AttachmentSeen(fault="locked"),
            "c.xlsx": AttachmentSeen(fault="huge"),
            "d.pdf": AttachmentSeen(unread="第 2、7 页和第 301 页以后"),
        },
    ),
    "image-unlisted.near": record_of(
        "approach: |\n  ![茶山](tea-feild.jpg)\n\n  ![茶山](tea-field.jpg)\nphotos:\n" + photo("tea-field.jpg"),
        pictures={"tea-field.jpg": SOUND},
    ),
    "collection-case-repeated": collection_of(
        "- title: 党建联建\n  cases: [2025-shili]\n- title: 科技赋能\n  cases:\n  - 2024-shili\n  - 2025-shili\n"
    ),
    "section-empty": collection_of("- title: 党建联建\n- title: 科技赋能\n  select:\n    task: 科技赋能\n"),
    "section-double": collection_of("- title: 党建联建\n  cases: [2025-shili]\n  select:\n    task: 党建联建\n"),
    "html-unsafe.collection": collection_of("- title: 党建联建\n  cases: [2025-shili]\nforeword: |\n  <u>茶</u>\n"),
    "image-unlisted.collection": collection_of(
        "- title: 党建联建\n  cases: [2025-shili]\nafterword: |\n  ![茶山](tea-field.jpg)\n"
    ),
}


@each("name", IN_FOLDERS)
def test_message(name: str, golden: Golden) -> None:
    """A rule that looks into the folder or at a collection says what is wrong in its golden words."""
    actual = rendered(problems_of(IN_FOLDERS[name], name.partition(".")[0]))

    assert golden(f"diagnostics/{name}.txt", actual) == actual


WITHDRAWN = "status: withdrawn\nwithdrawn_reason: 内容已并入新案例\n"
PUBLISHED = "status: published\n"
ALL_RECORDS = side_by_side(
    [
        record_of(PUBLISHED, name="2025-sl-tea"),
        record_of(WITHDRAWN + "replaced_by: 2025-sl-tea\n", name="2024-sl-tea"),
        record_of(WITHDRAWN + "replaced_by: 2025-sl-tee\n", name="2024-sl-bamboo"),
        record_of(WITHDRAWN + "replaced_by: 2025-sl-rice\n", name="2024-sl-rice"),
        record_of(WITHDRAWN + "replaced_by: 2023-sl-oil\n", name="2023-sl-oil"),
        record_of(WITHDRAWN + "replaced_by: zzzz\n", name="2023-sl-hemp"),
        record_of("status: 已审核\n", title="稻田里的支部共建", name="2025-sl-rice"),
        record_of(PUBLISHED, title="茶山上的　支部共建", name="2026-sl-tea"),
        record_of(PUBLISHED, title="竹海里的支部共建", name="2026-SL-Tea"),
        record_of(PUBLISHED, title="竹海里的支部共建。", name="2026-sl-bamboo"),
    ],
    [
        collection_of(
            "- title: 党建联建\n  cases:\n"
            "  - 2025-sl-tea\n  - 2025-sl-tee\n  - 2025-sl-rice\n  - 2024-sl-tea\n  - 2023-sl-oil\n  - qqqq\n"
        )
    ],
)


@each(
    "rule",
    [
        "title-duplicate",
        "summary-duplicate",
        "id-case",
        "replacement-unknown",
        "collection-case-unknown",
        "collection-case-unpublished",
        "collection-case-withdrawn",
    ],
)
def test_message_of_a_comparison(rule: str, golden: Golden) -> None:
    """A rule that compares records shows the fault at the later one and names the other."""
    actual = rendered(problems_of_all(ALL_RECORDS, rule))

    assert golden(f"diagnostics/{rule}.txt", actual) == actual


@pytest.mark.parametrize(
    ("rule", "ids"),
    [
        ("lead-unknown", ["2025-sl-tee", "zzzz"]),
        ("lead-unpublished", ["2025-sl-rice", "2024-sl-tea"]),
    ],
)
def test_message_of_a_lead(rule: str, ids: list[str], golden: Golden) -> None:
    """A lead case that readers cannot see is told where the settings name it, with what to write instead."""
    settings = (f"site_name: 示例\nextra:\n  home:\n    lead: {id}\n" for id in ids)
    leads = (PrintedSettings(text.encode()).lead for text in settings)
    actual = rendered(problem for lead in leads for problem in problems_of_all(replace(ALL_RECORDS, lead=lead), rule))

    assert golden(f"diagnostics/{rule}.txt", actual) == actual


@each("text", ["", "lead: ''", "lead:", "lead: [a]", "lead: 2025-sl-tea", "lead: ' 2025-sl-tea '"])
def test_a_lead_that_readers_see_is_no_problem(text: str) -> None:
    """Nobody has to choose a lead case; a published one may be chosen. The host's part tells what is no text."""
    lead = PrintedSettings(f"site_name: 示例\nextra:\n  home:\n    {text}\n".encode()).lead
    records = replace(ALL_RECORDS, lead=lead)

    assert [one for rule in ("lead-unknown", "lead-unpublished") for one in problems_of_all(records, rule)] == []


@each(
    ("title", "other", "is_same"),
    [
        ("茶山上的支部共建", "茶山上的支部共建。", True),
        ("茶山上的支部共建！", "茶山上的支部共建……", True),
        ("“茶山”上的支部共建", "「茶山」 上的支部共建", True),
        ("茶山上的支部共建（一）", "茶山上的支部共建(一)", True),
        ("茶山上的支部共建（一）", "茶山上的支部共建（二）", False),
        ("茶山上的支部共建", "茶山上的支部共建吗", False),
    ],
)
def test_titles_are_compared_by_their_words(title: str, other: str, is_same: bool) -> None:  # noqa: FBT001
    """Width, blanks, the shape of quotes and final marks make no other title."""
    together = side_by_side([record_of(title=title, name="a"), record_of(title=other, name="b")])

    assert is_same == bool(problems_of_all(together, "title-duplicate"))


def test_ids_of_collections_are_compared_among_themselves() -> None:
    """Two collections whose ids differ only in case are found; a case of the same name does not matter."""
    collections = [collection_of("[]\n", "TEA"), collection_of("[]\n", "tea")]
    together = side_by_side([record_of(name="Tea")], collections)

    assert [problem.path for problem in problems_of_all(together, "id-case")] == ["content/collections/tea.yml"]


def test_equal_titles_of_withdrawn_records() -> None:
    """A withdrawn record and the one that replaces it may have the same title."""
    together = side_by_side([record_of(WITHDRAWN, name="2024-sl-tea"), record_of(PUBLISHED, name="2025-sl-tea")])

    assert problems_of_all(together, "title-duplicate") == []


def test_records_with_other_faults_are_compared() -> None:
    """A record that has errors still counts when titles are compared."""
    together = side_by_side(
        [record_of("province: 火星\n", name="2024-sl-tea"), record_of(PUBLISHED, name="2025-sl-tea")]
    )

    assert len(problems_of_all(together, "title-duplicate")) == 1


def test_nearest_id_is_quick_and_right() -> None:
    """Among many ids the one most like the written one is named."""
    together = side_by_side([record_of(name=name) for name in ("2025-sl-tea", "2024-nau-rice", "2023-nau-tea")])

    assert together.nearest_id("2024-nau-rise") == "2024-nau-rice"
    assert together.nearest_id("x") is None


@each(
    "name",
    ["a/b.jpg", "..\\b.jpg", "/b.jpg", "C:b.jpg", "C:\\b.jpg", "..", ".", "file:///b.jpg", "a／b.jpg"],
)
def test_ways_out(name: str) -> None:
    """Any way out of the folder is outside, and not missing as well."""
    record = record_of("photos:\n" + photo(name))

    assert [len(problems_of(record, rule)) for rule in ("photo-outside", "photo-missing")] == [1, 0]


@each("name", ["茶山 1.jpg", "a..jpg", ".hidden.jpg", "IMG_0001.JPEG", "a：b.webp"])
def test_names_of_files(name: str) -> None:
    """A name with spaces, dots or Chinese characters is a name."""
    record = record_of("photos:\n" + photo(f"'{name}'"), pictures={name: SOUND})

    assert [problem.rule for problem in examine(record, Case).problems] == []


def test_photos_that_are_no_list() -> None:
    """Photos written as one text are another rule's; these rules stay silent and nothing raises."""
    record = record_of("photos: a.jpg\nattachments:\n- a.pdf\n", files=["a.jpg"])
    rules = {problem.rule for problem in examine(record, Case).problems}

    assert not any(rule.startswith("attachment-") for rule in rules)
    assert {rule for rule in rules if rule.startswith("photo-")} == {"photo-unlisted"}


def test_picture_named_in_other_letters_is_reported_once() -> None:
    """A picture whose name differs only in case is missing under its written name, not unlisted as well."""
    record = record_of("photos:\n" + photo("A.JPG"), pictures={"a.jpg": SOUND})

    assert [problem.rule for problem in examine(record, Case).problems] == ["photo-missing"]


def test_jpeg_with_a_second_picture() -> None:
    """What Pillow calls MPO, a JPEG that some phones write, is taken."""
    record = record_of("photos:\n" + photo("a.jpg"), pictures={"a.jpg": Picture("MPO", 4000, 3000)})

    assert examine(record, Case).problems == ()


def test_consent_and_faces() -> None:
    """Consent is asked for only where people can be recognised."""
    rest = "  alt: 茶园\n  people: {}\n{}"
    photos = "".join(
        photo("a.jpg", rest.format(people, consent))
        for people, consent in (("false", ""), ("否", ""), ("true", "  consent: 书面同意\n"), ("TRUE", ""))
    )
    record = record_of("photos:\n" + photos, pictures={"a.jpg": SOUND})

    assert [problem.place.line for problem in problems_of(record, "photo-consent-missing")] == [22]


@each(
    ("period", "expected"),
    [
        ("start: 2024-03\n  end: 2024", []),
        ("start: 2024\n  end: 2024-03", []),
        ("start: 2024-03-31\n  end: 2024-03", []),
        ("start: 2024-03-02\n  end: 2024-03-01", ["date-order"]),
        ("start: 2024\n  end: 2023", ["date-order"]),
        ("start: 2026", []),
        ("start: 2026-11-22", []),
        ("start: 2026-11-23", ["date-future"]),
        ("start: 2026-12", ["date-future"]),
    ],
)
def test_partial_dates_are_compared_by_what_they_cover(period: str, expected: list[str]) -> None:
    """A year contains its months: only dates that cannot be in order are reported."""
    record = record_of(f"period:\n  {period}\n")

    assert [problem.rule for problem in examine(record, Case).problems] == expected


@each(
    ("expires_on", "expected"),
    [("2026-11-21", True), ("2026-11-22", False), ("2026-11", False), ("2026-10", True), (None, False)],
)
def test_permission_expires(expires_on: str | None, expected: bool) -> None:  # noqa: FBT001 (a table)
    """A permission holds on its last day, and for the whole of its last month."""
    permission = Permission.model_validate(
        {"granted_by": "示例大学", "granted_on": "2024"} | ({"expires_on": expires_on} if expires_on else {})
    )

    assert permission.is_expired(PartialDate(2026, 11, 22)) is expected


def test_expired_permission_of_a_withdrawn_case() -> None:
    """A case that is withdrawn anyway needs no permission."""
    record = record_of(WITHDRAWN + "permission:\n  granted_by: 示例大学\n  granted_on: 2023\n  expires_on: 2024\n")

    assert examine(record, Case).problems == ()


def test_permission_in_place_of_a_source() -> None:
    """A record without a source is sound when its unit has agreed."""
    text = RECORD.format(title="茶山上的支部共建").partition("sources:")[0]
    permission = "permission:\n  granted_by: 示例大学\n  granted_on: 2024\n"
    raw = Record("2025-shili", "cases/2025-shili/case.yml", (text + permission).encode())

    assert examine(parse_record(raw, Case, SURROUNDINGS), Case).problems == ()


def test_forms_of_other_tasks_it_serves() -> None:
    """Forms and products may come from any task that the record names, by name or id."""
    record = record_of("also: [education-services, 实践育人]\nforms: [lectures, 志愿服务, 专题党课讲授]\n")

    assert examine(record, Case).problems == ()


def test_forms_of_an_unknown_task() -> None:
    """Where the task itself is unknown its forms are not judged."""
    raw = Record("2025-shili", "cases/2025-shili/case.yml", "task: 党建\nforms:\n- 专题讲座\n".encode())
    rules = [problem.rule for problem in examine(parse_record(raw, Case, SURROUNDINGS), Case).problems]

    assert "form-foreign" not in rules


def test_collections_are_not_held_to_the_rules_of_records() -> None:
    """A collection has no sources, photos or waivers to miss."""
    record = collection_of("- title: 党建联建\n  cases: [2025-sl-tea]\n")

    assert examine(record, Collection).problems == ()


@each(
    "prose",
    [
        "水是 H<sub>2</sub>O，面积 3 m<sup>2</sup>。",
        "第一行<br>第二行",
        "温度 < 20 度，湿度 > 60%",
        "网址 <https://www.example.edu.cn/a.htm>，见[报道](https://www.example.edu.cn/a.htm)",
        "写信到 [办公室](mailto:dangban@example.edu.cn)",
        "`<b>` 是标签的写法",
    ],
)
def test_prose_in_order(prose: str) -> None:
    """What Markdown and the three tags can do is left alone."""
    record = record_of(f"approach: |\n  {prose}\n")

    assert examine(record, Case).problems == ()


def test_same_tag_twice() -> None:
    """The same tag in two places is reported at both."""
    record = record_of("approach: |\n  <u>甲</u>，<u>乙</u>\n\n  <u>丙</u>\n")
    places = [(problem.place.line, problem.place.column) for problem in problems_of(record, "html-unsafe")]

    assert places == [(9, 3), (9, 12), (11, 3)]


@each(
    ("prose", "expected"),
    [
        ("[甲](https://a.cn/x) [乙]( www.b.cn )", 1),
        ("[甲](<https://a.cn/x y>)", 1),
        ("[甲](https://a.cn/x(1))", 0),
        ("[甲](&#106;avascript:alert)", 1),
        ("<javascript:alert>", 1),
        ("<HTTPS://a.cn/x>", 0),
        ("[甲](#二)", 1),
        ("[甲] (乙)", 0),
        ("[甲](\n  ../b.html)", 1),
        ("![甲](a.jpg)", 0),
    ],
)
def test_links_in_prose(prose: str, expected: int) -> None:
    """Every way of writing a link is judged by where it leads."""
    record = record_of(f"approach: |\n  {prose}\nphotos:\n" + photo("a.jpg"), pictures={"a.jpg": SOUND})

    assert len(problems_of(record, "prose-link-invalid")) == expected


@pytest.mark.parametrize("written", ["#二、主要做法", "#%E4%BA%8C%E3%80%81%E4%B8%BB%E8%A6%81%E5%81%9A%E6%B3%95"])
def test_a_heading_of_prose_has_no_address(written: str) -> None:
    """A link to a heading of the same text is told as that, with the heading's words."""
    (problem,) = problems_of(record_of(f"approach: |\n  ## 二、主要做法\n\n  [跳]({written})\n"), "prose-link-invalid")

    assert problem.hint == (
        "去掉链接，只留文字：正文里的小标题没有网址；要指明地方的，在文字里说出小标题“二、主要做法”。"
    )


@each(
    ("prose", "expected"),
    [
        ('![甲](a.jpg) 和 ![乙](a.jpg "题")', 0),
        ("![甲[乙]](b.jpg)", 1),
        ("![甲](<a.jpg>)", 0),
        ("![甲](<b c.jpg>)", 1),
        ("![甲]( b.jpg )", 1),
        ("![甲](A.jpg)", 1),
        ("![甲](data:image/png;base64,AAAA)", 1),
        ("`![甲](b.jpg)`", 0),
        ("真好![甲]", 0),
    ],
)
def test_images_in_prose(prose: str, expected: int) -> None:
    """Every way of writing an image is held to the photos."""
    record = record_of(f"approach: |\n  {prose}\nphotos:\n" + photo("a.jpg"), pictures={"a.jpg": SOUND})

    assert len(problems_of(record, "image-unlisted")) == expected


def test_waived_attachment() -> None:
    """A record may publish what is in an attachment with a reason; an ID number never."""
    seen = AttachmentSeen((Passage("正文", "热线13951230000，身份证11010519491231002X"),), ("隐藏的工作表“参数”",))
    record = record_of(
        "attachments:\n" + attachment("a.xlsx") + "waivers:\n"
        "- rule: attachment-personal-data\n  reason: 公开的热线\n"
        "- rule: attachment-hidden\n  reason: 公式用的参数，可以公开\n",
        attachments={"a.xlsx": seen},
    )

    found = [(problem.rule, problem.message) for problem in examine(record, Case).problems]

    assert [("attachment-personal-data", "附件“a.xlsx”的正文里有居民身份证号码 110***********002X")] == found
