"""The peer in search: Pagefind, extended with Chinese words, on pages that hold just the texts that we search."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from pagefind_bin_extended import get_executable

from generator.case.model import Case
from generator.library.library import Library
from generator.outputs.search.texts import passages
from tests.bench.measure import Run, run_measured

BUNDLE = "pagefind"
"""The folder that it writes into the site."""
PROGRAM = (".js", ".css", ".pagefind")
"""How names of its program's files end: scripts, styles, WebAssembly."""
BLANK = "blank.html"
"""A page of the same language to search from; made after the index, so not in it."""

_PAGE = '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head><body>{body}</body></html>'


def write_pages(library: Library, folder: Path) -> None:
    """Write a page for each case, named by its id: the title as heading, everything else in paragraphs."""
    folder.mkdir()
    for case in library.cases:
        (folder / f"{case.id}.html").write_text(_page(case), encoding="utf-8")


def _page(case: Case) -> str:
    texts = (line for passage in passages(case) if passage.zone != "title" for line in passage.text.split("\n"))
    paragraphs = "\n".join(f"<p>{escape(text)}</p>" for text in texts if text)
    return _PAGE.format(body=f"<h1>{escape(case.title)}</h1>\n{paragraphs}")


def index_pages(folder: Path) -> Run:
    """Index a folder of pages.

    Raises:
        CommandFailedError: it did not come to an end, for want of memory for instance.
    """
    run = run_measured([str(get_executable()), "--site", str(folder)], folder)
    (folder / BLANK).write_text(_PAGE.format(body=""), encoding="utf-8")
    return run


def data_files(folder: Path, *, of_cases: bool) -> Iterator[Path]:
    """Give the files of the index proper, or each case's own file, which results are shown from."""
    for path in (folder / BUNDLE).rglob("*"):
        if path.is_file() and not path.name.endswith(PROGRAM) and (path.suffix == ".pf_fragment") == of_cases:
            yield path
