"""The searches that are compared, each as a page that a browser opens and what a script asks it there."""

from dataclasses import dataclass
from pathlib import Path

from generator.outputs.search.files import FOLDER
from tests.bench.pagefind import BLANK, BUNDLE, PROGRAM

SHOWN = 24
"""Results on a page, as on our browse page."""

# Each makes an object `bench`: `find(query)` promises what was found, however that search holds it, with its length;
# `ids(query, found)` the ids of all those cases; `show(found)` loads what the first results are drawn from.
_OURS = f"""
() => {{
  window.bench = {{
    find: async (query) => (await anliji.find(await anliji.parse(query))).cases,
    ids: async (query) => (await anliji.search(query)).hits.map((hit) => hit.id),
    show: (found) => Promise.all(found.slice(0, {SHOWN}).map(anliji.rowAt)),
  }};
}}
"""
# Where a case is stands in a file of its own, of which a browser asks only so many at once.
_PAGEFIND = f"""
async (mark) => {{
  const AT_ONCE = 100;
  const pagefind = await import("/{BUNDLE}/pagefind.js");
  const known = new Map();
  const read = (some) => Promise.all(some.map(async (one) => {{
    if (!known.has(one.id)) known.set(one.id, (await one.data()).url.replace(/^.*\\/|\\.html$/g, ""));
  }}));
  let ready;
  window.bench = {{
    find: async (query) => {{
      ready = ready ?? pagefind.init();
      await ready;
      return (await pagefind.search(mark + query + mark)).results;
    }},
    ids: async (query, found) => {{
      for (let at = 0; at < found.length; at += AT_ONCE) await read(found.slice(at, at + AT_ONCE));
      return found.map((one) => known.get(one.id));
    }},
    show: (found) => read(found.slice(0, {SHOWN})),
  }};
}}
"""


@dataclass(frozen=True, slots=True)
class Engine:
    """A search on a site."""

    name: str
    home: str
    """The site's address, ending in `/`."""
    folder: Path
    """Where the site's files are."""
    page: str
    """What is opened, below the address."""
    prepare: str
    """The script that makes `bench`, before any clock starts."""
    lists_all: bool
    """Whether to weigh, too, what tells ids and titles of all results; not where each result has a file of its own."""
    mark: str = ""
    """Stands before and after each query."""


def our_engine(name: str, home: str, site: Path, *, lists_all: bool = False) -> Engine:
    """Our search, on the home page of a built site."""
    return Engine(name, home, site, "index.html", _OURS, lists_all)


def pagefind_engine(name: str, home: str, folder: Path, mark: str = "") -> Engine:
    """Pagefind, on an empty page; with a quotation mark it looks for the words in a row."""
    return Engine(name, home, folder, BLANK, _PAGEFIND, lists_all=False, mark=mark)


def kind(path: str) -> str:
    """Tell whether a file, by its path in the site, is "data" of a search, a "program" or neither, a page say."""
    if path.startswith(f"{FOLDER}/"):
        return "data"
    if path.endswith(PROGRAM):
        return "" if path.endswith(".css") else "program"
    return "data" if path.startswith(f"{BUNDLE}/") else ""
