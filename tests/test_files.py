"""All files that data makes: none twice, every hosted page filled, the same bytes from the same library."""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.case.model import Case, Collection
from generator.library.library import Library, gather
from generator.outputs.feeds import sitemap
from generator.outputs.files import files
from generator.outputs.pages import pages
from generator.outputs.site import addresses
from generator.outputs.site.file import File
from generator.outputs.site.frame import Frame
from generator.outputs.site.settings import Site

MakeCase = Callable[..., Case]

ROOT = Path(__file__).parents[1]
SHOWCASE = ROOT / "tests" / "fixtures" / "showcase" / "cases"
SITE = Site("示例案例集", "https://anliji.example/", "虚构的案例，只供测试。")
NOWHERE = Site("示例案例集")

HTML = "<head><!-- anliji:head --></head><body><!-- anliji:main --></body>"
WRITTEN = {
    "about.html": Frame("about.html", "关于", "示例说明。", "<!-- anliji:head --><p>写好的</p>"),
    "handbook/rules.html": Frame("handbook/rules.html", "规则", "", "<!-- anliji:head --><!-- anliji:rules -->"),
}
"""Pages that people wrote."""
FRAMES = {
    **{uri: Frame(uri, title, "", HTML) for uri, title in {addresses.HOME: "", **addresses.hosted_titles()}.items()},
    **WRITTEN,
}

DIGEST = """
import hashlib, pathlib, sys
from generator.case.date import PartialDate
from generator.case.model import Case
from generator.library.library import gather
from generator.outputs.site import addresses
from generator.outputs.files import files
from generator.outputs.site.frame import Frame
from generator.outputs.site.settings import Site
from generator.reading.entry import Surroundings
from generator.reading.examination import enter, examine
from generator.reading.record import Record

def read(path):
    record = Record(path.parent.name, f"cases/{path.parent.name}/case.yml", path.read_bytes())
    return enter(record, Case, Surroundings(PartialDate(2026, 11, 22))).value

cases = [case for case in map(read, pathlib.Path(sys.argv[1]).glob("*/case.yml")) if case]
html = "<!-- anliji:head --><!-- anliji:main -->"
frames = {uri: Frame(uri, "", "", html) for uri in (addresses.HOME, *addresses.hosted_titles())}
site = Site("示例案例集", "https://anliji.example/", "虚构的案例，只供测试。")
for file in files(gather(cases), site, frames):
    print(file.uri, hashlib.sha256(file.content).hexdigest())
"""
"""Draws all files of the showcase and prints their digests."""


@pytest.fixture(name="library", scope="module")
def _library(case: MakeCase) -> Library:
    """A library with odd values: namesakes, reserved words, an id like an index, two pages of a term."""
    cases = [
        case("2025-index", keywords=["index", "Index", "事实", "史诗", "……"], province="甘肃"),
        case("frame", title="示例案例之框", keywords=["frame"]),
        *(case(f"many-{number:02}", university="示例大学", keywords=["事实"]) for number in range(30)),
        case("gone-1", status="withdrawn", withdrawn_reason="示例原因"),
        case("draft-1", status="draft"),
    ]
    volume = Collection.model_validate({"id": "volume", "title": "示例选编", "editor": "示例编写组", "date": "2025-01"})
    return gather(cases, [volume])


def contents(library: Library, site: Site = SITE) -> dict[str, str]:
    """Draw all files."""
    return {file.uri: file.content.decode() for file in files(library, site, FRAMES)}


@pytest.mark.parametrize("which", ["odd", "empty"])
def test_no_two_files_share_an_address(which: str, library: Library) -> None:
    """Every file has an address of its own, also on a disk that takes capitals and small letters for the same."""
    uris = Counter(file.uri.lower() for file in files(library if which == "odd" else gather([]), SITE, FRAMES))

    assert [] == [uri for uri, count in uris.items() if count > 1]


def test_addresses_are_fit_for_every_disk(library: Library) -> None:
    """Addresses are lower-case ASCII without anything that Windows or a browser might read otherwise."""
    odd = [
        file.uri for file in files(library, SITE, FRAMES) if not re.fullmatch(r"([a-z0-9-]+/)*[a-z0-9.-]+", file.uri)
    ]

    assert [] == odd


@pytest.mark.parametrize("which", ["odd", "empty"])
def test_hosted_pages_are_filled(which: str, library: Library) -> None:
    """Every page that the host frames for the generator is filled, and its frame is one that the host gives."""
    given = library if which == "odd" else gather([])
    filled = {page.uri for page in pages(given, SITE)}
    needed = {page.frame for page in pages(given, SITE)}

    assert set() == set(addresses.hosted_titles()) - filled - {addresses.FRAME}
    assert set() == needed - set(FRAMES)


