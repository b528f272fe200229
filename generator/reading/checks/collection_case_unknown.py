"""案例集里写的案例不存在。

检查什么：案例集各部分列出的每个编号，cases 文件夹里都有同名的文件夹。

为什么：编号写错一个字母，这个案例就不会收进案例集。

例子：

    sections:
    - title: {task}
      cases:
      - 2025-sl-tee

应改为：

    sections:
    - title: {task}
      cases:
      - 2025-sl-tea
"""

from generator.case.model import Collection
from generator.case.problem import ERROR
from generator.reading.all_records import AllRecords, OwnedFindings
from generator.reading.finding import Finding
from generator.reading.sections import listed_cases

SEVERITY = ERROR
APPLIES_TO = (Collection,)


def check_all(records: AllRecords) -> OwnedFindings:
    """Find ids in collections that no record has."""
    for collection in records.collections:
        for path, name in listed_cases(collection):
            if name in records.by_id:
                continue
            near = records.nearest_id(name)
            finding = Finding(
                collection.place(*path),
                message=f"“{collection.label(path)}”写的案例“{name}”不存在",
                reason=f"cases 文件夹里没有叫 {name} 的文件夹。",
                hint=f"写成最接近的编号 {near}，或者删去 - {name} 这一行。"
                if near
                else f"删去 - {name} 这一行，或者写另一个案例的编号，也就是它的文件夹名。",
                edits=collection.editor.set(path, near) if near else collection.editor.remove(path),
            )
            yield collection, finding
