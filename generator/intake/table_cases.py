"""A table as proposals for cases: every value with its cell, nothing lost, nothing personal kept."""

import re
from collections.abc import Iterator, Sequence

from generator.case.problem import ERROR, WARNING, Place, Problem
from generator.case.text import listing, shorten
from generator.intake.case_rows import Rows, divide, is_same
from generator.intake.case_values import CaseValues
from generator.intake.cell_values import read_cell
from generator.intake.cells import clean
from generator.intake.incoming import Incoming
from generator.intake.known import Known
from generator.intake.layout import Column, Layout, find_layout, seen_in
from generator.intake.places import province_of_places, province_of_university
from generator.intake.proposal import DOUBTFUL, Origin, ProposedCase, ProposedValue
from generator.intake.said import Asked
from generator.intake.sheet import Row, Sheet, column_letter, letters_of
from generator.intake.words import choose

_GROUPED = (("university",), ("school",), ("province",), ("task",))
"""Keys that tables write once for several cases, leaving the cells below empty."""
_FILE_NAME = re.compile(r"([㐀-鿿（）]{2,20}?(?:大学|学院|专科学校))(?![生城])")
_NUMBER = re.compile(r"^\s*(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+[、.．])\s*")
_FORMULA = re.compile(r"[=＝+@]\s*[A-Za-z][A-Za-z.]*(?:\(|\d)")
"""A formula as text, as it is in tables that are text, or in cells made text."""
_MOST_NAMED = 5
"""So many places of a kind are named."""


def read_sheet(sheet: Sheet, known: Known) -> Incoming:
    """Read the cases of a sheet.

    Args:
        sheet: as it was read.
        known: what the project knows.
    """
    reading, layout = Incoming(), find_layout(sheet, known.headings)
    if not layout:
        reading.problems.append(_without_headings(sheet))
    elif not layout.column("title"):
        reading.problems.append(_without_titles(sheet, layout))
    else:
        _Table(sheet, layout, known, reading).read()
    return reading


