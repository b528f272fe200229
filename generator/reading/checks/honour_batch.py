"""荣誉没有这个批次。

检查什么：教育部通知列出批次的荣誉，“批次”是其中之一。

为什么：批次写错，荣誉就与文件对不上。通知之后公布的新批次，核对文件后可以不理会这条警告。

例子：

    honours:
    - name: 全国党建工作样板支部
      batch: 第九批

应改为：

    honours:
    - name: 全国党建工作样板支部
      batch: 第三批
"""

from collections.abc import Iterator

from generator.case.problem import WARNING
from generator.case.text import listing
from generator.reading.entry import Entry, Finding

SEVERITY = WARNING


def check(entry: Entry) -> Iterator[Finding]:
    """Find batches that the notice does not name."""
    for index, _ in enumerate(entry.items("honours")):
        path = ("honours", index, "batch")
        honour, batch = entry.programme.honour(entry.text("honours", index, "name")), entry.text(*path)
        if not honour or not honour.batches or not batch or batch in honour.batches:
            continue
        yield Finding(
            entry.place(*path),
            message=f"“{entry.label(path)}”写的“{batch}”不在已知的批次里",
            reason=f"教育部通知提到的“{honour.name}”有{listing(honour.batches)}。",
            hint=f"核对文件，写成{listing(honour.batches)}之一；没有写明批次的，删去 batch 这一行。",
        )
