"""The pages of the tasks: what the task is, how it is done, and its newest cases."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from generator.case.programme import Programme
from generator.case.task import Task
from generator.case.text import listing
from generator.library.facets import Term
from generator.library.library import Library
from generator.outputs.pages.parts.crumbs import crumbs, describe, web_page
from generator.outputs.pages.parts.link import Link, case_link, task_link, term_link
from generator.outputs.pages.parts.pager import Pager, page_of, pager
from generator.outputs.pages.parts.row import Row, row_of
from generator.outputs.site import addresses
from generator.outputs.site.page import Head, Page, Shown
from generator.outputs.site.publication import Publication
from generator.outputs.views.bodies import universities_of
from generator.outputs.views.figure import Figure, headline_of

_STANDOUTS = 6


@dataclass(frozen=True, slots=True)
class TaskCard:
    """A task in a list."""

    id: str
    link: Link
    """With the number of its cases."""
    definition: str


@dataclass(frozen=True, slots=True)
class _View:
    crumbs: tuple[Link, ...]
    id: str
    name: str
    count: int
    definition: str
    aim: str
    audiences: tuple[str, ...]
    standouts: tuple["Standout", ...]
    forms: tuple["Filter", ...]
    """The task's own forms, then those that every task may have and some case of this one has."""
    products: tuple["Filter", ...]
    """The task's own kinds, then those that every task may have and some case of this one has."""
    also: Link
    rows: tuple[Row, ...]
    pager: Pager | None
    browse_uri: str
    """The same list where readers can go on filtering."""


@dataclass(frozen=True, slots=True)
class Standout:
    """An outcome that represents its case."""

    figure: Figure
    link: Link
    university: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A term that narrows the task's cases down."""

    link: Link
    """To the term's own page, with the number of this task's cases that have it."""
    browse_uri: str
    """The task's cases that have the term, where readers can go on filtering."""


@dataclass(frozen=True, slots=True)
class _IndexView:
    crumbs: tuple[Link, ...]
    title: str
    introduction: str
    tasks: tuple[TaskCard, ...]


def task_cards(library: Library) -> tuple[TaskCard, ...]:
    """Show the tasks in the programme's order."""
    tasks = library.facets["task"].by_name
    return tuple(TaskCard(task.id, term_link(tasks[task.name]), task.definition) for task in library.programme.tasks)


def pages(publication: Publication) -> Iterator[Page]:
    """The list of the tasks, and the first page of each; further pages are a term's."""
    index = addresses.facet_uri("task")
    yield Page(index, ("tasks",), partial(_show_index, publication.library), frame=index)
    for task in publication.programme.tasks:
        uri = task_link(task).uri
        yield Page(uri, ("task",), partial(_show, publication, task), frame=uri)


def _show(publication: Publication, task: Task) -> Shown:
    library = publication.library
    term = library.facets["task"].by_name[task.name]
    uri = addresses.term_uri(term)
    view = _View(
        crumbs=crumbs(_index_link(library), Link(task.name, uri)),
        id=task.id,
        name=task.name,
        count=term.count,
        definition=task.definition,
        aim=task.aim,
        audiences=task.audiences,
        standouts=_standouts(library, term),
        forms=tuple(
            one
            for one in _filters(library, term, "form", task.forms.names)
            if one.link.count or one.link.name not in library.programme.common_forms
        ),
        products=tuple(
            one
            for one in _filters(library, term, "product", task.products.names)
            if one.link.count or one.link.name not in library.programme.common_kinds
        ),
        also=term_link(library.facets["also"].by_name[task.name]),
        rows=tuple(row_of(library.cases[position], library.programme) for position in page_of(term.positions, 1)),
        pager=pager("task", term.slug, 1, term.count),
        browse_uri=addresses.browse_uri(term),
    )
    schema = web_page("CollectionPage", task.name, uri, task.definition)
    return Shown(Head(task.name, task.definition, json_ld=describe(schema, way=view.crumbs)), view)


def _show_index(library: Library) -> Shown:
    uri = addresses.facet_uri("task")
    title = library.facets["task"].label
    programme = library.programme
    view = _IndexView(crumbs(_index_link(library)), title, _introduction(programme), task_cards(library))
    description = f"{programme.name}的{programme.tasks_counted}：{listing(programme.task_names.names)}。"
    schema = web_page("CollectionPage", title, uri, description)
    return Shown(Head(title, description, json_ld=describe(schema, way=view.crumbs)), view)


def _introduction(programme: Programme) -> str:
    """Say who named the tasks, where the programme knows, and that each case has one: a sentence."""
    listed = f"{programme.call}列出" if programme.call else f"{programme.name}有"
    return f"{listed}{programme.tasks_counted}，每个案例归入其中主要的一{programme.counted[:1]}。"


def _index_link(library: Library) -> Link:
    return Link(library.facets["task"].label, addresses.facet_uri("task"))


def _standouts(library: Library, task: Term) -> tuple[Standout, ...]:
    """Give the figures that stand for some cases: what editors recommend first, then the newest.

    Values of different units and reports cannot be ranked, so nothing here claims to be the largest.
    """
    cases = [library.cases[position] for position in task.positions]
    chosen = sorted(cases, key=lambda case: not case.featured)
    found = ((headline_of(case), case) for case in chosen)
    standouts = (Standout(figure, case_link(case), universities_of(case)) for figure, case in found if figure)
    return tuple(islice(standouts, _STANDOUTS))


def _filters(library: Library, task: Term, facet: str, names: Iterable[str]) -> tuple[Filter, ...]:
    own = set(task.positions)
    terms = (library.facets[facet].by_name[name] for name in names)
    return tuple(
        Filter(
            Link(term.name, addresses.term_uri(term), len(own.intersection(term.positions))),
            addresses.browse_uri(task, term),
        )
        for term in terms
    )
