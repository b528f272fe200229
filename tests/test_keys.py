"""Keys: whatever an artifact is made from changes its key, and nothing else does."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from generator import examine
from generator.build import Host
from generator.case.date import PartialDate
from generator.library.library import gather
from generator.making.images.photos import read_sizes
from generator.making.store.last_build import find
from generator.making.terminal.progress import Stages
from generator.making.writer import content_of
from generator.outputs.site import templates
from generator.outputs.site.artifact import Artifact
from generator.outputs.site.assets import Assets
from generator.outputs.site.edition import CoverPicture, Edition, PageLocation, PrintedVolume
from generator.outputs.site.publication import Publication
from generator.outputs.site.references import references_in_html
from generator.site_list import SiteList

pytestmark = pytest.mark.build

CASE = "cases/quan-zi-duan/case.yml"
OTHER = "cases/bi-tian-zi-duan/case.yml"


@dataclass(frozen=True)
class Site:
    """A project with what is published of it."""

    root: Path
    hosted: Path
    publication: Publication

    def artifacts(self) -> dict[str, Artifact]:
        """Everything that the site consists of, by address."""
        return {artifact.uri: artifact for artifact in SiteList(self.publication, self.root, self.hosted).all}


@pytest.fixture(name="open_site", scope="module")
def fixture_open_site(plain_host: Host) -> Callable[[Path], Site]:
    """Read a project and publish it in bare frames."""

    def open_site(root: Path) -> Site:
        hosted = root.with_name("hosted")
        given = plain_host(root, hosted)
        (hosted / "assets/example.css").write_text("a{}", encoding="utf-8")
        examination = examine.examine_project(root, Stages(), on=PartialDate(2026, 11, 22))
        library = gather(examination.cases, examination.collections)
        assets = Assets(read_sizes(library.cases, root))
        return Site(root, hosted, Publication(library, given.settings, assets, given.frames))

    return open_site


@dataclass(frozen=True)
class Before:
    """The showcase before any change."""

    site: Site
    keys: Mapping[str, str]
    made: Mapping[str, str]
    marks: Mapping[str, str]


@dataclass(frozen=True)
class After:
    """The showcase after a change."""

    artifacts: Mapping[str, Artifact]
    keys: Mapping[str, str]
    made: Mapping[str, str]
    marks: Mapping[str, str]


@pytest.fixture(name="before", scope="module")
def fixture_before(
    tmp_path_factory: pytest.TempPathFactory,
    copy_showcase: Callable[[Path], Path],
    open_site: Callable[[Path], Site],
) -> Before:
    """Publish the showcase, with all keys and bytes."""
    site = open_site(copy_showcase(tmp_path_factory.mktemp("keys") / "showcase"))
    artifacts = site.artifacts()
    return Before(site, keys_of(artifacts), bytes_of(artifacts), marks_of(site))


def keys_of(artifacts: Mapping[str, Artifact]) -> dict[str, str]:
    """Give every key."""
    return {uri: artifact.key() for uri, artifact in artifacts.items()}


def marks_of(site: Site) -> dict[str, str]:
    """Give every mark, where it is known what each record was read from."""
    found = find(site.root)
    examination = examine.examine_project(site.root, Stages(), on=PartialDate(2026, 11, 22), found=found)
    known = replace(site, publication=replace(site.publication, digests=examination.digests))
    return {uri: artifact.mark for uri, artifact in known.artifacts().items()}


def bytes_of(artifacts: Mapping[str, Artifact]) -> dict[str, str]:
    """Make everything; gives a digest of all files of each artifact."""
    return {
        uri: sha256(
            b"".join(file.encode() + content_of(content) for file, content in sorted(artifact.make().files.items()))
        ).hexdigest()
        for uri, artifact in artifacts.items()
    }


def differing(before: Mapping[str, str], after: Mapping[str, str]) -> set[str]:
    """Name what came, went or changed."""
    return {uri for uri in before.keys() | after.keys() if before.get(uri) != after.get(uri)}


def edit(path: str, old: str, new: str) -> Callable[[Path], None]:
    """Change a text of a project."""

    def change(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


CHANGES: dict[str, Callable[[Path], None]] = {
    "word-of-a-record": edit(CASE, "三年里在十二条灌渠上", "五年里在十二条灌渠上"),
    "title-of-a-neighbour": edit(OTHER, "title: ", "title: 新的"),
    "internal-remark": edit(CASE, "consent: ", "consent: 另有说明："),
    "photo": lambda root: Image.new("RGB", (700, 500), "navy").save(root / "cases/quan-zi-duan/水样.png"),
    "province": edit(CASE, "province: 江苏\nlevel", "province: 浙江\nlevel"),
    "featured": edit(OTHER, "title: ", "featured: true\ntitle: "),
    "draft-published": edit("cases/yi-shen-he/case.yml", "status: 已审核", "status: published"),
    "withdrawn": edit(OTHER, "status: published", "status: withdrawn\nwithdrawn_reason: 示例原因"),
    "foreword": edit("content/collections/xuanbian.yml", "foreword: |\n", "foreword: |\n  新的一段。\n\n"),
    "written-page": edit("content/about.md", "# ", "新写的一段。\n\n# "),
}
"""Changes of a project, by what is changed."""


@pytest.fixture(name="after", scope="module")
def fixture_after(
    before: Before, open_site: Callable[[Path], Site], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], After]:
    """Change the showcase and publish it again, once for each change: `after("photo")`."""

    @cache
    def after(name: str) -> After:
        root = tmp_path_factory.mktemp(name) / "showcase"
        # With the cache, so that no photo is made anew.
        shutil.copytree(before.site.root, root)
        CHANGES[name](root)
        site = open_site(root)
        artifacts = site.artifacts()
        return After(artifacts, keys_of(artifacts), bytes_of(artifacts), marks_of(site))

    return after


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_the_project_changes_the_keys_of_what_it_changes(
    name: str, before: Before, after: Callable[[str], After]
) -> None:
    """The keys that change are those of the artifacts whose bytes change, not one more and not one less."""
    changed = after(name)

    assert differing(before.made, changed.made) == differing(before.keys, changed.keys)


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_bytes_changes_the_mark(name: str, before: Before, after: Callable[[str], After]) -> None:
    """A mark, which is told quickly, may change more often than the bytes, but never less often."""
    changed = after(name)
    unmarked = differing(before.made, changed.made) - differing(before.marks, changed.marks)

    kinds = {uri: artifact.kind for uri, artifact in changed.artifacts.items()}

    assert {uri for uri in unmarked if kinds.get(uri) in ("page", "index")} == set()


def publications(site: Site) -> dict[str, Publication]:
    """Change what surrounds the records, one thing at a time."""
    given = site.publication
    frame = given.frames["data.html"]
    edition = Edition(
        (PrintedVolume("books/xuanbian.pdf", "", 40, 1_000_000, "a" * 32),),
        {
            case.id: PageLocation(page, page, page + 4)
            for arrangement in given.library.arrangements
            if arrangement.collection.id == "xuanbian"
            for page, case in enumerate(arrangement.cases, 1)
        },
        CoverPicture("books/xuanbian.png", 481, 676, "a" * 32),
    )
    photo, (width, height) = list(given.assets.photo_sizes.items())[-1]
    return {
        "name": replace(given, settings=replace(given.settings, name="另一个案例库")),
        "url": replace(given, settings=replace(given.settings, url="https://other.example/")),
        "description": replace(given, settings=replace(given.settings, description="另一种说明。")),
        "organiser": replace(given, settings=replace(given.settings, organiser="示例省教育厅")),
        "frame": replace(given, frames={**given.frames, "data.html": replace(frame, html=f"{frame.html}<p>新")}),
        "photo-size": replace(
            given, assets=replace(given.assets, photo_sizes={**given.assets.photo_sizes, photo: (width // 2, height)})
        ),
        "photo-height": replace(
            given, assets=replace(given.assets, photo_sizes={**given.assets.photo_sizes, photo: (width, height // 2)})
        ),
        "edition": replace(given, assets=replace(given.assets, editions={"xuanbian": edition})),
    }


@pytest.mark.parametrize(
    "what", ["name", "url", "description", "organiser", "frame", "photo-size", "photo-height", "edition"]
)
def test_a_change_of_the_surroundings_changes_the_keys_of_what_it_changes(what: str, before: Before) -> None:
    """Settings, frames, sizes of photos and page numbers of books change just the keys of what shows them."""
    artifacts = replace(before.site, publication=publications(before.site)[what]).artifacts()
    # A photo's file is what it is, whatever its size was taken for; and no book was set here.
    after = {uri: one for uri, one in artifacts.items() if not uri.startswith(("photos/", "books/"))}
    keys = {uri: key for uri, key in before.keys.items() if not uri.startswith("photos/")}
    made = {uri: sum_ for uri, sum_ in before.made.items() if not uri.startswith("photos/")}

    assert differing(made, bytes_of(after)) == differing(keys, keys_of(after)) != set()


def test_a_change_of_a_template_changes_the_keys_of_its_pages(before: Before, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template counts for the pages that are drawn by it or by one that includes it, and for no other artifact."""
    source = templates.source
    monkeypatch.setattr(templates, "source", lambda name: source(name) + ("<!-- -->" if "withdrawn" in name else ""))
    templates.templates_digest.cache_clear()
    changed = differing(before.keys, keys_of(before.site.artifacts()))
    templates.templates_digest.cache_clear()

    assert changed == {f"cases/{case.id}.html" for case in before.site.publication.library.withdrawn} != set()


