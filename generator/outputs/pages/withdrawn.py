"""The page that a withdrawn case leaves at its address."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.case.model import Case
from generator.library.library import Library
from generator.outputs.pages.parts.crumbs import crumbs
from generator.outputs.pages.parts.link import Link, case_link, task_link
from generator.outputs.site import addresses
from generator.outputs.site.page import Head, Page, Shown
from generator.outputs.site.publication import Publication


@dataclass(frozen=True, slots=True)
class _View:
    crumbs: tuple[Link, ...]
    title: str
    reason: str
    replacement: Link | None
    task: Link


def pages(publication: Publication) -> Iterator[Page]:
    """One page for each withdrawn case."""
    library = publication.library
    for case in library.withdrawn:
        uri = addresses.case_uri(case.id)
        yield Page(uri, ("withdrawn",), partial(_show, library, case), is_indexed=False)


def _show(library: Library, case: Case) -> Shown:
    replacement = library.by_id.get(case.replaced_by) if case.replaced_by else None
    task = task_link(library.programme.task(case.task))
    view = _View(
        crumbs=crumbs(task, case_link(case)),
        title=case.title,
        reason=case.withdrawn_reason or "",
        replacement=case_link(replacement) if replacement else None,
        task=task,
    )
    head = Head(f"已撤下：{case.title}", "此案例已经撤下，不再提供内容。")
    return Shown(head, view)
