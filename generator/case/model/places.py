"""When and where it was done."""

from pydantic import Field

from generator.case import vocabulary
from generator.case.date import PartialDate
from generator.case.kinds import Flag, Line, Province
from generator.case.model.base import Model


class Period(Model):
    """开展时间。"""

    start: PartialDate = Field(title="开始日期")
    """写到年、月或日：2024、2024-09、2024-09-01。"""
    end: PartialDate | None = Field(None, title="结束日期")
    """仍在进行的、只有一天的不写；只写到年、月又没有结束日期的，显示为“2018年起”。"""

    @property
    def is_open(self) -> bool:
        """Whether the work went on: it has no end, and did not begin on a day, which would be its only one."""
        return self.end is None and not self.start.day

    @property
    def chinese(self) -> str:
        """The period as a reader expects it: 2018年—2023年, 2018年起, 2024年9月1日."""
        if self.is_open:
            return f"{self.start.chinese}起"
        if self.end is None or self.end == self.start:
            return self.start.chinese
        return f"{self.start.chinese}—{self.end.chinese}"


class Location(Model):
    """服务地点。"""

    province: Province | None = Field(None, title="省份")
    """省级行政区，写通用名或全称都可以：甘肃、甘肃省。"""
    city: Line | None = Field(None, title="地市")
    """地级市、州、盟、直辖市的区。"""
    county: Line | None = Field(None, title="区县")
    """县、县级市、区、旗。"""
    detail: Line | None = Field(None, title="具体地点")
    """乡镇、街道、村、学校、企业等；不写门牌号。"""
    revitalisation: Flag = Field(False, title="乡村振兴重点区域")
    """属于乡村振兴重点区域的写 true。"""

    @property
    def area(self) -> tuple[str, ...]:
        """Province, city and county as far as known, each name once.

        A municipality that is written as its own city (上海, 上海市) is named once; 吉林市 is a city of 吉林.
        """
        city = self.city
        if city and city in vocabulary.REGIONS and vocabulary.REGIONS[city].name == self.province:
            city = None
        return tuple(dict.fromkeys(part for part in (self.province, city, self.county) if part))

    @property
    def chinese(self) -> str:
        """The place as one text, from large to small: 甘肃庆阳市什社乡; a repeated name is written once."""
        return "".join(dict.fromkeys((*self.area, self.detail or "")))
