"""The built site in a real browser: on a server under a sub-path, and from a folder without any server."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser

AddressOf = Callable[[Path], str]
Visit = Callable[..., Visitor]

UNLINKED = {"404.html", "cases/che-xia-an-li.html", "university/shilidaxue.html"}
"""Pages only for addresses that somebody kept: unknown ones, a withdrawn case, a name that two schools share."""

PAGE_KINDS = {
    "home": "index.html",
    "task-list": "task/index.html",
    "task": "task/technology-empowerment.html",
    "province-list": "province/index.html",
    "province": "province/gansu.html",
    "empty-term": "province/hainan.html",
    "place-list": "place/index.html",
    "university-list": "university/index.html",
    "homonym": "university/shilidaxue.html",
    "keyword-list": "keyword/index.html",
    "case": "cases/quan-zi-duan.html",
    "thin-case": "cases/bi-tian-zi-duan.html",
    "withdrawn-case": "cases/che-xia-an-li.html",
    "collection-list": "collections/index.html",
    "collection": "collections/xuanbian.html",
    "data": "data.html",
    "handbook": "handbook/index.html",
    "handbook-fields": "handbook/fields.html",
    "about": "about.html",
    "not-found": "404.html",
}
"""One page of each kind."""

LINKS = "Array.from(document.querySelectorAll('a[href]'), link => link.href)"
IDS = "Array.from(document.querySelectorAll('[id]'), element => element.id)"
OVERFLOW_PX = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
WIDE_ELEMENTS = """
() => Array.from(document.querySelectorAll('body *'))
  .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .filter(element => element.getBoundingClientRect().width > 0)
  .map(element => element.tagName.toLowerCase() + (element.className ? '.' + element.className : ''))
  .slice(0, 8)
"""

SENTENCES = (
    "把水质监测站建到“最后一公里”的渠口上",
    "渠口的氨氮浓度逐年下降，监测队伍由当地人接手。",
    "示例大学",
    "水环境教师党支部",
    "甲示例",
    "样例净水设备有限公司",
    "渠口监测“五步法”",
    "12,500",
    "渠口的水到底能不能浇菜",
    "东一渠",
    "取样办法参照实验站的内部规程",
    "比色队在学校做复核；",
    "数据不上墙，等于没有测；问题不过夜，才算真会商。",
    "第一，水变清了。",
    "先议责任，再上项目。",
    "渠边会商日的会场，六个小组围坐在一起看数据",
    "示例大学把监测站建到渠口",
    "你的支部有哪一件事，是结对的两边都绕不开的？",
    "展示案例选编",
    "三方支部结对，把党课讲到车间班前会",
)
"""Words from every part of the record that uses every field."""


@pytest.fixture(name="home")
def fixture_home(address_of: AddressOf, showcase_site: Path) -> str:
    """The showcase's address, ending in `/`."""
    return address_of(showcase_site)


def follow(page: Page, part: str) -> None:
    """Click the first link in the page's own content whose address has `part`, and wait for the page behind it."""
    link = page.locator(f'article a[href*="{part}"]:visible').first
    with page.expect_event("load"):
        link.click()


def walk_through(reader: Visitor) -> list[str]:
    """Go from home to a task, a province, a case, a related case, a collection and back; tell where it led."""
    way: list[str] = []
    reader.open("index.html")
    for part in ("task/", "cases/", "province/", "cases/", "task/"):
        follow(reader.page, part)
        way.append(reader.uri.split("/")[0])
    reader.open("index.html")
    for part in ("collections/", "cases/"):
        follow(reader.page, part)
        way.append(reader.uri.split("/")[0])
    case = reader.uri
    related = reader.page.locator('article a[href*="cases/"]:visible').last
    with reader.page.expect_event("load"):
        related.click()
    way.append("another" if reader.uri != case else "the same")
    for _ in range(3):
        reader.page.go_back()
    way.append(reader.uri)
    return way


WAY = ["task", "cases", "province", "cases", "task", "collections", "cases", "another", "index.html"]


def test_walk_through_the_showcase(home: str, visit: Visit) -> None:
    """A reader gets from home to a task, a province, a case, a related case, a collection, and back."""
    reader = visit(home)

    assert (walk_through(reader), reader.complaints) == (WAY, [])


def test_walk_without_script(home: str, visit: Visit) -> None:
    """The same way is open to a reader without JavaScript."""
    reader = visit(home, script=False)

    assert (walk_through(reader), reader.complaints) == (WAY, [])


def test_walk_through_the_real_site(address_of: AddressOf, real_site: Path, visit: Visit) -> None:
    """The same way is open on the repository's own site."""
    reader = visit(address_of(real_site))

    assert (walk_through(reader), reader.complaints) == (WAY, [])


def test_every_page_and_link_is_sound(home: str, showcase_site: Path, visit: Visit) -> None:
    """Every page loads without an error or a foreign request, and every link in it leads somewhere."""
    reader = visit(home)
    pages = {path.relative_to(showcase_site).as_posix() for path in showcase_site.rglob("*.html")}
    links: dict[str, set[str]] = {}
    ids: dict[str, set[str]] = {}
    for uri in sorted(pages):
        page = reader.open(uri)
        links[uri] = set(page.evaluate(LINKS))
        ids[uri] = set(page.evaluate(IDS))
    broken = {
        (uri, link)
        for uri in pages
        for link in links[uri]
        if not leads_somewhere(link, home, showcase_site, ids)
    }

    assert (broken, reader.complaints) == (set(), [])


