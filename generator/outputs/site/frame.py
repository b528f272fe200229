"""The frame: a page as the host renders it, cut at its marks so that any content can be poured in.

A mark is an HTML comment, `<!-- anliji:main -->`. The host's cost per page is paid once per frame, not per case.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.outputs.site.digest import digest
from generator.outputs.site.references import references_in_html

_MARK = re.compile(r"<!-- anliji:([a-z-]+) -->")


@dataclass(frozen=True)
class Frame:
    """A hosted page with marks where content goes."""

    uri: str
    """The page's address; links in the frame are relative to it."""
    title: str
    """The page's own title; empty on the home page."""
    description: str
    """What the page says of itself; may be empty."""
    html: str
    """The page with its marks."""
    text: str = ""
    """A digest of what people wrote on it, whatever is around it; empty for a page that the generator fills."""

    @cached_property
    def _pieces(self) -> list[str]:
        return _MARK.split(self.html)

    @property
    def marks(self) -> tuple[str, ...]:
        """The names of its marks, in their order."""
        return tuple(self._pieces[1::2])

    @cached_property
    def digest(self) -> str:
        """A digest of the page as the host rendered it."""
        return digest(self.title, self.description, self.html)

    @cached_property
    def refers_to(self) -> frozenset[str]:
        """The addresses of the site that the page leads to outside its marks."""
        return references_in_html(self.html, self.uri)

    def pour(self, values: Mapping[str, str]) -> str:
        """Put content where the marks are. A mark without a value vanishes."""
        pieces = self._pieces.copy()
        for at in range(1, len(pieces), 2):
            pieces[at] = values.get(pieces[at], "")
        return "".join(pieces)
