"""Paints posters: sentence or title in the book's font on the task's colour, over the quarter circles of a cover."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pylopdf_fonts_zh_cn as pinned
from PIL import Image, ImageColor, ImageDraw, ImageFont
from PIL import __version__ as pillow_version

from generator.making.cache import POSTERS, Cache, key_of
from generator.making.fonts import bold_serif_path, coverage_of
from generator.making.missing_glyphs import missing_notice
from generator.making.project import folder
from generator.outputs.graphics.poster import (
    COLUMNS,
    DETAIL_PX,
    HEIGHT_PX,
    ROWS,
    TEXT_PX,
    WHAT_PX,
    WIDTH_PX,
    Poster,
    posters,
)
from generator.outputs.site.artifact import Artifact, FinishedFile, Made
from generator.outputs.site.publication import Publication
from generator.outputs.views.glyphs import GETA, without_missing

_Face = Callable[[float], ImageFont.FreeTypeFont]
"""A font in whatever size it is asked for."""

RECIPE = f"poster 3, Pillow {pillow_version}"
"""How a poster is painted; whoever changes that changes the number, so that all are painted anew."""
NAME = "png"

_FINE = 4
"""Everything is painted four times as large and reduced, so that curves and strokes come out smooth."""
_PAPER = "#fffefc"
_LEFT_PX = 88
_MAST_PX, _RULE_PX, _LINES_PX, _FIGURE_PX, _DETAIL_PX, _LABEL_PX = 84, 108, 126, 470, 534, 578
"""From the top: the baseline of the site's name, the rule, the top of the large lines, and the baselines below them."""
_NUMBER_PX, _UNIT_PX, _EARLIER_PX, _GAP_PX = 124, 50, 84, 24
"""The sizes of a figure's number, its unit and the value before, and what is between a figure and what it counts."""
_LEADING = 1.3
_TILE_PX = 105
_STROKE_PX = 3
_STEPS = 32
"""Shades between ground and paper; the eye distinguishes no more, and the file is half as large."""
_SOFT = 0.78
"""How much of the paper's white is in what is subdued: label and site."""
_FAINT = 0.3
"""How much of it is in the strongest lines of the pattern."""
_HALF_BLANK = "“‘《〈「『【〔（"
"""Marks whose left half is blank: at a line's beginning it hangs in the margin."""


def poster_artifacts(publication: Publication, root: Path, spare: Path | None = None) -> Iterator[Artifact]:
    """List the posters of a site; one that has not changed is not painted again."""
    for poster in posters(publication):
        yield Artifact(poster.uri, partial(_key, poster), partial(_make, poster, root, spare), "poster")


def notices_of(publication: Publication, root: Path) -> Iterator[str]:
    """Name the characters of posters that the pinned fonts do not have, and the record that each is in."""
    serif, sans = coverage_of(pinned.serif_path()), coverage_of(pinned.sans_path())
    shown = list(posters(publication))
    drawn = [(publication.settings.name, sans, "mkdocs.yml")] if shown else []
    for poster in shown:
        record = folder.collection_file(root, poster.id) if poster.is_collection else folder.case_file(poster.id)
        figure = poster.figure
        large = f"{''.join(poster.lines)}{figure.earlier if figure else ''}"
        small = "".join((figure.before, figure.after, *poster.what)) if figure else ""
        drawn += [(large, serif, record), (f"{poster.detail}{poster.label}{small}", sans, record)]
    for text, coverage, path in drawn:
        absent = missing_notice(text, coverage, path, root)
        if absent:
            yield f"{absent}，分享图的字体没有，图上画成“{GETA}”；网页不受影响。建议：能换的话，换一个字。"


def _key(poster: Poster) -> str:
    return key_of(RECIPE, repr(poster).encode(), *_font_sums())


def _make(poster: Poster, root: Path, spare: Path | None) -> Made:
    cache, key = Cache(root / POSTERS, spare), _key(poster)
    kept = cache.find(key) or cache.keep(key, {NAME: paint(poster)})
    return Made({poster.uri: FinishedFile(str(kept[NAME]))})


def paint(poster: Poster) -> bytes:
    """Paint a poster as a PNG of few colours; the same poster gives the same bytes."""
    # In shades of grey: black is the ground, white the paper.
    sheet = Image.new("L", (WIDTH_PX * _FINE, HEIGHT_PX * _FINE))
    pen = ImageDraw.Draw(sheet)
    _paint_pattern(pen, poster.turns)
    _paint_text(pen, poster)
    shades = sheet.reduce(_FINE).point(lambda value: round(value / 255 * (_STEPS - 1)))
    shades.putpalette(_ramp(poster.hue))
    file = BytesIO()
    shades.save(file, "PNG", optimize=True, bits=8)
    return file.getvalue()


def _ramp(hue: str) -> list[int]:
    ground, paper = ImageColor.getrgb(hue), ImageColor.getrgb(_PAPER)
    return [
        round(a + (b - a) * step / (_STEPS - 1))
        for step in range(_STEPS)
        for a, b in zip(ground[:3], paper[:3], strict=True)
    ]


def _paint_pattern(pen: ImageDraw.ImageDraw, turns: Sequence[int]) -> None:
    """Lay the tiles from the right edge, each with two quarter circles; they fade towards the title."""
    side = _TILE_PX * _FINE
    left = (WIDTH_PX - COLUMNS * _TILE_PX) * _FINE
    for at, turn in enumerate(turns):
        row, column = divmod(at, COLUMNS)
        strength = (column / (COLUMNS - 1) + 0.5 * row / (ROWS - 1) - 0.62) / 0.88
        if strength <= 0:
            continue
        x, y = left + column * side, row * side
        corners = ((x, y), (x + side, y + side)) if turn % 2 == 0 else ((x + side, y), (x, y + side))
        for corner in corners:
            _paint_quarter(pen, corner, (x, y), round(255 * _FAINT * strength))


