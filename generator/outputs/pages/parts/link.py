"""Links as templates see them; addresses are relative to the site's root."""

from typing import NamedTuple

from generator.case.model import Case
from generator.case.task import Task
from generator.library.facets import Term
from generator.outputs.site import addresses


class Link(NamedTuple):
    """A name that leads somewhere on the site.

    A page has forty, and a named tuple is made in a fraction of the time of a frozen dataclass.
    """

    name: str
    uri: str
    count: int | None = None  # type: ignore[assignment]  # of a tuple it would be a method that nobody wants here
    """How many cases are there, where the link shows it."""
    aliases: tuple[str, ...] = ()
    """What else it is called."""
    browse_uri: str = ""
    """Where scripts run it leads there instead: the same cases among the results, which can be filtered further."""


def term_link(term: Term) -> Link:
    """Lead to a term's first page, showing how many cases it has."""
    return Link(term.name, addresses.term_uri(term), term.count, term.aliases)


def case_link(case: Case) -> Link:
    """Lead to a case."""
    return Link(case.title, addresses.case_uri(case.id))


def task_link(task: Task) -> Link:
    """Lead to a task's page."""
    return Link(task.name, addresses.listing_uri("task", task.id))
