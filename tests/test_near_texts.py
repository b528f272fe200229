"""Texts that are nearly the same are found, and others are not."""

import random

from generator.reading import near_texts
from generator.reading.near_texts import near_pairs, runs_of
from tests.each import each

TEXT = "示例大学茶学系教师党支部与茶山村党支部共建茶园，派出六名党员常驻，推广新品种，带动农户增收。"
OTHER = "示例大学物理学院教师第一党支部与三所村小结对，把十二个实验搬进课堂，两年里上了一百节课。"


def pairs(*texts: str) -> list[tuple[int, int]]:
    """Give the pairs that are found, without how much they share."""
    return [(earlier, later) for earlier, later, _ in near_pairs(tuple(texts))]


@each(
    ("other", "is_near"),
    [
        (TEXT, True),
        (TEXT.replace("与", "和"), True),
        (TEXT.replace("，", "、 ").replace("。", ""), True),
        (TEXT + OTHER, True),
        (TEXT[:24], True),
        (TEXT[:20], False),
        (TEXT[:20] + OTHER[20:], False),
        (OTHER, False),
        ("示例大学茶学系。", False),
        ("", False),
    ],
)
def test_near(other: str, is_near: bool) -> None:  # noqa: FBT001 (a case of the table)
    """More than four fifths of the shorter text's runs make two texts alike; a few words never do."""
    assert ([(0, 1)] if is_near else []) == pairs(TEXT, other)
    assert ([(0, 1)] if is_near else []) == pairs(other, TEXT)


def test_share() -> None:
    """What is shared is counted in runs of the shorter text, each once."""
    other = TEXT.replace("六名", "七名")
    shared = len(runs_of(TEXT) & runs_of(other)) / min(len(runs_of(TEXT)), len(runs_of(other)))

    assert [(0, 1, shared)] == list(near_pairs((TEXT, other)))


def test_each_is_told_once() -> None:
    """Of several that are alike, each later one is told once, with an earlier one."""
    assert [(0, 2), (0, 3)] == sorted(pairs(TEXT, OTHER, TEXT, TEXT))


def test_many_texts() -> None:
    """Among many texts, of which hundreds are the same and others alike in parts, each copy is found."""
    chance = random.Random(1)  # noqa: S311 (no secret)
    words = ["".join(chance.choices("示例茶山村小实验支部党员农户", k=4)) for _ in range(400)]
    texts = ["".join(chance.sample(words, 30)) for _ in range(300)]

    assert {*range(300, 600)} == {later for _, later in pairs(*texts, *texts)}
    assert {*range(1, 500)} == {later for _, later in pairs(*[TEXT] * 500)}


def test_few_texts_are_compared_as_many_are() -> None:
    """A small group is compared pair by pair, a large one by what is rare; both find the same."""
    chance = random.Random(5)  # noqa: S311 (no secret)
    pieces = [
        f"示例第{number}件事说的是{chr(0x4E00 + number * 37)}与{chr(0x5E00 + number * 53)}。" for number in range(12)
    ]
    for _ in range(200):
        texts = ["".join(chance.sample(pieces, chance.randint(0, 4))) for _ in range(chance.randint(2, 16))]
        runs = [runs_of(text) for text in texts]

        assert set(near_texts._of_few(runs)) == set(near_texts._of_many(runs))
