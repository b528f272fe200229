"""The templates of pages: they loop and print what a view holds, and compute nothing."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("theme", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def render(name: str, **values: object) -> str:
    """Draw a template of `theme/pages/` by its name without `.html`; text is escaped unless it is `Markup`."""
    return _environment().get_template(f"{name}.html").render(values)
