"""The picture by which messengers show a page: a poster, the first photo, or none."""

from collections.abc import Callable

from generator.case.model import Case
from generator.outputs.pages.parts.share_image import with_poster, with_share_image
from generator.outputs.site.assets import Assets
from generator.outputs.site.page import Head
from tests.each import each

PHOTOS = [{"file": "a.png", "caption": "图注", "alt": "替代文字"}, {"file": "b.png", "caption": "另一张"}]


def shown(case: Case, sizes: dict[str, tuple[int, int]] | None = None) -> tuple[str, str, tuple[int, int] | None]:
    """Give a case's picture: address, words, size."""
    head = with_share_image(Head("标题", "提要"), case, Assets(sizes or {}))
    return head.image, head.image_alt, head.image_size


@each(
    ("sizes", "expected"),
    [
        ({"x-01/a.png": (2000, 1000)}, ("photos/x-01/a.png.960.jpg", "替代文字", (960, 480))),
        ({"x-01/a.png": (800, 600)}, ("photos/x-01/a.png.800.jpg", "替代文字", (800, 600))),
        ({"x-01/a.png": (200, 100)}, ("photos/x-01/a.png.200.jpg", "替代文字", (200, 100))),
        ({"x-01/b.png": (200, 100)}, ("photos/x-01/a.png.960.jpg", "替代文字", None)),
    ],
)
def test_first_photo(case: Callable[..., Case], sizes: dict[str, tuple[int, int]], expected: object) -> None:
    """A case is shown by its first photo, no wider than messengers need; the size is told where it is known."""
    assert shown(case(photos=PHOTOS), sizes) == expected


def test_photo_without_alternative_text(case: Callable[..., Case]) -> None:
    """Without an alternative text the caption must do."""
    assert shown(case(photos=PHOTOS[1:]))[1] == "另一张"


def test_featured_case(case: Callable[..., Case]) -> None:
    """A featured case is shown by its poster, whether it has photos or not."""
    expected = ("posters/cases/x-01.png", "标题：编出来的提要。", (1200, 630))

    assert shown(case(featured="true", photos=PHOTOS)) == expected
    assert shown(case(featured="true")) == expected


def test_case_without_pictures(case: Callable[..., Case]) -> None:
    """A case without photos that is not featured has no picture."""
    assert shown(case()) == ("", "", None)


def test_page_with_a_poster() -> None:
    """A poster says what the page's title says."""
    assert with_poster(Head("标题", "提要"), "posters/a.png") == Head(
        "标题", "提要", image="posters/a.png", image_alt="标题", image_size=(1200, 630)
    )
