"""编号写法不对。

检查什么：编号（案例文件夹的名称）只用小写英文字母、数字和单个连字符，不超过 60 个字符；
index 和 con、nul 等系统保留的名称不能用。

为什么：编号是网址的一部分，定下后不再改；中文、空格、大写字母在网址里会变成乱码或打不开。

例子：

    replaced_by: 2025_Shili Dangke

应改为：

    replaced_by: 2025-shili-dangke
"""

import re
import unicodedata
from collections.abc import Iterator

from generator.case.kinds import ID_LENGTH, RESERVED_IDS
from generator.case.problem import ERROR
from generator.case.text import shorten
from generator.reading.fault import IdFault
from generator.reading.finding import Finding
from generator.reading.list_items import is_several
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

_EXAMPLE = "2025-shili-dangke"


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word ids that cannot be part of an address."""
    for fault in record.faults("id-invalid", IdFault):
        if is_several(fault.path, fault.written):
            continue
        written = str(fault.given)
        name = "案例文件夹的名称" if record.is_named_by_folder else "文件的名称"
        whose = name if fault.is_name else f"“{record.label(fault.path)}”的"
        yield Finding(
            fault.place,
            message=f"{whose}“{shorten(written)}”不能用作编号",
            reason=_reason(written),
            hint=_hint(written, "改名" if fault.is_name else "改"),
            edits=record.editor.set(fault.path, _kept(written)) if not fault.is_name and _kept(written) else (),
        )


def _reason(written: str) -> str:
    if written in RESERVED_IDS:
        return f"{written} 是网站自用或 Windows 系统保留的名称。"
    return f"编号是网址的一部分，只能用小写英文字母、数字和单个连字符，不超过 {ID_LENGTH} 个字符。"


def _hint(written: str, verb: str) -> str:
    """Suggest an id made from what was written, or an example where nothing of it can be kept."""
    kept = _kept(written)
    return f"{verb}为 {kept}。" if kept else f"{verb}为由年份和拼音组成的编号，例如 {_EXAMPLE}。"


def _kept(written: str) -> str:
    """Make an id of what was written; empty where no letter of it can be kept."""
    plain = unicodedata.normalize("NFKD", written).lower()
    kept = re.sub(r"[^a-z0-9]+", "-", plain)[:ID_LENGTH].strip("-")
    if kept in RESERVED_IDS:
        kept += "-anli"
    return kept if re.search("[a-z]", kept) else ""
