"""Tables in the shapes that universities send, each with the records that must come out; all is made up."""

import io
from collections.abc import Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from generator.case.programme import packaged_programme
from generator.intake.ids import new_ids
from generator.intake.incoming import Incoming
from generator.intake.known import Known
from generator.intake.table_cases import repeated
from generator.making.intake.sources import SourceFile
from generator.making.intake.table_reader import read_table
from tests.each import each

KNOWN = Known(packaged_programme())


def book(rows: Sequence[Sequence[object]], merged: Sequence[str] = (), title: str = "汇总") -> bytes:
    """Make an xlsx file of rows, with cells made one."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    packed = io.BytesIO()
    made.save(packed)
    return packed.getvalue()


def read(data: bytes, name: str = "汇总表.xlsx", known: Known = KNOWN) -> Incoming:
    """Read a table."""
    with NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        return read_table(SourceFile(name, Path(file.name)), known)


def csv(text: str) -> Incoming:
    """Read a table that is text."""
    return read(text.encode("gb18030"), "汇总表.csv")


def records(incoming: Incoming) -> list[dict[str, Any]]:
    """Give the records that come out."""
    return [case.record for case in incoming.cases]


HEADINGS = ["序号", "学校", "支部名称", "案例名称", "任务类型", "负责人", "联系电话", "开展时间", "成效数据"]
ROW = [
    1,
    "示例大学",
    "示例支部",
    "示例题目",
    "科技赋能",
    "张三",
    "13800138000",
    "2024年9月至2025年6月",
    "培训农户1200余人次",
]
RECORD = {
    "task": "科技赋能",
    "university": "示例大学",
    "branch": "示例支部",
    "title": "示例题目",
    "secretary": {"name": "张三"},
    "period": {"start": "2024-09", "end": "2025-06"},
    "outcomes": [{"what": "培训农户", "value": "1200", "unit": "人次", "qualifier": "余"}],
}


def test_a_plain_table_becomes_records() -> None:
    """Headings are understood, and every value knows its cell."""
    incoming = read(book([HEADINGS, ROW]))

    assert records(incoming) == [RECORD]
    assert {".".join(map(str, one.path)): one.origin.chinese for one in incoming.cases[0].values} == {
        "task": "汇总表.xlsx 工作表“汇总” 第2行 E列",
        "university": "汇总表.xlsx 工作表“汇总” 第2行 B列",
        "branch": "汇总表.xlsx 工作表“汇总” 第2行 C列",
        "title": "汇总表.xlsx 工作表“汇总” 第2行 D列",
        "secretary.name": "汇总表.xlsx 工作表“汇总” 第2行 F列",
        "period.start": "汇总表.xlsx 工作表“汇总” 第2行 H列",
        "period.end": "汇总表.xlsx 工作表“汇总” 第2行 H列",
        "outcomes.0": "汇总表.xlsx 工作表“汇总” 第2行 I列",
    }
    assert (incoming.problems, incoming.unknown, incoming.cases[0].marks) == ([], {}, 0)


def test_what_stands_around_the_rows_is_left_out_and_told() -> None:
    """Titles above, empty rows, headings again, totals, examples, rows of numbers and notes at the end are no cases."""
    rows = [
        ["“强国行”案例汇总表"],
        ["填报单位（盖章）：示例大学", None, None, "2025年6月"],
        HEADINGS,
        ["示例，填报时删除", "某某大学", "某某支部", "某某题目"],
        ROW,
        [],
        HEADINGS,
        [2, *ROW[1:3], "示例题目二", *ROW[4:]],
        [3],
        ["合计", 2],
        ["填表人：张三    联系电话：13800138000"],
    ]
    incoming = read(book(rows, ["A1:I1", "A2:C2", "A11:I11"]))

    assert records(incoming) == [RECORD, {**RECORD, "title": "示例题目二"}]
    assert incoming.notes == [
        "汇总表.xlsx 工作表“汇总”：第 10 行是合计一类的行，没有读",
        "汇总表.xlsx 工作表“汇总”：第 11 行是表后的说明，没有读",
        "汇总表.xlsx 工作表“汇总”：第 7 行又是标题行，没有读",
        "汇总表.xlsx 工作表“汇总”：第 4 行是填写示例，没有读",
        "汇总表.xlsx 工作表“汇总”：第 9 行只有序号，没有读",
        "汇总表.xlsx 工作表“汇总”：G列“联系电话”属于个人信息，读的时候就丢掉了，哪里都不存",
    ]


def test_headings_of_two_lines_are_read_together() -> None:
    """A heading over several columns says what those below it are parts of."""
    rows = [
        ["学校", "案例名称", "负责人", None, "开展时间", None, "合作单位", None],
        [None, None, "姓名", "职称", "开始", "结束", "名称", "类别"],
        ["示例大学", "示例题目", "张三", "教授", "2024.9", "2025/6/30", "示例茶场", "企业"],
    ]
    incoming = read(book(rows, ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:H1"]))

    assert records(incoming) == [
        {
            "university": "示例大学",
            "title": "示例题目",
            "secretary": {"name": "张三", "role": "教授"},
            "period": {"start": "2024-09", "end": "2025-06-30"},
            "partners": [{"name": "示例茶场", "kind": "企业"}],
        }
    ]


def test_headings_of_two_lines_need_no_merged_cells() -> None:
    """A table that is text has nothing made one; a group goes on over what is empty."""
    incoming = csv(
        "学校,案例名称,负责人,,开展时间,\n,,姓名,职称,开始,结束\n示例大学,示例题目,张三,教授,2024.9,2025.6\n"
    )

    assert records(incoming) == [
        {
            "university": "示例大学",
            "title": "示例题目",
            "secretary": {"name": "张三", "role": "教授"},
            "period": {"start": "2024-09", "end": "2025-06"},
        }
    ]


def test_a_case_may_span_rows() -> None:
    """Rows whose title is one with that above, or whose key cells are empty, go on with the case before."""
    rows = [
        ["学校", "案例名称", "合作单位", "事项", "数值", "单位"],
        ["成效数据在后三列"],
        ["示例大学", "示例题目", "示例公司（企业）", "培训", "1,200余", "人次"],
        [None, None, "示例医院（医院）", "讲座", 30, "场"],
        ["示例大学", "另一题目", None, None, None, None],
    ]
    known = Known(
        packaged_programme(), given={"事项": "outcomes.what", "数值": "outcomes.value", "单位": "outcomes.unit"}
    )
    rows.pop(1)
    merged = read(book(rows, ["A2:A3", "B2:B3"]), known=known)
    empty = read(book(rows), known=known)

    assert records(merged) == records(empty)
    assert records(merged) == [
        {
            "university": "示例大学",
            "title": "示例题目",
            "partners": [{"name": "示例公司", "kind": "企业"}, {"name": "示例医院", "kind": "医院"}],
            "outcomes": [
                {"what": "培训", "value": "1200", "qualifier": "余", "unit": "人次"},
                {"what": "讲座", "value": "30", "unit": "场"},
            ],
        },
        {"university": "示例大学", "title": "另一题目"},
    ]


def test_a_university_over_several_rows_is_that_of_each() -> None:
    """Made one it is sure; left empty it is taken from above, and marked; 同上 says so itself."""
    rows = [
        ["学校", "案例名称"],
        ["示例大学", "题目一号"],
        [None, "题目二号"],
        ["乙示例大学", "题目三号"],
        ["同上", "题目四号"],
    ]
    merged, empty = read(book(rows, ["A2:A3"])), read(book(rows))

    expected = ["示例大学", "示例大学", "乙示例大学", "乙示例大学"]
    assert [one["university"] for one in records(merged)] == expected
    assert [one["university"] for one in records(empty)] == expected
    assert [one.marks for one in merged.cases] == [0, 0, 0, 0]
    assert [[doubt.doubt for doubt in one.doubts] for one in empty.cases] == [
        [],
        ["第3行A列是空的，照上面一行填"],
        [],
        [],
    ]


def test_counted_headings_are_items() -> None:
    """合作单位1 and 合作单位2 are two items of one list, with the parts of each."""
    headings = ["学校", "案例名称", "成效数据1（事项）", "成效数据1（数值）", "成效数据2（事项）", "成效数据2（数值）"]
    incoming = read(book([headings, ["示例大学", "示例题目", "培训", "1200余人次", "讲座", "30场"]]))

    assert records(incoming)[0]["outcomes"] == [
        {"what": "培训", "value": "1200", "unit": "人次", "qualifier": "余"},
        {"what": "讲座", "value": "30", "unit": "场"},
    ]


def test_nothing_is_lost() -> None:
    """What has no place is kept with the case, and what is not known is told."""
    headings = ["学校", "案例名称", "工作形式", "开始时间", "学校特色", "备注"]
    incoming = read(book([headings, ["示例大学", "示例题目", "科技开发、云端讲坛", "长期", "茶", "请优先"]]))

    assert incoming.cases[0].notes == (
        "待核：第2行C列“工作形式”里的“云端讲坛”不在词表里，没有填",
        "待核：第2行D列“开始时间”里的“长期”不是能认出的日期，没有填",
        "待核：没有认出的列“学校特色”（第2行E列）：茶",
        "表里的“备注”（第2行F列）：请优先",
    )
    assert incoming.unknown == {"学校特色": "university"}


def test_nothing_personal_is_kept() -> None:
    """Columns of a person's are dropped, and numbers in other cells with the labels around them."""
    headings = ["学校", "案例名称", "负责人", "负责人手机", "邮箱", "身份证号", "联系人", "其他情况"]
    row = [
        "示例大学",
        "示例题目",
        "张三（13900139000）",
        "13800138000",
        "a.b@qq.com",
        "11010519491231002X",
        "王五",
        "电话13700137000",
    ]
    incoming = read(book([headings, row]))
    told = repr(incoming)
    place = "汇总表.xlsx 工作表“汇总”："

    assert records(incoming) == [{"university": "示例大学", "title": "示例题目", "secretary": {"name": "张三"}}]
    assert [one for one in ("139001", "138001", "a.b@", "194912", "王五", "137001") if one in told] == []
    dropped = "D列“负责人手机”、E列“邮箱”、F列“身份证号”、G列“联系人”"
    assert incoming.notes[-2:] == [
        f"{place}{dropped}属于个人信息，读的时候就丢掉了，哪里都不存",
        f"{place}第2行C列、第2行H列里有手机号，已经删去",
    ]


