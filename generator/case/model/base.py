"""What all parts of a record share."""

from typing import Any

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from generator.case.model.explanations import explanations


class Model(BaseModel):
    """What all parts of a record share: frozen, no unknown keys, explained by their docstrings.

    Each is built when it is first used: most are parts of others, which build them again.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def __getstate__(self) -> dict[str, Any]:
        """Give what another process needs to have the same: the values; nobody asks which of them were written."""
        return self.__dict__

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Take the values over as they are."""
        object.__setattr__(self, "__dict__", state)
        object.__setattr__(self, "__pydantic_fields_set__", set(state))
        object.__setattr__(self, "__pydantic_extra__", None)
        object.__setattr__(self, "__pydantic_private__", None)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Put the explanations of the keys into the JSON Schema."""
        described = handler(schema)
        keys = handler.resolve_ref_schema(described)["properties"]
        for key, explanation in explanations(cls).items():
            if key in keys:
                keys[key].setdefault("description", explanation)
        return described
