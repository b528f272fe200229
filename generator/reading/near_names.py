"""Names that are one name in other spellings: told apart from names that only look alike, without comparing every pair.

What differs in a word that both names have, a place or a field of study, is another name: 江西 and 江苏, 苏州 and 宿州,
工业 and 农业. What breaks a word that the frequent name has is a slip: 工叶. Numbers and directions never are.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from typing import Literal

from generator.case.names import NameKind
from generator.case.spelling import compared, spelt
from generator.reading.name_slips import is_abbreviation, is_short, likeness

Why = Literal["width", "campus", "short", "slip"]
"""How a name differs: in blanks and width; by a campus; by what is left out; by one or two characters."""

_CAMPUS = re.compile(r"(?:校区|校本部|本部)）?$")
_OPTIONAL: Mapping[NameKind, re.Pattern[str]] = {
    "universities": re.compile(r"(?<=..)(?:省|市|自治区)(?=.{3})"),
    "partners": re.compile(r"人民(?=政府|医院|法院)|(?:股份)?有限(?:责任)?(?=公司)"),
    "places": re.compile(r"(?<=..)(?:市|县|区|地区|盟|州)$"),
}
_SHORTEST, _LONGEST_FOR_TWO = 3, 14
_FEW, _CLEAR = 2, 3
"""How many cases a frequent name has, and how many times as many as a rare one: less where the slip is plain."""


@dataclass(frozen=True, slots=True, order=True)
class Near:
    """A name that is another's in another spelling."""

    written: str
    meant: str
    why: Why
    count: int
    """How many cases have the first."""
    meant_count: int


def near_names(counts: Mapping[str, int], kind: NameKind) -> Iterator[Near]:
    """Find the rare spellings among the names of one kind; each is told once, by the plainest reason.

    Args:
        counts: how many cases have each spelling.
        kind: what is named.
    """
    merged: dict[str, int] = {}
    widths: list[Near] = []
    for spellings in _alike(counts):
        best = max(spellings, key=lambda name: (name == spelt(name), counts[name], name))
        merged[best] = sum(counts[name] for name in spellings)
        widths += [Near(name, best, "width", counts[name], counts[best]) for name in spellings if name != best]
    told: dict[str, Near] = {}
    for near in (*_campuses(merged, kind), *_shortened(merged, kind), *_abbreviated(merged, kind)):
        told.setdefault(near.written, near)
    for near in widths:
        # What it is another spelling of may itself be another name: that one is meant by both.
        further = told.get(near.meant)
        yield replace(further, written=near.written, count=near.count) if further else near
    yield from told.values()
    totals = {name: count for name, count in merged.items() if name not in told}
    for near in _campuses(merged, kind):
        if near.meant in totals:
            totals[near.meant] += near.count
    yield from _slips(totals, kind)


def _alike(counts: Mapping[str, int]) -> Iterator[list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(counts):
        found[_compared(spelt(name))].append(name)
    yield from found.values()


def _campuses(counts: Mapping[str, int], kind: NameKind) -> Iterator[Near]:
    """Find names with a campus behind a name that is there without it."""
    for name in counts if kind in ("universities", "partners") else ():
        if _CAMPUS.search(name):
            ends = (name[:end].removesuffix("（") for end in range(len(name) - 1, 3, -1))
            base = next((base for base in ends if base in counts and base.endswith(("大学", "学院", "学校"))), None)
            if base:
                yield Near(name, base, "campus", counts[name], counts[base])


def _shortened(counts: Mapping[str, int], kind: NameKind) -> Iterator[Near]:
    """Find names that are the same but for a part that is often left out."""
    optional = _OPTIONAL.get(kind)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in counts if optional else ():
        found[optional.sub("", name) if optional else name].append(name)
    for core, names in found.items():
        # 吉安市 and 吉安县 are two places; 吉安 may be either.
        if len(names) > 1 and (kind != "places" or (core in names and len(names) == 2)):
            best = max(names, key=lambda name: (counts[name], len(name), name))
            yield from (Near(name, best, "short", counts[name], counts[best]) for name in names if name != best)


def _abbreviated(counts: Mapping[str, int], kind: NameKind) -> Iterator[Near]:
    """Find abbreviations that can be of one other name only: 华南农大, not 华农大."""
    if kind != "universities":
        return
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for name in counts:
        for character in set(name[:2]):
            by_first[character].append(name)
    for name in filter(is_short, counts):
        whole = [one for one in by_first[name[0]] if len(one) > len(name) and is_abbreviation(name, one)]
        # 北科大 is 北京科技大学 rather than 河北科技大学.
        whole = [one for one in whole if one[0] == name[0]] or whole
        whole.sort(key=lambda one: (-counts[one], one))
        if whole and (len(whole) == 1 or counts[whole[0]] >= _CLEAR * counts[whole[1]]):
            yield Near(name, whole[0], "short", counts[name], counts[whole[0]])


def _slips(counts: Mapping[str, int], kind: NameKind) -> Iterator[Near]:
    frequent: defaultdict[str, list[str]] = defaultdict(list)
    for name, count in counts.items():
        if count >= _FEW:
            for key in _pieces(name, kind):
                frequent[key].append(name)
    if not frequent:
        return
    most = max(counts.values())
    for name, count in counts.items():
        if count * _FEW > most or len(name) < _SHORTEST:
            continue
        others = {other for key in _pieces(name, kind) for other in frequent.get(key, ())} - {name}
        meant = [other for other in others if counts[other] >= _FEW * count and _is_meant(name, other, counts, kind)]
        if meant:
            best = max(meant, key=lambda other: (counts[other], other))
            yield Near(name, best, "slip", count, counts[best])


# Each name is held against many others.
_compared = lru_cache(maxsize=2**14)(compared)


def _pieces(name: str, kind: NameKind) -> set[str]:
    """Give what names that differ in one or two characters have in common."""
    plain = _compared(name)
    pieces = {plain, *(plain[:at] + plain[at + 1 :] for at in range(len(plain)))}
    if kind in ("universities", "schools") and len(plain) <= _LONGEST_FOR_TWO:
        pairs = combinations(range(len(plain)), 2)
        pieces.update(plain[:one] + plain[one + 1 : other] + plain[other + 1 :] for one, other in pairs)
    return pieces


def _is_meant(name: str, other: str, counts: Mapping[str, int], kind: NameKind) -> bool:
    contrast = counts[other] / counts[name]
    sure = likeness(_compared(name), _compared(other), kind)
    return sure == "plain" or (sure == "likely" and counts[other] >= _CLEAR and contrast >= _CLEAR)
