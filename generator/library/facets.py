"""Facets: the ways to divide the library, their terms, and which cases each term holds."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from generator.case import vocabulary
from generator.case.model import Case, Location
from generator.case.vocabulary import WordList
from generator.library import pinyin


@dataclass(frozen=True, slots=True)
class Term:
    """One value of a facet."""

    facet: str
    """The facet's key."""
    name: str
    """The value as readers see it."""
    slug: str
    """The value in addresses: a word's id, or pinyin. Depends on the name alone once it is told apart."""
    positions: tuple[int, ...]
    """Where its cases stand in `Library.cases`, ascending, so newest first; empty for an unused word of a list."""

    @property
    def count(self) -> int:
        """How many cases have it."""
        return len(self.positions)


@dataclass(frozen=True, eq=False)
class Facet:
    """A way to divide the library."""

    key: str
    """The facet in addresses and filters: `province`."""
    label: str
    """The facet as readers see it: 学校所在地区."""
    terms: tuple[Term, ...]
    """Word lists in their own order, all words; years newest first; everything else in pinyin order."""
    homonyms: dict[str, tuple[Term, ...]]
    """Plain slugs that several terms would share. Each of these terms has its own mark in its slug, and the plain
    address lists them, so that no address changes its meaning when a namesake arrives."""

    @cached_property
    def by_name(self) -> dict[str, Term]:
        """The terms by name."""
        return {term.name: term for term in self.terms}

    @property
    def used(self) -> tuple[Term, ...]:
        """The terms that have cases."""
        return tuple(term for term in self.terms if term.positions)


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a facet's values come from a case."""

    label: str
    values: Callable[[Case], Iterable[str]]
    words: WordList | None = None
    newest_first: bool = False


def _year(case: Case) -> list[str]:
    return [str(case.date.year)] if case.date else []


def place_names(location: Location) -> list[str]:
    """Name a place and all that contain it, from large to small: 甘肃, 甘肃庆阳市, 甘肃庆阳市合水县."""
    return list(accumulate(location.area))


def _places(case: Case) -> Iterable[str]:
    return (name for place in case.places for name in place_names(place))


_KINDS: dict[str, _Kind] = {
    "task": _Kind("任务类型", lambda case: [case.task], vocabulary.TASK_NAMES),
    "also": _Kind("兼及任务", lambda case: case.also, vocabulary.TASK_NAMES),
    "province": _Kind("学校所在地区", lambda case: [case.province] if case.province else [], vocabulary.PROVINCES),
    "place": _Kind("服务地点", _places),
    "university": _Kind("学校", lambda case: [case.university]),
    "year": _Kind("年份", _year, newest_first=True),
    "level": _Kind("团队级别", lambda case: [case.level] if case.level else [], vocabulary.LEVELS),
    "form": _Kind("工作形式", lambda case: case.forms, vocabulary.FORMS),
    "product": _Kind("成果种类", lambda case: [product.kind for product in case.products], vocabulary.PRODUCT_KINDS),
    "partner": _Kind("合作单位", lambda case: [partner.kind for partner in case.partners], vocabulary.PARTNER_KINDS),
    "keyword": _Kind("关键词", lambda case: case.keywords),
}

FACET_LABELS: dict[str, str] = {key: kind.label for key, kind in _KINDS.items()}
"""All facets by key, in the order in which readers meet them."""


Values = dict[str, tuple[str, ...]]
"""What a case has in each facet: values by the facet's key, each once, in the record's order."""


def values_of(case: Case) -> Values:
    """Give the values that a case has in every facet."""
    return {key: tuple(dict.fromkeys(kind.values(case))) for key, kind in _KINDS.items()}


def gather_facets(values: Sequence[Values]) -> dict[str, Facet]:
    """Divide the library in every way.

    Args:
        values: of the cases, newest first.

    Returns:
        The facets by key, in the order of `FACET_LABELS`.
    """
    return {key: _facet(key, kind, values) for key, kind in _KINDS.items()}


def _facet(key: str, kind: _Kind, values: Sequence[Values]) -> Facet:
    positions: defaultdict[str, list[int]] = defaultdict(list)
    for position, of_case in enumerate(values):
        for value in of_case[key]:
            positions[value].append(position)
    names = list(kind.words.names) if kind.words else sorted(positions, key=pinyin.order, reverse=kind.newest_first)
    plain = {name: kind.words[name].id if kind.words else pinyin.slug(name) for name in names}
    sharing: defaultdict[str, list[str]] = defaultdict(list)
    for name, slug in plain.items():
        sharing[slug].append(name)
    terms = {
        name: Term(
            key,
            name,
            slug if len(sharing[slug]) == 1 else f"{slug}-{pinyin.mark(name)}",
            tuple(positions[name]),
        )
        for name, slug in plain.items()
    }
    homonyms = {slug: tuple(terms[name] for name in shared) for slug, shared in sharing.items() if len(shared) > 1}
    return Facet(key, kind.label, tuple(terms.values()), homonyms)
