"""Posters are painted the same each time, once, whole, and light."""

import os
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.case.model import Case, Collection
from generator.case.programme import packaged_programme
from generator.library.library import gather
from generator.making.cache import POSTERS, Cache
from generator.making.images import poster_png
from generator.making.images.poster_png import notices_of, paint, poster_artifacts
from generator.outputs.graphics.poster import Poster, case_poster, posters
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings
from generator.outputs.views.figure import Figure
from tests.drawing import content
from tests.each import each

SETTINGS = Settings("示例案例集", "https://anliji.example/")
POSTER = Poster(
    id="x-01",
    is_collection=False,
    uri="posters/cases/x-01.png",
    site_name="“强国行”典型案例库",
    lines=("“双带头人”引领", "乡村水质监测"),
    lines_px=100,
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
        replace(POSTER, figure=Figure("缺课率", "", "0.6", "%", "")),
        replace(POSTER, figure=Figure("缺课率", "", "0.6", "%", "", earlier="34%", change="降至")),
    ]

    once = paint(POSTER)

    assert once == paint(POSTER)
    assert len({once, *map(paint, others)}) == 7


@each("line", ["W" * 19, "把水质监测站建到渠口", "《红船》进课堂", "𠮷" * 9], ids=str)
def test_title_stays_on_the_poster(line: str) -> None:
    """The title keeps its margins, also of letters much wider than others."""
    left, top, right, bottom = box_of(replace(POSTER, lines=(line,) * 2))

    assert (left >= 75, top >= 55, right <= 1200 - 75, bottom <= 630 - 40) == (True, True, True, True)


@pytest.mark.parametrize(
    "figure",
    [
        Figure("缺课率", "", "0.6", "%", "", earlier="34%", change="降至"),
        Figure(
            "累计服务的农户和合作社社员以及周边村民",
            "近",
            "123,456,789,012",
            "万千瓦时平方公里",
            "",
            earlier="不足4000元",
        ),
    ],
    ids=["short", "long"],
)
def test_figure_stays_on_the_poster(figure: Figure) -> None:
    """A figure, its earlier value and what it counts keep the margins, however long they are."""
    left, top, right, bottom = box_of(replace(POSTER, lines_px=56, lines=("把水质监测站建到渠口",) * 3, figure=figure))

    assert (left >= 75, top >= 55, right <= 1200 - 75, bottom <= 630 - 40) == (True, True, True, True)


def test_opening_mark_hangs_in_the_margin() -> None:
    """The blank half of an opening mark at a line's beginning is given up."""
    plain = replace(POSTER, site_name="", detail="", label="", turns=(0,) * 72)
    quoted, bare = (box_of(replace(plain, lines=(line,)))[0] for line in ("“红船”", "红船"))

    assert abs(quoted - bare) < 20


def test_characters_that_no_font_has() -> None:
    """A character that the font lacks is painted as printers do."""
    assert paint(replace(POSTER, lines=("\N{SMILING FACE WITH SUNGLASSES}",))) == paint(replace(POSTER, lines=("〓",)))


def test_notices_name_where_a_character_stands(tmp_path: Path, case: Callable[..., Case]) -> None:
    """A character that the font lacks is told with its record and line, the site's name once for all posters."""
    for path in ("cases/x-01/case.yml", "content/collections/shili.yaml"):
        (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / "cases/x-01/case.yml").write_text("task: 科技赋能\ntitle: 𠮷林\n", encoding="utf-8")
    (tmp_path / "content/collections/shili.yaml").write_text("title: 示例\neditor: 示例😀\n", encoding="utf-8")
    shili = {"id": "shili", "title": "示例选编", "editor": "示例😀", "date": "2026"}
    cases = [case("x-01", title="𠮷林示例", featured="true"), case("x-02", featured="true")]
    library = gather(cases, [Collection.model_validate(shili)])
    told = notices_of(Publication(library, replace(SETTINGS, name="案例🐂")), tmp_path)

    assert [one.partition("，分享图")[0] for one in told] == [
        "mkdocs.yml 里的“🐂”（U+1F402）",
        "cases/x-01/case.yml 里的“𠮷”（U+20BB7，第 2 行）",
        "content/collections/shili.yaml 里的“😀”（U+1F600，第 2 行）",
    ]
    assert list(notices_of(Publication(gather(cases[1:]), SETTINGS), tmp_path)) == []


def test_no_notices_without_posters(tmp_path: Path, case: Callable[..., Case]) -> None:
    """Where no poster is painted no character is missing, not even of the site's name."""
    assert list(notices_of(Publication(gather([case("x-01")]), replace(SETTINGS, name="案例🐂")), tmp_path)) == []


def test_second_time_nothing_is_painted(
    tmp_path: Path, case: Callable[..., Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A poster that did not change is not painted again; one that did is, and the old one goes when it is stale."""
    painted: list[Poster] = []
    monkeypatch.setattr(poster_png, "paint", lambda poster: painted.append(poster) or paint(poster))
    before, after = case("x-01", featured="true"), case("x-01", featured="true", university="另一所大学")

    def made(one: Case) -> bytes:
        (artifact,) = poster_artifacts(Publication(gather([one]), SETTINGS), tmp_path)
        return content(artifact)

    first, second = made(before), made(before)
    old = [path for path in (tmp_path / POSTERS).rglob("*") if path.is_file()]
    for path in old:
        os.utime(path, (0, 0))
    made(after)
    Cache(tmp_path / POSTERS).remove_unused(time.time())

    assert painted == [case_poster(one, packaged_programme(), SETTINGS) for one in (before, after)]
    assert first == second == paint(painted[0])
    assert [path for path in old if path.exists()] == []


def test_list_of_posters(tmp_path: Path, case: Callable[..., Case], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each poster is listed at its address with a key of its own, and none is painted for that."""
    monkeypatch.setattr(poster_png, "paint", None)
    publication = Publication(gather(case(f"x-{number}", featured="true") for number in range(3)), SETTINGS)
    listed = list(poster_artifacts(publication, tmp_path))

    assert [one.uris for one in listed] == [(poster.uri,) for poster in posters(publication)]
    assert {one.kind for one in listed} == {"poster"}
    assert len({one.key() for one in listed}) == 3
    assert list(tmp_path.iterdir()) == []
