"""Pages that the generator draws, and files for search, as artifacts; and those of them that may show some cases."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial

from generator.case.model import Case
from generator.outputs.feeds import feeds
from generator.outputs.llms import library_map
from generator.outputs.pages import pages_keeping, pages_with
from generator.outputs.pages.overview import Draw
from generator.outputs.search.files import bundle_artifact, index_artifact
from generator.outputs.site import addresses
from generator.outputs.site.artifact import Artifact, Made
from generator.outputs.site.digest import digest
from generator.outputs.site.frame import Frame
from generator.outputs.site.head import render_head
from generator.outputs.site.page import Page
from generator.outputs.site.publication import Publication
from generator.outputs.site.references import references_in_drawn
from generator.outputs.site.settings import Settings
from generator.outputs.site.templates import render, templates_digest


def artifacts_with(publication: Publication, positions: Collection[int], draw: Draw) -> Iterator[Artifact]:
    """List those of them that may hold anything of the cases at some positions of the library, and some more.

    Only after a change that leaves the traits of these cases as they were, see `library.traits`.

    Args:
        publication: what is published.
        positions: of the cases.
        draw: draws the data files.
    """
    library, settings = publication.library, publication.settings
    for page in pages_with(publication, positions, draw):
        yield page_artifact(page, publication)
    bundles = publication.bundles
    for uri in dict.fromkeys(
        addresses.bundle_uri(publication.first_of_bundle[library.cases[one].id]) for one in positions
    ):
        yield seen(bundle_artifact(uri, bundles[uri], library, settings), bundles[uri], publication)
    yield library_map(publication)
    yield from feeds(publication)


def artifacts_keeping(publication: Publication, positions: Collection[int]) -> Iterator[Artifact]:
    """List anew those artifacts that keep something of what the cases at some positions said when it was first asked.

    All others draw what the cases say at the time. Only after a change that leaves the traits as they were.
    """
    for page in pages_keeping(publication, positions):
        yield page_artifact(page, publication)
    yield index_artifact(publication.library, publication.digests, publication.texts)


def seen(artifact: Artifact, cases: Sequence[Case], publication: Publication) -> Artifact:
    """Let an artifact that is made from some cases alone be known by what these were read from."""
    known = tuple(publication.digests.get(case.id, "") for case in cases)
    glance = partial(_seen_glance, artifact.uri, known, publication.settings.url)
    return replace(artifact, glance=glance) if all(known) else artifact


def _seen_glance(*seen: object) -> str:
    return digest(*seen)


def page_artifact(page: Page, publication: Publication) -> Artifact:
    """Make a page of the generator, in a frame of the host."""
    frame, settings = publication.frames[page.frame], publication.settings
    return Artifact(
        page.uri,
        partial(_page_key, page, frame, settings),
        partial(_make_page, page, frame, settings),
        more=page.more,
        glance=partial(_glance, page, frame, settings),
    )


def _glance(page: Page, frame: Frame, settings: Settings) -> str:
    """Say as quickly as can be what the page is made from; its templates are part of the program."""
    inputs = (page.glance or page.inputs or page.show)()
    return digest(page.uri, frame.digest, settings, page.is_indexed, inputs)


def _page_key(page: Page, frame: Frame, settings: Settings) -> str:
    inputs = page.inputs() if page.inputs else page.show()
    about = (settings.name, settings.url, page.is_indexed)
    return digest(page.uri, templates_digest(*page.templates), frame.digest, about, inputs)


def _make_page(page: Page, frame: Frame, settings: Settings) -> Made:
    shown = page.show()
    head = render_head(shown.head, page.uri, settings, is_indexed=page.is_indexed)
    main = render(page.templates[0], root=addresses.root(page.uri), view=shown.view)
    image = shown.head.image if settings.url else ""
    html = frame.pour({"head": head, "main": main})
    references = partial(_references, main, page.uri, frame, image)
    return Made({page.uri: html, **shown.files}, references, notes=shown.notes)


def _references(main: str, uri: str, frame: Frame, image: str) -> frozenset[str]:
    return references_in_drawn(main, uri) | frame.refers_to | ({image} if image else set())
