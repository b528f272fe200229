"""The templates of pages: they loop and print what a view holds, and compute nothing."""

from collections.abc import Iterable
from functools import cache

from jinja2 import Environment, PackageLoader
from jinja2.meta import find_referenced_templates

from generator.outputs.site.digest import digest
from generator.outputs.site.template_code import Templates
from generator.outputs.site.template_values import FILTERS


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("theme", "pages"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(FILTERS)
    return environment


def render(name: str, **values: object) -> str:
    """Draw a template of `theme/pages/` by its path without `.html`; text is escaped unless it is `Markup`."""
    return _templates().draw(f"{name}.html", values)


@cache
def _templates() -> Templates:
    return Templates(lambda name: _environment().parse(source(name), name))


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
