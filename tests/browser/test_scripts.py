"""Scripts that are joined into one file fail one by one, as if each were a file of its own."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator.hosting.joined_files import without_comments
from tests.browser.reader import Visitor
from tests.browser.sites import ROOT

pytestmark = pytest.mark.browser

FIRST, MIDDLE = "page/site", "page/popup"


@pytest.mark.parametrize("name", [FIRST, MIDDLE])
def test_one_that_fails_leaves_the_others_running(
    name: str, showcase_site: Path, visit: Callable[..., Visitor]
) -> None:
    """Where one script throws, those behind it still run, and the error is reported as any other."""
    joined = (showcase_site / "assets/anliji.js").read_text(encoding="utf-8")
    script = without_comments((ROOT / f"theme/assets/js/{name}.js").read_text(encoding="utf-8"))
    assert joined.count(script) == 1
    body = joined.replace(script, '(() => { throw new Error("broken"); })();\n')
    reader = visit(f"{showcase_site.as_uri()}/")
    reader.page.route("**/assets/anliji.js", lambda route: route.fulfill(body=body, content_type="text/javascript"))
    page = reader.open("index.html")

    page.locator("details.reading > summary").click()
    page.locator("[data-reading=size][data-value=largest]").click()

    expect(page.locator("html")).to_have_attribute("data-size", "largest")
    assert [one for one in reader.complaints if ": script: " in one and "broken" in one]


@pytest.mark.parametrize("refused", [("anliji",), ("browse",), ("anliji", "browse")], ids="-".join)
@pytest.mark.parametrize("query", ["", "?q=定点"], ids=["bare", "asked"])
def test_scripts_that_cannot_be_read(
    refused: tuple[str, ...], query: str, showcase_site: Path, visit: Callable[..., Visitor]
) -> None:
    """A browser that does not understand the scripts shows the plain lists, and says that searching needs scripts."""
    reader = visit(f"{showcase_site.as_uri()}/")
    for name in refused:
        reader.page.route(
            f"**/assets/{name}.js", lambda route: route.fulfill(body="let ??? later;", content_type="text/javascript")
        )
    page = reader.open(f"browse.html{query}")

    expect(page.locator("html")).not_to_have_class(re.compile("scripted|waiting"))
    expect(page.locator("[data-plain] section").first).to_be_visible()
    expect(page.locator("[data-scriptless]")).to_be_visible()
    expect(page.locator("[data-loading]")).to_be_hidden()
    expect(page.locator("[data-browse]")).to_be_hidden()


def test_a_browse_script_that_fails_leaves_the_plain_lists(showcase_site: Path, visit: Callable[..., Visitor]) -> None:
    """Where a script of the browse page throws, the plain lists stay."""
    reader = visit(f"{showcase_site.as_uri()}/")
    script = without_comments((ROOT / "theme/assets/js/browse/browse.js").read_text(encoding="utf-8"))
    joined = (showcase_site / "assets/browse.js").read_text(encoding="utf-8")
    body = joined.replace(script, '(() => { throw new Error("broken"); })();\n')
    reader.page.route("**/assets/browse.js", lambda route: route.fulfill(body=body, content_type="text/javascript"))
    page = reader.open("browse.html?q=定点")

    expect(page.locator("[data-plain] section").first).to_be_visible()
    expect(page.locator("[data-loading]")).to_be_hidden()


def test_scripts_that_run(showcase_site: Path, visit: Callable[..., Visitor]) -> None:
    """Where all scripts have run, search takes the place of the plain lists."""
    page = visit(f"{showcase_site.as_uri()}/").open("browse.html")

    expect(page.locator("html")).to_have_class("scripted")
    expect(page.locator("[data-browse]")).to_be_visible()
    expect(page.locator("[data-plain]")).to_be_hidden()
