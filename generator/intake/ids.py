"""Ids for new cases: what the file gives, else made of task and university, the same for the same files."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

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
    given = [given_id(case) for case in cases]
    counts = Counter(given)
    used = {one.lower() for one in taken}
    own = {one for one in given if one and counts[one] == 1 and one not in used}
    used |= own
    numbers: Counter[str] = Counter()
    for case, id in zip(cases, given, strict=True):
        yield id if id in own else _made(case, used, numbers)


def given_id(case: ProposedCase) -> str:
    """Give the id that a file gives, in the form of ids; empty where it can be none, as 1 or 甲-3 cannot."""
    plain = _TO_CLEAN.sub("-", case.id.strip().lower()).strip("-")
    return plain if is_id(plain) and not plain.isdigit() else ""


def _made(case: ProposedCase, used: set[str], numbers: Counter[str]) -> str:
    """Make the next id of a task and a university, and take it; `numbers` are the last ones given by stem."""
    university = case.text("university") or case.text("universities", 0)
    letters = (_initials(case.text("task"))[:_OF_TASK] or _UNKNOWN_TASK, _initials(university)[:_OF_UNIVERSITY])
    stem = "-".join(filter(None, letters))
    while True:
        numbers[stem] += 1
        id = f"{stem}-{numbers[stem]:02}"
        if id not in used:
            used.add(id)
            return id


@lru_cache(maxsize=4096)
def _initials(text: str) -> str:
    return re.sub("[^a-z0-9]", "", "".join(one[0] for one in syllables(text).split()))
