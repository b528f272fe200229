"""The library divided: the terms of each facet, and which cases each term holds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.case.model import Case
from generator.case.names import Names
from generator.case.programme import Programme
from generator.case.task import Task
from generator.library import pinyin
from generator.library.facet_kind import FacetKind
from generator.library.facet_kinds import FACET_KINDS


@dataclass(frozen=True, slots=True)
class Term:
    """One value of a facet."""

    facet: str
    """The facet's key."""
    name: str
    """The value as readers see it."""
    slug: str
    """The value in addresses: a word's id, or pinyin. Depends on the name alone once it is made unique."""
    positions: tuple[int, ...]
    """The positions of its cases in `Library.cases`, ascending, so newest first; empty for an unused word of a list."""

    aliases: tuple[str, ...] = ()
    """What else it is called, which readers may look for."""
    pinyin: str = ""
    """How it is read, where that is irregular."""

    @property
    def count(self) -> int:
        """How many cases have it."""
        return len(self.positions)


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Terms of a facet that belong together."""

    task: Task | None
    """Whose terms they are; None for those that every task may have."""
    terms: tuple[Term, ...]

    @property
    def title(self) -> str:
        """What readers see above them."""
        return self.task.name if self.task else "各类任务通用"


@dataclass(frozen=True, eq=False)
class Facet:
    """A facet with the library's terms."""

    kind: FacetKind
    terms: tuple[Term, ...]
    """Word lists in their own order, all words; years newest first; everything else in pinyin order."""
    homonyms: dict[str, tuple[Term, ...]]
    """Plain slugs that several terms would share. Each of these terms has its own mark in its slug, and the plain
    address lists them, so that no address changes its meaning when a namesake arrives."""
    groups: tuple[TermGroup, ...] = ()
    """The terms task by task, those that every task may have last; empty where they belong to no tasks."""
    rest: frozenset[str] = frozenset()
    """The words that hold whatever no other does, which two cases may share without being alike."""
    apart: frozenset[str] = frozenset()
    """The words that are offered with the others and not counted among them."""

    @property
    def key(self) -> str:
        """The facet in addresses and filters: `province`."""
        return self.kind.key

    @property
    def label(self) -> str:
        """The facet as readers see it: 学校所在地区."""
        return self.kind.label

    def title_of(self, term: Term) -> str:
        """Give the title of a term's page."""
        return self.kind.titled.format(term.name) if self.kind.titled else f"{self.label}：{term.name}"

    @cached_property
    def by_name(self) -> dict[str, Term]:
        """The terms by name."""
        return {term.name: term for term in self.terms}

    @property
    def used(self) -> tuple[Term, ...]:
        """The terms that have cases."""
        return tuple(term for term in self.terms if term.positions)


Values = dict[str, tuple[str, ...]]
"""What a case has in each facet: values by the facet's key, each once, in the record's order."""


def values_of(case: Case, kinds: Iterable[FacetKind] = FACET_KINDS) -> Values:
    """Give the values that a case has in every facet."""
    return {kind.key: tuple(dict.fromkeys(kind.values(case))) for kind in kinds}


def gather_facets(
    values: Sequence[Values],
    programme: Programme,
    kinds: Iterable[FacetKind] = FACET_KINDS,
    names: Names | None = None,
) -> dict[str, Facet]:
    """Divide the library in every way.

    Args:
        values: of the cases, newest first.
        programme: whose words they use.
        kinds: the facets.
        names: the names that the project knows.

    Returns:
        The facets by key, in the order of `kinds`.
    """
    return {kind.key: _facet(kind, programme, values, names or Names()) for kind in kinds}


def _facet(kind: FacetKind, programme: Programme, values: Sequence[Values], known: Names) -> Facet:
    words = kind.words(programme) if kind.words else None
    positions: defaultdict[str, list[int]] = defaultdict(list)
    for position, of_case in enumerate(values):
        for value in of_case[kind.key]:
            positions[value].append(position)
    called = {name: known.ending(kind.named, name) for name in positions} if kind.named else {}
    read = {name: one.pinyin for name, one in called.items() if one and one.name == name}
    names = (
        list(words.names)
        if words
        else sorted(positions, key=lambda name: pinyin.order(name, read.get(name, "")), reverse=kind.is_newest_first)
    )
    plain = {name: words[name].id if words else pinyin.slug(name, read.get(name, "")) for name in names}
    sharing: defaultdict[str, list[str]] = defaultdict(list)
    for name, slug in plain.items():
        sharing[slug].append(name)
    terms = {
        name: Term(
            kind.key,
            name,
            slug if len(sharing[slug]) == 1 else f"{slug}-{pinyin.mark(name)}",
            tuple(positions[name]),
            one.aliases if (one := called.get(name)) else (),
            read.get(name, ""),
        )
        for name, slug in plain.items()
    }
    homonyms = {slug: tuple(terms[name] for name in shared) for slug, shared in sharing.items() if len(shared) > 1}
    rest = frozenset(word.name for word in words or () if word.is_rest)
    apart = frozenset(word.name for word in words or () if word.is_apart)
    # What is no province has no line among them until a case comes from there.
    shown = tuple(term for name, term in terms.items() if term.positions or name not in apart)
    return Facet(kind, shown, homonyms, tuple(_groups(kind, programme, terms)), rest, apart)


def _groups(kind: FacetKind, programme: Programme, terms: Mapping[str, Term]) -> Iterator[TermGroup]:
    if kind.by_task is None:
        return
    left = dict(terms)
    for task in programme.tasks:
        yield TermGroup(task, tuple(left.pop(word.name) for word in kind.by_task(programme, task)))
    if left:
        yield TermGroup(None, tuple(left.values()))
