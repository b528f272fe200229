"""The case that leads the home page: its sentence and its figure, large."""

from dataclasses import dataclass
from itertools import chain

from generator.case.model import Case
from generator.case.programme import Programme
from generator.library.library import Library
from generator.outputs.pages.parts.photo import Photograph, photographs_of
from generator.outputs.pages.parts.row import Row, row_of
from generator.outputs.site.assets import Assets
from generator.outputs.views.figure import Figure

_SHORT, _FAIR = 4.2, 6.6
"""How wide a figure may be that is set largest, and very large, in widths of a Chinese character."""
_DIGIT, _EARLIER, _UNIT, _ARROW = 0.55, 0.5, 0.45, 0.6
"""In the same: how wide a digit is; how large, beside the number, are the value before and the unit; and the arrow."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A case as the first thing that a visitor reads."""

    row: Row
    photograph: Photograph | None
    """Its first photo; None where it has none, and the figure stands in its place."""
    size: str
    """How large its figure can be set: `short`, `fair` or `long`; empty where it has none."""


def lead_case(library: Library, chosen: str = "") -> Case | None:
    """Choose the case that leads the home page; None in an empty library.

    It is the editor's choice, where readers can see it; else the first of those that are featured, by id. Where none is
    featured it is the newest that has both a sentence and a figure of its own, else a figure, else a sentence.

    Args:
        library: whose home page it is.
        chosen: the id of the editor's choice; empty for none.
    """
    if chosen in library.by_id:
        return library.by_id[chosen]
    if library.featured:
        return min(library.featured, key=lambda case: case.id)
    cases = library.cases
    # One after the other: of ten thousand cases only those are looked at that may be it.
    both = (case for case in cases if case.significance is not None and case.headline is not None)
    with_figure = (case for case in cases if case.headline is not None)
    with_sentence = (case for case in cases if case.significance is not None)
    return next(chain(both, with_figure, with_sentence, cases), None)


def lead_of(case: Case, programme: Programme, assets: Assets) -> Lead:
    """Show a case as the lead."""
    row = row_of(case, programme)
    return Lead(row, next(iter(photographs_of(case, assets)), None), _size_of(row.figure) if row.figure else "")


def _size_of(figure: Figure) -> str:
    """Say how large a figure can be set, both values of a pair side by side."""
    pair = _width(figure.earlier) * _EARLIER + _ARROW if figure.earlier else 0
    width = pair + _width(f"{figure.before}{figure.number}") + _width(figure.after) * _UNIT
    return "short" if width <= _SHORT else "fair" if width <= _FAIR else "long"


def _width(text: str) -> float:
    return sum(_DIGIT if character.isascii() else 1 for character in text)
