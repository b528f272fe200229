"""Titles as they are compared: without signs, blanks and widths."""

import re
import unicodedata

_KEPT = re.compile(r"[^\u3400-\u9fffA-Za-z0-9]")


def bare_text(text: str) -> str:
    """Give the letters and digits of a text alone, small and narrow."""
    return _KEPT.sub("", unicodedata.normalize("NFKC", text)).lower()
