"""The files of an index after a few texts have changed: only the parts whose grams changed are packed again.

That works while every text takes as many steps as before and every part begins where it began, as nearly always; then
the files are what `draw_index` draws.
"""

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from generator.outputs.search import grams as grams_module
from generator.outputs.search.characters import BREAK
from generator.outputs.search.grams import LONGEST
from generator.outputs.search.index import ALL, SEPARATOR, STEP, Extent, bits_of, cut, filled, units_in
from generator.outputs.search.outline import Outline
from generator.outputs.search.packing import PackedList, joined, lists_in, pack, packed_list, values_in
from generator.outputs.search.texts import Texts

Change = tuple[list[int], list[int]]
"""Places that a gram has no more, and places that it has now."""
Read = Callable[[str], tuple[object, ...]]
"""Gives the data of a file of the index by its name: `grams/12`."""


_MOST_PARTS = 0.5
"""Where a larger share of the parts changes, to build all of them is as quick."""


class OtherwiseError(Exception):
    """The index has to be built anew."""


@dataclass(frozen=True, slots=True)
class Patched:
    """What is another now."""

    outline: Outline
    parts: Mapping[str, tuple[object, ...]] = field(default_factory=dict)
    """The data of changed parts, by name."""


def patched(outline: Outline, read: Read, changes: Mapping[int, tuple[Texts, Texts]]) -> Patched:
    """Change an index.

    Args:
        outline: what it was.
        read: gives its files.
        changes: what was searched of some cases and what is, by their positions.

    Raises:
        OtherwiseError: more than some parts would have to change.
    """
    letters: defaultdict[str, Change] = defaultdict(lambda: ([], []))
    grams: defaultdict[str, Change] = defaultdict(lambda: ([], []))
    starts, total = _starts(outline)
    many = outline.many
    for position, texts in changes.items():
        _note(letters, *(_letters(of_case, many, (position, outline.count)) for of_case in texts))
        for zone, (old, new) in enumerate(zip(*texts, strict=True)):
            before, after = _units(filled(old)), _units(filled(new))
            if len(before) != len(after):
                raise OtherwiseError
            start = starts[zone][position]
            _note_places(grams, dict(_grams(before, outline)), dict(_grams(after, outline)), start)
    zones = len(starts)
    parts: dict[str, tuple[object, ...]] = {}
    first, extents = dict(outline.first), dict(outline.extents)
    kinds = ("letters", letters, zones * outline.count, ALL), ("grams", grams, total, grams_module.FREQUENT)
    for kind, of_kind, most, together in kinds:
        kept = _Kind(kind, outline, (most, together), read)
        first[kind], extents[kind] = kept.changed(of_kind, parts)
    titles = _titles(outline, changes)
    now = replace(outline, titles=titles, first=first, extents=extents, frequent=_frequent(outline, grams))
    if now.many != many:
        raise OtherwiseError
    return Patched(now, parts)


def _units(text: str) -> str:
    """Write a text with a character for each code unit."""
    return "".join(map(chr, np.frombuffer(text.encode("utf-16-le"), dtype="<u2").tolist()))


def _starts(outline: Outline) -> tuple[list[list[int]], int]:
    """Give where the text of each case begins in each zone, and how long all texts are."""
    zones = []
    start = 0
    for ends in map(values_in, lists_in(outline.lengths, outline.zones)):
        zones.append([start, *(start + ends.astype(np.int64) * STEP)[:-1].tolist()])
        start += int(ends[-1]) * STEP
    return zones, start


def _letters(texts: Texts, many: frozenset[str], case: tuple[int, int]) -> set[tuple[str, int]]:
    """Give the units of a case with their places, and of grams that are among the letters the weightiest."""
    position, count = case
    found: set[tuple[str, int]] = set()
    weightiest: dict[str, int] = {}
    for zone, text in enumerate(texts):
        units, place = _units(filled(text)), zone * count + position
        found.update((unit, place) for unit in set(units) - {BREAK})
        pieces = (
            {units[at : at + length] for length in range(2, LONGEST + 1) for at in range(len(units))} if many else ()
        )
        for piece in many.intersection(pieces):
            weightiest.setdefault(piece, place)
    return found | {*weightiest.items()}


