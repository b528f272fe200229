"""The words of the document that a problem is about: the sentence, and in it what is to be looked at."""

import re
from dataclasses import dataclass

import yaml

from generator.case.personal import mask_personal_data
from generator.case.problem import Place
from generator.outputs.report.excerpt import visible
from generator.reading.documents import Document
from generator.reading.fault import Path

_ENDS = re.compile(r"[。！？!?；;\n]")
_LONGEST = 120
_AROUND = 30
"""How much of a longer sentence is kept on each side."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence in three parts; the middle one is what it is about."""

    before: str = ""
    marked: str = ""
    """Empty where nothing is quoted."""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What stands at a place of a document."""

    path: Path
    text: str
    """The text of the value; empty where it is a key, a list or several values."""
    start: int = 0
    """Where in the text the place begins."""
    end: int = 0

    @property
    def quotation(self) -> Quotation:
        """The sentence that the place is in; what is personal in it is masked."""
        return sentence_of(self.text, self.start, self.end)


def written_at(document: Document, place: Place) -> Written:
    """Find what a place of a document is about."""
    start, end = document.span(place)
    path: Path = ()
    node = document.root
    while isinstance(node, yaml.CollectionNode):
        found = _child_at(document, node, start)
        if found is None:
            return Written(path, "")
        step, node, is_key = found
        path = (*path, step)
        if is_key:
            # A key with its place marked stands for its value, if that is one text.
            return (
                Written(path, node.value, 0, len(node.value))
                if isinstance(node, yaml.ScalarNode)
                else Written(path, "")
            )
    if not isinstance(node, yaml.ScalarNode):
        return Written(path, "")
    return Written(path, node.value, *_inside(document, node, start, end))


def _child_at(document: Document, node: yaml.CollectionNode, at: int) -> tuple[str | int, yaml.Node, bool] | None:
    """Give the step to the child in which an offset lies, the child, and whether it lies in its key."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                continue
            if document.offset(key.start_mark) <= at <= document.offset(key.end_mark):
                return key.value, value, True
            if document.offset(value.start_mark) <= at <= document.offset(value.end_mark):
                return key.value, value, False
        return None
    for index, item in enumerate(node.value):
        if document.offset(item.start_mark) <= at <= document.offset(item.end_mark):
            return index, item, False
    return None


def _inside(document: Document, node: yaml.ScalarNode, start: int, end: int) -> tuple[int, int]:
    """Find in a value what is marked in the file; all of it where it is written otherwise there."""
    marked = document.text[start:end]
    first = document.offset(node.start_mark)
    earlier = document.text[first:start].count(marked) if marked.strip() else 0
    at = -1
    for _ in range(earlier + 1):
        at = node.value.find(marked, at + 1) if marked.strip() else -1
        if at < 0:
            return 0, len(node.value)
    return at, at + len(marked)


def sentence_of(text: str, start: int, end: int) -> Quotation:
    """Cut the sentence out of a text in which a part of it stands."""
    before = text[:start]
    begins = max((match.end() for match in _ENDS.finditer(before)), default=0)
    finds_end = _ENDS.search(text, max(start, end - 1))
    ends = finds_end.end() if finds_end else len(text)
    head, marked, tail = text[begins:start], text[start:end], text[end : max(end, ends)]
    if len(head) + len(marked) + len(tail) > _LONGEST:
        head = head if len(head) <= _AROUND else f"…{head[-_AROUND:]}"
        tail = tail if len(tail) <= _AROUND else f"{tail[:_AROUND]}…"
        marked = marked if len(marked) <= _LONGEST else f"{marked[:_LONGEST]}…"
    return _masked(*(visible(part) for part in (head.lstrip(), marked, tail.rstrip())))


def _masked(before: str, marked: str, after: str) -> Quotation:
    """Mask what is personal, also where it is cut by the mark."""
    whole = before + marked + after
    masked = mask_personal_data(whole)
    if masked == whole:
        return Quotation(before, marked, after)
    if len(masked) == len(whole):
        return Quotation(
            masked[: len(before)], masked[len(before) : len(before) + len(marked)], masked[len(before) + len(marked) :]
        )
    return Quotation("", masked, "")
