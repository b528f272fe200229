"""The templates of letters as this program brings them: official letters, made to be changed in Word."""

import io
from functools import cache
from typing import Any

from generator.making.kit.steady import steady

CORRECTION, REMINDER = "修改意见.docx", "催报.docx"

_TITLE, _BODY, _HEAD, _SIDE = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
"""The fonts of official letters; where one is missing Word takes its own 仿宋, 楷体 or 宋体."""
_TITLE_PT, _BODY_PT, _TABLE_PT, _LINE_PT, _TABLE_LINE_PT = 22, 16, 12, 28, 18
_MARGINS_MM = (37, 26, 35, 28)
"""Top, right, bottom, left, see GB/T 9704-2012, 5.2.1."""
_ROWS = (
    ("原　　文", "{{ 问题.原文前 }}|{{ 问题.原文 }}|{{ 问题.原文后 }}"),
    ("问　　题", "{{ 问题.问题 }}"),
    ("怎样修改", "{{ 问题.改法 }}"),
    ("贵校答复", ""),
)
_CORRECTION = (
    (
        "贵校报送的{{ 活动 }}典型案例，我们已经核对。现有 {{ 有问题的案例数 }} 个案例的 {{ 问题数 }} 处，"
        "其中必须修改的 {{ 必须修改数 }} 处{% if 请核对数 %}，请核对的 {{ 请核对数 }} 处{% endif %}"
        "{% if 我们改正数 %}，由我们改正、不用答复的 {{ 我们改正数 }} 处{% endif %}，逐一列在下面。"
    ),
    "请在{{ 答复期限 }}，把修改后的内容填进各处的“贵校答复”一栏，{{ 答复方式 }}；没有问题的，填“无误”。",
    (
        "{% if 还缺数 %}另外，按分配的名额，贵校应报 {{ 应报数 }} 个案例，现收到 {{ 收到数 }} 个，"
        "还缺 {{ 还缺数 }} 个，请一并报送。{% endif %}"
    ),
)
_REMINDER = (
    (
        "按照{{ 活动 }}典型案例的报送要求，贵校应报送{% if 应报数 %} {{ 应报数 }} 个{% endif %}案例"
        "{% if 截止日期 %}，截止日期是 {{ 截止日期 }}{% endif %}。"
        "{% if 收到数 %}现收到 {{ 收到数 }} 个，还缺 {{ 还缺数 }} 个。{% else %}现在还没有收到贵校的材料。{% endif %}"
        "{% if 逾期天数 %}现已逾期 {{ 逾期天数 }} 天。{% endif %}"
    ),
    (
        "请{% if 联系岗位 %}{{ 联系岗位 }}{% else %}贵校{% endif %}在{{ 答复期限 }}把材料{{ 答复方式 }}；"
        "已经寄出的，请告知寄出的日期；确有困难的，请说明情况。"
    ),
)


def packaged_templates() -> dict[str, bytes]:
    """Make the templates by their file names; the same bytes each time."""
    return {name: packaged_template(name) for name in (CORRECTION, REMINDER)}


@cache
def packaged_template(name: str) -> bytes:
    """Make the template of a file name."""
    return _correction() if name == CORRECTION else _reminder()


def _correction() -> bytes:
    document = _document()
    _title(document, "关于修改典型案例的意见")
    _paragraph(document, "{{ 学校 }}：", first_line=False)
    for text in _CORRECTION[:2]:
        _paragraph(document, text)
    _only_if(document, _CORRECTION[2])
    _paragraph(document, "{%p for 案例 in 案例列表 %}")
    heading = _paragraph(document, "{{ 案例.序号 }}、{{ 案例.标题 }}", font=_HEAD)
    heading.paragraph_format.keep_with_next = True
    _table(document)
    _paragraph(document, "{%p endfor %}")
    _signature(document)
    return _bytes(document)


def _reminder() -> bytes:
    document = _document()
    _title(document, "关于报送典型案例的提醒")
    _paragraph(document, "{{ 学校 }}：", first_line=False)
    for text in _REMINDER:
        _paragraph(document, text)
    _signature(document)
    return _bytes(document)


