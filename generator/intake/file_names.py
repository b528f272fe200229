"""What the names of files and folders say of a case: 示例大学-任务类型-案例名.docx, 示例大学/任务类型/案例名.docx."""

import re
from dataclasses import dataclass

from generator.case.programme import Programme
from generator.case.text import count_han

_PARTS = re.compile(r"\s*(?:[-—–_－＿+＋|｜、,，；;]+|\s{1,}|[【\[（(《“]|[】\]）)》”])\s*")
_UNIVERSITY = re.compile(
    r"[\u3400-\u9fff]{2,18}(?:大学|学院|高等专科学校|职业技术学校|专科学校|党校)(?:（[^（）]{1,12}）)?"
)
_BRANCH = re.compile(r"[\u3400-\u9fff]{2,24}(?:支部|总支|工作室|团队|党委)")
_SCHOOL = re.compile(r"[\u3400-\u9fff]{1,12}(?:学院|系|学部|书院)")
_NOISE = re.compile(
    r"(?:附件|附|材料|案例|序号)?[0-9一二三四五六七八九十]{0,3}|(?:19|20)\d{2}(?:[年.]?\d{0,2}[月.]?\d{0,2}日?)?|\d{4,8}"
    r"|(?:最终|终|定|初|修改|修订|送审|上报|报送|正式|最新|盖章|电子|word|WORD|Word)+(?:稿|版|版本|文档)?\d*|[vV]\d+(?:\.\d+)?|副本|备份"
    r"|(?:典型|优秀|工作|支部)?案例(?:申报|推荐|报送)?(?:表|书|材料|文本|正文|集)?|申报(?:表|书|材料)|推荐表|正文|新建.*文档|文档\d*|word|docx?|最终|定稿"
)
_NUMBER = re.compile(
    r"^\s*(?:[（(]?\d{1,3}[)）.、．\-—_ ]+|[一二三四五六七八九十]{1,3}[、.．]\s*|附件\s*\d*\s*[：:.、]?)"
)
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class NamedCase:
    """What was found, each empty where nothing was."""

    university: str = ""
    school: str = ""
    branch: str = ""
    task: str = ""
    title: str = ""


def named_case(path: str, programme: Programme) -> NamedCase:
    """Read the name of a file and of the folders around it; the nearest that says something counts."""
    *folders, name = path.split("/")
    stem = name.rpartition(".")[0] or name
    found = _read(stem, programme)
    for folder in reversed(folders):
        around = _read(folder, programme)
        found = NamedCase(
            found.university or around.university,
            found.school or around.school,
            found.branch or around.branch,
            found.task or around.task,
            found.title,
        )
    return found


def _read(text: str, programme: Programme) -> NamedCase:
    university = school = branch = task = ""
    titles: list[str] = []
    for part in filter(None, (piece.strip() for piece in _PARTS.split(_NUMBER.sub("", text)))):
        if _NOISE.fullmatch(part):
            continue
        if not task and part in programme.task_names:
            task = programme.task_names[part].name
        elif not university and _UNIVERSITY.fullmatch(part) and not (university or titles):
            university = part
        elif not school and university and _SCHOOL.fullmatch(part):
            school = part
        elif not branch and _BRANCH.fullmatch(part):
            branch = part
        elif count_han(part) >= _FEWEST:
            titles.append(part)
    return NamedCase(university, school, branch, task, max(titles, key=len, default=""))
