"""The feeds and the sitemap are sound for any reader of them, whatever the cases contain."""

import json
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from generator.case.model import Case
from generator.library.library import gather
from generator.outputs.feeds import feeds, render_atom, render_json_feed, sitemap
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings
from tests.drawing import content
from tests.each import each

MakeCase = Callable[..., Case]

SETTINGS = Settings("示例案例集", "https://anliji.example/sub/", "虚构的案例，只供测试。")
NOWHERE = Settings("示例案例集")
ATOM = "{http://www.w3.org/2005/Atom}"
MAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")

LEAVE = {"granted_by": "示例大学党委", "granted_on": "2026-01-01"}
"""A permission: the university itself gave the text."""

HOSTILE = [
    "</title></entry><entry>",
    "]]><script>alert(1)</script>",
    "“甲”&乙<丙>'丁'\"戊\"",
    "&lt;already&gt; &amp;",
    "\U0001f600表情标题",
    "甲\u2028行分隔\u2029符",
]


def atom(*cases: Case, settings: Settings = SETTINGS) -> ET.Element:
    """Draw the Atom feed and read it as XML."""
    return ET.fromstring(render_atom(cases, settings).encode())  # noqa: S314 (our own)


def text(element: ET.Element, *path: str) -> str | None:
    """Give the text of the element at a path."""
    return element.findtext("/".join(ATOM + step for step in path))


def links(element: ET.Element) -> dict[str | None, str | None]:
    """Give an element's links by what they are."""
    return {link.get("rel"): link.get("href") for link in element.findall(f"{ATOM}link")}


def json_feed(*cases: Case, settings: Settings = SETTINGS) -> dict[str, Any]:
    """Draw the JSON feed and read it."""
    read: dict[str, Any] = json.loads(render_json_feed(cases, settings))
    return read


def test_atom_feed_has_what_it_must(case: MakeCase) -> None:
    """The feed has an id, a title, an author and the instant of its newest entry (RFC 4287, section 4.1.1)."""
    feed = atom(case("a", period={"start": "2024-09"}), case("b"))

    assert f"{ATOM}feed" == feed.tag
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", text(feed, "id") or "")
    assert ("示例案例集", "虚构的案例，只供测试。") == (text(feed, "title"), text(feed, "subtitle"))
    assert ("示例案例集", "2024-09-01T00:00:00+08:00") == (text(feed, "author", "name"), text(feed, "updated"))
    assert {"self": f"{SETTINGS.url}feed.xml", "alternate": SETTINGS.url} == links(feed)


def test_atom_entry_has_what_it_must(case: MakeCase) -> None:
    """An entry has an id, a title, an instant, an author, a summary and a link (RFC 4287, section 4.1.2)."""
    feed = atom(
        case("x-01", title="示例的标题", summary="示例的提要。", period={"start": "2024-09-03"}, permission=LEAVE)
    )
    (entry,) = feed.findall(f"{ATOM}entry")

    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", text(entry, "id") or "")
    assert ("示例的标题", "示例的提要。", "示例大学") == (
        text(entry, "title"),
        text(entry, "summary"),
        text(entry, "author", "name"),
    )
    assert "2024-09-03T00:00:00+08:00" == text(entry, "updated")
    assert {"alternate": f"{SETTINGS.url}cases/x-01.html"} == links(entry)
    assert ["教育服务"] == [category.get("term") for category in entry.findall(f"{ATOM}category")]


@each(
    ("date", "expected"),
    [
        (None, "1970-01-01T00:00:00+08:00"),
        ("1999", "1999-01-01T00:00:00+08:00"),
        ("2024-09", "2024-09-01T00:00:00+08:00"),
        ("2024-12-31", "2024-12-31T00:00:00+08:00"),
    ],
)
def test_every_entry_has_an_instant(date: str | None, expected: str, case: MakeCase) -> None:
    """A date of any precision, and none at all, becomes an instant as RFC 3339 wants it."""
    feed = atom(case(period={"start": date}) if date else case())

    assert [expected, expected] == [text(feed, "updated"), text(feed, "entry", "updated")]
    assert INSTANT.fullmatch(expected)


def test_empty_atom_feed_is_a_feed() -> None:
    """A library without cases has a feed without entries, sound all the same."""
    feed = atom()

    assert ("1970-01-01T00:00:00+08:00", []) == (text(feed, "updated"), feed.findall(f"{ATOM}entry"))