def test_a_change_of_a_template_for_written_pages_changes_their_keys(
    before: Before, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written pages depend on the templates of their contents and tables, and nothing else does."""
    source = templates.source
    monkeypatch.setattr(templates, "source", lambda name: source(name) + ("<!-- -->" if "outline" in name else ""))
    templates.templates_digest.cache_clear()
    changed = differing(before.keys, keys_of(before.site.artifacts()))
    templates.templates_digest.cache_clear()

    assert changed == {"about.html"}


def test_an_artifact_names_every_address_that_it_leads_to(before: Before) -> None:
    """What a page says that it refers to is what a reader of its HTML finds, but for what only the host's frame has."""
    missing = {}
    for uri, artifact in before.site.artifacts().items():
        if uri.endswith(".html") and artifact.kind == "page":
            made = artifact.make()
            found = references_in_html(str(made.files[uri]), uri)
            missing[uri] = found - made.refers_to - {uri, "feed.xml", "feed.json"}

    assert {uri: left for uri, left in missing.items() if left} == {}


def test_every_address_that_an_artifact_leads_to_is_there(before: Before) -> None:
    """Nothing refers to an address that no artifact has; the handbook's pages are the real host's."""
    listed = list(before.site.artifacts().values())
    there = {uri for artifact in listed for uri in artifact.uris}
    dead = {uri for artifact in listed for uri in artifact.make().refers_to} - there

    assert dead <= {"handbook/index.html"}