def leads_somewhere(link: str, home: str, site: Path, ids: dict[str, set[str]]) -> bool:
    """Tell whether a link goes to a file of the site (and a place in it), or plainly to the outside."""
    if not link.startswith(home):
        return link.startswith(("https://", "mailto:"))
    target, _, fragment = unquote(link.removeprefix(home)).partition("#")
    if not (site / target).is_file():
        return False
    return not fragment or target not in ids or fragment in ids[target]


def test_every_page_is_reached_by_links(home: str, showcase_site: Path, visit: Visit) -> None:
    """Following links from home leads to every page but those that stand only for old or shared addresses."""
    page = visit(home, script=False).open("index.html")
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        page.goto(home + waiting.pop())
        found = {
            link.removeprefix(home).split("#")[0] for link in page.evaluate(LINKS) if link.startswith(home)
        }
        new = {unquote(uri) for uri in found if uri.endswith(".html")} - reached
        reached |= new
        waiting += sorted(new)
    pages = {path.relative_to(showcase_site).as_posix() for path in showcase_site.rglob("*.html")}

    assert pages - reached == UNLINKED


@pytest.mark.parametrize("width_px", [390, 320])
@pytest.mark.parametrize("uri", PAGE_KINDS.values(), ids=PAGE_KINDS)
def test_no_sideways_scrolling(uri: str, width_px: int, home: str, visit: Visit) -> None:
    """On a phone no page is wider than the screen."""
    page = visit(home, width_px=width_px).open(uri)

    assert (
        page.evaluate(OVERFLOW_PX),
        page.evaluate(WIDE_ELEMENTS) if page.evaluate(OVERFLOW_PX) else [],
    ) == (0, [])


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_case_needs_no_script(sentence: str, home: str, visit: Visit) -> None:
    """Without JavaScript every part of a case is on its page and visible."""
    page = visit(home, script=False).open("cases/quan-zi-duan.html")

    assert sentence in page.locator("article").inner_text()


@pytest.mark.parametrize(
    ("uri", "titles"),
    [
        (
            "task/education-services.html",
            ["十里长街上的“大思政课”", "科普大篷车开进样例山区", "海岛书屋的暑期课堂"],
        ),
        ("province/gansu.html", ["科普大篷车开进样例山区", "师生同走一百个楼门的社区调研"]),
        ("year/2022.html", ["港湾医学生的社区健康周"]),
        ("collections/xuanbian.html", ["两地实验室共用一本观测日志", "党建引领与科技服务"]),
        ("university/shilidaxue.html", ["示例大学", "十里大学"]),
        ("province/index.html", ["江苏", "台湾", "香港", "澳门", "海南"]),
        ("cases/che-xia-an-li.html", ["数据已经更新，并入新的案例", "把水质监测站建到“最后一公里”的渠口上"]),
    ],
    ids=["task", "province", "year", "collection", "homonym", "list", "withdrawn"],
)
def test_a_list_needs_no_script(uri: str, titles: list[str], home: str, visit: Visit) -> None:
    """Without JavaScript every case and term of a list is on its page and visible."""
    text = visit(home, script=False).open(uri).locator("article").inner_text()

    assert [title for title in titles if title not in text] == []


@pytest.mark.parametrize("case_id", ["cao-gao", "yi-shen-he", "shou-quan-dao-qi"])
def test_what_is_not_published_stays_out(case_id: str, showcase_site: Path) -> None:
    """Drafts, reviewed records and those whose permission has run out leave no trace on the site."""
    needle = case_id.encode()

    assert [path for path in showcase_site.rglob("*") if path.is_file() and needle in path.read_bytes()] == []


def test_photos_are_shown(home: str, visit: Visit) -> None:
    """All photos of a case can be decoded, upright, and have an alternative text."""
    page = visit(home).open("cases/quan-zi-duan.html")
    images = page.locator('article img[src*="photos/"]')
    for position in range(images.count()):
        images.nth(position).scroll_into_view_if_needed()
        images.nth(position).evaluate("image => image.decode()")
    shown = images.evaluate_all(
        "all => all.map(one => [one.naturalWidth > one.naturalHeight, one.alt !== ''])"
    )

    assert (len(shown) >= 3, set(map(tuple, shown))) == (True, {(True, True)})


def test_an_unknown_address_gets_our_own_page(
    serve: Callable[[Path], str], showcase_site: Path, visit: Visit
) -> None:
    """An address that never existed shows our 404 page, whole, however deep it lies."""
    home = serve(showcase_site)
    reader = visit(home)
    page = reader.open("cases/deep/down/nothing.html")
    missing = [
        complaint for complaint in reader.complaints if "nothing.html" not in complaint.split(": ", 1)[1]
    ]
    follow_home = page.locator("article a[href]").first.get_attribute("href")

    assert (page.locator("article h1").count(), follow_home is not None, missing) == (1, True, [])