@each("hostile", HOSTILE)
def test_hostile_text_in_the_atom_feed(hostile: str, case: MakeCase) -> None:
    """A title that looks like XML is a title."""
    one = case(title=hostile, summary=hostile, university=hostile, permission=LEAVE)
    feed = atom(one, settings=Settings(hostile, "https://anliji.example/?a=1&b=", hostile))

    assert {hostile} == {
        text(feed, *path)
        for path in (
            ("title",),
            ("subtitle",),
            ("author", "name"),
            ("entry", "title"),
            ("entry", "summary"),
            ("entry", "author", "name"),
        )
    }
    assert 1 == len(feed.findall(f"{ATOM}entry"))


def test_character_that_xml_cannot_write_in_the_site_s_name(case: MakeCase) -> None:
    """A character that XML cannot write, as the settings may have it, is replaced."""
    feed = atom(case(), settings=Settings("甲\ufffe乙", "", ""))

    assert "甲\ufffd乙" == text(feed, "title")


def test_atom_feed_without_the_site_s_address(case: MakeCase) -> None:
    """Where the site's address is unknown, links are relative to the feed and no address is invented."""
    feed = atom(case("x-01"), settings=NOWHERE)

    assert {"self": "feed.xml", "alternate": "index.html"} == links(feed)
    assert {"alternate": "cases/x-01.html"} == links(feed.findall(f"{ATOM}entry")[0])


def test_subtitle_and_reason_are_in_the_feeds(case: MakeCase) -> None:
    """Whoever reads a feed gets the whole title, and first why the case is worth reading."""
    one = case("x-01", title="示例标题", subtitle="副题", significance="值得看", summary="提要。")
    atom = render_atom([one], SETTINGS)
    (item,) = json.loads(render_json_feed([one], SETTINGS))["items"]

    assert "<title>示例标题：副题</title>" in atom
    assert "<summary>值得看。提要。</summary>" in atom
    assert ("示例标题：副题", "值得看。提要。") == (item["title"], item["content_text"])


def test_ids_are_stable(case: MakeCase) -> None:
    """An entry keeps its id when its case is rewritten and when the site moves; other cases have other ids."""
    first = atom(case("x-01"), case("x-02"))
    later = atom(
        case("x-01", title="另一个标题", task="党建联建"), settings=Settings("示例案例集", "https://other.example/")
    )

    ids = [entry.findtext(f"{ATOM}id") for entry in first.findall(f"{ATOM}entry")]
    assert ids[:1] == [entry.findtext(f"{ATOM}id") for entry in later.findall(f"{ATOM}entry")]
    assert text(first, "id") == text(later, "id")
    assert 3 == len({*ids, text(first, "id")})


def test_ids_never_change(case: MakeCase) -> None:
    """The ids are what they always were: a feed reader would show every case again."""
    assert "urn:uuid:33b4bd14-4976-5b85-ad54-cd58b148468c" == text(atom(case("x-01")), "entry", "id")


def test_json_feed_has_what_it_must(case: MakeCase) -> None:
    """The feed has a version, a title and items, each with an id, a content and its address (JSON Feed 1.1)."""
    feed = json_feed(case("x-01", also=["党建联建"], keywords=["示例"], period={"start": "2024-09"}, permission=LEAVE))
    (item,) = feed.pop("items")

    assert {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "示例案例集",
        "description": "虚构的案例，只供测试。",
        "home_page_url": SETTINGS.url,
        "feed_url": f"{SETTINGS.url}feed.json",
        "language": "zh-CN",
    } == feed
    assert {
        "id": text(atom(case("x-01")), "entry", "id"),
        "url": f"{SETTINGS.url}cases/x-01.html",
        "title": "示例案例 x-01",
        "content_text": "编出来的提要。",
        "authors": [{"name": "示例大学"}],
        "tags": ["教育服务", "党建联建", "示例"],
        "date_published": "2024-09-01T00:00:00+08:00",
    } == item


def test_every_university_is_an_author(case: MakeCase) -> None:
    """A case of several universities has each of them as an author, the leading one first."""
    leave = {"granted_by": "示例大学党委", "granted_on": "2026-01-01"}
    one = case(university=None, universities=["甲大学", "乙大学"], permission=leave)
    (item,) = json.loads(render_json_feed([one], SETTINGS))["items"]

    assert [{"name": "甲大学"}, {"name": "乙大学"}] == item["authors"]
    assert "    <author><name>甲大学</name></author>\n    <author><name>乙大学</name></author>\n" in render_atom(
        [one], SETTINGS
    )


