"""What all parts of a record share."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """What all parts of a record share: frozen, no unknown keys, explained by their docstrings."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
