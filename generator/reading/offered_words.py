"""The words that a record may write at a place: those of its list, and of its task where the list is a task's."""

from collections.abc import Callable

from pydantic import BaseModel, ValidationError

from generator.case.programme import Context
from generator.case.text import listing
from generator.case.words import WordList
from generator.reading.fault import Path
from generator.reading.model_faults import words_of
from generator.reading.parsed_record import ParsedRecord
from generator.reading.tasks import tasks_of

WHOLE_LIST = 12
"""The most words of a list that is shown whole."""
SOME = 3
"""How many words of a longer list are shown."""
_NO_WORD = "?"


def offered_words(
    record: ParsedRecord, path: Path, listed: tuple[str, ...] = (), *, is_final: bool = False
) -> dict[str, str]:
    """Give the words to choose from at a path, as records write them, each with its name; none where any text may be.

    Args:
        record: the record, whose task and also-tasks say which forms and products it may have.
        path: the value's.
        listed: the words of the list, where they are known already.
        is_final: whether the list is that of the tasks already.
    """
    names = listed or _words_at(record, path)
    if names == record.programme.statuses.names:
        return {word.id: word.name for word in record.programme.statuses}
    if is_final:
        pass
    elif path[0] == "forms":
        names = _of_tasks(record, lambda task: task.forms) or names
    elif path[0] == "products" and path[-1] == "kind":
        names = _of_tasks(record, lambda task: task.products) or names
    taken = _taken(record, str(path[0]))
    return {name: name for name in names if name not in taken}


def shown_words(words: dict[str, str]) -> list[str]:
    """Give the words that a hint lists: all of a short list, three of a long one."""
    return list(words)[: len(words) if len(words) <= WHOLE_LIST else SOME]


def list_words(words: dict[str, str]) -> str:
    """List the words to choose from, and say where the rest of a long list is."""
    shown = listing(show_word(words, word) for word in shown_words(words))
    return shown if len(words) <= WHOLE_LIST else f"{shown}等，全部词见手册“受控词表”一页"


def show_word(words: dict[str, str], word: str) -> str:
    """Show a word with its name, where the two differ: `draft（草稿）`."""
    return word if words[word] == word else f"{word}（{words[word]}）"


def _taken(record: ParsedRecord, key: str) -> set[str]:
    """Give the names that a list has already, and may not have twice."""
    lists = {"forms": record.programme.forms, "also": record.programme.task_names}
    if key not in lists:
        return set()
    written = [record.text(key, at) for at, _ in enumerate(record.items(key))]
    return {lists[key].name_of(word) for word in (*written, record.text("task"))}


def _of_tasks(record: ParsedRecord, words: Callable[..., WordList]) -> tuple[str, ...]:
    """Give the words of the record's tasks, each once."""
    return tuple(dict.fromkeys(name for task in tasks_of(record) for name in words(task).names))


def _words_at(record: ParsedRecord, path: Path) -> tuple[str, ...]:
    """Ask the model which words it takes, by offering it one that is in no list."""
    keys = [step for step in path if isinstance(step, str)]
    model = record.labels.model_at(path[: path.index(keys[-1])]) if keys else None
    field = model.model_fields.get(keys[-1]) if model else None
    if model is None or field is None:
        return ()
    for value in (_NO_WORD, [_NO_WORD]):
        found = _refusal(model, keys[-1], value, {"programme": record.programme})
        if found:
            return found
    return ()


def _refusal(model: type[BaseModel], key: str, value: object, context: Context) -> tuple[str, ...]:
    try:
        model.model_validate({key: value}, context=context)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            if detail["loc"][0] == key:
                return words_of(detail)
    return ()
