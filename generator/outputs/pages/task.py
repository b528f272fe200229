"""The pages of the four tasks: what the task is, how it is done, and its newest cases."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.case import vocabulary
from generator.case.vocabulary import Task
from generator.library.facets import FACET_LABELS
from generator.library.library import Library
from generator.outputs import addresses
from generator.outputs.page import Body, Head, Page
from generator.outputs.pages.card import Card, cards_of
from generator.outputs.pages.crumbs import crumbs, describe, web_page
from generator.outputs.pages.drawing import draw
from generator.outputs.pages.link import Link, task_link, term_link
from generator.outputs.pages.pager import Pager, page_of, pager
from generator.outputs.site import Site


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
    forms: tuple[Link, ...]
    products: tuple[Link, ...]
    common_products: tuple[Link, ...]
    """The kinds that every task may have."""
    also: Link
    cards: tuple[Card, ...]
    pager: Pager | None
    browse: str
    """The same list where readers can go on filtering."""


@dataclass(frozen=True, slots=True)
class _IndexView:
    crumbs: tuple[Link, ...]
    title: str
    tasks: tuple[TaskCard, ...]


def task_cards(library: Library) -> tuple[TaskCard, ...]:
    """Show the four tasks in the notice's order."""
    tasks = library.facets["task"].by_name
    return tuple(TaskCard(task.id, term_link(tasks[task.name]), task.definition) for task in vocabulary.TASKS.values())


def common_products() -> tuple[str, ...]:
    """Name the kinds of product that belong to every task."""
    tasks = vocabulary.TASKS.values()
    return tuple(kind for kind in vocabulary.PRODUCT_KINDS.names if all(kind in task.products for task in tasks))


def pages(library: Library, _site: Site) -> Iterator[Page]:
    """The list of the tasks, and the first page of each; further pages are a term's."""
    index = addresses.facet_uri("task")
    yield Page(index, partial(_draw_index, library), frame=index)
    for task in vocabulary.TASKS.values():
        uri = task_link(task.name).uri
        yield Page(uri, partial(_draw, library, task), frame=uri)


def _draw(library: Library, task: Task) -> Body:
    term = library.facets["task"].by_name[task.name]
    uri = addresses.term_uri(term)
    common = common_products()
    view = _View(
        crumbs=crumbs(_index_link(), Link(task.name, uri)),
        id=task.id,
        name=task.name,
        count=term.count,
        definition=task.definition,
        aim=task.aim,
        audiences=task.audiences,
        forms=_terms(library, "form", task.forms.names),
        products=_terms(library, "product", (kind for kind in task.products.names if kind not in common)),
        common_products=_terms(library, "product", common),
        also=term_link(library.facets["also"].by_name[task.name]),
        cards=cards_of(library.cases[position] for position in page_of(term.positions, 1)),
        pager=pager("task", term.slug, 1, term.count),
        browse=addresses.browse_uri(term),
    )
    schema = web_page("CollectionPage", task.name, uri, task.definition)
    return draw("task", uri, Head(task.name, task.definition, json_ld=describe(schema, way=view.crumbs)), view)


def _draw_index(library: Library) -> Body:
    uri = addresses.facet_uri("task")
    title = FACET_LABELS["task"]
    view = _IndexView(crumbs(_index_link()), title, task_cards(library))
    description = "“强国行”专项行动的四项任务：" + "、".join(vocabulary.TASKS) + "。"
    schema = web_page("CollectionPage", title, uri, description)
    return draw("tasks", uri, Head(title, description, json_ld=describe(schema, way=view.crumbs)), view)


def _index_link() -> Link:
    return Link(FACET_LABELS["task"], addresses.facet_uri("task"))


def _terms(library: Library, facet: str, names: Iterable[str]) -> tuple[Link, ...]:
    return tuple(term_link(library.facets[facet].by_name[name]) for name in names)
