"""Characters that came along when a text was pasted are read as what they mean; what has a meaning stays."""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from generator.case.look_alikes import is_radical, look_alikes
from generator.case.odd_characters import MeantText, Use, find_odd, has_odd, meant_text, name_of
from tests.each import each

MEANT: dict[str, tuple[Use, str, str]] = {
    "nothing": ("line", "", ""),
    "plain": ("prose", "　　示例大学 AI 育人。\n\n1. 甲", "　　示例大学 AI 育人。\n\n1. 甲"),
    "radicals of a PDF": ("name", "⻓⺠⻅⻛⼤⼭", "长民见风大山"),
    "radicals in a term": ("name", "党建联建⼯作", "党建联建工作"),
    "stroke": ("line", "㇐", "一"),
    "compatibility ideographs": ("name", "\uf9b4導\U0002f800\ufa2c", "領導丽館"),
    "unified ideograph of the compatibility block": ("name", "\ufa0e", "\ufa0e"),
    "no-break space in a name": ("name", "示例\u00a0大学", "示例大学"),
    "full-width space in a name": ("name", "张\u3000三", "张三"),
    "space after a bracket": ("name", "大学（\u3000分校）", "大学（分校）"),
    "space before a radical in a name": ("name", "示例\u2003⼤学", "示例大学"),
    "space of Latin in a name": ("name", "deep\u00a0learning", "deep learning"),
    "spaces together": ("name", "a \u00a0\u200b\u2009 b", "a b"),
    "plain space in a name": ("name", "示例 大学", "示例 大学"),
    "full-width space in a title": ("line", "不忘初心\u3000牢记使命", "不忘初心 牢记使命"),
    "spaces around": ("line", "\u3000\u00a0甲\u202f\u205f", "甲"),
    "every space": ("line", "a\u1680b\u2000c\u200ad\u202fe\u205ff\u2800g\u3164h\uffa0i", "a b c d e f g h i"),
    "zero width": ("line", "甲\u200b乙\ufeff丙\u2060丁\u200c戊\u200d己", "甲乙丙丁戊己"),
    "soft hyphen": ("line", "exam\u00adple", "example"),
    "marks of direction": ("line", "\u200e甲\u200f\u061c\u202a乙\u202c\u202e丙\u2066丁\u2069", "甲乙丙丁"),
    "Mongolian vowel separator": ("line", "甲\u180e乙", "甲乙"),
    "Hangul fillers": ("name", "甲\u3164乙\u115f\u1160丙\uffa0丁", "甲乙丙丁"),
    "tags": ("line", "甲\U000e0041\U000e0001乙\U000e007f", "甲乙"),
    "selectors of ideographs": ("name", "葛\U000e0100饰\ufe00、\ufe01", "葛饰、"),
    "selectors of nothing": ("line", "\ufe0f甲 \ufe0f", "甲 "),
    "emoji with selectors and joiners": (
        "line",
        "❤\ufe0f👩\u200d💻👩🏽\u200d🚀©\ufe0f",
        "❤\ufe0f👩\u200d💻👩🏽\u200d🚀©\ufe0f",
    ),
    "keycaps": ("line", "1\ufe0f\u20e3#\ufe0f\u20e3", "1\ufe0f\u20e3#\ufe0f\u20e3"),
    "selector of a digit": ("line", "1\ufe0f年", "1年"),
    "flags": (
        "line",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    ),
    "joiner behind an emoji": ("line", "👩\u200d甲", "👩甲"),
    "Persian": ("line", "می\u200cخواهم\u200f", "می\u200cخواهم\u200f"),
    "override among letters from right to left": ("line", "سلام\u202e甲", "سلام甲"),
    "Mongolian": ("line", "ᠮᠣᠩᠭᠣᠯ\u180eᠠ", "ᠮᠣᠩᠭᠣᠯ\u180eᠠ"),
    "Hangul letters": ("line", "\u115f\u1161ᄀ\u1160", "\u115f\u1161ᄀ\u1160"),
    "indent of a web page": ("prose", "\u00a0\u00a0第一段\n\u2003\u2003第二段", "　　第一段\n　　第二段"),
    "indent of a paragraph": ("prose", "　　第一段\n　　第二段", "　　第一段\n　　第二段"),
    "one space before a line": ("prose", "\u00a0第一段\n  \u00a0续行", "第一段\n  续行"),
    "spaces behind lines": ("prose", "第一段\u00a0\n\u00a0\u00a0\n第二段 \u00a0", "第一段\n\n第二段"),
    "space in a line": ("prose", "增长\u00a05\u202f%", "增长 5 %"),
    "full-width space in a line": ("prose", "甲\u3000乙", "甲\u3000乙"),
}

