"""Text as HTML with quotes by their names, as the host writes them; templates by themselves write numbers."""

from html import escape

from markupsafe import Markup


def escaped(text: str) -> Markup:
    """Make a text HTML, which templates then leave as it is: `"` becomes `&quot;`."""
    return Markup(escape(text))  # noqa: S704 (it has just been escaped)
