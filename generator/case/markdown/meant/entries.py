"""What stands for itself in a text: a paragraph, an item, a heading, with the lines that it goes on over."""

from dataclasses import dataclass

from generator.case.markdown.meant.flow import Step
from generator.case.markdown.meant.line import Line


@dataclass(frozen=True, slots=True)
class Entry:
    """One of them."""

    line: Line
    """Its first line."""
    index: int
    """Which line of the text that is."""
    count: int
    """How many lines it has."""
    text: str
    """Its last line, which tells how it ends."""


def entries_of(lines: list[Line], steps: list[Step | None]) -> list[Entry]:
    """Gather lines into entries; blank lines are between them."""
    entries: list[Entry] = []
    for index, line in enumerate(lines):
        if line.kind == "blank":
            continue
        if steps[index] in ("goes-on", "unclear"):
            last = entries[-1]
            entries[-1] = Entry(last.line, last.index, last.count + 1, line.text)
        else:
            entries.append(Entry(line, index, 1, line.text))
    return entries
