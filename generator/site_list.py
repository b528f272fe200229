"""The one list of everything that the site consists of: a build makes all of it, a preview what it is asked for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.making.attachments.artifacts import attachment_artifacts
from generator.making.hosted_files import asset_artifacts
from generator.making.images.photos import photo_artifacts
from generator.making.title_face import title_face
from generator.outputs.page_artifacts import page_artifacts
from generator.outputs.search.files import index_artifact
from generator.outputs.site import addresses
from generator.outputs.site.artifact import Artifact, Kind
from generator.outputs.site.publication import Publication


@dataclass(frozen=True)
class SiteList:
    """The artifacts of a site by kind; a process lists a kind once, when it first looks."""

    publication: Publication
    root: Path
    """The project."""
    hosted: Path
    """The folder that the host rendered into."""
    spare: Path | None = None
    """The folder where finished files wait that the project's cache refuses."""

    def of(self, kind: Kind) -> tuple[Artifact, ...]:
        """Give the artifacts of a kind, always in the same order."""
        if kind not in self._listed:
            self._listed[kind] = tuple(LISTS[kind](self))
        return self._listed[kind]

    @property
    def all(self) -> Iterator[Artifact]:
        """Every artifact; where two have an address in common, the later one counts."""
        return (artifact for kind in LISTS for artifact in self.of(kind))

    @property
    def uris(self) -> frozenset[str]:
        """Give every address of the site; one that ends in `/` stands for the files below it."""
        return frozenset([addresses.MANIFEST]).union(uri for artifact in self.all for uri in artifact.uris)

    @cached_property
    def _listed(self) -> dict[Kind, tuple[Artifact, ...]]:
        return {}

    def __getstate__(self) -> dict[str, object]:
        """Send another process what the lists are made from, not the lists."""
        return {"publication": self.publication, "root": self.root, "hosted": self.hosted, "spare": self.spare}


def _posters(site: SiteList) -> Iterable[Artifact]:
    library = site.publication.library
    if not (site.publication.settings.url and (library.arrangements or library.featured)):
        return ()
    from generator.making.images.poster_png import poster_artifacts  # noqa: PLC0415 (its fonts take a second)

    return poster_artifacts(site.publication, site.root, site.spare)


def _books(site: SiteList) -> Iterable[Artifact]:
    if not site.publication.assets.editions:
        return ()
    from generator.making.typesetting.books import book_artifacts  # noqa: PLC0415 (the typesetter; check does without)

    return book_artifacts(site.publication, site.root, site.spare)


def _index(site: SiteList) -> Iterable[Artifact]:
    publication = site.publication
    return (index_artifact(publication.library, publication.digests, publication.texts),)


def _assets(site: SiteList) -> Iterable[Artifact]:
    face = title_face(site.publication, site.root, site.spare)
    yield from asset_artifacts(site.publication, site.hosted, face.styles if face else "")
    if face:
        yield face.artifact


LISTS: dict[Kind, Callable[[SiteList], Iterable[Artifact]]] = {
    "asset": _assets,
    "photo": lambda site: photo_artifacts(site.publication, site.root, site.spare),
    "attachment": lambda site: attachment_artifacts(site.publication, site.root),
    "poster": _posters,
    "book": _books,
    "page": lambda site: page_artifacts(site.publication),
    "index": _index,
}
"""What lists each kind. Of two artifacts with one address the later counts, so that no file that somebody put among the
written pages takes the place of what records make. A new kind of output is a module that lists its artifacts, and a
line here."""
