"""All artifacts that data makes: no address twice, every hosted page filled, the same bytes from the same library."""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.case.model import Case, Collection
from generator.case.programme import packaged_programme
from generator.library.library import Library, gather
from generator.outputs.catalogue.files import URIS
from generator.outputs.feeds import sitemap
from generator.outputs.page_artifacts import page_artifacts
from generator.outputs.pages import pages
from generator.outputs.site import addresses
from generator.outputs.site.artifact import Artifact
from generator.outputs.site.frame import Frame
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings
from tests.drawing import content, contents
from tests.test_search_script import handed_over

MakeCase = Callable[..., Case]

ROOT = Path(__file__).parents[1]
SHOWCASE = ROOT / "tests" / "fixtures" / "showcase" / "cases"
SETTINGS = Settings("示例案例集", "https://anliji.example/", "虚构的案例，只供测试。")
NOWHERE = Settings("示例案例集")

HTML = "<head><!-- anliji:head --></head><body><!-- anliji:main --></body>"
WRITTEN = {
    "about.html": Frame("about.html", "关于", "示例说明。", "<!-- anliji:head --><p>写好的</p>"),
    "handbook/rules.html": Frame("handbook/rules.html", "规则", "", "<!-- anliji:head --><!-- anliji:rules -->"),
}
"""Pages that people wrote."""
FRAMES = {
    **{
        uri: Frame(uri, title, "", HTML)
        for uri, title in {addresses.HOME: "", **addresses.hosted_titles(packaged_programme())}.items()
    },
    **WRITTEN,
}

DIGEST = """
import hashlib, pathlib, sys
from generator.case.date import PartialDate
from generator.case.model import Case
from generator.case.programme import packaged_programme
from generator.library.library import gather
from generator.outputs.site import addresses
from generator.outputs.page_artifacts import page_artifacts
from generator.outputs.site.frame import Frame
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings
from generator.reading.surroundings import Surroundings
from generator.reading.examination import examine, parse_record
from generator.reading.record import Record

def read(path):
    record = Record(path.parent.name, f"cases/{path.parent.name}/case.yml", path.read_bytes())
    return parse_record(record, Case, Surroundings(PartialDate(2026, 11, 22), packaged_programme())).value

cases = [case for case in map(read, pathlib.Path(sys.argv[1]).glob("*/case.yml")) if case]
html = "<!-- anliji:head --><!-- anliji:main -->"
frames = {uri: Frame(uri, "", "", html) for uri in (addresses.HOME, *addresses.hosted_titles(packaged_programme()))}
settings = Settings("示例案例集", "https://anliji.example/", "虚构的案例，只供测试。")
for artifact in page_artifacts(Publication(gather(cases), settings, frames=frames)):
    made = artifact.make()
    for uri, content in made.files.items():
        data = content.encode() if isinstance(content, str) else content
        print(uri, artifact.key(), hashlib.sha256(data).hexdigest(), *sorted(made.refers_to))
"""
"""Draws all artifacts of the showcase; prints their keys, digests and references."""


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
    volume = Collection.model_validate(
        {"id": "volume", "title": "示例选编", "editor": "示例编写组", "date": "2025-01"},
        context={"programme": packaged_programme()},
    )
    return gather(cases, [volume])


def artifacts_of(library: Library, settings: Settings = SETTINGS) -> list[Artifact]:
    """List all artifacts."""
    return list(page_artifacts(Publication(library, settings, frames=FRAMES)))


def texts_of(library: Library, settings: Settings = SETTINGS) -> dict[str, str]:
    """Draw all artifacts."""
    made = (contents(artifact) for artifact in artifacts_of(library, settings))
    return {uri: content.decode() for files in made for uri, content in files.items()}


@pytest.mark.parametrize("which", ["odd", "empty"])
def test_no_two_artifacts_share_an_address(which: str, library: Library) -> None:
    """Every artifact has an address of its own, also on a disk that takes capitals and small letters for the same."""
    uris = Counter(artifact.uri.lower() for artifact in artifacts_of(library if which == "odd" else gather([])))

    assert [] == [uri for uri, count in uris.items() if count > 1]