class _Table:
    def __init__(self, sheet: Sheet, layout: Layout, known: Known, reading: Incoming) -> None:
        self._sheet, self._layout, self._known = sheet, layout, known
        self._reading = reading
        self._above: dict[int, str] = {}
        """By column, the last text that a case had in it."""
        self._removed: dict[str, list[str]] = {}

    def read(self) -> None:
        rows = divide(self._sheet, self._layout, lambda text: self._task_in(text) != "")
        for own in rows.cases:
            self._reading.cases.append(self._case(own, rows))
        unknown = (one.heading for one in self._layout.columns if one.meaning.kind == "unknown")
        self._reading.unknown.update((heading, self._known.headings.nearest(heading)) for heading in unknown)
        self._reading.notes += self._told(rows)

    def _task_in(self, text: str) -> str:
        """Give the task that a text names which stands over rows, or is a sheet's name; empty where it names none."""
        return choose(self._known.programme.task_names, _NUMBER.sub("", text)).name

    def _case(self, rows: Sequence[Row], all_rows: Rows) -> ProposedCase:
        first = rows[0]
        values = CaseValues()
        notes = []
        if first.number in self._sheet.hidden_rows:
            notes.append(f"第{first.number}行在表里是隐藏的，照样读了")
        id = ""
        columns = sorted(self._layout.columns, key=lambda one: one.meaning.path != ("task",))
        for column in columns:
            for at, row in enumerate(rows):
                text, doubt = self._text(row, column, is_first=at == 0)
                if not text:
                    continue
                kind = column.meaning.kind
                if kind == "id":
                    id = id or text
                elif kind == "value":
                    notes += self._value(values, column, row, text, doubt)
                elif kind == "unknown":
                    notes.append(f"{self._unknown(row, column)}{' '.join(text.split())}")
                elif kind == "remark":
                    notes.append(f"表里的“{column.heading}”（{self._place(row, column)}）：{' '.join(text.split())}")
        self._complete(values, first, all_rows)
        if not values.has("title"):
            notes.append(f"{DOUBTFUL}第{first.number}行没有写案例的标题")
        return ProposedCase(
            tuple(values.proposed()),
            (),
            self._origin(first),
            tuple(dict.fromkeys((*notes, *values.notes))),
            id,
        )

    def _text(self, row: Row, column: Column, *, is_first: bool) -> tuple[str, str]:
        """Give the text of a cell without anything personal, and a doubt where it was taken from above."""
        if column.meaning.kind in ("personal", "number", "left"):
            return "", ""
        text = self._sheet.text(row, column.index) if is_first else row.text(column.index)
        doubt = ""
        if is_same(text):
            text = self._above.get(column.index, "")
        elif not text and is_first and self._is_grouped(column, row):
            text = self._above.get(column.index, "")
            doubt = f"{self._place(row, column)}是空的，照上面一行填" if text else ""
        if not text:
            return "", ""
        if _FORMULA.match(text):
            doubt = "格里写的是公式，不是它的值"
        cleaned = clean(text)
        for kind in cleaned.removed:
            self._removed.setdefault(kind, []).append(self._place(row, column))
        if is_first:
            self._above[column.index] = cleaned.text
        return cleaned.text, doubt

    def _is_grouped(self, column: Column, row: Row) -> bool:
        """Whether an empty cell means what stands above: a university's always, others only beside an empty one."""
        if column.meaning.path not in _GROUPED:
            return False
        university = self._layout.column("university")
        if column.meaning.path == ("task",):
            return not self._sheet.merged
        return university is not None and not self._sheet.text(row, university.index)

    def _value(self, values: CaseValues, column: Column, row: Row, text: str, doubt: str) -> Iterator[str]:
        is_numeric = (row.number, column.index) in self._sheet.numeric
        asked = Asked(column.meaning.path, column.heading, text, self._known.programme, is_numeric)
        reading = values.lined(asked, row.number) if column.meaning.item < 0 else [read_cell(asked)]
        origin = self._origin(row, column)
        for line, one in enumerate(reading):
            values.add(one.values, origin, doubt, column.meaning.item, line)
            yield from (f"{DOUBTFUL}{self._place(row, column)}{note}" for note in one.notes)

    def _complete(self, values: CaseValues, row: Row, rows: Rows) -> None:
        """Add what follows from the rest, or from what stands around the table."""
        if not values.has("task"):
            number, group = rows.group_of(row)
            if number:
                origin = Origin(self._sheet.file, self._sheet.name, number)
                values.put(ProposedValue(("task",), self._task_in(group), origin, f"由“{shorten(group)}”这一行取得"))
            elif task := self._task_in(self._sheet.name):
                values.put(ProposedValue(("task",), task, self._origin(row), "由工作表的名称取得"))
        if not values.has("university", "universities"):
            origin = self._origin(row)
            if self._layout.university:
                reason = "由表头上的填报单位取得"
                values.put(ProposedValue(("university",), self._layout.university, origin, reason))
            elif found := _FILE_NAME.search(self._sheet.file.rpartition("/")[2]):
                values.put(ProposedValue(("university",), found[1], origin, "由文件名取得"))
        if not values.has("province"):
            self._guess_province(values)

    def _guess_province(self, values: CaseValues) -> None:
        leading = values.first("university", "universities")
        if leading and isinstance(leading.value, str):
            name = self._known.names.name_of("universities", leading.value)
            if province := province_of_university(name):
                values.put(ProposedValue(("province",), province, leading.origin, "由学校名称推断"))
                return
        place = values.first("places")
        province = province_of_places(values.provinces)
        if place and province:
            reason = "由服务地点推断，学校不一定在那里"
            values.put(ProposedValue(("province",), province, place.origin, reason))

    def _origin(self, row: Row, column: Column | None = None) -> Origin:
        return Origin(self._sheet.file, self._sheet.name, row.number, column.letter if column else "")

    def _unknown(self, row: Row, column: Column) -> str:
        return f"{DOUBTFUL}没有认出的列“{column.heading}”（{self._place(row, column)}）："

    def _place(self, row: Row, column: Column) -> str:
        return f"第{row.number}行{column.letter}列"

    def _told(self, rows: Rows) -> Iterator[str]:
        where = f"{self._sheet.file}{f' 工作表“{self._sheet.name}”' if self._sheet.name else ''}"
        for reason, numbers in rows.told:
            shown = "、".join(map(str, numbers[:_MOST_NAMED])) + (" 等" if len(numbers) > _MOST_NAMED else "")
            yield f"{where}：第 {shown} 行{reason}，没有读"
        dropped = [f"{one.letter}列“{one.heading}”" for one in self._layout.columns if one.meaning.kind == "personal"]
        if dropped:
            yield f"{where}：{listing(dropped)}属于个人信息，读的时候就丢掉了，哪里都不存"
        for kind, places in self._removed.items():
            some = listing(dict.fromkeys(places[:_MOST_NAMED])) + ("等" if len(places) > _MOST_NAMED else "")
            yield f"{where}：{some}里有{kind}，已经删去"
        read = {row.number for own in rows.cases for row in own}
        formulas = sorted(cell for cell in self._sheet.formulas if cell[0] in read)
        if formulas:
            some = listing(f"第{row}行{column_letter(column)}列" for row, column in formulas[:_MOST_NAMED])
            more = f"等 {len(formulas)} 格" if len(formulas) > _MOST_NAMED else ""
            yield f"{where}：{some}{more}是公式，取了表里存着的值；没有值的就空着"
        if self._sheet.hidden_columns:
            yield f"{where}：{letters_of(self._sheet.hidden_columns)}列在表里是隐藏的，照样读了"
        hidden = sorted(self._sheet.hidden_rows & read)
        if hidden:
            yield f"{where}：第 {'、'.join(map(str, hidden[:_MOST_NAMED]))} 行在表里是隐藏的，照样读了，请看要不要"


