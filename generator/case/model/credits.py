"""Who wrote, photographed and reviewed what a record says."""

from pydantic import Field

from generator.case.kinds import CreditRole, Flag, line
from generator.case.model.base import Model


class Credit(Model):
    """编写人员。"""

    role: CreditRole = Field(title="分工")
    """作者、摄影、审稿等，见受控词表。"""
    name: line(50) = Field(title="姓名")  # type: ignore[valid-type]
    """姓名或单位；本人同意公开才能写。"""
    agreed: Flag = Field(False, title="本人同意")
    """本人同意公开姓名的写 true；不写 true 的，姓名不发布。"""
