"""A card of a case for other sites: one piece of plain HTML that runs nothing and asks no other host for anything."""

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.reader import Visitor, new_context
from tests.browser.sites import SITE_URL
from tests.browser.views import FULL_CASE, THIN_CASE

pytestmark = pytest.mark.browser

Visit = Callable[..., Visitor]
AddressOf = Callable[[Path], str]
HOSTILE = "<script>alert(1)</script>\"&'</a><img src=https://example.org/x>"


def open_card(page: Page) -> str:
    """Open what shares a case, and in it the card; gives its code."""
    page.locator(".actions summary", has_text="分享").click()
    page.locator(".share__more > summary").click()
    code = page.locator("#embed")
    expect(code).to_contain_text("</blockquote>")
    return code.text_content() or ""


def facts(page: Page) -> dict[str, object]:
    """Look at the card in a page that has nothing else."""
    found: dict[str, object] = page.evaluate("""() => ({
      elements: [...new Set([...document.body.querySelectorAll("*")].map((one) => one.localName))].sort(),
      attributes: [...new Set([...document.body.querySelectorAll("*")]
        .flatMap((one) => one.getAttributeNames()))].sort(),
      links: [...document.links].map((one) => one.href),
      texts: [...document.querySelectorAll("p")].map((one) => one.textContent),
      isCut: document.documentElement.scrollWidth > innerWidth,
    })""")
    return found


def card_alone(chromium: Browser, code: str, colours: str = "") -> tuple[dict[str, object], list[str]]:
    """Show a card in a page of its own on a narrow phone; gives what is there, and what was asked for."""
    context = new_context(chromium, 320)
    try:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: asked.append(dialog.message))
        page.set_content(f'<meta charset=utf-8><body style="margin:8px;{colours}">{code}')
        return facts(page), asked
    finally:
        context.close()


@pytest.mark.parametrize("uri", [FULL_CASE, THIN_CASE])
def test_card_stands_by_itself(
    uri: str, showcase_site: Path, address_of: AddressOf, visit: Visit, chromium: Browser
) -> None:
    """The card leads to the case and its library by whole addresses, asks nobody for anything, and fits a phone."""
    visitor = visit(address_of(showcase_site))
    page = visitor.open(uri)
    title = page.locator("h1").text_content() or ""

    seen, asked = card_alone(chromium, open_card(page))

    assert asked == visitor.complaints == []
    assert seen["links"] == [SITE_URL + uri, SITE_URL]
    assert set(str(seen["elements"]).strip("[]").replace("'", "").split(", ")) <= {"a", "b", "blockquote", "p"}
    assert seen["attributes"] == ["cite", "href", "lang", "style"]
    assert seen["isCut"] is False
    texts = seen["texts"]
    assert isinstance(texts, list)
    assert texts[0].startswith(title)
    assert re.fullmatch(r".+ · 选自.+", texts[-1])


def test_card_escapes_what_it_says(showcase_site: Path, address_of: AddressOf, visit: Visit, chromium: Browser) -> None:
    """Whatever a title says is said by the card, and nothing of it is done."""
    page = visit(address_of(showcase_site)).open(THIN_CASE)
    page.evaluate(f"document.querySelector('h1').textContent = {json.dumps(HOSTILE)}")

    seen, asked = card_alone(chromium, open_card(page))

    assert asked == []
    texts = seen["texts"]
    assert isinstance(texts, list)
    assert texts[0].startswith(HOSTILE)


@pytest.mark.parametrize("colours", [("white", "rgb(20, 20, 20)"), ("black", "rgb(240, 240, 240)")])
def test_card_takes_the_colours_around_it(
    colours: tuple[str, str], showcase_site: Path, address_of: AddressOf, visit: Visit, chromium: Browser
) -> None:
    """In a light page and in a dark one all its words have the colour of the page's own."""
    ground, ink = colours
    code = open_card(visit(address_of(showcase_site)).open(FULL_CASE))
    context = new_context(chromium, 390)
    try:
        page = context.new_page()
        page.set_content(f'<meta charset=utf-8><body style="background:{ground};color:{ink}">{code}')
        found = page.evaluate(
            "[...new Set([...document.querySelectorAll('blockquote, blockquote *')]"
            ".map((one) => getComputedStyle(one).color + getComputedStyle(one).backgroundColor))]"
        )
    finally:
        context.close()

    assert found == [f"{ink}rgba(0, 0, 0, 0)"]


def test_code_is_copied(showcase_site: Path, address_of: AddressOf, visit: Visit) -> None:
    """A click copies the code, and says so."""
    page = visit(address_of(showcase_site)).open(FULL_CASE)
    open_card(page)
    page.get_by_role("button", name="复制代码").click()

    expect(page.locator(".share__more button")).to_have_text("已复制")


def test_without_the_site_s_address(showcase_site: Path, tmp_path: Path, visit: Visit) -> None:
    """Where nobody knows the site's address the page says that there is no code, and offers its own."""
    site = tmp_path / "site"
    shutil.copytree(showcase_site, site, copy_function=os.link)
    path = site / THIN_CASE
    shown = '<div class="popup__panel share">'
    html = path.read_text(encoding="utf-8")
    at = html.index(shown)
    end = html.index("</details>", at)
    button = '<p class="buttons"><button class="button" type="button" data-copy-link>复制链接</button></p></div>'
    # The copy's files are those of the site until they are taken away.
    path.unlink()
    path.write_text(f"{html[:at]}{shown}{button}{html[end:]}", encoding="utf-8")
    page = visit(f"{site.as_uri()}/").open(THIN_CASE)
    page.locator(".actions summary", has_text="分享").click()

    expect(page.locator(".share__none")).to_have_text("没有设置网站的网址（site_url），没有嵌入其他网站的代码。")
    assert page.locator("#embed").count() == 0
