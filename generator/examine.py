"""Records to problems and cases: everything that a check does, and the first half of a build."""

import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel

from generator.case.date import PartialDate
from generator.case.model import Case, Collection
from generator.case.names import Names
from generator.case.problem import ERROR, Problem
from generator.case.programme import Programme
from generator.case.repair import Repair
from generator.case.synonyms import Synonyms
from generator.clock import today
from generator.library.left_out import LeftOut
from generator.making import workers
from generator.making.errors import during
from generator.making.project import folder
from generator.making.project.written_pages import problems_of_pages, settings_files
from generator.making.still_memory import still_memory
from generator.making.store.examinations import Examinations
from generator.making.store.last_build import Found
from generator.making.terminal.progress import Stages
from generator.own_lists import LISTS, Lists, read_surroundings
from generator.reading.all_records import AllRecords
from generator.reading.check_result import CheckResult
from generator.reading.checked import Checked
from generator.reading.checks import OF_THE_PROGRAMME
from generator.reading.examination import examine, examine_all, parse_record
from generator.reading.mending import READ_PAST, Mended, mend
from generator.reading.surroundings import Surroundings

if TYPE_CHECKING:
    from generator.library.library import Library

Brief = tuple[str, tuple[str, ...]]
"""The title and the universities of a record, as written."""

SHARE = 100
"""Records that a worker examines before it reports back."""


