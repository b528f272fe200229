"""名称表里，一个名称列了两次，或者简称是别的名称。

检查什么：content/names.yml（名称表）里，每个名称只列一次；简称和曾用名不与名称相同，更不互为曾用名。几个名称共用的
简称可以都写：检索时几个都列出来，记录里写它的要改成全称。

为什么：记录里写的简称要读成全称；一个写法既是甲的全称又是乙的简称，就不知道该归到哪一个名下。

例子：

    universities:
    - name: 华南农业大学
      abbreviations: [华南农大, 华南农大]
    - name: 华中农业大学
      abbreviations: [华中农大, 华南农业大学]

应改为：

    universities:
    - name: 华南农业大学
      abbreviations: [华南农大]
    - name: 华中农业大学
      abbreviations: [华中农大]
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from generator.case.names import NameKind
from generator.case.problem import ERROR
from generator.case.spelling import compared
from generator.reading.fault import Path
from generator.reading.finding import Finding
from generator.reading.name_list import NameList
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (NameList,)


Form = tuple[str, str]
"""What is the same for spellings that cannot be told apart: the university within which they count, and the letters."""


@dataclass(frozen=True, slots=True)
class _Spelling:
    """One spelling of the list."""

    path: Path
    text: str
    name: str
    """The name that it stands for."""
    scope: str

    @property
    def form(self) -> Form:
        return self.scope, compared(self.text)

    @property
    def own(self) -> Form:
        """The form of the name that it stands for."""
        return self.scope, compared(self.name)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find names that are listed twice, and spellings that are a name, or the same name's twice."""
    for kind in get_args(NameKind):
        names = [
            _Spelling((kind, at, "name"), name, name, compared(record.text(kind, at, "university")))
            for at, _ in enumerate(record.items(kind))
            if (name := record.text(kind, at, "name"))
        ]
        aliases = [alias for one in names for alias in _aliases(record, one)]
        yield from _listed_twice(record, names)
        yield from _ambiguous(record, names, aliases)


def _aliases(record: ParsedRecord, name: _Spelling) -> Iterator[_Spelling]:
    for key in ("abbreviations", "former"):
        path = (*name.path[:2], key)
        for at, _ in enumerate(record.items(*path)):
            if text := record.text(*path, at):
                yield _Spelling((*path, at), text, name.name, name.scope)


def _listed_twice(record: ParsedRecord, names: list[_Spelling]) -> Iterator[Finding]:
    first: dict[Form, _Spelling] = {}
    for one in names:
        if one.form in first:
            yield Finding(
                record.place(*one.path),
                message=f"“{one.text}”列了两次",
                reason=f"“{record.label(first[one.form].path[:2])}”已经是“{first[one.form].text}”。",
                hint="把两项合成一项：简称、曾用名都写在前一项里，删去这一项。",
            )
        first.setdefault(one.form, one)


def _ambiguous(record: ParsedRecord, names: list[_Spelling], aliases: list[_Spelling]) -> Iterator[Finding]:
    by_form = {one.form: one for one in reversed(names)}
    ways: dict[Form, list[Form]] = {}
    for alias in aliases:
        ways.setdefault(alias.own, []).append(alias.form)
    first: dict[Form, _Spelling] = {}
    for alias in aliases:
        other = by_form.get(alias.form) or first.get(alias.form)
        # Who types what several are called is offered all of them; a record that has it is told.
        is_shared = other is not None and other.path[-1] != "name" and other.own != alias.own
        if other and not is_shared:
            message, reason = _words(record, alias, other, is_circle=_leads_back(alias, ways))
            yield Finding(
                record.place(*alias.path),
                message,
                reason,
                f"删去这里的“{alias.text}”。",
                edits=record.editor.remove(alias.path),
            )
        first.setdefault(alias.form, alias)


def _words(record: ParsedRecord, alias: _Spelling, other: _Spelling, *, is_circle: bool) -> tuple[str, str]:
    """Give the message and the reason for a spelling that is there already."""
    there = record.label(other.path)
    if alias.form == alias.own:
        return f"“{alias.text}”就是这一项的名称", "名称自己不必再写成简称或曾用名。"
    if other.own == alias.own:
        return f"“{alias.text}”写了两次", f"“{there}”已经写了。"
    if is_circle:
        return f"“{alias.name}”和“{other.name}”绕了一圈", f"“{there}”又把它当作简称或曾用名，不知道以哪个为准。"
    return f"“{alias.text}”自己也是一个名称", f"它是“{there}”，不能又读作“{alias.name}”。"


def _leads_back(alias: _Spelling, ways: Mapping[Form, list[Form]]) -> bool:
    """Whether the names that have the alias among their own lead back to the name that it stands for."""
    seen, waiting = {alias.own}, [alias.form]
    while waiting:
        form = waiting.pop()
        if form == alias.own:
            return True
        if form not in seen:
            seen.add(form)
            waiting += ways.get(form, ())
    return False
