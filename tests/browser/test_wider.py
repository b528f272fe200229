"""What is found beside the exact hits, in a real browser: judged queries, synonyms, slips, questions."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.reader import PATIENCE_MS, Visitor
from tests.browser.results import browse, drawn
from tests.browser.sites import ROOT
from tests.browser.test_search import library_of, texts_of
from tests.each import each

Visit = Callable[..., Visitor]
Come = Callable[..., Visitor]
QUERIES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests" / "search" / "queries.yml").read_text(encoding="utf-8"))[
    "queries"
]
AMONG = 3
"""A case that a reader would accept is among so many, …"""
SHARE = 0.95
"""… for so large a part of the queries."""
SEARCH = """
async (queries) => {
  const found = [];
  for (const query of queries) found.push((await anliji.search(query)).hits.map(({ id, how }) => [id, how]));
  return found;
}
"""
HOWS = ("exact", "equivalent", "most words", "corrected")


@pytest.fixture(name="real_home", scope="module")
def fixture_real_home(address_of: Callable[[Path], str], real_site: Path) -> str:
    """The real site's address."""
    return address_of(real_site)


@pytest.fixture(name="asked")
def fixture_asked(results: Come, real_home: str) -> Visitor:
    """A reader on the page whose script is asked, and on which nothing else happens."""
    return results(real_home)


def search(page: Page, queries: list[str]) -> list[list[tuple[str, str]]]:
    """Ask the page for the hits of each query, each with how it was found."""
    return [[(id, how) for id, how in hits] for hits in page.evaluate(SEARCH, queries)]


def test_readers_find_what_they_mean(asked: Visitor) -> None:
    """For 95 of 100 judged queries a case that a reader would accept is among the first three."""
    found = search(asked.page, [one["query"] for one in QUERIES])

    accepted = [{*one["best"], *one["also"]} for one in QUERIES]
    missed = [
        one["query"]
        for one, hits, wanted in zip(QUERIES, found, accepted, strict=True)
        if wanted and not wanted & {id for id, _ in hits[:AMONG]}
    ]
    assert len(QUERIES) >= 150
    assert len(missed) <= (1 - SHARE) * sum(map(bool, accepted)), missed


def test_no_query_is_a_dead_end(asked: Visitor, real_home: str, results: Come) -> None:
    """Every judged query shows a case, or a way on that has some."""
    queries = [one["query"] for one in QUERIES]
    empty = [query for query, hits in zip(queries, search(asked.page, queries), strict=True) if not hits]

    for query in empty:
        page = results(real_home, q=query).page
        assert page.locator(".nothing button").first.inner_text().endswith("个案例"), query


def test_a_short_name_that_is_not_there_leads_to_its_region(real_home: str, results: Come) -> None:
    """A university that the library does not have is looked for where it may be, not among all tasks."""
    page = results(real_home, q="浙大").page
    ways = page.locator(".nothing button").all_inner_texts()
    page.locator(".nothing button").first.click()
    expect(page.locator(".chosen")).to_have_text("学校所在地区：浙江")

    assert [way.split("，")[0] for way in ways] == ["学校所在地区“浙江”"]
    assert page.locator("[data-part=count]").inner_text() == f"共{ways[0].split('有')[1]}。"


def test_exact_hits_come_first_and_are_all_that_have_the_words(asked: Visitor) -> None:
    """Whatever else is found, the exact hits are those of a plain look, first, and no other says it is one."""
    texts = texts_of(ROOT)
    words = ["农村", "企业", "医院", "看病", "党课", "支教", "思政课", "茶", "科普"]

    for word, hits in zip(words, search(asked.page, words), strict=True):
        hows = [how for _, how in hits]
        assert {id for id, how in hits if how == "exact"} == {id for id, text in texts.items() if word in text}, word
        assert hows == sorted(hows, key=HOWS.index), word
        assert len({id for id, _ in hits}) == len(hits), word


