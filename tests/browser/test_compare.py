"""Comparing cases: choosing them, the page where they stand side by side, its address, and its paper."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import HEIGHT_PX, Visitor
from tests.browser.views import COMPARED, ODDLY_COMPARED

pytestmark = pytest.mark.browser

AddressOf = Callable[[Path], str]
Visit = Callable[..., Visitor]

TASK = "task/technology-empowerment.html"
CASE = "cases/hai-dao-shu-wu.html"
MOST_BYTES = 1_500
"""What every page carries along of the comparison, as it travels."""
CLOSED = (
    'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("closed", "SecurityError"); } });'
)
A4_ACROSS = (297, 210)


def chosen(page: Page) -> list[str]:
    """Give the ids in the address of the page."""
    return [value for key, value in parse_qsl(urlsplit(page.url).query) if key == "case"]


def columns(page: Page) -> list[str]:
    """Give the titles at the head of the table, once it is there."""
    expect(page.locator(".compare__table")).to_be_visible()
    return page.locator(".compare__table thead a").all_inner_texts()


def rows(page: Page) -> dict[str, list[str]]:
    """Give the cells of each row by its name, as far as they are in sight."""
    return {
        row.locator("th").inner_text().split("\n")[0]: row.locator("td").all_inner_texts()
        for row in page.locator(".compare__table tbody tr:not(.compare__group)").all()
        if row.is_visible()
    }


def notices(page: Page) -> list[str]:
    """Give what the page says above the table."""
    expect(page.locator(".compare")).to_be_visible()
    return page.locator(".compare > .notice").all_inner_texts()


def on_paper(page: Page) -> tuple[list[tuple[int, int]], str]:
    """Print: the size of each page in millimetres, and what all say, without spaces."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    sizes = [(round(one.get_width() / 72 * 25.4), round(one.get_height() / 72 * 25.4)) for one in document]
    text = "".join("".join(one.get_textpage().get_text_range() for one in document).split())
    document.close()
    return sizes, text


@pytest.mark.both_ways
def test_from_lists_to_the_comparison(address_of: AddressOf, showcase_site: Path, visit: Visit) -> None:
    """Cases are chosen in results, in a list and on a case's own page, and stand side by side in that order."""
    reader = visit(address_of(showcase_site))
    page = reader.open("browse.html?q=示例")
    page.locator("[data-part=results] [data-compare]").first.click()
    expect(page.locator(".choice")).to_contain_text("已选1个案例")
    assert not page.locator(".choice .button--main").is_visible()
    first = page.locator(".choice__cases a").inner_text()
    page = reader.open(TASK)
    offered = page.locator("[data-compare][aria-pressed=false]").first
    second = str(offered.get_attribute("aria-label")).removeprefix("比较：")
    offered.click()
    page = reader.open(CASE)
    own = page.locator(".actions [data-compare]")
    if own.get_attribute("aria-pressed") == "false":
        own.click()
    third = page.locator("h1").inner_text()
    page.locator(".choice >> text=比较").last.click()

    assert columns(page) == [first, second, *([third] if third not in (first, second) else [])]
    assert len(chosen(page)) == len(columns(page))
    assert reader.complaints == []


def test_address_holds_the_choice(address_of: AddressOf, showcase_site: Path, visit: Visit) -> None:
    """An address opens anywhere; who takes one out has another address and can go back."""
    reader = visit(address_of(showcase_site))
    page = reader.open(COMPARED)
    before = columns(page)
    page.locator(".compare__off").nth(1).click()
    expect(page.locator(".compare__table thead a")).to_have_count(2)
    after = (chosen(page), columns(page))
    page.go_back()
    expect(page.locator(".compare__table thead a")).to_have_count(3)

    assert after == (["quan-zi-duan", "ke-pu-xia-xiang"], [before[0], before[2]])
    assert columns(page) == before
    assert reader.complaints == []


def test_lines(showcase_site: Path, visit: Visit) -> None:
    """Practice, conditions and what came of it stand in lines; what is not written is said to be so."""
    page = visit(f"{showcase_site.as_uri()}/").open(COMPARED)
    columns(page)
    found = rows(page)

    assert [*found] == [
        *("工作形式", "主要做法", "任务类型", "支部或单位", "服务地点", "合作单位", "团队级别", "开展时间"),
        *("开展以前", "成果", "经验启示", "成效数据"),
    ]
    assert {len(cells) for cells in found.values()} == {3}
    assert [name for name, cells in found.items() if "" in cells] == []
    assert "未写" in found["开展以前"]
    assert "各校口径不同，数字不宜直接比较" in page.locator(".compare").inner_text()


