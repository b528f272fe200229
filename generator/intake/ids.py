"""Ids for new cases: what the file gives, else made of task and university, the same for the same files."""

import re
from collections.abc import Collection, Iterator, Sequence

from generator.case.kinds import is_id
from generator.intake.proposal import ProposedCase
from generator.library.pinyin import syllables

_OF_TASK, _OF_UNIVERSITY = 2, 8
"""The most letters that stand for a task and a university."""
_TO_CLEAN = re.compile(r"[\s_.—–-]+")
_UNKNOWN_TASK = "al"
"""Stands for 案例."""


def new_ids(cases: Sequence[ProposedCase], taken: Collection[str]) -> Iterator[str]:
    """Give each case an id that no other has: kj-njsldx-01.

    Args:
        cases: in the order of the files.
        taken: the ids of the project's cases, which are not given again.
    """
    used = {one.lower() for one in taken}
    given = [given_id(case) for case in cases]
    reserved = {one for one in given if one and given.count(one) == 1}
    for case, own in zip(cases, given, strict=True):
        id = own if own and own in reserved and own not in used else _made(case, used | reserved)
        used.add(id)
        yield id


def given_id(case: ProposedCase) -> str:
    """Give the id that a file gives, in the form of ids; empty where it can be none, as 1 or 甲-3 cannot."""
    plain = _TO_CLEAN.sub("-", case.id.strip().lower()).strip("-")
    return plain if is_id(plain) and not plain.isdigit() else ""


def _made(case: ProposedCase, used: Collection[str]) -> str:
    university = case.text("university") or case.text("universities", 0)
    letters = (_initials(case.text("task"))[:_OF_TASK] or _UNKNOWN_TASK, _initials(university)[:_OF_UNIVERSITY])
    stem = "-".join(filter(None, letters))
    return next(id for number in range(1, len(used) + 2) if (id := f"{stem}-{number:02}") not in used)


def _initials(text: str) -> str:
    return re.sub("[^a-z0-9]", "", "".join(one[0] for one in syllables(text).split()))
