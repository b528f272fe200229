"""The pages: what they show, where their links lead, and how they stand with little or hostile content."""

import json
import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import pytest

from generator.case import vocabulary
from generator.case.markdown import parse_prose
from generator.case.model import Case, Collection
from generator.case.programme import packaged_programme, parse_programme
from generator.case.prose import lift_images
from generator.library.library import Library, gather
from generator.outputs import pages as pages_of_site
from generator.outputs.catalogue.files import URIS
from generator.outputs.pages import pages
from generator.outputs.pages.parts.facet_groups import initial
from generator.outputs.pages.parts.pager import shown_numbers
from generator.outputs.pages.parts.photo import Copy, Photograph
from generator.outputs.site.bundles import bundles_of
from generator.outputs.site.page import Page
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings
from tests.drawing import DrawnPage, drawn
from tests.each import each

SETTINGS = Settings("示例案例集", "https://anliji.example/", "虚构的案例，只供测试。")
WRITTEN = {"handbook/index.html", "about.html"}
"""Pages that people write."""
VOID = {"br", "hr", "img", "meta", "link", "input", "wbr", "source"}

FULL = {
    "title": "示例支部与“虚构村”结对共建",
    "task": "党建联建",
    "also": ["教育服务", "科技赋能"],
    "subtitle": "一本虚构的三年账",
    "summary": "示例大学的示例支部在虚构村办讲座、建基地。全部内容都是编的。",
    "significance": "三年只做一件小事，别处也做得起",
    "university": "示例大学",
    "school": "示例学院",
    "branch": "示例教师党支部",
    "secretary": {"name": "示例", "role": "教授、学科带头人"},
    "province": "甘肃",
    "level": "全国团队",
    "honours": [{"name": "示例样板支部", "level": "全国", "batch": "第三批", "year": "2023"}],
    "period": {"start": "2023-03", "end": "2024-09-01"},
    "places": [
        {
            "province": "甘肃",
            "city": "庆阳市",
            "county": "合水县",
            "detail": "虚构村",
            "revitalisation": "true",
        },
        {"detail": "示例流域"},
    ],
    "partners": [{"name": "虚构村党支部", "kind": "村"}, {"name": "示例公司", "kind": "企业"}],
    "forms": ["专题党课讲授", "专题讲座"],
    "products": [
        {"kind": "精品党课", "name": "示例党课", "link": "https://example.org/lecture"},
        {"kind": "共建协议", "name": "示例协议"},
    ],
    "outcomes": [
        {"what": "培训农户", "value": "12345", "unit": "人次", "qualifier": "余", "note": "两年合计"},
        {"what": "增收", "value": "2.50", "unit": "万元", "qualifier": "近"},
        {"what": "缺课率", "before": "34", "value": "0.6", "unit": "%", "headline": "true"},
    ],
    "progress": [
        {"year": "2023", "planned": "走访。", "done": "## 甲\n\n- 办讲座\n- 签约[^1]\n\n[^1]: 编的。"},
        {
            "year": "2024",
            "changed": "改在*周末*。",
            "outcomes": [
                {
                    "what": "听课",
                    "before": "90",
                    "before_qualifier": "不足",
                    "value": "120",
                    "unit": "人",
                    "note": "全年",
                }
            ],
        },
    ],
    "videos": [
        {"title": "示例视频", "link": "https://www.example.org/v?a=1&b=2", "length": "1:05:30"},
        {"title": "没有时长的视频", "link": "https://video.example.org/2"},
    ],
    "awards": [{"name": "示例案例奖", "level": "一等奖", "issuer": "示例厅", "year": "2024"}, {"name": "另一奖"}],
    "coverage": [
        {"medium": "示例日报", "title": "报道“虚构村”", "date": "2024-05", "url": "https://example.org/r?a=1&b=2"},
        {"medium": "示例台", "title": "没有网址的报道"},
    ],
    "funding": [
        {"source": "示例专项资金", "amount": "36.5", "unit": "万元", "qualifier": "近", "year": "2023"},
        {"source": "示例捐赠", "amount": "80000", "unit": "元"},
    ],
    "credits": [
        {"role": "作者", "name": "甲示例", "agreed": "true"},
        {"role": "摄影", "name": "乙示例", "agreed": "true"},
        {"role": "作者", "name": "丙示例", "agreed": "true"},
        {"role": "审稿", "name": "未同意", "agreed": "false"},
    ],
    "background": "虚构村缺技术[^1]。\n\n[^1]: 编的。",
    "approach": "## 一、结对\n\n先走访。\n\n![走访](visit.jpg)\n\n再签约。\n\n| 年 | 次 |\n|---|--:|\n| 2023 | 5 |",
    "results": "- 办讲座\n- 建基地",
    "lessons": "**长期**在一起。",
    "photos": [
        {
            "file": "visit.jpg",
            "caption": "2023年，走访虚构村。",
            "alt": "几个人站在田边",
            "credit": "示例学院",
        },
        {"file": "signing.png", "caption": "签约。"},
    ],
    "attachments": [{"file": "plan.pdf", "title": "示例方案"}],
    "keywords": ["校地共建", "“示例”课"],
    "featured": "true",
    "sources": [
        {
            "title": "示例报道",
            "publisher": "示例网",
            "url": "https://example.org/a?b=1&c=2",
            "date": "2024-10-01",
        },
        {"title": "示例文件汇编"},
    ],
    "permission": {"granted_by": "示例大学党委组织部", "granted_on": "2024-11", "scope": "网站发布"},
    "training": {"questions": ["怎样选题？", "怎样坚持？"], "course": "示例培训班", "minutes": "45"},
    "status": "published",
}
"""An invented record with every key."""


