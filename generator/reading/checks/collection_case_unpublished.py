"""案例集里有还没有发布的案例。

检查什么：案例集列出的案例，状态都是 published（已发布）。

为什么：没有发布的案例不会出现在网站上，也就不能收进案例集。

例子：案例集列出 2025-sl-tea，而 cases/2025-sl-tea/case.yml 里写着

    status: reviewed

应改为：

    status: published
"""

from generator.case.model import Collection
from generator.case.problem import ERROR
from generator.reading.all_records import AllRecords, OwnedFindings
from generator.reading.finding import Finding
from generator.reading.sections import listed_cases

SEVERITY = ERROR
APPLIES_TO = (Collection,)

_BEFORE = ("draft", "submitted", "reviewed")


def check_all(records: AllRecords) -> OwnedFindings:
    """Find cases in collections that are not published yet."""
    for collection in records.collections:
        for path, name in listed_cases(collection):
            case = records.by_id.get(name)
            if case and case.state in _BEFORE:
                finding = Finding(
                    collection.place(*path),
                    message=f"“{collection.label(path)}”写的案例“{name}”还没有发布",
                    reason=f"{case.path} 的状态是“{case.state_name}”，不会出现在网站上。",
                    hint=f"审核后在 {case.path} 里写 status: published，或者从案例集里删去 - {name}。",
                    edits=collection.editor.remove(path),
                )
                yield collection, finding
