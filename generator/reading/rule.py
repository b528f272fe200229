"""The forms that a rule's module has: one for rules of a record, one for rules that compare, one for waivers."""

from collections.abc import Iterator
from typing import Protocol

from generator.case.model import Case, Collection, Model
from generator.case.model.programme_file import ProgrammeFile
from generator.case.problem import Severity
from generator.reading.all_records import AllRecords, OwnedFindings
from generator.reading.finding import Finding
from generator.reading.lead_choice import LeadChoice
from generator.reading.name_list import NameList
from generator.reading.parsed_record import ParsedRecord
from generator.reading.roster import Roster
from generator.reading.synonym_list import SynonymList
from generator.reading.waivers import Waivers
from generator.reading.wording import WordingList

EVERY_KIND: tuple[type[Model], ...] = (
    *(Case, Collection, WordingList),
    *(NameList, SynonymList, ProgrammeFile, Roster),
)
"""Every kind of record that editors write."""


class Rule(Protocol):
    """What all rules have; the module's docstring is the rule's manual page."""

    __name__: str

    @property
    def SEVERITY(self) -> Severity:  # noqa: N802 (a constant of the module)
        """The severity of a finding that has none of its own."""

    @property
    def APPLIES_TO(self) -> tuple[type[Model] | type[LeadChoice], ...]:  # noqa: N802 (a constant of the module)
        """The kinds of records that the rule judges; it is run on no others."""


class RecordRule(Rule, Protocol):
    """A rule that looks at one record by itself."""

    def check(self, record: ParsedRecord) -> Iterator[Finding]:
        """Find what is wrong, or word the faults that wait in `record.faults`."""


class AllRecordsRule(Rule, Protocol):
    """A rule that finds what shows only when all records lie side by side."""

    def check_all(self, records: AllRecords) -> OwnedFindings:
        """Find what is wrong, each finding with the file that it belongs to, one of a kind that the rule judges."""


class WaiverRule(Rule, Protocol):
    """A rule about waivers, asked when all rules of one record have been."""

    def check_waivers(self, record: ParsedRecord, waivers: Waivers) -> Iterator[Finding]:
        """Find what is wrong with the record's waivers."""
