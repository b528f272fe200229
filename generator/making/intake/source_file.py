"""A file that was sent in, as it is handed to whoever can read its kind."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file."""

    name: str
    """As the editor gave it, with `/`; with the folders around it, which may name a university."""
    read: Callable[[], bytes]

    @property
    def suffix(self) -> str:
        """How its name ends, in lower case: `.xlsx`."""
        return PurePosixPath(self.name).suffix.lower()
