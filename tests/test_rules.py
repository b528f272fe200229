"""Every rule says what is wrong in the words of its golden file, and explains itself."""

import importlib
import pkgutil
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from generator.case.date import PartialDate
from generator.case.edit import apply_edits
from generator.case.model import Case, Collection, Model
from generator.case.model.programme_file import ProgrammeFile
from generator.case.problem import ERROR, WARNING, Problem
from generator.case.programme import packaged_programme, parse_programme
from generator.outputs.report import render_problem
from generator.reading import checks
from generator.reading.checks import CHECKS, FAULT_RULES, RULES_BY_KEY, WAIVABLE
from generator.reading.examination import examine, parse_record
from generator.reading.lead_choice import LeadChoice
from generator.reading.manual import HEADINGS, manual, render_manual
from generator.reading.name_list import NameList
from generator.reading.parsed_record import ParsedRecord
from generator.reading.record import Record
from generator.reading.roster import Roster
from generator.reading.rule import EVERY_KIND
from generator.reading.surroundings import Surroundings
from generator.reading.synonym_list import SynonymList
from tests.each import each

DIAGNOSTICS = Path(__file__).parent / "diagnostics"
RECORDS = sorted(path.stem for path in DIAGNOSTICS.glob("*.yaml"))
PROGRAMMES = sorted(path.stem for path in DIAGNOSTICS.glob("*.yml"))
"""Files of programmes with faults; they have another ending than records."""
RULES = sorted(CHECKS)
MODULES = [
    importlib.import_module(f"{checks.__name__}.{module.name}") for module in pkgutil.iter_modules(checks.__path__)
]
"""Every module beside the rules, whether it is listed among them or not."""
SURROUNDINGS = Surroundings(PartialDate(2026, 11, 22), packaged_programme())

GOOD = """\
title: 数字党课进社区
task: 党建联建
summary: 示例大学支部与示例社区共上党课。
university: 示例大学
branch: 示例学院教师党支部
sources:
  - {title: 示例报道, publisher: 示例网}
"""
SPECIAL = {
    "encoding-wrong": (GOOD.encode("gbk"),),
    "encoding-wrong.gb18030": (GOOD.replace("示例社区", "㐀㐁社区").encode("gb18030"),),
    "encoding-wrong.utf-16": (GOOD.encode("utf-16"),),
    "encoding-wrong.utf-16-unmarked": (GOOD.encode("utf-16-le"),),
    "encoding-wrong.broken": (GOOD.encode().replace("社区".encode(), b"\xe7\xa4 \xff"),),
    "file-foreign": (b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml word/document.xml",),
    "file-foreign.excel": (b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml xl/workbook.xml",),
    "file-foreign.wps": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),),
    "file-foreign.pdf": (b"%PDF-1.7\n",),
    "file-foreign.html": (b"<!DOCTYPE html><title>x</title>",),
    "record-too-large": (GOOD.encode() + b"# " + b"x" * 600_000,),
    "record-too-large.items": (GOOD + "forms: [" + "开会, " * 5_001 + "]\n",),
    "prose-too-dense": (GOOD + "approach: |\n" + "  # [茶](\n" * 2_000,),
    "html-unsafe.many": (GOOD + "approach: |\n" + "  <b>茶</b><u>水</u>\n" * 20,),
    "id-invalid.folder": (GOOD, "2025 Shili_Dangke"),
    "id-invalid.chinese": (GOOD, "数字党课"),
}

Problems = Callable[..., tuple[Problem, ...]]
Golden = Callable[[str, str], str]


def name_of(module: ModuleType) -> str:
    """Name a rule by its module."""
    return module.__name__.rpartition(".")[2].replace("_", "-")


def rendered(problems: tuple[Problem, ...]) -> str:
    """Write problems as the golden files have them."""
    return "\n\n".join(render_problem(problem) for problem in problems) + "\n"


@each("name", RECORDS)
def test_message(name: str, problems: Problems, golden: Golden) -> None:
    """A record with one fault gets exactly the messages of its golden file."""
    actual = rendered(problems((DIAGNOSTICS / f"{name}.yaml").read_bytes()))

    assert golden(f"diagnostics/{name}.txt", actual) == actual


@each("name", RECORDS)
def test_rules_that_are_not_asked_find_nothing(name: str) -> None:
    """A rule that only words faults, or looks at one key, has nothing to say where it is not asked."""
    record = Record("2025-shili", "cases/2025-shili/case.yml", (DIAGNOSTICS / f"{name}.yaml").read_bytes())
    parsed = parse_record(record, Case, SURROUNDINGS)
    others = {rule: one for key, rules in RULES_BY_KEY.items() if not parsed.get(key) for rule, one in rules.items()}
    others |= {rule: one for rule, one in FAULT_RULES.items() if rule not in parsed.found}
    of_cases = {rule: one for rule, one in others.items() if Case in one.APPLIES_TO}

    assert [rule for rule, one in of_cases.items() if list(one.check(parsed))] == []


