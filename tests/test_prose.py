"""Prose becomes a tree, and the tree becomes HTML and plain text, whatever an editor writes."""

import re
from html.parser import HTMLParser
from typing import Any

import nh3
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.case.markdown import chunks, parse_prose, parser, plain_prose
from generator.case.prose import MAX_NESTING, Node, plain_text, walk
from generator.outputs.views.prose_html import render_html
from tests.each import each

NOTES = "甲[^1]乙[^1]丙[^二]\n\n[^1]: 第一\n[^二]: 第二"
BOX = '<div class="prose-table prose-table--low" role="region" aria-label="表格：{}" tabindex="0">'
TABLE = "| 年 | 次 | 注 |\n|:--|--:|:-:|\n| 2023 | 5 | **多** |"

KINDS: dict[str, tuple[str, str, str]] = {
    "paragraph": ("支部建在茶山上。", "<p>支部建在茶山上。</p>\n", "支部建在茶山上。\n"),
    "paragraphs": ("甲\n\n\n \n乙", "<p>甲</p>\n<p>乙</p>\n", "甲\n乙\n"),
    "heading": ("# 一\n\n## 二 ##\n\n###### 六", "<h3>一</h3>\n<h4>二</h4>\n<h6>六</h6>\n", "一\n二\n六\n"),
    "not a heading": ("#话题 1\n\n####### 七", "<p>#话题 1</p>\n<p>####### 七</p>\n", "#话题 1\n####### 七\n"),
    "list": ("- 甲\n* 乙", "<ul>\n<li>甲</li>\n</ul>\n<ul>\n<li>乙</li>\n</ul>\n", "甲\n乙\n"),
    "list with gaps": ("- 甲\n\n- 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n", "甲\n乙\n"),
    "list of paragraphs": (
        "- 甲\n\n  乙\n- 丙",
        "<ul>\n<li><p>甲</p>\n<p>乙</p>\n</li>\n<li><p>丙</p>\n</li>\n</ul>\n",
        "甲\n乙\n丙\n",
    ),
    "list in a list": (
        "- 甲\n  - 乙",
        "<ul>\n<li>甲<ul>\n<li>乙</li>\n</ul>\n</li>\n</ul>\n",
        "甲\n乙\n",
    ),
    "empty item": ("-", "<ul>\n<li></li>\n</ul>\n", "\n"),
    "numbers": ("1. 甲\n2. 乙", "<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>\n", "甲\n乙\n"),
    "numbers from 3": ("3) 甲\n9) 乙", '<ol start="3">\n<li>甲</li>\n<li value="9">乙</li>\n</ol>\n', "甲\n乙\n"),
    "numbers from 0": ("0. 甲", '<ol start="0">\n<li>甲</li>\n</ol>\n', "甲\n"),
    "quote": ("> 甲\n>\n> 乙", "<blockquote><p>甲</p>\n<p>乙</p>\n</blockquote>\n", "甲\n乙\n"),
    "rule": ("甲\n\n***\n\n乙", "<p>甲</p>\n<hr>\n<p>乙</p>\n", "甲\n乙\n"),
    "rule under a text": ("甲\n---\n乙", "<p>甲</p>\n<hr>\n<p>乙</p>\n", "甲\n乙\n"),
    "equals under a text": ("甲\n===", "<p>甲 ===</p>\n", "甲 ===\n"),
    "code": ("```python\nif a < b:\n```", "<pre><code>if a &lt; b:\n</code></pre>\n", "if a < b:\n"),
    "code without an end": ("```\n甲", "<pre><code>甲\n</code></pre>\n", "甲\n"),
    "code in an item": ("- ```\n  甲", "<ul>\n<li><pre><code>甲\n</code></pre>\n</li>\n</ul>\n", "甲\n"),
    "code in a line": ("用`a<b`表示", "<p>用<code>a&lt;b</code>表示</p>\n", "用a<b表示\n"),
    "table": (
        TABLE,
        (
            f"{BOX.format('年、次、注')}<table>\n<thead>\n"
            '<tr><th class="align-left prose-table__short">年</th>'
            '<th class="align-right prose-table__short">次</th>'
            '<th class="align-center prose-table__short">注</th></tr>\n'
            '</thead>\n<tbody>\n<tr><td class="align-left prose-table__short">2023</td>'
            '<td class="align-right prose-table__short">5</td>'
            '<td class="align-center prose-table__short"><strong>多</strong></td></tr>\n</tbody>\n</table></div>\n'
        ),
        "年\n次\n注\n2023\n5\n多\n",
    ),
    "table without rows": (
        "| 年 |\n|---|",
        (
            f'{BOX.format("年")}<table>\n<thead>\n<tr><th class="prose-table__short">年</th></tr>\n'
            "</thead>\n</table></div>\n"
        ),
        "年\n",
    ),
    "strong": ("很**多**人", "<p>很<strong>多</strong>人</p>\n", "很多人\n"),
    "emphasis": ("很*多*人", "<p>很<em>多</em>人</p>\n", "很多人\n"),
    "both": ("***多***", "<p><em><strong>多</strong></em></p>\n", "多\n"),
    "strike": ("~~甲~~乙", "<p><s>甲</s>乙</p>\n", "甲乙\n"),
    "range": ("5%~10%，3~5天", "<p>5%~10%，3~5天</p>\n", "5%~10%，3~5天\n"),
    "underscores": ("甲_乙_丙 a_b_c", "<p>甲_乙_丙 a_b_c</p>\n", "甲_乙_丙 a_b_c\n"),
    "escaped": (r"\*甲\* 1\. \<b>", "<p>*甲* 1. &lt;b&gt;</p>\n", "*甲* 1. <b>\n"),
    "entities": ("&lt;b&gt; &amp; &copy;", "<p>&lt;b&gt; &amp; ©</p>\n", "<b> & ©\n"),
    "subscript": ("CO<sub>2</sub>减排", "<p>CO<sub>2</sub>减排</p>\n", "CO2减排\n"),
    "superscript": ("10<SUP >3</SUP>亩", "<p>10<sup>3</sup>亩</p>\n", "103亩\n"),
    "break": ("甲<br>乙<BR/>丙", "<p>甲<br>\n乙<br>\n丙</p>\n", "甲\n乙\n丙\n"),
    "break by spaces": ("甲  \n乙", "<p>甲<br>\n乙</p>\n", "甲\n乙\n"),
    "break by a backslash": ("甲\\\n乙", "<p>甲<br>\n乙</p>\n", "甲\n乙\n"),
    "break in a cell": (
        "| 甲<br>乙 |\n|---|",
        (
            f'{BOX.format("甲 乙")}<table>\n<thead>\n<tr><th class="prose-table__short">甲<br>\n乙</th></tr>\n'
            "</thead>\n</table></div>\n"
        ),
        "甲\n乙\n",
    ),
    "link": (
        '见[**报道**](https://example.org/a?b=1&c=2 "题")。',
        '<p>见<a href="https://example.org/a?b=1&amp;c=2" rel="noopener noreferrer"><strong>报道</strong></a>。</p>\n',
        "见报道。\n",
    ),
    "bare link": (
        "<https://example.org/>",
        '<p><a href="https://example.org/" rel="noopener noreferrer">https://example.org/</a></p>\n',
        "https://example.org/\n",
    ),
    "mail": (
        "<a@example.org>",
        '<p><a href="mailto:a@example.org" rel="noopener noreferrer">a@example.org</a></p>\n',
        "a@example.org\n",
    ),
    "address in the text": ("https://example.org/", "<p>https://example.org/</p>\n", "https://example.org/\n"),
    "image": ("![茶*山*](a.jpg)", "<p>茶山</p>\n", "茶山\n"),
    "notes": (
        NOTES,
        (
            '<p>甲<sup id="note-1-mark"><a href="#note-1">1</a></sup>乙<sup><a href="#note-1">1</a></sup>'
            '丙<sup id="note-2-mark"><a href="#note-2">2</a></sup></p>\n<ol class="prose-notes">\n'
            '<li id="note-1">第一 <a href="#note-1-mark" aria-label="回到正文">↩</a></li>\n'
            '<li id="note-2">第二 <a href="#note-2-mark" aria-label="回到正文">↩</a></li>\n</ol>\n'
        ),
        "甲乙丙\n第一\n第二\n",
    ),
    "note of paragraphs": (
        "甲[^1]\n\n[^1]: 第一段\n\n    第二段",
        (
            '<p>甲<sup id="note-1-mark"><a href="#note-1">1</a></sup></p>\n<ol class="prose-notes">\n'
            '<li id="note-1"><p>第一段</p>\n<p>第二段 '
            '<a href="#note-1-mark" aria-label="回到正文">↩</a></p>\n</li>\n</ol>\n'
        ),
        "甲\n第一段\n第二段\n",
    ),
    "note without text": ("甲[^1]", "<p>甲[^1]</p>\n", "甲[^1]\n"),
    "reference style": (
        "[甲]\n\n[甲]: https://example.org/",
        "<p>[甲]</p>\n<p>[甲]: https://example.org/</p>\n",
        "[甲]\n[甲]: https://example.org/\n",
    ),
}

