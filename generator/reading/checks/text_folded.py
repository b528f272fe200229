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
from generator.case.text import is_han, joined_lines, shorten
from generator.reading.fault import Path
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.prose_nodes import PROSE_KEYS
from generator.reading.record_editor import Edits
from generator.reading.rule import EVERY_KIND
from generator.reading.written_value import scalar_text

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find texts that YAML folds into one line."""
    for path, node in record.document.scalars:
        # A file that is one text has no key to put it under.
        if path and node.style != "|" and node.end_mark.line > node.start_mark.line and "\n" in _written(record, node):
            hint, edits = _advice(record, path, node)
            yield Finding(
                record.place(*path),
                message=f"“{record.label(path)}”写成了几行，却没有用“|”",
                reason="没有“|”时，换行会变成空格，段落和列表会连成一片。",
                hint=hint,
                edits=edits,
            )


def _written(record: ParsedRecord, node: yaml.ScalarNode) -> str:
    """Give a value as it is in the file, without the blank lines after it."""
    start, end = node.start_mark.line, node.end_mark.line
    last = end if node.end_mark.column else end - 1
    return "\n".join(record.document.lines[start : last + 1]).rstrip()


def _advice(record: ParsedRecord, path: Path, node: yaml.ScalarNode) -> tuple[str, Edits]:
    """Prose keeps its lines under `|`; whatever else is one text becomes one line."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "approach")
    if path[-1] in PROSE_KEYS:
        lines = [line.strip() for line in _unquoted(record.editor.written(path), node).splitlines()]
        text = "\n".join(lines).strip() + "\n"
        hint = f"冒号后面写“|”，文字从下一行写起，行首空两格，例如“{key}: |”；只有一句话的，写成一行。"
        return hint, record.editor.set(path, text)
    joined = joined_lines(node.value.replace("\n", " ").split(" ")) if _is_chinese(node.value) else node.value
    joined = " ".join(joined.split())
    return f"连成一行，写成“{key}: {shorten(scalar_text(joined), 40)}”。", record.editor.set(path, joined)


def _unquoted(written: str, node: yaml.ScalarNode) -> str:
    """Give the lines of a value without its quotes or its `>`."""
    if node.style == ">":
        return written.partition("\n")[2]
    return written[1:-1] if node.style else written


def _is_chinese(text: str) -> bool:
    return any(map(is_han, text))