def case(id: str = "x-01", **values: Any) -> Case:
    """Make an invented published case that says no more than it must."""
    least = {
        "title": f"示例案例 {id}",
        "task": "教育服务",
        "summary": "编出来的提要。",
        "university": "示例大学",
        "branch": "示例党支部",
        "status": "published",
    }
    sources = {} if "permission" in values else {"sources": [{"title": "示例报道"}]}
    return Case.model_validate({"id": id, **least, **sources, **values}, context={"programme": packaged_programme()})


def library_of(*cases: Case, collections: tuple[Collection, ...] = ()) -> Library:
    """Gather a library."""
    return gather(cases, collections)


def pages_of(library: Library) -> list[Page]:
    """List the pages of a library."""
    return list(pages(Publication(library, SETTINGS)))


def page_at(library: Library, uri: str) -> Page:
    """Give the page at an address."""
    (page,) = [page for page in pages_of(library) if page.uri == uri]
    return page


def drawn_at(library: Library, uri: str) -> DrawnPage:
    """Draw one page."""
    return drawn(page_at(library, uri))


class Outline(HTMLParser):
    """Notes what a test asks of a page: its links, its headings with what follows, and unclosed tags."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.counts: Counter[str] = Counter()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.counts[tag] += 1
        values = dict(attrs)
        self.links += [str(values[key]) for key in ("href", "src") if key in values]
        if "id" in values:
            self.ids.append(str(values["id"]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Note a tag closed out of order."""
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.fixture(name="thin")
def _thin() -> Library:
    """A library of one case that says no more than it must."""
    return library_of(case())


@pytest.fixture(name="full", scope="module")
def _full() -> Library:
    """A library with every kind of page."""
    many = [
        case(
            f"many-{number:02}",
            forms=["科普活动"],
            keywords=["示例词"],
            province="江苏",
            period={"start": "2022"},
        )
        for number in range(1, 51)
    ]
    odd = [
        case("shi-1", keywords=["事实"], places=[{"province": "甘肃", "city": "庆阳市"}]),
        case("shi-2", keywords=["史诗"], university="《示例》学院", also=["实践育人"]),
        case("gone-1", status="withdrawn", withdrawn_reason="单位要求撤下。", replaced_by="full"),
        case("gone-2", status="withdrawn", withdrawn_reason="内容有误。", replaced_by="gone-1"),
        case("draft-1", status="draft"),
    ]
    volume = Collection.model_validate(
        {
            "id": "volume",
            "title": "示例选编",
            "subtitle": "编出来的案例",
            "editor": "示例编写组",
            "date": "2025-01",
            "foreword": "前面的话。\n\n## 说明\n\n都是编的。",
            "afterword": "后面的话。",
            "sections": [
                {"title": "第一部分", "cases": ["full", "shi-1"]},
                {"title": "第二部分", "cases": ["shi-2"]},
            ],
        },
        context={"programme": packaged_programme()},
    )
    bare = Collection.model_validate(
        {
            "id": "bare",
            "title": "示例空集",
            "editor": "示例编写组",
            "date": "2024",
            "sections": [{"title": "空", "cases": []}],
        },
        context={"programme": packaged_programme()},
    )
    return library_of(case("full", **FULL), *many, *odd, collections=(volume, bare))


