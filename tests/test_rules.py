"""Every rule says what is wrong in the words of its golden file, and explains itself."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.case.problem import ERROR, WARNING, Problem
from generator.outputs.report import render_problem
from generator.reading.checks import CHECKS
from generator.reading.manual import explain, manual

DIAGNOSTICS = Path(__file__).parent / "diagnostics"
RECORDS = sorted(path.stem for path in DIAGNOSTICS.glob("*.yaml"))
RULES = sorted(CHECKS)

GOOD = """\
title: 数字党课进社区
task: 党建联建
summary: 示例大学支部与示例社区共上党课。
university: 示例大学
branch: 示例学院教师党支部
sources:
  - title: 示例报道
"""
SPECIAL = {
    "encoding-wrong": (GOOD.encode("gbk"),),
    "encoding-wrong.gb18030": (GOOD.replace("示例社区", "㐀㐁社区").encode("gb18030"),),
    "encoding-wrong.utf-16": (GOOD.encode("utf-16"),),
    "encoding-wrong.utf-16-unmarked": (GOOD.encode("utf-16-le"),),
    "encoding-wrong.broken": (GOOD.encode().replace("社区".encode(), b"\xe7\xa4 \xff"),),
    "record-too-large": (GOOD.encode() + b"# " + b"x" * 600_000,),
    "record-too-large.items": (GOOD + "forms: [" + "开会, " * 5_001 + "]\n",),
    "id-invalid.folder": (GOOD, "2025 Shili_Dangke"),
    "id-invalid.chinese": (GOOD, "数字党课"),
}

Problems = Callable[..., tuple[Problem, ...]]
Golden = Callable[[str, str], str]


def told(problems: tuple[Problem, ...]) -> str:
    """Write problems as the golden files have them."""
    return "\n\n".join(render_problem(problem) for problem in problems) + "\n"


@pytest.mark.parametrize("name", RECORDS)
def test_message(name: str, problems: Problems, golden: Golden) -> None:
    """A record with one fault gets exactly the messages of its golden file."""
    actual = told(problems((DIAGNOSTICS / f"{name}.yaml").read_bytes()))

    assert golden(f"diagnostics/{name}.txt", actual) == actual


@pytest.mark.parametrize("name", SPECIAL)
def test_message_of_special_records(name: str, problems: Problems, golden: Golden) -> None:
    """What no YAML file can show gets its golden message too."""
    actual = told(problems(*SPECIAL[name]))

    assert golden(f"diagnostics/{name}.txt", actual) == actual
    assert name.partition(".")[0] in actual


@pytest.mark.parametrize("name", RECORDS)
def test_rule_is_found(name: str, problems: Problems) -> None:
    """The record `<rule>.yaml` or `<rule>.<variant>.yaml` has a problem of that rule."""
    found = {problem.rule for problem in problems((DIAGNOSTICS / f"{name}.yaml").read_bytes())}

    assert name.partition(".")[0] in found


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_golden_message(rule: str) -> None:
    """A rule without a golden message is not finished."""
    files = [*DIAGNOSTICS.glob(f"{rule}.txt"), *DIAGNOSTICS.glob(f"{rule}.*.txt")]

    assert files


def test_goldens_belong_to_rules() -> None:
    """No golden file outlives its rule."""
    strangers = {path.name for path in DIAGNOSTICS.iterdir() if path.name.partition(".")[0] not in CHECKS}

    assert set() == strangers


@pytest.mark.parametrize("path", sorted(DIAGNOSTICS.glob("*.txt")), ids=lambda path: path.stem)
def test_messages_keep_the_house_form(path: Path) -> None:
    """A message is one clause about the record, and says why and what to do; never 非法, never Python."""
    lines = path.read_text(encoding="utf-8").splitlines()
    heads = [line for line in lines if line.startswith(("cases/", "content/"))]
    reasons = [line for line in lines if line.startswith("  原因：")]
    hints = [line for line in lines if line.startswith("  建议：")]

    assert len(heads) == len(reasons) == len(hints) > 0
    assert not any(head.rpartition(" [")[0].endswith("。") for head in heads)
    assert all(line.endswith("。") for line in reasons + hints)
    assert not any(word in line for line in heads + reasons + hints for word in ("非法", "None", "str", "dict"))


@pytest.mark.parametrize("rule", RULES)
def test_manual_is_whole(rule: str) -> None:
    """A rule's docstring names the fault and has all four parts."""
    page = manual(rule)

    assert page is not None
    assert page.title.endswith("。")
    assert "\n" not in page.title
    assert all((page.what, page.why, page.example, page.instead))


def test_manual_of_an_unknown_rule() -> None:
    """There is no page for a rule that does not exist."""
    assert manual("no-such-rule") is None
    assert explain("no-such-rule") is None


def test_explain() -> None:
    """`explain` gives name, severity and the four parts, examples indented."""
    page = explain("date-invalid")

    assert page == (
        "date-invalid（错误）\n"
        "日期写法不对，或者这一天不存在。\n\n"
        "检查什么：\n    所有日期写成“年”“年-月”或“年-月-日”，并且日历上确有这一天。\n\n"
        "为什么：\n    日期用来排序、归入年份。不完整但真实的日期（只知道年份）好过猜出来的日期。\n\n"
        "例子：\n    period:\n      start: 2024-13-01\n\n"
        "应改为：\n    period:\n      start: 2024-03-01\n"
    )


@pytest.mark.parametrize("rule", [rule for rule in RULES if getattr(CHECKS[rule], "WAIVABLE", False)])
def test_explain_tells_how_to_waive(rule: str) -> None:
    """The page of a rule that can be waived shows the lines to write."""
    assert f"      - rule: {rule}\n" in str(explain(rule))


@pytest.mark.parametrize("rule", RULES)
def test_rule_names_its_severity(rule: str) -> None:
    """Every rule has a severity."""
    assert CHECKS[rule].SEVERITY in (ERROR, WARNING)
