"""Which of a project's cases one that was sent in is: by its id, else by its university, branch and title."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from generator.case.names import Names
from generator.case.spelling import compared, compared_title
from generator.reading.plain_keys import plain_entries

_KEYS = frozenset(("title", "university", "universities", "branch", "branches"))
_NEAR = 0.6
"""How much of two titles of one branch is the same where one may be the other, changed."""
_MOST_NEAR = 3


@dataclass(frozen=True, slots=True)
class Identity:
    """By what a case is known: spellings, aliases and final marks make no difference."""

    title: str
    universities: frozenset[str]
    branches: frozenset[str]

    def is_like(self, other: "Identity") -> bool:
        """Whether two are one case: the same title, a university in common, and no other branch."""
        have_branches = self.branches and other.branches
        return (
            self.title == other.title
            and bool(self.universities & other.universities)
            and (not have_branches or bool(self.branches & other.branches))
        )


def identity_of(values: Mapping[str, Any], names: Names) -> Identity:
    """Give by what a case is known, from its raw values."""
    universities = [names.name_of("universities", one) for one in _texts(values, "university", "universities")]
    lead = universities[0] if universities else ""
    branches = (names.name_of("branches", one, lead) for one in _texts(values, "branch", "branches"))
    title = values.get("title")
    return Identity(
        compared_title(title) if isinstance(title, str) else "",
        frozenset(map(compared, universities)),
        frozenset(map(compared, branches)),
    )


def plain_identity(data: bytes, names: Names) -> Identity | None:
    """Give the same from the bytes of a record; None where they must be read as YAML."""
    entries = plain_entries(data, _KEYS)
    if entries is None:
        return None
    values = {key: one.text if one.first else one.items for key, one in entries.items()}
    if None in values.values():
        return None
    return identity_of({key: list(one) if isinstance(one, tuple) else one for key, one in values.items()}, names)


def _texts(values: Mapping[str, Any], one: str, several: str) -> list[str]:
    found = values.get(several)
    texts = [values.get(one), *(found if isinstance(found, list) else ())]
    return [text.strip() for text in texts if isinstance(text, str) and text.strip()]


@dataclass(frozen=True)
class Cases:
    """The cases of a project, found by what they are known by."""

    identities: Mapping[str, Identity]
    """By id."""
    _by_title: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    _by_branch: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        """Sort them by title and branch."""
        for id, one in self.identities.items():
            if one.title:
                self._by_title[one.title].append(id)
            for branch in one.branches:
                self._by_branch[branch].append(id)

    def like(self, identity: Identity) -> tuple[str, ...]:
        """Give the ids of the cases that this may be; those of the very branch before any other."""
        found = [id for id in self._by_title.get(identity.title, ()) if identity.is_like(self.identities[id])]
        exact = [id for id in found if identity.branches & self.identities[id].branches]
        return tuple(exact or found)

    def near(self, identity: Identity, without: Collection[str]) -> tuple[str, ...]:
        """Give the ids of cases of the same branch that are called much the same, the most alike first.

        Args:
            identity: a case that is none of them by its title.
            without: the ids of cases that are known to be others.
        """
        ids = {id for branch in identity.branches for id in self._by_branch.get(branch, ()) if id not in without}
        others = (self.identities[id] for id in ids)
        shares = {
            id: SequenceMatcher(None, identity.title, other.title).ratio()
            for id, other in zip(ids, others, strict=True)
            if other.universities & identity.universities
        }
        found = sorted((id for id, share in shares.items() if share >= _NEAR), key=lambda one: (-shares[one], one))
        return tuple(found[:_MOST_NEAR])