@each(
    "heading",
    [
        *(
            "联络方式",
            "手机（微信）",
            "银行卡",
            "身份证",
            "公民身份号码",
            "电子信箱",
            "座机",
            "联系办法",
            "WeChat",
            "VX号",
        ),
        *(
            "钉钉",
            "职工编号",
            "政治面貌",
            "邮寄地址",
            "负责人号码",
            "党员编号",
            "收款信息",
            "学籍号",
            "联络员",
            "户口所在地",
        ),
    ],
)
def test_a_column_of_persons_is_dropped_whatever_it_is_called(heading: str) -> None:
    """A name or a number that nothing but the heading tells is not kept either."""
    incoming = read(book([["学校", "案例名称", heading], ["示例大学", "示例题目", "shili_jia"]]))

    assert "shili_jia" not in repr(incoming)
    assert incoming.notes == [f"汇总表.xlsx 工作表“汇总”：C列“{heading}”属于个人信息，读的时候就丢掉了，哪里都不存"]


def test_an_unknown_column_of_numbers_of_persons_is_dropped_whole() -> None:
    """Names beside the numbers go with them; a long text in which a number stands is kept without it."""
    headings = ["学校", "案例名称", "校内安排", "进展"]
    text = "与示例村结对，联系电话：8359123，办班两期"
    rows = [
        ["示例大学", "示例题目一", "示乙 13800138000", text],
        ["示例大学", "示例题目二", "示丙 025-83590000", text],
        ["示例大学", "示例题目三", "示丁", text],
    ]
    told = repr(read(book([headings, *rows])))

    assert [one for one in ("示乙", "示丙", "示丁", "138001", "835") if one in told] == []
    assert "与示例村结对，办班两期" in told


