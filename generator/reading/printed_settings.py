"""mkdocs.yml as editors write it: what of its values may not reach a reader, and whose mailboxes may."""

from collections.abc import Iterator
from functools import partial

import yaml

from generator.case.personal import PersonalDatum, find_personal_data
from generator.case.personal.mail_services import PRIVATE_MAIL
from generator.case.problem import Place, Problem
from generator.reading.examination import problem_of
from generator.reading.finding import Finding, first_findings
from generator.reading.first_of_each import first_of_file
from generator.reading.lead_choice import LEAD, LeadChoice
from generator.reading.personal_findings import finding_of
from generator.reading.settings_file import NAME, SettingsFile

RULE = "personal-data"
_OFFICE_MAIL = ("extra", "office_mail")


class PrintedSettings:
    """The values of mkdocs.yml; none of a file that cannot be read, which the host tells about."""

    def __init__(self, data: bytes, name: str = NAME) -> None:
        self._file = SettingsFile(data, name)
        self._root = self._file.root

    @property
    def text(self) -> str:
        """The file as it is written."""
        return self._file.lines.text

    @property
    def has_nav(self) -> bool:
        """Whether it says which pages there are."""
        return self._file.node(("nav",)) is not None

    @property
    def office_mail(self) -> frozenset[str]:
        """Domains and whole addresses below extra.office_mail, in lower case.

        A whole mail service is nobody's office, so of it only single addresses count.
        """
        values = (node.value for path, node in _scalars(self._root) if path[:2] == _OFFICE_MAIL)
        mine = (value.strip().lower().removeprefix("@") for value in values)
        return frozenset(value for value in mine if value and value not in PRIVATE_MAIL)

    def value(self, *path: str) -> str:
        """Give one value; empty where it is not set."""
        return next((node.value.strip() for way, node in _scalars(self._root) if way == path), "")

    @property
    def lead(self) -> LeadChoice | None:
        """The case that is to lead the home page; None where none is named."""
        node = self._file.node(LEAD)
        if not isinstance(node, yaml.ScalarNode) or not self.value(*LEAD):
            return None
        return LeadChoice(self.value(*LEAD), self._file.place_of(node), self._file.name)

    def problems(self) -> Iterator[Problem]:
        """Find personal data in the values, and in the names of groups and pages."""
        office_mail = self.office_mail
        for path, node in _scalars(self._root):
            if path[:2] == _OFFICE_MAIL:
                continue
            where = f"设置“{'.'.join(filter(None, path)) or self._file.name}”"
            found = find_personal_data(node.value, office_mail)
            for finding in first_of_file(where, first_findings(found, partial(self._word, node, where))):
                yield problem_of(finding, RULE, self._file.name)

    def _word(self, node: yaml.ScalarNode, where: str, datum: PersonalDatum) -> Finding:
        return finding_of(self._place(node, node.value[datum.start : datum.end]), f"{where}里", datum, "")

    def _place(self, node: yaml.ScalarNode, piece: str) -> Place:
        start = self._file.lines.offset(node.start_mark.line, node.start_mark.column)
        end = self._file.lines.offset(node.end_mark.line, node.end_mark.column)
        found = self._file.lines.text.find(piece, start, end)
        return self._file.lines.place(*self._file.lines.position(max(start, found)), len(piece) if found >= 0 else 1)


def _scalars(root: yaml.Node | None) -> Iterator[tuple[tuple[str, ...], yaml.ScalarNode]]:
    """Give every text, keys too, with the way to it; an item of a list has no name of its own."""
    seen: set[int] = set()
    waiting: list[tuple[tuple[str, ...], yaml.Node]] = [((), root)] if root else []
    while waiting:
        path, node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            yield path, node
        elif isinstance(node, yaml.SequenceNode):
            waiting += [(path, item) for item in reversed(node.value)]
        elif isinstance(node, yaml.MappingNode):
            for key, value in reversed(node.value):
                step = key.value if isinstance(key, yaml.ScalarNode) else ""
                waiting += [((*path, step), value), (path, key)]
