"""The site that is in place, as the source of what did not change: such files keep their times, and are not made again.

An artifact has a mark that changes whenever its bytes may. Where the mark is the same and the files are as they were
written, they are put on the new site as second names of the same files. Where only the bytes turn out to be the same,
the old file is put there too, so that copying tools find nothing new in it.
"""

import os
import shutil
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator.making.store.last_build import DOUBTFUL, Found
from generator.making.store.listing import Look, list_site
from generator.making.store.tables import change_tables, read_tables, write_tables
from generator.outputs.site.manifest import Sum

_KIND = "site"
_sum_of = Sum._make

Mark = tuple[str, tuple[str, ...]]
"""The mark of an artifact, and the addresses of its files."""


@dataclass(frozen=True)
class KeptSite:
    """What the last build wrote, as far as it is still there."""

    folder: str = ""
    sums: Mapping[str, Sum] = field(default_factory=dict)
    """What the files hold that are as they were written, by address."""
    looks: Mapping[str, Look] = field(default_factory=dict)
    """How they look from outside."""
    marks: Mapping[str, Mark] = field(default_factory=dict)
    """By the artifacts' addresses."""

    def take(self, uri: str, mark: str) -> dict[str, Sum] | None:
        """Give the files of an artifact that is as it was; None where it has to be made."""
        known, files = self.marks.get(uri, ("", ()))
        if not mark or known != mark or not all(file in self.sums for file in files):
            return None
        return {file: self.sums[file] for file in files}

    def put(self, uri: str, target: str) -> bool:
        """Put a file on the new site, with its time; gives whether it could be."""
        source = os.path.join(self.folder, *uri.split("/"))  # noqa: PTH118 (ten thousand Path objects cost seconds)
        try:
            with suppress(FileNotFoundError):
                os.unlink(target)  # noqa: PTH108 (as above)
            try:
                os.link(source, target)
            except FileNotFoundError:
                raise
            except OSError:
                # A file system without second names.
                shutil.copy2(source, target)
            seen = os.stat(target)  # noqa: PTH116 (as above)
        except OSError:
            return False
        # Another build may have put another site in place at this moment; a copy has a number of its own.
        return (seen.st_size, seen.st_mtime_ns) == self.looks[uri][:2]

    def gone(self, there: Collection[str]) -> frozenset[str]:
        """Name the files that the new site has no more."""
        return frozenset(uri for uri in self.sums if uri not in there)


def kept_site(found: Found, site: Path, looks: Mapping[str, Look] | None = None) -> KeptSite:
    """Find what the last build wrote at a place and is still as it was.

    Args:
        found: the project.
        site: the place.
        looks: how its files look now, where that is known.
    """
    if not found.trusting:
        return KeptSite()
    real = os.path.realpath(site)
    try:
        known = read_tables(found.store, _KIND)
        if known["site"] != real:
            return KeptSite()
        looks = list_site(Path(real)) if looks is None else looks
        rows = known["files"].items()
        files = {uri: _sum_of(row[1]) for uri, row in rows if looks.get(uri) == row[0]}
        marks = known["marks"] if known["program"] == found.program else {}
    except (OSError, *DOUBTFUL):
        return KeptSite()
    return KeptSite(real, files, {uri: looks[uri] for uri in files}, marks)


def keep_site(found: Found, site: Path, sums: Mapping[str, Sum], marks: Mapping[str, Mark]) -> None:
    """Keep what a build wrote, for the next one; the arguments as for `kept_site`."""
    real = os.path.realpath(site)
    files = _rows(list_site(Path(real)), sums)
    write_tables(found.store, _KIND, {"site": real, "program": found.program, "files": files, "marks": dict(marks)})


def keep_changed(found: Found, looks: Mapping[str, Look], sums: Mapping[str, Sum], marks: Mapping[str, Mark]) -> None:
    """Keep what a build has changed of such a site.

    Args:
        found: the project.
        looks: how the files look that it wrote.
        sums: what they hold.
        marks: those that are others now.
    """
    change_tables(found.store, _KIND, {"files": _rows(looks, sums), "marks": dict(marks)})


def _rows(looks: Mapping[str, Look], sums: Mapping[str, Sum]) -> dict[str, tuple[Look, tuple[object, ...]]]:
    return {uri: (look, tuple(sums[uri])) for uri, look in looks.items() if uri in sums}
