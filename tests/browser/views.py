"""What readers can see: one page of each kind, and what can be open on it.

Screenshots are made of every view, and axe judges every view.
"""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from playwright.sync_api import Page, expect

PHONE_PX, TABLET_PX, DESK_PX = 390, 1024, 1440
WIDTHS_PX = (PHONE_PX, TABLET_PX, DESK_PX)
SCHEMES = ("light", "dark")
READING_KEY = "anliji-reading"
"""The name under which a browser remembers the reading settings."""
FULL_CASE = "cases/quan-zi-duan.html"
THIN_CASE = "cases/bi-tian-zi-duan.html"

COMPARED = "compare.html?case=quan-zi-duan&case=zhong-zi-shi-yan&case=ke-pu-xia-xiang"
ODDLY_COMPARED = "compare.html?case=none&case=che-xia-an-li&case=zhong-zi-shi-yan"
"""One that never was, one that was withdrawn, and one."""


class MissingPartError(AssertionError):
    """A page lacks the part that a view opens."""


def leave(page: Page) -> None:
    """Leave a page as it comes."""


def wait_for_results(page: Page) -> None:
    """Wait until the browse page has drawn what it found."""
    expect(page.locator("[data-part=count]")).not_to_be_empty()
    expect(page.locator("[data-part=results] > *").first).to_be_visible()


def wait_for_comparison(page: Page) -> None:
    """Wait until the page of the comparison has drawn what its address asks for."""
    expect(page.locator(".compare > *").first).to_be_visible()


def choose_two(page: Page) -> None:
    """Choose the first two cases of a list for comparison."""
    for number in range(2):
        page.locator("[data-compare]").nth(number).click()
    expect(page.locator(".choice .button--main")).to_be_visible()


def open_parts(*selectors: str, after: Callable[[Page], None] = leave) -> Callable[[Page], None]:
    """Make what clicks on one part after another, the first visible one of each selector."""

    def prepare(page: Page) -> None:
        after(page)
        for selector in selectors:
            part = page.locator(f"{selector} >> visible=true").first
            if not part.count():
                raise MissingPartError(f"{page.url}: nothing visible is {selector}")
            part.click()

    return prepare


def open_slides(steps: int = 0) -> Callable[[Page], None]:
    """Make what opens the show and goes so many slides on."""

    def prepare(page: Page) -> None:
        open_parts("[data-slides]")(page)
        expect(page.locator(".show .slide")).to_be_visible()
        for _ in range(steps):
            page.keyboard.press("ArrowRight")

    return prepare


@dataclass(frozen=True)
class View:
    """Something that a reader can see."""

    name: str
    site: str
    """showcase, extremes or real."""
    uri: str
    prepare: Callable[[Page], None] = leave
    """What the reader does there."""
    widths_px: tuple[int, ...] = WIDTHS_PX
    """The widths at which it can be seen."""
    contrast: str = ""
    """high, where the reader has asked for it."""
    size: str = ""
    """large or largest, where the reader has asked for it."""


def found(query: str = "", **filters: str) -> str:
    """Give the address of the browse page with a query and filters."""
    return f"browse.html?{urlencode({'q': query, **filters})}"


PAGES = (
    View("home", "showcase", "index.html"),
    View("task-list", "showcase", "task/index.html"),
    View("task", "showcase", "task/technology-empowerment.html"),
    View("also", "showcase", "also/education-services.html"),
    View("province-list", "showcase", "province/index.html"),
    View("place-list", "showcase", "place/index.html"),
    View("university-list", "showcase", "university/index.html"),
    View("year-list", "showcase", "year/index.html"),
    View("keyword-list", "showcase", "keyword/index.html"),
    View("term", "showcase", "province/gansu.html"),
    View("empty-term", "showcase", "province/hainan.html"),
    View("homonym", "showcase", "university/shilidaxue.html"),
    View("paged-term", "extremes", "province/hebei.2.html"),
    View("browse", "showcase", "browse.html", wait_for_results),
    View("browse-found", "showcase", found("监测"), wait_for_results),
    View("browse-nothing", "showcase", found("没有这样的词"), wait_for_results),
    View("compare", "showcase", COMPARED, wait_for_comparison),
    View("compare-nothing", "showcase", "compare.html", wait_for_comparison),
    View("compare-odd", "showcase", ODDLY_COMPARED, wait_for_comparison),
    View("case", "showcase", FULL_CASE),
    View("thin-case", "showcase", THIN_CASE),
    View("withdrawn-case", "showcase", "cases/che-xia-an-li.html"),
    View("collection-list", "showcase", "collections/index.html"),
    View("collection", "showcase", "collections/xuanbian.html"),
    View("basket", "showcase", "basket.html?ids=quan-zi-duan,bi-tian-zi-duan,mei-you&title=示例选编"),
    View("empty-basket", "showcase", "basket.html"),
    View("data", "showcase", "data.html"),
    View("handbook", "showcase", "handbook/index.html"),
    View("handbook-fields", "showcase", "handbook/fields.html"),
    View("handbook-checks", "showcase", "handbook/checks.html"),
    View("about", "showcase", "about.html"),
    View("not-found", "showcase", "404.html"),
)
"""One page of each kind."""

