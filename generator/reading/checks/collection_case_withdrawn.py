"""案例集里有已经撤下的案例。

检查什么：案例集列出的案例没有撤下。

为什么：撤下的案例只剩一个说明原因的网页，不能再收进案例集。

例子：案例集列出 2024-sl-tea，而 cases/2024-sl-tea/case.yml 里写着

    status: withdrawn
    withdrawn_reason: 内容已并入新案例
    replaced_by: 2025-sl-tea

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
    """Find withdrawn cases in collections."""
    for collection in records.collections:
        for path, name in listed_cases(collection):
            case = records.by_id.get(name)
            if not case or case.state != "withdrawn":
                continue
            instead = records.by_id.get(case.replaced_by)
            is_replaced = instead is not None and instead.state == "published"
            finding = Finding(
                collection.place(*path),
                message=f"“{collection.label(path)}”写的案例“{name}”已经撤下",
                reason=f"{case.path} 的状态是“已撤下”，它只剩一个说明原因的网页。",
                hint=f"改成替代它的案例 {case.replaced_by}，或者从案例集里删去 - {name}。"
                if is_replaced
                else f"从案例集里删去 - {name}。",
                edits=collection.editor.set(path, case.replaced_by) if is_replaced else collection.editor.remove(path),
            )
            yield collection, finding
