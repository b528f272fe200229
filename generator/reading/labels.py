"""The Chinese names of a model's keys, for messages and tables."""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.case.labels import inner_model
from generator.reading.fault import Path


class Labels:
    """Labels of one model and of the models inside it."""

    def __init__(self, model: type[BaseModel], others: tuple[tuple[str, str], ...] = ()) -> None:
        """Take a model, and what a programme calls its keys otherwise, by the ways to them: `secretary.name`."""
        self.model = model
        self.others = others

    @staticmethod
    @cache
    def of(model: type[BaseModel], others: tuple[tuple[str, str], ...] = ()) -> "Labels":
        """Give the labels of a model; one object a model and programme."""
        return Labels(model, others)

    def describe(self, path: Path) -> str:
        """Name a value from the outside in: `("outcomes", 1, "value")` is 成效数据第 2 项的数值.

        A key that the model does not know is named as written.
        """
        parts: list[str] = []
        names: list[str] = []
        model: type[BaseModel] | None = self.model
        for step in path:
            if isinstance(step, int):
                parts.append(f"第 {step + 1} 项")
                continue
            names.append(step)
            known = model.model_fields.get(step) if model else None
            name = self._others.get(".".join(names)) or (known.title or step if known else step)
            parts.append(f"的{name}" if parts else name)
            model = inner_model(known.annotation) if known else None
        return "".join(parts)

    def model_at(self, path: Path) -> type[BaseModel] | None:
        """Give the model of the mapping at a path, or None where none is expected."""
        model: type[BaseModel] | None = self.model
        for step in path:
            if isinstance(step, str) and model is not None:
                known = model.model_fields.get(step)
                model = inner_model(known.annotation) if known else None
        return model

    def field_at(self, path: Path) -> FieldInfo | None:
        """Give the field of the value at a path (for an item of a list, the list's), or None where none is known."""
        named = [index for index, step in enumerate(path) if isinstance(step, str)]
        if not named:
            return None
        model = self.model_at(path[: named[-1]])
        return model.model_fields.get(str(path[named[-1]])) if model else None

    def keys_at(self, path: Path) -> dict[str, str]:
        """Give the keys that may be in the mapping at a path, each with its label."""
        model = self.model_at(path)
        around = [step for step in path if isinstance(step, str)]
        if not model:
            return {}
        return {
            key: self._others.get(".".join((*around, key))) or field.title or key for key, field in record_fields(model)
        }

    @cached_property
    def by_name(self) -> dict[str, Path]:
        """The way to each key, see `keys_by_name`."""
        return keys_by_name(self.model, self.others)

    @cached_property
    def _others(self) -> Mapping[str, str]:
        return dict(self.others)


def record_fields(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    """Give the fields that editors write, without those that come from the file's name."""
    return ((key, field) for key, field in model.model_fields.items() if not field.exclude)


@cache
def keys_by_name(model: type[BaseModel], others: tuple[tuple[str, str], ...] = (), around: str = "") -> dict[str, Path]:
    """Give the way to each key of a model and the models inside it, by key and by label; the outermost first.

    `{"title": ("title",), "标题": ("title",), "start": ("period", "start"), …}`

    Args:
        model: a record's, or that of a part of it.
        others: what a programme calls keys otherwise, by the ways to them.
        around: the way to the part, ending in a dot; empty for the record itself.
    """
    names: dict[str, Path] = {}
    named = dict(others)
    for key, field in record_fields(model):
        names.setdefault(key, (key,))
        names.setdefault(named.get(f"{around}{key}") or field.title or key, (key,))
    for key, field in record_fields(model):
        inner = inner_model(field.annotation)
        for name, path in keys_by_name(inner, others, f"{around}{key}.").items() if inner else ():
            names.setdefault(name, (key, *path))
    return names


@cache
def known_keys(model: type[BaseModel], others: tuple[tuple[str, str], ...] = ()) -> frozenset[str]:
    """Give all keys and labels of a model and the models inside it."""
    return frozenset(keys_by_name(model, others))
