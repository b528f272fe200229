r"""记录读不出来：没有权限、磁盘读错，或者 case.yml 不是普通文件。

检查什么：每个案例文件夹都打得开，里面的 case.yml 是能读的普通文件，不是链接、文件夹或管道。
content 里的名称表、用语表这些清单，也要是能读的文件。

为什么：读不出来的记录检查不了，也发布不了。链接指向别处，程序不跟过去：它可能把这台电脑上的别的文件带进网站。

例子：

    case.yml 是指向“D:\旧案例\case.yml”的链接

应改为：

    把“D:\旧案例\case.yml”复制到案例的文件夹里，替换这个链接
"""

from collections.abc import Iterator, Mapping

from generator.case.problem import ERROR
from generator.reading.fault import RefusalFault
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.record import Refusal
from generator.reading.rule import EVERY_KIND

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

_WORDS: Mapping[Refusal, tuple[str, str, str]] = {
    "denied": (
        "没有权限读这条记录",
        "系统不许当前的用户打开这个文件夹或里面的 case.yml。",
        "在文件夹的“属性”里给自己加上“读取”权限，或者请管理员处理；文件正被别的程序独占时，先关掉那个程序。",
    ),
    "failed": (
        "这条记录读不出来",
        "系统读这个文件夹或里面的 case.yml 时出错，磁盘、U 盘或网络盘可能断开或损坏。",
        "重新接好磁盘或网络盘再检查一次；还是读不出来的，从备份里恢复 case.yml。",
    ),
    "link": (
        "case.yml 是链接，不是文件",
        "程序不跟着链接走：它可能指向这个项目以外的文件，也可能绕回自己。",
        "把链接指向的文件复制到这个文件夹里，名字写成 case.yml，替换这个链接。",
    ),
    "no-file": (
        "case.yml 不是文件",
        "这里叫 case.yml 的是文件夹、管道或设备，里面读不出文字。",
        "给它改个名字；用记事本新建 case.yml（编码 UTF-8），写上案例的内容。",
    ),
    "no-list": (
        "{name} 不是文件",
        "这里叫 {name} 的是文件夹、管道、设备，或者指不到文件的链接，里面读不出文字。",
        "给它改个名字，或者删去；要用的，用记事本新建 {name}（编码 UTF-8）。",
    ),
}


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word why a record was not read."""
    for fault in record.faults("record-unreadable", RefusalFault):
        name = record.path.rpartition("/")[2]
        message, reason, hint = (words.format(name=name) for words in _WORDS[fault.refusal])
        yield Finding(fault.place, message=message, reason=reason, hint=hint)
