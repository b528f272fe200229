"""A case's page is cited in the form of GB/T 7714 and as BibTeX, whatever its title holds."""

import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from generator.case.model import Case
from generator.case.programme import packaged_programme
from generator.outputs.site.settings import Settings
from generator.outputs.views.citation import Reference, authors_of, bibtex_page, cite_page, web_page
from tests.each import each

MakeCase = Callable[..., Case]

SETTINGS = Settings("示例案例集", "https://anliji.example/sub/", organiser="示例省委教育工委")
NOWHERE = Settings("示例案例集", organiser="示例省委教育工委")
DAY = "2026-11-22"
LEAVE = {"granted_by": "示例大学党委", "granted_on": "2026-01-01"}
"""A permission: the branch itself gave the text."""

WORDS = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{mark}": mark for mark in "%&$#_"},
}
"""What TeX makes of its words for the characters that it would not print."""


def read_bibtex(text: str) -> tuple[str, dict[str, str]]:
    """Read an entry as BibTeX does, which counts braces and knows no escapes; gives its key and fields."""
    head = re.match(r"@online\{([^\s,{}()=#%\"\\~]+),", text)
    assert head
    depth, at, fields = 1, head.end(), {}
    while found := re.compile(r",?\s*([a-z]+) = \{").match(text, at):
        start = at = found.end()
        depth += 1
        while depth > 1:
            depth += {"{": 1, "}": -1}.get(text[at], 0)
            at += 1
        fields[found[1]] = text[start : at - 1]
    assert text[at:] == "\n}"
    return head[1], fields


def printed(field: str) -> str:
    """Give what TeX prints for a field."""
    pattern = "|".join(re.escape(word) for word in WORDS)
    rest = re.sub(pattern, "", field)
    assert not re.search(r"[\\{}~^%&$#_]", rest)
    return re.sub(pattern, lambda word: WORDS[word[0]], field)


REFERENCES: dict[str, tuple[dict[str, object], Settings, str]] = {
    "compiled": ({}, SETTINGS, "示例省委教育工委. 把实验课开进村小[EB/OL]. [2026-11-22]. "),
    "compiled, no organiser": (
        {},
        Settings("示例案例集", SETTINGS.url),
        "示例案例集. 把实验课开进村小[EB/OL]. [2026-11-22]. ",
    ),
    "with a permission": (
        {"permission": LEAVE, "branch": "物理学院党支部"},
        SETTINGS,
        "示例大学物理学院党支部. 把实验课开进村小[EB/OL]. [2026-11-22]. ",
    ),
    "a branch that names its university": (
        {"permission": LEAVE, "branch": "示例大学物理学院党支部"},
        SETTINGS,
        "示例大学物理学院党支部. 把实验课开进村小[EB/OL]. [2026-11-22]. ",
    ),
    "four bodies": (
        {"permission": LEAVE, "branches": ["甲支部", "乙支部", "丙支部", "丁支部"], "branch": None},
        SETTINGS,
        "示例大学甲支部, 示例大学乙支部, 示例大学丙支部, 等. 把实验课开进村小[EB/OL]. [2026-11-22]. ",
    ),
    "no body": (
        {"permission": LEAVE, "branch": None, "university": None},
        SETTINGS,
        "把实验课开进村小[EB/OL]. [2026-11-22]. ",
    ),
    "the date of the work is not that of the page": (
        {"period": {"start": "2024-09"}, "sources": [{"title": "示例报道", "date": "2025-01-02"}]},
        SETTINGS,
        "示例省委教育工委. 把实验课开进村小[EB/OL]. [2026-11-22]. ",
    ),
}


@each("name", REFERENCES)
def test_cite_page(name: str, case: MakeCase) -> None:
    """A page is cited by who answers for it, title, day of reading and address; no date is made up."""
    values, settings, expected = REFERENCES[name]
    one = case("x-01", title="把实验课开进村小", **values)

    assert f"{expected}https://anliji.example/sub/cases/x-01.html." == cite_page(one, settings).on(DAY)


def test_subtitle_is_cited(case: MakeCase) -> None:
    """The subtitle stands behind the title, as the standard puts further information of a title."""
    one = case("x-01", title="把实验课开进村小", subtitle="三年支教记")

    assert "示例省委教育工委. 把实验课开进村小：三年支教记[EB/OL]. [2026-11-22]." == cite_page(one, NOWHERE).on(DAY)
    assert "把实验课开进村小：三年支教记" == read_bibtex(bibtex_page(one, NOWHERE).on(DAY))[1]["title"]


