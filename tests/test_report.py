"""Problems are shown alike in a terminal, on GitHub, as JSON and as a page to send to universities."""

import json
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.case.problem import ERROR, WARNING, Place, Problem
from generator.case.text import display_width, shorten
from generator.outputs.report import (
    render_github,
    render_html,
    render_json,
    render_problem,
    render_summary,
    render_text,
)
from generator.outputs.report.excerpt import excerpt_of, visible
from generator.reading.checked import Checked
from tests.each import each

LINE = Place(4, 10, 10, "  start: 2024-13-01")
VOID = {"meta", "link", "br", "hr", "img", "input"}


def problem(**changes: object) -> Problem:
    """Make the problem of the design, changed where a test needs it."""
    fields: dict[str, object] = {
        "path": "cases/2025-nau-tea/case.yml",
        "place": LINE,
        "rule": "date-invalid",
        "severity": ERROR,
        "message": "“开始日期”不是有效日期",
        "reason": "月份只能是 01 到 12。",
        "hint": "写成“年-月-日”，例如 2024-03-01；只知道年份时写 2024。",
        "group": "示例大学",
    }
    return Problem(**{**fields, **changes})  # type: ignore[arg-type]


class Page(HTMLParser):
    """Reads a page as a browser would and remembers what is in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        del attrs
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self.texts.append(data)

    def of(self, tag: str) -> int:
        """Count a tag."""
        return self.tags.count(tag)


def test_problem_as_text() -> None:
    """A problem has the form of the design, letter by letter."""
    assert render_problem(problem()) == (
        "cases/2025-nau-tea/case.yml:4:10: 错误：“开始日期”不是有效日期 [date-invalid]\n"
        "    4 │   start: 2024-13-01\n"
        "      │          ~~~~~~~~~~\n"
        "  原因：月份只能是 01 到 12。\n"
        "  建议：写成“年-月-日”，例如 2024-03-01；只知道年份时写 2024。"
    )


def test_problem_without_a_line() -> None:
    """Where there is no line to show, none is shown."""
    assert render_problem(problem(place=Place(1, 1), severity=WARNING)).splitlines()[:2] == [
        "cases/2025-nau-tea/case.yml:1:1: 警告：“开始日期”不是有效日期 [date-invalid]",
        "  原因：月份只能是 01 到 12。",
    ]


@pytest.mark.parametrize(("severity", "start"), [(ERROR, "\x1b[1;31m错误\x1b[0m"), (WARNING, "\x1b[1;33m警告\x1b[0m")])
def test_colour_on_request(severity: str, start: str) -> None:
    """Only the severity is coloured, and only when asked."""
    one = problem(severity=severity)

    assert start in render_problem(one, color=True)
    assert "\x1b" not in render_problem(one)


def test_text_from_records_cannot_steer_the_terminal() -> None:
    """Control characters in a message or in the line are shown, not obeyed."""
    one = problem(message="“\x1b[2J”", place=Place(1, 1, 1, "\x1b[31m\u202e红"))

    assert "\x1b" not in render_problem(one)
    assert "\u202e" not in render_problem(one)


@each(
    ("place", "line", "underline"),
    [
        pytest.param(Place(1, 1, 2, "标题: 甲"), "标题: 甲", "~~~~", id="wide-characters"),
        pytest.param(Place(1, 5, 1, "标题: 甲"), "标题: 甲", "      ~~", id="behind-wide-characters"),
        pytest.param(Place(1, 2, 1, "\ta: b"), " a: b", " ~", id="tab"),
        pytest.param(Place(1, 5, 1, "ab: "), "ab: ", "    ~", id="behind-the-end"),
        pytest.param(Place(1, 2, 1, "a\x07b"), "a�b", " ~", id="control-character"),
        pytest.param(Place(1, 3, 1, "a\u0301b"), "a\u0301b", " ~", id="combining"),
        pytest.param(Place(1, 1, 9, "ab"), "ab", "~~", id="too-wide"),
        pytest.param(Place(1, 50, 5, "x" * 200), "…" + "x" * 100 + "…", " " * 31 + "~" * 5, id="cut-on-both-sides"),
        pytest.param(Place(1, 1, 5, "x" * 200), "x" * 100 + "…", "~~~~~", id="cut-behind"),
        pytest.param(Place(1, 196, 5, "x" * 200), "…" + "x" * 35, " " * 31 + "~" * 5, id="cut-before"),
        pytest.param(Place(1, 1, 200, "甲" * 200), "甲" * 50 + "…", "~" * 100, id="place-cut"),
        pytest.param(
            Place(1, 31, 150, "x" * 30 + "甲" * 150), "x" * 30 + "甲" * 35 + "…", " " * 30 + "~" * 70, id="edge"
        ),
    ],
)
def test_excerpts(place: Place, line: str, underline: str) -> None:
    """The underline stands under the place, by cells; a long line is cut around it."""
    excerpt = excerpt_of(place)

    assert (line, underline) == (excerpt.line, excerpt.underline)


@given(st.text(max_size=400), st.integers(1, 500), st.integers(1, 500))
def test_excerpts_fit(line: str, column: int, width: int) -> None:
    """Whatever the line, the excerpt is one line, not much wider than the limit, and safe."""
    excerpt = excerpt_of(Place(1, column, width, line))

    assert display_width(excerpt.line) <= 102
    assert visible(excerpt.line) == excerpt.line
    assert excerpt.underline.strip() == excerpt.underline.lstrip()


@each(
    ("severities", "seconds", "expected"),
    [
        ([], 0.4, "没有发现问题。共检查 128 个案例，用时 0.4 秒。"),
        ([], None, "没有发现问题。共检查 128 个案例。"),
        ([ERROR, ERROR, WARNING, ERROR], 0.44, "3 个错误，1 个警告。共检查 128 个案例，用时 0.4 秒。"),
        ([ERROR], 12.0, "1 个错误。共检查 128 个案例，用时 12.0 秒。"),
        ([WARNING], None, "1 个警告。共检查 128 个案例。"),
    ],
)
def test_summary(severities: list[str], seconds: float | None, expected: str) -> None:
    """The last line counts errors and warnings, records and time."""
    found = [problem(severity=severity) for severity in severities]

    assert expected == render_summary(found, checked=Checked(128), seconds=seconds)


def test_collections_are_counted_apart() -> None:
    """Collections are no cases; where there are none, nothing is said of them."""
    assert "没有发现问题。共检查 47 个案例、1 个案例集。" == render_summary([], checked=Checked(47, 1), seconds=None)
    assert "共检查 47 个案例、1 个案例集，没有发现问题。" in Page(render_html([], checked=Checked(47, 1))).texts


def test_text() -> None:
    """Problems are separated by empty lines and followed by the summary."""
    text = render_text([problem(), problem()], checked=Checked(2), seconds=None)

    assert text == f"{render_problem(problem())}\n\n" * 2 + "2 个错误。共检查 2 个案例。\n"


def test_json() -> None:
    """JSON gives 1-based lines and columns and readable Chinese."""
    text = render_json([problem()])

    assert "开始日期" in text
    assert json.loads(text) == [
        {
            "path": "cases/2025-nau-tea/case.yml",
            "line": 4,
            "column": 10,
            "severity": "error",
            "rule": "date-invalid",
            "message": "“开始日期”不是有效日期",
            "reason": "月份只能是 01 到 12。",
            "hint": "写成“年-月-日”，例如 2024-03-01；只知道年份时写 2024。",
        }
    ]


def test_json_of_nothing() -> None:
    """Without problems the list is empty."""
    assert json.loads(render_json([])) == []


def test_github() -> None:
    """A problem is one workflow command."""
    assert render_github([problem(severity=WARNING)]) == (
        "::warning file=cases/2025-nau-tea/case.yml,line=4,col=10,title=“开始日期”不是有效日期 [date-invalid]"
        "::原因：月份只能是 01 到 12。%0A建议：写成“年-月-日”，例如 2024-03-01；只知道年份时写 2024。\n"
    )


OBEYED = "\x1b[31m甲\x9b\x07\x7f\u202e\u2066\u200b\u2028\ufeff\U000e0041"
SPELLED = r"\u001b[31m甲\u009b\u0007\u007f\u202e\u2066\u200b\u2028\ufeff\udb40\udc41"


def test_github_controls() -> None:
    """What a terminal or a page would obey is spelled out, wherever it stands."""
    text = render_github([problem(path=OBEYED, message=OBEYED, reason=OBEYED, hint=OBEYED)])

    assert text.count(SPELLED) == 4
    assert all(character.isprintable() for character in text.rstrip("\n"))


def test_json_controls() -> None:
    """So it is in JSON, where that is the same text."""
    text = render_json([problem(path=OBEYED, message=OBEYED, reason=OBEYED, hint=OBEYED)])
    (row,) = json.loads(text)

    assert {row[key] for key in ("path", "message", "reason", "hint")} == {OBEYED}
    assert all(character.isprintable() for character in text.replace("\n", ""))


def test_github_escapes() -> None:
    """What would end a property or a line is escaped, and the escape itself."""
    command = render_github([problem(path="a,b:c%.yml", message="甲: 乙, 100%\r\n丙", reason="a: b, 5%", hint="")])

    assert command.startswith("::error file=a%2Cb%3Ac%25.yml,line=4,col=10,title=甲%3A 乙%2C 100%25%0D%0A丙 [")
    assert "::原因：a: b, 5%25%0A" in command
    assert command.count("\n") == 1


def test_page_is_as_reviewed(golden: Callable[[str, str], str]) -> None:
    """The page has a list of universities, and of each its records with their problems."""
    found = [
        problem(),
        problem(place=Place(1, 1), severity=WARNING, message='“标题”里有 <b> 和 "引号"'),
        problem(group="甲大学", path="cases/c/case.yml", place=Place(5, 5, 1, "ab: ")),
        problem(group=""),
    ]
    html = render_html(found, checked=Checked(4), made_on="2026年11月22日")

    assert golden("golden/report.html", html) == html


def test_page_groups_by_university() -> None:
    """Each university has a section of its own; records that name none come last."""
    found = [
        problem(group=""),
        problem(group="乙大学", path="cases/b/case.yml"),
        problem(group="甲大学", path="cases/c/case.yml", severity=WARNING),
        problem(group="乙大学", path="cases/d/case.yml"),
    ]
    page = Page(render_html(found, checked=Checked(4), made_on="2026年11月22日"))
    headings = [text.strip() for text in page.texts if text.strip() in ("甲大学", "乙大学", "未注明学校")]

    assert headings == ["乙大学", "甲大学", "未注明学校"] * 2
    assert (3, 4, 4) == (page.of("section"), page.of("h3"), page.of("mark"))
    assert "2026年11月22日检查，共检查 4 个案例，发现 3 个错误，1 个警告。" in page.texts


def test_page_is_whole_and_alone() -> None:
    """The page is well-formed and asks for nothing else."""
    html = render_html([problem(), problem(place=Place(1, 1))], checked=Checked(2))
    page = Page(html)

    assert page.open == []
    assert not {"script", "link", "img"} & set(page.tags)
    assert "http" not in html
    assert "url(" not in html


def test_page_of_nothing() -> None:
    """Without problems the page says so."""
    page = Page(render_html([], checked=Checked(7)))

    assert "共检查 7 个案例，没有发现问题。" in page.texts
    assert page.of("section") == 0


def test_page_escapes() -> None:
    """Nothing from a record becomes markup."""
    evil = "<script>alert('1')</script>&\"\x1b"
    changed = {"path": evil, "message": evil, "reason": evil, "hint": evil, "group": evil}
    page = Page(render_html([problem(**changed, place=Place(1, 1, 3, evil)), problem()], checked=Checked(1)))

    assert page.of("script") == 0
    assert not any("\x1b" in text for text in page.texts)


@each(
    ("text", "expected"),
    [("甲 乙\n 丙", "甲 乙 丙"), ("甲" * 21, "甲" * 20 + "…"), ("", ""), ("甲" * 20, "甲" * 20)],
)
def test_shorten(text: str, expected: str) -> None:
    """What a message quotes is one short line."""
    assert expected == shorten(text)