GOLDEN = {
    "case-full": "cases/full.html",
    "term-paged": "form/science-outreach.2.html",
    "term-empty": "province/beijing.html",
    "term-place": "place/gansuqingyangshi.html",
    "task": "task/joint-party-building.html",
    "tasks": "task/index.html",
    "facet-words": "product/index.html",
    "facet-letters": "university/index.html",
    "collection": "collections/volume.html",
    "collections": "collections/index.html",
    "home": "index.html",
    "overview": "data.html",
    "withdrawn": "cases/gone-1.html",
    "homonyms": "keyword/shishi.html",
    "compare": "compare.html",
}


@each("name", GOLDEN)
def test_page_is_as_reviewed(name: str, full: Library, golden: Callable[[str, str], str]) -> None:
    """Each kind of page is word for word as reviewed."""
    actual = drawn_at(full, GOLDEN[name]).main

    assert golden(f"golden/pages/{name}.html", actual) == actual


@pytest.mark.parametrize(("name", "uri"), [("case-thin", "cases/x-01.html"), ("overview-thin", "data.html")])
def test_thin_page_is_as_reviewed(name: str, uri: str, thin: Library, golden: Callable[[str, str], str]) -> None:
    """A page of a library that says little is word for word as reviewed."""
    actual = drawn_at(thin, uri).main

    assert golden(f"golden/pages/{name}.html", actual) == actual


@pytest.mark.parametrize(
    ("name", "uri"), [("home-empty", "index.html"), ("overview-empty", "data.html"), ("browse-empty", "browse.html")]
)
def test_empty_page_is_as_reviewed(name: str, uri: str, golden: Callable[[str, str], str]) -> None:
    """A page of a library without cases is word for word as reviewed."""
    actual = drawn_at(library_of(), uri).main

    assert golden(f"golden/pages/{name}.html", actual) == actual


def test_contents_of_a_long_case_are_its_headings() -> None:
    """The list of a long case's sections names each by its heading, in the order of the page."""
    long = {"approach": "## 一、结对\n\n先走访。\n\n## 二、签约\n\n" + "做" * 1200}
    library = library_of(case("full", **FULL | long), case("x-02", keywords=FULL["keywords"]))
    main = drawn_at(library, "cases/full.html").main
    _, _, rest = main.partition('<nav class="local"')
    contents, _, body = rest.partition("</nav>")

    listed = re.findall(r'<a href="#([^"]+)">([^<]+)</a>', contents)
    assert len(listed) > 5
    assert listed == [
        one for one in re.findall(r'<h[23] id="([^"]+)">([^<]+)</h[23]>', body) if one != ("facts", "基本信息")
    ]


def test_case_that_is_soon_read_has_no_contents(full: Library) -> None:
    """A text of a screen or two is read without being led through it."""
    assert '<nav class="local"' not in drawn_at(full, "cases/full.html").main


def test_heads_are_as_reviewed(full: Library, golden: Callable[[str, str], str]) -> None:
    """What each kind of page tells search engines is as reviewed."""
    heads = {}
    for name, uri in GOLDEN.items():
        head = drawn_at(full, uri).head
        heads[name] = {
            "title": head.title,
            "description": head.description,
            "kind": head.kind,
            "json_ld": head.json_ld,
        }
    actual = json.dumps(heads, ensure_ascii=False, indent=1) + "\n"

    assert golden("golden/pages/heads.json", actual) == actual


@pytest.mark.parametrize("which", ["full", "thin", "empty"])
def test_links_lead_to_pages(which: str, full: Library, thin: Library) -> None:
    """Every link inside the site leads to a page, a photo or a file, and to an id that is there."""
    library = {"full": full, "thin": thin, "empty": library_of()}[which]
    outlines = {page.uri: Outline(drawn(page).main) for page in pages_of(library)}
    records = bundles_of(library)
    broken = []
    for uri, outline in outlines.items():
        for link in outline.links:
            address, _, anchor = link.partition("#")
            target = address.partition("?")[0]
            goal = normpath(join(dirname(uri), target)) if target else uri
            if re.match(r"https://(\w+\.)?example\.org/", target) or goal.startswith(("photos/", "files/")):
                continue
            if goal in (*records, *URIS) or link.startswith("data:"):
                continue
            if goal not in outlines and goal not in WRITTEN:
                broken.append((uri, link))
            if anchor and anchor not in outlines[goal].ids:
                broken.append((uri, link))

    assert not broken


