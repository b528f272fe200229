"""What search knows about words: synonyms, words of titles, sounds."""

from pathlib import Path

from generator.case.synonyms import SynonymGroup
from generator.outputs.search.made_sounds import make_sounds
from generator.outputs.search.words import sounds_data, words_data

SOUNDS = Path(__file__).parent.parent / "generator/outputs/search/sounds.txt"


def test_groups_are_written_as_texts_are_indexed() -> None:
    """Width, case and traditional forms go; a word that would fall apart is left out, names as well."""
    synonyms = (
        SynonymGroup(("農村", "乡村", "乡村"), ("Ａ+Ｂ",)),
        SynonymGroup(("甲 乙", "丙丁"), ()),
        SynonymGroup(("甲-乙",), ("丙丁",)),
    )

    assert words_data(synonyms, [("５Ｇ", "五代"), ("甲-乙",)], ()) == ("农村 乡村>a+b,甲乙 丙丁,5g 五代", "")


def test_words_of_titles_are_han_words_of_two_and_more() -> None:
    """Single characters, numbers and Latin are no words that could be put right."""
    _, words = words_data((), (), ["科技小院AI师生2024年到村里办学", "科技小院"])

    assert set(str(words).split()) >= {"科技"}
    assert all(len(word) > 1 and word.isalpha() and not word.isascii() for word in str(words).split())


def test_the_most_frequent_words_are_kept() -> None:
    """A library of many titles does not make readers load a dictionary."""
    hans = [chr(0x4E00 + number) for number in range(6_000)]
    _, words = words_data((), (), [f"{one}{one}" for one in hans])

    assert len(str(words).split()) <= 5_000


def test_sounds_are_those_of_the_dictionary() -> None:
    """The packaged table is what pypinyin gives; with `--update-golden` it is made anew by its script."""
    assert SOUNDS.read_text(encoding="utf-8") == make_sounds()


def test_every_syllable_has_its_characters() -> None:
    """Lines are a syllable and characters; groups of look-alikes are two and more different ones."""
    lines, mistaken = (str(text).split(" ") for text in sounds_data())

    assert all(line.rstrip(line.lstrip("abcdefghijklmnopqrstuvwxyz")).isascii() for line in lines)
    assert len({character for line in lines for character in line if not character.isascii()}) == 6_763
    assert all(len(set(group)) == len(group) > 1 for group in mistaken)
