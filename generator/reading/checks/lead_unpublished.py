"""首页头条是读者看不到的案例。

检查什么：mkdocs.yml 里 `extra.home.lead` 写的案例，状态是 published（已发布）。

为什么：没有发布和已经撤下的案例不会出现在网站上，首页就换成别的案例打头。

例子：mkdocs.yml 里写着

    extra:
      home:
        lead: 2025-sl-tea

而 cases/2025-sl-tea/case.yml 里写着

    status: reviewed

应改为：

    status: published
"""

from generator.case.problem import WARNING
from generator.reading.all_records import AllRecords, OwnedFindings
from generator.reading.finding import Finding
from generator.reading.lead_choice import LeadChoice

SEVERITY = WARNING
APPLIES_TO = (LeadChoice,)

_HIDDEN = ("draft", "submitted", "reviewed", "withdrawn")


def check_all(records: AllRecords) -> OwnedFindings:
    """Find a lead case that no reader sees. What is wrong with its record, other rules say."""
    lead = records.lead
    case = records.by_id.get(lead.id) if lead else None
    if lead is None or case is None or case.state not in _HIDDEN:
        return
    other = "写另一个已发布案例的编号；或者写 lead: ''，由程序选。"
    finding = Finding(
        lead.place,
        message=f"首页头条写的案例“{lead.id}”读者看不到",
        reason=f"{case.path} 的状态是“{case.state_name}”；这次由程序另选一个案例打头。",
        hint=other if case.state == "withdrawn" else f"审核后在 {case.path} 里写 status: published；不发布的，{other}",
    )
    yield lead, finding
