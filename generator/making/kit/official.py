"""Documents in the layout of official ones, GB/T 9704—2012: A4, 28 points a line, the fonts that an office expects.

The national standard sets the type area to 156 by 225 mm, 37 mm below the top and 28 mm from the left edge.
"""

import io
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Literal

from generator.making.kit.steady import steady

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

TITLE_FONT, HEADING_FONT, SECOND_FONT, TEXT_FONT = "方正小标宋简体", "黑体", "楷体", "仿宋"
LATIN_FONT, NUMBER_FONT = "Times New Roman", "宋体"
SECOND_SIZE, THIRD_SIZE, FOURTH_SIZE, SMALL_SIZE = 22, 16, 14, 12
"""二号, 三号, 四号 and 小四, in points."""
LINE = 28
_PAPER, _TOP, _LEFT, _WIDTH, _HEIGHT = (210, 297), 37, 28, 156, 225
_FOOTER = 28
"""From the paper's lower edge; the page number stands 7 mm below the type area."""
Align = Literal["left", "center", "right", "justify"]


class Official:
    """A document that is being written."""

    def __init__(self) -> None:
        import docx  # noqa: PLC0415 (only when used)
        from docx.shared import Mm  # noqa: PLC0415

        self.document: Document = docx.Document()
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(_PAPER[0]), Mm(_PAPER[1])
        section.top_margin, section.bottom_margin = Mm(_TOP), Mm(_PAPER[1] - _TOP - _HEIGHT)
        section.left_margin, section.right_margin = Mm(_LEFT), Mm(_PAPER[0] - _LEFT - _WIDTH)
        section.footer_distance = Mm(_FOOTER)
        section.header_distance = Mm(15)
        self._set_styles()
        self._number_pages(section)
        self.document.core_properties.author = ""
        self.document.core_properties.comments = ""

    def _set_styles(self) -> None:
        styles: Any = self.document.styles
        _set_style(styles["Normal"], TEXT_FONT, THIRD_SIZE)
        _set_style(styles["Title"], TITLE_FONT, SECOND_SIZE)
        _set_style(styles["Heading 1"], HEADING_FONT, THIRD_SIZE)
        _set_style(styles["Heading 2"], SECOND_FONT, THIRD_SIZE)

    def _number_pages(self, section: Any) -> None:
        """Number pages in 四号 宋体 between dashes: on the right of odd pages, on the left of even ones."""
        from docx.oxml import OxmlElement  # noqa: PLC0415

        self.document.settings.odd_and_even_pages_header_footer = True
        for footer, align in ((section.footer, "right"), (section.even_page_footer, "left")):
            paragraph = footer.paragraphs[0]
            _align(paragraph, align)  # type: ignore[arg-type]
            indent = paragraph.paragraph_format
            indent.left_indent = indent.right_indent = _points(FOURTH_SIZE)
            _dress(paragraph.add_run("— "), NUMBER_FONT, FOURTH_SIZE, NUMBER_FONT)
            run = paragraph.add_run()
            _dress(run, NUMBER_FONT, FOURTH_SIZE, NUMBER_FONT)
            for kind, text in (("begin", ""), ("", " PAGE "), ("end", "")):
                element = OxmlElement("w:fldChar" if kind else "w:instrText")
                if kind:
                    element.set(_w("fldCharType"), kind)
                else:
                    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                    element.text = text
                run._r.append(element)  # noqa: SLF001 (python-docx has no fields)
            _dress(paragraph.add_run(" —"), NUMBER_FONT, FOURTH_SIZE, NUMBER_FONT)

    def title(self, text: str) -> None:
        """Write the document's title, in 二号 小标宋, in the middle."""
        paragraph = self.document.add_paragraph(style="Title")
        _align(paragraph, "center")
        _dress(paragraph.add_run(text), TITLE_FONT, SECOND_SIZE)

    def below_title(self, text: str) -> None:
        """Write what stands below the title, in 三号 楷体."""
        paragraph = self.document.add_paragraph()
        _align(paragraph, "center")
        _dress(paragraph.add_run(text), SECOND_FONT, THIRD_SIZE)

    def gap(self) -> None:
        """Leave a line empty."""
        self.document.add_paragraph()

    def heading(self, text: str, level: Literal[1, 2] = 1) -> None:
        """Write a heading: 一、 in 黑体, （一） in 楷体, both 三号."""
        paragraph = self.document.add_paragraph(style=f"Heading {level}")
        paragraph.paragraph_format.first_line_indent = _points(2 * THIRD_SIZE)
        _dress(paragraph.add_run(text), HEADING_FONT if level == 1 else SECOND_FONT, THIRD_SIZE)

    def text(self, text: str, font: str = TEXT_FONT) -> None:
        """Write a paragraph, in 三号 仿宋, its first line two characters in."""
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.first_line_indent = _points(2 * THIRD_SIZE)
        _align(paragraph, "justify")
        if text:
            _dress(paragraph.add_run(text), font, THIRD_SIZE)

    def hint(self, text: str) -> None:
        """Write a paragraph that says how to fill in, smaller and grey."""
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.first_line_indent = _points(2 * SMALL_SIZE)
        _dress(paragraph.add_run(text), SECOND_FONT, SMALL_SIZE, color="666666")

    def finish(self) -> bytes:
        """Give the document's bytes."""
        target = io.BytesIO()
        self.document.save(target)
        return steady(target.getvalue())


