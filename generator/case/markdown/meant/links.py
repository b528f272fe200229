"""Links, pictures and notes with a sign of full width: `[公告]（https://…）`, `！[图](图1.jpg)`, `[^1]：注`."""

import re

from generator.case.markdown.meant.line import Line
from generator.case.text import shorten

_MAY_BE = re.compile(r"\]（|［|！\[|\]：")
_BEGIN, _END = r"[\[［]", r"[\]］]"
_LINK = re.compile(
    rf"{_BEGIN}(?P<text>[^\[\]［］\n]+){_END}(?P<open>[(（])(?P<to>(?:https?://|mailto:)[^\s()（）]+)(?P<close>[)）])"
)
_PICTURE = re.compile(r"！\[(?P<alt>[^\[\]\n]*)\]\((?P<file>[^\s():/]+\.(?:jpe?g|png|webp|heic))\)", re.IGNORECASE)
_NOTE_MARK = re.compile(rf"{_BEGIN}[\^＾](?P<label>[^\[\]［］\s]{{1,20}}){_END}")
_NOTE = re.compile(r"[ \u3000]{0,3}(?P<mark>\[\^[^\[\]\s]{1,20}\])(?P<colon>[：:])[ \u3000]*(?=\S)")
_SHOWN = 40


def mend_links(lines: list[Line]) -> None:
    """Give links, pictures and notes the signs that Markdown knows; `kept` lines stay."""
    has_code = any("```" in line.text or "~~~" in line.text for line in lines)
    for line in lines:
        if line.kind == "kept" and not has_code and _NOTE.match(line.text):
            _mend_note(line, line.text)
        elif line.kind in ("plain", "item", "heading", "row") and _MAY_BE.search(line.text) and "`" not in line.text:
            _mend(line)


def _mend(line: Line) -> None:
    text = line.text
    for pattern, replacement, name in (
        (_LINK, r"[\g<text>](\g<to>)", "链接"),
        (_PICTURE, r"![\g<alt>](\g<file>)", "图片"),
        (_NOTE_MARK, r"[^\g<label>]", "脚注"),
    ):
        mended = pattern.sub(replacement, text)
        if mended != text:
            found = pattern.search(text)
            shown = found.expand(replacement) if found else ""
            line.become(mended, line.kind, f"按{name}排：{shorten(shown, _SHOWN)}")
            text = mended
    if line.kind == "plain":
        _mend_note(line, text)


def _mend_note(line: Line, text: str) -> None:
    note = _NOTE.match(text)
    if note and note["colon"] == "：":
        mended = f"{note['mark']}: {text[note.end() :]}"
        line.become(mended, "kept", f"按脚注排：{shorten(mended, _SHOWN)}")
