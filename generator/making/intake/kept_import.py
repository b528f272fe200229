"""One import as the journal keeps it: when, from what, how far, and each file before and after."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Literal

State = Literal["doing", "done", "undoing", "undone"]
"""`doing` goes on to `done` and `undoing` to `undone`, if need be in the next command."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that an import made, changed or removed."""

    path: str
    """From the project's folder, with `/`."""
    before: str
    """The SHA-256 of its bytes; empty where it was not there."""
    after: str
    """The same of what the import made of it; empty where it removed it."""
    rights: int = 0
    """Those that it had; 0 where it was not there."""


_OF_A_FILE = tuple(one.name for one in fields(KeptFile))


@dataclass(frozen=True, slots=True)
class KeptImport:
    """One import."""

    number: int
    at: str
    """When, in the editor's time: `2026-11-28T13:05:00+08:00`."""
    mode: str
    """`add`, `update` or `replace`."""
    sources: tuple[str, ...]
    """The names of the files that it read."""
    state: State
    files: tuple[KeptFile, ...]
    folders: tuple[str, ...] = ()
    """Those that it made, outer ones first."""

    @property
    def case_ids(self) -> tuple[str, ...]:
        """The cases whose files it touched, sorted."""
        inside = (one.path.split("/") for one in self.files)
        return tuple(sorted({parts[1] for parts in inside if parts[0] == "cases"}))

    def with_state(self, state: State) -> "KeptImport":
        """Give the same import further on."""
        return replace(self, state=state)

    def with_present(self, changed: Iterable[tuple[str, str]]) -> "KeptImport":
        """Take what files are now, given with their sums, for what the import made of them: so they go back too."""
        now = dict(changed)
        files = [replace(one, after=now.pop(one.path, one.after)) for one in self.files]
        return replace(self, files=(*files, *(KeptFile(path, "", present) for path, present in now.items())))

    def to_json(self) -> bytes:
        """Write it down."""
        noted = {one.name: getattr(self, one.name) for one in fields(self)}
        noted["files"] = [{name: getattr(one, name) for name in _OF_A_FILE} for one in self.files]
        return (json.dumps(noted, ensure_ascii=False, indent=1) + "\n").encode()

    @classmethod
    def from_json(cls, data: bytes) -> "KeptImport":
        """Read what was written down.

        Raises:
            ValueError: it is something else.
        """
        try:
            noted = json.loads(data)
            files = tuple(KeptFile(**one) for one in noted.pop("files"))
            sources, folders = (tuple(map(str, noted.pop(key))) for key in ("sources", "folders"))
            return cls(files=files, sources=sources, folders=folders, **noted)
        except (KeyError, TypeError, AttributeError, UnicodeDecodeError) as error:
            raise ValueError(data[:100]) from error
