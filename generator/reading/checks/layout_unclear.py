"""看不出一行文字是另一段、小标题、列表还是表格。

检查什么：正文里只换了一行的地方，像列表又只有一条的地方，星号、空格摆成的样子，一格占一行的表格，夹在中间的页码，能断定是什么的，照那样排；
断定不了的，在这里指出来。

为什么：从 Word、WPS、PDF 粘贴来的文字，空行、编号和表格常常丢了样子。
断定不了的照原样接着排，可能把两段并成一段，把小标题排进正文。

例子：

    approach: |
      头雁引领
      {secretary}带队到村，每周上一次课。

应改为：

    approach: |
      # 头雁引领

      {secretary}带队到村，每周上一次课。
"""

from collections.abc import Iterator
from functools import partial

from generator.case.markdown.meant import Doubt
from generator.case.model import Case, Collection
from generator.case.problem import WARNING
from generator.case.text import shorten
from generator.reading.finding import Finding, first_findings
from generator.reading.meant_prose import MeantText, meant_texts
from generator.reading.parsed_record import ParsedRecord

SEVERITY = WARNING
APPLIES_TO = (Case, Collection)

_WORDS = {
    "paragraph": (
        "看不出“{piece}”是不是另起一段",
        "它和上一行之间只换了一行，没有空行；现在接在上一行后面排。",
        "空一行再写“{piece}”；本来接着上一行的，把两行并成一行；是并列的几条，每行写成“- {piece}”。",
    ),
    "heading": (
        "看不出“{piece}”是不是小标题",
        "这一行很短，没有标点，和下一行之间只换了一行；现在和下一行排成一段。",
        "写成“{offer}”；不是小标题的，下面空一行，或者和下一行并成一行。",
    ),
    "numbered": (
        "看不出“{piece}”是不是小标题",
        "它独占一行，却只有这一个编号，没有接着的；现在照原样排成一段。",
        "写成“{offer}”；不是小标题的，末尾加句号，或者和下一段并成一段。",
    ),
    "item": (
        "看不出“{piece}”是不是列表里的一条",
        "列表的每一条以短横线加空格开头；这一行没有空格，上下又没有同样的条，现在照原样排成文字。",
        "写成“{offer}”；不是列表的，写成“\\{piece}”。",
    ),
    "emphasis": (
        "看不出“{piece}”里的星号是不是加粗",
        "加粗的星号要紧挨着文字，用半角；现在照原样排成文字。",
        "写成“{offer}”；星号代替字的，改写“某”，例如“张某”。",
    ),
    "grid": (
        "“{piece}”像是用空格对齐的表格",
        "网页和汇编里字不等宽，空格对不齐；现在接着排成一段。",
        "写成表格：第一行写“{offer}”，下一行写“{rule}”，其余各行也用“|”隔开；不是表格的，词和词之间只空一格。",
    ),
    "cells": (
        "从“{piece}”到“{last}”这 {count} 行像是一张表格，一格占了一行",
        "从 Writer、PDF 里粘贴来的表格常常这样；按每行的内容看是 {columns} 列、{rows} 行，现在照原样一行接一行排。",
        "写成表格：{offer}每行写在一行里；不是表格的，各行之间空一行，或者每行写成“- {piece}”。",
    ),
    "loose-cells": (
        "从“{piece}”到“{last}”这 {count} 行像是一张表格，一格占了一行",
        "从 Writer、PDF 里粘贴来的表格常常这样；看不出有几列（有的格空着，或者一格占了几行），现在照原样一行接一行排。",
        "对照原文写成表格：一行表头，一行“|---|---|”，以下每行一条，格与格用“|”隔开；不是表格的，每行写成“- {piece}”。",
    ),
    "page-mark": (
        "“{piece}”像是页码",
        "从 PDF 粘贴来的文字里，页码和页眉会夹在中间，把一句话断成两段；现在照原样排。",
        "把这一行删去，上下两半接起来；不是页码的，写进前后的句子里。",
    ),
    "page-marks": (
        "从“{piece}”到“{last}”这 {count} 行像是页码和页眉",
        "从 PDF 粘贴来的文字里，页码和页眉会夹在中间，把一句话断成两段；现在照原样排。",
        "把这 {count} 行删去，上下两半接起来；不是页码和页眉的，写进前后的句子里。",
    ),
    "note": (
        "“{piece}”末尾的数字像是注号",
        "从 Writer、PDF 粘贴来的文字里，注号和注文分开了；现在数字照原样排在句号后面。",
        "注号写成“[^1]”，注文在文末另起一段，写成“[^1]: 注文”；不是注号的，删去数字。",
    ),
    "lines": (
        "看不出从“{piece}”起的 {count} 行是不是各自成段",
        "各行很短，没有标点，行与行之间没有空行；现在接着排成一段。",
        "各自成段的，每行前面空一行；是并列的几条，每行写成“- {piece}”；是诗句的，行末写“<br>”；是表格的，写成表格。",
    ),
}
_IN_LINES = "冒号后面写“|”，文字从下一行写起，行首空两格，"
_SHOWN = 12
_LONGEST = 60
_MOST_ROWS = 5


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find lines of which it cannot be told what they are."""
    for text in meant_texts(record):
        yield from first_findings(text.meant.doubts, partial(_word, record, text))


def _word(record: ParsedRecord, text: MeantText, doubt: Doubt) -> Finding:
    message, reason, hint = _WORDS["page-marks" if doubt.kind == "page-mark" and doubt.count > 1 else doubt.kind]
    rows = doubt.offer.split("\n")
    words = {
        "piece": _piece(doubt),
        "last": shorten(doubt.last, _SHOWN),
        "count": str(doubt.count),
        "offer": shorten(rows[0], _LONGEST) if len(rows) == 1 else _rows_shown(rows),
        "rule": "|" + "---|" * (rows[0].count("|") - 1),
        "columns": str(rows[0].count("|") - 1),
        "rows": str(len(rows) - 1),
    }
    return Finding(
        text.written.place(doubt.start, doubt.end),
        message=f"“{record.label(text.path)}”里" + message.format(**words),
        reason=reason.format(**words),
        hint=("" if text.written.is_in_lines else _IN_LINES) + hint.format(**words),
        edits=text.written.edits(doubt.edits),
        is_certain=doubt.is_certain,
    )


def _piece(doubt: Doubt) -> str:
    """Quote the line, by its end where that is what is asked about."""
    if doubt.kind == "note" and len(doubt.written) > _SHOWN:
        return f"…{doubt.written[-_SHOWN:]}"
    return shorten(doubt.written, _SHOWN)


def _rows_shown(rows: list[str]) -> str:
    """Show the first rows of a table, and say how many more there are."""
    shown = "，".join(f"“{shorten(row, _LONGEST)}”" for row in rows[:_MOST_ROWS])
    more = len(rows) - _MOST_ROWS
    return f"{shown}{f'，其余 {more} 行照此' if more > 0 else ''}，"
