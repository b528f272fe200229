"""What opens the page of a case, so that it is remembered: a photo, a figure, or a sentence."""

from dataclasses import dataclass

from generator.case.model import Case
from generator.outputs.pages.parts.photo import Photograph
from generator.outputs.views.figure import Figure, headline_of
from generator.outputs.views.sentence import reason_of

_AFAR, _LONG = 10, 16
"""Up to how many characters a figure is very large, and large; its unit and the value before are smaller."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The head of a case's page below its title, and what begins the text below that."""

    photograph: Photograph | None
    figure: Figure | None
    """At display size; else the headline stands with the results."""
    sentence: str
    """Beside the figure, or alone at display size; empty where a photo opens, or nothing does."""
    reason: str
    """Why the case matters, before the summary; empty where the sentence says it."""
    summary: str
    """Empty where the sentence is the summary."""

    @property
    def size(self) -> str:
        """How much room the figure takes: empty where it is seen from afar, else `long` or `longest`."""
        if self.figure is None:
            return ""
        one = self.figure
        room = len(one.number) + (len(one.earlier) + len(one.before + one.after)) / 2
        return "" if room <= _AFAR else "long" if room <= _LONG else "longest"

    @property
    def is_summary(self) -> bool:
        """Whether the sentence beside the figure is the summary, in the words and size of running text."""
        return self.figure is not None and not self.summary


def opening_of(case: Case, *, is_short: bool, photograph: Photograph | None) -> Opening:
    """Choose what opens a page.

    Args:
        case: the case.
        is_short: whether it is; then the title does, and reason or summary follow.
        photograph: the one that may lead.
    """
    reason, headline = reason_of(case), headline_of(case)
    if is_short or photograph:
        return Opening(photograph, None, "", reason, case.summary)
    if headline:
        return Opening(None, headline, reason or case.summary, "", case.summary if reason else "")
    return Opening(None, None, reason, "", case.summary)
