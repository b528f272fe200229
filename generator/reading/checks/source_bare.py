"""出处只有标题。

检查什么：每个出处除了标题，还写了发布者、网址、发布日期中的至少一项。

为什么：只有一个标题，别人找不到这篇报道，也就无从核对；引用这个案例的人同样写不出出处。

例子：

    sources:
    - title: 校地{actor}共建茶产业

应改为：

    sources:
    - title: 校地{actor}共建茶产业
      publisher: 示例大学新闻网
      url: https://news.example.edu.cn/2025/0301/page.htm
      date: 2025-03-01
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import WARNING
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = WARNING
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find sources that nobody can look up."""
    for index, source in enumerate(record.items("sources")):
        filled = {key for key, value in source.items() if value} if isinstance(source, dict) else set()
        if filled == {"title"}:
            yield Finding(
                record.place("sources", index, "title"),
                message=f"“{record.label(('sources', index))}”只有标题",
                reason="只凭标题找不到这篇报道，也就无从核对。",
                hint="另起一行，与 title 左对齐，写 publisher: 示例大学新闻网；知道网址、日期的，再写 url:、date:。",
            )
