"""A Word document as a proposed case: from a form, from prose, or from both; names of files and folders help."""

import re
from collections.abc import Iterator
from dataclasses import replace
from statistics import mode

from generator.case.model import SECTIONS
from generator.case.text import joined_lines, shorten
from generator.intake.bare_text import bare_text
from generator.intake.captions import NO_CAPTION_FOUND, CaptionFinder, Captions
from generator.intake.cells import clean, split_values
from generator.intake.closing import Closing, closing
from generator.intake.document import Block, Document, Paragraph, paragraphs
from generator.intake.document_lines import split_blocks, without_frames, without_hints
from generator.intake.file_names import named_case
from generator.intake.form_cells import Form
from generator.intake.form_values import FormValues
from generator.intake.known import Known
from generator.intake.named_values import LONGEST_TITLE, add_doubt, add_names
from generator.intake.outline import Heading, headings_of, usual_heading
from generator.intake.places import province_of_university
from generator.intake.proposal import DOUBTFUL, Origin, ProposedCase, ProposedPhoto, ProposedValue
from generator.intake.prose_sections import ProseSections
from generator.intake.running_figures import running_figures
from generator.intake.several_cases import repeats_sections
from generator.intake.title_page import TitlePage, bodies_of, may_be_title, title_page

_LONGEST_SUMMARY = 300
_CONTENTS = re.compile(r"^\s*目\s*[录次]\s*$|[.…·]{4,}\s*\d{1,3}$|\t\d{1,3}$")


