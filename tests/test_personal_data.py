"""Personal data is found however it is written, and never shown whole. All numbers are invented."""

from hypothesis import given
from hypothesis import strategies as st

from generator.case.date import PartialDate
from generator.case.model import Case
from generator.case.personal import find_personal_data, mask_personal_data, suspects
from generator.case.problem import Problem
from generator.case.programme import packaged_programme
from generator.outputs.report import render_github, render_json, render_problem
from generator.reading.examination import examine, parse_record
from generator.reading.record import Record
from generator.reading.surroundings import Surroundings
from tests.each import each

SURROUNDINGS = Surroundings(PartialDate(2026, 11, 22), packaged_programme())

RECORD = """\
title: 茶山上的支部共建
task: 党建联建
summary: {summary}
university: 示例大学
branch: 茶学系教师党支部
sources:
- {{title: 校地支部共建茶产业, publisher: 示例网}}
"""

FOUND = {
    "mobile": ("手机13800138000", "手机138****8000"),
    "mobile in groups": ("138 0013 8000", "138 **** 8000"),
    "mobile with hyphens": ("138-0013-8000", "138-****-8000"),
    "mobile with wide gaps": ("138 - 0013 - 8000", "138 - **** - 8000"),
    "mobile with +86": ("+8613800138000", "+86138****8000"),
    "mobile with 0086": ("0086-138-0013-8000", "0086-138-****-8000"),
    "mobile with full-width digits": ("１３８００１３８０００", "１３８****８０００"),
    "mobile with invisible gaps": ("138\u200b0013\u200b8000", "138\u200b****\u200b8000"),
    "mobile beside letters": ("Tel13800138000微信同号", "Tel138****8000微信同号"),
    "mobile, tel:": ("tel:13800138000", "tel:138****8000"),
    "mobile in a query": ("https://a.edu.cn/x?tel=13800138000", "https://a.edu.cn/x?tel=138****8000"),
    "mobile in a fragment": ("https://a.edu.cn/x#13800138000", "https://a.edu.cn/x#138****8000"),
    "mobile after an address": ("https://a.edu.cn/x，13800138000", "https://a.edu.cn/x，138****8000"),
    "account behind a blank": ("vx zhangsan88", "vx z*********"),
    "account, in a nickname of QQ": ("扣扣：12345678", "扣扣：1*******"),
    "two mobiles": ("13800138000、13900139000", "138****8000、139****9000"),
    "id": ("11010519491231002X", "110***********002X"),
    "id, second vector": ("440524188001010014", "440***********0014"),
    "id, lower case": ("号码11010519491231002x。", "号码110***********002x。"),
    "id in groups": ("110105 19491231 002X", "110*** ******** 002X"),
    "id with hyphens": ("110105-1949-1231-002X", "110***-****-****-002X"),
    "id, full-width": ("１１０１０５１９４９１２３１００２Ｘ", "１１０***********００２Ｘ"),
    "id after a number": ("编号2024 11010519491231002X", "编号2024 110***********002X"),
    "id in the path of an address": (
        "https://a.edu.cn/440524188001010014.jpg",
        "https://a.edu.cn/440***********0014.jpg",
    ),
    "id with a wrong check digit": ("110105194912310021", "110***********0021"),
    "id, old form": ("身份证110105491231002号", "身份证110********1002号"),
    "id, old form in groups": ("110105 491231 002", "110*** ***** 1002".replace("***** 1002", "*****1 002")),
    "card": ("卡号6222020000000000000", "卡号622************0000"),
    "card of 16 digits": ("4111111111111111", "411*********1111"),
    "card in groups": ("6222 0200 0000 0000 000", "622* **** **** ***0 000"),
    "card with hyphens": ("4111-1111-1111-1111", "411*-****-****-1111"),
    "card, full-width": ("４１１１１１１１１１１１１１１１", "４１１*********１１１１"),
    "mail": ("zhangshili@163.com", "z*********@163.com"),
    "mail, one letter": ("a@qq.com", "*@qq.com"),
    "mail, mailto:": ("mailto:12345678@qq.com", "mailto:1*******@qq.com"),
    "mail, sub-domain": ("zhang@vip.sina.com", "z****@vip.sina.com"),
    "mail, capitals": ("Zhang@GMAIL.com", "Z****@GMAIL.com"),
    "mail, full-width": ("zhang＠qq．com", "z****＠qq．com"),
    "mail, encoded in a query": (
        "https://a.edu.cn/x?to=zhang%40qq.com",
        "https://a.edu.cn/x?to=z****%40qq.com",
    ),
    "mail of a phone": ("13800138000@139.com", "1**********@139.com"),
}

