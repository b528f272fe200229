"""The navigation that an editor wrote in mkdocs.yml, with the pages of the programme's tasks."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import yaml

from generator.case.programme import Programme
from generator.case.text import nearest, shorten
from generator.outputs.site import addresses
from generator.reading.finding import Finding
from generator.reading.settings_file import Path, SettingsFile, children, kind_of

_EXAMPLE = "“- 关于: about.md”"


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


def nav_faults(file: SettingsFile) -> Iterator[Finding]:
    """Find entries that are neither a page, nor a title with a page, nor a section with entries."""
    node = file.top.get("nav")
    if node is not None and kind_of(node) == "list":
        yield from _entry_faults(file, ("nav",), node)


def _entry_faults(file: SettingsFile, path: Path, node: yaml.Node) -> Iterator[Finding]:
    for step, inner in children(node):
        here, kind = (*path, step), kind_of(inner)
        if kind in ("list", "group") and inner.value:
            yield from _entry_faults(file, here, inner)
        elif not (kind in ("text", "flag") and inner.value):
            message = f"nav 的“{shorten(step)}”下面是空的" if isinstance(step, str) else "nav 里有一项是空的"
            reason = "导航里的每一项是一个页面，或者是一组页面的名称。"
            yield file.finding(here, message, reason, f"写成 {_EXAMPLE}，或删去这一行。")


def entries_of(node: yaml.Node) -> list[Any]:
    """Give the entries of a list or group in the form that the host takes: one title in each mapping, all texts."""
    entries: list[Any] = []
    for step, inner in children(node):
        value = inner.value if isinstance(inner, yaml.ScalarNode) else entries_of(inner)
        if isinstance(step, str):
            entries.append({step: value})
        elif isinstance(inner, yaml.MappingNode):
            entries += value
        else:
            entries.append(value)
    return entries


def existing(nav: Any, find: Callable[[Path, str], str]) -> tuple[Any, list[tuple[Path, str]]]:
    """Leave out of the navigation the pages that are not there, and the sections that have none.

    Args:
        nav: as the host takes it.
        find: gives where an entry leads, by the way to it and what is written there; empty where that is nowhere.

    Returns:
        The navigation, and the ways to what was left out with what is written there.
    """
    missing: list[tuple[Path, str]] = []

    def kept(items: Any, path: Path) -> Any:
        if isinstance(items, str):
            end = items if is_link(items) else find(path, items)
            if not end:
                missing.append((path, items))
            return end
        pairs = items.items() if isinstance(items, dict) else enumerate(items)
        inner = [(key, kept(value, (*path, key))) for key, value in pairs]
        inner = [(key, value) for key, value in inner if value]
        return dict(inner) if isinstance(items, dict) else [value for _, value in inner]

    return kept(nav, ("nav",)), missing


def is_link(target: str) -> bool:
    """Whether an entry leads to another site."""
    try:
        return urlsplit(target).scheme in ("http", "https", "mailto", "tel")
    except ValueError:
        return False


def missing_page(file: SettingsFile, path: Path, written: str, pages: list[str]) -> Finding:
    """Word that an entry leads nowhere."""
    near = nearest(written.removesuffix(".md"), [page.removesuffix(".md") for page in pages])
    hint = (
        f"写成 {near}.md；不要这一项的，删去这一行。"
        if near
        else "核对文件名；别的网站写完整的网址，例如 https://www.example.edu.cn/。"
    )
    return file.finding(path, f"nav 里写的 {shorten(written, 60)} 不存在", "这一项没有放进导航。", hint)


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
