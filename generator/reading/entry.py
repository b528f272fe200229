"""What a check sees of one record: its document, what the model made of it, and the world around it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from generator.case.date import PartialDate
from generator.case.problem import Place, Severity
from generator.case.programme import Programme
from generator.reading.documents import Document
from generator.reading.fault import Fault, Path
from generator.reading.labels import Labels
from generator.reading.record import Record
from generator.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found; the runner adds file, rule and university to make a Problem of it."""

    place: Place
    message: str
    reason: str
    hint: str
    severity: Severity | None = None
    """None: the severity of the rule's module."""
    is_waivable: bool = True
    """False for what stays a problem even where the record waives the rule."""


@dataclass(frozen=True)
class Surroundings:
    """What checks may know beside the record itself."""

    today: PartialDate
    """The day of the run, given by the edge."""
    programme: Programme
    """Whose words records are to use."""
    wording: tuple[Wording, ...] = ()
    """The entries of content/wording.yml."""

    @cached_property
    def wrong_words(self) -> re.Pattern[str]:
        """A pattern that finds any of the wrong forms, the longest first; nothing where there are none."""
        forms = sorted({word.wrong for word in self.wording}, key=lambda form: (-len(form), form))
        return re.compile("|".join(map(re.escape, forms)) or r"(?!)")


@dataclass(frozen=True, eq=False)
class Entry:
    """One record (or collection) under examination. Values are looked up leniently: one bad word hides no other."""

    record: Record
    document: Document
    model: type[BaseModel]
    value: BaseModel | None
    """The validated case or collection; None where the model refused it."""
    surroundings: Surroundings
    found: Mapping[str, tuple[Fault, ...]] = field(default_factory=dict)
    """Faults of the reader and of the model, by rule."""

    @property
    def path(self) -> str:
        """The record's file, relative to the project."""
        return self.record.path

    @property
    def university(self) -> str:
        """The university as written, or an empty text."""
        return self.text("university")

    @property
    def programme(self) -> Programme:
        """Whose words the record is to use."""
        return self.surroundings.programme

    @cached_property
    def labels(self) -> Labels:
        """The Chinese names of this model's keys."""
        return Labels.of(self.model)

    def faults(self, rule: str) -> tuple[Fault, ...]:
        """The faults that a rule is to word, in the order of their places."""
        return self.found.get(rule, ())

    def get(self, *path: str | int) -> Any:
        """Look up a raw value; None where it is missing or something else stands in its way."""
        value: Any = self.document.value
        for step in path:
            if isinstance(step, str) and isinstance(value, dict):
                value = value.get(step)
            elif isinstance(step, int) and isinstance(value, list) and step < len(value):
                value = value[step]
            else:
                return None
        return value

    def text(self, *path: str | int) -> str:
        """Look up a raw text, stripped; empty where there is none."""
        value = self.get(*path)
        return value.strip() if isinstance(value, str) else ""

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
        return tuple(_texts(self.document.value, ()))

    @cached_property
    def running_text(self) -> str:
        """All texts of the record in one, for quick looks; NUL keeps them apart."""
        return "\0".join(text for _, text in self.texts)

    def label(self, path: Path) -> str:
        """Name a value for an editor: 成效数据第 2 项的数值."""
        return self.labels.describe(path)

    def place(self, *path: str | int, key: bool = False) -> Place:
        """Find a value's place, or its key's; the nearest parent's where it does not exist."""
        return self.document.place(path, key=key)


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _texts(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _texts(child, (*path, index))
