"""Puts our search beside Pagefind's in a browser: what they find, how long it takes, and what is loaded for it."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Browser, Error

from tests.bench.corpus import Corpus
from tests.bench.engine import SHOWN, Engine, our_engine, pagefind_engine
from tests.bench.reader import First, ask_first, ask_on
from tests.bench.server import served
from tests.bench.spread import Spread, spread
from tests.bench.table import Table

FIRST, FIRST_LENGTHS = 60, (4,)
"""So many queries, of four characters, are each the first on a fresh page."""
FURTHER, FURTHER_LENGTHS = 500, tuple(range(1, 9))
"""So many queries are asked of one page …"""
LONGEST_S = 120
"""… as far as that takes no longer; the table says how many were asked."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a search found, against the plain scan."""

    held: float
    """The share of all cases that hold a query, the mean of all queries: so precise is who always finds everything."""
    recall: float
    """Of the cases that hold a query, the share that was found; the mean of all queries."""
    precision: float
    """Of the cases that were found, the share that hold the query; the mean of the queries that found something."""
    exact: float
    """The share of the queries that found just the cases that hold them."""


@dataclass(frozen=True, slots=True)
class Searched:
    """A search on so many cases."""

    count: int
    name: str
    judged: Judged | None = None
    further_ms: Spread | None = None
    first: tuple[First, ...] = ()
    """Not asked in quotation marks."""
    trouble: str = ""
    """Why it could not be asked."""


def search(browser: Browser, site: Path, peer: Path | None, corpus: Corpus) -> Iterator[Searched]:
    """Ask our search on a site, and Pagefind in the folder `peer` where there is one, the same.

    Ours is asked from its folder, as from a USB stick, and over HTTP, the only way to ask Pagefind; and that once more
    in quotation marks, its way to ask for words in a row.
    """
    queries = corpus.cuts(FURTHER, FURTHER_LENGTHS)
    truth = [corpus.holding(query) for query in queries]
    with served(site) as home, served(peer or site) as other:
        engines = [
            our_engine("anliji file://", f"{site.as_uri()}/", site, lists_all=True),
            our_engine("anliji http://", home, site),
        ]
        if peer:
            engines.append(pagefind_engine("pagefind http://", other, peer))
            engines.append(pagefind_engine("pagefind 加引号", other, peer, '"'))
        for engine in engines:
            try:
                yield _ask(browser, engine, corpus, queries, truth)
            except Error as error:
                if engine.folder == site:
                    raise
                yield Searched(len(corpus.ids), engine.name, trouble=error.message.splitlines()[0])


def _ask(
    browser: Browser, engine: Engine, corpus: Corpus, queries: Sequence[str], truth: Sequence[NDArray[np.bool_]]
) -> Searched:
    fresh = [] if engine.mark else corpus.cuts(FIRST, FIRST_LENGTHS)
    first = tuple(ask_first(browser, engine, query) for query in fresh)
    times: list[float] = []
    found: list[NDArray[np.bool_]] = []
    begun = time.perf_counter()
    for answer in ask_on(browser, engine, queries):
        times.append(answer.ms)
        found.append(corpus.marked(answer.ids))
        if time.perf_counter() - begun > LONGEST_S:
            break
    name = engine.name if len(found) == len(queries) else f"{engine.name}（{len(found)}个）"
    # The page's very first query is no further one.
    return Searched(len(corpus.ids), name, judge(found, truth[: len(found)]), spread(times[1:]), first)


def judge(found: Sequence[NDArray[np.bool_]], truth: Sequence[NDArray[np.bool_]]) -> Judged:
    """Compare, query by query, which cases were found with which hold the query; some case holds it."""
    pairs = list(zip(found, truth, strict=True))
    recalls = [(one & true).sum() / true.sum() for one, true in pairs]
    precisions = [(one & true).sum() / one.sum() for one, true in pairs if one.any()]
    exact = [np.array_equal(one, true) for one, true in pairs]
    held = [true.mean() for _, true in pairs]
    return Judged(*(float(np.mean(shares)) if shares else 0.0 for shares in (held, recalls, precisions, exact)))


def tables(results: Sequence[Searched]) -> list[Table]:
    """Show what was found and how fast, and what was loaded."""
    lengths = f"{min(FURTHER_LENGTHS)}到{max(FURTHER_LENGTHS)}个字的{FURTHER}个真子串"
    judgements, times = ("应中 %", "查全 %", "查准 %", "全对 %"), ("首次 ms 中位", "95%", "其后 ms 中位", "95%", "最大")
    found = Table(
        "案例", "程序", *judgements, *times, title=f"检索（{lengths}；首次：新页面上{FIRST_LENGTHS[0]}个字，{FIRST}个）"
    )
    loaded = Table("案例", "程序", "装载什么", "中位", "95%", "最大", title="新页面上第一次检索装载的文件（kB）")
    shown: set[tuple[int, str]] = set()
    for one in results:
        row = (f"{one.count}", one.name)
        if one.judged is None or one.further_ms is None:
            found.add_row(*row, one.trouble)
            continue
        judged = (one.judged.held, one.judged.recall, one.judged.precision, one.judged.exact)
        first = spread(visit.ms for visit in one.first).texts()[:2] if one.first else ("", "")
        found.add_row(*row, *(f"{100 * share:.1f}" for share in judged), *first, *one.further_ms.texts(1))
        program = one.name.split()[0]
        if (one.count, program) in shown:
            continue
        shown.add((one.count, program))
        for name, sizes in _steps(one.first):
            loaded.add_row(f"{one.count}", program, name, *spread(sizes).texts())
    return [found, loaded]


def _steps(first: Sequence[First]) -> Iterator[tuple[str, list[float]]]:
    if first:
        yield "找到全部案例并排序", [visit.found_kb for visit in first]
        yield f"再显示前{SHOWN}个", [visit.shown_kb for visit in first]
    if any(visit.listed_kb for visit in first):
        yield "或再取全部标题", [visit.listed_kb for visit in first]
    if first:
        yield "程序（另计）", [visit.program_kb for visit in first]
