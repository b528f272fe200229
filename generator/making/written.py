"""What was written of a site, and the manifest that lists it all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from generator.making.site_place import MARK, MARK_TEXT
from generator.making.store.kept_site import KeptSite, Mark
from generator.making.writer import Writer
from generator.outputs.site.addresses import MANIFEST
from generator.outputs.site.artifact import Made
from generator.outputs.site.manifest import Sum, render_manifest


@dataclass(frozen=True, slots=True)
class Written:
    """What was written of a site."""

    sums: Mapping[str, Sum] = field(default_factory=dict)
    """What each file holds, summed up, by address."""
    refers_to: frozenset[str] = frozenset()
    """The addresses of the site that the files refer to, but for those that were taken as they were."""
    marks: Mapping[str, Mark] = field(default_factory=dict)
    """The marks of artifacts with their files, where it was asked for them."""
    taken: frozenset[str] = frozenset()
    """The addresses of the files that were taken as they were, without being made."""
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What of cases is searched, by id, as far as it was found on the way."""
    notes: Mapping[str, object] = field(default_factory=dict)
    """What else the next build may be given, by name."""

    @classmethod
    def all(cls, parts: Iterable["Written"]) -> Self:
        """Put parts together; of two files with one address the later counts."""
        sums: dict[str, Sum] = {}
        marks: dict[str, Mark] = {}
        texts: dict[str, tuple[str, ...]] = {}
        notes: dict[str, object] = {}
        refers_to, taken = set[str](), set[str]()
        for part in parts:
            sums.update(part.sums)
            marks.update(part.marks)
            texts.update(part.texts)
            notes.update(part.notes)
            refers_to.update(part.refers_to)
            taken.update(part.taken)
        return cls(sums, frozenset(refers_to), marks, frozenset(taken), texts, notes)

    @property
    def bytes(self) -> int:
        """Of all files."""
        return sum(one.size for one in self.sums.values())


def write_manifest(site: Path, sums: Mapping[str, Sum], kept: KeptSite | None = None) -> Sum:
    """List what was written, and the mark that a finished site gets, in the site's manifest; gives its own sum."""
    return Writer(site, kept).write(Made({MANIFEST: manifest_of(sums)}))[MANIFEST]


def manifest_of(sums: Mapping[str, Sum]) -> str:
    """Give the manifest's text, see `write_manifest`."""
    return render_manifest({**sums, MARK: Sum.of(MARK_TEXT.encode())})
