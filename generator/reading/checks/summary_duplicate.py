"""两个案例的内容提要几乎一样。

检查什么：同一所学校没有撤下的记录，内容提要里连续三个字的组合没有超过八成相同。标点、空格、全角和半角不算。

为什么：同一个案例常常换个标题报送两次；同一件事分成两条，读者分不清，统计也会重复计算。
草稿与已发布的案例相近时，问题算在草稿上。

例子：同一所学校的两个 case.yml 写着

    summary: 示例大学茶学系教师{unit}与茶山村{unit}共建茶园，带动农户增收。

    summary: 示例大学茶学系教师{unit}和茶山村{unit}共建茶园，带动农户增收。

应改为：留下一个，另一个写

    status: withdrawn
    withdrawn_reason: 与另一个案例重复
"""

from collections import defaultdict

from generator.case.model import Case
from generator.case.problem import WARNING
from generator.reading.all_records import AllRecords, OwnedFindings
from generator.reading.check_result import CheckResult
from generator.reading.checks.title_duplicate import REPORTED_TWICE
from generator.reading.finding import Finding
from generator.reading.near_texts import near_pairs

SEVERITY = WARNING
APPLIES_TO = (Case,)


def check_all(records: AllRecords) -> OwnedFindings:
    """Find summaries that an earlier record of the university nearly has; withdrawn records do not count."""
    by_university: defaultdict[str, list[CheckResult[Case]]] = defaultdict(list)
    for case in records.finished_first:
        if case.summary and case.state != "withdrawn":
            for university in dict.fromkeys(case.universities):
                by_university[university].append(case)
    told: set[tuple[str, str]] = set()
    for cases in by_university.values():
        if len(cases) > 1:
            for earlier, later, share in near_pairs(tuple(case.summary for case in cases)):
                # Two universities may share both.
                pair = (cases[earlier].path, cases[later].path)
                if pair not in told:
                    told.add(pair)
                    yield cases[later], _finding(cases[earlier], cases[later], share)


def _finding(earlier: CheckResult[Case], later: CheckResult[Case], share: float) -> Finding:
    return Finding(
        later.summary_place,
        message=f"“内容提要”与另一个案例几乎一样（{int(share * 100)}% 的文字相同）",
        reason=f"{earlier.path}（{earlier.title}）的提要写的多半是同一件事。",
        hint=f"{REPORTED_TWICE}；是两件事的，各写各的地点、做法和结果。",
    )
