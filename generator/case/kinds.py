"""The kinds of value that a record's fields have, each with its own check.

A value that fails raises a pydantic error whose type is the name of the rule; the wording is the rule's module's.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    StringConstraints,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.case.duration import parse_duration
from generator.case.markdown.meant import as_meant
from generator.case.programme import Context, Programme
from generator.case.prose import MAX_CHARACTERS
from generator.case.vocabulary import CREDIT_ROLES, REGIONS
from generator.case.words import Word, WordList

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
    """Check whether a text can be an id: lower-case ASCII letters, digits and single hyphens between them."""
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
        if value.strip().lower() not in _TRUE + _FALSE:
            raise PydanticCustomError("flag-invalid", "{text}", {"text": value})
        return is_yes(value)
    return value


def is_yes(text: str) -> bool:
    """Check whether a flag's text says yes."""
    return text.strip().lower() in _TRUE


def _line(value: str) -> str:
    if value.isprintable():
        # As nearly always.
        return value
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
    """Check whether a text is a link that a page may carry: http, https or mailto, whole, without white space."""
    try:
        _link(text)
    except PydanticCustomError:
        return False
    return True


def _id(value: str) -> str:
    if not is_id(value):
        raise PydanticCustomError("id-invalid", "{text}", {"text": value})
    return value


def _word(words: WordList) -> Callable[[str], str]:
    return lambda value: _found(words, value).name


def _found(words: WordList, text: str) -> Word:
    if text not in words:
        raise PydanticCustomError("term-unknown", "{text}", {"text": text, "words": words.names})
    return words[text]


def words_schema(words: WordList, keep: str = "name") -> dict[str, Any]:
    """Describe a word of a list in a JSON Schema: what editors are offered, then the other spellings.

    A list without words takes none.
    """
    offered, others = list(words.names), list(words.other_spellings)
    if keep == "id":
        return {"enum": [word.id for word in words] + offered}
    if not offered:
        return {"not": {}}
    return {"anyOf": [{"enum": offered}, {"enum": others}]} if others else {"enum": offered}


@dataclass(frozen=True, slots=True)
class ProgrammeWord:
    """Makes of a text a word of the programme; any of the word's spellings is read, one is kept.

    The programme comes with the validation: `model_validate(values, context={"programme": programme})`. In a JSON
    Schema the list is only named, under `MARK`, until `schema.schema_of` fills it in.
    """

    name: Literal[
        "task_names",
        "forms",
        "product_kinds",
        "partner_kinds",
        "team_kinds",
        "levels",
        "qualifier_words",
        "statuses",
    ]
    """The list, as an attribute of `Programme`."""
    keep: Literal["name", "id"] = "name"
    """Which of the word's spellings is kept."""

    MARK: ClassVar[str] = "x-words"

    def words(self, programme: Programme) -> WordList:
        """Give the list in a programme."""
        found: WordList = getattr(programme, self.name)
        return found

    def _validate(self, value: str, info: ValidationInfo) -> str:
        if not info.context:
            raise LookupError(f"{info.field_name} takes words of a programme: validate with a context that holds one")
        context: Context = info.context
        word = _found(self.words(context["programme"]), value)
        return word.id if self.keep == "id" else word.name

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Look the text up once it is known to be one."""
        return core_schema.with_info_after_validator_function(self._validate, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Name the list."""
        del schema, handler
        return {"type": "string", self.MARK: f"{self.name}.{self.keep}"}


def line(longest: int, shortest: int = 1) -> Any:
    """Make the type of a text on one line, stripped, within limits of length."""
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


def _as_meant(value: Any, check: ValidatorFunctionWrapHandler) -> str:
    """Judge a text as it is written, and keep it as it is meant."""
    check(value)
    return as_meant(value).text.strip()


_AS_MEANT = WrapValidator(_as_meant)


def prose(longest: int) -> Any:
    """Make the type of a Markdown text, as it was meant, that is no longer than it may be."""
    return Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=longest), _AS_MEANT]


Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_CHARACTERS), _AS_MEANT]
"""Markdown, as it was meant."""

Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    PlainSerializer(lambda value: format(value, "f"), when_used="json"),
    WithJsonSchema({"type": ["number", "string"]}, mode="validation"),
]
"""An exact number, kept with as many decimals as reported."""

PositiveNumber = Annotated[
    Number,
    Field(gt=0),
    WithJsonSchema({"type": ["number", "string"], "exclusiveMinimum": 0}, mode="validation"),
]

Duration = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=20),
    AfterValidator(parse_duration),
    # YAML as editors' tools read it takes 5:30 for the number 330.
    WithJsonSchema({"type": ["string", "integer"], "examples": ["5:30", "1:05:30"]}),
]
"""How long something plays, kept as `5:30` or `1:05:30`; a number alone is minutes."""

WholeNumber = Annotated[int, BeforeValidator(_whole_number), WithJsonSchema({"type": ["integer", "string"]})]

Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"enum": [True, False, "是", "否"]})]

Link = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=2000),
    AfterValidator(_link),
    WithJsonSchema({"type": "string", "format": "uri"}),
]

Id = Annotated[str, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": f"^{_ID.pattern}$"})]

TaskName = Annotated[str, ProgrammeWord("task_names")]
FormName = Annotated[str, ProgrammeWord("forms")]
ProductKind = Annotated[str, ProgrammeWord("product_kinds")]
PartnerKind = Annotated[str, ProgrammeWord("partner_kinds")]
TeamKind = Annotated[str, ProgrammeWord("team_kinds")]
Level = Annotated[str, ProgrammeWord("levels")]

CreditRole = Annotated[
    str,
    AfterValidator(_word(CREDIT_ROLES)),
    WithJsonSchema({"type": "string", **words_schema(CREDIT_ROLES)}),
]

QualifierWord = Annotated[str, ProgrammeWord("qualifier_words")]
Status = Annotated[str, ProgrammeWord("statuses", keep="id")]
"""The id of a status; records may also write its Chinese name."""

Province = Annotated[str, AfterValidator(_word(REGIONS)), WithJsonSchema({"type": "string", **words_schema(REGIONS)})]
"""A provincial unit, or what is none and stands apart."""
