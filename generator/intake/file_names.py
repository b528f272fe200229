"""What the names of files and folders say of a case: 示例大学-任务类型-案例名.docx, 示例大学/任务类型/案例名.docx."""

import re
from dataclasses import dataclass

from generator.case.programme import Programme
from generator.case.text import count_han

_PARTS = re.compile(r"\s*(?:[-—–_－＿+＋|｜、,，；;]+|[【\[（(《》）)\]】])\s*")
_CAMPUS = re.compile(r"(大学|学院)[（(]([\u3400-\u9fff]{2,6})[）)]")
_UNIVERSITY = re.compile(
    r"[\u3400-\u9fff]{2,18}(?:大学|学院|高等专科学校|职业技术学校|专科学校|党校)(?:\ue000[^\ue001]{1,12}\ue001)?"
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
_FEWEST_OF_FOLDER = 6
"""Han characters of a folder's name that may be a title; fewer are a kind, a batch, or an office's word."""


@dataclass(frozen=True, slots=True)
class NamedCase:
    """What was found, each empty where nothing was."""

    university: str = ""
    school: str = ""
    branch: str = ""
    task: str = ""
    title: str = ""
    folder_title: str = ""
    """The title as the folder has it in which the file lies alone: 某大学-案例名/正文.docx."""


def named_case(path: str, programme: Programme) -> NamedCase:
    """Read the name of a file and of the folders around it; the nearest that says something counts."""
    *folders, name = path.split("/")
    stem = name.rpartition(".")[0] or name
    found = _read(stem, programme)
    for depth, folder in reversed([*enumerate(folders)]):
        around = _read(folder, programme)
        is_own = depth == len(folders) - 1 and (depth > 0 or around.university or around.task)
        may_be_title = is_own and not found.title and count_han(around.title) >= _FEWEST_OF_FOLDER
        found = NamedCase(
            found.university or around.university,
            found.school or around.school,
            found.branch or around.branch,
            found.task or around.task,
            found.title,
            around.title if may_be_title else found.folder_title,
        )
    return found


def _read(text: str, programme: Programme) -> NamedCase:
    known: dict[str, str] = {}
    titles: list[str] = []
    for piece in filter(None, (one.strip() for one in _PARTS.split(_joined(_NUMBER.sub("", text), programme)))):
        words = piece.split()
        kinds = [_kind(word, known, programme, is_first=not titles) for word in words]
        if any(kinds):
            titles += [word for word, kind in zip(words, kinds, strict=True) if not kind]
        else:
            titles.append(" ".join(words))
    title = max((one for one in titles if count_han(one) >= _FEWEST), key=len, default="")
    known = {key: one.translate(_BRACKETS_BACK) for key, one in known.items()}
    return NamedCase(**known, title=title)


_BRACKETS_BACK = str.maketrans("\ue000\ue001", "（）")


def _joined(text: str, programme: Programme) -> str:
    """Keep the brackets of a name of a university that says where it is: 示例大学（威海）."""

    def kept(found: re.Match[str]) -> str:
        inside = found[2]
        is_other = inside in programme.task_names or _NOISE.fullmatch(inside) or _SCHOOL.fullmatch(inside)
        return found[0] if is_other else f"{found[1]}\ue000{inside}\ue001"

    return _CAMPUS.sub(kept, text)


def _kind(word: str, known: dict[str, str], programme: Programme, *, is_first: bool) -> bool:
    """Put a word where it belongs; give whether it is anything but a title."""
    if _NOISE.fullmatch(word):
        return True
    name = ""
    if "task" not in known and word in programme.task_names:
        known["task"] = programme.task_names[word].name
        return True
    if is_first and "university" not in known and _UNIVERSITY.fullmatch(word):
        name = "university"
    elif "school" not in known and "university" in known and _SCHOOL.fullmatch(word):
        name = "school"
    elif "branch" not in known and _BRANCH.fullmatch(word):
        name = "branch"
    if name:
        known[name] = word
    return bool(name)
