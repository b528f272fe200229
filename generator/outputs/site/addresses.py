"""Where everything is on the site. All addresses are relative to the site's root, with `/`."""

from collections.abc import Iterable
from typing import Literal
from urllib.parse import urlencode

from generator.case.programme import Programme
from generator.library.facet_kind import FacetKind
from generator.library.facet_kinds import kinds_of
from generator.library.facets import Term
from generator.library.left_out import LeftOut

HOME = "index.html"
OVERVIEW = "data.html"
COLLECTIONS = "collections/index.html"
BROWSE = "browse.html"
COMPARE = "compare.html"
"""A few cases side by side; which they are, the address says."""
BASKET = "basket.html"
"""What a reader collects; its list is in the reader's browser."""
STYLES = "assets/anliji.css"
"""The style sheet of all pages."""
MANIFEST = "manifest.json"
CATALOGUE = "data/catalogue.json"
"""All cases for other programs, a row each; beside it the same as a table, and what describes both."""
CATALOGUE_TABLE = "data/catalogue.csv"
DATA_PACKAGE = "datapackage.json"
DATA_ANCHOR = "files"
"""Where the data page says what the data files are and how they may be used."""
MAP = "llms.txt"
"""The library's map for programs that read texts."""


def case_uri(case_id: str) -> str:
    """The page of a case, for ever."""
    return f"cases/{case_id}.html"


def bundle_uri(case_id: str) -> str:
    """The file with texts and records of some cases, by the first of them."""
    return f"search/cases/{case_id}.js"


def photo_uri(case_id: str, file: str, width: int, kind: Literal["webp", "jpg"]) -> str:
    """A published copy of a photo at a width in pixels. The whole name stays, so `a.png` and `a.jpg` never meet."""
    return f"photos/{case_id}/{file}.{width}.{kind}"


def case_poster_uri(case_id: str) -> str:
    """The picture by which messengers show a featured case."""
    return f"posters/cases/{case_id}.png"


def collection_poster_uri(collection_id: str) -> str:
    """The picture by which messengers show a collection."""
    return f"posters/collections/{collection_id}.png"


def attachment_uri(case_id: str, file: str) -> str:
    """An attachment as readers get it."""
    return f"files/{case_id}/{file}"


def browse_uri(*terms: Term) -> str:
    """The browse page with terms of different facets chosen; without scripts it ignores them."""
    return f"{BROWSE}?{urlencode({term.facet: term.name for term in terms})}"


def facet_uri(facet: str) -> str:
    """The page that lists a facet's terms."""
    return f"{facet}/index.html"


def term_uri(term: Term, page: int = 1) -> str:
    """A page of a term's cases, pages counted from 1."""
    return listing_uri(term.facet, term.slug, page)


def listing_uri(facet: str, slug: str, page: int = 1) -> str:
    """A page of a listing. A dot never occurs in a slug, so pages and terms cannot meet."""
    return f"{facet}/{slug}.html" if page == 1 else f"{facet}/{slug}.{page}.html"


def collection_uri(collection_id: str) -> str:
    """The page of a collection."""
    return f"collections/{collection_id}.html"


def left_out_uri(one: LeftOut) -> str:
    """The page of a case or collection that is left out for now."""
    return collection_uri(one.id) if one.is_collection else case_uri(one.id)


def book_cover_uri(collection_id: str) -> str:
    """The cover of a collection's book as a picture."""
    return f"books/{collection_id}.png"


def book_uri(collection_id: str, volume: int = 0) -> str:
    """The PDF of a collection's book, or of one of its volumes, counted from 1."""
    return f"books/{collection_id}.{volume}.pdf" if volume else f"books/{collection_id}.pdf"


def root_folder(uri: str) -> str:
    """The first folder of an address; empty for what lies at the root."""
    return uri.partition("/")[0] if "/" in uri else ""


def root(uri: str) -> str:
    """The way from a page back to the site's root: `` or `../` as often as needed."""
    return "../" * uri.count("/")


def former_uris(programme: Programme) -> dict[str, str]:
    """Give the addresses that words of a programme had before they got other ids, each with the one of now."""
    return {
        listing_uri(facet, old): listing_uri(facet, word.id)
        for facet, words in programme.lists.items()
        for word in words
        for old in word.former_ids
    }


FRAME = "cases/_frame.html"
"""The hosted page whose frame all pages take that have none of their own; it is not part of the site, and no id starts
with an underscore."""


def hosted_titles(programme: Programme, kinds: Iterable[FacetKind] | None = None) -> dict[str, str]:
    """Give the pages that the generator fills and the host frames one by one, with their titles, by address.

    They are the few that are in the navigation; their number does not grow with the cases.
    """
    tasks = {f"task/{task.id}.html": task.name for task in programme.tasks}
    facets = {facet_uri(kind.key): kind.label for kind in kinds or kinds_of(programme) if kind.has_index}
    single = {COLLECTIONS: "案例集", BROWSE: "检索案例", COMPARE: "比较案例", BASKET: "我的选编"}
    return {**tasks, **facets, **single, OVERVIEW: "数据概览", FRAME: "案例"}
