"""The pages of a facet: all its terms, with how many cases each has; what has one case leads straight to it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from generator.case.text import listing
from generator.library.facets import Facet
from generator.library.library import Library
from generator.outputs.pages.parts.crumbs import crumbs, describe, web_page
from generator.outputs.pages.parts.facet_groups import PER_PAGE, Group, groups_of, paged
from generator.outputs.pages.parts.link import Link
from generator.outputs.pages.parts.pager import Pager, numbered
from generator.outputs.site import addresses
from generator.outputs.site.page import Head, Page, Shown
from generator.outputs.site.publication import Publication

_SLUG = "index"
"""No term has it, so the further pages of a facet meet none of a term's."""


@dataclass(frozen=True, slots=True)
class Jump:
    """The way to where a group begins."""

    name: str
    uri: str
    """Empty on the page itself."""
    anchor: str


@dataclass(frozen=True, slots=True)
class _View:
    crumbs: tuple[Link, ...]
    title: str
    uri: str
    ways: tuple[Link, ...]
    """To all facets, this one among them."""
    gist: str
    """How many terms there are."""
    jumps: tuple[Jump, ...]
    """To the groups on all pages: letters or provinces; empty where there are neither."""
    jumps_to: str
    """What they are."""
    groups: tuple[Group, ...]
    style: str
    """How a group is laid out: `letter`, or `division` for a province, or a task."""
    pager: Pager | None


@dataclass(frozen=True, eq=False)
class _Index:
    """What all pages of a facet share."""

    library: Library
    facet: Facet
    ways: tuple[Link, ...]

    @cached_property
    def parts(self) -> tuple[tuple[Group, ...], ...]:
        """The groups of each page; found once, for a page is a part of what all its terms are."""
        return paged(groups_of(self.facet, self.library))

    @property
    def count(self) -> int:
        """How many pages there are."""
        return 1 if len(self.facet.terms) <= PER_PAGE else len(self.parts)


def pages(publication: Publication) -> Iterator[Page]:
    """The pages of each facet but the tasks; one is enough for nearly all."""
    return _pages(publication, _listed(publication.library))


def pages_with(publication: Publication, positions: Collection[int]) -> Iterator[Page]:
    """The pages of those facets that show a case at one of some positions: they do where a term has no other case."""
    shown = {(position,) for position in positions}
    facets = _listed(publication.library)
    return _pages(publication, [facet for facet in facets if any(term.positions in shown for term in facet.terms)])


def _pages(publication: Publication, facets: Iterable[Facet]) -> Iterator[Page]:
    library = publication.library
    ways = _ways(library)
    for facet in facets:
        index = _Index(library, facet, ways)
        for page in range(1, index.count + 1):
            uri = addresses.listing_uri(facet.key, _SLUG, page)
            yield Page(uri, ("facet",), partial(_show, index, page), frame=addresses.facet_uri(facet.key))


def _ways(library: Library) -> tuple[Link, ...]:
    return tuple(Link(facet.label, addresses.facet_uri(facet.key)) for facet in _listed(library))


def _listed(library: Library) -> tuple[Facet, ...]:
    """Give the facets but the tasks, which have pages of their own; those lead to the cases that also serve them."""
    return tuple(one for one in library.facets.values() if one.kind.has_index and not one.kind.has_own_pages)


def _show(index: _Index, page: int) -> Shown:
    facet, parts = index.facet, index.parts
    uri = addresses.listing_uri(facet.key, _SLUG, page)
    is_nested, is_by_letter = facet.kind.is_nested, facet.kind.is_by_letter
    view = _View(
        crumbs=crumbs(Link(facet.label, uri)),
        title=facet.label,
        uri=addresses.facet_uri(facet.key),
        ways=index.ways,
        gist=_gist(facet),
        jumps=tuple(_jumps(facet, parts, page)) if is_by_letter else (),
        jumps_to="省级行政区" if is_nested else "拼音首字母",
        groups=parts[page - 1],
        style="division" if is_nested or not is_by_letter else "letter",
        pager=numbered(facet.key, _SLUG, page, len(parts)),
    )
    description = f"按{facet.label}查看案例，共{len(facet.used)}个词条有案例。"
    title = facet.label if page == 1 else f"{facet.label}（第{page}页）"
    schema = web_page("CollectionPage", title, uri, description)
    head = Head(title, description, json_ld=describe(schema, way=view.crumbs), is_further=page > 1)
    return Shown(head, view)


def _jumps(facet: Facet, parts: tuple[tuple[Group, ...], ...], page: int) -> Iterator[Jump]:
    seen = set[str]()
    for number, groups in enumerate(parts, 1):
        uri = "" if number == page else addresses.listing_uri(facet.key, _SLUG, number)
        for group in groups:
            if group.title not in seen:
                seen.add(group.title)
                yield Jump(group.title, uri, group.anchor)


def _gist(facet: Facet) -> str:
    """Count the terms: 共34个省级行政区，其中22个有案例；只有一个案例的，直接打开案例。"""
    counted = [term for term in facet.terms if term.name not in facet.apart]
    total, used = len(counted), sum(term.count > 0 for term in counted)
    some = f"，其中{used}{facet.kind.counted[0]}有案例" if used < total else ""
    apart = [term.name for term in facet.used if term.name in facet.apart]
    beside = f"；另有{listing(apart)}的案例" if apart else ""
    single = "；只有一个案例的，直接打开案例" if any(term.count == 1 for term in facet.terms) else ""
    return f"共{total}{facet.kind.counted}{some}{beside}{single}。"
