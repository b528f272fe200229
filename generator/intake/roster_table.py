"""The roster out of a table that an office keeps: units with quotas, days and roles; people and telephones stay out."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.case.date import PartialDate
from generator.case.programme import Programme
from generator.intake.dates import read_dates
from generator.intake.sheet import Row, Sheet, column_letter
from generator.reading.checks.contact_not_role import names_a_person
from generator.reading.written_value import key_lines

_MOST_ROWS_ABOVE = 15
"""A heading further down is none."""
_BLANKS = re.compile(r"\s+")
_HEADS = {
    "university": re.compile(r"(?:报送|推荐|申报|参加|所在|填报)?(?:学校|高校|单位|院校)(?:全称|名称)?"),
    "quota": re.compile(
        r"(?:推荐|报送|申报|应报|分配)?(?:案例)?总?(?:名额|限额|数量|个数|应报数?|指标|报送数)(?:\(?[个项]\)?)?"
    ),
    "task": re.compile(r"(?:申报|报送|专项)?(?:任务|类别|类型)(?:类型|类别|名称)?"),
    "deadline": re.compile(r"(?:报送|提交|上报)?(?:截止|截至|最后)?(?:日期|时间|期限)"),
    "contact": re.compile(r"(?:联系|联络|责任|负责|牵头|承办|对口)人?(?:部门|岗位|处室|科室|单位|职务)|岗位|部门|职务"),
}
_TOTAL = re.compile(r"(?:总计|合计|小计|总数|汇总).*")
_NUMBER = re.compile(r"([0-9]{1,5})(?:\.0+)?\s*[个项件篇]?")


@dataclass(frozen=True, slots=True)
class RosterRead:
    """What was read."""

    units: tuple[dict[str, Any], ...]
    """As content/roster.yml has them."""
    notes: tuple[str, ...]
    """What was left out or could not be read, each with its place, in Chinese."""

    def text(self, source: str) -> str:
        """Write content/roster.yml.

        Args:
            source: the file that it came from, as the editor knows it.
        """
        head = f"# 报送名单，由 {source} 读入。写法见手册“收集案例”。\n"
        return head + "".join(f"{line}\n" for line in key_lines("units", list(self.units), ""))


def roster_of(sheets: Sequence[Sheet], programme: Programme) -> RosterRead:
    """Read the roster from the first sheet that has one; without units where none has."""
    for sheet in sheets:
        if not sheet.is_hidden and (found := _heads(sheet, programme)):
            row, columns = found
            notes = [f"“{name}”一列没有读入" for name in _left_out(sheet, row, columns)]
            units = _joined(_units(sheet, row.number, columns, programme, notes))
            return RosterRead(units, tuple(notes))
    return RosterRead((), ("没有找到写着“学校”或“单位”的表头",))


def _heads(sheet: Sheet, programme: Programme) -> tuple[Row, dict[str, int]] | None:
    """Find the row of headings, and which column is what."""
    for row in sheet.rows[:_MOST_ROWS_ABOVE]:
        columns: dict[str, int] = {}
        for at in range(sheet.width):
            head = _folded(row.text(at))
            what = next((key for key, form in _HEADS.items() if form.fullmatch(head)), "") or _task(head, programme)
            if what and what not in columns:
                columns[what] = at
        if "university" in columns and (len(columns) > 1 or sheet.width == 1):
            return row, columns
    return None


def _task(head: str, programme: Programme) -> str:
    """Name the task of which a column holds the quota; a unit may stand behind it in brackets."""
    name = re.sub(r"\(?(?:名额|限额|数量|个数|个|项)\)?$", "", head).strip("()")
    return f"task:{programme.task_names[name].name}" if name in programme.task_names else ""


def _left_out(sheet: Sheet, heads: Row, columns: Mapping[str, int]) -> Iterator[str]:
    for at in range(sheet.width):
        name = _folded(heads.text(at))
        if name and name != "序号" and at not in columns.values():
            yield name


def _joined(rows: Iterable[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    """Make one unit of the rows of a university that have a task each; what the first row says of the unit counts."""
    units: dict[str, dict[str, Any]] = {}
    apart: list[dict[str, Any]] = []
    for row in rows:
        first = units.get(row["university"])
        if first and first.get("tasks") and row.get("tasks"):
            first["tasks"] += row["tasks"]
            first.update({key: value for key, value in row.items() if key not in first})
            continue
        # A university that stands there twice otherwise is told by the check of the roster.
        units.setdefault(row["university"], row)
        apart.append(row)
    return tuple(apart)


def _units(
    sheet: Sheet, head: int, columns: Mapping[str, int], programme: Programme, notes: list[str]
) -> Iterator[dict[str, Any]]:
    tasks = {key.removeprefix("task:"): at for key, at in columns.items() if key.startswith("task:")}
    for row in sheet.rows:
        name = _folded(sheet.text(row, columns["university"]))
        if row.number <= head or not name or _TOTAL.fullmatch(name):
            continue
        unit: dict[str, Any] = {"university": name}
        quotas = {task: _number(sheet, row, at, notes) for task, at in tasks.items()}
        own = _own_task(sheet, row, columns, programme, notes)
        if own:
            quota = _number(sheet, row, columns["quota"], notes) if "quota" in columns else ""
            unit["tasks"] = [{"task": own, "quota": quota} if quota else {"task": own}]
        elif any(quotas.values()):
            unit["tasks"] = [{"task": task, "quota": quota} for task, quota in quotas.items() if quota]
        elif "quota" in columns and (quota := _number(sheet, row, columns["quota"], notes)):
            unit["quota"] = quota
        if "deadline" in columns and (day := _day(sheet, row, columns["deadline"], notes)):
            unit["deadline"] = day
        if "contact" in columns and (contact := _contact(sheet, row, columns["contact"], notes)):
            unit["contact"] = contact
        yield unit


def _own_task(sheet: Sheet, row: Row, columns: Mapping[str, int], programme: Programme, notes: list[str]) -> str:
    """Name the task that a row is about, where rows have one each."""
    text = _folded(sheet.text(row, columns["task"])) if "task" in columns else ""
    if not text or text in programme.task_names:
        return programme.task_names[text].name if text else ""
    notes.append(f"{_where(row, columns['task'])}的任务不认识，没有读入；可用：{'、'.join(programme.task_names.names)}")
    return ""


def _folded(text: str) -> str:
    """Give a text without blanks, full-width digits and brackets as usual ones."""
    plain = text.translate({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})
    return _BLANKS.sub("", plain)


def _where(row: Row, column: int) -> str:
    return f"第 {row.number} 行 {column_letter(column)} 列"


def _number(sheet: Sheet, row: Row, column: int, notes: list[str]) -> str:
    text = _folded(sheet.text(row, column))
    found = _NUMBER.fullmatch(text)
    if text and not found:
        notes.append(f"{_where(row, column)}的名额不是一个数，没有读入")
    return str(int(found[1])) if found else ""


def _day(sheet: Sheet, row: Row, column: int, notes: list[str]) -> str:
    text = sheet.text(row, column).strip()
    dates = read_dates(text, is_numeric=(row.number, column) in sheet.numeric)
    if dates and len(dates.start) == len("2026-06-30") and not dates.end:
        return str(PartialDate.parse(dates.start))
    if text:
        notes.append(f"{_where(row, column)}的日期没有读懂，没有读入；写成 2026-06-30 这样")
    return ""


def _contact(sheet: Sheet, row: Row, column: int, notes: list[str]) -> str:
    text = _folded(sheet.text(row, column))
    if text and (names_a_person(text) or re.search(r"[0-9@]", text)):
        # What it says is not repeated: it may be a name or a telephone.
        notes.append(f"{_where(row, column)}不只是部门和职务，没有读入")
        return ""
    return text
