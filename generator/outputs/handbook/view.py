"""What the handbook's templates draw: tables, and what a cell of them may hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from generator.outputs.site.escaped import escaped
from generator.outputs.site.table_shape import TableShape, shape_of


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a cell that looks alike."""

    text: Markup
    form: Literal["plain", "code", "whole", "break"] = "plain"
    """`whole` is not broken: a number and its unit. A `break` ends a line and has no text."""
    url: str = ""
    """Where a link leads, `#tasks` or `vocabulary.html#tasks`; empty for what is none."""
    id: str = ""
    """The anchor of what is code; empty without one."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; an empty one names neither its row nor its column."""

    content: tuple[Run, ...] = ()
    label: str = ""
    """The name of its column as HTML, shown where a narrow screen has no head; empty where nobody needs it."""
    is_short: bool = False
    """Whether it is kept in one line."""
    attributes: str = ""
    """What its author gave it, as HTML: ` style="…"`."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows are named by their first cells."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    kind: str = ""
    """What all tables of this kind share, the places of their columns, as in `keys--fields`; may be empty."""

    @property
    def shape(self) -> TableShape:
        """What the page says of it besides its text."""
        return shape_of([[_text(cell) for cell in row] for row in (self.head, *self.rows)])


def _text(cell: Cell) -> str:
    return "".join("\n" if run.form == "break" else run.text.striptags() for run in cell.content)


def plain(text: str, *, url: str = "") -> Run:
    """Show a text as it is, or as a link."""
    return Run(escaped(text), url=url)


def code(text: str, *, url: str = "", id: str = "") -> Run:
    """Show what is typed letter by letter."""
    return Run(escaped(text), "code", url, id)


def whole(*parts: object) -> Run:
    """Keep numbers and their unit in one line."""
    return Run(escaped("".join(map(str, parts))), "whole")


BREAK = Run(Markup(), "break")


def codes(texts: Iterable[str]) -> tuple[Run, ...]:
    """List what may be typed: `a`、`b`."""
    runs = [run for text in texts for run in (plain("、"), code(text))]
    return tuple(runs[1:])


def table(
    head: Sequence[str], rows: Iterable[Sequence[str | tuple[Run, ...]]], labelled: Sequence[str] = (), kind: str = ""
) -> Table:
    """Lay out a table.

    Args:
        head: the names of the columns; an empty one has none.
        rows: the cells of each row, as texts or in runs.
        labelled: the columns whose cells show the column's name themselves where a narrow screen has no head.
        kind: what all tables of this kind share; may be empty.
    """
    labels = [escaped(name) if name in labelled else "" for name in head]
    return Table(
        head=tuple(Cell(_runs(name)) for name in head),
        rows=tuple(
            tuple(Cell(_runs(cell), label) for cell, label in zip(cells, labels, strict=True)) for cells in rows
        ),
        kind=kind,
    )


def _runs(cell: str | tuple[Run, ...]) -> tuple[Run, ...]:
    if isinstance(cell, str):
        return (plain(cell),) if cell else ()
    return cell
