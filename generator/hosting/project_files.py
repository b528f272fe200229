"""What the settings and the written pages name among the project's files: what is not there is left out and told."""

import pathlib
import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import quote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator import own_lists
from generator.hosting.nav import existing, missing_page
from generator.hosting.theme_options import missing_files
from generator.hosting.written_links import Resolved, WrittenPage, resolve
from generator.outputs.site import addresses
from generator.outputs.site.hosted import WrittenLink
from generator.reading.finding import Finding
from generator.reading.settings_file import Path, SettingsFile

_FAVICON = "assets/favicon.svg"
_SAFE = ":/?#@!$&'()*+,;=%"
"""What an address may hold as it is; brackets only around an address of numbers."""


def keep_existing_pages(
    files: Files, config: MkDocsConfig, settings: SettingsFile, links: list[WrittenLink]
) -> Iterator[Finding]:
    """Leave out of the navigation what is not there: it would be a dead link on every page.

    Entries that lead to a case, a term or a collection are added to `links`.
    """
    if config.nav is None:
        return
    pages = [file.src_uri for file in files.documentation_pages()]
    root = pathlib.Path(config.config_file_path).parent
    sources = {file.src_uri for file in files}
    folders = {addresses.root_folder(uri) for uri in addresses.hosted_titles(own_lists.read_programme(root))} - {""}

    def find(path: Path, written: str) -> str:
        if written in sources or addresses.root_folder(written) not in folders:
            return written if written in sources else ""
        uri = written.removesuffix(".md") + ".html" if written.endswith(".md") else written
        links.append(WrittenLink(settings.name, settings.place(path).line, written, uri))
        return uri

    config.nav, missing = existing(config.nav, find)
    for path, written in missing:
        yield missing_page(settings, path, written, pages)


def keep_existing_files(files: Files, config: MkDocsConfig, settings: SettingsFile) -> Iterator[Finding]:
    """Leave out pictures, styles and scripts that are not there: each page would ask for them in vain."""
    sources = {file.src_uri for file in files}
    for path, written, finding in missing_files(settings, lambda target: posixpath.normpath(target) in sources):
        if path[0] == "theme":
            config.theme[str(path[1])] = None if path[1] == "logo" else _FAVICON
        else:
            key = str(path[0])
            config[key] = [each for each in config[key] if str(each) != written]
        yield finding


def lead_links(files: Files, folder: str, blocks: Mapping[str, str]) -> Resolved:
    """Lead the links of all written pages, which have been rendered and lie in a folder, to where they end."""
    pages = {file.dest_uri: file.page for file in files.documentation_pages() if file.page and file.abs_src_path}
    written = [
        WrittenPage(
            f"{folder}/{page.file.src_uri}",
            uri,
            page.file.content_string,
            page.content or "",
        )
        for uri, page in pages.items()
    ]
    resolved = resolve(written, {file.dest_uri for file in files}, blocks)
    for uri, html in resolved.html.items():
        pages[uri].content = html
    return resolved


class ReadableLinks(Extension):
    """Makes addresses such as `http://[` readable for the host, which would stop there."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        """Come before the host looks at links."""
        md.treeprocessors.register(_ReadableLinks(md), "anliji_links", 1)


class _ReadableLinks(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            for key in ("href", "src"):
                if (url := element.get(key)) and not _is_readable(url):
                    element.set(key, quote(url, safe=_SAFE))


def _is_readable(url: str) -> bool:
    try:
        urlsplit(url)
    except ValueError:
        return False
    return True
