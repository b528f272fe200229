"""记录的写法有误，读不下去。

检查什么：引号、括号成对，冒号后面有空格，同级的字段左对齐，列表项另起一行。

为什么：写法有误时，从这里往后都读不出来，其余的问题也要等改好之后才能检查。

例子：

    title: "{short}"专项行动案例

应改为：

    title: {name}案例
"""

import re
from collections.abc import Iterator

from generator.case.problem import ERROR
from generator.reading.fault import SyntaxFault
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND
from generator.reading.syntax_edits import is_closed, syntax_edits

SEVERITY = ERROR
APPLIES_TO = EVERY_KIND

_EXAMPLE = re.compile(r"例如 [^；。]*")
"""What a hint shows for any record, in whose place comes the line of this one."""
_LATER = "改好以后，才能检查其余的内容。"

WORDING = {
    "quote-open": (
        "英文引号没有结束",
        "从这里开始的引号到第 {noticed} 行还没有配对，后面的内容都被当成了引号里的文字。",
        "在这段文字末尾补上同样的引号，例如 title: {sign}示例案例{sign}；只是文字里的引号，改用中文引号“”。",
    ),
    "after-quote": (
        "引号或括号结束之后还有文字",
        "以英文引号或括号开头的内容，到配对的引号或括号就结束了，第 {noticed} 行后面多出了文字。",
        "把英文引号改成中文引号，例如 title: “一站式”服务；或给整段文字再加一层单引号，例如 title: '\"一站式\"服务'。",
    ),
    "escape": (
        "双引号里的反斜线写法不对",
        "英文双引号里，反斜线“\\”后面只能跟规定的几个字母。",
        "把外面的双引号改成单引号，例如 title: 'D:\\示例'；或把每个“\\”写成“\\\\”。",
    ),
    "bracket-open": (
        "方括号没有结束",
        "从这里开始的“[”到第 {noticed} 行还没有配上“]”。",
        "在末尾补上“]”，例如 keywords: [党建, 联建]；只是文字里的括号，给整段文字加英文引号。",
    ),
    "brace-open": (
        "花括号没有结束",
        "从这里开始的“{{”到第 {noticed} 行还没有配上“}}”。",
        "在末尾补上“}}”，例如 period: {{start: 2024, end: 2025}}；只是文字里的括号，给整段文字加英文引号。",
    ),
    "inside-brackets": (
        "括号里有一处读不懂",
        "从这里开始的括号里，有一处不是“字段: 内容”，或者引号后面多出了文字。",
        "检查括号里的每一项：各项用英文逗号隔开，英文引号成对，引号外面没有别的文字，例如 {{start: 2024, end: 2025}}。",
    ),
    "documents": (
        "一个文件里写了两份记录",
        "单独一行的“---”或“...”把文件分成了两份，一个文件只能有一份记录。",
        "删去第 {noticed} 行的“---”；下面是另一个案例的，连同内容移进它自己的文件夹，例如 cases/2025-shili/case.yml。",
    ),
    "colon-inside": (
        "文字里的英文冒号被当成了字段的冒号",
        "英文冒号加空格只用来隔开字段和内容，一行里只能有一处。",
        "把文字里的英文冒号改成中文冒号，例如 title: 进村入户：校地共建；或给整段文字加英文引号。",
    ),
    "colon-tight": (
        "英文冒号后面没有空格",
        "冒号后面没有空格，字段和内容就连成了一段文字，读不出字段。",
        "在冒号后面加一个空格，写成“{key}: ”。",
    ),
    "colon-missing": (
        "这一行读不出字段",
        "每一行要么是“字段: 内容”，要么是“- ”开头的列表项，要么是缩进在字段下面的文字，这一行都不是。",
        "补上字段名和英文冒号，例如 title: 示例案例；是正文的，行首加两个空格，放在“background: |”下面。",
    ),
    "indent-deep": (
        "这一行缩进得太多",
        "它比上一行的字段缩进得多，被当成上一行文字的延续，可是又有自己的冒号。",
        "删去行首多余的空格，与同级的字段左对齐；属于上一行那个字段的，上一行冒号后面不写内容，例如“period:”。",
    ),
    "indent": (
        "这一行的缩进对不齐",
        "同级的字段要左对齐，第 {noticed} 行和上面哪一级都对不齐。",
        "与同级的字段左对齐；下一级比上一级多两个空格，例如 period: 下面写“  start: 2024”。",
    ),
    "comma-extra": (
        "列表里多了一个英文逗号",
        "逗号隔开列表的各项，这个逗号前面没有内容。",
        "删去多余的逗号，例如 keywords: [党建, 科普]。",
    ),
    "dash-inside": (
        "列表项写在了字段的同一行",
        "以“- ”开头的列表项要另起一行。",
        "把“- ”移到下一行，行首空两格，例如 keywords: 下面写“  - 党建”；只是文字里的短横线，给整段文字加英文引号。",
    ),
    "dash-lost": (
        "列表项上面没有它的字段",
        "以“- ”开头的列表项要写在一个字段下面，这一行却和字段并列。",
        "在上面一行写出字段名，例如“keywords:”；或在行首加两个空格，放回上面的列表。",
    ),
    "block-header": (
        "“|”或“>”后面还有文字",
        "“|”和“>”表示正文从下一行开始，同一行后面不能再写文字。",
        "把文字移到下一行，行首空两格，例如 background: | 下面写“  正文”；只是文字开头的符号，给整段文字加英文引号。",
    ),
    "character": (
        "内容不能以“{sign}”开头",
        "“{sign}”在记录里另有用途，放在开头读不出来。",
        '给整段文字加上英文引号，例如 title: "{sign}示例"。',
    ),
    "not-mapping": (
        "记录里没有字段",
        "整个文件读成了一段文字或一个列表，没有“字段: 内容”。",
        "把每个字段写成一行，例如 title: 示例案例，英文冒号后面加一个空格。",
    ),
    "other": (
        "这里的写法读不懂",
        "第 {noticed} 行附近不符合记录的写法。",
        '检查这一行的冒号、引号和缩进，或给整段文字加上英文引号，例如 title: "示例案例"。',
    ),
}
"""Message, reason and hint by kind (see `generator.reading.syntax.KINDS`)."""


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Word what libyaml could not read."""
    for fault in record.faults("syntax-invalid", SyntaxFault):
        yield _finding(record, fault)


def _finding(record: ParsedRecord, fault: SyntaxFault) -> Finding:
    place = fault.place
    typed, edits, other = syntax_edits(record.document, fault)
    known = {
        "noticed": fault.noticed,
        "sign": place.excerpt[place.column - 1 :][:1].strip() or '"',
        "key": place.excerpt[: place.column - 1].strip(" -\t") or "title",
    }
    is_inside = fault.kind in ("bracket-open", "brace-open") and is_closed(fault)
    message, reason, hint = (text.format(**known) for text in WORDING["inside-brackets" if is_inside else fault.kind])
    if typed and fault.kind == "colon-missing":
        hint = (
            f"是正文的，写成“{typed}”，后面的各行也缩进两格；不是正文的，补上字段名和英文冒号，例如 title: 示例案例。"
        )
    elif typed:
        shown = f"写成“{typed}”" if "”“" in typed else f"写成 {typed}"
        hint = _EXAMPLE.sub(lambda _: shown, hint, count=1)
    return Finding(
        place,
        message=message,
        reason=f"{reason}{_LATER}",
        hint=hint,
        edits=edits,
        alternatives=(other,) if other else (),
    )
