"""The settings of `mkdocs.yml` that outputs need, and nothing else."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Settings:
    """What an editor set for the site as a whole."""

    name: str
    """The library's name: 案例集."""
    url: str = ""
    """Where the site will be published, ending in `/`; empty when that is not known."""
    description: str = ""
    organiser: str = ""
    """Who publishes it, as the footer says."""
    fonts: Mapping[str, str] = field(default_factory=dict)
    """The book's fonts by role, as the editor calls them; empty for the pinned ones."""

    def absolute(self, uri: str) -> str:
        """Make an address whole, with Chinese percent-encoded; without a known url it stays relative to the site."""
        if not self.url:
            return uri
        name = posixpath.basename(uri)
        return self.url + quote(uri.removesuffix(name) if name == "index.html" else uri, safe="/#")
