"""How a facet's terms are grouped where all are listed, and over how many pages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.case.vocabulary import REGIONS
from generator.library import pinyin
from generator.library.facets import Facet, Term, TermGroup
from generator.library.library import Library
from generator.outputs.pages.parts.link import Link
from generator.outputs.pages.parts.places import Gazetteer
from generator.outputs.pages.parts.term_list import Area, TermList, area_of, size_of, term_list

PER_PAGE = 600
"""Terms on a page. A province, which is never divided, has fewer places than half of that."""
_OTHER_LETTERS = "其他"


@dataclass(frozen=True, slots=True)
class Group:
    """Terms under a heading."""

    title: str
    """Empty where the facet has no groups."""
    anchor: str
    lists: TermList
    link: Link | None = None
    """Where the heading leads, with the number of cases: a province's own page."""
    areas: tuple[Area, ...] = ()
    """Of a province: its places that have places inside themselves, and several cases."""

    @property
    def size(self) -> int:
        """How many terms it holds."""
        return len(self.lists) + sum(map(size_of, self.areas))


def groups_of(facet: Facet, library: Library) -> tuple[Group, ...]:
    """Group a facet's terms: open lists by letter, places by province, forms and products by task, all else together.

    A facet without terms has no groups.
    """
    if facet.kind.is_nested:
        return tuple(_by_province(facet, library))
    if facet.kind.is_by_letter:
        return tuple(_by_letter(facet, library))
    if facet.groups:
        return tuple(_group(group, library) for group in facet.groups)
    return (Group("", "", term_list(facet.terms, library)),) if facet.terms else ()


def paged(groups: Iterable[Group]) -> tuple[tuple[Group, ...], ...]:
    """Divide groups over pages of no more than `PER_PAGE` terms; a letter with more goes on under its own heading.

    There is always a first page.
    """
    pages: list[list[Group]] = [[]]
    filled = 0
    for group in groups:
        for part in _parts(group):
            if pages[-1] and filled + part.size > PER_PAGE:
                pages.append([])
                filled = 0
            pages[-1].append(part)
            filled += part.size
    return tuple(tuple(page) for page in pages)


def _parts(group: Group) -> Iterator[Group]:
    if group.areas:
        yield group
        return
    for number, lists in enumerate(group.lists.divided(PER_PAGE), 1):
        yield (
            group
            if number == 1 and lists is group.lists
            else replace(group, lists=lists, anchor=group.anchor if number == 1 else f"{group.anchor}-{number}")
        )


def _group(group: TermGroup, library: Library) -> Group:
    anchor = group.task.id if group.task else "common"
    return Group(group.title, anchor, term_list(group.terms, library))


def _by_province(facet: Facet, library: Library) -> Iterator[Group]:
    """Give the largest places, provinces first and in administrative order, each with all that is inside it."""
    gazetteer = Gazetteer(library)
    outermost = [term for term in facet.terms if not gazetteer.containing(term)]
    known = {name: number for number, name in enumerate(REGIONS.names)}
    for place in sorted(outermost, key=lambda term: known.get(term.name, len(known))):
        area = area_of(place, gazetteer, library)
        yield Group(place.name, f"place-{place.slug}", area.lists, area.link, area.areas)


def _by_letter(facet: Facet, library: Library) -> Iterator[Group]:
    letters: defaultdict[str, list[Term]] = defaultdict(list)
    for term in facet.terms:
        letters[initial(term.name, term.pinyin)].append(term)
    for letter in sorted(letters, key=lambda letter: (letter == _OTHER_LETTERS, letter)):
        anchor = "letter-other" if letter == _OTHER_LETTERS else f"letter-{letter.lower()}"
        yield Group(letter, anchor, term_list(letters[letter], library))


def initial(text: str, given: str = "") -> str:
    """Give the letter under which readers look for a text: of the first syllable, past quotes and brackets.

    Texts that begin with a digit, or have no letter at all, go to 其他.
    """
    first = next((syllable[0] for syllable, character in pinyin.order(text, given) if character.isalnum()), "")
    return first.upper() if first.isascii() and first.isalpha() else _OTHER_LETTERS
