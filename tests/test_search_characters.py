"""Search takes alike what readers take for the same, whichever way a text is written, and parts it where they do."""

import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.case.look_alikes import look_alikes
from generator.case.text import is_han
from generator.outputs.search.characters import BREAK, characters
from generator.outputs.search.made_characters import make_table, read_simplified
from tests.each import each

Tenth = Callable[[range], list[int]]

ROOT = Path(__file__).parent.parent
PACKAGED = ROOT / "generator/outputs/search/characters.json"

OF_THE_SAME_UNICODE = pytest.mark.skipif(
    f'"unicode": "{unicodedata.unidata_version}"' not in PACKAGED.read_text(encoding="utf-8"),
    reason="this Python's Unicode data is of another version than the table",
)

NORMAL: dict[str, tuple[str, str]] = {
    "nothing": ("", ""),
    "Han": ("示例大学", "示例大学"),
    "upper case": ("AI育人", "ai育人"),
    "full width": ("ＡＩ育人１２", "ai育人12"),
    "Greek, no final sigma": ("ΣΑΣ", "σασ"),
    "traditional": ("臺灣與後臺", "台湾与后台"),
    "traditional, one by one": ("頭髮發展", "头发发展"),
    "compatibility ideograph": ("\uf9b4導", "领导"),
    "composed unit": ("3㎏，5℃", "3kg 5°c"),
    "circled digit": ("①②", "12"),
    "ligature": ("ﬁve", "five"),
    "plus sign": ("5G+VR", "5g+vr"),
    "full-width plus sign": ("5G＋VR", "5g+vr"),
    "two plus signs": ("C++", "c++"),
    "digits in Han": ("双11", "双11"),
    "other symbols": ("¥5<6=7|8~9^×", "¥5<6=7|8~9^×"),
    "emoji": ("🎉甲", "🎉甲"),
    "rare character": ("𠮷野", "𠮷野"),
    "Han zero": ("二〇 二四年", "二〇二四年"),
    "white space in Han": ("示 例\u3000大\n学\t\u2003甲\u2028乙", "示例大学甲乙"),
    "white space in rare Han": ("𠮷 𠮷", "𠮷𠮷"),
    "white space in traditional Han": ("臺 灣", "台湾"),
    "white space after Latin": ("AI 育人", "ai 育人"),
    "white space before Latin": ("育人 AI", "育人 ai"),
    "white space beside a digit": ("双 11", "双 11"),
    "white space in Latin": ("deep \u3000 learning", "deep learning"),
    "white space beside a symbol": ("甲 +乙", "甲 +乙"),
    "white space beside a repetition mark": ("人々 甲", "人々 甲"),
    "white space around": (" \n甲乙\u3000", "甲乙"),
    "white space alone": (" \u3000\n", ""),
    "punctuation": ("党建·联建，“双带头人”。", "党建 联建 双带头人"),
    "punctuation in Latin": ("e.g. state-of-the-art", "e g state of the art"),
    "white space and punctuation": ("甲 ， 乙", "甲 乙"),
    "punctuation alone": ("……！", ""),
    "per cent and number sign": ("95%#1", "95 1"),
    "full-width per cent": ("95％以上", "95 以上"),
    "control character": ("甲\0乙\x1b丙", "甲 乙 丙"),
    "character that nobody sees": ("甲\u200b乙\u00ad丙\ufeff丁\u3164戊\u061c己\u180e庚", "甲乙丙丁戊己庚"),
    "format character that is seen": ("甲\u0600乙", "甲 乙"),
    "radical": ("⻓⺠⻅⻛⼤⼭", "长民见风大山"),
    "radical of a traditional form": ("⻑⻘", "长青"),
    "no-break space": ("示例\u00a0大学", "示例大学"),
    "joined emoji": ("👩\u200d💻甲❤\ufe0f", "👩💻甲❤"),
    "private character": ("甲\ue000乙\U000f0000丙", "甲 乙 丙"),
    "selector beyond the letters": ("葛\U000e0100饰", "葛饰"),
    "unassigned": ("甲\u0378乙\ufffe丙\U0003ffff丁\U00050000戊", "甲 乙 丙 丁 戊"),
    "unassigned between white space": ("甲 \u0378 乙", "甲 乙"),
    "unassigned before a mark": ("a\u0378\u0301", "a \u0301"),
    "mark that composes": ("E\u0301cole", "\u00e9cole"),
    "mark that composes with nothing": ("甲\u0301乙", "甲\u0301乙"),
    "marks in another order": ("a\u0323\u0302 a\u0302\u0323", "\u1ead \u1ead"),
    "mark beside traditional Han": ("臺灣\u0301 AI", "台湾\u0301 ai"),
    "mark and white space": ("é 甲 乙，丙\u0301 丁", "é 甲乙 丙\u0301 丁"),
    "dotted capital": ("İ", "i\u0307"),
    "Hangul letters": ("\u1112\u1161\u11ab", "한"),
    "Hangul letters of the compatibility block": ("ㅎㅏ", "하"),
    "half-width Hangul": ("\uffbe\uffc2", "하"),
    "half-width kana": ("ｶﾞｲﾄﾞ", "ガイド"),
    "capital whose small form composes": ("H\u0331", "\u1e96"),
}

