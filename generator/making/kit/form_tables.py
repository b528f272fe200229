"""The ruled tables of a form: labels beside empty cells, and rows for the items of a list."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from generator.making.kit.asked import Asked
from generator.making.kit.official import HEADING_FONT, LINE, SECOND_FONT, write_cell

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell

_WIDTH = 156
_LABEL, _GROUP = 30, 16
_ROW, _HINT = 11, 9
"""In millimetres: of the type area, of a label beside a cell and beside a list, and the least heights of rows."""
_WIDE = {"name": 3, "title": 3, "link": 2, "url": 3, "what": 3, "note": 3, "detail": 2, "kind": 2}
"""How wide a column is beside the others."""


class FormTables:
    """Rules tables into a document."""

    def __init__(self, document: "Document") -> None:
        self._document = document

    def pairs(
        self,
        rows: Sequence[Sequence[Asked]],
        filled: Mapping[tuple[str, ...], str],
        hints: Mapping[tuple[str, ...], str],
        heights: Mapping[str, int],
    ) -> None:
        """Rule labelled cells.

        Args:
            rows: one or two keys each.
            filled: what is already said.
            hints: what stands in a row of its own below a key.
            heights: the least heights of rows, in millimetres, where it is not the usual one.
        """
        told = [[hints[one.path] for one in row if one.path in hints] for row in rows]
        table = self._table(len(rows) + sum(map(len, told)), 4)
        widths = [_LABEL, _WIDTH // 2 - _LABEL] * 2
        at = 0
        for row, below in zip(rows, told, strict=True):
            cells = table.rows[at].cells
            _set_height(table, at, heights.get(row[0].path[0], _ROW))
            for number, one in enumerate(row):
                star = "*" if one.is_required else ""
                write_cell(cells[2 * number], f"{star}{_label(one)}", font=HEADING_FONT, align="center")
                write_cell(cells[2 * number + 1], filled.get(one.path, ""))
            if len(row) == 1:
                cells[1].merge(cells[3])
            at += 1
            for hint in below:
                _set_height(table, at, _HINT)
                cells = table.rows[at].cells
                write_cell(cells[0], hint, font=SECOND_FONT, color="666666")
                cells[0].merge(cells[3])
                at += 1
        _set_widths(table, widths)
        self._gap()

    def items(self, asked: Sequence[Asked], count: int, hint: str) -> None:
        """Rule a table with a row for each item of a list.

        Args:
            asked: the keys of an item.
            count: how many rows stay empty.
            hint: what stands in the last row; may be empty.
        """
        table = self._table(1 + count + bool(hint), 1 + len(asked))
        rows = [row.cells for row in table.rows]
        write_cell(rows[0][0], asked[0].group, font=HEADING_FONT, align="center")
        for number, one in enumerate(asked, 1):
            write_cell(rows[0][number], one.label, font=HEADING_FONT, align="center")
            for row in rows[1 : 1 + count]:
                write_cell(row[number], "")
        for number in range(len(rows)):
            _set_height(table, number, _ROW if 0 < number <= count else _HINT)
        _keep_together(rows)
        rows[0][0].merge(rows[count][0])
        shares = [_WIDE.get(one.path[-1], 1) for one in asked]
        widths = [_GROUP, *((_WIDTH - _GROUP) * share // sum(shares) for share in shares)]
        if hint:
            last = rows[-1]
            write_cell(last[0], hint, font=SECOND_FONT, color="666666")
            last[0].merge(last[-1])
        _set_widths(table, widths)
        self._gap()

    def _table(self, rows: int, columns: int) -> "Table":
        from docx.enum.table import WD_TABLE_ALIGNMENT  # noqa: PLC0415 (only when used)

        table: Table = self._document.add_table(rows, columns)
        table.style = "Table Grid"
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        return table

    def _gap(self) -> None:
        """Leave half a line: two tables without anything between them are one."""
        from docx.shared import Pt  # noqa: PLC0415

        self._document.add_paragraph().paragraph_format.line_spacing = Pt(LINE // 2)


def rule_table(document: "Document", headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Rule a table of texts under headings, its columns equally wide."""
    table = document.add_table(1 + len(rows), len(headings))
    table.style = "Table Grid"
    head, *below = (row.cells for row in table.rows)
    for cell, heading in zip(head, headings, strict=True):
        write_cell(cell, heading, font=HEADING_FONT, align="center")
    for cells, row in zip(below, rows, strict=True):
        for cell, text in zip(cells, row, strict=True):
            write_cell(cell, text)
    for at in range(1 + len(rows)):
        _set_height(table, at, _HINT)
    _set_widths(table, [_WIDTH // len(headings)] * len(headings))


_SAYS_ALL = frozenset(("period", "permission"))
"""Keys inside which a name is clear by itself: 开始日期, 授权方."""


def _label(asked: Asked) -> str:
    if asked.path[0] in _SAYS_ALL:
        return asked.label
    return f"{asked.group}{asked.label}" if asked.group and asked.group not in asked.label else asked.label


def _keep_together(rows: "Sequence[Sequence[_Cell]]") -> None:
    """Keep a table on one page where it fits."""
    for cells in rows[:-1]:
        cells[-1].paragraphs[0].paragraph_format.keep_with_next = True


def _set_height(table: "Table", row: int, millimetres: int) -> None:
    from docx.enum.table import WD_ROW_HEIGHT_RULE  # noqa: PLC0415
    from docx.shared import Mm  # noqa: PLC0415

    table.rows[row].height = Mm(millimetres)
    table.rows[row].height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST


def _set_widths(table: "Table", widths: Sequence[int]) -> None:
    """Say the widths twice, for the columns and for their cells: each program for documents goes by another."""
    from docx.shared import Mm  # noqa: PLC0415

    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        seen: set[Any] = set()
        for cell, width in zip(row.cells, widths, strict=True):
            if id(cell._tc) not in seen and cell.grid_span == 1:  # noqa: SLF001 (cells that are one come several times)
                cell.width = Mm(width)
            seen.add(id(cell._tc))  # noqa: SLF001
