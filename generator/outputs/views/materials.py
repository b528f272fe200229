"""What goes with a case beside its text: films, prizes, reports and money, as short lists; and who worked on it."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.case.duration import spoken
from generator.case.labels import case_label
from generator.case.model import Award, Case, Coverage, Funding, Video
from generator.case.programme import Programme
from generator.case.text import listing


@dataclass(frozen=True, slots=True)
class Item:
    """A film, a prize, a report or a sum of money."""

    text: str
    url: str
    """A page elsewhere, or empty."""
    remarks: tuple[str, ...]
    """What else is known, in short: 样例日报, 2024年6月."""


@dataclass(frozen=True, slots=True)
class Group:
    """Items of one kind."""

    key: str
    """The record's key."""
    label: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """Those who did one kind of work on a record."""

    name: str
    people: str
    """甲示例、乙示例"""


def materials_of(case: Case, programme: Programme) -> tuple[Group, ...]:
    """Give the lists that a case has."""
    lists = {
        "videos": tuple(map(_film, case.videos)),
        "awards": tuple(map(_prize, case.awards)),
        "coverage": tuple(map(_report, case.coverage)),
        "funding": tuple(map(_money, case.funding)),
    }
    return tuple(Group(key, case_label(key, programme), items) for key, items in lists.items() if items)


def roles_of(case: Case) -> tuple[Role, ...]:
    """Give who may be named for working on a record, role by role in the record's order."""
    names: dict[str, list[str]] = {}
    for credit in case.named_credits:
        names.setdefault(credit.role, []).append(credit.name)
    return tuple(Role(role, listing(people)) for role, people in names.items())


def _film(video: Video) -> Item:
    return _item(video.title, video.link, spoken(video.length) if video.length else None, _host(video.link))


def _prize(award: Award) -> Item:
    return _item(award.name, None, award.level, award.issuer, _year(award.year))


def _report(report: Coverage) -> Item:
    return _item(report.title, report.url, report.medium, report.date.chinese if report.date else None)


def _money(funding: Funding) -> Item:
    return _item(funding.source, None, funding.chinese, _year(funding.year))


def _item(text: str, url: str | None, *remarks: str | None) -> Item:
    return Item(text, url or "", tuple(remark for remark in remarks if remark))


def _year(year: int | None) -> str | None:
    return f"{year}年" if year else None


def _host(url: str) -> str | None:
    """Name the site that a link leads to, so that readers know before they leave."""
    return (urlsplit(url).hostname or "").removeprefix("www.") or None
