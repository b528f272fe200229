"""The page that stands at the address of what is left out for now; it shows nothing of the record but its address."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.library.left_out import LeftOut
from generator.outputs.pages.parts.crumbs import crumbs
from generator.outputs.pages.parts.link import Link
from generator.outputs.site import addresses
from generator.outputs.site.page import Head, Page, Shown
from generator.outputs.site.publication import Publication

_TITLE = "正在修订"
_CASES = Link("检索案例", addresses.BROWSE)
_COLLECTIONS = Link("案例集", addresses.COLLECTIONS)


@dataclass(frozen=True, slots=True)
class _View:
    crumbs: tuple[Link, ...]
    title: str
    others: Link
    """Where the others of its kind are."""


def pages(publication: Publication) -> Iterator[Page]:
    """One page for each case and collection that is left out."""
    for one in publication.library.left_out:
        if one.has_page:
            yield Page(addresses.left_out_uri(one), ("revised",), partial(_show, one), is_indexed=False)


def _show(one: LeftOut) -> Shown:
    others = _COLLECTIONS if one.is_collection else _CASES
    view = _View(crumbs(others, Link(_TITLE, addresses.left_out_uri(one))), _TITLE, others)
    return Shown(Head(_TITLE, "这个页面正在修订，暂时不提供内容。"), view)
