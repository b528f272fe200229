"""What of a case is searched: its texts, in zones that weigh differently."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from generator.case.markdown import parse_prose
from generator.case.model import SECTIONS, Case, Outcome
from generator.case.names import NameKind, Names
from generator.case.prose import plain_text
from generator.case.text import listing
from generator.library.facet_kinds import kind_of
from generator.outputs.search.characters import BREAK, characters

ZONES = ("title", "names", "summary", "kinds", "body")
"""The zones, the weightiest first: title; names and terms; summary; what it is counted among; everything else."""

_COUNTED_AMONG = tuple(map(kind_of, ("task", "also", "province", "year", "level", "partner")))
"""The facets whose terms are nowhere else in a case's texts."""


_NO_NAMES = Names()


class Passage(NamedTuple):
    """A text of a case under its label: 合作单位, 主要做法. A tuple, because a case has thirty-five."""

    zone: str
    label: str
    text: str
    is_markdown: bool = False
    key: str = ""
    """The record's outermost key."""


def passages(case: Case, names: Names = _NO_NAMES) -> Iterator[Passage]:
    """Give every text that is searched, zone by zone, in reading order.

    The secretaries' names, sources and waivers are not searched.
    """
    for one in sources(case, names):
        yield (Passage(one.zone, one.label, _plain(one.text), key=one.key) if one.is_markdown else one)


def _plain(prose: str) -> str:
    """Give the words of Markdown: its page was drawn a moment ago, and the tree is still at hand."""
    return plain_text(parse_prose(prose)).strip("\n")


def sources(case: Case, names: Names = _NO_NAMES) -> Iterator[Passage]:
    """Give the same texts as the record has them, with the marks of their Markdown."""
    yield _passage("title", "title", case.title)
    # Not in the title's zone: whoever types the title whole means this case before all others.
    if case.subtitle:
        yield _passage("names", "subtitle", case.subtitle)
    yield from _names(case)
    yield from _aliases(case, names)
    yield _passage("summary", "summary", case.summary)
    for kind in _COUNTED_AMONG:
        for term in dict.fromkeys(kind.values(case)):
            # Who types “2025年” means the year as well.
            yield Passage(
                "kinds", kind.label, f"{term}年" if kind.is_newest_first else term, key=kind.record_key or kind.key
            )
    yield from _body(case)


def _body(case: Case) -> Iterator[Passage]:
    if case.significance:
        yield _passage("body", "significance", case.significance)
    for outcome in case.outcomes:
        yield _figure("outcomes", outcome)
    for key in SECTIONS:
        prose = getattr(case, key)
        if prose:
            yield _passage("body", key, prose, is_markdown=True)
    yield from _years(case)
    for photo in case.photos:
        yield _passage("body", "photos", photo.caption)
    yield from _materials(case)


def _materials(case: Case) -> Iterator[Passage]:
    for video in case.videos:
        yield _passage("body", "videos", video.title)
    for report in case.coverage:
        yield _passage("body", "coverage", f"{report.medium}：{report.title}")
    for money in case.funding:
        yield _passage("body", "funding", f"{money.source}：{money.chinese}")
    for credit in case.named_credits:
        yield _passage("body", "credits", f"{credit.role}：{credit.name}")


def _years(case: Case) -> Iterator[Passage]:
    for year in case.progress:
        for _, prose in year.texts:
            yield _passage("body", "progress", prose, is_markdown=True)
        for outcome in year.outcomes:
            yield _figure("progress", outcome)


def _figure(key: str, outcome: Outcome) -> Passage:
    note = f"（{outcome.note}）" if outcome.note else ""
    return _passage("body", key, f"{outcome.what}：{outcome.chinese}{note}")


def _names(case: Case) -> Iterator[Passage]:
    yield from _bodies(case)
    for place in case.places:
        yield _passage("names", "places", place.chinese)
    for partner in case.partners:
        yield _passage("names", "partners", partner.name)
    for form in case.forms:
        yield _passage("names", "forms", form)
    for product in case.products:
        yield _passage("names", "products", f"{product.kind}：{product.name}")
    for honour in case.honours:
        yield _passage("names", "honours", "，".join(filter(None, (honour.name, honour.level, honour.batch))))
    for award in case.awards:
        yield _passage("names", "awards", "，".join(filter(None, (award.name, award.level, award.issuer))))
    for keyword in case.keywords:
        yield _passage("names", "keywords", keyword)


def _bodies(case: Case) -> Iterator[Passage]:
    for university in case.universities:
        yield _passage("names", "university", university)
    if case.school:
        yield _passage("names", "school", case.school)
    for branch in case.branches:
        yield _passage("names", "branch", branch)
    if case.team:
        yield _passage("names", "team", f"{case.team.kind}：{case.team.name}")


def _aliases(case: Case, names: Names) -> Iterator[Passage]:
    """Give what else those are called whose names the case has, each with its other names together."""
    if not names.lists:
        return
    lead = case.university or ""
    parts = (part for place in case.places for part in (place.city, place.county, place.detail))
    named: list[tuple[NameKind, str | None]] = [
        *(("universities", university) for university in case.universities),
        ("schools", case.school),
        *(("branches", unit) for unit in case.units),
        *(("partners", partner.name) for partner in case.partners),
        *(("places", part) for part in parts),
    ]
    for kind, name in dict.fromkeys(named):
        known = names.known(kind, name, lead if kind in ("schools", "branches") else "") if name else None
        if known and known.aliases:
            yield Passage("names", "又称", listing(known.aliases))


def _passage(zone: str, key: str, text: str, *, is_markdown: bool = False) -> Passage:
    return Passage(zone, _label(key), text, is_markdown, key)


@cache
def _label(key: str) -> str:
    return Case.model_fields[key].title or key


Texts = tuple[str, ...]
"""A case's normalised text in each zone, each ending in a `BREAK`."""


def searched(case: Case, names: Names = _NO_NAMES) -> Texts:
    """Give a case's normalised text in each zone; what is separate on the page is separate here, too."""
    return in_zones(passages(case, names))


def in_zones(found: Iterable[Passage]) -> Texts:
    """Give the same of the passages of a case."""
    zones: dict[str, list[str]] = {zone: [] for zone in ZONES}
    for passage in found:
        zones[passage.zone].append(passage.text)
    # A line break separates blocks, NUL is punctuation's like: no run goes on past it.
    table = characters()
    return tuple(table.normalise("\0".join(texts).replace("\n", "\0")) + BREAK for texts in zones.values())
