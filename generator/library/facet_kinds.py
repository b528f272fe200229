"""The ways to divide the library, one row each: pages, relations, statistics and search are made from these rows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Any, Literal

from generator.case.model import Case, Location
from generator.case.names import NameKind
from generator.case.programme import Programme
from generator.case.task import Task
from generator.case.vocabulary import REGIONS
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

    def __reduce__(self) -> tuple[Callable[..., "FacetKind"], tuple[object, ...]]:
        """Go to another process by the key and what a programme may change: functions of a row have no names there."""
        changes = {name: getattr(self, name) for name in _CHANGING}
        usual = kind_of(self.key)
        return kind_of, (self.key, {name: now for name, now in changes.items() if now != getattr(usual, name)})


def _placed(kind: FacetKind, filters: Sequence[str]) -> FacetKind:
    """Put a facet where a programme has it among the filters, unfolded; what it does not name follows, folded."""
    if not filters:
        return kind
    is_open = kind.key in filters
    panel = filters.index(kind.key) + 1 if is_open else kind.panel + len(filters)
    return replace(kind, is_open=is_open, panel=panel)


_CHANGING = (
    "label",
    "counted",
    "relation",
    "book_index",
    "has_index",
    "table",
    "suggestion",
    "panel",
    "is_open",
    "ask",
)


def place_names(location: Location) -> list[str]:
    """Name a place and all that contain it, from large to small: 甘肃, 甘肃庆阳市, 甘肃庆阳市合水县."""
    return list(accumulate(location.area))


FACET_KINDS = (
    FacetKind(
        key="task",
        label="任务类型",
        record_key="task",
        values=lambda case: [case.task],
        words=lambda programme: programme.task_names,
        has_own_pages=True,
        relation=Relation(2.0, "同任务", order=1, names_term=False),
        table=1,
        chart="shares",
        is_single=True,
        counted_by="主要{}",
        count_note="每个案例有一个主要的{}",
        panel=1,
        is_open=True,
        suggestion=5,
    ),
    FacetKind(
        key="also",
        label="兼及任务",
        record_key="also",
        values=lambda case: case.also,
        words=lambda programme: programme.task_names,
        terms_of="task",
        titled="兼及{}的案例",
        has_index=False,
        relation=Relation(1.0, "都兼及", order=9),
        table=2,
        count_note="还服务于别的任务的，记在“{}”一列",
        panel=11,
    ),
    FacetKind(
        key="province",
        label="学校所在地区",
        record_key="province",
        values=lambda case: [case.province] if case.province else [],
        words=lambda _programme: REGIONS,
        counted="个省级行政区",
        relation=Relation(1.5, "同地区", order=4),
        table=5,
        is_sorted_by_reader=True,
        is_single=True,
        list_of="个省级行政区",
        book_index="地区索引",
        panel=5,
        is_open=True,
        home=1,
        suggestion=4,
    ),
    FacetKind(
        key="place",
        label="服务地点",
        named="places",
        record_key="places",
        values=lambda case: (name for place in case.places for name in place_names(place)),
        is_nested=True,
        largest="province",
        counted="个地点（含上级地区）",
        relation=Relation(3.0, "同服务地点", order=3),
        panel=4,
        is_open=True,
        home=2,
        suggestion=3,
    ),
    FacetKind(
        key="university",
        named="universities",
        label="学校",
        record_key="university",
        values=lambda case: case.universities,
        counted="所学校",
        relation=Relation(4.0, "同学校", order=2, names_term=False),
        book_index="学校索引",
        panel=7,
        suggestion=1,
    ),
    FacetKind(
        key="year",
        label="年份",
        values=lambda case: [str(case.date.year)] if case.date else [],
        is_newest_first=True,
        counted="个年份",
        table=3,
        chart="years",
        is_single=True,
        count_note="按开展时间（有结束日期的按结束日期）；没有写明开展时间的，按出处的发布日期",
        panel=6,
        is_open=True,
        home=3,
    ),
    FacetKind(
        key="level",
        label="团队级别",
        record_key="level",
        values=lambda case: [case.level] if case.level else [],
        words=lambda programme: programme.levels,
        table=4,
        chart="shares",
        is_single=True,
        panel=8,
    ),
    FacetKind(
        key="form",
        label="工作形式",
        record_key="forms",
        values=lambda case: case.forms,
        words=lambda programme: programme.forms,
        by_task=lambda programme, task: programme.own_forms(task),
        relation=Relation(2.0, "同工作形式", order=6),
        table=7,
        panel=2,
        is_open=True,
        question=2,
        suggestion=6,
    ),
    FacetKind(
        key="product",
        label="成果种类",
        record_key="products",
        values=lambda case: [product.kind for product in case.products],
        words=lambda programme: programme.product_kinds,
        by_task=lambda programme, task: programme.own_kinds(task),
        relation=Relation(1.5, "同类成果", order=7),
        table=8,
        panel=9,
        suggestion=8,
    ),
    FacetKind(
        key="partner",
        label="合作单位",
        record_key="partners",
        values=lambda case: [partner.kind for partner in case.partners],
        words=lambda programme: programme.partner_kinds,
        relation=Relation(1.0, "同类合作单位", order=8),
        table=6,
        panel=3,
        is_open=True,
        question=1,
        ask="与{word}合作",
        suggestion=7,
    ),
    FacetKind(
        key="keyword",
        label="关键词",
        record_key="keywords",
        values=lambda case: case.keywords,
        counted="个关键词",
        relation=Relation(3.0, "同关键词", order=5),
        book_index="关键词索引",
        panel=10,
        suggestion=2,
    ),
)
"""All facets, in the order in which readers meet them."""


def kind_of(key: str, changes: Mapping[str, Any] = {}) -> FacetKind:
    """Give a facet's row, with what a programme has changed in it."""
    usual = next(kind for kind in FACET_KINDS if kind.key == key)
    return replace(usual, **changes) if changes else usual


def kinds_of(programme: Programme) -> tuple[FacetKind, ...]:
    """Give all facets as a programme has them."""
    return tuple(kind.in_programme(programme) for kind in FACET_KINDS)