def test_frame_of_cases_is_not_published() -> None:
    """The page that lends its frame to all others is no page of the site, unless a case has that id."""
    assert addresses.FRAME not in contents(gather([]))


def test_no_mark_is_left(library: Library) -> None:
    """No page shows a mark that nothing was poured into."""
    assert [] == [uri for uri, content in contents(library).items() if "<!-- anliji:" in content]


def test_main_part_stands_in_its_frame(case: MakeCase) -> None:
    """A page of the generator is its frame with the page's own head and main part."""
    content = contents(gather([case("x-01", title="示例的标题")]))["cases/x-01.html"]

    assert content.startswith("<head><title>示例的标题 - 示例案例集</title>")
    assert 1 == content.count("<h1")
    assert content.endswith("</body>")


def test_written_page_keeps_its_text(library: Library) -> None:
    """A page that people wrote gets a head of its title and description, and its text stays."""
    content = contents(library)["about.html"]

    assert "<title>关于 - 示例案例集</title>" in content
    assert 'content="示例说明。"' in content
    assert content.endswith("<p>写好的</p>")


def test_handbook_s_marks_are_filled(library: Library) -> None:
    """A mark in the handbook gives way to what the program knows, here its rules."""
    assert "date-invalid" in contents(library)["handbook/rules.html"]


def test_sitemap_has_what_readers_should_find(library: Library) -> None:
    """The sitemap names written pages and cases; withdrawn cases and lists of namesakes are not in it."""
    found = set(re.findall(r"<loc>https://anliji\.example/([^<]*)</loc>", contents(library)["sitemap.xml"]))

    assert {"", "about.html", "handbook/rules.html", "cases/2025-index.html", "collections/volume.html"} <= found
    assert set() == found & {"cases/gone-1.html", "cases/draft-1.html", "keyword/shishi.html", "index.html"}


def test_sitemap_names_exactly_the_indexed_pages(library: Library) -> None:
    """What the sitemap names has a canonical address, and all that has one is named."""
    drawn = contents(library)
    canonical = {
        found[1]
        for content in drawn.values()
        if (found := re.search(r'<link rel="canonical" href="([^"]+)">', content))
    }

    assert canonical == set(re.findall(r"<loc>([^<]*)</loc>", drawn["sitemap.xml"]))


def test_withdrawn_case_keeps_its_address(library: Library) -> None:
    """A withdrawn case leaves a page at its address; a draft leaves none."""
    uris = {file.uri for file in files(library, SITE, FRAMES)}

    assert (True, False) == ("cases/gone-1.html" in uris, "cases/draft-1.html" in uris)


def test_every_case_has_its_record(library: Library) -> None:
    """Each published case has its record beside its page; withdrawn ones and drafts have none."""
    records = {file.uri for file in files(library, SITE, FRAMES) if re.fullmatch(r"cases/.*\.json", file.uri)}

    assert {f"cases/{case.id}.json" for case in library.cases} == records
    assert set() == records & {"cases/gone-1.json", "cases/draft-1.json"}


def test_without_the_site_s_address(library: Library) -> None:
    """Where the site's address is unknown, there is no sitemap and everything else."""
    assert {"sitemap.xml"} == set(contents(library)) - set(contents(library, NOWHERE))


def test_list_of_files_is_cheap(library: Library) -> None:
    """A file is drawn when it is asked for, not when it is listed."""
    missing = {uri: Frame(uri, "", "", "") for uri in FRAMES}
    listed = [file.uri for file in files(library, SITE, missing)]

    assert list(contents(library)) == listed


@pytest.mark.parametrize("drawn", ["示例", "示例".encode()])
def test_content_is_bytes(drawn: str | bytes) -> None:
    """Text is written as UTF-8, bytes as they are."""
    assert "示例".encode() == File("a.txt", lambda: drawn).content


def test_two_sitemaps_do_not_share_an_address() -> None:
    """The parts of a split sitemap have names of their own."""
    uris = [file.uri for file in sitemap((f"{number}.html" for number in range(50_001)), SITE)]

    assert len(uris) == len(set(uris))


@pytest.mark.program
def test_same_library_same_bytes() -> None:
    """All files of the showcase have the same bytes whatever the hash seed, so a rebuild changes nothing by chance."""

    def digests(seed: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", DIGEST, str(SHOWCASE)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
            text=True,
        ).stdout

    one, other = digests("0"), digests("1")

    assert "cases/quan-zi-duan.html" in one
    assert one == other
