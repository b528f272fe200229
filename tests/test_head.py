"""The head of a page is safe whatever a title contains, and names whole addresses only where they are known."""

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from generator.outputs.site.head import render_head
from generator.outputs.site.page import Head
from generator.outputs.site.settings import Settings
from tests.each import each

SETTINGS = Settings("示例案例集", "https://anliji.example/sub/", "虚构的案例，只供测试。")
NOWHERE = Settings("示例案例集", "", "虚构的案例，只供测试。")

HOSTILE = [
    "</title><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "]]></script>",
    '" onload="alert(1)',
    "' onload='alert(1)",
    "&lt;script&gt; & &amp;",
    "\u2028\u2029",
]

ABSOLUTE = {
    "home": ("index.html", "https://anliji.example/sub/"),
    "case": ("cases/x-01.html", "https://anliji.example/sub/cases/x-01.html"),
    "index of a folder": ("collections/index.html", "https://anliji.example/sub/collections/"),
    "ends like an index": ("cases/2025-index.html", "https://anliji.example/sub/cases/2025-index.html"),
    "Chinese": ("关于 我们.html", "https://anliji.example/sub/%E5%85%B3%E4%BA%8E%20%E6%88%91%E4%BB%AC.html"),
    "nothing": ("", "https://anliji.example/sub/"),
}


class Elements(HTMLParser):
    """The elements of a head with their attributes and their text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, str] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Note its text."""
        tag = self.found[-1][0]
        self.text[tag] = self.text.get(tag, "") + data.strip("\n")

    def metas(self, key: str) -> dict[str, str | None]:
        """Give the contents of the meta elements by `name` or `property`."""
        return {str(values[key]): values["content"] for tag, values in self.found if tag == "meta" and key in values}

    def links(self, rel: str) -> list[str | None]:
        """Give the addresses of the links of a kind."""
        return [values["href"] for tag, values in self.found if tag == "link" and values["rel"] == rel]

    @property
    def described(self) -> Any:
        """The schema.org description."""
        return json.loads(self.text["script"])


def test_head_of_a_case() -> None:
    """A page tells its title with the library's, its description and what kind of page it is."""
    head = Elements(render_head(Head("示例案例", "编的提要。", kind="article"), "cases/x-01.html", SETTINGS))

    expected = {
        "og:type": "article",
        "og:title": "示例案例",
        "og:description": "编的提要。",
        "og:site_name": "示例案例集",
        "og:locale": "zh_CN",
    }
    assert "示例案例 - 示例案例集" == head.text["title"]
    assert {"description": "编的提要。"} == head.metas("name")
    assert ["https://anliji.example/sub/cases/x-01.html"] == head.links("canonical")
    assert expected == head.metas("property")


def test_head_of_the_home_page() -> None:
    """The home page is called as the library, and described as the library where it says nothing of itself."""
    head = Elements(render_head(Head("", ""), "index.html", SETTINGS))

    assert "示例案例集" == head.text["title"]
    assert ("示例案例集", SETTINGS.description) == (
        head.metas("property")["og:title"],
        head.metas("name")["description"],
    )


@pytest.mark.parametrize(
    ("settings", "size", "alt", "expected"),
    [
        pytest.param(
            SETTINGS,
            (960, 480),
            "水渠边",
            {
                "og:image": "https://anliji.example/sub/photos/x-01/%E6%B0%B4%20%E6%A0%B7.png.960.jpg",
                "og:image:width": "960",
                "og:image:height": "480",
                "og:image:alt": "水渠边",
            },
            id="whole",
        ),
        pytest.param(
            SETTINGS,
            None,
            "",
            {"og:image": "https://anliji.example/sub/photos/x-01/%E6%B0%B4%20%E6%A0%B7.png.960.jpg"},
            id="nothing-known-of-it",
        ),
        pytest.param(NOWHERE, (960, 480), "水渠边", {}, id="address-unknown"),
    ],
)
def test_picture(settings: Settings, size: tuple[int, int] | None, alt: str, expected: dict[str, str]) -> None:
    """A page's picture is named by its whole address, with what is known of it; without a whole address it is not."""
    head = Head("甲", "乙", image="photos/x-01/水 样.png.960.jpg", image_alt=alt, image_size=size)
    metas = Elements(render_head(head, "cases/x-01.html", settings)).metas("property")

    assert expected == {key: value for key, value in metas.items() if key.startswith("og:image")}


@each("text", HOSTILE)
def test_hostile_words_of_a_picture(text: str) -> None:
    """What a picture shows ends no attribute."""
    head = Elements(render_head(Head("甲", "乙", image="a.jpg", image_alt=text), "cases/x-01.html", SETTINGS))

    assert text == head.metas("property")["og:image:alt"]


