"""What to type where libyaml could not read on: for each kind of break the repair that is most likely meant."""

import re
from collections.abc import Callable, Mapping

from generator.case.edit import Edit
from generator.reading.documents import Document
from generator.reading.fault import SyntaxFault
from generator.reading.line_value import LineValue, value_at
from generator.reading.prose_nodes import PROSE_KEYS
from generator.reading.record_editor import Edits
from generator.reading.written_value import STEP, scalar_text

_OUTER = re.compile(r" *(?:- +)*")
_PROSE = re.compile(rf"(?P<key>{'|'.join(PROSE_KEYS)}):(?:\s+(?![>\"'\[{{])(?:\|[+-]?)?(?P<text>.*))?$")
_NEXT = re.compile(r"[A-Za-z_]+:(?:\s|$)|- ")
_KEY = re.compile(r"(?P<key>[A-Za-z_]+):(?:\s|$)", re.MULTILINE)

Typed = tuple[str, Edits, Edits]
"""The corrected line for the hint, what to type, and what else the hint offers; each may be empty."""

NOTHING: Typed = ("", (), ())


def syntax_edits(document: Document, fault: SyntaxFault) -> Typed:
    """Say what to type for a break of YAML; nothing for kinds where only the editor knows what was meant."""
    repair = _REPAIRS.get(fault.kind)
    return repair(document, fault) if repair else NOTHING


def _quoted(document: Document, fault: SyntaxFault) -> Typed:
    value = value_at(document, fault.place)
    # A line that begins with `%` is a directive; no quotes help it.
    is_directive = fault.place.excerpt.startswith("%")
    return (*value.replaced(value.text), ()) if value and not is_directive else NOTHING


def _closed_quote(document: Document, fault: SyntaxFault) -> Typed:
    value = value_at(document, fault.place)
    if not value or value.in_flow or value.text.count(value.text[0]) != 1:
        return NOTHING
    sign = value.text[0]
    return value.shown(value.text + sign), (Edit(value.end, value.end, sign),), ()


def _chinese_quotes(document: Document, fault: SyntaxFault) -> Typed:
    value = value_at(document, fault.place)
    if not value or value.in_flow:
        return NOTHING
    whole = value.replaced(value.text)[1]
    sign = value.text[0]
    if sign not in "\"'" or value.text.count(sign) % 2:
        return value.shown(scalar_text(value.text)), whole, ()
    parts = value.text.split(sign)
    text = "".join(part + ("“" if at % 2 == 0 else "”") for at, part in enumerate(parts[:-1])) + parts[-1]
    return (*value.replaced(text), whole)


def _single_quotes(document: Document, fault: SyntaxFault) -> Typed:
    value = value_at(document, fault.place)
    if not value or not re.fullmatch(r'"[^"]*"', value.text):
        return NOTHING
    inner = value.text[1:-1]
    written = "'" + inner.replace("'", "''") + "'"
    doubled = '"' + inner.replace("\\", "\\\\") + '"'
    return value.shown(written), (Edit(value.start, value.end, written),), (Edit(value.start, value.end, doubled),)


def is_closed(fault: SyntaxFault) -> bool:
    """Check whether a bracket that is said to be open has its other half on the line: something inside it is wrong."""
    opened = fault.place.excerpt[fault.place.column - 1 :]
    return opened[:1] not in ("[", "{") or ("]" if opened[0] == "[" else "}") in opened


def _closed_bracket(document: Document, fault: SyntaxFault) -> Typed:
    start, _ = document.span(fault.place)
    line = document.lines[fault.place.line - 1]
    value = value_at(document, fault.place)
    opened = line[fault.place.column - 1 :]
    if not value or opened.count("[") + opened.count("{") != 1 or is_closed(fault):
        return NOTHING
    written = re.sub(r"\s+#.*$", "", opened).rstrip()
    text = written.rstrip(",").rstrip() + ("]" if opened[0] == "[" else "}")
    return value.shown(text), (Edit(start, start + len(written), text),), ()


def _one_comma(document: Document, fault: SyntaxFault) -> Typed:
    start, _ = document.span(fault.place)
    line, column = document.lines[fault.place.line - 1], fault.place.column - 1
    gap = re.match(r",[ \t]*", line[column:])
    rest = column + (gap.end() if gap else 1)
    opened = max(line.rfind("[", 0, column), line.rfind("{", 0, column))
    value = value_at(document, document.place_at(fault.place.line - 1, opened)) if opened >= 0 else None
    shown = value.shown(line[opened:column] + line[rest:].rstrip()) if value else ""
    return shown, (Edit(start, start + rest - column, ""),), ()


def _one_document(document: Document, fault: SyntaxFault) -> Typed:
    """The second record goes, where it is one; else only the line between."""
    at = document.span(fault.place)[0] - fault.place.column + 1
    before, after = document.text[:at], document.text[at:]
    line = re.match(r".*(?:\r\n|[\r\n]|$)", after)
    is_another = {found["key"] for found in _KEY.finditer(before)} & {found["key"] for found in _KEY.finditer(after)}
    return "", (Edit(at, len(document.text) if is_another else at + (line.end() if line else 0), ""),), ()


