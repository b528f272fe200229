"""What others gave and said: money, prizes and reports."""

from pydantic import Field

from generator.case.date import PartialDate
from generator.case.kinds import Line, Link, PositiveNumber, QualifierWord, WholeNumber, line
from generator.case.model.base import Model
from generator.case.model.outcomes import figure


class Funding(Model):
    """资金。"""

    source: Line = Field(title="来源")
    """谁出的钱、哪一笔钱，例如“省级乡村振兴专项资金”。"""
    amount: PositiveNumber = Field(title="金额")
    """按出处所报填写，只写数字。"""
    unit: line(20) = Field(title="单位")  # type: ignore[valid-type]
    """金额的单位，例如“元”“万元”。"""
    qualifier: QualifierWord | None = Field(None, title="约数词")
    """{qualifiers}之一，按出处写。"""
    year: WholeNumber | None = Field(None, title="年份", ge=1900, le=2100)
    """到账或立项的年份，四位数字；几笔钱各写一项，不合并。"""

    @property
    def chinese(self) -> str:
        """How much it is, as one text: 8万余元."""
        return "".join(figure(self.amount, self.unit, self.qualifier))


class Award(Model):
    """获奖。"""

    name: Line = Field(title="名称")
    """案例本身得的奖，按证书或文件的写法；{actor}得的荣誉写进 honours。"""
    level: Line | None = Field(None, title="级别")
    """全国、省级、校级，或一等奖、二等奖等。"""
    year: WholeNumber | None = Field(None, title="年份", ge=1900, le=2100)
    """获奖年份，四位数字。"""
    issuer: Line | None = Field(None, title="颁发单位")
    """颁奖的单位。"""


class Coverage(Model):
    """媒体报道。"""

    medium: Line = Field(title="媒体")
    """报纸、电视台、网站或公众号的名称。"""
    title: line(200) = Field(title="标题")  # type: ignore[valid-type]
    """报道的标题，照原文。"""
    date: PartialDate | None = Field(None, title="日期")
    """报道的日期。"""
    url: Link | None = Field(None, title="网址")
    """公开网页的网址；记录所依据的报道写进 sources，不在这里重复。"""
