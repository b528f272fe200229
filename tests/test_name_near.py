"""Names that are one name in other spellings are told; names that only look alike never are."""

import random
from collections.abc import Callable
from pathlib import Path

from generator.case.date import PartialDate
from generator.case.edit import apply_edits
from generator.case.model import Case
from generator.case.names import Name, NameKind, Names
from generator.case.problem import Problem
from generator.case.programme import packaged_programme
from generator.outputs.report import render_problem
from generator.reading.all_records import AllRecords
from generator.reading.examination import examine, examine_all, parse_record
from generator.reading.near_names import near_names
from generator.reading.record import Record
from generator.reading.surroundings import Surroundings
from tests.each import each

UNIVERSITIES = (Path(__file__).parent / "universities.txt").read_text(encoding="utf-8").split()
"""Names of real universities, which differ in one character as often as not."""


def record_of(at: int, rest: str) -> Record:
    """Write a record."""
    text = f"title: 示例标题第{at}号\ntask: 教育服务\nsummary: 提要。\nsources:\n- {{title: 报道, publisher: 示例网}}\n"
    return Record(f"x-{at:02}", f"cases/x-{at:02}/case.yml", f"{text}{rest}".encode())


def problems_of(rests: list[str], names: Names | None = None) -> list[Problem]:
    """Give what is told of names in records with these lines."""
    surroundings = Surroundings(PartialDate(2026, 11, 22), packaged_programme(), names=names or Names())
    results = [examine(parse_record(record_of(at, rest), Case, surroundings), Case) for at, rest in enumerate(rests)]
    return [one for one in examine_all(AllRecords(tuple(results))) if one.rule == "name-near"]


def of_universities(*names: str, known: Names | None = None) -> list[tuple[str, str, bool]]:
    """Give what is told of records of these universities: what is written, what the edit writes, whether it is sure."""
    rests = [f"university: {name}\nbranch: 示例支部\n" for name in names]
    return [
        (
            problem.place.excerpt.removeprefix("university: "),
            apply_edits(record_of(0, rests[int(problem.path[8:10])]).data.decode(), problem.edits)
            .partition("university: ")[2]
            .partition("\n")[0],
            problem.is_certain,
        )
        for problem in sorted(problems_of(rests, known))
    ]


def test_spellings_of_one_university() -> None:
    """Blanks, width and campus of a name, a slip and an abbreviation are told, each with the name that is meant."""
    assert [
        ("示例 大学", "示例大学", True),
        ("示例大学(南校区)", "示例大学", False),
        ("示例大学（南校区）", "示例大学", False),
        ("示列大学", "示例大学", False),
        ("华南农大", "华南农业大学", False),
    ] == of_universities(
        "示例大学", "示例 大学", "示例大学(南校区)", "示例大学（南校区）", "示列大学", "华南农大", "华南农业大学"
    )


def test_list_settles() -> None:
    """What the list of names has is settled: an alias is read as the name, and a name of its own is another one."""
    known = Names({"universities": (Name("华南农业大学", ("华南农大",)), Name("示列大学"))})

    assert [] == of_universities(*["示例大学"] * 5, "示列大学", "华南农大", "华南农业大学", known=known)


def test_real_universities_are_not_confused() -> None:
    """Among hundreds of real names, frequent and rare by chance, none is taken for another."""
    found = set()
    for seed in range(4):
        chance = random.Random(seed)  # noqa: S311 (no secret)
        found |= {*near_names({name: chance.choice((1, 12)) for name in UNIVERSITIES}, "universities")}

    assert set() == found