INTERESTING = "甲乙⻓⺠𠮷臺灣髮薴苧〇々かが\u3099ｶﾞ한\u1112\u1161ㅎㅏ\uffbe" + "AaZé\u0301EİIßẞΣς①㎏ﬁ19"
PARTING = " \u3000\n\u2028\u00a0，。“·-%+~|\0\u0600\u200b\ufeff\u0378\ufffe\ue000\U000e0100\U00050000"

TEXTS = st.text(st.one_of(st.sampled_from(INTERESTING), st.sampled_from(PARTING), st.characters()), max_size=20)
HAN = st.text(st.sampled_from("甲乙𠮷臺灣髮〇\uf9b4"), min_size=1, max_size=8)


@cache
def codes(kind: str) -> bytes:
    """Say for each character whether it is one of the table's `breaks`, `unassigned` or `ignored`: 1 where it is."""
    found = bytearray(0x110000)
    for codes_of_one in getattr(characters(), kind):
        found[codes_of_one.start : codes_of_one.stop] = b"\1" * len(codes_of_one)
    return bytes(found)


def is_among(kind: str, one: str) -> bool:
    """Whether a character is one of those."""
    return codes(kind)[ord(one)] == 1


def slowly(text: str) -> str:
    """Normalise by the rule as it is told, step by step and character by character."""
    seen = (one for one in text if not is_among("ignored", one))
    known = "".join("\0" if is_among("unassigned", one) else one for one in seen)
    alike = characters().alike
    found, waiting = "", ""
    for one in "".join(alike.get(one, one) for one in unicodedata.normalize("NFKC", known)):
        if one.isspace():
            waiting = waiting or "blank"
        elif is_among("breaks", one):
            waiting = "break"
        else:
            is_apart = waiting == "break" or (waiting == "blank" and not (is_han(found[-1:]) and is_han(one)))
            found += (BREAK if is_apart and found else "") + one
            waiting = ""
    return found


def normalise(text: str) -> str:
    """Normalise a text as the index does."""
    return characters().normalise(text)


@each("name", NORMAL)
def test_normalise(name: str) -> None:
    """What readers take for the same is the same, and what parts a text for them ends a run."""
    text, expected = NORMAL[name]

    assert expected == normalise(text)


@given(TEXTS)
@example("薴\u0301")
@example("甲 乙\u0301")
def test_the_short_way_is_the_long_way(text: str) -> None:
    """A text that is looked up in the table ends up as one that goes through all the steps."""
    assert slowly(text) == normalise(text)


def test_the_short_way_is_the_long_way_for_each_character(tenth: Tenth) -> None:
    """Every character that Unicode has by itself stands for what the steps make of it."""
    singles = [chr(code) for code in tenth(range(0x40000)) if not 0xD800 <= code < 0xE000]

    assert [] == [one for one in singles if slowly(one) != normalise(one)]


@pytest.mark.parametrize("form", ["NFD", "NFKD"])
def test_taken_apart(form: Literal["NFD", "NFKD"], tenth: Tenth) -> None:
    """A character that is written in parts, as some systems do, is the same as the whole one."""
    parts = {chr(code): unicodedata.normalize(form, chr(code)) for code in tenth(range(0x40000))}

    assert [] == [one for one, apart in parts.items() if apart != one and normalise(apart) != normalise(one)]


@given(TEXTS)
def test_runs_between_single_breaks(text: str) -> None:
    """Nothing but runs is left, one break between them: no punctuation, no other white space, none at the ends."""
    normal = normalise(text)

    assert normal.split() == (normal.split(BREAK) if normal else [])
    assert [] == [one for one in normal.replace(BREAK, "") if is_among("breaks", one)]


