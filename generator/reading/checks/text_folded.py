"""文字写成了几行，却没有用“|”。

检查什么：写成几行的内容，冒号后面要有“|”。

为什么：没有“|”时，换行会变成空格，空行和列表会连成一片，网页上看到的就不是写下的样子。

例子：

    approach: 第一段写到这里。

      第二段写到这里。

应改为：

    approach: |
      第一段写到这里。

      第二段写到这里。
"""

from collections.abc import Iterator

import yaml

from generator.case.problem import ERROR
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find texts that YAML folds into one line."""
    for path, node in record.document.scalars:
        if node.style != "|" and node.end_mark.line > node.start_mark.line and "\n" in _written(record, node):
            yield Finding(
                record.place(*path),
                message=f"“{record.label(path)}”写成了几行，却没有用“|”",
                reason="没有“|”时，换行会变成空格，段落和列表会连成一片。",
                hint=f"冒号后面写“|”，文字从下一行写起，行首空两格，例如“{_key(path)}: |”；只有一句话的，写成一行。",
            )


def _written(record: ParsedRecord, node: yaml.ScalarNode) -> str:
    """Give a value as it is in the file, without the blank lines after it."""
    start, end = node.start_mark.line, node.end_mark.line
    last = end if node.end_mark.column else end - 1
    return "\n".join(record.document.lines[start : last + 1]).rstrip()


def _key(path: tuple[str | int, ...]) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "approach")
