"""Holds a copy of a site, on a USB stick or a server, against its manifest. Nothing that is there is changed."""

import os
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Literal

from generator.making.errors import UserError
from generator.making.site_place import INSIDE, MARK
from generator.outputs.site.addresses import MANIFEST
from generator.outputs.site.manifest import DamagedManifestError, Sum, parse_manifest

_OF_SYSTEMS = frozenset(
    (
        *("system volume information", "$recycle.bin", "lost+found", "thumbs.db", "desktop.ini", ".ds_store"),
        *(".trashes", ".spotlight-v100", ".fseventsd", ".temporaryitems", ".documentrevisions-v100"),
    )
)
"""What systems put on their own accord on disks and into folders that somebody has looked into."""
_ADVICE = "建议：把 site 文件夹里面的全部内容重新拷贝一次，再核对。"
Kind = Literal["file", "link", "closed", "other"]
"""What an address stands for: a file, a link to whatever, a folder that cannot be listed, a device or the like."""
_MOST_BYTES = 1_000_000_000
"""A manifest of millions of files is smaller."""


@dataclass(frozen=True, slots=True)
class Verified:
    """How a copy differs from what was built; addresses in order."""

    files: int
    """How many there should be, without the manifest."""
    size: int
    """In bytes, together."""
    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    """What should not be there."""
    linked: tuple[str, ...] = ()
    """Links that stand for a file or a folder: what they lead to may stay behind when the copy is moved."""
    unreadable: tuple[str, ...] = ()
    """Files, and folders that end in `/`, that the system does not let read."""

    @property
    def is_whole(self) -> bool:
        """Whether the copy is what was built."""
        return not (self.missing or self.changed or self.extra or self.linked or self.unreadable)


def read_manifest(site: Path) -> dict[str, Sum]:
    """Read the manifest of a copy.

    Raises:
        UserError: there is none, or it is damaged.
    """
    path = site / MANIFEST
    if not site.is_dir():
        raise UserError(f"没有 {site} 这个文件夹。\n建议：写明拷贝所在的文件夹，例如 anliji verify E:\\site。")
    if not path.is_file():
        raise UserError(
            f"{site} 里没有 {MANIFEST}：它不是生成的网站，是以前的版本生成的，或者没有拷全。\n"
            "建议：核对文件夹；没有写错的，重新生成网站，再拷贝一次。"
        )
    if path.stat().st_size > _MOST_BYTES:
        raise UserError(f"{path} 太大，不是生成网站时写的清单。\n{_ADVICE}")
    try:
        return parse_manifest(path.read_bytes())
    except DamagedManifestError as error:
        raise UserError(f"{path} 不能用来核对：{error}。\n{_ADVICE}") from error


def verify(site: Path, sums: Mapping[str, Sum], advance: Callable[[int], None] = lambda _: None) -> Verified:
    """Compare what is in a folder with what a manifest lists.

    The mark of a finished site may be missing: many programs do not copy names that begin with a dot, and no reader
    needs it.

    Args:
        site: the folder.
        sums: what should be there.
        advance: called with how many more files have been compared.
    """
    there = dict(_entries(site))
    files, linked, closed = ({uri for uri, kind in there.items() if kind == one} for one in ("file", "link", "closed"))
    found = _found(site, sums, files)
    changed, unreadable = [], [*closed]
    for uri, name in found.items():
        try:
            if not _is_same(site / name, sums[uri]):
                changed.append(uri)
        except OSError:
            unreadable.append(uri)
        advance(1)
    behind = (*(f"{uri}/" for uri in linked), *closed)
    missing = (uri for uri in sums if uri not in found and uri != MARK and uri not in linked)
    return Verified(
        len(sums),
        sum(one.size for one in sums.values()),
        tuple(sorted(uri for uri in missing if not uri.startswith(behind))),
        tuple(sorted(changed)),
        tuple(sorted(there.keys() - linked - closed - set(found.values()) - {MANIFEST})),
        tuple(sorted(linked)),
        tuple(sorted(unreadable)),
    )


def _is_same(path: Path, sum_: Sum) -> bool:
    if path.stat().st_size != sum_.size:
        return False
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest() == sum_.sha256


def _found(site: Path, sums: Mapping[str, Sum], files: set[str]) -> dict[str, str]:
    """Give the name on the disk of each file that is there.

    Another name counts where the system takes it for the same, as Windows does with capitals and macOS with accents.
    """
    found = {uri: uri for uri in sums if uri in files}
    rest = {_folded(name): name for name in files - set(found)}
    for uri in sums:
        name = rest.get(_folded(uri)) if uri not in found else None
        if name and _is_one_file(site / uri, site / name):
            found[uri] = name
    return found


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _is_one_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _entries(site: Path, prefix: str = "") -> Iterator[tuple[str, Kind]]:
    """Give each address below a folder with what is there; folders only if they cannot be listed."""
    try:
        entries = list(os.scandir(site / prefix))
    except OSError:
        if not prefix:
            raise
        yield prefix, "closed"
        return
    for entry in entries:
        uri = f"{prefix}{entry.name}"
        if _is_of_system(entry.name) or (not prefix and entry.name.startswith(INSIDE)):
            continue
        if entry.is_symlink():
            yield uri, "link"
        elif entry.is_dir():
            yield from _entries(site, f"{uri}/")
        else:
            yield uri, "file" if entry.is_file() else "other"


def _is_of_system(name: str) -> bool:
    return name.lower() in _OF_SYSTEMS or name.startswith("._")