ALLOWED = {
    "landline": "010-12345678",
    "landline with brackets": "（010）66096675",
    "landline of four digits": "0571-88888888",
    "landline with country code": "+86-10-12345678",
    "service number": "400-138-0013",
    "article number in a path": "http://yurenhao.sizhengwang.cn/a/lzdxcdnykjxydw/210118/722050.shtml",
    "phone-like number in a path": "https://news.example.edu.cn/a/13800138000.shtml",
    "card-like number in a path": "https://news.example.edu.cn/4111111111111111/page.htm",
    "card-like number in a query": "https://news.example.edu.cn/?id=4111111111111111",
    "old-id-like number in a path": "https://news.example.edu.cn/110105491231002.htm",
    "address without a scheme": "www.example.edu.cn/13800138000.htm",
    "milliseconds": "1734567890123",
    "file of a camera": "IMG_20241226_123456789.jpg",
    "file of a phone": "mmexport1734567890123.jpg",
    "part of a longer run": "1380013800012",
    "part of a run before": "9913800138000",
    "not a mobile's prefix": "12800138000",
    "too short": "1380013800",
    "decimals": "3.13800138000",
    "id with a wrong day": "11010519490231002X",
    "id of no province": "99010519491231002X",
    "old form with a wrong day": "110105490231002",
    "old form of no province": "990105491231002",
    "old form inside letters": "AB110105491231002",
    "card with a wrong check digit": "6222020000000000001",
    "card inside a longer run": "41111111111111111111111",
    "card-like number from 0": "0000000000000000",
    "card-like repeated digit": "8888888888888888",
    "credit code of an enterprise": "911101080000000009",
    "credit code with letters": "12100000400000624D",
    "date and time": "20241226123456",
    "date-like from 20": "2024122612345674",
    "school mail": "dangban@example.edu.cn",
    "government mail": "office@moe.gov.cn",
    "mail of a company": "press@example.com",
    "look-alike of a private mail": "press@myqq.com",
    "at without a name": "关注 @qq.com 公众号",
    "patent": "ZL 2013 1 0123456.7",
    "document number": "教思政厅函〔2024〕11号",
    "dates": "2024-11-28、2024-12-02",
    "isbn": "978-7-04-058123-4",
    "money": "150 000 000 元",
    "nothing": "",
}


def problems_of(text: str) -> list[Problem]:
    """Give the problems of a record with this summary."""
    record = Record("2025-shili", "cases/2025-shili/case.yml", RECORD.format(summary=text).encode())
    return list(examine(parse_record(record, Case, SURROUNDINGS), Case).problems)


@each(("text", "masked"), FOUND.values(), ids=FOUND)
def test_found_and_masked(text: str, masked: str) -> None:
    """Personal data is found and its middle hidden, gaps and width kept."""
    assert mask_personal_data(text) == masked
    assert len(masked) == len(text)


@each("text", ALLOWED.values(), ids=ALLOWED)
def test_allowed(text: str) -> None:
    """What only looks like personal data, and what offices publish, is left alone."""
    assert find_personal_data(text) == ()
    assert mask_personal_data(text) == text


