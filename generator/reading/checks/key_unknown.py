"""不认识的字段。

检查什么：字段的名称是手册里列出的英文名，写在它该在的地方。

为什么：写错名称的字段读不出来，它的内容就会丢掉。

例子：

    titel: 数字党课进社区

应改为：

    title: 数字党课进社区
"""

import re
from collections.abc import Iterator

import yaml

from generator.case.edit import Edit
from generator.case.problem import ERROR
from generator.case.text import listing, shorten
from generator.reading.fault import Fault, KeyFault, Path
from generator.reading.finding import Finding
from generator.reading.intended_key import intended_elsewhere, intended_key
from generator.reading.parsed_record import ParsedRecord
from generator.reading.record_editor import Edits
from generator.reading.rule import EVERY_KIND
from generator.reading.written_nodes import WrittenNodes, is_empty
from generator.reading.written_value import scalar_text

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

_LISTED = 8
"""The most keys that are listed whole."""
_TIGHT = re.compile(r"([A-Za-z_]+):(?=\S)")


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word keys that the model does not know."""
    # The wording of a full-width colon after a label already gives the key.
    explained = {(fault.place.line, fault.key) for fault in record.faults("colon-full-width", KeyFault)}
    for fault in record.faults("key-unknown"):
        if (fault.place.line, fault.path[-1]) in explained:
            continue
        yield _id(record, fault) if fault.path == ("id",) else _finding(record, fault)


def _id(record: ParsedRecord, fault: Fault) -> Finding:
    kind = "文件夹" if record.is_named_by_folder else "文件"
    return Finding(
        fault.place,
        message="编号写在了记录里",
        reason=f"{kind}的名称就是编号，记录里再写一个，两处会对不上。",
        hint=f"删去 id 这一行；要用别的编号，就把{kind}改名，例如 2025-shili-dangke。",
        edits=record.editor.remove(fault.path),
    )


def _finding(record: ParsedRecord, fault: Fault) -> Finding:
    parent, written = fault.path[:-1], str(fault.path[-1])
    where = f"“{record.label(parent)}”里" if parent else "记录里"
    hint, edits = _split(record, fault) or _advice(record, fault.path)
    return Finding(
        fault.place,
        message=f"{where}没有“{shorten(written)}”这个字段",
        reason="不认识的字段读不出来，它的内容会丢掉。",
        hint=hint,
        edits=edits,
    )


def _split(record: ParsedRecord, fault: Fault) -> tuple[str, Edits] | None:
    """Between braces, a colon without a blank makes one key of two words, and a comma two keys of one number."""
    nodes, written = WrittenNodes(record.document), str(fault.path[-1])
    found = nodes.find(fault.path)
    holder = found.holder
    if not isinstance(holder, yaml.MappingNode) or not holder.flow_style or found.key is None or found.node is None:
        return None
    start = nodes.start(found.key)
    if (tight := _TIGHT.match(written)) and is_empty(found.node):
        behind = start + tight.end()
        return f"在冒号后面加一个空格，写成“{tight[1]}: {written[tight.end() :]}”。", (Edit(behind, behind, " "),)
    before = [value for key, value in holder.value if nodes.start(key) < start][-1:]
    if not before or not is_empty(found.node) or not isinstance(before[0], yaml.ScalarNode):
        return None
    if before[0].style or is_empty(before[0]):
        return None
    first, end = nodes.start(before[0]), nodes.document.offset(found.key.end_mark)
    key = next(key.value for key, value in holder.value if value is before[0])
    text = scalar_text(nodes.text[first:end], in_flow=True)
    if "\n" in text or not text.startswith(('"', "'")):
        return None
    return f"花括号里的英文逗号隔开字段；给整个内容加上英文引号，写成“{key}: {text}”。", (Edit(first, end, text),)


def _advice(record: ParsedRecord, path: Path) -> tuple[str, Edits]:
    editor, keys = record.editor, record.labels.keys_at(path[:-1])
    key, elsewhere = intended_key(record.labels, path), intended_elsewhere(record.labels, path)
    if key and record.get(*path[:-1], key) is not None:
        return f"已经写了 {key}（{keys[key]}）；把这里的内容合到那里，再删去“{path[-1]}”这一处。", editor.remove(path)
    if key:
        return f"改为 {key}（{keys[key]}），写成“{key}: ”。", editor.rename(path, key)
    if elsewhere and _is_sure(record, elsewhere):
        return _move(record, path, elsewhere)
    if elsewhere:
        outer = elsewhere[0]
        hint = f"移到 {outer}（{record.label((outer,))}）的某一项里，写成“{elsewhere[-1]}: ”；不需要的，删去这一行。"
        return hint, editor.remove(path)
    if 0 < len(keys) <= _LISTED:
        known = listing(f"{name}（{label}）" for name, label in keys.items())
        return f"删去“{path[-1]}”这一处；这里能写的字段是：{known}。", editor.remove(path)
    example = "summary" if "summary" in keys else next(iter(keys), "name")
    return f"删去这一行；要保留的内容，写进手册里列出的字段，例如“{example}: ”。", editor.remove(path)


def _is_sure(record: ParsedRecord, to: Path) -> bool:
    """Whether a key has its one place there: an item that needs more than this key is none that was begun here."""
    holders = [key for key in record.labels.keys_at(()) if to[-1] in record.labels.keys_at((key,))]
    if len(to) > 1 and len(holders) > 1 and record.get(to[0]) is None:
        return False
    return not _is_list(record, to[:1]) or len(to) == 1 or len(record.items(to[0])) == 1 or to[0] == "places"


def _is_list(record: ParsedRecord, path: Path) -> bool:
    field = record.labels.field_at(path)
    return field is not None and str(field.annotation).startswith("tuple")


def _move(record: ParsedRecord, path: Path, to: Path) -> tuple[str, Edits]:
    key, outer = to[-1], to[:-1]
    if outer and isinstance(record.get(outer[0]), list):
        hint = f"移到 {outer[-1]}（{record.label(outer)}）的某一项下面，与那一项的字段左对齐，写成“{key}: ”。"
        return hint, record.editor.move(path, (*outer, 0, key)) if len(record.items(*outer)) == 1 else ()
    is_taken = record.get(*to) is not None or not isinstance(record.get(*outer) or {}, dict)
    edits = () if is_taken else record.editor.move(path, _with_items(record, to))
    if not outer:
        return f"移到最外层：删去行首的空格，写成“{key}: ”。", edits
    return f"移到 {outer[-1]}（{record.label(outer)}）下面，行首加空格，写成“  {key}: ”。", edits


def _with_items(record: ParsedRecord, path: Path) -> Path:
    """Give the way to a key in the first item where it leads through a list."""
    steps: list[str | int] = []
    for at, step in enumerate(path):
        steps.append(step)
        if at + 1 < len(path) and _is_list(record, path[: at + 1]):
            steps.append(0)
    return tuple(steps)
