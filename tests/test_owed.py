"""Who owes what: the roster beside the records, on a terminal, as a table file and as a page of the preview."""

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook, load_workbook

from generator.case.date import PartialDate
from generator.case.problem import Problem
from generator.case.programme import packaged_programme
from generator.case.text import display_width
from generator.cli import main
from generator.intake.owed import Chosen, Line, Owed, owed
from generator.intake.roster_table import RosterRead, roster_of
from generator.making.kit.status_sheet import status_sheet
from generator.making.office.tables import read_tables
from generator.making.project.briefs import FILE, read_briefs
from generator.outputs.report import render_problem
from generator.outputs.report.owed import owed_heads, render_owed, table_rows
from generator.reading.brief import Brief, brief_of
from generator.reading.checks.contact_not_role import names_a_person
from generator.reading.examination import examine, parse_record
from generator.reading.name_list import NameList
from generator.reading.record import Record
from generator.reading.roster import Roster
from generator.reading.surroundings import Surroundings
from tests.each import each

Golden = Callable[[str, str], str]

PROGRAMME = packaged_programme()
BARE = Surroundings(PartialDate(2026, 11, 22), PROGRAMME)
NAMES = "universities:\n- name: 示例农业大学\n  abbreviations: [示例农大]\n"
ROSTER = """\
deadline: 2026-10-31
quota: 2
units:
- university: 示例大学
  contact: 党委组织部联络员
- university: 示例农大
  deadline: 2026-12-01
  tasks:
  - task: 党建联建
    quota: 1
  - task: 教育服务
    quota: 2
- university: 示例没报学院
  quota: 1
"""
BRIEFS = (
    Brief("a", "甲", ("示例大学",), ("党建联建",), "draft", 2025),
    Brief("b", "乙", ("示例农业大学", "示例大学"), ("教育服务", "党建联建"), "published", 2024),
    Brief("c", "丙", ("示例理工学院",), ("科技赋能",), "submitted", 2025),
    Brief("d", "丁", ("示例大学",), ("科技赋能",), "withdrawn", 2025),
    Brief("e", "戊", (), (), "reviewed", 0),
)


def known() -> Surroundings:
    """Give the surroundings with the list of names."""
    names = examine(parse_record(Record("names", "content/names.yml", NAMES.encode()), NameList, BARE), NameList)
    assert names.value is not None
    return Surroundings(BARE.today, PROGRAMME, names=names.value.names)


def problems_of(text: str) -> tuple[Problem, ...]:
    """Examine a roster as a check does."""
    return examine(
        parse_record(Record("roster", "content/roster.yml", text.encode()), Roster, known()), Roster
    ).problems


def roster(text: str = ROSTER) -> Roster:
    """Read a roster without problems."""
    result = examine(parse_record(Record("roster", "content/roster.yml", text.encode()), Roster, known()), Roster)
    assert result.value is not None, result.problems
    return result.value


def table(chosen: Chosen | None = None, errors: dict[str, int] | None = None) -> Owed:
    """Put the invented records beside the invented roster."""
    return owed(roster(), BRIEFS, {"a": 3, "b": 0, "c": 1, "e": 0} if errors is None else errors, known(), chosen)


def numbers(line: Line) -> tuple[object, ...]:
    """Give what a line counts."""
    return (line.university, line.due, line.received, *line.states.values(), line.errors, line.days_late)


def test_one_line_a_unit() -> None:
    """Units stand in the roster's order under their full names, then who is not on it; each case counts once in all."""
    found = table()

    assert [numbers(line) for line in found.listed] == [
        ("示例大学", 2, 2, 1, 0, 0, 1, 3, 0),
        ("示例农业大学", 3, 1, 0, 0, 0, 1, 0, 0),
        ("示例没报学院", 1, 0, 0, 0, 0, 0, 0, 22),
    ]
    assert [numbers(line) for line in found.others] == [
        ("示例理工学院", None, 1, 0, 1, 0, 0, 1, 0),
        ("未注明学校", None, 1, 0, 0, 1, 0, 0, 0),
    ]
    assert numbers(found.total) == ("合计", 6, 4, 1, 1, 1, 1, 4, 0)


