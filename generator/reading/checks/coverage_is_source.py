"""媒体报道已经写在出处里。

检查什么：“媒体报道”的网址，没有写进“出处”；网址只差 http 与 https、末尾斜杠或“#”后面的部分的，算相同。

为什么：出处是记录所依据的报道，媒体报道是另外的反响。同一篇写两处，读者会以为有两篇。

例子：

    sources:
    - title: 示例大学把监测站建到渠口
      url: https://news.example.com/1.html
    coverage:
    - medium: 示例新闻网
      title: 示例大学把监测站建到渠口
      url: https://news.example.com/1.html

应改为：

    sources:
    - title: 示例大学把监测站建到渠口
      url: https://news.example.com/1.html
"""

from collections.abc import Iterator

from generator.case.model import Case
from generator.case.problem import WARNING
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord

SEVERITY = WARNING
APPLIES_TO = (Case,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find reports that are a source, or a report that is listed already."""
    if not record.items("coverage"):
        return
    seen: dict[str, str] = {}
    for key in ("sources", "coverage"):
        for index, _ in enumerate(record.items(key)):
            path = (key, index, "url")
            url = _folded(record.text(*path))
            if not url:
                continue
            if key == "coverage" and url in seen:
                line = record.place(*path).line
                yield Finding(
                    record.place(*path),
                    message=f"“{record.label(path)}”与“{seen[url]}”的网址相同",
                    reason="出处是记录所依据的报道，媒体报道是另外的；同一篇写两处，读者会以为有两篇。",
                    hint=f"删去第 {line} 行所在的这一项；两篇不同的，把 url: 改成各自的网址。",
                    edits=record.editor.remove((key, index)),
                )
            seen.setdefault(url, record.label((key, index)))


def _folded(url: str) -> str:
    return url.partition("#")[0].partition("://")[2].rstrip("/")
