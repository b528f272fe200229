"""The photos of a case among its text: in rows of one or two, spread over the sections."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from generator.case.model import Case, Photo
from generator.outputs.book.typeset_text import settable
from generator.outputs.site.assets import Assets
from generator.outputs.views.image_sizes import largest_uri

_WIDE = 3
"""A photo that is so many times as wide as high has no other one beside it."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo as the book shows it."""

    file: str
    """Where typesetting finds it: the address of the largest JPEG, in ASCII."""
    alt: str
    caption: str
    credit: str


PictureRow = tuple[Picture, ...]


def picture_of(case: Case, photo: Photo, assets: Assets) -> Picture:
    """Show a photo in the book."""
    return Picture(
        file=quote(largest_uri(assets, case.id, photo.file)),
        alt=photo.alt or photo.caption,
        caption=settable(photo.caption),
        credit=settable(photo.credit or ""),
    )


def is_wide(case: Case, photo: Photo, assets: Assets) -> bool:
    """Whether a photo is a panorama; one that was not measured is none."""
    size = assets.photo_size(case.id, photo.file)
    return size is not None and size[0] > _WIDE * size[1]


def in_rows(pictures: Sequence[Picture], wide: frozenset[Picture]) -> tuple[PictureRow, ...]:
    """Put photos in rows, in the editor's order: pairs, the first alone where they are odd, and wide ones alone."""
    rows: list[PictureRow] = []
    held: list[Picture] = []
    is_odd = sum(picture not in wide for picture in pictures) % 2 == 1
    for picture in pictures:
        if picture in wide:
            rows.append((picture,))
            continue
        held.append(picture)
        if len(held) == 2 or is_odd:
            rows.append(tuple(held))
            held, is_odd = [], False
    return (*rows, *((tuple(held),) if held else ()))


def spread(rows: Sequence[PictureRow], weights: Sequence[int]) -> tuple[tuple[PictureRow, ...], ...]:
    """Give each section, by its length, the rows that follow it, so that they divide the text as evenly as can be.

    Where there is no section, nothing is given.
    """
    if not weights:
        return ()
    total = max(1, sum(weights))
    ends = [sum(weights[: at + 1]) / total for at in range(len(weights))]
    given: list[list[PictureRow]] = [[] for _ in weights]
    for number, row in enumerate(rows, 1):
        wanted = number / (len(rows) + 1)
        given[min(range(len(ends)), key=lambda at: abs(ends[at] - wanted))].append(row)
    return tuple(map(tuple, given))