@each(
    ("query", "how", "first"),
    [
        ("牙医", "equivalent", {"jy-14", "jy-20"}),
        ("njnydx", "equivalent", {"kj-21", "dj-01"}),
        ("keji xiaoyuan", "equivalent", {"kj-13", "kj-22", "kj-16", "kj-23", "jy-11"}),
        ("jyxyc", "equivalent", {"jy-03"}),
        ("xsdgy", "equivalent", {"jy-02"}),
        ("xiaoshuidigongyi", "equivalent", {"jy-02"}),
        ("清化大学", "corrected", {"sj-08"}),
        ("乡村震兴", "corrected", {"kj-13", "jy-11"}),
        ("怎样与企业联建", "most words", {"dj-20", "dj-14", "dj-06", "sj-31"}),
        ("教师支部和学生支部怎么结对", "most words", {"sj-01"}),
    ],
)
def test_each_way_says_how(query: str, how: str, first: set[str], asked: Visitor) -> None:
    """A hit says how it was found, and each way of asking leads to what was meant."""
    [hits] = search(asked.page, [query])

    assert hits[0][1] == how
    assert hits[0][0] in first


def test_an_excluded_word_is_excluded_from_every_way(asked: Visitor) -> None:
    """What a minus excludes does not come back through a synonym or a question."""
    texts = texts_of(ROOT)

    for query, out in [("牙医 -麻醉", "麻醉"), ("怎样与企业联建 -实习", "实习"), ("农村 -学生", "学生")]:
        [hits] = search(asked.page, [query])
        assert hits, query
        assert [id for id, _ in hits if out in texts[id]] == [], query


def test_others_are_counted_apart_and_can_be_left_out(real_home: str, results: Come) -> None:
    """Cases with another word are counted by themselves, stand behind a line that says so, and go with one click."""
    reader = results(real_home, q="农村", task="实践育人")
    page = reader.page
    count = page.locator("[data-part=count]").inner_text()
    button = page.locator("[data-part=wider] button")
    exact = [text for text in page.locator(".rows > li:not(.rows__apart)").all_inner_texts() if "农村" in text]

    assert "含近义词“乡村”" in count
    assert "另有" in count
    assert page.locator(".rows__apart").inner_text().startswith("以下案例里写的是近义词“乡村”")

    drawn(page, button.click)

    assert "only=exact" in page.url
    assert page.locator(".rows__apart").count() == 0
    assert page.locator(".rows > li").count() == len(exact)
    assert button.inner_text().startswith("也列出含近义词“乡村”")

    drawn(page, button.click)

    assert page.locator("[data-part=count]").inner_text() == count
    assert reader.complaints == []


def test_the_table_says_so_too(real_home: str, results: Come) -> None:
    """In the table a row across all columns parts the exact hits from the others."""
    page = results(real_home, q="农村", view="table", task="实践育人").page

    assert page.locator("tr.rows__apart td").get_attribute("colspan") == "5"
    assert page.locator("tr.rows__apart").inner_text().startswith("以下案例里写的是近义词")


def test_hits_are_marked_by_what_was_found(real_home: str, results: Come) -> None:
    """In a case that has another word, that word is marked, on the results and on the case's page."""
    page = results(real_home, q="牙医").page
    marked = set(page.locator("[data-part=results] mark").all_inner_texts())

    page.locator(".row a").first.click()

    assert marked
    assert marked <= {"口腔", "牙齿", "口腔医院"}
    expect(page.locator("main mark").first).to_be_visible(timeout=PATIENCE_MS)
    assert set(page.locator("main mark").all_inner_texts()) & marked


@each(
    "query",
    [
        "a" * 100,
        "zh" * 50,
        "农" * 100,
        "怎么" * 50,
        "农村 " * 33,
        "-农村",
        "1+1+1+1",
        "ｎｊｎｙｄｘ",
        "𠮷𠮷",
        "<b>农村</b>",
        "茶",
        "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{EAR OF RICE}\N{TRACTOR}",
        "党" * 5_000,
        "\N{RIGHT-TO-LEFT OVERRIDE}\N{ARABIC LETTER TEH}\N{POP DIRECTIONAL FORMATTING}",
        "\0\1\x1b党建",
        "%E4%A",
        "__proto__ constructor",
        "xian" * 12,
    ],
)
def test_any_text_is_answered(query: str, asked: Visitor) -> None:
    """Long, odd and empty questions are answered without an error and without a freeze."""
    answered = asked.page.evaluate("async (q) => Array.isArray((await anliji.search(q)).hits)", query)

    assert answered
    assert asked.complaints == []


