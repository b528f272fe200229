"""The navigation that an editor wrote in mkdocs.yml, with the pages of the programme's tasks."""

from collections.abc import Iterator
from typing import Any

from generator.case.programme import Programme
from generator.outputs.site import addresses


def with_tasks(nav: Any, programme: Programme) -> Any:
    """Give the navigation with a page for each task behind the page that lists them, wherever that is.

    An editor who put some of the tasks there by name has chosen: then, and without such a page, nothing is added.
    """
    index = _source(addresses.facet_uri("task"))
    pages = {_source(addresses.listing_uri("task", task.id)): task.name for task in programme.tasks}
    added = [] if pages.keys() & set(_leaves(nav)) else [{name: source} for source, name in pages.items()]

    def fill(items: Any) -> Any:
        if isinstance(items, dict):
            return {title: fill(inner) for title, inner in items.items()}
        if not isinstance(items, list):
            return items
        filled = []
        for item in items:
            filled.append(fill(item))
            if item == index or (isinstance(item, dict) and index in item.values()):
                filled += added
        return filled

    return fill(nav)


def _leaves(items: Any) -> Iterator[str]:
    """Give the pages that a navigation names."""
    if isinstance(items, str):
        yield items
    elif isinstance(items, dict | list):
        for inner in items.values() if isinstance(items, dict) else items:
            yield from _leaves(inner)


def _source(uri: str) -> str:
    """Name the page from which the host makes an address."""
    return uri.removesuffix(".html") + ".md"