CHARACTERS = (
    "甲⻓长a1# \t\n（\u3000\u00a0\u2003\u200b\u3164\u115f\u1161\u200c\u200d\ufe00\ufe0f\u20e3👩💻🏴♥"
    "\U000e0067\U000e007f\U000e0100م\u202e\u2066\u180e\u1820\uf9b4ᄀ"
)
TEXTS = st.text(st.one_of(st.sampled_from(CHARACTERS), st.characters()), max_size=20)
USES = st.sampled_from(("name", "line", "prose"))


@each("name", MEANT)
def test_meant(name: str) -> None:
    """What looks like an ideograph becomes it, what nobody sees goes, what is a space becomes one; the rest stays."""
    use, text, expected = MEANT[name]

    assert expected == meant_text(text, use)


@given(TEXTS, USES)
@example("🏴\u200d⻓", "line")
@example("1\ufe0f\u200d💻", "line")
def test_what_is_meant_means_itself(text: str, use: Use) -> None:
    """A text as it was meant has nothing odd left."""
    meant = meant_text(text, use)

    assert ((), meant) == (find_odd(meant, use), meant_text(meant, use))


@given(TEXTS, USES)
def test_nothing_else_changes(text: str, use: Use) -> None:
    """Between the odd characters every character is the same."""
    odd = find_odd(text, use)
    ends = (0, *(one.end for one in odd))
    between = [text[end : one.start] for end, one in zip(ends, odd, strict=False)]

    assert all(has_odd(text[one.start : one.end]) for one in odd)
    assert "".join(kept + one.meant for kept, one in zip(between, odd, strict=True)) + text[ends[-1] :] == meant_text(
        text, use
    )


@given(TEXTS, USES)
def test_offsets(text: str, use: Use) -> None:
    """Of each character that stayed it is known where it is written."""
    meant = MeantText(text, find_odd(text, use))
    inside = {at for one in meant.odd for at in range(one.start, one.end)}
    kept = [at for at in range(len(text)) if at not in inside]

    assert kept == [meant.offset(meant.meant_offset(at)) for at in kept]
    assert [text[at] for at in kept] == [meant.text[meant.meant_offset(at)] for at in kept]


def test_every_radical_has_an_ideograph() -> None:
    """Each radical is read as Unicode says; the one for which it says nothing stays."""
    radicals = [chr(code) for code in range(0x2E80, 0x2FE0) if unicodedata.category(chr(code)) != "Cn"]

    assert ["⺀"] == [one for one in radicals if one not in look_alikes()]
    assert all(is_radical(one) for one in radicals)
    assert [] == [one for one, meant in look_alikes().items() if meant in look_alikes()]


def test_compatibility_ideographs_are_read_as_unicode_takes_them_apart() -> None:
    """Each compatibility ideograph is read as the one that it is by definition."""
    blocks = (*range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20))
    apart = {chr(code): unicodedata.normalize("NFC", chr(code)) for code in blocks}

    assert {one: meant for one, meant in apart.items() if one != meant} == {
        one: meant for one, meant in look_alikes().items() if not is_radical(one)
    }


@each(
    ("character", "expected"),
    [
        ("⻓", "部首字符"),
        ("\uf9b4", "兼容汉字"),
        ("\u200b", "零宽空格"),
        ("\u2003", "特殊空格"),
        ("\u3164", "韩文填充符"),
        ("\U000e0041", "标签字符"),
        ("\U000e0100", "异体选择符"),
        ("\ufe0f", "异体选择符"),
        ("\u206a", "不可见字符"),
    ],
)
def test_names(character: str, expected: str) -> None:
    """Each kind has a name for editors."""
    assert expected == name_of(character)