@each(
    ("chosen", "expected"),
    [
        (Chosen(task="党建联建"), [(None, 2), (1, 1), (None, 0)]),
        (Chosen(state="draft"), [(2, 1), (3, 0), (1, 0)]),
        (Chosen(year=2024), [(2, 1), (3, 1), (1, 0)]),
        (Chosen(state="withdrawn"), [(2, 1), (3, 0), (1, 0)]),
    ],
    ids=["task", "status", "year", "withdrawn"],
)
def test_chosen(chosen: Chosen, expected: list[tuple[int | None, int]]) -> None:
    """Only the chosen cases count; what is due of one task is known where the roster gives it by task."""
    assert [(line.due, line.received) for line in table(chosen).listed] == expected


def test_days_late_count_from_the_day_after() -> None:
    """The day itself is not late; a unit that has sent all is not late either."""
    days = {"示例没报学院": "2026-11-22", "示例又一学院": "2026-11-21"}
    text = "units:\n" + "".join(f"- university: {name}\n  deadline: {day}\n" for name, day in days.items())
    found = owed(roster(text), BRIEFS, {}, known())

    assert [line.days_late for line in found.listed] == [0, 1]


def test_on_a_terminal(golden: Golden) -> None:
    """The columns stand under each other by display width, unknown numbers are marked, and a summary follows."""
    text = render_owed(table(errors={"a": 3}), PROGRAMME, has_roster=True)
    lines = text.split("\n\n")[0].splitlines()

    assert len({display_width(line) for line in lines if "不在名单" not in line}) == 1
    assert text == golden("golden/owed.txt", text)


def test_forty_units_fit_on_a_screen() -> None:
    """Forty units with long names take forty lines of at most 80 columns, with head and total."""
    units = "".join(f"- university: 示例{number}名称很长很长很长的职业技术师范大学\n" for number in range(40))
    text = render_owed(owed(roster(f"quota: 3\nunits:\n{units}"), (), {}, known()), PROGRAMME, has_roster=True)
    lines = text.split("\n\n")[0].splitlines()

    assert len(lines) == 42
    assert max(map(display_width, lines)) <= 80


def test_colour_only_where_asked() -> None:
    """Late units are red and those with all they owe green, only at a terminal."""
    assert "\x1b[" not in render_owed(table(), PROGRAMME, has_roster=True)
    assert render_owed(table(), PROGRAMME, has_roster=True, colour=True).count("\x1b[1;31m") == 1


def test_table_file() -> None:
    """The table file holds the same numbers; a name that looks like a formula stays a text; same bytes each time."""
    briefs = (*BRIEFS, Brief("f", "己", ("=1+1大学",), (), "draft", 0))
    rows = table_rows(owed(roster(), briefs, {}, known()))
    made = status_sheet("报送情况", owed_heads(PROGRAMME), rows)
    sheet = load_workbook(io.BytesIO(made)).active
    assert sheet is not None
    cells = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]

    assert made == status_sheet("报送情况", owed_heads(PROGRAMME), rows)
    assert cells[1] == ["示例大学", "党委组织部联络员", "2026-10-31", 2, 2, 1, 0, 0, 1, "未检查", 0]
    assert [row[0] for row in cells[4:]] == ["=1+1大学", "示例理工学院", "未注明学校", "合计"]
    assert {cell.data_type for cell in sheet["A"]} == {"s"}


@each(
    "contact",
    ["组织部张示例", "张示例部长", "李老师", "张三", "张示例（组织部）", "组织部王部长", "党委办公室 赵示例"],
)
def test_people_are_no_contacts(contact: str) -> None:
    """A name, alone or with an office, is told."""
    assert names_a_person(contact)


@each(
    "contact",
    [
        "党委组织部",
        "党委组织部联络员",
        "组织部副部长",
        "党委教师工作部（组织科）",
        "马克思主义学院党总支书记",
        "石油学院党委书记",
    ],
)
def test_roles_are_contacts(contact: str) -> None:
    """Offices and roles are what belongs there."""
    assert not names_a_person(contact)


def test_roster_is_read_strictly(golden: Golden) -> None:
    """Whatever is wrong in a roster is told with its line: people, telephones, a university twice, a wrong task."""
    text = (
        "deadline: 2026-13-01\nunits:\n- university: 示例农大\n  contact: 组织部张示例\n"
        "- university: 示例农业大学\n  contact: 组织部 13912345678\n- university: 示例学院\n"
        "  phone: 无\n  tasks:\n  - task: 党建共建\n    quota: 两个\n"
    )
    told = "\n\n".join(map(render_problem, problems_of(text)))

    assert "13912345678" not in told
    assert told == golden("diagnostics/unit-repeated.txt", told)


