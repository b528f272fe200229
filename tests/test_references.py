"""What something refers to is found in views by their fields and in hosted pages by their HTML."""

from dataclasses import dataclass
from typing import Any

from generator.outputs.site.references import references_in, references_in_drawn, references_in_html
from tests.each import each


@dataclass(frozen=True)
class Link:
    """A part of a view."""

    name: str
    uri: str


@dataclass(frozen=True)
class View:
    """A view with fields of every kind."""

    title: str = "a.html"
    """No address, though it looks like one."""
    book_uri: str = ""
    url: str = "https://example.org/x.html"
    links: Any = ()
    count: int = 3
    nothing: None = None


@each(
    ("view", "expected"),
    [
        (View(), set()),
        (View(book_uri="books/a.pdf#page=3"), {"books/a.pdf"}),
        (View(book_uri="#outcomes"), set()),
        (View(book_uri="browse.html?task=a#b"), {"browse.html"}),
        (View(book_uri="files/x-01/%E6%96%B9%E6%A1%88%201.pdf"), {"files/x-01/方案 1.pdf"}),
        (View(links=(Link("甲", "a.html"), Link("乙", "b.html"), Link("丙", "a.html#c"))), {"a.html", "b.html"}),
        (View(links=[Link("甲", "a.html")]), {"a.html"}),
        (View(links={"b.html": Link("甲", "a.html")}), {"a.html"}),
        (View(links=({"x": [(View(links=Link("甲", "a.html")),)]},)), {"a.html"}),
        ((Link("甲", "a.html"), None, 3, "b.html"), {"a.html"}),
        (Link, set()),
        (None, set()),
    ],
    ids=[
        "none",
        "fragment",
        "own-fragment",
        "query",
        "encoded",
        "tuple",
        "list",
        "mapping",
        "deep",
        "no-view",
        "class",
        "nothing",
    ],
)
def test_references_of_a_view(view: object, expected: set[str]) -> None:
    """Every field called `uri`, or ending so, is an address; texts, whole addresses and what is empty are none."""
    assert references_in(view) == expected


@each(
    ("html", "uri", "expected"),
    [
        ('<a href="b.html">b</a>', "a.html", {"b.html"}),
        ('<a href="../b.html#c">b</a><a href="d/e.html?f=1">e</a>', "x/a.html", {"b.html", "x/d/e.html"}),
        ('<a href="./../x/./b.html">b</a>', "x/y/a.html", {"x/x/b.html"}),
        ('<a href="#c">c</a><a href="">d</a><a>e</a><a href>f</a>', "a.html", set()),
        ('<a href="?q=1">c</a>', "a.html", set()),
        ('<a href="https://example.org/b.html">b</a><a href="//example.org/c">c</a>', "a.html", set()),
        ('<a href="mailto:a@example.org">b</a><img src="data:image/png;base64,AA">', "a.html", set()),
        ('<img src="%E6%B0%B4%20%E6%A0%B7.png"/>', "photos/a.html", {"photos/水 样.png"}),
        ('<link rel="stylesheet" href="a.css"><script src="b.js"></script>', "c.html", {"a.css", "b.js"}),
        ('<source srcset="a.webp 480w, b.webp 960w"><img srcset="c.jpg">', "x.html", {"a.webp", "b.webp", "c.jpg"}),
        ('<img srcset="a.webp 480w,\n  ">', "x.html", {"a.webp"}),
        ('<a href="a.html?b=1&amp;c=2">b</a><a href="&amp;.html">c</a>', "x.html", {"a.html", "&.html"}),
        ('<!-- <a href="a.html"></a> --><p title="b.html">c.html</p>', "x.html", set()),
        ("", "x.html", set()),
        ("<a href='a.html'", "x.html", set()),
    ],
)
def test_references_of_a_page(html: str, uri: str, expected: set[str]) -> None:
    """What a page leads to or loads is told from the site's root; fragments, other sites and comments do not count."""
    assert references_in_html(html, uri) == expected


@each(
    "html",
    [
        '<a href="../b.html#c">b</a><a class="x" href="../d/e.html?f=1">e</a>',
        '<p class="a.html"><a\nclass="whole"\nhref="../b.html">b</a></p>',
        '<a href="../a.html?b=1&amp;c=2">b</a><a href="../&amp;.html">c</a><a href="#d">d</a><a id="e">e</a>',
        '<a href="https://example.org/b.html">b</a><a href="//example.org/c">c</a><a href="mailto:a@example.org">d</a>',
        '<img class="a" src="../%E6%B0%B4%20%E6%A0%B7.png" srcset="../c.jpg 480w, ../d.jpg 960w" alt="x.png">',
        '<picture><source type="image/webp" srcset="../a.webp 480w, ../b.webp 960w"><img\nsrc="../a.jpg"></picture>',
        '<p>&lt;a href="a.html"&gt; src="c.png"</p><a title="href=&#34;d.html&#34;" href="../e.html">e</a>',
        '<abbr title="b">b</abbr><a data-href="c.html" href="../d.html">d</a>',
        "",
    ],
)
def test_references_of_a_drawn_page_are_those_that_a_parser_finds(html: str) -> None:
    """The quick way over HTML of our own says what the slow one does, for links and pictures of a page in a folder."""
    assert references_in_drawn(html, "cases/x.html") == references_in_html(html, "cases/x.html")
