"""记录太大。

检查什么：一份 case.yml 不超过 512 KB，里面的字段和列表项不超过 5000 个。

为什么：一个案例通常两三千字；大到这个地步，多半是粘贴了图片数据、表格，或把许多案例写进了一个文件。

例子：

    几百个案例写在同一个 case.yml 里。

应改为：

    每个案例一个文件夹，例如 cases/2025-shili/case.yml；照片和附件作为文件放在旁边。
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.reading.fault import BytesFault, LimitFault
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word too many bytes or nodes."""
    for fault in record.faults("record-too-large", LimitFault):
        if isinstance(fault, BytesFault):
            message = f"记录有 {-(-fault.size // 1024)} KB，最多 {fault.limit // 1024} KB"
        else:
            message = f"记录的字段和列表项超过了 {fault.limit} 个"
        yield Finding(
            fault.place,
            message=message,
            reason="一个案例通常只有几千字；这么大的多半粘贴了图片数据或表格，或写进了许多案例。",
            hint="删去不属于这个案例的内容；照片、表格另存为文件放在同一文件夹，只写文件名，例如 file: photo-1.jpg。",
        )
