"""What the headings of tables and forms mean: keys of a record, in whatever usual wording, or nothing of ours."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from generator.case.labels import field_label, inner_model, is_used
from generator.case.model import Case
from generator.case.packaged import read_packaged
from generator.case.programme import Programme
from generator.reading.intended_key import usual_wrong_keys
from generator.reading.labels import record_fields

Kind = Literal["value", "id", "personal", "number", "remark", "left", "unknown"]
"""What is under a heading: a record's value, its id, something about a person, a count of rows, a word to the reader,
what an editor wants to be left alone, or nobody knows what."""

_SIGNS = re.compile(r"[\s*＊:：,，、.·。;；_\-—–“”\"'‘’《》【】\[\]]+")
_BRACKETS = re.compile(r"[（(]([^（()）]*)[)）]")
_PARTS = re.compile(r"[：:/／|｜>]|(?<=[^A-Za-z\d])[-—–.·](?=[^A-Za-z])")
_COUNTED = re.compile(
    r"第?\s*([0-9]{1,2}|[一二三四五六七八九十])\s*[项个条]?$|^第\s*([0-9]{1,2}|[一二三四五六七八九十])\s*[项个条]"
)
_NOT_ITS_NAME = re.compile("代码|编码|编号|英文|网址|电话|数量|人数|简称|性质|公章|盖章|签字")
_ONLY_A_WORD = frozenset(("内容", "情况", "名称", "概况", "简述"))
_AROUND_NAMES = re.compile("^(?:所属|所在|参评|典型|优秀)|(?:全称|名称)$")
_HAN = "零一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What is under a heading."""

    kind: Kind
    path: tuple[str, ...] = ()
    """The key, from outside in; empty where it is none."""
    item: int = -1
    """Which item of a list, 0-based, where the heading is counted: 合作单位2; -1 where it is not."""


UNKNOWN = Meaning("unknown")


def plain_heading(text: str) -> str:
    """Give the form in which headings are compared: one width, no blanks, no signs, no small letters."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text)).casefold()


class Headings:
    """All headings that are known in a project.

    Args:
        programme: whose words for keys count too.
        given: what an editor says of headings, each with a key `secretary.name`, or nothing for what is left alone.
    """

    def __init__(self, programme: Programme, given: Mapping[str, str] | None = None) -> None:
        self._programme = programme
        self._given = {plain_heading(heading): key for heading, key in (given or {}).items()}

    def meaning(self, parts: Sequence[str]) -> Meaning:
        """Say what is under a heading.

        Args:
            parts: its lines, from the group to the column: `("负责人", "姓名")`; most have one.
        """
        parts = tuple(dict.fromkeys(part for part in parts if plain_heading(part)))
        if not parts:
            return UNKNOWN
        whole = "".join(parts)
        plain = plain_heading(whole)
        for form in dict.fromkeys((plain, plain_heading(parts[-1]))):
            if form in self._given:
                return self._of_key(self._given[form])
        if is_personal_heading(whole):
            return Meaning("personal")
        if plain in _data.numbers:
            return Meaning("number")
        return self._found(parts)

    def _of_key(self, key: str) -> Meaning:
        if not key:
            return Meaning("left")
        steps = [step for step in key.split(".") if not step.isdigit()]
        item = next((int(step) - 1 for step in key.split(".") if step.isdigit()), -1)
        return Meaning("id" if key == "id" else "value", tuple(steps), item)

    def _found(self, parts: Sequence[str]) -> Meaning:
        for chain in _readings(parts):
            path = self._path(chain)
            if path:
                return Meaning("id" if path == ("id",) else "value", path)
        for chain in _readings(parts):
            counted, item = _without_count(chain)
            path = self._path(counted) if item >= 0 else ()
            if path:
                return Meaning("value", path, item)
        if plain_heading(parts[-1]) in _data.remarks:
            return Meaning("remark")
        for chain in _readings(parts):
            path = self._alone(chain)
            if path:
                return Meaning("id" if path == ("id",) else "value", path)
        return UNKNOWN

    def _path(self, chain: Sequence[str]) -> tuple[str, ...]:
        """Find a key by a chain of names, the last of which may be one inside the key that the others name."""
        if not chain:
            return ()
        *around, last = (plain_heading(one) for one in chain)
        whole = self._outer("".join((*around, last)))
        if whole:
            return whole
        group = next((found for one in reversed(around) if (found := self._outer(one))), ())
        inside = self.inner.get(group[0], {}).get(last) if len(group) == 1 else None
        return inside or (group if len(group) == 1 and last in _ONLY_A_WORD else ())

    def _alone(self, chain: Sequence[str]) -> tuple[str, ...]:
        """Find a key by the last of its names, where what stands around it means nothing: 基本情况, 学校.

        名称 and its like mean nothing without what they are the name of.
        """
        *around, last = (plain_heading(one) for one in chain) if chain else ("",)
        if any(map(self._outer, around)) or (around and last in self._inner_names):
            return ()
        return self._outer(last)

    def _outer(self, name: str) -> tuple[str, ...]:
        """Find a key by a name, or by the name in it: 所属党支部全称 is 党支部."""
        return self.outer.get(name) or self.outer.get(_AROUND_NAMES.sub("", name), ())

    @cached_property
    def _inner_names(self) -> frozenset[str]:
        return frozenset(name for own in self.inner.values() for name in own)

    def nearest(self, heading: str) -> str:
        """Guess a key for a heading that is not known, by a known one inside it; empty where there is none."""
        plain = plain_heading(heading)
        known = (name for name in self.outer if len(name) > 1 and (name in plain or plain in name))
        best = max(known, key=len, default="")
        return ".".join(self.outer[best]) if best else ""

    @cached_property
    def outer(self) -> dict[str, tuple[str, ...]]:
        """The way to each key by each of its names; those that an editor sees first count most."""
        names: dict[str, tuple[str, ...]] = {}
        for key, field in record_fields(Case):
            for name in (key, field_label(Case, key, field, self._programme), field.title or key):
                names.setdefault(plain_heading(name), (key,))
        for key, inner, label in self._inner_labels():
            names.setdefault(f"{key}.{inner}", (key, inner))
            names.setdefault(plain_heading(f"{key}.{inner}"), (key, inner))
            group = field_label(Case, key, Case.model_fields[key], self._programme)
            names.setdefault(plain_heading(f"{group}{label}"), (key, inner))
        for written, own in _data.headings.items():
            for name in own:
                names.setdefault(plain_heading(name), tuple(written.split(".")))
        for key, usual in usual_wrong_keys()[""].items():
            for name in usual:
                names.setdefault(plain_heading(name), (key,))
        return {name: path for name, path in names.items() if is_used(Case, path[0], self._programme)}

    @cached_property
    def inner(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """The way to each key inside another, by the outer key and each of the inner one's names."""
        names: dict[str, dict[str, tuple[str, ...]]] = {}
        for key, inner, label in self._inner_labels():
            for name in (inner, label):
                names.setdefault(key, {}).setdefault(plain_heading(name), (key, inner))
        for key, inside in usual_wrong_keys().items():
            for inner, own in inside.items():
                for name in own if key in names else ():
                    names[key].setdefault(plain_heading(name), (key, inner))
        return names

    def _inner_labels(self) -> Iterator[tuple[str, str, str]]:
        for key, field in record_fields(Case):
            model = inner_model(field.annotation)
            for inner, inside in record_fields(model) if model else ():
                yield key, inner, field_label(Case, f"{key}.{inner}", inside, self._programme)


