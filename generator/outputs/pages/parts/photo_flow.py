"""Where the photos of a case stand that no text shows: one leads, others come between paragraphs, the rest below."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.case.prose import Node, plain_text, walk
from generator.outputs.pages.parts.photo import Photograph

_LEAST_LEAD_PX = 800
"""What is narrower would be enlarged at the head of a page."""
_LEAD_SHAPE = (1.2, 2.5)
"""Width by height of what fills the head of a page: neither upright nor a strip."""
_LEAST_BETWEEN = 150
"""Characters between two photos, so that a text is not lost among them."""


def lead_of(photographs: Iterable[Photograph]) -> Photograph | None:
    """Choose the photo for the head of a page: the first that is large enough and of a fitting shape."""
    return next((one for one in photographs if _leads(one)), None)


def _leads(one: Photograph) -> bool:
    if not one.width or not one.height:
        return False
    least, most = _LEAD_SHAPE
    return one.width >= _LEAST_LEAD_PX and least <= one.width / one.height <= most


def with_photos(
    trees: Mapping[str, tuple[Node, ...]], photographs: Sequence[Photograph]
) -> dict[str, tuple[Node, ...]]:
    """Put photos between the blocks of texts, in the record's order and evenly; what finds no room is left out.

    Args:
        trees: the texts by key, in reading order.
        photographs: those that no text shows yet.
    """
    if not photographs:
        return dict(trees)
    total = sum(len(plain_text(tree)) for tree in trees.values())
    step = max(_LEAST_BETWEEN, total // (len(photographs) + 1))
    waiting = iter(photographs)
    spread = _Spread(waiting, step)
    return {key: tuple(spread.through(tree)) for key, tree in trees.items()}


class _Spread:
    """Goes through texts and puts in a photo wherever enough has been read since the last one."""

    def __init__(self, waiting: Iterator[Photograph], step: int) -> None:
        self.waiting, self.step = waiting, step
        self.read = 0

    def through(self, tree: Sequence[Node]) -> Iterator[Node]:
        for at, block in enumerate(tree):
            yield block
            shows = any(node.kind == "image" for node in walk([block]))
            self.read = 0 if shows else self.read + len(plain_text([block]))
            if self.read >= self.step and _may_end(tree, at):
                one = next(self.waiting, None)
                if one:
                    self.read = 0
                    yield Node("image", one.alt, url=one.file)


def _may_end(tree: Sequence[Node], at: int) -> bool:
    """Whether a photo may follow a block: not where it leads to the next, nor beside a photo or before the notes."""
    block, following = tree[at], tree[at + 1] if at + 1 < len(tree) else None
    if block.kind in ("heading", "rule", "notes") or plain_text([block]).rstrip().endswith(("：", ":")):
        return False
    return following is None or following.kind not in ("image", "notes", "table", "quote")
