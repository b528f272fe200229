"""What a record rests on, and which rules it may break."""

from pydantic import Field

from generator.case.date import PartialDate
from generator.case.kinds import Line, Link, line
from generator.case.model.base import Model


class Source(Model):
    """出处。"""

    title: line(200) = Field(title="标题")  # type: ignore[valid-type]
    """报道或文件的标题，照原文；未见原标题的，注明“（标题为编者所拟）”。"""
    publisher: Line | None = Field(None, title="发布者")
    """网站、报刊或单位的名称。"""
    url: Link | None = Field(None, title="网址")
    """公开网页的网址。"""
    date: PartialDate | None = Field(None, title="发布日期")
    """出处的发布日期。"""


class Permission(Model):
    """发布授权。"""

    granted_by: Line = Field(title="授权方")
    """同意发布的单位，例如学校党委组织部。"""
    granted_on: PartialDate = Field(title="授权日期")
    """取得授权的日期。"""
    expires_on: PartialDate | None = Field(None, title="到期日期")
    """授权到期的日期，到期后案例不再发布；长期有效的不写。"""
    scope: Line | None = Field(None, title="授权范围")
    """例如“网站发布”。"""

    def is_expired(self, today: PartialDate) -> bool:
        """Check whether the permission has run out; its last day still counts."""
        return self.expires_on is not None and self.expires_on.is_over(today)


class Waiver(Model):
    """豁免。"""

    rule: Line = Field(title="规则")
    """豁免哪一条规则，写规则的名称，例如 wording-listed。"""
    reason: line(200) = Field(title="理由")  # type: ignore[valid-type]
    """为什么这里可以例外，写给后来的编者看。"""
