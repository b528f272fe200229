"""The way from the home page to a page, and what a page is for search engines."""

from collections.abc import Sequence
from typing import Any

from generator.outputs.pages.parts.link import Link
from generator.outputs.site import addresses

HOME = Link("首页", addresses.HOME)

Schema = dict[str, Any]
"""A schema.org object; addresses under `@id` and `url` are relative to the site."""


def crumbs(*links: Link) -> tuple[Link, ...]:
    """Name the way to a page: home, what lies between, and the page itself last."""
    return HOME, *links


def describe(*things: Schema, way: Sequence[Link] = ()) -> Schema:
    """Put schema.org objects together, with the way to the page as a BreadcrumbList."""
    graph = [*things, _breadcrumbs(way)] if way else list(things)
    return {"@context": "https://schema.org", "@graph": graph}


def web_page(kind: str, name: str, uri: str, description: str, **more: object) -> Schema:
    """Describe a page of a kind such as `CollectionPage`."""
    return {
        "@type": kind,
        "@id": uri,
        "name": name,
        "description": description,
        **more,
    }


def _breadcrumbs(way: Sequence[Link]) -> Schema:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "item": {"@id": link.uri, "name": link.name}}
            for position, link in enumerate(way, start=1)
        ],
    }
