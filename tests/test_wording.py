"""The list of wordings: the shipped one is sound, and records are held to it."""

from collections.abc import Callable
from pathlib import Path

from generator.case.date import PartialDate
from generator.case.model import Case
from generator.case.problem import Problem
from generator.case.programme import packaged_programme
from generator.outputs.report import render_problem
from generator.reading.check_result import CheckResult
from generator.reading.examination import examine, parse_record
from generator.reading.record import Record
from generator.reading.surroundings import Surroundings
from generator.reading.wording import Wording, WordingList
from tests.each import each

TODAY = PartialDate(2026, 11, 22)
SHIPPED = Path(__file__).parent.parent / "content" / "wording.yml"
RECORD = """\
title: 茶山上的支部共建
task: 党建联建
summary: {summary}
university: 示例大学
branch: 茶学系教师党支部
sources:
- {{title: 校地支部共建茶产业, publisher: 示例网}}
"""


def examine_list(data: bytes) -> CheckResult[WordingList]:
    """Examine a list of wordings as the build does."""
    record = Record("wording", "content/wording.yml", data)
    return examine(parse_record(record, WordingList, Surroundings(TODAY, packaged_programme())), WordingList)


def shipped() -> tuple[Wording, ...]:
    """Give the entries that come with the program."""
    words = examine_list(SHIPPED.read_bytes()).value
    assert words is not None
    return words.words


def found(text: str, words: tuple[Wording, ...], rest: str = "") -> list[Problem]:
    """Give the problems of a record with this summary, those of wording-listed only."""
    record = Record("2025-shili", "cases/2025-shili/case.yml", (RECORD.format(summary=text) + rest).encode())
    problems = examine(parse_record(record, Case, Surroundings(TODAY, packaged_programme(), words)), Case).problems
    return [problem for problem in problems if problem.rule == "wording-listed"]


def word(wrong: str, *unless: str) -> Wording:
    """Make an entry where only the forms matter."""
    return Wording(wrong=wrong, right="正", reason="写错", level="error", unless=unless)


def test_shipped_list_is_sound() -> None:
    """The list that comes with the program has no problems and says when it was revised."""
    examined = examine_list(SHIPPED.read_bytes())

    assert examined.problems == ()
    assert examined.value is not None
    assert examined.value.date <= TODAY


def test_shipped_list_is_small() -> None:
    """The list stays small enough to be read through; more is the editors' to add."""
    assert 25 <= len(shipped()) <= 40


def test_shipped_forms_are_unique() -> None:
    """No wrong form is listed twice."""
    forms = [entry.wrong for entry in shipped()]

    assert len(set(forms)) == len(forms)


@each("entry", shipped(), ids=lambda entry: entry.wrong)
def test_shipped_entry(entry: Wording) -> None:
    """Every entry finds its wrong form, and neither its right form nor the words it excuses."""
    words = shipped()

    assert [entry.level] == [problem.severity for problem in found(f"支部{entry.wrong}。", words)]
    assert [entry for right in (entry.right, *entry.unless) for entry in found(f"支部{right}。", words)] == []
    assert all(entry.wrong in excused for excused in entry.unless)


@each(
    "text",
    [
        "以习近平新时代中国特色社会主义思想为指导，贯彻党的二十大和二十届三中全会精神",
        "中华人民共和国教育部组织开展“强国行”专项行动",
        "全国高校“双带头人”教师党支部书记工作室",
        "建设教育强国形成合力，展示强国形象",
        "第二十届大学生科技节获奖十余项",
        "其中港澳台学生五十余人，来自台湾等国内外高校",
        "不忘初心、牢记使命，为党育人、为国育才",
        "截至目前，涉及农户二十余户，发放资料1000余份",
        "铸牢中华民族共同体意识，全面从严治党",
    ],
)
def test_shipped_list_leaves_right_words_alone(text: str) -> None:
    """What official texts write is not reported."""
    assert found(text, shipped()) == []


def test_message(golden: Callable[[str, str], str]) -> None:
    """Errors and warnings of the list read as an editor sees them."""
    text = "截止目前，“强国形”专项行动涉及到农户二十户。"
    actual = "\n\n".join(render_problem(problem) for problem in found(text, shipped())) + "\n"

    assert golden("diagnostics/wording-listed.txt", actual) == actual


@each(
    ("text", "words", "expected"),
    [
        ("甲乙丙", (word("甲乙"),), 1),
        ("甲乙丙甲乙", (word("甲乙"),), 2),
        ("甲乙丙", (word("甲乙", "甲乙丙"),), 0),
        ("零甲乙", (word("甲乙", "零甲乙"),), 0),
        ("甲乙丁", (word("甲乙", "甲乙丙"),), 1),
        ("甲乙丙甲乙丁", (word("甲乙", "甲乙丙"),), 1),
        ("甲乙丙", (word("甲乙"), word("甲乙丙")), 1),
        ("甲乙丙丁", (word("甲乙"), word("甲乙丙", "甲乙丙丁")), 1),
        ("甲.丙", (word("甲乙丙"), word("甲.丁")), 0),
        ("甲乙丙", (), 0),
    ],
    ids=[
        "once",
        "each time",
        "excused",
        "excused from before",
        "another word",
        "one of two excused",
        "the longer form is meant",
        "the shorter form where the longer is excused",
        "no patterns",
        "empty list",
    ],
)
def test_forms_in_text(text: str, words: tuple[Wording, ...], expected: int) -> None:
    """A form counts each time it stands in a text, unless it is part of an excused word."""
    assert len(found(text, words)) == expected


def test_waived() -> None:
    """A record may waive the rule with a reason."""
    waiver = "waivers:\n- rule: wording-listed\n  reason: 引用原文\n"

    assert found("截止目前", shipped(), waiver) == []


def test_faults_of_the_list_are_reported_like_those_of_a_record() -> None:
    """A bad entry is a problem at its place in content/wording.yml."""
    examined = examine_list("date: 2026\nwords:\n- wrong: 甲\n  right: 乙\n  level: fatal\n".encode())

    assert examined.value is None
    assert {("content/wording.yml", 3, "value-missing"), ("content/wording.yml", 5, "term-unknown")} == {
        (problem.path, problem.place.line, problem.rule) for problem in examined.problems
    }
