"""Whether records that have changed are to all others what they were: then little has to be made anew."""

from collections.abc import Callable, Iterable, Mapping

from generator.case.model import Case
from generator.case.problem import ERROR, Problem
from generator.case.spelling import compared_title
from generator.library.facet_kind import FacetKind
from generator.library.traits import counted_of, traits_of
from generator.reading.all_records import AllRecords
from generator.reading.check_result import CheckResult
from generator.reading.examination import examine_all

_OF_NAMES = frozenset(("name-near",))
"""What looks at nothing but names, which are the same."""

Result = CheckResult[Case]
Results = Mapping[str, Result]


def is_found_as_before(old: Result, new: Result) -> bool:
    """Say whether a record is sound, and names whom and is in the state that it did and was."""
    if old.value is None or new.value is None or any(one.severity == ERROR for one in new.problems):
        return False
    return new.state != "withdrawn" and is_compared_as_before(old, new)


def is_compared_as_before(old: Result, new: Result) -> bool:
    """Say whether a record has for the rules that compare all what it had, but for its title, summary and places."""
    return _compared(old) == _compared(new)


def _compared(result: Result) -> object:
    """Give what the rules that compare all records look at, but for titles, summaries and places."""
    names = [(one.kind, one.within, one.label, one.text, one.name, one.is_known) for one in result.names]
    return names, result.universities, result.state, result.state_name, result.replaced_by


def divides_as_before(old: Result, new: Result, kinds: Iterable[FacetKind]) -> bool:
    """Say whether the library is divided and ordered as before."""
    if old.value is None or new.value is None:
        return False
    return traits_of(old.value, kinds) == traits_of(new.value, kinds)


def counts_as_before(old: Result, new: Result) -> bool:
    """Say whether a record counts for the same in the library's numbers."""
    if old.value is None or new.value is None:
        return False
    return counted_of(old.value) == counted_of(new.value)


def compare_as_before(
    old: Results, new: Results, briefly: Mapping[str, tuple[str, tuple[str, ...]]], result: Callable[[str], Result]
) -> bool:
    """Say whether the rules that compare records find the same among those that might be like a changed one.

    Args:
        old: what was found in the changed records, by id.
        new: what is found in them now.
        briefly: title and universities of all records, by id.
        result: gives what was found in any other.
    """
    universities = {name for one in new.values() for name in one.universities}
    titles = {compared_title(one.title) for id in new if old[id].title != new[id].title for one in (old[id], new[id])}
    others = {
        id: result(id)
        for id, (title, of_record) in briefly.items()
        if id not in new and (not universities.isdisjoint(of_record) or (titles and compared_title(title) in titles))
    }
    before, after = (_found_together({**others, **results}) for results in (old, new))
    return before == after


def _found_together(results: Results) -> list[Problem]:
    records = AllRecords(tuple(results[id] for id in sorted(results)))
    return sorted(set(examine_all(records, without=_OF_NAMES)))
