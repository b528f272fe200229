"""Tables of pages that people wrote get the form of the handbook's."""

from markdown import markdown

from generator.outputs.handbook.tables import with_tables
from tests.each import each

WHOLE = (
    "<table>\n<thead>\n<tr>\n<th>一</th>\n<th>二</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n{}\n</tr>\n</tbody>\n</table>"
)
"""A table that somebody wrote as HTML, one tag a line."""


def drawn(text: str) -> str:
    """Give a page as the host writes it, with what we make of it."""
    return with_tables(markdown(text, extensions=["tables"]))


def test_table_is_as_the_handbook_s() -> None:
    """The first cell names its row; of several others each shows its column; short columns do not break."""
    html = drawn(
        "| 步骤 | 做什么 | 状态 |\n|---|---|---|\n| 报送 | 材料齐全，**交审核人**，一并 | `submitted` 已报送 |"
    )

    assert html == (
        '<div class="prose-table prose-table--low" role="region" aria-label="表格：步骤、做什么、状态" tabindex="0">'
        '<table class="keys">\n'
        '<thead><tr><th scope="col">步骤</th><th scope="col">做什么</th><th scope="col">状态</th></tr></thead>\n'
        '<tbody>\n<tr><th scope="row" class="keys__short">报送</th>'
        '<td data-label="做什么">材料齐全，<strong>交审核人</strong>，一并</td>'
        '<td data-label="状态" class="keys__short"><code>submitted</code> 已报送</td></tr>\n'
        "</tbody>\n</table></div>"
    )


def test_one_explanation_needs_no_label() -> None:
    """Where a row has a name and one cell more, that one needs no label."""
    assert "data-label" not in drawn("| 项 | 写什么 |\n|---|---|\n| 题名 | 一行文字 |")


def test_cells_keep_what_they_have() -> None:
    """Alignment stays, an empty heading names no column, an empty cell names no row and needs no label."""
    html = drawn("| | `数` | |\n|---|--:|---|\n| | 5 | 甲 |")

    assert '<td></td><th scope="col" style="text-align: right;"><code>数</code></th>' in html
    assert '<td data-label="数" class="keys__short" style="text-align: right;">5</td>' in html
    assert '<tr><td class="keys__short"></td>' in html
    assert html.count("data-label") == 1


@each(
    "html",
    [
        "<p>示例</p>",
        '<table class="x">\n<thead>\n<tr>\n</tr>\n</thead>\n</table>',
        "<table><tr><td>1</td></tr></table>",
        WHOLE.format('<td colspan="2">甲</td>'),
        WHOLE.format('<td rowspan="2">甲</td>\n<td>乙</td>'),
        WHOLE.format("<td>甲</td>"),
        WHOLE.format("<td>甲</td>\n<td>乙</td>\n<td>丙</td>"),
        WHOLE.format("<td>甲\n<td>乙</td>"),
        WHOLE.format("<td>甲</td>\n<td>乙</td>").removesuffix("</table>"),
        f"<script>const table = '{WHOLE.format('<td>甲</td><td>乙</td>')}';</script>",
        WHOLE.format("<td>甲</td>\n<td>" + WHOLE.format("<td>丁</td>\n<td>戊</td>") + "</td>"),
    ],
    ids=[
        "no-table",
        "class",
        "own-html",
        "columns",
        "rows",
        "short-row",
        "long-row",
        "unclosed-cell",
        "unclosed-table",
        "in-a-script",
        "nested",
    ],
)
def test_all_else_stays(html: str) -> None:
    """What is no table of Markdown stays as it is."""
    assert html == with_tables(html)


def test_own_class_stays() -> None:
    """A cell to which its author gave a class keeps that one."""
    html = with_tables(WHOLE.format('<td>甲</td>\n<td class="own">乙</td>'))

    assert '<td class="own">乙</td>' in html


def test_what_is_around_stays() -> None:
    """Text before, between and behind tables is the same, whatever its characters and lines."""
    table = WHOLE.format("<td>甲</td>\n<td>乙</td>")
    done = with_tables(table)
    around = ("<p>𠮷\r\n&amp;</p>\n\n", "<!-- anliji:fields -->", "<p>a < b\u2028</p>")

    assert with_tables(table.join(around)) == done.join(around)
