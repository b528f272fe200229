"""文字被当成了说明，不会显示。

检查什么：内容后面的“空格加 #”、行首的“##”，和冒号后面紧跟的“#”。

为什么：井号后面的文字在记录里是写给编者看的说明，网页上没有。话题标签、编号和小标题常常这样丢掉一截。

例子：

    title: 我们在 #强国行# 话题下开展活动

应改为：

    title: '我们在 #强国行# 话题下开展活动'
"""

import re
from collections.abc import Iterator
from itertools import groupby

from generator.case.model import PROGRESS_TEXTS, SECTIONS
from generator.case.problem import ERROR, Place
from generator.reading.finding import Finding, first_findings
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

_ANY = re.compile(r"\s#|^#", re.MULTILINE)
_AFTER = re.compile(r"\s+#.*$")
_TIGHT = re.compile(r"^\s*(?:-\s+)*[^\s:#]+:\s+(#[^\s#].*)$")
_HEADING = re.compile(r"^\s*(##+\s*\S.*)$")
_PROSE_KEYS = "|".join((*SECTIONS, *PROGRESS_TEXTS, "summary", "foreword", "afterword"))
_OPENS_PROSE = re.compile(rf"^\s*(?:-\s+)?(?:{_PROSE_KEYS}):\s*$")
_COMMENT = re.compile(r"^\s+(#.*)$")


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find comments that an editor most likely meant as text."""
    text = record.document.text
    if "#" not in text or not _ANY.search(text):
        return
    places = sorted({*_after_values(record), *_lines(record)})
    for _, in_one_text in groupby(places, record.key_at):
        yield from first_findings(list(in_one_text), _word)


def _word(place: Place) -> Finding:
    hidden = place.excerpt[place.column - 1 :].strip()
    return Finding(
        place,
        message=f"“{hidden[:12]}”不会显示",
        reason="空格后面的“#”表示说明的开始，从它到行末都不是内容。",
        hint=_hint(place),
    )


def _hint(place: Place) -> str:
    if place.excerpt.lstrip().startswith("#"):
        return "是正文里的小标题的，与正文一样缩进，放在“|”下面；是说明的，只写一个“#”。"
    return "是内容的，给整段文字加英文单引号，例如 title: '第 #1 号'；是说明的，移到上面单独写一行。"


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
