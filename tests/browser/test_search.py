"""Search and filters in a real browser, against a plain look through the records."""

import os
import random
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from generator.examine import examine_project
from generator.library.library import Library
from generator.making.terminal.progress import Stages
from generator.outputs.search.characters import characters
from generator.outputs.search.rows import beside_row
from generator.outputs.search.texts import passages, searched
from tests.browser.reader import HEIGHT_PX, Visitor
from tests.browser.results import browse, drawn, titles
from tests.browser.sites import ROOT, SHOWCASE
from tests.each import each

Visit = Callable[..., Visitor]
Come = Callable[..., Visitor]
JUDGED = yaml.safe_load((ROOT / "tests" / "search" / "judged.yml").read_text(encoding="utf-8"))
SEED = 20260324
SEARCH_ALL = """
async ([queries, filters]) => {
  const found = [];
  for (const [index, query] of queries.entries()) {
    const {total, hits} = await anliji.search(query, filters[index] ?? {});
    if (total !== hits.length) throw new Error("total");
    const exact = hits.filter((hit) => hit.how === "exact");
    if (exact.some((hit, at) => hit !== hits[at])) throw new Error("exact hits are not first");
    found.push(exact.map((hit) => hit.id));
  }
  return found;
}
"""
FACETS = ("task", "province", "year", "university", "level", "form", "product", "partner", "keyword", "place", "also")


@cache
def library_of(project: Path) -> Library:
    """Read a project as a build does."""
    return examine_project(project, Stages()).library()


@cache
def texts_of(project: Path) -> dict[str, str]:
    """Give all that is searched of each case, by id, newest case first."""
    library = library_of(project)
    return {case.id: " ".join(searched(case, library.names)) for case in library.cases}


@pytest.fixture(name="home", params=["real", "showcase"], scope="module")
def fixture_home(
    request: pytest.FixtureRequest, address_of: Callable[[Path], str], real_site: Path, showcase_site: Path
) -> tuple[str, Path]:
    """A site's address with the folder of its records: the real ones, and invented ones that use every field."""
    site, project = (real_site, ROOT) if request.param == "real" else (showcase_site, SHOWCASE)
    return address_of(site), project


@pytest.fixture(name="real_home", scope="module")
def fixture_real_home(address_of: Callable[[Path], str], real_site: Path) -> str:
    """The real site's address."""
    return address_of(real_site)


def search(page: Page, queries: list[str], filters: list[dict[str, list[str]]] | None = None) -> list[list[str]]:
    """Ask the page for the ids of each query's hits."""
    found: list[list[str]] = page.evaluate(SEARCH_ALL, [queries, filters or [{}] * len(queries)])
    return found


def substrings(project: Path, count: int) -> list[str]:
    """Cut runs of one to eight characters from the records, always the same."""
    chance = random.Random(SEED)  # noqa: S311 (nothing here is secret)
    runs = [run for text in texts_of(project).values() for run in text.split()]
    cuts = []
    for _ in range(count):
        run = chance.choice(runs)
        length = min(len(run), chance.randint(1, 8))
        start = chance.randrange(len(run) - length + 1)
        cuts.append(run[start : start + length])
    return cuts


@pytest.mark.both_ways
def test_every_true_substring_is_found_and_nothing_else(home: tuple[str, Path], visit: Visit) -> None:
    """500 cuts from the records each find exactly the cases that contain them."""
    address, project = home
    queries = substrings(project, 500)
    reader = visit(address)
    page = reader.open("index.html")

    found = [sorted(ids) for ids in search(page, queries)]

    expected = [sorted(id for id, text in texts_of(project).items() if query in text) for query in queries]
    assert (expected, []) == (found, reader.complaints)


def test_strings_that_do_not_occur_find_nothing(home: tuple[str, Path], results: Come) -> None:
    """Cuts with two characters exchanged find only what a plain look finds, mostly nothing."""
    address, project = home
    queries = [query[::-1] for query in substrings(project, 200)]
    page = results(address).page

    found = [sorted(ids) for ids in search(page, queries)]

    assert found == [sorted(id for id, text in texts_of(project).items() if query in text) for query in queries]


def test_several_words_and_excluded_words(home: tuple[str, Path], results: Come) -> None:
    """Words between spaces must all occur, wherever; a word with a minus must not."""
    address, project = home
    cuts = substrings(project, 240)
    triples = list(zip(cuts[::3], cuts[1::3], cuts[2::3], strict=True))
    page = results(address).page

    found = [sorted(ids) for ids in search(page, [f"{one} {other}\u3000-{third}" for one, other, third in triples])]

    assert found == [
        sorted(id for id, text in texts_of(project).items() if one in text and other in text and third not in text)
        for one, other, third in triples
    ]


@each("judged", JUDGED, ids=[one["query"] for one in JUDGED])
def test_judged_queries(judged: dict[str, Any], judge: Page) -> None:
    """What a reader would call the best answers are among the first three."""
    (found,) = search(judge, [judged["query"]])

    assert set(judged["first"]) <= set(found[:3])


