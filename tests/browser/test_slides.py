"""The show: a case or a collection as slides, from a server under a sub-path and from a USB stick."""

import gzip
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import Visitor
from tests.browser.views import FULL_CASE, THIN_CASE

pytestmark = pytest.mark.browser

AddressOf = Callable[[Path], str]
Visit = Callable[..., Visitor]
SiteOf = Callable[[str], Path]

COLLECTION = "collections/xuanbian.html"
MOST_BYTES = 20_000
"""What the show's script and styles weigh together as they travel."""
LEAST_STEPS, MOST_STEPS = 30, 150
"""How many slides a collection has, at least and at most."""
WALL, PROJECTOR, OLD_PROJECTOR, PHONE = (1920, 1080), (1280, 720), (1024, 768), (390, 844)
MOST_TELLING_PX = OLD_PROJECTOR
LEAST_PX = {WALL: 32, PROJECTOR: 32, OLD_PROJECTOR: 32, PHONE: 20}
"""The smallest letters on a wall, and in the hand."""
EXTREMES = ("si-shi-zi", "si-zi", "shi-er-wei-shu", "shi-zhang-zhao-pian", "chang-zheng-wen", "yi-ge-ci", "san-shi-jia")

LOOK = """
() => {
  const show = document.querySelector(".show");
  const slide = show.querySelector(".slide");
  const body = slide.querySelector(".slide__body");
  const faults = [];
  let least = Infinity;
  const walker = document.createTreeWalker(show, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() && element.checkVisibility() && !element.closest(".announcement")) {
      least = Math.min(least, parseFloat(getComputedStyle(element).fontSize));
    }
  }
  if (body.scrollHeight > body.clientHeight + 1 || body.scrollWidth > body.clientWidth + 1) faults.push("cut off");
  const room = body.getBoundingClientRect();
  for (const element of body.querySelectorAll("h1, h2, h3, p, li, td, th, b, img, blockquote")) {
    const box = element.getBoundingClientRect();
    const isLeft = box.left < room.left - 1 && !element.matches(".dots");
    if (isLeft || box.right > room.right + 1.5 || box.bottom > room.bottom + 1.5) {
      faults.push(`${element.tagName}: ${element.textContent.slice(0, 20)}`);
    }
  }
  for (const button of show.querySelectorAll("button")) {
    const box = button.getBoundingClientRect();
    if (box.right > innerWidth || box.bottom > innerHeight || box.left < 0) faults.push(button.title);
  }
  return { kind: slide.dataset.kind, text: slide.textContent, least: Math.round(least * 10) / 10, faults };
}
"""


WALK = f"""
async (most) => {{
  const look = {LOOK.strip()};
  const isLast = () => document.querySelector("[data-does=next]").getAttribute("aria-disabled") === "true";
  const found = [look()];
  while (!isLast() && found.length < most) {{
    const before = location.hash;
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {{ key: "ArrowRight", bubbles: true }}));
    while (location.hash === before) await new Promise((resolve) => setTimeout(resolve));
    found.push(look());
  }}
  return found;
}}
"""
"""Looks at one slide after another; that a key of the keyboard leads on, others see to."""


@dataclass(frozen=True)
class Slide:
    """What somebody in the room sees."""

    kind: str
    text: str
    least: float
    """The size of the smallest letters, in pixels."""
    faults: list[str]


def begin(page: Page) -> None:
    """Open the show by its button."""
    page.click("[data-slides]")
    expect(page.locator(".show .slide")).to_be_visible()


def place(page: Page) -> str:
    """Give the place in the address: 放映/3."""
    return unquote(page.evaluate("location.hash"))


def slide(page: Page) -> Slide:
    """Look at the slide that is on."""
    return Slide(**page.evaluate(LOOK))


def walk(page: Page) -> list[Slide]:
    """Go through a show with the arrow key, to its end."""
    found = [Slide(**one) for one in page.evaluate(WALK, MOST_STEPS)]
    assert len(found) < MOST_STEPS, "the show has no end"
    return found


def joined(slides: list[Slide]) -> str:
    """Give what slides say, without spaces."""
    return "".join("".join(one.text for one in slides).split())