EXTREMES = (
    *(
        View(f"extreme-{name}", "extremes", f"cases/{name}.html")
        for name in (
            "si-zi",
            "si-shi-zi",
            "shi-er-wei-shu",
            "san-shi-jia",
            "shi-zhang-zhao-pian",
            "tu-wen",
            "da-shu-zi",
            "liu-shi-zi",
            "liang-zhang-zhao-pian",
            "er-shi-suo",
            "yi-ge-ci",
            "chang-zheng-wen",
            "sheng-pi-zi",
            "che-xia",
        )
    ),
    View("extreme-home", "extremes", "index.html"),
    View("extreme-browse", "extremes", "browse.html", wait_for_results),
    View("extreme-task", "extremes", "task/technology-empowerment.html"),
    View("extreme-paged-task", "extremes", "task/practice-based-education.html"),
    View("extreme-university-list", "extremes", "university/index.html"),
    View("extreme-keyword-list", "extremes", "keyword/index.html"),
    View("extreme-place-list", "extremes", "place/index.html"),
    View("extreme-year-list", "extremes", "year/index.html"),
    View("extreme-data", "extremes", "data.html"),
    View("extreme-collection-list", "extremes", "collections/index.html"),
    View("extreme-collection", "extremes", "collections/ji-chang.html"),
    View("extreme-empty-collection", "extremes", "collections/kong.html"),
    View("extreme-about", "extremes", "about.html"),
)
"""Pages at the limits of what a record may say."""

OPEN = (
    View("open-menu", "showcase", "index.html", open_parts("details.menu > summary"), (PHONE_PX,)),
    View("open-reading", "showcase", "index.html", open_parts("details.reading > summary")),
    View("open-lightbox", "showcase", FULL_CASE, open_parts(".photo__enlarge")),
    View("open-lightbox-tall", "extremes", "cases/shi-zhang-zhao-pian.html", open_parts(".photo__enlarge >> nth=3")),
    View("open-citation", "showcase", FULL_CASE, open_parts(".actions >> text=引用")),
    View("open-share", "showcase", FULL_CASE, open_parts(".actions >> text=分享")),
    View("open-slides", "showcase", FULL_CASE, open_slides()),
    View("open-slides-figure", "showcase", FULL_CASE, open_slides(2)),
    View("open-slides-practice", "showcase", FULL_CASE, open_slides(5)),
    View("open-slides-contents", "showcase", "collections/xuanbian.html", open_slides(1)),
    View("open-choice", "showcase", "task/technology-empowerment.html", choose_two),
    View(
        "open-handbook-contents",
        "showcase",
        "handbook/fields.html",
        open_parts(".outline > summary"),
        (PHONE_PX,),
    ),
    View(
        "open-filters",
        "showcase",
        "browse.html",
        open_parts(".browse__panel > summary", after=wait_for_results),
        (PHONE_PX,),
    ),
    View(
        "browse-table",
        "showcase",
        "browse.html",
        open_parts("[data-view=table]", after=wait_for_results),
    ),
)
"""What can be open on a page."""

SETTINGS = (
    *(
        View(f"contrast-{name}", "showcase", uri, contrast="high")
        for name, uri in (
            ("home", "index.html"),
            ("task", "task/technology-empowerment.html"),
            ("case", FULL_CASE),
            ("data", "data.html"),
        )
    ),
    *(
        View(f"largest-{name}", "showcase", uri, size="largest")
        for name, uri in (("home", "index.html"), ("case", FULL_CASE), ("data", "data.html"))
    ),
    View("largest-extreme", "extremes", "cases/si-shi-zi.html", size="largest"),
)
"""A few pages as readers see them who changed the reading settings."""

REAL = (
    View("real-home", "real", "index.html"),
    View("real-task", "real", "task/technology-empowerment.html"),
    View("real-browse", "real", "browse.html", wait_for_results),
    View("real-case", "real", "cases/kj-01.html"),
    View("real-compare", "real", "compare.html?case=kj-22&case=kj-16&case=kj-23", wait_for_comparison),
    View("real-collection", "real", "collections/public-reports.html"),
    View("real-data", "real", "data.html"),
)
"""Pages with the records that the repository publishes."""

VIEWS = (*PAGES, *EXTREMES, *OPEN, *SETTINGS, *REAL)
