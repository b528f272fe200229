"""The records of a project as an import finds them: by what they are known, and those that come again in full."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.case.model import Case
from generator.intake.marks import Marks, loaded
from generator.intake.matching import Cases, Identity, identity_of, may_be_one_of
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


def identify(
    root: Path, ids: Sequence[str], surroundings: Surroundings, wanted: Sequence[Identity], named: Collection[str]
) -> Cases:
    """Give by what the cases are known that may be one of those wanted, and those that are named."""
    return Cases(dict(_identities(root, ids, surroundings, wanted, named)))


def _identities(
    root: Path, ids: Sequence[str], surroundings: Surroundings, wanted: Sequence[Identity], named: Collection[str]
) -> Iterator[tuple[str, Identity]]:
    titles = sorted({one.title for one in wanted if one.title})
    for id in ids:
        one = PresentCase(root, id, surroundings)
        if id in named or may_be_one_of(one.data.decode("utf-8", "replace"), titles):
            yield id, identity_of(one.document.value, surroundings.names)
