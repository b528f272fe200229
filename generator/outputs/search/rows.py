"""What results of a search are drawn from: a case as a row of data, read by theme/assets/js/search/rows.js."""

from collections.abc import Iterable, Iterator

from generator.case.model import SECTIONS, Case
from generator.case.programme import Programme
from generator.case.titles import title_phrases
from generator.outputs.pages.parts.row import row_of
from generator.outputs.search.flat import flat
from generator.outputs.search.texts import Passage
from generator.outputs.views.sentence import sentence_of

RowData = list[object]
Labelled = tuple[str, Passage]
"""A text with the name that its key has in this programme."""

_BREAK = "\u200b"
"""Marks where a line of a title may end."""

_TOLD = (*SECTIONS, "summary")
_IN_ROW = ("title", "significance", "task", "year")


def row_data(case: Case, programme: Programme, bundle: str) -> RowData:
    """Give the values of a row, without what is empty at the end.

    These are: id; the id of the first case in the file that has its texts, empty where it is the case itself; title,
    with a zero-width space where a line may end; the task's number; sentence; university; place; date as `2024`,
    `2024-09` or `2024-09-01`, empty where none is known; 1 where that is a report's; and the figure, a list of what it
    measures, what stands before the number, the number, its unit, the value before and the word between the two.
    """
    row = row_of(case, programme)
    figure = row.figure
    shown = (figure.what, figure.before, figure.number, figure.after, figure.earlier, figure.change) if figure else ()
    return trimmed(
        [
            case.id,
            "" if bundle == case.id else bundle,
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
                yield passage._replace(text=rest)
        elif passage.key not in _IN_ROW:
            yield passage


def excerpted(case: Case, labelled: Iterable[Labelled]) -> list[list[object]]:
    """Write texts under their labels, those of one label together: [关键词, 科普, 乡村振兴].

    A section or summary whose text follows from the record is not written a second time; its key stands for it, in a
    list.
    """
    found: list[list[object]] = []
    for label, one in labelled:
        text = [one.key] if one.key in _TOLD and flat(_told(case, one.key)) == one.text else one.text
        if found and found[-1][0] == label:
            found[-1].append(text)
        else:
            found.append([label, text])
    return found


def _told(case: Case, key: str) -> str:
    whole: str = getattr(case, key)
    return whole.removeprefix(sentence_of(case)) if key == "summary" else whole


def trimmed(values: list[object]) -> list[object]:
    """Leave out what is empty at the end."""
    while values and not values[-1]:
        values.pop()
    return values
