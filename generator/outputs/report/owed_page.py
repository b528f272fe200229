"""Who owes what as a page of the preview."""

from dataclasses import dataclass

from generator.case.programme import Programme
from generator.intake.owed import Owed
from generator.outputs.report.owed import OwedRow, owed_heads, owed_notes, owed_row


@dataclass(frozen=True, slots=True)
class _Group:
    name: str
    """Empty for the units of the roster."""
    rows: tuple[OwedRow, ...]


@dataclass(frozen=True, slots=True)
class _View:
    made_on: str
    notes: tuple[str, ...]
    heads: tuple[str, ...]
    groups: tuple[_Group, ...]
    total: OwedRow


def render_owed_page(owed: Owed, programme: Programme, *, has_roster: bool, made_on: str) -> str:
    """Write a whole page that needs nothing else.

    Args:
        owed: the table.
        programme: whose names the statuses have.
        has_roster: whether the project has one.
        made_on: the day, as people read it.
    """
    from generator.outputs.site.templates import render  # noqa: PLC0415 (Jinja; a table for a terminal does without)

    listed = _Group("", tuple(map(owed_row, owed.listed)))
    others = _Group("不在名单上的" if owed.listed else "", tuple(map(owed_row, owed.others)))
    view = _View(
        made_on,
        tuple(owed_notes(owed, has_roster=has_roster)),
        owed_heads(programme),
        tuple(group for group in (listed, others) if group.rows),
        owed_row(owed.total),
    )
    return render("owed", view=view)
