"""Who did it: universities, schools, branches and persons, as one cell names them."""

import re
from dataclasses import dataclass

from generator.intake.cells import split_values

_UNIVERSITY = re.compile(
    r"(.{2,30}?(?:大学|学院|高等专科学校|职业技术学校|专科学校|党校))(?![生城])(?:（[^（）]{1,12}）)?(?=(.*))",
    re.DOTALL,
)
_BRANCH = re.compile(r"(?:支部|总支|党委|党组|委员会|中心|研究院|研究所|团队|处|部)(?:（[^（）]*）)?$")
_SCHOOL = re.compile(r"(?:学院|系|学部|研究院|书院|部|所|中心)(?:（[^（）]*）)?$")
_OFFICE = re.compile(r"^(?:校?党委|党政|校)?(?:组织|宣传|统战|学生工作|学工|教师工作)部$|办公室$|[^事]处$|校?团委$")
_WITH = re.compile(r"(?<=大学|学院|学校)\s*(?:[与和及&＆+/／]|联合)\s*(?=.{2,20}(?:大学|学院|学校))")
_STAMP = re.compile(r"[（(]\s*(?:盖章|公章|签章|章|加盖公章)\s*[）)]")
_PERSON = re.compile(r"([㐀-鿿·]{2,12}|[A-Za-z][A-Za-z .·-]{2,30})\s*[（(，,：:\s/]\s*(.+?)\s*[）)]?")
_NAME = re.compile(r"[㐀-鿿]\s*[㐀-鿿·]{1,11}|[㐀-鿿]\s+[㐀-鿿]|[A-Za-z][A-Za-z .·-]{1,30}")
_ROLE = re.compile("教授|讲师|书记|主任|研究员|师$|院长|校长|带头人|博士|院士|处长|部长")
_NOT_A_NAME = re.compile("大学|学院|支部|中心|教授|书记|主任|老师|团队|同志")
_TITLE = re.compile(r"\s*(教授|副教授|讲师|书记|老师|主任|同志|院长|研究员|副研究员)$")


_TAKEN = "算作"


def is_about_division(doubt: str) -> bool:
    """Check whether a doubt is about where the name of a university ends, which its name elsewhere settles."""
    return f"”{_TAKEN}" in doubt and "；" not in doubt


@dataclass(frozen=True, slots=True)
class Body:
    """A university with what a cell adds to it."""

    university: str
    school: str = ""
    branch: str = ""
    doubt: str = ""


def read_universities(text: str) -> tuple[list[Body], str]:
    """Read the cell of a university; gives those it names, and a doubt where there are several."""
    plain = _STAMP.sub("", text)
    parts = [part for piece in split_values(plain, "、；;，,\n") for part in _WITH.split(piece)] or [text]
    if len(parts) > 1 and not all(re.search("大学|学院|学校|党校|研究院", part) for part in parts):
        return [_body(plain)], "一格里有几个名称，看不出哪些是学校"
    bodies = [_body(part) for part in parts]
    return bodies, "一格里写了几所学校，第一所算牵头的" if len(bodies) > 1 else ""


def _body(text: str) -> Body:
    plain = re.sub(r"[\s\u3000]+", "", text)
    found = _UNIVERSITY.match(plain)
    if not found or not found[2]:
        return Body(plain)
    rest = plain[found.end() :]
    university = plain[: found.end()]
    if not rest:
        return Body(university)
    if rest.endswith(("支部", "总支", "党委")):
        is_plain = university.endswith("大学") and "学院" not in rest
        return Body(university, branch=rest, doubt="" if is_plain else f"“{rest}”{_TAKEN}支部")
    if _OFFICE.search(rest):
        return Body(university, doubt=f"“{rest}”没有收入")
    if _SCHOOL.search(rest):
        return Body(university, school=rest, doubt=f"“{rest}”{_TAKEN}院系，也可能是校名的一部分")
    return Body(plain, doubt="校名后面还有别的字")


def read_branches(text: str) -> tuple[list[str], str]:
    """Read the cell of a branch; gives those it names, and a doubt where there are several."""
    parts = split_values(text, "、；;，,\n")
    if len(parts) > 1 and all(_BRANCH.search(part) for part in parts):
        return parts, "一格里写了几个单位，第一个算牵头的"
    return ["".join(text.split("\n")).strip()], "一格里像有几个单位" if len(parts) > 1 else ""


def read_persons(text: str) -> tuple[list[dict[str, str]], str]:
    """Read the cell of a secretary: 张三、李四, 张三（教授）; a person is a name and perhaps a role."""
    parts = split_values(text, "、；;\n")
    if len(parts) == 1 and re.fullmatch(r"[㐀-鿿·]{2,4}(?:\s+[㐀-鿿·]{2,4})+", text.strip()) and not _ROLE.search(text):
        parts = text.split()
    if len(parts) > 1 and not all(_NAME.fullmatch(_TITLE.sub("", re.sub(r"[（(].*", "", part))) for part in parts):
        parts = [text]
    persons = [_person(part) for part in parts]
    doubts = ["一格里写了几个人，第一个算牵头的"] if len(persons) > 1 else []
    doubts += [f"“{one['name']}”不像姓名" for one in persons if not _is_name(one["name"])]
    return persons, "；".join(doubts)


def _is_name(text: str) -> bool:
    return _NAME.fullmatch(text) is not None and not _NOT_A_NAME.search(text)


def _person(text: str) -> dict[str, str]:
    plain = text.strip()
    if re.fullmatch(r"[㐀-鿿][\s\u3000]+[㐀-鿿]", plain):
        # 王 芳: names of two characters are spread to the width of three.
        return {"name": re.sub(r"[\s\u3000]+", "", plain)}
    if found := _PERSON.fullmatch(plain):
        return {"name": found[1].strip(), "role": found[2]}
    titled = _TITLE.search(plain)
    if titled and len(plain) - len(titled[0]) >= 2:
        return {"name": plain[: titled.start()], "role": titled[1]}
    return {"name": plain}
