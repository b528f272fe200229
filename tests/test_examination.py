"""Examining a record gives a case or tells why not, all of it at once, whatever the record contains."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.case.date import PartialDate
from generator.case.model import Case, Collection
from generator.case.problem import ERROR, Problem
from generator.case.programme import packaged_programme
from generator.outputs.report import render_github, render_html, render_json, render_problem, render_text
from generator.reading.check_result import CheckResult
from generator.reading.checked import Checked
from generator.reading.documents import parse_document
from generator.reading.examination import examine, parse_record
from generator.reading.fault import Fault
from generator.reading.parsed_record import ParsedRecord
from generator.reading.record import Record
from generator.reading.surroundings import Surroundings
from tests.each import each

Golden = Callable[[str, str], str]

SURROUNDINGS = Surroundings(PartialDate(2026, 11, 22), packaged_programme())
RECORDS = sorted(Path(__file__).parent.glob("fixtures/showcase/cases/*/case.yml"))
MINIMAL = """\
title: 数字党课进社区
task: 党建联建
summary: 示例大学支部与示例社区共上党课。
university: 示例大学
branch: 示例学院教师党支部
sources:
  - {title: 示例报道, publisher: 示例网}
"""


def examined(data: bytes | str, record_id: str = "2025-shili") -> CheckResult[Case]:
    """Examine one record."""
    raw = data.encode() if isinstance(data, str) else data
    return examine(parse_record(Record(record_id, f"cases/{record_id}/case.yml", raw), Case, SURROUNDINGS), Case)


def where(problems: tuple[Problem, ...]) -> list[tuple[int, int, str]]:
    """Give line, column and rule of each problem."""
    return [(problem.place.line, problem.place.column, problem.rule) for problem in problems]


def assert_consistent(result: CheckResult[Case]) -> None:
    """There is a value exactly when there is no error, and every problem can be shown."""
    has_error = any(problem.severity == ERROR for problem in result.problems)

    assert (result.value is None) is has_error
    assert sorted(result.problems) == list(result.problems)
    for problem in result.problems:
        assert problem.place.line >= 1
        assert 1 <= problem.place.column <= len(problem.place.excerpt) + 1
        assert problem.place.width >= 1
        assert all((problem.message, problem.reason, problem.hint))
    render_text(result.problems, checked=Checked(1), seconds=None)
    render_github(result.problems)
    render_json(result.problems)
    render_html(result.problems, checked=Checked(1))


def test_clean_record() -> None:
    """A record without problems becomes a case."""
    result = examined(MINIMAL)

    assert result.problems == ()
    assert result.value is not None
    assert ("2025-shili", "数字党课进社区", "示例大学") == (result.id, result.title, result.university)


TEN_FAULTS = """\
title: 党课
task: 党建共建
summary: |
  示例大学支部
  与示例社区共上党课。
university：示例大学
branch: 示例学院教师党支部
provinse: 甘肃
level: 一流团队
period:
  start: 2024-13
keywords: 党课、社区
outcomes:
  - what: 培训农户
    value: 500余
    unit: 人
featured: 对
sources:
  - title: 示例报道
    url: www.example.edu.cn
