"""What is written in an Office document, wherever in it: text, notes, comments, hidden sheets, properties."""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping

from generator.case.personal import find_personal_data
from generator.making.office.package import SIGNATURES, UnreadableError, is_package, is_xml, read_parts
from generator.making.office.xml_text import rows_of, shared_strings, text_of, texts_beside_cells, walk_xml
from generator.reading.record import Passage

_DEEPEST = 2
"""How deep documents in documents are looked into."""
_WHERE = (
    (r"word/document", "正文"),
    (r"word/(header|footer)", "页眉页脚"),
    (r"word/(foot|end)notes", "脚注"),
    (r".*comment", "批注"),
    (r".*(people|person|author)", "批注者的名单"),
    (r"ppt/notesSlides/", "演讲者备注"),
    (r"docProps/", "文件属性"),
    (r"xl/.*rels|word/.*rels|ppt/.*rels|_rels", "链接"),
    (r".*charts?/", "图表"),
)
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")
_WITHOUT_TEXT = re.compile(r"(?:word|xl|ppt)/(?:theme/|styles|fontTable|webSettings|slideMasters/_rels|calcChain)")
_REVISIONS = frozenset(
    ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "rPrChange", "pPrChange", "tblPrChange")
)


def passages_of(parts: Mapping[str, bytes], depth: int = 0) -> Iterator[Passage]:
    """Give those texts of a document in which something personal is, with where they are in words.

    Raises:
        UnreadableError: a part is damaged.
    """
    yield from _sheet_passages(parts)
    for name, data in parts.items():
        if is_package(data) and depth < _DEEPEST:
            try:
                inside = list(passages_of(read_parts(data), depth + 1))
            except UnreadableError:
                # What is embedded may be of any kind.
                continue
            yield from (Passage(f"嵌入的文件的{passage.where}", passage.text) for passage in inside)
        elif is_xml(name) and not (
            _SHEET.fullmatch(name) or _WITHOUT_TEXT.match(name) or name == "xl/sharedStrings.xml"
        ):
            text = text_of(data)
            if find_personal_data(text):
                yield Passage(_where(name), text)
        elif not is_xml(name) and b"\0" not in data:
            # Word shows web pages and plain text that lie in a document; other parts nobody sees, but anybody finds.
            text = data.decode("utf-8", "replace")
            if find_personal_data(text):
                yield Passage(f"里面的 {posixpath.basename(name)} ", text)


def _where(name: str) -> str:
    slide = _SLIDE.fullmatch(name)
    if slide:
        return f"第 {slide[1]} 张幻灯片"
    return next((words for pattern, words in _WHERE if re.match(pattern, name)), "其他部分")


def _sheet_passages(parts: Mapping[str, bytes]) -> Iterator[Passage]:
    """Give the rows of a workbook's sheets, and the texts that no cell shows any more."""
    strings = shared_strings(parts["xl/sharedStrings.xml"]) if "xl/sharedStrings.xml" in parts else []
    used: set[int] = set()
    titles = dict(sheets_of(parts))
    for name in filter(_SHEET.fullmatch, parts):
        title = titles.get(name, ("", False))[0] or posixpath.basename(name)
        for number, text in rows_of(parts[name], strings, used):
            if find_personal_data(text):
                yield Passage(f"工作表“{title}”第 {number} 行", text)
        beside = "\n".join(texts_beside_cells(parts[name]))
        if find_personal_data(beside):
            yield Passage(f"工作表“{title}”的页眉页脚或输入提示", beside)
    unused = "，".join(string for index, string in enumerate(strings) if index not in used)
    if find_personal_data(unused):
        yield Passage("已经不显示的文字", unused)


def sheets_of(parts: Mapping[str, bytes]) -> Iterator[tuple[str, tuple[str, bool]]]:
    """Give the sheets of a workbook by part: their title, and whether they are hidden."""
    targets = _targets(parts.get("xl/_rels/workbook.xml.rels", b""), "xl")
    found: list[tuple[str, tuple[str, bool]]] = []

    def begin(name: str, given: dict[str, str]) -> None:
        if name == "sheet":
            part = targets.get(given.get("id", ""), "")
            found.append((part, (given.get("name", ""), given.get("state", "visible") != "visible")))

    _walk(parts.get("xl/workbook.xml", b""), begin)
    yield from found


def kept_inside(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """Name what cannot be taken out of a document without harm, in words."""
    found = [f"隐藏的工作表“{title}”" for _, (title, is_hidden) in sheets_of(parts) if is_hidden]
    if any(_has_revisions(data) for name, data in parts.items() if re.fullmatch(r"word/[^/]+\.xml", name)):
        found.append("修订记录（谁在什么时候改了什么，包括删去的文字）")
    if any(name.startswith("xl/revisions/") for name in parts):
        found.append("共享工作簿的修订记录")
    hidden = [slide[1] for name, data in parts.items() if (slide := _SLIDE.fullmatch(name)) and _is_hidden_slide(data)]
    if hidden:
        found.append(f"隐藏的第 {'、'.join(sorted(hidden, key=int))} 张幻灯片")
    if any(name.startswith(SIGNATURES) for name in parts):
        found.append("数字签名")
    return tuple(found)


def _has_revisions(data: bytes) -> bool:
    found: set[str] = set()
    _walk(data, lambda name, given: found.add(name) if name in _REVISIONS and "author" in given else None)
    return bool(found)


def _is_hidden_slide(data: bytes) -> bool:
    shown: list[str] = []
    _walk(data, lambda name, given: shown.append(given.get("show", "1")) if name == "sld" else None)
    return shown[:1] in (["0"], ["false"])


def _targets(data: bytes, folder: str) -> dict[str, str]:
    found: dict[str, str] = {}

    def begin(name: str, given: dict[str, str]) -> None:
        if name == "Relationship":
            target = given.get("Target", "")
            path = target.removeprefix("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
            found[given.get("Id", "")] = path

    _walk(data, begin)
    return found


def _walk(data: bytes, begin: Callable[[str, dict[str, str]], object]) -> None:
    if data:
        walk_xml(data, begin, lambda _: None, lambda _: None)