def test_a_case_from_beginning_to_end(address_of: AddressOf, showcase_site: Path, visit: Visit) -> None:
    """The arrow key leads through title, sentence, figure, practices, further figures, photos and sources."""
    reader = visit(address_of(showcase_site))
    page = reader.open(FULL_CASE)
    begin(page)
    slides = walk(page)
    kinds = list(dict.fromkeys(one.kind for one in slides))

    assert kinds == ["title", "sentence", "figure", "text", "figures", "photo", "sources"]
    assert slides[0].text.startswith("科技赋能把水质监测站建到“最后一公里”的渠口上")
    assert "61天→19天浊度超标的天数" in joined(slides[2:3])
    assert [one.faults for one in slides if one.faults] == []
    assert reader.complaints == []


def test_nothing_of_the_practices_is_lost(showcase_site: Path, serve: Callable[[Path], str], visit: Visit) -> None:
    """What the record says of how it was done stands whole on the slides, and so do its sources."""
    page = visit(serve(showcase_site), width_px=1024).open(FULL_CASE)
    written = page.evaluate(
        "Array.from(document.querySelectorAll('[aria-labelledby=approach] :is(p, h3), [aria-labelledby=sources] li'),"
        " (one) => one.textContent.split(/\\s/).join(''))"
    )
    begin(page)
    told = joined(walk(page))

    assert [text for text in written if text not in told and not told.count(text[:12])] == []
    assert [text for text in written if text[-8:] not in told] == []


@pytest.mark.parametrize("size", LEAST_PX, ids=["wall", "projector", "old-projector", "phone"])
def test_letters_are_large_and_nothing_is_cut_off(
    size: tuple[int, int], site_of: SiteOf, visit: Visit, tenth: Callable[[Sequence[str]], list[str]]
) -> None:
    """On every slide of full and extreme records, letters have at least their size, and all is inside the window."""
    found: dict[str, list[object]] = {}
    # What has no room on the smallest of the walls shows it first.
    extremes = EXTREMES if size == MOST_TELLING_PX else tenth(EXTREMES)
    pages = [("showcase", FULL_CASE), ("showcase", THIN_CASE), *(("extremes", f"cases/{one}.html") for one in extremes)]
    sites = ("showcase", "extremes")
    readers = {site: visit(f"{site_of(site).as_uri()}/", width_px=size[0], height_px=size[1]) for site in sites}
    for site, uri in pages:
        page = readers[site].open(uri)
        begin(page)
        for number, one in enumerate(walk(page), 1):
            if one.faults or one.least < LEAST_PX[size]:
                found[f"{uri} {number}"] = [one.least, *one.faults]

    assert found == {}


def test_letters_grow_with_the_readers_setting(showcase_site: Path, visit: Visit) -> None:
    """Who has asked for the largest letters has larger ones here, too, and still nothing is cut off."""
    page = visit(f"{showcase_site.as_uri()}/", size="largest").open(FULL_CASE)
    begin(page)
    slides = walk(page)

    assert min(one.least for one in slides) > 40
    assert [one.faults for one in slides if one.faults] == []


def test_keys_lead_everywhere(showcase_site: Path, visit: Visit) -> None:
    """Home, End, page keys and space go where they say; Escape ends the show and gives the focus back to its button."""
    page = visit(f"{showcase_site.as_uri()}/").open(FULL_CASE)
    begin(page)
    places = [place(page)]
    for key in ("End", "PageUp", "Home", "ArrowLeft", " ", "PageDown", "Shift+Space", "ArrowUp"):
        page.keyboard.press(key)
        places.append(place(page))
    page.keyboard.press("Escape")
    expect(page.locator(".show")).to_have_count(0)
    total = int(places[1].rpartition("/")[2])

    numbers = (1, total, total - 1, 1, 1, 2, 3, 2, 1)
    assert places == [f"#放映/{number}" for number in numbers]
    assert page.evaluate("document.activeElement.hasAttribute('data-slides')")
    assert page.evaluate("location.hash") == ""
    expect(page.locator("main h1")).to_be_visible()


