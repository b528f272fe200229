"""Facets for scripts: their terms, and which cases have each; of a long one at once only what is shown first."""

from collections.abc import Iterable, Iterator, Sequence

from generator.library import pinyin
from generator.library.facets import Facet, Term
from generator.outputs.search.characters import characters
from generator.outputs.search.packing import pack

SHORT = 64
"""A facet with at most so many terms is told whole at once."""
FIRST = 8
"""Terms that the panel shows of a long one, until more is asked for."""
CALLED_IN_FILE = 64
"""Names in each block of what terms of long facets are called, or some more."""
_LIGHT = 1_000
"""Characters of a file that is not worth being one of its own."""
_MOST_SHARED = 40
_SEPARATOR = ","
"""Between names as search compares them; as punctuation it occurs in none."""

Data = tuple[object, ...]


def term_files(facets: Sequence[Facet]) -> Iterator[tuple[str, Data]]:
    """Give the data of all files by name.

    `terms` has every facet; `facets` which cases those terms have that it names, as far as they are counted. Of each
    long facet `names` has how all terms are called, `readings` how that is typed, and `whole` which cases each has.
    """
    heads = {facet.key: _head(facet) for facet in facets}
    for facet in facets:
        if facet.kind.terms_of:
            heads[facet.kind.terms_of]["touched"] = facet.key
    longs = [facet for facet in facets if _is_long(facet)]
    for number, facet in enumerate(longs):
        heads[facet.key]["long"] = number
    files: list[list[str]] = [[]]
    for facet in facets:
        if heads[facet.key].get("isTop", True):
            heads[facet.key]["at"] = _put(_cases(_at_once(facet)), files, is_open=facet.kind.is_open)
    yield "terms", ([*heads.values()],)
    yield from ((f"facets/{number}", tuple(lists)) for number, lists in enumerate(files))
    for number, facet in enumerate(longs):
        yield f"names/{number}", (_named(facet.terms) | {"names": fronted([term.name for term in facet.terms])},)
        yield f"readings/{number}", (fronted(_read(facet.terms)),)
        yield f"whole/{number}", (_cases(facet.terms),)
    yield from ((f"called/{number}", block) for number, block in enumerate(called_blocks(facets)))


def _put(packed: str, files: list[list[str]], *, is_open: bool) -> list[int]:
    """Put lists into the first file, where those are that the panel counts at once, or into one of their own."""
    number = 0 if is_open or len(packed) <= _LIGHT else len(files)
    if number:
        files.append([])
    files[number].append(packed)
    return [number, len(files[number]) - 1]


def fronted(texts: Iterable[str]) -> list[str]:
    """Write texts of which neighbours begin alike: how many characters are those of the text before, then the others.

    The number is a character, from 0 on, and at most `_MOST_SHARED`; in rare characters, which scripts count as two,
    nothing is shared.
    """
    found: list[str] = []
    before = ""
    for text in texts:
        pairs = zip(before[:_MOST_SHARED], text, strict=False)
        shared = next((at for at, (one, other) in enumerate(pairs) if one != other or one > "\uffff"), None)
        length = min(len(before), len(text), _MOST_SHARED) if shared is None else shared
        found.append(chr(ord("0") + length) + text[length:])
        before = text
    return found


def called_blocks(facets: Iterable[Facet]) -> list[Data]:
    """Give what terms of long facets are called, in blocks: names as search compares them, then facets, then terms."""
    table = characters()
    called = sorted(
        (text, facet.key, term.name)
        for facet in facets
        if _is_long(facet)
        for term in facet.used
        for text in dict.fromkeys(table.normalise(name) for name in (term.name, *term.aliases))
        if text
    )
    blocks: list[list[tuple[str, str, str]]] = []
    for one in called:
        # What is called alike is in the same block.
        if not blocks or (len(blocks[-1]) >= CALLED_IN_FILE and blocks[-1][-1][0] != one[0]):
            blocks.append([])
        blocks[-1].append(one)
    return [
        (_SEPARATOR.join(text for text, _, _ in block), [key for _, key, _ in block], [name for *_, name in block])
        for block in blocks
    ]


def first_called(facets: Iterable[Facet]) -> str:
    """Give the names with which blocks begin, for the directory."""
    return _SEPARATOR.join(str(block[0]).partition(_SEPARATOR)[0] for block in called_blocks(facets))


def aliased(facets: Iterable[Facet]) -> Iterator[tuple[str, ...]]:
    """Give each term that has other names, with these."""
    return ((term.name, *term.aliases) for facet in facets for term in facet.terms if term.aliases)


def _is_long(facet: Facet) -> bool:
    return len(facet.terms) > SHORT


def _at_once(facet: Facet) -> Sequence[Term]:
    """Give the terms that are told at once: all, or those that lie in no other, or the first that are shown."""
    if not _is_long(facet):
        return facet.terms
    outer = _outermost(facet)
    if FIRST <= len(outer) <= SHORT:
        return outer
    depth = {term.name: _depth(term, facet) for term in facet.terms}
    ranked = sorted(facet.terms, key=lambda term: (not term.count, depth[term.name], -term.count))
    return ranked[:FIRST]


def _outermost(facet: Facet) -> Sequence[Term]:
    return [term for term in facet.terms if not _depth(term, facet)] if facet.kind.is_nested else ()


def _depth(term: Term, facet: Facet) -> int:
    """Count the terms in which one lies."""
    return sum(term.name[:end] in facet.by_name for end in range(len(term.name))) if facet.kind.is_nested else 0


def _head(facet: Facet) -> dict[str, object]:
    """Write a facet with what scripts do with it; `isTop` says that its first terms are all that lie in no other."""
    terms = _at_once(facet)
    about: dict[str, object] = {
        "key": facet.key,
        "label": facet.label,
        "panel": facet.kind.panel,
        "open": facet.kind.is_open,
        "nested": facet.kind.is_nested,
        "suggestion": facet.kind.suggestion,
        "size": len(facet.terms),
        **_named(terms),
    }
    if _is_long(facet):
        return about | {"isTop": terms == _outermost(facet)}
    return about | {"read": _read(terms)}


def _named(terms: Sequence[Term]) -> dict[str, object]:
    """Write how terms are called, and what else by their numbers, and how many cases have each."""
    also = {
        number: [[alias, pinyin.syllables(alias)] for alias in term.aliases]
        for number, term in enumerate(terms)
        if term.aliases
    }
    named: dict[str, object] = {"names": [term.name for term in terms], "counts": [term.count for term in terms]}
    return named | ({"also": also} if also else {})


def _read(terms: Sequence[Term]) -> list[str]:
    return [pinyin.syllables(term.name, term.pinyin) for term in terms]


def _cases(terms: Sequence[Term]) -> str:
    lists = [term.positions for term in terms]
    return pack([one for positions in lists for one in positions], [len(one) for one in lists])
