"""The kinds of value that a record's fields have, each with its own check.

A value that fails raises a pydantic error whose type is the name of the rule; the wording is the rule's module's.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.case import vocabulary
from generator.case.vocabulary import WordList

_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
NUMBER_LENGTH = 20
"""The most characters that a number may have; no reported figure comes near."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_TRUE, _FALSE = ("true", "是"), ("false", "否")
# urlsplit drops control characters silently, and a browser too.
# Chinese punctuation at the end came along when the address was pasted.
_NOT_IN_LINKS = re.compile(r"[\s\x00-\x20\x7f]|[，。；、！？）】》”’]$")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ID_LENGTH = 60
"""The most characters that an id may have."""


RESERVED_IDS = frozenset(
    {"index", "con", "prn", "aux", "nul"} | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)
"""Names that cannot be ids: the site's own, and those of Windows' devices, which no folder there may have."""


def is_id(text: str) -> bool:
    """Tell whether a text can be an id: lower-case ASCII letters, digits and single hyphens between them."""
    return len(text) <= ID_LENGTH and _ID.fullmatch(text) is not None and text not in RESERVED_IDS


def parse_number(text: str) -> Decimal:
    """Read a number with ASCII digits, optional thousands commas and decimals.

    Raises:
        PydanticCustomError: `number-invalid` or `number-range`.
    """
    if not _NUMBER.fullmatch(text.strip()):
        raise PydanticCustomError("number-invalid", "{text}", {"text": text})
    if len(text.strip()) > NUMBER_LENGTH:
        raise PydanticCustomError("number-range", "{text}", {"text": text, "length": NUMBER_LENGTH})
    return Decimal(text.strip().replace(",", ""))


def _number(value: Any) -> Any:
    return parse_number(value) if isinstance(value, str) else value


def _whole_number(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[0-9]+", value.strip()):
        raise PydanticCustomError("number-invalid", "{text}", {"text": value, "whole": True})
    return value


def _flag(value: Any) -> Any:
    if isinstance(value, str):
        text = value.strip().lower()
        if text not in _TRUE + _FALSE:
            raise PydanticCustomError("flag-invalid", "{text}", {"text": value})
        return text in _TRUE
    return value


def _line(value: str) -> str:
    if "\n" in value or "\r" in value:
        raise PydanticCustomError("line-break", "{text}", {"text": value})
    invisible = _CONTROL.search(value)
    if invisible:
        raise PydanticCustomError("character-invisible", "{code}", {"code": f"U+{ord(invisible[0]):04X}"})
    return value


def _link(value: str) -> str:
    try:
        parts = urlsplit(value)
    except ValueError:
        parts = urlsplit("")
    whole = bool(parts.netloc) if parts.scheme in ("http", "https") else "@" in parts.path
    if parts.scheme not in ("http", "https", "mailto") or not whole or _NOT_IN_LINKS.search(value):
        raise PydanticCustomError("link-invalid", "{text}", {"text": value})
    return value


def is_link(text: str) -> bool:
    """Tell whether a text is a link that a page may carry: http, https or mailto, whole, without white space."""
    try:
        _link(text)
    except PydanticCustomError:
        return False
    return True


def _id(value: str) -> str:
    if not is_id(value):
        raise PydanticCustomError("id-invalid", "{text}", {"text": value})
    return value


def _word(words: WordList, *, keep: str = "name") -> Callable[[str], str]:
    def find(value: str) -> str:
        if value not in words:
            raise PydanticCustomError("term-unknown", "{text}", {"text": value, "words": words.names})
        return str(getattr(words[value], keep))

    return find


def term(words: WordList) -> Any:
    """Make the type of a word from a list; any of the word's spellings is read, its name is kept."""
    schema = {"type": "string", "anyOf": [{"enum": list(words.names)}, {"enum": list(words.other_spellings)}]}
    return Annotated[str, AfterValidator(_word(words)), WithJsonSchema(schema)]


def _status(value: str) -> str:
    return _word(vocabulary.STATUSES, keep="id")(value)


def line(longest: int, shortest: int = 1) -> Any:
    """Make the type of a text on one line, stripped, of so many characters."""
    return Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=shortest, max_length=longest),
        AfterValidator(_line),
    ]


Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=100),
    AfterValidator(_line),
]
"""A text on one line, 1 to 100 characters."""

Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
"""Markdown, at most 20,000 characters."""

Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    PlainSerializer(lambda value: format(value, "f"), when_used="json"),
    WithJsonSchema({"type": ["number", "string"]}, mode="validation"),
]
"""An exact number, kept with as many decimals as reported."""

WholeNumber = Annotated[int, BeforeValidator(_whole_number), WithJsonSchema({"type": ["integer", "string"]})]

Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"enum": [True, False, "是", "否"]})]

Link = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=2000),
    AfterValidator(_link),
    WithJsonSchema({"type": "string", "format": "uri"}),
]

Id = Annotated[str, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": f"^{_ID.pattern}$"})]

TaskName = term(vocabulary.TASK_NAMES)
FormName = term(vocabulary.FORMS)
ProductKind = term(vocabulary.PRODUCT_KINDS)
PartnerKind = term(vocabulary.PARTNER_KINDS)
Level = term(vocabulary.LEVELS)
Province = term(vocabulary.PROVINCES)

QualifierWord = Annotated[
    str,
    AfterValidator(_word(WordList(vocabulary.Word(name, name) for name in vocabulary.QUALIFIERS))),
    WithJsonSchema({"type": "string", "enum": list(vocabulary.QUALIFIERS)}),
]

Status = Annotated[
    str,
    AfterValidator(_status),
    WithJsonSchema({"type": "string", "enum": [w.id for w in vocabulary.STATUSES] + list(vocabulary.STATUSES.names)}),
]
"""The id of a status; records may also write its Chinese name."""