@pytest.fixture(name="judge")
def fixture_judge(results: Come, real_site: Path) -> Page:
    """A page of the real site, opened from its folder."""
    return results(f"{real_site.as_uri()}/").page


def test_there_are_enough_judged_queries() -> None:
    """Ranking is judged by at least 40 different queries."""
    queries = {one["query"] for one in JUDGED}

    assert len(JUDGED) == len(queries) >= 40


def test_search_gives_address_title_and_score(real_home: str, visit: Visit) -> None:
    """A hit has all that a script needs, and the exact title comes first."""
    case = library_of(ROOT).cases[0]
    page = visit(real_home).open("cases/dj-01.html")

    found = page.evaluate("title => anliji.search(title)", case.title)

    first = found["hits"][0]
    assert first == {
        "id": case.id,
        "url": f"{real_home}cases/{case.id}.html",
        "title": case.title,
        "score": first["score"],
        "how": "exact",
    }
    assert first["score"] >= 100


@given(text=st.text(max_size=40) | st.text("党黨建 Aａ５+＋，　\n㈠①ﬁİΣς𠮷\u0301가각\u200b", max_size=12))
@example(text="５Ｇ＋ＶＲ 雙11　後\n勤")
@example(text="党\u0378建 ")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_normalising_is_alike_in_both_languages(text: str, judge: Page) -> None:
    """Python and JavaScript make the same runs of any text."""
    actual = judge.evaluate("async (text) => (await anliji.characters()).normalise(text)", text)

    assert characters().normalise(text) == actual


def test_normalising_all_characters_alike(judge: Page, tenth: Callable[[range], list[int]]) -> None:
    """Every character that Unicode has, by itself between Han characters, is the same in both languages."""
    codes = [code for code in tenth(range(0x30000)) if not 0xD800 <= code < 0xE000]
    rows = (codes[start : start + 4096] for start in range(0, len(codes), 4096))
    blocks = ["".join(f"党{chr(code)}建，" for code in row) for row in rows]

    actual = judge.evaluate(
        "async (blocks) => { const table = await anliji.characters(); return blocks.map((a) => table.normalise(a)) }",
        blocks,
    )

    different = [at for at, block in enumerate(blocks) if characters().normalise(block) != actual[at]]
    assert different == []


def plain_filter(library: Library, filters: dict[str, list[str]]) -> set[int]:
    """Choose cases one by one: one of the names in each facet that is named."""
    chosen = set(range(len(library.cases)))
    for key, names in filters.items():
        chosen &= {at for name in names for at in library.facets[key].by_name[name].positions}
    return chosen


def selections(library: Library, texts: dict[str, str], count: int) -> list[tuple[str, dict[str, list[str]]]]:
    """Make up a reader's choices: sometimes a word, one to three facets, one or two terms of each."""
    chance = random.Random(SEED)  # noqa: S311
    runs = [run for text in texts.values() for run in text.split() if len(run) > 1]
    made = []
    for _ in range(count):
        filters = {}
        for key in chance.sample([key for key in FACETS if library.facets[key].used], chance.randint(1, 3)):
            used = [term.name for term in library.facets[key].used]
            filters[key] = chance.sample(used, min(len(used), chance.randint(1, 2)))
        made.append((chance.choice(("", "", chance.choice(runs)[:2])), filters))
    return made


def test_counts_are_what_a_click_would_give(home: tuple[str, Path], results: Come) -> None:
    """For 200 choices, hits and the count at every term are those of a plain count."""
    address, project = home
    library, texts = library_of(project), texts_of(project)
    made = selections(library, texts, 200)
    page = results(address).page

    actual = page.evaluate(
        """
        async (made) => {
          const [facets, directory] = [await anliji.facets(), await anliji.directory()];
          const results = [];
          for (const [text, filters] of made) {
            const found = await anliji.find(await anliji.parse(text));
            await facets.learn(Object.keys(filters));
            const {cases, of} = facets.count(found.cases, filters, directory.count);
            const counts = {};
            for (const facet of facets.all) {
              const counted = await of(facet);
              await facet.learnNames();
              counts[facet.key] = counted.length === facet.names.length ? counted : await of(facet);
            }
            results.push([cases.sort((one, other) => one - other), counts]);
          }
          return results;
        }
        """,
        made,
    )

    ids = [case.id for case in library.cases]
    for (text, filters), (cases, counts) in zip(made, actual, strict=True):
        having = {at for at, id in enumerate(ids) if text in texts[id]}
        assert cases == sorted(having & plain_filter(library, filters))
        for key, facet in library.facets.items():
            others = {other: names for other, names in filters.items() if other != key}
            within = having & plain_filter(library, others)
            assert counts[key] == [len(within & set(term.positions)) for term in facet.terms]


