"""Which places contain which, as far as the cases say."""

from collections import defaultdict
from functools import cached_property

from generator.library.facets import Term
from generator.library.library import Library


class Gazetteer:
    """The places served, from large to small."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def containing(self, term: Term) -> tuple[Term, ...]:
        """Give the places that contain a place, the largest first."""
        by_name = self._library.facets["place"].by_name
        return tuple(by_name[name] for name in self._library.places_around[term.name])

    def contained(self, term: Term) -> tuple[Term, ...]:
        """Give the places directly inside a place, in pinyin order."""
        return self._inside.get(term.name, ())

    @cached_property
    def _inside(self) -> dict[str, tuple[Term, ...]]:
        inside: defaultdict[str, list[Term]] = defaultdict(list)
        for term in self._library.facets["place"].terms:
            around = self.containing(term)
            if around:
                inside[around[-1].name].append(term)
        return {name: tuple(terms) for name, terms in inside.items()}