def _note(changes: dict[str, Change], before: set[tuple[str, int]], after: set[tuple[str, int]]) -> None:
    for letter, place in before - after:
        changes[letter][0].append(place)
    for letter, place in after - before:
        changes[letter][1].append(place)


def _grams(units: str, outline: Outline) -> Iterator[tuple[int, str]]:
    """Give the gram at each place of a text that has one, as `grams.grams` chooses it."""
    frequent = outline.frequent
    for place in range(len(units) - 1):
        length = 2
        if BREAK in units[place : place + length]:
            continue
        while length < LONGEST and units[place + length - 1] != BREAK and units[place : place + length] in frequent:
            length += 1
        yield place, units[place : place + length]


def _note_places(changes: dict[str, Change], before: dict[int, str], after: dict[int, str], start: int) -> None:
    for place in before.keys() | after.keys():
        old, new = before.get(place), after.get(place)
        if old != new:
            if old:
                changes[old][0].append(start + place)
            if new:
                changes[new][1].append(start + place)


def _frequent(outline: Outline, changes: Mapping[str, Change]) -> dict[str, int]:
    """Count the places of frequent grams anew; one that is frequent no more splits no longer."""
    counts = dict(outline.frequent)
    for gram, (gone, new) in changes.items():
        for length in range(2, len(gram) + 1):
            if gram[:length] in counts:
                counts[gram[:length]] += len(new) - len(gone)
    if any(count <= grams_module.FREQUENT for count in counts.values()):
        raise OtherwiseError
    return counts


def _titles(outline: Outline, changes: Mapping[int, tuple[Texts, Texts]]) -> str:
    (ends,) = map(values_in, lists_in(outline.titles, 1))
    for position, (old, new) in changes.items():
        ends[position:] += units_in(new[0]) - units_in(old[0])
    return pack(ends, [len(ends)])


@dataclass(frozen=True, slots=True)
class _Kept:
    """A gram as it stands in a part."""

    text: str
    places: PackedList

    @property
    def size(self) -> int:
        """The number of its places."""
        return self.places.size


_Sized = list[tuple[_Kept, int]]
"""Grams, each with its bits, in order."""


