"""A Word document as a proposed case: from a form, from prose, or from both; names of files and folders help."""

import re
from collections.abc import Iterator
from statistics import mode

from generator.case.model import SECTIONS
from generator.case.programme import Programme
from generator.case.text import joined_lines, shorten
from generator.intake.bare_text import bare_text
from generator.intake.captions import CaptionFinder, Captions
from generator.intake.cells import clean, split_values
from generator.intake.document import Block, Document, Paragraph, paragraphs
from generator.intake.document_lines import split_blocks, without_hints
from generator.intake.file_names import named_case
from generator.intake.form_cells import Form
from generator.intake.form_values import FormValues
from generator.intake.headings import Headings
from generator.intake.outline import headings_of, usual_heading
from generator.intake.places import province_of_university
from generator.intake.proposal import DOUBTFUL, Origin, ProposedCase, ProposedPhoto, ProposedValue
from generator.intake.prose_sections import ProseSections
from generator.intake.running_figures import running_figures
from generator.intake.title_page import TitlePage, bodies_of, title_page

_LONGEST_TITLE, _LONGEST_SUMMARY = 40, 300
_CONTENTS = re.compile(r"^\s*目\s*[录次]\s*$|[.…·]{4,}\s*\d{1,3}$|\t\d{1,3}$")


class WordCase:
    """One document on its way to a case.

    Args:
        document: as it was read.
        file: its name with the folders that the editor gave, with `/`.
        programme: whose words count.
        headings: what labels of forms mean.
    """

    def __init__(self, document: Document, file: str, programme: Programme, headings: Headings) -> None:
        self._document, self._file, self._programme = document, file, programme
        self._blocks = tuple(split_blocks(without_hints(document.blocks)))
        self._values: dict[tuple[str | int, ...], ProposedValue] = {}
        self._notes: list[str] = []
        self._form = Form(self._blocks, headings)

    def propose(self) -> ProposedCase:
        """Give the case."""
        captions = CaptionFinder().find(self._blocks)
        in_form = FormValues(self._document, self._file, self._programme)
        in_form.read(self._form, captions.used)
        self._values |= in_form.values
        self._notes += in_form.notes
        self._prose(captions)
        self._names()
        self._title_length()
        self._province()
        self._notes += [f"{DOUBTFUL}{one}" for one in self._document.told]
        self._notes += running_figures(self._told(), self._programme, captions.used)
        photos = tuple(self._photos(captions))
        notes = tuple(dict.fromkeys(clean(one).text for one in self._notes))
        return ProposedCase(tuple(self._values.values()), photos, Origin(self._file), notes, in_form.id)

    def _told(self) -> Iterator[Block]:
        """Give the running text: what is outside of forms, and what is filled in for the sections."""
        for at, block in enumerate(self._blocks):
            if at not in self._form.places and not (isinstance(block, Paragraph) and _CONTENTS.search(block.text)):
                yield block
        for one in self._form.filled:
            if one.meaning.path[:1] and one.meaning.path[0] in SECTIONS:
                yield from one.cell.blocks

    def _say(self, path: tuple[str | int, ...], value: str, paragraph: int, doubt: str = "") -> None:
        if value and path not in self._values:
            self._values[path] = ProposedValue(path, value, Origin(self._file, paragraph=paragraph), doubt)

    def _prose(self, captions: Captions) -> None:
        headings = {at: usual_heading(one, self._programme) for at, one in headings_of(self._blocks).items()}
        page = title_page(self._blocks, headings, self._body_size())
        taken = page.used | self._form.places
        taken |= {
            at
            for at, one in enumerate(self._blocks)
            if isinstance(one, Paragraph) and ((one.number in captions.used and one.text) or _CONTENTS.search(one.text))
        }
        headings = {at: one for at, one in headings.items() if at not in taken}
        sections = ProseSections(self._document, headings, captions.used)
        sections.read(self._blocks, taken)
        self._title_page(page)
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
            doubt = "" if page.is_sure else "没有明显的标题，把第一行当作标题"
            self._say(("title",), clean(page.title).text, page.title_paragraph, doubt)
        if page.subtitle:
            self._say(("subtitle",), clean(page.subtitle).text, page.title_paragraph)
        several = 0
        for key, value, number, doubt in bodies_of(page.bodies):
            if key == "universities":
                self._say((key, several), value, number, doubt)
                several += 1
            elif not (key == "university" and ("universities", 0) in self._values):
                self._say((key,), value, number, doubt)

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
        """Take from the names of the file and its folders what the document does not say, and compare the rest."""
        named = named_case(self._file, self._programme)
        title = self._values.get(("title",))
        if title is None and named.title:
            self._say(("title",), named.title, 0, "文中没有标题，取自文件名")
        elif title and named.title and _differ(str(title.value), named.title):
            self._doubt(("title",), f"文件名里写的是“{shorten(named.title, _LONGEST_TITLE)}”")
        own = self._values.get(("university",)) or self._values.get(("universities", 0))
        if own is None and named.university:
            self._say(("university",), named.university, 0, "文中没有写学校，取自文件名或文件夹名")
        elif own and named.university and named.university != own.value:
            self._doubt(own.path, f"文件名或文件夹名里写的是“{named.university}”")
        has_branch = any(path[0] in ("branch", "branches", "team") for path in self._values)
        if named.branch and not has_branch:
            self._say(("branch",), named.branch, 0, "文中没有写支部，取自文件名或文件夹名")
        task = self._values.get(("task",))
        if task is None and named.task:
            self._say(("task",), named.task, 0, "" if "/" not in named.task else "取自文件夹名")
        elif task and named.task and task.value != named.task:
            self._doubt(("task",), f"文件名或文件夹名里写的是“{named.task}”")
        elif task is None:
            self._task_in_text()

    def _doubt(self, path: tuple[str | int, ...], doubt: str) -> None:
        old = self._values[path]
        whole = "；".join(filter(None, (old.doubt, doubt)))
        self._values[path] = ProposedValue(path, old.value, old.origin, whole)

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
        if title and isinstance(title.value, str) and len(title.value) > _LONGEST_TITLE:
            self._doubt(("title",), f"标题超过 {_LONGEST_TITLE} 个字，请缩短，或者把后一半移到副标题")

    def _province(self) -> None:
        own = self._values.get(("university",)) or self._values.get(("universities", 0))
        if own and ("province",) not in self._values and (name := province_of_university(str(own.value))):
            self._values[("province",)] = ProposedValue(("province",), name, own.origin, "由学校名称推断")

    def _photos(self, captions: Captions) -> Iterator[ProposedPhoto]:
        for number, photo in enumerate(self._document.photos, 1):
            origin = Origin(self._file, paragraph=photo.paragraph)
            caption = clean(captions.by_photo.get(number, "")).text
            yield ProposedPhoto(photo.read, photo.suffix, caption, origin)
            if number in captions.doubts:
                self._notes.append(f"{DOUBTFUL}第{photo.paragraph}段的照片：{captions.doubts[number]}，请核对")
            if not caption:
                self._notes.append(f"{DOUBTFUL}第{photo.paragraph}段的照片没有找到图注，请补写")


def _differ(one: str, other: str) -> bool:
    """Check whether two titles are of different cases: neither is in the other, and most letters are others."""
    one, other = bare_text(one), bare_text(other)
    return one not in other and other not in one and len({*one} & {*other}) * 2 <= len({*other})
