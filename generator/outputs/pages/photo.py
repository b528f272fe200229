"""Photos as figures, in the text where the editor put them or after it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import quote

from generator.case.model import Case
from generator.case.prose import Node
from generator.outputs import addresses


@dataclass(frozen=True, slots=True)
class Photograph:
    """A photo with its caption."""

    file: str
    """As the record names it."""
    uri: str
    alt: str
    caption: str
    credit: str


def photographs_of(case: Case) -> tuple[Photograph, ...]:
    """Show a case's photos in the record's order; without an alternative text the caption must do."""
    return tuple(
        Photograph(
            file=photo.file,
            uri=quote(addresses.photo_uri(case.id, photo.file)),
            alt=photo.alt or photo.caption,
            caption=photo.caption,
            credit=photo.credit or "",
        )
        for photo in case.photos
    )


def lift_images(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Take images out of their paragraphs, which they split: HTML allows no figure inside a paragraph."""
    lifted: list[Node] = []
    for node in nodes:
        if node.kind == "paragraph":
            lifted.extend(_split(node))
        elif node.kind in ("list", "item", "quote"):
            lifted.append(replace(node, children=lift_images(node.children)))
        else:
            lifted.append(node)
    return tuple(lifted)


def _split(paragraph: Node) -> list[Node]:
    pieces: list[Node] = []
    run: list[Node] = []
    for child in paragraph.children:
        if child.kind == "image":
            pieces += [*_paragraph(run), child]
            run = []
        else:
            run.append(child)
    return pieces + _paragraph(run)


def _paragraph(run: list[Node]) -> list[Node]:
    has_text = any(node.kind not in ("text", "break") or node.text.strip() for node in run)
    return [Node("paragraph", children=tuple(run))] if has_text else []
