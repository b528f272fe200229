"""内容的形式不对：该写成列表的写成了一段文字，或者反过来。

检查什么：每个字段按规定的形式写：一段文字、一个列表（每项以“- ”开头），或下面再分几个字段。

为什么：形式不对，就分不清哪些是一项、哪些是一个词。

例子：

    keywords: 党建、联建

应改为：

    keywords:
      - 党建
      - 联建
"""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from generator.case.labels import inner_model
from generator.case.model import SEVERAL
from generator.case.problem import ERROR
from generator.case.text import count_han, listing, shorten
from generator.reading.fault import KindFault
from generator.reading.finding import Finding
from generator.reading.labels import record_fields
from generator.reading.list_items import bracketed_items
from generator.reading.offered_words import list_words, offered_words, shown_words
from generator.reading.parsed_record import ParsedRecord
from generator.reading.prose_nodes import PROSE_KEYS
from generator.reading.record_editor import Edits
from generator.reading.rule import EVERY_KIND
from generator.reading.text_as_fields import fields_of
from generator.reading.written_value import block_lines, flow_text, scalar_text

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

_SEPARATORS = re.compile(r"[、，,；;]\s*")
_BETWEEN_NAMES = re.compile(r"[、；;]\s*")
_BETWEEN_YEARS = re.compile(r"[，,、；;。\s]\s*(?=(?:19|20)[0-9]{2}\s*年)")
_WHOLE = ("sources", "questions", "coverage")
"""Lists whose items have commas of their own."""
_WORDS = ("keywords", "forms", "also")
"""Lists of words that have no blanks inside."""
_QUOTED = re.compile(r"[“\"‘'](.+)[”\"’']")
_WANTED = {
    "tuple_type": "一个列表",
    "list_type": "一个列表",
    "model_type": "几个字段",
    "dict_type": "几个字段",
    "decimal_type": "一个数字",
    "int_type": "一个数字",
    "bool_type": "true 或 false",
}


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word texts, lists and mappings where another of the three belongs."""
    for fault in record.faults("kind-wrong", KindFault):
        wanted = _WANTED.get(fault.expected, "一段文字")
        if wanted == "一个列表" and (items := _bracketed(record, fault)):
            yield _of_wide_brackets(record, fault, items)
            continue
        hint, typed = _advice(record, fault, wanted)
        yield Finding(
            fault.place,
            message=f"“{record.label(fault.path)}”写成了{_given(fault.given)}",
            reason=f"这里要写成{wanted}。",
            hint=hint,
            edits=typed[0] if typed else (),
            alternatives=tuple(typed[1:]),
        )


def _bracketed(record: ParsedRecord, fault: KindFault) -> list[str]:
    """Give the items of a list of texts that was written between brackets of full width."""
    return bracketed_items(fault.given) if isinstance(fault.given, str) and not _inner(record, fault) else []


def _inner(record: ParsedRecord, fault: KindFault) -> type[BaseModel] | None:
    """Give the model of the mappings that belong here."""
    field = record.labels.field_at(fault.path)
    return inner_model(field.annotation) if field else None


def _of_wide_brackets(record: ParsedRecord, fault: KindFault, items: list[str]) -> Finding:
    return Finding(
        fault.place,
        message=f"“{record.label(fault.path)}”的方括号和逗号是全角的",
        reason="程序只认半角的方括号、逗号加空格；全角的都是文字的一部分。",
        hint=f"写成“{fault.path[-1]}: {flow_text(items)}”。",
        edits=record.editor.set(fault.path, items),
        is_certain=True,
    )


def _given(value: object) -> str:
    if isinstance(value, dict):
        return "几个字段"
    return "一个列表" if isinstance(value, list) else "一段文字"


def _advice(record: ParsedRecord, fault: KindFault, wanted: str) -> tuple[str, list[Edits]]:
    """Give the hint, and what it says to type: first the likeliest, then the other words."""
    several = SEVERAL.get(str(fault.path[-1])) if len(fault.path) == 1 else None
    if isinstance(fault.given, list) and len(fault.given) > 1 and several and record.may_have(several):
        return _as_several(record, fault, several)
    if wanted == "一个列表":
        return _as_list(record, fault)
    return _as_fields(record, fault) if wanted == "几个字段" else _as_text(record, fault, wanted)


def _as_several(record: ParsedRecord, fault: KindFault, several: str) -> tuple[str, list[Edits]]:
    if record.get(several):
        hint = f"已经写了 {several}；把这里的各项合到那里，再删去“{fault.path[-1]}”。"
        return hint, [record.editor.remove(fault.path)]
    hint = f"有几项的改用 {several}（{record.label((several,))}），写成“{several}:”，下面的列表不动。"
    return hint, [record.editor.rename(fault.path, several)]


def _as_list(record: ParsedRecord, fault: KindFault) -> tuple[str, list[Edits]]:
    key = str(fault.path[-1])
    if isinstance(fault.given, dict):
        if items := _of_pairs(record, fault, fault.given):
            return _typed(record, fault, items)
        hint = "每一项以“- ”开头：在第一个字段前加“  - ”，其余字段与它左对齐。"
        return f"在“{key}:”下面，{hint}", [record.editor.wrap_in_list(fault.path)]
    inner = _inner(record, fault)
    text = str(fault.given).strip()
    between = _BETWEEN_NAMES if inner else _SEPARATORS
    if key == "progress":
        between = _BETWEEN_YEARS
    texts = [text] if key in _WHOLE else [part.strip() for part in between.split(text) if part.strip()]
    if not inner:
        words = text.split() if len(texts) == 1 and key in _WORDS and count_han(text) else texts
        return _typed(record, fault, [_QUOTED.sub(r"\1", word) for word in words] or ["示例"])
    return _typed(record, fault, [fields_of(record, fault.path, part) for part in texts or ["示例"]])


def _of_pairs(record: ParsedRecord, fault: KindFault, given: dict[Any, Any]) -> list[Any]:
    """Give the items of a list that was written with what tells them apart as keys: `2024: 建站`, `author: 示例甲`.

    Words between braces (`{党建, 科普}`) are keys without values.
    """
    if not _inner(record, fault):
        return list(given) if all(value in (None, "") for value in given.values()) else []
    if set(given) & record.labels.keys_at(fault.path).keys():
        return []
    words = offered_words(record, (*fault.path, "kind"))
    if words and all(isinstance(value, str) and value in words for value in given.values()):
        return [{"name": key, "kind": value} for key, value in given.items()]
    items = [fields_of(record, fault.path, f"{key}：{value}") for key, value in given.items() if isinstance(value, str)]
    is_apart = all(len(item) > 1 and not any("：" in text for text in item.values()) for item in items)
    return items if len(items) == len(given) and is_apart else []


def _as_fields(record: ParsedRecord, fault: KindFault) -> tuple[str, list[Edits]]:
    key, items = fault.path[-1], fault.given if isinstance(fault.given, list) else [str(fault.given)]
    if len(items) == 1 and isinstance(items[0], dict):
        if isinstance(key, int):
            return "每一项只写一个“- ”：去掉多出来的“- ”或方括号。", [record.editor.set(fault.path, items[0])]
        hint = f"去掉“- ”或方括号，在“{key}:”下面直接写各个字段，例如“  {next(iter(items[0]), 'name')}: ”。"
        return hint, [record.editor.set(fault.path, items[0])]
    texts = [item for item in items if isinstance(item, str)]
    if not texts:
        where = "每一项" if isinstance(key, int) else f"在“{key}:”下面"
        others = "，别的团队写进 branches" if key == "team" else ""
        return f"去掉“- ”或方括号，{where}只写一项的各个字段；这里只能有一项{others}。", []
    return _typed(record, fault, fields_of(record, fault.path, "、".join(texts).strip() or "示例"))


def _typed(record: ParsedRecord, fault: KindFault, value: Any) -> tuple[str, list[Edits]]:
    """Show the lines to type, with the words for a kind that was guessed, and name what is still to be added."""
    is_item = isinstance(fault.path[-1], int)
    key = "-" if is_item else f"{fault.path[-1]}:"
    first, *rest = block_lines(value, "", is_item=is_item)
    lines = [flow_text(value)] if record.editor.is_in_flow(fault.path) else [f"{key}{first}", *rest]
    hint = (
        (f"写成 {len(lines)} 行：" if len(lines) > 1 else "写成")
        + "".join(f"“{shorten_line(line)}”" for line in lines[:8])
        + ("，其余照样写" if lines[8:] else "")
    )
    edits = [record.editor.set(fault.path, value)]
    one = value[0] if isinstance(value, list) else value
    if isinstance(one, dict):
        if "kind" in one:
            words = offered_words(record, (*fault.path, "kind"))
            hint += f"；kind 能写的词：{list_words(words)}"
            edits += [
                record.editor.set(fault.path, _with_kind(value, word))
                for word in shown_words(words)
                if word != one["kind"]
            ]
        missing = _missing(record, fault, one)
        if missing:
            hint += f"；另写 {missing}"
        if "agreed" in record.labels.keys_at(fault.path):
            hint += "；本人同意公开的，再写 agreed: true"
    return f"{hint}。", edits


def shorten_line(line: str) -> str:
    """Cut a line to what a message can bear; its indent stays."""
    indent = line[: len(line) - len(line.lstrip())]
    return indent + shorten(line, 40)


def _with_kind(value: Any, kind: str) -> Any:
    """Give the same with another kind in its first item."""
    if isinstance(value, list):
        return [_with_kind(value[0], kind), *value[1:]]
    return {**value, "kind": kind}


def _missing(record: ParsedRecord, fault: KindFault, written: dict[str, Any]) -> str:
    """Name the required keys that nobody but the editor can fill in."""
    model = record.labels.model_at(fault.path)
    fields = record_fields(model) if model else iter(())
    return listing(f"{key}（{field.title}）" for key, field in fields if field.is_required() and key not in written)


def _as_text(record: ParsedRecord, fault: KindFault, wanted: str) -> tuple[str, list[Edits]]:
    key = next((step for step in reversed(fault.path) if isinstance(step, str)), "title")
    sign = "- " if isinstance(fault.path[-1], int) else f"{key}: "
    items = fault.given if isinstance(fault.given, list) else []
    texts = [text for text in items if isinstance(text, str)]
    name = fault.given.get("name") if isinstance(fault.given, dict) else None
    if isinstance(fault.given, dict) and isinstance(name, str) and name:
        others = listing(str(one) for one in fault.given if one != "name")
        hint = (
            f"只写名称，写成“{sign}{shorten_line(scalar_text(name))}”{f'；{others} 在这里没有位置' if others else ''}。"
        )
        return hint, [record.editor.set(fault.path, name)]
    if isinstance(fault.given, dict):
        raw = record.editor.written(fault.path)
        if "\n" in raw or "\r" in raw:
            return f"把内容写成一段文字，例如“{sign}示例”；文字里有英文冒号的，给整段加英文引号。", []
        shown = f"{sign}{shorten_line(scalar_text(raw))}"
        return f"文字里有英文冒号或括号的，给整段加英文引号，写成“{shown}”。", [record.editor.set(fault.path, raw)]
    if len(items) != len(texts) or (len(texts) > 1 and wanted != "一段文字"):
        return f"去掉“- ”或方括号，只写一个，例如“{key}: {scalar_text((texts or ['示例'])[0])}”。", []
    if fault.path[-1] in PROSE_KEYS and texts:
        lines = "".join(f"- {text.strip()}\n" for text in texts)
        return f"正文里的列表写在“|”下面，写成“{key}: |”“  {lines.splitlines()[0]}”。", [
            record.editor.set(fault.path, lines)
        ]
    joined = ("，" if key in ("title", "summary") else "、").join(text.strip() for text in texts) or "示例"
    how = "写成" if len(texts) == 1 else "连成一段，写成"
    return f"去掉“- ”或方括号，{how}“{sign}{shorten_line(scalar_text(joined))}”。", [
        record.editor.set(fault.path, joined)
    ]