def test_pieces_of_a_reference(case: MakeCase) -> None:
    """The day stands between two pieces, and the address is a piece of its own."""
    one = case("x-01", title="把实验课开进村小")

    assert Reference(
        before="示例省委教育工委. 把实验课开进村小[EB/OL]. [",
        after="].",
        address=" https://anliji.example/sub/cases/x-01.html.",
    ) == cite_page(one, SETTINGS)


def test_without_the_site_s_address(case: MakeCase) -> None:
    """Where the site's address is not known, the reference ends with the day, and the entry has no address."""
    one = case("x-01", title="把实验课开进村小")

    assert "示例省委教育工委. 把实验课开进村小[EB/OL]. [2026-11-22]." == cite_page(one, NOWHERE).on(DAY)
    assert {"author", "title", "langid", "urldate"} == set(read_bibtex(bibtex_page(one, NOWHERE).on(DAY))[1])
    assert ("", "") == (cite_page(one, NOWHERE).address, bibtex_page(one, NOWHERE).address)


def test_bibtex(case: MakeCase) -> None:
    """The entry is one that biblatex and the styles of GB/T 7714 read."""
    one = case("2025-nau-tea", title="把实验课开进村小")

    assert """\
@online{2025-nau-tea,
  author = {{示例省委教育工委}},
  title = {把实验课开进村小},
  langid = {chinese},
  urldate = {2026-11-22},
  url = {https://anliji.example/sub/cases/2025-nau-tea.html}
}""" == bibtex_page(one, SETTINGS).on(DAY)


def test_bibtex_names_every_author(case: MakeCase) -> None:
    """Each body is an author of its own, in braces, however many there are."""
    several = ["甲支部", "乙支部", "丙支部", "丁支部"]
    _, fields = read_bibtex(bibtex_page(case(permission=LEAVE, branch=None, branches=several), SETTINGS).on(DAY))

    assert " and ".join(f"{{示例大学{name}}}" for name in several) == fields["author"]


HOSTILE = [
    "甲{乙",
    "甲}乙}",
    "}}}{{{",
    "100%的学生",
    "甲_乙&丙#丁$戊",
    "C:\\示例\\",
    "\\input{/etc/passwd}",
    "“甲”\"乙\"'丙'",
    "甲~乙^丙",
    "@online{甲, title = {乙}}",
    "\U0001f600表情标题",
    "甲, 乙 = 丙 and 丁",
]


@each("title", HOSTILE)
def test_hostile_titles(title: str, case: MakeCase) -> None:
    """Whatever stands in a title or an author's name, BibTeX reads one entry, and TeX prints what was written."""
    one = case("x-01", title=f"示例{title}示例", branch=title, permission=LEAVE)
    key, fields = read_bibtex(bibtex_page(one, SETTINGS).on(DAY))
    author = fields.pop("author")

    assert "x-01" == key
    assert (f"示例{title}示例", f"示例大学{title}") == (printed(fields["title"]), printed(author[1:-1]))
    assert ("{", "}") == (author[0], author[-1])
    assert f"示例大学{title}. 示例{title}示例[EB/OL]. [{DAY}]. {fields['url']}." == cite_page(one, SETTINGS).on(DAY)


@given(text=st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=20))
def test_braces_balance(text: str) -> None:
    """In no entry does a brace stand alone, and none closes before it was opened."""
    least = {"task": "党建联建", "summary": "提要", "university": f"甲{text}", "branch": "乙"}
    case = Case.model_validate(
        {"id": "x", "title": f"示例标题{text}乙", **least, "permission": LEAVE},
        context={"programme": packaged_programme()},
    )
    depth = 0
    for mark in re.findall("[{}]", bibtex_page(case, Settings("甲", "https://a.example/{}\\/")).on(DAY)):
        depth += 1 if mark == "{" else -1
        assert depth >= 0

    assert 0 == depth


def test_address_is_taken_as_it_is(case: MakeCase) -> None:
    """An address is not TeX: its percent signs stay, and braces in it are encoded."""
    settings = Settings("示例案例集", "https://a.example/%E6%A1%88_{甲}\\~/")
    _, fields = read_bibtex(bibtex_page(case("x-01"), settings).on(DAY))

    assert "https://a.example/%E6%A1%88_%7B甲%7D%5C~/cases/x-01.html" == fields["url"]


def test_author(case: MakeCase) -> None:
    """A compiled case is answered for by who publishes it, one with a permission by its branch."""
    assert ("示例省委教育工委",) == authors_of(case(), SETTINGS)
    assert ("示例大学示例党支部",) == authors_of(case(permission=LEAVE), SETTINGS)


def test_beginning_of_a_web_page() -> None:
    """Without an author the title comes first; nothing stands in its place."""
    assert ("示例新闻网. 甲？[EB/OL]", "甲？[EB/OL]") == (web_page("示例新闻网", "甲？"), web_page("", "甲？"))
