"""Scripts that are joined into one file fail one by one, as if each were a file of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

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
    script = (ROOT / f"theme/assets/js/{name}.js").read_text(encoding="utf-8")
    assert joined.count(script) == 1
    body = joined.replace(script, '(() => { throw new Error("broken"); })();\n')
    reader = visit(f"{showcase_site.as_uri()}/")
    reader.page.route("**/assets/anliji.js", lambda route: route.fulfill(body=body, content_type="text/javascript"))
    page = reader.open("index.html")

    page.locator("details.reading > summary").click()
    page.locator("[data-reading=size][data-value=largest]").click()

    expect(page.locator("html")).to_have_attribute("data-size", "largest")
    assert [one for one in reader.complaints if ": script: " in one and "broken" in one]