def test_public_search_takes_filters(home: tuple[str, Path], visit: Visit) -> None:
    """`anliji.search` with filters gives the cases of a plain count; a name that no case has gives none."""
    address, project = home
    library, texts = library_of(project), texts_of(project)
    made = selections(library, texts, 60)
    page = visit(address).open("about.html")

    found = search(page, [text for text, _ in made], [filters for _, filters in made])

    ids = [case.id for case in library.cases]
    assert [set(one) for one in found] == [
        {ids[at] for at in plain_filter(library, filters) if text in texts[ids[at]]} for text, filters in made
    ]
    assert search(page, [""], [{"province": ["火星"]}]) == [[]]


# The browse page


def widths_of(page: Page, *widths_px: int) -> Iterator[int]:
    """Make the window so wide, one width after another."""
    for width_px in widths_px:
        page.set_viewport_size({"width": width_px, "height": HEIGHT_PX})
        yield width_px


@pytest.mark.both_ways
def test_the_address_is_the_state(real_home: str, visit: Visit) -> None:
    """Choosing writes the address; back, forward and reload bring each state again."""
    reader = visit(real_home)
    page = browse(reader.page, real_home)
    states = [(page.url, titles(page))]

    drawn(page, lambda: page.check("label:has-text('科技赋能') input"))
    states.append((page.url, titles(page)))
    drawn(page, lambda: page.select_option("[data-part=sort]", "title"))
    states.append((page.url, titles(page)))
    drawn(page, lambda: page.get_by_label("检索词").fill("茶"))
    states.append((page.url, titles(page)))
    drawn(page, page.go_back)
    back = (page.url, titles(page))
    drawn(page, page.go_forward)
    forward = (page.url, titles(page))
    page.reload()
    page.wait_for_selector("[data-browse][data-drawn]")
    again = (page.url, titles(page))

    addresses = [unquote(url.removeprefix(real_home)) for url, _ in states]
    assert addresses == [
        "browse.html?",
        "browse.html?task=科技赋能",
        "browse.html?task=科技赋能&sort=title",
        "browse.html?q=茶&task=科技赋能&sort=title",
    ]
    assert (back, forward, again) == (states[2], states[3], states[3])
    assert reader.complaints == []


def test_chips_are_removed_one_by_one(real_home: str, results: Come) -> None:
    """Each chosen term stands as a button that takes it back."""
    page = results(real_home, task="科技赋能", province=["江苏", "福建"]).page
    names = page.locator("[data-part=chosen] button").all_inner_texts()

    drawn(page, lambda: page.get_by_role("button", name="移除学校所在地区：江苏").click())

    assert names == ["任务类型：科技赋能", "学校所在地区：江苏", "学校所在地区：福建", "全部移除"]
    assert unquote(page.url).endswith("browse.html?task=科技赋能&province=福建")


def test_steps_of_24_have_addresses(real_home: str, results: Come) -> None:
    """The second page of a list has an address of its own and shows the next 24."""
    page = results(real_home).page
    first = titles(page)

    drawn(page, lambda: page.get_by_label("第2页").click())

    newest = [case.title for case in library_of(ROOT).cases]
    assert (first, titles(page)) == (newest[:24], newest[24:48])
    assert page.url.endswith("browse.html?page=2")


@pytest.mark.parametrize("sort", ["title", "university"])
def test_sorting_by_pinyin(sort: str, home: tuple[str, Path], results: Come) -> None:
    """Titles and universities are sorted as a Chinese reader expects; of several the leading one counts."""
    address, project = home
    page = results(address, sort=sort).page

    from generator.library import pinyin  # noqa: PLC0415

    expected = sorted(library_of(project).cases, key=lambda case: pinyin.order(getattr(case, sort)))
    assert titles(page) == [case.title for case in expected][:24]


def test_long_facets_take_pinyin_and_initials(real_home: str, visit: Visit) -> None:
    """In a long facet a term is found by its characters, its pinyin or its initials."""
    page = browse(visit(real_home).page, real_home)
    page.click("summary:has-text('学校') >> text=/^学校$/")
    field = page.get_by_label("在学校里查找")
    terms = page.locator("details.facet", has=field).locator(".facet__term, .facet__none")

    for typed in ("信息工程", "nanjingxinxi", "njxxgcdx"):
        field.fill(typed)
        expect(terms).to_contain_text(["南京信息工程大学"])
        # What was shown for the last one is gone, so the next cannot pass by it.
        field.fill("没有这所")
        expect(terms).to_have_text(["没有这样的词条"])


def test_the_button_of_filters_says_how_many_are_chosen(real_home: str, results: Come) -> None:
    """On a phone, where the filters are folded away, their button tells how many of them are at work."""
    page = results(real_home, width_px=390, task="科技赋能", province=["江苏", "福建"]).page
    button = page.locator(".browse__panel > summary")
    before = button.inner_text()

    drawn(page, lambda: page.get_by_role("button", name="全部移除").click())

    assert (before.split(), button.inner_text().split()) == (["筛选", "已选3项"], ["筛选"])