def test_addresses_are_fit_for_every_disk(library: Library) -> None:
    """Addresses are lower-case ASCII without anything that Windows or a browser might read otherwise."""
    uris = [artifact.uri for artifact in artifacts_of(library)]
    odd = [uri for uri in uris if not re.fullmatch(r"([a-z0-9-]+/)*[a-z0-9.-]+", uri)]

    assert [] == odd


@pytest.mark.parametrize("which", ["odd", "empty"])
def test_hosted_pages_are_filled(which: str, library: Library) -> None:
    """Every page that the host frames for the generator is filled, and its frame is one that the host gives."""
    given = library if which == "odd" else gather([])
    listed = list(pages(Publication(given, SETTINGS)))
    filled, needed = {page.uri for page in listed}, {page.frame for page in listed}

    assert set() == set(addresses.hosted_titles(packaged_programme())) - filled - {addresses.FRAME}
    assert set() == needed - set(FRAMES)


def test_frame_of_cases_is_not_published() -> None:
    """The page that lends its frame to all others is no page of the site, unless a case has that id."""
    assert addresses.FRAME not in texts_of(gather([]))


def test_no_mark_is_left(library: Library) -> None:
    """No page shows a mark that nothing was poured into."""
    assert [] == [uri for uri, text in texts_of(library).items() if "<!-- anliji:" in text]


def test_main_part_stands_in_its_frame(case: MakeCase) -> None:
    """A page of the generator is its frame with the page's own head and main part."""
    page = texts_of(gather([case("x-01", title="示例的标题")]))["cases/x-01.html"]

    assert page.startswith("<head><title>示例的标题 - 示例案例集</title>")
    assert 1 == page.count("<h1")
    assert page.endswith("</body>")


def test_written_page_keeps_its_text(library: Library) -> None:
    """A page that people wrote gets a head of its title and description, and its text stays."""
    page = texts_of(library)["about.html"]

    assert "<title>关于 - 示例案例集</title>" in page
    assert 'content="示例说明。"' in page
    assert page.endswith("<p>写好的</p>")


def test_handbook_s_marks_are_filled(library: Library) -> None:
    """A mark in the handbook gives way to what the program knows, here its rules."""
    assert "date-invalid" in texts_of(library)["handbook/rules.html"]


def test_sitemap_has_what_readers_should_find(library: Library) -> None:
    """The sitemap names written pages and cases; withdrawn cases and lists of namesakes are not in it."""
    found = set(re.findall(r"<loc>https://anliji\.example/([^<]*)</loc>", texts_of(library)["sitemap.xml"]))

    assert {"", "about.html", "handbook/rules.html", "cases/2025-index.html", "collections/volume.html"} <= found
    assert set() == found & {"cases/gone-1.html", "cases/draft-1.html", "keyword/shishi.html", "index.html"}


def test_sitemap_names_exactly_the_indexed_pages(library: Library) -> None:
    """What the sitemap names has a canonical address, and all that has one is named."""
    drawn = texts_of(library)
    canonical = {
        found[1]
        for text in drawn.values()
        if (found := re.search(r'<link rel="canonical" property="og:url" href="([^"]+)">', text))
    }

    assert canonical == set(re.findall(r"<loc>([^<]*)</loc>", drawn["sitemap.xml"]))


def test_withdrawn_case_keeps_its_address(library: Library) -> None:
    """A withdrawn case leaves a page at its address; a draft leaves none."""
    uris = {artifact.uri for artifact in artifacts_of(library)}

    assert (True, False) == ("cases/gone-1.html" in uris, "cases/draft-1.html" in uris)


def test_every_case_has_its_record(library: Library) -> None:
    """Each published case has its record in one of the files that cases share; withdrawn ones and drafts have none."""
    files = [content(one) for one in artifacts_of(library) if one.uri.startswith("search/cases/")]
    ids = [id for file in files for id in handed_over(file)[2::3]]

    assert sorted(case.id for case in library.cases) == sorted(ids)


def test_without_the_site_s_address(library: Library) -> None:
    """Where the site's address is unknown, there is no sitemap and everything else."""
    assert {"sitemap.xml"} == set(texts_of(library)) - set(texts_of(library, NOWHERE))


