"""写了几个单位共用的简称。

检查什么：学校、院系、{actor}、合作单位和地点写的不是名称表（content/names.yml）里几个名称共用的简称。

为什么：程序不知道指的是哪一个，只能当作又一个单位，案例就归错了地方。

例子：名称表里，南京大学和南昌大学的简称都有“南大”，记录里写

    university: 南大

应改为：

    university: 南京大学
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.finding import Finding
from generator.reading.named_values import named_values
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find names that may be one of several."""
    names = record.surroundings.names
    if not names.has_shared:
        return
    for kind, path, text, _ in named_values(record.document.value, names):
        meant = names.sharing(kind, text, record.university)
        if meant:
            listed = "、".join(f"“{name}”" for name in meant)
            yield Finding(
                record.place(*path),
                message=f"“{record.label(path)}”写的“{text}”可能指{listed}",
                reason="名称表里，它们都有这个简称，不知道该归到哪一个名下。",
                hint=f"改成全称：{listed}。",
                edits=record.editor.set(path, meant[0]),
                alternatives=tuple(record.editor.set(path, name) for name in meant[1:]),
            )
