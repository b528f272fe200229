"""A change of a few records after which a library is divided and ordered as before: a word more, an error, its mending.

It comes to what examining and gathering everything would come to, or it is none: whatever is not surely so is left to
that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.as_before import Result, Results, compare_as_before, is_compared_as_before
from generator.case.date import PartialDate
from generator.case.model import Case
from generator.case.problem import ERROR, Problem
from generator.examine import Brief, Examination, has_expired
from generator.library.library import Library
from generator.library.traits import traits_of
from generator.making.project.folder import id_of_case_file
from generator.reading.all_records import AllRecords
from generator.reading.checked import Checked
from generator.reading.examination import examine_all


@dataclass(frozen=True)
class Findings:
    """What is known of all records of a project."""

    problems: tuple[Problem, ...] = ()
    """Of all records, lists and pages, sorted by place."""
    checked: Checked = field(default_factory=lambda: Checked(0))
    """How many records were looked at."""
    together: tuple[Problem, ...] = ()
    beside: AllRecords = field(default_factory=lambda: AllRecords(()))
    briefly: Mapping[str, Brief] = field(default_factory=dict)
    """As an `Examination` has the three."""

    @classmethod
    def of(cls, one: Examination) -> "Findings":
        """Keep of an examination what a later one may go on with."""
        return cls(one.problems, one.checked, one.together, one.beside, one.briefly)

    @property
    def faulty(self) -> frozenset[str]:
        """The files with errors."""
        return frozenset(problem.path for problem in self.problems if problem.severity == ERROR)


class LargeError(Exception):
    """The library may be divided otherwise."""


def findings_with(known: Findings, examined: Results, new: Results) -> Findings:
    """Give what is known after some records have come to say something else.

    Args:
        known: what is known so far.
        examined: what was found in every record before, by id.
        new: what is found in some of these now.
    """
    together = _together(known, examined, new)
    # What there is about other files, lists and pages, stays.
    paths, of_all = {one.path for one in new.values()}, set(known.together)
    rest = (one for one in known.problems if one.path not in paths and one not in of_all)
    own = (problem for one in new.values() for problem in one.problems)
    problems = tuple(sorted({*rest, *own, *together}))
    briefly = {**known.briefly, **{id: (one.title, one.universities) for id, one in new.items()}}
    return Findings(problems, known.checked, together, known.beside, briefly)


def _together(known: Findings, examined: Results, new: Results) -> tuple[Problem, ...]:
    """Find what shows when the records lie side by side: of a few of them, where all else surely is as it was."""
    old = {id: examined[id] for id in new}
    # A finding moves with the lines above it.
    is_found_among = not {one.path for one in new.values()}.isdisjoint(problem.path for problem in known.together)
    is_alike = not is_found_among and all(is_compared_as_before(old[id], one) for id, one in new.items())
    if is_alike and compare_as_before(old, new, known.briefly, examined.__getitem__):
        return known.together
    now = {**examined, **new}
    cases = tuple(now[id] for id in sorted(now))
    return tuple(examine_all(AllRecords(cases, known.beside.collections, known.beside.lead)))


@dataclass(frozen=True)
class Shown:
    """What a preview shows of records: sound ones as they are, others as they were when they last were sound."""

    library: Library
    drafts: bool
    """Whether unfinished records are shown too."""
    on: PartialDate
    """The day."""

    def cases_now(self, known: tuple[Findings, Findings], examined: Results, new: Results) -> tuple[Case, ...]:
        """Give the cases that are to be shown with other words.

        Args:
            known: what was known of all records, and what is.
            examined: what was found in every record before, by id.
            new: what is found in some of these now.

        Raises:
            LargeError: other pages may change than those that show these cases.
        """
        were, are = (one.faulty for one in known)
        # An error may lie in what another record says, and go with it.
        ids = {*new, *map(id_of_case_file, were ^ are)}
        if not ids <= examined.keys():
            raise LargeError
        cases = []
        for id in sorted(ids):
            old, one = examined[id], new.get(id, examined[id])
            if id in self.library.by_id:
                cases.append(self._case_now(one, is_faulty=one.path in are))
            elif not self._stays_away(old, one, is_faulty=one.path in were & are):
                raise LargeError
        return tuple(filter(None, cases))

    def _stays_away(self, old: Result, new: Result, *, is_faulty: bool) -> bool:
        """Say whether a record that is not shown surely stays so, and its address gives what it gave."""
        return old.is_unfinished == new.is_unfinished and (is_faulty or (not self.drafts and new.is_unfinished))

    def _case_now(self, new: Result, *, is_faulty: bool) -> Case | None:
        """Give what a case that is shown has to say; None where that stays."""
        case = new.value
        if is_faulty or case is None:
            if new.is_unfinished and not self.drafts:
                raise LargeError
            return None
        is_alike = traits_of(self.library.by_id[case.id], self.library.kinds) == traits_of(case, self.library.kinds)
        if not is_alike or has_expired(case, self.on):
            raise LargeError
        return case
