"""A letter to a university as the values of its template; their names are Chinese, for whoever edits it in Word."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.case.date import PartialDate
from generator.case.personal import mask_personal_data
from generator.case.text import chinese_number
from generator.intake.owed import Line
from generator.outputs.letters.remark import Remark, values_of

NO_TITLE = "（没有写标题的案例）"
_USUAL_TIME = "收到本函后五个工作日内"
_USUAL_WAY = "按原来的报送渠道发回"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes the letters, and how they are answered."""

    office: str
    """Who signs; empty where the settings name nobody."""
    programme: str
    """What the cases are of: “强国行”专项行动."""
    on: PartialDate
    """The day of the letter."""
    answer_by: PartialDate | None = None
    reply: str = ""
    """Where answers go, as the site's footer has it; empty where it has nothing."""


@dataclass(frozen=True, slots=True)
class CaseRemarks:
    """A case with what is to be said about it."""

    title: str
    remarks: tuple[Remark, ...]


def by_title(cases: Iterable[CaseRemarks]) -> tuple[CaseRemarks, ...]:
    """Sort cases by title, those without one last."""
    return tuple(sorted(cases, key=lambda case: (not case.title, case.title)))


def correction_values(line: Line, cases: Sequence[CaseRemarks], sender: Sender) -> dict[str, Any]:
    """Give the values of the letter that asks for corrections."""
    count = sum(len(case.remarks) for case in cases)
    return {
        **_common(line, sender),
        "有问题的案例数": len(cases),
        "问题数": count,
        "必须修改数": _count(cases, "必须修改"),
        "请核对数": _count(cases, "请核对"),
        "我们改正数": _count(cases, "由我们改正"),
        "案例列表": [_case_values(at, case) for at, case in enumerate(cases, start=1)],
    }


def reminder_values(line: Line, sender: Sender) -> dict[str, Any]:
    """Give the values of the letter that reminds."""
    return _common(line, sender)


def _common(line: Line, sender: Sender) -> dict[str, Any]:
    missing = max(0, (line.due or 0) - line.received)
    return {
        "学校": line.university,
        "活动": sender.programme,
        "落款": sender.office,
        "日期": sender.on.chinese,
        "答复期限": f"{sender.answer_by.chinese}前" if sender.answer_by else _USUAL_TIME,
        "答复方式": f"发至{mask_personal_data(sender.reply)}" if sender.reply else _USUAL_WAY,
        "应报数": "" if line.due is None else line.due,
        "收到数": line.received,
        "还缺数": missing,
        "截止日期": line.deadline.chinese if line.deadline else "",
        "逾期天数": line.days_late,
        "联系岗位": line.contact,
    }


def _case_values(number: int, case: CaseRemarks) -> Mapping[str, Any]:
    return {
        "序号": "二" if number == 2 else chinese_number(number),
        "标题": mask_personal_data(case.title) or NO_TITLE,
        "问题列表": [values_of(at, remark) for at, remark in enumerate(case.remarks, start=1)],
    }


def _count(cases: Iterable[CaseRemarks], kind: str) -> int:
    return sum(remark.kind == kind for case in cases for remark in case.remarks)


VARIABLES: Mapping[str, str] = {
    "学校": "收信的学校",
    "活动": "活动的名称",
    "落款": "发信的单位，取自 mkdocs.yml 页脚的 organiser",
    "日期": "写信的日期",
    "答复期限": "什么时候以前答复，由 --by 给出",
    "答复方式": "答复发到哪里，取自 mkdocs.yml 页脚的 contact",
    "应报数": "名额；名单里没有写的是空的",
    "收到数": "收到了几个案例",
    "还缺数": "还差几个",
    "截止日期": "报送的截止日期；名单里没有写的是空的",
    "逾期天数": "过了截止日期几天；没有逾期的是 0",
    "联系岗位": "名单里的联系岗位",
    "有问题的案例数": "几个案例有问题，只在修改意见里",
    "问题数": "共有几处，只在修改意见里",
    "必须修改数": "其中必须修改的，只在修改意见里",
    "请核对数": "其中请核对的，只在修改意见里",
    "我们改正数": "由我们改正、学校不用答复的，只在修改意见里",
    "案例列表": "各个案例：序号、标题、问题列表；每个问题有序号、位置、性质、原文前、原文、原文后、问题、改法",
}
"""What a template may name, with what it is; a test holds the handbook to it."""