FULL_WIDTH = {
    "two spaces": "\u3000\u3000甲乙",
    "on every line": "\u3000\u3000甲\n\u3000\u3000乙",
    "mixed with spaces": " \u3000 \u3000甲乙",
    "four spaces": "    甲乙",
    "many spaces": "            甲乙",
    "tab": "\t甲乙",
    "four spaces on every line": "    甲\n    乙",
    "continuation": "甲\n        乙",
}

EMPHASISED = {
    "quotes": ("**“强国行”**专项", ("strong", "“强国行”"), "专项"),
    "quotes inside": ("推进**“双创”**建设", "推进", ("strong", "“双创”"), "建设"),
    "quotes before a stop": ("说**“好”**。", "说", ("strong", "“好”"), "。"),
    "quotes around": ("“**强国行**”专项", "“", ("strong", "强国行"), "”专项"),
    "brackets": ("甲**（乙）**丙", "甲", ("strong", "（乙）"), "丙"),
    "book title": ("学**《章程》**后", "学", ("strong", "《章程》"), "后"),
    "stop inside": ("**先走访。**再签约", ("strong", "先走访。"), "再签约"),
    "dash": ("甲——**乙**——丙", "甲——", ("strong", "乙"), "——丙"),
    "single star": ("办*“茶课”*三年", "办", ("emphasis", "“茶课”"), "三年"),
    "strike": ("~~“甲”~~乙", ("strike", "“甲”"), "乙"),
    "two in a line": ("**“甲”**和**“乙”**", ("strong", "“甲”"), "和", ("strong", "“乙”")),
    "Latin beside": ("用**AI**助教", "用", ("strong", "AI"), "助教"),
    "spaces inside": ("甲** 乙 **丙", "甲** 乙 **丙"),
    "lonely": ("甲**乙", "甲**乙"),
}