def is_personal_heading(text: str) -> bool:
    """Whether what is under a heading belongs to a person, and is never read."""
    return _data.personal.search(plain_heading(text)) is not None


def is_total(text: str) -> bool:
    """Whether a row that begins with this adds up others."""
    plain = plain_heading(text)
    return plain in _data.totals or (len(plain) <= _LONGEST_TOTAL and plain.startswith(("合计", "总计", "共计")))


_LONGEST_TOTAL = 12


def other_word(key: str, text: str) -> str:
    """Give the word of a list that tables usually write otherwise: 国家级 is 全国团队; empty where there is none."""
    return str(_data.words.get(key, {}).get(plain_heading(text), ""))


def _readings(parts: Sequence[str]) -> Iterator[list[str]]:
    """Give the ways in which a heading can be meant: as it is, without notes in brackets, taken apart."""
    yield list(parts)
    bare = [_BRACKETS.sub("", part) for part in parts]
    notes = [note for part in parts for note in _BRACKETS.findall(part)]
    yield [*bare, *notes[-1:]]
    if not any(_NOT_ITS_NAME.search(note) for note in notes):
        yield bare
        yield [piece for part in bare for piece in _PARTS.split(part) if piece.strip()] or list(parts)


def _without_count(chain: Sequence[str]) -> tuple[list[str], int]:
    """Take the count out of a chain of names: 合作单位2, 成效数据 with 2 below; -1 where there is none."""
    for at, part in enumerate(chain):
        found = _COUNTED.search(unicodedata.normalize("NFKC", part).strip())
        if found:
            count = found[1] or found[2]
            number = int(count) if count.isdigit() else _HAN.index(count)
            rest = _COUNTED.sub("", unicodedata.normalize("NFKC", part).strip())
            return [*chain[:at], *([rest] if rest else []), *chain[at + 1 :]], number - 1
    return list(chain), -1


class _Data:
    """The packaged file, ready to be asked."""

    @cached_property
    def _file(self) -> dict[str, Any]:
        return read_packaged("headings.yml")

    @cached_property
    def headings(self) -> dict[str, list[str]]:
        return {key: [str(name) for name in names] for key, names in self._file["headings"].items()}

    @cached_property
    def numbers(self) -> frozenset[str]:
        return self._plain("numbers")

    @cached_property
    def remarks(self) -> frozenset[str]:
        return self._plain("remarks")

    @cached_property
    def totals(self) -> frozenset[str]:
        return self._plain("totals")

    @cached_property
    def personal(self) -> re.Pattern[str]:
        return re.compile("|".join(re.escape(plain_heading(word)) for word in self._file["personal"]))

    @cached_property
    def words(self) -> dict[str, dict[str, str]]:
        return {key: {plain_heading(a): b for a, b in own.items()} for key, own in self._file["words"].items()}

    def _plain(self, key: str) -> frozenset[str]:
        return frozenset(map(plain_heading, self._file[key]))


_data = _Data()