def test_the_show_holds_the_focus(showcase_site: Path, visit: Visit) -> None:
    """It is a dialog with a name; nothing behind it takes the focus, and a live region says each slide."""
    page = visit(f"{showcase_site.as_uri()}/").open(THIN_CASE)
    begin(page)
    show = page.get_by_role("dialog", name="放映：")
    expect(show).to_have_attribute("aria-modal", "true")
    inside = []
    for _ in range(12):
        page.keyboard.press("Tab")
        inside.append(page.evaluate("document.activeElement.matches('body, .show *')"))
    page.keyboard.press("ArrowRight")

    assert all(inside)
    expect(show.get_by_role("status")).to_contain_text(re.compile("^第2张，共[0-9]+张：."))
    expect(show.get_by_role("group", name=re.compile("^2 . [0-9]+$"))).to_have_attribute(
        "aria-roledescription", "幻灯片"
    )


def test_the_address_holds_the_place(showcase_site: Path, visit: Visit) -> None:
    """A reload and a link open the same slide, one step back leads out of the show, and no bad place does harm."""
    page = visit(f"{showcase_site.as_uri()}/").open(FULL_CASE)
    begin(page)
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    text = slide(page).text
    page.reload()
    expect(page.locator(".show .slide")).to_be_visible()
    assert (slide(page).text, place(page)) == (text, "#放映/4")
    page.go_back()
    expect(page.locator(".show")).to_have_count(0)
    for bad, good in (("99999999999", "#放映/{}"), ("0", "#放映/1"), ("2/x", "#放映/1"), ("", "#放映/1")):
        # Another query, so that it is another page.
        page.goto(f"{showcase_site.as_uri()}/{THIN_CASE}?{len(bad)}#放映/{bad}")
        expect(page.locator(".show .slide")).to_be_visible()
        last = (page.locator(".show__count").text_content() or "").rpartition("/ ")[2]
        assert (place(page), int(last) > 1) == (good.format(last), True)


@pytest.mark.both_ways
def test_a_collection_with_all_its_cases(address_of: AddressOf, showcase_site: Path, visit: Visit) -> None:
    """Cover and contents, then each case from its own page, in order; only the frames' pages are asked for."""
    reader = visit(address_of(showcase_site))
    page = reader.open(COLLECTION)
    titles = page.locator(".contents a").all_text_contents()
    begin(page)
    slides = walk(page)
    shown = [one.text for one in slides if one.kind == "title"]

    assert shown[0].startswith("案例集")
    assert slides[1].kind == "contents"
    assert [title for title, text in zip(titles, shown[1:], strict=True) if title not in text] == []
    assert any(one.kind == "photo" for one in slides)
    assert page.locator("iframe").count() == 0
    assert reader.complaints == []


def test_a_selection_with_all_its_cases(address_of: AddressOf, showcase_site: Path, visit: Visit) -> None:
    """A reader's own selection is shown like a collection, without what is gone; its address comes back behind it."""
    reader = visit(address_of(showcase_site))
    address = "basket.html?ids=quan-zi-duan,che-xia-an-li,bi-tian-zi-duan&title=示例选编"
    page = reader.open(address)
    page.wait_for_selector(".selection__row.is-gone")
    page.wait_for_selector(".sheets > *")
    titles = page.locator(".selection__row:not(.is-gone) .selection__title").all_text_contents()
    before = page.url
    begin(page)
    slides = walk(page)
    shown = [one.text for one in slides if one.kind == "title"]
    page.keyboard.press("Escape")
    expect(page.locator(".show")).to_have_count(0)

    assert "示例选编" in shown[0]
    assert "2个案例" in shown[0]
    assert slides[1].kind == "contents"
    assert [title for title, text in zip(titles, shown[1:], strict=True) if title not in text] == []
    assert page.url == before
    assert page.locator(".selection__shared").is_visible()
    assert reader.complaints == []


def test_contents_lead_to_a_case_and_the_place_comes_back(showcase_site: Path, visit: Visit) -> None:
    """An entry of the contents opens its case; a reload stays there; one step back ends the show."""
    page = visit(f"{showcase_site.as_uri()}/").open(COLLECTION)
    begin(page)
    page.keyboard.press("ArrowRight")
    title = page.locator(".slide__entry a").nth(1).text_content() or ""
    page.locator(".slide__entry a").nth(1).click()
    expect(page.locator(".slide h1")).to_have_text(title)
    assert place(page) == "#放映/2/1"
    page.reload()
    expect(page.locator(".slide h1")).to_have_text(title)
    expect(page.locator(".show__count")).to_contain_text("案例 2 / ")
    page.go_back()
    expect(page.locator(".show")).to_have_count(0)


