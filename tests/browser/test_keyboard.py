"""The menu, enlarged photos, and what can be done with a case: by keyboard, by touch, and without scripts."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import Visitor
from tests.browser.sites import SITE_URL
from tests.browser.views import FULL_CASE, PHONE_PX

Visit = Callable[..., Visitor]

FOCUSED_IN = "(selector) => document.activeElement.closest(selector) !== null"
COUNT = "document.querySelector('.lightbox__count').textContent"
PHOTOS = 3
"""How many photos the case has."""
PASTE_FIELD = """
() => {
  const field = document.createElement("textarea");
  document.body.append(field);
  field.focus();
}
"""


@pytest.fixture(name="home")
def fixture_home(address_of: Callable[[Path], str], showcase_site: Path) -> str:
    """The showcase's address, ending in `/`."""
    return address_of(showcase_site)


@pytest.mark.parametrize("script", [True, False], ids=["scripts", "no-scripts"])
def test_the_menu_opens_by_keyboard(script: bool, home: str, visit: Visit) -> None:  # noqa: FBT001
    """On a phone Enter opens the menu, with scripts or without, and Tab goes on inside it."""
    page = visit(home, width_px=PHONE_PX, script=script).open(FULL_CASE)
    page.locator("details.menu > summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".site-nav")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{home}index.html")

    assert page.locator("main h1").count() == 1


@pytest.mark.parametrize("script", [True, False], ids=["scripts", "no-scripts"])
def test_contents_of_a_long_page_by_keyboard(script: bool, home: str, visit: Visit) -> None:  # noqa: FBT001
    """On a phone Enter unfolds what is on a page of the handbook, and a section can be gone to from there."""
    page = visit(home, width_px=PHONE_PX, script=script).open("handbook/fields.html")
    page.locator(".outline > summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".outline nav")).to_be_visible()
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    second = page.locator(".outline nav a").nth(1).get_attribute("href")
    page.wait_for_url(f"**{second}")

    expect(page.locator(second or "")).to_be_in_viewport()


def test_contents_of_a_long_page_are_where_they_help(home: str, visit: Visit) -> None:
    """They are there on every screen, but not on paper, nor on a short page."""
    page = visit(home, width_px=PHONE_PX).open("handbook/fields.html")
    outline = page.locator(".outline")
    expect(outline).to_be_visible()
    page.emulate_media(media="print")
    expect(outline).to_be_hidden()
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1440, "height": 800})
    expect(outline).to_be_visible()

    assert visit(home, width_px=PHONE_PX).open("handbook/index.html").locator(".outline").count() == 0


def test_escape_closes_the_menu(home: str, visit: Visit) -> None:
    """Escape closes the menu from wherever in it, and the focus goes back to what opened it."""
    page = visit(home, width_px=PHONE_PX).open("index.html")
    page.locator("details.menu > summary").focus()
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
    inside = page.evaluate(FOCUSED_IN, ".site-nav")
    page.keyboard.press("Escape")

    assert inside
    expect(page.locator(".site-nav")).not_to_be_visible()
    expect(page.locator("details.menu > summary")).to_be_focused()


def test_what_opened_closes_by_itself(home: str, visit: Visit) -> None:
    """Escape closes what is open wherever the focus is, and so does walking on past it."""
    page = visit(home).open(FULL_CASE)
    citation = page.locator(".actions details").first
    states = []
    citation.locator("summary").click()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Escape")
    states.append(citation.evaluate("one => one.open"))
    citation.locator("summary").focus()
    page.keyboard.press("Enter")
    states.append(citation.evaluate("one => one.open"))
    for _ in range(4):
        page.keyboard.press("Tab")
    states.append(citation.evaluate("one => one.open"))

    assert states == [False, True, False]


def test_one_thing_at_a_time_is_open(home: str, visit: Visit) -> None:
    """What opens closes what was open, and a click beside closes it, too."""
    page = visit(home, width_px=PHONE_PX).open(FULL_CASE)
    page.locator("details.menu > summary").click()
    page.locator("details.reading > summary").click()
    expect(page.locator("details[open]")).to_have_count(1)
    expect(page.locator("details.reading")).to_have_attribute("open", "")
    page.locator("main h1").click()

    expect(page.locator("details.popup[open]")).to_have_count(0)


