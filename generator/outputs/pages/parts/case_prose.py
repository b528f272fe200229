"""What a case says in prose: its sections, and the account of its years, with the photos and figures in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.case import prose
from generator.case.labels import case_label, field_label
from generator.case.markdown import parse_prose
from generator.case.model import SECTIONS, Case, Progress
from generator.case.programme import Programme
from generator.case.prose import Node
from generator.outputs.pages.parts.link import Link
from generator.outputs.pages.parts.photo import Photograph
from generator.outputs.pages.parts.photo_flow import lead_of, with_photos
from generator.outputs.pages.parts.prose import headings, passage
from generator.outputs.site import addresses
from generator.outputs.site.templates import render
from generator.outputs.views.figure import Figure, figure_of

_WIDE = 15
"""Characters of a value beside which a phone still has room for what it counts."""


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of prose under its heading."""

    key: str
    title: str
    html: Markup
    headings: tuple[Link, ...]
    """Its highest headings, where the page's contents lead to them."""
    headline: Figure | None = None
    """The figure that stands before the text at display size."""
    figures: tuple[Figure, ...] = ()
    """Those that are listed behind it."""
    notes: str = ""
    """Its notes, where figures stand between them and the text."""

    @property
    def are_figures_wide(self) -> bool:
        """Whether one of the listed needs so much room that what each counts stands below it."""
        return any(len(one.earlier + one.before + one.number + one.after) > _WIDE for one in self.figures)


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the yearly account."""

    year: int
    texts: tuple[Text, ...]
    """What was planned, done and changed, as far as it is written."""
    figures: tuple[Figure, ...]


class CaseProse:
    """Draws the prose of one case, with every photo in it that it has room for."""

    def __init__(self, case: Case, photographs: Sequence[Photograph], programme: Programme, *, has_lead: bool) -> None:
        """Take what is drawn.

        Args:
            case: the case.
            photographs: all of its photos.
            programme: its words.
            has_lead: whether its page begins with a photo where one is fit for it.
        """
        self.case = case
        self.programme = programme
        written = ((key, getattr(case, key)) for key in SECTIONS)
        self._trees = {key: parse_prose(source) for key, source in written if source}
        self.lead: Photograph | None = None
        """The photo at the head of the page."""
        self.rest: tuple[Photograph, ...] = ()
        """Those that found no room in the text."""
        self._images: dict[str, str] = {}
        if photographs:
            self._place(photographs, has_lead=has_lead)

    def _place(self, photographs: Sequence[Photograph], *, has_lead: bool) -> None:
        self._trees = {key: prose.lift_images(tree) for key, tree in self._trees.items()}
        shown = {*_images_in(*self._trees.values()), *_images_in(*map(self._tree_of_year, self._texts_of_years()))}
        free = [one for one in photographs if one.file not in shown]
        self.lead = lead_of(free) if has_lead else None
        waiting = [one for one in free if one is not self.lead]
        self._trees = with_photos(self._trees, waiting)
        placed = set(_images_in(*self._trees.values()))
        self.rest = tuple(one for one in waiting if one.file not in placed)
        root = addresses.root(addresses.case_uri(self.case.id))
        self._images = {
            one.file: render("parts/figure", root=root, photograph=one, place="text") for one in photographs
        }

    def sections(self, headline: Figure | None, figures: tuple[Figure, ...]) -> tuple[Text, ...]:
        """Draw the sections that the case has, in reading order, its figures in that of the results.

        Args:
            headline: the figure that stands there at display size, if any does.
            figures: those that are listed there.
        """
        return tuple(text for key in SECTIONS if (text := self._section(key, headline, figures)))

    def _section(self, key: str, headline: Figure | None, figures: tuple[Figure, ...]) -> Text | None:
        tree, prefix = self._trees.get(key, ()), f"{key}-"
        shown, listed = (headline, figures) if key == "results" else (None, ())
        end = -1 if listed and tree and tree[-1].kind == "notes" else len(tree)
        html = passage(tree[:end], prefix, self._images, is_anchored=True)
        if not (html.strip() or shown or listed):
            return None
        title, notes = case_label(key, self.programme), passage(tree[end:], prefix)
        return Text(key, title, html, headings(tree, prefix), shown, listed, notes)

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
        return Text(key, title, passage(self._tree_of_year(source), prefix, self._images, highest=4), ())

    def _tree_of_year(self, source: str) -> tuple[Node, ...]:
        tree = parse_prose(source)
        return prose.lift_images(tree) if self.case.photos else tree

    def _texts_of_years(self) -> Iterator[str]:
        return (source for year in self.case.progress for _, source in year.texts)


def _images_in(*trees: tuple[Node, ...]) -> Iterator[str]:
    return (node.url for tree in trees for node in prose.walk(tree) if node.kind == "image")