def test_a_case_that_cannot_be_had_says_so(showcase_site: Path, serve: Callable[[Path], str], visit: Visit) -> None:
    """Where a case's page is a withdrawn one, its slide says that it could not be read, and the show goes on."""
    reader = visit(serve(showcase_site))
    page = reader.open(COLLECTION)
    first = page.locator(".contents a").first.get_attribute("href") or ""
    withdrawn = (showcase_site / "cases/che-xia-an-li.html").read_text(encoding="utf-8")
    page.route(
        f"**/{first.removeprefix('../')}*", lambda route: route.fulfill(body=withdrawn, content_type="text/html")
    )
    begin(page)
    page.keyboard.press("End")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".slide--contents")).to_be_visible()
    page.locator(".slide__entry a").first.click()
    expect(page.locator(".slide__notice")).to_contain_text("这个案例没有读到。")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".show__count")).to_contain_text("案例 2 / ")


def test_buttons_and_fingers(showcase_site: Path, visit: Visit) -> None:
    """The buttons, a click on the slide and a swipe lead on and back."""
    page = visit(f"{showcase_site.as_uri()}/", width_px=390, has_touch=True).open(FULL_CASE)
    begin(page)
    places = []
    swipe = """(by) => {
      const stage = document.querySelector(".show__stage");
      const touch = (x) => [new Touch({ identifier: 1, target: stage, clientX: x, clientY: 300 })];
      stage.dispatchEvent(new TouchEvent("touchstart", { touches: touch(200), changedTouches: touch(200) }));
      stage.dispatchEvent(new TouchEvent("touchend", { touches: [], changedTouches: touch(200 + by) }));
    }"""
    steps: tuple[Callable[[], Any], ...] = (
        lambda: page.get_by_role("button", name="下一张").click(),
        lambda: page.locator(".show__stage").click(position={"x": 60, "y": 500}),
        lambda: page.evaluate(swipe, -120),
        lambda: page.evaluate(swipe, 120),
        lambda: page.evaluate(swipe, 10),
        lambda: page.get_by_role("button", name="上一张").click(),
    )
    for step in steps:
        step()
        places.append(place(page))
    page.get_by_role("button", name="结束放映").click()

    assert places == [f"#放映/{number}" for number in (2, 3, 4, 3, 3, 2)]
    expect(page.locator(".show")).to_have_count(0)


def test_a_kiosk_goes_round_by_itself(showcase_site: Path, visit: Visit) -> None:
    """It begins by itself and comes round, stops when touched until it was left alone, and for good by its button."""
    page = visit(f"{showcase_site.as_uri()}/").page
    page.clock.install()
    page.goto(f"{showcase_site.as_uri()}/{THIN_CASE}?kiosk=5")
    expect(page.locator(".show .slide")).to_be_visible()
    pause = page.get_by_role("button", name="暂停自动播放")
    expect(pause).to_be_visible()
    total = int((page.locator(".show__count").text_content() or "").rpartition("/ ")[2])
    places = []
    for _ in range(total):
        page.clock.run_for(5_000)
        places.append(place(page))
    assert places == [*(f"#放映/{number}" for number in range(2, total + 1)), "#放映/1"]

    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="自动播放，每张5秒")).to_be_visible()
    page.clock.run_for(30_000)
    assert place(page) == "#放映/2"
    page.clock.run_for(31_000)
    expect(pause).to_be_visible()

    pause.click()
    before = place(page)
    page.clock.run_for(600_000)
    assert place(page) == before


def test_a_kiosk_keeps_nothing(showcase_site: Path, visit: Visit) -> None:
    """When a collection comes round again the page holds no more than after the first round."""
    page = visit(f"{showcase_site.as_uri()}/").page
    page.clock.install()
    page.goto(f"{showcase_site.as_uri()}/{COLLECTION}?kiosk=3")
    expect(page.locator(".show .slide")).to_be_visible()
    count = "document.querySelectorAll('*').length"
    held = []
    for _ in range(2):
        places = [place(page)]
        # Where the next case is still on its way, the slide before it stays for another turn.
        while places[-1] != places[0] or len(set(places)) < LEAST_STEPS:
            page.clock.run_for(3_000)
            places.append(place(page))
            assert len(places) < MOST_STEPS
        page.wait_for_function("!document.querySelector('iframe')")
        held.append(page.evaluate(count))

    assert len(set(held)) == 1