def test_terms_without_cases_stand_behind_the_others(real_home: str, visit: Visit) -> None:
    """A facet shows what a click would find; what finds nothing comes when it is asked for, after everything else."""
    page = browse(visit(real_home).page, real_home, q="党支部", task="教育服务")
    before = page.locator("details.facet[open]:has(.facet__field) .facet__count").all_inner_texts()
    years = page.locator("details.facet", has=page.locator("summary", has_text="年份"))
    page.locator("details.facet", has=page.get_by_label("在学校所在地区里查找")).get_by_role("button").click()
    provinces = page.locator("details.facet", has=page.get_by_label("在学校所在地区里查找"))
    expect(provinces.locator(".facet__count").last).to_have_text("0")
    after = [text == "0" for text in provinces.locator(".facet__count").all_inner_texts()]

    assert "0" not in before
    assert years.get_by_role("button").inner_text().startswith("显示没有案例的")
    assert True in after
    assert after == sorted(after)


def test_where_nothing_is_found_no_filter_is_offered(real_home: str, results: Come) -> None:
    """Where a query finds nothing there is no wall of terms without cases, and each task is one click away."""
    page = results(real_home, q="鹈鹕蹴鞠").page
    terms = page.locator(".facet__term, .facet__field:visible").count()
    offers = page.locator(".nothing button").all_inner_texts()

    drawn(page, page.locator(".nothing button").first.click)

    task = library_of(ROOT).facets["task"]
    counts = sorted(((term.count, term.name) for term in task.terms), reverse=True)
    assert terms == 0
    assert offers == [f"任务类型“{name}”，有{count}个案例" for count, name in counts]
    assert len(titles(page)) == min(24, counts[0][0])
    assert page.locator(".facet__term").count() > 30


def test_a_box_that_was_unticked_keeps_the_focus(real_home: str, results: Come) -> None:
    """A term that finds nothing any more when it is taken back stays, so that the keyboard goes on from there."""
    page = results(real_home, q="没有这样的词", task="科技赋能").page
    box = page.locator("label:has-text('科技赋能') input").first
    box.focus()

    drawn(page, lambda: page.keyboard.press("Space"))

    assert page.evaluate("document.activeElement.closest('label')?.innerText ?? ''").startswith("科技赋能")


def test_places_stand_under_the_larger_ones(real_home: str, results: Come) -> None:
    """A place inside one that is shown stands indented behind it, without its name, which listeners still hear."""
    page = results(real_home, place="福建").page
    places = page.locator("details.facet", has=page.get_by_label("在服务地点里查找"))

    levels = places.locator(".facet__term").evaluate_all(
        "all => all.map(one => [one.dataset.level, one.querySelector('.facet__name').lastChild.data])"
    )

    inside = levels[levels.index(["0", "福建"]) + 1 :][:3]
    assert sorted(inside) == [["1", "三明市"], ["1", "宁德市"], ["1", "漳州市"]]
    assert places.get_by_role("checkbox", name=re.compile("福建 ?宁德市")).count() == 1


def test_places_go_from_large_to_small(real_home: str, visit: Visit) -> None:
    """Provinces stand first; the places inside one come up when it is chosen."""
    page = browse(visit(real_home).page, real_home)
    places = page.locator("details.facet", has=page.get_by_label("在服务地点里查找"))
    before = places.locator(".facet__name").all_inner_texts()

    drawn(page, places.locator("label:has-text('福建') input").first.check)

    provinces = {place.province for case in library_of(ROOT).cases for place in case.places}
    after = places.locator(".facet__name").all_inner_texts()
    assert set(before) <= provinces
    assert any(name.startswith("福建") and name != "福建" for name in after)


def test_hits_are_marked_in_rows_and_in_the_case(real_home: str, results: Come) -> None:
    """Rows mark what was searched, with an excerpt where it stands; the opened case leads from hit to hit."""
    reader = results(real_home, q="酪蛋白")
    page = reader.page
    marked = set(page.locator("[data-part=results] mark").all_inner_texts())
    page.click("[data-part=results] .row h3 a")
    page.wait_for_selector(".hits")
    page.get_by_role("button", name="下一处").click()
    where = page.locator(".hits").inner_text()
    count = page.locator("main mark").count()
    page.get_by_role("button", name="取消标记").click()

    assert (marked, reader.complaints) == ({"酪蛋白"}, [])
    assert f"第1处，共{count}处" in where
    assert page.locator("main mark, .hits").count() == 0


def test_texts_of_excerpts_are_those_that_are_searched(home: tuple[str, Path], results: Come) -> None:
    """What excerpts are cut from is, text by text, what the index knows beside the row."""
    address, project = home
    library = library_of(project)
    page = results(address).page
    given = page.evaluate(
        """
      async (count) => {
        const rows = await Promise.all(Array.from({ length: count }, (_, index) => anliji.rowAt(index)));
        return Promise.all(rows.map(anliji.textsOf));
      }
    """,
        len(library.cases),
    )

    label_of = library.programme.label_of
    assert given == [
        [[label_of.get(one.key, one.label), one.text] for one in beside_row(case, passages(case, library.names))]
        for case in library.cases
    ]


