"""The rules of the checks: a table to look up, then each in full."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import dedent, indent

from markupsafe import Markup

from generator.case.problem import ERROR
from generator.case.programme import Programme
from generator.case.text import is_east_asian
from generator.intake.rules import RULES
from generator.outputs.handbook.view import Table, code, table
from generator.outputs.site.escaped import escaped
from generator.reading.checks import CHECKS
from generator.reading.manual import HEADINGS, Manual, manual, manual_of

_INDENT = "    "
_KINDS = dict(zip(HEADINGS[2:], ("wrong", "right"), strict=True))
"""The parts of a rule's manual page that show something, with what it is."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or an excerpt of a record."""

    text: Markup
    is_excerpt: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a rule's manual page."""

    heading: str
    text: Markup
    """What follows the heading in its line; may be empty."""
    blocks: tuple[Block, ...]
    """What comes below that line."""
    kind: str
    """`wrong` or `right` for an example, which is marked as such; empty for prose."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule in full; its name is its anchor."""

    name: str
    severity: str
    title: Markup
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules."""

    table: Table
    rules: tuple[Rule, ...]


def rules(programme: Programme) -> Rules:
    """Gather every rule of the checks, in the words of a programme."""
    return _gathered([page for rule in CHECKS if (page := manual(rule, programme))])


def intake_rules() -> Rules:
    """Gather what an import may find wrong with what was sent in."""
    return _gathered([manual_of(name, rule.text, rule.severity) for name, rule in RULES.items()])


def _gathered(pages: Sequence[Manual]) -> Rules:
    rows = (((code(page.rule, url=f"#{page.rule}"),), _severity(page), page.title) for page in pages)
    return Rules(table(("规则", "级别", "什么问题"), rows), tuple(_rule(page) for page in pages))


def _severity(page: Manual) -> str:
    return ("错误" if page.severity == ERROR else "警告") + ("，可以豁免" if page.waivable else "")


def _rule(page: Manual) -> Rule:
    parts = zip(HEADINGS, (page.what, page.why, page.example, page.instead), strict=True)
    shown = tuple(_part(heading, text) for heading, text in parts if text)
    return Rule(page.rule, _severity(page), escaped(page.title), shown)


def _part(heading: str, text: str) -> Part:
    """Take prose, an excerpt of a record, or prose and indented excerpts."""
    kind = _KINDS.get(heading, "")
    if not kind or (text.endswith("。") and ": " not in text):
        return Part(heading, escaped(_joined(text)), (), kind)
    first, *rest = text.split("\n\n")
    if not any(paragraph.startswith(_INDENT) for paragraph in (first, *rest)):
        first, rest = "", [indent(text, _INDENT)]
    return Part(heading, escaped(_joined(first)), tuple(_blocks(rest)), kind)


def _blocks(paragraphs: list[str]) -> Iterator[Block]:
    for paragraph in paragraphs:
        is_excerpt = paragraph.startswith(_INDENT)
        yield Block(escaped(dedent(paragraph) if is_excerpt else _joined(paragraph)), is_excerpt)


def _joined(text: str) -> str:
    """Join lines that were broken for the source, without a space inside Chinese text."""
    whole, *rest = text.splitlines() or [""]
    for line in rest:
        whole += line if is_east_asian(whole[-1:]) or is_east_asian(line[:1]) else f" {line}"
    return whole
