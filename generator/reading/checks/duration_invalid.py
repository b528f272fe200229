"""时长写法不对。

检查什么：视频的“时长”写成“分:秒”或“时:分:秒”，也可以写“5分30秒”；只写一个数的算分钟。不超过 24 小时。

为什么：时长印在视频标题的后面，读者据此决定看不看；写法不一就分不清是分还是秒。

例子：

    videos:
    - title: 渠边的课堂
      link: https://video.example.edu.cn/1
      length: 五分半

应改为：

    videos:
    - title: 渠边的课堂
      link: https://video.example.edu.cn/1
      length: 5:30
"""

from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.case.text import shorten
from generator.reading.fault import ValueFault
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word durations that cannot be read."""
    for fault in record.faults("duration-invalid", ValueFault):
        yield Finding(
            fault.place,
            message=f"“{record.label(fault.path)}”的“{shorten(fault.written)}”不是时长",
            reason="时长写成“分:秒”或“时:分:秒”，秒和分都不超过 59，总共不超过 24 小时。",
            hint=f"写成这样：{fault.path[-1]}: 5:30（五分三十秒）；不知道时长的，删去这一行。",
            edits=record.editor.remove(fault.path),
        )