def test_links_are_relative(full: Library) -> None:
    """No page names a place by its absolute path or whole address, so one build works everywhere."""
    links = {link for page in pages_of(full) for link in Outline(drawn(page).main).links}

    assert set() == {link for link in links if link.startswith(("/", SETTINGS.url))}


@pytest.mark.parametrize("which", ["full", "thin", "empty"])
def test_pages_are_well_formed(which: str, full: Library, thin: Library) -> None:
    """Every page closes its tags in order, uses an id once, and has one first-level heading (home: none)."""
    library = {"full": full, "thin": thin, "empty": library_of()}[which]
    wrong = {}
    for page in pages_of(library):
        outline = Outline(drawn(page).main)
        headings = 0 if page.uri == "index.html" else 1
        if outline.wrong or outline.open or outline.counts["h1"] != headings:
            wrong[page.uri] = (outline.wrong, outline.open, outline.counts["h1"])
        if len(outline.ids) != len(set(outline.ids)):
            wrong[page.uri] = outline.ids

    assert not wrong


@pytest.mark.parametrize("which", ["full", "thin", "empty"])
def test_nothing_stands_empty(which: str, full: Library, thin: Library) -> None:
    """No page has a heading without content, an empty list, an empty section or an empty row."""
    library = {"full": full, "thin": thin, "empty": library_of()}[which]
    nothing = re.compile(
        r"</h2>\s*(?:</section>|<h[12]\b|$)|</h3>\s*(?:</section>|<h[1-3]\b|$)"
        # What scripts fill, and show only then, is marked as a part.
        r"|<(ul|ol|dl|dt|dd|p|li|section|tbody|tr)\b(?![^>]* (?:data-part|hidden))[^>]*>\s*</\1>"
    )
    empty = {page.uri: found[0] for page in pages_of(library) if (found := nothing.search(drawn(page).main))}

    assert not empty


def test_addresses_are_used_once(full: Library) -> None:
    """No two pages share an address."""
    uris = [page.uri for page in pages_of(full)]

    assert len(set(uris)) == len(uris)


def test_term_has_24_cases_a_page(full: Library) -> None:
    """Fifty cases stand on three pages of 24, 24 and 2."""
    uris = [f"form/science-outreach{page}.html" for page in ("", ".2", ".3")]
    expected = [24, 24, 2]

    actual = [drawn_at(full, uri).main.count('<li class="row ') for uri in uris]

    assert expected == actual


def test_task_goes_on_after_its_first_page(full: Library) -> None:
    """The further cases of a task stand on the pages after it."""
    uris = sorted(page.uri for page in pages_of(full) if page.uri.startswith("task/education-services"))

    expected = [
        "task/education-services.2.html",
        "task/education-services.3.html",
        "task/education-services.html",
    ]
    assert expected == uris


def test_pages_of_their_own_frame(full: Library) -> None:
    """The pages of the navigation have a frame each; those below take it, so that the menu shows where they are."""
    own = {page.uri for page in pages_of(full) if page.frame == page.uri}
    shared = {(page.uri.partition("/")[0], page.frame) for page in pages_of(full) if page.frame != page.uri}

    facets = ("province", "place", "university", "year", "level", "form", "product", "partner", "keyword")
    tasks = (
        "joint-party-building",
        "education-services",
        "technology-empowerment",
        "practice-based-education",
    )
    expected = {f"{facet}/index.html" for facet in facets} | {f"task/{task}.html" for task in tasks}
    others = {"task/index.html", "index.html", "collections/index.html", "data.html"}
    assert expected | others | {"browse.html", "basket.html", "compare.html"} == own
    below = {(folder, f"{folder}/index.html") for folder in (*facets, "task", "collections")}
    assert below | {("cases", "cases/_frame.html"), ("also", "cases/_frame.html")} == shared


def test_hostile_text_stays_text() -> None:
    """Tags and quotes that someone wrote into a record appear as text on every page."""
    evil = '<script>alert("1")</script>'
    hostile = case(
        "evil",
        title=evil,
        summary=evil,
        university=evil,
        branch=evil,
        keywords=["<script>"],
        approach=f"{evil}\n\n<img src=x onerror=alert(1)>",
        places=[{"city": evil}],
        photos=[{"file": "a.jpg", "caption": evil, "alt": '"><script>'}],
    )

    outlines = [Outline(drawn(page).main) for page in pages_of(library_of(hostile))]

    assert not any(outline.counts["script"] for outline in outlines)
    links = {link.removeprefix("../") for one in outlines for link in one.links if "photos/" in link}
    copies = {f"photos/evil/a.jpg.{width}.jpg" for width in (960, 1600)}
    assert copies == links


