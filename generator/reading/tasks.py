"""The tasks that a record names, and whose words are whose."""

from collections.abc import Callable

from generator.case import vocabulary
from generator.case.text import listing
from generator.case.vocabulary import Task, WordList
from generator.reading.parsed_record import ParsedRecord

_WHOLE_LIST = 8
"""The most words of a list that is shown whole."""


def tasks_of(record: ParsedRecord) -> tuple[Task, ...]:
    """Give the record's task and then those it also serves; nothing where its task is missing or unknown."""
    named = [record.text("task"), *(record.text("also", index) for index, _ in enumerate(record.items("also")))]
    if named[0] not in vocabulary.TASK_NAMES:
        return ()
    return tuple(vocabulary.TASKS[task_name(name)] for name in named if name in vocabulary.TASK_NAMES)


def task_name(written: str) -> str:
    """Give the name of a task as written by name or id; the text itself where it is unknown."""
    return vocabulary.TASK_NAMES[written].name if written in vocabulary.TASK_NAMES else written


def owners(word: str, words: Callable[[Task], WordList]) -> tuple[Task, ...]:
    """Give the tasks that have a word, in the notice's order."""
    return tuple(task for task in vocabulary.TASKS.values() if word in words(task))


def choices(words: WordList, written: str) -> str:
    """List the words to choose from; of a long list the word most like `written`, else the first ones."""
    if len(words) <= _WHOLE_LIST:
        return listing(words.names)
    near = words.nearest(written)
    return f"最接近的是“{near}”" if near else f"{listing(words.names[:_WHOLE_LIST])}等"