def _without_headings(sheet: Sheet) -> Problem:
    seen = seen_in(sheet)
    return _of_headings(
        sheet,
        sheet.rows[0].number if sheet.rows else 1,
        "没有认出标题行",
        f"前 40 行里没有一行有两个以上认得的列标题{f'；看到的是{seen}' if seen else '；这张表是空的'}。",
    )


def _without_titles(sheet: Sheet, layout: Layout) -> Problem:
    known = listing(f"{one.letter}列“{one.heading}”" for one in layout.columns if one.meaning.path)
    unknown = listing(f"{one.letter}列“{one.heading}”" for one in layout.columns if one.meaning.kind == "unknown")
    return _of_headings(
        sheet,
        layout.heading_row,
        "没有一列是案例的标题",
        f"认得的列是{known}{f'；不认得的是{unknown}' if unknown else ''}。",
    )


def _of_headings(sheet: Sheet, row: int, message: str, reason: str) -> Problem:
    where = f"工作表“{sheet.name}” 第{row}行" if sheet.name else f"第{row}行"
    hint = (
        "在数据上面加一行列标题，例如“学校”“案例名称”“任务类型”；"
        "标题有别的叫法，在对照表里写明是哪个字段，例如“案例主题名: title”，再用 --map map.yml 导入。"
    )
    return Problem(sheet.file, Place(row, 1), "headings-unknown", ERROR, f"{where} {message}", reason, hint)


def repeated(cases: Sequence[ProposedCase]) -> Iterator[Problem]:
    """Find cases of one university and one title."""
    seen: dict[tuple[str, str], Origin] = {}
    for case in cases:
        title = case.text("title")
        university = case.text("university") or case.text("universities", 0)
        if not title:
            continue
        before = seen.setdefault((university, title), case.origin)
        if before is not case.origin:
            yield Problem(
                case.origin.file,
                Place(case.origin.row or 1, 1),
                "case-repeated",
                WARNING,
                f"{' '.join(case.origin.place) or '文件'}里的“{shorten(title)}”前面已经有了",
                f"{before.chinese} 是同一所学校的同一个标题。两条都作了草稿。",
                "是同一个案例，删去一行再导入；不是，改一改标题，例如加上地名。",
            )