def test_compiled_case_names_no_author(case: MakeCase) -> None:
    """A text compiled from public reports is not put into the mouth of the university that it is about."""
    (item,) = json_feed(case())["items"]

    assert (None, False) == (text(atom(case()), "entry", "author", "name"), "authors" in item)


def test_undated_item_has_no_date(case: MakeCase) -> None:
    """What is not known is left out of the JSON feed."""
    (item,) = json_feed(case())["items"]

    assert "date_published" not in item


@each("hostile", HOSTILE)
def test_hostile_text_in_the_json_feed(hostile: str, case: MakeCase) -> None:
    """Every title is kept as it is."""
    (item,) = json_feed(case(title=hostile))["items"]

    assert hostile == item["title"]


def test_json_feed_without_the_site_s_address(case: MakeCase) -> None:
    """Where the site's address is unknown, addresses are relative to the site."""
    feed = json_feed(case("x-01"), settings=NOWHERE)

    assert ("index.html", "feed.json", "cases/x-01.html") == (
        feed["home_page_url"],
        feed["feed_url"],
        feed["items"][0]["url"],
    )


def test_feeds_hold_the_newest_fifty(case: MakeCase) -> None:
    """Both feeds have the fifty newest cases, the newest first, and none that is not published."""
    cases = [case(f"c-{number:02}", period={"start": f"{1950 + number}"}) for number in range(60)]
    library = gather([*cases, case("gone", status="withdrawn"), case("draft", status="draft")])
    files = {one.uri: content(one).decode() for one in feeds(Publication(library, SETTINGS))}

    expected = [f"{SETTINGS.url}cases/c-{number:02}.html" for number in range(59, 9, -1)]
    assert ["feed.xml", "feed.json"] == list(files)
    assert expected == [item["url"] for item in json.loads(files["feed.json"])["items"]]
    entries = ET.fromstring(files["feed.xml"]).findall(f"{ATOM}entry")  # noqa: S314 (our own)
    assert expected == [links(entry)["alternate"] for entry in entries]


def locations(sitemap: bytes) -> list[str | None]:
    """Give the addresses of a sitemap."""
    return [loc.text for loc in ET.fromstring(sitemap).iter(f"{MAPS}loc")]  # noqa: S314 (our own)


def test_sitemap() -> None:
    """The sitemap has every address whole and in order."""
    (artifact,) = sitemap(["cases/b.html", "index.html", "cases/a.html", "示例/a&b.html"], SETTINGS)

    expected = ["", "%E7%A4%BA%E4%BE%8B/a%26b.html", "cases/a.html", "cases/b.html"]
    assert "sitemap.xml" == artifact.uri
    assert [SETTINGS.url + address for address in expected] == locations(content(artifact))


@each(
    ("count", "expected"),
    [
        pytest.param(0, {"sitemap.xml": 0}, id="none"),
        pytest.param(1, {"sitemap.xml": 1}, id="one"),
        pytest.param(50_000, {"sitemap.xml": 50_000}, id="full"),
        pytest.param(50_001, {"sitemap.1.xml": 50_000, "sitemap.2.xml": 1, "sitemap.xml": 2}, id="one more than full"),
        pytest.param(100_000, {"sitemap.1.xml": 50_000, "sitemap.2.xml": 50_000, "sitemap.xml": 2}, id="two full ones"),
    ],
)
def test_sitemap_is_split(count: int, expected: dict[str, int]) -> None:
    """No sitemap has more than 50,000 addresses; an index names the parts of a larger one."""
    files = {one.uri: locations(content(one)) for one in sitemap((f"{n}.html" for n in range(count)), SETTINGS)}

    assert expected == {uri: len(found) for uri, found in files.items()}
    parts = [uri for uri in files if uri != "sitemap.xml"]
    if parts:
        assert [SETTINGS.url + uri for uri in parts] == files.pop("sitemap.xml")
    assert count == len({address for found in files.values() for address in found})


def test_no_sitemap_without_the_site_s_address() -> None:
    """A sitemap may hold whole addresses only, so there is none where they are unknown."""
    assert [] == list(sitemap(["index.html"], NOWHERE))
