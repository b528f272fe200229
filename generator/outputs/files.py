"""All files that data makes, as one list: what a build writes and a preview draws from."""

from collections.abc import Callable, Iterator, Mapping

from generator.library.library import Library
from generator.outputs import addresses
from generator.outputs.feeds import feeds, sitemap
from generator.outputs.file import File
from generator.outputs.frame import Frame
from generator.outputs.handbook import blocks
from generator.outputs.head import render_head
from generator.outputs.page import Body, Head, Page
from generator.outputs.pages import pages
from generator.outputs.site import Site


def files(library: Library, site: Site, frames: Mapping[str, Frame]) -> Iterator[File]:
    """Make every HTML page, the feeds and the sitemap. Cheap to iterate: a file is drawn when its content is read.

    Args:
        library: the published cases.
        site: the site's settings.
        frames: the hosted pages by address; `addresses.FRAME` is among them.
    """
    filled: set[str] = set()
    indexed: list[str] = []
    for page in pages(library, site):
        filled.add(page.uri)
        indexed.append(page.uri)
        yield File(page.uri, _poured(page, frames[page.frame], site))
    for frame in frames.values():
        if frame.uri not in filled and frame.uri != addresses.FRAME:
            indexed.append(frame.uri)
            yield File(frame.uri, _written(frame, site))
    yield from feeds(library, site)
    withdrawn = {addresses.case_uri(case.id) for case in library.withdrawn}
    yield from sitemap((uri for uri in indexed if uri not in withdrawn), site)


def _poured(page: Page, frame: Frame, site: Site) -> Callable[[], str]:
    """A page of the generator, in a frame of the host."""

    def draw() -> str:
        body = page.draw()
        return frame.pour(_values(body, page.uri, site))

    return draw


def _written(frame: Frame, site: Site) -> Callable[[], str]:
    """A page that people wrote; only its marks are filled."""

    def draw() -> str:
        body = Body(Head(frame.title, frame.description), "")
        return frame.pour({**blocks(), **_values(body, frame.uri, site)})

    return draw


def _values(body: Body, uri: str, site: Site) -> dict[str, str]:
    return {"head": render_head(body.head, uri, site), "main": body.main}