@each("name", SPECIAL)
def test_message_of_special_records(name: str, problems: Problems, golden: Golden) -> None:
    """What no YAML file can show gets its golden message too."""
    actual = rendered(problems(*SPECIAL[name]))

    assert golden(f"diagnostics/{name}.txt", actual) == actual
    assert name.partition(".")[0] in actual


@each("name", RECORDS)
def test_rule_is_found(name: str, problems: Problems) -> None:
    """The record `<rule>.yaml` or `<rule>.<variant>.yaml` has a problem of that rule."""
    found = {problem.rule for problem in problems((DIAGNOSTICS / f"{name}.yaml").read_bytes())}

    assert name.partition(".")[0] in found


def programme_of(name: str) -> ParsedRecord:
    """Read a programme's file, after two levels were published."""
    published = frozenset({("level", "city"), ("level", "national")})
    surroundings = replace(SURROUNDINGS, published_words=published if name == "word-vanished" else frozenset())
    raw = Record("programme", "content/programme.yml", (DIAGNOSTICS / f"{name}.yml").read_bytes())
    return parse_record(raw, ProgrammeFile, surroundings)


@each("name", PROGRAMMES)
def test_message_of_a_programme(name: str, golden: Golden) -> None:
    """A programme with faults gets exactly the messages of its golden file."""
    problems = examine(programme_of(name), ProgrammeFile).problems

    assert golden(f"diagnostics/{name}.txt", rendered(problems)) == rendered(problems)
    assert name.partition(".")[0] in {problem.rule for problem in problems}


OTHERS = {
    "term-former": "title: 数字党课进社区\ntask: 旧的名称\nsummary: 示例。\nforms: [old-talks]\n",
    "key-unused": "title: 数字党课进社区\ntask: 走访慰问\nsummary: 示例。\nlevel: 甲\nkeywords: [茶]\n",
}
"""Records of another programme than the packaged one."""
OTHER = {
    "name": "示例行动",
    "tasks": [{"id": "visits", "name": "走访慰问", "definition": "示例。", "formerly": ["旧的名称"]}],
    "forms": [{"id": "talks", "name": "宣讲", "renamed_from": ["old-talks"]}],
    "unused": ["keywords"],
}


@pytest.mark.parametrize("name", OTHERS)
def test_message_under_another_programme(name: str, golden: Golden) -> None:
    """What a record may say is for its programme to tell."""
    surroundings = replace(SURROUNDINGS, programme=parse_programme(OTHER))
    raw = Record("2025-shili", "cases/2025-shili/case.yml", f"{OTHERS[name]}sources: [{{title: 示例}}]\n".encode())
    problems = examine(parse_record(raw, Case, surroundings), Case).problems
    actual = rendered(tuple(problem for problem in problems if problem.rule != "source-thin"))

    assert golden(f"diagnostics/{name}.txt", actual) == actual
    assert name in actual


def test_a_former_word_is_mended_for_certain() -> None:
    """The edits put the name of now in the place of the old one, and leave every other byte."""
    text = "title: 数字党课进社区\ntask: 旧的名称   # 主要的\nsummary: 示例。\nforms:\n- old-talks\n"
    surroundings = replace(SURROUNDINGS, programme=parse_programme(OTHER))
    raw = Record("2025-shili", "cases/2025-shili/case.yml", text.encode())
    problems = examine(parse_record(raw, Case, surroundings), Case).problems
    former = [problem for problem in problems if problem.rule == "term-former"]

    assert all(problem.is_certain for problem in former)
    mended = apply_edits(text, [edit for problem in former for edit in problem.edits])
    assert mended == text.replace("旧的名称", "走访慰问").replace("old-talks", "宣讲")


def missing_parts(module: ModuleType) -> list[str]:
    """Name the parts of a rule that its programmer forgot."""
    rule = name_of(module)
    has = vars(module).keys()
    parts = {
        "SEVERITY": getattr(module, "SEVERITY", None) in (ERROR, WARNING),
        "APPLIES_TO": bool(getattr(module, "APPLIES_TO", ())),
        "a function": len({"check", "check_all", "check_waivers"} & has) == 1,
        "a line in checks/__init__.py": CHECKS.get(rule) is module,
        "a golden message": any((*DIAGNOSTICS.glob(f"{rule}.txt"), *DIAGNOSTICS.glob(f"{rule}.*.txt"))),
    }
    docstring = module.__doc__ or ""
    parts |= {f"{heading} in its docstring": f"\n{heading}：" in docstring for heading in HEADINGS}
    return [part for part, is_there in parts.items() if not is_there]


@each("module", MODULES, ids=name_of)
def test_rule_is_whole(module: ModuleType) -> None:
    """A rule has all its parts."""
    missing = missing_parts(module)

    assert missing == [], f"the rule {name_of(module)} lacks {'; '.join(missing)}"


