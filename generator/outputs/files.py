"""All files that data makes, as one list: what a build writes and a preview draws from."""

from collections.abc import Callable, Iterator, Mapping

from generator.library.library import Library
from generator.outputs.feeds import feeds, sitemap
from generator.outputs.handbook.outline import outline
from generator.outputs.handbook.parts import blocks
from generator.outputs.handbook.tables import with_tables
from generator.outputs.pages import pages
from generator.outputs.record_json import record_file
from generator.outputs.search.files import case_file
from generator.outputs.site import addresses
from generator.outputs.site.file import File
from generator.outputs.site.frame import Frame
from generator.outputs.site.head import render_head
from generator.outputs.site.page import Head, Page
from generator.outputs.site.settings import Site


def files(library: Library, site: Site, frames: Mapping[str, Frame]) -> Iterator[File]:
    """Make every HTML page, each case's file for search and its record, the feeds and the sitemap.

    Cheap to iterate: a file is drawn when its content is read.

    Args:
        library: the published cases.
        site: the site's settings.
        frames: the hosted pages by address; `addresses.FRAME` is among them.
    """
    # A case's page and its file for search are drawn one after the other, from the same prose.
    cases = {addresses.case_uri(case.id): case for case in library.cases}
    filled: set[str] = set()
    indexed: list[str] = []
    for page in pages(library, site):
        filled.add(page.uri)
        if page.is_indexed:
            indexed.append(page.uri)
        yield File(page.uri, _poured(page, frames[page.frame], site))
        if page.uri in cases:
            yield case_file(cases[page.uri], library.programme, site)
            yield record_file(cases[page.uri], site)
    for frame in frames.values():
        if frame.uri not in filled and frame.uri != addresses.FRAME:
            indexed.append(frame.uri)
            yield File(frame.uri, _written(frame, site))
    yield from feeds(library, site)
    yield from sitemap(indexed, site)


def _poured(page: Page, frame: Frame, site: Site) -> Callable[[], str]:
    """A page of the generator, in a frame of the host."""

    def draw() -> str:
        body = page.draw()
        head = render_head(body.head, page.uri, site, is_indexed=page.is_indexed)
        return frame.pour({"head": head, "main": body.main})

    return draw


def _written(frame: Frame, site: Site) -> Callable[[], str]:
    """A page that people wrote; its marks are filled, and its tables get the handbook's form."""

    def draw() -> str:
        head = render_head(Head(frame.title, frame.description), frame.uri, site)
        contents = outline(frame.pour(blocks()))
        return with_tables(frame.pour({**blocks(), "head": head, "outline": contents}))

    return draw
