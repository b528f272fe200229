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
    """Who publishes it, as the footer says: the body in charge, else who compiled it."""
    lead: str = field(default="", repr=False)
    """The id of the case that leads the home page, as the editor chose it; empty for none. No text of the settings has
    it, so that another choice makes the home page anew and no other."""
    licence: str = ""
    """What the licence of the data is called; empty where the editors state none."""
    licence_url: str = ""
    """Where its text is."""
    fonts: Mapping[str, str] = field(default_factory=dict)
    """The book's fonts by role, as the editor calls them; empty for the pinned ones."""

    @property
    def publisher(self) -> str:
        """Who answers for the site: who publishes it, as far as that is said, else the library under its own name."""
        return self.organiser or self.name

    def absolute(self, uri: str) -> str:
        """Make an address whole, with Chinese percent-encoded; without a known url it stays relative to the site."""
        if not self.url:
            return uri
        name = posixpath.basename(uri)
        return self.url + quote(uri.removesuffix(name) if name == "index.html" else uri, safe="/#")
