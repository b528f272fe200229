r"""文字里有只是看着像汉字的字符。

检查什么：文字里没有部首字符（U+2E80 到 U+2FDF）、笔画字符和兼容汉字，它们看着和汉字一样，却是别的字符。

为什么：它们多半是从 PDF 里复制来的。案例仍按本来的汉字查找、排序和归类，可是记录拿到别处就查不到、对不上。
运行 anliji fix 可以一次改好。

例子：

    title: ⻓江⼤⼭⻛⺠

应改为：

    title: 长江大山风民
"""

from collections.abc import Iterator

from generator.case.problem import WARNING
from generator.reading.finding import Finding
from generator.reading.odd_findings import OddCharacters, odd_findings
from generator.reading.parsed_record import ParsedRecord
from generator.reading.rule import EVERY_KIND

SEVERITY = WARNING
APPLIES_TO = EVERY_KIND

_SHOWN = 8
"""The most characters that a hint shows."""


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find the texts with characters that are read as others, which they look like."""
    yield from odd_findings(record, ("look-alike",), _worded)


def _worded(odd: OddCharacters) -> tuple[str, str, str]:
    pairs = dict(zip(odd.written, odd.meant, strict=True))
    more = "等" if len(pairs) > _SHOWN else ""
    written, meant = ("".join(list(some)[:_SHOWN]) for some in (pairs, pairs.values()))
    return (
        f"{odd.subject}里有 {len(odd.written)} 个只是看着像汉字的字符（{odd.named}）",
        f"它们多半是从 PDF 里复制来的，不是汉字；已按汉字读作“{meant}”{more}，但记录拿到别处会查不到。",
        f"把“{written}”{more}重新输入为“{meant}”{more}；或运行 anliji fix，一次改好。",
    )
