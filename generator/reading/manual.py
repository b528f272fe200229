"""The manual page of a rule, taken from its module's docstring: for `anliji explain` and the handbook's table."""

import re
from dataclasses import dataclass
from textwrap import dedent

from generator.case.problem import ERROR, Severity
from generator.case.programme import Programme
from generator.reading.checks import CHECKS, WAIVABLE

HEADINGS = ("检查什么", "为什么", "例子", "应改为")
"""The parts of every rule's docstring, in this order, after its first line."""

_HEADING = re.compile(rf"^({'|'.join(HEADINGS)})：[ ]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Manual:
    """One rule explained."""

    rule: str
    title: str
    """One sentence that names the fault."""
    what: str
    why: str
    example: str
    """YAML with the fault, or prose where an excerpt cannot show it."""
    instead: str
    severity: Severity
    waivable: bool


def manual(rule: str, programme: Programme) -> Manual | None:
    """Look up a rule's manual page, in the words of a programme; None where there is no such rule."""
    check = CHECKS.get(rule)
    if check is None:
        return None
    return manual_of(rule, programme.explain(check.__doc__ or ""), check.SEVERITY, waivable=rule in WAIVABLE)


def manual_of(rule: str, text: str, severity: Severity, *, waivable: bool = False) -> Manual:
    """Take a manual page apart; a part that is missing is empty."""
    title, *rest = _HEADING.split(text)
    parts = dict(zip(rest[::2], rest[1::2], strict=True))
    what, why, example, instead = (_tidy(parts.get(heading, "")) for heading in HEADINGS)
    return Manual(rule, title.strip(), what, why, example, instead, severity, waivable)


def render_manual(page: Manual) -> str:
    """Write a manual page for a terminal."""
    severity = "错误" if page.severity == ERROR else "警告"
    parts = [f"{page.rule}（{severity}）\n{page.title}"]
    for heading, text in zip(HEADINGS, (page.what, page.why, page.example, page.instead), strict=True):
        indented = "\n".join(f"    {line}".rstrip() for line in text.splitlines())
        parts.append(f"{heading}：\n{indented}")
    if page.waivable:
        parts.append(
            f"确有理由时可以豁免，在记录里写：\n    waivers:\n      - rule: {page.rule}\n        reason: 为什么例外"
        )
    return "\n\n".join(parts) + "\n"


def _tidy(text: str) -> str:
    return dedent(text.strip("\n").rstrip())