@each("text", HOSTILE)
def test_hostile_title(text: str) -> None:
    """No title, description or name of the library ends an element or an attribute."""
    described = {"@type": "Article", "headline": text, "url": "cases/x-01.html", "about": [{"name": text}]}
    settings = Settings(text, SETTINGS.url, text)
    head = Elements(render_head(Head(text, text, json_ld=described), "cases/x-01.html", settings))

    tags = ["title", "meta", "link", *["meta"] * 4, "link", "script"]
    assert tags == [tag for tag, _ in head.found]
    assert f"{text} - {text}" == head.text["title"]
    assert {text} == {head.metas("property")[f"og:{key}"] for key in ("title", "description", "site_name")}
    assert (text, text) == (head.described["headline"], head.described["about"][0]["name"])


@each(
    ("settings", "is_indexed", "expected"),
    [
        pytest.param(SETTINGS, True, (["https://anliji.example/sub/cases/x-01.html"], "og:url", None), id="published"),
        pytest.param(SETTINGS, False, ([], None, "noindex"), id="not-indexed"),
        pytest.param(NOWHERE, True, ([], None, None), id="address-unknown"),
        pytest.param(NOWHERE, False, ([], None, "noindex"), id="neither"),
    ],
)
def test_canonical(settings: Settings, expected: tuple[list[str], str | None, str | None], *, is_indexed: bool) -> None:
    """The canonical address stands only on pages to be found, and only where the site's address is known."""
    head = Elements(render_head(Head("甲", "乙"), "cases/x-01.html", settings, is_indexed=is_indexed))

    canonical = next((values for tag, values in head.found if values.get("rel") == "canonical"), {})
    assert expected == (head.links("canonical"), canonical.get("property"), head.metas("name").get("robots"))


@each("name", ABSOLUTE)
def test_absolute(name: str) -> None:
    """An address is made whole once, without the name of an index, and with what no address may contain encoded."""
    uri, expected = ABSOLUTE[name]

    assert (expected, uri) == (SETTINGS.absolute(uri), NOWHERE.absolute(uri))


@pytest.mark.parametrize(
    ("uri", "expected"),
    [("index.html", ["feed.xml", "feed.json"]), ("cases/x.html", ["../feed.xml"]), ("a/b/c.html", ["../../feed.xml"])],
)
def test_feeds_are_found_from_every_page(uri: str, expected: list[str]) -> None:
    """The links to the feeds are relative to the page, so they work under any address; the home page has both."""
    head = Elements(render_head(Head("甲", "乙"), uri, SETTINGS))

    assert expected == head.links("alternate")


def test_further_page_of_a_list() -> None:
    """A further page says what it is and where, and leaves the rest to the first one."""
    head = Elements(render_head(Head("甲（第2页）", "乙", is_further=True), "form/a.2.html", SETTINGS))

    assert ["title", "meta", "link"] == [tag for tag, _ in head.found]
    assert ({"description": "乙"}, ["https://anliji.example/sub/form/a.2.html"]) == (
        head.metas("name"),
        head.links("canonical"),
    )


def test_addresses_in_the_description_are_made_whole() -> None:
    """Addresses inside the schema.org description become whole however deep they stand; whole ones stay."""
    described = {
        "@type": "Article",
        "@id": "cases/x-01.html",
        "url": "cases/x-01.html",
        "image": [{"url": "photos/x-01/a.jpg"}],
        "breadcrumb": {"itemListElement": ({"item": {"@id": "index.html", "name": "cases/x.html"}},)},
        "citation": {"url": "https://example.org/a?b=1"},
        "headline": "url",
    }

    head = Elements(render_head(Head("甲", "乙", json_ld=described), "cases/x-01.html", SETTINGS))

    expected = {
        "@context": "https://schema.org",
        "inLanguage": "zh-CN",
        "@type": "Article",
        "@id": "https://anliji.example/sub/cases/x-01.html",
        "url": "https://anliji.example/sub/cases/x-01.html",
        "image": [{"url": "https://anliji.example/sub/photos/x-01/a.jpg"}],
        "breadcrumb": {"itemListElement": [{"item": {"@id": "https://anliji.example/sub/", "name": "cases/x.html"}}]},
        "citation": {"url": "https://example.org/a?b=1"},
        "headline": "url",
    }
    assert expected == head.described


def test_no_whole_address_without_the_site_s() -> None:
    """Where the site's address is unknown, nothing in the head pretends to know it."""
    html = render_head(Head("甲", "乙", json_ld={"@type": "Article", "url": "cases/x.html"}), "cases/x.html", NOWHERE)

    assert {"https://schema.org"} == set(re.findall(r"https?://[^\"<]+", html))
    assert "../cases/x.html" == Elements(html).described["url"]


def test_page_without_a_description_of_its_own() -> None:
    """A page that people wrote is described as a web page of its name."""
    head = Elements(render_head(Head("关于", "示例"), "about.html", SETTINGS))

    expected = {
        "@context": "https://schema.org",
        "inLanguage": "zh-CN",
        "@type": "WebPage",
        "name": "关于",
        "url": "https://anliji.example/sub/about.html",
    }
    assert expected == head.described