def test_a_row_that_counts_the_titles_is_a_total() -> None:
    """The count stands where titles stand."""
    incoming = read(book([HEADINGS, ROW, ["小计", "", "", "1项"], ["合计", "", "", 1]]))

    assert records(incoming) == [RECORD]


def test_a_formula_that_is_text_is_marked() -> None:
    """A table that is text has no values for its formulas."""
    incoming = csv('学校,案例名称\n示例大学,"=HYPERLINK(""x"",""示例题目"")"\n')

    assert [one.doubt for one in incoming.cases[0].values if one.path == ("title",)] == ["格里写的是公式，不是它的值"]


def test_no_message_shows_what_belongs_to_a_person() -> None:
    """Neither what was seen instead of headings nor the name of a column that is dropped."""
    seen = read(book([["示例甲", "13800138000", "a.b@qq.com"], ["示例乙", "13900139000", "x"]]))
    dropped = read(book([["学校", "案例名称", "咨询电话13700137000"], ["示例大学", "示例题目", "13600136000"]]))

    assert [one.reason for one in seen.problems] == ["前 40 行里没有一行有两个以上认得的列标题；看到的是“示例甲”。"]
    assert dropped.notes == ["汇总表.xlsx 工作表“汇总”：C列“咨询”属于个人信息，读的时候就丢掉了，哪里都不存"]


