"""Small facts about Chinese text hold at their edges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.case.text import display_width, is_east_asian, is_han, listing, nearest, shorten
from tests.each import each

HAN = {
    "first of extension A": "\u3400",
    "first of the basic block": "一",
    "last of the basic block": "\u9fff",
    "zero": "〇",
    "compatibility": "\uf900",
    "last of compatibility": "\ufaff",
    "first of extension B": "\U00020000",
    "extension G": "\U00030000",
    "extension H": "\U00031350",
}
NOT_HAN = {
    "before extension A": "\u33ff",
    "after the basic block": "\ua000",
    "after compatibility": "\ufb00",
    "repetition mark": "々",
    "bracket": "〈",
    "full-width letter": "Ａ",
    "kana": "あ",
    "Latin": "A",
    "digit": "1",
    "after plane 3": "\U00040000",
}
CHINESE = [
    "支",
    "〇",
    "“",
    "”",
    "‘",
    "’",
    "—",
    "…",
    "·",
    "，",
    "。",
    "《",
    "（",
    "％",
    "Ａ",
    "あ",
    "\u3000",
    "\U00020000",
]
NOT_CHINESE = ["a", "5", " ", ",", ".", "(", '"', "'", "-", "%", "é", "я", "\n", "α"]

CHOICES = ("党建联建", "教育服务", "科技赋能", "实践育人")


@each("name", HAN)
def test_han(name: str) -> None:
    """Han characters of every block are Han."""
    assert is_han(HAN[name])


@each("name", NOT_HAN)
def test_not_han(name: str) -> None:
    """Punctuation, kana, letters and the characters beside the blocks are not Han."""
    assert not is_han(NOT_HAN[name])


def test_chinese_running_text() -> None:
    """Han, kana, full-width signs and the quotes, dash and ellipsis shared with Latin belong to Chinese text."""
    assert CHINESE == [character for character in CHINESE + NOT_CHINESE if is_east_asian(character)]


@given(st.characters())
def test_han_is_chinese(character: str) -> None:
    """Whatever is Han belongs to Chinese running text."""
    assert is_east_asian(character) or not is_han(character)


@each(
    ("text", "expected"),
    [
        pytest.param("", 0, id="empty"),
        pytest.param("abc", 3, id="Latin"),
        pytest.param("支部，", 6, id="Han"),
        pytest.param("ＡＢ", 4, id="full-width"),
        pytest.param("e\u0301", 1, id="combining"),
        pytest.param("“甲”", 4, id="curly-quotes"),
        pytest.param("\U00020000", 2, id="extension-B"),
    ],
)
def test_display_width(text: str, expected: int) -> None:
    """A wide character takes two cells, a combining one none, every other one."""
    assert expected == display_width(text)


@each(
    ("word", "choices", "expected"),
    [
        pytest.param("党建连建", CHOICES, "党建联建", id="one character off"),
        pytest.param("党建", CHOICES, "党建联建", id="a part"),
        pytest.param("开展教育服务活动", CHOICES, "教育服务", id="a whole"),
        pytest.param("tilte", ("title", "task"), "title", id="letters swapped"),
        pytest.param("Title", ("title", "task"), "title", id="capitals"),
        pytest.param("TITLE", ("task", "title"), "title", id="all capitals"),
        pytest.param("甲乙丙丁", CHOICES, None, id="nothing alike"),
        pytest.param("", CHOICES, None, id="empty"),
        pytest.param("党建", (), None, id="no choices"),
        pytest.param("甲", ("甲乙丙丁戊己庚",), None, id="one character of many"),
        pytest.param("ab", ("abx", "aby"), "abx", id="a tie goes to the first"),
        pytest.param("科技赋能", CHOICES, "科技赋能", id="the same"),
    ],
)
def test_nearest(word: str, choices: tuple[str, ...], expected: str | None) -> None:
    """The word that was most likely meant is found; where nothing is alike, none is."""
    assert expected == nearest(word, choices)


@given(st.text(), st.lists(st.text()))
def test_nearest_is_a_choice(word: str, choices: list[str]) -> None:
    """Whatever the word, the answer is one of the choices or None."""
    assert nearest(word, choices) in (*choices, None)


@each(
    ("text", "longest", "expected"),
    [
        pytest.param("甲乙丙", 3, "甲乙丙", id="fits"),
        pytest.param("甲乙丙丁", 3, "甲乙丙…", id="too long"),
        pytest.param("甲\n乙\t\u3000丙", 20, "甲 乙 丙", id="one line"),
        pytest.param("  甲  ", 1, "甲", id="stripped"),
        pytest.param("", 3, "", id="empty"),
    ],
)
def test_shorten(text: str, longest: int, expected: str) -> None:
    """A quotation is one line of at most so many characters, and a cut one says so."""
    assert expected == shorten(text, longest)


@pytest.mark.parametrize(("words", "expected"), [([], ""), (["甲"], "甲"), (["甲", "乙", "丙"], "甲、乙、丙")])
def test_listing(words: list[str], expected: str) -> None:
    """Words are enumerated as Chinese does."""
    assert expected == listing(words)
