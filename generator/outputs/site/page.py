"""A page before it is drawn: its address, what it is called and what it shows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.outputs.site import addresses


@dataclass(frozen=True, slots=True)
class Head:
    """A page's metadata for browsers, search engines and messengers."""

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
    is_further: bool = False
    """A further page of a list, of which messengers and search engines need to know no more than what it is."""
    moved_to: str = ""
    """The address on the site, percent-encoded, to which browsers go on at once; empty for none."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows, before it is drawn."""

    head: Head
    view: object
    """All that the template may see."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """What is made with the page, because the page says how large it is, by address."""
    notes: Mapping[str, object] = field(default_factory=dict)
    """What the next build may be told of these, by name."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be."""

    uri: str
    templates: tuple[str, ...]
    """The page's own template, then those by which pieces of its view are drawn."""
    show: Callable[[], Shown]
    inputs: Callable[[], object] | None = None
    """Gives everything that `show` looks at, where that costs less than to compute the view; see `digest`."""
    glance: Callable[[], object] | None = None
    """Gives what changes whenever the inputs do, and perhaps more often, where that costs far less."""
    frame: str = addresses.FRAME
    """The address of the hosted page whose frame it takes; its own address where the host renders a frame for it."""
    is_indexed: bool = True
    """False for pages that search engines should leave out; the sitemap leaves them out, too."""
    more: tuple[str, ...] = ()
    """The addresses of the files that are made with it."""
