"""What a call asks universities for: keys of a record, in the words of people who know no YAML."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from pydantic.fields import FieldInfo

from generator.case.kinds import ProgrammeWord
from generator.case.labels import field_about, field_label, inner_model, is_used
from generator.case.model import Case
from generator.case.programme import Programme
from generator.case.required_keys import is_required
from generator.case.vocabulary import REGIONS
from generator.case.words import WordList
from generator.intake.kit_marks import PROMPT
from generator.reading.labels import known_keys

Rule = Literal["list", "by_task", "flag", "number", "text"]
"""How a cell is filled in: from a list, from the list of its row's task, with yes or no, with a number, freely."""

_KEY = re.compile(r"(?<![A-Za-z0-9.])([a-z]+(?:_[a-z]+)*)(?![A-Za-z0-9_.])(: )?")
_TRUE = "true"
_BY_TASK = ("forms", "product_kinds")
_CLAUSES = re.compile(r"[^。；]+[。；]?")


@dataclass(frozen=True, slots=True)
class Asked:
    """One key that is asked for."""

    path: tuple[str, ...]
    """`("outcomes", "value")`."""
    label: str
    """Of the innermost key: 数值."""
    group: str
    """Of the key around it: 成效数据; empty where there is none."""
    about: str
    """What belongs there, in one or more sentences."""
    is_required: bool
    rule: Rule
    words: tuple[str, ...]
    """What is offered; empty where nothing is, or where it hangs on the task."""
    shortest: int
    longest: int
    """Characters; 0 where there is no such limit. Of a list that may hold several, of each item."""
    is_several: bool

    @property
    def name(self) -> str:
        """The whole name: 成效数据的数值."""
        return f"{self.group}的{self.label}" if self.group else self.label

    @property
    def limit(self) -> str:
        """How long it may be, in words; empty where nobody needs to know."""
        if not self.longest:
            return ""
        each = "每个" if self.is_several else ""
        least = f"{self.shortest} 到 {self.longest} 个字" if self.shortest > 1 else f"不超过 {self.longest} 字"
        return f"{each}{least}"


def asked_of(programme: Programme, ways: Sequence[str]) -> tuple[Asked, ...]:
    """Give what is asked for by these keys, `outcomes.value`, without those that the programme has no use for."""
    paths = [tuple(way.split(".")) for way in ways]
    used = [path for path in paths if is_used(Case, path[0], programme)]
    known = frozenset(step for path in used for step in path)
    return tuple(_asked(path, known, programme) for path in used)


def _asked(path: tuple[str, ...], known: frozenset[str], programme: Programme) -> Asked:
    model, field = Case, Case.model_fields[path[0]]
    group = ""
    for step in path[1:]:
        group = field_label(Case, path[0], field, programme)
        model = inner_model(field.annotation)  # type: ignore[assignment]
        field = model.model_fields[step]
    way = ".".join(path)
    words, rule = _words(path, field, programme)
    shortest, longest = _limits(field)
    return Asked(
        path,
        field_label(Case, way, field, programme),
        group,
        in_plain_words(field_about(Case, way, programme), known, programme),
        is_required(Case, path[0], programme) if len(path) == 1 else False,
        rule,
        words,
        shortest,
        longest if rule == "text" else 0,
        getattr(field.annotation, "__origin__", None) is tuple,
    )


def in_plain_words(about: str, known: frozenset[str], programme: Programme) -> str:
    """Rewrite an explanation for people who see no record: names for keys, 是 for true.

    Clauses about keys that are not asked for are left out.
    """
    keys = known_keys(Case)

    def named(found: re.Match[str]) -> str:
        if found[1] == _TRUE:
            return "“是”"
        label = f"“{_label(found[1], programme)}”" if found[1] in keys else found[1]
        return f"{label} " if found[2] else label

    kept = ""
    for clause in _CLAUSES.findall(about):
        mentioned = {one for one, _ in _KEY.findall(clause)} & keys
        kept += "" if mentioned - known else re.sub(r" ?(“[^”]*”) ?", r"\1", _KEY.sub(named, clause))
    kept = kept.replace("见受控词表", "从所列的词里选")
    return f"{kept[:-1]}。" if kept.endswith("；") else kept


def _label(key: str, programme: Programme) -> str:
    if key in Case.model_fields:
        return field_label(Case, key, Case.model_fields[key], programme)
    for field in Case.model_fields.values():
        model = inner_model(field.annotation)
        if model and key in model.model_fields:
            return model.model_fields[key].title or key
    return key


def _words(path: tuple[str, ...], field: FieldInfo, programme: Programme) -> tuple[tuple[str, ...], Rule]:
    named = next((one.name for one in _parts(field) if isinstance(one, ProgrammeWord)), "")
    if named in _BY_TASK:
        return (), "by_task"
    if named:
        words: WordList = getattr(programme, named)
        return words.names, "list"
    if path[-1] == "province":
        return REGIONS.names, "list"
    types = {one for one in _parts(field) if isinstance(one, type)}
    if bool in types:
        return ("是", "否"), "flag"
    return (), "text" if str in types else "number" if path[-1] in ("value", "before", "amount", "year") else "text"


def _limits(field: FieldInfo) -> tuple[int, int]:
    found = [one for one in _parts(field) if getattr(one, "max_length", None) and hasattr(one, "strip_whitespace")]
    return (found[0].min_length or 0, found[0].max_length) if found else (0, 0)


def _parts(of: Any) -> Iterator[Any]:
    """Give everything that a field's annotation is made of."""
    if isinstance(of, FieldInfo):
        yield from of.metadata
        yield from _parts(of.annotation)
        return
    yield of
    for part in (*get_args(of), *getattr(of, "__metadata__", ())):
        yield from _parts(part)


def prompt(text: str) -> str:
    """Mark a text of a form as one that says how to fill in."""
    return f"{PROMPT}{text}"