def test_excerpts_come_when_a_reader_comes_near(real_home: str, results: Come) -> None:
    """The first rows have their excerpts at once, the last ones when a reader scrolls down to them."""
    page = results(real_home, q="党支部").page
    rows = page.locator("[data-part=results] .row")
    before = rows.locator(".excerpts").count()
    rows.last.scroll_into_view_if_needed()
    expect(rows.last.locator(".excerpts")).to_be_visible()

    assert 3 <= before < rows.count()


@pytest.mark.parametrize("query", ["学生", "科普", "党支部 社区"])
def test_excerpts_of_one_label_stand_together(query: str, real_home: str, results: Come) -> None:
    """A row names no label twice, and shows at most two excerpts."""
    page = results(real_home, q=query).page

    labels = page.locator(".excerpts").evaluate_all(
        "all => all.map(one => [...one.querySelectorAll('b')].map(label => label.textContent))"
    )
    cuts = page.locator(".excerpts").evaluate_all("all => all.map(one => one.querySelectorAll('li > span').length)")

    assert cuts
    assert [one for one in labels if len(set(one)) < len(one)] == []
    assert set(cuts) <= {1, 2}


def test_rows_are_those_of_lists(real_home: str, results: Come) -> None:
    """Results are drawn as the build draws the same cases in a list, word for word."""
    page = results(real_home).page

    drawn, built = page.evaluate("""
      async () => {
        const built = document.querySelectorAll("[data-part=results] .row");
        const all = Array.from(built, (_, index) => index);
        const query = await anliji.parse("");
        const answer = { shown: all, query, runsOf: () => query.runs, wider: null, border: -1 };
        const { element } = await anliji.drawResults(answer, "list");
        const text = (one) => one.outerHTML.replace(/>\\s+</g, "><").replace(/href="[^"]*cases/, 'href="cases');
        return [Array.from(element.children, text), Array.from(built, text)];
      }
    """)

    assert built
    assert drawn == built


def test_rows_hold_nothing_back(real_home: str, results: Come) -> None:
    """Rows stand one under the other, each as high as its own text; nothing in them is cut off."""
    page = results(real_home, q="党支部").page

    for width_px in widths_of(page, 390, 768, 1280):
        lefts = page.locator("[data-part=results] .row").evaluate_all("all => all.map(one => one.offsetLeft)")
        cut = page.locator("[data-part=results] .row p, [data-part=results] .excerpts").evaluate_all(
            "all => all.filter(one => one.scrollHeight > one.clientHeight + 1).length"
        )
        assert (len(set(lefts)), cut) == (1, 0), width_px


def test_nothing_found_says_what_to_drop(real_home: str, results: Come) -> None:
    """Where nothing fits, the page offers what would, and it works."""
    reader = results(real_home, q="乳用绵羊", province="黑龙江")
    page = reader.page
    offers = page.locator(".nothing button").all_inner_texts()

    drawn(page, page.locator(".nothing button").first.click)

    assert offers[0].startswith("不限学校所在地区（黑龙江），有")
    assert len(titles(page)) == 1
    assert reader.complaints == []


HOSTILE = (
    {"q": "<img src=x onerror=alert(1)>"},
    {"q": "\"'`\\${}<script>alert(1)</script>"},
    {"province": "<b>火星</b>", "task": "科技赋能"},
)
ODD = (
    {"q": "？！……"},
    {"q": "-"},
    {"q": "-茶"},
    {"q": "😀\u202e\u0000"},
    {"q": "茶", "page": "999"},
    {"q": "茶", "page": "-1", "sort": "zzz", "view": "<b>"},
    {"__proto__": "x", "constructor": "y", "toString": "z"},
    {"%": "%E4%ZZ"},
)
FOREIGN = "[data-browse] img, [data-browse] b:has-text('火星'), [data-browse] script"


@each("state", [*HOSTILE, *ODD])
def test_any_address_is_safe(state: dict[str, str], real_home: str, results: Come) -> None:
    """Whatever stands in the address, the page draws, runs nothing of it, and complains of nothing."""
    reader = results(real_home, **state)

    assert reader.page.locator(FOREIGN).count() == 0
    assert reader.complaints == []


@each("state", [HOSTILE[-1], ODD[-1]])
def test_any_address_may_be_opened(state: dict[str, str], real_home: str, visit: Visit) -> None:
    """Likewise for the address that the page comes with."""
    reader = visit(real_home)
    page = browse(reader.page, real_home, **state)

    assert page.locator(FOREIGN).count() == 0
    assert reader.complaints == []


def test_unknown_filters_are_shown_and_removable(real_home: str, results: Come) -> None:
    """A filter that the site does not know stands as unknown and can be taken away."""
    page = results(real_home, province="火星", colour="red").page
    names = page.locator("[data-part=chosen] button").all_inner_texts()

    drawn(page, lambda: page.get_by_role("button", name="移除未知的筛选：学校所在地区 火星").click())
    drawn(page, lambda: page.get_by_role("button", name="移除未知的筛选：colour red").click())

    assert names == ["未知的筛选：学校所在地区 火星", "未知的筛选：colour red", "全部移除"]
    assert len(titles(page)) == 24


