"""How the face of titles is cut into files, so that a page brings little more of it than it is written with.

A browser takes a file of a face when a page has one of its characters. Those of many titles lie together in the first;
the others lie in small files, those of one case beside each other, and apart from those that only its sentence has:
lists show titles alone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from generator.case.model import Case
from generator.outputs.site.publication import Publication
from generator.outputs.site.title_words import ASCII, OF_CASES, written

_FIRST = 230
_OF_CASES_EACH, _OF_OTHERS_EACH = 8, 40
_LETTERS = frozenset(ASCII) - {" "}


def title_parts(characters: str, publication: Publication) -> tuple[str, ...]:
    """Give the characters of each file; every character is in one of them, and the same text gives the same files."""
    wanted = frozenset(characters)
    cases = publication.library.cases
    titles = [frozenset(case.title) & wanted for case in cases]
    whole = [characters_of(case) & wanted for case in cases]
    counts = Counter(chain.from_iterable(whole))
    letters = wanted & _LETTERS
    always = wanted & {" ", *OF_CASES, *publication.settings.name} - letters
    often = sorted(counts.keys() - always - letters, key=lambda one: (-counts[one], one))
    first = always.union(often[: max(_FIRST - len(always), 0)])
    known = first | letters
    rare = [one for one in _in_turn(titles, counts) if one not in known]
    known = known.union(rare)
    in_sentences = [one for one in _in_turn(whole, counts) if one not in known]
    known = known.union(in_sentences)
    others = [one for one in dict.fromkeys("".join(written(publication))) if one in wanted]
    beside = [*others, *sorted(wanted.difference(others))]
    parts: Iterable[Iterable[str]] = chain(
        (first, letters),
        _cut(rare, _OF_CASES_EACH),
        _cut(in_sentences, _OF_CASES_EACH),
        _cut([one for one in beside if one not in known], _OF_OTHERS_EACH),
    )
    texts = ("".join(sorted(part)) for part in parts)
    return tuple(text for text in texts if text)


def characters_of(case: Case) -> frozenset[str]:
    """Give the characters that a case's own page has in the face."""
    return frozenset(case.title + (case.significance or "") + OF_CASES)


def heaviest(parts: Sequence[str], bytes_: Sequence[int], publication: Publication) -> int:
    """Give how many bytes of these files the page of some case takes at most; the first where there is none."""
    sized = [(frozenset(part), size) for part, size in zip(parts, bytes_, strict=True)][1:]
    name = frozenset(publication.settings.name)
    pages = (characters_of(case) | name for case in publication.library.cases)
    return bytes_[0] + max((sum(size for part, size in sized if part & page) for page in pages), default=0)


def _in_turn(cases: Iterable[frozenset[str]], counts: Counter[str]) -> Iterator[str]:
    """Give the characters of one case after another, each once; in a case those first that the fewest others have."""
    seen = set[str]()
    for own in cases:
        new = own - seen
        seen |= new
        yield from sorted(new, key=lambda one: (counts[one], one))


def _cut(characters: Sequence[str], each: int) -> Iterator[Sequence[str]]:
    return (characters[at : at + each] for at in range(0, len(characters), each))
