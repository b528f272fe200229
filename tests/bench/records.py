"""Writes projects of many invented records for measuring: the same number and seed give the same bytes.

Every name is made up. A record has about 2,200 characters of text, as the ones that universities hand in.
"""

import random
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.case import vocabulary
from generator.case.programme import packaged_programme
from generator.making.project.starter import unclaimed

ROOT = Path(__file__).parents[2]
SEED = 20241122
CASES_PER_UNIVERSITY = 12

_PROVINCES = vocabulary.PROVINCES.names[:31]
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_UNIVERSITY_KINDS = ("大学", "学院", "科技大学", "师范大学", "农业大学", "理工大学", "医科大学", "工业学院")
_SCHOOLS = ("农学院", "机械学院", "环境学院", "教育学院", "经济学院", "外语学院", "医学院", "信息学院", "艺术学院")
_SUBJECTS = (
    "育种",
    "水质",
    "土壤",
    "果树",
    "养殖",
    "机床",
    "装备",
    "护理",
    "阅读",
    "英语",
    "编程",
    "非遗",
    "会计",
    "法律",
)
_THINGS = (
    "工作站",
    "夜校",
    "课堂",
    "实验室",
    "义诊点",
    "检测车",
    "资料库",
    "讲习所",
    "种子库",
    "培训班",
    "调研队",
    "服务台",
)
_WHO = ("支部党员", "教师团队", "师生小组", "驻点专家", "研究生党员", "两地支部", "志愿服务队", "项目负责人")
_WHEN = ("每月月初", "开学以后", "春耕之前", "汛期过后", "暑假期间", "项目启动时", "中期检查时", "每个季度末")
_WHERE = ("示范园区", "村委会", "车间", "社区活动室", "县中学", "合作社库房", "镇卫生院", "田间地头", "街道会议室")
_DOES = (
    "同当地干部一起列出问题清单，逐项写明责任人和完成时间",
    "把实验室里的方法改成当地人自己能做的步骤，并印成一页纸的操作单",
    "用三天时间走访农户和企业，当晚整理记录，第二天集体讨论",
    "开设专题党课和技术课，两门课共用一张课表",
    "建立数据台账，每周更新一次，超出范围的当场会商",
    "邀请当地的老党员和技术骨干上讲台，讲自己办成的一件事",
    "组织学生分组包片，一组学生对接一个村民小组",
    "与合作单位签订共建约定，约定只写三条，条条有期限",
)
_LEADS = (
    "原来要跑县城才能办的事，现在在村口就能办好",
    "参与的人数比上一年有了明显的增加",
    "当地技术人员已经可以独立完成全部环节",
    "两边支部的组织生活有了共同的题目",
    "调研中提出的建议有多条写进了下一年的工作安排",
    "学生的课程作业有了真实的题目和真实的读者",
    "一批年轻人留在当地，成为新的技术骨干",
    "同类问题的处理时间由一周缩短到一天以内",
)
_MEANS = (
    "这说明，先把责任议清楚，后来的经费和设备才落得下去",
    "经验表明，方法越简单，越能在基层长期用下去",
    "关键在于让当地人成为主角，学校的力量才不会一走就散",
    "不足之处是数据积累的时间还短，不同年份不能简单相比",
    "别处借鉴时，应当先核对本地的条件，不能照搬做法",
    "党建与业务合在一件事上做，就不必另外开会、另外填表",
)
_SECTION_CHARACTERS = {"background": 420, "approach": 760, "results": 460, "lessons": 330}
_COUNTED = (
    ("培训农户", "人次"),
    ("走访家庭", "户"),
    ("建成站点", "个"),
    ("推广面积", "亩"),
    ("编写教材", "册"),
    ("开展宣讲", "场"),
)


@dataclass(frozen=True, slots=True)
class University:
    """An invented university in a real province."""

    name: str
    province: str
    counties: tuple[tuple[str, str, str], ...]
    """Where its branches work: province, city and county. Pairs of university and county last for years."""


def write_project(folder: Path, count: int, *, seed: int = SEED) -> None:
    """Write a project of so many records, with the repository's own settings and pages."""
    shutil.copytree(ROOT / "content", folder / "content", ignore=shutil.ignore_patterns("collections"))
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(unclaimed(settings), encoding="utf-8")
    for case_id, record in make_records(count, seed=seed):
        path = folder / "cases" / case_id / "case.yml"
        path.parent.mkdir(parents=True)
        path.write_text(to_yaml(record), encoding="utf-8", newline="\n")


