"""Which values a field of a record takes, in words: read from the model's types, so that nothing is said twice."""

from collections.abc import Iterable, Mapping, Sequence
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import AfterValidator, StringConstraints, WithJsonSchema

from generator.case.date import PartialDate
from generator.case.kinds import ID_LENGTH, ProgrammeWord, words_schema
from generator.case.labels import inner_model
from generator.case.programme import Programme
from generator.case.text import listing
from generator.outputs.handbook.view import Run, code, codes, plain, whole
from generator.outputs.handbook.words import long_lists

_MOST_WORDS = 8
"""A list with more words than this is shown in the vocabulary only."""


def values(hint: Any, limits: Sequence[Any], anchor: str, programme: Programme) -> tuple[Run, ...]:
    """Say which values a field takes.

    Args:
        hint: the field's type, with its annotations.
        limits: what pydantic knows of the field besides.
        anchor: the field's own; the table of its parts is at this one with `-keys`.
        programme: whose words the field takes.
    """
    choices = [choice for choice in get_args(hint) if choice is not NoneType]
    if get_origin(hint) is tuple:
        return (*_list(limits), *values(choices[0], (), anchor, programme))
    if get_origin(hint) is Literal:
        return _one_of(choices)
    if get_origin(hint) is not Annotated and choices:
        return values(choices[0], limits, anchor, programme)
    if inner_model(hint):
        return plain("几个字段，"), plain("见下表", url=f"#{anchor}-keys")
    if hint is PartialDate:
        return plain("日期："), code("2024"), plain("、"), code("2024-09"), plain(" 或 "), code("2024-09-01")
    base, *details = get_args(hint)
    return _simple_values(base, [*details, *limits], programme)


def _list(limits: Sequence[Any]) -> tuple[Run, ...]:
    longest = _limit(limits, "max_length")
    most = (plain("，至多 "), whole(longest, " 项")) if longest else ()
    return plain("列表"), *most, plain("；每项：")


def _one_of(choices: Iterable[str]) -> tuple[Run, ...]:
    return *codes(choices), plain("之一")


def _simple_values(base: type, limits: Sequence[Any], programme: Programme) -> tuple[Run, ...]:
    if base is bool:
        return code("true"), plain(" 或 "), code("false"), plain("，也可写“是”“否”")
    if base is int:
        return plain("整数，"), whole(_limit(limits, "ge"), "–", _limit(limits, "le"))
    return _texts(limits, programme) if base is str else (plain("数，可以有小数"),)


def _texts(limits: Sequence[Any], programme: Programme) -> tuple[Run, ...]:
    offered = (words_schema(limit.words(programme), limit.keep) for limit in limits if isinstance(limit, ProgrammeWord))
    schema = next((limit.json_schema for limit in limits if isinstance(limit, WithJsonSchema)), None) or {}
    schema = next(offered, schema)
    if "anyOf" in schema:
        # The names come first, then the other spellings that are read as well.
        return _words(tuple(schema["anyOf"][0]["enum"]), programme)
    if "enum" in schema:
        return _words(tuple(schema["enum"]), programme)
    if schema.get("format") == "uri":
        return (plain("网址，以 https:// 或 http:// 开头"),)
    if "pattern" in schema:
        return plain("编号：小写英文字母、数字和连字符，不超过 "), whole(ID_LENGTH, " 个字符")
    return _free_text(limits, schema)


def _free_text(limits: Sequence[Any], schema: Mapping[str, Any]) -> tuple[Run, ...]:
    pattern = _limit(limits, "pattern")
    if pattern:
        return _one_of(pattern.strip("^($)").split("|"))
    if "examples" in schema:
        return plain("例如 "), *codes(schema["examples"])
    constraints = next(limit for limit in limits if isinstance(limit, StringConstraints))
    shortest, longest = constraints.min_length or 0, constraints.max_length or 0
    # Only texts on one line have a validator of their own.
    is_line = any(isinstance(limit, AfterValidator) for limit in limits)
    kind = "一行文字" if is_line else "Markdown 正文，可以分段"
    if shortest > 1:
        return plain(f"{kind}，"), whole(shortest, "–", f"{longest:,}", " 字")
    return plain(f"{kind}，不超过 "), whole(f"{longest:,}", " 字")


def _limit(limits: Iterable[Any], name: str) -> Any:
    """Find a limit by its name among pydantic's metadata."""
    return next((found for limit in limits if (found := getattr(limit, name, None)) is not None), None)


def _words(words: tuple[str, ...], programme: Programme) -> tuple[Run, ...]:
    for anchor, (title, known) in long_lists(programme).items():
        if words[: len(known)] == known and len(words) > _MOST_WORDS:
            return plain("受控词，"), plain(f"见{title}", url=f"vocabulary.html#{anchor}")
    return (plain(f"受控词：{listing(words)}"),)