@dataclass(frozen=True)
class Examination:
    """All records of a project, read and checked."""

    cases: tuple[Case, ...]
    """The cases that passed, by id."""
    collections: tuple[Collection, ...]
    problems: tuple[Problem, ...]
    """Of all records, sorted by place."""
    checked: Checked
    """How many records were looked at."""
    programme: Programme
    names: Names = field(default_factory=Names)
    """The names that the records were read by."""
    synonyms: Synonyms = ()
    """What else readers mean by a word."""
    repairs: tuple[Repair, ...] = ()
    """What was read otherwise than it is written, and is no problem, sorted by place."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """What each record was read from and by, by id, where that is surely known."""
    left_out: tuple[LeftOut, ...] = ()
    """Published cases with errors or without a valid permission, and collections with errors."""
    together: tuple[Problem, ...] = ()
    """Those of the problems that show only when all records lie side by side."""
    beside: AllRecords = field(default_factory=lambda: AllRecords(()), compare=False)
    """What the rules for these look at besides the records: collections and the leading case. Two parsed records are
    never equal, even of the same file."""
    briefly: Mapping[str, Brief] = field(default_factory=dict)
    """What the rules that compare records go by to find which ones to compare, by id."""
    surroundings: Surroundings | None = None
    """What the records were examined by; None where the programme has errors."""

    @property
    def read_as_meant(self) -> tuple[Repair, ...]:
        """What was read otherwise than it is written, with the problems that had to be read past, sorted by place."""
        past = (one for one in self.problems if one.rule in READ_PAST and one.edits)
        return tuple(sorted((*self.repairs, *(Repair(one.path, one.place, one.message, one.edits) for one in past))))

    @property
    def errors(self) -> int:
        """How many problems are errors of records that readers know, of collections or of lists: they stop a build."""
        return sum(problem.is_stopping for problem in self.problems)

    def is_clean(self, *, strict: bool) -> bool:
        """Whether a build may go on; under `strict` warnings count too."""
        return not (self.problems if strict else self.errors)

    @property
    def stops_all(self) -> bool:
        """Whether an error is in the settings or a page, which no build can leave out as it does a record."""
        errors = (problem.path for problem in self.problems if problem.severity == ERROR)
        records = (f"{folder.CASES}/", f"{folder.COLLECTIONS}/", *folder.LISTS)
        return any(not path.startswith(records) for path in errors)

    def library(self) -> "Library":
        """Gather the published cases."""
        from generator.library.library import gather  # noqa: PLC0415 (a check does without)

        return gather(
            *(self.cases, self.collections),
            programme=self.programme,
            names=self.names,
            synonyms=self.synonyms,
            left_out=self.left_out,
        )


def examine_project(
    root: Path, stages: Stages, *, on: PartialDate | None = None, found: Found | None = None
) -> Examination:
    """Read and check every record, collection and list of a project.

    Args:
        root: the project.
        stages: shows the progress.
        on: the day of the check; the clock's where none is given.
        found: the project as it was found; what it knows of earlier checks is gone by, and what is new is kept there.
            Without it nothing is written.
    """
    if found:
        # What the files hold is noted before they are read.
        _ = found.sums
    ids = folder.case_ids(root)
    with still_memory(), stages.stage("读取与检查", total=len(ids)):
        surroundings, lists = read_surroundings(root, on or today())
        kept = Examinations(found, surroundings) if found else None
        results = _examined(root, ids, surroundings, stages, kept)
        together = examine_together(root, results, surroundings, lists)
        return replace(together, digests={id: kept.digest(id) for id in ids}) if kept else together


def _examined(
    root: Path, ids: list[str], surroundings: Surroundings, stages: Stages, kept: Examinations | None
) -> list[CheckResult[Case]]:
    """Examine the records of which nothing is known, and keep what is found in them."""
    results = kept.known(ids) if kept else {}
    left = [id for id in ids if id not in results]
    stages.advance(len(results))
    shares = workers.shares(left, -(-len(left) // SHARE)) if left else []
    for part in workers.work(_pickled, shares, root, surroundings, processes=workers.process_count(len(left))):
        for id, pickled in part.items():
            results[id] = pickle.loads(pickled)  # noqa: S301 (of our own processes)
            if kept:
                kept.add(results[id], pickled)
        stages.advance(len(part))
    if kept:
        kept.write(ids)
    return [results[id] for id in ids]


def _pickled(ids: list[str], root: Path, surroundings: Surroundings) -> dict[str, bytes]:
    """Examine some records; each by itself as it can be sent to another process, and kept."""
    return {one.id: pickle.dumps(one, pickle.HIGHEST_PROTOCOL) for one in examine_cases(ids, root, surroundings)}


def examine_cases(ids: list[str], root: Path, surroundings: Surroundings) -> list[CheckResult[Case]]:
    """Read and check some records, each by itself."""
    return [examine_case(id, root, surroundings) for id in ids]


def examine_case(id: str, root: Path, surroundings: Surroundings) -> CheckResult[Case]:
    """Read and check one record by itself."""
    with during(f"{folder.CASES}/{id}"):
        return examine(parse_record(folder.read_case(root, id), Case, surroundings), Case)


def is_record(path: str) -> bool:
    """Say whether a path from the project's folder is a case's, a collection's or a list's."""
    return _model_of(path) is not None


def _model_of(path: str) -> type[BaseModel] | None:
    if folder.id_of_case_file(path):
        return Case
    return Collection if path.startswith(f"{folder.COLLECTIONS}/") else LISTS.get(path)


def mend_file(root: Path, path: str, surroundings: Surroundings, problems: Sequence[Problem]) -> Mended | None:
    """Mend a record in memory, see `mending.mend`; None for a file that is no record."""
    model, case_id = _model_of(path), folder.id_of_case_file(path)
    with during(path):
        raw = folder.read_case(root, case_id) if case_id else folder.read_list(root, path)
        return mend(raw, model, surroundings, problems) if raw and model else None


def examine_together(
    root: Path,
    results: list[CheckResult[Case]],
    surroundings: Surroundings,
    lists: Lists,
) -> Examination:
    """Check the records side by side, and the collections against them."""
    parsed = tuple(parse_record(record, Collection, surroundings) for record in folder.read_collections(root))
    collections = [examine(record, Collection) for record in parsed]
    lead = next((file.lead for file in settings_files(root) if file.lead), None)
    beside = AllRecords((), parsed, lead)
    together = tuple(examine_all(replace(beside, cases=tuple(results))))
    records = chain(*(one.problems for one in results), *(one.problems for one in collections), together)
    unsure = () if lists.programme.is_read else OF_THE_PROGRAMME
    own = (problem for problem in records if problem.rule not in unsure)
    problems = tuple(sorted({*own, *lists.problems, *problems_of_pages(root, surroundings.office_mail)}))
    faulty = {problem.path for problem in problems if problem.severity == ERROR}
    sound = tuple(one for one in results if one.value and one.path not in faulty)
    expired = {one.path for one in sound if one.value and has_expired(one.value, surroundings.today)}
    out = (LeftOut(one.path, one.id) for one in results if not one.is_unfinished and one.path in faulty | expired)
    without = (LeftOut(one.path, one.id, is_collection=True) for one in collections if one.path in faulty)
    return Examination(
        cases=tuple(one.value for one in sound if one.value and one.path not in expired),
        collections=tuple(one.value for one in collections if one.value and one.path not in faulty),
        problems=problems,
        checked=Checked(len(results), len(collections)),
        programme=surroundings.programme,
        names=surroundings.names,
        synonyms=lists.synonyms,
        repairs=tuple(sorted(chain(*(one.repairs for one in results), *(one.repairs for one in collections)))),
        left_out=(*out, *without),
        together=together,
        beside=beside,
        briefly={one.id: (one.title, one.universities) for one in results},
        surroundings=surroundings if lists.programme.is_sound and lists.programme.is_read else None,
    )


def has_expired(case: Case, on: PartialDate) -> bool:
    """Say whether a published case must be taken back, because the permission has run out."""
    return case.status == "published" and case.is_expired(on)
