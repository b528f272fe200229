"""A table of 40 rows of 12 universities as tables really come back, with the values that are meant; all is made up.

`python -m tests.untidy_table FILE` writes it, for a trial by hand.
"""

import io
import sys
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

UNIVERSITIES = (
    "南京示例大学",
    "甘肃示例学院",
    "武汉示例职业技术学院",
    "示例农业大学",
    "示例师范大学",
    "西安示例大学",
    "示例医科大学",
    "示例理工学院",
    "昆明示例学院",
    "示例高等专科学校",
    "济南示例大学",
    "示例大学（威海）",
)
TASKS = ("党建联建", "教育服务", "科技赋能", "实践育人")
FORMS = {"党建联建": "专题党课讲授", "教育服务": "技能培训", "科技赋能": "科技开发", "实践育人": "志愿服务"}
HEADINGS = (
    "序号",
    "高校名称",
    "所属党支部全称",
    "案例题目\n（不超过40字）",
    "任务类别",
    "负责人",
    "职务/职称",
    "联系电话",
    "起止时间",
    "服务地点",
    "共建单位",
    "成效数据",
    "工作形式",
    "推荐指数",
    "备注",
)
Truth = dict[str, Any]


def truths(count: int, seed: int) -> list[Truth]:
    """Make up records, in the order of their universities."""
    chance = Random(seed)  # noqa: S311 (the same table every time)
    made = []
    for number in range(count):
        task = chance.choice(TASKS)
        start = (chance.choice((2023, 2024)), chance.randint(1, 9))
        made.append(
            {
                "university": UNIVERSITIES[number * len(UNIVERSITIES) // count],
                "branch": f"示例系教师第{'一二三四'[number % 4]}党支部",
                "title": f"示例题目第{number + 1}号在乡间",
                "task": task,
                "secretary": {"name": f"示{'甲乙丙丁'[number % 4]}", "role": chance.choice(("教授", "副教授"))},
                "period": {"start": f"{start[0]}-{start[1]:02}", "end": f"{start[0] + 1}-{start[1] + 2:02}"},
                "places": [{"province": "甘肃", "city": "庆阳市", "county": "西峰区", "detail": "示例村"}],
                "partners": [{"name": "示例茶业有限公司", "kind": "企业"}, {"name": "示例县人民医院", "kind": "医院"}],
                "outcomes": [
                    {"what": "培训农户", "value": str(chance.randint(11, 99) * 100), "unit": "人次", "qualifier": "余"},
                    {"what": "举办讲座", "value": str(chance.randint(2, 90)), "unit": "场"},
                ],
                "forms": [FORMS[task]],
            }
        )
    return made


def untidy_table(records: list[Truth], seed: int) -> bytes:
    """Write records as an office does by hand, each cell in one of the usual ways."""
    chance = Random(seed)  # noqa: S311 (the same table every time)
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "汇总"
    sheet.append(["“强国行”专项行动典型案例汇总表（示例）"])
    sheet.append(["填报日期：2025年6月"])
    sheet.append(list(HEADINGS))
    sheet.merge_cells("A1:O1")
    first, before = 4, ""
    for number, record in enumerate(records):
        row = sheet.max_row + 1
        if before and record["university"] != before:
            if row - 1 > first and chance.random() < 0.5:
                sheet.merge_cells(start_row=first, end_row=row - 1, start_column=2, end_column=2)
            first = row
        before = record["university"]
        sheet.append(_cells(number + 1, record, chance, is_first=row == first))
        if number % 15 == 14:
            sheet.append(list(HEADINGS))
            first = sheet.max_row + 1
            before = ""
    sheet.append(["合计", len(records)])
    sheet.append(["填表人：示例    联系电话：13800138000"])
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def _cells(number: int, record: Truth, chance: Random, *, is_first: bool) -> list[object]:
    person, outcomes = record["secretary"], record["outcomes"]
    spread = f"{person['name'][0]} {person['name'][1]}"
    name = chance.choice((person["name"], spread, f"{person['name']}（13800138000）"))
    task = chance.choice((record["task"], f"{record['task']}类", f" {record['task']}\u3000"))
    partners = [one["name"] for one in record["partners"]]
    return [
        number,
        record["university"] if is_first else chance.choice((None, "同上", record["university"])),
        record["branch"],
        chance.choice((record["title"], f"《{record['title']}》", f" {record['title'][:4]}\n{record['title'][4:]}")),
        task,
        name,
        person["role"],
        chance.choice((13800138000, "138-0013-8000", "010-62345678")),
        _period(record["period"], chance),
        chance.choice(("甘肃省庆阳市西峰区示例村", "庆阳市西峰区示例村", "甘肃庆阳市西峰区示例村")),
        chance.choice(("、", "；", "\n", "，")).join(partners),
        chance.choice(("、", "；", "\n", "，")).join(
            (_outcome(outcomes[0], chance), f"举办讲座{outcomes[1]['value']}场")
        ),
        chance.choice((record["forms"][0], f"{record['forms'][0]}、云端讲坛")),
        "五星",
        chance.choice((None, "请优先", "无")),
    ]


def _period(period: dict[str, str], chance: Random) -> str:
    ways = ("{0}年{1}月至{2}年{3}月", "{0}.{1}-{2}.{3}", "{0}/{1}—{2}/{3}", "{0}年{1}月—{2}年{3}月", "{0}-{4}至{2}-{5}")
    (year, month), (last_year, last_month) = (map(int, period[key].split("-")) for key in ("start", "end"))
    return chance.choice(ways).format(year, month, last_year, last_month, f"{month:02}", f"{last_month:02}")


def _outcome(outcome: dict[str, str], chance: Random) -> str:
    value = int(outcome["value"])
    wide = str(value).translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"})
    thousands, hundreds = divmod(value // 100, 10)
    han = "零一二三四五六七八九"
    words = f"{f'{han[thousands]}千' if thousands else ''}{f'{han[hundreds]}百' if hundreds else ''}"
    return f"培训农户{chance.choice((str(value), f'{value:,}', wide, words))}余人次"


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(untidy_table(truths(40, 1), 1))