def test_list_of_artifacts_is_cheap(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """An artifact is computed when it is asked for, not when it is listed."""
    expected = [artifact.uri for artifact in artifacts_of(library)]
    monkeypatch.setattr(Frame, "pour", None)
    digests = ("page_artifacts.digest", "drawn_artifacts.digest")
    for work in (*digests, "drawn_artifacts.render", "pages.case.cite_page", "search.files.row_data"):
        monkeypatch.setattr(f"generator.outputs.{work}", None)

    assert expected == [artifact.uri for artifact in artifacts_of(library)]


def test_every_artifact_is_one_page_or_file(library: Library) -> None:
    """What data makes is one file each, but for the data files, which a page brings, and neither photo nor index."""
    listed = artifacts_of(library)

    assert [one.uris for one in listed] == [(*one.make().files,) for one in listed]
    assert {"page"} == {one.kind for one in listed}
    assert {"data.html": URIS} == {one.uri: one.more for one in listed if one.more}


def test_page_refers_to_what_it_and_its_frame_lead_to(case: MakeCase) -> None:
    """A page refers to what its view and its frame lead to, percent-decoded and without fragments."""
    html = '<a href="../about.html#top"></a><img src="../assets/%E5%9B%BE.png"><!-- anliji:main -->'
    frames = FRAMES | {addresses.FRAME: Frame(addresses.FRAME, "", "", html)}
    one = case("x-01", attachments=[{"file": "方案 1.pdf", "title": "示例"}])
    artifacts = page_artifacts(Publication(gather([one]), SETTINGS, frames=frames))
    (artifact,) = [artifact for artifact in artifacts if artifact.uri == "cases/x-01.html"]
    found = artifact.make().refers_to

    assert {"about.html", "assets/图.png"} <= found
    assert {"search/cases/x-01.js", "files/x-01/方案 1.pdf", "task/education-services.html"} <= found
    assert [] == [uri for uri in found if not uri or "#" in uri or uri.startswith(("..", "http"))]


@pytest.mark.parametrize(("settings", "is_named"), [(SETTINGS, True), (NOWHERE, False)])
def test_page_refers_to_its_picture(case: MakeCase, settings: Settings, *, is_named: bool) -> None:
    """The picture that messengers show counts where the page's head names it: where the site's address is known."""
    library = gather([case("x-01", featured="true")])
    (artifact,) = [one for one in artifacts_of(library, settings) if one.uri == "cases/x-01.html"]
    made = artifact.make()

    assert is_named == ("posters/cases/x-01.png" in made.refers_to)
    assert is_named == ("posters/cases/x-01.png" in str(made.files["cases/x-01.html"]))


def test_written_page_refers_to_its_links() -> None:
    """A page that people wrote refers to what it leads to and loads, from where it lies; other sites do not count."""
    html = '<a href="rules.html#a">一</a><a href="../about.html?b">二</a><a href="https://example.org/c">三</a>'
    frames = FRAMES | {"handbook/index.html": Frame("handbook/index.html", "手册", "", html)}
    artifacts = page_artifacts(Publication(gather([]), SETTINGS, frames=frames))
    (artifact,) = [artifact for artifact in artifacts if artifact.uri == "handbook/index.html"]

    assert {"handbook/rules.html", "about.html"} == artifact.make().refers_to


def test_two_sitemaps_do_not_share_an_address() -> None:
    """The parts of a split sitemap have names of their own."""
    uris = [artifact.uri for artifact in sitemap((f"{number}.html" for number in range(50_001)), SETTINGS)]

    assert len(uris) == len(set(uris))


@pytest.mark.build
def test_same_library_same_bytes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The showcase has the same bytes, keys and references whatever the hash seed: nothing changes by chance."""
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    other = subprocess.run(
        [sys.executable, "-c", DIGEST, str(SHOWCASE)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    monkeypatch.setattr(sys, "argv", ["-c", str(SHOWCASE)])
    exec(DIGEST, {})  # noqa: S102 (our own, as it stands above)
    one = capsys.readouterr().out

    assert "cases/quan-zi-duan.html" in one
    assert one == other
