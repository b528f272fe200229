"""The list of everything that a site consists of: made once for each kind, and anew in another process."""

import pickle
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from generator import build, site_list
from generator.build import Host
from generator.case.model import Case, Collection
from generator.library.library import gather
from generator.outputs.site.artifact import Artifact, Kind, Made
from generator.outputs.site.assets import Assets
from generator.outputs.site.edition import Edition, PrintedVolume
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings
from generator.site_list import LISTS, SiteList

OpenSite = Callable[..., SiteList]


FULL = {
    "featured": "true",
    "photos": [{"file": "a.jpg", "caption": "示例"}],
    "attachments": [{"file": "a.pdf", "title": "示例"}],
}
COLLECTION = {"id": "shili", "title": "示例选编", "editor": "示例", "date": "2026"}
NONE = Assets()
EDITION = Edition((PrintedVolume("books/shili.pdf", "", 4, 900, "a" * 32),), {})
ASSETS = Assets({"x-01/a.jpg": (100, 50)}, {"shili": EDITION})


@pytest.fixture(name="open_site")
def _open_site(tmp_project: Path, tmp_path: Path, plain_host: Host) -> OpenSite:
    """List a site of some cases: `open_site(case("x-01"))`."""

    def opened(*cases: Case, url: str = "https://anliji.example/", assets: Assets = NONE, **more: object) -> SiteList:
        hosted = plain_host(tmp_project, tmp_path / "hosted")
        (tmp_path / "hosted/assets/a.css").write_text("a{}", encoding="utf-8")
        library = gather(cases, [Collection.model_validate(more)] if more else [])
        publication = Publication(library, Settings("示例案例集", url), assets, hosted.frames)
        return SiteList(publication, tmp_project, tmp_path / "hosted")

    return opened


def test_every_kind(case: Callable[..., Case], open_site: OpenSite) -> None:
    """Each kind lists its own artifacts; together they are all, and no two have an address in common."""
    one = case("x-01", **{key: value for key, value in FULL.items() if key != "featured"})
    site = open_site(one, case("x-02", featured="true"), assets=ASSETS)
    uris = {kind: [artifact.uri for artifact in site.of(kind)] for kind in LISTS}
    every = list(site.all)

    assert uris["photo"] == ["photos/x-01/a.jpg.100.webp"]
    assert uris["attachment"] == ["files/x-01/a.pdf"]
    assert uris["poster"] == ["posters/cases/x-02.png"]
    assert uris["book"] == ["books/shili.pdf"]
    assert {"404.html", "assets/a.css", "assets/titles.woff2"} == set(uris["asset"])
    assert {"index.html", "about.html", "cases/x-01.html", "search/cases/x-01.js"} <= set(uris["page"])
    assert uris["index"] == ["search/"]
    assert [one.uri for one in every] == [uri for listed in uris.values() for uri in listed]
    assert {one.kind for one in every} == set(LISTS)
    assert [uri for uri, count in Counter(uri for one in every for uri in one.uris).items() if count > 1] == []


@pytest.mark.parametrize(("url", "expected"), [("https://anliji.example/", 2), ("", 0)])
def test_posters_need_an_address(case: Callable[..., Case], open_site: OpenSite, url: str, expected: int) -> None:
    """A featured case and a collection have posters, where the site's address is known."""
    assert len(open_site(case("x-01", featured="true"), url=url, **COLLECTION).of("poster")) == expected


def test_no_books_without_editions(case: Callable[..., Case], open_site: OpenSite) -> None:
    """A collection alone lists no book: one that was not set is not there."""
    assert open_site(case("x-01"), **COLLECTION).of("book") == ()


def counted(monkeypatch: pytest.MonkeyPatch) -> list[Kind]:
    """Count the listings, of two kinds that cost nothing; gives the kinds as they are listed."""
    listed: list[Kind] = []

    def of(kind: Kind) -> Callable[[SiteList], list[Artifact]]:
        def list_kind(_: SiteList) -> list[Artifact]:
            listed.append(kind)
            return [Artifact(f"{kind}.txt", str, lambda: Made({}), kind)]

        return list_kind

    monkeypatch.setattr(site_list, "LISTS", {kind: of(kind) for kind in ("page", "index")})
    return listed


def test_a_kind_is_listed_once(case: Callable[..., Case], open_site: OpenSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind is listed when somebody first looks, and never again; another kind is not listed with it."""
    listed = counted(monkeypatch)
    site = open_site(case("x-01"))
    before = list(listed)
    first, again = site.of("page"), site.of("page")
    alone = list(listed)
    every = list(site.all)

    assert (before, alone, listed) == ([], ["page"], ["page", "index"])
    assert first is again
    assert [one.uri for one in every] == ["page.txt", "index.txt"]


@pytest.mark.program
def test_list_goes_to_another_process_without_its_lists(
    case: Callable[..., Case], open_site: OpenSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pickled list holds what the lists are made from, not the lists: the other process makes its own."""
    listed = counted(monkeypatch)
    site = open_site(case("x-01"))
    bare = pickle.dumps(site)
    _ = site.of("page")
    sent = pickle.loads(pickle.dumps(site))  # noqa: S301 (our own)
    _ = sent.of("page")

    assert listed == ["page", "page"]
    assert len(pickle.dumps(site)) == len(bare)
    assert (sent.root, sent.hosted, sent.publication.library.cases) == (
        site.root,
        site.hosted,
        site.publication.library.cases,
    )


@pytest.mark.program
def test_lists_are_the_same_in_another_process(case: Callable[..., Case], open_site: OpenSite) -> None:
    """A list that was sent to another process lists the same artifacts in the same order, with the same keys."""
    site = open_site(case("x-01"), case("x-02", task="党建联建"))
    sent = pickle.loads(pickle.dumps(site))  # noqa: S301 (our own)

    assert [(one.uri, one.key()) for one in site.of("page")] == [(one.uri, one.key()) for one in sent.of("page")]


def test_every_kind_is_listed_and_written() -> None:
    """A new kind of artifact has a list, and a stage of the build that writes it; the failure names what is missing."""
    kinds = set(get_args(Kind))
    written = {"page", "index", *(kind for kind, _ in (*build.STAGES, *build.LATER_STAGES))}

    assert {"without a list": kinds - set(LISTS), "written by no stage": kinds - written} == {
        "without a list": set(),
        "written by no stage": set(),
    }