def test_a_pasted_book_is_cut(real_home: str, results: Come) -> None:
    """Of 10,000 pasted characters the first 100 are used, and the page says so."""
    reader = results(real_home)
    page = reader.page

    drawn(page, lambda: page.get_by_label("检索词").fill("党建联建" * 2500))

    expect(page.locator("[data-part=notice]")).to_have_text("检索词太长，只用了前100个字。")
    assert len(page.get_by_label("检索词").input_value()) == 100
    assert reader.complaints == []


@pytest.mark.sampled(
    ("part", "damage"),
    *(
        [(part, damage) for part in parts]
        for damage in ("missing", "garbage", "other-build", "cut")
        for parts in (("grams/0",), ("index", "facets/0", "characters"), ("rows/0", "cases/*"))
    ),
)
def test_a_damaged_index_leaves_browsing(part: str, damage: str, real_site: Path, tmp_path: Path, visit: Visit) -> None:
    """Where a file of search is missing or damaged the page says so, and what it still can show it shows."""
    site = copied(real_site, tmp_path / "site")
    for file in site.glob(f"search/{'grams/*' if part == 'grams/0' else part}.js"):
        spoil(file, damage)
    page = visit(f"{site.as_uri()}/").page

    page.goto(f"{site.as_uri()}/browse.html?q=党支部")
    page.wait_for_selector("[data-browse][data-drawn], [data-plain].is-needed")

    words = page.inner_text("main")
    if part == "grams/0":
        assert "检索数据没有读全" in words
        assert len(titles(page)) == 24
    elif part in ("rows/0", "cases/*"):
        assert "有的案例没有读到内容，显示得不全" in words
        assert len(titles(page)) == 24
        assert (page.locator("[data-part=results] .excerpts").count() == 0) == (part == "cases/*")
    else:
        assert "检索数据没有读到" in words
        assert page.locator("[data-plain] a.chip").count() > 50


def copied(site: Path, to: Path) -> Path:
    """Copy a site, to spoil the copy: its files are links, to be taken away before anything is written there."""
    return Path(shutil.copytree(site, to, copy_function=os.link))


