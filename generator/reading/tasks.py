"""The tasks that a record names, and whose words are whose."""

from collections.abc import Callable

from generator.case.programme import Programme
from generator.case.task import Task
from generator.case.words import WordList
from generator.reading.parsed_record import ParsedRecord


def tasks_of(record: ParsedRecord) -> tuple[Task, ...]:
    """Give the record's task and then those it also serves; nothing where its task is missing or unknown."""
    named = [record.text("task"), *(record.text("also", index) for index, _ in enumerate(record.items("also")))]
    known = record.programme.task_names
    if named[0] not in known:
        return ()
    return tuple(record.programme.task(known[name].name) for name in named if name in known)


def owners(word: str, words: Callable[[Task], WordList], programme: Programme) -> tuple[Task, ...]:
    """Give the tasks that have a word, in the programme's order."""
    return tuple(task for task in programme.tasks if word in words(task))