def _paint_quarter(pen: ImageDraw.ImageDraw, centre: tuple[int, int], tile: tuple[int, int], shade: int) -> None:
    reach = (_TILE_PX + _STROKE_PX) * _FINE // 2
    is_left, is_top = centre[0] == tile[0], centre[1] == tile[1]
    start = {(True, True): 0, (False, True): 90, (False, False): 180, (True, False): 270}[is_left, is_top]
    box = (centre[0] - reach, centre[1] - reach, centre[0] + reach, centre[1] + reach)
    pen.arc(box, start, start + 90, fill=shade, width=_STROKE_PX * _FINE)


def _paint_text(pen: ImageDraw.ImageDraw, poster: Poster) -> None:
    """Set the site's name over a rule, below it what leads, then the figure, and at the bottom what and whose it is."""
    white, soft = 255, round(255 * _SOFT)
    _line(pen, poster.site_name, _sans(DETAIL_PX), _MAST_PX, soft)
    left, top, right, bottom = _LEFT_PX, _RULE_PX, _LEFT_PX + 5 * DETAIL_PX, _RULE_PX + 2
    pen.rectangle((left * _FINE, top * _FINE, right * _FINE - 1, bottom * _FINE - 1), fill=white)
    serif = _serif_of("".join(poster.lines))
    size = _fitting(poster.lines_px, poster.lines, serif)
    for number, line in enumerate(poster.lines):
        _line(pen, line, serif(size), _LINES_PX + size * (1 + number * _LEADING), white)
    _paint_figure(pen, poster)
    _line(pen, poster.detail, _sans(_fitting(DETAIL_PX, (poster.detail,), _sans)), _DETAIL_PX, white)
    _line(pen, poster.label, _sans(_fitting(DETAIL_PX, (poster.label,), _sans)), _LABEL_PX, soft)


def _paint_figure(pen: ImageDraw.ImageDraw, poster: Poster) -> None:
    """Set the figure in the largest type, between what it was and what it counts; smaller where it is long."""
    if not poster.figure:
        return
    figure, white, soft = poster.figure, 255, round(255 * _SOFT)
    serif = _serif_of(f"{figure.earlier}{figure.number}")
    parts = (
        (figure.earlier, serif, _EARLIER_PX, soft),
        (" → " if figure.earlier else "", _sans, _EARLIER_PX * 0.7, soft),
        (figure.before, _sans, _UNIT_PX, white),
        (figure.number, serif, _NUMBER_PX, white),
        (figure.after, _sans, _UNIT_PX, white),
    )
    told = max(_width(line, _sans(WHAT_PX)) for line in poster.what) / _FINE + _GAP_PX
    wide = sum(_width(text, face(size)) for text, face, size, _ in parts) / _FINE
    less, x = min(1.0, (TEXT_PX - told) / wide), float(_LEFT_PX)
    for text, face, size, shade in parts:
        font = face(size * less)
        pen.text((x * _FINE, _FIGURE_PX * _FINE), _known(text, font), fill=shade, font=font, anchor="ls")
        x += _width(text, font) / _FINE
    for number, line in enumerate(reversed(poster.what)):
        at = (x + _GAP_PX, _FIGURE_PX - number * WHAT_PX * _LEADING)
        pen.text(
            (at[0] * _FINE, at[1] * _FINE), _known(line, _sans(WHAT_PX)), fill=white, font=_sans(WHAT_PX), anchor="ls"
        )


def _width(text: str, font: ImageFont.FreeTypeFont) -> float:
    return font.getlength(_known(text, font))


def _fitting(size_px: float, lines: Sequence[str], face: _Face) -> float:
    """Give a size of type, smaller where letters are wider than the half of a Han character they were taken for."""
    font = face(size_px)
    widest = max(_width(line, font) for line in lines)
    return size_px * min(1.0, TEXT_PX * _FINE / max(widest, 1.0))


def _line(pen: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont, baseline: float, shade: int) -> None:
    x = _LEFT_PX * _FINE - (font.size / 2 if text[:1] in _HALF_BLANK else 0)
    pen.text((x, baseline * _FINE), _known(text, font), fill=shade, font=font, anchor="ls")


def _known(text: str, font: ImageFont.FreeTypeFont) -> str:
    return without_missing(text, coverage_of(Path(str(font.path))))


def _serif_of(text: str) -> _Face:
    """Choose the bold cut, which white on a hue needs, unless a text has a character that only Regular may have."""
    bold = bold_serif_path()
    has_all = without_missing(text, coverage_of(bold)) == text
    return partial(_font, bold if has_all else Path(pinned.serif_path()))


def _sans(size_px: float) -> ImageFont.FreeTypeFont:
    return _font(pinned.sans_path(), size_px)


@cache
def _font(path: Path, size_px: float) -> ImageFont.FreeTypeFont:
    # Not every machine's Pillow has the other engine, and the bytes must be the same on all.
    return ImageFont.truetype(path, size_px * _FINE, layout_engine=ImageFont.Layout.BASIC)


@cache
def _font_sums() -> tuple[bytes, ...]:
    paths = (Path(pinned.serif_path()), Path(pinned.sans_path()), bold_serif_path())
    return tuple(sha256(path.read_bytes()).digest() for path in paths)
