"""Spellings that the model reads as others: `四川省` as 四川, `已发布` as published, `是` as true.

They are no problem. Whoever wants the record to say what is read can have it so.
"""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.case.model import SEVERAL, Case
from generator.case.repair import Repair
from generator.case.text import shorten
from generator.reading.fault import Path
from generator.reading.named_values import with_names
from generator.reading.parsed_record import ParsedRecord, prose_paths

_PAIRED = {**SEVERAL, **{several: single for single, several in SEVERAL.items()}}

Differences = list[tuple[Path, str, str]]


def spelling_repairs(record: ParsedRecord) -> Iterator[Repair]:
    """Find what was read by another spelling, in the record's order."""
    found: Differences = []
    for key, written in record.document.value.items():
        read = _read(record, key, written)
        if written is not None and written != read:
            _compare(written, read, (key,), found)
    # What is read otherwise in Markdown is told line by line.
    prose = frozenset(prose_paths(record.document.value)) if found else frozenset()
    for path, text, read in found:
        if path not in prose:
            message = f"“{record.label(path)}”的“{shorten(text)}”读作“{read}”"
            yield Repair(record.path, record.place(*path), message, record.editor.set(path, read))


def _read(record: ParsedRecord, key: str, written: Any) -> Any:
    """Give what a key's value is read as; None where it is refused. One refused value spoils no other."""
    if key in _PAIRED and record.model is Case and record.get(_PAIRED[key]):
        # The model puts what two keys say together; what each of them says is wanted here.
        named = with_names(record.document.value, record.model, record.surroundings.names)
        return _validated(record, key, named[key])
    if record.value is not None:
        return getattr(record.value, key, None)
    field = record.model.model_fields.get(key)
    if field is None or field.exclude:
        return None
    return _validated(record, key, written)


def _validated(record: ParsedRecord, key: str, written: Any) -> Any:
    try:
        return _reader(record.model, key).validate_python(written, context={"programme": record.programme})
    except ValidationError:
        return None


@cache
def _reader(model: type[BaseModel], key: str) -> TypeAdapter[Any]:
    field = model.model_fields[key]
    return TypeAdapter(Annotated[field.annotation, field])  # type: ignore[arg-type]


def _compare(written: Any, read: Any, path: Path, found: Differences) -> None:
    """Add what differs to what was found: path, what is written, what is read."""
    if isinstance(written, str):
        if written != read and isinstance(read, (str, bool)):
            text = str(read).lower() if isinstance(read, bool) else read
            plain = written.strip().lower() if isinstance(read, bool) else written.strip()
            if plain != text and plain:
                found.append((path, written.strip(), text))
    elif isinstance(written, dict) and isinstance(read, BaseModel):
        for key, value in written.items():
            other = getattr(read, key, None)
            if value is not None and value != other:
                _compare(value, other, (*path, key), found)
    elif isinstance(written, list) and isinstance(read, tuple) and len(written) == len(read) and tuple(written) != read:
        inner: Differences = []
        for index, pair in enumerate(zip(written, read, strict=True)):
            _compare(*pair, (*path, index), inner)
        texts = {text for _, _, text in inner}
        if not any(text in texts for _, text, _ in inner):
            # Else the model has put the items into another order.
            found += inner
