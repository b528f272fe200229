"""The site that a preview shows: every address with what is made there, when somebody asks for it."""

import threading
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.case.model import Case
from generator.library.library import Library, gather
from generator.library.traits import counted_of
from generator.making.project.register_file import read_register
from generator.making.writer import content_of
from generator.outputs.drawn_artifacts import artifacts_keeping
from generator.outputs.site.artifact import Artifact, Kind, Made
from generator.outputs.site.assets import Assets
from generator.outputs.site.hosted import Hosted
from generator.outputs.site.publication import Publication
from generator.outputs.site.title_words import title_characters
from generator.site_list import SiteList


class ShownSite:
    """A site that follows its records; threads read it while it changes."""

    def __init__(self, root: Path, hosted_folder: Path) -> None:
        """Show nothing yet.

        Args:
            root: the project.
            hosted_folder: where the host renders into.
        """
        self.root, self.hosted_folder = root, hosted_folder
        self.library: Library = gather(())
        self._list: SiteList
        self._artifacts: dict[str, Artifact] = {}
        """By address; those that are folders by the folder's."""
        self._titled: tuple[set[str], set[str]] | None = None
        """The characters of titles, and of sentences; None until somebody asks."""
        self._is_face_old = False
        self._lock = threading.Lock()
        self._making = threading.Lock()
        self._folders: dict[str, tuple[Artifact, Made]] = {}
        """Folders of files that have been made, such as the search index."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been shown yet."""
        return not self._artifacts

    def show(self, library: Library, hosted: Hosted, assets: Assets) -> None:
        """Let everything be drawn from a library from now on."""
        register = read_register(self.root)
        publication = Publication(library, hosted.settings, assets, hosted.frames, register)
        site = SiteList(publication, self.root, self.hosted_folder, self.hosted_folder.with_name("spare"))
        artifacts = _by_address(site.all)
        with self._lock:
            self.library, self._list, self._artifacts = library, site, artifacts
            self._titled, self._is_face_old = None, False

    def restate(self, cases: Sequence[Case]) -> None:
        """Show what cases say now that are in the library, and divide and order it as they did.

        A page that is drawn in this moment may mix both; it loads again, as every page does after a change.
        """
        publication, library = self._list.publication, self.library
        known = [library.by_id[case.id] for case in cases]
        counts_alike = all(counted_of(old) == counted_of(new) for old, new in zip(known, cases, strict=True))
        self._is_face_old |= not self._has_characters_of(cases)
        for old, new in zip(known, cases, strict=True):
            old.become(new)
        if not counts_alike:
            library.count_again()
        positions = library.positions_of(known)
        anew = _by_address(artifacts_keeping(publication, positions))
        if any(case.featured for case in known):
            anew |= self._listed_anew("poster")
        with self._lock:
            self._artifacts |= anew

    def settle(self) -> bool:
        """Make the face of titles that have new characters, which takes seconds; gives whether there is a new one."""
        if not self._is_face_old:
            return False
        anew = self._listed_anew("asset")
        with self._lock:
            self._artifacts |= anew
            self._titled, self._is_face_old = None, False
        return True

    def _listed_anew(self, kind: Kind) -> dict[str, Artifact]:
        site = self._list
        return _by_address(SiteList(site.publication, site.root, site.hosted, site.spare).of(kind))

    def _has_characters_of(self, cases: Iterable[Case]) -> bool:
        """Say whether the face of titles has, or lacks as before, all that titles and sentences of cases hold."""
        pairs = [(self.library.by_id[case.id], case) for case in cases]
        if all((old.title, old.significance) == (new.title, new.significance) for old, new in pairs):
            return True
        if self._titled is None:
            _, sentences, titles = title_characters(self._list.publication)
            self._titled = set(titles), set(sentences)
        in_titles, in_sentences = self._titled
        return all(
            in_titles.issuperset(new.title) and in_sentences.issuperset(new.significance or "") for _, new in pairs
        )

    def artifact(self, uri: str) -> Artifact | None:
        """Give what makes the file at an address; None where there is none, or it comes with a whole folder."""
        with self._lock:
            return self._artifacts.get(uri)

    def in_folder(self, uri: str) -> bytes | None:
        """Give a file of a folder that is made as a whole, when somebody first asks for a file of it."""
        folder = f"{uri.partition('/')[0]}/"
        with self._making:
            artifact = self.artifact(folder)
            if artifact is None:
                return None
            if folder not in self._folders or self._folders[folder][0] is not artifact:
                self._folders[folder] = (artifact, artifact.make())
            content = self._folders[folder][1].files.get(uri)
        return None if content is None else content_of(content)


def _by_address(artifacts: Iterable[Artifact]) -> dict[str, Artifact]:
    """Of two with one address the later counts."""
    return {uri: artifact for artifact in artifacts for uri in artifact.uris}
