"""报送名单里，同一所学校列了两次。

检查什么：content/roster.yml（报送名单）里，一所学校只列一项；写法不同、在名称表里是同一所的，也算列了两次。

为什么：名额和截止日期各写各的，就不知道这所学校究竟应报几个、什么时候报。

例子：

    units:
    - university: 示例农业大学
      quota: 3
    - university: 示例农业大学
      quota: 2

应改为：

    units:
    - university: 示例农业大学
      quota: 3
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.roster import Roster

SEVERITY = ERROR
APPLIES_TO = (Roster,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find universities that have an item already."""
    first: dict[str, int] = {}
    for at, _ in enumerate(record.items("units")):
        written = record.text("units", at, "university")
        name = record.surroundings.names.name_of("universities", written)
        if not written or first.setdefault(name, at) == at:
            continue
        earlier = record.place("units", first[name], "university").line
        known = "" if written == name else f"“{written}”就是{name}，"
        yield Finding(
            record.place("units", at, "university"),
            message=f"“{name}”在报送名单里列了两次",
            reason=f"{known}第 {earlier} 行已经列过，两处的名额和截止日期只能有一处算数。",
            hint=f"删去其中一项；分任务类型下达名额的，都写在第 {earlier} 行那一项的 tasks: 下面。",
        )
