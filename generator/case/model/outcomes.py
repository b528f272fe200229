"""Partners, products and outcomes."""

from typing import Self

from pydantic import Field, PrivateAttr, ValidationInfo, model_validator

from generator.case.kinds import Line, Link, Number, PartnerKind, ProductKind, QualifierWord, line
from generator.case.model.base import Model


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
    note: Line | None = Field(None, title="说明")
    """口径、时间范围等需要交代的。"""

    _place: str = PrivateAttr("")
    """Where the qualifier stands, as the programme says: before, after (the number) or end."""

    @model_validator(mode="after")
    def _know_place(self, info: ValidationInfo) -> Self:
        if self.qualifier and info.context:
            self._place = info.context["programme"].qualifier_places[self.qualifier]
        return self

    @property
    def figure(self) -> tuple[str, str, str]:
        """The figure as three texts, before, number, after: ("", "50", "余人"), ("近", "2", "万人次").

        The number keeps its decimals and gets thousands commas from 10,000 on.
        """
        number = f"{self.value:,}" if abs(self.value) >= 10_000 else f"{self.value:f}"
        place = self._place
        before = self.qualifier if place == "before" and self.qualifier else ""
        after = {"after": f"{self.qualifier}{self.unit}", "end": f"{self.unit}{self.qualifier}"}.get(place, self.unit)
        return before, number, after

    @property
    def chinese(self) -> str:
        """The figure as one text: 50余人."""
        return "".join(self.figure)
