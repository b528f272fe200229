"""What the project's settings say about the site as a whole."""

import posixpath
from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Site:
    """The settings of `mkdocs.yml` that outputs need."""

    name: str
    """The library's name: 案例集."""
    url: str = ""
    """Where the site will be published, ending in `/`; empty when that is not known."""
    description: str = ""

    def absolute(self, uri: str) -> str:
        """Make an address whole, with Chinese percent-encoded; without a known url it stays relative to the site."""
        if not self.url:
            return uri
        name = posixpath.basename(uri)
        return self.url + quote(uri.removesuffix(name) if name == "index.html" else uri, safe="/#")
