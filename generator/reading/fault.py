"""A fault as the machine sees it, before a rule words it for people."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.case.problem import Place

Path = tuple[str | int, ...]
"""The way to a value in a record: `("outcomes", 0, "value")`."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong, with the rule that is to word it."""

    rule: str
    place: Place
    path: Path = ()
    """Empty for faults of the text rather than of a value."""
    about: Mapping[str, Any] = field(default_factory=dict)
    """What the rule's wording needs; each rule's module says which keys."""
