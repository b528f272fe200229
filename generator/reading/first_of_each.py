"""Of what a rule finds in one text only the first are listed, and one finding counts the rest."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice

from generator.case.problem import Severity
from generator.reading.finding import MOST_OF_ONE_TEXT, Finding
from generator.reading.parsed_record import ParsedRecord

_Text = tuple[str, Severity | None, bool]
"""A field with all below it, and what findings must have in common to be counted together."""


def first_of_each(record: ParsedRecord, rule: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Give the findings of one rule, in each text no more than are listed."""
    waiting = iter(findings)
    few = list(islice(waiting, MOST_OF_ONE_TEXT + 1))
    if len(few) <= MOST_OF_ONE_TEXT and not any(finding.others for finding in few):
        yield from few
        return
    listed: Counter[_Text] = Counter()
    rest: dict[_Text, tuple[Finding, int]] = {}
    for finding in chain(few, waiting):
        text = (record.key_at(finding.place), finding.severity, finding.is_waivable)
        if text not in rest and listed[text] < MOST_OF_ONE_TEXT and not finding.others:
            listed[text] += 1
            yield finding
        else:
            first, count = rest.get(text, (finding, 0))
            rest[text] = (first, count + 1 + finding.others)
    for (key, *_), (first, count) in rest.items():
        where = f"“{record.label((key,))}”" if key else "记录"
        yield _counted(where, first, count + record.uncounted.get((rule, key), 0))


def first_of_file(where: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Give the findings of one text that is no record, with the one that counts the rest."""
    for finding in findings:
        yield _counted(where, finding, finding.others + 1) if finding.others else finding


def _counted(where: str, first: Finding, count: int) -> Finding:
    return replace(
        first,
        message=f"{where}里还有 {count} 处同样的问题",
        reason=f"同一段文字里同样的问题最多列出 {MOST_OF_ONE_TEXT} 处。",
        hint="先改好列出的各处，再运行一次 anliji check，就会列出后面的。",
        others=0,
        edits=(),
        alternatives=(),
    )
