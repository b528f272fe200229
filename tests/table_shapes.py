"""Tables in the shapes that universities send, written by openpyxl, with the records that are meant; all is made up.

LibreOffice writes them anew in its own ways and other formats, see `tests.fixtures.intake.make_libreoffice`.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import openpyxl
from openpyxl.styles import Font
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

UNIVERSITY, OTHER = "示例大学", "示例农业学院"
TASK = "科技赋能"


@dataclass(frozen=True, slots=True)
class TableShape:
    """One table, and what it says."""

    fill: Callable[[Workbook, Worksheet], object]
    records: list[dict[str, Any]]
    notes: tuple[str, ...] = ()
    """Words that what is told of the file has in it."""
    is_flat: bool = True
    """Whether a text of lines and commas can say the same."""


def table_file(shape: TableShape) -> bytes:
    """Write a shape as an xlsx file."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "汇总"
    shape.fill(book, sheet)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _titles(_: Workbook, sheet: Worksheet) -> None:
    """Title rows above, a number in front, totals and signatures below."""
    sheet.append(["附件3"])
    sheet.append(["“示例行动”典型案例汇总表"])
    sheet.append(["填报单位（盖章）：示例大学", None, None, "填报日期：2025年6月"])
    sheet.append([])
    sheet.append(["序号", "所在单位", "党支部名称", "案例题目", "任务类别", "联系电话"])
    sheet.append([1, UNIVERSITY, "示例系教师第一党支部", "茶香飘进示例村", TASK, 13800138000])
    sheet.append([])
    sheet.append([2, OTHER, "示例系教师第二党支部", "《把课堂搬到田埂上》", "教育服务类", "010-62345678"])
    sheet.append(["合计", 2])
    sheet.append(["填表人：示例", None, None, "联系电话：13800138000"])
    sheet.merge_cells("A2:F2")
    sheet["A2"].font = Font(name="方正小标宋简体", size=22)


def _two_lines(_: Workbook, sheet: Worksheet) -> None:
    """Headings in two lines, made one over several columns and rows."""
    sheet.append(["学校", "案例名称", "负责人", None, "开展时间", None, "任务类型"])
    sheet.append([None, None, "姓名", "职务", "开始", "结束", None])
    sheet.append([UNIVERSITY, "茶香飘进示例村", "示甲", "教授", "2024年3月", "2025年6月", TASK])
    for cells in ("A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:G2"):
        sheet.merge_cells(cells)


def _spanning(_: Workbook, sheet: Worksheet) -> None:
    """One case over several rows, the university over all of them."""
    sheet.append(["学校", "案例名称", "任务类型", "合作单位", "单位性质"])
    sheet.append([UNIVERSITY, "茶香飘进示例村", TASK, "示例茶场", "企业"])
    sheet.append([None, None, None, "示例县农业农村局", "政府部门"])
    sheet.append([None, "把课堂搬到田埂上", "教育服务", "示例村小学", "中小学和幼儿园"])
    for cells in ("A2:A4", "B2:B3", "C2:C3"):
        sheet.merge_cells(cells)


def _dates(_: Workbook, sheet: Worksheet) -> None:
    """Dates as dates, as serial numbers, and as people type them."""
    sheet.append(["学校", "案例名称", "任务类型", "开始日期", "结束日期"])
    sheet.append([UNIVERSITY, "茶香飘进示例村", TASK, date(2024, 9, 15), date(2025, 6, 20)])
    sheet.append([UNIVERSITY, "把课堂搬到田埂上", TASK, 45550, 45828])
    sheet.append([UNIVERSITY, "夜校开到示例厂", TASK, "2024.9.15", "2025年6月20日"])
    sheet.append([UNIVERSITY, "义诊走进示例社区", TASK, "２０２４／９／１５", "2025-06-20"])


