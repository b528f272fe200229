"""填表说明: the sheet behind the table that says what each column is for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.case.model import Case
from generator.case.programme import Programme
from generator.case.required_keys import choices
from generator.intake.kit_marks import EXAMPLE, GUIDE_TITLE
from generator.making.kit.asked import Asked
from generator.making.kit.call import Call
from generator.making.kit.sheet_looks import Looks, fit_to_width

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_HOW = {"list": "从列表里选", "by_task": "按任务类型从列表里选", "flag": "选“是”", "number": "只写数字"}
_COLUMNS = (("表里的一列", 26), ("要不要填", 12), ("填什么", 70), ("字数", 18), ("怎样填", 24))


def general_rules(asked: Sequence[Asked], programme: Programme, call: Call) -> tuple[str, ...]:
    """Say what holds for the table as a whole, one sentence or two each."""
    until = (f"报送截止日期：{call.deadline.chinese}。",) if call.deadline else ()
    most = (f"每个单位报送不超过 {call.quota} 个案例。",) if call.quota else ()
    return (
        *until,
        *most,
        "一个案例填一行；合作单位、工作形式、成果、成效数据各有几组，一组填一个，填不下的写在申报表里。",
        f"写着“{EXAMPLE}”的一行是编造的，只给您看填法；不删也不会被收进去。",
        "带 * 的必填。" + "".join(_either(keys, asked) for keys in choices(Case, programme)),
        "列的次序可以变，用不着的列可以删；列标题请不要改，收表时凭它认。",
        "日期写到知道的为止：2024、2024-09 或 2024-09-01。",
        "出处和发布授权至少填一样：有公开报道的写出处；没有的，写同意公开发布的单位和日期。",
        "不要填电话、手机、邮箱、身份证号和账号；表里没有这些列，自己加的也不会收。",
    )


def _either(keys: Sequence[str], asked: Sequence[Asked]) -> str:
    """Say that one of several keys is enough, of those that the table has."""
    names = dict.fromkeys(one.group or one.label for key in keys for one in asked if one.path[0] == key)
    return f"{'和'.join(f'“{name}”' for name in names)}填一样就够。" if len(names) > 1 else ""


def fill_guide(sheet: "Worksheet", asked: Sequence[Asked], programme: Programme, call: Call) -> None:
    """Fill the sheet."""
    looks = Looks()
    sheet.cell(1, 1, f"{call.title}{GUIDE_TITLE}")
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(_COLUMNS))
    looks.title(sheet.cell(1, 1))
    sheet.row_dimensions[1].height = 42
    row = 2
    for number, rule in enumerate(general_rules(asked, programme, call), 1):
        sheet.cell(row, 1, f"{number}. {rule}")
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(_COLUMNS))
        looks.note(sheet.cell(row, 1))
        sheet.row_dimensions[row].height = 22
        row += 1
    for number, (heading, width) in enumerate(_COLUMNS, 1):
        looks.heading(sheet.cell(row, number, heading), is_required=False)
        sheet.column_dimensions["ABCDE"[number - 1]].width = width
    for one in asked:
        row += 1
        texts = (one.name, "必填" if one.is_required else "选填", one.about, one.limit, _HOW.get(one.rule, ""))
        for number, text in enumerate(texts, 1):
            looks.field(sheet.cell(row, number, text), is_number=False)
    fit_to_width(sheet, 1)
