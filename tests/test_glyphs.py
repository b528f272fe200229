"""Characters without a glyph are found and told; what only steers how others look is not one of them."""

from hypothesis import given
from hypothesis import strategies as st

from generator.outputs.views.glyphs import GETA, missing, without_missing
from tests.each import each

COVERAGE = frozenset(map(ord, "示例大学 a1，。〓"))

TEXTS: dict[str, tuple[str, list[str], str]] = {
    "nothing": ("", [], ""),
    "all there": ("示例大学，a1。", [], "示例大学，a1。"),
    "one missing": ("示例𮧵大学", ["𮧵"], "示例〓大学"),
    "one missing twice": ("𮧵示𮧵", ["𮧵"], "〓示〓"),
    "several missing": ("龘示魕龘", ["魕", "龘"], "〓示〓〓"),
    "for private use": ("示\ue000", ["\ue000"], "示〓"),
    "an emoji": ("示\U0001f33e", ["\U0001f33e"], "示〓"),
    "a combining mark": ("a\u0301", ["\u0301"], "a〓"),
    "line breaks and tabs": ("示\n\t例", [], "示\n\t例"),
    "marks where lines may end": ("示\u200b例\u2060", [], "示\u200b例\u2060"),
    "a variation selector": ("示\ufe0f例", [], "示例"),
    "an ideographic variation selector": ("示\U000e0100例", [], "示例"),
    "joiners": ("示\u200d\u200c例", [], "示例"),
    "marks of direction": ("\u202a示\u202c例\u200e", [], "示例"),
    "a byte order mark": ("\ufeff示例", [], "示例"),
    "a soft hyphen": ("a\u00ada", [], "aa"),
    "control characters": ("示\x07例", [], "示例"),
    "separators of lines": ("示\u2028例\u2029", [], "示例"),
    "a thin blank": ("1\u2009a", [], "1 a"),
    "a narrow blank without a break": ("1\u202fa", [], "1 a"),
    "a blank without a break": ("1\u00a0a", [], "1 a"),
}


@each("name", TEXTS)
def test_missing(name: str) -> None:
    """Visible characters that the fonts do not have are told, sorted, each once."""
    text, expected, _ = TEXTS[name]

    assert expected == missing(text, COVERAGE)


@each("name", TEXTS)
def test_without_missing(name: str) -> None:
    """A visible character without a glyph is printed as 〓; what has no shape goes, and a blank stays a blank."""
    text, _, expected = TEXTS[name]

    assert expected == without_missing(text, COVERAGE)


def test_what_the_fonts_have_stays() -> None:
    """A joiner or selector that the fonts know stays where it is."""
    coverage = COVERAGE | {0x200D, 0xFE0F}

    assert "示\u200d例\ufe0f" == without_missing("示\u200d例\ufe0f", coverage)


@given(st.text())
def test_nothing_is_missing_afterwards(text: str) -> None:
    """After that nothing is missing, nothing more is changed, and there are as many 〓 as were put and written."""
    told = missing(text, COVERAGE)
    printed = without_missing(text, COVERAGE)

    assert [] == missing(printed, COVERAGE)
    assert printed == without_missing(printed, COVERAGE)
    assert text.count(GETA) + sum(map(text.count, told)) == printed.count(GETA)
