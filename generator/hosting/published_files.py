"""Which of the files that people put among the written pages reach the site: what readers can get to, nothing else.

These are the pages of the navigation, their pictures, and what they link, each with all that it shows and links in
turn. A table that lies beside the pages because somebody works on it is never published.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation, Section

from generator.outputs.site import addresses
from generator.outputs.site.references import references_in_html

_URL = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
_MARKED_UP = (".html", ".htm", ".svg")


def leave_out(files: Files, nav: Navigation, config: MkDocsConfig) -> tuple[str, ...]:
    """Take out of the site what no reader gets to; the pages' Markdown has been rendered.

    Args:
        files: all files of the site, those of the theme as well.
        nav: the navigation.
        config: the settings; without `nav` in them every written page counts as being in it.

    Returns:
        The names of what was taken out, from the folder of the written pages.
    """
    written = {file.dest_uri: file for file in files if _is_written(file, config)}
    waiting = [uri for uri in _starts(files, nav, config) if uri in written]
    reached: set[str] = set()
    while waiting:
        uri = waiting.pop()
        if uri not in reached:
            reached.add(uri)
            waiting += sorted(_references(written[uri]) & written.keys() - reached)
    out = tuple(file for uri, file in written.items() if uri not in reached)
    for file in out:
        files.remove(file)
    return tuple(file.src_uri for file in out)


def _is_written(file: File, config: MkDocsConfig) -> bool:
    return Path(file.abs_src_path or "").is_relative_to(config.docs_dir)


def _starts(files: Files, nav: Navigation, config: MkDocsConfig) -> Iterator[str]:
    """Give the addresses that every reader gets to: pages of the navigation, our own pages, what the frame loads."""
    yield addresses.HOME
    pages = files.documentation_pages()
    if config.nav is None:
        yield from (file.dest_uri for file in pages)
    else:
        yield from (page.file.dest_uri for page in nav.pages)
        yield from (urlsplit(link.url).path for link in _links(nav.items))
    yield from (file.dest_uri for file in pages if file.page and file.page.meta.get("generated"))
    yield from map(str, config.extra_css)
    yield from (str(getattr(script, "path", script)) for script in config.extra_javascript)
    yield from (str(config.theme.get(key) or "") for key in ("logo", "favicon"))


def _links(items: Iterable[StructureItem]) -> Iterator[Link]:
    for item in items:
        if isinstance(item, Link):
            yield item
        elif isinstance(item, Section):
            yield from _links(item.children)


def _references(file: File) -> frozenset[str]:
    """Give the addresses of the site that a file shows or links."""
    if file.page is not None:
        return references_in_html(file.page.content or "", file.dest_uri)
    suffix = posixpath.splitext(file.dest_uri)[1].lower()
    if suffix in _MARKED_UP:
        return references_in_html(_text(file), file.dest_uri)
    if suffix == ".css":
        folder = posixpath.dirname(file.dest_uri)
        named = (first or second for first, second in _URL.findall(_text(file)))
        return frozenset(posixpath.normpath(posixpath.join(folder, unquote(urlsplit(one).path))) for one in named)
    return frozenset()


def _text(file: File) -> str:
    return file.content_bytes.decode("utf-8", "replace")