def test_who_wants_stillness_has_it(showcase_site: Path, visit: Visit) -> None:
    """With reduced motion nothing moves before the button is pressed; then it does, and a key stops it."""
    page = visit(f"{showcase_site.as_uri()}/", reduced_motion="reduce").page
    page.clock.install()
    page.goto(f"{showcase_site.as_uri()}/{FULL_CASE}?kiosk=5")
    expect(page.locator(".show .slide")).to_be_visible()
    page.clock.run_for(60_000)
    assert place(page) == "#放映/1"
    page.get_by_role("button", name="自动播放，每张5秒").click()
    page.clock.run_for(5_000)
    assert place(page) == "#放映/2"
    page.keyboard.press("ArrowRight")
    page.clock.run_for(600_000)
    assert place(page) == "#放映/3"


@pytest.mark.parametrize("uri", [FULL_CASE, COLLECTION], ids=["case", "collection"])
def test_the_show_prints_as_a_handout(uri: str, showcase_site: Path, visit: Visit) -> None:
    """Its print button prints all that its slides say, on few pages, with sources and without the buttons."""
    reader = visit(f"{showcase_site.as_uri()}/")
    page = reader.page
    page.add_init_script("window.print = () => { window.isPrinted = true; }")
    reader.open(uri)
    cases = max(page.locator(".contents a").count(), 1)
    begin(page)
    page.get_by_role("button", name="打印讲义").click()
    page.wait_for_function("window.isPrinted")
    document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    text = "".join("".join(one.get_textpage().get_text_range() for one in document).split())
    pages = len(document)
    document.close()

    assert pages <= 1 + 3 * cases
    assert "把水质监测站建到“最后一公里”的渠口上" in text
    assert "https://www.example.com/" in text
    assert [words for words in ("自动播放", "跳到正文", "结束放映", "（续）") if words in text] == []
    assert page.locator(".handout").count() == 0


def test_a_browsers_own_print_has_the_slides(showcase_site: Path, visit: Visit) -> None:
    """Printing from the browser's menu prints what is open, and no empty page."""
    page = visit(f"{showcase_site.as_uri()}/").open(THIN_CASE)
    begin(page)
    document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    text = "".join("".join(one.get_textpage().get_text_range() for one in document).split())
    document.close()

    assert "内容提要" in text
    assert "出处" in text


def test_a_preview_says_that_it_is_one(showcase_site: Path, visit: Visit) -> None:
    """A record that is not published is not shown as one that is."""
    page = visit(f"{showcase_site.as_uri()}/").open(THIN_CASE)
    notice = "预览：此记录状态为“草稿”，尚未发布。"
    page.evaluate(
        "(words) => document.querySelector('.case').insertAdjacentHTML("
        "'afterbegin', `<p class='notice notice--preview'>${words}</p>`)",
        notice,
    )
    begin(page)

    expect(page.locator(".slide--title .slide__notice")).to_have_text(notice)


def test_the_show_comes_only_when_it_is_asked_for(showcase_site: Path, visit: Visit) -> None:
    """A page loads nothing of it before; what comes then is small; without scripts there is no button."""
    reader = visit(f"{showcase_site.as_uri()}/", alone=True)
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page = reader.open(THIN_CASE)
    before = [one for one in asked if one.startswith("slides")]
    begin(page)
    after = sorted(one for one in asked if one.startswith("slides"))
    weight = sum(len(gzip.compress((showcase_site / "assets" / one).read_bytes(), mtime=0)) for one in after)

    assert (before, after) == ([], ["slides.css", "slides.js"])
    assert weight <= MOST_BYTES
    for uri in (THIN_CASE, COLLECTION):
        without = visit(f"{showcase_site.as_uri()}/", script=False).open(uri)
        assert not without.locator("[data-slides]").is_visible()


def test_an_empty_collection_has_no_show(site_of: SiteOf, visit: Visit) -> None:
    """Where there is nothing to show there is no button."""
    page = visit(f"{site_of('extremes').as_uri()}/").open("collections/kong.html")

    assert page.locator("[data-slides]").count() == 0
