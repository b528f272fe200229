"""Faults as the reader and the model see them, before a rule words them for people.

A fault whose wording needs more than its place has a class of its own; a rule asks for its faults by that class.
"""

from dataclasses import dataclass
from typing import Literal

from generator.case.edit import Edit
from generator.case.problem import Place
from generator.reading.record import Refusal

SpacePlace = Literal["indent", "block", "key", "colon", "dash", "line", "end"]
"""At a line's beginning, there before a line of a longer text, before or behind a colon, behind a dash, alone on a
line, behind a closing sign."""

Path = tuple[str | int, ...]
"""The way to a value in a record: `("outcomes", 0, "value")`."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong, with the rule that is to word it."""

    rule: str
    place: Place
    path: Path = ()
    """Empty for faults of the text rather than of a value."""
    edits: tuple[Edit, ...] = ()
    """What the reader read instead, where that is the one thing that can be meant."""


# Of the text: what the reader finds.


@dataclass(frozen=True, slots=True, kw_only=True)
class SyntaxFault(Fault):
    """YAML that cannot be read."""

    kind: str
    """One of `syntax.KINDS`."""
    noticed: int
    """The 1-based line where the reader noticed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DashFault(Fault):
    """A dash of a list that is none for YAML."""

    sign: str
    """What stands there; `-` where only the space behind it is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EncodingFault(Fault):
    """Bytes that are not UTF-8."""

    encoding: str
    """`UTF-16`, `GBK` or `GB18030`; empty where a file that is UTF-8 for the most part has broken bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignFault(Fault):
    """A file of another program."""

    kind: str
    """What it is, in Chinese."""
    ending: str
    """What such a file's name ends in, without the full stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalFault(Fault):
    """A file that was not read."""

    refusal: Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitFault(Fault):
    """More of something than a record may have."""

    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BytesFault(LimitFault):
    """A file with too many bytes."""

    size: int
    """In bytes, as is the limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFault(Fault):
    """A key that is written wrongly."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatedKeyFault(KeyFault):
    """A key that its mapping already has."""

    first: int
    """The 1-based line where the key was first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorFault(Fault):
    """An anchor, an alias or a merge."""

    name: str
    """Without its sign; `<<` for a merge, empty where the reader could not read the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterFault(Fault):
    """A control character; its path is empty where it is in the text rather than written as an escape in a value."""

    code: str
    """`U+0007`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpaceFault(Fault):
    """A space that is none for YAML, where only a space may be."""

    where: SpacePlace
    character: str
    """The first of them."""


# Of a value: what the model refuses.


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueFault(Fault):
    """A value that the model refuses."""

    given: object
    """What is written there: text, list, mapping or None."""

    @property
    def written(self) -> str:
        """What is written there as a text, stripped."""
        return str(self.given).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class KindFault(ValueFault):
    """A text, a list or a mapping where another of the three belongs."""

    expected: str
    """Pydantic's type of the error, which says what belongs there: `tuple_type`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LengthFault(ValueFault):
    """A text or a list that is too long or too short."""

    limit: int
    count: int
    """The characters of the text without white space around it, or the items of the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberFault(ValueFault):
    """A number that cannot be read, or that is out of its range."""

    is_whole: bool = False
    """Whether a whole number belongs there."""
    digits: int | None = None
    """The most digits that a number may have, where it has more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermFault(ValueFault):
    """A word that is not in its list."""

    words: tuple[str, ...]
    """The words of the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFault(ValueFault):
    """A date that cannot be read."""

    reason: str
    """Why, in a Chinese sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdFault(ValueFault):
    """A text that cannot be an id."""

    is_name: bool = False
    """Whether it is the name of the record's folder or file, rather than a value in the record."""
