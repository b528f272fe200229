"""The built site in a real browser: on a server under a sub-path, and from a folder without any server."""

import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, unquote

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.browser.reader import Visitor

AddressOf = Callable[[Path], str]
Visit = Callable[..., Visitor]

NOT_FOUND = "404.html"
FEW = ("index.html", "cases/quan-zi-duan.html", "collections/xuanbian.html", "data.html", "handbook/fields.html")
"""Pages that have all that pages ask for. Whether the others load cleanly is told where axe judges them."""

CONTENT = "#content"
"""The page's own part, beside navigation, header and footer."""

LINKS = "Array.from(document.querySelectorAll('a[href]'), link => link.href)"
IDS = "Array.from(document.querySelectorAll('[id]'), element => element.id)"

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
    """Follow the first link in the page's own content whose address has `part`, and wait until it loaded.

    By the keyboard: a photo that comes while the mouse is down moves the link away from under it.
    """
    link = page.locator(f'{CONTENT} a[href*="{part}"]:visible').first
    with page.expect_event("load"):
        link.press("Enter")


def walk_through(reader: Visitor) -> list[str]:
    """Go from home to a task, a province, a case, a related case, a collection and back; tell the way."""
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
    related = reader.page.locator(f'{CONTENT} a[href*="cases/"]:visible').last
    with reader.page.expect_event("load"):
        related.press("Enter")
    way.append("another" if reader.uri != case else "the same")
    for _ in range(3):
        reader.page.go_back()
    way.append(reader.uri)
    return way


WAY = ["task", "cases", "province", "cases", "task", "collections", "cases", "another", "index.html"]


@pytest.mark.both_ways
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


@dataclass(frozen=True)
class Survey:
    """Pages of a site as a browser saw them."""

    complaints: list[str]
    links: dict[str, set[str]]
    """Where each page's links lead: addresses in the site with their fragments, others whole."""
    ids: dict[str, set[str]]
    """The places in each page that a fragment can name."""