def spoil(file: Path, damage: str) -> None:
    """Do to a file what a bad copy or a half-made upload does."""
    content = file.read_bytes()
    file.unlink()
    if damage == "garbage":
        file.write_bytes(b"<!DOCTYPE html><title>404</title>")
    elif damage == "cut":
        file.write_bytes(content[: len(content) // 4 * 2])
    elif damage == "other-build":
        file.write_text('anliji.give("00000000", "else");', encoding="utf-8")


def test_a_name_of_a_term_offers_its_filter(real_home: str, results: Come) -> None:
    """Who types the name of a task or a place finds its cases, and is offered its filter."""
    page = results(real_home, q="科技赋能").page
    count = page.locator("[data-part=count]").inner_text()
    offer = page.locator("[data-part=hint] button").first
    text = offer.inner_text()

    drawn(page, offer.click)

    facets = library_of(ROOT).facets
    cases = {*facets["task"].by_name["科技赋能"].positions, *facets["also"].by_name["科技赋能"].positions}
    assert count.startswith(f"检索“科技赋能”，共{len(cases)}个案例")
    assert text.startswith("按任务类型“科技赋能”筛选")
    assert unquote(page.url).endswith("browse.html?task=科技赋能")
    assert page.evaluate("document.activeElement.dataset.part") == "count"


def test_what_was_typed_a_moment_ago_counts(real_home: str, results: Come) -> None:
    """A click right after typing keeps what was typed."""
    page = results(real_home).page
    page.get_by_label("检索词").fill("茶")

    drawn(page, lambda: page.evaluate("document.querySelector('[data-view=table]').click()"))

    assert unquote(page.url).endswith("browse.html?q=茶&view=table")
    assert page.locator(".found-table tbody tr").count() > 0


def test_the_same_query_again_is_no_step(real_home: str, visit: Visit) -> None:
    """Pressing Enter on what is shown already adds nothing to the way back."""
    page = browse(visit(real_home).page, real_home, q="茶")
    before = page.evaluate("history.length")
    for _ in range(3):
        drawn(page, lambda: page.press("[name=q] >> nth=0", "Enter"))

    assert page.evaluate("history.length") == before


def test_what_messengers_add_to_addresses_is_no_filter(real_home: str, results: Come) -> None:
    """An address that was passed on in a messenger shows no filters that nobody chose."""
    page = results(real_home, q="茶", isappinstalled="0", utm_source="weixin").page

    assert page.locator("[data-part=chosen] button").count() == 0


@pytest.mark.parametrize("missing", ["order", "grams"])
def test_data_that_goes_missing_later(missing: str, real_site: Path, tmp_path: Path, visit: Visit) -> None:
    """What cannot be read after the first list is told, and the page goes on."""
    site = copied(real_site, tmp_path / "site")
    for file in site.glob(f"search/{missing}*"):
        shutil.rmtree(file) if file.is_dir() else file.unlink()
    reader = visit(f"{site.as_uri()}/")
    page = browse(reader.page, f"{site.as_uri()}/")

    if missing == "order":
        drawn(page, lambda: page.select_option("[data-part=sort]", "title"))
    else:
        drawn(page, lambda: page.get_by_label("检索词").fill("海草床"))

    expect(page.locator("[data-part=notice]")).to_contain_text("没有读")
    assert len(titles(page)) == 24
    assert not [one for one in reader.complaints if ": script: " in one]


def test_a_kept_directory_of_an_older_site_is_renewed(
    real_site: Path, showcase_site: Path, tmp_path: Path, visit: Visit
) -> None:
    """A browser that kept the directory of the site before reads the new one, and finds what is there now."""
    site = copied(real_site, tmp_path / "site")
    kept = (showcase_site / "search" / "index.js").read_text(encoding="utf-8-sig")
    page = visit(f"{site.as_uri()}/").page
    page.route("**/search/index.js", lambda route: route.fulfill(body=kept, content_type="text/javascript"))

    browse(page, f"{site.as_uri()}/", q="酪蛋白")

    assert page.locator("[data-part=count]").inner_text() == "检索“酪蛋白”，共1个案例。"


@pytest.mark.parametrize(
    "state",
    [{"q": "W" * 100}, {"colour": "r" * 80}, {"q": "党支部"}, {"q": "党支部", "view": "table"}],
    ids=["long word", "unknown filter", "list", "table"],
)
def test_nothing_is_wider_than_the_window(state: dict[str, str], real_home: str, results: Come) -> None:
    """However long a word is, and whatever is chosen, no window scrolls sideways."""
    page = results(real_home, **state).page
    over = {
        width_px: page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        for width_px in widths_of(page, 320, 390, 768, 1280)
    }

    assert set(over.values()) == {0}, over


CELLS_OUTSIDE = """
() => {
  const box = document.querySelector(".found-table");
  const { left, right } = box.getBoundingClientRect();
  const parts = Array.from(box.querySelectorAll("tbody a, tbody td, tbody .number"));
  const outside = (one) => one.left < left - 20 || one.right > right + 1;
  return parts.filter((one) => outside(one.getBoundingClientRect())).map((one) => one.textContent);
}
"""


def test_the_table_shows_all_its_cells(real_home: str, results: Come) -> None:
    """No cell of the table of results stands outside the window or waits for somebody to scroll sideways."""
    page = results(real_home, view="table").page
    widths = widths_of(page, 320, 390, 600, 800, 1024, 1280)
    outside = {width_px: page.evaluate(CELLS_OUTSIDE) for width_px in widths}

    assert {width_px: texts for width_px, texts in outside.items() if texts} == {}


def test_rows_laid_out_as_blocks_stay_rows(real_home: str, results: Come) -> None:
    """On a phone each row is a block with its title first; to those who listen it is a row of a table."""
    page = results(real_home, width_px=390, view="table").page
    table = page.get_by_role("region", name="结果表格").get_by_role("table")
    layout = table.locator("tbody tr").first.evaluate("row => getComputedStyle(row).display")

    assert layout == "block"
    assert table.get_by_role("columnheader").all_inner_texts() == ["案例", "学校", "任务类型", "时间", "主要数据"]
    assert (table.get_by_role("row").count(), table.get_by_role("rowheader").count()) == (25, 24)
    places = table.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => Array.from(row.cells, cell => cell.getAttribute('aria-colindex')).join(''))"
    )
    assert set(places) == {"12345"}


def test_the_list_can_be_printed(real_home: str, visit: Visit) -> None:
    """On paper there are the query, the chosen terms and the results, without anything to click."""
    page = browse(visit(real_home).page, real_home, q="科普", task="教育服务")
    page.emulate_media(media="print")

    hidden = [page.locator(part).first.is_visible() for part in (".browse__panel", ".browse__tools", ".search")]

    assert hidden == [False, False, False]
    assert page.get_by_text("任务类型：教育服务").is_visible()
    assert page.locator(".row h3").first.is_visible()


def test_an_old_suggestion_is_not_meant(real_home: str, visit: Visit) -> None:
    """Typing on after choosing a suggestion with the arrows searches for what was typed."""
    page = visit(real_home).open("about.html")
    page.fill(".search__field", "科技")
    page.wait_for_selector(".search__option")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("小院")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert unquote(page.url).endswith("browse.html?q=科技小院")


def test_the_header_takes_a_pasted_book(real_home: str, visit: Visit) -> None:
    """A query from the header is cut before it becomes an address that no server takes."""
    page = visit(real_home).open("about.html")
    page.fill(".search__field", "党建联建" * 2500)
    with page.expect_navigation():
        page.press(".search__field", "Enter")
    page.wait_for_selector("[data-browse][data-drawn]")

    assert len(unquote(page.url).split("q=")[1]) == 100


