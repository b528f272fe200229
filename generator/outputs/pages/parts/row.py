"""A case as a row of a list: text alone, enough to decide whether to open it."""

from dataclasses import dataclass

from generator.case.model import Case
from generator.case.programme import Programme
from generator.outputs.site import addresses
from generator.outputs.views.bodies import universities_of
from generator.outputs.views.figure import Figure, headline_of
from generator.outputs.views.sentence import sentence_of
from generator.outputs.views.time import Time, time_of


@dataclass(frozen=True, slots=True)
class Row:
    """A case in a list."""

    title: str
    uri: str
    task: str
    task_id: str
    """Chooses the colour."""
    sentence: str
    """Why it matters, or what it is."""
    university: str
    """The leading one, and how many there are where it is not alone."""
    place: str
    """Where it was done, down to the county; empty when it is not known."""
    year: str
    """2024年, or 2024年报道 where only the report's is known; empty where none is."""
    time: Time | None
    """The same to the day, where that is known."""
    is_reported: bool
    """The time is that of a report; when the work went on is not known."""
    figure: Figure | None
    """The one that stands for it."""


def row_of(case: Case, programme: Programme) -> Row:
    """Show a case as a row."""
    reported = "" if case.period else "报道"
    return Row(
        title=case.title,
        uri=addresses.case_uri(case.id),
        task=case.task,
        task_id=programme.task(case.task).id,
        sentence=sentence_of(case),
        university=universities_of(case),
        place=place_of(case),
        year=f"{case.date.year}年{reported}" if case.date else "",
        time=time_of(case.date),
        is_reported=case.period is None,
        figure=headline_of(case),
    )


def place_of(case: Case) -> str:
    """Name the first place that is known, and how many there are where it is not alone: 示例市等3地."""
    names = ["".join(place.area) or place.detail or "" for place in case.places]
    known = list(dict.fromkeys(name for name in names if name))
    return f"{known[0]}等{len(known)}地" if len(known) > 1 else "".join(known)
