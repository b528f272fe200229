"""Titles break between words into lines that read well, on pages, posters and in books."""

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.case.text import display_width
from generator.case.titles import know_words, title_lines, title_phrases, title_words, words_of_titles
from tests.each import each

CLOSING = "，。、；：！？）》〉”’」』】〕—…·%％"
OPENING = "（《〈“‘「『【〔"

TITLES: dict[str, tuple[str, float, tuple[str, ...]]] = {
    "it fits": ("把实验课开进山里的村小", 19, ("把实验课开进山里的村小",)),
    "it fits to the last character": (
        "示例的标题刚好十九个字写满一行不再多了",
        19,
        ("示例的标题刚好十九个字写满一行不再多了",),
    ),
    "one character": ("示", 19, ("示",)),
    "behind a comma": (
        "党建联建一条渠，示例师生十年守护一渠清水",
        19,
        ("党建联建一条渠，", "示例师生十年守护一渠清水"),
    ),
    "before a small word": (
        "示例大学环境学院水环境教师党支部与示例县河口镇党委结对共建",
        19,
        ("示例大学环境学院水环境教师党支部", "与示例县河口镇党委结对共建"),
    ),
    "a word of four characters stays whole": (
        "支部党员用人工智能守护一渠清水",
        11,
        ("支部党员用人工智能", "守护一渠清水"),
    ),
    "a word of three characters stays whole": (
        "支部党员帮志愿者服务队守护清水",
        11,
        ("支部党员帮志愿者", "服务队守护清水"),
    ),
    "of equal length": ("示" * 12, 11, ("示" * 6, "示" * 6)),
    "Latin words stay whole": (
        "Deep Learning for Rural Schools and Their Teachers Everywhere",
        19,
        ("Deep Learning for Rural Schools", "and Their Teachers Everywhere"),
    ),
    "a long address breaks at its joints": (
        "https://www.example.org/a/very/long/address/that/goes/on",
        11,
        ("https://www.example.", "org/a/very/long/", "address/that/goes/on"),
    ),
    "a run of blanks is one": (f"示例{' ' * 36}示例", 11, ("示例 示例",)),
}

UNBROKEN: dict[str, tuple[str, float]] = {
    "full-width brackets": ("示示示示示示（例）示示示示示示", 11),
    "ASCII brackets": ("示示示示示示(例)示示示示示示", 11),
    "ASCII brackets around a word": ("示示示示示(示例)示示示示示示", 11),
    "a blank behind an opening bracket": ("一帆风顺（ 一帆风顺“强国行”", 11),
    "a blank before a closing mark": ("“强国行” ，示例大学把论文写", 11),
}

parts = st.sampled_from(
    [
        *"示例之路把在与、，。：；！？…—·%％（）《》“”「」【】 ",
        "大学",
        "监测站",
        "一帆风顺",
        "——",
        "2024",
        "Agent",
        "GB/T",
        "100%",
    ]
)
titles = (
    st.lists(parts, min_size=1, max_size=40)
    .map(lambda found: "".join(found).strip()[:40].strip())
    .filter(lambda title: len(title) >= 4)
)
rooms = st.sampled_from([11, 19])


@each("name", TITLES)
def test_title_lines(name: str) -> None:
    """A title breaks between words into as few lines as fit, of nearly equal length, rather behind punctuation."""
    title, room, expected = TITLES[name]

    assert expected == title_lines(title, room)


@given(titles, rooms)
def test_lines_give_the_title_back(title: str, room: float) -> None:
    """Joined lines are the title, apart from the blanks at their ends, and several blanks are one; no line is empty."""
    lines = title_lines(title, room)

    assert re.fullmatch(r"\s*".join(map(re.escape, lines)), re.sub(r"[^\S\u3000]+", " ", title))
    assert [] == [line for line in lines if not line or line != line.strip()]


