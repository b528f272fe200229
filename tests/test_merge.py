"""A file that comes again, against the record and what was imported before: who wins, and what is told."""

from typing import Any

import pytest

from generator.intake.marks import dumped, loaded, mark_of, marks_of, same_form
from generator.intake.merge import (
    BOTH_CHANGED,
    BY_HAND,
    GUESSED,
    HELD_BACK,
    REMOVED_BY_HAND,
    REMOVED_IN_FILE,
    Merged,
    Mode,
    merge,
)
from generator.intake.proposal import Origin, ProposedCase, ProposedValue
from tests.each import each

HERE = Origin("汇总表.xlsx", row=3, column="C")


def case_of(values: dict[str, Any], doubt: str = "") -> ProposedCase:
    """Give a case that a file proposes, each outermost key a value with its place."""
    return ProposedCase(tuple(ProposedValue((key,), value, HERE, doubt) for key, value in values.items()), (), HERE)


def merged(
    base: dict[str, Any] | None,
    record: dict[str, Any],
    file: dict[str, Any],
    mode: Mode = "update",
    doubt: str = "",
    *,
    is_open: bool = True,
) -> Merged:
    """Merge, where the base was imported before; None where nothing was."""
    return merge(record, file, case_of(file, doubt), mode, marks_of(base or {}), is_open=is_open)


def changes(of: Merged) -> list[tuple[Any, ...]]:
    """Give the changes, each as its path and value."""
    return [(one.path, one.value) for one in of.changes]


def conflicts(of: Merged) -> list[tuple[Any, ...]]:
    """Give the conflicts, each as its path, both values and the reason."""
    return [(one.path, one.ours, one.theirs, one.why) for one in of.conflicts]


@each(
    ("base", "record", "file", "expected", "conflict"),
    [
        ("甲", "甲", "甲", None, None),
        ("甲", "甲", "乙", "乙", None),
        ("甲", "乙", "甲", None, None),
        ("甲", "乙", "乙", None, None),
        ("甲", "乙", "丙", None, BOTH_CHANGED),
        ("甲", None, "甲", None, None),
        ("甲", None, "乙", None, REMOVED_BY_HAND),
        ("甲", None, None, None, None),
        ("甲", "甲", None, None, None),
        ("甲", "乙", None, None, None),
        (None, None, "甲", "甲", None),
        (None, "甲", "甲", None, None),
        (None, "甲", "乙", None, BY_HAND),
        (None, "甲", None, None, None),
        ("甲", "甲 ", " 甲", None, None),
        ("甲，乙", "甲,乙", "甲，丙", "甲，丙", None),
        ("（甲）", "(甲)", "（甲）", None, None),
        ("一\n\n二", "一\n二\n", "一\n\n二", None, None),
        ("一\n\n二", "一\n\n三", "一\n\n二", None, None),
    ],
)
def test_of_three_texts_the_one_that_was_changed_wins(
    base: str | None, record: str | None, file: str | None, expected: str | None, conflict: str | None
) -> None:
    """What one side changed stands; what both changed differently is told, and the record stays."""
    values = [{"summary": one} if one else {} for one in (base, record, file)]

    actual = merged(*values)

    assert changes(actual) == ([(("summary",), expected)] if expected else [])
    assert conflicts(actual) == ([(("summary",), record, file, conflict)] if conflict else [])


A, B, C = ({"name": f"示例{name}公司"} for name in "甲乙丙")
KIND, OTHER = {**A, "kind": "企业"}, {**A, "kind": "其他"}