JOINED = {
    "Han and Han": ("走访\n茶农", "走访茶农"),
    "stop and Han": ("走访，\n签约", "走访，签约"),
    "Han and quote": ("推进\n“双创”", "推进“双创”"),
    "extension B": ("\U00020000\n\U0002a6df", "\U00020000\U0002a6df"),
    "Han and Latin": ("应用\nAI", "应用 AI"),
    "Latin and Han": ("AI\n应用", "AI 应用"),
    "Han and number": ("培训\n50人", "培训 50人"),
    "Latin": ("deep\nlearning", "deep learning"),
    "Han and strong": ("走访\n**茶农**", "走访茶农"),
    "strong and Han": ("**走访**\n茶农", "走访茶农"),
    "strong and strong": ("**走访**\n**茶农**", "走访茶农"),
    "inside strong": ("**走访\n茶农**", "走访茶农"),
    "Han and link": ("详见\n[报道](https://example.org/)", "详见报道"),
    "Han and subscript": ("甲\n<sub>乙</sub>丙", "甲乙丙"),
    "code and Han": ("`甲`\n乙", "甲乙"),
    "Han and strong Latin": ("应用\n**AI**", "应用 AI"),
    "note and Han": ("走访[^1]\n茶农\n\n[^1]: 注", "走访茶农"),
    "indented": ("走访\n   茶农", "走访茶农"),
    "Windows": ("走访\r\n茶农", "走访茶农"),
    "after a break": ("走访<br>\n茶农", "走访\n茶农"),
    "before a break": ("走访\n<br>茶农", "走访\n茶农"),
}

