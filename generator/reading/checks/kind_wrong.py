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

from generator.case.problem import ERROR
from generator.case.text import shorten
from generator.reading.fault import KindFault
from generator.reading.finding import Finding
from generator.reading.labels import inner_model, record_fields
from generator.reading.list_items import bracketed_items
from generator.reading.parsed_record import ParsedRecord
from generator.reading.record_editor import RecordEditor
from generator.reading.rule import EVERY_KIND
from generator.reading.written_value import flow_text

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

_SEPARATORS = re.compile(r"[、，,；;]\s*")
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
        yield Finding(
            fault.place,
            message=f"“{record.label(fault.path)}”写成了{_given(fault.given)}",
            reason=f"这里要写成{wanted}。",
            hint=_hint(record, fault, wanted),
        )


def _bracketed(record: ParsedRecord, fault: KindFault) -> list[str]:
    """Give the items of a list of texts that was written between brackets of full width."""
    return bracketed_items(str(fault.given)) if isinstance(fault.given, str) and not _first_key(record, fault) else []


def _of_wide_brackets(record: ParsedRecord, fault: KindFault, items: list[str]) -> Finding:
    return Finding(
        fault.place,
        message=f"“{record.label(fault.path)}”的方括号和逗号是全角的",
        reason="程序只认半角的方括号、逗号加空格；全角的都是文字的一部分。",
        hint=f"写成“{fault.path[-1]}: {flow_text(items)}”。",
        edits=RecordEditor(record.document, record.model).set(fault.path, items),
        is_certain=True,
    )


def _given(value: object) -> str:
    if isinstance(value, dict):
        return "几个字段"
    return "一个列表" if isinstance(value, list) else "一段文字"


def _hint(record: ParsedRecord, fault: KindFault, wanted: str) -> str:
    key = next((step for step in reversed(fault.path) if isinstance(step, str)), "title")
    inner = _first_key(record, fault)
    value = fault.given
    if wanted == "一个列表":
        return f"在“{key}:”下面另起一行，{_items(value, inner)}。"
    if wanted == "几个字段":
        if isinstance(fault.path[-1], int):
            return f"每一项都写出字段名，例如“- {inner}: {_short(value)}”。"
        return f"在“{key}:”下面另起一行，行首空两格，例如“  {inner}: {_short(value)}”。"
    if isinstance(value, dict):
        first = next(iter(value), "")
        return f'把内容写成一段文字；文字里有英文冒号的，给整段加英文引号，例如 "{shorten(first)}: 内容"。'
    items = value if isinstance(value, list) else []
    texts = [text for text in items if isinstance(text, str)]
    if len(items) == len(texts) == 1:
        return f"去掉“- ”或方括号，写成“{key}: {shorten(texts[0])}”。"
    return f"去掉“- ”或方括号，连成一段，例如“{key}: {shorten('，'.join(texts)) or '示例'}”。"


def _first_key(record: ParsedRecord, fault: KindFault) -> str:
    """Name the first required key of the mapping that belongs here, or nothing."""
    field = record.labels.field_at(fault.path)
    model = inner_model(field.annotation) if field else None
    if model is None:
        return ""
    keys = list(record_fields(model))
    return next((key for key, inner in keys if inner.is_required()), keys[0][0])


def _items(value: object, inner: str) -> str:
    if isinstance(value, dict):
        return "每一项以“- ”开头，例如在第一个字段前加“  - ”，其余字段与它左对齐"
    texts = [shorten(text) for text in _SEPARATORS.split(str(value).strip()) if text][:2] or ["示例"]
    prefix = f"{inner}: " if inner else ""
    shown = "".join(f"“  - {prefix}{text}”" for text in texts)
    return f"每项一行，例如{shown}"


def _short(value: object) -> str:
    return shorten(value) if isinstance(value, str) and value.strip() else "示例"
