"""The names that a project knows: each with its other spellings, which are read as the name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from generator.case.spelling import compared, spelt

NameKind = Literal["universities", "schools", "branches", "partners", "places"]
"""What is named; also the key of its list in content/names.yml."""

_GROUPED: tuple[NameKind, ...] = ("universities", "places")
"""Names that cases are grouped by: spellings that differ in width and blanks alone must be one."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as pages show it."""

    name: str
    aliases: tuple[str, ...] = ()
    """Abbreviations and former names, in the list's order."""
    pinyin: str = ""
    """How its Chinese characters are read, `xia4 men2 da4 xue2` or without tones; empty where that is regular."""
    university: str = ""
    """The university to which a school or branch of this name belongs; empty for any."""


@dataclass(frozen=True)
class Names:
    """All of them, found by any spelling; width, blanks and case make no difference."""

    lists: Mapping[NameKind, tuple[Name, ...]] = field(default_factory=dict)

    def name_of(self, kind: NameKind, text: str, university: str = "") -> str:
        """Give the name that a text means; of an unknown one, the usual spelling where cases are grouped by it.

        Args:
            kind: what is named.
            text: as it is written.
            university: whose school or branch it is, by its name.
        """
        known = self.known(kind, text, university)
        if known:
            return known.name
        return spelt(text) if kind in _GROUPED else text

    def known(self, kind: NameKind, text: str, university: str = "") -> Name | None:
        """Give what the list knows under a spelling, or None."""
        form = compared(text) if self._found else ""
        if self._shared and self.sharing(kind, text, university):
            return None
        found = self._found.get(kind, {})
        known = found.get((compared(university), form)) or found.get(("", form)) if found else None
        # A university may be a partner, and is called the same there.
        return known or (self._found.get("universities", {}).get(("", form)) if kind == "partners" else None)

    def sharing(self, kind: NameKind, text: str, university: str = "") -> tuple[str, ...]:
        """Give the names that share a spelling, two or more, or none: what two are called is read as neither."""
        form, shared = compared(text), self._shared.get(kind, {})
        within = compared(university)
        own = self._found.get(kind, {}).get((within, form)) if university else None
        return shared.get((within, form)) or (() if own else shared.get(("", form), ()))

    @property
    def has_shared(self) -> bool:
        """Whether several names share some spelling."""
        return bool(self._shared)

    def ending(self, kind: NameKind, text: str) -> Name | None:
        """Give the longest name with which a text ends, or None: a place's term begins with the places around it."""
        found = self._found.get(kind)
        ends = (text[at:] for at in range(len(text))) if found else ()
        return next((known for end in ends if (known := self.known(kind, end)) and known.name == end), None)

    @cached_property
    def _found(self) -> dict[NameKind, dict[tuple[str, str], Name]]:
        found: dict[NameKind, dict[tuple[str, str], Name]] = {}
        for kind, names in self.lists.items():
            own = found.setdefault(kind, {})
            for name, spelling in _spellings(names):
                own.setdefault((compared(name.university), compared(spelling)), name)
        return found

    @cached_property
    def _shared(self) -> dict[NameKind, dict[tuple[str, str], tuple[str, ...]]]:
        """The aliases that several names have, and none is; by kind, then by university and form."""
        shared: dict[NameKind, dict[tuple[str, str], tuple[str, ...]]] = {}
        for kind, names in self.lists.items():
            named = {(compared(name.university), compared(name.name)) for name in names}
            meant: dict[tuple[str, str], dict[str, None]] = {}
            for name in names:
                for alias in name.aliases:
                    meant.setdefault((compared(name.university), compared(alias)), {})[name.name] = None
            several = {form: tuple(found) for form, found in meant.items() if len(found) > 1 and form not in named}
            if several:
                shared[kind] = several
        return shared


def _spellings(names: Iterable[Name]) -> Iterator[tuple[Name, str]]:
    """Give names before aliases: what is a name itself is never read as another."""
    names = tuple(names)
    yield from ((name, name.name) for name in names)
    yield from ((name, alias) for name in names for alias in name.aliases)
