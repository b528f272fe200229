"""From a view to a page's body."""

from generator.outputs.site import addresses
from generator.outputs.site.page import Body, Head
from generator.outputs.site.templates import render


def draw(template: str, uri: str, head: Head, view: object) -> Body:
    """Draw a view as the page at `uri`; the template reaches other pages through `root`."""
    return Body(head, render(template, root=addresses.root(uri), view=view))
