"""不认识的字段。

检查什么：字段的名称是手册里列出的英文名，写在它该在的地方。

为什么：写错名称的字段读不出来，它的内容就会丢掉。

例子：

    titel: 数字党课进社区

应改为：

    title: 数字党课进社区
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.case.text import listing, shorten
from generator.reading.fault import KeyFault, Path
from generator.reading.finding import Finding
from generator.reading.intended_key import intended_elsewhere, intended_key
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

_LISTED = 8
"""The most keys that are listed whole."""


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word keys that the model does not know."""
    # The wording of a full-width colon after a label already gives the key.
    explained = {(fault.place.line, fault.key) for fault in record.faults("colon-full-width", KeyFault)}
    for fault in record.faults("key-unknown"):
        if (fault.place.line, fault.path[-1]) in explained:
            continue
        parent, written = fault.path[:-1], str(fault.path[-1])
        where = f"“{record.label(parent)}”里" if parent else "记录里"
        if written == "id" and not parent:
            kind = "文件夹" if record.is_named_by_folder else "文件"
            yield Finding(
                fault.place,
                message="编号写在了记录里",
                reason=f"{kind}的名称就是编号，记录里再写一个，两处会对不上。",
                hint=f"删去 id 这一行；要用别的编号，就把{kind}改名，例如 2025-shili-dangke。",
            )
            continue
        yield Finding(
            fault.place,
            message=f"{where}没有“{shorten(written)}”这个字段",
            reason="不认识的字段读不出来，它的内容会丢掉。",
            hint=_hint(record, fault.path),
        )


def _hint(record: ParsedRecord, path: Path) -> str:
    keys = record.labels.keys_at(path[:-1])
    key, elsewhere = intended_key(record.labels, path), intended_elsewhere(record.labels, path)
    if key:
        return f"改为 {key}（{keys[key]}），写成“{key}: ”。"
    if elsewhere:
        return _move(record, elsewhere)
    if 0 < len(keys) <= _LISTED:
        choices = listing(f"{name}（{label}）" for name, label in keys.items())
        return f"改用这里能写的字段：{choices}；不需要的就删去这一行。"
    example = next(iter(keys), "title")
    return f"删去这一行，或改用手册“字段”一页里列出的英文名，例如“{example}: ”。"


def _move(record: ParsedRecord, path: Path) -> str:
    key, outer = path[-1], path[:-1]
    if not outer:
        return f"移到最外层：删去行首的空格，写成“{key}: ”。"
    return f"移到 {outer[-1]}（{record.label(outer)}）下面，行首加空格，写成“  {key}: ”。"
