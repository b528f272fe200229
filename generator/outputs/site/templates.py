"""The templates of pages: they loop and print what a view holds, and compute nothing."""

from functools import cache, lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.case.titles import title_words


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("theme", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    # Each import of a macro compares the names of these, and no template needs one.
    environment.globals.clear()
    environment.filters["words"] = breaking_between_words
    return environment


@lru_cache(maxsize=2**15)
def breaking_between_words(title: str) -> Markup:
    """Mark where a line of a title may end: between words, as in the book; a browser knows no Chinese words.

    What browsers break before a plus sign, as “党建+专家”, is held together.
    """
    whole = Markup('<span class="together">{}</span>')
    return Markup("<wbr>").join(whole.format(word) if "+" in word[1:] else word for word in title_words(title))


def render(name: str, **values: object) -> str:
    """Draw a template of `theme/pages/` by its path without `.html`; text is escaped unless it is `Markup`."""
    return _environment().get_template(f"{name}.html").render(values)
