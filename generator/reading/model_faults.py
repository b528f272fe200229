"""From an error of pydantic to a fault: which rule words it, and what that rule needs to know.

The only place that looks into the context of pydantic's errors.
"""

import re
from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

from generator.case.problem import Place
from generator.reading.fault import (
    CharacterFault,
    DateFault,
    Fault,
    IdFault,
    KindFault,
    LengthFault,
    NumberFault,
    TermFault,
    ValueFault,
)

RULES = {
    "missing": "value-missing",
    "extra_forbidden": "key-unknown",
    "string_type": "kind-wrong",
    "tuple_type": "kind-wrong",
    "list_type": "kind-wrong",
    "model_type": "kind-wrong",
    "dict_type": "kind-wrong",
    "decimal_type": "kind-wrong",
    "int_type": "kind-wrong",
    "bool_type": "kind-wrong",
    "string_too_short": "text-too-short",
    "string_too_long": "text-too-long",
    "too_long": "list-too-long",
    "too_short": "value-missing",
    "string_pattern_mismatch": "term-unknown",
    "literal_error": "term-unknown",
    "int_parsing": "number-invalid",
    "int_parsing_size": "number-range",
    "greater_than": "number-range",
    "greater_than_equal": "number-range",
    "less_than_equal": "number-range",
    "date-invalid": "date-invalid",
    "duration-invalid": "duration-invalid",
    "number-invalid": "number-invalid",
    "number-range": "number-range",
    "flag-invalid": "flag-invalid",
    "line-break": "line-break",
    "character-invisible": "character-invisible",
    "link-invalid": "link-invalid",
    "id-invalid": "id-invalid",
    "term-unknown": "term-unknown",
}
"""Rule by pydantic error type."""

UNMAPPED = "value-invalid"
"""The rule of an error type that this table does not know; it still gives place and label."""


def rule_of(error: ErrorDetails) -> str:
    """Name the rule that words an error. An empty value is missing, whatever kind was expected there."""
    if error["type"] == "extra_forbidden":
        return RULES[error["type"]]
    given = error["input"]
    if given is None or (isinstance(given, str) and not given.strip()):
        return "value-missing"
    return RULES.get(error["type"], UNMAPPED)


def model_fault(rule: str, place: Place, error: ErrorDetails) -> Fault:
    """Turn an error of the model into the fault that its rule words."""
    at = (rule, place, error["loc"])
    given, context = error["input"], error.get("ctx", {})
    fault: Fault = ValueFault(*at, given=given)
    match rule:
        case "kind-wrong":
            fault = KindFault(*at, given=given, expected=error["type"])
        case "text-too-long" | "list-too-long":
            fault = LengthFault(*at, given=given, limit=context["max_length"], count=_count(given))
        case "text-too-short":
            fault = LengthFault(*at, given=given, limit=context["min_length"], count=_count(given))
        case "number-invalid" | "number-range":
            is_whole, digits = context.get("whole", False), context.get("length")
            fault = NumberFault(*at, given=given, is_whole=is_whole, digits=digits)
        case "term-unknown":
            fault = TermFault(*at, given=given, words=_words(context))
        case "date-invalid":
            fault = DateFault(*at, given=given, reason=context["reason"])
        case "character-invisible":
            fault = CharacterFault(*at, code=context["code"])
        case "id-invalid":
            fault = IdFault(*at, given=given)
    return fault


def words_of(error: ErrorDetails) -> tuple[str, ...]:
    """Give the words of the list in which a value is not; nothing where it was refused for something else."""
    return _words(error.get("ctx", {})) if RULES.get(error["type"]) == "term-unknown" else ()


def _count(given: object) -> int:
    return len(given) if isinstance(given, list) else len(str(given).strip())


def _words(context: Mapping[str, Any]) -> tuple[str, ...]:
    """Give the words of a list, also of one that the model writes as a pattern, `^(16k|a4)$`, or as literals."""
    if "words" in context:
        return tuple(context["words"])
    if "pattern" in context:
        return tuple(re.findall(r"[^^$()|]+", context["pattern"]))
    return tuple(re.findall("'(.+?)'", context["expected"]))
