"""Photos as figures, in the text where the editor put them or after it."""

from dataclasses import dataclass
from urllib.parse import quote

from generator.case.model import Case, Photo
from generator.outputs.site import addresses
from generator.outputs.site.assets import Assets, Size
from generator.outputs.views.image_sizes import copy_sizes, copy_widths

SHOWN_PX = 960
"""Browsers that choose no copy themselves get one no wider than this, and so do messengers."""

HEAD_PX, COLUMN_PX, CELL_PX = 1200, 760, 360
"""How wide a photo is at the head of a page, in the text, and in a grid, as the style sheets have it on wide
screens."""

TALL_PX = 1200
"""What is less high is never enlarged by filling most of a window's height."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A photo in one size and two formats, the second for browsers that do not know the first."""

    width: int
    """In pixels."""
    webp_uri: str
    jpg_uri: str


@dataclass(frozen=True, slots=True)
class Photograph:
    """A photo with its caption."""

    file: str
    """As the record names it."""
    alt: str
    caption: str
    credit: str
    copies: tuple[Copy, ...]
    """Smallest first, at least one; their addresses are percent-encoded."""
    width: int | None
    """Of the largest copy in pixels, so that a browser keeps room for it; None where the photo was not measured."""
    height: int | None

    @property
    def is_small(self) -> bool:
        """Whether it is narrower than a cell of a grid, which then shows it as it is."""
        return self.width is not None and self.width < CELL_PX

    @property
    def is_broad(self) -> bool:
        """Whether it lies, and is large enough to break out of the text into the margin."""
        return self.width is not None and self.height is not None and self.width >= max(1.2 * self.height, COLUMN_PX)

    @property
    def is_tall(self) -> bool:
        """Whether it is so high, like the picture of a long screen, that a window is too low for it."""
        return self.width is not None and self.height is not None and self.height > max(2 * self.width, TALL_PX)

    @property
    def is_long(self) -> bool:
        """Whether even as high as a window it would be a narrow strip; the page shows its beginning."""
        return self.width is not None and self.height is not None and self.height > 4 * self.width

    @property
    def is_wide(self) -> bool:
        """Whether it is so wide, like a panorama, that a cell of a grid would show a small part of it."""
        return self.width is not None and self.height is not None and self.width > 3 * self.height

    @property
    def sizes(self) -> str:
        """How wide it is shown in the text: the whole column, but never enlarged."""
        return self._sizes(COLUMN_PX)

    @property
    def sizes_at_head(self) -> str:
        """How wide it is shown at the head of a page."""
        return self._sizes(HEAD_PX)

    @property
    def sizes_in_grid(self) -> str:
        """How wide it is shown beside others."""
        return self._sizes(COLUMN_PX if self.is_wide else CELL_PX)

    def _sizes(self, room_px: int) -> str:
        if self.width and self.width <= room_px:
            return f"min({self.width}px, 100vw)"
        return f"(min-width: 60em) {room_px}px, 100vw"

    @property
    def uri(self) -> str:
        """The JPEG for browsers that choose no copy themselves."""
        return ([copy.jpg_uri for copy in self.copies if copy.width <= SHOWN_PX] or [self.largest])[-1]

    @property
    def largest(self) -> str:
        """The JPEG for a closer look."""
        return self.copies[-1].jpg_uri


def photographs_of(case: Case, assets: Assets) -> tuple[Photograph, ...]:
    """Show a case's photos in the record's order; without an alternative text the caption must do."""
    return tuple(_photograph(case.id, photo, assets.photo_size(case.id, photo.file)) for photo in case.photos)


def _photograph(case_id: str, photo: Photo, size: Size | None) -> Photograph:
    width, height = copy_sizes(size)[-1] if size else (None, None)
    return Photograph(
        file=photo.file,
        alt=photo.alt or photo.caption,
        caption=photo.caption,
        credit=photo.credit or "",
        copies=tuple(
            Copy(
                one,
                webp_uri=quote(addresses.photo_uri(case_id, photo.file, one, "webp")),
                jpg_uri=quote(addresses.photo_uri(case_id, photo.file, one, "jpg")),
            )
            for one in copy_widths(size)
        ),
        width=width,
        height=height,
    )
