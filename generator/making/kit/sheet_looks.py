"""How the cells of a table that is sent out look."""

from copy import copy
from functools import cached_property
from typing import Any

_AUTHOR = "填报说明"
_CHARACTERS_A_LINE, _LINE, _NOTE_WIDTH = 17, 18, 250
"""Of a comment, in points but for the characters."""


def fit_to_width(sheet: Any, pages: int) -> None:
    """Print a sheet on A4 across, so and so many pages wide and as long as it takes."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages, 0
    sheet.oddFooter.center.text = "— &P —"


class Looks:
    """Fonts, grounds and borders, made once."""

    def title(self, cell: Any) -> None:
        """Set the title of the sheet."""
        cell.font = self._font("方正小标宋简体", 22)
        cell.alignment = self._align("center", "center")

    def note(self, cell: Any) -> None:
        """Set the line under the title."""
        cell.font = self._font("楷体", 12)
        cell.alignment = self._align("left", "center")

    def heading(self, cell: Any, *, is_required: bool) -> None:
        """Set a heading."""
        cell.font = self._font("黑体", 11, color="9F2D20" if is_required else "000000")
        cell.fill = self._ground("E7EDF3")
        cell.alignment = self._align("center", "center")
        cell.border = self._border

    def example(self, cell: Any) -> None:
        """Set a cell of the row that shows how to fill in."""
        cell.font = self._font("楷体", 11, color="666666")
        cell.fill = self._ground("F3F3F3")
        cell.alignment = self._align("left", "center")
        cell.border = self._border
        if isinstance(cell.value, str):
            cell.number_format = "@"

    def number(self, cell: Any) -> None:
        """Set the number of a row."""
        cell.font = self._font("仿宋", 11)
        cell.alignment = self._align("center", "center")
        cell.border = self._border

    def field(self, cell: Any, *, is_number: bool) -> None:
        """Set a cell that is to be filled in: text, so that no program makes a day of 2024-09."""
        if looks := self._fields.get(is_number):
            # There are thousands of them, and openpyxl looks up each of their looks among all.
            cell._style = copy(looks)  # noqa: SLF001
            return
        cell.font = self._font("仿宋", 11)
        cell.alignment = self._align("left", "center")
        cell.border = self._border
        cell.number_format = "General" if is_number else "@"
        self._fields[is_number] = cell._style  # noqa: SLF001

    def comment(self, cell: Any, text: str) -> None:
        """Put an explanation beside a cell, as large as it needs."""
        from openpyxl.comments import Comment  # noqa: PLC0415 (only when used)

        lines = sum(-(-len(line) // _CHARACTERS_A_LINE) for line in text.split("\n"))
        cell.comment = Comment(text, _AUTHOR, height=_LINE * (lines + 1), width=_NOTE_WIDTH)

    def _font(self, name: str, size: int, color: str = "000000") -> Any:
        return self._made.setdefault((name, size, color), self._styles.Font(name=name, size=size, color=color))

    def _ground(self, color: str) -> Any:
        return self._styles.PatternFill("solid", fgColor=color)

    def _align(self, horizontal: str, vertical: str) -> Any:
        return self._styles.Alignment(horizontal=horizontal, vertical=vertical, wrap_text=True)

    @cached_property
    def _border(self) -> Any:
        side = self._styles.Side(style="thin", color="999999")
        return self._styles.Border(left=side, right=side, top=side, bottom=side)

    @cached_property
    def _made(self) -> dict[tuple[str, int, str], Any]:
        return {}

    @cached_property
    def _fields(self) -> dict[bool, Any]:
        """The looks of a cell that is to be filled in, by whether it takes a number."""
        return {}

    @cached_property
    def _styles(self) -> Any:
        from openpyxl import styles  # noqa: PLC0415 (only when used)

        return styles
