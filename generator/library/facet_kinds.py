"""The ways to divide the library, one row each: pages, relations, statistics and search are made from these rows."""

import copyreg
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import accumulate
from typing import Any

from generator.case.model import Location
from generator.case.programme import Programme
from generator.case.vocabulary import REGIONS
from generator.library.facet_kind import FacetKind, Relation


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
"""What a programme may change in a row."""


def _reduced(kind: FacetKind) -> tuple[Callable[..., FacetKind], tuple[object, ...]]:
    """Send a row to another process by its key and what a programme changed: its functions have no names there."""
    usual = kind_of(kind.key)
    changes = {name: getattr(kind, name) for name in _CHANGING}
    return kind_of, (kind.key, {name: now for name, now in changes.items() if now != getattr(usual, name)})


copyreg.pickle(FacetKind, _reduced)
