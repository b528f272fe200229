"""Links that people write lead to pages, cases and headings; what leads nowhere is told, with its line."""

from generator.hosting.written_links import Resolved, WrittenPage, readable_anchor, resolve
from generator.outputs.site.hosted import WrittenLink, dead_links
from tests.each import each

FILES = {"about.html", "handbook/a.html", "index.html", "files/b.pdf", "province/index.html"}
BLOCKS = {"fields": '<h3 id="field-keys">字段</h3>'}
OTHER = WrittenPage(
    "content/handbook/a.md",
    "handbook/a.html",
    "# 甲\n",
    '<h2 id="怎样做">怎样做</h2><a name="old"></a><h2 id="quick-start_2">Quick start</h2>',
)
HOME = WrittenPage("content/index.md", "index.html", "", "<!-- anliji:main -->")


def resolved(html: str, source: str = "") -> Resolved:
    """Lead the links of the page about.md."""
    page = WrittenPage("content/about.md", "about.html", source, html)
    return resolve([page, OTHER, HOME], FILES, BLOCKS)


@each(
    ("text", "expected"),
    [
        ("二、主要做法", "二主要做法"),
        ("“双带头人”  工作室", "双带头人-工作室"),
        ("Data & Search", "data-search"),
        ("2024—2026年", "20242026年"),
        ("——", ""),
    ],
)
def test_readable_anchor(text: str, expected: str) -> None:
    """An anchor has the words of its heading, and none of its punctuation."""
    assert readable_anchor(text, "-") == expected


@each(
    ("written", "expected"),
    [
        ("handbook/a.html", "handbook/a.html"),
        ("handbook/a.html#怎样做", "handbook/a.html#怎样做"),
        ("handbook/a.html#怎样做？", "handbook/a.html#%E6%80%8E%E6%A0%B7%E5%81%9A"),
        ("handbook/a.html#怎-样-做", "handbook/a.html#%E6%80%8E%E6%A0%B7%E5%81%9A"),
        ("handbook/a.html#%E6%80%8E%E6%A0%B7%E5%81%9A", "handbook/a.html#%E6%80%8E%E6%A0%B7%E5%81%9A"),
        ("handbook/a.html#Quick--Start-2", "handbook/a.html#quick-start_2"),
        ("handbook/a.html#old", "handbook/a.html#old"),
        ("files/b.pdf", "files/b.pdf"),
        ("index.html#anything", "index.html#anything"),
        ("province/index.html#x", "province/index.html#x"),
        ("https://a.example/x.md", "https://a.example/x.md"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("", ""),
    ],
)
def test_links_that_are_right(written: str, expected: str) -> None:
    """Links to pages, files, headings and other sites are fine; a heading may be written with its punctuation."""
    found = resolved(f'<a href="{written}">甲</a>')

    assert found.html["about.html"] == f'<a href="{expected}">甲</a>'
    assert (found.links, found.notices) == ([], [])


@each(
    ("written", "expected", "uri"),
    [
        ("cases/x-01.md", "cases/x-01.html", "cases/x-01.html"),
        ("cases/x-01.html#sources", "cases/x-01.html#sources", "cases/x-01.html"),
        ("province/gansu.md?a=1&amp;b=2", "province/gansu.html?a=1&amp;b=2", "province/gansu.html"),
        ("../task/x.md", "../task/x.html", "../task/x.html"),
        ("none.png", "none.png", "none.png"),
    ],
)
def test_links_to_what_data_makes(written: str, expected: str, uri: str) -> None:
    """A link to what is no written page leads to the page on the site; whether it is there, the library knows."""
    found = resolved(f'<img src="{written}">', f"# 关于\n\n甲[乙]({written.replace('&amp;', '&')})\n")

    assert found.html["about.html"] == f'<img src="{expected}">'
    assert [(link.path, link.line, link.uri) for link in found.links] == [("content/about.md", 3, uri)]


@each(
    ("written", "line", "expected"),
    [
        ("#没有", "[甲](#没有)", "#没有 在那一页里没有对应的小标题"),
        ("handbook/a.html#没有", "[甲](handbook/a.md#没有)", "handbook/a.md#没有 在那一页里没有对应的小标题"),
        ("/x.html", "[甲](/x.html)", "/x.html 从网站的开头写起"),
        ("http://%5B", "[甲](http://[)", "http://[ 不是网址"),
        ("http://[", "<a href='http://['>", "http://[ 不是网址"),
    ],
)
def test_links_that_are_wrong(written: str, line: str, expected: str) -> None:
    """A link to a missing heading, from the root, or that is none, is told with file and line."""
    found = resolved(f"<a href='{written}'>甲</a>", f"# 关于\n\n{line}\n")

    assert len(found.notices) == 1
    assert found.notices[0].startswith(f"content/about.md 第 3 行的链接 {expected}")


def test_anchors_in_what_the_code_puts_in() -> None:
    """The headings that the program brings to a page of the handbook can be linked to."""
    found = resolved('<!-- anliji:fields --><a href="#field-keys">甲</a>')

    assert found.notices == []


def test_dead_links() -> None:
    """Links to what the site does not have are told; an address that ends in a slash stands for all below it."""
    links = [
        WrittenLink("content/about.md", 3, "cases/none.md", "cases/none.html"),
        WrittenLink("content/about.md", 4, "cases/x-01.md", "cases/x-01.html"),
        WrittenLink("mkdocs.yml", 5, "search/index.js", "search/index.js"),
    ]

    assert list(dead_links(links, {"cases/x-01.html", "search/"})) == [
        "content/about.md 第 3 行的链接 cases/none.md 没有对应的页面或文件。建议：核对文件名或案例编号。"
    ]
