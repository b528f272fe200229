"""Which rule words which error of the model: pydantic's types on one side, our rules on the other."""

from typing import Any

from pydantic_core import ErrorDetails

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
    "string_pattern_mismatch": "term-unknown",
    "literal_error": "term-unknown",
    "int_parsing": "number-invalid",
    "int_parsing_size": "number-range",
    "greater_than_equal": "number-range",
    "less_than_equal": "number-range",
    "date-invalid": "date-invalid",
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


def about(error: ErrorDetails) -> dict[str, Any]:
    """Give what the wording needs: the error's context, its input and its pydantic type."""
    return {**error.get("ctx", {}), "input": error["input"], "type": error["type"]}
