"""The page of a facet: all its terms, with how many cases each has."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.case.text import listing
from generator.library import pinyin
from generator.library.facets import Facet, TermGroup
from generator.library.library import Library
from generator.outputs.pages.parts.crumbs import crumbs, describe, web_page
from generator.outputs.pages.parts.link import Link, term_link
from generator.outputs.site import addresses
from generator.outputs.site.page import Head, Page, Shown
from generator.outputs.site.publication import Publication

_OTHER_LETTERS = "其他"


@dataclass(frozen=True, slots=True)
class Group:
    """Terms under a heading."""

    title: str
    """Empty where the facet has no groups."""
    anchor: str
    terms: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class _View:
    crumbs: tuple[Link, ...]
    title: str
    uri: str
    ways: tuple[Link, ...]
    """To all facets, this one among them."""
    gist: str
    """How many terms there are."""
    groups: tuple[Group, ...]
    by_letter: bool


def pages(publication: Publication) -> Iterator[Page]:
    """One page for each facet but the tasks."""
    library = publication.library
    for facet in _listed(library):
        uri = addresses.facet_uri(facet.key)
        yield Page(uri, ("facet",), partial(_show, facet, _ways(library)), frame=uri)


def _ways(library: Library) -> tuple[Link, ...]:
    return tuple(Link(facet.label, addresses.facet_uri(facet.key)) for facet in _listed(library))


def _listed(library: Library) -> tuple[Facet, ...]:
    """Give the facets but the tasks, which have pages of their own; those lead to the cases that also serve them."""
    return tuple(one for one in library.facets.values() if one.kind.has_index and not one.kind.has_own_pages)


def _show(facet: Facet, ways: tuple[Link, ...]) -> Shown:
    uri = addresses.facet_uri(facet.key)
    view = _View(
        crumbs=crumbs(Link(facet.label, uri)),
        title=facet.label,
        uri=uri,
        ways=ways,
        gist=_gist(facet),
        groups=groups_of(facet),
        by_letter=facet.kind.is_by_letter,
    )
    description = f"按{facet.label}查看案例，共{len(facet.used)}个词条有案例。"
    schema = web_page("CollectionPage", facet.label, uri, description)
    return Shown(Head(facet.label, description, json_ld=describe(schema, way=view.crumbs)), view)


def _gist(facet: Facet) -> str:
    """Count the terms: 共34个省级行政区，有案例的22个。"""
    counted = [term for term in facet.terms if term.name not in facet.apart]
    total, used = len(counted), sum(term.count > 0 for term in counted)
    some = f"，有案例的{used}个" if used < total else ""
    apart = [term.name for term in facet.used if term.name in facet.apart]
    beside = f"；另有{listing(apart)}的案例" if apart else ""
    return f"共{total}{facet.kind.counted}{some}{beside}。"


def groups_of(facet: Facet) -> tuple[Group, ...]:
    """Group a facet's terms: open lists by letter, forms and products by task, all else in one group.

    A facet without terms has no groups.
    """
    if facet.kind.is_by_letter:
        return _by_letter(facet)
    if facet.groups:
        return tuple(_group(group) for group in facet.groups)
    return (Group("", "", tuple(term_link(term) for term in facet.terms)),) if facet.terms else ()


def _group(group: TermGroup) -> Group:
    anchor = group.task.id if group.task else "common"
    return Group(group.title, anchor, tuple(term_link(term) for term in group.terms))


def _by_letter(facet: Facet) -> tuple[Group, ...]:
    letters: defaultdict[str, list[Link]] = defaultdict(list)
    for term in facet.terms:
        letters[initial(term.name, term.pinyin)].append(term_link(term))
    return tuple(
        Group(
            letter,
            "letter-other" if letter == _OTHER_LETTERS else f"letter-{letter.lower()}",
            tuple(letters[letter]),
        )
        for letter in sorted(letters, key=lambda letter: (letter == _OTHER_LETTERS, letter))
    )


def initial(text: str, given: str = "") -> str:
    """Give the letter under which readers look for a text: of the first syllable, past quotes and brackets.

    Texts that begin with a digit, or have no letter at all, go to 其他.
    """
    first = next((syllable[0] for syllable, character in pinyin.order(text, given) if character.isalnum()), "")
    return first.upper() if first.isascii() and first.isalpha() else _OTHER_LETTERS
