"""Text among HTML that people read in files too: quotes have the names that the host gives them, not numbers."""

from html import escape

from markupsafe import Markup


def escaped(text: str) -> Markup:
    """Make a text HTML, which templates then leave as it is: `"` becomes `&quot;`."""
    return Markup(escape(text))  # noqa: S704 (it has just been escaped)
