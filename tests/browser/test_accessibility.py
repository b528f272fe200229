"""WCAG 2.2 AA and what older readers need: axe on everything that can be seen, and what axe cannot judge."""

import importlib.resources
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Judge
from tests.browser.looks import (
    END,
    MOTION,
    OBSCURED,
    OUT_OF_PLACE,
    SMALL_TARGETS,
    STRUCTURE,
    THIN_OUT,
    UNSEEN_FOCUS,
)
from tests.browser.reader import HEIGHT_PX, Visitor
from tests.browser.views import DESK_PX, FULL_CASE, OPEN, PAGES, PHONE_PX, SCHEMES, MissingPartError, View
from tests.running import tenth_of

pytestmark = pytest.mark.sampled

Tenth = Callable[[Sequence[View]], list[View]]
Visit = Callable[..., Visitor]

AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
_VIOLATIONS = """
const violations = async (context, options) => {
  const { violations } = await window.axe.run(context, { resultTypes: ["violations"], preload: false, ...options });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => {
    const why = [...node.any, ...node.all, ...node.none].map((check) => check.message)[0] ?? "";
    return `${id}: ${node.target.join(" ")}: ${why}`;
  }));
};
"""
_FRESH = """
const LOOKS = [
  "color", "backgroundColor", "backgroundImage", "opacity", "fontSize", "fontWeight", "textDecorationLine", "display",
  "position", "zIndex", "visibility", "filter", "mixBlendMode", "textShadow",
];
// 64 bits by FNV-1a, in halves.
const digest = (text) => {
  let [one, two] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at += 1) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    two = Math.imul(two ^ text.charCodeAt(at), 0x5bd1e995);
  }
  return `${one >>> 0}.${two >>> 0}`;
};
const isWord = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "";
const hasText = (one) => Array.from(one.childNodes).some(isWord);
// Elements are alike whose own looks are the same, and those of all around them.
const looks = new Map([[null, ""]]);
const look = (element) => {
  if (!looks.has(element)) {
    const style = getComputedStyle(element);
    const own = LOOKS.map((name) => style[name]);
    looks.set(element, digest([look(element.parentElement), element.tagName, hasText(element), ...own].join()));
  }
  return looks.get(element);
};
// Marks one element of each look that is not known yet, for the rules of colours; gives the looks.
const markFresh = (known) => {
  for (const one of document.querySelectorAll("[data-fresh]")) one.removeAttribute("data-fresh");
  const judged = new Set(known);
  const fresh = [];
  for (const element of document.body.querySelectorAll("*")) {
    const isWritten = hasText(element) || element.matches("input, select, textarea");
    if (!isWritten || !element.checkVisibility()) continue;
    const key = look(element);
    if (judged.has(key)) continue;
    judged.add(key);
    fresh.push(key);
    element.setAttribute("data-fresh", "");
  }
  return fresh;
};
"""
RUN_AXE = f"""
async ([tags, left, colours, known]) => {{
  {_VIOLATIONS}
  {_FRESH}
  const fresh = markFresh(known);
  window.axe.configure({{
    rules: colours.map((id) => ({{ id, selector: `${{id === "color-contrast" ? "" : "a[href]"}}[data-fresh]` }})),
  }});
  const rules = Object.fromEntries(left.map((id) => [id, {{ enabled: false }}]));
  const faults = await violations(document, {{ runOnly: {{ type: "tag", values: tags }}, rules }});
  const isOfColours = (fault) => colours.some((id) => fault.startsWith(`${{id}}:`));
  return [faults.filter((one) => !isOfColours(one)), faults.filter(isOfColours), fresh];
}}
"""
"""Judges a page that has axe by the rules of some tags, but for those that are left out.

The rules of colours judge one element of each look that is not known yet; what they find is apart, with the looks.
Judging each of the many elements that are alike, on every page again, would take most of the time of all tests.
"""
JUDGE_COLOURS = f"""
async ([rules, known]) => {{
  {_VIOLATIONS}
  {_FRESH}
  const fresh = markFresh(known);
  return [fresh.length ? await violations(document, {{ runOnly: {{ type: "rule", values: rules }} }}) : [], fresh];
}}
"""
"""Judges a page by the rules of colours alone, after `RUN_AXE`."""
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

