"""What pages must know of the files beside them: how large the photos are, and how the books turned out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.outputs.site.edition import Edition

Size = tuple[int, int]
"""Width and height of a picture in pixels, upright."""


@dataclass(frozen=True, slots=True)
class Assets:
    """Facts about the site's photos and books."""

    photo_sizes: Mapping[str, Size] = field(default_factory=dict)
    """By case id and file, `x-01/a.jpg`; photos that could not be measured are missing."""
    editions: Mapping[str, Edition] = field(default_factory=dict)
    """The books on the site by collection id; none in a preview and in a build without books."""

    def photo_size(self, case_id: str, file: str) -> Size | None:
        """Give the size of a photo, or None where it was not measured."""
        return self.photo_sizes.get(f"{case_id}/{file}")
