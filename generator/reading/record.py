"""A record as found on disk, handed over by the edge as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Refusal = Literal["", "denied", "failed", "link", "no-file", "no-list"]
"""The system denies it, or fails to read it; a link to a file elsewhere, a folder or a pipe; a list that is no file."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a look at a picture file shows, without decoding it whole for publication."""

    format: str
    """Upper-case name as Pillow gives it, or `HEIC`; `SVG` and the like for formats we do not take; `` if unknown."""
    width_px: int = 0
    height_px: int = 0
    fault: str = ""
    """`` for a sound picture, else `unreadable`, `format` or `bomb` (more pixels than we decode)."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text inside an attachment."""

    where: str
    """In words: `工作表“名单”第 3 行`, `第 2 页`, `批注`."""
    text: str


@dataclass(frozen=True, slots=True)
class AttachmentSeen:
    """What a look into an attachment shows."""

    passages: tuple[Passage, ...] = ()
    """Those texts in which something personal is."""
    kept: tuple[str, ...] = ()
    """What readers should not get and its published copy cannot be without, in words: `隐藏的工作表“名单”`."""
    fault: str = ""
    """`` for a sound file, else `damaged`, `locked` (encrypted) or `huge` (more than we unpack)."""
    unread: str = ""
    """The pages that were not read, in words: `第 301 页以后`; empty where all were."""


@dataclass(frozen=True, slots=True)
class Record:
    """A `case.yml` (or a collection's file) with what lies beside it."""

    id: str
    """The folder's name; for a collection the file's name without `.yml`."""
    path: str
    """Relative to the project's folder, with `/`."""
    data: bytes
    files: frozenset[str] = frozenset()
    """Names of the other regular files in the folder; links out of it are not among them."""
    pictures: Mapping[str, Picture] = field(default_factory=lambda: MappingProxyType({}))
    """What was seen of those files that look like pictures, by name."""
    attachments: Mapping[str, AttachmentSeen] = field(default_factory=lambda: MappingProxyType({}))
    """What was seen of those files that look like attachments, by name."""
    is_missing: bool = False
    """Whether there is no such file; its data are empty then."""
    refusal: Refusal = ""
    """Why the file was not read although there is something of its name; its data are empty then."""
