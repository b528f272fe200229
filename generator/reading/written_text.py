"""A text of a record as the file has it: indented, quoted, or in one line; from offsets in the text to the file's."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

import yaml
from pydantic import BaseModel

from generator.case.edit import Edit, apply_edits, smallest_edit
from generator.case.problem import Place
from generator.reading.documents import Document, parse_document
from generator.reading.fault import Path
from generator.reading.labels import known_keys
from generator.reading.lines import Lines
from generator.reading.record_editor import RecordEditor


@dataclass(frozen=True, eq=False)
class WrittenText:
    """A text that is in one piece in the file: in lines behind `|`, or on one line."""

    document: Document
    path: Path
    node: yaml.ScalarNode
    model: type[BaseModel]
    """Of the record."""

    @classmethod
    def of(cls, document: Document, path: Path, model: type[BaseModel]) -> "WrittenText | None":
        """Find a text; None where there is none at the path, or where YAML folds its lines."""
        node = next((node for at, node in document.scalars if at == path), None)
        if node is None or (node.style != "|" and node.end_mark.line > node.start_mark.line):
            return None
        return cls(document, path, node, model)

    @property
    def is_in_lines(self) -> bool:
        """Whether it is written in lines behind `|`."""
        return self.node.style == "|"

    def place(self, start: int, end: int) -> Place:
        """Give the place in the file of a piece of one line; the text's where that cannot be told."""
        offset = self._offset(start)
        if offset is None:
            return self.document.place(self.path)
        return self._file.place(*self._file.position(offset), end - start)

    def edits_of_all(self, edits: Sequence[tuple[Edit, ...]]) -> list[tuple[Edit, ...]]:
        """Give what does several changes of the text in the file, each with its own edits, done together.

        Where the file's way of writing the text does not allow single edits, each gets the one that replaces it whole.
        """
        every = {edit for one in edits for edit in one}
        text = apply_edits(self.node.value, every)
        single = {edit: self._in_file(edit) for edit in every}
        found = [tuple(done for edit in one if (done := single[edit]) is not None) for one in edits]
        if all(single.values()) and self._reads(text, {edit for one in found for edit in one}):
            return found
        return [self._whole(text)] * len(edits)

    def edits(self, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
        """Give what does some edits of the text in the file; nothing where that cannot be done."""
        found = [self._in_file(edit) for edit in edits] if self.is_in_lines else []
        whole = tuple(edit for edit in found if edit is not None)
        if edits and len(whole) == len(edits):
            return whole
        return self.edits_of_all([edits])[0]

    @cached_property
    def _file(self) -> Lines:
        return Lines(self.document.text)

    @cached_property
    def _break(self) -> str:
        """How the file's lines end."""
        return "\r\n" if "\r\n" in self.document.text else "\n"

    @cached_property
    def _span(self) -> tuple[int, int]:
        """Where the whole value is in the file."""
        return self.document.offset(self.node.start_mark), self.document.offset(self.node.end_mark)

    @cached_property
    def _starts(self) -> list[int]:
        """Where the text's lines begin in it."""
        return [0, *accumulate(len(line) + 1 for line in self.node.value.split("\n"))][:-1]

    @cached_property
    def _offsets(self) -> list[int]:
        """Where the text's lines begin in the file; empty where it does not have them as they are."""
        if not self.is_in_lines:
            start, end = self._span
            quote = 1 if self.node.style else 0
            is_verbatim = self._file.text[start + quote : end - quote] == self.node.value
            return [start + quote] if is_verbatim else []
        offsets: list[int] = []
        for number, line in enumerate(self.node.value.split("\n"), self.node.start_mark.line + 1):
            written = self._file.all[number] if number < len(self._file.all) else ""
            if not written.endswith(line) or written[: len(written) - len(line)].strip(" "):
                # Past the end there is only the line break that closes the text.
                return offsets if not line and offsets else []
            is_there = number < len(self._file.all)
            offsets.append(self._file.offset(number, len(written) - len(line)) if is_there else len(self._file.text))
        return offsets

    def _offset(self, at: int) -> int | None:
        line = bisect_right(self._starts, at) - 1
        return self._offsets[line] + at - self._starts[line] if line < len(self._offsets) else None

    def _in_file(self, edit: Edit) -> Edit | None:
        start, end = self._offset(edit.start), self._offset(edit.end)
        if start is None or end is None or ("\n" in edit.text and not self.is_in_lines):
            return None
        first, *others = edit.text.split("\n")
        ends_line = self.node.value[edit.end : edit.end + 1] in ("", "\n")
        text = first
        for number, line in enumerate(others, 1):
            is_blank = not line and (number < len(others) or ends_line)
            text += self._break + ("" if is_blank else self._indent) + line
        return smallest_edit(self._file.text[start:end], text, start)

    @cached_property
    def _indent(self) -> str:
        """What stands before each line of the text in the file."""
        lines = self.node.value.split("\n")
        number = next((number for number, line in enumerate(lines) if line.strip()), 0)
        written = self._file.all[self.node.start_mark.line + 1 + number]
        return written[: len(written) - len(lines[number])]

    def _whole(self, text: str) -> tuple[Edit, ...]:
        """Give what writes the text anew; nothing where that cannot be done."""
        edits = RecordEditor(self.document, self.model).set(self.path, f"{text.strip()}\n")
        return edits if self._reads(text, set(edits)) else ()

    def _reads(self, text: str, edits: set[Edit]) -> bool:
        """Check that the file with the edits holds the text, and all else as before."""
        try:
            file = apply_edits(self.document.text, edits)
        except ValueError:
            return False
        value = parse_document(self.document.path, file.encode(), known_keys(self.model)).value
        inner: Any = value
        for step in self.path[:-1]:
            inner = inner[step] if _has(inner, step) else {}
        last = self.path[-1]
        if not _has(inner, last) or not isinstance(inner[last], str) or inner[last].strip() != text.strip():
            return False
        inner[last] = self.node.value
        return bool(value == self.document.value)


def _has(value: Any, step: str | int) -> bool:
    return (isinstance(value, dict) and step in value) or (
        isinstance(value, list) and isinstance(step, int) and step < len(value)
    )
