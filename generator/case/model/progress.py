"""The yearly account of an action that goes on for several years."""

from pydantic import Field

from generator.case.kinds import WholeNumber, prose
from generator.case.model.base import Model
from generator.case.model.outcomes import Outcome

LONGEST = 500
"""The most characters of each text of a year."""


class Progress(Model):
    """年度进展。"""

    year: WholeNumber = Field(title="年份", ge=1900, le=2100)
    """哪一年，四位数字；每年只写一项。"""
    planned: prose(LONGEST) | None = Field(None, title="计划")  # type: ignore[valid-type]
    """这一年打算做什么。"""
    done: prose(LONGEST) | None = Field(None, title="完成")  # type: ignore[valid-type]
    """这一年做了什么，做到什么程度。"""
    changed: prose(LONGEST) | None = Field(None, title="变化")  # type: ignore[valid-type]
    """与计划相比有什么调整，带来什么变化。"""
    outcomes: tuple[Outcome, ...] = Field((), title="当年成效", max_length=20)
    """这一年量得出的成效；不计入成效合计。"""

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """The texts that are written, each with its key, in reading order."""
        written = ((key, getattr(self, key)) for key in PROGRESS_TEXTS)
        return tuple((key, text) for key, text in written if text)


PROGRESS_TEXTS = ("planned", "done", "changed")
"""The keys of a year's Markdown, in reading order."""
