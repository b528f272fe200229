"""一个名称与另一个很像，多半是同一个。

检查什么：学校、院系、{actor}、合作单位和地点的名称，没有只差空格、括号全半角、校区、“大”和“大学”的；也没有比常见的
名称只错、漏、多一两个字的（同音、形近、颠倒）。地名、方位、序号和专业不同的，是不同的名称，不提示。

为什么：一个单位写成几种，分类里就成了几个，案例分散在各处，统计也不准。

例子：有 12 个案例写着

    university: 华南农业大学

有一个写着

    university: 华南农大

应改为：

    university: 华南农业大学
"""

from collections import defaultdict
from functools import lru_cache

from generator.case.model import Case
from generator.case.names import NameKind
from generator.case.problem import WARNING
from generator.case.spelling import spelt
from generator.reading.all_records import AllRecords, OwnedFindings
from generator.reading.check_result import CheckResult
from generator.reading.finding import Finding
from generator.reading.near_names import Near, Why, near_names
from generator.reading.written_name import WrittenName

SEVERITY = WARNING
APPLIES_TO = (Case,)

_WHY: dict[Why, str] = {
    "width": "只差空格或者括号、字母的全角和半角，是同一个名称的两种写法。",
    "campus": "校区属于同一所学校；写成两个名称，案例就分在两处。",
    "short": "像是同一个名称的简称和全称；写成两种，案例就分在两处。",
    "slip": "只差一两个字，差的字同音、形近，或者错漏、颠倒了，多半是写错了。",
}
_WHAT: dict[NameKind, str] = {
    "universities": "所学校",
    "schools": "个院系",
    "branches": "个支部",
    "partners": "个单位",
    "places": "个地点",
}

Uses = list[tuple[CheckResult[Case], WrittenName]]


def check_all(records: AllRecords) -> OwnedFindings:
    """Find names that are a frequent name in another spelling; withdrawn records do not count."""
    groups: defaultdict[tuple[NameKind, tuple[str, ...]], Uses] = defaultdict(list)
    for case in records.cases:
        if case.state != "withdrawn":
            for one in case.names:
                groups[one.kind, one.within].append((case, one))
    for (kind, _), uses in groups.items():
        if len(uses) > 1:
            yield from _of_group(kind, uses)


def _of_group(kind: NameKind, uses: Uses) -> OwnedFindings:
    counts: defaultdict[str, int] = defaultdict(int)
    # A case that has a name several times, which then stand together, counts once. As `_counted`, but quicker.
    last: dict[str, CheckResult[Case]] = {}
    for case, one in uses:
        name = one.name if one.is_known else one.text
        if last.get(name) is not case:
            counts[name] += 1
            last[name] = case
    found = _near(tuple(counts.items()), kind) if len(counts) > 1 else None
    if not found:
        return
    settled = {one.name for _, one in uses if one.is_known}
    for case, one in uses:
        near = found.get(_counted(one))
        if near and near.written not in settled:
            yield case, _finding(kind, one, near)


@lru_cache(maxsize=2**14)
def _near(counts: tuple[tuple[str, int], ...], kind: NameKind) -> dict[str, Near]:
    """Find names near others, by what is written; a preview asks again after each change of any record."""
    return {near.written: near for near in near_names(dict(counts), kind)}


def _counted(one: WrittenName) -> str:
    """Give the text under which a name is counted: what the list of names knows by its name, all else as written."""
    return one.name if one.is_known else one.text


def _finding(kind: NameKind, one: WrittenName, near: Near) -> Finding:
    what = _WHAT[kind]
    is_width = near.why == "width"
    other = (
        ""
        if is_width
        else (
            f"；同一{what}要照原样写的，在 content/names.yml 里列为它的简称或曾用名；"
            f"确是两{what}的，两个名称在那里各列一项。"
        )
    )
    meant = spelt(near.meant) if is_width else near.meant
    return Finding(
        one.place,
        message=f"“{one.label}”写的“{near.written}”像是“{meant}”"
        f"（{near.written} {near.count} 个，{near.meant} {near.meant_count} 个）",
        reason=_WHY[near.why],
        hint=f"改成“{meant}”{other or '。'}",
        edits=(one.changed_to(meant),),
        is_certain=is_width,
    )
