"""一个字段里写了几个名称。

检查什么：学校、{actor}、{secretary}的字段里，一个字段只写一个名称；几所学校、几个{actor}、几位书记，用 universities、
branches、secretaries 逐个写。

为什么：连在一起写的，网站会当作一所学校、一个{actor}，从其中任何一所的名下都找不到这个案例，统计也会算错。

例子：

    university: 示例大学、示例理工大学

应改为：

    universities: [示例大学, 示例理工大学]
"""

import re
from collections.abc import Iterator
from typing import Any

from generator.case.model import SEVERAL, Case
from generator.case.problem import WARNING
from generator.case.text import shorten
from generator.reading.fault import Path
from generator.reading.finding import Finding
from generator.reading.list_items import is_several
from generator.reading.parsed_record import ParsedRecord
from generator.reading.record_editor import Edits

SEVERITY = WARNING
APPLIES_TO = (Case,)

_BETWEEN = re.compile(r"\s*(?:[、，,；;／/＋+]|以及|[和与及])\s*")
_BETWEEN_PERSONS = re.compile(r"\s*[、，,；;／/]\s*")
_AND_OTHERS = re.compile(r"等(?:[0-9一二三四五六七八九十两]+[所个位名])?(?:学校|高校|党?支部|单位)?$")
_TITLES = "教授|讲师|研究员|工程师|教师|老师|书记|院长|主任|处长|部长|博士|带头人"
_IN_BRACKETS = r"(?:[（(][^（()）]*[）)])?"
# What joins must have whole names on both sides: 电子、机械联合党支部 is one branch, 和田学院 one school.
# Schools of one university (示例大学文学院、理学院) are no universities, and 教授 is nobody's name.
_WHOLE = {
    "university": re.compile(rf"(?:(?!大学).){{2,}}(?:大学|学院|学校|研究院|研究所|党校){_IN_BRACKETS}"),
    "branch": re.compile(rf".{{2,}}(?:支部|党委|党总支|支委会|委员会|工作室|支队|课题组){_IN_BRACKETS}"),
    "secretary": re.compile(rf"(?!.*(?:{_TITLES}))(?:[㐀-鿿]{{2,4}}|[㐀-鿿]+·[㐀-鿿·]+)"),
}
_NUMBER = "第?[一二三四五六七八九十]+"
_NUMBERED = re.compile(rf"(.*?)({_NUMBER}(?:\s*[、，,和与及]\s*{_NUMBER})+)([^、，,]*支部)")
"""Branches that differ by their number alone: 物理学院教师第一、第二党支部."""


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find texts that name several universities, branches or secretaries."""
    for single, several in SEVERAL.items():
        inner = ("name",) if single == "secretary" else ()
        items = ((several, index, *inner) for index, _ in enumerate(record.items(several)))
        for path in ((single, *inner), *items):
            text = record.text(*path)
            names = joined_names(single, text)
            # An item that is several by its commas is told as such.
            if len(names) > 1 and not is_several(path, text):
                yield _finding(record, path, several, names)


def joined_names(key: str, text: str) -> tuple[str, ...]:
    """Take a text apart that joins names of the kind that `university`, `branch` or `secretary` holds.

    `("示例大学", "示例理工大学")` of 示例大学、示例理工大学; a text that is, or may be, one name is given whole.
    """
    text = _AND_OTHERS.sub("", text)
    numbered = _NUMBERED.fullmatch(text) if key == "branch" else None
    if numbered and "第" in numbered[2]:
        numbers = (number.removeprefix("第") for number in _BETWEEN.split(numbered[2]))
        return tuple(f"{numbered[1]}第{number}{numbered[3]}" for number in numbers)
    names = tuple((_BETWEEN_PERSONS if key == "secretary" else _BETWEEN).split(text))
    if len(names) == 1 or not all(map(_WHOLE[key].fullmatch, names)):
        return (text,)
    # 物理学院教师第一党支部、第二党支部: what comes before the number is said once for both.
    before = names[0].partition("第")[0]
    return tuple(f"{before}{name}" if name.startswith("第") else name for name in names)


def _finding(record: ParsedRecord, path: Path, several: str, names: tuple[str, ...]) -> Finding:
    is_listed, is_person = path[0] == several, path[-1] == "name"
    items = "".join(f"“  - name: {name}”" if is_person else f"“  - {name}”" for name in names)
    written = f"“{several}: [{', '.join(names)}]”" if not is_listed and not is_person else f"几项：{items}"
    return Finding(
        record.place(*path),
        message=f"“{record.label(path)}”里写了 {len(names)} 个名称：{shorten('、'.join(names), 40)}",
        reason="一个字段里的文字当作一个名称；连在一起写，从其中任何一个都找不到这个案例。",
        hint=f"{'拆开' if is_listed else f'改用 {several}'}，写成{written}{_or_school(path, names)}。",
        edits=_edits(record, path, several, names),
    )


def _or_school(path: Path, names: tuple[str, ...]) -> str:
    is_mixed = names[0].endswith("大学") and any(name.endswith("学院") for name in names)
    return "；后面的是院系的，写进 school" if path[0] in ("university", "universities") and is_mixed else ""


def _edits(record: ParsedRecord, path: Path, several: str, names: tuple[str, ...]) -> Edits:
    """Take the names apart; where a role is written, only the editor knows whose it is."""
    is_person = path[-1] == "name"
    apart: list[Any] = [{"name": name} for name in names] if is_person else list(names)
    if is_person and len(record.get(*path[:-1])) > 1:
        return ()
    editor, single = record.editor, path[:1]
    if path[0] == several:
        items, index = record.items(several), int(path[1])
        return editor.set(single, [*items[:index], *apart, *items[index + 1 :]])
    return () if record.get(several) else (*editor.rename(single, several), *editor.set(single, apart))