RAW = {
    "block": ("<div>甲</div>", ["<div>甲</div>"]),
    "inline": ("甲<b>乙</b>", ["<b>", "</b>"]),
    "script": ("<script>alert(1)</script>", ["<script>alert(1)</script>"]),
    "image": ("甲<img src=x onerror=alert(1)>", ["<img src=x onerror=alert(1)>"]),
    "comment": ("<!-- 甲 -->", ["<!-- 甲 -->"]),
    "declaration": ("甲<!DOCTYPE html>", ["<!DOCTYPE html>"]),
    "instruction": ("<?php echo 1 ?>", ["<?php echo 1 ?>"]),
    "break with attributes": ('甲<br class="x">乙', ['<br class="x">']),
    "subscript with attributes": ('甲<sub onclick="x">乙</sub>', ['<sub onclick="x">', "</sub>"]),
    "closing break": ("甲</br>乙", ["</br>"]),
    "unclosed subscript": ("H<sub>2O", ["<sub>"]),
    "unopened superscript": ("m2</sup>", ["</sup>"]),
    "empty subscript": ("H<sub/>2", ["<sub/>"]),
    "crossed": ("甲<sub>乙<sup>丙</sub>丁</sup>", ["<sub>", "</sub>"]),
    "across strong": ("**甲<sub>乙**丙</sub>", ["<sub>", "</sub>"]),
    "around strong": ("<sub>甲**乙</sub>丙**", ["<sub>", "</sub>"]),
}

REFUSED = {
    "script": "javascript:alert(1)",
    "script in capitals": "JaVaScRiPt:alert(1)",
    "script behind an entity": "javascript&colon;alert(1)",
    "data": "data:text/html;base64,PHNjcmlwdD4=",
    "visual basic": "vbscript:x",
    "file": "file:///etc/passwd",
    "relative": "other.html",
    "absolute path": "/cases/x.html",
    "anchor": "#top",
    "without a scheme": "//example.org/",
    "without a host": "https://",
    "domain only": "www.example.org",
    "mail without a scheme": "a@example.org",
    "nothing": "",
}

HOSTILE = {
    "quotes": ">" * 5_000 + "甲",
    "spaced quotes": "> " * 5_000 + "甲",
    "lists": "".join(f"{'  ' * depth}- 甲\n" for depth in range(60)),
    "brackets": "[" * 4_000,
    "images": "![" * 2_000,
    "images in images": "![甲" * 1_000 + "](b)" * 1_000,
    "links in links": "[甲" * 1_000 + "](https://example.org)" * 1_000,
    "stars": "*" * 5_000 + "甲" + "*" * 5_000,
    "strong in strong": "**甲" * 2_000,
    "subscripts": "<sub>" * 1_800 + "甲" + "</sub>" * 1_800,
    "unclosed subscripts": "<sub>" * 3_000,
    "mixed marks": "**<sub>*<sup>" * 700 + "甲" + "</sup>*</sub>**" * 700,
    "angles": "<" * 10_000,
    "comments": "<!--" * 5_000,
    "backticks": "".join("`" * length + "甲" for length in range(1, 140)),
    "ampersands": "&#x" * 5_000,
    "marks of a note": "[^1]" * 3_000 + "\n\n[^1]: 甲",
    "notes in notes": "[^1]\n\n" + "[^1]: " * 2_000 + "甲",
    "cells": "|" + "甲|" * 2_000 + "\n|" + "-|" * 2_000,
    "underscores": "_甲" * 3_000,
    "lines": "甲\n" * 5_000,
    "lines of strong": "**甲**\n" * 1_000,
    "characters": "甲" * 10_000,
    "characters with a mark": "甲" * 5_000 + "*" + "乙" * 5_000,
}

TAGS = {
    "p",
    "strong",
    "em",
    "s",
    "sub",
    "sup",
    "ul",
    "ol",
    "li",
    "blockquote",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "hr",
    "br",
    "code",
    "pre",
    "a",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
}
ATTRIBUTES = {
    "a": {"href", "rel", "aria-label"},
    "ol": {"start", "class"},
    "li": {"id"},
    "sup": {"id"},
    "div": {"class"},
    "th": {"class"},
    "td": {"class"},
}
"""All that may come out of prose."""

