"""The records that are taken out: those of some ids, and those that conditions fit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.case.model import Case
from generator.case.programme import Programme
from generator.case.vocabulary import REGIONS
from generator.making.errors import UserError, during
from generator.making.project import folder
from generator.making.terminal.progress import Stages
from generator.reading.examination import parse_record
from generator.reading.parsed_record import ParsedRecord
from generator.reading.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a record must fit; what is empty is no condition."""

    ids: tuple[str, ...] = ()
    task: str = ""
    province: str = ""
    year: int = 0
    status: str = ""


@dataclass(frozen=True, slots=True)
class Selected:
    """Records as their files have them."""

    programme: Programme
    records: tuple[tuple[str, Mapping[str, Any]], ...]
    unread: tuple[str, ...]
    """Paths of records that cannot be read at all; whether they fit nobody knows."""


def select_records(root: Path, surroundings: Surroundings, conditions: Conditions, stages: Stages) -> Selected:
    """Read the records of a project that fit.

    Raises:
        UserError: an id or a word that nobody knows.
    """
    fits = _Fit(conditions, surroundings.programme)
    known = folder.case_ids(root)
    unknown = [id for id in conditions.ids if id not in known]
    if unknown:
        raise UserError(f"没有编号为“{unknown[0]}”的案例。编号是 cases 里文件夹的名字。")
    wanted = [id for id in known if id in conditions.ids] if conditions.ids else known
    records, unread = [], []
    with stages.stage("读取记录", total=len(wanted)):
        for id in wanted:
            with during(folder.case_file(id)):
                parsed = parse_record(folder.read_case(root, id), Case, surroundings)
            if not parsed.document.value:
                unread.append(parsed.path)
            elif fits.is_wanted(parsed):
                records.append((id, parsed.document.value))
            stages.advance(1)
    return Selected(surroundings.programme, tuple(records), tuple(unread))


class _Fit:
    """Conditions, with their words looked up once."""

    def __init__(self, conditions: Conditions, programme: Programme) -> None:
        self._words = dict(_words(conditions, programme))
        self._year = conditions.year
        self._programme = programme

    def is_wanted(self, record: ParsedRecord) -> bool:
        """Say whether a record fits, also one with errors."""
        lists = {"task": self._programme.task_names, "province": REGIONS}
        for key, wanted in self._words.items():
            written = record.state if key == "status" else record.text(key)
            name = lists[key][written].name if key in lists and written in lists[key] else written
            if name != wanted:
                return False
        return not self._year or _year(record) == self._year


def _words(conditions: Conditions, programme: Programme) -> Iterator[tuple[str, str]]:
    lists = {"task": programme.task_names, "province": REGIONS, "status": programme.statuses}
    for key, words in lists.items():
        given = getattr(conditions, key)
        if not given:
            continue
        if given not in words:
            raise UserError(f"没有“{given}”这个词。可用：{'、'.join(words.names)}。")
        yield key, words[given].id if key == "status" else words[given].name


def _year(record: ParsedRecord) -> int:
    if isinstance(record.value, Case):
        return record.value.date.year if record.value.date else 0
    written = record.text("period", "end") or record.text("period", "start")
    return int(written[:4]) if written[:4].isdecimal() else 0
