"""The whole build of the showcase: what is published, that every link leads somewhere, and that nothing breaks."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from click.testing import Result
from PIL import Image

from generator import examine, shares
from generator.build import Host, build_site
from generator.case.date import PartialDate
from generator.examine import Examination, examine_project
from generator.hosting.rendering import render_host
from generator.making import workers
from generator.making.cache import Cache
from generator.making.errors import UserError
from generator.making.images import photos, poster_png
from generator.making.site_place import MARK, ForeignFolderError, claim
from generator.making.staging import mark
from generator.making.terminal.progress import Stages
from generator.outputs import drawn_artifacts
from generator.outputs.site import addresses
from generator.outputs.site.addresses import MANIFEST
from generator.outputs.site.hosted import Hosted
from generator.outputs.site.manifest import Sum, parse_manifest

pytestmark = pytest.mark.build

Mkdocs = Callable[..., Result]

ON = PartialDate(2026, 11, 22)
PUBLISHED = {
    "bi-tian-zi-duan",
    "gang-wan-yi-yuan",
    "hai-dao-shu-wu",
    "hao-jiang-ke-ji",
    "ke-pu-xia-xiang",
    "lian-jian-jie-dui",
    "quan-zi-duan",
    "she-qu-diao-yan",
    "shi-li-da-ke-tang",
    "zhong-zi-shi-yan",
}
WITHDRAWN = {"che-xia-an-li"}
EXPIRED = {"shou-quan-dao-qi"}
"""A published case without a valid permission, whose page is being revised."""
HIDDEN = {"cao-gao": "还没有写完的草稿", "yi-shen-he": ""}
"""Records that no reader may see, some with the title to look for."""
UNLINKED = {
    *("404.html", "cases/che-xia-an-li.html", "cases/shou-quan-dao-qi.html", "university/shilidaxue.html"),
    "compare.html",
}
"""Pages for addresses that somebody kept: a withdrawn case, an expired one, a name that two schools share; and the one
that opens with what a reader has chosen."""
SITE_URL = "https://anliji.example/"


class Reader(HTMLParser):
    """Reads a page: its links, ids, headings and what its head says."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        """What the reader may follow: `href` of `a`."""
        self.loads: list[str] = []
        """What a browser loads by itself."""
        self.headings = 0
        self.lang = self.title = self.json_ld = ""
        self.meta: dict[str, str] = {}
        self._inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the tests ask for."""
        values = {key: value or "" for key, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        elif tag == "link" and values.get("rel") not in ("canonical", "alternate"):
            self.loads.append(values["href"])
        elif tag == "link" and values.get("rel") == "alternate":
            self.links.append(values["href"])
        if "src" in values:
            self.loads.append(values["src"])
        self.loads += [part.split()[0] for part in values.get("srcset", "").split(",") if part.strip()]
        if tag == "html":
            self.lang = values.get("lang", "")
        if tag == "meta":
            self.meta[values.get("name") or values.get("property", "")] = values.get("content", "")
        self.headings += tag == "h1"
        self._inside = "ld" if values.get("type") == "application/ld+json" else tag

    def handle_data(self, data: str) -> None:
        """Keep the title and the structured data."""
        if self._inside == "title" and not self.title:
            self.title = data
        elif self._inside == "ld":
            self.json_ld += data

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        del tag
        self._inside = ""


def quiet() -> Stages:
    """Give stages that nobody sees."""
    return Stages()


def examined(project: Path) -> Examination:
    """Examine a project on a day of the tests' choice."""
    return examine_project(project, quiet(), on=ON)


def built(project: Path, site: Path, host: Host = render_host) -> Path:
    """Build a project's site into a folder."""
    build_site(project, site, examined(project).library(), host, quiet())
    return site


def digests(folder: Path) -> dict[str, str]:
    """Give a digest of every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def showcase(built_showcase: Path) -> Path:
    """Give a copy of the showcase that no test changes."""
    return built_showcase


@pytest.fixture(scope="module")
def site(built_showcase: Path) -> Path:
    """Give the showcase's site, built once."""
    return built_showcase / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Reader]:
    """Give every page of the site, read, by its address."""
    return {
        path.relative_to(site).as_posix(): Reader(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def test_showcase_has_no_errors(showcase: Path) -> None:
    """The showcase is sound; its only warnings are a source of a title alone and a permission that has run out."""
    examination = examined(showcase)

    assert [(problem.path, problem.rule) for problem in examination.problems] == [
        ("cases/bi-tian-zi-duan/case.yml", "source-bare"),
        ("cases/shou-quan-dao-qi/case.yml", "permission-expired"),
    ]
    assert {case.id for case in examination.library().cases} == PUBLISHED
    assert {case.id for case in examination.library().withdrawn} == WITHDRAWN
    assert {one.id for one in examination.library().left_out} == EXPIRED


def test_host_has_nothing_to_complain_of(hosted: tuple[Path, Hosted]) -> None:
    """The settings of the repository and the written pages give no warning."""
    assert hosted[1].notices == ()


def test_every_case_has_its_page(site: Path) -> None:
    """Every case that is or was published has a page at the address of its id, and nothing else is beside them."""
    actual = {path.name for path in (site / "cases").iterdir()}

    assert actual == {f"{id}.html" for id in PUBLISHED | WITHDRAWN | EXPIRED}


@pytest.mark.parametrize("case_id", sorted(HIDDEN))
def test_what_is_not_published_is_nowhere(site: Path, case_id: str) -> None:
    """Drafts and reviewed records leave no trace in any text of the site: no page, link, feed or title."""
    texts = [path for path in site.rglob("*") if path.suffix in (".html", ".xml", ".json")]
    words = [word for word in (case_id, HIDDEN[case_id]) if word]
    found = [path.name for path in texts for word in words if word in path.read_text(encoding="utf-8")]

    assert found == []


def test_withdrawn_case(site: Path, pages: dict[str, Reader]) -> None:
    """A withdrawn case leaves a page that says so, why, and what replaces it, and stays out of search engines."""
    text = (site / "cases/che-xia-an-li.html").read_text(encoding="utf-8")

    assert "已撤下" in text
    assert "数据已经更新，并入新的案例" in text
    assert "../cases/quan-zi-duan.html" in pages["cases/che-xia-an-li.html"].links
    assert pages["cases/che-xia-an-li.html"].meta["robots"] == "noindex"
    assert "che-xia-an-li" not in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_expired_case(site: Path, showcase: Path, pages: dict[str, Reader]) -> None:
    """A case whose permission has run out leaves a page that tells nothing of it, and nothing else is anywhere."""
    uri = "cases/shou-quan-dao-qi.html"
    page = (site / uri).read_text(encoding="utf-8")
    record = yaml.safe_load((showcase / "cases/shou-quan-dao-qi/case.yml").read_text(encoding="utf-8"))
    texts = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in site.rglob("*")
        if path.suffix in (".html", ".xml", ".json")
    }
    words = [record["summary"][:20], record["summary"][-20:], record["permission"]["granted_by"]]

    assert "这个页面正在修订，暂时不提供内容。" in page
    assert record["title"] not in page
    assert record["university"] not in page
    assert pages[uri].meta["robots"] == "noindex"
    told = {name for name, text in texts.items() if "shou-quan-dao-qi" in text or record["title"] in text}
    assert told == {uri, MANIFEST}
    assert [name for name, text in texts.items() for word in words if word in text] == []
    assert [uri for page in pages.values() for link in page.links if "shou-quan-dao-qi" in link] == []


def test_frame_is_not_published(site: Path) -> None:
    """The page whose frame the cases take is no page of the site."""
    assert not (site / addresses.FRAME).exists()
    assert addresses.FRAME not in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_no_mark_is_left(site: Path) -> None:
    """Every mark of the frames is filled or gone."""
    found = [path.name for path in site.rglob("*.html") if "<!-- anliji:" in path.read_text(encoding="utf-8")]

    assert found == []


def test_records_and_settings_are_not_published(site: Path) -> None:
    """The site holds no YAML: records, collections and the wording list stay in the project."""
    assert [path.name for path in site.rglob("*") if path.suffix in (".yml", ".yaml", ".md", ".py")] == []


def targets(uri: str, links: list[str]) -> Iterator[tuple[str, str, str]]:
    """Give the links of a page that stay on the site: the link, the file's address, the fragment."""
    for link in links:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        path = unquote(parts.path)
        target = normpath(join(dirname(uri), path)) if path else uri
        yield link, target, unquote(parts.fragment)


def test_every_link_leads_somewhere(site: Path, pages: dict[str, Reader]) -> None:
    """Every internal link and every file that a page loads is there, and every fragment is an id of its page."""
    files = set(digests(site))
    lost = [
        (uri, link)
        for uri, page in pages.items()
        for link, target, fragment in targets(uri, page.links + page.loads)
        if target not in files or (fragment and target in pages and fragment not in pages[target].ids)
    ]

    assert lost == []


def test_addresses_are_encoded(site: Path, pages: dict[str, Reader]) -> None:
    """The addresses of photos and attachments are percent-encoded in pages; the files' names on disk are not."""
    page = pages["cases/quan-zi-duan.html"]
    given = {link for link in page.links + page.loads if "/photos/" in link or "/files/" in link}

    assert "../photos/quan-zi-duan/%E6%B0%B4%E6%A0%B7.png.800.webp" in given
    assert [link for link in given if not link.isascii()] == []
    assert {unquote(link).removeprefix("../") for link in given} == {
        path.relative_to(site).as_posix()
        for kind in ("photos", "files")
        for path in (site / kind / "quan-zi-duan").iterdir()
    }


def test_every_page_is_reached_by_links(pages: dict[str, Reader]) -> None:
    """Following links from home leads to every page but those that stand for old or shared addresses."""
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        uri = waiting.pop()
        new = {target for _, target, _ in targets(uri, pages[uri].links)} & set(pages) - reached
        reached |= new
        waiting += new

    assert set(pages) - reached == UNLINKED


def test_links_are_relative(pages: dict[str, Reader]) -> None:
    """No link starts at the server's root, so the site works under a sub-path and from a USB stick."""
    found = [
        (uri, link)
        for uri, page in pages.items()
        for link in page.links + page.loads
        if link.startswith("/") or link.endswith("/") or "\\" in link
    ]

    assert found == []


def test_no_script_blocks(site: Path, pages: dict[str, Reader]) -> None:
    """No file of a script stands before what a page says, unless it is put off until the page is read."""
    texts = {uri: (site / uri).read_text(encoding="utf-8") for uri in pages}
    scripts = {uri: re.findall(r"<script [^>]*src=[^>]*>", text.partition("</main>")[0]) for uri, text in texts.items()}

    assert any(re.search(r"<script [^>]*src=", text) for text in texts.values())
    assert {uri: [tag for tag in tags if " defer" not in tag] for uri, tags in scripts.items()} == {
        uri: [] for uri in pages
    }


def test_nothing_is_loaded_from_elsewhere(site: Path, pages: dict[str, Reader]) -> None:
    """A page loads nothing from another host, nor does a style sheet."""
    loaded = [(uri, link) for uri, page in pages.items() for link in page.loads if urlsplit(link).netloc]
    styles = [
        (path.name, url)
        for path in site.rglob("*.css")
        for url in re.findall(r"url\([\"']?([^)\"']+)", path.read_text(encoding="utf-8"))
        if urlsplit(url).netloc
    ]

    assert (loaded, styles) == ([], [])


def test_links_that_leave_are_the_records_own(site: Path, showcase: Path, pages: dict[str, Reader]) -> None:
    """The only links to other hosts are those that records give, and the page's own address."""
    written = "\n".join(path.read_text(encoding="utf-8") for path in showcase.rglob("case.yml"))
    hosts = set(re.findall(r"https?://([^/\s)]+)", written))
    handbook = {
        (uri, link)
        for uri, page in pages.items()
        for link in page.links
        if (netloc := urlsplit(link).netloc) and netloc not in hosts and not link.startswith(SITE_URL)
    }

    assert handbook == set()
    assert site.is_dir()


def test_no_id_stands_twice(pages: dict[str, Reader]) -> None:
    """An id is one place on its page."""
    twice = {uri: sorted({id for id in page.ids if page.ids.count(id) > 1}) for uri, page in pages.items()}

    assert {uri: ids for uri, ids in twice.items() if ids} == {}


def test_every_page_has_a_head(pages: dict[str, Reader]) -> None:
    """Every page has a language, a title, a description, exactly one h1, and an Open Graph title."""
    poor = {
        uri: (page.lang, page.title, page.meta.get("description"), page.meta.get("og:title"), page.headings)
        for uri, page in pages.items()
        if uri != "404.html"
        and not (
            page.lang.startswith("zh")
            and page.title
            and page.meta.get("description")
            and page.meta.get("og:title")
            and page.headings == 1
        )
    }

    assert poor == {}


def test_page_for_lost_readers(pages: dict[str, Reader]) -> None:
    """The 404 page has a title, a description and a heading, and stays out of search engines."""
    page = pages["404.html"]

    assert (page.lang, page.headings, page.meta["robots"]) == ("zh-CN", 1, "noindex")
    assert page.title
    assert page.meta["description"]


def test_titles_differ(pages: dict[str, Reader]) -> None:
    """No two pages have the same title."""
    seen: dict[str, list[str]] = {}
    for uri, page in pages.items():
        seen.setdefault(page.title, []).append(uri)

    assert [uris for uris in seen.values() if len(uris) > 1] == []


def test_structured_data(pages: dict[str, Reader]) -> None:
    """Every page carries JSON-LD that parses, in schema.org's context and in Chinese, with whole addresses."""
    data = {uri: json.loads(page.json_ld) for uri, page in pages.items() if uri != "404.html"}
    wrong = {
        uri: one
        for uri, one in data.items()
        if (one["@context"], one["inLanguage"]) != ("https://schema.org", "zh-CN")
        or not str(one.get("url", SITE_URL)).startswith(SITE_URL)
    }

    assert wrong == {}


def test_sitemap_lists_every_page(site: Path, pages: dict[str, Reader]) -> None:
    """The sitemap names every page that search engines may show, and no other."""
    listed = re.findall(r"<loc>(.+?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    shown = {
        SITE_URL + uri.removesuffix("index.html") for uri, page in pages.items() if page.meta.get("robots") != "noindex"
    }

    assert sorted(listed) == sorted(shown)


def test_photo_is_published_without_metadata(site: Path, showcase: Path) -> None:
    """The photo with a position in its EXIF is published upright, without a byte of EXIF, GPS or XMP."""
    with Image.open(showcase / "cases/quan-zi-duan/jiance-zhan.jpg") as image:
        original = dict(image.getexif().get_ifd(0x8825))
    path = site / "photos/quan-zi-duan/jiance-zhan.jpg.800.jpg"
    data = path.read_bytes()
    with Image.open(path) as image:
        told = (image.format, image.size, dict(image.getexif()), sorted(image.info))

    assert original
    assert [mark for mark in (b"Exif", b"GPS", b"http://ns.adobe.com", b"Example Phone") if mark in data] == []
    assert told == (
        "JPEG",
        (800, 600),
        {},
        ["jfif", "jfif_density", "jfif_unit", "jfif_version", "progression", "progressive"],
    )


def test_photos_and_attachments_of_a_case(site: Path, showcase: Path) -> None:
    """Every photo becomes WebP and JPEG in its sizes; an attachment with nothing to leave out is published as it is."""
    photos = sorted(path.name for path in (site / "photos/quan-zi-duan").iterdir())
    attachment = (site / "files/quan-zi-duan/jiance-fang-fa.pdf").read_bytes()

    assert photos == [
        f"{file}.{width}.{kind}"
        for file in ("huishang.webp", "jiance-zhan.jpg", "水样.png")
        for width in (480, 800)
        for kind in ("jpg", "webp")
    ]
    assert attachment == (showcase / "cases/quan-zi-duan/jiance-fang-fa.pdf").read_bytes()


def test_photos_keep_their_room(pages: dict[str, Reader], site: Path) -> None:
    """The page names a photo's copies by their widths, and its size, which is that of the largest."""
    text = (site / "cases/quan-zi-duan.html").read_text(encoding="utf-8")

    assert text.count('width="800" height="600"') == 3
    # The one that leads the page comes at once.
    assert text.count('width="800" height="600" loading="lazy" decoding="async"') == 2
    assert "../photos/quan-zi-duan/jiance-zhan.jpg.480.webp" in pages["cases/quan-zi-duan.html"].loads
    assert "../photos/quan-zi-duan/jiance-zhan.jpg.800.jpg" in pages["cases/quan-zi-duan.html"].links


def test_pictures_for_messengers(site: Path, pages: dict[str, Reader]) -> None:
    """Featured cases and collections have a poster that is there and no heavier than 100 KB; no other page has one."""
    named = {
        uri: page.meta["og:image"].removeprefix(SITE_URL) for uri, page in pages.items() if "og:image" in page.meta
    }

    assert {uri for uri in named if uri.startswith("cases/")} == {
        "cases/quan-zi-duan.html",
        "cases/lian-jian-jie-dui.html",
    }
    assert {f"posters/{uri.removesuffix('.html')}.png" for uri in named} == set(named.values())
    assert sorted(named.values()) == sorted(
        path.relative_to(site).as_posix() for path in (site / "posters").rglob("*") if path.is_file()
    )
    assert [uri for uri in named.values() if (site / uri).stat().st_size > 100_000] == []


@pytest.fixture(name="hosted", scope="module")
def fixture_hosted(built_showcase: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Hosted]:
    """Give what the host makes of the showcase."""
    folder = tmp_path_factory.mktemp("hosted") / "site"
    return folder, render_host(built_showcase, folder)


@pytest.fixture(name="ready_host", scope="module")
def fixture_ready_host(hosted: tuple[Path, Hosted]) -> Host:
    """Give a host that gives that again: for builds of the showcase that ask what becomes of it."""

    def render(_root: Path, into: Path) -> Hosted:
        shutil.copytree(hosted[0], into, dirs_exist_ok=True)
        return hosted[1]

    return render


@pytest.fixture(name="rebuilt", scope="module")
def fixture_rebuilt(built_showcase: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the showcase again, with its cache and without a way to make pictures, where an old site is."""
    again = tmp_path_factory.mktemp("rebuilt") / "site"
    again.mkdir()
    mark(again)
    (again / "index.html").write_text("旧的")
    (again / "gone.html").write_text("旧的")

    def never(*_: object) -> None:
        raise AssertionError("made again")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(photos, "make_copies", never)
        patch.setattr(poster_png, "paint", never)
        return built(built_showcase, again)


def outside_cache(project: Path) -> dict[str, str]:
    """Give what `digests` does of a project, without what is kept to be made only once."""
    return {uri: digest for uri, digest in digests(project).items() if not uri.startswith(".cache/")}


def test_second_build_draws_no_pictures(rebuilt: Path, site: Path, showcase: Path) -> None:
    """A second build develops no photo and paints no poster, and a site of its own disk gets the same bytes."""
    pictures = [uri for uri in digests(rebuilt) if uri.startswith(("photos/", "posters/"))]

    assert {uri.partition("/")[0] for uri in pictures} == {"photos", "posters"}
    assert [uri for uri in pictures if (rebuilt / uri).read_bytes() != (site / uri).read_bytes()] == []
    assert sorted(path.name for path in (showcase / ".cache").iterdir()) == [
        "attachments",
        "books",
        "faces",
        "photos",
        "posters",
    ]


def test_second_build_gives_the_same_bytes(rebuilt: Path, site: Path) -> None:
    """The same records give the same site, byte for byte."""
    assert digests(rebuilt) == digests(site)


def test_rebuild_leaves_nothing_of_the_old_site(rebuilt: Path) -> None:
    """A build replaces the site whole: a page that is not made any more is gone."""
    assert not (rebuilt / "gone.html").exists()
    assert (rebuilt / "index.html").read_text(encoding="utf-8") != "旧的"
    assert [path.name for path in rebuilt.parent.iterdir()] == ["site"]


def test_two_processes_give_the_same_bytes(
    showcase: Path, site: Path, ready_host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Work shared between processes gives the same site."""
    monkeypatch.setattr(workers, "WORTHWHILE", 1)
    monkeypatch.setattr(examine, "SHARE", 2)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)

    assert workers.process_count(2) == 2
    assert digests(built(showcase, tmp_path / "site", ready_host)) == digests(site)


def test_spawned_processes_give_the_same_bytes(
    showcase: Path, site: Path, ready_host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where processes are not forked but started anew, as on Windows, the site is the same."""
    monkeypatch.setattr(workers, "WORTHWHILE", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(sys, "platform", "darwin")

    assert digests(built(showcase, tmp_path / "site", ready_host)) == digests(site)


@pytest.mark.sampled("seed", ["0", "1"])
def test_mkdocs_gives_the_same_site(showcase: Path, site: Path, tmp_path: Path, seed: str) -> None:
    """`mkdocs build` gives the same files as ours, whatever the hash seed."""
    program = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-f", showcase / "mkdocs.yml", "-d", tmp_path / "site"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )

    assert (program.returncode, program.stdout) == (0, ""), program.stderr
    assert digests(tmp_path / "site") == digests(site)
    assert (tmp_path / "site" / MARK).is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_mark_says_whose_site_it_is(site: Path) -> None:
    """A built site carries the mark by which the next build knows that it may replace it."""
    assert (site / MARK).read_text(encoding="utf-8") == "由 anliji 生成；每次生成都会整个替换这个文件夹。\n"
    assert claim(site) == site.resolve()


def test_mkdocs_replaces_its_own_site(tmp_project: Path, mkdocs: Mkdocs) -> None:
    """`mkdocs build` takes the place of the site that it made before."""
    codes = [mkdocs().exit_code for _ in range(2)]

    assert codes == [0, 0]
    assert (tmp_project / "site" / MARK).is_file()


@pytest.mark.parametrize("by", ["anliji", "mkdocs"])
def test_foreign_site_is_left_alone(tmp_project: Path, mkdocs: Mkdocs, by: str) -> None:
    """A folder with pages that no build of ours has made is refused by both ways to build."""
    site = tmp_project / "site"
    site.mkdir()
    (site / "index.html").write_text("别人的首页", encoding="utf-8")
    before = digests(tmp_project)
    if by == "mkdocs":
        result = mkdocs()
        told = result.output
        assert result.exit_code == 1
    else:
        with pytest.raises(ForeignFolderError) as caught:
            built(tmp_project, site)
        told = str(caught.value)

    assert f"{site} 已有别的东西，不是生成的网站，所以没有替换。" in told
    assert digests(tmp_project) == before


@pytest.mark.parametrize("harm", ["record", "page", "settings"])
def test_mkdocs_with_errors_leaves_the_old_site(tmp_project: Path, mkdocs: Mkdocs, old_site: Path, harm: str) -> None:
    """`mkdocs build` too leaves the old site as it was when something is wrong, and nothing half-written."""
    assert old_site.is_dir()
    if harm == "record":
        (tmp_project / "cases/x-01/case.yml").write_text("title: 短\nstatus: published\n", encoding="utf-8")
    elif harm == "page":
        (tmp_project / "content/about.md").write_bytes("# 关于".encode("gbk"))
    else:
        (tmp_project / "mkdocs.yml").write_text("site_name: [")
    before = digests(tmp_project)

    assert mkdocs().exit_code == 1
    assert outside_cache(tmp_project) == before
    assert sorted(path.name for path in tmp_project.iterdir() if path.name != ".cache") == [
        *("cases", "content", "mkdocs.yml", "site")
    ]


@pytest.mark.parametrize("strict", [True, False])
def test_mkdocs_strict(
    tmp_project: Path,
    mkdocs: Mkdocs,
    old_site: Path,
    *,
    strict: bool,
) -> None:
    """Under `mkdocs build --strict` a broken link leaves the old site; without it the site is replaced."""
    (tmp_project / "content/about.md").write_text("# 关于\n\n[甲](nowhere.md)\n", encoding="utf-8")
    before = digests(tmp_project)
    result = mkdocs(*(["--strict"] if strict else []))

    assert result.exit_code == (1 if strict else 0), result.output
    assert "nowhere.md" in result.output
    assert (outside_cache(tmp_project) == before) == strict
    assert (old_site / "cases/x-01.html").exists() != strict
    assert sorted(path.name for path in tmp_project.iterdir() if path.name != ".cache") == [
        *("cases", "content", "mkdocs.yml", "site")
    ]


def test_mkdocs_strict_without_warnings(mkdocs: Mkdocs, old_site: Path) -> None:
    """`mkdocs build --strict` replaces the site where nothing is to be complained of."""
    result = mkdocs("--strict")

    assert result.exit_code == 0, result.output
    assert (old_site / "cases/x-01.html").is_file()


@pytest.mark.parametrize("strict", [True, False])
def test_strict_build(tmp_project: Path, old_site: Path, strict: bool) -> None:  # noqa: FBT001 (a case of the table)
    """Under `strict` a broken link in a written page leaves the old site and is told; without it, it is a notice."""
    (tmp_project / "content/about.md").write_text("# 关于\n\n[甲](nowhere.md)\n", encoding="utf-8")
    before, library = digests(tmp_project), examined(tmp_project).library()
    notice = "content/about.md 第 3 行的链接 nowhere.md 没有对应的页面或文件。建议：核对文件名或案例编号。"
    if strict:
        with pytest.raises(UserError, match=notice):
            build_site(tmp_project, old_site, library, render_host, quiet(), strict=True)
    else:
        made = build_site(tmp_project, old_site, library, render_host, quiet())
        assert made.notices == (notice,)

    assert (outside_cache(tmp_project) == before) == strict
    assert sorted(path.name for path in tmp_project.iterdir() if path.name != ".cache") == [
        *("cases", "content", "mkdocs.yml", "site")
    ]


def test_missing_cases_leave_the_old_site(tmp_project: Path, mkdocs: Mkdocs, old_site: Path) -> None:
    """Where cases/ was moved away no empty site takes the place of the good one."""
    (tmp_project / "cases").rename(tmp_project / "moved")
    before = digests(tmp_project)
    result = mkdocs()

    assert result.exit_code == 1
    assert f"找不到 {tmp_project / 'cases'} 这个文件夹" in str(result.exception)
    assert digests(tmp_project) == before
    assert old_site.is_dir()


def test_mkdocs_takes_no_other_folders_place(tmp_project: Path, mkdocs: Mkdocs) -> None:
    """`mkdocs build` refuses a site_dir that names the records' folder."""
    before = digests(tmp_project)
    result = mkdocs("-d", str(tmp_project / "cases"))

    assert result.exit_code == 1
    assert f"网站不能生成在 {tmp_project / 'cases'}：它在项目的 cases 文件夹里，案例记录在里面。" in result.output
    assert digests(tmp_project) == before


@pytest.fixture
def old_site(tmp_project: Path) -> Path:
    """Give the folder of an old site beside a project, as a build left it."""
    site = tmp_project / "site"
    site.mkdir()
    mark(site)
    (site / "index.html").write_text("旧的首页", encoding="utf-8")
    return site


def test_failing_host_leaves_the_old_site(tmp_project: Path, old_site: Path) -> None:
    """When the written pages cannot be rendered the old site stays, and no other folder is left."""
    before = digests(tmp_project)

    def failing(_root: Path, into: Path) -> Hosted:
        (into / "half.html").write_text("半页", encoding="utf-8")
        raise ValueError("示例")

    with pytest.raises(ValueError, match="示例"):
        build_site(tmp_project, old_site, examined(tmp_project).library(), failing, quiet())

    assert outside_cache(tmp_project) == before
    assert sorted(path.name for path in tmp_project.iterdir() if path.name != ".cache") == [
        *("cases", "content", "mkdocs.yml", "site")
    ]


@pytest.mark.parametrize("processes", [1, 2])
def test_failing_page_leaves_the_old_site(
    tmp_project: Path, old_site: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    """When a page cannot be drawn, here or in another process, the old site stays and the page is named."""
    monkeypatch.setattr(workers, "WORTHWHILE", 1 if processes == 2 else 300)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    before = digests(tmp_project)

    def fail(_head: object, uri: str, *_: object, **__: object) -> str:
        raise ValueError(uri)

    monkeypatch.setattr(drawn_artifacts, "render_head", fail)
    with pytest.raises(ValueError, match=r"index\.html") as caught:
        build_site(tmp_project, old_site, examined(tmp_project).library(), render_host, quiet())

    assert caught.value.__notes__ == [str(caught.value), "生成页面和检索"]
    assert outside_cache(tmp_project) == before
    assert sorted(path.name for path in tmp_project.iterdir() if path.name != ".cache") == [
        *("cases", "content", "mkdocs.yml", "site")
    ]


class CountingStages(Stages):
    """Stages that nobody sees, and that keep how many steps each took."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: Counter[str] = Counter()
        self._name = ""

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[None]:
        """Note the stage's name."""
        self._name = name
        with super().stage(name, total):
            yield

    def advance(self, steps: int) -> None:
        """Count."""
        self.steps[self._name] += steps


@pytest.fixture(name="pictured")
def _pictured(tmp_project: Path, record_text: str) -> Path:
    """Give a project of three featured cases with a photo each, no two alike."""
    for number in range(1, 4):
        folder = tmp_project / f"cases/x-{number:02}"
        folder.mkdir(exist_ok=True)
        Image.new("RGB", (100 + number, 50), "navy").save(folder / "a.jpg")
        text = record_text.replace("示例支部与", f"示例支部{number}与")
        photos = "photos:\n- file: a.jpg\n  caption: 示例图\n  alt: 深蓝色\n  people: false\n"
        (folder / "case.yml").write_text(f"{text}featured: true\n{photos}", encoding="utf-8")
    return tmp_project


def test_photos_and_posters_of_two_processes(
    pictured: Path, tmp_path: Path, plain_host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Photos and posters that are many enough are shared between processes, to the same files, and each is counted."""
    monkeypatch.setattr(shares, "_WORTHWHILE", 3)
    library, asked, work = examined(pictured).library(), list[int](), workers.work

    def watched(*given: object, processes: int) -> Iterator[object]:
        asked.append(processes)
        return work(*given, processes=processes)

    monkeypatch.setattr(workers, "work", watched)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    stages = CountingStages()
    build_site(pictured, tmp_path / "two", library, plain_host, stages)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    shutil.rmtree(pictured / ".cache")
    build_site(pictured, tmp_path / "one", library, plain_host, quiet())
    made = digests(tmp_path / "two")

    assert stages.steps == {"处理照片": 3, "绘制分享图": 3, "发布固定文件": 2}
    # Fixed files, photos, posters and pages.
    assert asked == [1, 2, 2, 1, 1, 1, 1, 1]
    assert made == digests(tmp_path / "one")
    assert sum(uri.startswith("photos/") for uri in made) == 6
    assert sum(uri.startswith("posters/") for uri in made) == 3


def test_build_clears_its_caches(
    tmp_project: Path, tmp_path: Path, plain_host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What no build used for an hour goes; without books those stay; what this build used stays however old it is."""
    record = tmp_project / "cases/x-01/case.yml"
    photos_of = "photos:\n- file: a.jpg\n  caption: 示例图\n  alt: 深蓝色\n  people: false\n"
    record.write_text(f"{record.read_text(encoding='utf-8')}featured: true\n{photos_of}", encoding="utf-8")
    Image.new("RGB", (100, 50), "navy").save(record.with_name("a.jpg"))
    collection = tmp_project / "content/collections/xuan.yml"
    collection.parent.mkdir()
    collection.write_text("title: 示例选编\neditor: 示例编者\ndate: 2026\n", encoding="utf-8")
    library, cache = examined(tmp_project).library(), tmp_project / ".cache"
    build_site(tmp_project, tmp_path / "one", library, plain_host, quiet())
    used = {path for path in cache.rglob("*") if path.is_file()}
    assert {path.relative_to(cache).parts[0] for path in used} >= {"photos", "posters", "books"}
    unused = {Cache(cache / kind).keep("ab" * 16, {"x": b"x"})["x"] for kind in ("photos", "posters", "books")}
    for path in (path for path in cache.rglob("*") if path.is_file()):
        os.utime(path, (0, 0))
    monkeypatch.setattr(poster_png, "paint", None)
    monkeypatch.setattr(photos, "make_copies", None)
    build_site(tmp_project, tmp_path / "two", library, plain_host, quiet(), with_books=False)
    without_books = {path for path in cache.rglob("*") if path.is_file()}
    build_site(tmp_project, tmp_path / "three", library, plain_host, quiet())
    with_books = {path for path in cache.rglob("*") if path.is_file()}

    assert {path.parts[-3] for path in unused & without_books} == {"books"}
    assert used <= without_books
    assert unused & with_books == set()
    assert used == with_books


def test_manifest_lists_every_file(site: Path) -> None:
    """The manifest of a finished site lists all its files but itself, each with size and SHA-256, in order."""
    sums = parse_manifest((site / MANIFEST).read_bytes())

    assert list(sums) == sorted(sums)
    assert sums == {
        path.relative_to(site).as_posix(): Sum(path.stat().st_size, sha256(path.read_bytes()).hexdigest())
        for path in site.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


def test_strict_build_of_a_book_with_a_notice(tmp_project: Path, old_site: Path, plain_host: Host) -> None:
    """Under `strict` a notice of a book or a poster leaves the old site and is told; without it, it is a notice."""
    folder = tmp_project / "content/collections"
    folder.mkdir()
    text = "title: 示例选集\neditor: 示例😀\ndate: 2026\n"
    (folder / "xuan-ji.yml").write_text(text, encoding="utf-8")
    library = examined(tmp_project).library()
    with pytest.raises(UserError, match=r"^汇编、分享图或链接有需要改正的地方，没有生成网站：\n.*😀"):
        build_site(tmp_project, old_site, library, plain_host, quiet(), strict=True)
    kept = (old_site / "index.html").read_text(encoding="utf-8")
    made = build_site(tmp_project, old_site, library, plain_host, quiet())

    assert kept == "旧的首页"
    assert ["汇编" in notice for notice in made.notices] == [True, False]
    assert ["分享图" in notice for notice in made.notices] == [False, True]


def test_examination_of_many_processes(showcase: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records checked in two processes give the same problems and cases as in one."""
    alone = examined(showcase)
    monkeypatch.setattr(workers, "WORTHWHILE", 1)
    monkeypatch.setattr(examine, "SHARE", 3)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)

    assert examined(showcase) == alone


@pytest.mark.parametrize(
    ("on", "is_published"), [((2020, 12, 31), True), ((2021, 1, 1), False)], ids=["last-day", "after"]
)
def test_permission_runs_out_after_its_last_day(
    showcase: Path, on: tuple[int, int, int], *, is_published: bool
) -> None:
    """A case is published on the last day of its permission, and on the next left out."""
    library = examine_project(showcase, quiet(), on=PartialDate(*on)).library()

    assert ("shou-quan-dao-qi" in library.by_id, library.left_out == ()) == (is_published, is_published)


@pytest.mark.parametrize("status", ["draft", "submitted", "reviewed", "withdrawn"])
def test_only_published_cases_are_taken_back(tmp_project: Path, record_text: str, status: str) -> None:
    """A case that no reader sees stays what it is when its permission runs out; so does one that was withdrawn."""
    why = "withdrawn_reason: 内容有误\n" if status == "withdrawn" else ""
    permission = "permission:\n  granted_by: 示例大学\n  granted_on: 2019\n  expires_on: 2020-12-31\n"
    text = record_text.replace("published", status) + why + permission
    (tmp_project / "cases/x-01/case.yml").write_text(text, encoding="utf-8")
    examination = examined(tmp_project)

    assert [case.status for case in examination.cases] == [status]
    assert examination.left_out == ()
