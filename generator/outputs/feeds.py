"""Feeds of the newest cases (Atom: RFC 4287; JSON Feed 1.1: https://jsonfeed.org/version/1.1) and the sitemap."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from html import escape
from uuid import NAMESPACE_URL, UUID, uuid5

from generator.case.date import PartialDate
from generator.case.model import Case
from generator.outputs.site import addresses
from generator.outputs.site.artifact import Artifact, drawn_artifact
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings

_NEWEST = 50
_MOST_IN_SITEMAP = 50_000
_UNDATED = "1970-01-01"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE: UUID = uuid5(NAMESPACE_URL, "anliji")


def feeds(publication: Publication) -> Iterator[Artifact]:
    """Make the two feeds of the newest 50 cases."""
    cases, settings = publication.library.cases[:_NEWEST], publication.settings
    yield _artifact("feed.xml", partial(render_atom, cases, settings), partial(_referred, cases))
    yield _artifact("feed.json", partial(render_json_feed, cases, settings), partial(_referred, cases))


def _artifact(uri: str, draw: Callable[[], str], refers_to: Callable[[], frozenset[str]]) -> Artifact:
    """Make a file that costs so little that its own text is its key."""
    return drawn_artifact(uri, draw, draw, refers_to)


def _referred(cases: Iterable[Case]) -> frozenset[str]:
    return frozenset((addresses.HOME, *(addresses.case_uri(case.id) for case in cases)))


def _xml(text: str) -> str:
    """Escape a text for XML; the few characters that XML has no way to write become `\ufffd`."""
    return escape(_NOT_XML.sub("\ufffd", text))


def _urn(text: str) -> str:
    """Name a thing for feed readers independently of where the site is published, so that it never appears twice."""
    return f"urn:uuid:{uuid5(_SPACE, text)}"


def _instant(date: PartialDate | None) -> str:
    """Give the RFC 3339 instant that feeds require; the first day that a date covers, at midnight in China."""
    day = f"{date.year:04}-{date.month or 1:02}-{date.day or 1:02}" if date else _UNDATED
    return f"{day}T00:00:00+08:00"


def render_atom(cases: Iterable[Case], settings: Settings) -> str:
    """Draw the Atom feed. Its ids are URNs; links are relative to the feed where the site's address is unknown."""
    cases = tuple(cases)
    updated = max((_instant(case.date) for case in cases), default=_instant(None))
    entries = "".join(_entry(case, settings) for case in cases)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">\n'
        f"  <id>{_urn('feed:' + settings.name)}</id>\n"
        f"  <title>{_xml(settings.name)}</title>\n"
        f"  <subtitle>{_xml(settings.description)}</subtitle>\n"
        f"  <updated>{updated}</updated>\n"
        f"  <author><name>{_xml(settings.name)}</name></author>\n"
        f'  <link rel="self" type="application/atom+xml" href="{_xml(settings.absolute("feed.xml"))}"/>\n'
        f'  <link rel="alternate" type="text/html" href="{_xml(settings.absolute("index.html"))}"/>\n'
        f"{entries}</feed>\n"
    )


def _entry(case: Case, settings: Settings) -> str:
    address = _xml(settings.absolute(addresses.case_uri(case.id)))
    # A text compiled from reports was not written by the university; the feed's own author applies to it.
    names = () if case.is_compiled_from_reports else case.universities
    authors = "".join(f"    <author><name>{_xml(name)}</name></author>\n" for name in names)
    return (
        "  <entry>\n"
        f"    <id>{_urn('case:' + case.id)}</id>\n"
        f"    <title>{_xml(case.whole_title)}</title>\n"
        f"    <updated>{_instant(case.date)}</updated>\n"
        f"{authors}"
        f'    <link rel="alternate" type="text/html" href="{address}"/>\n'
        f'    <category term="{_xml(case.task)}"/>\n'
        f"    <summary>{_xml(case.description)}</summary>\n"
        "  </entry>\n"
    )


def render_json_feed(cases: Iterable[Case], settings: Settings) -> str:
    """Draw the JSON feed; undated cases carry no `date_published`."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": settings.name,
        "description": settings.description,
        "home_page_url": settings.absolute("index.html"),
        "feed_url": settings.absolute("feed.json"),
        "language": "zh-CN",
        "items": [_item(case, settings) for case in cases],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _item(case: Case, settings: Settings) -> dict[str, object]:
    item: dict[str, object] = {
        "id": _urn("case:" + case.id),
        "url": settings.absolute(addresses.case_uri(case.id)),
        "title": case.whole_title,
        "content_text": case.description,
        "tags": [case.task, *case.also, *case.keywords],
    }
    if not case.is_compiled_from_reports and case.universities:
        item["authors"] = [{"name": name} for name in case.universities]
    if case.date:
        item["date_published"] = _instant(case.date)
    return item


def sitemap(uris: Iterable[str], settings: Settings) -> Iterator[Artifact]:
    """Make the sitemap (https://www.sitemaps.org/protocol.html), in parts of at most 50,000 addresses.

    A sitemap may hold whole addresses only; nothing is made where the site's address is unknown.
    """
    if not settings.url:
        return
    whole = {settings.absolute(uri): uri for uri in uris}
    urls = sorted(whole)
    parts = [urls[at : at + _MOST_IN_SITEMAP] for at in range(0, len(urls), _MOST_IN_SITEMAP)] or [[]]
    if len(parts) == 1:
        yield _artifact("sitemap.xml", partial(_urlset, urls), partial(frozenset, whole.values()))
        return
    names = [f"sitemap.{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield _artifact(name, partial(_urlset, part), partial(frozenset, [whole[url] for url in part]))
    yield _artifact(
        "sitemap.xml", partial(_sitemaps, [settings.absolute(name) for name in names]), partial(frozenset, names)
    )


_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def _urlset(urls: Iterable[str]) -> str:
    rows = "".join(f"<url><loc>{_xml(url)}</loc></url>\n" for url in urls)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="{_SITEMAPS}">\n{rows}</urlset>\n'


def _sitemaps(urls: Iterable[str]) -> str:
    rows = "".join(f"<sitemap><loc>{_xml(url)}</loc></sitemap>\n" for url in urls)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="{_SITEMAPS}">\n{rows}</sitemapindex>\n'
