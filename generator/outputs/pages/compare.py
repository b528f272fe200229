"""The page where a few cases stand side by side; scripts read from its address which, and fill it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.case.labels import case_label
from generator.outputs.pages.parts.crumbs import crumbs, describe, web_page
from generator.outputs.pages.parts.link import Link
from generator.outputs.site import addresses
from generator.outputs.site.page import Head, Page, Shown
from generator.outputs.site.publication import Publication

TITLE = "比较案例"
_ABOUT = "选两到五个案例，做法、条件、合作单位、成果和启示逐行对照。"
_COMPARED = (
    *("task", "also", "university", "branch", "places", "partners", "level", "period"),
    *("forms", "approach", "products", "lessons", "outcomes"),
)
"""The keys of a record that are compared."""


@dataclass(frozen=True, slots=True)
class _View:
    crumbs: tuple[Link, ...]
    title: str
    about: str
    browse: Link
    site: str
    caution: str
    """What must be known of the numbers."""
    labels: str
    """What the keys that are compared are called in this programme, as JSON."""


def pages(publication: Publication) -> Iterator[Page]:
    """The one page; what it shows is nobody's until cases are chosen, so search engines leave it out."""
    yield Page(addresses.COMPARE, ("compare",), partial(_show, publication), frame=addresses.COMPARE, is_indexed=False)


def _show(publication: Publication) -> Shown:
    programme = publication.programme
    labels = {key: case_label(key, programme) for key in _COMPARED}
    # 各校, as it is said of 学校.
    whose = "案例" if "university" in programme.unused_keys else labels["university"].removeprefix("学")
    view = _View(
        crumbs=crumbs(Link(TITLE, addresses.COMPARE)),
        title=TITLE,
        about=_ABOUT,
        browse=Link("检索案例", addresses.BROWSE),
        site=publication.settings.name,
        caution=f"各{whose}口径不同，数字不宜直接比较",
        labels=json.dumps(labels, ensure_ascii=False),
    )
    schema = web_page("WebPage", TITLE, addresses.COMPARE, _ABOUT)
    return Shown(Head(TITLE, _ABOUT, json_ld=describe(schema, way=view.crumbs)), view)
