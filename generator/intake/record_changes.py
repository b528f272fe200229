"""Changes of a record as its new text: every comment stays, and what says where a value comes from is renewed."""

import codecs
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import yaml

from generator.case.edit import Edit, apply_edits
from generator.case.model import Case
from generator.intake.merge import Change
from generator.intake.proposal import DOUBTFUL, Path
from generator.intake.writing import remarks
from generator.reading.documents import Document, parse_document
from generator.reading.record_editor import RecordEditor
from generator.reading.written_comments import written_comments
from generator.reading.written_nodes import WrittenNodes

_TO_CHECK = f"# {DOUBTFUL}"
_OURS = ("# 来自 ", _TO_CHECK)
"""Begin the comments that an import writes."""


def changed_record(document: Document, data: bytes, changes: Sequence[Change]) -> tuple[bytes, tuple[Change, ...]]:
    """Make changes one after the other.

    Args:
        document: the record, read from its bytes.
        data: its bytes.
        changes: in an order in which their paths hold.

    Returns:
        The new bytes, and the changes that could not be made without a change of something else.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    failed: list[Change] = []
    for change in changes:
        after = _changed(document, change)
        if after is None:
            failed.append(change)
        else:
            document = after
    return (mark + document.text.encode() if len(failed) < len(changes) else data), tuple(failed)


def _changed(document: Document, change: Change) -> Document | None:
    """Give the document after a change; None where another value would change too, or this one would not."""
    expected = _with(document.value, change.path, change.value)
    bare = document
    if change.value is None:
        bare = _edited(document, _without_remarks(document, _gone(expected, change.path)))
    editor = RecordEditor(bare, Case)
    edits = editor.remove(change.path) if change.value is None else editor.set(change.path, change.value)
    if not edits:
        return None
    after = _edited(bare, edits)
    if after.root is None and after.text.strip():
        return None
    if change.value is not None:
        after = _edited(after, _remarked(after, change))
    if any("#" in bare.text[edit.start : edit.end] for edit in edits):
        after = _edited(after, _put_back(bare, after, edits[0]))
    return after if after.value == expected else None


def _edited(document: Document, edits: Sequence[Edit]) -> Document:
    if not edits:
        return document
    breaks = WrittenNodes(document).line_break
    own = (replace(edit, text=edit.text.replace("\r\n", "\n").replace("\n", breaks)) for edit in edits)
    return parse_document(document.path, apply_edits(document.text, own).encode())


def _remarked(document: Document, change: Change) -> tuple[Edit, ...]:
    """Say above a value, or above the part or key that it is in, where it comes from; former words go."""
    if not change.said:
        return ()
    path, line, indent = _anchor(document, change.path)
    if line < 0:
        return ()
    start, lines = _above(document, line)
    # Of a part of what a doubt is about nobody knows whether it was that part.
    kept = [one.strip() for one in lines if one.strip().startswith(_TO_CHECK)] if path != change.path else []
    new = remarks(change.said, indent)
    new += [f"{indent}{one}" for one in kept if f"{indent}{one}" not in new]
    return (Edit(start, line, "".join(f"{one}\n" for one in new)),)


def _without_remarks(document: Document, path: Path) -> tuple[Edit, ...]:
    """Take what is said about a value that goes away."""
    anchor, line, _ = _anchor(document, path)
    if line < 0 or anchor != path:
        return ()
    start, lines = _above(document, line)
    return (Edit(start, line, ""),) if lines else ()


def _anchor(document: Document, path: Path) -> tuple[Path, int, str]:
    """Find the innermost of a value, its part and its key that begins a line; gives -1 where none does."""
    nodes = WrittenNodes(document)
    for around in (path[:2], path[:1]):
        found = nodes.find(around)
        if found.node is None or found.in_flow:
            continue
        if found.key is not None:
            start = nodes.start(found.key)
        elif isinstance(found.holder, yaml.SequenceNode):
            start = nodes.dash(found.holder, found.node)
        else:
            continue
        line = nodes.line_start(start)
        if not document.text[line:start].strip():
            return around, line, document.text[line:start]
    return path, -1, ""


def _above(document: Document, line: int) -> tuple[int, list[str]]:
    """Give the lines of ours directly above a line, and where they begin."""
    lines: list[str] = []
    while line > 0:
        before = document.text.rfind("\n", 0, line - 1) + 1
        if not document.text[before:line].strip().startswith(_OURS):
            break
        lines.insert(0, document.text[before:line])
        line = before
    return line, lines


def _put_back(before: Document, after: Document, edit: Edit) -> tuple[Edit, ...]:
    """Put comments that went with a value above where it was."""
    lost = Counter(written_comments(before)) - Counter(written_comments(after))
    kept = [one for one in lost.elements() if not one.startswith(_OURS)]
    if not kept:
        return ()
    nodes = WrittenNodes(before)
    line = nodes.line_start(edit.start)
    indent = before.text[line:].partition("\n")[0]
    indent = indent[: len(indent) - len(indent.lstrip())]
    # All before the first edit is as it was, but for what was said above it.
    common = _common(before.text[:line], after.text)
    return (Edit(common, common, "".join(f"{indent}{one}\n" for one in kept)),)


def _common(before: str, after: str) -> int:
    """Give where the lines that both texts begin with end."""
    same = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), None)
    end = min(len(before), len(after)) if same is None else same
    return after.rfind("\n", 0, end) + 1


def _gone(expected: Any, path: Path) -> Path:
    """Give what goes with a value: the list or mapping that would be empty without it."""
    value: Any = expected
    for at, step in enumerate(path[:-1]):
        if not isinstance(value, dict | list) or (isinstance(value, dict) and step not in value):
            return path[: at + 1]
        value = value[step]  # type: ignore[index]
    return path


def _with(value: Any, path: Path, new: Any) -> Any:
    """Give a copy of a record in which a value is what it is to be; what would be empty goes too."""
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items = list(value) if isinstance(value, list) else []
        inner = _with(items[step] if step < len(items) else None, rest, new) if rest else new
        if inner is None:
            return items[:step] + items[step + 1 :] or None
        return [*items[:step], inner, *items[step + 1 :]]
    pairs = dict(value) if isinstance(value, dict) else {}
    inner = _with(pairs.get(step), rest, new) if rest else new
    if inner is None:
        pairs.pop(step, None)
    else:
        pairs[step] = inner
    return pairs or None
