"""What outputs need to know about the site as a whole."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from generator.outputs.site.edition import Edition


@dataclass(frozen=True, slots=True)
class Site:
    """The settings of `mkdocs.yml` that outputs need."""

    name: str
    """The library's name: 案例集."""
    url: str = ""
    """Where the site will be published, ending in `/`; empty when that is not known."""
    description: str = ""
    organiser: str = ""
    """Who publishes it, as the footer says."""
    fonts: Mapping[str, str] = field(default_factory=dict)
    """The book's fonts by role, as the editor calls them; empty for the pinned ones."""
    editions: Mapping[str, Edition] = field(default_factory=dict)
    """The books that lie on it, by collection id. Settings know none: they come in when books have been set."""
    photo_sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Width and height in pixels of the photos as they stand upright, by case id and file: `x-01/a.jpg`. Settings know
    none: they come in when photos have been measured."""

    def photo_size(self, case_id: str, file: str) -> tuple[int, int] | None:
        """Give the width and height of a photo, or None where it was not measured."""
        return self.photo_sizes.get(f"{case_id}/{file}")

    def absolute(self, uri: str) -> str:
        """Make an address whole, with Chinese percent-encoded; without a known url it stays relative to the site."""
        if not self.url:
            return uri
        name = posixpath.basename(uri)
        return self.url + quote(uri.removesuffix(name) if name == "index.html" else uri, safe="/#")