def _document() -> Any:
    from docx import Document  # noqa: PLC0415 (only who writes letters waits for it)
    from docx.shared import Mm, Pt  # noqa: PLC0415

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Mm, _MARGINS_MM)
    normal = document.styles["Normal"]
    normal.font.size = Pt(_BODY_PT)
    _set_font(normal.font, normal.element, _BODY)
    return document


def _set_font(font: Any, element: Any, name: str) -> None:
    """Set a font for Chinese as for Latin: python-docx by itself sets the Latin one only."""
    from docx.oxml.ns import qn  # noqa: PLC0415

    font.name = name
    fonts = element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), name)


def _title(document: Any, text: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    paragraph = _paragraph(document, text, font=_TITLE, size=_TITLE_PT, first_line=False)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(_LINE_PT)
    paragraph.paragraph_format.line_spacing = Pt(36)


def _paragraph(document: Any, text: str, *, font: str = _BODY, size: int = _BODY_PT, first_line: bool = True) -> Any:
    from docx.shared import Pt  # noqa: PLC0415

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(_LINE_PT)
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.first_line_indent = Pt(2 * size) if first_line else None
    _run(paragraph, text, font, size)
    return paragraph


def _run(paragraph: Any, text: str, font: str, size: int) -> Any:
    from docx.shared import Pt  # noqa: PLC0415

    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    _set_font(run.font, run._element, font)  # noqa: SLF001 (python-docx has no other way to East Asian fonts)
    return run


def _only_if(document: Any, text: str) -> None:
    """Write a paragraph that is left out whole where its condition does not hold."""
    condition, rest = text.split("%}", maxsplit=1)
    _paragraph(document, condition.replace("{%", "{%p") + "%}")
    _paragraph(document, rest.removesuffix("{% endif %}"))
    _paragraph(document, "{%p endif %}")


def _table(document: Any) -> None:
    from docx.shared import Mm  # noqa: PLC0415

    table = document.add_table(rows=0, cols=2)
    table.style, table.autofit = "Table Grid", False
    _cells(table, "{%tr for 问题 in 案例.问题列表 %}", "")
    number = table.add_row().cells
    _cell(number[0].merge(number[1]), "（{{ 问题.序号 }}）{{ 问题.位置 }}　{{ 问题.性质 }}", font=_HEAD)
    for label, text in _ROWS:
        _cells(table, label, text)
    _cells(table, "{%tr endfor %}", "")
    for column, width in zip(table.columns, (Mm(26), Mm(130)), strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    number[0].width = Mm(156)
    for row in table.rows:
        _keep_whole(row)
    _keep_together(table)


def _cells(table: Any, label: str, text: str) -> None:
    first, second = table.add_row().cells
    _cell(first, label, font=_SIDE)
    _cell(second, text)


def _keep_together(table: Any) -> None:
    """Keep the rows of a problem on one page."""
    for row in table.rows[:-2]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _cell(cell: Any, text: str, font: str = _BODY) -> None:
    from docx.shared import Pt  # noqa: PLC0415

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.line_spacing = Pt(_TABLE_LINE_PT)
    paragraph.paragraph_format.space_after = Pt(0)
    parts = text.split("|")
    for at, part in enumerate(parts):
        run = _run(paragraph, part, font, _TABLE_PT)
        # What is to be looked at stands in the middle.
        run.bold = run.underline = True if len(parts) == 3 and at == 1 else None


def _keep_whole(row: Any) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001


def _signature(document: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415

    _paragraph(document, "")
    for text in ("{{ 落款 }}", "{{ 日期 }}"):
        _paragraph(document, text, first_line=False).alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _bytes(document: Any) -> bytes:
    written = io.BytesIO()
    document.core_properties.author, document.core_properties.title = "", ""
    document.core_properties.comments = ""
    document.save(written)
    return steady(written.getvalue())
