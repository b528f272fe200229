"""A site takes as many bytes and files as it may, and a word more changes few of them."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.build import build_site
from generator.case.date import PartialDate
from generator.examine import examine_project
from generator.hosting.rendering import render_host
from generator.making.terminal.progress import Stages
from tests.bench.records import write_project
from tests.sharing import made_once

pytestmark = pytest.mark.build

CASES = 40
KB = 1_000
FRAME = 4_000
"""Bytes of a page outside its main part, without what it says of itself."""
FIRST_SHOWN = 24
WORD = "又一次"


def built(project: Path) -> Path:
    """Build a project; gives its site."""
    stages = Stages()
    library = examine_project(project, stages, on=PartialDate(2026, 11, 22)).library()
    build_site(project, project / "site", library, render_host, stages)
    return project / "site"


@pytest.fixture(name="sites", scope="module")
def _sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two sites of the same invented cases; in one record of the second the summary has a word more near its end."""

    def make(folder: Path) -> None:
        for name in ("before", "after"):
            (folder / name).mkdir()
            write_project(folder / name, CASES)
        record = changed_record(folder / "after")
        text = re.sub("^(summary: .*)。$", rf"\1{WORD}。", record.read_text(encoding="utf-8"), flags=re.MULTILINE)
        record.write_text(text, encoding="utf-8")
        for name in ("before", "after"):
            built(folder / name)

    folder = made_once(tmp_path_factory, "bytes", make)
    return folder / "before" / "site", folder / "after" / "site"


def changed_record(project: Path) -> Path:
    """Choose the record that gets a word more."""
    return sorted(project.glob("cases/*/case.yml"))[CASES // 2]


def sizes(site: Path, *folders: str) -> Counter[str]:
    """Count the bytes of files by their folder."""
    counted: Counter[str] = Counter()
    for path in site.rglob("*"):
        if path.is_file() and (not folders or path.relative_to(site).parts[0] in folders):
            counted[path.relative_to(site).parent.as_posix()] += path.stat().st_size
    return counted


def test_bytes_of_a_case(sites: tuple[Path, Path]) -> None:
    """A case of 2,200 characters takes at most 22 kB for its page, 8 kB for texts and record, 0.4 kB for its row."""
    counted = sizes(sites[0])

    assert counted["cases"] <= 22 * KB * CASES
    assert counted["search/cases"] <= 8 * KB * CASES
    assert counted["search/rows"] <= 0.4 * KB * CASES


def test_files_of_a_case(sites: tuple[Path, Path]) -> None:
    """A case has a page of its own, and what else there is of it shares files with others."""
    counted = Counter(path.relative_to(sites[0]).parent.as_posix() for path in sites[0].rglob("*") if path.is_file())

    assert counted["cases"] == CASES
    assert CASES / 2 <= counted["search/cases"] <= 0.6 * CASES
    assert counted["search/rows"] == -(-CASES // 8)


def test_bytes_around_pages(sites: tuple[Path, Path]) -> None:
    """Head, header and foot of a page take little: one menu, and no drawing."""
    for uri in ("cases/2024-00007.html", "year/2024.html"):
        html = next(iter(sites[0].glob(uri)), next(sites[0].glob("cases/*.html"))).read_text(encoding="utf-8")
        around = html[: html.index("<main")] + html[html.index("</main>") :]
        own = html[html.index("<title>") : html.index('<link rel="stylesheet"')]

        assert len(around.encode()) - len(own.encode()) < FRAME
        assert (1, 0) == (around.count("<nav"), around.count("<svg"))


def test_rows_of_lists(sites: tuple[Path, Path]) -> None:
    """A row of a list takes less than 600 bytes, whatever the case."""
    html = next(sites[0].glob("year/20*.html")).read_text(encoding="utf-8")
    rows = html.split('<li class="row ')[1:-1]

    assert rows
    assert max(len(row.encode()) for row in rows) < 600


def test_first_results(sites: tuple[Path, Path]) -> None:
    """To show 24 results anywhere in a library a browser loads 24 blocks of rows, together at most 100 kB."""
    blocks = sorted(path.stat().st_size for path in sites[0].glob("search/rows/*.js"))

    assert blocks[-1] * FIRST_SHOWN <= 100 * KB


def test_a_word_more_changes_few_files(sites: tuple[Path, Path]) -> None:
    """A word more in a summary changes the case's page, its texts, the parts that have them, and no other's."""
    before, after = sites
    case_id = changed_record(after.parent).parent.name
    changed = set(differing(before, after))
    parts = {uri for uri in changed if uri.startswith(("search/grams/", "search/letters/"))}

    assert f"cases/{case_id}.html" in changed
    assert 1 == sum(uri.startswith("search/cases/") for uri in changed)
    assert {f"cases/{case_id}.html", "search/index.js"} <= changed - parts
    others = {uri for uri in changed - parts if not uri.startswith("search/cases/")}
    data = {"data/catalogue.json", "data/catalogue.csv", "datapackage.json", "data.html"}
    assert others <= {f"cases/{case_id}.html", "search/index.js", "manifest.json", "feed.xml", "feed.json", *data}
    assert len(parts) <= 0.8 * len(list(before.glob("search/grams/*")))


def differing(one: Path, other: Path) -> Iterator[str]:
    """Give the addresses of files that differ between two sites."""
    uris = {path.relative_to(site).as_posix() for site in (one, other) for path in site.rglob("*") if path.is_file()}
    for uri in uris:
        files = [site / uri for site in (one, other)]
        if not all(file.is_file() for file in files) or files[0].read_bytes() != files[1].read_bytes():
            yield uri
