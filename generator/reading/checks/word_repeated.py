"""行动的词表里有两个相同的编号或名称。

检查什么：content/programme.yml 的每个词表里，编号、名称、别的写法和原名都只出现一次；各项任务的工作形式算一个词表，
成果种类也是。任务的编号不用网站自己占用的。

为什么：编号是网址，两个词用一个编号，就有一个词没有页面；名称相同，记录里写的是哪一个就分不清。

例子：

    levels:
    - {id: city, name: 市级}
    - {id: city, name: 区县级}

应改为：

    levels:
    - {id: city, name: 市级}
    - {id: county, name: 区县级}
"""

from collections.abc import Iterator

from generator.case.model.programme_file import ProgrammeFile
from generator.case.problem import ERROR
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.programme_lists import Written, lists_of

SEVERITY = ERROR
APPLIES_TO = (ProgrammeFile,)

_TAKEN = frozenset({"common", "content", "suggestions"})
"""Names of places in the pages that list forms and products task by task."""


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find ids and words that two entries of a list share."""
    for key, words in lists_of(record).items():
        ids: dict[str, Written] = {}
        names: dict[str, Written] = {}
        for word in words:
            if key == "tasks" and word.id in _TAKEN:
                yield _taken(record, word)
            if word.id:
                if word.id in ids:
                    yield _same_id(record, word, ids[word.id])
                ids.setdefault(word.id, word)
            for field in ("name", "also", "formerly"):
                yield from _same_names(record, word, field, names)


def _same_names(record: ParsedRecord, word: Written, field: str, names: dict[str, Written]) -> Iterator[Finding]:
    written = getattr(word, field)
    for index, name in enumerate((written,) if isinstance(written, str) else written):
        path = (*word.path, field) if field == "name" else (*word.path, field, index)
        if name and name in names:
            yield _same_name(record, path, name, names[name])
        names.setdefault(name, word)


def _same_id(record: ParsedRecord, word: Written, first: Written) -> Finding:
    return Finding(
        record.place(*word.path, "id"),
        message=f"编号“{word.id}”用了两次",
        reason=f"第 {_line(record, first)} 行的“{first.title}”已经用了它；编号是网址的一部分，一个编号只能有一个词。",
        hint=f"给“{word.title}”换一个编号，例如 id: {word.id}-2；两条本是一个词的，删去这一条。",
        edits=record.editor.set((*word.path, "id"), f"{word.id}-2"),
        alternatives=(record.editor.remove(word.path),),
    )


def _same_name(record: ParsedRecord, path: tuple[str | int, ...], name: str, first: Written) -> Finding:
    return Finding(
        record.place(*path),
        message=f"“{name}”用了两次",
        reason=f"第 {_line(record, first)} 行的“{first.title}”已经用了它；记录里写“{name}”，分不清是哪一个。",
        hint=f"换一个词，或者删去这一处的“{name}”；几项任务共有的词，写进文件末层的 forms 或 products。",
        edits=record.editor.remove(path[:-1] if path[-1] == "name" else path),
    )


def _taken(record: ParsedRecord, word: Written) -> Finding:
    return Finding(
        record.place(*word.path, "id"),
        message=f"任务的编号“{word.id}”已经被网站占用",
        reason="网页里已经有叫这个名字的地方，链接会跳错。",
        hint=f"换一个编号，例如 id: {word.id}-task。",
        edits=record.editor.set((*word.path, "id"), f"{word.id}-task"),
    )


def _line(record: ParsedRecord, word: Written) -> int:
    return record.place(*word.path).line