class _Kind:
    """The parts of letters, or of grams."""

    def __init__(self, kind: str, outline: Outline, limits: tuple[int, int], read: Read) -> None:
        self._kind, self._first, self._extent = kind, outline.first[kind], outline.extents[kind]
        (self._total, self._together), self._read = limits, read

    def changed(self, changes: Mapping[str, Change], parts: dict[str, tuple[object, ...]]) -> tuple[list[str], Extent]:
        """Change the parts that have these grams; gives the first grams of all parts, and their extent."""
        by_part: defaultdict[int, dict[str, Change]] = defaultdict(dict)
        for gram, change in changes.items():
            by_part[max(0, bisect_right(self._first, gram) - 1)][gram] = change
        if len(by_part) > len(self._first) * _MOST_PARTS:
            raise OtherwiseError
        sized: dict[int, _Sized] = {}
        shorter: set[int] = set()
        bits, count = self._extent.bits, self._extent.grams
        for number, of_part in by_part.items():
            part = self._part(number)
            before, now = self._sized(part), self._sized(_applied(part, of_part, self._together))
            sized[number] = now
            bits += sum(one for _, one in now) - sum(one for _, one in before)
            count += len(now) - len(before)
            if number and not _is_as_long(now, before):
                shorter.add(number - 1)
        # What the part before had no room for, it may have room for now.
        sized.update((number, self._sized(self._part(number))) for number in shorter - sized.keys())
        extent = Extent(bits, count)
        if (extent.most, extent.every) != (self._extent.most, self._extent.every):
            raise OtherwiseError
        first = self._numbered(self._cut(sized, extent), parts)
        if len(first) < len(self._first):
            raise OtherwiseError
        return first, extent

    def _part(self, number: int, most: int | None = None) -> dict[str, _Kept]:
        texts, packed = map(str, self._read(f"{self._kind}/{number}"))
        grams = texts.split(SEPARATOR)[:most]
        return {text: _Kept(text, one) for text, one in zip(grams, lists_in(packed, len(grams)), strict=True)}

    def _sized(self, grams: Mapping[str, _Kept]) -> _Sized:
        return [(gram, bits_of(gram.size, self._total)) for _, gram in sorted(grams.items())]

    def _cut(self, sized: Mapping[int, _Sized], extent: Extent) -> dict[int, list[list[_Kept]]]:
        """Cut anew what changed parts hold, and what is behind them up to where a part begins as before."""
        found: dict[int, list[list[_Kept]]] = {}
        for number in sorted(sized):
            if number in found:
                continue
            held, end = list(sized[number]), number + 1
            while True:
                following = self._following(end, sized)
                groups = list(cut((*held, *following), extent, self._together))
                if not following or groups[-1][0] is following[0][0]:
                    break
                held += sized.get(end) or self._sized(self._part(end))
                end += 1
            found[number] = groups[:-1] if following else groups
            found.update((other, []) for other in range(number + 1, end))
        return found

    def _following(self, number: int, sized: Mapping[int, _Sized]) -> _Sized:
        """Give the first gram of a part; nothing where there is none."""
        if sized.get(number) or number >= len(self._first):
            return sized.get(number, [])[:1]
        # A part that has lost all its grams was cut off from the one behind it by nothing any more.
        if number in sized:
            raise OtherwiseError
        return self._sized(self._part(number, 1))

    def _numbered(self, cut_anew: Mapping[int, list[list[_Kept]]], parts: dict[str, tuple[object, ...]]) -> list[str]:
        """Number the parts; those behind one that has become several have other numbers than before."""
        first: list[str] = []
        for number, begin in enumerate(self._first):
            if number not in cut_anew:
                if number != len(first):
                    parts[f"{self._kind}/{len(first)}"] = self._read(f"{self._kind}/{number}")
                first.append(begin)
            for grams in cut_anew.get(number, ()):
                texts = SEPARATOR.join(gram.text for gram in grams)
                parts[f"{self._kind}/{len(first)}"] = texts, joined(gram.places for gram in grams)
                first.append(grams[0].text)
        return first


def _is_as_long(now: _Sized, before: _Sized) -> bool:
    """Whether a part begins with the gram that it began with, and that takes no less than it did."""
    if not now:
        return False
    (first, bits), (old, least) = now[0], before[0]
    return first.text == old.text and bits >= least


def _applied(part: Mapping[str, _Kept], changes: Mapping[str, Change], together: int) -> dict[str, _Kept]:
    """Give the grams of a part as they are now; none has become frequent, or is so no more."""
    now = dict(part)
    for text, (gone, new) in changes.items():
        before = values_in(part[text].places) if text in part else np.zeros(0, dtype=np.int32)
        kept = np.setdiff1d(before, gone, assume_unique=True)
        if len(kept) != len(before) - len(gone):
            raise OtherwiseError
        places = np.sort(np.concatenate((kept, np.array(new, dtype=np.int32)))).astype(np.int32)
        now.pop(text, None)
        if (len(places) > together) != (len(before) > together):
            raise OtherwiseError
        if len(places):
            now[text] = _Kept(text, packed_list(places))
    return now


def data_of(script: bytes) -> tuple[object, ...]:
    """Give the data that a script of `script.script` hands over."""
    text = script.decode("utf-16-le" if script.startswith(b"\xff\xfe") else "utf-8")
    data = json.loads(f"[{text.partition('(')[2].rpartition(')')[0]}]")
    return tuple(data[2:])
