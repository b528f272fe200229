"""Prose as the book's templates see it: the tree as plain lists, with notes where they are called."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from generator.case.kinds import is_link
from generator.case.prose import Node, lift_images, plain_text
from generator.outputs.book.table_data import Piece, is_whole, table_data
from generator.outputs.book.typeset_text import plain_url, settable

HIGHEST = 4
"""The level of the highest heading in prose: parts are 1, cases 2, a case's sections 3."""
_DEEPEST = 6
_INDENT = re.compile("^ +", re.MULTILINE)


def passage(nodes: Iterable[Node], photos: Mapping[str, Any] | None = None, *, above: int = HIGHEST - 1) -> list[Piece]:
    """Turn prose into data.

    Headings take levels without a gap, as PDF/UA asks. Notes come where they are first called; one that is called only
    from a table's head or from another note, where no footnote is possible, comes last. Links there carry `flat`.

    Args:
        nodes: the prose.
        photos: the data of each picture, by its file's name; one that is not there is replaced by its alternative text.
        above: the level of the heading over the passage.
    """
    tree = lift_images(nodes)
    notes = {note.number: note for block in tree if block.kind == "notes" for note in block.children}
    setter = _Setter(notes, photos or {}, above)
    pieces = setter.blocks(tree)
    left = [number for number in notes if number not in setter.called]
    pieces += [setter.left_note(number) for number in left]
    for piece in setter.again:
        piece["left"] = piece["number"] not in setter.called
    return pieces


@dataclass
class _Setter:
    notes: Mapping[int, Node]
    photos: Mapping[str, Any]
    above: int
    outer: list[int] = field(default_factory=list)
    """The levels, as written, of the headings that the present one is under."""
    called: set[int] = field(default_factory=set)
    """The notes that are set as footnotes."""
    again: list[dict[str, Any]] = field(default_factory=list)
    """Calls of notes that are footnotes elsewhere, or left for the end."""
    flat: bool = False
    """Whether no footnote is possible here."""
    tables: int = 0
    """How many there were so far."""
    repeated: bool = False
    """Whether this is set again on later pages, where PDF/UA takes no link either."""

    def blocks(self, nodes: Iterable[Node]) -> list[Piece]:
        pieces: list[Piece] = []
        for node in nodes:
            piece = self.piece(node)
            if isinstance(piece, str) and pieces and isinstance(pieces[-1], str):
                pieces[-1] += piece
            elif piece:
                pieces.append(piece)
        _pull(pieces)
        return pieces

    def piece(self, node: Node) -> Piece:
        draw = _DRAWN.get(node.kind)
        return draw(self, node) if draw else {"kind": node.kind, "children": self.blocks(node.children)}

    def set_text(self, node: Node) -> Piece:
        return settable(node.text)

    def set_code(self, node: Node) -> Piece:
        if not node.text.endswith("\n"):
            return {"kind": "code", "text": settable(node.text)}
        # Blanks at a line's start would be lost in running text.
        lines = (
            _INDENT.sub(lambda blanks: "\N{NO-BREAK SPACE}" * len(blanks[0]), line) for line in node.text.splitlines()
        )
        return self.in_note({"kind": "code-block", "lines": [settable(line) for line in lines]})

    def set_quote(self, node: Node) -> Piece:
        return self.in_note({"kind": "quote", "children": self.blocks(node.children)})

    def in_note(self, piece: dict[str, Any]) -> Piece:
        """Mark what keeps no distance to the line above it, which may be that of its note's number."""
        return piece | {"flat": True} if self.flat else piece

    def set_image(self, node: Node) -> Piece:
        photo = self.photos.get(node.url)
        return {"kind": "photo", "photo": photo} if photo is not None else settable(node.text)

    def set_heading(self, node: Node) -> Piece:
        """Set a heading; PDF/UA takes none without words, none in a note, and no picture in one."""
        words = [child for child in node.children if child.kind != "image" or child.url not in self.photos]
        pictures = self.blocks(child for child in node.children if child not in words)
        if not _has_words(plain_text(words)):
            return {"kind": "span", "children": pictures} if pictures else ""
        if self.flat:
            heading: Piece = {"kind": "paragraph", "children": [{"kind": "strong", "children": self.blocks(words)}]}
        else:
            heading = {"kind": "heading", "level": self.level(node.level), "children": self.blocks(words)}
        return {"kind": "span", "children": [heading, *pictures]} if pictures else heading

    def level(self, written: int) -> int:
        while self.outer and self.outer[-1] >= written:
            self.outer.pop()
        self.outer.append(written)
        return min(_DEEPEST, self.above + len(self.outer))

    def set_list(self, node: Node) -> Piece:
        tight = all(sum(child.kind == "paragraph" for child in item.children) <= 1 for item in node.children)
        is_ordered = node.kind == "ordered-list"
        items = [
            {"number": item.number if is_ordered else 0, "children": self.blocks(item.children)}
            for item in node.children
        ]
        return {"kind": "list", "ordered": is_ordered, "tight": tight, "items": items}

    def set_table(self, node: Node) -> Piece:
        head = plain_text(row for row in node.children if row.kind == "head")
        self.tables += 1
        return table_data(
            [self.row(row) for row in node.children],
            head=head,
            number=self.tables,
            # Only what is no part of a note can have a page of its own.
            may_turn=not self.flat,
        )

    def row(self, node: Node) -> dict[str, Any]:
        is_head = node.kind == "head"
        # A head is set again on every page that its table goes on to.
        was_flat, self.flat, self.repeated = self.flat, self.flat or is_head, is_head
        cells = [{"align": cell.align, "children": self.blocks(cell.children)} for cell in node.children]
        self.flat, self.repeated = was_flat, False
        return {"head": is_head, "whole": is_whole(node), "cells": cells}

    def set_link(self, node: Node) -> Piece:
        children = self.blocks(node.children)
        if not is_link(node.url):
            return {"kind": "span", "children": children}
        is_bare = children == [settable(node.url)]
        if self.repeated:
            shown = [] if is_bare else [f"（{settable(node.url)}）"]
            return {"kind": "span", "children": children + shown}
        return {
            "kind": "link",
            "url": plain_url(node.url),
            "shown": "" if is_bare else settable(node.url),
            "flat": self.flat,
            "children": children,
        }

    def set_note(self, node: Node) -> Piece:
        """Put a note where it is called; called again, or where none is possible, it is only a number."""
        number = node.number
        note = self.notes.get(number)
        if note is None or number in self.called or self.flat:
            again: dict[str, Any] = {"kind": "note-again", "number": number, "left": True}
            if not self.repeated:
                self.again.append(again)
            return again
        self.called.add(number)
        return {"kind": "note", "number": number, "children": self.note_text(note)}

    def left_note(self, number: int) -> Piece:
        """Give a note that has no place as a footnote."""
        return {"kind": "left-note", "number": number, "children": self.note_text(self.notes[number])}

    def note_text(self, note: Node) -> list[Piece]:
        was_flat, self.flat = self.flat, True
        # A note of one paragraph begins on the line of its number.
        is_short = len(note.children) == 1 and note.children[0].kind == "paragraph"
        children = self.blocks(note.children[0].children if is_short else note.children)
        self.flat = was_flat
        return children