def look_at(chromium: Browser, home: str, uris: Iterable[str]) -> Survey:
    """Open some pages of a site, each once."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    reader = Visitor(context, home)
    survey = Survey(reader.complaints, {}, {})
    for uri in uris:
        page = reader.open(uri)
        survey.links[uri] = {unquote(link.removeprefix(home)) for link in page.evaluate(LINKS)}
        survey.ids[uri] = set(page.evaluate(IDS))
    context.close()
    return survey


def pages_of(site: Path) -> list[str]:
    """Give the addresses of all pages but the one for unknown addresses: a server shows that one under others."""
    return sorted({path.relative_to(site).as_posix() for path in site.rglob("*.html")} - {NOT_FOUND})


@pytest.fixture(name="surveys", scope="module")
def fixture_surveys(
    request: pytest.FixtureRequest, chromium: Browser, serve: Callable[[Path], str], showcase_site: Path
) -> tuple[Survey, Survey]:
    """The showcase's site on a server and from its folder: every page under `--soak`, else a few.

    What can be told of every page without a browser, tests/test_build.py tells.
    """
    whole = request.config.getoption("--soak")
    uris = pages_of(showcase_site) if whole else FEW
    served, opened = (look_at(chromium, home, uris) for home in (serve(showcase_site), f"{showcase_site.as_uri()}/"))
    return served, opened


@pytest.mark.sampled
def test_every_page_loads_cleanly(surveys: tuple[Survey, Survey]) -> None:
    """No page has an error, a request that fails, or a request to another host, on a server and without one."""
    assert [survey.complaints for survey in surveys] == [[], []]


@pytest.mark.sampled
def test_pages_are_the_same_without_a_server(surveys: tuple[Survey, Survey]) -> None:
    """From a folder they lead where they lead on a server, and have the same places."""
    served, opened = surveys

    assert opened.links == served.links
    assert opened.ids == served.ids


@pytest.mark.sampled
def test_every_link_leads_somewhere(surveys: tuple[Survey, Survey], showcase_site: Path) -> None:
    """Every link goes to a file of the site, and to a place in it if it names one, or plainly to the outside."""
    survey = surveys[0]

    def leads_somewhere(link: str) -> bool:
        if ":" in link:
            return link.startswith(("https://", "mailto:"))
        address, _, fragment = link.partition("#")
        target = address.partition("?")[0]
        if target.endswith(".pdf"):
            pages = len(PdfReader(showcase_site / target).pages)
            return not fragment or 1 <= int(fragment.removeprefix("page=")) <= pages
        if target == "basket.html" and "=" in fragment:
            # What the page is to show is behind the sign: no place, but cases.
            ids = parse_qs(fragment)["ids"][0].split(",")
            return all((showcase_site / f"cases/{id}.html").is_file() for id in ids)
        if target not in survey.ids:
            return (showcase_site / target).is_file()
        return not fragment or fragment in survey.ids[target]

    broken = {uri: {link for link in found if not leads_somewhere(link)} for uri, found in survey.links.items()}

    assert {uri: links for uri, links in broken.items() if links} == {}


def test_a_case_needs_no_script(home: str, visit: Visit) -> None:
    """Without JavaScript every part of a case is on its page and visible."""
    text = visit(home, script=False).open("cases/quan-zi-duan.html").locator(CONTENT).inner_text()

    assert [sentence for sentence in SENTENCES if sentence not in text] == []


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
    text = visit(home, script=False).open(uri).locator(CONTENT).inner_text()

    assert [title for title in titles if title not in text] == []


@pytest.mark.parametrize(
    "words",
    ["cao-gao", "还没有写完的草稿", "yi-shen-he", "已审核的记录在发布以前", "发布授权在2020年到期，又没有公开的出处"],
    ids=["draft", "draft-title", "reviewed", "reviewed-summary", "expired-summary"],
)
def test_what_is_not_published_stays_out(words: str, showcase_site: Path) -> None:
    """Drafts and reviewed records leave no trace on the site, and expired ones nothing of their content."""
    needle = words.encode()

    assert [path for path in showcase_site.rglob("*") if path.is_file() and needle in path.read_bytes()] == []


def test_photos_are_shown(home: str, visit: Visit) -> None:
    """All photos of a case can be decoded, upright, and have an alternative text."""
    page = visit(home).open("cases/quan-zi-duan.html")
    images = page.locator(f'{CONTENT} img[src*="photos/"]')
    for position in range(images.count()):
        images.nth(position).scroll_into_view_if_needed()
        images.nth(position).evaluate("image => image.decode()")
    shown = images.evaluate_all("all => all.map(one => [one.naturalWidth > one.naturalHeight, one.alt !== ''])")

    assert (len(shown) >= 3, set(map(tuple, shown))) == (True, {(True, True)})


def test_an_unknown_address_gets_our_own_page(serve: Callable[[Path], str], showcase_site: Path, visit: Visit) -> None:
    """An address that never existed shows our 404 page, which needs no other file and knows the way home."""
    home = serve(showcase_site)
    reader = visit(home)
    page = reader.open("cases/deep/down/nothing.html")
    links = page.locator("header a[href], main a[href]").evaluate_all("all => all.map(one => one.href)")

    assert (page.locator("h1").inner_text(), links[0]) == ("没有这个页面", f"{home}index.html")
    assert [told for told in reader.complaints if "status of 404" not in told and "nothing.html" not in told] == []


@pytest.mark.parametrize("address", ["", "https://anliji.example/elsewhere/"], ids=["unknown", "wrong"])
def test_an_unknown_address_where_the_settings_do_not_know_the_site(
    address: str, serve: Callable[[Path], str], showcase_site: Path, tmp_path: Path, visit: Visit
) -> None:
    """Where the site's address is not set, or is another one, the 404 page finds the site."""
    site = tmp_path / "site"
    shutil.copytree(showcase_site, site, copy_function=os.link)
    text = (
        (site / NOT_FOUND).read_text(encoding="utf-8").replace('<base href="/lib/anli/">', '<base href="/elsewhere/">')
    )
    text = text if address else text.replace('<html lang="zh-CN">', '<html lang="zh-CN" class="lost">')
    # The copy's files are those of the site until they are taken away.
    (site / NOT_FOUND).unlink()
    (site / NOT_FOUND).write_text(text, encoding="utf-8")
    home = serve(site)
    page = visit(home).open("cases/deep/down/nothing.html")
    page.locator("header a").first.click()

    expect(page).to_have_url(f"{home}index.html")