def test_contact_is_told(golden: Golden) -> None:
    """A name in a contact is told as it is to be written."""
    told = "\n\n".join(map(render_problem, problems_of("units:\n- university: 示例大学\n  contact: 张示例部长\n")))

    assert told == golden("diagnostics/contact-not-role.txt", told)


def roster_read(*rows: tuple[object, ...]) -> RosterRead:
    """Read the roster from a table of rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return roster_of(read_tables("名额.xlsx", data.getvalue()).sheets, PROGRAMME)


def test_roster_from_a_table() -> None:
    """Title rows, numbers of rows and totals are passed over; people and telephones are dropped and told by column."""
    read = roster_read(
        ("2026年案例名额分配表",),
        ("序号", "高校名称", "名额（个）", "截止时间", "联系部门", "联系人", "联系电话"),
        (1, "示例大学", 3, date(2026, 10, 31), "党委组织部", "张示例", "13912345678"),
        (2, "示例 学院", "２个", "2026年11月7日", "组织部李示例", "李示例", ""),
        ("合计", "", 5),
    )

    assert read.units == (
        {"university": "示例大学", "quota": "3", "deadline": "2026-10-31", "contact": "党委组织部"},
        {"university": "示例学院", "quota": "2", "deadline": "2026-11-07"},
    )
    assert read.notes == (
        "“联系人”一列没有读入",
        "“联系电话”一列没有读入",
        "第 4 行 E 列不只是部门和职务，没有读入",
    )
    assert problems_of(read.text("名额.xlsx")) == ()


def test_roster_with_a_row_for_each_task() -> None:
    """The rows of a university become one unit with its tasks; a task that nobody knows is told."""
    read = roster_read(
        ("学校", "任务类型", "名额", "截止日期", "联系部门"),
        ("示例大学", "党建联建", 2, date(2026, 10, 31), ""),
        ("示例学院", "科技赋能", 1, date(2026, 10, 31), "党委组织部"),
        ("示例大学", "实践育人", "1 项", date(2026, 10, 31), "党委宣传部"),
        ("示例学院", "别的任务", 3, "", ""),
    )

    assert read.units == (
        {
            "university": "示例大学",
            "tasks": [{"task": "党建联建", "quota": "2"}, {"task": "实践育人", "quota": "1"}],
            "deadline": "2026-10-31",
            "contact": "党委宣传部",
        },
        {
            "university": "示例学院",
            "tasks": [{"task": "科技赋能", "quota": "1"}],
            "deadline": "2026-10-31",
            "contact": "党委组织部",
        },
        {"university": "示例学院", "quota": "3"},
    )
    assert read.notes == ("第 5 行 B 列的任务不认识，没有读入；可用：党建联建、教育服务、科技赋能、实践育人",)


def test_roster_by_task_from_a_table() -> None:
    """Columns that are named for tasks give quotas by task."""
    read = roster_read(("学校", "党建联建", "教育服务（个）"), ("示例大学", 1, 2), ("示例学院", "", 1))

    assert [unit["tasks"] for unit in read.units] == [
        [{"task": "党建联建", "quota": "1"}, {"task": "教育服务", "quota": "2"}],
        [{"task": "教育服务", "quota": "1"}],
    ]


def test_a_table_without_schools_gives_no_roster() -> None:
    """A table of something else is told, and gives nothing."""
    assert roster_read(("姓名", "年龄"), ("甲", 1)) == RosterRead((), ("没有找到写着“学校”或“单位”的表头",))


@each(
    "text",
    [
        "title: 甲乙丙丁\ntask: 党建联建\nuniversity: 示例农大\nstatus: draft\nperiod:\n  start: 2024-09\n",
        "title: '甲乙丙丁'\ntask: 党建联建\nuniversities: [示例农大]\nstatus: 草稿\nperiod: {start: 2024}\n",
        "title : 甲乙丙丁\ntask: 党建联建\nuniversity: 示例农大\nsources:\n- title: 报道\n  date: 2024-03-01\n",
        "title: 甲乙丙丁 # 题\ntask: 党建联建\nuniversity: 示例农大\nstatus: draft\nsources:\n- date: 2024-03-01\n",
        "title: 甲乙丙丁\r\ntask: 党建联建\r\nuniversities:\r\n- 示例农大\r\nperiod:\r\n  start: 2024\r\n",
    ],
    ids=["plain", "quoted", "full-width", "comment", "windows"],
)
def test_brief(text: str) -> None:
    """However the few keys are written, a status reads the same of them."""
    assert brief_of(Record("x", "cases/x/case.yml", text.encode()), known()) == Brief(
        "x", "甲乙丙丁", ("示例农业大学",), ("党建联建",), "draft", 2024
    )


def test_brief_of_a_broken_record() -> None:
    """A file that is no YAML still counts for the university that it names on a plain line."""
    text = 'title: 甲乙丙丁\nuniversity: 示例农大\nsummary: "好\nstatus: submitted\n'

    assert brief_of(Record("x", "cases/x/case.yml", text.encode()), known()) == Brief(
        "x", "甲乙丙丁", ("示例农业大学",), (), "submitted", 0
    )


def run(*words: str | Path) -> Result:
    """Run a command line in this process."""
    return CliRunner().invoke(main, [str(word) for word in words])


def test_command(tmp_project: Path, tmp_path: Path) -> None:
    """The command counts errors by itself where few records changed, writes the table file, and ends with 0."""
    (tmp_project / "content/roster.yml").write_text(ROSTER, encoding="utf-8")
    result = run("-C", tmp_project, "status", "--format", "json", "--xlsx", tmp_path / "s.xlsx")
    told = json.loads(result.stdout)

    assert result.exit_code == 0
    assert (tmp_path / "s.xlsx").is_file()
    assert told["total"]["received"] == 1
    assert told["total"]["errors"] == 0


def test_errors_are_those_of_the_last_check(tmp_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More changed records than are looked at have no number; after a check they have; a changed one again has none."""
    monkeypatch.setattr("generator.commands.status.MOST_LOOKED_AT", 0)
    errors = [json.loads(run("-C", tmp_project, "status", "--format", "json").stdout)["total"]["errors"]]
    run("-C", tmp_project, "check")
    errors.append(json.loads(run("-C", tmp_project, "status", "--format", "json").stdout)["total"]["errors"])
    path = next((tmp_project / "cases").glob("*/case.yml"))
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    errors.append(json.loads(run("-C", tmp_project, "status", "--format", "json").stdout)["total"]["errors"])

    assert errors == [None, 0, None]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--task", "党建"), "没有“党建”这种任务类型"),
        (("--status", "好"), "没有“好”这种状态"),
        (("--roster", "没有.xlsx"), "找不到 没有.xlsx"),
    ],
    ids=["task", "status", "roster"],
)
def test_wrong_use(tmp_project: Path, words: tuple[str, ...], expected: str) -> None:
    """What cannot be chosen or read is told; exit code 2."""
    result = run("-C", tmp_project, "status", *words)

    assert (result.exit_code, expected in result.stderr) == (2, True)


