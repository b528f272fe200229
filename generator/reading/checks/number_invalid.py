"""数字写法不对。

检查什么：数值只写半角阿拉伯数字，可以有小数点和千分位逗号；约数词写进 qualifier，“万”“人次”等写进 unit。

为什么：只有纯数字才能比较和汇总；“余”“近”“万”分开写，印出来仍是原来的说法。

例子：

    outcomes:
      - what: 培训农户
        value: 500余
        unit: 人

应改为：

    outcomes:
      - what: 培训农户
        value: 500
        qualifier: 余
        unit: 人
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from generator.case.kinds import NUMBER_LENGTH
from generator.case.problem import ERROR
from generator.case.text import shorten
from generator.case.vocabulary import MULTIPLES
from generator.reading.certain_values import ROUND_WORDS, certain_number
from generator.reading.fault import NumberFault
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.record_editor import Edits
from generator.reading.rule import EVERY_KIND
from generator.reading.written_value import scalar_text

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

_CHANGE = re.compile(
    r"[从由自]?\s*(?P<old>.*?[^到至为→>])\s*"
    r"(?:(?:提[高升]|增[加长]?|上升|[升降减]|下降|降低|减少|缩短|扩大|发展|变)?(?:[到至为→]|[-—=]+>))\s*(?P<new>.+)"
)
"""A value before and one after, with the words between them."""


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word numbers that are not plain numbers."""
    for fault in record.faults("number-invalid", NumberFault):
        meant = certain_number(fault.written, is_whole=fault.is_whole)
        wanted = "整数" if fault.is_whole else "纯数字"
        hint, edits = _sure(record, fault, meant) if meant else _advice(record, fault)
        yield Finding(
            fault.place,
            message=f"“{record.label(fault.path)}”的“{shorten(fault.written)}”不是{wanted}",
            reason=_reason(fault),
            hint=hint,
            edits=edits,
            is_certain=meant is not None,
        )


def _reason(fault: NumberFault) -> str:
    if unicodedata.normalize("NFKC", fault.written) != fault.written and re.search("[０-９]", fault.written):
        return "数字要用半角的 0 到 9，这里用了全角数字。"
    if fault.is_whole:
        return "这里只能写半角的阿拉伯数字，不带小数和单位。"
    return "数值里只能有半角的阿拉伯数字、小数点和千分位逗号；约数词和单位另有字段。"


def _sure(record: ParsedRecord, fault: NumberFault, number: str) -> tuple[str, Edits]:
    return f"写成“{fault.path[-1]}: {_typed(record, fault, number)}”。", record.editor.set(fault.path, number)


def _advice(record: ParsedRecord, fault: NumberFault) -> tuple[str, Edits]:
    key, holder = str(fault.path[-1]), fault.path[:-1]
    plain = " ".join(unicodedata.normalize("NFKC", fault.written).split())
    found = _parts(record.programme.qualifier_words.names).fullmatch(plain) if len(plain) <= NUMBER_LENGTH * 2 else None
    if not found:
        if change := _change(record, fault, plain):
            return change
        more = "；变化以前的数写进 before，两个数用同一个单位" if key == "value" and _CHANGE.fullmatch(plain) else ""
        return f"写成阿拉伯数字，例如“{key}: {2024 if key == 'year' else 60 if fault.is_whole else 500}”{more}。", ()
    number = found["number"].partition(".")[0].replace(",", "").lstrip("-") if fault.is_whole else found["number"]
    if not _is_number(number):
        number = number.replace(",", "")
    parts, others = [f"写成“{key}: {_typed(record, fault, number)}”"], dict[str, str]()
    if not fault.is_whole:
        if qualifier := _round(found):
            name = "before_qualifier" if key == "before" else "qualifier"
            others[name] = qualifier
            parts.append(f"另写“{name}: {others[name]}”")
        if found["unit"]:
            others["unit"] = _unit(found["unit"], record.text(*holder, "unit"))
            parts.append(f"单位写成“unit: {scalar_text(others['unit'], in_flow=record.editor.is_in_flow(fault.path))}”")
    return "，".join(parts) + "。", _edits(record, fault, number, others)


def _change(record: ParsedRecord, fault: NumberFault, plain: str) -> tuple[str, Edits] | None:
    """Take apart a value that tells the one before it, too: 从不足4000元提高到22000元."""
    holder = fault.path[:-1]
    if fault.path[-1] != "value" or "before" not in record.labels.keys_at(holder) or record.get(*holder, "before"):
        return None
    parts = _parts(record.programme.qualifier_words.names)
    sides = _CHANGE.fullmatch(plain) if len(plain) <= NUMBER_LENGTH * 2 else None
    old, new = (parts.fullmatch(sides["old"]), parts.fullmatch(sides["new"])) if sides else (None, None)
    if not old or not new or old["unit"] not in ("", new["unit"]):
        return None
    number, before = (side["number"] if _is_number(side["number"]) else "" for side in (new, old))
    if not number or not before:
        return None
    others = {"before": before, "before_qualifier": _round(old), "qualifier": _round(new)}
    if new["unit"]:
        others["unit"] = _unit(new["unit"], record.text(*holder, "unit"))
    others = {key: text for key, text in others.items() if text}
    in_flow = record.editor.is_in_flow(fault.path)
    shown = "".join(f"“{key}: {scalar_text(text, in_flow=in_flow)}”" for key, text in others.items())
    return f"写成“value: {_typed(record, fault, number)}”，另写{shown}。", _edits(record, fault, number, others)


def _round(found: re.Match[str]) -> str:
    word = found["before"] or found["after"] or found["end"] or ""
    return ROUND_WORDS.get(word, word)


def _edits(record: ParsedRecord, fault: NumberFault, number: str, others: dict[str, str]) -> Edits:
    editor, holder = record.editor, fault.path[:-1]
    keys = record.labels.keys_at(holder)
    known = {key: text for key, text in others.items() if key in keys}
    present = {key: text for key, text in known.items() if record.get(*holder, key) is not None}
    added = {key: text for key, text in known.items() if key not in present}
    return (
        *editor.set(fault.path, number),
        *(edit for key, text in present.items() for edit in editor.set((*holder, key), text)),
        *(editor.add(holder, added) if added else ()),
    )


def _unit(written: str, known: str) -> str:
    """Give the unit of a number that was written with one: 万 with 人次 is 万人次, % is itself whatever is known."""
    if known.startswith(written) or not known:
        return known or written
    return f"{written}{known}" if written in MULTIPLES else written


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?", text) is not None


def _typed(record: ParsedRecord, fault: NumberFault, number: str) -> str:
    return scalar_text(number, in_flow=record.editor.is_in_flow(fault.path))


@cache
def _parts(qualifiers: tuple[str, ...]) -> re.Pattern[str]:
    """Make the pattern of a number with what belongs into other keys around it."""
    words = "|".join(map(re.escape, qualifiers)) or "(?!)"
    return re.compile(
        rf"(?P<before>{words}|超过|接近|大约|约为)?\s*(?P<number>-?[0-9][0-9,]*(?:\.[0-9]+)?)\s*"
        rf"(?P<after>{words}|来)?\s*(?P<unit>[^0-9]*?)\s*(?P<end>以上)?"
    )