def test_yearly_account_is_told_from_the_newest_year(full: Library) -> None:
    """The years stand newest first; each has only what is written of it, and headings below its own."""
    html = drawn_at(full, "cases/full.html").main
    account = html[html.index('<h2 id="progress">') : html.index('<h2 id="photos">')]

    assert ["2024年", "2023年"] == re.findall("<h3>(.+?)</h3>", account)
    assert ["变化", "成效", "计划", "完成"] == re.findall("<dt>(.+?)</dt>", account)
    assert ["甲"] == re.findall("<h4>(.+?)</h4>", account)


def test_value_before_is_said_in_words(full: Library) -> None:
    """Between the value before and the value is an arrow that a voice reads as a word."""
    html = drawn_at(full, "cases/full.html").main

    assert 'role="img" aria-label="降至">→</span> <span class="number__value"><b>0.6</b>' in html
    assert 'role="img" aria-label="增至">→</span> <span class="number__value"><b>120</b>' in html
    assert '<span class="number__earlier">不足90人</span>' in html


def test_a_long_index_has_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond so many terms an index goes on on further pages; letters lead to theirs from everywhere."""
    monkeypatch.setattr("generator.outputs.pages.facet.PER_PAGE", 2)
    monkeypatch.setattr("generator.outputs.pages.parts.facet_groups.PER_PAGE", 2)
    library = library_of(case("x-01", keywords=["艾草", "茶叶", "稻田", "地理"]))
    uris = [page.uri for page in pages_of(library) if page.uri.startswith("keyword/index")]
    second = drawn_at(library, "keyword/index.2.html").main

    assert ["keyword/index.html", "keyword/index.2.html"] == uris
    assert '<li><a href="../keyword/index.html#letter-a">A</a></li>' in second
    assert '<li><a href="#letter-d">D</a></li>' in second
    assert ["稻田", "地理"] == re.findall("<b>(.+?)</b>", second)
    assert 'href="../keyword/index.html" rel="prev"' in second


def test_headline_comes_first(full: Library) -> None:
    """The figure that stands for the case opens its long page, is the first of its results, and the one of its row."""
    html = drawn_at(full, "cases/full.html").main
    row = drawn_at(full, "task/joint-party-building.html").main

    assert '<span class="opening__what">缺课率</span>' in html
    assert "缺课率" == re.findall("<dt>(.+?)</dt>", html[html.index('id="results"') :])[0]
    assert '<b>0.6</b><span class="number__unit">%</span></span></span> <span class="row__what">缺课率</span>' in row


def test_row_without_a_headline_has_no_figure() -> None:
    """No figure stands for a case unless an editor says so, be it the only one; nor is it among a task's."""
    outcomes = [{"what": what, "value": "5", "unit": "人"} for what in ("听课", "讲课")]
    chosen = [{**outcomes[0], "headline": "true"}]
    library = library_of(
        case("x-01", outcomes=outcomes), case("x-02", outcomes=outcomes[:1]), case("x-03", outcomes=chosen)
    )
    html = drawn_at(library, "task/education-services.html").main

    assert (1, 1) == (html.count('class="row__figure"'), html.count('class="standouts__figure"'))


def test_only_who_agreed_is_named(full: Library) -> None:
    """Those who agreed are named by role; nobody else is, anywhere on the page."""
    html = drawn_at(full, "cases/full.html").main

    assert '<p class="case__credits dots"><span>作者：甲示例、丙示例</span> <span>摄影：乙示例</span></p>' in html
    assert "未同意" not in html


def test_material_elsewhere_is_linked_and_says_where(full: Library) -> None:
    """Films are links that say how long they are and where they lead; nothing of another site is loaded."""
    html = drawn_at(full, "cases/full.html").main
    materials = html[html.index('<dl class="materials">') :]
    materials = materials[: materials.index("</dl>")]

    assert ["视频", "获奖", "媒体报道", "资金来源"] == re.findall("<dt>(.+?)</dt>", materials)
    assert (
        '<a href="https://www.example.org/v?a=1&amp;b=2" rel="external noopener noreferrer">示例视频</a>'
        '<span class="materials__about dots"><span>1小时5分30秒</span> <span>example.org</span></span>' in materials
    )
    assert "<span>近36.5万元</span> <span>2023年</span>" in materials
    assert not re.search("<(iframe|video|embed|object|script)", html)


