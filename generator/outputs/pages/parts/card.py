"""A case as a card: enough to decide whether to open it."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator.case.model import Case
from generator.case.programme import Programme
from generator.outputs.graphics.case_cover import cover, families
from generator.outputs.pages.parts.photo import Photograph, photographs_of
from generator.outputs.pages.parts.row import place_of
from generator.outputs.site import addresses
from generator.outputs.site.assets import Assets
from generator.outputs.views.bodies import universities_of
from generator.outputs.views.figure import Figure, headline_of
from generator.outputs.views.sentence import sentence_of
from generator.outputs.views.time import Time, time_of


@dataclass(frozen=True, slots=True)
class Card:
    """A case in a list."""

    title: str
    uri: str
    task: str
    task_id: str
    """Chooses the colour."""
    sentence: str
    """Why it matters, or what it is; whole, so that no figure in it is cut."""
    university: str
    """The leading one, and how many there are where it is not alone."""
    province: str
    """Empty when it is not known."""
    time: Time | None
    is_reported: bool
    """The time is that of a report; when the work went on is not known."""
    figure: Figure | None
    place: str
    """Where it was done, down to the county; empty when it is not known."""
    photograph: Photograph | None
    """The first photo, on the card's band."""
    drawing: Markup
    """The drawn cover that is shown where there is no photo."""


def card_of(case: Case, programme: Programme, assets: Assets, family: int | None = None) -> Card:
    """Show a case as a card.

    Args:
        case: the case.
        programme: whose task it serves.
        assets: know how large its photos are.
        family: of forms, for its drawn cover; the case's own first choice where the cards beside it are not known.
    """
    return Card(
        title=case.title,
        uri=addresses.case_uri(case.id),
        task=case.task,
        task_id=programme.task(case.task).id,
        sentence=sentence_of(case),
        university=universities_of(case),
        province=case.province or "",
        time=time_of(case.date),
        is_reported=case.period is None,
        figure=headline_of(case),
        place=place_of(case),
        photograph=next(iter(photographs_of(case, assets)), None),
        drawing=Markup("" if case.photos else cover(case.id, family)),  # noqa: S704 (an id is plain ASCII)
    )


def cards_of(cases: Iterable[Case], programme: Programme, assets: Assets) -> tuple[Card, ...]:
    """Show cases as cards side by side: no two neighbours have covers of one family of forms."""
    cases = tuple(cases)
    chosen = families([case.id for case in cases])
    return tuple(card_of(case, programme, assets, family) for case, family in zip(cases, chosen, strict=True))