@given(titles, rooms)
def test_no_line_is_longer_than_the_room(title: str, room: float) -> None:
    """A line longer than its room is a single piece: it does not break however little room there is."""
    too_long = [line for line in title_lines(title, room) if display_width(line) > 2 * room]

    assert [(line,) for line in too_long] == [title_lines(line, 2) for line in too_long]


def test_marks_as_wide_as_characters() -> None:
    """Quotation marks and dashes, which Latin shares, are as wide as a Han character in a Chinese title."""
    lines = title_lines("示例大学“双带头人”“强国行”“大思政课”案例", 11)

    assert [] == [line for line in lines if len(line) > 11]


def test_words_that_leave_much_room_take_more_lines() -> None:
    """Words that fill little more than half a line stand alone on it, however many lines that makes."""
    assert ("《一帆风顺》",) * 6 == title_lines("《一帆风顺》" * 6, 11)


@given(titles, rooms)
def test_marks_stay_with_their_words(title: str, room: float) -> None:
    """No line begins with a closing mark or ends with an opening one."""
    lines = title_lines(title, room)

    assert [] == [line for line in lines[1:] if line[0] in CLOSING]
    assert [] == [line for line in lines[:-1] if line[-1] in OPENING]


@each("name", UNBROKEN)
def test_brackets_stay_with_their_words(name: str) -> None:
    """Half-width brackets, and marks with a blank beside them, stay with their words as well."""
    title, room = UNBROKEN[name]
    lines = title_lines(title, room)

    assert len(lines) > 1
    assert [] == [line for line in lines[1:] if line[0] in f"{CLOSING})"]
    assert [] == [line for line in lines[:-1] if line[-1] in f"{OPENING}("]


@each(
    ("title", "expected"),
    [
        ("教学园丁", ["教学", "园丁"]),
        ("党建+专家", ["党建+", "专家"]),
        ("校/地合作", ["校/", "地", "合作"]),
        ("“小水滴”讲科普", ["“小水滴”", "讲", "科普"]),
        ("", []),
    ],
    ids=["words", "plus", "slash", "quoted", "nothing"],
)
def test_title_words(title: str, expected: list[str]) -> None:
    """A title is cut where a line may end: behind joining marks, never in front of them, never in a quotation."""
    assert expected == title_words(title)


@given(titles)
def test_words_give_the_title_back(title: str) -> None:
    """Joined words are the title, and none is empty."""
    assert title == "".join(title_words(title))
    assert all(title_words(title))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("教工党支部请中小学生进实验室做酪蛋白实验", ("教工党支部", "请中小学生", "进实验室做", "酪蛋白实验")),
        ("“小水滴公益课堂”连续五年上课", ("“小水滴公益课堂”", "连续五年上课")),
        ("示例", ("示例",)),
    ],
)
def test_phrases(title: str, expected: tuple[str, ...]) -> None:
    """A small title may break between phrases of a few characters, never inside a word."""
    assert expected == title_phrases(title)


@given(st.text(max_size=40))
def test_phrases_are_the_title(title: str) -> None:
    """Put together again, phrases are the title; each ends where a word does."""
    words, phrases = title_words(title), title_phrases(title)

    assert "".join(words) == "".join(phrases)
    assert len(phrases) <= len(words)


@pytest.mark.parametrize("title", [*(title for title, _, _ in TITLES.values()), "", " ", "AI+教育"])
def test_words_that_are_known_are_not_looked_for_again(title: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A later run that is given the words of a title cuts it as the first did, without a dictionary."""
    first, words = (title_words(title), title_phrases.__wrapped__(title)), words_of_titles([title])
    module = "generator.case.titles"
    monkeypatch.setattr(f"{module}._known", {})
    monkeypatch.setattr(f"{module}._cut", sys.modules[module]._cut.__wrapped__)  # type: ignore[attr-defined]
    monkeypatch.setattr(f"{module}._cut_anew", lambda _: pytest.fail("the dictionary is read"))

    know_words(words)

    assert (title_words(title), title_phrases.__wrapped__(title)) == first