def test_the_whole_menu_is_on_wide_screens(home: str, visit: Visit) -> None:
    """On a wide screen the menu stands open, and the page that is shown is marked in it."""
    page = visit(home, width_px=1440).open("data.html")

    expect(page.get_by_role("navigation", name="主菜单")).to_be_visible()
    expect(page.locator("details.menu > summary")).not_to_be_visible()
    assert page.locator("nav[aria-label=主菜单] [aria-current=page]").all_inner_texts() == ["数据概览"]


def open_second(page: Page) -> None:
    """Enlarge the second photo by keyboard."""
    page.locator("a.photo__enlarge").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog.lightbox")).to_be_visible()


def test_photos_are_enlarged_by_keyboard(home: str, visit: Visit) -> None:
    """Enter enlarges a photo, the arrows go on to its neighbours and stop at the ends."""
    reader = visit(home)
    page = reader.open(FULL_CASE)
    open_second(page)
    counts = [page.evaluate(COUNT)]
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowLeft"):
        page.keyboard.press(key)
        counts.append(page.evaluate(COUNT))
    # Each photo really comes.
    page.locator("dialog.lightbox img").evaluate("image => image.decode()")

    assert counts == [f"{number} / {PHOTOS}" for number in (2, 3, 3, 2, 1, 1)]
    assert page.locator("dialog.lightbox img").get_attribute("alt") not in ("", None)
    assert reader.complaints == []


def test_escape_puts_the_photo_back(home: str, visit: Visit) -> None:
    """Escape closes an enlarged photo, and the focus goes to the photo on the page that was last shown."""
    page = visit(home).open(FULL_CASE)
    open_second(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")

    expect(page.locator("dialog.lightbox")).not_to_be_visible()
    expect(page.locator("a.photo__enlarge").nth(2)).to_be_focused()


def test_the_way_back_leads_to_the_page(home: str, visit: Visit) -> None:
    """Going back puts an enlarged photo away and stays on the page; afterwards it leads where it led before."""
    page = visit(home).open("index.html")
    page.goto(f"{home}{FULL_CASE}")
    open_second(page)
    page.evaluate("history.back()")
    expect(page.locator("dialog.lightbox")).not_to_be_visible()
    # The focus comes back last.
    expect(page.locator("a.photo__enlarge").nth(1)).to_be_focused()
    stayed = page.url
    open_second(page)
    page.keyboard.press("Escape")
    expect(page.locator("dialog.lightbox")).not_to_be_visible()
    page.wait_for_function("!history.state")
    page.go_back()

    assert (stayed, page.url) == (f"{home}{FULL_CASE}", f"{home}index.html")


def test_the_page_behind_a_photo_stays(home: str, visit: Visit) -> None:
    """While a photo is enlarged, the wheel does not move what lies behind it; a click beside the photo puts it away."""
    page = visit(home).open(FULL_CASE)
    open_second(page)
    page.locator("dialog.lightbox img").evaluate("image => image.decode()")
    before = page.evaluate("scrollY")
    page.mouse.move(640, 400)
    page.mouse.wheel(0, 2000)
    page.wait_for_timeout(200)
    after = page.evaluate("scrollY")
    page.mouse.click(8, 400)

    assert (before, before > 0) == (after, True)
    expect(page.locator("dialog.lightbox")).not_to_be_visible()


def test_a_small_photo_is_not_enlarged(visit: Visit, site_of: Callable[[str], Path]) -> None:
    """A photo of 40 by 30 pixels is shown as large as it is, in the grid and enlarged."""
    page = visit(f"{site_of('extremes').as_uri()}/").open("cases/shi-zhang-zhao-pian.html")
    link = page.locator('a.photo__enlarge[href*="ji-xiao"]')
    link.scroll_into_view_if_needed()
    fit = link.locator("img").evaluate("image => getComputedStyle(image).objectFit")
    link.click()
    picture = page.locator("dialog.lightbox img")
    picture.evaluate("image => image.decode()")
    box = picture.bounding_box()

    assert fit == "scale-down"
    assert box is not None
    assert (box["width"], box["height"]) == (40, 30)


def test_the_focus_stays_with_the_photo(home: str, visit: Visit) -> None:
    """While a photo is enlarged, Tab never leads to what lies behind it, forward or back."""
    page = visit(home).open(FULL_CASE)
    open_second(page)
    outside = []
    for key in ["Tab"] * 6 + ["Shift+Tab"] * 6:
        page.keyboard.press(key)
        # Between the last and the first stop the focus may be the browser's own.
        if not page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')"):
            outside.append(page.evaluate("document.activeElement.outerHTML"))

    assert outside == []


def test_buttons_of_the_photo(home: str, visit: Visit) -> None:
    """The buttons do what the arrows do; one that can do no more says so; the last closes."""
    page = visit(home).open(FULL_CASE)
    open_second(page)
    dialog = page.locator("dialog.lightbox")
    dialog.get_by_role("button", name="下一张").click()
    at_end = (page.evaluate(COUNT), dialog.get_by_role("button", name="下一张").is_disabled())
    dialog.get_by_role("button", name="上一张").click()
    before = (page.evaluate(COUNT), dialog.get_by_role("button", name="下一张").is_disabled())
    dialog.get_by_role("button", name="关闭").click()

    assert (at_end, before) == ((f"3 / {PHOTOS}", True), (f"2 / {PHOTOS}", False))
    expect(dialog).not_to_be_visible()


def test_a_swipe_shows_the_next_photo(home: str, visit: Visit) -> None:
    """On a touch screen a swipe to the left goes on, to the right goes back, and a short one does nothing."""
    page = visit(home, width_px=PHONE_PX, has_touch=True, is_mobile=True).open(FULL_CASE)
    open_second(page)
    picture = page.locator("dialog.lightbox img")
    picture.evaluate("image => image.decode()")
    box = picture.bounding_box() or {}
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    session = page.context.new_cdp_session(page)
    counts = []
    for moved_px in (-120, 120, 120, 12):
        session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x + moved_px, "y": y}]})
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        counts.append(page.evaluate(COUNT))

    assert counts == [f"{number} / {PHOTOS}" for number in (3, 2, 1, 1)]


