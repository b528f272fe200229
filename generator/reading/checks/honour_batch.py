"""荣誉没有这个批次。

检查什么：{call_short}列出批次的荣誉，“批次”是其中之一。

为什么：批次写错，荣誉就与文件对不上。通知之后公布的新批次，核对文件后可以不理会这条警告。

例子：

    honours:
    - name: 全国党建工作样板{actor}
      batch: 第九批

应改为：

    honours:
    - name: 全国党建工作样板{actor}
      batch: 第三批
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import WARNING
from generator.case.text import listing
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = WARNING
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find batches that the notice does not name."""
    for index, _ in enumerate(record.items("honours")):
        path = ("honours", index, "batch")
        honour, batch = record.programme.honour(record.text("honours", index, "name")), record.text(*path)
        if not honour or not honour.batches or not batch or batch in honour.batches:
            continue
        typed = [record.editor.set(path, known) for known in honour.batches] + [record.editor.remove(path)]
        yield Finding(
            record.place(*path),
            message=f"“{record.label(path)}”写的“{batch}”不在已知的批次里",
            reason=f"{record.programme.call_short}提到的“{honour.name}”有{listing(honour.batches)}。",
            hint=f"核对文件，写成{listing(honour.batches)}之一；没有写明批次的，删去 batch 这一行。",
            edits=typed[0],
            alternatives=tuple(typed[1:]),
        )