def test_the_same_is_told_from_what_differs(showcase_site: Path, visit: Visit) -> None:
    """What all have is quiet and named beside the line, and lines that are the same can be folded away."""
    page = visit(f"{showcase_site.as_uri()}/").open("compare.html?case=quan-zi-duan&case=zhong-zi-shi-yan")
    columns(page)
    same = page.locator(".compare__table tr.is-same th").all_inner_texts()
    assert [name for name in same if "相同" not in name] == []
    before = [*rows(page)]
    if same:
        page.click("text=只看不同的")
        assert len(rows(page)) == len(before) - len(same)
    shared = page.locator(".is-among-all").all_inner_texts()
    assert len(shared) % 2 == 0


def test_whole_texts(showcase_site: Path, visit: Visit) -> None:
    """What stands in outline opens whole, in the words of the case's page."""
    reader = visit(f"{showcase_site.as_uri()}/")
    written = reader.open("cases/quan-zi-duan.html").locator("[aria-labelledby=approach] p").all_inner_texts()
    page = reader.open(COMPARED)
    columns(page)
    cell = page.locator("tr:has(th:text-is('主要做法')) td").first
    cell.locator("summary").click()
    told = "".join(cell.inner_text().split())

    assert [text for text in written if re.sub(r"\s|\[?\d+\]?$", "", text)[:20] not in told] == []


COME = """
async (uri) => {
  const page = document.querySelector(".compare");
  while (page.hidden) await new Promise((resolve) => setTimeout(resolve));
  const drawn = new Promise((resolve) => new MutationObserver(resolve).observe(page, { childList: true }));
  history.pushState(null, "", uri);
  dispatchEvent(new PopStateEvent("popstate"));
  await drawn;
}
"""
"""Comes to another address of the page as by the way back, and waits until what it asks for is drawn."""
ODD = {
    "nothing": ("compare.html", 0, []),
    "one": ("compare.html?case=quan-zi-duan", 1, ["只有一个案例，再选一个就可以对照。"]),
    "twice the same": (
        "compare.html?case=quan-zi-duan&case=quan-zi-duan",
        1,
        ["只有一个案例，再选一个就可以对照。"],
    ),
    "unknown and withdrawn": (
        ODDLY_COMPARED,
        1,
        [
            "案例库里没有编号“none”的案例，请核对网址。",
            "案例“che-xia-an-li”已撤下，不再比较。看说明",
            "只有一个案例，再选一个就可以对照。",
        ],
    ),
    "six": (
        f"{COMPARED}&case=hai-dao-shu-wu&case=she-qu-diao-yan&case=hao-jiang-ke-ji",
        5,
        ["一次至多比较5个案例，网址里另有1个没有列出。"],
    ),
    "a draft": ("compare.html?case=cao-gao", 0, ["案例库里没有编号“cao-gao”的案例，请核对网址。"]),
    "markup": (
        "compare.html?case=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&case=__proto__",
        0,
        [
            "案例库里没有编号“<img src=x onerror=alert(1)>”的案例，请核对网址。",
            "案例库里没有编号“__proto__”的案例，请核对网址。",
        ],
    ),
    "half a sign": ("compare.html?case=%E4&case=", 0, ["案例库里没有编号“\ufffd”的案例，请核对网址。"]),
    "very long": (f"compare.html?case={'x' * 5000}", 0, [f"案例库里没有编号“{'x' * 40}…”的案例，请核对网址。"]),
    "behind all": ("compare.html?case=zzzz", 0, ["案例库里没有编号“zzzz”的案例，请核对网址。"]),
    "other keys": ("compare.html?utm_source=x&id=quan-zi-duan", 0, []),
}


def test_odd_addresses(address_of: AddressOf, showcase_site: Path, visit: Visit) -> None:
    """Whatever an address asks for is answered in words, and what there is stands there."""
    reader = visit(address_of(showcase_site))
    page = reader.open(ODDLY_COMPARED)
    for uri, count, said in [*ODD.values(), ODD["markup"], ODD["nothing"]]:
        page.evaluate(COME, uri)

        assert notices(page) == said, uri
        assert page.locator(".compare__table thead a").count() == count, uri
        assert page.locator(".compare__tools a, .compare__tools button").count() > 0, uri
        assert reader.complaints == [], uri


