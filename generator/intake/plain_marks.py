"""Text from elsewhere written so that Markdown takes no mark in it for one of its own."""

import re

_MARKS = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|$)|[`*<|]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|~(?=~)|(?<=~)~"
    r"|\[(?=\^|[^\[\]]*\][(\[:])|&(?=#?[A-Za-z0-9]{1,32};)"
)
_AT_START = re.compile(r"(?:#{1,6}(?![^\s#])|[>=]|[-+](?=[^\u3400-\u9fff“《（])|[-+](?=\s*[0-9.]))")
_NUMBER = re.compile(r"(\d{3,9})([.)])(?=\s|$)")
_BLANKS = re.compile(r"[ \t\u00a0\u2002-\u200a]+")
_EDGES = " \t\u3000\u00a0\u2002\u2003"


def escaped(text: str) -> str:
    """Write a piece of a paragraph; line breaks stay, several blanks become one."""
    return _MARKS.sub(lambda found: f"\\{found[0]}", _BLANKS.sub(" ", text))


def begun(text: str) -> str:
    """Write the beginning of a paragraph whose marks are escaped already, so that it begins nothing else."""
    text = text.strip(_EDGES)
    if _AT_START.match(text):
        return f"\\{text}"
    return _NUMBER.sub(r"\1\\\2", text, count=1) if _NUMBER.match(text) else text
