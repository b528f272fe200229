"""Drawn covers are small, sound, quiet where the place's name is, and never alike side by side."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.outputs.graphics.case_cover import FAMILIES, REACH, cover, families
from tests.each import each

REAL = sorted(path.name for path in (Path(__file__).parents[1] / "cases").iterdir())
INVENTED = [
    f"{task}-{year}-{number:03}" for task in ("dj", "jy", "kj", "sj") for year in (2024, 2025) for number in range(250)
]
IDS = [*REAL, *INVENTED]
MOST_BYTES = 800
ALIKE = 1 / 4
"""Two drawings of one family are alike when less than this share of their pieces differs."""


def pieces(svg: str) -> frozenset[tuple[str, str]]:
    """Give the pieces of a drawing: each outline, with how it is painted; a piece is a tile, a line or a dot."""
    paths = re.findall(r'<path ([^>]*?)\s?d="([^"]*)"', svg)
    return frozenset((look, piece) for look, outline in paths for piece in re.findall("M[^M]+", outline))


def distance(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> float:
    """Tell which share of the richer drawing's pieces the other one does not have."""
    return 1 - len(one & other) / max(len(one), len(other))


@cache
def drawing(case_id: str, family: int) -> str:
    """Draw a cover, once for all tests that look at it."""
    return cover(case_id, family)


def first_choices(ids: list[str]) -> Iterator[tuple[str, int]]:
    """Give each case with the family of its own first choice."""
    for case_id in ids:
        yield case_id, families([case_id])[0]


def test_cover() -> None:
    """A case's cover is the same on every machine and in every year."""
    assert (
        '<svg class="cover__drawing" viewBox="0 0 10 3" preserveAspectRatio="xMidYMid slice" aria-hidden="true" '
        'focusable="false" fill="currentColor">'
    ) == cover("dj-01").partition("<path")[0].partition("<g")[0]
    assert cover("dj-01") == cover("dj-01", families(["dj-01"])[0])


@each("family", range(len(FAMILIES)))
def test_drawings_are_small_and_sound(family: int) -> None:
    """A drawing of any family is well-formed, has only paths in known tones, and few bytes."""
    drawings = [drawing(case_id, family) for case_id in IDS]
    elements = [one for svg in drawings for one in ET.fromstring(svg).iter()]  # noqa: S314 (our own)
    classes = {one.get("class") for one in elements if one.tag != "svg"}
    outlines = "".join(one.get("d", "") for one in elements)

    assert max(map(len, drawings)) <= MOST_BYTES
    assert {one.tag for one in elements} <= {"svg", "g", "path"}
    assert classes <= {None, "a", "b", "c"}
    assert all(one.get("d") for one in elements if one.tag == "path")
    assert re.fullmatch(r"[Machlqstvz0-9 .V-]+", outlines)
    assert not re.search(r"--|\.\.|\.-|- ", "".join(drawings))


@each("family", range(len(FAMILIES)))
def test_lower_left_is_bare(family: int) -> None:
    """No outline begins in the corner where the place's name is."""
    for case_id in IDS:
        starts = re.findall(r"M(-?[\d.]+)[ ]?(-?[\d.]+)", drawing(case_id, family))

        assert [] == [(x, y) for x, y in starts if float(x) < 2.5 and 2 <= float(y) < 3]


@each("family", range(len(FAMILIES)))
def test_all_drawings_of_a_family_differ(family: int) -> None:
    """Drawn in the same family, no two of 2,047 cases have the same cover."""
    assert len(IDS) == len({drawing(case_id, family) for case_id in IDS})


@each("family", range(len(FAMILIES)))
def test_drawings_of_a_family_differ_visibly(family: int) -> None:
    """Of the cases whose first choice a family is, no two are alike."""
    drawn = [pieces(cover(case_id)) for case_id, first in first_choices(IDS) if first == family]

    assert min(distance(one, other) for one, other in combinations(drawn, 2)) >= ALIKE


def test_families_are_chosen_evenly() -> None:
    """No family is rare or the most of all."""
    firsts = [first for _, first in first_choices(INVENTED)]

    assert all(200 <= firsts.count(family) <= 300 for family in range(len(FAMILIES)))


@pytest.mark.parametrize("ids", [REAL, INVENTED, ["dj-01"] * 20], ids=["real", "invented", "the same"])
def test_neighbours_have_different_families(ids: list[str]) -> None:
    """In rows of up to four cards, neither the card beside nor the one above has the same family."""
    chosen = families(ids)

    assert len(ids) == len(chosen)
    assert [] == [
        at for at in range(len(ids)) for back in range(1, REACH + 1) if at >= back and chosen[at] == chosen[at - back]
    ]


def test_many_cases_get_their_first_choice() -> None:
    """About every second case keeps its own cover in a list, and always where it stands first."""
    kept = sum(chosen == first for chosen, (_, first) in zip(families(INVENTED), first_choices(INVENTED), strict=True))

    assert kept / len(INVENTED) > 0.4
    assert [first for _, first in first_choices(REAL)] == [families([case_id, "x-01"])[0] for case_id in REAL]


def test_families_of_short_lists() -> None:
    """A list without cases has no covers; with a reach of none, all get their first choice."""
    assert () == families([])
    assert tuple(first for _, first in first_choices(REAL)) == families(REAL, reach=0)
    assert len(FAMILIES) == len(set(families(REAL[: len(FAMILIES)], reach=len(FAMILIES) - 1)))


def test_no_wheels() -> None:
    """Nowhere do four quarter circles turn round one point like the arms of a wheel."""
    arms = {"a1 1 0 01-1 1": (-1, 1), "a1 1 0 01-1-1": (-1, -1), "a1 1 0 011-1": (1, -1), "a1 1 0 011 1": (1, 1)}
    for case_id in IDS:
        ends: dict[tuple[int, int], list[str]] = {}
        for x, y, outline in re.findall(r"M(\d+) (\d+)(a1 1 0 01[-1 ]+)", drawing(case_id, 1)):
            across, down = arms[outline]
            ends.setdefault((int(x), int(y)), []).append("start")
            ends.setdefault((int(x) + across, int(y) + down), []).append("end")

        assert [] == [at for at, which in ends.items() if which in (["start"] * 4, ["end"] * 4)]
