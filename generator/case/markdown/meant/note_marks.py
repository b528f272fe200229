"""Numbers of notes that came along as plain figures: `形成了工作办法。1`, with the note's text at the page's foot."""

import re

from generator.case.markdown.meant.line import BLANK, Line, Question

_MARK = re.compile(r"(?<=[。！？])([”’」』]?)([0-9]{1,2})[ \t]*$")


_FAR = 200
"""A page has fewer lines."""


def ask_about_note_marks(lines: list[Line]) -> None:
    """Ask about figures right behind a sentence's end, and take the text at the foot that begins with the same one."""
    written = {line.bare for line in lines if line.bare.startswith("[^")}
    for index, line in enumerate(lines):
        found = _MARK.search(line.text[-8:]) if line.kind in ("plain", "item") and not line.question else None
        if not found:
            continue
        number = found[2]
        if any(note.startswith(f"[^{number}]") for note in written):
            continue
        text = f"{line.text[: len(line.text.rstrip(BLANK)) - len(number)]}[^{number}]"
        foot = _foot(lines, index, number)
        for one, _, _ in foot:
            one.kind = "kept"
        offer = ((line, text, False), *foot) if foot else ((line, line.text, False),)
        line.question = Question("note", offer)


def _foot(lines: list[Line], index: int, number: str) -> tuple[tuple[Line, str, bool], ...]:
    """Find a note's text below: on the line of its number, or on the next one that is not blank."""
    for at in range(index + 1, min(len(lines), index + _FAR)):
        line = lines[at]
        if line.kind != "plain":
            continue
        if line.bare == number:
            body = next((one for one in lines[at + 1 :] if one.kind != "blank"), None)
            if body is not None and body.kind == "plain":
                return (line, "", False), (body, f"[^{number}]: {body.bare}", False)
        found = re.match(rf"{number}[{BLANK}]+(?=[^\W\d])", line.bare)
        if found and (at == len(lines) - 1 or lines[at + 1].kind in ("blank", "mark")):
            return ((line, f"[^{number}]: {line.bare[found.end() :]}", False),)
    return ()
