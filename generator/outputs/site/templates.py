"""The templates of pages: they loop and print what a view holds, and compute nothing."""

from collections.abc import Iterable
from functools import cache

from jinja2 import BaseLoader, Environment, PackageLoader
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


COMPILED_NOTE = "templates"
"""Under which name the next build finds what `compiled_templates` gave."""


def compile_templates() -> None:
    """Compile all templates: before there are several processes that would each do it."""
    names = (name for name in _loader().list_templates() if name.endswith(".html"))
    _templates().compile_all(sorted(names))


def compiled_templates() -> bytes:
    """Give what was compiled, for `know_templates` in a later run of this program."""
    return _templates().compiled()


def know_templates(compiled: bytes) -> None:
    """Take over what was compiled: to read templates anew takes as long as to draw the pages of a changed case."""
    _templates().know(compiled)


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
    return _loader().get_source(_environment(), name)[0]


def _loader() -> BaseLoader:
    loader = _environment().loader
    if loader is None:
        raise RuntimeError("the environment has no loader")
    return loader