@each(
    ("rare", "frequent"),
    [
        ("上海海样大学", "上海海洋大学"),
        ("华南农叶大学", "华南农业大学"),
        ("华男农业大学", "华南农业大学"),
        ("华南农大学", "华南农业大学"),
        ("华华南农业大学", "华南农业大学"),
        ("西北农林科枝大学", "西北农林科技大学"),
        ("江苏省师范大学", "江苏师范大学"),
        ("黄冈师院", "黄冈师范学院"),
        ("北科大", "北京科技大学"),
        ("南信大", "南京信息工程大学"),
    ],
)
def test_slips(rare: str, frequent: str) -> None:
    """Slips of the keyboard and of the eye are told among all real names, and so are abbreviations."""
    counts = dict.fromkeys((*UNIVERSITIES, frequent), 6) | {rare: 1}

    assert [(rare, frequent, 1, 6)] == [
        (near.written, near.meant, near.count, near.meant_count) for near in near_names(counts, "universities")
    ]


@each(
    ("kind", "rare", "frequent"),
    [
        ("partners", "示例第二小学", "示例第一小学"),
        ("partners", "黎家村党支部", "李家村党支部"),
        ("partners", "示例东校", "示例西校"),
        ("partners", "示例A公司", "示例B公司"),
        ("places", "吉安县", "吉安市"),
        ("places", "二村", "一村"),
        ("branches", "教师第二党支部", "教师第一党支部"),
        ("schools", "化学学院", "数学学院"),
        ("universities", "样例大学", "示例大学"),
        ("universities", "华农大", "华南农业大学"),
    ],
)
def test_other_names(kind: NameKind, rare: str, frequent: str) -> None:
    """Numbers, directions, letters, villages and subjects tell names apart; what may be two names is told of none."""
    assert [] == list(near_names({rare: 1, frequent: 20, "华中农业大学": 20}, kind))


@each(
    ("kind", "rare", "frequent"),
    [
        ("places", "庆阳", "庆阳市"),
        ("partners", "示例县政府", "示例县人民政府"),
        ("partners", "示例茶业公司", "示例茶业有限公司"),
        ("schools", "计算机科学与枝术学院", "计算机科学与技术学院"),
        ("branches", "茶学系教帅党支部", "茶学系教师党支部"),
    ],
)
def test_names_of_other_kinds(kind: NameKind, rare: str, frequent: str) -> None:
    """What is often left out, and slips, are told of other names, too."""
    assert [(rare, frequent)] == [(near.written, near.meant) for near in near_names({rare: 1, frequent: 9}, kind)]


def test_each_in_its_place() -> None:
    """Branches are compared within their university, counties within their city."""
    one, other = "university: 示例大学\n", "university: 样例大学\n"
    branch = "branch: 茶学系教师党支部\n"
    place = "places:\n- {{province: 甘肃, city: 庆阳市, county: {}}}\n"

    assert [] == problems_of([*[one + branch] * 5, other + "branch: 茶学系教帅党支部\n"])
    assert [] == problems_of([one + branch + place.format("合水县"), one + branch + place.format("华池县")])
    assert ["cases/x-00/case.yml"] == [
        problem.path for problem in problems_of([one + branch + place.format(name) for name in ("合水", "合水县")])
    ]


def test_message(golden: Callable[[str, str], str]) -> None:
    """Both names are told with their counts, at each place of the rare one."""
    rests = [f"university: {name}\nbranch: 示例支部\n" for name in ["华南农业大学"] * 12]
    others = [
        "universities: [华南农大, '示例大学(南校区)']\nbranch: 示例支部\n",
        "university: 示例大学（南校区）\nbranch: 示例支部\n",
        "university: 华南农叶大学\nbranch: 示例支部\n",
    ]
    actual = "\n\n".join(map(render_problem, sorted(problems_of([*rests, *others])))) + "\n"

    assert golden("diagnostics/name-near.txt", actual) == actual


def test_withdrawn_records_do_not_count() -> None:
    """A record that was withdrawn is told nothing, and makes no name frequent."""
    rests = [f"university: {name}\nbranch: 示例支部\n" for name in ("示例 大学", "示例大学")]

    assert [] == problems_of([rests[0] + "status: withdrawn\nwithdrawn_reason: 重复\n", rests[1]])
