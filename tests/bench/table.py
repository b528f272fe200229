"""Tables for a terminal, aligned where Chinese and Latin share a column."""

import re

from generator.case.text import display_width

_NUMBER = re.compile(r"[\d.,]*")


class Table:
    """A title, a heading for each column, and rows of text; numbers end below one another."""

    def __init__(self, *names: str, title: str) -> None:
        self.title = title
        self._names = names
        self._sections: list[list[tuple[str, ...]]] = [[]]

    def add_row(self, *cells: str) -> None:
        """Add a row; the last cell of one with fewer cells than columns, a remark, takes the room of all others."""
        self._sections[-1].append(cells)

    def add_section(self) -> None:
        """Set off the rows that follow from those before."""
        if self._sections[-1]:
            self._sections.append([])

    def __str__(self) -> str:
        """Draw it."""
        whole = [cells for section in self._sections for cells in section if len(cells) == len(self._names)]
        columns = list(zip(self._names, *whole, strict=True))
        widths = [max(map(display_width, column)) for column in columns]
        are_numbers = [all(map(_NUMBER.fullmatch, column[1:])) for column in columns]

        def drawn(cells: tuple[str, ...]) -> str:
            remark = cells[-1:] if len(cells) < len(self._names) else ()
            kept = cells[: len(cells) - len(remark)]
            padded = map(_pad, kept, widths[: len(kept)], are_numbers)
            return "  ".join((*padded, *remark)).rstrip()

        rule = "  ".join("-" * width for width in widths)
        body = f"\n{rule}\n".join("\n".join(map(drawn, section)) for section in self._sections if section)
        return "\n".join((self.title, drawn(self._names), rule, body))

    def markdown(self) -> str:
        """Write it as Markdown; a remark takes one cell."""
        whole = [cells for section in self._sections for cells in section]
        are_numbers = [
            all(_NUMBER.fullmatch(cells[at]) for cells in whole if len(cells) == len(self._names))
            for at in range(len(self._names))
        ]
        lines = [self._names, tuple("---:" if is_number else "---" for is_number in are_numbers), *whole]
        return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _pad(text: str, cells: int, is_number: bool) -> str:  # noqa: FBT001 (mapped over columns)
    blanks = " " * (cells - display_width(text))
    return f"{blanks}{text}" if is_number else f"{text}{blanks}"
