"""What is filled in in a form, as values of a record."""

import re
from dataclasses import replace
from typing import get_origin

from generator.case.model import Case
from generator.case.programme import Programme
from generator.case.text import count_han, shorten
from generator.intake.cell_values import read_cell
from generator.intake.cells import clean
from generator.intake.document import Cell, Document, paragraphs
from generator.intake.document_lines import split_blocks
from generator.intake.document_markdown import Section
from generator.intake.form_cells import FilledIn, Form
from generator.intake.headings import Meaning
from generator.intake.proposal import DOUBTFUL, Origin, Path, ProposedValue
from generator.intake.said import Asked, Said
from generator.intake.section_words import likely_part_of, part_of

_SHOWN = 200
_SHORTEST_PROSE = 20
_HEADS = ("项目", "内容", "栏目", "填写内容", "填报内容", "项目 内容")
"""Heads of columns that say nothing of a case."""
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
_OF_UNIVERSITY = re.compile(r"[\u3400-\u9fff]{2,14}大学(?:（[^（）]{1,8}）)?.*(?:支部|总支|党委)$")


class FormValues:
    """The values of all forms of a document.

    Args:
        document: whose forms they are.
        file: its name, for origins.
        programme: whose words count.
    """

    def __init__(self, document: Document, file: str, programme: Programme) -> None:
        self._document, self._file, self._programme = document, file, programme
        self.values: dict[Path, ProposedValue] = {}
        self.notes: list[str] = []
        self.id = ""
        self._counts: dict[str, int] = {}
        self._personal: list[str] = []

    def read(self, form: Form, captions: frozenset[int]) -> None:
        """Read what is filled in.

        Args:
            form: the forms.
            captions: the paragraphs that belong to photos.
        """
        for one in form.filled:
            if one.meaning.kind == "personal":
                self._personal.append(one.label)
            elif one.meaning.kind == "id":
                self.id = one.text.strip()
            elif one.is_section:
                if not one.is_whole_text:
                    self._section(one.meaning.path[0], one.cell, one, captions)
            elif one.meaning.path == ("photos",):
                self._beside(one.label, one.cell, one.paragraph, captions)
            else:
                self._cell(one)
        for label, cell, number in form.unknown:
            if form.head and not label and form.head[0] == " ".join(cell.text.split()):
                continue
            self._unknown(label, cell, number, captions)
        if self._personal:
            labels = "、".join(dict.fromkeys(filter(None, self._personal)))
            self.notes.append(f"申报表里“{labels}”一类栏目属于个人，没有读")

    def _beside(self, label: str, cell: Cell, number: int, captions: frozenset[int]) -> None:
        """Tell what a cell says that has no place; captions have theirs."""
        text = " ".join(one.whole for one in paragraphs(cell.blocks) if one.text and one.number not in captions)
        if (said := shorten(clean(text).text, _SHOWN)) and said not in _HEADS:
            where = f"“{label}”" if label else "申报表"
            self.notes.append(f"{DOUBTFUL}{where}里的“{said}”没有地方放（第{number}段）")

    def _unknown(self, label: str, cell: Cell, number: int, captions: frozenset[int]) -> None:
        """Keep prose under a label that is no section's in the section that is nearest; the rest is told."""
        bare = _BRACKETS.sub("", label)
        part, text = part_of(bare), cell.text
        likely = "background" if part == "unit" else likely_part_of(bare)
        is_prose = count_han(text) >= _SHORTEST_PROSE and "。" in text
        if not label or part == "beside" or not (likely or is_prose):
            self._beside(label, cell, number, captions)
            return
        doubt = f"栏目“{shorten(bare)}”认不出是哪一部分，放在这里"
        if likely:
            doubt = "" if part == "unit" else f"栏目“{shorten(bare)}”按这一部分收"
        one = FilledIn(bare, Meaning("value", (likely or "approach",)), cell, number)
        self._section(likely or "approach", cell, one, captions, doubt)

    def _section(self, key: str, cell: Cell, one: FilledIn, captions: frozenset[int], doubt: str | None = None) -> None:
        """Read the prose of a cell.

        Args:
            key: of its section.
            cell: its own.
            one: where it stands.
            captions: the paragraphs that belong to photos.
            doubt: about a label that is no section's, which becomes a heading; None for one that is.
        """
        section = Section(self._document, captions)
        known = self.values.get((key,))
        if doubt is not None or known:
            section.heading(one.label, 2)
        for block in split_blocks(cell.blocks):
            section.add(block)
        self.notes += section.removed
        if not section.text:
            return
        if known is None:
            self._keep((key,), section.text, one, doubt or "")
        elif known.value != section.text:
            several = f"申报表里“{one.label}”也收在这里，请合成一段"
            doubts = "；".join(filter(None, (known.doubt, doubt or several)))
            self.values[(key,)] = replace(known, value=f"{known.value}\n\n{section.text}", doubt=doubts)

    def _cell(self, one: FilledIn) -> None:
        cleaned = clean(one.text)
        if cleaned.removed:
            self.notes.append(f"“{one.label}”里的{'、'.join(cleaned.removed)}没有收入（第{one.paragraph}段）")
        path = one.meaning.path
        if path == ("branch",) and _OF_UNIVERSITY.match(cleaned.text.strip()):
            path = ("university",)
        asked = Asked(path, one.label, cleaned.text, self._programme)
        if asked.says_nothing:
            return
        reading = read_cell(asked)
        self.notes += [f"{DOUBTFUL}{note}（第{one.paragraph}段）" for note in reading.notes]
        for said in reading.values:
            self._keep(self._place(said, one), said.value, one, said.doubt)

    def _place(self, said: Said, one: FilledIn) -> Path:
        """Give items of lists their numbers."""
        key, *rest = said.path
        if not _is_list(str(key)):
            return said.path
        if rest and isinstance(rest[0], int):
            at = self._counts.get(str(key), 0)
            self._counts[str(key)] = at + 1
            return (key, at, *rest[1:])
        return (key, max(one.item, 0), *rest)

    def _keep(self, path: Path, value: object, one: FilledIn, doubt: str) -> None:
        known = self.values.get(path)
        if known is not None:
            if known.value != value:
                self.notes.append(
                    f"{DOUBTFUL}“{one.label}”又写着“{shorten(str(value), _SHOWN)}”（第{one.paragraph}段），没有用"
                )
            return
        origin = Origin(self._file, paragraph=one.paragraph)
        self.values[path] = ProposedValue(path, value, origin, doubt)  # type: ignore[arg-type]


def _is_list(key: str) -> bool:
    """Check whether a record has a list under an outermost key."""
    field = Case.model_fields.get(key)
    return field is not None and get_origin(field.annotation) is tuple
