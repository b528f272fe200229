"""The templates of pages: they loop and print what a view holds, and compute nothing."""

from collections.abc import Iterable
from functools import cache, lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.meta import find_referenced_templates
from markupsafe import Markup

from generator.case.titles import title_words
from generator.outputs.site.digest import digest


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


@cache
def templates_digest(*names: str) -> str:
    """Give a digest of templates and of all that they include or import."""
    return digest(*(part for name in sorted(_with_parts(names)) for part in (name, source(name))))


def _with_parts(names: Iterable[str]) -> set[str]:
    found: set[str] = set()
    waiting = [f"{name}.html" for name in names]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [part for part in find_referenced_templates(_environment().parse(source(name))) if part]
    return found


def source(name: str) -> str:
    """Give the text of a template by its file's name."""
    environment = _environment()
    if environment.loader is None:
        raise RuntimeError("the environment has no loader")
    return environment.loader.get_source(environment, name)[0]
