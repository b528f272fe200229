"""A record that was read and validated, as the rules see it: its document, its value, and the world around it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, overload

from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from generator.case.date import PartialDate
from generator.case.labels import field_about
from generator.case.markdown.density import is_too_dense
from generator.case.markdown.meant import as_meant
from generator.case.model import PROGRESS_TEXTS, SECTIONS, Case
from generator.case.problem import Place
from generator.case.programme import Programme
from generator.case.required_keys import is_required
from generator.reading.documents import Document
from generator.reading.fault import Fault, Path
from generator.reading.labels import Labels
from generator.reading.record import AttachmentSeen, Picture, Record
from generator.reading.record_editor import RecordEditor
from generator.reading.status import UNFINISHED, state_of
from generator.reading.surroundings import Surroundings

F = TypeVar("F", bound=Fault)

OUTERMOST_PROSE = (*SECTIONS, "foreword", "afterword")
"""The outermost keys of a case or a collection whose values are Markdown."""


@dataclass(frozen=True, eq=False)
class ParsedRecord:
    """One file of an editor's, of any kind. Values are looked up leniently: one bad word hides no other."""

    raw: Record
    document: Document
    model: type[BaseModel]
    value: BaseModel | None
    """The value of the model; None where the model refused it."""
    surroundings: Surroundings
    found: Mapping[str, tuple[Fault, ...]] = field(default_factory=dict)
    """Faults of the reader and of the model, by rule, in each text no more than are listed."""
    uncounted: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """How many more faults there are, by rule and by the outermost key that they are under."""

    @property
    def path(self) -> str:
        """The record's file, relative to the project."""
        return self.raw.path

    @property
    def id(self) -> str:
        """The name of the record's folder, or of its file."""
        return self.raw.id

    @property
    def is_named_by_folder(self) -> bool:
        """Whether the id is the folder's name, as a case's is, rather than the file's."""
        return self.path.endswith(f"/{self.id}/case.yml")

    @property
    def files(self) -> frozenset[str]:
        """The names of the other files in the record's folder."""
        return self.raw.files

    @property
    def pictures(self) -> Mapping[str, Picture]:
        """What was seen of the pictures among those files, by name."""
        return self.raw.pictures

    @property
    def attachments(self) -> Mapping[str, AttachmentSeen]:
        """What was seen of the attachments among those files, by name."""
        return self.raw.attachments

    @property
    def university(self) -> str:
        """The leading university by its name, or an empty text."""
        return self.surroundings.names.name_of("universities", next(iter(self.universities), ""))

    @property
    def universities(self) -> tuple[str, ...]:
        """All universities as written, the leading one first."""
        several = (self.text("universities", index) for index, _ in enumerate(self.items("universities")))
        return tuple(name for name in (self.text("university"), *several) if name)

    @cached_property
    def state(self) -> str:
        """The id of a case's status, see `state_of`; `published` for what has none, as a collection."""
        return state_of(self.document, self.programme.statuses) if self.may_have("status") else "published"

    @property
    def is_unfinished(self) -> bool:
        """Whether no reader is to see it yet."""
        return self.state in UNFINISHED

    @property
    def programme(self) -> Programme:
        """Whose words the record is to use."""
        return self.surroundings.programme

    @cached_property
    def editor(self) -> RecordEditor:
        """Makes the edits that hints ask for."""
        return RecordEditor(self.document, self.model)

    @cached_property
    def labels(self) -> Labels:
        """The Chinese names of this model's keys."""
        return Labels.of(self.model, self.programme.labels if self.model is Case else ())

    def is_required(self, path: Path) -> bool:
        """Whether the key at a path must be there; for an unknown one, it must."""
        holder, key = self.labels.model_at(path[:-1]), str(path[-1])
        return holder is None or key not in holder.model_fields or is_required(holder, key, self.programme)

    def about(self, path: Path) -> str:
        """Explain the key at a path in the words of the programme; nothing for an unknown one."""
        field = self.labels.field_at(path)
        return field_about(self.model, _way(path), self.programme) if field else ""

    def may_have(self, key: str) -> bool:
        """Whether records of this kind have a key: a collection has no `photos`."""
        return key in self.model.model_fields

    @overload
    def faults(self, rule: str) -> tuple[Fault, ...]: ...

    @overload
    def faults(self, rule: str, kind: type[F]) -> tuple[F, ...]: ...

    def faults(self, rule: str, kind: type[Fault] = Fault) -> tuple[Fault, ...]:
        """The faults that a rule is to word, as the class that its wording needs, in the order of their places."""
        found = self.found.get(rule)
        return tuple(fault for fault in found if isinstance(fault, kind)) if found else ()

    def get(self, *path: str | int) -> Any:
        """Look up a raw value; None where it is missing or something else is in its way."""
        value: Any = self.document.value
        for step in path:
            if value.__class__ is dict:
                value = value.get(step)
            elif value.__class__ is list and step.__class__ is int and step < len(value):
                value = value[step]
            else:
                return None
        return value

    def text(self, *path: str | int) -> str:
        """Look up a raw text, stripped; empty where there is none."""
        value = self.get(*path)
        return value.strip() if isinstance(value, str) else ""

    @cached_property
    def prose(self) -> Mapping[Path, str]:
        """Each text of the record in Markdown, as it was meant and stripped, by its path; empty ones are left out."""
        values = ((path, self.get(*path)) for path in prose_paths(self.document.value))
        texts = ((path, as_meant(value).text.strip()) for path, value in values if isinstance(value, str))
        return {path: text for path, text in texts if text}

    def items(self, *path: str | int) -> list[Any]:
        """Look up a raw list; empty where there is none."""
        value = self.get(*path)
        return value if isinstance(value, list) else []

    def date(self, *path: str | int) -> PartialDate | None:
        """Look up a date; None where there is none, or none that can be read."""
        text = self.text(*path)
        try:
            return PartialDate.parse(text) if text else None
        except PydanticCustomError:
            return None

    @cached_property
    def texts(self) -> tuple[tuple[Path, str], ...]:
        """Every text of the record with its path, in the record's order."""
        found: list[tuple[Path, str]] = []
        _gather_texts(self.document.value, (), found)
        return tuple(found)

    @cached_property
    def running_text(self) -> str:
        """All texts of the record in one, for quick looks; NUL keeps them apart."""
        return "\0".join(text for _, text in self.texts)

    @cached_property
    def is_too_dense(self) -> bool:
        """Whether the texts have more marks of Markdown than are read; then no rule reads them as prose."""
        return is_too_dense(self.running_text)

    def label(self, path: Path) -> str:
        """Name a value for an editor: 成效数据第 2 项的数值."""
        return self.labels.describe(path)

    def key_at(self, place: Place) -> str:
        """Give the outermost key that a place belongs to; empty where that is none of the model's."""
        return self.document.key_at(place, self.model.model_fields)

    def place(self, *path: str | int, key: bool = False) -> Place:
        """Find a value's place, or its key's; the nearest parent's where it does not exist."""
        return self.document.place(path, key=key)


def _way(path: Path) -> str:
    return ".".join(step for step in path if isinstance(step, str))


def prose_paths(values: Mapping[str, Any]) -> Iterator[Path]:
    """Give the way to each text that may be Markdown in the values of a case or a collection."""
    yield from ((key,) for key in OUTERMOST_PROSE if key in values)
    progress = values.get("progress")
    for index, year in enumerate(progress if isinstance(progress, list) else ()):
        yield from (("progress", index, key) for key in PROGRESS_TEXTS if isinstance(year, dict) and key in year)


def _gather_texts(value: Any, path: Path, found: list[tuple[Path, str]]) -> None:
    """Add the texts below a value; no record is nested deeper than `limits.MAX_DEPTH`."""
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, child in children:
        if isinstance(child, str):
            found.append(((*path, step), child))
        elif child:
            _gather_texts(child, (*path, step), found)
