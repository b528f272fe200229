"""An artifact: one thing that the site consists of, made when it is wanted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from generator.outputs.site.digest import digest

Kind = Literal["photo", "attachment", "poster", "book", "asset", "page", "index"]
"""What an artifact is; artifacts of a kind cost about the same and are made one after the other."""


@dataclass(frozen=True, slots=True)
class FinishedFile:
    """A file of this machine that is whole already, to be linked or copied."""

    path: str
    may_be_linked: bool = True
    """False for what others may write into."""


Content = str | bytes | FinishedFile
"""What a file of the site holds; text is written in UTF-8."""


@dataclass(frozen=True, slots=True)
class Made:
    """The result of making an artifact."""

    files: Mapping[str, Content]
    """By address."""
    find_references: Callable[[], frozenset[str]] = frozenset
    """Finds them when they are asked for, which most builds never do."""
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What of cases is searched, by id, as far as it had to be found on the way: the next build may be given it."""
    notes: Mapping[str, object] = field(default_factory=dict)
    """What else the next build may be given, by name."""

    @property
    def refers_to(self) -> frozenset[str]:
        """Addresses of the same site that the files lead to or show, without fragments."""
        return self.find_references()


@dataclass(frozen=True, slots=True)
class Artifact:
    """Something to be made; making a list of them costs little, so a preview makes one and a build makes all."""

    uri: str
    """Its address, relative to the site: `cases/dj-01.html`. One that ends in `/` is a folder of files that are known
    only when they are made."""
    key: Callable[[], str]
    """Gives a digest of everything that the bytes depend on, but for the program itself and its templates' engine: it
    changes if and only if they may change."""
    make: Callable[[], Made]
    """Pure but for the artifacts of `making/`, which read what an editor put beside the records."""
    kind: Kind = "page"
    more: tuple[str, ...] = ()
    """The addresses of further files that are made with it, as the sizes of a photo are."""
    glance: Callable[[], str] | None = None
    """Where the key costs much, what stands for it: it changes whenever the key does, and may change more often."""

    @property
    def uris(self) -> tuple[str, ...]:
        """All its addresses."""
        return (self.uri, *self.more)

    @property
    def mark(self) -> str:
        """What changes whenever the bytes may, as quickly as it can be told; empty where only making tells."""
        if self.kind not in ("page", "index"):
            return ""
        return self.glance() if self.glance else self.key()


def drawn_artifact(
    uri: str, draw: Callable[[], Content], inputs: Callable[[], object], refers_to: Callable[[], frozenset[str]]
) -> Artifact:
    """Make an artifact of one file.

    Args:
        uri: its address.
        draw: gives what the file holds.
        inputs: gives everything that `draw` looks at; see `digest`.
        refers_to: gives the addresses that the file leads to.
    """
    return Artifact(uri, partial(_key, uri, inputs), partial(_make, uri, draw, refers_to))


def _key(uri: str, inputs: Callable[[], object]) -> str:
    return digest(uri, inputs())


def _make(uri: str, draw: Callable[[], Content], refers_to: Callable[[], frozenset[str]]) -> Made:
    return Made({uri: draw()}, refers_to)
