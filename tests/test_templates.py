"""Templates are named by all that pages are drawn from: their own text, and every part that they include or import."""

from collections.abc import Callable, Iterator

import pytest

from generator.outputs.site import templates
from generator.outputs.site.templates import templates_digest

Change = Callable[[str], None]


@pytest.fixture(name="change")
def _change(monkeypatch: pytest.MonkeyPatch) -> Iterator[Change]:
    """Give what changes the text of a template: `change("parts/card.html")`."""
    source = templates.source

    def change(changed: str) -> None:
        monkeypatch.setattr(templates, "source", lambda name: source(name) + ("<!-- -->" if name == changed else ""))
        templates_digest.cache_clear()

    templates_digest.cache_clear()
    yield change
    templates_digest.cache_clear()


@pytest.mark.parametrize(
    ("part", "name", "is_other"),
    [
        ("home.html", "home", True),
        ("parts/row.html", "parts/listed_row", True),
        ("parts/mosaic.html", "home", True),
        ("parts/figure.html", "case", True),
        ("parts/actions.html", "case", True),
        ("withdrawn.html", "home", False),
        ("home.html", "case", False),
    ],
)
def test_digest_of_a_template(change: Change, part: str, name: str, *, is_other: bool) -> None:
    """A template's digest changes with its own text and with a part that it includes or imports, with no other's."""
    before = templates_digest(name)
    change(part)

    assert (templates_digest(name) != before) == is_other


def test_digest_of_deep_parts(change: Change) -> None:
    """A part of a part counts: the digest of `home`, which imports cards by way of its lists, changes with a card."""
    parts = templates._with_parts(["home"])
    direct = {part for part in parts if f'"{part}"' in templates.source("home.html")}
    deep = sorted(parts - direct - {"home.html"})
    before = templates_digest("home")
    change(deep[0])

    assert templates_digest("home") != before


def test_digest_of_several_templates() -> None:
    """A page of several templates is named by all of them, in whatever order; different pages differ."""
    assert templates_digest("case", "parts/figure") == templates_digest("parts/figure", "case")
    assert len({templates_digest(name) for name in ("home", "case", "term", "task")}) == 4