@each(
    ("base", "record", "file", "expected", "conflict"),
    [
        ([A], [A], [A, B], [(("partners", 1), B)], []),
        ([A], [A], [B, A], [(("partners", 1), B)], []),
        ([A, B], [A, B], [B], [(("partners", 0), None)], []),
        ([A, B, C], [A, B, C], [B], [(("partners", 2), None), (("partners", 0), None)], []),
        ([A], [A, C], [A, B], [(("partners", 2), B)], []),
        ([A, B], [A], [A, B], [], []),
        ([A, B], [A, C], [A, B], [], []),
        ([], [C], [A], [(("partners", 1), A)], []),
        ([KIND], [KIND], [OTHER], [(("partners", 0, "kind"), "其他")], []),
        ([A], [KIND], [A], [], []),
        ([A], [KIND], [A, B], [(("partners", 1), B)], []),
        ([A], [KIND], [OTHER], [], [(("partners", 0, "kind"), "企业", "其他", BY_HAND)]),
        ([A, B], [KIND, B], [B], [], [(("partners", 0), KIND, None, REMOVED_IN_FILE)]),
        ([KIND, B], [B], [OTHER, B], [], [(("partners", 1), None, OTHER, REMOVED_BY_HAND)]),
        ([A], [{"name": "示例甲公司 "}], [A], [], []),
        ([A, A], [A, A], [B], [(("partners",), [B])], []),
        ([A, A], [A, A, B], [C, C], [], [(("partners",), [A, A, B], [C, C], BOTH_CHANGED)]),
    ],
)
def test_items_of_lists_are_known_by_what_they_name(
    base: list[Any], record: list[Any], file: list[Any], expected: list[Any], conflict: list[Any]
) -> None:
    """An item more or less changes no other; where two are named alike, the list is one thing."""
    actual = merged(*({"partners": one} for one in (base, record, file)))

    assert (changes(actual), conflicts(actual)) == (expected, conflict)


def test_lists_of_texts_are_merged_by_their_texts() -> None:
    """What the editor added stays, what the file added comes, what it dropped goes."""
    actual = merged({"keywords": ["茶", "竹"]}, {"keywords": ["竹", "手写", "茶"]}, {"keywords": ["竹", "桑"]})

    assert (changes(actual), conflicts(actual)) == ([(("keywords", 3), "桑"), (("keywords", 2), None)], [])


def test_parts_of_a_mapping_are_looked_at_one_by_one() -> None:
    """What the editor changed in one part does not keep the file out of another."""
    base, record = {"name": "示例甲", "role": "教授"}, {"name": "示例甲", "role": "研究员"}

    actual = merged({"secretary": base}, {"secretary": record}, {"secretary": {"name": "示例乙", "role": "教授"}})

    assert (changes(actual), conflicts(actual)) == ([(("secretary", "name"), "示例乙")], [])


def test_a_period_is_one_thing() -> None:
    """A beginning from the file and an end by hand would make a period that nobody said."""
    base, record, file = {"start": "2024"}, {"start": "2024", "end": "2025"}, {"start": "2026"}

    actual = merged({"period": base}, {"period": record}, {"period": file})

    assert (changes(actual), conflicts(actual)) == ([], [(("period",), record, file, BOTH_CHANGED)])


def test_replace_takes_what_the_file_says() -> None:
    """Values by hand go where the file has others, and items that it does not have; keys that it leaves out stay."""
    record = {"summary": "手写", "lessons": "手写", "partners": [KIND, C], "status": "published"}

    actual = merged(None, record, {"summary": "新", "partners": [A, B], "status": "draft"}, "replace")

    assert changes(actual) == [(("summary",), "新"), (("partners", 2), B), (("partners", 1), None)]
    assert conflicts(actual) == []


def test_the_status_is_the_editors() -> None:
    """No file publishes a record or takes it back."""
    assert changes(merged(None, {"status": "published"}, {"status": "draft"})) == []
    assert changes(merged(None, {}, {"status": "published"})) == []


