"""The books of the site: the book of each collection, set for the screen; one that has not changed is kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.library.arrangement import Arrangement
from generator.making.cache import BOOKS, Cache
from generator.making.errors import UserError
from generator.making.fonts import Faces, find_faces
from generator.making.images.photos import read_all_copies
from generator.making.terminal.progress import Stages
from generator.making.typesetting.notices import notices_of
from generator.making.typesetting.workspace import COVER, PDF, edition_of, workspace
from generator.outputs.book.book import volumes_of
from generator.outputs.site.artifact import Artifact, FinishedFile, Made
from generator.outputs.site.edition import CoverPicture, Edition, PrintedVolume
from generator.outputs.site.publication import Publication
from generator.outputs.views.book_format import Format, paper_size


@dataclass(frozen=True, slots=True)
class SiteBooks:
    """The result of setting the books."""

    editions: Mapping[str, Edition]
    """By collection id."""
    notices: tuple[str, ...]
    """What the person at the terminal should know."""


def set_books(publication: Publication, root: Path, stages: Stages, spare: Path | None = None) -> SiteBooks:
    """Set the book of each collection, or find it in the cache, where it waits to be published.

    Pages show the page numbers of books, so books come before them.

    Args:
        publication: what is published.
        root: the project.
        stages: shows the progress.
        spare: where books and photos wait that the cache refuses.
    """
    faces = find_faces(publication.settings.fonts, root)
    editions: dict[str, Edition] = {}
    notices: dict[str, None] = {}
    cases = {case.id: case for arrangement in publication.library.arrangements for case in arrangement.cases}
    copies = read_all_copies(cases.values(), root, spare=spare)
    cache = Cache(root / BOOKS, spare)
    for arrangement in publication.library.arrangements:
        edition, found = _set_book(publication, arrangement, faces, copies, root, cache=cache)
        notices |= dict.fromkeys(found)
        if edition:
            editions[arrangement.collection.id] = edition
        stages.advance(1)
    return SiteBooks(editions, tuple(notices))


def _set_book(
    publication: Publication,
    arrangement: Arrangement,
    faces: Faces,
    copies: Mapping[str, Path],
    root: Path,
    *,
    cache: Cache,
) -> tuple[Edition | None, list[str]]:
    collection = arrangement.collection
    volumes = volumes_of(publication, arrangement, Format(paper_size(collection.book.size), "screen"))
    if not volumes:
        return None, [f"案例集《{collection.title}》（{collection.id}）没有已发布的案例，没有生成汇编。"]
    with workspace(faces) as space:
        space.bring_photos(volumes, copies)
        made = list(space.set_volumes(volumes, cache))
    return edition_of(collection.id, made), list(notices_of(made, faces, root))


def book_artifacts(publication: Publication, root: Path, spare: Path | None = None) -> Iterator[Artifact]:
    """List the PDFs of the books that have been set, and their covers."""
    cache = Cache(root / BOOKS, spare)
    for edition in publication.assets.editions.values():
        for volume in edition.volumes:
            yield _kept(volume, PDF, cache)
        if edition.cover:
            yield _kept(edition.cover, COVER, cache)


def _kept(one: PrintedVolume | CoverPicture, name: str, cache: Cache) -> Artifact:
    return Artifact(one.uri, partial(_key, one), partial(_make, one, name, cache), "book")


def _key(one: PrintedVolume | CoverPicture) -> str:
    return one.key


def _make(one: PrintedVolume | CoverPicture, name: str, cache: Cache) -> Made:
    kept = cache.find(one.key)
    if kept is None or name not in kept:
        raise UserError(f"{one.uri} 刚排好的汇编不见了或者损坏了，没有生成网站。\n建议：再运行一次。")
    return Made({one.uri: FinishedFile(str(kept[name]), may_be_linked=False)})