MARKS = (
    *("\n", "\n\n", "  \n", "\\\n", "    ", "\t", "\u3000\u3000", "\r\n", "\x0b", "\x0c", "\x00", "\u2028", "\x85"),
    *("- ", "+ ", "1. ", "2) ", "> ", "# ", "### ", "---", "===", "```", "~~~", "`", "|", "\n|---|\n", "| 甲 | 乙 |"),
    *("*", "**", "***", "_", "__", "~~", "[", "]", "](", ")", "![", "<", ">", "</", "\\", "&", ";", '"', "'"),
    *("[^1]", "\n[^1]: ", "[^2]", "\n[^2]: ", "^[", "[甲](https://example.org/)", "![乙](a.jpg)", "[^1][^1]"),
    *("](javascript:alert(1))", "](data:,)", "](<https://example.org/", "<https://example.org/", "mailto:a@b"),
    *("<b>", "</b>", "<br>", "<sub>", "</sub>", "<sup>", "</sup>", "<script>", "</script>", "<div>\n", "<!--", "-->"),
    *("&lt;", "&#60;", "&colon;", "&NewLine;", "&#13;", "&nbsp;", "甲", "乙丙", "“", "”", "。", "AI", "5", "onclick=x"),
)
texts = st.lists(st.sampled_from(MARKS) | st.text(max_size=4), max_size=30).map("".join)
"""Texts that are mostly marks, in any order."""

PLAIN = (
    *(
        "\n",
        "\n\n",
        " ",
        "  ",
        " \n",
        "\n ",
        "    ",
        "甲",
        "乙，",
        "“丙”",
        "AI",
        "b",
        "5",
        "12",
        ".",
        ")",
        "%",
        "、",
        "1、",
    ),
    *(
        "- 甲\n",
        "- ",
        "\n- 乙",
        "\n\n- ",
        "1. ",
        "* ",
        "+ ",
        "# ",
        "> ",
        "---",
        "***",
        "==",
        "|",
        ":-",
        "_ _",
        "**丁**",
    ),
)
plain_texts = st.lists(
    st.sampled_from(PLAIN)
    | st.sampled_from(("\u3000", "\xa0", "\t", "#", "-", "*", "[", "<", "~", "\u2003", "\\", "&")),
    max_size=20,
).map("".join)
"""Texts that are mostly paragraphs and lists."""

Sketch = str | tuple[Any, ...]


def sketch(node: Node) -> Sketch:
    """Draw a node as the tests do: text as itself, all else as its kind with what is inside."""
    return node.text if node.kind == "text" else (node.kind, *(sketch(child) for child in node.children))


def inside(source: str) -> tuple[Sketch, ...]:
    """Sketch what stands in the one paragraph of a text."""
    (paragraph,) = parse_prose(source)

    return tuple(sketch(child) for child in paragraph.children)


class Events(HTMLParser):
    """What a browser sees in HTML: tags with their attributes, and the text between them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[object] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Note the end of an element."""
        self.seen.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        """Note a text, together with the text before it."""
        text = data.replace("\r", "\n")
        if self.seen and isinstance(self.seen[-1], list):
            text = self.seen.pop()[0] + text  # type: ignore[index, operator]
        self.seen.append([text])

    def handle_comment(self, data: str) -> None:
        """Note a comment."""
        self.seen.append(("comment", data))


@each("kind", KINDS)
def test_html(kind: str) -> None:
    """Every kind of Markdown becomes the HTML meant by it."""
    source, expected, _ = KINDS[kind]

    assert expected == render_html(parse_prose(source))


@each("kind", KINDS)
def test_plain_text(kind: str) -> None:
    """Plain text has no marks; blocks and cells stand on lines of their own, and a line is never broken inside."""
    source, _, expected = KINDS[kind]

    assert expected == plain_text(parse_prose(source))


@each("source", ["", " ", "\n", " \n\t\n", "\u3000\u3000\n\u3000", "\xa0"])
def test_blank_text_is_nothing(source: str) -> None:
    """A text of nothing but white space has no prose."""
    tree = parse_prose(source)

    assert ((), "", "") == (tree, render_html(tree), plain_text(tree))


def test_every_kind_of_node_is_tested() -> None:
    """The texts above hold every kind of node that the tree may have."""
    kinds = set(re.findall(r"`([a-z-]+)`", re.sub(r"\([^)]*\)", "", str(Node.__doc__))))

    actual = {node.kind for source, *_ in (*KINDS.values(), *RAW.values()) for node in walk(parse_prose(source))}

    assert kinds == actual


@each("name", FULL_WIDTH)
def test_indented_text_is_a_paragraph(name: str) -> None:
    """The indent that Chinese paragraphs begin with is neither code nor text, whatever it is made of."""
    assert ("甲乙",) == inside(FULL_WIDTH[name])


