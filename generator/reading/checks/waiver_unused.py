"""豁免没有用上。

检查什么：记录豁免的规则，在这个记录里确实会报告问题。

为什么：内容改好以后豁免就该删去；留着的豁免会放过将来的错误。

例子：

    summary: 支部已培训农户五百余人。
    waivers:
    - rule: wording-listed
      reason: 引用的是历史文件的原文

应改为：

    summary: 支部已培训农户五百余人。
"""

from collections.abc import Iterator

from generator.case.problem import WARNING
from generator.reading import checks
from generator.reading.entry import Entry, Finding

SEVERITY = WARNING


def check(entry: Entry) -> Iterator[Finding]:
    """Find waivers of rules that would be silent anyway."""
    for index, _ in enumerate(entry.items("waivers")):
        path = ("waivers", index, "rule")
        rule = checks.CHECKS.get(entry.text(*path))
        if rule is None or not getattr(rule, "WAIVABLE", False) or not hasattr(rule, "check"):
            continue
        if not any(True for _ in rule.check(entry)):
            yield Finding(
                entry.place(*path),
                message=f"“{entry.label(('waivers', index))}”没有用上",
                reason=f"这个记录里没有 {entry.text(*path)} 要报告的问题。",
                hint=f"删去 - rule: {entry.text(*path)} 这一项，连同它的 reason。",
            )