@pytest.mark.parametrize("mode", ["update", "replace"])
def test_what_is_to_be_checked_does_not_get_into_a_closed_record(mode: Mode) -> None:
    """It is told each time, until the file says it without a doubt or somebody writes it into the record."""
    base, doubtful = {"summary": "旧"}, {"summary": "新"}

    first = merged(base, base, doubtful, mode, "由文字拆出", is_open=False)
    again = merge(base, doubtful, case_of(doubtful), mode, first.marks, is_open=False)

    assert (changes(first), conflicts(first)) == ([], [(("summary",), "旧", "新", HELD_BACK)])
    assert (changes(again), conflicts(again)) == ([(("summary",), "新")], [])


def test_a_guess_replaces_nothing() -> None:
    """What the file does not say itself fills what is empty, and stands beside what the editor wrote."""
    actual = merged(None, {"province": "甘肃"}, {"province": "江苏", "level": "省级"}, "replace", "由学校名称推断")

    assert changes(actual) == [(("level",), "省级")]
    assert conflicts(actual) == [(("province",), "甘肃", "江苏", GUESSED)]


def test_a_conflict_is_told_once() -> None:
    """Whoever was told and left the record as it is has decided; the same file again says nothing new."""
    file = {"summary": "丙"}
    first = merged({"summary": "甲"}, {"summary": "乙"}, file)

    again = merge({"summary": "乙"}, file, case_of(file), "update", first.marks)

    assert (len(first.conflicts), changes(again), conflicts(again)) == (1, [], [])


def test_marks_of_keys_that_a_file_leaves_out_stay() -> None:
    """A table without a column does not make the next one with it forget what was imported."""
    first = merged({"summary": "甲", "keywords": ["茶"]}, {"summary": "甲", "keywords": ["茶"]}, {"summary": "乙"})

    assert first.marks == marks_of({"summary": "乙", "keywords": ["茶"]})


@each(
    ("record", "file", "conflict"),
    [
        ({"universities": ["示例大学", "示例学院"]}, {"university": "示例大学"}, None),
        ({"universities": ["示例大学", "示例学院"]}, {"university": "另一大学"}, "另一大学"),
        ({"university": "示例大学"}, {"universities": ["示例大学"]}, None),
        ({"university": "示例大学"}, {"universities": ["示例大学", "示例学院"]}, ["示例大学", "示例学院"]),
    ],
)
def test_one_and_several_are_not_mixed(record: dict[str, Any], file: dict[str, Any], conflict: Any) -> None:
    """A record never gets both `university` and `universities`."""
    actual = merged(None, record, file)

    assert changes(actual) == []
    assert [one.theirs for one in actual.conflicts] == ([conflict] if conflict else [])


def test_changes_say_where_they_come_from() -> None:
    """A change has what the file says about it, with doubts, however the items of its list are numbered."""
    said = (
        ProposedValue(("partners", 2, "name"), "示例乙公司", Origin("a.xlsx", row=3, column="D"), "由文字拆出"),
        ProposedValue(("partners", 0), {"name": "示例甲公司"}, HERE),
        ProposedValue(("keywords",), ["茶"], HERE),
    )
    case = ProposedCase(said, (), HERE)

    actual = merge({"partners": [A]}, case.record, case, "update", {})

    assert [(one.path, one.said) for one in actual.changes] == [(("partners", 1), said[:1]), (("keywords",), said[2:])]


def test_marks_come_back_from_their_file() -> None:
    """They are read as written, and there is nothing in them to be read by others."""
    marks = marks_of({"partners": [KIND, B], "period": {"start": "2024"}, "summary": "示例/一", "lessons": ""})

    assert loaded(dumped(marks)) == marks
    assert "示例" not in str(dumped(marks))
    assert [loaded(one) for one in (None, [], "x")] == [{}, {}, {}]


def test_forms_differ_where_words_do() -> None:
    """Width and blanks do not count; words, order and structure do."""
    assert same_form("Ａ b") == same_form("ab")
    assert len({mark_of(one) for one in ("甲乙", ["甲", "乙"], ["乙", "甲"], {"甲": "乙"}, "", "甲\n乙")}) == 6
