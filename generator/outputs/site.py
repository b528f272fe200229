"""What the project's settings say about the site as a whole."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """The settings of `mkdocs.yml` that outputs need."""

    name: str
    """The library's name: 案例集."""
    url: str = ""
    """Where the site will be published, ending in `/`; empty when that is not known."""
    description: str = ""

    def absolute(self, uri: str) -> str:
        """Make an address whole; without a known url it stays relative to the site."""
        return self.url + uri.removesuffix("index.html") if self.url else uri
