"""The lists from which cells are filled in: a sheet of words, with a name for each list."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from generator.case.programme import Programme
from generator.case.vocabulary import REGIONS
from generator.making.kit.asked import Asked

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_TASKS = "list_task"
_NONE = "（没有可选的词）"
_STRICT = frozenset(("task", "province", "level"))
"""Where nothing but a word of the list will do; elsewhere a program for tables asks whether it is meant."""


class WordLists:
    """All lists of a programme."""

    def __init__(self, programme: Programme) -> None:
        self._named: dict[str, tuple[str, ...]] = {
            _TASKS: programme.task_names.names,
            "list_province": REGIONS.names,
            "list_level": programme.levels.names,
            "list_partner": programme.partner_kinds.names,
            "list_team": programme.team_kinds.names,
            "list_qualifier": programme.qualifier_words.names,
        }
        # A name must not hold what a task's may, so the lists of tasks are counted.
        for at, task in enumerate(programme.tasks, 1):
            self._named[f"list_form_{at}"] = task.forms.names
            self._named[f"list_product_{at}"] = task.products.names

    def fill(self, book: "Workbook", sheet: "Worksheet") -> None:
        """Write all lists side by side, and hide them: whoever chooses from them need not see them."""
        from openpyxl.utils import get_column_letter, quote_sheetname  # noqa: PLC0415 (only when used)
        from openpyxl.workbook.defined_name import DefinedName  # noqa: PLC0415

        for number, (name, words) in enumerate(self._named.items(), 1):
            offered = words or (_NONE,)
            for row, word in enumerate(offered, 1):
                sheet.cell(row, number, word)
            letter = get_column_letter(number)
            place = f"{quote_sheetname(sheet.title)}!${letter}$1:${letter}${len(offered)}"
            book.defined_names[name] = DefinedName(name, attr_text=place)
        sheet.sheet_state = "hidden"

    def offer(self, sheet: "Worksheet", asked: Sequence[Asked], task: int, first: int, last: int) -> None:
        """Offer the words in every column that has some.

        Args:
            sheet: that is filled in.
            asked: by column, from the second on.
            task: the column of the task, 1-based.
            first: the first row.
            last: the last one.
        """
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 (only when used)

        made: dict[str, Any] = {}
        for number, one in enumerate(asked, 2):
            formula = self._formula(one, f"${get_column_letter(task)}{first}")
            rule = self._rule(one, formula) if formula else _length_rule(one)
            if rule is None:
                continue
            key = repr((rule.formula1, rule.formula2, rule.error, rule.prompt, rule.errorStyle))
            rule = made.setdefault(key, rule)
            letter = get_column_letter(number)
            rule.add(f"{letter}{first}:{letter}{last}")
        for rule in made.values():
            sheet.add_data_validation(rule)

    def _formula(self, asked: Asked, task: str) -> str:
        if asked.rule == "by_task":
            kind = "form" if asked.path == ("forms",) else "product"
            return f'INDIRECT("list_{kind}_"&MATCH({task},{_TASKS},0))'
        if asked.rule == "flag":
            return '"是,否"'
        if asked.rule != "list":
            return ""
        return next((name for name, words in self._named.items() if words and words == asked.words), "")

    def _rule(self, asked: Asked, formula: str) -> Any:
        from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 (only when used)

        is_strict = asked.path[-1] in _STRICT
        rule = DataValidation("list", formula1=formula, allow_blank=True)
        rule.errorTitle, rule.errorStyle = "不在列表里", "stop" if is_strict else "warning"
        rule.error = (
            "请从列表里选一个词。" if is_strict else "请尽量从列表里选。确实要写别的，点“是”，收稿的人会再核对。"
        )
        rule.showErrorMessage = True
        return rule


def _length_rule(asked: Asked) -> Any:
    """Warn of a text that is longer than a record takes."""
    if not asked.longest or asked.is_several or asked.rule != "text":
        return None
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 (only when used)

    least = str(max(asked.shortest, 1))
    rule = DataValidation("textLength", formula1=least, formula2=str(asked.longest), allow_blank=True)
    rule.operator = "between"
    rule.errorTitle, rule.error, rule.errorStyle = "字数不合", f"“{asked.name}”{asked.limit}。", "warning"
    rule.showErrorMessage = True
    return rule
