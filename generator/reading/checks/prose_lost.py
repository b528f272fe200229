"""正文里有文字显示不出来。

检查什么：正文排成网页以后，写下的汉字一个也不少。

为什么：没有引用的脚注、比表头多出来的格子、嵌套太深的列表和引用，排版时都会被丢掉，而且不留痕迹。

例子：

    results: |
      全年培训两期。

      [^1]: 培训人数以签到表为准。

应改为：

    results: |
      全年培训两期[^1]。

      [^1]: 培训人数以签到表为准。
"""

import re
from collections.abc import Iterator
from itertools import groupby

from generator.case.model import Case, Collection
from generator.case.problem import ERROR
from generator.case.prose import MAX_NOTE_NAME, Node, plain_text, walk
from generator.case.text import count_han
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.prose_nodes import prose_of

SEVERITY = ERROR
APPLIES_TO = (Case, Collection)

# Most prose can lose nothing and need not be parsed here: it is not nested deeply, its notes are used, its tables even.
_DEEP = re.compile(r"^ {16,}\S|(?:^|\s)(?:> ?){8,}|(?:- ){8,}", re.MULTILINE)
_LEVELS = 8
_NOTE = re.compile(rf"\[\^([^\]\s]{{1,{MAX_NOTE_NAME}}})\]:")
_REFERENCE = re.compile(rf"\[\^([^\]\s]{{1,{MAX_NOTE_NAME}}})\](?!:)")
_ESCAPES = re.compile(r"[\\`]")
# The name of a note is never shown, only its number.
_NOTE_NAME = re.compile(rf"\[\^[^\]\s]{{0,{MAX_NOTE_NAME}}}\]")


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Compare the Han characters written with those shown."""
    for path, text in record.prose.items():
        if _is_risky(text) and not record.is_too_dense and _count(text) > _count(_shown(prose_of(record, path))):
            yield Finding(
                record.place(*path, key=True),
                message=f"“{record.label(path)}”里有文字显示不出来",
                reason="常见的原因：脚注没有在正文里引用，表格里一行的格子比表头多，列表或引用嵌套得太深。",
                hint="给脚注加上引用，例如“两期[^1]”；把表格每一行的格子写得和表头一样多；把嵌套减到八层以内。",
            )


def _is_risky(text: str) -> bool:
    return _is_deep(text) or _has_loose_note(text) or _has_uneven_table(text)


def _is_deep(text: str) -> bool:
    # Counting is quicker than the pattern, and is enough for nearly every text.
    may_be = " " * 16 in text or text.count(">") >= _LEVELS or text.count("- ") >= _LEVELS
    return may_be and _DEEP.search(text) is not None


def _has_loose_note(text: str) -> bool:
    if "[^" not in text:
        return False
    notes = _NOTE.findall(text)
    is_used_once = len(set(notes)) == len(notes) and set(notes) <= set(_REFERENCE.findall(text))
    return not is_used_once or bool(_ESCAPES.search(text))


def _has_uneven_table(text: str) -> bool:
    if "|" not in text:
        return False
    rows = (lines for has_bar, lines in groupby(text.split("\n"), key=_has_bar) if has_bar)
    return bool(_ESCAPES.search(text)) or any(
        len({_pipes(part) for line in lines for part in line.splitlines()}) > 1 for lines in rows
    )


def _has_bar(line: str) -> bool:
    return "|" in line


def _pipes(line: str) -> tuple[int, bool, bool]:
    line = line.strip()
    return line.count("|"), line.startswith("|"), line.endswith("|")


def _shown(nodes: tuple[Node, ...]) -> str:
    return plain_text(nodes) + "".join(node.url for node in walk(nodes))


def _count(text: str) -> int:
    return count_han(_NOTE_NAME.sub("", text))
