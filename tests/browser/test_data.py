"""The data overview in a browser: provinces are sorted by mouse and keyboard, and stand in order without scripts."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from generator.case.vocabulary import PROVINCES
from tests.browser.reader import HEIGHT_PX

NAME, COUNT = "学校所在地区", "案例数"


@pytest.fixture(name="site")
def _site(showcase_site: Path, address_of: Callable[[Path], str]) -> str:
    """The address of the showcase."""
    return address_of(showcase_site)


def names(page: Page) -> list[str]:
    """Give the provinces as they stand."""
    return page.locator("[data-sortable] tbody th").all_inner_texts()


def counts(page: Page) -> list[int]:
    """Give the numbers as they stand."""
    return [int(text) for text in page.locator("[data-sortable] tbody td:nth-child(2)").all_inner_texts()]


def orders(page: Page) -> list[str | None]:
    """Give what the heads say of the order."""
    heads = page.locator("[data-sortable] thead [data-sort]").all()
    return [head.get_attribute("aria-sort") for head in heads]


def test_sort_by_number(site: str, visit: Callable[..., Any]) -> None:
    """A click sorts from many to few, a second from few to many, a third gives the order of the table back."""
    visitor = visit(site)
    page = visitor.open("data.html")
    button = page.get_by_role("button", name=COUNT)

    assert (list(PROVINCES.names), ["none", "none"]) == (names(page), orders(page))
    own = counts(page)
    button.click()
    assert (sorted(own, reverse=True), ["none", "descending"]) == (counts(page), orders(page))
    expect(page.get_by_role("status")).to_have_text("已按案例数从多到少排列")
    button.click()
    assert (sorted(own), ["none", "ascending"]) == (counts(page), orders(page))
    button.click()
    assert (list(PROVINCES.names), ["none", "none"]) == (names(page), orders(page))
    assert not visitor.complaints


def test_equal_numbers_keep_their_order(site: str, visit: Callable[..., Any]) -> None:
    """Provinces with as many cases stay in administrative order among themselves, both ways."""
    page = visit(site).open("data.html")
    own = dict(zip(names(page), counts(page), strict=True))

    for sign in (-1, 1):
        page.get_by_role("button", name=COUNT).click()
        assert sorted(own, key=lambda name: sign * own[name]) == names(page)


def test_sort_by_name_with_the_keyboard(site: str, visit: Callable[..., Any]) -> None:
    """Enter and the space bar sort by pinyin; the focus stays, and the other column says that it sorts no more."""
    visitor = visit(site)
    page = visitor.open("data.html")
    page.get_by_role("button", name=COUNT).click()
    button = page.get_by_role("button", name=NAME)
    button.focus()

    page.keyboard.press("Enter")
    assert ["安徽", "澳门", "北京", "重庆"] == names(page)[:4]
    assert ["ascending", "none"] == orders(page)
    page.keyboard.press("Space")
    assert ["浙江", "云南"] == names(page)[:2]
    assert ["descending", "none"] == orders(page)
    expect(button).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("已按名称的拼音倒序排列")
    assert not visitor.complaints


def test_unknown_keeps_its_place(real_site: Path, address_of: Callable[[Path], str], visit: Callable[..., Any]) -> None:
    """Sorting moves provinces alone: all 34 stay, with their bars and links."""
    page = visit(address_of(real_site)).open("data.html")
    before = {row.inner_html() for row in page.locator("[data-sortable] tbody tr").all()}
    page.get_by_role("button", name=COUNT).click()

    assert before == {row.inner_html() for row in page.locator("[data-sortable] tbody tr").all()}
    assert 34 == len(before)


def test_without_scripts(site: str, visit: Callable[..., Any]) -> None:
    """Without scripts all 34 provinces stand in administrative order, and nothing offers to sort."""
    page = visit(site, script=False).open("data.html")

    assert list(PROVINCES.names) == names(page)
    assert 0 == page.locator("[data-sortable] button").count()


def test_texts_of_charts_can_be_read(site: str, visit: Callable[..., Any]) -> None:
    """Charts stay inside the page, their texts are no smaller than 12 px on a phone and no larger than 20 anywhere."""
    page = visit(site).open("data.html")
    for width_px in (320, 390, 1440):
        page.set_viewport_size({"width": width_px, "height": HEIGHT_PX})
        sizes = page.evaluate(
            """() => [...document.querySelectorAll(".chart text")].map((text) =>
              parseFloat(getComputedStyle(text).fontSize) * text.ownerSVGElement.getScreenCTM().a)"""
        )
        least = 12 if width_px >= 390 else 10

        assert sizes, width_px
        assert least <= min(sizes) <= max(sizes) <= 20, width_px
        assert page.evaluate("document.documentElement.scrollWidth") <= width_px


def test_listeners_get_the_gist(site: str, visit: Callable[..., Any]) -> None:
    """Each chart is a picture with a name and a description; bars in rows are hidden, for the number stands there."""
    page = visit(site).open("data.html")

    expect(page.get_by_role("img", name="按任务类型统计的案例")).to_have_count(1)
    expect(page.get_by_role("img", name="按年份统计的案例")).to_have_count(1)
    assert page.locator("svg.bars__bar").count() == page.locator("svg.bars__bar[aria-hidden=true]").count()


@pytest.mark.parametrize(("size", "least_px"), [("", 10), ("large", 12), ("largest", 14)])
def test_letters_of_charts_grow(size: str, least_px: float, site: str, visit: Callable[..., Any]) -> None:
    """On the narrowest phone the letters in charts grow with those of the page, and none leaves the drawing."""
    page = visit(site, width_px=320, size=size).open("data.html")
    smallest, sticking_out = page.evaluate(
        """() => {
          const charts = Array.from(document.querySelectorAll(".chart"));
          const seen = charts.flatMap((chart) => {
            const box = chart.getBoundingClientRect();
            return Array.from(chart.querySelectorAll("text"), (text) => {
              const { left, right } = text.getBoundingClientRect();
              const px = parseFloat(getComputedStyle(text).fontSize) * (box.width / chart.viewBox.baseVal.width);
              return { px, isOut: left < box.left - 1 || right > box.right + 1 };
            });
          });
          return [Math.min(...seen.map((one) => one.px)), seen.filter((one) => one.isOut).length];
        }"""
    )

    assert (smallest >= least_px, sticking_out) == (True, 0)
