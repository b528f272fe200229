"""替代的案例不存在，或者还没有发布。

检查什么：“由何案例替代”写的是另一个已发布案例的编号。

为什么：撤下页会请读者改看这个案例；它不存在或没有发布，读者就会走到死路。

例子：

    status: withdrawn
    withdrawn_reason: 内容已并入新案例
    replaced_by: 2025-sl-tee

应改为：

    status: withdrawn
    withdrawn_reason: 内容已并入新案例
    replaced_by: 2025-sl-tea
"""

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.all_records import AllRecords, OwnedFindings
from generator.reading.check_result import CheckResult
from generator.reading.finding import Finding

SEVERITY = ERROR
APPLIES_TO = (Case,)

_SHOWN = ("published", "")
"""The states of cases that readers see; a state that cannot be read is told elsewhere."""


def check_all(records: AllRecords) -> OwnedFindings:
    """Find replacements that readers cannot go to."""
    for case in records.cases:
        if case.replaced_by:
            finding = _finding(records, case)
            if finding:
                yield case, finding


def _finding(records: AllRecords, case: CheckResult[Case]) -> Finding | None:
    other = records.by_id.get(case.replaced_by)
    if other is None:
        near = records.nearest_id(case.replaced_by)
        if near and (near == case.id or records.by_id[near].state not in _SHOWN):
            # What readers cannot see either would be the next problem.
            near = None
        return Finding(
            case.replaced_by_place,
            message=f"“由何案例替代”写的案例“{case.replaced_by}”不存在",
            reason=f"cases 文件夹里没有叫 {case.replaced_by} 的文件夹。",
            hint=f"写成最接近的编号 {near}，或者删去 replaced_by 这一行。"
            if near
            else "删去 replaced_by 这一行，或者写另一个案例的编号，也就是它的文件夹名。",
        )
    if other is case:
        reason = "一个案例不能由它自己替代。"
    elif other.state in _SHOWN:
        return None
    else:
        reason = f"{other.path} 的状态是“{other.state_name}”，读者看不到它。"
    return Finding(
        case.replaced_by_place,
        message=f"“由何案例替代”写的案例“{case.replaced_by}”读者看不到",
        reason=reason,
        hint="写另一个已发布案例的编号，或者删去 replaced_by 这一行。"
        if other is case or other.state == "withdrawn"
        else f"把 {case.replaced_by} 的状态改成 status: published，或者写另一个已发布案例的编号。",
    )