COLOURS = ("color-contrast", "link-in-text-block")
"""The rules that judge colours; the others see no difference between one scheme and another."""

ALL_COLOURS = tuple(product(SCHEMES, ("", "high")))
TARGETS = "target-size"

SET_CONTRAST = "(contrast) => { document.documentElement.dataset.contrast = contrast; }"

LEAST_TARGET_PX = 44
LONGEST_MOTION_S = 0.01
LARGEST = "() => { document.documentElement.dataset.size = 'largest'; }"
STANDARD = "() => { delete document.documentElement.dataset.size; }"
NARROWEST_PX = 320
MOST_STEPS = 400
"""More steps of the keyboard than any page needs."""
LEAST_STEPS = 30
"""Fewer steps than a whole case needs."""


@dataclass
class Faults:
    """What is wrong with one view."""

    structure: dict[str, object] = field(default_factory=dict)
    """What it has of headings and landmarks, if it is a page."""
    axe: list[str] = field(default_factory=list)
    colours: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """By scheme and contrast."""
    targets: list[str] = field(default_factory=list)
    motion: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    """What the browser says of it."""
    out_of_place: list[str] = field(default_factory=list)
    """What is cut off, or covers something, where letters are largest on the narrowest screen, if it is a page."""
    unseen_focus: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """Controls that do not show the keyboard's focus, by scheme and contrast."""
    first_stops: tuple[str, bool, bool] | None = None
    """The class of the keyboard's first stop, whether it is in the window, and whether it leads into the main part."""


@pytest.fixture(name="is_soak", scope="module")
def fixture_is_soak(request: pytest.FixtureRequest) -> bool:
    """Tell whether nothing is to be left out."""
    return bool(request.config.getoption("--soak"))


@pytest.fixture(name="thin_out", scope="module")
def fixture_thin_out(*, is_soak: bool) -> Callable[[Page], None]:
    """Leave of what a page has many of the first, the last and a tenth; under `--soak` all of it."""
    return (lambda _: None) if is_soak else (lambda page: page.evaluate(THIN_OUT))


@pytest.fixture(name="window_px", scope="module", params=[PHONE_PX, DESK_PX])
def fixture_width(request: pytest.FixtureRequest) -> int:
    """How wide the window is."""
    return int(request.param)


