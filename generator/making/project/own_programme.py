"""The programme of a project: its own, from content/programme.yml, or the packaged one where it has none."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.case.date import PartialDate
from generator.case.model.programme_file import ProgrammeFile
from generator.case.problem import ERROR, Problem
from generator.case.programme import Programme, packaged_programme, parse_programme
from generator.making.errors import UserError
from generator.making.project import folder
from generator.reading.examination import examine, parse_record
from generator.reading.programme_lists import FACETS
from generator.reading.record import Record, Refusal
from generator.reading.surroundings import Surroundings


@dataclass(frozen=True)
class OwnProgramme:
    """What a project's file says, as far as it can be read."""

    programme: Programme
    """By which records are checked; the packaged one where the file cannot be read."""
    problems: tuple[Problem, ...] = ()
    is_read: bool = True
    """False where the file has faults by which its words are not known; then nothing can be said of records' words."""

    @property
    def is_sound(self) -> bool:
        """Whether a site can be made with it."""
        return not any(problem.severity == ERROR for problem in self.problems)


def read_own_programme(root: Path, on: PartialDate) -> OwnProgramme:
    """Read and check the programme of a project."""
    record = folder.read_list(root, folder.PROGRAMME)
    if record is None:
        return OwnProgramme(packaged_programme())
    return _read(record.data, record.refusal, on, published_words(root))


def published_words(root: Path) -> frozenset[tuple[str, str]]:
    """Give the ids of words whose pages were published and have not been sent elsewhere, with their folders."""
    from generator.making.project.register_file import read_register  # noqa: PLC0415 (for projects with a programme)

    try:
        entries = read_register(root).entries.values()
    except UserError:
        # Who builds is told; a check of the records goes on.
        return frozenset()
    pages = (entry.uri.removesuffix(".html").split("/") for entry in entries if not entry.moved_to)
    return frozenset((page[0], page[1]) for page in pages if len(page) == len(("folder", "id")) and page[0] in _FOLDERS)


_FOLDERS = frozenset(FACETS.values())


@lru_cache(maxsize=4)
def _read(data: bytes, refusal: Refusal, on: PartialDate, published: frozenset[tuple[str, str]]) -> OwnProgramme:
    """Read a file once, however many parts of a build ask for it."""
    surroundings = Surroundings(on, packaged_programme(), published_words=published)
    record = Record("programme", folder.PROGRAMME, data, refusal=refusal)
    parsed = parse_record(record, ProgrammeFile, surroundings)
    problems = examine(parsed, ProgrammeFile).problems
    if not isinstance(parsed.value, ProgrammeFile):
        return OwnProgramme(packaged_programme(), problems, is_read=False)
    return OwnProgramme(parse_programme(parsed.value.model_dump(exclude_none=True)), problems)