class WordCase:
    """One document on its way to a case.

    Args:
        document: as it was read.
        file: its name with the folders that the editor gave, with `/`.
        known: whose words count, and what labels of forms mean.
        number: which of the cases in its file it is, from 1.
        count: how many cases its file has; of several, the file's name is not the title.
    """

    def __init__(self, document: Document, file: str, known: Known, number: int = 1, count: int = 1) -> None:
        self._document, self._file, self._programme = document, file, known.programme
        self._number, self._count = number, count
        self._blocks = tuple(split_blocks(without_hints(without_frames(document.blocks))))
        self._values: dict[tuple[str | int, ...], ProposedValue] = {}
        self._notes: list[str] = []
        self._form = Form(self._blocks, known.headings)
        # Forms that ask for the whole text in one cell: it is read as if it stood below them.
        whole = (one.cell.blocks for one in self._form.filled if one.is_section and one.is_whole_text)
        self._blocks += tuple(block for blocks in whole for block in split_blocks(blocks))

    def propose(self) -> ProposedCase:
        """Give the case."""
        captions = CaptionFinder().find(self._blocks)
        in_form = FormValues(self._document, self._file, self._programme)
        in_form.read(self._form, captions.used)
        self._values |= in_form.values
        self._notes += in_form.notes
        self._prose(captions)
        self._head_of_form()
        self._names()
        self._title_length()
        self._province()
        self._notes += self._of_several()
        self._notes += [f"{DOUBTFUL}{one}" for one in self._document.told]
        self._notes += running_figures(self._told(), self._programme, captions.used)
        photos = tuple(self._photos(captions))
        notes = tuple(dict.fromkeys(clean(one).text for one in self._notes))
        first = next(paragraphs(self._blocks), None)
        origin = Origin(self._file, paragraph=first.number if first and self._number > 1 else 0)
        return ProposedCase(tuple(self._values.values()), photos, origin, notes, in_form.id)

    def _of_several(self) -> Iterator[str]:
        if self._count > 1:
            yield f"{DOUBTFUL}文件里有 {self._count} 个案例，这是第 {self._number} 个，请核对有没有分错"
        elif repeats_sections(self._blocks):
            yield f"{DOUBTFUL}同样的小标题出现了几遍，文件里可能不止一个案例，请分开"

    def _again(self, title: str, headings: dict[int, Heading]) -> set[int]:
        """Find the title where it stands again above the text, behind a cover."""
        end = min(headings, default=0)
        above = ((at, one) for at, one in enumerate(self._blocks[:end]) if isinstance(one, Paragraph))
        return {at for at, one in above if title and bare_text(one.text) == bare_text(title)}

    def _told(self) -> Iterator[Block]:
        """Give the running text: what is outside of forms, and what is filled in for the sections."""
        for at, block in enumerate(self._blocks):
            if at not in self._form.places and not (isinstance(block, Paragraph) and _is_of_contents(block)):
                yield block
        for one in self._form.filled:
            is_told = one.is_section and not one.is_whole_text
            if is_told or one.meaning.path == ("summary",):
                yield from one.cell.blocks

    def _say(self, path: tuple[str | int, ...], value: str, paragraph: int, doubt: str = "") -> None:
        if value and path not in self._values:
            self._values[path] = ProposedValue(path, value, Origin(self._file, paragraph=paragraph), doubt)

    def _prose(self, captions: Captions) -> None:
        headings = {at: usual_heading(one, self._programme) for at, one in headings_of(self._blocks).items()}
        page = title_page(self._blocks, headings, self._body_size(), self._form.places)
        taken = page.used | self._form.places
        taken |= {
            at
            for at, one in enumerate(self._blocks)
            if isinstance(one, Paragraph) and ((one.number in captions.used and one.text) or _is_of_contents(one))
        }
        headings = {at: one for at, one in headings.items() if at not in taken}
        taken |= self._again(page.title, headings)
        end = closing(self._blocks, headings, taken)
        taken |= end.used
        sections = ProseSections(self._document, headings, captions.used)
        sections.read(self._blocks, taken)
        self._title_page(page)
        self._closing(end)
        self._summary(sections)
        self._notes += sections.beside
        for key in SECTIONS:
            if key in sections.written:
                self._section(key, sections)

    def _body_size(self) -> float:
        sizes = [one.size for one in paragraphs(self._blocks) for _ in range(len(one.text) // 10) if one.size]
        return mode(sizes) if sizes else 0

    def _title_page(self, page: TitlePage) -> None:
        self._notes += page.notes
        for text, number in page.bracketed:
            if text in self._programme.task_names:
                self._say(("task",), self._programme.task_names[text].name, number)
            else:
                self._notes.append(f"文首的“{shorten(text)}”没有收入（第{number}段）")
        if page.title:
            doubts = ("" if page.is_sure else "没有明显的标题，把第一行当作标题", page.doubt)
            self._say(("title",), clean(page.title).text, page.title_paragraph, "；".join(filter(None, doubts)))
        if page.subtitle:
            self._say(("subtitle",), clean(page.subtitle).text, page.title_paragraph)
        several = 0
        for key, value, number, doubt in bodies_of(page.bodies):
            if key == "universities":
                self._say((key, several), value, number, doubt)
                several += 1
            elif not (key == "university" and ("universities", 0) in self._values):
                self._say((key,), value, number, doubt)

    def _head_of_form(self) -> None:
        text, number = self._form.head or ("", 0)
        if may_be_title(text) and ("title",) in self._values:
            self._notes.append(f"{DOUBTFUL}申报表第一行的“{text}”没有收入（第{number}段）")
        elif may_be_title(text):
            self._say(("title",), clean(text).text, number, "文中没有标题，取自表格的第一行")

    def _closing(self, end: Closing) -> None:
        self._notes += [end.note] if end.note else []
        for key, value, number, _ in bodies_of(end.bodies):
            others = {"university": ("universities",), "branch": ("branches", "team")}.get(key, (key,))
            if not any(path[0] in others for path in self._values):
                self._say((key,), value, number, "文首没有写，取自文末的落款")

    def _summary(self, sections: ProseSections) -> None:
        summary = clean(sections.one_summary).text
        doubt = f"超过 {_LONGEST_SUMMARY} 字，请缩短" if len(summary) > _LONGEST_SUMMARY else ""
        self._say(("summary",), summary, sections.places.get("summary", 0), doubt)
        words = joined_lines(sections.keywords)
        parts = split_values(words, "、；;，,/|\n")
        parts = words.split() if len(parts) == 1 and " " in words else parts
        if not any(path[0] == "keywords" for path in self._values):
            for at, word in enumerate(dict.fromkeys(parts)):
                self._say(("keywords", at), clean(word).text, sections.places.get("keywords", 0))

    def _section(self, key: str, sections: ProseSections) -> None:
        own = sections.written[key]
        text = own.text.text
        self._notes += own.text.removed
        before = self._values.get((key,))
        if not text:
            return
        doubt = "；".join(own.doubts)
        if before is not None and isinstance(before.value, str):
            self._values[(key,)] = ProposedValue(
                (key,),
                f"{before.value}\n\n## 表外的文字\n\n{text}",
                before.origin,
                "；".join(
                    filter(None, (before.doubt, f"申报表里有一段，表外第{own.paragraph}段起又有一段，请合成一段"))
                ),
            )
            return
        self._say((key,), text, own.paragraph, doubt)

    def _names(self) -> None:
        named = named_case(self._file, self._programme)
        if self._count > 1:
            named = replace(named, title="", folder_title="")
        add_names(self._values, named, self._file)
        if ("task",) not in self._values:
            self._task_in_text()

    def _task_in_text(self) -> None:
        """Guess the task where only one is named in the whole document."""
        found: dict[str, int] = {}
        for paragraph in paragraphs(self._blocks):
            for name in self._programme.task_names.names:
                if name in paragraph.text:
                    found.setdefault(name, paragraph.number)
        if len(found) == 1:
            name, number = next(iter(found.items()))
            self._say(("task",), name, number, "文中只提到这一项任务，由此推断")

    def _title_length(self) -> None:
        title = self._values.get(("title",))
        if title and isinstance(title.value, str) and len(title.value) > LONGEST_TITLE:
            add_doubt(self._values, ("title",), f"标题超过 {LONGEST_TITLE} 个字，请缩短，或者把后一半移到副标题")

    def _province(self) -> None:
        own = self._values.get(("university",)) or self._values.get(("universities", 0))
        if own and ("province",) not in self._values and (name := province_of_university(str(own.value))):
            self._values[("province",)] = ProposedValue(("province",), name, own.origin, "由学校名称推断")

    def _photos(self, captions: Captions) -> Iterator[ProposedPhoto]:
        own = {number for one in paragraphs(self._blocks) for number in one.photos}
        for number, photo in enumerate(self._document.photos, 1):
            if self._count > 1 and number not in own:
                continue
            origin = Origin(self._file, paragraph=photo.paragraph)
            caption = clean(captions.by_photo.get(number, "")).text
            yield ProposedPhoto(photo.read, photo.suffix, caption, origin)
            if number in captions.doubts:
                self._notes.append(f"{DOUBTFUL}第{photo.paragraph}段的照片：{captions.doubts[number]}，请核对")
            if not caption:
                self._notes.append(NO_CAPTION_FOUND.format(photo.paragraph))


def _is_of_contents(paragraph: Paragraph) -> bool:
    return _CONTENTS.search("".join(one.text for one in paragraph.pieces).rstrip()) is not None