def _several(_: Workbook, sheet: Worksheet) -> None:
    """Several values in a cell, numbers in every writing."""
    sheet.append(["高校名称", "案例名称", "任务类型", "关键词", "共建单位", "成效数据"])
    partners = "示例茶场（企业）；示例县农业农村局（政府部门）"
    sheet.append([UNIVERSITY, "茶香飘进示例村", TASK, "茶产业、乡村振兴", partners, "培训农户1200余人次、举办讲座30场"])
    sheet.append([UNIVERSITY, "把课堂搬到田埂上", TASK, "课堂\n田埂", None, "培训农户１，２００余人次\n举办讲座三十场"])


def _hidden(book: Workbook, sheet: Worksheet) -> None:
    """A hidden row and a hidden column, which are read, and a hidden sheet, which is not."""
    sheet.append(["学校", "案例名称", "任务类型", "党支部名称"])
    sheet.append([UNIVERSITY, "茶香飘进示例村", TASK, "示例第一党支部"])
    sheet.append([UNIVERSITY, "把课堂搬到田埂上", TASK, "示例第二党支部"])
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["D"].hidden = True
    kept = book.create_sheet("去年")
    kept.append(["学校", "案例名称", "任务类型"])
    kept.append([UNIVERSITY, "去年的示例", TASK])
    kept.sheet_state = "hidden"


def _formulas(_: Workbook, sheet: Worksheet) -> None:
    """Values that are worked out; only a program for tables knows them."""
    sheet.append(["学校", "案例名称", "任务类型", "成效数据"])
    sheet.append([UNIVERSITY, '="茶香飘进"&"示例村"', TASK, '="培训农户"&(1000+200)&"人次"'])


def _record(title: str, task: str = TASK, university: str = UNIVERSITY, **more: Any) -> dict[str, Any]:
    return {"task": task, "university": university, "title": title, **more}


_PERIOD = {"start": "2024-09-15", "end": "2025-06-20"}
_PARTNERS = [{"name": "示例茶场", "kind": "企业"}, {"name": "示例县农业农村局", "kind": "政府部门"}]
_FARMERS = {"what": "培训农户", "value": "1200", "unit": "人次"}
_OUTCOMES = [{**_FARMERS, "qualifier": "余"}, {"what": "举办讲座", "value": "30", "unit": "场"}]
_TEA, _FIELDS = "茶香飘进示例村", "把课堂搬到田埂上"

TABLE_SHAPES = {
    "titles": TableShape(
        _titles,
        [
            _record(_TEA, branch="示例系教师第一党支部"),
            _record(_FIELDS, "教育服务", OTHER, branch="示例系教师第二党支部"),
        ],
    ),
    "two_lines": TableShape(
        _two_lines,
        [_record(_TEA, secretary={"name": "示甲", "role": "教授"}, period={"start": "2024-03", "end": "2025-06"})],
    ),
    "spanning": TableShape(
        _spanning,
        [
            _record(_TEA, partners=_PARTNERS),
            _record(_FIELDS, "教育服务", partners=[{"name": "示例村小学", "kind": "中小学和幼儿园"}]),
        ],
        is_flat=False,
    ),
    "dates": TableShape(
        _dates, [_record(title, period=_PERIOD) for title in (_TEA, _FIELDS, "夜校开到示例厂", "义诊走进示例社区")]
    ),
    "several": TableShape(
        _several,
        [
            _record(_TEA, keywords=["茶产业", "乡村振兴"], partners=_PARTNERS, outcomes=_OUTCOMES),
            _record(_FIELDS, keywords=["课堂", "田埂"], outcomes=_OUTCOMES),
        ],
    ),
    "hidden": TableShape(
        _hidden,
        [_record(_TEA, branch="示例第一党支部"), _record(_FIELDS, branch="示例第二党支部")],
        ("“去年”是隐藏的，没有读",),
        is_flat=False,
    ),
    "formulas": TableShape(_formulas, [_record(_TEA, outcomes=[_FARMERS])]),
}
