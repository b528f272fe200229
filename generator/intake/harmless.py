"""Texts in tables that no program for tables takes for formulas."""

import re

_HARMLESS = re.compile("'+(?=[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20])")
_HARMFUL = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_SIGNS = frozenset("'=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""With what such a text begins: hardly any does, and this is seen sooner."""


def harmless(text: str, *, is_typed: bool = False) -> str:
    """Write a text so that no program for tables takes it for a formula; `as_meant` takes that back.

    Args:
        text: what a cell is to say.
        is_typed: the file itself says that the cell holds a text, so that no more is done than `as_meant` undoes.
    """
    if text[:1] not in _SIGNS:
        return text
    pattern = _HARMLESS if is_typed else _HARMFUL
    return f"'{text}" if pattern.match(text) else text


def as_meant(text: str) -> str:
    """Take the sign back that made a text harmless."""
    return text[1:] if _HARMLESS.match(text) else text