def test_description_begins_with_why_it_is_worth_reading() -> None:
    """Search engines are told first why a case is worth reading, in a whole sentence, then what it is."""
    reasons = ("", "值得看", "值得看。", "为什么？")
    cases = [
        case(f"x-{at}", summary="提要。", **({"significance": one} if one else {})) for at, one in enumerate(reasons)
    ]
    library = library_of(*cases)

    assert ["提要。", "值得看。提要。", "值得看。提要。", "为什么？提要。"] == [
        drawn_at(library, f"cases/x-{at}.html").head.description for at in range(4)
    ]


def test_withdrawn_case_is_not_indexed(full: Library) -> None:
    """A withdrawn case says so, tells why, leads to its replacement, and is hidden from search engines."""
    body = drawn_at(full, "cases/gone-1.html")
    page = page_at(full, "cases/gone-1.html")

    assert "此案例已经撤下" in body.main
    assert "单位要求撤下。" in body.main
    assert 'href="../cases/full.html"' in body.main
    assert not page.is_indexed


def test_withdrawn_case_names_no_withdrawn_replacement(full: Library) -> None:
    """A case replaced by one that is not published leads nowhere."""
    assert "替代的案例" not in drawn_at(full, "cases/gone-2.html").main


def test_draft_says_that_it_is_a_preview() -> None:
    """A draft that a preview shows says that it is not published."""
    library = Library(cases=(case(status="draft"),), withdrawn=(), collections=(), programme=packaged_programme())

    page = page_at(library, "cases/x-01.html")

    assert "预览：此记录状态为“草稿”，尚未发布" in drawn(page).main
    assert not page.is_indexed


def test_compiled_case_says_so(thin: Library) -> None:
    """A case compiled from public reports says that the reports count."""
    assert "本案例根据公开报道整理，数据以出处为准。" in drawn_at(thin, "cases/x-01.html").main


def test_permitted_case_names_who_permitted() -> None:
    """A case with a permission and without sources names the permission in their place."""
    library = library_of(case(permission={"granted_by": "示例大学党委", "granted_on": "2024"}))

    main = drawn_at(library, "cases/x-01.html").main

    sources = main[main.index('<h2 id="sources">出处</h2>') :]
    assert "本案例经示例大学党委授权发布。" in sources
    assert '<ol class="sources">' not in sources


def test_photo_in_the_text_is_not_repeated(full: Library) -> None:
    """A photo stands once: where the text shows it, else among the photos."""
    main = drawn_at(full, "cases/full.html").main

    for photo in ('visit.jpg.1600.jpg"', 'signing.png.1600.jpg"'):
        before, after = main.split(photo)
        assert before
        assert after


@each(
    ("width", "height", "is_tall"),
    [(200, 3000, True), (1600, 3201, True), (1600, 3200, False), (300, 1200, False), (None, None, False)],
)
def test_picture_too_high_for_a_window(width: int | None, height: int | None, *, is_tall: bool) -> None:
    """A picture more than twice as high as wide is fitted into the window, unless that would enlarge it."""
    copies = (Copy(200, "a.webp", "a.jpg"),)

    assert Photograph("a.png", "图", "图", "", copies, width, height).is_tall is is_tall


@each(
    ("width", "height", "long", "wide"),
    [
        (774, 10_320, True, False),
        (480, 1920, False, False),
        (1440, 480, False, False),
        (1441, 480, False, True),
        (None, None, False, False),
    ],
)
def test_pictures_that_are_strips(width: int | None, height: int | None, *, long: bool, wide: bool) -> None:
    """More than four times as high as wide, a picture shows its beginning; three times as wide, it has a row alone."""
    one = Photograph("a.png", "图", "图", "", (Copy(200, "a.webp", "a.jpg"),), width, height)

    assert (one.is_long, one.is_wide) == (long, wide)
    assert one.sizes_in_grid.endswith("760px, 100vw") is wide


