"""What a case says in prose: its sections, and the account of its years, with the photos that they show."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.case import prose
from generator.case.labels import case_label, field_label
from generator.case.markdown import parse_prose
from generator.case.model import SECTIONS, Case, Progress
from generator.case.programme import Programme
from generator.outputs.pages.parts.link import Link
from generator.outputs.pages.parts.photo import Photograph
from generator.outputs.pages.parts.prose import headings, passage
from generator.outputs.site import addresses
from generator.outputs.site.templates import render
from generator.outputs.views.figure import Figure, figure_of


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of prose under its heading."""

    key: str
    title: str
    html: Markup
    headings: tuple[Link, ...]
    """Its highest headings, where the page's contents lead to them."""
    photographs: tuple[Photograph, ...]
    """Those that it shows."""


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the yearly account."""

    year: int
    texts: tuple[Text, ...]
    """What was planned, done and changed, as far as it is written."""
    figures: tuple[Figure, ...]


class CaseProse:
    """Draws the prose of one case."""

    def __init__(self, case: Case, photographs: Sequence[Photograph], programme: Programme) -> None:
        self.case = case
        self.programme = programme
        self.photographs = photographs
        root = addresses.root(addresses.case_uri(case.id))
        self._images = {
            one.file: render("parts/figure", root=root, photograph=one, in_grid=False) for one in photographs
        }

    def sections(self) -> tuple[Text, ...]:
        """Draw the sections that the case has, in reading order."""
        written = ((key, getattr(self.case, key)) for key in SECTIONS)
        texts = (
            self._text(key, case_label(key, self.programme), source, f"{key}-") for key, source in written if source
        )
        return tuple(text for text in texts if text.html.strip())

    def years(self) -> tuple[Year, ...]:
        """Draw the yearly account, the newest year first."""
        newest_first = sorted(self.case.progress, key=lambda year: year.year, reverse=True)
        return tuple(
            Year(
                year.year,
                tuple(self._text_of_year(key, source, f"{year.year}-{key}-") for key, source in year.texts),
                tuple(figure_of(outcome) for outcome in year.outcomes),
            )
            for year in newest_first
        )

    def _text_of_year(self, key: str, source: str, prefix: str) -> Text:
        title = field_label(Case, f"progress.{key}", Progress.model_fields[key], self.programme)
        return self._text(key, title, source, prefix, is_section=False)

    def _text(self, key: str, title: str, source: str, prefix: str, *, is_section: bool = True) -> Text:
        tree = parse_prose(source)
        shown: set[str] = set()
        if self.photographs:
            tree = prose.lift_images(tree)
            shown = {node.url for node in prose.walk(tree) if node.kind == "image"}
        return Text(
            key=key,
            title=title,
            html=passage(tree, prefix, self._images, highest=3 if is_section else 4, is_anchored=is_section),
            headings=headings(tree, prefix) if is_section else (),
            photographs=tuple(one for one in self.photographs if one.file in shown),
        )