university: 示例大学
"""


def test_ten_faults_at_once() -> None:
    """Ten faults of a record are ten problems, each at its line and column."""
    assert where(examined(TEN_FAULTS).problems) == [
        (1, 8, "text-too-short"),
        (2, 7, "term-unknown"),
        (3, 10, "line-break"),
        (6, 11, "colon-full-width"),
        (8, 1, "key-unknown"),
        (9, 8, "term-unknown"),
        (11, 10, "date-invalid"),
        (12, 11, "kind-wrong"),
        (15, 12, "number-invalid"),
        (17, 11, "flag-invalid"),
        (20, 10, "link-invalid"),
        (21, 1, "key-repeated"),
    ]


def test_problems_know_the_university() -> None:
    """Every problem carries the university, so that reports can be sent out by it."""
    assert {"示例大学"} == {problem.group for problem in examined(TEN_FAULTS).problems}


def test_problems_of_several_universities_are_the_leading_one_s() -> None:
    """A record of several universities is in the list of the one that leads, which is to mend it, and in no other."""
    lines = MINIMAL.replace("university: 示例大学", "universities: [示例大学, 示例理工大学]").replace(
        "task: ", "tusk: "
    )
    result = examined(lines)

    assert ("示例大学", ("示例大学", "示例理工大学")) == (result.university, result.universities)
    assert {"示例大学"} == {problem.group for problem in result.problems}


def test_bad_folder_name() -> None:
    """A folder whose name can be no id gives no case, however good the record."""
    result = examined(MINIMAL, "数字党课")

    assert result.value is None
    assert [(1, 1, "id-invalid")] == where(result.problems)


def test_id_in_the_record() -> None:
    """An id written in the record is a fault, even the right one."""
    result = examined(f"{MINIMAL}id: 2025-shili\n")

    assert result.value is None
    assert [(8, 1, "key-unknown")] == where(result.problems)


@each(
    ("waivers", "expected"),
    [
        pytest.param("- {rule: personal-data, reason: 这是公开的值班电话}\n", set(), id="waived"),
        pytest.param("- {rule: personal-data}\n", {"personal-data", "value-missing"}, id="without-a-reason"),
        pytest.param('- {rule: personal-data, reason: " "}\n', {"personal-data", "value-missing"}, id="empty-reason"),
        pytest.param("- {rule: source-missing, reason: 甲}\n", {"personal-data"}, id="another-rule"),
        pytest.param("- personal-data\n", {"personal-data", "kind-wrong"}, id="no-mapping"),
    ],
)
def test_waivers(waivers: str, expected: set[str]) -> None:
    """A rule that may be waived is silent when the record waives it with a reason."""
    text = f"{MINIMAL}lessons: 值班电话 13800138000。\nwaivers:\n{waivers}"
    found = {problem.rule for problem in examined(text).problems if not problem.rule.startswith("waiver")}

    assert expected == found


def test_rules_that_cannot_be_waived() -> None:
    """Most rules cannot be waived, whatever reason is given."""
    text = MINIMAL.replace("党建联建", "党建共建") + "waivers:\n- {rule: term-unknown, reason: 我们就这样写}\n"

    assert "term-unknown" in {problem.rule for problem in examined(text).problems}


def test_warnings_leave_the_case() -> None:
    """A record with warnings only is a case."""
    result = examined(MINIMAL.replace("进社区", "进\u200b社区"))

    assert ["character-invisible"] == [problem.rule for problem in result.problems]
    assert result.value is not None


def unworded(found: dict[str, tuple[Fault, ...]], text: str = MINIMAL) -> CheckResult[Case]:
    """Examine a record that was refused with these faults and no others."""
    record = Record("2025-shili", "cases/2025-shili/case.yml", text.encode())
    document = parse_document(record.path, record.data)
    return examine(ParsedRecord(record, document, Case, None, SURROUNDINGS, found), Case)


def test_refusal_without_a_reason(golden: Golden) -> None:
    """A record that was refused without a word still gets a problem: none vanishes."""
    result = unworded({})
    actual = render_problem(result.problems[0]) + "\n"

    assert golden("diagnostics/value-invalid.txt", actual) == actual
    assert (None, 1) == (result.value, len(result.problems))


def test_fault_of_a_value_that_no_rule_words(golden: Golden) -> None:
    """A fault of a value that no rule words is reported at the value, with the field's explanation."""
    fault = Fault("value-invalid", parse_document("x", MINIMAL.encode()).place(("title",)), ("title",))
    result = unworded({"value-invalid": (fault,)})
    actual = render_problem(result.problems[0]) + "\n"

    assert golden("diagnostics/value-invalid.field.txt", actual) == actual
    assert (None, 1) == (result.value, len(result.problems))


def test_fault_that_its_rule_passes_over() -> None:
    """A fault that a rule leaves out is reported at its place, so there is never a refusal without an error."""
    place = parse_document("x", MINIMAL.encode()).place(("task",))
    result = unworded({"wording-listed": (Fault("wording-listed", place, ("task",)),)})

    assert [(2, 7, "value-invalid")] == where(result.problems)


