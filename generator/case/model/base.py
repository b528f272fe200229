"""What all parts of a record share."""

from functools import cache
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from generator.case.model.explanations import explanations


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, ...], set[str]]:
    """Give the names of a model's fields, in their order and as a set that all its values share."""
    names = tuple(model.model_fields)
    return names, set(names)


class Model(BaseModel):
    """What all parts of a record share: frozen, no unknown keys, explained by their docstrings.

    Each is built when it is first used: most are parts of others, which build them again.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    # pydantic's own state names each value.
    def __getstate__(self) -> tuple[Any, ...]:  # type: ignore[override]
        """Give what another process needs to have the same: the values; nobody asks which of them were written."""
        values, (names, _) = self.__dict__, _fields(self.__class__)
        return tuple([values[name] for name in names])

    def __setstate__(self, state: tuple[Any, ...]) -> None:  # type: ignore[override]
        """Take the values over as they are; of ten thousand cases the names of the fields would fill memory."""
        names, all_names = _fields(self.__class__)
        object.__setattr__(self, "__dict__", dict(zip(names, state, strict=True)))
        object.__setattr__(self, "__pydantic_fields_set__", all_names)
        object.__setattr__(self, "__pydantic_extra__", None)
        object.__setattr__(self, "__pydantic_private__", None)

    def become(self, other: Self) -> None:
        """Say from now on what another says, to all who hold it: only where nobody has it in a set, or as a key."""
        self.__setstate__(other.__getstate__())

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Put the explanations of the keys into the JSON Schema."""
        described = handler(schema)
        keys = handler.resolve_ref_schema(described)["properties"]
        for key, explanation in explanations(cls).items():
            if key in keys:
                keys[key].setdefault("description", explanation)
        return described
