"""Long words may break where a reader expects it, titles break into lines that read well, and parts are counted."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.case.text import display_width
from generator.outputs.book.text import MARK, chinese_number, settable, title_lines

CLOSING = "，。、；：！？）》〉”’」』】〕—…·%％"
OPENING = "（《〈“‘「『【〔"

# ¦ stands for the mark before and behind a piece.
WORDS: dict[str, tuple[str, str]] = {
    "nothing": ("", ""),
    "Chinese of any length": (
        "示例大学教师党支部把实验课开进山里的村小示例示例示例",
        "示例大学教师党支部把实验课开进山里的村小示例示例示例",
    ),
    "a word that fits": ("a" * 24, "a" * 24),
    "words that fit, many of them": ("deep learning " * 3, "deep learning " * 3),
    "a word too long": ("a" * 25, f"¦{'a' * 12}¦¦{'a' * 12}¦¦a¦"),
    "stretches that fit": (f"{'a' * 23}/{'b' * 23}-{'C' * 24}", f"{'a' * 23}/{'b' * 23}-{'C' * 24}"),
    "a stretch too long, first": (f"{'a' * 24}/b", f"¦{'a' * 12}¦¦{'a' * 12}¦¦/¦b"),
    "a stretch too long, last": (f"a/{'b' * 25}", f"a/¦{'b' * 12}¦¦{'b' * 12}¦¦b¦"),
    "a stretch too long behind a hyphen": (f"a-{'B' * 25}-c", f"a-¦{'B' * 12}¦¦{'B' * 12}¦¦B-¦c"),
    "an address": ("https://www.example.org/a", "https://www.example.org/a"),
    "an address in Chinese": ("见https://www.example.org/a。", "见https://www.example.org/a。"),
    "an address, its host too long": (
        "https://www.dangjian.example.org/a",
        "https://¦www.¦¦dangjian.¦¦example.¦¦org/¦a",
    ),
    "an address in Chinese, its host too long": (
        "见https://www.dangjian.example.org/a。",
        "见https://¦www.¦¦dangjian.¦¦example.¦¦org/¦a。",
    ),
    "an address of numbers": ("www.example.org/2024/12-03", "¦www.¦¦example.¦¦org/¦¦2024/¦¦12-¦¦03¦"),
    "a query that fits": ("www.example.org/?a=1&b=2", "www.example.org/?a=1&b=2"),
    "a query": ("www.example.org/?a=1&b=22", "¦www.¦¦example.¦¦org/?¦¦a=¦¦1&¦¦b=¦¦22¦"),
    "an e-mail address": ("xiaoli@mail.xuexiao.example.org", "¦xiaoli@¦¦mail.¦¦xuexiao.¦¦example.¦¦org¦"),
    "a row of joints": ("/" * 26, f"¦{'/' * 12}¦¦{'/' * 12}¦¦//¦"),
    "two words too long": (
        f"{'a' * 25} {'b' * 25}",
        f"¦{'a' * 12}¦¦{'a' * 12}¦¦a¦ ¦{'b' * 12}¦¦{'b' * 12}¦¦b¦",
    ),
    "a mark that stood in the text": (f"甲{MARK}乙", "甲乙"),
    "marks in a word that fits": (f"{MARK}{'a' * 12}{MARK}{MARK}{'a' * 12}{MARK}", "a" * 24),
    "marks in a word too long": (
        f"{MARK}{'a' * 12}{MARK}{MARK}{'a' * 13}{MARK}",
        f"¦{'a' * 12}¦¦{'a' * 12}¦¦a¦",
    ),
}

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


@pytest.mark.parametrize("name", WORDS)
def test_settable(name: str) -> None:
    """Only what does not break by itself for more than 24 Latin characters gets marks, around pieces up to its joints.

    A word breaks by itself behind a slash or a hyphen before a letter.
    """
    text, expected = WORDS[name]

    assert expected == settable(text).replace(MARK, "¦")


@given(st.text(alphabet=st.sampled_from([*"示例 a1/.-@", MARK]), max_size=60) | st.text(max_size=60))
def test_settable_changes_nothing_but_marks(text: str) -> None:
    """Without its marks a text is what it was, and marking it again adds none."""
    marked = settable(text)

    assert text.replace(MARK, "") == marked.replace(MARK, "")
    assert marked == settable(marked)


@given(st.text(alphabet="ab1/.-_@%", min_size=25, max_size=80))
def test_pieces_of_a_long_word_are_short(word: str) -> None:
    """No piece of a long word is longer than twelve characters, none is empty, and what has no marks breaks by itself.

    Marks stand around all of a stretch that is longer than 24 characters, and nowhere else.
    """
    own_breaks = r"(?<=[/-])(?=[ab])"
    runs = re.findall(f"(?:{MARK}[^{MARK}]+{MARK})+|[^{MARK}]+", settable(word))
    marked = [run for run in runs if MARK in run]
    pieces = [piece for run in marked for piece in run.strip(MARK).split(MARK * 2)]
    long_stretches = [stretch for stretch in re.split(own_breaks, word) if len(stretch) > 24]

    assert settable(word) == "".join(runs)
    assert word == "".join(runs).replace(MARK, "")
    assert "".join(long_stretches) == "".join(pieces)
    assert [] == [piece for piece in pieces if not 1 <= len(piece) <= 12]
    assert [] == [one for run in runs if run not in marked for one in re.split(own_breaks, run) if len(one) > 24]


@pytest.mark.parametrize("name", TITLES)
def test_title_lines(name: str) -> None:
    """A title breaks between words into as few lines as fit, of nearly equal length, rather behind punctuation."""
    title, room, expected = TITLES[name]

    assert expected == title_lines(title, room)


@given(titles, rooms)
def test_lines_give_the_title_back(title: str, room: float) -> None:
    """Joined lines are the title, apart from the blanks at their ends; no line is empty."""
    lines = title_lines(title, room)

    assert re.fullmatch(r"\s*".join(map(re.escape, lines)), title)
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


@pytest.mark.parametrize("name", UNBROKEN)
def test_brackets_stay_with_their_words(name: str) -> None:
    """Half-width brackets, and marks with a blank beside them, stay with their words as well."""
    title, room = UNBROKEN[name]
    lines = title_lines(title, room)

    assert len(lines) > 1
    assert [] == [line for line in lines[1:] if line[0] in f"{CLOSING})"]
    assert [] == [line for line in lines[:-1] if line[-1] in f"{OPENING}("]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (19, "十九"),
        (20, "二十"),
        (21, "二十一"),
        (30, "三十"),
        (99, "九十九"),
    ],
)
def test_chinese_number(number: int, expected: str) -> None:
    """Ten is not 一十, and a round number has no zero."""
    assert expected == chinese_number(number)


def test_chinese_numbers_differ() -> None:
    """From 1 to 99 each number has its own name, of three characters at most."""
    names = [chinese_number(number) for number in range(1, 100)]

    assert 99 == len(set(names))
    assert {1, 2, 3} == {len(name) for name in names}