@pytest.fixture(name="found", scope="module")
def fixture_found(
    window_px: int,
    chromium: Browser,
    site_of: Callable[[str], Path],
    thin_out: Callable[[Page], None],
    *,
    is_soak: bool,
) -> dict[str, Faults]:
    """Look once at each view, for all that is judged of it: opening it takes as long as judging it.

    All are looked at on a phone; on a wide screen those that cannot be seen on a phone, and a tenth of the rest.
    """
    chosen: Tenth = list if is_soak else partial(tenth_of, seed=f"accessibility {window_px}")
    views = views_at(window_px, chosen)
    one = Judge(
        chromium,
        site_of,
        window_px,
        has_touch=window_px == PHONE_PX,
        is_mobile=window_px == PHONE_PX,
        reduced_motion="reduce",
        script=AXE,
    )
    # Which colour is on which is the same in every scheme, but for a rule of one scheme alone; the ring of the focus
    # is one rule of the style sheet.
    everywhere = [*chosen(of_kind(views, PAGES)), *chosen(of_kind(views, OPEN))]
    known: dict[tuple[str, str], list[str]] = {}
    found = {}
    for view in views:
        found[view.name] = faults = Faults()
        try:
            page = one.see(view)
        except MissingPartError as missing:
            faults.axe = [str(missing)]
            continue
        faults.complaints = one.complaints()
        if view in PAGES:
            # The page for unknown addresses is made for a server: from its folder even its skip link leads elsewhere.
            is_first = view in everywhere and view.name != "not-found"
            judge_whole_page(page, faults, is_first=is_first, is_phone=window_px == PHONE_PX)
        thin_out(page)
        # How near targets are to each other is asked of a few: those for fingers have more room than the rule demands.
        left = () if view in everywhere else (TARGETS,)
        schemes = ALL_COLOURS if view in everywhere else ALL_COLOURS[:1]
        for colours in shown_in(page, schemes):
            seen = known.setdefault(colours, [])
            if colours == schemes[0]:
                faults.axe, faults.colours[colours], looks = page.evaluate(RUN_AXE, [TAGS, left, COLOURS, seen])
            else:
                faults.colours[colours], looks = page.evaluate(JUDGE_COLOURS, [COLOURS, seen])
            seen.extend(looks)
        faults.motion = page.evaluate(MOTION, LONGEST_MOTION_S)
        if window_px == PHONE_PX:
            faults.targets = page.evaluate(SMALL_TARGETS, LEAST_TARGET_PX)
        if view in OPEN or view in everywhere:
            page.keyboard.press("Tab")
            faults.unseen_focus = {colours: page.evaluate(UNSEEN_FOCUS) for colours in shown_in(page, schemes)}
    one.close()
    assert len(known[ALL_COLOURS[0]]) > len(views)
    assert all(len(known[colours]) > len(everywhere) for colours in ALL_COLOURS)
    return found


def judge_whole_page(page: Page, faults: Faults, *, is_first: bool, is_phone: bool) -> None:
    """Judge what has to be asked of a page as it comes: its first stops, and where nothing is missing from it."""
    if is_first:
        page.keyboard.press("Tab")
        name, is_seen = page.evaluate(
            "[document.activeElement.className, document.activeElement.getBoundingClientRect().top >= 0]"
        )
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        leads_inside = page.evaluate(
            "document.activeElement.closest('main') !== null || document.activeElement === document.body"
        )
        page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
        faults.first_stops = (name, is_seen, leads_inside)
    faults.structure = page.evaluate(STRUCTURE)
    if is_phone:
        page.set_viewport_size({"width": NARROWEST_PX, "height": HEIGHT_PX})
        page.evaluate(LARGEST)
        faults.out_of_place = page.evaluate(OUT_OF_PLACE)
        page.evaluate(STANDARD)
        page.set_viewport_size({"width": PHONE_PX, "height": HEIGHT_PX})


