"""记录是空的。

检查什么：文件里至少有一个字段。

为什么：空文件读不出案例，又占着一个编号。

例子：

    一个只有注释或空行的 case.yml。

应改为：

    title: 数字党课进社区
    task: 党建联建
    summary: 谁、在哪里、做了什么、结果怎样。
    university: 示例大学
    branch: 示例学院教师党支部
"""

import re
from collections.abc import Iterable, Iterator

from generator.case.problem import ERROR
from generator.case.required_keys import is_required
from generator.case.text import listing
from generator.reading.finding import Finding
from generator.reading.labels import record_fields
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

# Windows hides endings, so Notepad's `case.yml.txt` looks like `case.yml`.
_MEANT = re.compile(r"case\.ya?ml(?:\.txt)?|case\.txt")


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word records without a key."""
    for fault in record.faults("record-empty"):
        misnamed = "" if record.raw.data else _misnamed(record.files)
        if misnamed:
            yield Finding(
                fault.place,
                message="文件夹里没有 case.yml",
                reason=f"有一个名字相近的“{misnamed}”；程序只读 case.yml，大小写和后缀都要一样。",
                hint=f"把 {misnamed} 改名为 case.yml；看不见后缀时，先在资源管理器的“查看”里打开“文件扩展名”。",
            )
            continue
        fields = record_fields(record.model)
        required = [
            f"{key}（{field.title}）" for key, field in fields if is_required(record.model, key, record.programme)
        ]
        yield Finding(
            fault.place,
            message="记录是空的",
            reason="文件里没有任何字段，读不出内容。",
            hint=f"写上必填的字段：{listing(required)}，例如 title: 示例案例；还不打算写的，删去这个文件。",
        )


def _misnamed(files: Iterable[str]) -> str:
    """Name the file that was meant to be case.yml; empty where there is none."""
    return next((name for name in sorted(files) if _MEANT.fullmatch(name.lower())), "")