def test_indented_items_are_a_list() -> None:
    """A full-width indent does not hide the mark that follows it."""
    assert "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n" == render_html(parse_prose("\u3000- 甲\n\u3000- 乙"))


def test_full_width_space_inside_a_line_stays() -> None:
    """Only an indent goes; a full-width space between words is the editor's."""
    assert ("甲\u3000乙",) == inside("甲\u3000乙")


@each("name", EMPHASISED)
def test_emphasis_beside_chinese(name: str) -> None:
    """Emphasis opens and closes between Han characters and Chinese punctuation."""
    source, *expected = EMPHASISED[name]

    assert tuple(expected) == inside(source)


@each("name", JOINED)
def test_line_break(name: str) -> None:
    """A line break inside Chinese text leaves nothing, whatever marks stand beside it; elsewhere it is a space."""
    source, expected = JOINED[name]

    assert f"{expected}\n" == plain_text(parse_prose(source)[:1])


@each("name", RAW)
def test_raw_html_is_kept_for_the_checks(name: str) -> None:
    """Tags other than whole `<br>`, `<sub>` and `<sup>` are `html` nodes, word for word."""
    source, expected = RAW[name]

    assert expected == [node.text for node in walk(parse_prose(source)) if node.kind == "html"]


@each("name", RAW)
def test_raw_html_is_shown_as_text(name: str) -> None:
    """A reader sees raw HTML as it was written; nothing of it works."""
    source, expected = RAW[name]
    shown = "".join(one[0] for one in Events(render_html(parse_prose(source))).seen if isinstance(one, list))

    assert expected == [raw for raw in expected if raw in shown]


@each("name", REFUSED)
def test_link_that_a_page_may_not_carry(name: str) -> None:
    """A link that is not whole, or not http, https or mailto, keeps its words and loses its target."""
    assert "<p>见<em>报道</em>。</p>\n" == render_html(parse_prose(f"见[*报道*](<{REFUSED[name]}>)。"))


@each("name", REFUSED)
def test_refused_link_is_kept_for_the_checks(name: str) -> None:
    """The tree still knows the target of a refused link, so that the checks can name it."""
    (link,) = (node for node in walk(parse_prose(f"[报道](<{REFUSED[name]}>)")) if node.kind == "link")

    assert REFUSED[name].replace("&colon;", ":") == link.url


def test_quotes_in_a_link_stay_in_the_link() -> None:
    """A link's target cannot end the attribute that it stands in."""
    expected = '<p><a href="https://example.org/&quot;onclick=&quot;x" rel="noopener noreferrer">甲</a></p>\n'

    assert expected == render_html(parse_prose('[甲](https://example.org/"onclick="x)'))


def test_image_is_drawn_where_it_stands() -> None:
    """An image that is given is put in place of its mark, as it is; another one leaves its alternative text."""
    tree = parse_prose("![茶山](a.jpg)\n\n![茶<厂](b.jpg)")

    assert "<p><img></p>\n<p>茶&lt;厂</p>\n" == render_html(tree, images={"a.jpg": "<img>"})


@each(("heading", "expected"), [(1, [1, 2, 3]), (2, [2, 3, 4]), (4, [4, 5, 6]), (5, [5, 6, 6]), (6, [6, 6, 6])])
def test_headings_begin_at_a_level(heading: int, expected: list[int]) -> None:
    """First-level headings get the level that the page asks for; none is deeper than the sixth."""
    html = render_html(parse_prose("# 一\n\n## 二\n\n### 三"), heading=heading)

    assert expected == [int(level) for level in re.findall(r"<h(\d)>", html)]


def test_notes_of_several_texts_do_not_meet() -> None:
    """With a prefix each, texts with notes stand on one page without an id used twice, and every link has its goal."""
    html = "".join(render_html(parse_prose(NOTES), prefix=prefix) for prefix in ("", "results-", "lessons-"))
    ids = re.findall(r' id="([^"]+)"', html)

    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) == set(ids)


def test_notes_are_numbered_as_they_are_met() -> None:
    """The number of a note is its place in the text, whatever it is called and wherever it is written."""
    tree = parse_prose("甲[^乙]丙[^a]\n\n[^a]: 后\n[^乙]: 先")
    notes = [node for node in walk(tree) if node.kind == "note"]

    assert [(1, "先\n"), (2, "后\n")] == [(note.number, plain_text(note.children)) for note in notes]


