"""The order of the stages, from a library to the site. Nothing here computes; each line hands on to a stage."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

# Its dictionary is read here, once, and not in each process that draws pages.
import rjieba  # noqa: F401

from generator.case.date import PartialDate
from generator.clock import build_day
from generator.library.library import Library
from generator.making.cache import ATTACHMENTS, BOOKS, FACES, PHOTOS, POSTERS, Cache
from generator.making.completeness import ensure_complete, references_to
from generator.making.errors import UserError, writing_in
from generator.making.images import photos
from generator.making.project.register_file import Kept, keep
from generator.making.site_place import refuse_place
from generator.making.staging import Staging
from generator.making.still_memory import still_memory
from generator.making.store.kept_site import KeptSite
from generator.making.terminal.progress import Stages
from generator.making.vanished import forgotten_notice, vanished
from generator.making.written import Written, write_manifest
from generator.outputs.pages.home import HANDBOOK
from generator.outputs.site.addresses import MANIFEST
from generator.outputs.site.artifact import Kind
from generator.outputs.site.assets import Assets
from generator.outputs.site.hosted import Hosted, WrittenLink, dead_links
from generator.outputs.site.publication import Publication
from generator.outputs.site.register import Register
from generator.shares import Folders, write_one_by_one, write_pages
from generator.site_list import SiteList

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


@dataclass(frozen=True)
class Built:
    """The result of a build."""

    hosted: Hosted
    notices: tuple[str, ...]
    """What the person at the terminal should know about books, posters and the register of addresses."""
    refusal: str = ""
    """Why the cache could not take everything; the site has it all the same."""
    vanished: tuple[str, ...] = ()
    """Addresses that were published and are there no more."""
    register: Register = field(default_factory=Register)
    """Every address ever published, as the next build finds it."""
    is_like_the_next: bool = False
    """Whether a build after this one, with nothing changed, would say just the same."""
    written: Written = field(default_factory=Written)
    """What the site holds."""
    publication: Publication | None = None
    """What it was made from, with all that was derived from it on the way."""


@dataclass(frozen=True, slots=True)
class Known:
    """What did not change since the last build."""

    site: KeptSite
    digests: Mapping[str, str]
    """What each case was read from, by id."""
    texts: Mapping[str, tuple[str, ...]]
    """What of cases is searched, by id, as far as it is known."""


def build_site(
    root: Path,
    site: Path,
    library: Library,
    host: Host,
    stages: Stages,
    *,
    strict: bool = False,
    with_books: bool = True,
    keep_going: bool = False,
    day: PartialDate | None = None,
    known: Known | None = None,
) -> Built:
    """Build the site whole, or leave the old one as it was; the register of addresses is written behind it.

    Args:
        root: the project.
        site: where the site is to be.
        library: what is published.
        host: renders the written pages.
        stages: shows the progress.
        strict: a notice stops the build.
        with_books: whether the collections are set as books.
        keep_going: addresses that would vanish do not stop it.
        day: of the build; the clock's, or that of SOURCE_DATE_EPOCH, where none is given.
        known: what did not change since the last build; without it everything is made.

    Raises:
        VanishedError: an address that was published would be gone.
        UserError: the host, a photo or the system refused something; under `strict` a notice is enough.
    """
    refuse_place(site, root)
    with Staging(site) as staging:
        with stages.stage("渲染固定页面"), writing_in(staging.folder.parent):
            hosted = host(root, staging.hosted)
        if strict and hosted.notices:
            raise UserError("固定页面有需要改正的地方，没有生成网站：\n" + "\n".join(hosted.notices))
        folders = Folders(root, staging.hosted, staging.folder, staging.spare, known.site if known else None)
        kept = keep(root, library, hosted.frames, str(day or build_day()), keep_going=keep_going)
        if strict and kept.is_new and (refusal := kept.refusal()):
            raise UserError(f"没有生成网站：{refusal}")
        with writing_in(staging.folder.parent):
            built = write_site(library, hosted, folders, stages, kept.after, with_books=with_books, known=known)
        if strict and built.notices:
            raise UserError("汇编、分享图或链接有需要改正的地方，没有生成网站：\n" + "\n".join(built.notices))
        forgotten = "" if kept.before.entries else forgotten_notice(site)
        gone = {*kept.vanished, *(vanished(site, staging.folder, with_books=with_books) if keep_going else ())}
        staging.commit()
    return _with_register(built, kept, forgotten, tuple(sorted(gone)))


def _with_register(built: Built, kept: Kept, forgotten: str, gone: tuple[str, ...]) -> Built:
    """Write the register of a site that is in place; gives what was built with all that is to be said of addresses."""
    return replace(
        built,
        notices=tuple(filter(None, (*built.notices, forgotten, kept.write()))),
        vanished=gone,
        register=kept.after,
        is_like_the_next=not (forgotten or gone or built.refusal),
    )


def write_site(
    library: Library,
    hosted: Hosted,
    folders: Folders,
    stages: Stages,
    register: Register,
    *,
    with_books: bool = True,
    known: Known | None = None,
) -> Built:
    """Make every artifact of the site and write it into a folder.

    Args:
        library: the published cases.
        hosted: what the host gave.
        folders: where everything is.
        stages: shows the progress.
        register: when each address was first published and last changed.
        with_books: whether the collections are set as books.
        known: what did not change since the last build.
    """
    root, begun = folders.project, time.time()
    with stages.stage("整理分面与关联"):
        _ = library.statistics, library.collections_of, library.places_around
        library.relate_all()
    assets = Assets(photos.read_sizes(library.cases, root))
    publication = Publication(library, hosted.settings, assets, hosted.frames, register)
    if known:
        publication = replace(publication, digests=known.digests, texts=known.texts)
    artifacts = SiteList(publication, root, folders.hosted, folders.spare)
    written = [write_one_by_one(kind, name, artifacts, folders, stages) for kind, name in STAGES]
    notices: tuple[str, ...] = ()
    if with_books and library.arrangements:
        publication, notices = _with_books(publication, folders, stages)
        artifacts = SiteList(publication, root, folders.hosted, folders.spare)
    written += [write_one_by_one(kind, name, artifacts, folders, stages) for kind, name in LATER_STAGES]
    notices += _poster_notices(artifacts)
    if hosted.links:
        notices += tuple(dead_links(_checked(hosted.links, with_books), artifacts.uris))
    with stages.stage("生成页面和检索"), still_memory():
        written.append(write_pages(artifacts, folders))
        whole = _completed(Written.all(written), hosted, folders)
        stages.wrote(len(written[-1].sums), written[-1].bytes)
    _remove_unused(root, begun, with_books=with_books)
    return Built(hosted, notices, _refusal(folders), written=whole, publication=publication)


def _with_books(publication: Publication, folders: Folders, stages: Stages) -> tuple[Publication, tuple[str, ...]]:
    """Set the collections as books; gives the publication that knows them, and what is to be noticed of them."""
    from generator.making.typesetting.books import set_books  # noqa: PLC0415 (the typesetter; check does without)

    with stages.stage("排版汇编", total=len(publication.library.arrangements)):
        books = set_books(publication, folders.project, stages, folders.spare)
    return replace(publication, assets=replace(publication.assets, editions=books.editions)), books.notices


def _completed(written: Written, hosted: Hosted, folders: Folders) -> Written:
    """Make sure that everything is there that anything refers to, and list it all in the manifest."""
    kept, into = folders.kept, folders.site
    lost = references_to(kept.gone({*written.sums, MANIFEST}), into, written.taken) if kept else frozenset()
    ensure_complete(into, written.refers_to | lost, _written_links(hosted))
    manifest = write_manifest(into, written.sums, kept)
    return replace(written, sums={**written.sums, MANIFEST: manifest})


def _written_links(hosted: Hosted) -> frozenset[str]:
    """Give what written pages and the navigation lead to, and the handbook, which a project may do without.

    The host says what of it is dead.
    """
    found = frozenset([HANDBOOK]).union(*(frame.refers_to for frame in hosted.frames.values()))
    return frozenset(uri for uri in found if not uri.startswith("assets/"))


def _checked(links: tuple[WrittenLink, ...], with_books: bool) -> Iterator[WrittenLink]:  # noqa: FBT001 (as asked for)
    """Leave out links to books where none are set."""
    return (link for link in links if with_books or not link.uri.startswith("books/"))


def _poster_notices(artifacts: SiteList) -> tuple[str, ...]:
    if not artifacts.of("poster"):
        return ()
    from generator.making.images.poster_png import notices_of  # noqa: PLC0415

    return tuple(notices_of(artifacts.publication, artifacts.root))


def _refusal(folders: Folders) -> str:
    """Say why the caches could not take everything that was made; empty where they could."""
    caches = (Cache(folders.project / name, folders.spare) for name in (PHOTOS, POSTERS, BOOKS, FACES))
    why = next((cache.refusal for cache in caches if cache.refusal), "")
    if not why:
        return ""
    return (
        f"做好的照片、分享图或汇编没有留在 .cache 里，下次生成要重新制作；网站不受影响。{why}\n"
        "建议：删去 .cache（里面的东西都能重新制作），或者清出空间、改一改权限。"
    )


def _remove_unused(root: Path, since: float, *, with_books: bool) -> None:
    """Clear the caches of what no build has used for an hour."""
    for folder in (PHOTOS, POSTERS, ATTACHMENTS, FACES, *([BOOKS] if with_books else [])):
        Cache(root / folder).remove_unused(since)