def test_photos_are_enlarged_without_scripts(home: str, visit: Visit) -> None:
    """Without scripts a photo leads to its largest copy."""
    page = visit(home, script=False).open(FULL_CASE)
    page.locator("a.photo__enlarge").first.click()
    page.wait_for_url(f"{home}photos/**")

    assert page.locator("img").count() == 1


def paste(page: Page) -> str:
    """Give what the clipboard holds, as a field gets it."""
    page.evaluate(PASTE_FIELD)
    page.keyboard.press("Control+V")
    text: str = page.evaluate("document.activeElement.value")
    return text


@pytest.mark.parametrize("label", ["复制引文", "复制 BibTeX"])
def test_a_citation_is_copied(label: str, home: str, visit: Visit) -> None:
    """By keyboard a reader opens the citation and copies it, with the day as the day it was read."""
    reader = visit(home)
    if home.startswith("http"):
        reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = reader.open(FULL_CASE)
    page.locator(".actions summary", has_text="引用").focus()
    page.keyboard.press("Enter")
    button = page.get_by_role("button", name=label, exact=True)
    shown = button.locator("xpath=preceding-sibling::*[@id]").text_content()
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("已复制", exact=True).first).to_be_visible()
    pasted = paste(page)

    assert (pasted, reader.complaints) == (shown, [])
    assert re.search(r"\d{4}-\d{2}-\d{2}", pasted)
    assert "引用日期" not in pasted


def test_the_address_is_copied(home: str, visit: Visit) -> None:
    """What is shared is the address at which the page is published, also from a copy, without the place in it."""
    reader = visit(home)
    page = reader.open(f"{FULL_CASE}#approach")
    page.locator(".actions summary", has_text="分享").press("Enter")
    page.get_by_role("button", name="复制链接").press("Enter")
    expect(page.get_by_text("已复制", exact=True).first).to_be_visible()

    assert (paste(page), reader.complaints) == (f"{SITE_URL}{FULL_CASE}", [])


