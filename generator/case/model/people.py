"""Who did it, and what they are honoured for."""

from pydantic import Field

from generator.case.kinds import Line, TeamKind, WholeNumber, line
from generator.case.model.base import Model


class Secretary(Model):
    """负责人。"""

    name: line(20) = Field(title="姓名")  # type: ignore[valid-type]
    """姓名；只写公开报道过、本人同意公开的姓名。"""
    role: Line | None = Field(None, title="学术职务")
    """学术带头人身份，例如“教授、学科带头人”。"""


class Team(Model):
    """团队。"""

    name: Line = Field(title="名称")
    """团队的名称，例如“示例大学赴示例县支队”。"""
    kind: TeamKind = Field(title="类别")
    """团队的类别，见受控词表。"""


class Honour(Model):
    """荣誉。"""

    name: Line = Field(title="名称")
    """荣誉名称，按文件或出处的写法。"""
    level: Line | None = Field(None, title="级别")
    """全国、省级、校级等。"""
    batch: Line | None = Field(None, title="批次")
    """第一批、第二批……"""
    year: WholeNumber | None = Field(None, title="年份", ge=1900, le=2100)
    """获评年份，四位数字。"""
