"""文字被当成了说明，不会显示。

检查什么：内容后面的“空格加 #”、行首的“##”，和冒号后面紧跟的“#”。

为什么：井号后面的文字在记录里是写给编者看的说明，网页上没有。话题标签、编号和小标题常常这样丢掉一截。

例子：

    title: 我们在 #{short}# 话题下开展活动

应改为：

    title: '我们在 #{short}# 话题下开展活动'
"""

import re
from collections.abc import Iterator
from functools import partial
from itertools import groupby

from generator.case.edit import Edit
from generator.case.problem import ERROR, Place
from generator.case.text import shorten
from generator.reading.finding import Finding, first_findings
from generator.reading.parsed_record import ParsedRecord
from generator.reading.prose_nodes import PROSE_KEYS
from generator.reading.record_editor import Edits
from generator.reading.rule import EVERY_KIND
from generator.reading.written_value import scalar_text

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

_VALUE = re.compile(r"\s*(?:-\s+)*(?P<key>[^\s:#]+):\s+")
_ANY = re.compile(r"\s#|^#", re.MULTILINE)
_AFTER = re.compile(r"\s+#.*$")
_TIGHT = re.compile(r"^\s*(?:-\s+)*[^\s:#]+:\s+(#[^\s#].*)$")
_HEADING = re.compile(r"^\s*(##+\s*\S.*)$")
_OPENS_PROSE = re.compile(rf"^\s*(?:-\s+)?(?:{'|'.join((*PROSE_KEYS, 'summary'))}):\s*$")
_LISTS = ("keywords", "forms", "also")
"""Keys of words, which other programs begin with `#`."""
_COMMENT = re.compile(r"^\s+(#.*)$")


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find comments that an editor most likely meant as text."""
    text = record.document.text
    if "#" not in text or not _ANY.search(text):
        return
    places = sorted({*_after_values(record), *_lines(record)})
    for _, in_one_text in groupby(places, record.key_at):
        yield from first_findings(list(in_one_text), partial(_word, record))


def _word(record: ParsedRecord, place: Place) -> Finding:
    hidden = place.excerpt[place.column - 1 :].strip()
    hint, typed = _of_line(record, place) if place.excerpt.lstrip().startswith("#") else _of_value(record, place)
    return Finding(
        place,
        message=f"“{hidden[:12]}”不会显示",
        reason="空格后面的“#”表示说明的开始，从它到行末都不是内容。",
        hint=hint,
        edits=typed[0] if typed else (),
        alternatives=tuple(typed[1:]),
    )


def _of_line(record: ParsedRecord, place: Place) -> tuple[str, list[Edits]]:
    """A heading on a line of its own that left its text, or that no `|` makes part of one."""
    document, start = record.document, record.document.span(place)[0] - place.column + 1
    opener = _OPENS_PROSE.match(document.lines[place.line - 2]) if place.line > 1 else None
    bare = Edit(start, start + len(place.excerpt), f"# {place.excerpt.lstrip(' #')}")
    typed: list[Edits] = []
    if opener:
        end = start - len(document.lines[place.line - 2]) + len(document.lines[place.line - 2].rstrip())
        at = document.text.rfind(":", 0, start) + 1
        return f"是正文里的小标题的，上一行写成“{opener[0].strip()} |”；是说明的，移到那一行上面。", [
            (Edit(at, max(at, min(end, at)), " |"),)
        ]
    indent = _indent_above(document.lines, place.line - 1)
    if len(indent) != place.column - 1:
        typed.append((Edit(start, start + place.column - 1, indent),))
    return "是正文里的小标题的，与正文一样缩进，放在“|”下面；是说明的，只写一个“#”。", [*typed, (bare,)]


def _indent_above(lines: list[str], line: int) -> str:
    """Give the indent of the text under `|` that a line has left; empty where there is none above it."""
    above = next((text for text in reversed(lines[:line]) if text.strip()), "")
    return above[: len(above) - len(above.lstrip())]


def _of_value(record: ParsedRecord, place: Place) -> tuple[str, list[Edits]]:
    """Text behind a value on its line: all of it is meant, or it is a remark."""
    document, (start, end) = record.document, record.document.span(place)
    found = _VALUE.match(place.excerpt)
    begin = start - place.column + 1 + (found.end() if found else 0)
    line = start - place.column + 1
    remark = place.excerpt[place.column - 1 :].rstrip()
    indent = place.excerpt[: len(place.excerpt) - len(place.excerpt.lstrip())]
    kept = len(place.excerpt[: place.column - 1].rstrip())
    key = found["key"] if found else None
    moved = (Edit(line, line, f"{indent}# {remark.lstrip('# ')}{_break(document.text)}"), Edit(line + kept, end, ""))
    whole = document.text[begin:end].rstrip()
    if not key or whole[:1] in "\"'[{|>":
        # Where neither key nor dash begins the line, a remark above it would part a text.
        is_movable = key or place.excerpt.lstrip().startswith("- ")
        hint = '是内容的，给整段文字加英文引号，例如 title: "第 #1 号"；是说明的，移到上面单独写一行。'
        return hint, [moved] if is_movable else []
    words = [word.strip("，、,； ") for word in whole.split("#") if word.strip("，、,； ")]
    if whole.startswith("#") and key in _LISTS and words:
        text = f"[{', '.join(scalar_text(word, in_flow=True) for word in words)}]"
        return f"去掉“#”，写成列表：{key}: {shorten(text, 40)}；是说明的，移到上面单独写一行。", [
            (Edit(begin, end, text),),
            moved,
        ]
    text = scalar_text(whole)
    hint = f"是内容的，给整段文字加英文引号，写成 {key}: {shorten(text, 40)}；是说明的，移到上面单独写一行。"
    return hint, [(Edit(begin, end, text),), moved]


def _break(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _after_values(record: ParsedRecord) -> Iterator[Place]:
    """Comments behind a value on its line."""
    lines = record.document.lines
    for _, node in record.document.scalars:
        mark = node.end_mark
        if node.style in ("|", ">") or mark.line >= len(lines):
            continue
        found = _AFTER.match(lines[mark.line], record.document.repaired.column(mark.line, mark.column))
        if found and node.value:
            column = found.start() + len(found[0]) - len(found[0].lstrip())
            yield record.document.place_at(mark.line, column, len(found[0].strip()))


def _lines(record: ParsedRecord) -> Iterator[Place]:
    """Comments on lines of their own that look like headings or text."""
    lines = record.document.lines
    inside = {
        number
        for _, node in record.document.scalars
        if node.style in ("|", ">")
        for number in range(node.start_mark.line + 1, node.end_mark.line)
    }
    for number, line in enumerate(lines):
        found = _TIGHT.match(line) or _HEADING.match(line)
        if not found and number and _OPENS_PROSE.match(lines[number - 1]):
            found = _COMMENT.match(line)
        if found and number not in inside:
            yield record.document.place_at(number, found.start(1), len(found[1].rstrip()))
