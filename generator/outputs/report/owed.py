"""Who owes what, as rows for a table, as text for a terminal, and for programs."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.case.programme import Programme
from generator.case.text import display_width
from generator.intake.owed import STATES, Line, Owed
from generator.outputs.report.excerpt import fit, visible

_COLUMNS = 80
"""The table is to fit into so many cells of a terminal; longer names are cut."""
_LEAST_CELLS = 12
_LATE, _DONE, _PLAIN = "\x1b[1;31m", "\x1b[32m", "\x1b[0m"


@dataclass(frozen=True, slots=True)
class OwedRow:
    """A line of the table in words and numbers."""

    university: str
    contact: str
    deadline: str
    """Empty where there is none."""
    due: int | None
    received: int
    states: tuple[int, ...]
    errors: int | None
    """None where not all of its records were looked at."""
    days_late: int

    @property
    def is_done(self) -> bool:
        """Whether all that is due has come."""
        return self.due is not None and self.received >= self.due

    @property
    def cells(self) -> tuple[str, ...]:
        """What the columns of numbers show: a dot for nothing, a dash for what the roster does not say."""
        due = "—" if self.due is None else str(self.due)
        errors = "?" if self.errors is None else _shown(self.errors)
        return (due, _shown(self.received), *map(_shown, self.states), errors, _shown(self.days_late))


def owed_heads(programme: Programme) -> tuple[str, ...]:
    """Name the columns of numbers."""
    states = (programme.statuses.name_of(state) for state in STATES)
    return ("应报", "收到", *states, "错误", "逾期天数")


def owed_row(line: Line) -> OwedRow:
    """Put a line into words."""
    return OwedRow(
        visible(line.university),
        visible(line.contact),
        str(line.deadline) if line.deadline else "",
        line.due,
        line.received,
        tuple(line.states[state] for state in STATES),
        None if line.unchecked else line.errors,
        line.days_late,
    )


def owed_notes(owed: Owed, *, has_roster: bool) -> Iterator[str]:
    """Say what the table does not show by itself."""
    if not has_roster:
        yield "还没有报送名单，不知道谁应报几个；写法见手册“收集案例”，也可用 anliji status --roster 读入表格。"
    elif owed.listed:
        none = sum(not line.received for line in owed.listed)
        short = sum(0 < line.received < (line.due or 0) for line in owed.listed)
        late = sum(line.days_late > 0 for line in owed.listed)
        counts = ((none, "一个也没有报"), (short, "没有报齐"), (late, "已经逾期"))
        told = "，".join(f"{count} 个{what}" for count, what in counts if count) or "都报齐了"
        yield f"名单上 {len(owed.listed)} 个单位，{told}。"
    if owed.total.unchecked:
        yield f"有 {owed.total.unchecked} 个案例还没有检查过，错误数写作“?”；运行 anliji check 以后再看。"


def render_owed(owed: Owed, programme: Programme, *, has_roster: bool, colour: bool = False) -> str:
    """Write the table for a terminal, one line a unit, aligned by display width."""
    heads = owed_heads(programme)
    rows = [*map(owed_row, owed.listed), *map(owed_row, owed.others), owed_row(owed.total)]
    columns = [[head, *(row.cells[at] for row in rows)] for at, head in enumerate(heads)]
    widths = [max(map(display_width, column)) for column in columns]
    room = max(_LEAST_CELLS, _COLUMNS - sum(widths) - 2 * len(widths))
    names = ["学校", *(_cut(row.university, room) for row in rows)]
    width = max(map(display_width, names))
    numbers = ("  ".join(map(_right, row, widths)) for row in zip(*columns, strict=True))
    lines = [f"{_padded(name, width)}  {row}" for name, row in zip(names, numbers, strict=True)]
    if colour:
        lines[1:-1] = [_coloured(line, row) for line, row in zip(lines[1:-1], rows, strict=False)]
    if owed.others and owed.listed:
        lines.insert(1 + len(owed.listed), "不在名单上的：")
    return "\n".join((*lines, "", *owed_notes(owed, has_roster=has_roster))).rstrip() + "\n"


def render_owed_json(owed: Owed) -> str:
    """Write `{units: […], others: […], total: {…}}`, numbers that are not known as null."""

    def values(line: Line) -> dict[str, object]:
        row = owed_row(line)
        return {
            "university": row.university,
            "contact": row.contact,
            "deadline": row.deadline or None,
            "due": row.due,
            "received": row.received,
            **dict(zip(STATES, row.states, strict=True)),
            "errors": row.errors,
            "days_late": row.days_late,
        }

    whole = {
        "units": [values(line) for line in owed.listed],
        "others": [values(line) for line in owed.others],
        "total": values(owed.total),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _shown(number: int) -> str:
    return str(number or "·")


def _cut(name: str, room: int) -> str:
    return name if display_width(name) <= room else f"{fit(name, room - 1)}…"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - display_width(text))


def _right(text: str, width: int) -> str:
    return " " * (width - display_width(text)) + text


def _coloured(line: str, row: OwedRow) -> str:
    tint = _LATE if row.days_late else _DONE if row.is_done else ""
    return f"{tint}{line}{_PLAIN}" if tint else line


def table_rows(owed: Owed) -> Sequence[OwedRow]:
    """Give all rows, the total last."""
    return tuple(map(owed_row, (*owed.lines, owed.total)))
