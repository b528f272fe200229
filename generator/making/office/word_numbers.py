"""The numbers and signs that Word puts before paragraphs by itself, counted as it counts them."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from generator.intake.document import BULLET
from generator.making.office.number_formats import formatted
from generator.making.office.word_styles import value_of

_PLACE = re.compile(r"%([1-9])")
_NO_LIST = "0"
"""How a paragraph says that it takes no part in the list of its style."""


@dataclass(slots=True)
class _Level:
    kind: str = "decimal"
    text: str = ""
    start: int = 1
    in_digits: bool = False


@dataclass(slots=True)
class _List:
    key: str
    """Of the definition, whose count all its lists share."""
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)
    """Where this list begins anew, by level."""


class Numbers:
    """All lists of a file, with how far each has counted; asked once for each paragraph, in their order."""

    def __init__(self, tree: Element | None) -> None:
        """Read the part of the numbering."""
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._levels_of_styles: dict[str, int] = {}
        if tree is None:
            return
        definitions = {one.get("abstractNumId", ""): one for one in tree.iter("abstractNum")}
        by_link = {value_of(one.find("styleLink")): key for key, one in definitions.items()}
        for one in tree.findall("num"):
            key = value_of(one.find("abstractNumId"))
            linked = value_of(definitions[key].find("numStyleLink")) if key in definitions else ""
            key = by_link.get(linked, key) if linked else key
            if key in definitions:
                self._lists[one.get("numId", "")] = self._list(key, definitions[key], one)

    def _list(self, key: str, definition: Element, one: Element) -> _List:
        levels = dict(map(self._level, definition.findall("lvl")))
        starts: dict[int, int] = {}
        for override in one.findall("lvlOverride"):
            at = _whole(override.get("ilvl", "0"))
            own = override.find("lvl")
            if own is not None:
                levels[at] = self._level(own)[1]
            if override.find("startOverride") is not None:
                starts[at] = _whole(value_of(override.find("startOverride")))
        return _List(key, levels, starts)

    def _level(self, element: Element) -> tuple[int, _Level]:
        at = _whole(element.get("ilvl", "0"))
        style = value_of(element.find("pStyle"))
        if style:
            self._levels_of_styles[style] = at
        start = value_of(element.find("start"))
        return at, _Level(
            value_of(element.find("numFmt")) or "decimal",
            value_of(element.find("lvlText")),
            _whole(start) if start else 1,
            element.find("isLgl") is not None,
        )

    def level_of_style(self, style: str) -> int | None:
        """Give the level that a style has in its list; None where it has none."""
        return self._levels_of_styles.get(style)

    def next_mark(self, list_id: str, at: int) -> str:
        """Count one more paragraph of a list, and give what stands before it: `一、`, or `•` for any sign."""
        own = self._lists.get(list_id)
        if own is None or list_id == _NO_LIST or at not in own.levels:
            return ""
        counts = self._counts.setdefault(own.key, {})
        if (list_id, at) not in self._begun and at in own.starts:
            counts[at] = own.starts[at] - 1
        self._begun.add((list_id, at))
        counts[at] = counts.get(at, own.levels[at].start - 1) + 1
        for deeper in [one for one in counts if one > at]:
            del counts[deeper]
        level = own.levels[at]
        if level.kind == "bullet":
            return BULLET
        return _PLACE.sub(lambda found: self._number(own, counts, int(found[1]) - 1, level), level.text).strip()

    def _number(self, own: _List, counts: dict[int, int], at: int, level: _Level) -> str:
        other = own.levels.get(at, _Level())
        kind = "decimal" if level.in_digits else other.kind
        return formatted(counts.get(at, other.start), kind)


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() else 0
