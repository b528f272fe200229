"""The programme's words in a JSON Schema: pydantic makes it for all programmes, and this fills one's words in."""

from typing import Any

from generator.case.kinds import ProgrammeWord, words_schema
from generator.case.programme import Programme


def fill_words(schema: Any, programme: Programme) -> Any:
    """Give a schema, or a part of one, with the lists that fields only name and with the words in explanations."""
    if isinstance(schema, list):
        return [fill_words(part, programme) for part in schema]
    if isinstance(schema, str):
        return programme.explain(schema)
    if not isinstance(schema, dict):
        return schema
    named = schema.get(ProgrammeWord.MARK)
    words = words_schema(ProgrammeWord(named).words(programme)) if named else {}
    rest = {key: fill_words(part, programme) for key, part in schema.items() if key != ProgrammeWord.MARK}
    return {**words, **rest}
