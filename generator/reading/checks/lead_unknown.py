"""首页头条写的案例不存在。

检查什么：mkdocs.yml 里 `extra.home.lead` 写的编号，cases 文件夹里有同名的文件夹。

为什么：编号写错一个字母，首页就换成别的案例打头。

例子：

    extra:
      home:
        lead: 2025-sl-tee

应改为：

    extra:
      home:
        lead: 2025-sl-tea
"""

from generator.case.problem import WARNING
from generator.reading.all_records import AllRecords, OwnedFindings
from generator.reading.finding import Finding
from generator.reading.lead_choice import LeadChoice

SEVERITY = WARNING
APPLIES_TO = (LeadChoice,)


def check_all(records: AllRecords) -> OwnedFindings:
    """Find a lead case that no record has the id of."""
    lead = records.lead
    if lead is None or lead.id in records.by_id:
        return
    near = records.nearest_id(lead.id)
    finding = Finding(
        lead.place,
        message=f"首页头条写的案例“{lead.id}”不存在",
        reason=f"cases 文件夹里没有叫 {lead.id} 的文件夹；这次由程序另选一个案例打头。",
        hint=f"写成最接近的编号 {near}，或者写 lead: ''，由程序选。"
        if near
        else "写另一个案例的编号，也就是它的文件夹名；或者写 lead: ''，由程序选。",
    )
    yield lead, finding
