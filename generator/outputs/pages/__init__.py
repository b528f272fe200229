"""The pages that the library makes, each kind in the module named for it.

A module computes a *view*, all that the template may see, and draws it through `templates.render`.
Building the list of pages is cheap; a page is computed when it is drawn.
"""

from collections.abc import Iterator

from generator.outputs.pages import (
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

_KINDS = (home, browse, compare, task, case, withdrawn, revised, moved, collection, facet, homonyms, term, overview)


def pages(publication: Publication) -> Iterator[Page]:
    """Give every page of the library, to be drawn one by one; home first, then kind by kind."""
    for kind in _KINDS:
        yield from kind.pages(publication)
