"""What search knows about words beside the texts: what means the same, which words there are, how they are read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import resources

from generator.case.synonyms import Synonyms
from generator.case.text import is_han
from generator.outputs.search.characters import BREAK, characters

_MOST_WORDS = 5_000
"""Of the words of titles, the most frequent; a word that is missing here is still found, only not corrected."""
_LONGEST = 8
_GROUPS, _WORDS, _ALSO = ",", " ", ">"


def words_data(synonyms: Synonyms, aliased: Iterable[Sequence[str]], titles: Iterable[str]) -> tuple[object, ...]:
    """Give the groups of what means the same as `农村 乡村>村庄,…`, then the words of titles with a space between them.

    Args:
        synonyms: of the project.
        aliased: groups of names for the same.
        titles: of all cases.
    """
    groups = [*(_group(group.words, group.also) for group in synonyms), *(_group(names) for names in aliased)]
    return _GROUPS.join(filter(None, groups)), _WORDS.join(sorted(_most_frequent(titles)))


def _group(words: Iterable[str], also: Iterable[str] = ()) -> str:
    same, wider = _runs(words), _runs(also)
    return _WORDS.join(same) + (_ALSO + _WORDS.join(wider) if wider else "") if same else ""


def _runs(words: Iterable[str]) -> list[str]:
    """Write words as texts are indexed; one that falls apart finds nothing."""
    table = characters()
    return list(dict.fromkeys(run for word in words if (run := table.normalise(word).strip()) and BREAK not in run))


def _most_frequent(titles: Iterable[str]) -> Iterator[str]:
    import rjieba  # noqa: PLC0415 (its dictionary takes a sixth of a second; few changes touch a title)

    table = characters()
    counts = Counter(word for title in titles for word in rjieba.cut(table.normalise(title), False))
    han = ((word, count) for word, count in counts.items() if 1 < len(word) <= _LONGEST and all(map(is_han, word)))
    yield from (word for word, _ in sorted(han, key=lambda one: (-one[1], one[0]))[:_MOST_WORDS])


@cache
def sounds_data() -> tuple[object, ...]:
    """Give the lines of `sounds.txt`, then the characters that are taken for one another, group by group."""
    folder = resources.files(__package__)
    texts = (folder.joinpath(name).read_text(encoding="utf-8") for name in ("sounds.txt", "mistaken.txt"))
    return tuple(_WORDS.join(text.split()) for text in texts)
