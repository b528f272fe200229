"""Which rows of a table are one case, and which are none: totals, notes at the end, headings again, empty ones."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.intake.headings import is_total, plain_heading
from generator.intake.layout import Column, Layout, is_heading_again
from generator.intake.sheet import Row, Sheet

_FOOT = re.compile(
    r"^[（(【]?(?:填表|填报|制表|审核|审批|联系|经办|备注|注|说明|单位负责人|负责人签|报送|盖章|（盖章|签字|日期|附|表中|请|本表|以上|\*)[^，。]{0,12}?[:：)）]"
    r"|^注[：:\d]|盖章|^第\d+页|^填表说明"
)
_EXAMPLE = re.compile(
    r"^[（(【\[]?(?:示例|例|样例|范例|填写示例|填报示例|例如)[)）】\]]?$|^[（(【\[](?:示例|填写示例|样例)[)）】\]]"
)
_COUNT = re.compile(r"\s*[共计]*\s*[\d０-９]+\s*[项个条篇件份]?\s*")
"""What stands below the titles in a row that adds up."""
_SAME = frozenset(("同上", "〃", "″", '"', "''", "同前", "同左", "上同"))


@dataclass
class Rows:
    """What became of the rows of a sheet."""

    cases: list[list[Row]] = field(default_factory=list)
    """For each case its rows."""
    totals: list[int] = field(default_factory=list)
    feet: list[int] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    examples: list[int] = field(default_factory=list)
    numbered: list[int] = field(default_factory=list)
    """Rows that have a number and nothing else."""
    groups: dict[int, str] = field(default_factory=dict)
    """Rows that only say what those below are: 一、某某类; by their numbers."""

    def group_of(self, row: Row) -> tuple[int, str]:
        """Give the row that says what a row's case belongs to, with its text; 0 where there is none."""
        above = max((number for number in self.groups if number < row.number), default=0)
        return above, self.groups.get(above, "")

    @property
    def told(self) -> Iterator[tuple[str, Sequence[int]]]:
        """Why rows were left out, in Chinese, with their numbers."""
        for reason, rows in (
            ("是合计一类的行", self.totals),
            ("是表后的说明", self.feet),
            ("又是标题行", self.headings),
            ("是填写示例", self.examples),
            ("只有序号", self.numbered),
        ):
            if rows:
                yield reason, rows


def divide(sheet: Sheet, layout: Layout, is_group: Callable[[str], bool]) -> Rows:
    """Divide the rows below the headings into cases.

    Args:
        sheet: the sheet.
        layout: its headings.
        is_group: whether a text that stands alone in a row says what the rows below are.
    """
    rows = Rows()
    title, university = layout.column("title"), layout.column("university")
    number = next((one for one in layout.columns if one.meaning.kind == "number"), None)
    numbers = {one.index for one in layout.columns if one.meaning.kind == "number"}
    for row in layout.rows:
        texts = [text for column, text in enumerate(row.cells) if text and column not in numbers]
        alone = {text for text in row.cells if text}
        if len(alone) == 1 and is_group(next(iter(alone))):
            rows.groups[row.number] = alone.pop()
            continue
        if not texts:
            _put_aside(row, rows)
            continue
        if _is_left_out(sheet, layout, row, texts, rows):
            continue
        if title and rows.cases and _goes_on(sheet, row, title, university, number):
            rows.cases[-1].append(row)
        elif title and not sheet.text(row, title.index) and len(texts) == 1:
            rows.feet.append(row.number)
        else:
            rows.cases.append([row])
    return rows


def _put_aside(row: Row, rows: Rows) -> None:
    """Tell a row that has but its number from a note that begins where numbers stand."""
    first = next((text for text in row.cells if text), "")
    if is_total(first):
        rows.totals.append(row.number)
    elif first:
        (rows.numbered if len(first) <= _LONGEST_NUMBER else rows.feet).append(row.number)


_LONGEST_NUMBER = 4


def _is_left_out(sheet: Sheet, layout: Layout, row: Row, texts: Sequence[str], rows: Rows) -> bool:
    first = next(text for text in row.cells if text)
    title = layout.column("title")
    heading = sheet.text(row, title.index) if title else ""
    if is_heading_again(row, layout, sheet):
        rows.headings.append(row.number)
    elif any(map(is_total, (first, texts[0]))) and (not heading or is_total(heading) or _COUNT.fullmatch(heading)):
        rows.totals.append(row.number)
    elif _EXAMPLE.search(first) or _EXAMPLE.search(heading) or _is_numbered_example(layout, row):
        rows.examples.append(row.number)
    elif (
        len(set(texts)) <= 2 and _FOOT.search(texts[0]) and (not heading or heading == texts[0] or _is_wide(sheet, row))
    ):
        rows.feet.append(row.number)
    else:
        return False
    return True


def _is_numbered_example(layout: Layout, row: Row) -> bool:
    """Whether a row says in the place of its number that it only shows how to fill in."""
    numbers = (row.text(one.index) for one in layout.columns if one.meaning.kind == "number")
    return any(text.startswith(("示例", "样例", "范例", "例")) for text in numbers)


def _is_wide(sheet: Sheet, row: Row) -> bool:
    """Whether a row is one cell over several columns."""
    return sheet.merged.get((row.number, 1)) == (row.number, 0)


def _goes_on(sheet: Sheet, row: Row, title: Column, university: Column | None, number: Column | None) -> bool:
    """Whether a row belongs to the case of the row before: its title is one with that, or its key cells are empty."""
    if sheet.is_continued(row, title.index):
        return True
    if row.text(title.index):
        return False
    own = (one for one in (university, number) if one)
    return all(not row.text(one.index) or sheet.is_continued(row, one.index) for one in own)


def is_same(text: str) -> bool:
    """Whether a cell says that it holds what the one above holds."""
    return text.strip() in _SAME or plain_heading(text) == "同上"