@given(TEXTS)
@example("薴")
@example("\ud800")
def test_a_run_is_its_own_normal_form(text: str) -> None:
    """A run that was normalised once stands as it is, so who copies it from a result finds it again."""
    runs = normalise(text).split()

    assert runs == [normalise(run) for run in runs]


def test_every_alike_is_its_own() -> None:
    """What a character stands as stands for itself, so no two characters that are alike are missed."""
    targets = {normalise(one) for one in characters().alike}

    assert [] == sorted(one for one in targets if normalise(one) != one)


@given(TEXTS, TEXTS)
def test_a_break_keeps_texts_apart(one: str, other: str) -> None:
    """Texts with a break between them are normalised as if each stood alone."""
    expected = BREAK.join(filter(None, (normalise(one), normalise(other))))

    assert expected == normalise(f"{one}\0{other}")


@given(st.lists(HAN, min_size=1, max_size=4), st.sampled_from([" ", "\u3000", "\n", "\r\n", " \t\u2003", "\u2028"]))
def test_white_space_in_han_does_not_count(words: list[str], blank: str) -> None:
    """However a Chinese text is spaced and broken into lines, it is one run."""
    assert normalise("".join(words)) == normalise(blank.join(words))


@given(TEXTS)
def test_case_and_width_do_not_count(text: str) -> None:
    """Who types ASCII letters in full width or in capitals finds the same."""
    wide = text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    capital = "".join(one.upper() if one.isascii() else one for one in text)

    assert [normalise(text), normalise(text)] == [normalise(wide), normalise(capital)]


def test_every_capital_is_in_the_table() -> None:
    """What the table does not lower has no lower case, so a browser that lowers characters itself does the same."""
    composed = (chr(code) for code in range(0x40000) if unicodedata.is_normalized("NFKC", chr(code)))

    assert [] == [one for one in composed if one not in characters().alike and one.lower() != one]


def test_simplified_characters() -> None:
    """The list has only single characters that change, each once."""
    pairs = list(read_simplified())

    assert {(1, 1)} == {(len(traditional), len(simplified)) for traditional, simplified in pairs}
    assert [] == [one for one, other in pairs if one == other]
    assert len(pairs) == len(dict(pairs)) > 3_000


@pytest.mark.parametrize("kind", ["breaks", "unassigned", "ignored"])
def test_ranges_ascend(kind: str) -> None:
    """Ranges ascend with a gap between each and the next, as their packed form needs."""
    ranges: tuple[range, ...] = getattr(characters(), kind)
    borders = [border for each in ranges for border in (each.start, each.stop)]

    assert sorted(set(borders)) == borders


@OF_THE_SAME_UNICODE
def test_what_ends_a_run() -> None:
    """Punctuation, separators, controls and the unassigned end a run, and all beyond plane 3."""
    expected = bytes(unicodedata.category(chr(code))[0] in "PZC" for code in range(0x40000))
    breaks, unassigned = (int.from_bytes(codes(kind)) for kind in ("breaks", "unassigned"))

    assert expected == codes("breaks")[:0x40000]
    assert {1} == {*codes("breaks")[0x40000:]}
    assert unassigned & breaks == unassigned != breaks
    assert (characters().breaks, characters().unassigned, characters().ignored) == characters().ranges


@given(
    TEXTS, st.lists(st.tuples(st.integers(0, 20), st.sampled_from("\u00ad\u200b\u2060\ufeff\u061c\u180e\U000e0041")))
)
def test_what_nobody_sees_does_not_count(text: str, hidden: list[tuple[int, str]]) -> None:
    """Who copies a text with characters that nobody sees finds the same as who types it."""
    written = text
    for at, one in hidden:
        written = written[:at] + one + written[at:]

    assert normalise(text) == normalise(written)


def test_every_look_alike_is_found_as_its_ideograph() -> None:
    """A radical and a compatibility ideograph stand for what they look like."""
    assert [] == [one for one, other in look_alikes().items() if normalise(one) != normalise(other)]


@OF_THE_SAME_UNICODE
def test_the_packaged_table(golden: Callable[[str, str], str]) -> None:
    """The table that comes with the program is what its sources give."""
    made = make_table()

    assert golden("../generator/outputs/search/characters.json", made) == made


def test_the_table_is_read_once() -> None:
    """Everyone asks the same table."""
    assert characters() is characters()
