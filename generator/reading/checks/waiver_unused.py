"""豁免没有用上。

检查什么：记录豁免的规则，在这个记录里确实会报告问题。

为什么：内容改好以后豁免就该删去；留着的豁免会放过将来的错误。

例子：

    summary: {actor}已培训农户五百余人。
    waivers:
    - rule: wording-listed
      reason: 引用的是历史文件的原文

应改为：

    summary: {actor}已培训农户五百余人。
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import WARNING
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.waivers import Waivers

SEVERITY = WARNING
APPLIES_TO = (Case,)


def check_waivers(record: ParsedRecord, waivers: Waivers) -> Iterator[Finding]:
    """Find waivers of rules that found nothing."""
    for index, _ in enumerate(record.items("waivers")):
        rule = record.text("waivers", index, "rule")
        if rule in waivers.waivable and rule not in waivers.found:
            yield Finding(
                record.place("waivers", index, "rule"),
                message=f"“{record.label(('waivers', index))}”没有用上",
                reason=f"这个记录里没有 {rule} 要报告的问题。",
                hint=f"删去 - rule: {rule} 这一项，连同它的 reason。",
                edits=record.editor.remove(("waivers", index)),
            )
