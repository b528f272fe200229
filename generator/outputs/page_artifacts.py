"""Pages with what goes beside them: records, files for search, data files, feeds and the sitemap."""

from collections.abc import Iterator
from functools import partial

from generator.case.programme import Programme
from generator.outputs.drawn_artifacts import page_artifact, seen
from generator.outputs.feeds import feeds, sitemap
from generator.outputs.handbook.blocks import blocks
from generator.outputs.handbook.outline import outline
from generator.outputs.handbook.tables import with_tables
from generator.outputs.llms import library_map
from generator.outputs.pages import pages
from generator.outputs.search.files import bundle_artifact
from generator.outputs.site import addresses
from generator.outputs.site.artifact import Artifact, Made
from generator.outputs.site.digest import digest
from generator.outputs.site.frame import Frame
from generator.outputs.site.head import render_head
from generator.outputs.site.page import Head
from generator.outputs.site.publication import Publication
from generator.outputs.site.references import references_in_html
from generator.outputs.site.settings import Settings
from generator.outputs.site.templates import templates_digest


def page_artifacts(publication: Publication) -> Iterator[Artifact]:
    """List everything but the index; nothing is computed yet."""
    settings = publication.settings
    # A file for search is made behind the pages of its cases, from the same prose.
    bundles = publication.bundles
    ends = {addresses.case_uri(cases[-1].id): uri for uri, cases in bundles.items()}
    filled: set[str] = set()
    indexed: list[str] = []
    for page in pages(publication):
        filled.add(page.uri)
        if page.is_indexed:
            indexed.append(page.uri)
        yield page_artifact(page, publication)
        if page.uri in ends:
            uri = ends[page.uri]
            yield seen(bundle_artifact(uri, bundles[uri], publication.library, settings), bundles[uri], publication)
    for frame in publication.frames.values():
        if frame.uri not in filled and frame.uri != addresses.FRAME:
            indexed.append(frame.uri)
            yield written_artifact(frame, publication.programme, settings)
    yield library_map(publication)
    yield from feeds(publication)
    yield from sitemap(indexed, settings)


def written_artifact(frame: Frame, programme: Programme, settings: Settings) -> Artifact:
    """Make a page that people wrote; its marks are filled, and its tables get the handbook's form."""
    return Artifact(
        frame.uri, partial(_written_key, frame, programme, settings), partial(_make_written, frame, programme, settings)
    )


def _written_key(frame: Frame, programme: Programme, settings: Settings) -> str:
    description = frame.description or settings.description
    parts = tuple(blocks(programme).get(mark, "") for mark in frame.marks)
    templates = templates_digest("handbook/outline", "handbook/table")
    return digest(frame.uri, frame.digest, templates, parts, settings.name, settings.url, description)


def _make_written(frame: Frame, programme: Programme, settings: Settings) -> Made:
    head = render_head(Head(frame.title, frame.description), frame.uri, settings)
    contents = outline(frame.pour(blocks(programme)))
    html = with_tables(frame.pour({**blocks(programme), "head": head, "outline": contents}))
    return Made({frame.uri: html}, partial(references_in_html, html, frame.uri))
