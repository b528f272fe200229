"""编写人员的姓名没有本人同意。

检查什么：“编写人员”里写了姓名的，同时写了 agreed: true（本人同意）。

为什么：姓名是个人信息，公开要先取得本人同意。没有写 agreed: true 的姓名不会发布。

例子：

    credits:
    - role: 作者
      name: 甲示例

应改为：

    credits:
    - role: 作者
      name: 甲示例
      agreed: true
"""

from collections.abc import Iterator

from generator.case.kinds import is_yes
from generator.case.model import Case
from generator.case.problem import ERROR
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = ERROR
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find names whose bearers are not said to have agreed."""
    for index, _ in enumerate(record.items("credits")):
        path = ("credits", index, "name")
        if record.text(*path) and not is_yes(record.text("credits", index, "agreed")):
            yield Finding(
                record.place(*path),
                message=f"“{record.label(path)}”没有写明本人同意公开",
                reason="姓名是个人信息，公开要先取得本人同意；没有同意的姓名不会发布。",
                hint="取得本人同意后，加上一行 agreed: true；没有同意的，删去这一项。",
                edits=record.editor.set(("credits", index, "agreed"), "true"),
                alternatives=(record.editor.remove(("credits", index)),),
            )