def test_five_at_most(showcase_site: Path, visit: Visit) -> None:
    """A sixth is not taken, and the bar says why; 清空 lets all go."""
    page = visit(f"{showcase_site.as_uri()}/").open("collections/xuanbian.html")
    reader_uri = "browse.html"
    page.goto(f"{showcase_site.as_uri()}/{reader_uri}")
    offered = page.locator(".browse [data-compare]")
    expect(offered.nth(5)).to_be_visible()
    for number in range(6):
        offered.nth(number).click()

    expect(page.locator(".choice__most")).to_be_visible()
    expect(page.locator(".choice__cases li")).to_have_count(5)
    assert "false" == offered.nth(5).get_attribute("aria-pressed")
    page.click("text=清空")
    expect(page.locator(".choice")).to_be_hidden()
    assert page.locator("[data-compare][aria-pressed=true]").count() == 0


@pytest.mark.both_ways
def test_closed_storage(address_of: AddressOf, showcase_site: Path, visit: Visit) -> None:
    """Where the browser keeps nothing, the choice holds for this visit, from page to page."""
    reader = visit(address_of(showcase_site))
    reader.page.add_init_script(CLOSED)
    page = reader.open(TASK)
    page.locator("[data-compare]").first.click()
    page.locator(".row h3 a").nth(1).click()
    page.locator(".actions [data-compare]").click()
    page.locator(".choice .button--main").click()

    assert len(columns(page)) == 2
    assert reader.complaints == []


def test_damaged_store(showcase_site: Path, visit: Visit) -> None:
    """Whatever another program left in the store does no harm."""
    reader = visit(f"{showcase_site.as_uri()}/")
    page = reader.open(TASK)
    page.locator("[data-compare]").first.click()
    keys = page.evaluate("Object.keys(localStorage)")
    for text in (
        "{",
        "null",
        "7",
        '["a"]',
        '[["A b","x"],["quan-zi-duan"],["quan-zi-duan","甲"],["quan-zi-duan","乙"]]',
    ):
        page.evaluate("([keys, text]) => keys.forEach((key) => localStorage.setItem(key, text))", [keys, text])
        page = reader.open(TASK)

        assert page.evaluate("anliji.choice.cases.length") <= 1, text
        assert reader.complaints == [], text

    assert keys


def test_by_keyboard_alone(address_of: AddressOf, showcase_site: Path, visit: Visit) -> None:
    """Buttons, bar and table are reached and used by keys; the focus never falls back to the top of the page."""
    reader = visit(address_of(showcase_site))
    page = reader.open(TASK)
    for number in range(2):
        page.locator("[data-compare]").nth(number).focus()
        page.keyboard.press("Space" if number else "Enter")
    expect(page.locator("p.announcement")).to_contain_text("共2个")
    page.locator(".choice .button--main").focus()
    page.keyboard.press("Enter")
    assert len(columns(page)) == 2
    page.locator(".compare__off").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".compare__table thead a")).to_have_count(1)
    expect(page.locator(".compare__off")).to_be_focused()
    expect(page.locator("p.announcement")).to_contain_text("还有1个案例")
    page.keyboard.press("Enter")
    expect(page.locator(".compare__table")).to_have_count(0)
    assert chosen(page) == []


def test_heard_as_a_table(showcase_site: Path, visit: Visit) -> None:
    """At every width those who listen have a table with a name, a head for each column and one for each row."""
    page = visit(f"{showcase_site.as_uri()}/").open(COMPARED)
    columns(page)
    table = page.get_by_role("table", name="3个案例逐项对照")

    for width_px in (320, 390, 1440):
        page.set_viewport_size({"width": width_px, "height": HEIGHT_PX})
        assert table.get_by_role("columnheader").count() == 4, width_px
        assert table.get_by_role("rowheader", name="主要做法").count() == 1, width_px
        assert table.get_by_role("row").filter(has=page.get_by_role("cell")).count() == len(rows(page)), width_px
        assert page.evaluate("document.documentElement.scrollWidth") <= width_px


@pytest.mark.parametrize("query", ["case=kj-22&case=kj-16&case=kj-23", "case=dj-09&case=dj-20&case=dj-24"])
def test_three_on_one_sheet(query: str, real_site: Path, visit: Visit) -> None:
    """Three cases of usual length are one page of A4 across, with the address and without buttons."""
    page = visit(f"{real_site.as_uri()}/").open(f"compare.html?{query}")
    titles = columns(page)
    sizes, text = on_paper(page)

    assert sizes == [A4_ACROSS]
    assert [title for title in titles if title.replace(" ", "") not in text] == []
    assert f"compare.html?{query}" in text
    assert "各校口径不同" in text.replace("\n", "")
    assert [words for words in ("移出", "再选案例", "只看不同", "跳到正文") if words in text] == []


