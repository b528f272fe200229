"""既没有出处，也没有发布授权。

检查什么：记录至少有一个出处（sources），或者有发布授权（permission）。

为什么：公开发布的案例要么依据公开报道或文件，要么取得了单位同意。两样都没有，就不能证明内容属实、
可以公开。

例子：

    title: 茶山上的{actor}共建
    sources: []

应改为：

    title: 茶山上的{actor}共建
    sources:
    - title: 校地{actor}共建茶产业
      publisher: 示例大学新闻网
      url: https://news.example.edu.cn/2025/0301/c1a2/page.htm
      date: 2025-03-01
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find records that neither name a source nor have a permission."""
    if not record.document.value:
        return
    permission = record.get("permission")
    has_permission = any(permission.values()) if isinstance(permission, dict) else permission
    if record.get("sources") or has_permission:
        return
    yield Finding(
        record.place(),
        message=f"记录既没有“{record.label(('sources',))}”，也没有“{record.label(('permission',))}”",
        reason="公开发布的案例要有公开的报道或文件作依据，或者有单位同意发布的授权。",
        hint="加上 sources: 和一条 - title: 报道的标题；没有公开报道的，加上 permission:，"
        "写明 granted_by（授权方）和 granted_on（授权日期）。",
    )