def _chinese_colon(document: Document, fault: SyntaxFault) -> Typed:
    start, _ = document.span(fault.place)
    line = document.lines[fault.place.line - 1]
    rest = line[fault.place.column :]
    value = value_at(document, fault.place)
    if line[fault.place.column - 1 : fault.place.column] != ":":
        return NOTHING
    blanks = len(rest) - len(rest.lstrip())
    edits = (Edit(start, start + 1 + blanks, "："),)
    if not value or value.in_flow:
        return "", edits, ()
    within = start - value.start
    text = value.text[:within] + "：" + value.text[within + 1 + blanks :]
    return value.shown(text), edits, value.replaced(value.text)[1]


def _blank_behind_colon(document: Document, fault: SyntaxFault) -> Typed:
    behind = document.span(fault.place)[0] + 1
    return "", (Edit(behind, behind, " "),), ()


def _less_indent(document: Document, fault: SyntaxFault) -> Typed:
    """The line, with those that belong to it, goes under the line above."""
    lines, number = document.lines, fault.place.line - 1
    above = next((text for text in reversed(lines[:number]) if text.strip()), "")
    outer = _OUTER.match(above)
    wanted = len(outer[0]) if outer else 0
    start = document.span(fault.place)[0] - fault.place.column + 1
    now = len(lines[number]) - len(lines[number].lstrip(" "))
    below = lines[number + 1] if number + 1 < len(lines) else ""
    if wanted == now or len(below) - len(below.lstrip(" ")) > now:
        return NOTHING
    return "", (Edit(start, start + now, " " * wanted),), ()


def _next_line(document: Document, fault: SyntaxFault) -> Typed:
    """What follows a colon, or a `|`, goes to a line of its own."""
    value, line = value_at(document, fault.place), document.lines[fault.place.line - 1]
    if not value or value.in_flow or not value.key:
        return NOTHING
    outer = _OUTER.match(line)
    indent = " " * len(outer[0] if outer else "") + STEP
    line_break = "\r\n" if "\r\n" in document.text else "\n"
    return _moved_down(value, fault, f"{line_break}{indent}")


def _moved_down(value: LineValue, fault: SyntaxFault, gap: str) -> Typed:
    if fault.kind == "dash-inside" and value.key in PROSE_KEYS:
        return f"{value.key}: |”“  {value.text}", (Edit(value.start - 1, value.start, f" |{gap}"),), ()
    if fault.kind == "dash-inside":
        return f"{value.key}:”“  {value.text}", (Edit(value.start - 1, value.start, gap),), ()
    header = re.match(r"[|>][+-]?\s*", value.text)
    if not header:
        return NOTHING
    text = value.text[header.end() :]
    typed = f"{value.key}: |”“  {text}"
    return typed, (Edit(value.start, value.end, f"|{gap}{text}"),), value.replaced(value.text)[1]


def _prose_lines(document: Document, fault: SyntaxFault) -> Typed:
    """Lines that stand unindented below a text of several paragraphs become part of it, under its `|`."""
    lines, first = document.lines, fault.place.line - 1
    above = first - 1
    while above > 0 and not lines[above].strip():
        above -= 1
    opened = _PROSE.match(lines[above]) if above >= 0 else None
    if not opened or lines[first][:1].isspace():
        return NOTHING
    last = first
    while last + 1 < len(lines) and not _NEXT.match(lines[last + 1]):
        last += 1
    start = document.span(fault.place)[0] - fault.place.column + 1
    head = start - sum(len(text) + _break_length(document) for text in lines[above:first])
    begin = head + opened.end("key") + 1
    line_break = "\r\n" if "\r\n" in document.text else "\n"
    text = (opened["text"] or "").strip()
    edits = [Edit(begin, head + len(lines[above]), " |" + (f"{line_break}{STEP}{text}" if text else ""))]
    for line in lines[first : last + 1]:
        if line.strip():
            edits.append(Edit(start, start, STEP))
        start += len(line) + _break_length(document)
    return f"{opened['key']}: |”“  {lines[first].strip()[:20]}", tuple(edits), ()


def _break_length(document: Document) -> int:
    return 2 if "\r\n" in document.text else 1


_REPAIRS: Mapping[str, Callable[[Document, SyntaxFault], Typed]] = {
    "quote-open": _closed_quote,
    "after-quote": _chinese_quotes,
    "escape": _single_quotes,
    "bracket-open": _closed_bracket,
    "brace-open": _closed_bracket,
    "documents": _one_document,
    "colon-missing": _prose_lines,
    "colon-inside": _chinese_colon,
    "comma-extra": _one_comma,
    "colon-tight": _blank_behind_colon,
    "indent-deep": _less_indent,
    "indent": _less_indent,
    "dash-inside": _next_line,
    "block-header": _next_line,
    "character": _quoted,
}
