"""行动里写的不是记录的字段，或者那个字段不能这样用。

检查什么：content/programme.yml 的 required、unused、labels、about 里写的是记录的字段名；状态、豁免等不能设为必填；
必填的字段不同时写成不用的。

为什么：字段名写错，想要必填的就没有必填，想改的名称也没有改。

例子：

    required: [学校]

应改为：

    required: [university]
"""

from collections.abc import Iterator
from difflib import get_close_matches

from generator.case.model import Case
from generator.case.model.programme_file import ProgrammeFile
from generator.case.problem import ERROR
from generator.case.programme import ALWAYS_REQUIRED
from generator.case.text import shorten
from generator.reading.fault import Path
from generator.reading.finding import Finding
from generator.reading.labels import Labels
from generator.reading.parsed_record import ParsedRecord
from generator.reading.record_editor import Edits

SEVERITY = ERROR
APPLIES_TO = (ProgrammeFile,)

_OURS = ("waivers", "status", "withdrawn_reason", "replaced_by")
"""What belongs to the work on a record, which no programme changes."""
_NEVER_REQUIRED = (*_OURS, "also", "featured", "sources", "permission")
"""What cannot be asked of every record; of sources and permission the record needs one by its nature."""


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find names of keys that are none, and keys that cannot be required or done without."""
    for key in ("required", "unused"):
        for index, _ in enumerate(record.items(key)):
            yield from _listed(record, key, (key, index))
    for key in ("labels", "about"):
        named = record.get(key)
        for way in named if isinstance(named, dict) else ():
            if not _is_key(way):
                yield _unknown(record, (key, way), way)


def _is_key(way: str) -> bool:
    holder = Labels.of(Case).keys_at(tuple(way.split(".")[:-1]))
    return way != "id" and way.rpartition(".")[2] in holder


def _listed(record: ParsedRecord, key: str, path: Path) -> Iterator[Finding]:
    way = record.text(*path)
    refused = _NEVER_REQUIRED if key == "required" else (*_OURS, *ALWAYS_REQUIRED)
    if way and ("." in way or not _is_key(way)):
        yield _unknown(record, path, way)
    elif way in refused:
        yield _refused(record, path, way, is_required=key == "required")
    elif key == "unused" and way in record.items("required"):
        yield Finding(
            record.place(*path),
            message=f"字段 {way} 既写成必填，又写成不用",
            reason="必填的字段每条记录都要有，不用的字段记录里不能写。",
            hint=f"从 required 或者 unused 里删去 {way}。",
            edits=record.editor.remove(path),
        )


def _unknown(record: ParsedRecord, path: Path, way: str) -> Finding:
    labels = Labels.of(Case)
    known = labels.by_name.get(way)
    near = ".".join(map(str, known)) if known else _slip(way)
    return Finding(
        record.place(*path, key=True),
        message=f"记录里没有“{shorten(way)}”这个字段",
        reason="这里写记录的字段名，见手册“字段表”。",
        hint=f"改为 {near}。" if near else "改为字段表里的字段名，例如 university；用不着的，删去这一项。",
        edits=_edits(record, path, near),
    )


def _edits(record: ParsedRecord, path: Path, near: str | None) -> Edits:
    """Write the key that was meant, as a key or as an item; what means none goes."""
    if not near:
        return record.editor.remove(path)
    return record.editor.rename(path, near) if isinstance(path[-1], str) else record.editor.set(path, near)


def _slip(way: str) -> str | None:
    """Name the key that a text is a slip of; a mere likeness is no advice."""
    return next(iter(get_close_matches(way, Labels.of(Case).keys_at(()), 1, 0.8)), None)


def _refused(record: ParsedRecord, path: Path, way: str, *, is_required: bool) -> Finding:
    return Finding(
        record.place(*path),
        message=f"字段 {way} 不能写成{'必填' if is_required else '不用'}",
        reason="它不是每条记录都能有的，或者另有规定。" if is_required else "每条记录都离不开它。",
        hint=f"从 {path[0]} 里删去 {way}。",
        edits=record.editor.remove(path),
    )