def make_records(count: int, *, seed: int = SEED) -> Iterator[tuple[str, dict[str, Any]]]:
    """Make so many records, each with its id. The values are texts, numbers, lists and mappings."""
    chance = random.Random(seed)  # noqa: S311 (nothing here is secret)
    universities = make_universities(max(1, count // CASES_PER_UNIVERSITY), chance)
    for number in range(count):
        year = chance.choice((2024, 2025, 2026))
        yield f"{year}-{number:05}", _record(number, year, chance.choice(universities), chance)


def make_universities(count: int, chance: random.Random) -> list[University]:
    """Make so many universities with distinct names such as 示例甲子大学."""
    names = [
        f"示例{stem}{branch}{mark}{kind}"
        for mark in ("", *_STEMS)
        for kind in _UNIVERSITY_KINDS
        for stem in _STEMS
        for branch in _BRANCHES
    ]
    return [
        University(name, chance.choice(_PROVINCES), (_make_county(chance), _make_county(chance)))
        for name in names[:count]
    ]


def _make_county(chance: random.Random) -> tuple[str, str, str]:
    return chance.choice(_PROVINCES), f"示例{chance.choice(_STEMS)}市", f"样例{chance.choice(_BRANCHES)}县"


def _record(number: int, year: int, university: University, chance: random.Random) -> dict[str, Any]:
    task = chance.choice(list(packaged_programme().tasks))
    others = [name for name in packaged_programme().task_names.names if name != task.name]
    subject, thing = chance.choice(_SUBJECTS), chance.choice(_THINGS)
    province, city, county = chance.choice(university.counties)
    month = chance.randint(1, 9)
    return {
        "title": f"{subject}{thing}建到{county}的第{number + 1}个故事",
        "task": task.name,
        "also": sorted(chance.sample(others, chance.randint(0, 2))),
        "summary": f"{university.name}{subject}教师党支部与{city}{county}结对，建起{subject}{thing}。"
        + _sentences(chance, 90),
        "university": university.name,
        "school": chance.choice(_SCHOOLS),
        "branch": f"{subject}教师党支部",
        "secretary": {"name": f"{chance.choice(_STEMS)}示例", "role": f"教授、{subject}学科带头人"},
        "province": university.province,
        "level": chance.choice(packaged_programme().levels.names),
        "period": {"start": f"{year}-{month:02}", "end": f"{year}-{chance.randint(month, 12):02}"},
        "places": [{"province": province, "city": city, "county": county, "detail": chance.choice(_WHERE)}],
        "partners": [
            {"name": f"{county}{place}", "kind": chance.choice(packaged_programme().partner_kinds.names)}
            for place in chance.sample(_WHERE, chance.randint(1, 3))
        ],
        "forms": chance.sample(task.forms.names, chance.randint(1, 3)),
        "products": [
            {"kind": kind, "name": f"{subject}{thing}{kind}"}
            for kind in chance.sample(task.products.names, chance.randint(1, 2))
        ],
        "outcomes": [_outcome(what, unit, chance) for what, unit in chance.sample(_COUNTED, chance.randint(2, 4))],
        **{key: _section(key, length, chance) for key, length in _SECTION_CHARACTERS.items()},
        "keywords": [subject, thing, *chance.sample(["结对共建", "乡村振兴", "大思政课", "科普", "调研", "产业"], 3)],
        "featured": "true" if number % 500 == 0 else "false",
        "sources": [
            {
                "title": f"{university.name}的{subject}{thing}",
                "publisher": "示例新闻网",
                "url": f"https://www.example.com/{year}/{number + 1:05}.html",
                "date": f"{year}-{month:02}-{chance.randint(1, 28):02}",
            }
        ],
        "status": "published",
    }


def _outcome(what: str, unit: str, chance: random.Random) -> dict[str, str]:
    outcome = {"what": what, "value": str(chance.randint(3, 20_000)), "unit": unit}
    if chance.random() < 0.5:
        outcome["qualifier"] = str(chance.choice(packaged_programme().qualifiers))
    return outcome


def _sentences(chance: random.Random, length: int) -> str:
    """Join whole sentences until they are long enough."""
    text = ""
    while len(text) < length:
        text += f"{chance.choice(_WHEN)}，{chance.choice(_WHO)}在{chance.choice(_WHERE)}{chance.choice(_DOES)}。"
    return text


def _section(key: str, length: int, chance: random.Random) -> str:
    """Write a section as people do: paragraphs, a bold beginning, a list, now and then a table or a note."""
    if key == "approach":
        heads = chance.sample(_SUBJECTS, 3)
        parts = [f"**{head}先行。** {_sentences(chance, length // 4)}" for head in heads]
        steps = [f"{number}. {does}；" for number, does in enumerate(chance.sample(_DOES, 3), 1)]
        return "\n\n".join((*parts, "\n".join(steps)))
    if key == "results":
        rows = [f"| {year} | {chance.randint(10, 99)} | {chance.randint(100, 999)} |" for year in (2024, 2025, 2026)]
        table = "\n".join(("| 年份 | 站点（个） | 服务（人次） |", "|---|---:|---:|", *rows))
        told = "".join(f"{lead}。" for lead in chance.sample(_LEADS, 5))
        return f"{told}\n\n{table}\n\n{_sentences(chance, length // 2)}"
    if key == "lessons":
        heads, means = chance.sample(_SUBJECTS, 4), chance.sample(_MEANS, 4)
        points = [f"- **{head}**：{mean}。" for head, mean in zip(heads, means, strict=True)]
        return "\n".join(points) + "\n\n" + _sentences(chance, length // 2)
    note = "[^1]" if chance.random() < 0.3 else ""
    told = f"{_sentences(chance, length // 2)}{note}\n\n“{chance.choice(_LEADS)}”，当地干部这样说。"
    told += _sentences(chance, length // 2 - 40)
    return f"{told}\n\n[^1]: 数据由示例单位提供。" if note else told


def to_yaml(record: dict[str, Any]) -> str:
    """Write a record as editors do: block texts for sections, everything else on its line."""
    lines: list[str] = []
    for key, value in record.items():
        if key in _SECTION_CHARACTERS:
            lines.append(f"{key}: |")
            lines += [f"  {line}" if line else "" for line in value.split("\n")]
        elif value != []:
            lines.append(yaml.safe_dump({key: value}, allow_unicode=True, sort_keys=False, width=10_000).rstrip())
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    write_project(Path(sys.argv[1]), int(sys.argv[2]))
