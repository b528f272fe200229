"""What is in `<head>`: title, description, Open Graph (https://ogp.me/) and schema.org as JSON-LD."""

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from generator.outputs.site import addresses
from generator.outputs.site.page import Head
from generator.outputs.site.settings import Settings


def render_head(head: Head, uri: str, settings: Settings, *, is_indexed: bool = True) -> str:
    """Draw a page's own part of `<head>`.

    Canonical address, `og:url` and the sitemap need the site's address; without it they are left out.
    """
    title = f"{head.title} - {settings.name}" if head.title else settings.name
    description = head.description or settings.description
    root = addresses.root(uri)
    lines = [
        f"<title>{escape(title)}</title>",
        # One element for search engines and for messengers: RDFa lets `property` stand beside `name`.
        f'<meta name="description" property="og:description" content="{escape(description)}">',
    ]
    if head.moved_to:
        lines.append(f'<meta http-equiv="refresh" content="0; url={escape(root + head.moved_to)}">')
    if not is_indexed:
        lines.append('<meta name="robots" content="noindex">')
    elif settings.url:
        lines.append(f'<link rel="canonical" property="og:url" href="{escape(settings.absolute(uri))}">')
    if not head.is_further:
        lines += [*_open_graph(head, settings), *_feeds(uri, settings)]
        lines.append(f'<script type="application/ld+json">{_json_ld(head, uri, settings)}</script>')
    return "\n".join(lines)


def _open_graph(head: Head, settings: Settings) -> Iterator[str]:
    yield _property("og:type", head.kind)
    yield _property("og:title", head.title or settings.name)
    yield _property("og:site_name", settings.name)
    yield _property("og:locale", "zh_CN")
    if head.image and settings.url:
        yield from _image(head, settings)


def _feeds(uri: str, settings: Settings) -> Iterator[str]:
    """Name the feeds: the home page both, so that whoever asks for either finds it, the others the usual one."""
    root, name = addresses.root(uri), escape(settings.name)
    yield f'<link rel="alternate" type="application/atom+xml" title="{name}" href="{root}feed.xml">'
    if uri == addresses.HOME:
        yield f'<link rel="alternate" type="application/feed+json" title="{name}" href="{root}feed.json">'


def _image(head: Head, settings: Settings) -> Iterator[str]:
    """Name the picture of a page. Messengers take none but whole addresses."""
    yield _property("og:image", settings.absolute(head.image))
    if head.image_size:
        width, height = head.image_size
        yield _property("og:image:width", str(width))
        yield _property("og:image:height", str(height))
    if head.image_alt:
        yield _property("og:image:alt", head.image_alt)


def _property(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{escape(value)}">'


def _json_ld(head: Head, uri: str, settings: Settings) -> str:
    described = head.json_ld or {"@type": "WebPage", "name": head.title or settings.name, "url": uri}
    # Without the site's address, addresses are relative to the page that they are on.
    root = "" if settings.url else addresses.root(uri)
    whole = {"@context": "https://schema.org", "inLanguage": "zh-CN", **_whole_addresses(described, settings, root)}
    # `<` must not end the script element, whatever a title contains.
    return _encode(whole).replace("<", "\\u003c")


def _whole_addresses(value: Any, settings: Settings, root: str) -> Any:
    # Nearly all values are texts, which need no call of their own.
    if isinstance(value, dict):
        whole = {}
        for key, child in value.items():
            if not isinstance(child, str):
                whole[key] = _whole_addresses(child, settings, root)
            elif key in _ADDRESSES and ":" not in child:
                whole[key] = root + settings.absolute(child)
            else:
                whole[key] = child
        return whole
    if isinstance(value, list | tuple):
        return [child if isinstance(child, str) else _whole_addresses(child, settings, root) for child in value]
    return value


_ADDRESSES = ("@id", "url", "item", "contentUrl")
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