# The field in the header


def test_keys_lead_to_the_field_and_through_suggestions(real_home: str, visit: Visit) -> None:
    """Slash focuses, typing suggests, arrows walk, Enter opens, Escape closes; all without a mouse."""
    reader = visit(real_home)
    page = reader.open("about.html")
    page.keyboard.press("/")
    page.keyboard.type("njxx")
    page.wait_for_selector(".search__list[data-text=njxx] .search__option")
    first = page.locator(".search__name").first.inner_text()
    page.keyboard.press("Escape")
    closed = page.locator(".search__option").count()
    page.keyboard.press("Control+k")
    page.keyboard.type("njxx")
    page.wait_for_selector(".search__list[data-text=njxx] .search__option")
    page.keyboard.press("ArrowDown")
    active = page.get_attribute(".search__field", "aria-activedescendant")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.wait_for_selector("[data-browse][data-drawn]")

    assert (first, closed, active) == ("南京信息工程大学", 0, "suggestion-0")
    assert unquote(page.url).endswith("browse.html?university=南京信息工程大学")
    assert reader.complaints == []


def test_arrows_wait_for_what_was_typed(real_home: str, visit: Visit) -> None:
    """An arrow pressed before new suggestions have come chooses among the new ones, not among the old."""
    page = visit(real_home).open("about.html")
    page.focus(".search__field")
    page.keyboard.type("nj")
    page.wait_for_selector(".search__list[data-text=nj] .search__option")
    old = page.locator(".search__name").first.inner_text()
    page.evaluate(
        """() => {
          const field = document.querySelector(".search__field");
          field.value = "njxx";
          field.dispatchEvent(new Event("input", { bubbles: true }));
          field.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true }));
        }"""
    )
    chosen = page.wait_for_selector(".search__option[aria-selected=true] .search__name").inner_text()

    assert (old, chosen) == ("南京大学等多校", "南京信息工程大学")


def test_enter_opens_the_browse_page(real_home: str, visit: Visit) -> None:
    """Without a chosen suggestion Enter searches."""
    page = visit(real_home).open("cases/dj-01.html")
    page.fill(".search__field", "科普 小学")
    with page.expect_navigation():
        page.press(".search__field", "Enter")
    page.wait_for_selector("[data-browse][data-drawn]")

    assert page.locator("[data-part=count]").inner_text().startswith("检索“科普 小学”，共")


def test_nothing_is_searched_while_composing(real_home: str, visit: Visit) -> None:
    """While an input method is open nothing is suggested and Enter is its own; afterwards the text is searched."""
    page = visit(real_home).open("about.html")
    field = page.locator(".search__field")
    field.focus()
    field.dispatch_event("compositionstart")
    field.fill("chaye")
    page.wait_for_timeout(500)
    while_composing = page.locator(".search__option").count()
    page.keyboard.press("Enter")
    stayed = page.url.endswith("about.html")
    field.evaluate("field => { field.value = '茶'; }")
    field.dispatch_event("compositionend")
    page.wait_for_selector(".search__option")

    assert (while_composing, stayed) == (0, True)


def test_the_keyboard_alone_filters(real_home: str, results: Come) -> None:
    """Tab and space choose a term; the focus stays where it was."""
    page = results(real_home).page
    box = page.locator("label:has-text('教育服务') input").first
    box.focus()

    drawn(page, lambda: page.keyboard.press("Space"))

    assert page.evaluate("document.activeElement.closest('label').innerText").startswith("教育服务")
    assert unquote(page.url).endswith("?task=教育服务")


def test_without_scripts_there_are_the_terms(home: tuple[str, Path], visit: Visit) -> None:
    """Without JavaScript the page lists every facet with its terms."""
    address, project = home
    reader = visit(address, script=False)
    page = reader.open(f"browse.html?q={quote('茶')}")

    heads = page.locator("[data-plain] h2").all_inner_texts()

    assert heads == [facet.label for key, facet in library_of(project).facets.items() if facet.used and key != "also"]
    assert page.get_by_text("检索和筛选需要启用 JavaScript").is_visible()
    assert reader.complaints == []


def test_every_term_page_leads_into_its_filter(home: tuple[str, Path], visit: Visit) -> None:
    """From a term's page a reader goes on filtering, with that term chosen."""
    address, project = home
    term = library_of(project).facets["university"].used[0]
    page = visit(address).open(f"university/{term.slug}.html")

    with page.expect_navigation():
        page.click("text=在其中检索和筛选")
    page.wait_for_selector("[data-browse][data-drawn]")

    assert page.locator("[data-part=chosen] button").all_inner_texts() == [f"学校：{term.name}"]


def test_traditional_and_full_width_find_the_same(judge: Page) -> None:
    """However the characters are typed, the same cases are found."""
    plain, typed = search(judge, ["党建 2025", "黨建　２０２５"])

    assert plain == typed
    assert unicodedata.normalize("NFKC", "２０２５") == "2025"
