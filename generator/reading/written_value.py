"""A value as a person would write it in YAML: text without quotes unless YAML needs them, lists and keys in lines.

What is written here, our reader gives back exactly.
"""

import re
from collections.abc import Iterator
from typing import Any

STEP = "  "
"""The depth by which our own records indent."""

_FIRST = re.compile(r"[,\[\]{}#&*!|>'\"%@`]|[-?:](?:\s|$)|---|\.\.\.")
_INSIDE = re.compile(r":(?:\s|$)|\s#")
_FLOW_SIGN = re.compile(r"[,\[\]{}:?]")
_KEY_LIKE = re.compile(r"(?:-\s+)*[^\s：]{1,20}：")
"""What the reader may take for a key with a full-width colon where it begins a line."""
_QUOTE = re.compile(r'["\\]')
_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]')
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_UNQUOTABLE = re.compile(f"{_UNPRINTABLE.pattern}|[\n\t\xa0]")
_NAMED = {"\n": r"\n", "\t": r"\t", "\\": r"\\", '"': r"\""}


def scalar_text(text: str, *, in_flow: bool = False, begins_line: bool = False) -> str:
    """Write a text on one line, in quotes only where YAML would read something else.

    Args:
        text: what is to be read.
        in_flow: it stands between brackets.
        begins_line: nothing but dashes stands before it.
    """
    is_misread = (in_flow and _FLOW_SIGN.search(text)) or (begins_line and _KEY_LIKE.match(text))
    if _is_plain(text) and not is_misread:
        return text
    if _QUOTE.search(text) and not _UNQUOTABLE.search(text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def flow_text(value: Any) -> str:
    """Write a value on one line, lists and mappings in brackets."""
    if isinstance(value, dict):
        pairs = (f"{scalar_text(key, in_flow=True)}: {flow_text(child)}" for key, child in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow_text(child) for child in value) + "]"
    return "" if value is None else scalar_text(value, in_flow=True)


def block_lines(value: Any, indent: str, *, is_item: bool = False) -> list[str]:
    """Write a value in lines: the first follows the colon or dash that it belongs to, with the blank before it.

    Args:
        value: a text, or dicts and lists of texts; None for what is left empty.
        indent: what stands before the key or dash.
        is_item: it follows a dash.
    """
    inner = indent + STEP
    if value is None:
        return [""]
    if not isinstance(value, (dict, list)):
        return _text_lines(value, inner, is_item=is_item)
    if not value:
        return [f" {flow_text(value)}"]
    if isinstance(value, dict):
        lines = [line for key, child in value.items() for line in key_lines(key, child, inner)]
    else:
        lines = [line for child in value for line in item_lines(child, inner)]
    return [f" {lines[0][len(inner) :]}", *lines[1:]] if is_item else ["", *lines]


def key_lines(key: str, value: Any, indent: str) -> Iterator[str]:
    """Write a key with its value, in lines."""
    first, *rest = block_lines(value, indent)
    yield f"{indent}{scalar_text(key)}:{first}"
    yield from rest


def item_lines(value: Any, indent: str) -> Iterator[str]:
    """Write an item of a list, in lines."""
    first, *rest = block_lines(value, indent, is_item=True)
    yield f"{indent}-{first}"
    yield from rest


def _text_lines(text: str, indent: str, *, is_item: bool) -> list[str]:
    if not _may_be_block(text):
        return [f" {scalar_text(text, begins_line=is_item)}"]
    body = text.removesuffix("\n")
    header = " |-" if body == text else " |"
    return [header, *(f"{indent}{line}" if line else "" for line in body.split("\n"))]


def _may_be_block(text: str) -> bool:
    """Whether a text of several lines can stand under `|`: not where blanks at its ends say how it is indented."""
    body = text.removesuffix("\n")
    return "\n" in text and not _UNPRINTABLE.search(text) and body == body.rstrip("\n") and body[:1].strip() != ""


def _is_plain(text: str) -> bool:
    return (
        text != ""
        and text == text.strip()
        and not _FIRST.match(text)
        and not _INSIDE.search(text)
        and not _UNPRINTABLE.search(text)
        and not re.search("[\n\t]", text)
    )


def _escape(found: re.Match[str]) -> str:
    return _NAMED.get(found[0]) or f"\\u{ord(found[0]):04X}"
