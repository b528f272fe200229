"""What a cell says: values of a record, and what has no place in one."""

from dataclasses import dataclass, field
from typing import Any

from generator.case.programme import Programme
from generator.case.text import shorten
from generator.intake.proposal import Path

_NOTHING = frozenset(
    ("", "无", "/", "-", "—", "——", "暂无", "没有", "不涉及", "n/a", "na", "none", "null", "\\", "略", "待定")
)
_LONGEST = 200
"""Of a text that is kept in a note."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A cell, with what one must know to read it."""

    path: tuple[str, ...]
    """The key that its heading means, `("secretary",)` or `("secretary", "role")`; lists have no numbers yet."""
    heading: str
    """As the table has it."""
    text: str
    """Without anything personal."""
    programme: Programme
    """Whose words count."""
    is_numeric: bool = False
    """See `read_dates`."""

    @property
    def says_nothing(self) -> bool:
        """Whether it only says that there is nothing."""
        return self.text.strip().casefold() in _NOTHING


@dataclass(frozen=True, slots=True)
class Said:
    """One value that a cell says."""

    path: Path
    """An item of a list is numbered 0 whichever it is."""
    value: Any
    doubt: str = ""


@dataclass
class Reading:
    """All that a cell says."""

    values: list[Said] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What has no place, in Chinese."""

    def say(self, path: Path, value: Any, doubt: str = "") -> None:
        """Add a value; of a mapping what is empty is left out."""
        if isinstance(value, dict):
            value = {key: one for key, one in value.items() if one}
        self.values.append(Said(path, value, doubt))

    def keep(self, asked: Asked, text: str, reason: str) -> None:
        """Keep what could not be read as a note."""
        self.notes.append(f"“{asked.heading}”里的“{shorten(text, _LONGEST)}”{reason}")
