"""What results of a search are drawn from: a case as a row of data, read by theme/assets/js/search/rows.js."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.case.model import Case
from generator.case.programme import Programme
from generator.case.titles import title_phrases
from generator.outputs.pages.parts.row import row_of
from generator.outputs.search.texts import Passage
from generator.outputs.views.sentence import sentence_of

RowData = list[object]

_BREAK = "\u200b"
"""Marks where a line of a title may end."""

_IN_ROW = ("title", "significance")


def row_data(case: Case, programme: Programme) -> RowData:
    """Give id, title, the task's number, sentence, university, place, date, whether that is a report's, and figure.

    In the title a zero-width space marks where a line may end. The date is `2024`, `2024-09` or `2024-09-01`, empty
    where none is known. Of the figure there are what it measures, what stands before the number, the number, its unit,
    the value before and the word between the two; nothing of it where none stands for the
    case. What is empty at the end is left out.
    """
    row = row_of(case, programme)
    figure = row.figure
    shown = (figure.what, figure.before, figure.number, figure.after, figure.earlier, figure.change) if figure else ()
    return trimmed(
        [
            case.id,
            _BREAK.join(title_phrases(row.title)),
            next(number for number, task in enumerate(programme.tasks) if task.id == row.task_id),
            row.sentence,
            row.university,
            row.place,
            row.time.machine if row.time else "",
            int(row.is_reported),
            trimmed(list(shown)),
        ]
    )


def beside_row(case: Case, passages: Iterable[Passage]) -> Iterator[Passage]:
    """Give those texts of a case that its row does not show, for excerpts; of the summary what the row leaves out."""
    for passage in passages:
        if passage.key == "summary":
            rest = passage.text.removeprefix(sentence_of(case))
            if rest:
                yield replace(passage, text=rest)
        elif passage.key not in _IN_ROW:
            yield passage


def trimmed(values: list[object]) -> list[object]:
    """Leave out what is empty at the end."""
    while values and not values[-1]:
        values.pop()
    return values
