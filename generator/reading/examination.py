"""Records from bytes to cases: read, validate, check."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import TypeVar

from pydantic import BaseModel

from generator.case.kinds import is_id
from generator.case.model import Case
from generator.case.personal import mask_personal_data
from generator.case.problem import ERROR, Problem
from generator.case.programme import Context
from generator.reading.all_records import AllRecords, Owner
from generator.reading.check_result import START, CheckResult
from generator.reading.checks import (
    ALL_RECORDS_RULES,
    CHECKS,
    FAULT_RULES,
    GENERAL_RULES,
    RULES_BY_KEY,
    WAIVABLE,
    WAIVER_RULES,
)
from generator.reading.checks.value_invalid import unexplained
from generator.reading.documents import Document, parse_document
from generator.reading.fault import Fault, IdFault, RefusalFault
from generator.reading.finding import MOST_OF_ONE_TEXT, Finding
from generator.reading.first_of_each import first_of_each
from generator.reading.labels import known_keys
from generator.reading.limits import MAX_LISTED_NODES, MAX_NODES
from generator.reading.meant_prose import prose_repairs
from generator.reading.model_faults import UNMAPPED
from generator.reading.name_list import NameList
from generator.reading.parsed_record import ParsedRecord
from generator.reading.record import Record
from generator.reading.rule import RecordRule
from generator.reading.spelling_repairs import spelling_repairs
from generator.reading.surroundings import Surroundings
from generator.reading.synonym_list import SynonymList
from generator.reading.validation import validate
from generator.reading.waivers import Waivers, waived_rules
from generator.reading.written_name import written_names

M = TypeVar("M", bound=BaseModel)


def parse_record(raw: Record, model: type[M], surroundings: Surroundings) -> ParsedRecord:
    """Read and validate one record, ready for the rules."""
    keys = known_keys(model, surroundings.programme.labels if model is Case else ())
    most = MAX_LISTED_NODES if issubclass(model, (NameList, SynonymList)) else MAX_NODES
    if raw.refusal:
        document = Document(raw.path, "", {}, (RefusalFault("record-unreadable", START, refusal=raw.refusal),))
    else:
        document = parse_document(raw.path, raw.data, keys, most)
    named = {"id": raw.id} if "id" in model.model_fields else {}
    context: Context = {"programme": surroundings.programme}
    value, faults = validate(document, model, context, surroundings.names, **named) if document.value else (None, [])
    if "id" in document.value and named:
        value = None
        faults.append(Fault("key-unknown", document.place(("id",), key=True), ("id",)))
    if named and not is_id(raw.id):
        value = None
        faults.append(IdFault("id-invalid", document.place_at(0, 0), given=raw.id, is_name=True))
    found, uncounted = _by_rule([*document.faults, *faults], document, model)
    return ParsedRecord(raw, document, model, value, surroundings, found, uncounted)


def examine(record: ParsedRecord, model: type[M]) -> CheckResult[M]:
    """Check one record. Never raises because of what the record contains.

    The value is None exactly when one of the problems is an error.
    """
    found = set(_problems(record))
    refused = record.value is None or bool(record.document.faults)
    if refused and not any(problem.severity == ERROR for problem in found):
        # No rule worded the fault. Without this a record would vanish without a word, or a broken one be published.
        found.add(_problem(unexplained(record), UNMAPPED, record))
    problems = tuple(sorted(found))
    sound = isinstance(record.value, model) and not any(problem.severity == ERROR for problem in problems)
    return CheckResult(
        id=record.id,
        path=record.path,
        value=record.value if sound and isinstance(record.value, model) else None,
        problems=problems,
        repairs=tuple(sorted((*prose_repairs(record), *spelling_repairs(record)))),
        title=record.text("title"),
        title_place=record.place("title"),
        summary=record.text("summary"),
        summary_place=record.place("summary"),
        universities=tuple(record.surroundings.names.name_of("universities", one) for one in record.universities),
        names=tuple(written_names(record)) if issubclass(model, Case) else (),
        state=record.state,
        state_name=record.programme.statuses.name_of(record.state),
        replaced_by=record.text("replaced_by"),
        replaced_by_place=record.place("replaced_by") if record.text("replaced_by") else START,
    )


def examine_all(records: AllRecords, *, without: frozenset[str] = frozenset()) -> Iterator[Problem]:
    """Run every rule that compares records, but for those that need not be asked."""
    for name, rule in ALL_RECORDS_RULES.items():
        if name in without:
            continue
        for owner, finding in rule.check_all(records):
            yield _problem(finding, name, owner)


def _by_rule(
    faults: list[Fault], document: Document, model: type[BaseModel]
) -> tuple[dict[str, tuple[Fault, ...]], dict[tuple[str, str], int]]:
    """Sort faults by rule; of those in one text beyond what is listed, only count them, since wording costs time."""
    found: defaultdict[str, list[Fault]] = defaultdict(list)
    counts: Counter[tuple[str, str]] = Counter()
    for fault in faults:
        rule = fault.rule if fault.rule in CHECKS else UNMAPPED
        text = (rule, document.key_at(fault.place, model.model_fields))
        counts[text] += 1
        if counts[text] <= MOST_OF_ONE_TEXT + 1:
            found[rule].append(fault)
    uncounted = {text: count - MOST_OF_ONE_TEXT - 1 for text, count in counts.items() if count > MOST_OF_ONE_TEXT + 1}
    return {rule: tuple(of_rule) for rule, of_rule in found.items()}, uncounted


@lru_cache(maxsize=1_000)
def _rules_for(
    model: type[BaseModel], keys: frozenset[str], faults: frozenset[str]
) -> tuple[tuple[str, RecordRule], ...]:
    """Give the rules that a record is to be asked by: most have the same keys, and no fault."""
    waiting = {name: FAULT_RULES[name] for name in faults if name in FAULT_RULES}
    of_keys = {name: rule for key, rules in RULES_BY_KEY.items() if key in keys for name, rule in rules.items()}
    rules = {**waiting, **of_keys, **GENERAL_RULES}
    return tuple((name, rule) for name, rule in rules.items() if issubclass(model, rule.APPLIES_TO))


def _problems(record: ParsedRecord) -> Iterator[Problem]:
    waived = waived_rules(record).intersection(WAIVABLE)
    found: set[str] = set()
    for name, rule in _rules_for(record.model, frozenset(record.document.value), frozenset(record.found)):
        findings = rule.check(record)
        first = next(findings, None)
        if first is None:
            # As nearly always.
            continue
        for finding in first_of_each(record, name, chain((first,), findings)):
            found.add(name)
            if name not in waived or not finding.is_waivable:
                yield _problem(finding, name, record)
    waivers = Waivers(CHECKS, WAIVABLE, found)
    for name, waiver_rule in WAIVER_RULES.items():
        if issubclass(record.model, waiver_rule.APPLIES_TO):
            for finding in waiver_rule.check_waivers(record, waivers):
                yield _problem(finding, name, record)


def _problem(finding: Finding, rule: str, owner: Owner) -> Problem:
    return problem_of(finding, rule, owner.path, owner.university, is_unfinished=owner.is_unfinished)


def problem_of(finding: Finding, rule: str, path: str, university: str = "", *, is_unfinished: bool = False) -> Problem:
    """Make a problem of a finding; what is personal in its words and its line is masked."""
    # Reports leave the office and CI logs are public: no rule may show what personal-data is there to stop.
    place = finding.place._replace(excerpt=mask_personal_data(finding.place.excerpt))
    return Problem(
        path,
        place,
        rule,
        finding.severity or CHECKS[rule].SEVERITY,
        message=mask_personal_data(finding.message),
        reason=mask_personal_data(finding.reason),
        hint=mask_personal_data(finding.hint),
        group=university,
        is_unfinished=is_unfinished,
        edits=finding.edits,
        alternatives=finding.alternatives,
        is_certain=finding.is_certain,
    )