def test_provinces_are_guessed_and_marked() -> None:
    """The university's name counts first, then where it worked."""
    headings = ["学校", "案例名称", "服务地点"]
    rows = [
        ["南京示例大学", "题目一号", "甘肃省庆阳市"],
        ["示例大学", "题目二号", "甘肃省庆阳市"],
        ["示例大学", "题目三号", ""],
    ]
    incoming = read(book([headings, *rows]))

    assert [
        [(one.value, one.doubt) for one in case.values if one.path == ("province",)] for case in incoming.cases
    ] == [[("江苏", "由学校名称推断")], [("甘肃", "由服务地点推断，学校不一定在那里")], []]


def test_the_university_may_stand_above_the_table_or_in_the_files_name() -> None:
    """What a whole table belongs to is marked."""
    rows = [["填报单位（盖章）：示例大学"], ["案例名称", "任务类型"], ["示例题目", "科技赋能"]]
    above, named = read(book(rows)), read(book(rows[1:]), "上报/示例学院汇总表.xlsx")

    found = [
        [(one.value, one.doubt) for one in it.cases[0].values if one.path == ("university",)] for it in (above, named)
    ]
    assert found == [[("示例大学", "由表头上的填报单位取得")], [("示例学院", "由文件名取得")]]


def test_a_row_or_a_sheet_may_say_which_task_it_is_about() -> None:
    """A row with the name of a task alone is about those below it; so is a sheet's name, and both are marked."""
    rows = [
        ["序号", "学校", "案例名称"],
        ["一、党建联建类"],
        [1, "示例大学", "题目一号"],
        ["（二）实践育人"],
        [2, "示例大学", "题目二号"],
    ]
    grouped, named = read(book(rows)), read(book([rows[0], rows[2]], title="科技赋能"))

    found = [
        [(one.value, one.origin.row, one.doubt) for one in case.values if one.path == ("task",)]
        for case in (*grouped.cases, *named.cases)
    ]
    assert found == [
        [("党建联建", 2, "由“一、党建联建类”这一行取得")],
        [("实践育人", 4, "由“（二）实践育人”这一行取得")],
        [("科技赋能", 2, "由工作表的名称取得")],
    ]


def test_a_row_without_a_title_is_told() -> None:
    """It is still a case, and says what it lacks."""
    incoming = read(book([["学校", "案例名称", "任务类型"], ["示例大学", None, "党建联建"]]))

    assert [case.notes for case in incoming.cases] == [("待核：第2行没有写案例的标题",)]


def test_hidden_rows_and_formulas_are_told() -> None:
    """Both are read: what an office filters out of sight is still what a university sent."""
    made = openpyxl.load_workbook(io.BytesIO(book([HEADINGS, ROW, [2, *ROW[1:3], "示例题目二", *ROW[4:]]])))
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet["I3"] = "=1+2"
    packed = io.BytesIO()
    made.save(packed)
    incoming = read(packed.getvalue())

    assert [one["title"] for one in records(incoming)] == ["示例题目", "示例题目二"]
    assert incoming.cases[1].notes == ("第3行在表里是隐藏的，照样读了",)
    assert incoming.notes[-3:] == [
        "汇总表.xlsx 工作表“汇总”：第3行I列是公式，取了表里存着的值；没有值的就空着",
        "汇总表.xlsx 工作表“汇总”：C列在表里是隐藏的，照样读了",
        "汇总表.xlsx 工作表“汇总”：第 3 行在表里是隐藏的，照样读了，请看要不要",
    ]


