"""A reader in a real browser who asks a search: for the first time on a fresh page, and then on and on."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.engine import Engine, kind
from tests.browser.browser import find_browser
from tests.browser.reader import CHROMIUM_FLAGS

LIMIT_S = 120
_FIND = f"""
async (query) => {{
  const begun = performance.now();
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("超过{LIMIT_S}秒")), {LIMIT_S * 1000}));
  window.found = await Promise.race([bench.find(query), late]);
  return performance.now() - begun;
}}
"""
_SHOW = "async () => { await bench.show(window.found); }"
# As one text: a list of ten thousand takes the driver seconds.
_IDS = "async (query) => (await bench.ids(query, window.found)).join(' ')"
KB = 1000


@dataclass(frozen=True, slots=True)
class First:
    """The first query on a fresh page: its time, and the data that came for it, step by step (kB on disk)."""

    ms: float
    found_kb: float
    """To know how many cases there are, and in which order."""
    shown_kb: float
    """To find, and what the first page of results is drawn from."""
    listed_kb: float
    """To find, and what tells ids and titles of all results; 0 where that was not weighed."""
    program_kb: float
    """Scripts and WebAssembly."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A further query: its time and the ids of all cases found."""

    ms: float
    ids: tuple[str, ...]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a browser and end it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


class _Visit:
    """A fresh window with an empty cache, which keeps what it asked for."""

    def __init__(self, browser: Browser, engine: Engine) -> None:
        self._engine = engine
        self._asked: set[str] = set()
        self.context = browser.new_context(locale="zh-CN")
        self.context.on("request", lambda request: self._asked.add(request.url))
        self.page: Page = self.context.new_page()
        self.page.goto(engine.home + engine.page)
        self.page.evaluate(engine.prepare, engine.mark)

    def weigh(self, wanted: str) -> float:
        """Give the kB of all files of a kind that came so far."""
        bare = {urlsplit(url)._replace(query="", fragment="").geturl() for url in self._asked}
        paths = {unquote(url.removeprefix(self._engine.home)) for url in bare if url.startswith(self._engine.home)}
        return sum((self._engine.folder / path).stat().st_size for path in paths if kind(path) == wanted) / KB


@contextmanager
def _visit(browser: Browser, engine: Engine) -> Iterator[_Visit]:
    visit = _Visit(browser, engine)
    try:
        yield visit
    finally:
        visit.context.close()


def ask_first(browser: Browser, engine: Engine, query: str) -> First:
    """Open a page and ask it one thing; open it once more to ask for the whole list."""
    with _visit(browser, engine) as visit:
        ms = float(visit.page.evaluate(_FIND, query))
        found_kb, program_kb = visit.weigh("data"), visit.weigh("program")
        visit.page.evaluate(_SHOW)
        shown_kb = visit.weigh("data")
    listed_kb = 0.0
    if engine.lists_all:
        with _visit(browser, engine) as visit:
            visit.page.evaluate(_FIND, query)
            visit.page.evaluate(_IDS, query)
            listed_kb = visit.weigh("data")
    return First(ms, found_kb, shown_kb, listed_kb, program_kb)


def ask_on(browser: Browser, engine: Engine, queries: Sequence[str]) -> Iterator[Answer]:
    """Ask one page many things."""
    with _visit(browser, engine) as visit:
        for query in queries:
            ms = float(visit.page.evaluate(_FIND, query))
            ids = str(visit.page.evaluate(_IDS, query)).split()
            yield Answer(ms, tuple(ids))
