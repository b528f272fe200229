"""A part of a page that people wrote, drawn from a template."""

from generator.outputs.site.templates import render


def draw(name: str, view: object) -> str:
    """Draw a template of `theme/pages/handbook/`, without a last line break: the page around it has its own."""
    return render(f"handbook/{name}", view=view).removesuffix("\n")
