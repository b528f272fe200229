"""Reads the cases of a table that was sent in."""

from generator.case.problem import ERROR, Place, Problem
from generator.case.text import listing
from generator.intake.exported import is_exported, read_exported
from generator.intake.incoming import Incoming
from generator.intake.kit_marks import is_guide
from generator.intake.known import Known
from generator.intake.sheet import Sheet
from generator.intake.table_cases import read_sheet
from generator.making.intake.sources import SourceFile
from generator.making.office.package import UnreadableError
from generator.making.office.sheet_bounds import MOST_ROWS
from generator.making.office.tables import read_tables

_WORDS = {
    "damaged": (
        "打不开",
        "文件不完整，或者不是它的名字所说的格式。",
        "请报送单位重新发一份；在 Excel 或 WPS 里打得开的，另存为 .xlsx 再导入。",
    ),
    "locked": (
        "有密码，没有读",
        "加了密码的表格，程序读不了里面的内容。",
        "在 Excel 里打开，点“文件”“信息”“保护工作簿”“用密码进行加密”，把密码删空，保存后再导入；WPS 在“文档加密”里删。",
    ),
    "huge": (
        "太大，没有读",
        f"一张工作表至多读 {MOST_ROWS} 行；更大的不会是案例汇总表，也可能是恶意做成的。",
        "删去没有用的行和列，或拆成几个文件；只有几十行却这样提示的，把这些行复制到新建的表格里，另存为 .xlsx 再导入。",
    ),
    "page": (
        "其实是网页，不是表格",
        "有的系统导出的 .xls 是网页改的名。",
        "在 Excel 或 WPS 里打开，另存为 .xlsx 再导入。",
    ),
    "foreign": (
        "不是表格",
        "文件里的内容不是 xlsx、xls、ods 或 csv 表格。",
        "核对是不是发错了文件；是别的程序做的表格，另存为 .xlsx 再导入。",
    ),
}
_GUIDES = ("说明", "须知", "填表", "样例", "示例", "选项", "字典", "数据源")
"""In the names of sheets that are there to be read by people, or by drop-downs."""


def read_table(source: SourceFile, known: Known) -> Incoming:
    """Read the cases of a table; what cannot be read is a problem."""
    try:
        book = read_tables(source.name, source.path.read_bytes())
    except UnreadableError as error:
        return Incoming(problems=[unreadable(source.name, str(error))])
    incoming = Incoming(notes=[f"{source.name}：{note}" for note in book.notes])
    if is_exported(book.sheets, known.programme):
        incoming.cases += read_exported(book.sheets, known.programme)
        return incoming
    shown = [sheet for sheet in book.sheets if sheet.rows and not sheet.is_hidden]
    readings = [(sheet, read_sheet(sheet, known)) for sheet in shown]
    has_cases = any(reading.cases for _, reading in readings)
    beside = []
    for sheet, reading in readings:
        if not reading.cases and (has_cases or any(word in sheet.name for word in _GUIDES)):
            beside += [] if is_guide(sheet.rows[0].text(0)) else [sheet.name]
        else:
            incoming.add(reading)
    if beside:
        names = listing(f"“{name}”" for name in beside)
        incoming.notes.append(f"{source.name}：工作表{names}里没有认出案例，没有读")
    incoming.notes += _hidden(source.name, book.sheets, known)
    if not shown:
        incoming.problems.append(_empty(source.name))
    return incoming


def _hidden(name: str, sheets: tuple[Sheet, ...], known: Known) -> list[str]:
    """Tell hidden sheets in which cases would be; those of drop-downs are nobody's concern."""
    found = [one.name for one in sheets if one.is_hidden and one.rows and read_sheet(one, known).cases]
    return [f"{name}：工作表“{one}”是隐藏的，没有读；要读，取消隐藏再导入" for one in found]


def _empty(name: str) -> Problem:
    reason = "每一张看得见的工作表都是空的。"
    hint = "核对是不是发错了文件；表格在隐藏的工作表里的，取消隐藏再导入。"
    return Problem(name, Place(1, 1), "file-unreadable", ERROR, "表格里什么也没有", reason, hint)


def unreadable(name: str, reason: str) -> Problem:
    """Word why a table could not be read, see `read_tables`."""
    message, why, hint = _WORDS[reason]
    return Problem(name, Place(1, 1), "file-unreadable", ERROR, message, why, hint)
