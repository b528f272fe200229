"""The page of a reader's own selection, which scripts fill from what the reader's browser keeps."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.case.labels import case_label
from generator.case.model import Case
from generator.outputs.pages.parts.crumbs import crumbs, describe, web_page
from generator.outputs.pages.parts.link import Link
from generator.outputs.site import addresses
from generator.outputs.site.page import Head, Page, Shown
from generator.outputs.site.publication import Publication

TITLE = "我的选编"
_ABOUT = "把读到的案例收在一起，排好次序，打印成册，存成 Word，列出参考文献，或编成一节课的教学方案。"


@dataclass(frozen=True, slots=True)
class _View:
    crumbs: tuple[Link, ...]
    title: str
    browse_uri: str
    about: str
    """What scripts must know, as JSON: `site`, its name; `author`, who answers for what it compiled; `labels` of the
    record's outermost keys in this programme."""


def pages(publication: Publication) -> Iterator[Page]:
    """The one page."""
    yield Page(addresses.BASKET, ("basket",), partial(_show, publication), frame=addresses.BASKET, is_indexed=False)


def _show(publication: Publication) -> Shown:
    settings, programme = publication.settings, publication.programme
    about = {
        "site": settings.name,
        "author": settings.organiser or settings.name,
        "labels": {key: case_label(key, programme) for key in Case.model_fields},
    }
    view = _View(
        crumbs=crumbs(Link(TITLE, addresses.BASKET)),
        title=TITLE,
        browse_uri=addresses.BROWSE,
        about=json.dumps(about, ensure_ascii=False),
    )
    schema = web_page("WebPage", TITLE, addresses.BASKET, _ABOUT)
    return Shown(Head(TITLE, _ABOUT, json_ld=describe(schema, way=view.crumbs)), view)