def test_missing_parts_are_named() -> None:
    """Of a module in which everything was forgotten, everything is named."""
    assert missing_parts(ModuleType("generator.reading.checks.new_rule")) == [
        "SEVERITY",
        "APPLIES_TO",
        "a function",
        "a line in checks/__init__.py",
        "a golden message",
        "检查什么 in its docstring",
        "为什么 in its docstring",
        "例子 in its docstring",
        "应改为 in its docstring",
    ]


@each("path", sorted(DIAGNOSTICS.glob("*.txt")), ids=lambda path: path.stem)
def test_rules_judge_only_their_kinds(path: Path) -> None:
    """A message is about a file of a kind that its rule says it judges."""
    heads = re.findall(
        r"^(cases|content/collections|content/names|content/programme|content/roster|content/synonyms|mkdocs)"
        r"[/.].*\[([a-z-]+)\]$",
        path.read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    kinds = {
        "cases": Case,
        "content/collections": Collection,
        "content/names": NameList,
        "content/synonyms": SynonymList,
        "content/programme": ProgrammeFile,
        "content/roster": Roster,
        "mkdocs": LeadChoice,
    }

    assert heads
    assert [rule for folder, rule in heads if kinds[folder] not in CHECKS[rule].APPLIES_TO] == []


@each("kind", EVERY_KIND, ids=lambda kind: kind.__name__)
def test_no_fault_waits_in_vain(kind: type[Model]) -> None:
    """Whatever the reader and the model find in a record, the rule that words it is run on records of its kind."""
    texts = [
        *((DIAGNOSTICS / f"{name}.yaml").read_bytes() for name in RECORDS),
        *(SPECIAL[name][0] for name in SPECIAL),
    ]
    raws = (Record("x", "x.yml", text if isinstance(text, bytes) else text.encode()) for text in texts)
    found = {rule for raw in raws for rule in parse_record(raw, kind, SURROUNDINGS).found}

    assert found
    assert {rule for rule in found if kind not in CHECKS[rule].APPLIES_TO} == set()


def test_rules_are_not_run_on_other_kinds() -> None:
    """What is written in a collection as if it were a case is an unknown key, and nothing else is said about it."""
    text = "title: 茶香\neditor: 示例省委教育工委\ndate: 2026-11\nphotos:\n- file: a.doc\nwaivers:\n- rule: 甲\n"
    record = parse_record(Record("tea", "content/collections/tea.yml", text.encode()), Collection, SURROUNDINGS)

    assert ["key-unknown"] * 2 == [problem.rule for problem in examine(record, Collection).problems]


def test_goldens_belong_to_rules() -> None:
    """No golden file outlives its rule."""
    strangers = {path.name for path in DIAGNOSTICS.iterdir() if path.name.partition(".")[0] not in CHECKS}

    assert set() == strangers


@each("path", sorted(DIAGNOSTICS.glob("*.txt")), ids=lambda path: path.stem)
def test_messages_keep_the_house_form(path: Path) -> None:
    """A message is one clause about the record, and says why and what to do; never 非法, never Python."""
    lines = path.read_text(encoding="utf-8").splitlines()
    heads = [line for line in lines if line.startswith(("cases/", "content/", "mkdocs.yml:"))]
    reasons = [line for line in lines if line.startswith("  原因：")]
    hints = [line for line in lines if line.startswith("  建议：")]

    assert len(heads) == len(reasons) == len(hints) > 0
    assert not any(head.rpartition(" [")[0].endswith("。") for head in heads)
    assert all(line.endswith("。") for line in reasons + hints)
    assert not any(word in line for line in heads + reasons + hints for word in ("非法", "None", "str", "dict"))


@each("rule", RULES)
def test_manual_is_whole(rule: str) -> None:
    """A rule's docstring names the fault and has all four parts."""
    page = manual(rule, packaged_programme())

    assert page is not None
    assert page.title.endswith("。")
    assert "\n" not in page.title
    assert all((page.what, page.why, page.example, page.instead))


def test_manual_of_an_unknown_rule() -> None:
    """There is no page for a rule that does not exist."""
    assert manual("no-such-rule", packaged_programme()) is None


def explained(rule: str) -> str:
    """Give a rule's manual page as a terminal shows it."""
    page = manual(rule, packaged_programme())
    return render_manual(page) if page else ""


def test_explain() -> None:
    """`explain` gives name, severity and the four parts, examples indented."""
    page = explained("date-invalid")

    assert page == (
        "date-invalid（错误）\n"
        "日期写法不对，或者这一天不存在。\n\n"
        "检查什么：\n    所有日期写成“年”“年-月”或“年-月-日”，并且日历上确有这一天。\n\n"
        "为什么：\n    日期用来排序、归入年份。不完整但真实的日期（只知道年份）好过猜出来的日期。\n\n"
        "例子：\n    period:\n      start: 2024-13-01\n\n"
        "应改为：\n    period:\n      start: 2024-03-01\n"
    )


@each("rule", WAIVABLE)
def test_explain_tells_how_to_waive(rule: str) -> None:
    """The page of a rule that can be waived shows the lines to write."""
    assert f"      - rule: {rule}\n" in explained(rule)
