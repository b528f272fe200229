"""A row of a table and the document of the same case made one: facts from the one, prose and photos from the other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Any

from generator.case.model import SECTIONS, SEVERAL
from generator.case.names import Names
from generator.case.spelling import compared
from generator.case.text import shorten
from generator.intake.bare_text import bare_text
from generator.intake.proposal import DOUBTFUL, Path, ProposedCase, ProposedValue

_ALIKE = 0.8
"""How alike two titles of one university are that are most likely meant to be one."""
_SHOWN = 60
_PROSE = (*SECTIONS, "summary")


@dataclass
class Joined:
    """What came of it."""

    cases: list[ProposedCase] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """Documents that belong to no row, in Chinese."""


def join(cases: Sequence[ProposedCase], names: Names) -> Joined:
    """Make one case of each row and its document; what has no other stays as it is.

    Args:
        cases: of tables, whose origins have rows, and of documents.
        names: by which universities are known under other spellings.
    """
    rows = [at for at, one in enumerate(cases) if one.origin.row]
    documents = [at for at, one in enumerate(cases) if not one.origin.row]
    if not rows or not documents:
        return Joined(list(cases))
    pairs = _pairs(cases, rows, documents, names)
    joined = Joined()
    for at, case in enumerate(cases):
        if at in pairs:
            number, doubt = pairs[at]
            joined.cases.append(_merged(case, cases[number], doubt, names))
        elif at not in {number for number, _ in pairs.values()}:
            joined.cases.append(case)
            if at in documents:
                joined.notes.append(f"{case.origin.file} 在表里没有找到对应的一行，单独成一条")
    return joined


def _pairs(
    cases: Sequence[ProposedCase], rows: Sequence[int], documents: Sequence[int], names: Names
) -> dict[int, tuple[int, str]]:
    """Give each row the one document that is its, and what is doubtful about that; sure ones first."""
    pairs: dict[int, tuple[int, str]] = {}
    taken: set[int] = set()
    for doubt, fits in _TESTS:
        found = [
            (row, number)
            for row in rows
            for number in documents
            if row not in pairs and number not in taken and fits(_Pair(cases[row], cases[number], names))
        ]
        for row, number in found:
            is_only = sum(row == one for one, _ in found) == 1 and sum(number == one for _, one in found) == 1
            if is_only:
                pairs[row] = (number, doubt)
                taken.add(number)
    return pairs


@dataclass(frozen=True)
class _Pair:
    row: ProposedCase
    document: ProposedCase
    names: Names

    def has_same_id(self) -> bool:
        own, other = self.row.id.strip().lower(), self.document.id.strip().lower()
        stem = self.document.origin.file.rpartition("/")[2].lower()
        return bool(own) and (own == other or (len(own) > _SHORTEST_ID and own in stem))

    def has_same_title(self) -> bool:
        own, other = bare_text(self.row.text("title")), bare_text(self.document.text("title"))
        return bool(own) and own == other and self._is_of_same_university(may_be_missing=True)

    def is_named_by_file(self) -> bool:
        own = bare_text(self.row.text("title"))
        name = bare_text(self.document.origin.file)
        return len(own) > _SHORTEST_TITLE and own in name and self._is_of_same_university(may_be_missing=True)

    def has_like_title(self) -> bool:
        own, other = bare_text(self.row.text("title")), bare_text(self.document.text("title"))
        if not own or not other or not self._is_of_same_university(may_be_missing=False):
            return False
        is_part = min(len(own), len(other)) > _SHORTEST_TITLE and (own in other or other in own)
        return is_part or SequenceMatcher(None, own, other).ratio() >= _ALIKE

    def _is_of_same_university(self, *, may_be_missing: bool) -> bool:
        own, other = (
            compared(self.names.name_of("universities", one.text("university") or one.text("universities", 0)))
            for one in (self.row, self.document)
        )
        return own == other if own and other else may_be_missing


_SHORTEST_ID, _SHORTEST_TITLE = 3, 5
_TESTS = (
    ("", _Pair.has_same_id),
    ("", _Pair.has_same_title),
    ("", _Pair.is_named_by_file),
    ("与表里的只是相近，按同一个案例合在一起", _Pair.has_like_title),
)


def _merged(row: ProposedCase, document: ProposedCase, doubt: str, names: Names) -> ProposedCase:
    values = {one.path: one for one in row.values}
    keys = {str(one.path[0]) for one in row.values}
    notes: list[str] = []
    for one in document.values:
        key = str(one.path[0])
        before = values.get(one.path)
        is_same = before is not None and key == "university" and _name_one(names, before, one)
        is_same = is_same or (key == "title" and bool(doubt))
        if is_same or _is_told_otherwise(key, one.path, keys):
            continue
        values[one.path] = _settled(before, one) if before else one
        notes += _kept(before, one) if before else ()
    notes += _lists(row, document, keys)
    if doubt and ("title",) in values:
        title = values["title",]
        name, other = document.origin.file, shorten(document.text("title"), _SHOWN)
        values["title",] = _with_doubt(title, f"{name} 的标题“{other}”{doubt}")
    beside = f"表里的一行和 {document.origin.file} 合成了一条"
    return replace(
        row,
        values=tuple(values.values()),
        photos=(*row.photos, *document.photos),
        notes=(beside, *row.notes, *notes, *document.notes),
        id=row.id or document.id,
    )


def _name_one(names: Names, one: ProposedValue, other: ProposedValue) -> bool:
    """Check whether two spellings are of one university."""
    own, beside = (compared(names.name_of("universities", str(each.value))) for each in (one, other))
    return own == beside


def _is_list(path: Path) -> bool:
    return len(path) > 1 and isinstance(path[1], int)


def _is_told_otherwise(key: str, path: Path, keys: set[str]) -> bool:
    """Check whether the row has the key of several where the document has that of one, or the other way, or a list."""
    other = {**SEVERAL, **{several: one for one, several in SEVERAL.items()}}.get(key)
    return other in keys or (_is_list(path) and key in keys)


def _settled(row: ProposedValue, document: ProposedValue) -> ProposedValue:
    """Choose of two values for one place; where both are sure and differ, a person must."""
    if _is_same(row.value, document.value):
        return row if not row.doubt else document
    if row.path[0] in _PROSE:
        if bare_text(str(row.value)) in bare_text(str(document.value)):
            return document
        reason = f"与 {row.origin.chinese} 的不一样，用了文档的"
        return _with_doubt(document, reason)
    if row.doubt and not document.doubt:
        return document
    if document.doubt and not row.doubt:
        return row
    reason = f"{document.origin.chinese} 写的是“{shorten(_shown(document.value), _SHOWN)}”"
    return _with_doubt(row, reason)


def _with_doubt(value: ProposedValue, doubt: str) -> ProposedValue:
    return replace(value, doubt="；".join(filter(None, (value.doubt, doubt))))


def _kept(row: ProposedValue, document: ProposedValue) -> Iterator[str]:
    """Keep the prose of a row that gives way to the document's."""
    is_prose = row.path[0] in _PROSE and isinstance(row.value, str)
    if is_prose and bare_text(str(row.value)) not in bare_text(str(document.value)):
        yield f"{DOUBTFUL}{row.origin.chinese} 原来写的是：{row.value}"


def _lists(row: ProposedCase, document: ProposedCase, keys: set[str]) -> Iterator[str]:
    """Tell lists of the document that the row has too, with other things in them."""
    own, other = row.record, document.record
    for key in other:
        if key in keys and isinstance(other[key], list) and not _is_same(own.get(key), other[key]):
            yield f"{DOUBTFUL}{document.origin.file} 里的另有：{shorten(_shown(other[key]), 200)}"


def _is_same(one: Any, other: Any) -> bool:
    return bare_text(_shown(one)) == bare_text(_shown(other))


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return "，".join(_shown(one) for one in value.values())
    if isinstance(value, list):
        return "；".join(_shown(one) for one in value)
    return str(value)
