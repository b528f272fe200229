"""The questions with which visitors come, made from the words of the programme and the library's cases."""

from collections.abc import Iterator

from generator.case.programme import Programme
from generator.case.question import Question
from generator.library.facets import Facet
from generator.library.library import Library
from generator.outputs.pages.parts.link import Link
from generator.outputs.pages.parts.way import Way
from generator.outputs.site import addresses

_MOST = 16
"""The most questions of a kind that are shown; readers find the others in the list of all."""


def questions_of(library: Library) -> tuple[Way, ...]:
    """Ask by the words that have cases, those with the most first; words for whatever is left over ask nothing."""
    asking = [facet for facet in library.facets.values() if facet.kind.question and facet.kind.has_index]
    asking.sort(key=lambda facet: facet.kind.question)
    return tuple(one for facet in asking for one in _of_facet(facet, library.programme))


def _of_facet(facet: Facet, programme: Programme) -> Iterator[Way]:
    question = programme.question_of.get(facet.kind.record_key) or Question("", facet.kind.ask)
    words = programme.lists[facet.key]
    used = sorted((term for term in facet.used if term.name not in facet.rest), key=lambda term: -term.count)
    links = tuple(
        Link(question.of(words[term.name]), addresses.term_uri(term), term.count, browse_uri=addresses.browse_uri(term))
        for term in used[:_MOST]
    )
    if links:
        rest = Link(f"全部{facet.label}", addresses.facet_uri(facet.key)) if len(used) > len(links) else None
        yield Way(question.title or facet.label, links, rest)
