"""Posters are painted the same each time, once, whole, and light."""

import os
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.making.images import poster_png
from generator.making.images.poster_png import CACHE, notices_of, paint, write_posters
from generator.outputs.graphics.poster import Poster

POSTER = Poster(
    id="x-01",
    is_collection=False,
    uri="posters/cases/x-01.png",
    site_name="“强国行”典型案例库",
    lines=("“双带头人”引领", "乡村水质监测"),
    title_px=100,
    detail="示例大学",
    label="科技赋能",
    hue="#0b6b63",
    turns=(0, 1, 2, 3) * 18,
)


def opened(poster: Poster) -> Image.Image:
    """Paint a poster and open it."""
    return Image.open(BytesIO(paint(poster))).convert("RGB")


def box_of(poster: Poster) -> tuple[int, int, int, int]:
    """Give the box around everything that is nearly white."""
    bright = opened(poster).convert("L").point(lambda value: 255 if value > 200 else 0)
    return bright.getbbox() or (0, 0, 0, 0)


def test_poster() -> None:
    """A poster is a PNG of the size that messengers ask for, on its colour, and light."""
    data = paint(POSTER)
    image = Image.open(BytesIO(data))

    assert (image.format, image.size, sorted(image.info)) == ("PNG", (1200, 630), [])
    assert image.convert("RGB").getpixel((5, 5)) == (0x0B, 0x6B, 0x63)
    assert len(data) < 60_000


def test_same_poster_same_bytes() -> None:
    """The same poster is painted with the same bytes; what differs is seen."""
    others = [
        replace(POSTER, lines=("“双带头人”引领",)),
        replace(POSTER, hue="#8a5300"),
        replace(POSTER, turns=(1, 1, 1, 1) * 18),
        replace(POSTER, detail=""),
    ]

    assert paint(POSTER) == paint(POSTER)
    assert len({paint(one) for one in [POSTER, *others]}) == 5


@pytest.mark.parametrize("line", ["W" * 19, "把水质监测站建到渠口", "《红船》进课堂", "𠮷" * 9], ids=str)
def test_title_stays_on_the_poster(line: str) -> None:
    """The title keeps its margins, also of letters much wider than others."""
    left, top, right, bottom = box_of(replace(POSTER, lines=(line,) * 2))

    assert (left >= 75, top >= 60, right <= 1200 - 75, bottom <= 630 - 50) == (True, True, True, True)


def test_opening_mark_hangs_in_the_margin() -> None:
    """The blank half of an opening mark at a line's beginning is given up."""
    plain = replace(POSTER, site_name="", detail="", label="", turns=(0,) * 72)
    quoted, bare = (box_of(replace(plain, lines=(line,)))[0] for line in ("“红船”", "红船"))

    assert abs(quoted - bare) < 20


def test_characters_that_no_font_has() -> None:
    """A character that the font lacks is painted as printers do."""
    assert paint(replace(POSTER, lines=("\N{SMILING FACE WITH SUNGLASSES}",))) == paint(replace(POSTER, lines=("〓",)))


def test_notices_name_where_a_character_stands(tmp_path: Path) -> None:
    """A character that the font lacks is told with its record and line, the site's name once for all posters."""
    for path in ("cases/x-01/case.yml", "content/collections/shili.yaml"):
        (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / "cases/x-01/case.yml").write_text("task: 科技赋能\ntitle: 𠮷林\n", encoding="utf-8")
    (tmp_path / "content/collections/shili.yaml").write_text("title: 示例\neditor: 示例😀\n", encoding="utf-8")
    case = replace(POSTER, lines=("𠮷林",))
    collection = replace(POSTER, id="shili", is_collection=True, label="案例集 · 示例😀 · 3个案例")
    told = [one.partition("，分享图")[0] for one in notices_of([case, collection], "案例🐂", tmp_path)]

    assert told == [
        "mkdocs.yml 里的“🐂”（U+1F402）",
        "cases/x-01/case.yml 里的“𠮷”（U+20BB7，第 2 行）",
        "content/collections/shili.yaml 里的“😀”（U+1F600，第 2 行）",
    ]
    assert list(notices_of([POSTER], "案例", tmp_path)) == []


def test_second_time_nothing_is_painted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quiet_steps: Callable[[int], None]
) -> None:
    """A poster that did not change is not painted again; one that did is, and the old one goes when it is stale."""
    painted: list[Poster] = []
    monkeypatch.setattr(poster_png, "paint", lambda poster: painted.append(poster) or paint(poster))
    changed = replace(POSTER, detail="另一所大学")
    write_posters([POSTER], tmp_path, tmp_path / "one", quiet_steps)
    write_posters([POSTER], tmp_path, tmp_path / "two", quiet_steps)
    old = [path for path in (tmp_path / CACHE).rglob("*") if path.is_file()]
    for path in old:
        os.utime(path, (0, 0))
    write_posters([changed], tmp_path, tmp_path / "three", quiet_steps)

    assert painted == [POSTER, changed]
    assert (tmp_path / "one" / POSTER.uri).read_bytes() == (tmp_path / "two" / POSTER.uri).read_bytes() == paint(POSTER)
    assert [path for path in old if path.exists()] == []


def test_two_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many posters are shared between processes, and each is counted."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    many = [replace(POSTER, uri=f"posters/cases/x-{number}.png", detail=str(number)) for number in range(12)]
    steps: list[int] = []
    write_posters(many, tmp_path, tmp_path / "site", steps.append)

    assert sum(steps) == 12
    assert [(tmp_path / "site" / one.uri).read_bytes() for one in many] == [paint(one) for one in many]


@pytest.fixture(name="quiet_steps")
def _quiet_steps() -> Callable[[int], None]:
    return lambda _: None
