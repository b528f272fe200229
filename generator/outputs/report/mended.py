"""What can be mended, for the person who decides whether it is written; and what was read as meant."""

from collections.abc import Iterator, Mapping, Sequence

from generator.case.edit import apply_edits
from generator.case.repair import Repair
from generator.outputs.report.difference import difference, faint, render_hunk
from generator.outputs.report.excerpt import visible
from generator.reading.decoding import decode
from generator.reading.mending import Mended

_MOST_NAMED = 12
"""More things of one file than this are only counted; the lines show them all."""


def render_mended(mended: Mended, *, colour: bool = False) -> str:
    """Write what changes in one file: its path, what was mended, and the lines before and after."""
    lines = [mended.path]
    named = list(dict.fromkeys(f"第 {mend.place.line} 行：{mend.message}" for mend in mended.mends))
    lines += (f"  {visible(one)}" for one in named[:_MOST_NAMED])
    if len(named) > _MOST_NAMED:
        lines.append(f"  ……共 {len(named)} 处")
    lines += (f"    {line}" for line in _hunks(_text(mended.before), _text(mended.after), colour=colour))
    refused = (f"第 {one.place.line} 行：{visible(one.message)}" for one in mended.refused)
    lines += (f"  没有改：{one}（改了会多出别的错误）" for one in refused)
    return "\n".join(lines) + "\n"


def _text(data: bytes) -> str:
    return decode(data)[0]


def _hunks(before: str, after: str, *, colour: bool) -> Iterator[str]:
    for hunk in difference(before, after):
        yield faint(hunk.where, colour=colour)
        yield from render_hunk(hunk, colour=colour)


def render_repairs(repairs: Sequence[Repair], texts: Mapping[str, str], *, colour: bool = False) -> str:
    """Write a calm list of what was read as meant, by file and line, each before and after.

    Args:
        repairs: in the order of files and places.
        texts: the text of each file that is named, without a byte order mark.
        colour: whether the lines are coloured.
    """
    if not repairs:
        return "没有按本意读的写法：全部文字都是按原样读的。\n"
    lines = ["下面这些写法只可能有一种意思，已经按那个意思读；记录没有改动，其余文字都按原样读。"]
    path = ""
    for repair in repairs:
        if repair.path != path:
            path = repair.path
            lines += ("", path)
        lines.append(f"  第 {repair.place.line} 行：{visible(repair.message)}")
        for hunk in difference(texts[path], _after(repair, texts[path])):
            lines += (f"    {line}" for line in render_hunk(hunk, colour=colour))
    files = len({repair.path for repair in repairs})
    count = f"共 {len(repairs)} 处，在 {files} 个文件里。"
    lines += ("", f"{count}要把它们写进记录，运行 anliji fix：先看改动，再决定写不写。")
    return "\n".join(lines) + "\n"


def _after(repair: Repair, text: str) -> str:
    """Give a file's text as it would say what was read; unchanged where the file is another by now."""
    return apply_edits(text, repair.edits) if all(edit.end <= len(text) for edit in repair.edits) else text
