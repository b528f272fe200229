"""豁免的规则不存在，或者不能豁免。

检查什么：“规则豁免”里写的规则名称确有其名，并且允许豁免。

为什么：多数规则关系到网站能不能正确生成，不能豁免；名称写错的豁免没有作用，问题会照样报告。

例子：

    waivers:
    - rule: wording-list
      reason: 引用的是历史文件的原文

应改为：

    waivers:
    - rule: wording-listed
      reason: 引用的是历史文件的原文
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.case.text import listing, nearest
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.waivers import Waivers

SEVERITY = ERROR
APPLIES_TO = (Case,)


def check_waivers(record: ParsedRecord, waivers: Waivers) -> Iterator[Finding]:
    """Find waivers that waive nothing."""
    for index, _ in enumerate(record.items("waivers")):
        path = ("waivers", index, "rule")
        rule = record.text(*path)
        if not rule or rule in waivers.waivable:
            continue
        near = nearest(rule, waivers.waivable)
        known, choices = rule in waivers.rules, listing(waivers.waivable)
        yield Finding(
            record.place(*path),
            message=f"“{record.label(path)}”写的“{rule}”" + ("不能豁免" if known else "不是规则的名称"),
            reason="这条规则关系到网站能否正确生成，没有例外。" if known else "没有叫这个名称的规则。",
            hint=f"删去这一项豁免，改正它所说的问题；能豁免的只有 {choices}。"
            if known
            else (f"写成 {near}；" if near else "删去这一项；") + f"能豁免的只有 {choices}。",
            edits=record.editor.set(path, near) if near and not known else record.editor.remove(path[:2]),
        )
