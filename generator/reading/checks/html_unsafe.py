"""正文里有不能用的 HTML 标签。

检查什么：正文（背景与问题、主要做法、工作成效、经验启示，案例集的前言和后记）用 Markdown 写，
除 <br>、<sub>、<sup> 外不用 HTML 标签。

为什么：HTML 可以藏脚本，印刷时也没有意义；从网页或 Word 粘贴时常会带进来。
程序不执行这些标签，而是当文字显示。

例子：

    approach: |
      {actor}开展了 <b>“茶山课堂”</b> 活动。

应改为：

    approach: |
      {actor}开展了 **“茶山课堂”** 活动。
"""

import re
from collections.abc import Iterator
from functools import partial

from generator.case.edit import Edit
from generator.case.model import Case, Collection
from generator.case.problem import ERROR, Place
from generator.case.prose import Node
from generator.reading.fault import Path
from generator.reading.finding import Finding, first_findings
from generator.reading.parsed_record import ParsedRecord
from generator.reading.prose_nodes import Finder, prose_nodes
from generator.reading.record_editor import Edits

SEVERITY = ERROR
APPLIES_TO = (Case, Collection)

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_INSTEAD = {
    ("b", "strong"): "写成 **文字**",
    ("i", "em"): "写成 *文字*",
    ("s", "del", "strike"): "写成 ~~文字~~",
    ("a",): "写成 [文字](https://网址)",
    ("img",): "写成 ![替代文字](文件名.jpg)，并把文件写进 photos（照片）",
    ("h1", "h2", "h3", "h4", "h5", "h6"): "写成另起一行的 ### 小标题",
    ("ul", "ol", "li"): "写成每行以 - 开头的列表",
    ("table", "tr", "td", "th"): "写成 | 甲 | 乙 | 这样的表格",
    ("hr",): "写成单独一行 ---",
    ("br", "sub", "sup"): "写完整，例如 <sub>2</sub>，并且写在文字中间",
}

_SIGNS = {"b": "**", "strong": "**", "i": "*", "em": "*", "s": "~~", "del": "~~", "strike": "~~"}
_WHOLE = frozenset(("script", "style", "iframe", "object", "embed", "svg", "form"))


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find raw HTML that the prose does not take; the end of a tag already reported is left out."""
    finder = Finder(record)
    for path, nodes in prose_nodes(record, "html", lambda source: "<" in source):
        yield from first_findings(_without_ends(nodes), partial(_word, record, finder, path))


def _without_ends(nodes: list[Node]) -> list[Node]:
    kept: list[Node] = []
    opened: set[str] = set()
    for node in nodes:
        name = _name(node)
        if not (node.text.startswith("</") and name in opened):
            kept.append(node)
        opened.add(name)
    return kept


def _name(node: Node) -> str:
    found = _TAG.match(node.text)
    return found[1].lower() if found else ""


def _word(record: ParsedRecord, finder: Finder, path: Path, node: Node) -> Finding:
    name = _name(node)
    piece = node.text.partition("\n")[0].partition(">")[0] + ">" if name else node.text[:4]
    place = finder.place(path, piece)
    return Finding(
        place,
        edits=_edits(record, path, place, node.text),
        message=f"“{record.label(path)}”里有 HTML " + (f"标签 <{name}>" if name else "注释或声明"),
        reason="正文用 Markdown 写，只有 <br>、<sub>、<sup> 三个标签能用；别的标签会原样显示成文字。",
        hint=_hint(name),
    )


def _hint(name: str) -> str:
    if not name:
        return "删去 <! 到 > 之间的内容。"
    if name in _WHOLE:
        return f"删去从 <{name}> 到 </{name}> 的全部内容。"
    instead = next((words for names, words in _INSTEAD.items() if name in names), "")
    if instead:
        return f"{instead}。"
    return f"删去 <{name}> 和 </{name}>，只留中间的文字；确实要显示尖括号的，写成〈{name}〉。"


def _edits(record: ParsedRecord, path: Path, place: Place, tag: str) -> Edits:
    """Write a pair of tags as Markdown does, or take it out; nothing where what is meant is no pair of signs."""
    text, start = record.document.text, record.document.span(place)[0]
    opening, end_of_value = tag.partition("\n")[0].partition(">")[0], start + len(record.text(*path)) * 2
    if not text.startswith(opening, start):
        return ()
    found = _TAG.match(tag)
    name = found[1].lower() if found else ""
    if not found:
        close = text.find("-->" if tag.startswith("<!--") else ">", start, end_of_value)
        return (Edit(start, close + (3 if tag.startswith("<!--") else 1), ""),) if close >= 0 else ()
    end = text.find(">", start, end_of_value) + 1
    closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, end, end_of_value)
    if name in _WHOLE:
        return (Edit(start, closing.end(), ""),) if closing else ()
    sign = _SIGNS.get(name, None if any(name in names for names in _INSTEAD) else "")
    if sign is None or not end:
        return ()
    return (Edit(start, end, sign), *((Edit(closing.start(), closing.end(), sign),) if closing else ()))
