"""Long words may break where a reader expects it, and parts are counted."""

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.outputs.book.typeset_text import MARK, chinese_number, settable, settable_ragged
from tests.each import each

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
    "a short address": ("a.example/b/c", "a.example/b/c"),
    "an address": ("https://a.example/b", "https://¦a.¦¦exa¦¦mpl¦¦e/b¦"),
    "an address in Chinese": ("见https://a.example/b。", "见https://¦a.¦¦exa¦¦mpl¦¦e/b¦。"),
    "an address of numbers": ("www.example.org/2024/12-03", "www¦.¦¦exa¦¦mpl¦¦e.¦¦org¦¦/¦¦202¦¦4/¦¦12-¦¦03¦"),
    "a query": ("www.a.org/?a=1&b=22", "www¦.a.¦¦org¦¦/?¦¦a=¦¦1&¦¦b=¦¦22¦"),
    "an e-mail address": ("xiaoli@mail.example.org", "xia¦oli¦¦@¦¦mai¦¦l.¦¦exa¦¦mpl¦¦e.¦¦org¦"),
    "what only looks like one": ("and/or/neither/nor/both", "and/or/neither/nor/both"),
    "Cyrillic": ("ж" * 25, f"¦{'ж' * 12}¦¦{'ж' * 12}¦¦ж¦"),
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


@each("name", WORDS)
def test_settable(name: str) -> None:
    """Only what does not break by itself for more than 24 Latin characters gets marks, around pieces up to its joints.

    A word breaks by itself behind a slash or a hyphen before a letter.
    """
    text, expected = WORDS[name]

    assert expected == settable(text).replace(MARK, "¦")


def test_settable_ragged() -> None:
    """Where lines need not be full, an address breaks behind its joints."""
    marked = settable_ragged("见https://www.shili.example/dangjian/2024/a.htm?id=5")

    assert marked.replace(MARK, "¦") == "见https://¦www.shili.¦¦example/¦¦dangjian/¦¦2024/a.htm?¦¦id=5¦"


@given(st.text(alphabet=st.sampled_from([*"示例 a1/.-@", MARK]), max_size=60) | st.text(max_size=60))
def test_settable_changes_nothing_but_marks(text: str) -> None:
    """Without its marks a text is what it was, and marking it again adds none."""
    marked = settable(text)

    assert text.replace(MARK, "") == marked.replace(MARK, "")
    assert marked == settable(marked)


@given(st.text(alphabet="ab1/-_%", min_size=25, max_size=80))
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


@given(st.text(alphabet="ab1/.-_@%?=&", max_size=80))
def test_pieces_of_an_address_are_short(rest: str) -> None:
    """Behind its scheme a long address may break after three letters or fewer, wherever it has none of its joints."""
    word = f"https://{'w' * 8}{rest}"
    first, *others = settable(word).split(MARK)

    assert first + "".join(others) == word
    assert first == "https://"
    assert [piece for piece in others[::2] if not 1 <= len(piece) <= 3] == []
    assert [between for between in others[1::2] if between] == []


@each(
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