def test_five_on_two_sheets(real_site: Path, visit: Visit) -> None:
    """Five cases take two pages at most."""
    page = visit(f"{real_site.as_uri()}/").open("compare.html?case=dj-09&case=dj-20&case=dj-24&case=kj-22&case=kj-16")
    columns(page)
    sizes, _ = on_paper(page)

    assert sizes == [A4_ACROSS] * len(sizes)
    assert len(sizes) <= 2


def test_what_every_page_carries(showcase_site: Path, visit: Visit) -> None:
    """A page loads nothing but the small part before something is chosen; without scripts there is no button."""
    reader = visit(f"{showcase_site.as_uri()}/", alone=True)
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page = reader.open(TASK)
    before = [one for one in asked if one in ("chosen.js", "compare.js", "compare.css")]
    page.locator("[data-compare]").first.click()
    expect(page.locator(".choice")).to_be_visible()
    whole = (showcase_site / "assets/anliji.js").read_text(encoding="utf-8")
    parts = whole.split("try {\n")
    others = "try {\n".join(part for part in parts if not re.search(r"anliji\.(?:choice|comparable|corner) =", part))
    weight = len(gzip.compress(whole.encode())) - len(gzip.compress(others.encode()))

    assert before == []
    assert "chosen.js" in asked
    assert 0 < weight <= MOST_BYTES
    without = visit(f"{showcase_site.as_uri()}/", script=False)
    assert not without.open(CASE).locator("[data-compare]").is_visible()
    assert without.open("compare.html").locator("[data-plain] a").get_attribute("href") == "browse.html"


OUTLINE = "([text, markdown]) => anliji.outline(text, markdown)"


OUTLINES = [
    ("甲\n先走访。再签约。", "### 甲\n\n先走访。再签约。", [("甲", "先走访。")], 2),
    ("甲\n先走访。", "### 甲\n\n先走访。", [("甲", "先走访。")], 0),
    ("引言。\n甲\n做。", "引言。\n\n## 甲\n\n做。", [("", "引言。"), ("甲", "做。")], 0),
    ("一条。\n二条", "- 一条。\n- 二条", [("", "一条。"), ("", "二条")], 0),
    (
        "抓联建。与村结对，每月走访。还有。",
        "**抓联建。**与村结对，每月走访。还有。",
        [("抓联建", "与村结对，每月走访。")],
        1,
    ),
    (
        "说“好。就这样。”然后走访一次。完。",
        "说“好。就这样。”然后走访一次。完。",
        [("", "说“好。就这样。”然后走访一次。")],
        1,
    ),
    ("年\n次\n做。", "| 年 | 次 |\n|---|---|\n\n做。", [("", "做。")], 3),
    ("甲\n乙", "## 甲\n\n## 乙", [("甲", ""), ("乙", "")], 0),
    ("", "", [], 0),
]
"""A text, its Markdown, the outline, and how many lines the whole has where it says more."""


def test_outline(showcase_site: Path, visit: Visit) -> None:
    """An outline has the headings and first sentences; where it leaves nothing out, the whole is not offered."""
    page = visit(f"{showcase_site.as_uri()}/").open("compare.html")

    for text, markdown, points, rest in OUTLINES:
        found: dict[str, Any] = page.evaluate(OUTLINE, [text, markdown])
        assert [(one["head"], one["text"]) for one in found["points"]] == points
        assert len(found["blocks"]) == rest, text


@pytest.mark.both_ways
def test_what_is_compared_is_taken_along(address_of: AddressOf, showcase_site: Path, visit: Visit) -> None:
    """The cases that stand side by side are collected at once; the sheet names an address that others can open."""
    reader = visit(address_of(showcase_site))
    page = reader.open("compare.html?case=quan-zi-duan&case=zhong-zi-shi-yan")
    page.get_by_role("button", name="收入选编").click()
    expect(page.locator(".collected")).to_contain_text("选编里共2个案例")
    told = page.locator(".compare__address").text_content() or ""
    page.locator(".collected a").click()
    page.wait_for_url("**/basket.html")
    kept = [str(one.get_attribute("href")) for one in page.locator(".selection__title").all()]

    home = reader.home if reader.home.startswith("http") else "https://anliji.example/lib/anli/"
    assert told.endswith(f"，{home}compare.html?case=quan-zi-duan&case=zhong-zi-shi-yan")
    assert [one.rpartition("/")[2] for one in kept] == ["quan-zi-duan.html", "zhong-zi-shi-yan.html"]
    assert reader.complaints == []
