"""The pages that the library makes, each kind in the module named for it.

A module computes a *view*, all that the template may see, and draws it through `templates.render`.
Building the list of pages is cheap; a page is computed when it is drawn.
"""

from collections.abc import Collection, Iterator

from generator.outputs.pages import (
    basket,
    browse,
    case,
    collection,
    compare,
    facet,
    home,
    homonyms,
    moved,
    overview,
    revised,
    task,
    term,
    withdrawn,
)
from generator.outputs.site.page import Page
from generator.outputs.site.publication import Publication

_KINDS = (
    *(home, browse, compare, basket, task, case, withdrawn, revised, moved),
    *(collection, facet, homonyms, term, overview),
)


def pages(publication: Publication) -> Iterator[Page]:
    """Give every page of the library, to be drawn one by one; home first, then kind by kind."""
    for kind in _KINDS:
        yield from kind.pages(publication)


def pages_with(publication: Publication, positions: Collection[int], draw: overview.Draw) -> Iterator[Page]:
    """Give every page that may show anything of the cases at some positions of the library, and some more.

    What cases are to the library as a whole is not meant, see `library.traits`: the terms that they have, for instance.

    Args:
        publication: what is published.
        positions: of the cases.
        draw: draws the data files.
    """
    library = publication.library
    for kind in _KINDS:
        if kind is case:
            yield from (case.page_of(publication, library.cases[one]) for one in library.showing(positions))
        elif kind in (facet, term):
            yield from (facet if kind is facet else term).pages_with(publication, positions)
        elif kind is overview:
            yield from overview.pages(publication, draw)
        elif kind is not homonyms:
            # Those show nothing but which terms there are, and how many cases each has.
            yield from kind.pages(publication)


def pages_keeping(publication: Publication, positions: Collection[int]) -> Iterator[Page]:
    """Give those pages anew that keep rows or links which they drew of the cases at some positions."""
    for kind in (facet, term):
        yield from kind.pages_with(publication, positions)
