"""The order of the stages, from a library to the site. Nothing here computes; each line hands on to a stage."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from generator.library.library import Library
from generator.making import workers
from generator.making.cache import ATTACHMENTS, BOOKS, PHOTOS, POSTERS, Cache
from generator.making.errors import UserError, during
from generator.making.images import photos
from generator.making.staging import Staging
from generator.making.terminal.progress import Stages
from generator.making.writer import Writer
from generator.outputs.search.characters import characters
from generator.outputs.site.artifact import Kind
from generator.outputs.site.assets import Assets
from generator.outputs.site.hosted import Hosted
from generator.outputs.site.publication import Publication
from generator.site_list import SiteList

SHARES = 4
"""Shares of the pages for each process, so that none waits long for another at the end."""
_WORTHWHILE = 8
"""From this many photos or posters on a second process pays off: each takes up to a second."""

STAGES: tuple[tuple[Kind, str], ...] = (
    ("asset", "发布固定文件"),
    ("attachment", "复制附件"),
    ("photo", "处理照片"),
)
"""What is written before the books are set."""
LATER_STAGES: tuple[tuple[Kind, str], ...] = (("poster", "绘制分享图"), ("book", "发布汇编"))
"""What is written between the books, whose page numbers pages show, and the pages."""

Host = Callable[[Path, Path], Hosted]
"""Renders the pages that people wrote, and the frames, of a project (first) into a folder (second)."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a build reads and writes."""

    project: Path
    hosted: Path
    """Where the host rendered its pages."""
    site: Path
    """The folder that becomes the site."""


@dataclass(frozen=True)
class Built:
    """The result of a build."""

    hosted: Hosted
    files: int
    """How many files the site has."""
    notices: tuple[str, ...]
    """What the person at the terminal should know about books and posters."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share of the artifacts of a kind: every `of`-th run of neighbours, from the `number`-th run on."""

    kind: Kind
    number: int = 0
    of: int = 1
    run: int = 1
    """How many neighbours stay together, because what one needs may be at hand from the one before."""


def build_site(
    root: Path,
    site: Path,
    library: Library,
    host: Host,
    stages: Stages,
    *,
    strict: bool = False,
    with_books: bool = True,
) -> Built:
    """Build the site whole, or leave the old one as it was.

    Raises:
        UserError: the host, a photo or the system refused something; under `strict` a notice is enough.
    """
    with Staging(site) as staging:
        with stages.stage("渲染固定页面"):
            hosted = host(root, staging.hosted)
            if strict and hosted.notices:
                raise UserError("固定页面有需要改正的地方，没有生成网站：\n" + "\n".join(hosted.notices))
        folders = Folders(root, staging.hosted, staging.folder)
        built = write_site(library, hosted, folders, stages, with_books=with_books)
        if strict and built.notices:
            raise UserError("汇编或分享图有需要改正的地方，没有生成网站：\n" + "\n".join(built.notices))
        staging.commit()
    return built


def write_site(library: Library, hosted: Hosted, folders: Folders, stages: Stages, *, with_books: bool = True) -> Built:
    """Make every artifact of the site and write it into a folder.

    Args:
        library: the published cases.
        hosted: what the host gave.
        folders: where everything is.
        stages: shows the progress.
        with_books: whether the collections are set as books.
    """
    root, into, begun = folders.project, folders.site, time.time()
    with stages.stage("整理分面与关联"):
        _ = library.statistics, library.collections_of
    assets = Assets(photos.read_sizes(library.cases, root))
    publication = Publication(library, hosted.settings, assets, hosted.frames)
    artifacts = SiteList(publication, root, folders.hosted)
    written = sum(_write_one_by_one(kind, name, artifacts, into, stages) for kind, name in STAGES)
    notices: tuple[str, ...] = ()
    if with_books and library.arrangements:
        from generator.making.typesetting.books import set_books  # noqa: PLC0415 (the typesetter; check does without)

        with stages.stage("排版汇编", total=len(library.arrangements)):
            books = set_books(publication, root, stages)
        notices = books.notices
        publication = replace(publication, assets=replace(assets, editions=books.editions))
        artifacts = SiteList(publication, root, folders.hosted)
    written += sum(_write_one_by_one(kind, name, artifacts, into, stages) for kind, name in LATER_STAGES)
    notices += _poster_notices(artifacts)
    with stages.stage("生成页面和检索"), workers.still_memory():
        written += _write_pages(artifacts, into)
    _remove_unused(root, begun, with_books=with_books)
    return Built(hosted, written, notices)


def _write_one_by_one(kind: Kind, name: str, artifacts: SiteList, into: Path, stages: Stages) -> int:
    """Write the artifacts of a kind as a stage that counts them."""
    count = len(artifacts.of(kind))
    if not count:
        return 0
    shares = [Share(kind, number, count) for number in range(count)]
    processes = workers.process_count(count, _WORTHWHILE) if kind in ("photo", "poster") else 1
    written = 0
    with stages.stage(name, total=count):
        for files in workers.work(write_share, shares, artifacts, into, processes=processes):
            written += files
            stages.advance(1)
    return written


def _write_pages(artifacts: SiteList, into: Path) -> int:
    # Both are made once, before there are several processes.
    _ = characters(), artifacts.of("page")
    processes = workers.process_count(len(artifacts.publication.library.cases))
    count = processes * SHARES
    first, *rest = (Share("page", number, count, workers.BUNDLE) for number in range(count))
    return sum(workers.work(write_share, [first, Share("index"), *rest], artifacts, into, processes=processes))


def write_share(share: Share, artifacts: SiteList, into: Path) -> int:
    """Make and write a share of the artifacts; gives how many files it has."""
    writer = Writer(into)
    written = 0
    for artifact in workers.every(artifacts.of(share.kind), share.number, share.of, share.run):
        with during(artifact.uri):
            try:
                written += writer.write(artifact.make())
            except FileNotFoundError:
                # Another build removed a kept file at this moment; what is gone for good fails again.
                written += writer.write(artifact.make())
    return written


def _poster_notices(artifacts: SiteList) -> tuple[str, ...]:
    if not artifacts.of("poster"):
        return ()
    from generator.making.images.poster_png import notices_of  # noqa: PLC0415

    return tuple(notices_of(artifacts.publication, artifacts.root))


def _remove_unused(root: Path, since: float, *, with_books: bool) -> None:
    """Clear the caches of what no build has used for an hour."""
    for folder in (PHOTOS, POSTERS, ATTACHMENTS, *([BOOKS] if with_books else [])):
        Cache(root / folder).remove_unused(since)
