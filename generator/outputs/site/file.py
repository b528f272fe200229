"""A file of the site: its address and what makes its bytes when they are wanted."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """A file to be, drawn only when it is asked for, so that a preview draws one page and a build draws all."""

    uri: str
    """Relative to the site, with `/`: `cases/dj-01.html`."""
    draw: Callable[[], str | bytes]
    """Pure: the same library gives the same content."""

    @property
    def content(self) -> bytes:
        """The file's bytes; text is UTF-8."""
        drawn = self.draw()
        return drawn.encode() if isinstance(drawn, str) else drawn
