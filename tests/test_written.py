"""Pages that people wrote get the handbook's form of tables, and long ones their contents."""

import pytest
from markdown import markdown

from generator.outputs.written import outline, with_tables

WHOLE = (
    "<table>\n<thead>\n<tr>\n<th>一</th>\n<th>二</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n{}\n</tr>\n</tbody>\n</table>"
)
"""A table that somebody wrote as HTML, one tag a line."""


def drawn(text: str) -> str:
    """Give a page as the host writes it, with what we make of it."""
    return with_tables(markdown(text, extensions=["tables"]))


def test_table_is_as_the_handbook_s() -> None:
    """The first cell names its row; of several others each tells its column; short columns do not break."""
    html = drawn(
        "| 步骤 | 做什么 | 状态 |\n|---|---|---|\n| 报送 | 材料齐全，**交审核人**，一并 | `submitted` 已报送 |"
    )

    assert html == (
        '<div class="prose-table"><table class="keys">\n'
        '<thead><tr><th scope="col">步骤</th><th scope="col">做什么</th><th scope="col">状态</th></tr></thead>\n'
        '<tbody>\n<tr><th scope="row" class="keys__short">报送</th>'
        '<td data-label="做什么">材料齐全，<strong>交审核人</strong>，一并</td>'
        '<td data-label="状态" class="keys__short"><code>submitted</code> 已报送</td></tr>\n'
        "</tbody>\n</table></div>"
    )


def test_one_explanation_needs_no_label() -> None:
    """Where a row has a name and one cell more, nobody need be told what that is."""
    assert "data-label" not in drawn("| 项 | 写什么 |\n|---|---|\n| 题名 | 一行文字 |")


def test_cells_keep_what_they_have() -> None:
    """Alignment stays, an empty heading names no column, an empty cell names no row and tells nothing."""
    html = drawn("| | `数` | |\n|---|--:|---|\n| | 5 | 甲 |")

    assert '<td></td><th scope="col" style="text-align: right;"><code>数</code></th>' in html
    assert '<td data-label="数" class="keys__short" style="text-align: right;">5</td>' in html
    assert '<tr><td class="keys__short"></td>' in html
    assert html.count("data-label") == 1


@pytest.mark.parametrize(
    "html",
    [
        "<p>示例</p>",
        '<table class="x">\n<thead>\n<tr>\n</tr>\n</thead>\n</table>',
        "<table><tr><td>1</td></tr></table>",
        WHOLE.format('<td colspan="2">甲</td>'),
        WHOLE.format("<td>甲</td>"),
        WHOLE.format("<td>甲</td>\n<td>乙</td>\n<td>丙</td>"),
        WHOLE.format("<td>甲</td>\n<td>" + WHOLE.format("<td>丁</td>\n<td>戊</td>") + "</td>"),
    ],
    ids=["no-table", "class", "own-html", "span", "short-row", "long-row", "nested"],
)
def test_all_else_stays(html: str) -> None:
    """What is no table of Markdown stays as it is."""
    assert html == with_tables(html)


def test_own_class_stays() -> None:
    """A cell to which its author gave a class keeps that one."""
    html = with_tables(WHOLE.format('<td>甲</td>\n<td class="own">乙</td>'))

    assert '<td class="own">乙</td>' in html


def page(*sections: int) -> str:
    """Make a page with sections that have so many parts each."""
    return "\n".join(
        f'<h2 id="s{at}">第{at}节</h2>'
        + "".join(f'\n<h3 id="s{at}-{one}">甲 <code>b</code></h3>' for one in range(parts))
        for at, parts in enumerate(sections)
    )


@pytest.mark.parametrize(
    ("sections", "listed"),
    [((0,) * 6, 0), ((0,) * 7, 7), ((2, 3), 7), ((20, 0), 22), ((21, 0), 0), ((21, *(0,) * 6), 7)],
    ids=["short", "long", "with-parts", "many-parts", "too-many-parts", "too-many-parts-of-one"],
)
def test_contents_of_a_long_page(sections: tuple[int, ...], listed: int) -> None:
    """More than six sections and parts are listed; too many parts of one section are not, and do not count."""
    assert listed == outline(page(*sections)).count("<a ")


def test_contents_in_full() -> None:
    """Each section leads to its heading, its parts are below it, and what is code in a heading is plain."""
    assert outline(page(1, *(0,) * 5)).startswith(
        '<details class="outline"><summary>本页内容</summary>\n'
        '<nav aria-label="本页内容"><ul class="outline__list" role="list"><li><a href="#s0">第0节</a>'
        '<ul class="outline__list" role="list"><li><a href="#s0-0">甲 b</a></li></ul></li><li><a href="#s1">'
    )


def test_parts_without_a_section_are_sections() -> None:
    """A page whose headings are all of the third level has them in one list."""
    html = page(7).partition("\n")[2]

    assert outline(html).count("<a ") == 7
    assert outline(html).count("<ul") == 1
