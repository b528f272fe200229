"""Long pages that people wrote get their contents."""

from generator.outputs.handbook.outline import outline
from tests.each import each


def page(*sections: int) -> str:
    """Make a page with sections that have so many parts each."""
    return "\n".join(
        f'<h2 id="s{at}">第{at}节</h2>'
        + "".join(f'\n<h3 id="s{at}-{one}">甲 <code>b</code></h3>' for one in range(parts))
        for at, parts in enumerate(sections)
    )


@each(
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


def test_heading_with_a_class_is_listed() -> None:
    """A heading to which its author gave a class is a heading too; one without an anchor cannot be gone to."""
    html = page(*(0,) * 6) + '<h2 class="own" id="own">甲 &lt; 乙</h2><h2>丙</h2>'

    assert outline(html).count("<a ") == 7
    assert '<a href="#own">甲 &lt; 乙</a>' in outline(html)