@pytest.mark.parametrize("off", [False, True], ids=["", "storage-off"])
def test_any_text_may_be_typed(*, off: bool, real_home: str, visit: Visit) -> None:
    """Whatever is typed, the page goes on drawing, also where the browser stores nothing."""
    reader = visit(real_home)
    if off:
        reader.page.add_init_script(
            "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name,"
            " { get() { throw new DOMException('off', 'SecurityError'); } });"
        )
    page = browse(reader.page, real_home)
    field = page.locator("form.search input[name=q]").first

    for typed in ("%", "党" * 5_000, "\N{TRACTOR}\N{RIGHT-TO-LEFT OVERRIDE}", "njnydx", "-", "科普"):
        drawn(page, lambda text=typed: field.fill(text))

    assert "科普" in page.locator("[data-part=count]").inner_text()
    assert reader.complaints == []


def test_synonyms_may_go_round_in_a_ring(real_home: str, visit: Visit) -> None:
    """Words that name each other in a ring, or contain each other, are answered, and exact hits stay what they are."""
    page = visit(real_home).open("browse.html")
    texts = texts_of(ROOT)
    [before] = search(page, ["支教"])
    page.evaluate(
        """
        async () => {
          const groups = "支教>科普,科普>茶,茶>支教,茶>茶叶,茶叶>茶,支>支教,支教>支,甲大学 南大,乙大学 南大";
          const [load, words] = [anliji.load, (await anliji.load("words"))[1]];
          anliji.forget.forEach((forget) => forget());
          anliji.load = async (name) => (name === "words" ? [groups, words] : load(name));
        }
        """
    )

    for word, hits in zip(("支教", "茶", "茶叶", "支"), search(page, ["支教", "茶", "茶叶", "支"]), strict=True):
        assert {id for id, how in hits if how == "exact"} == {id for id, text in texts.items() if word in text}, word
    [after] = search(page, ["支教"])
    assert [one for one in after if one[1] == "exact"] == [one for one in before if one[1] == "exact"]
    offered = page.evaluate("async () => (await anliji.words()).variants('南大').map(({ other }) => other)")
    assert offered == ["甲大学", "乙大学"]


def test_a_task_takes_in_what_touches_on_it(real_home: str, results: Come) -> None:
    """With the switch under the tasks, each of them counts and shows the cases that touch on it, too."""
    page = results(real_home).page
    facets = library_of(ROOT).facets
    task = facets["task"].terms[1]
    touching = facets["also"].by_name[task.name]
    row = page.locator(".facet__term").filter(has_text=task.name).first

    drawn(page, page.get_by_label("含兼及任务").check)
    counted = row.locator(".facet__count").inner_text()
    drawn(page, row.get_by_role("checkbox").check)

    both = {*task.positions, *touching.positions}
    assert int(counted) == len(both) > task.count
    assert page.locator("[data-part=count]").inner_text().startswith(f"共{len(both)}个案例")
    assert "with=also" in page.url

    drawn(page, page.get_by_label("含兼及任务").uncheck)

    assert page.locator("[data-part=count]").inner_text().startswith(f"共{task.count}个案例")


def test_what_is_chosen_stays_in_view_on_a_phone(real_home: str, results: Come) -> None:
    """However far a reader goes down the results, the chosen filters stay at the top, in one line."""
    page = results(real_home, width_px=390, task="科技赋能", form="科技开发").page

    page.mouse.wheel(0, 2_500)
    page.wait_for_function("scrollY > 1000")

    box = page.locator("[data-part=chosen]").bounding_box()
    assert box is not None
    assert box["y"] == pytest.approx(0, abs=1)
    assert box["height"] < 80
