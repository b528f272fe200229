"""What is found: a kind, a place, and what may be shown of it."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["mobile", "id", "card", "email", "document", "number", "account", "phone", "address", "plate"]
"""Mobile number, resident ID, bank card, e-mail address, another document's number (passport), a student's or
employee's number, an account of a messenger, a private landline, a home address, a car's number plate."""

NEVER_WAIVED: frozenset[Kind] = frozenset(("id", "document"))
"""What no reason makes fit to be published."""


@dataclass(frozen=True, slots=True)
class PersonalDatum:
    """One number or address that belongs to a person."""

    kind: Kind
    start: int
    """Offset of its first character."""
    end: int
    masked: str
    """What may be shown: 138****8000, 110***********002X, z*****@qq.com; as long as what it stands for."""


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of a plain text that is personal."""

    kind: Kind
    start: int
    end: int
    kept: tuple[int, int] = (3, 4)
    """How many characters of a number may be shown at its beginning and its end."""
    name_end: int = 0
    """Of an e-mail address: where the part before the @ ends."""