def test_collections_are_examined_alike() -> None:
    """A collection goes the same way as a case."""
    record = Record("shili", "content/collections/shili.yml", b"title: \xe7\xa4\xba\xe4\xbe\x8b\n")
    result = examine(parse_record(record, Collection, SURROUNDINGS), Collection)

    assert result.value is None
    assert {"value-missing"} == {problem.rule for problem in result.problems}


@given(st.binary(max_size=300))
@example(b"\x00")
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
@example(b"? \n")
@example(b": \n")
@example(b"id: \n")
@example(b"[]: a\n")
def test_any_bytes(data: bytes) -> None:
    """Any bytes give a case or an error, never an exception."""
    assert_consistent(examined(data))


@given(st.text(alphabet="abt:：-|>[]{}\"'#&*!?%@ \t\n\r甲0", max_size=60))
def test_any_yaml(text: str) -> None:
    """Any mixture of YAML's characters gives a case or an error, never an exception."""
    assert_consistent(examined(MINIMAL + text))


def values() -> st.SearchStrategy[object]:
    """Give what could be at a key, right or wrong."""
    scalars = st.none() | st.text(max_size=20) | st.sampled_from(["2024", "2024-13", "500余", "true", "党建联建", "甲"])
    return st.recursive(
        scalars,
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from([*Case.model_fields, "name", "kind", "file", "甲", ""]), inner, max_size=3
            )
        ),
        max_leaves=6,
    )


@given(st.dictionaries(st.sampled_from(sorted({*Case.model_fields, "wrong"})), values(), max_size=6))
@example({"products": {"id": []}})
def test_any_values(record: dict[str, object]) -> None:
    """Any value at any key gives a case or an error, never an exception."""
    # JSON is YAML: the shortest way to write any value.
    assert_consistent(examined(json.dumps(record, ensure_ascii=False)))


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Take a sound record and change it in a few places: bytes lost, doubled, or replaced."""
    data = draw(st.sampled_from([path.read_bytes() for path in RECORDS]))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        stop = min(len(data), start + draw(st.integers(0, 12)))
        new = draw(st.sampled_from([b"", data[start:stop] * 2, "：".encode(), b"\t", b": ", b"\n", b'"', b"- ", b"["]))
        data = data[:start] + new + data[stop:]
    return data


@given(mutated())
def test_mutated_records(data: bytes) -> None:
    """A sound record that something happened to gives a case or an error, never an exception."""
    assert_consistent(examined(data))


@each("path", RECORDS, ids=lambda path: path.parent.name)
def test_line_ends_do_not_matter(path: Path) -> None:
    """Records saved on Windows have the same values and the same problems as on other systems."""
    data = path.read_bytes().replace(b"\r\n", b"\n")
    ours, windows = examined(data), examined(data.replace(b"\n", b"\r\n"))

    assert ours.problems == windows.problems
    assert ours.value == windows.value


@each("path", RECORDS, ids=lambda path: path.parent.name)
def test_every_value_is_found_where_it_stands(path: Path) -> None:
    """The place of a text on one line shows that text."""
    record = parse_record(Record("x", "cases/x/case.yml", path.read_bytes()), Case, SURROUNDINGS)
    places = [(record.place(*way), text) for way, text in record.texts if text and "\n" not in text]
    marked = [(place.excerpt[place.column - 1 :][: place.width].strip("\"'"), text) for place, text in places]

    assert [] == [(shown, text) for shown, text in marked if shown not in text and text not in shown]


@each("path", RECORDS, ids=lambda path: path.parent.name)
def test_full_width_colons_hide_nothing(path: Path) -> None:
    """A record written with full-width colons throughout has its other problems at the same places."""
    text = path.read_text(encoding="utf-8")
    wide, keys = re.subn(r"(?m)^( *(?:- )?[a-z_]+): ", r"\1：", text)
    ours, theirs = examined(text), examined(wide)
    colons = [problem for problem in theirs.problems if problem.rule == "colon-full-width"]
    uncounted = [found for problem in colons for found in re.findall(r"还有 (\d+) 处", problem.message)]
    others = [(problem.rule, problem.place.line) for problem in theirs.problems if problem not in colons]

    assert keys == len(colons) - len(uncounted) + sum(map(int, uncounted))
    assert [(problem.rule, problem.place.line) for problem in ours.problems] == others
