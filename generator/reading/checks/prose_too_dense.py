r"""正文里的标记太多。

检查什么：一条记录的正文里，标记（* _ ` ~ [ < & \ |）和换行合起来不超过 9000 个，一次换行算两个；
表格里每一行缺的格子也算。

为什么：正文是给人读的文字，一个案例通常只有几百个标记。这么密的多半是粘贴了网页代码或大表格，
程序要花很久才能读完，所以不再逐一检查。

例子：

    approach: |
      <b><b><b>……（重复一万次）

应改为：

    approach: |
      {actor}开展了**“茶山课堂”**活动。
"""

from collections.abc import Iterator

from generator.case.markdown.density import MAX_MARKS, count_marks
from generator.case.problem import ERROR
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find records with more marks than are read, at the text that has most of them."""
    if not record.is_too_dense:
        return
    path, text = max(record.texts, key=lambda one: count_marks(one[1]))
    yield Finding(
        record.place(*path, key=True),
        message=f"“{record.label(path)}”里有 {count_marks(text)} 个标记和换行，整条记录最多 {MAX_MARKS} 个",
        reason="正文是给人读的文字；这么密的标记多半是粘贴了网页代码或大表格，读不过来，所以没有逐一检查。",
        hint="删去多余的标记，只留文字；大表格另存为 XLSX，写进 attachments（附件），例如 file: table.xlsx。",
    )