def test_figure_is_never_inside_a_paragraph() -> None:
    """An image inside a paragraph splits it in two."""
    nodes = lift_images(parse_prose("前![图](a.jpg)后\n\n- 项![图](b.jpg)"))

    expected = "paragraph image paragraph bullet-list"
    assert expected == " ".join(node.kind for node in nodes)
    expected = "paragraph image"
    assert expected == " ".join(node.kind for node in nodes[3].children[0].children)


@each(
    ("page", "expected"),
    [
        (1, (1, 2, 3, None, 9)),
        (4, (1, 2, 3, 4, 5, 6, None, 9)),
        (5, (1, 2, 3, 4, 5, 6, 7, 8, 9)),
        (9, (1, None, 7, 8, 9)),
    ],
)
def test_pager_shows_near_pages(page: int, expected: tuple[int | None, ...]) -> None:
    """The pager shows the first, the last and the near pages, and never hides a single one."""
    assert expected == shown_numbers(page, 9)


@each(
    ("text", "expected"),
    [("示例大学", "S"), ("“双带头人”工作室", "S"), ("AI育人", "A"), ("5G应用", "其他"), ("……", "其他")],
)
def test_letter_of_a_text(text: str, expected: str) -> None:
    """A term stands under the letter of its first syllable, past quotes; digits and signs share a group."""
    assert expected == initial(text)


def test_overview_shows_every_province(full: Library) -> None:
    """The overview lists all 34 provincial units in administrative order, also those without cases."""
    section = drawn_at(full, "data.html").main.split('id="province"')[1].split("</section>")[0]
    names = re.findall(r'<th scope="row"[^>]*><a[^>]*>([^<]+)</a>', section)

    assert list(vocabulary.PROVINCES.names) == names


def test_reported_date_says_so() -> None:
    """A row tells the year of the work as it is, and that of a report as such."""
    sources = [{"title": "示例报道", "date": "2026-01-29"}]
    library = library_of(case("a", sources=sources), case("b", sources=sources, period={"start": "2025"}), case("c"))
    years = re.findall("<span>([0-9]{4}年.*?)</span>", drawn_at(library, "task/education-services.html").main)

    assert ["2026年报道", "2025年"] == years


@pytest.mark.parametrize(
    ("branch", "label"),
    [("示例教师党支部", "党支部"), ("教师第二支部", "党支部"), ("示例学院", "单位")],
)
def test_unit_is_not_called_a_branch(branch: str, label: str) -> None:
    """The facts name a branch as such, and anything else a unit."""
    main = drawn_at(library_of(case(branch=branch)), "cases/x-01.html").main

    assert f"<dt>{label}</dt>\n<dd>{branch}</dd>" in main


def test_reasons_stand_one_by_one(full: Library) -> None:
    """Each reason for a related case is an element of its own, so that a line breaks between reasons only."""
    reasons = "<span>同学校</span> <span>同服务地点：甘肃庆阳市</span>"

    assert f'<span class="related__reason dots">{reasons}</span>' in drawn_at(full, "cases/full.html").main


def test_way_to_all_terms_only_where_there_are_more(full: Library) -> None:
    """Home leads to the list of provinces, of which it shows only those in use, but not to that of years."""
    links = Outline(drawn_at(full, "index.html").main).links

    assert "province/index.html" in links
    assert "year/index.html" not in links


def test_count_of_places_tells_what_it_counts(full: Library) -> None:
    """Only the list of places counts terms that contain each other, and says so."""
    lists = ("place", "university", "form")

    assert ["place"] == [key for key in lists if "（含上级地区）" in drawn_at(full, f"{key}/index.html").main]


def test_every_kind_of_page_is_listed() -> None:
    """A new module of pages is among the kinds whose pages are made; the failure names it."""
    folder = Path(pages_of_site.__file__).parent
    modules = {path.stem for path in folder.glob("*.py") if path.stem != "__init__"}
    listed = {kind.__name__.rpartition(".")[2] for kind in pages_of_site._KINDS}

    assert modules - listed == set()


def test_a_task_shows_only_what_its_programme_says() -> None:
    """A task without aim, audiences and products has no headings of them."""
    rows = [{"id": "reading", "name": "读书", "definition": "读", "forms": [{"id": "clubs", "name": "读书会"}]}]
    programme = parse_programme({"name": "读书行动", "tasks": rows})
    html = drawn_at(gather([], [], programme=programme), "task/reading.html").main

    assert "读书会" in html
    assert [word for word in ("目标", "面向", "成果种类", "<dl") if word in html] == []
