"""One record from bytes to a case: read, validate, check."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType
from typing import TypeVar

from pydantic import BaseModel

from generator.case.kinds import is_id
from generator.case.model import Case
from generator.case.personal import mask_personal_data
from generator.case.problem import ERROR, Problem
from generator.case.programme import Context
from generator.reading.checks import CHECKS
from generator.reading.checks.value_invalid import unexplained
from generator.reading.documents import parse_document
from generator.reading.entry import Entry, Finding, Surroundings
from generator.reading.examined import START, Examined
from generator.reading.fault import Fault
from generator.reading.labels import known_keys
from generator.reading.messages import UNMAPPED
from generator.reading.record import Record
from generator.reading.shelf import Shelf
from generator.reading.validation import validate

_OF_ONE = tuple((rule, check) for rule, check in CHECKS.items() if hasattr(check, "check"))
"""The rules that look at one record by itself."""

M = TypeVar("M", bound=BaseModel)


def enter(record: Record, model: type[M], surroundings: Surroundings) -> Entry:
    """Read and validate one record, ready for the checks."""
    document = parse_document(record.path, record.data, known_keys(model))
    named = {"id": record.id} if "id" in model.model_fields else {}
    context: Context = {"programme": surroundings.programme}
    value, faults = validate(document, model, context, **named) if document.value else (None, [])
    if "id" in document.value and named:
        value = None
        faults.append(Fault("key-unknown", document.place(("id",), key=True), ("id",), {"input": ""}))
    if named and not is_id(record.id):
        value = None
        faults.append(Fault("id-invalid", document.place_at(0, 0), about={"text": record.id, "folder": True}))
    return Entry(record, document, model, value, surroundings, _by_rule([*document.faults, *faults]))


def examine(entry: Entry, model: type[M]) -> Examined[M]:
    """Check one record. Never raises because of what the record contains.

    The value is None exactly when one of the problems is an error.
    """
    found = set(_problems(entry))
    refused = entry.value is None or bool(entry.document.faults)
    if refused and not any(problem.severity == ERROR for problem in found):
        # No rule worded the fault. Without this a record would vanish without a word, or a broken one be published.
        found.add(_problem(unexplained(entry), UNMAPPED, CHECKS[UNMAPPED], entry.path, entry.university))
    problems = tuple(sorted(found))
    sound = isinstance(entry.value, model) and not any(problem.severity == ERROR for problem in problems)
    return Examined(
        id=entry.record.id,
        path=entry.path,
        value=entry.value if sound and isinstance(entry.value, model) else None,
        problems=problems,
        title=entry.text("title"),
        title_place=entry.place("title"),
        university=entry.university,
        status=entry.text("status"),
        replaced_by=entry.text("replaced_by"),
        replaced_by_place=entry.place("replaced_by") if entry.text("replaced_by") else START,
    )


def examine_shelf(shelf: Shelf) -> Iterator[Problem]:
    """Run every rule that compares records."""
    for rule, check in CHECKS.items():
        if hasattr(check, "check_shelf"):
            for owner, finding in check.check_shelf(shelf):
                yield _problem(finding, rule, check, owner.path, owner.university)


def _by_rule(faults: list[Fault]) -> dict[str, tuple[Fault, ...]]:
    found: defaultdict[str, list[Fault]] = defaultdict(list)
    for fault in faults:
        found[fault.rule if fault.rule in CHECKS else UNMAPPED].append(fault)
    return {rule: tuple(of_rule) for rule, of_rule in found.items()}


def _problems(entry: Entry) -> Iterator[Problem]:
    waived = _waived(entry)
    for rule, check in _OF_ONE:
        for finding in check.check(entry):
            if rule in waived and finding.is_waivable:
                continue
            yield _problem(finding, rule, check, entry.path, entry.university)


def _problem(finding: Finding, rule: str, check: ModuleType, path: str, university: str) -> Problem:
    severity = finding.severity or check.SEVERITY
    # Reports leave the office and CI logs are public: no rule may show what personal-data is there to stop.
    place = replace(finding.place, excerpt=mask_personal_data(finding.place.excerpt))
    return Problem(
        path,
        place,
        rule,
        severity,
        message=mask_personal_data(finding.message),
        reason=mask_personal_data(finding.reason),
        hint=mask_personal_data(finding.hint),
        group=university,
    )


def _waived(entry: Entry) -> frozenset[str]:
    """Name the rules that the record waives with a reason; only rules that allow it."""
    if not issubclass(entry.model, Case):
        return frozenset()
    named = (
        entry.text("waivers", index, "rule")
        for index, _ in enumerate(entry.items("waivers"))
        if entry.text("waivers", index, "reason")
    )
    return frozenset(rule for rule in named if rule in CHECKS and getattr(CHECKS[rule], "WAIVABLE", False))
