"""What a case says in prose, as the book sets it: its sections, and the account of its years."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.case.labels import case_label, field_label
from generator.case.markdown import parse_prose
from generator.case.model import SECTIONS, Case, Progress
from generator.case.programme import Programme
from generator.case.prose import walk
from generator.outputs.book.picture_rows import PictureRow
from generator.outputs.book.prose_data import passage
from generator.outputs.book.table_data import Piece
from generator.outputs.book.typeset_text import settable
from generator.outputs.views.figure import Figure, figure_of, figures_of

_WITH_FIGURES = "results"


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of prose under its heading."""

    title: str
    prose: list[Piece]
    figures: tuple[Figure, ...] = ()
    """What was measured, behind the prose."""
    pictures: tuple[PictureRow, ...] = ()
    """The photos that follow."""


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the yearly account."""

    year: str
    texts: tuple[Text, ...]
    """What was planned, done and changed, as far as it is written."""
    figures: tuple[Figure, ...]


class CaseProse:
    """The prose of one case."""

    def __init__(self, case: Case, pictures: Mapping[str, Any], programme: Programme) -> None:
        self.case = case
        self.pictures = pictures
        self.programme = programme
        self._sections = {key: parse_prose(getattr(case, key) or "") for key in SECTIONS}
        self._years = {
            year: {key: parse_prose(text) for key, text in year.texts}
            for year in sorted(case.progress, key=lambda year: year.year)
        }

    @property
    def shown(self) -> frozenset[str]:
        """The files of the pictures that stand in the prose."""
        trees = [*self._sections.values(), *(tree for year in self._years.values() for tree in year.values())]
        return frozenset(node.url for tree in trees for node in walk(tree) if node.kind == "image")

    def sections(self) -> tuple[Text, ...]:
        """Give the sections that the case has, in reading order; the one about results holds the figures.

        Where nothing is written about results, the section holds the figures alone.
        """
        figures = tuple(settable_figure(figure) for figure in self._figures())
        texts = (
            Text(case_label(key, self.programme), passage(tree, self.pictures), figures if key == _WITH_FIGURES else ())
            for key, tree in self._sections.items()
        )
        return tuple(text for text in texts if text.prose or text.figures)

    def _figures(self) -> tuple[Figure, ...]:
        """Give the outcomes, but for a single one that stands at the head of the case."""
        is_told = self.case.headline is not None and self.case.outcomes == (self.case.headline,)
        return () if is_told else figures_of(self.case)

    def years(self) -> tuple[Year, ...]:
        """Give the yearly account as a book tells it, from the first year on."""
        return tuple(
            Year(
                str(year.year),
                tuple(Text(self._label(key), passage(tree, self.pictures)) for key, tree in texts.items()),
                tuple(settable_figure(figure_of(outcome)) for outcome in year.outcomes),
            )
            for year, texts in self._years.items()
        )

    def _label(self, key: str) -> str:
        return field_label(Case, f"progress.{key}", Progress.model_fields[key], self.programme)


def settable_figure(figure: Figure) -> Figure:
    """Give a figure in texts that can be set."""
    number = figure.number.replace("-", "\N{MINUS SIGN}")
    return Figure(
        settable(figure.what),
        figure.before,
        number,
        settable(figure.after),
        settable(figure.note),
        settable(figure.earlier),
        figure.change,
    )
