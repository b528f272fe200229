"""The pieces of a record's Markdown that a check asks for."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.case.kinds import AS_MEANT
from generator.case.markdown import parse_prose
from generator.case.problem import Place
from generator.case.prose import Node, walk
from generator.reading.fault import Path
from generator.reading.labels import inner_model
from generator.reading.parsed_record import ParsedRecord


def prose_texts(record: ParsedRecord) -> Iterator[tuple[Path, str]]:
    """Give every text of a record that is Markdown, as it is written, with its path."""
    return _texts(record.document.value, record.model, ())


def prose_of(record: ParsedRecord, path: Path) -> tuple[Node, ...]:
    """Read a text of a record as Markdown; nothing where it is too dense to be read in good time."""
    return () if record.is_too_dense else parse_prose(record.prose(*path))


def prose_nodes(
    record: ParsedRecord, kind: str, is_suspect: Callable[[str], bool]
) -> Iterator[tuple[Path, list[Node]]]:
    """Give the nodes of one kind in the Markdown of a record: for each text that has some, its path and all of them.

    Args:
        record: the record.
        kind: `link`, `image` or `html`.
        is_suspect: a quick look at a text; parsing is the dearest part of a check, so clean texts are spared it.
    """
    for path, _ in prose_texts(record):
        if is_suspect(record.prose(*path)):
            nodes = [node for node in walk(prose_of(record, path)) if node.kind == kind]
            if nodes:
                yield path, nodes


class Finder:
    """Finds the places of pieces of text; the same piece again is looked for further on."""

    def __init__(self, record: ParsedRecord) -> None:
        self._document = record.document
        self._last: dict[tuple[Path, str], Place] = {}
        self._lost: set[tuple[Path, str]] = set()

    def place(self, path: Path, piece: str) -> Place:
        """Find the next place of a piece in a value, or the value's where the piece is not found as such."""
        if (path, piece) in self._lost:
            return self._document.place(path)
        place = self._document.place_of(path, piece, after=self._last.get((path, piece)))
        if place.excerpt.startswith(piece, place.column - 1):
            self._last[path, piece] = place
        else:
            self._lost.add((path, piece))
        return place


def _texts(value: Any, model: type[BaseModel], path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, model, (*path, index))
    elif isinstance(value, dict):
        for key, inner in _prose_keys(model):
            child = value.get(key)
            if inner is not None:
                yield from _texts(child, inner, (*path, key))
            elif isinstance(child, str):
                yield (*path, key), child


@cache
def _prose_keys(model: type[BaseModel]) -> tuple[tuple[str, type[BaseModel] | None], ...]:
    """Give the keys of a model whose values are Markdown, and those whose values have such keys, with their model."""
    keys: list[tuple[str, type[BaseModel] | None]] = []
    for key, field in model.model_fields.items():
        inner = inner_model(field.annotation)
        if _is_prose(field) or (inner is not None and _prose_keys(inner)):
            keys.append((key, inner))
    return tuple(keys)


def _is_prose(field: FieldInfo) -> bool:
    return AS_MEANT in field.metadata or any(_holds(argument) for argument in get_args(field.annotation))


def _holds(annotation: Any) -> bool:
    metadata: Iterable[Any] = getattr(annotation, "__metadata__", ())
    return AS_MEANT in metadata or any(_holds(argument) for argument in get_args(annotation))
