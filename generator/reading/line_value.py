"""The value that a line of a broken text holds: where it begins and ends though YAML cannot say."""

import re
from dataclasses import dataclass

from generator.case.edit import Edit
from generator.case.problem import Place
from generator.case.text import shorten
from generator.reading.documents import Document
from generator.reading.record_editor import Edits
from generator.reading.written_value import scalar_text

_KEY = re.compile(r"\s*(?:-\s+)*(?:(?P<key>[^\s:#\"'\[{]{1,30}):\s+)?")
_IN_FLOW = re.compile(r"(?P<key>[^\s:#\"'\[{,]{1,30}):\s*$|[\[{,]\s*$")
_COMMENT = re.compile(r"\s+#.*$")


@dataclass(frozen=True, slots=True)
class LineValue:
    """A value on one line, with the key before it."""

    key: str
    """Empty for an item of a list."""
    start: int
    end: int
    """Offsets into the document's text."""
    text: str
    """As written, without the comment behind it."""
    in_flow: bool = False
    """Whether it stands between brackets."""

    def replaced(self, text: str) -> tuple[str, Edits]:
        """Write another text in its place; gives what to type, for a hint, and the edits."""
        written = scalar_text(text, in_flow=self.in_flow, begins_line=not self.key)
        return self.shown(written), (Edit(self.start, self.end, written),)

    def shown(self, written: str) -> str:
        """Show the line with something in the value's place."""
        return f"{self.key}: {shorten(written, 60)}" if self.key else f"- {shorten(written, 60)}"


def value_at(document: Document, place: Place) -> LineValue | None:
    """Find the value in which a place is; None where it goes on in the next line, or the line has none."""
    line = document.lines[place.line - 1]
    start, _ = document.span(place)
    line_start = start - (place.column - 1)
    before = line[: place.column - 1]
    found = _KEY.match(line)
    opened = before.count("[") + before.count("{") - before.count("]") - before.count("}")
    if opened > 0 and (inside := _IN_FLOW.search(before)):
        end = re.search(r"\s*(?:[,\]}]|$)", line[place.column - 1 :])
        text = line[place.column - 1 : place.column - 1 + (end.start() if end else 0)]
        return LineValue(inside["key"] or "", start, start + len(text), text, in_flow=True)
    if not found or place.column <= found.end("key") or _goes_on(document, place.line, len(line) - len(line.lstrip())):
        return None
    text = _COMMENT.sub("", line[found.end() :]).rstrip()
    begin = line_start + found.end()
    return LineValue(found["key"] or "", begin, begin + len(text), text) if text else None


def _goes_on(document: Document, line: int, indent: int) -> bool:
    """Whether the next line is more of the same value: it is indented more, and neither key nor item."""
    following = next((text for text in document.lines[line:] if text.strip()), "")
    is_deeper = len(following) - len(following.lstrip()) > indent
    return is_deeper and not re.match(r"\s*(?:- |[^\s:]+:(?:\s|$)|#)", following)
