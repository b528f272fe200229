"""发布授权已经到期。

检查什么：“发布授权”的到期日期还没有过。到期当天仍然有效。

为什么：单位只同意发布到这一天。到期以后，生成网站时不再收入这个案例，原来的网址上是“正在修订”的说明。

例子：

    permission:
      granted_by: 示例大学党委组织部
      granted_on: 2023-05-01
      expires_on: 2024-05-01

应改为：

    permission:
      granted_by: 示例大学党委组织部
      granted_on: 2025-05-01
      expires_on: 2028-05-01
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import WARNING
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = WARNING
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find permissions that have run out; a withdrawn case needs none."""
    expires_on = record.date("permission", "expires_on")
    if not expires_on or not expires_on.is_over(record.surroundings.today):
        return
    if record.state == "withdrawn":
        return
    yield Finding(
        record.place("permission", "expires_on"),
        message=f"“{record.label(('permission',))}”已于{expires_on.chinese}到期",
        reason=f"今天是 {record.surroundings.today}，到期的案例不会收入网站。",
        hint="取得新的授权后更新 granted_on 和 expires_on（长期有效的删去 expires_on）；不再公开的，"
        "把 status 改成 withdrawn 并写明 withdrawn_reason。",
        edits=record.editor.remove(("permission", "expires_on")),
    )
