"""A page before it gets its frame: what it is called and what stands in its main part."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Head:
    """What a page tells browsers, search engines and messengers about itself."""

    title: str
    """Without the site's name, which is added in `<title>`; empty on the home page."""
    description: str
    """One or two sentences, plain text."""
    kind: str = "website"
    """The Open Graph type: `website` or `article`."""
    json_ld: dict[str, Any] = field(default_factory=dict)
    """The schema.org description; addresses in it are relative to the site (`cases/x.html`) and made whole later."""
    image: str = ""
    """The address on the site of the picture by which messengers show the page; empty for none."""
    image_alt: str = ""
    image_size: tuple[int, int] | None = None
    """Its width and height in pixels, where they are known."""


@dataclass(frozen=True, slots=True)
class Body:
    """A page as drawn."""

    head: Head
    main: str
    """HTML of the main part, with links relative to the page."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be."""

    uri: str
    draw: Callable[[], Body]
    frame: str = "cases/_frame.html"
    """The address of the hosted page whose frame it takes; its own address where the host renders a frame for it."""
    is_indexed: bool = True
    """False for pages that search engines should leave out; the sitemap leaves them out, too."""
