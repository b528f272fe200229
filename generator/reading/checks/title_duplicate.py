"""两个案例的标题相同。

检查什么：没有撤下的记录，标题各不相同。空格、全角和半角、
引号的样子、末尾的标点不同的，算相同。

为什么：目录、列表和引文里只看得到标题，相同就分不清；同一个案例也常常被报送两次。
草稿与已发布的案例标题相同时，问题算在草稿上，不妨碍生成网站。

例子：两个文件夹里的 case.yml 都写着

    title: 党建引领乡村振兴

应改为：

    title: 茶山上的{actor}：校地联建带动茶产业
"""

from functools import lru_cache

from generator.case.model import Case
from generator.case.problem import ERROR
from generator.case.spelling import compared_title
from generator.reading.all_records import AllRecords, OwnedFindings
from generator.reading.finding import Finding

SEVERITY = ERROR
APPLIES_TO = (Case,)

REPORTED_TWICE = (
    "同一个案例报送了两次的，没有发布过的一个删去它的文件夹，发布过的改成 status: withdrawn，"
    "另写 withdrawn_reason: 重复报送"
)
"""What to do with one of two records of the same work."""


def check_all(records: AllRecords) -> OwnedFindings:
    """Find titles that an earlier record has, or a published one; withdrawn records do not count."""
    first: dict[str, tuple[str, str]] = {}
    for case in records.finished_first:
        title = _compared(case.title)
        if not title or case.state == "withdrawn":
            continue
        if title in first:
            yield (
                case,
                Finding(
                    case.title_place,
                    message="“标题”与另一个案例相同",
                    reason=f"{first[title][0]} 的标题也是“{first[title][1]}”。",
                    hint="改成能看出是哪所学校、哪件事的标题，例如“茶山上的课堂：校地共建带动茶产业”；"
                    f"{REPORTED_TWICE}。",
                ),
            )
        first.setdefault(title, (case.path, case.title))


# A preview asks again after each change, and nearly all titles are what they were.
_compared = lru_cache(maxsize=2**15)(compared_title)
