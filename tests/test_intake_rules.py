"""Whatever an import may find wrong is explained as the rules of the checks are."""

import ast
import re
from pathlib import Path

from generator.case.programme import packaged_programme
from generator.intake.rules import RULES
from generator.outputs.handbook.blocks import blocks
from generator.reading.checks import CHECKS
from generator.reading.manual import HEADINGS, manual_of, render_manual
from tests.each import each

GENERATOR = Path(__file__).parents[1] / "generator"
ROOMS = ("intake", "making/intake", "making/office")
_NAME = re.compile(r"[a-z]+(-[a-z]+)+")


def names_in(path: Path) -> set[str]:
    """Give what looks like a rule's name in a module that makes problems."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return {text for text in texts if _NAME.fullmatch(text)} if "Problem" in used else set()


def test_every_problem_of_an_import_has_an_explained_rule() -> None:
    """No problem that an import makes has a name that nothing explains, and nothing else is explained."""
    modules = [path for room in ROOMS for path in (GENERATOR / room).glob("*.py") if path.name != "rules.py"]
    found = {name for path in modules for name in names_in(path)}

    assert found == set(RULES)


def test_names_are_those_of_no_check() -> None:
    """A name means one thing."""
    assert RULES.keys() & CHECKS.keys() == set()
    assert list(RULES) == sorted(RULES)


@each("name", RULES)
def test_a_rule_is_explained_whole(name: str) -> None:
    """A rule has one sentence that names the fault, and all four parts, on the terminal and in the handbook."""
    page = manual_of(name, RULES[name].text, RULES[name].severity)
    shown = render_manual(page)

    assert re.fullmatch(r"[^。\n]+。", page.title)
    assert all((page.what, page.why, page.example, page.instead))
    assert [part for part in HEADINGS if f"\n\n{part}：\n    " not in shown] == []
    assert f'<h3 id="{name}"><code>{name}</code></h3>' in blocks(packaged_programme())["intake-rules"]
