"""Photos that no text shows stand where they fit: one at the head of the page, others between paragraphs."""

from generator.case.markdown import parse_prose
from generator.case.prose import Node, lift_images
from generator.outputs.pages.parts.photo import Copy, Photograph
from generator.outputs.pages.parts.photo_flow import lead_of, with_photos
from tests.each import each


def photo(file: str = "a.jpg", width: int | None = 1600, height: int | None = 1000) -> Photograph:
    """Make a photo."""
    return Photograph(file, "示意画", "示意画", "", (Copy(width or 960, "a.webp", "a.jpg"),), width, height)


def flow(photographs: list[Photograph], **texts: str) -> list[str]:
    """Tell in which order blocks and photos come: photos by their files, blocks by their kinds."""
    trees = {key: lift_images(parse_prose(text)) for key, text in texts.items()}
    placed = with_photos(trees, photographs)
    return [name(node) for tree in placed.values() for node in tree]


def name(node: Node) -> str:
    """Name a block."""
    return node.url if node.kind == "image" else node.kind


@each(
    ("sizes", "expected"),
    [
        ([], None),
        ([(None, None)], None),
        ([(1600, 1000)], 0),
        ([(799, 500)], None),
        ([(1000, 1600)], None),
        ([(3000, 200)], None),
        ([(1000, 1600), (1200, 800), (1600, 1000)], 1),
    ],
    ids=["none", "not measured", "fit", "too small", "upright", "a strip", "the first that is fit"],
)
def test_photo_that_leads(sizes: list[tuple[int | None, int | None]], expected: int | None) -> None:
    """The head of a page shows the first photo that fills it without being enlarged or cut to a strip."""
    photographs = [photo(f"{at}.jpg", *size) for at, size in enumerate(sizes)]

    assert (None if expected is None else photographs[expected]) is lead_of(photographs)


def test_photos_are_spread_evenly() -> None:
    """Photos come in the record's order, each after enough has been read, also from one section to the next."""
    four = "\n\n".join(["字" * 200] * 4)

    assert ["paragraph", "paragraph", "a", "paragraph", "paragraph", "b", "paragraph", "paragraph"] == flow(
        [photo("a"), photo("b")], approach=four, results="\n\n".join(["字" * 200] * 2)
    )


def test_short_text_takes_few_photos() -> None:
    """A text is never lost among photos: what finds no room is left for the end of the page."""
    assert ["paragraph", "a"] == flow([photo("a"), photo("b"), photo("c")], approach="字" * 200)
    assert ["paragraph"] == flow([photo("a")], approach="字" * 100)


@each(
    ("text", "expected"),
    [
        ("做" * 200 + "：\n\n- 一\n- 二", ["paragraph", "bullet-list", "a"]),
        ("做" * 200 + "\n\n> 话。\n\n再做。", ["paragraph", "quote", "a", "paragraph"]),
        ("做" * 200 + "\n\n![b](b)\n\n再做。", ["paragraph", "b", "paragraph"]),
        ("做" * 200 + "[^1]\n\n[^1]: 注。", ["paragraph", "notes"]),
        ("短。\n\n## " + "题" * 200 + "\n\n做。", ["paragraph", "heading", "paragraph", "a"]),
    ],
    ids=["a list", "a quotation", "a photo", "notes", "a heading"],
)
def test_photo_tears_nothing_apart(text: str, expected: list[str]) -> None:
    """No photo comes between what belongs together, nor beside another."""
    assert expected == flow([photo("a")], approach=text)
