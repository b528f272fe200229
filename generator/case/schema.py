"""The JSON Schema against which an editor's own tools check and complete what is written."""

from typing import Any

from generator.case.kinds import ProgrammeWord, words_schema
from generator.case.model import Case, Collection
from generator.case.programme import Programme
from generator.case.required_keys import choices

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(model: type[Case] | type[Collection], programme: Programme) -> dict[str, Any]:
    """Describe a file of this model in the words of a programme.

    Its id is left out: that is the name of its folder or file.
    """
    described: dict[str, Any] = _in_words(model.model_json_schema(), programme)
    described["properties"].pop("id", None)
    described["required"].remove("id")
    needed = choices(model, programme)
    described["required"] += [keys[0] for keys in needed if len(keys) == 1]
    one_of_each = [{"anyOf": [{"required": [key]} for key in keys]} for keys in needed if len(keys) > 1]
    return {"$schema": DIALECT, **described, **({"allOf": one_of_each} if one_of_each else {})}


def _in_words(schema: Any, programme: Programme) -> Any:
    """Fill in the lists that the fields' types only name, and the words in explanations."""
    if isinstance(schema, list):
        return [_in_words(part, programme) for part in schema]
    if isinstance(schema, str):
        return programme.explain(schema)
    if not isinstance(schema, dict):
        return schema
    named = schema.get(ProgrammeWord.MARK)
    words = words_schema(ProgrammeWord(named).words(programme)) if named else {}
    rest = {key: _in_words(part, programme) for key, part in schema.items() if key != ProgrammeWord.MARK}
    return {**words, **rest}
