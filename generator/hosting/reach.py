"""Whether everything that the host's pages depend on lies in the project, so that it shows when nothing has changed."""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.hosting.mkdocs_plugin import PLUGIN
from generator.making.store.listing import is_listed
from generator.reading.settings_file import NAME, SettingsFile, kind_of

_FROM_OUTSIDE = re.compile(rb"!ENV|!!python/(?!name:(?:material|pymdownx)\.)")
"""Values from the environment, and code that anybody may have written."""
_EXTENSIONS = re.compile(r"markdown\.extensions\.\w+|pymdownx\.(?!snippets|b64)\w+")
"""Extensions that look at nothing but the text of a page."""
_SHORT = re.compile(
    "abbr|admonition|attr_list|codehilite|def_list|extra|fenced_code|footnotes|legacy_attrs|legacy_em|md_in_html|meta"
    "|nl2br|sane_lists|smarty|tables|toc|wikilinks"
)
"""What the Markdown library's own are called for short."""


def is_known(root: Path, config: MkDocsConfig, *, with_books: bool) -> bool:
    """Say whether the site depends on nothing beside the project's files, the day and the program.

    Args:
        root: the project.
        config: its settings.
        with_books: whether books are set, for which fonts may be looked for all over the machine.
    """
    extensions = (one for one in config.markdown_extensions if isinstance(one, str))
    fonts = (config.extra.get("book") or {}).get("fonts") or {}
    return (
        not config.hooks
        and set(config.plugins) <= {PLUGIN}
        and all(_SHORT.fullmatch(one) or _EXTENSIONS.fullmatch(one) for one in extensions)
        and not (with_books and any(fonts.values()))
        and all(_is_listed(Path(one), root) for one in (config.docs_dir, config.theme.custom_dir) if one)
        and _are_settings_inside(root)
    )


def _is_listed(path: Path, root: Path) -> bool:
    """Whether a listing of the project has a file or a folder: it lies in it, and in no hidden folder."""
    real, whole = path.resolve(), root.resolve()
    return real.is_relative_to(whole) and is_listed(real.relative_to(whole).as_posix())


def _are_settings_inside(root: Path) -> bool:
    """Check the settings and those that they inherit: they lie in the project, and take nothing from outside."""
    at = root / NAME
    while True:
        data = at.read_bytes()
        if _FROM_OUTSIDE.search(data) or not _is_listed(at, root):
            return False
        node = SettingsFile(data, at.name).top.get("INHERIT")
        if node is None or kind_of(node) != "text":
            return node is None
        at = at.parent / node.value
