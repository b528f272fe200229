"""A way to divide the library: what there is to know of it, for pages, relations, statistics and search."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from generator.case.model import Case
from generator.case.names import NameKind
from generator.case.programme import Programme
from generator.case.task import Task
from generator.case.words import Word, WordList

Chart = Literal["", "shares", "years"]
"""How a count is drawn as a whole: one bar that its shares divide, or a column for each year."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a shared term says about two cases."""

    weight: float
    """How much it counts, before rarity."""
    reason: str
    """The words that readers see: 同关键词."""
    order: int
    """Where it is among a case's reasons, from 1."""
    names_term: bool = True
    """The term follows: 同关键词：茶产业."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetKind:
    """A way to divide the library. Its text leaves the functions out, so that it is the same in every process."""

    key: str
    """The facet in addresses and filters: `province`."""
    label: str
    """The facet as readers see it: 学校所在地区."""
    record_key: str = ""
    """The record's key that it divides by, whose name and use are the programme's; empty for one of our own making."""
    values: Callable[[Case], Iterable[str]] = field(repr=False)
    """The terms that a case has."""
    words: Callable[[Programme], WordList] | None = field(default=None, repr=False)
    """The list that all terms are from, in its order. Without one the terms are those that cases have, by letter."""
    by_task: Callable[[Programme, Task], Iterable[Word]] | None = field(default=None, repr=False)
    """The words of one task, where the terms are shown task by task."""
    named: NameKind | None = None
    """The list of names that knows what else its terms are called."""
    is_newest_first: bool = False
    """The terms are years."""
    is_nested: bool = False
    """A term's name begins with that of the term around it: 甘肃庆阳市 lies in 甘肃."""
    largest: str = ""
    """The facet that has its largest terms, too, by its key: 甘肃 is a province."""
    terms_of: str = ""
    """The facet that has the same terms, by its key, from whose pages readers come to these; its count has a column
    for theirs."""
    titled: str = ""
    """The title of a term's page, with `{}` for the term; empty where it is label and term: 关键词：茶产业."""
    has_index: bool = True
    """A page lists the terms."""
    has_own_pages: bool = False
    """That page and the first one of each term are of a kind of their own."""
    counted: str = "种"
    """How terms are counted: 所学校."""
    relation: Relation | None = None
    """None where a shared term makes no two cases alike."""
    table: int = 0
    """Where its count is among those of the whole library, from 1; 0 where there is none."""
    chart: Chart = ""
    """What is drawn beside its count; empty where a bar in each row of the table is the chart."""
    is_sorted_by_reader: bool = False
    """Readers may sort its count by name and by number."""
    is_single: bool = False
    """A case has one term at most, so no case is counted twice."""
    list_of: str = ""
    """What all words of its list are, where its count says that each has a row: 个省级行政区."""
    counted_by: str = "{}"
    """What a case is counted by there, with `{}` for the label: its main task."""
    count_note: str = ""
    """What has to be said before the count, with `{}` for the label, without a full stop."""
    book_index: str = ""
    """The title of its index at a book's end; empty where there is none."""
    panel: int
    """Where it is among the filters, from 1."""
    is_open: bool = False
    """Its filters are unfolded from the start, where there is room."""
    home: int = 0
    """Where it is among the ways into the library on the home page, from 1; 0 where it is none."""
    question: int = 0
    """Where it is among the questions of the home page, from 1; 0 where it is none."""
    ask: str = ""
    """How a term is asked for there, with `{word}` for it, where the programme does not say; empty for the word."""
    suggestion: int = 0
    """Where its terms are among those suggested while a reader types, from 1; 0 where they are not suggested."""

    @property
    def is_by_letter(self) -> bool:
        """Whether readers look for its terms by their letters."""
        return self.words is None and not self.is_newest_first

    def in_programme(self, programme: Programme) -> "FacetKind":
        """Give the row as a programme has it: under its name, and out of sight where it has no use for it."""
        changed = _placed(self._named(programme.label_of.get(self.record_key, self.label)), programme.filters)
        if self.record_key not in programme.unused_keys:
            return changed
        # No case has a value here, so there are no terms; the tasks keep theirs.
        words = self.words if self.terms_of else None
        return replace(changed, has_index=False, table=0, book_index="", suggestion=0, words=words, by_task=None)

    def _named(self, label: str) -> "FacetKind":
        if label == self.label:
            return self
        same = replace(self.relation, reason=f"同{label}", names_term=True) if self.relation else None
        index = f"{label}索引" if self.book_index else ""
        return replace(self, label=label, counted="个", relation=same, book_index=index, ask="")


def _placed(kind: FacetKind, filters: Sequence[str]) -> FacetKind:
    """Put a facet where a programme has it among the filters, unfolded; what it does not name follows, folded."""
    if not filters:
        return kind
    is_open = kind.key in filters
    panel = filters.index(kind.key) + 1 if is_open else kind.panel + len(filters)
    return replace(kind, is_open=is_open, panel=panel)