@each("name", HOSTILE)
def test_hostile_text(name: str) -> None:
    """No text is too deep or too long to be read and drawn, and the tree stays shallow."""
    tree = parse_prose(HOSTILE[name])

    render_html(tree)
    plain_text(tree)
    assert depth(tree) <= 3 * MAX_NESTING


def depth(nodes: tuple[Node, ...]) -> int:
    """Count the levels of a tree."""
    return 1 + max((depth(node.children) for node in nodes), default=0) if nodes else 0


@each("name", ["brackets", "angles", "unclosed subscripts", "lines", "characters"])
def test_hostile_text_is_not_lost(name: str) -> None:
    """What is no mark after all stays text, every character of it."""
    assert HOSTILE[name].replace("\n", "") == plain_text(parse_prose(HOSTILE[name])).replace("\n", "")


def test_walk_is_in_reading_order() -> None:
    """Every node is visited once, parents first."""
    kinds = [node.kind for node in walk(parse_prose("# 甲\n\n- **乙**\n- 丙"))]

    assert "heading text bullet-list item paragraph strong text item paragraph text" == " ".join(kinds)


@given(texts)
@example("[甲[^1]](https://example.org/)\n\n[^1]: 乙")
@example("[a <https://example.org/>](https://example.org/)")
@example("[^1]\n\n[^1]: # 甲\n    - 乙\n\n    ```\n    丙")
@example("甲&#13;乙")
def test_html_holds_only_what_is_ours(source: str) -> None:
    """Whatever was written, a sanitiser that knows only our tags and attributes finds nothing to remove."""
    html = render_html(parse_prose(source), prefix="x-")

    judged = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, link_rel=None)

    assert Events(judged).seen == Events(html).seen


@given(texts | st.text())
def test_any_text_is_prose(source: str) -> None:
    """No text makes reading fail, and plain text has no empty lines."""
    text = plain_text(parse_prose(source))

    assert "\n\n" not in text


@given(plain_texts | texts)
@example("甲 \n\n 乙")
@example("甲\n    \n乙")
@example("1.\n甲")
@example("甲\n1. 乙")
@example("  甲")
@example("甲\n\n\u3000\u3000乙\u3000")
@example("- 甲\n- 乙\n\n丙")
@example("- 甲\n\n- 乙\n\n丙\n\n- 丁")
@example("- 甲\n\n丙\n\n  乙")
@example("1. 甲\n\n丙\n\n1. 乙")
@example("- 甲  \n- 乙\\")
@example("- 甲\n乙")
@example("- [ ] 甲\n- **乙**\n- `丙`")
@example("*甲*\n\n**乙** 丙\n\n* 丁")
@example("| 甲 |\n|---|\n| 乙 |\n\n丙\n\n| 丁 |")
@example("甲\n\n---\n\n乙\n***\n丙\n_ _ _")
@example("**甲。** 乙**丙：**丁**戊！**")
@example("**甲。**a **乙，**1 **丙：**（丁）")
@example("1. 甲\n2. **乙**：丙 ")
@example("3. 甲\n3. 乙")
@example("1. 甲\n- 乙")
@example("1. # 甲\n2. 1. 乙")
@example("1.  甲\n2. <br>")
@example("| 甲 | **乙** |\n|:--|:-:|\n| 1 |  |  \n|  | 2 |")
@example("|甲|\n|-|")
@example("|甲|乙|\n|-|-:|\n|丙|")
@example("| 甲 |\n|---|\n| 乙 | 丙 |")
@example("|||\n|-|-|\n|a|b|")
@example("| 甲 |\n| |\n| 乙 |")
@example("|甲|\n|---|\n|乙 \\| 丙|\n|\t丁|")
@example("甲 \\\n乙  ")
@example("&#32;甲&#32;\n&#10;乙")
def test_short_ways_give_the_same_tree(source: str) -> None:
    """Paragraphs, short lists and even tables read the short way are exactly what the whole parser makes of them.

    So are their words, which are read without a tree.
    """
    always = re.compile("")
    # Not the kept answer: the second reading would be the first.
    read = parse_prose.__wrapped__
    short = read(source)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chunks, "reaches_far", lambda _: True)
        patch.setattr(parser, "INLINE_MARKS", always)
        whole = read(source)

    assert whole == short
    assert plain_prose(source) == plain_text(whole).strip("\n")
