"""The drawn cover of a case without a photo: a quiet drawing of its own, made from its id, in the colour of its task.

A drawing is a band ten units wide and three high, filled from the upper right by a family of forms. Its lower left
stays bare for the name of a place. The colour is the text's own, in three tones.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from itertools import chain, count

WIDTH, HEIGHT = 10, 3
REACH = 4
"""Cards in a row at most: no card beside or above another is further back than this."""
TONES = {"a": ".16", "b": ".38", "c": ".8"}
"""The opacity of each class of parts, pale to strong, where no style says otherwise."""

_Dice = Iterator[int]
"""Endless bytes that belong to a case."""
_Parts = dict[str, list[str]]
"""Pieces of paths by tone."""


def cover(case_id: str, family: int | None = None) -> str:
    """Draw the cover of a case as inline SVG of about 600 bytes, at most 800; it depends on the two arguments alone.

    Args:
        case_id: the case.
        family: one of `families`; without it the case's own first choice.
    """
    return _drawn(case_id, _wishes(case_id)[0] if family is None else family)


@lru_cache(maxsize=2**15)
def _drawn(case_id: str, family: int) -> str:
    """Draw a cover, which a case may have on its page, among results of a search and in several lists."""
    drawing = FAMILIES[family](_dice(f"{case_id}/{family}"))
    return (
        f'<svg class="cover__drawing" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="xMidYMid slice"'
        f' aria-hidden="true" focusable="false" fill="currentColor">{drawing}</svg>'
    )


def families(case_ids: Sequence[str], reach: int = REACH) -> tuple[int, ...]:
    """Choose a family of forms for each case of a list, so that cards near each other never have the same one.

    A case gets its first choice, unless one of the `reach` cases before it has that family; then its second, and so on.

    Args:
        case_ids: the cases in the order of their cards.
        reach: how many cards back no family comes again; at most one less than there are families.
    """
    chosen: list[int] = []
    for case_id in case_ids:
        near = chosen[max(0, len(chosen) - reach) :]
        chosen.append(next(family for family in _wishes(case_id) if family not in near))
    return tuple(chosen)


@lru_cache(maxsize=2**15)
def _wishes(case_id: str) -> tuple[int, ...]:
    """Give all families, the one that a case likes best first."""
    dice = _dice(case_id)
    return tuple(family for _, family in sorted((next(dice), family) for family in range(len(FAMILIES))))


def _dice(seed: str) -> _Dice:
    return chain.from_iterable(sha256(f"{seed}/{block}".encode()).digest() for block in count())


def _quarters(dice: _Dice) -> str:
    """Quarters of discs, one a tile."""
    turns = (
        (0, 0, "h1a1 1 0 01-1 1z"),
        (1, 0, "v1a1 1 0 01-1-1z"),
        (1, 1, "h-1a1 1 0 011-1z"),
        (0, 1, "v-1a1 1 0 011 1z"),
    )
    return _paths(_laid(dice, turns))


def _arcs(dice: _Dice) -> str:
    """Quarters of circles as lines, which meet at the corners of tiles."""
    turns = ((1, 0, "a1 1 0 01-1 1"), (1, 1, "a1 1 0 01-1-1"), (0, 1, "a1 1 0 011-1"), (0, 0, "a1 1 0 011 1"))
    return _lines(_laid(dice, turns), 0.14)


def _facets(dice: _Dice) -> str:
    """Halves of squares."""
    turns = ((0, 0, "h1l-1 1z"), (0, 0, "h1v1z"), (1, 0, "v1h-1z"), (0, 0, "v1h1z"))
    return _paths(_laid(dice, turns))


def _mats(dice: _Dice) -> str:
    """Tiles of three bars, horizontal or vertical, as in a woven mat; the bars are the dashes of one broad line."""
    turns = ((0.14, 0.5, "h.74"), (0.5, 0.14, "v.74")) * 2
    return _lines(_laid(dice, turns), 0.84, ' stroke-dasharray=".12 .19"')


def _rings(dice: _Dice) -> str:
    """Circles round one point at the right, some of them missing, the widest pale."""
    x, height = 8.4 + next(dice) % 8 * 0.2, next(dice) % 5
    y, left = height * 0.75, (2.6, 3.2, 4, 4.4, 4.6)[height]
    start, apart = 0.2 + next(dice) % 3 * 0.12, 0.31 + next(dice) % 6 * 0.025
    widest = min(12, int((x - start - left) / apart) + 1)
    parts: _Parts = defaultdict(list)
    is_missing = False
    for number in range(widest):
        tones = "abbbc-" if number < widest - 3 else "aaabb-"
        tone = tones[next(dice) % (5 if is_missing else 6)].replace("-", "a" if is_missing else "")
        is_missing = not tone
        if tone:
            radius = start + number * apart
            # One arc, all but closed: a circle in half the bytes.
            parts[tone].append(f"M{_at(x - radius, y)}a{_at(radius, radius)} 0 110 .01z")
    return _lines(parts, 0.14)


def _hills(dice: _Dice) -> str:
    """Ridges one before the other, far to near; where they overlap they are darker."""
    ridges = []
    for number in range(4):
        x = 2.6 + number * 0.9 + next(dice) % 4 * 0.3
        reach = (WIDTH - x) / 6 + 0.05 + next(dice) % 4 * 0.15
        up, down, again = (0.5 + next(dice) % 4 * 0.25 for _ in range(3))
        top = (1.4, 1.1, 0.7, 0.3)[number] + up
        slopes = f"c{_at(reach, 0, reach, -top, 2 * reach, -top)}s{_at(reach, down, 2 * reach, down)}"
        outline = f"M{_at(x, 3)}{slopes} {_at(reach, -again, 2 * reach, -again)}V3z"
        ridges.append(f'<path class="a" opacity="{TONES["a"]}" d="{outline}"/>')
    return "".join(ridges)


_GRID = tuple(
    (x, y, x - 1.6 - 1.2 * y)
    for y in (0.3 + row * 0.8 for row in range(4))
    for x in (0.4 + column * 0.8 for column in range(12))
)
"""Where dots may be, and how far inside the drawing; those outside it have a depth of 0 or less."""


def _dots(dice: _Dice) -> str:
    """Dots on a grid, which swell and shrink as two waves run through them."""
    waves = [(0.4 + next(dice) % 8 * 0.2, next(dice) % 8 * 0.4 - 1.2, next(dice) % 16 * math.pi / 8) for _ in range(2)]
    (across, down, start), (other_across, other_down, other_start) = waves
    sizes: defaultdict[int, list[str]] = defaultdict(list)
    for (x, y, depth), chance in zip(_GRID, dice, strict=False):
        if depth > 0:
            wave = 1 + math.sin(across * x + down * y + start)
            other = 1 + math.sin(other_across * x + other_down * y + other_start)
            size = round(1 + (wave + other) / 4 * min(1.0, depth / 2.5) * 2.8) + chance % 2
            sizes[size].append(f"M{_at(x, y)}h0")
    dots = "".join(
        f'<path stroke-width="{_number(0.13 * size - 0.05)}" d="{"".join(at)}"/>' for size, at in sorted(sizes.items())
    )
    return f'<g class="b" opacity="{TONES["b"]}" stroke="currentColor" stroke-linecap="round">{dots}</g>'


def _terraces(dice: _Dice) -> str:
    """Long waves one above the other, as of terraced fields."""
    parts: _Parts = defaultdict(list)
    half = 1 + next(dice) % 4 * 0.25
    for number in range(7):
        x, y = 1 + number * 0.6 + next(dice) % 4 * 0.5, 0.25 + number * 0.42
        height = (0.15 + next(dice) % 3 * 0.15) * (-1 if next(dice) % 2 else 1)
        tone = ("aabbbc" if number < 4 else "aaaabb")[next(dice) % 6]
        on = " ".join([f"{_number(half)} 0"] * int((WIDTH - x) / half))
        parts[tone].append(f"M{_at(x, y)}q{_at(half / 2, height, half, 0)}" + (f"t{on}" if on else ""))
    return _lines(parts, 0.12)


FAMILIES: tuple[Callable[[_Dice], str], ...] = (_quarters, _arcs, _facets, _mats, _rings, _hills, _dots, _terraces)
"""The families of forms."""


_WHEELS = ((1, 2, 3, 0), (3, 0, 1, 2))
"""The turns of four tiles, clockwise, that look like a wheel."""


def _tiles(dice: _Dice) -> Iterator[tuple[int, int, str, int]]:
    """Give left, top, tone and quarter turn of the tiles that are drawn: under a stair, pale at its edge.

    The turn names a corner of the tile, clockwise from the upper left. No four tiles turn round their middle like the
    arms of a wheel: nothing in a cover may look like a sign.
    """
    above: dict[int, int] = {}
    first = 1 + next(dice) % 3
    for y in range(HEIGHT):
        turns: dict[int, int] = {}
        for x in range(first, WIDTH):
            tones = "a" if x < first + 2 else "aaabbbcc" if y < HEIGHT - 1 else "aaab"
            turn = next(dice) % 4
            if (above.get(x - 1), above.get(x), turn, turns.get(x - 1)) in _WHEELS:
                turn = (turn + 1) % 4
            turns[x] = turn
            yield x, y, tones[next(dice) % len(tones)], turn
        above = turns
        first = max(first + 1, (3, 5, 0)[y]) + next(dice) % 2


def _laid(dice: _Dice, turns: Sequence[tuple[float, float, str]]) -> _Parts:
    """Lay tiles: the outline of each turn, from a point offset to the right of and below the tile's corner."""
    parts: _Parts = defaultdict(list)
    for x, y, tone, turn in _tiles(dice):
        right, down, outline = turns[turn]
        parts[tone].append(f"M{_at(x + right, y + down)}{outline}")
    return parts


def _paths(parts: _Parts) -> str:
    return "".join(
        f'<path class="{tone}" opacity="{TONES[tone]}" d="{"".join(pieces)}"/>'
        for tone, pieces in sorted(parts.items())
    )


def _lines(parts: _Parts, width: float, more: str = "") -> str:
    return f'<g fill="none" stroke="currentColor" stroke-width="{_number(width)}"{more}>{_paths(parts)}</g>'


@lru_cache(maxsize=2**14)
def _at(*numbers: float) -> str:
    """Write numbers as short as a path allows: `5 .5-1`."""
    written = [_number(number) for number in numbers]
    return written[0] + "".join(one if one.startswith("-") else f" {one}" for one in written[1:])


@lru_cache(maxsize=2**12)
def _number(number: float) -> str:
    """Write a number to the hundredth, without zeros that say nothing: `.5`."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