@pytest.mark.both_ways
def test_the_record_is_saved(home: str, visit: Visit) -> None:
    """The button saves the case's record as JSON under its id, a value in a line."""
    reader = visit(home)
    page = reader.open(FULL_CASE)
    with page.expect_download() as downloading:
        page.get_by_role("link", name="数据（JSON）").press("Enter")
    text = downloading.value.path().read_text(encoding="utf-8")

    assert (downloading.value.suggested_filename, reader.complaints) == ("quan-zi-duan.json", [])
    assert json.loads(text)["id"] == "quan-zi-duan"
    # A number with its decimals as they are written: 2.80.
    values = json.loads(text, parse_float="<{}>".format)
    indented = json.dumps(values, ensure_ascii=False, indent=1).replace('"<', "").replace('>"', "")
    assert '"value": 2.80,' in text
    assert f"{indented}\n" == text


def test_printing_is_a_button(home: str, visit: Visit) -> None:
    """The button prints."""
    page = visit(home).open(FULL_CASE)
    page.evaluate("void (window.print = () => { window.printed = (window.printed ?? 0) + 1; })")
    page.get_by_role("button", name="打印").press("Enter")

    assert page.evaluate("window.printed") == 1


def test_actions_without_scripts(home: str, visit: Visit) -> None:
    """Without scripts the citation, the address, the code and the data are there, and no button that does nothing."""
    page = visit(home, script=False).open(FULL_CASE)
    shown = [text.strip() for text in page.locator(".actions > *:visible").all_inner_texts()]
    page.locator(".actions summary", has_text="引用").press("Enter")

    assert shown == ["引用", "分享"]
    expect(page.locator("#citation")).to_be_visible()
    page.locator(".actions summary", has_text="分享").press("Enter")
    expect(page.locator("#address")).to_have_text(f"{SITE_URL}{FULL_CASE}")
    expect(page.get_by_role("img", name="本页网址的二维码")).to_be_visible()
    expect(page.get_by_role("link", name="数据（JSON）")).to_have_attribute("download", "")
    expect(page.locator(".actions button:visible")).to_have_count(0)


@pytest.mark.parametrize(("file", "key", "side"), [("ji-kuan", "ArrowRight", "Left"), ("ji-gao", "ArrowDown", "Top")])
def test_a_strip_is_moved_along(file: str, key: str, side: str, visit: Visit, site_of: Callable[[str], Path]) -> None:
    """A very wide or very high photo is enlarged until it can be seen, and moved along by the arrow keys."""
    page = visit(f"{site_of('extremes').as_uri()}/").open("cases/shi-zhang-zhao-pian.html")
    page.locator(f'a.photo__enlarge[href*="{file}"]').click()
    page.locator("dialog.lightbox img").evaluate("image => image.decode()")
    count = page.evaluate(COUNT)
    stage = page.get_by_role("region", name="照片很长，用方向键移动")
    expect(stage).to_be_visible()
    for _ in range(3):
        page.keyboard.press(key)

    page.wait_for_function(f"document.querySelector('.lightbox__stage').scroll{side} > 200")
    assert page.evaluate(COUNT) == count


def test_a_wide_table_is_moved_by_keyboard(visit: Visit, site_of: Callable[[str], Path]) -> None:
    """A table too wide for its place can be reached, says what it is, and is moved by the arrows."""
    page = visit(f"{site_of('extremes').as_uri()}/", width_px=PHONE_PX).open("cases/chang-zheng-wen.html")
    table = page.locator(".prose-table").first
    expect(table).to_have_attribute("tabindex", "0")
    expect(table).to_have_attribute("role", "region")
    table.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")

    page.wait_for_function("document.querySelector('.prose-table').scrollLeft > 20")
    assert (table.get_attribute("aria-label") or "").startswith("表格：")


def test_a_narrow_table_is_no_stop(home: str, visit: Visit) -> None:
    """A table that has room takes no focus."""
    page = visit(home, width_px=1440).open(FULL_CASE)

    expect(page.locator(".prose-table").first).not_to_have_attribute("tabindex", "0")
