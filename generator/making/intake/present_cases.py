"""The records of a project as an import finds them: by what they are known, and those that come again in full."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.case.model import Case
from generator.intake.marks import Marks, loaded
from generator.intake.matching import Cases, Identity, identity_of, plain_identity
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
    """All records of a project: by what they are known, and those that come again in full."""

    def __init__(self, root: Path, ids: Sequence[str], surroundings: Surroundings) -> None:
        """Look at them.

        Args:
            root: the project's folder.
            ids: all cases of the project.
            surroundings: whose names count.
        """
        self._root, self._surroundings = root, surroundings
        self._by_id: dict[str, PresentCase] = {}
        self.cases = Cases({id: self._identity(id) for id in ids})

    def __getitem__(self, id: str) -> PresentCase:
        """Give one; each is read once."""
        return self._by_id.setdefault(id, PresentCase(self._root, id, self._surroundings))

    def _identity(self, id: str) -> Identity:
        # Not one of `self._by_id`: all of them together would be more than memory holds.
        one = PresentCase(self._root, id, self._surroundings)
        names = self._surroundings.names
        return plain_identity(one.data, names) or identity_of(one.document.value, names)
