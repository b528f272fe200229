"""报送名单的联系岗位写了姓名。

检查什么：content/roster.yml（报送名单）里的 contact 写部门和职务，不写姓名。电话和邮箱由 personal-data 检查。

为什么：名单要在同事之间传，人也会换岗；记下由哪个岗位负责就够了，姓名、电话放在自己的通讯录里。

例子：

    contact: 组织部张示例

应改为：

    contact: 党委组织部联络员
"""

import re
from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.roster import Roster

SEVERITY = ERROR
APPLIES_TO = (Roster,)

_UNITS = (
    "教育工作委员会|教育工委|教工委|组织部|宣传部|统战部|教师工作部|人事处|教务处|科研处|学生处|社会合作处|办公室|委员会|"
    "党总支|党支部|总支|支部|党委|党办|校办|团委|研究院|研究所|学院|中心|大学|部门|学部|部|处|科|办|室|院|系|组"
)
_ROLES = (
    "副书记|书记|副部长|部长|副处长|处长|副科长|科长|副主任|主任|副院长|院长|秘书长|秘书|干事|专员|组织员|组织委员|宣传委员|"
    "委员|联络员|联络人|联系人|负责人|负责同志|工作人员|科员|主管|助理|管理员|辅导员|值班|专班|岗位|岗"
)
_PARTS = re.compile(r"[\s()（）,，、;；/／|·:：+＋—-]+")
_ENDS_IN_ROLE = re.compile(f"(?:{_UNITS}|{_ROLES})$")
_ROLE_AT_END = re.compile(f"(?:{_ROLES}|老师|同志|教授|先生|女士)$")
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘蔡蒋余于杜叶程苏魏吕丁任卢姚沈钟姜崔谭"
    "陆范汪廖石金韦贾夏付方邹熊白孟秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_NAME_AND_TITLE = re.compile(f"[{_SURNAMES}][\u4e00-\u9fff]{{0,2}}$")
_LONGEST_NAME = 3


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find contacts that are, or end in, what is no unit and no role."""
    for at, _ in enumerate(record.items("units")):
        path = ("units", at, "contact")
        contact = record.text(*path)
        if contact and names_a_person(contact):
            yield Finding(
                record.place(*path),
                message=f"“{record.label(path)}”写的不只是部门和职务",
                reason="这里只记由哪个岗位负责，不记是谁：名单要传给别人看，人也会换岗。",
                hint="写成部门和职务，例如 contact: 党委组织部联络员；姓名放在自己的通讯录里。",
            )


def names_a_person(contact: str) -> bool:
    """Say whether a contact is more than units and roles: 组织部张示例, 张示例部长, 李老师."""
    return any(map(_is_name, filter(None, _PARTS.split(contact))))


def _is_name(part: str) -> bool:
    if title := _ROLE_AT_END.search(part):
        before = part[: title.start()]
        unit = list(re.finditer(f"(?:{_UNITS})", before))
        rest = before[unit[-1].end() :] if unit else before
        return bool(_NAME_AND_TITLE.fullmatch(rest)) or title[0] in ("老师", "同志", "先生", "女士", "教授")
    return not _ENDS_IN_ROLE.search(part)
