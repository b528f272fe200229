"""Partners, products and outcomes."""

import re
from decimal import Decimal

from pydantic import Field

from generator.case.kinds import Flag, Line, Link, Number, PartnerKind, ProductKind, QualifierWord, line
from generator.case.measures import Qualifier
from generator.case.model.base import Model

_POWER = re.compile("^[万亿]*")


def figure(value: Decimal, unit: str, qualifier: str | None) -> tuple[str, str, str]:
    """Give a figure as three texts, before, number, after: ("", "50", "余人"), ("近", "2", "万人次").

    The number keeps its decimals and gets thousands commas from 10,000 on. What is above round tens stands before 万
    and 亿, what is above other numbers behind them: 20余万人次, 2万余人次.
    """
    number = f"{value:,}" if abs(value) >= 10_000 else f"{value:f}"
    place = qualifier.place if isinstance(qualifier, Qualifier) else ""
    before = qualifier if place == "before" and qualifier else ""
    power = _POWER.findall(unit)[0] if value % 10 else ""
    after = {"after": f"{power}{qualifier}{unit.removeprefix(power)}", "end": f"{unit}{qualifier}"}.get(place, unit)
    return before, number, after


class Partner(Model):
    """合作单位。"""

    name: Line = Field(title="名称")
    """合作单位或党组织的名称。"""
    kind: PartnerKind = Field(title="类别")
    """合作单位的类别，见受控词表。"""


class Product(Model):
    """成果。"""

    kind: ProductKind = Field(title="种类")
    """成果的种类，见该任务类型的词表。"""
    name: Line = Field(title="名称")
    """成果的名称。"""
    link: Link | None = Field(None, title="链接")
    """公开网页的网址。"""


class Outcome(Model):
    """成效数据。"""

    what: Line = Field(title="事项")
    """量的是什么，例如“培训农户”。"""
    value: Number = Field(title="数值")
    """按出处所报填写；约数在 qualifier 里注明“余”“近”等，不自行换算。"""
    unit: line(20) = Field(title="单位")  # type: ignore[valid-type]
    """数值的单位，例如“人次”“万元”。"""
    qualifier: QualifierWord | None = Field(None, title="约数词")
    """{qualifiers}之一，按出处写。"""
    before: Number | None = Field(None, title="原数值")
    """开展以前的数值，单位与数值的相同；由 34% 降到 0.6% 的写 before: 34、value: 0.6。"""
    before_qualifier: QualifierWord | None = Field(None, title="原数值的约数词")
    """原数值是约数时写，例如“不足”；用词与约数词相同。"""
    note: Line | None = Field(None, title="说明")
    """口径、时间范围等需要交代的。"""
    headline: Flag = Field(False, title="代表数字")
    """最能代表这个案例的一项写 true，列表、卡片和分享图上显示；一个案例至多一项，没有分量够的就不写。"""

    @property
    def figure(self) -> tuple[str, str, str]:
        """The value as three texts, see `figure`."""
        return figure(self.value, self.unit, self.qualifier)

    @property
    def earlier(self) -> str:
        """The value before as one text: 不足4000元; empty where there is none."""
        return "" if self.before is None else "".join(figure(self.before, self.unit, self.before_qualifier))

    @property
    def change(self) -> str:
        """The word between the value before and the value: 降至, 增至 or 仍为; empty where there is none before."""
        if self.before is None:
            return ""
        return "仍为" if self.before == self.value else "降至" if self.value < self.before else "增至"

    @property
    def chinese(self) -> str:
        """The figure as one text: 50余人, 34% → 0.6%."""
        return " → ".join(filter(None, (self.earlier, "".join(self.figure))))