def shown_in(page: Page, schemes: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Show a page in one scheme and contrast after another, beginning and ending with how it is."""
    for colours in schemes:
        if colours != schemes[0]:
            show(page, *colours)
        yield colours
    if len(schemes) > 1:
        show(page, *schemes[0])


def show(page: Page, scheme: str, contrast: str) -> None:
    """Show a page in other colours."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate(SET_CONTRAST, contrast)


def views_at(width_px: int, chosen: Tenth) -> list[View]:
    """Choose all views on a phone; elsewhere those that cannot be seen on one, and some of the rest.

    What can be open on a page comes after it.
    """
    views = [view for view in (*PAGES, *OPEN) if width_px in view.widths_px]
    if width_px != PHONE_PX:
        known = [view for view in views if PHONE_PX in view.widths_px]
        views = [*(view for view in views if view not in known), *chosen(known)]
    pages = list(dict.fromkeys((view.site, view.uri) for view in views))
    return sorted(views, key=lambda view: pages.index((view.site, view.uri)))


def of_kind(views: Sequence[View], kind: Sequence[View]) -> list[View]:
    """Give those views that are of a kind."""
    return [view for view in views if view in kind]


def test_axe_finds_nothing(found: dict[str, Faults]) -> None:
    """No page kind, and nothing that can be open on one, breaks a rule of axe, narrow or wide."""
    assert {name: faults.axe for name, faults in found.items() if faults.axe} == {}


def test_every_text_stands_out_from_its_ground(found: dict[str, Faults]) -> None:
    """In light and dark colours and in high contrast, texts and links have the contrast that axe asks for."""
    bad = {(name, *colours): bad for name, one in found.items() for colours, bad in one.colours.items() if bad}

    assert bad == {}


@pytest.mark.parametrize("window_px", [PHONE_PX], indirect=True)
def test_every_page_has_its_landmarks(found: dict[str, Faults]) -> None:
    """A page has one main heading, header, main part, footer and menu, a title, and no leap in its headings."""
    sound = {
        "h1": 1,
        "main": 1,
        "header": 1,
        "footer": 1,
        "menus": 1,
        "isChinese": True,
        "hasTitle": True,
        "leaps": 0,
    }
    structures = {name: one.structure for name, one in found.items() if one.structure and name != "not-found"}

    assert len(structures) == len(PAGES) - 1
    assert {name: structure for name, structure in structures.items() if structure != sound} == {}


def test_every_page_loads_cleanly(found: dict[str, Faults]) -> None:
    """No page, and nothing that opens on one, has an error, a request that fails, or a request to another host."""
    # The page for unknown addresses is made for a server.
    told = {name: faults.complaints for name, faults in found.items() if name != "not-found"}

    assert {name: complaints for name, complaints in told.items() if complaints} == {}


@pytest.mark.parametrize("window_px", [PHONE_PX], indirect=True)
def test_targets_fit_a_finger(found: dict[str, Faults]) -> None:
    """On a touch screen every control is at least 44 by 44 px, but for links inside a sentence."""
    assert {name: faults.targets for name, faults in found.items() if faults.targets} == {}


def test_nothing_moves_for_those_who_asked(found: dict[str, Faults]) -> None:
    """Under reduced motion no transition, animation or scrolling takes time."""
    assert {name: faults.motion for name, faults in found.items() if faults.motion} == {}


def test_the_skip_link_leads_to_the_text(found: dict[str, Faults]) -> None:
    """The first stop of the keyboard on a page is a visible link, and the next one after it is in the main part."""
    ways = {name: one.first_stops for name, one in found.items() if one.first_stops}

    assert ways
    assert {name: way for name, way in ways.items() if way != ("skip", True, True)} == {}


def test_focus_is_seen(found: dict[str, Faults]) -> None:
    """Every kind of control gets an outline or a shadow when the keyboard comes to it, in every scheme."""
    judged = {scheme for one in found.values() for scheme in one.unseen_focus}
    faults = {(name, *key): bad for name, one in found.items() for key, bad in one.unseen_focus.items() if bad}

    assert judged == set(ALL_COLOURS)
    assert faults == {}


@pytest.mark.parametrize("window_px", [PHONE_PX], indirect=True)
def test_nothing_is_cut_off_where_letters_are_largest(found: dict[str, Faults]) -> None:
    """On the narrowest screen with the largest letters no page scrolls sideways and no text leaves its place."""
    assert {name: faults.out_of_place for name, faults in found.items() if faults.out_of_place} == {}


@pytest.mark.sampled(("key", "width_px"), *([(key, PHONE_PX), (key, DESK_PX)] for key in ("Tab", "Shift+Tab")))
def test_nothing_hides_the_focus(key: str, width_px: int, showcase_site: Path, visit: Visit) -> None:
    """Whoever walks through a case by keyboard, down or up, sees each stop: nothing stays in front of it."""
    page = visit(f"{showcase_site.as_uri()}/", width_px=width_px, reduced_motion="reduce").open(FULL_CASE)
    # Whoever holds the key down walks on as by pressing it again.
    keys = key.split("+")
    hidden, steps = [], 0
    for name in keys * MOST_STEPS:
        page.keyboard.down(name)
        if name != keys[-1]:
            continue
        fault = page.evaluate(OBSCURED)
        if fault == END:
            break
        steps += 1
        hidden += [fault] if fault else []
    for name in keys:
        page.keyboard.up(name)

    assert steps > LEAST_STEPS
    assert hidden == []