@each(
    ("text", "kinds"),
    [
        ("11010519491231002X", ["id"]),
        ("440524188001010014", ["id"]),
        ("13800138000@139.com", ["email"]),
        ("6222020000000000000 13800138000", ["card", "mobile"]),
        ("zhang@qq.com,13800138000", ["email", "mobile"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    """One number is one finding: an ID is no card, a mail's name no mobile."""
    assert [datum.kind for datum in find_personal_data(text)] == kinds


@given(st.text(alphabet="0123456789Xx １３-@.qcom/:?ht", max_size=60))
def test_masking_hides_all(text: str) -> None:
    """After masking the length is the same, and masking again finds nothing new to hide."""
    masked = mask_personal_data(text)

    assert len(masked) == len(text)
    assert mask_personal_data(masked) == masked


@each("secret", ["13800138000", "11010519491231002X", "6222020000000000000", "zhangshili@163.com"])
def test_reports_never_show_it(secret: str) -> None:
    """No form of a report prints what was found, in the message or in the excerpt."""
    problems = problems_of(f"联系人 {secret}，重复一次 {secret}")
    reports = [*map(render_problem, problems), render_github(problems), render_json(problems)]

    assert [problem.rule for problem in problems] == ["personal-data"] * 2
    assert not any(secret in report for report in reports)


def test_other_rules_never_show_it() -> None:
    """A rule that quotes the value, or shows its line, shows it masked."""
    text = RECORD.format(summary="茶") + "level: 13800138000\nsources: 11010519491231002X\n"
    record = Record("2025-shili", "cases/2025-shili/case.yml", text.encode())
    problems = examine(parse_record(record, Case, SURROUNDINGS), Case).problems
    report = "\n".join(map(render_problem, problems))

    assert {"term-unknown", "key-repeated"} <= {problem.rule for problem in problems}
    assert "13800138000" not in report
    assert "11010519491231002X" not in report


def test_places() -> None:
    """Each number is underlined where it is, also the second of its kind, not the one in a path."""
    problems = problems_of("见 https://a.cn/13800138000.htm，电话13800138000和13800138000")

    assert [(problem.place.column, problem.place.width) for problem in problems] == [(43, 11), (55, 11)]


@each(
    "rest",
    [
        "secretary:\n  name: 13800138000\n",
        "photos:\n- file: a.jpg\n  caption: 13800138000\n  alt: 茶山\n",
        "products:\n- kind: 精品党课\n  name: 课\n  link: mailto:zhang@qq.com\n",
        "lessons: |\n  甲\n\n  乙 13800138000\n",
        "training:\n  questions:\n  - 打13800138000问谁\n",
        "permission:\n  granted_by: 13800138000\n  granted_on: 2025\n",
        "outcomes:\n- what: 电话\n  value: 13800138000\n  unit: 个\n",
        "13800138000: 甲\nlessons: 13800138000\n",
    ],
)
def test_all_texts_are_read(rest: str) -> None:
    """Any text, caption or link of the record is looked through."""
    assert "personal-data" in [problem.rule for problem in problems_of("茶\n" + rest.rstrip("\n"))]


def test_waived() -> None:
    """A record may publish a number with a reason; other rules still do not show it."""
    waiver = "茶13800138000\nwaivers:\n- rule: personal-data\n  reason: 本人书面同意公开热线"

    assert problems_of(waiver) == []


def test_as_many_as_are_wanted() -> None:
    """Where a few are enough the first ones of a text are found, and the rest is not looked at."""
    found = find_personal_data("13800138000 " * 50, most=3)

    assert [datum.start for datum in found] == [0, 12, 24]


PIECES = [
    "13800138000",
    "1380013",
    "8000",
    "微信",
    "微",
    "信 abc12345",
    "zhang@qq.com",
    "<a",
    "=1",
    " at ",
    "ＡＢ",
    "%41",
    "\0",
    "茶",
]


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=3).map("".join), max_size=6))
def test_suspects_are_all_texts_with_personal_data(texts: list[str]) -> None:
    """Of many texts in one, each that has personal data by itself is looked at closely."""
    wanted = {number for number, text in enumerate(texts) if find_personal_data(text)}

    assert wanted <= set(suspects("\0".join(texts), [len(text) for text in texts]))
