"""The JSON Schema against which an editor's own tools check and complete what is written."""

import re
from typing import Any

from generator.case.kinds import ProgrammeWord, words_schema
from generator.case.model import Case, Collection
from generator.case.programme import Programme
from generator.case.required_keys import choices
from generator.case.words import WordList

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(model: type[Case] | type[Collection], programme: Programme) -> dict[str, Any]:
    """Describe a file of this model in the words of a programme.

    Its id is left out: that is the name of its folder or file.
    """
    described: dict[str, Any] = _in_words(model.model_json_schema(), programme)
    described["properties"].pop("id", None)
    if model is Case:
        _as_named(described, programme)
    described["required"].remove("id")
    needed = choices(model, programme)
    described["required"] += [keys[0] for keys in needed if len(keys) == 1]
    one_of_each = [{"anyOf": [{"required": [key]} for key in keys]} for keys in needed if len(keys) > 1]
    return {"$schema": DIALECT, **described, **({"allOf": one_of_each} if one_of_each else {})}


def _as_named(described: dict[str, Any], programme: Programme) -> None:
    """Name and explain the keys as the programme does, and leave out those that it has no use for."""
    for mark, words in (("title", programme.label_of), ("description", programme.about_of)):
        for way, word in words.items():
            found = _property(described, way.split("."))
            if found is not None:
                found[mark] = programme.explain(word)
    for key in programme.unused_keys:
        described["properties"].pop(key, None)


def _property(described: dict[str, Any], way: list[str]) -> dict[str, Any] | None:
    """Find a key's description; of a part of a record, in the part's own."""
    found: dict[str, Any] | None = described["properties"].get(way[0])
    if found is None or len(way) == 1:
        return found
    part = re.search(r"#/\$defs/(\w+)", str(found))
    inner: dict[str, Any] | None = described["$defs"][part[1]]["properties"].get(way[1]) if part else None
    return inner


def _in_words(schema: Any, programme: Programme) -> Any:
    """Fill in the lists that the fields' types only name, and the words in explanations."""
    if isinstance(schema, list):
        return [_in_words(part, programme) for part in schema]
    if isinstance(schema, str):
        return programme.explain(schema)
    if not isinstance(schema, dict):
        return schema
    named = schema.get(ProgrammeWord.MARK)
    words = _words(named, programme) if named else {}
    rest = {key: _in_words(part, programme) for key, part in schema.items() if key != ProgrammeWord.MARK}
    return {**words, **rest}


def _words(named: str, programme: Programme) -> dict[str, Any]:
    name, _, keep = named.partition(".")
    words: WordList = getattr(programme, name)
    return words_schema(words, keep)
