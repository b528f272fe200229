"""What a project says beside its records, and records are examined by: its programme, its settings and its lists."""

from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.case.date import PartialDate
from generator.case.names import Names
from generator.case.problem import Problem
from generator.case.programme import Programme, packaged_programme
from generator.case.synonyms import Synonyms
from generator.clock import today
from generator.making.errors import UserError
from generator.making.project import folder
from generator.making.project.own_programme import OwnProgramme, read_own_programme
from generator.reading.check_result import CheckResult
from generator.reading.examination import examine, parse_record
from generator.reading.name_list import NameList
from generator.reading.printed_settings import PrintedSettings
from generator.reading.roster import Roster
from generator.reading.surroundings import Surroundings
from generator.reading.synonym_list import SynonymList
from generator.reading.wording import WordingList

M = TypeVar("M", bound=BaseModel)

LISTS: dict[str, type[BaseModel]] = {
    folder.WORDING: WordingList,
    folder.NAMES: NameList,
    folder.SYNONYMS: SynonymList,
    folder.ROSTER: Roster,
}
"""What the lists of a project are, by their files."""


def read_programme(root: Path) -> Programme:
    """Give the programme of a project: its own where that has no errors, else the packaged one."""
    own = read_own_programme(root, today())
    return own.programme if own.is_sound else packaged_programme()


def sound_programme(root: Path) -> Programme:
    """Give the programme of a project.

    Raises:
        UserError: its file has errors.
    """
    own = read_own_programme(root, today())
    if not own.is_sound:
        raise UserError(f"{folder.PROGRAMME} 有错误，先运行 anliji check 看是哪里，改好再来。")
    return own.programme


@dataclass(frozen=True)
class Lists:
    """What a project's own lists say, beside its records."""

    programme: OwnProgramme
    others: tuple[CheckResult[Any], ...]
    """Those of wordings, names and synonyms and the roster, as far as the project has them."""

    @property
    def synonyms(self) -> Synonyms:
        """What else readers mean by a word; nothing where the list has errors."""
        return next((one.value.synonyms for one in self.others if isinstance(one.value, SynonymList)), ())

    @property
    def roster(self) -> Roster | None:
        """Who is to send what; None where the project has no roster, or it has errors."""
        return next((one.value for one in self.others if isinstance(one.value, Roster)), None)

    @property
    def has_faulty_roster(self) -> bool:
        """Whether the project has a roster, and it cannot be gone by."""
        return any(one.path == folder.ROSTER and one.value is None for one in self.others)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the lists themselves."""
        return (*self.programme.problems, *chain.from_iterable(one.problems for one in self.others))


def read_surroundings(root: Path, on: PartialDate) -> tuple[Surroundings, Lists]:
    """Read what the checks need beside the records: the programme, and the project's lists with their own problems."""
    settings = PrintedSettings(folder.read_settings(root))
    own = read_own_programme(root, on)
    bare = Surroundings(on, own.programme, office_mail=settings.office_mail)
    wording = _examined_list(root, folder.WORDING, WordingList, bare)
    names = _examined_list(root, folder.NAMES, NameList, bare)
    known = replace(
        bare,
        wording=wording.value.words if wording and wording.value else (),
        names=names.value.names if names and names.value else Names(),
    )
    roster = _examined_list(root, folder.ROSTER, Roster, known)
    synonyms = _examined_list(root, folder.SYNONYMS, SynonymList, bare)
    return known, Lists(own, tuple(one for one in (wording, names, synonyms, roster) if one))


def _examined_list(root: Path, name: str, model: type[M], bare: Surroundings) -> CheckResult[M] | None:
    record = folder.read_list(root, name)
    return examine(parse_record(record, model, bare), model) if record else None
