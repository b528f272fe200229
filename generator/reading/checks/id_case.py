"""两个编号只有大小写不同。

检查什么：案例的文件夹名（案例集的文件名）去掉大小写的区别以后，仍然各不相同。

为什么：在 Windows 上大小写不同的两个名字是同一个文件，后写的会盖掉先写的；在网站上却是两个网址。

例子：cases 里既有 2025-sl-tea，又有 2025-SL-Tea。

应改为：2025-sl-tea 和 2025-sl-tea-2。
"""

from collections.abc import Iterable, Iterator

from generator.case.model import Case, Collection
from generator.case.problem import ERROR, Place
from generator.reading.all_records import AllRecords, OwnedFindings, Owner
from generator.reading.finding import Finding

SEVERITY = ERROR
APPLIES_TO = (Case, Collection)


def check_all(records: AllRecords) -> OwnedFindings:
    """Find ids that an earlier record, or collection, has in other letters."""
    yield from _same((case.id, case) for case in records.finished_first)
    yield from _same((record.id, record) for record in records.collections)


def _same(owners: Iterable[tuple[str, Owner]]) -> Iterator[tuple[Owner, Finding]]:
    first: dict[str, str] = {}
    for name, owner in owners:
        other = first.setdefault(name.lower(), name)
        if other != name:
            yield (
                owner,
                Finding(
                    Place(1, 1),
                    message=f"编号“{name}”与“{other}”只有大小写不同",
                    reason=f"在 Windows 上 {name} 和 {other} 是同一个名字，后写的会盖掉先写的。",
                    hint=f"把其中一个改成另一个全部小写的名字，例如 {name.lower()}-2。",
                ),
            )
