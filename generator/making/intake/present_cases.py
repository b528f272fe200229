"""The records of a project as an import finds them: by what they are known, and those that come again in full."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.case.model import Case
from generator.intake.marks import Marks, loaded
from generator.intake.matching import Cases, Identity, identity_of, may_have_one_of, names_of
from generator.making.intake.journal import VALUES
from generator.making.intake.stock import digest
from generator.making.project import folder
from generator.reading.documents import Document, parse_document
from generator.reading.labels import known_keys
from generator.reading.surroundings import Surroundings


@dataclass(frozen=True)
class PresentCase:
    """A record that is there."""

    root: Path
    id: str
    surroundings: Surroundings

    @property
    def path(self) -> str:
        """The record's, from the project's folder."""
        return folder.case_file(self.id)

    @cached_property
    def data(self) -> bytes:
        """Its bytes; none where it has no record."""
        path = self.root / self.path
        return path.read_bytes() if path.is_file() and not path.is_symlink() else b""

    @cached_property
    def document(self) -> Document:
        """What it says."""
        return parse_document(self.path, self.data, known_keys(Case, self.surroundings.programme.labels))

    @cached_property
    def photos(self) -> dict[str, str]:
        """The files beside it with the sums of their bytes, by their names."""
        own = (self.root / self.path).parent
        files = [one for one in sorted(own.iterdir()) if one.is_file() and not one.is_symlink()] if own.is_dir() else []
        return {one.name: digest(one) for one in files if one.name != folder.CASE_FILE}

    @cached_property
    def marks(self) -> Marks:
        """What was imported; nothing where that is not known."""
        try:
            return loaded(json.loads((self.root / marks_path(self.id)).read_bytes()))
        except (OSError, ValueError):
            return {}


def marks_path(id: str) -> str:
    """Give where the marks of what was imported into a record lie, from the project's folder."""
    return f"{VALUES}/{id}.json"


class PresentCases:
    """Those records of a project that cases which were sent in may be; each is read once."""

    def __init__(
        self,
        root: Path,
        ids: Sequence[str],
        surroundings: Surroundings,
        wanted: Sequence[Identity],
        named: Collection[str],
    ) -> None:
        """Look for them.

        Args:
            root: the project's folder.
            ids: all cases of the project.
            surroundings: whose names count.
            wanted: by what the cases that were sent in are known.
            named: the ids that they give.
        """
        names = names_of(wanted)
        all_of_them = (PresentCase(root, id, surroundings) for id in ids)
        self._by_id = {one.id: one for one in all_of_them if one.id in named or _may_be_one_of(one, names)}
        identities = {id: identity_of(one.document.value, surroundings.names) for id, one in self._by_id.items()}
        self.cases = Cases(identities)

    def __getitem__(self, id: str) -> PresentCase:
        """Give one that was found."""
        return self._by_id[id]


def _may_be_one_of(one: PresentCase, names: Sequence[str]) -> bool:
    return may_have_one_of(one.data.decode("utf-8", "replace"), names)
