"""What was written of a site, and the manifest that lists it all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from generator.making.site_place import MARK, MARK_TEXT
from generator.outputs.site.addresses import MANIFEST
from generator.outputs.site.manifest import Sum, render_manifest


@dataclass(frozen=True, slots=True)
class Written:
    """What was written of a site."""

    sums: Mapping[str, Sum] = field(default_factory=dict)
    """What each file holds, summed up, by address."""
    refers_to: frozenset[str] = frozenset()
    """The addresses of the site that the files refer to."""

    @classmethod
    def all(cls, parts: Iterable["Written"]) -> Self:
        """Put parts together; of two files with one address the later counts."""
        sums: dict[str, Sum] = {}
        refers_to: set[str] = set()
        for part in parts:
            sums.update(part.sums)
            refers_to.update(part.refers_to)
        return cls(sums, frozenset(refers_to))

    @property
    def bytes(self) -> int:
        """Of all files."""
        return sum(one.size for one in self.sums.values())


def write_manifest(site: Path, sums: Mapping[str, Sum]) -> None:
    """List what was written, and the mark that a finished site gets, in the site's manifest."""
    text = render_manifest({**sums, MARK: Sum.of(MARK_TEXT.encode())})
    (site / MANIFEST).write_text(text, encoding="utf-8", newline="\n")
