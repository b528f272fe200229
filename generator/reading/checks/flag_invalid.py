"""该写“是”或“否”的地方写了别的。

检查什么：首页推荐、有可辨认的人等只写 true 或 false（也可以写“是”“否”）。

为什么：别的写法看不出是肯定还是否定。

例子：

    featured: 对

应改为：

    featured: true
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.case.text import shorten
from generator.reading.entry import Entry, Finding

SEVERITY = ERROR


def check(entry: Entry) -> Iterator[Finding]:
    """Word flags that are neither yes nor no."""
    for fault in entry.faults("flag-invalid"):
        yield Finding(
            fault.place,
            message=f"“{entry.label(fault.path)}”写的“{shorten(str(fault.about['input']))}”不是 true 或 false",
            reason="这里只能写 true（是）或 false（否）。",
            hint=f"写成“{fault.path[-1]}: true”；否则写 false，或删去这一行。",
        )