_DRAWN: dict[str, Callable[[_Setter, Node], Piece]] = {
    "text": _Setter.set_text,
    "html": _Setter.set_text,
    "code": _Setter.set_code,
    "image": _Setter.set_image,
    "heading": _Setter.set_heading,
    "quote": _Setter.set_quote,
    "bullet-list": _Setter.set_list,
    "ordered-list": _Setter.set_list,
    "table": _Setter.set_table,
    "link": _Setter.set_link,
    "note-mark": _Setter.set_note,
    "note-again": _Setter.set_note,
    # Notes are set where they are called.
    "notes": lambda _setter, _node: "",
}


def _has_words(text: str) -> bool:
    return any(unicodedata.category(character)[0] not in "CZ" for character in text)


_STOPS = "，。；：、！？"
_OPENING, _CLOSING = "“‘《〈「『（【", "”’》〉」』）】"


def _pull(pieces: list[Piece]) -> None:
    """Mark where two marks of punctuation meet and the font changes between them.

    Each has its blank half there; inside one font the typesetter takes one of them away, here the templates do.
    """
    for before, after in pairwise(pieces):
        last, first = _edge(before, -1), _edge(after, 0)
        meets = (
            (last in _STOPS + _CLOSING and first in _OPENING + _CLOSING)
            or (last in _CLOSING and first in _STOPS)
            or (last in _OPENING and first in _OPENING)
        )
        if meets and last and first:
            if isinstance(after, dict):
                after["pulled"] = True
            elif isinstance(before, dict):
                before["pulls"] = True


def _edge(piece: Piece, at: int) -> str:
    """Give the first or the last character of a text or of emphasis; empty for anything else."""
    if isinstance(piece, str):
        return piece[at:][:1] if piece else ""
    children = piece.get("children") if piece["kind"] in ("strong", "emphasis") else None
    return _edge(children[at], at) if children else ""