def test_roster_is_never_overwritten(tmp_project: Path, tmp_path: Path) -> None:
    """A roster that is there stays as it is."""
    (tmp_project / "content/roster.yml").write_text(ROSTER, encoding="utf-8")
    result = run("-C", tmp_project, "status", "--roster", tmp_path / "x.xlsx")

    assert (result.exit_code, "已经有了" in result.stderr) == (2, True)
    assert (tmp_project / "content/roster.yml").read_text(encoding="utf-8") == ROSTER


@pytest.mark.parametrize("harm", ["", "{", '{"of": 1, "records": 2}'], ids=["whole", "cut", "foreign"])
def test_changed_records_are_read_again(tmp_project: Path, harm: str) -> None:
    """What is kept of records stands in for them until they change, go or come; a damaged file of it is none."""

    def titles() -> list[str]:
        return [one.brief.title for one in read_briefs(tmp_project, known())]

    first = titles()
    path = next((tmp_project / "cases").glob("*/case.yml"))
    text = path.read_text(encoding="utf-8")
    if harm:
        (tmp_project / FILE).write_text(harm, encoding="utf-8")
    again = titles()
    path.write_text(text.replace(first[0], "改过的标题"), encoding="utf-8")
    (tmp_project / "cases/y-01").mkdir()

    assert again == first
    assert titles() == ["改过的标题", ""]
