"""Chinese order and Chinese addresses follow the pinyin, and never change."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.library import pinyin
from tests.each import each

SLUGS = {
    "Han": ("示例大学", "shilidaxue"),
    "place": ("甘肃庆阳市合水县", "gansuqingyangshiheshuixian"),
    "Chongqing, not Zhongqing": ("重庆", "chongqing"),
    "Chongqing in a name": ("重庆示例大学", "chongqingshilidaxue"),
    "Xizang, not Xicang": ("西藏", "xizang"),
    "Xiamen, not Shamen": ("厦门市", "xiamenshi"),
    "Latin": ("AI", "ai"),
    "mixed": ("AI育人", "aiyuren"),
    "digits": ("5G应用", "5gyingyong"),
    "spaces": ("deep  learning 教学", "deep-learning-jiaoxue"),
    "quotes": ("“双带头人”工作室", "shuangdaitouren-gongzuoshi"),
    "brackets": ("《示例》学院", "shili-xueyuan"),
    "umlaut": ("绿色", "lvse"),
    "signs around": ("--甲--", "jia"),
    "slashes": ("../../甲", "jia"),
    "a year": ("2024", "2024"),
}

SYLLABLES = {
    "nothing": ("", ""),
    "Han": ("示例大学", "shi li da xue"),
    "Chongqing, not Zhongqing": ("重庆", "chong qing"),
    "umlaut": ("绿色", "lv se"),
    "neutral tone": ("妈妈的", "ma ma de"),
    "Latin letter by letter": ("AI育人", "a i yu ren"),
    "digits are no tones": ("5G应用2", "5 g ying yong 2"),
    "digit after Han": ("马3", "ma 3"),
    "signs go": ("“双带头人”工作室", "shuang dai tou ren gong zuo shi"),
    "character without pinyin": ("𠮷野", "𠮷 ye"),
    "emoji": ("🎉", ""),
}

SORTED = [
    "5G应用",
    "AI育人",
    "安徽",
    "B站",
    "北京",
    "重庆",
    "广东",
    "西藏",
    "厦门",
    "浙江",
]


@each("name", SLUGS)
def test_slug(name: str) -> None:
    """A text's address is its pinyin without tones; these addresses are printed in books and never change."""
    text, expected = SLUGS[name]

    assert expected == pinyin.slug(text)


@each("name", SYLLABLES)
def test_syllables(name: str) -> None:
    """A text's syllables stand apart, without tones and in lower case; what has no pinyin stands as it is."""
    text, expected = SYLLABLES[name]

    assert expected == pinyin.syllables(text)


@given(st.text("示例大学重庆西藏厦门绿色马人", max_size=8))
def test_syllables_and_slug_agree(text: str) -> None:
    """Who types an address from its slug finds the term by its syllables: Han are read the same for both."""
    syllables = pinyin.syllables(text).split()

    assert len(text) == len(syllables)
    assert (pinyin.slug(text) if text else "") == "".join(syllables)


@given(st.text(st.characters(exclude_characters=" ")))
@example("İstanbul")
@example("１２３ＡＢ")
def test_every_character_has_a_syllable(text: str) -> None:
    """Whatever the text, each letter, digit and Han character has one piece, in lower case, so each has its initial."""
    syllables = pinyin.syllables(text)

    assert syllables.lower() == syllables
    assert sum(map(str.isalnum, text)) == len(syllables.split())


@each("text", ["……", "“”", "！", "", "🎉", "\u3000", "-"])
def test_slug_of_a_text_without_letters(text: str) -> None:
    """A text that has nothing to pronounce gets its mark as address."""
    assert pinyin.mark(text) == pinyin.slug(text)


@each("text", ["index", "Index", "INDEX", "con", "Nul", "com1"])
def test_slug_of_a_reserved_name(text: str) -> None:
    """A name that the site or Windows keeps for itself gets a mark, and so do its other spellings."""
    assert f"{text.lower()}-{pinyin.mark(text)}" == pinyin.slug(text)


@each(("one", "other"), [("事实", "史诗"), ("示例", "实力"), ("Ai", "AI"), ("甲·乙", "甲—乙"), ("山西", "陕西")])
def test_texts_of_the_same_sound_have_different_marks(one: str, other: str) -> None:
    """Texts that share an address are told apart by their marks."""
    assert pinyin.slug(one) == pinyin.slug(other)
    assert pinyin.mark(one) != pinyin.mark(other)


def test_long_slug_is_cut_and_marked() -> None:
    """A long text's address has at most 60 characters and ends in the mark of the whole text."""
    name = "示例省示例市示例县示例镇示例村股份经济合作联合社党支部委员会"

    first, second = pinyin.slug(name + "甲"), pinyin.slug(name + "乙")

    assert first.removesuffix(f"-{pinyin.mark(name + '甲')}") == second.removesuffix(f"-{pinyin.mark(name + '乙')}")
    assert first != second
    assert max(len(first), len(second)) <= 60


@each(("length", "expected"), [(59, 59), (60, 60), (61, 60), (200, 60)])
def test_length_of_a_slug(length: int, expected: int) -> None:
    """Sixty characters are allowed, the sixty-first is not."""
    assert expected == len(pinyin.slug("a" * length))


@given(st.text(max_size=80))
@example("甲" * 100)
@example("a" * 55 + "-" + "b" * 20)
@example("İstanbul")
@example("ＡＢＣ")
@example("é")
def test_slug_can_be_an_address(text: str) -> None:
    """Whatever the text, its address is ASCII letters, digits and single hyphens between them, never empty."""
    slug = pinyin.slug(text)

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 60


@given(st.text())
def test_mark_depends_on_the_text_alone(text: str) -> None:
    """A mark is six letters and digits, the same for the same text."""
    assert re.fullmatch(r"[0-9a-f]{6}", pinyin.mark(text))
    assert pinyin.mark(text) == pinyin.mark("".join(text))


def test_mark_never_changes() -> None:
    """The marks are part of addresses, so they stay what they are."""
    assert ("be0d33", "a47ff1") == (pinyin.mark("事实"), pinyin.mark("史诗"))


def test_order_is_by_pinyin() -> None:
    """Digits come first; Latin stands among the Han by its letters; names of places are read as they are pronounced."""
    assert SORTED == sorted(set(SORTED), key=pinyin.order)


@each(
    "words",
    [
        pytest.param(["妈", "麻", "马", "骂", "吗"], id="tones, the neutral one last"),
        pytest.param(["山", "山村", "山西", "陕西"], id="shorter first, then tones"),
        pytest.param(["将军", "将来", "江西"], id="by the first character, then by the next"),
        pytest.param(["史诗", "事实", "事务", "示例"], id="same syllable, by tone then by character"),
    ],
)
def test_order_of_near_words(words: list[str]) -> None:
    """Words of nearly the same sound stand as in a dictionary."""
    assert words == sorted(set(words), key=pinyin.order)


@given(st.text(), st.text())
def test_order_tells_texts_apart(one: str, other: str) -> None:
    """Two texts have the same place only if they are the same, so an order never depends on where it began."""
    assert (one == other) == (pinyin.order(one) == pinyin.order(other))
