"""The roster, from content/roster.yml: which universities are to send how many cases, and by when."""

from pydantic import Field

from generator.case.date import PartialDate
from generator.case.kinds import Line, TaskName, WholeNumber, line
from generator.case.model import Model

_MOST = 5_000
_MOST_TASKS = 20
_MOST_CASES = 10_000


class TaskQuota(Model):
    """一种任务类型的名额。"""

    task: TaskName = Field(title="任务类型")
    """{tasks}之一。"""
    quota: WholeNumber = Field(title="名额", ge=0, le=_MOST_CASES)
    """这种任务类型应报几个案例。"""


class Unit(Model):
    """一个报送单位。"""

    university: Line = Field(title="学校")
    """学校的名称；写简称、曾用名的，按名称表读作全称。"""
    quota: WholeNumber | None = Field(None, title="名额", ge=0, le=_MOST_CASES)
    """应报几个案例；不写的用上面统一的名额，写了 tasks 的不用写。"""
    tasks: tuple[TaskQuota, ...] = Field((), title="各任务类型的名额", max_length=_MOST_TASKS)
    """分任务类型下达名额的，每种写一项；合计就是应报的数。"""
    deadline: PartialDate | None = Field(None, title="截止日期")
    """这个单位另定的截止日期；不写的用上面统一的日期。"""
    contact: line(40) | None = Field(None, title="联系岗位")  # type: ignore[valid-type]
    """由哪个岗位负责，例如党委组织部组织科；只写部门和职务，不写姓名、电话和邮箱。"""


class Roster(Model):
    """报送名单。"""

    deadline: PartialDate | None = Field(None, title="截止日期")
    """统一的截止日期。"""
    quota: WholeNumber | None = Field(None, title="名额", ge=0, le=_MOST_CASES)
    """统一的名额：每个单位应报几个案例。"""
    units: tuple[Unit, ...] = Field(title="报送单位", min_length=1, max_length=_MOST)
    """应当报送的单位，一个单位一项，按这里的顺序列出。"""

    def deadline_of(self, unit: Unit) -> PartialDate | None:
        """Give the day by which a unit is to have sent its cases."""
        return unit.deadline or self.deadline

    def quota_of(self, unit: Unit, task: str = "") -> int | None:
        """Give how many cases a unit owes, of one task or of all; None where the roster does not say.

        Args:
            unit: of this roster.
            task: the task's name; empty for all.
        """
        if unit.tasks:
            return sum(one.quota for one in unit.tasks if task in ("", one.task))
        if task:
            return None
        return self.quota if unit.quota is None else unit.quota