def test_other_sheets_are_told() -> None:
    """A sheet for readers beside the table is no fault; a hidden one with cases is not read in silence."""
    made = openpyxl.load_workbook(io.BytesIO(book([HEADINGS, ROW])))
    made.create_sheet("填表说明").append(["一、每校一行"])
    hidden = made.create_sheet("旧表")
    for row in (HEADINGS, ROW):
        hidden.append(row)
    hidden.sheet_state = "hidden"
    packed = io.BytesIO()
    made.save(packed)
    incoming = read(packed.getvalue())

    assert (len(incoming.cases), incoming.problems) == (1, [])
    assert incoming.notes[-2:] == [
        "汇总表.xlsx：工作表“填表说明”里没有认出案例，没有读",
        "汇总表.xlsx：工作表“旧表”是隐藏的，没有读；要读，取消隐藏再导入",
    ]


@pytest.mark.parametrize(
    ("rows", "message", "reason"),
    [
        (
            [["示例大学", "示例题目"], ["乙示例大学", "题目二号"]],
            "工作表“汇总” 第1行 没有认出标题行",
            "前 40 行里没有一行有两个以上认得的列标题；看到的是“示例大学”、“示例题目”。",
        ),
        (
            [["学校", "支部", "特色"], ["示例大学", "示例支部", "茶"]],
            "工作表“汇总” 第1行 没有一列是案例的标题",
            "认得的列是A列“学校”、B列“支部”；不认得的是C列“特色”。",
        ),
    ],
    ids=["data-first", "no-title"],
)
def test_a_table_without_headings_is_told(rows: list[list[object]], message: str, reason: str) -> None:
    """The problem says what was seen."""
    (problem,) = read(book(rows)).problems

    assert (problem.path, problem.message, problem.reason) == ("汇总表.xlsx", message, reason)


@each(
    ("data", "message"),
    [
        (b"PK\x03\x04", "打不开"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "有密码，没有读"),
        (b"<html><table></table></html>", "其实是网页，不是表格"),
        (b"\0\0", "不是表格"),
        (b"a\n" * 20_001, "太大，没有读"),
        (book([]), "表格里什么也没有"),
    ],
)
def test_what_cannot_be_read_is_a_problem(data: bytes, message: str) -> None:
    """One line says what is wrong with the file."""
    assert [one.message for one in read(data).problems] == [message]


def test_two_rows_of_one_title_are_told() -> None:
    """Both are kept, and the later names the earlier."""
    incoming = read(book([HEADINGS, ROW, ROW, ["", "乙示例大学", *ROW[2:]]]))
    problems = list(repeated(incoming.cases))

    assert [(one.message, one.reason) for one in problems] == [
        (
            "工作表“汇总” 第3行里的“示例题目”前面已经有了",
            "汇总表.xlsx 工作表“汇总” 第2行 是同一所学校的同一个标题。两条都作了草稿。",
        )
    ]


def test_new_ids_are_their_own_and_the_same_again() -> None:
    """An id that a table gives is kept where it can be one; the others are made of task and university."""
    headings = ["编号", "学校", "案例名称", "任务类型"]
    rows = [
        ["2025-NAU_tea", "南京示例大学", "题目一号", "科技赋能"],
        ["1", "南京示例大学", "题目二号", "科技赋能"],
        ["案例3", "南京示例大学", "题目三号", "科技赋能"],
        ["dup", "示例学院", "题目四号", "无"],
        ["dup", "示例学院", "题目五号", "无"],
    ]
    cases = read(book([headings, *rows])).cases

    expected = ["2025-nau-tea", "kj-njsldx-01", "kj-njsldx-03", "al-slxy-01", "al-slxy-02"]
    assert list(new_ids(cases, {"kj-njsldx-02"})) == expected
    assert list(new_ids(cases, {"kj-njsldx-02"})) == expected
