"""The theme's style sheets and scripts, joined into the few files that pages name."""

import re
from collections.abc import Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.outputs.site import addresses

MATERIAL = "assets/material.css"
_APART = ("slides", "basket", "compare")
"""The theme's lists of styles that not every page has, each a file of its own."""

_GUARD = """try {
%} catch (error) {
  document.documentElement.classList.add("failed");
  setTimeout(() => { throw error; });
}
"""
"""Around each script, where % is: its error is reported as if the script were a file of its own."""
_END = """document.currentScript.removeAttribute("data-ours");
if (!document.querySelector("script[data-ours]")) document.documentElement.classList.add("scripted");
"""
"""Behind the scripts of a file: it has run, and when none is left that has not, lists that scripts replace may go."""
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*(?:[^*]|\*(?!/))*\*/)[ \t]*\n", re.MULTILINE)
"""A comment that has its lines to itself."""
_MAP = re.compile(r"\s*/\*# sourceMappingURL=.*?\*/")
_MATERIAL_SHEET = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")


def join_styles(files: Files, config: MkDocsConfig, own: str) -> None:
    """Put the theme's style sheets into one file: a page waits for all of them before it is drawn.

    Behind them comes what the project's settings make. Material's, for the pages that people wrote, gets an address
    that does not change with its version. Those of the show of slides come when somebody asks for it, and those of
    the basket and the comparison with their pages.
    """
    sheets, *others = (
        _taken(files, [f"assets/css/{name}.css" for name in config.theme[key]]) for key in ("styles", *_APART)
    )
    content = "\n".join([*sheets, own] if own else sheets)
    files.append(File.generated(config, addresses.STYLES, content=content))
    for key, apart in zip(_APART, others, strict=True):
        files.append(File.generated(config, f"assets/{key}.css", content="\n".join(apart)))
    whole = next(file.content_string for file in files if _MATERIAL_SHEET.fullmatch(file.src_uri))
    files.append(File.generated(config, MATERIAL, content=_MAP.sub("", whole)))


def join_scripts(files: Files, config: MkDocsConfig) -> None:
    """Put the theme's scripts into the few files that pages name; one that fails leaves the others running."""
    for name, parts in config.theme["scripts"].items():
        texts = _taken(files, [f"assets/js/{part}.js" for part in parts])
        content = "\n".join(_GUARD.replace("%", without_comments(text)) for text in texts)
        files.append(File.generated(config, f"assets/{name}.js", content=content + _END))


def without_comments(script: str) -> str:
    """Leave out what a script says to those who read it; every page of the site would carry it along."""
    return _COMMENT.sub("", script)


def _taken(files: Files, uris: Sequence[str]) -> list[str]:
    """Take files out of the site; give their texts in this order."""
    found = [file for file in map(files.get_file_from_path, uris) if file]
    for file in found:
        files.remove(file)
    return [file.content_string for file in found]