def write_cell(cell: "_Cell", text: str, *, font: str = TEXT_FONT, align: Align = "left", color: str = "") -> None:
    """Write a cell of a table, in 小四, its lines as far apart as its letters need."""
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT  # noqa: PLC0415
    from docx.enum.text import WD_LINE_SPACING  # noqa: PLC0415

    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    looks = (font, align, color, bool(text))
    if looks in _PARAGRAPHS:
        # A form has hundreds of cells of a few looks, and each look takes python-docx a dozen steps.
        dressed = deepcopy(_PARAGRAPHS[looks])
        paragraph._p.getparent().replace(paragraph._p, dressed)  # noqa: SLF001
        for run in cell.paragraphs[0].runs:
            run.text = text
        return
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    _align(paragraph, align)
    if text:
        _dress(paragraph.add_run(text), font, SMALL_SIZE, color=color)
    else:
        _dress_mark(paragraph, font, SMALL_SIZE)
    _PARAGRAPHS[looks] = deepcopy(paragraph._p)  # noqa: SLF001


_PARAGRAPHS: dict[tuple[str, Align, str, bool], Any] = {}
"""The paragraphs of cells that were dressed, by font, alignment, colour and whether there is text."""


def _set_style(style: "ParagraphStyle", font: str, size: int) -> None:
    from docx.enum.text import WD_LINE_SPACING  # noqa: PLC0415
    from docx.shared import RGBColor  # noqa: PLC0415

    style.font.size, style.font.bold, style.font.italic = _points(size), False, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.font.name = LATIN_FONT
    properties: Any = style.element.rPr
    _set_fonts(properties.rFonts, font)
    layout = style.paragraph_format
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, _points(LINE)
    layout.space_before = layout.space_after = _points(0)
    lines = style.element.find(f"{_w('pPr')}/{_w('pBdr')}")
    if lines is not None:
        lines.getparent().remove(lines)


def _set_fonts(fonts: Any, font: str, latin: str = LATIN_FONT) -> None:
    """Set the fonts of both scripts; what a theme says of them would win."""
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for name, value in (("ascii", latin), ("hAnsi", latin), ("cs", latin), ("eastAsia", font)):
        fonts.set(_w(name), value)


def _dress(run: "Run", font: str, size: int, latin: str = LATIN_FONT, color: str = "") -> None:
    from docx.shared import RGBColor  # noqa: PLC0415

    run.font.name, run.font.size = latin, _points(size)
    properties: Any = run._r.rPr  # noqa: SLF001 (python-docx knows no East Asian fonts)
    _set_fonts(properties.rFonts, font, latin)
    if color:
        run.font.color.rgb = RGBColor.from_string(color)


def _dress_mark(paragraph: "Paragraph", font: str, size: int) -> None:
    """Dress the mark of an empty paragraph, so that what is typed there looks like it."""
    from docx.oxml import OxmlElement  # noqa: PLC0415

    mark, fonts = OxmlElement("w:rPr"), OxmlElement("w:rFonts")
    _set_fonts(fonts, font)
    mark.append(fonts)
    for name in ("sz", "szCs"):
        element = OxmlElement(f"w:{name}")
        element.set(_w("val"), str(2 * size))
        mark.append(element)
    properties: Any = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    properties.append(mark)


def _align(paragraph: "Paragraph", align: Align) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415

    alignments: Any = WD_ALIGN_PARAGRAPH
    paragraph.alignment = alignments[align.upper()]


def _points(size: int) -> Any:
    from docx.shared import Pt  # noqa: PLC0415

    return Pt(size)


def _w(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"
