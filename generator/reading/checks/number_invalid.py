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

from generator.case.kinds import NUMBER_LENGTH
from generator.case.problem import ERROR
from generator.case.text import shorten
from generator.case.vocabulary import QUALIFIERS
from generator.reading.certain_values import certain_number
from generator.reading.fault import NumberFault
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.record_editor import RecordEditor
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

_WORDS = "|".join(QUALIFIERS)
_PARTS = re.compile(
    rf"(?P<before>{_WORDS}|超过|接近|大约|约为)?\s*(?P<number>-?[0-9][0-9,]*(?:\.[0-9]+)?)\s*"
    rf"(?P<after>{_WORDS}|来)?\s*(?P<unit>[^0-9]*?)\s*(?P<end>以上)?"
)
_MEANT = {"超过": "超", "接近": "近", "大约": "约", "约为": "约", "来": "多"}


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word numbers that are not plain numbers."""
    for fault in record.faults("number-invalid", NumberFault):
        meant = certain_number(fault.written, is_whole=fault.is_whole)
        wanted = "整数" if fault.is_whole else "纯数字"
        yield Finding(
            fault.place,
            message=f"“{record.label(fault.path)}”的“{shorten(fault.written)}”不是{wanted}",
            reason=_reason(fault),
            hint=f"写成“{fault.path[-1]}: {meant}”。" if meant else _hint(record, fault),
            edits=RecordEditor(record.document, record.model).set(fault.path, meant) if meant else (),
            is_certain=meant is not None,
        )


def _reason(fault: NumberFault) -> str:
    if unicodedata.normalize("NFKC", fault.written) != fault.written and re.search("[０-９]", fault.written):
        return "数字要用半角的 0 到 9，这里用了全角数字。"
    if fault.is_whole:
        return "这里只能写半角的阿拉伯数字，不带小数和单位。"
    return "数值里只能有半角的阿拉伯数字、小数点和千分位逗号；约数词和单位另有字段。"


def _hint(record: ParsedRecord, fault: NumberFault) -> str:
    key = fault.path[-1]
    plain = " ".join(unicodedata.normalize("NFKC", fault.written).split())
    found = _PARTS.fullmatch(plain) if len(plain) <= NUMBER_LENGTH * 2 else None
    if not found:
        return f"写成阿拉伯数字，例如“{key}: {2024 if key == 'year' else 60 if fault.is_whole else 500}”。"
    number = found["number"].partition(".")[0].replace(",", "").lstrip("-") if fault.is_whole else found["number"]
    parts = [f"写成“{key}: {number}”"]
    if not fault.is_whole:
        qualifier = found["before"] or found["after"] or found["end"]
        if qualifier:
            parts.append(f"另写“qualifier: {_MEANT.get(qualifier, qualifier)}”")
        unit = found["unit"]
        if unit:
            known = record.text(*fault.path[:-1], "unit")
            whole = known if known.startswith(unit) else f"{unit}{known}"
            parts.append(f"单位写成“unit: {whole}”")
    return "，".join(parts) + "。"
