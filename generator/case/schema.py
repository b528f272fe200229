"""The JSON Schema against which an editor's own tools check and complete what is written."""

from typing import Any

from generator.case.model import Case, Collection

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(model: type[Case] | type[Collection]) -> dict[str, Any]:
    """Describe a file of this model: without its id, which is the name of its folder or file."""
    described = model.model_json_schema()
    described["properties"].pop("id", None)
    described["required"].remove("id")
    return {"$schema": DIALECT, **described}
