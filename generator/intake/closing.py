"""What stands below the last section of a document: who signs it, and of which day it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.case.text import joined_lines, shorten
from generator.intake.document import Block, Paragraph
from generator.intake.outline import Heading
from generator.intake.title_page import is_body_line, is_date_line

_MOST = 6
_LONGEST = 40
_SHOWN = 60
_STAMP = re.compile(r"[（(]\s*(?:盖\s*章|公\s*章|签\s*章|加盖公章|党组织盖章|签字|签名)\s*[）)]|[：:]\s*$")
_AUTHOR = re.compile(
    r"[（(]\s*(?:作者|执笔|供稿|本文)|(?:作者|执笔|撰稿|供稿|通讯员|整理|审核|校对|摄影)\s*(?:单位|简介|人)?\s*[：:]"
)
_SENTENCE = re.compile(r"[。！？；，]")


@dataclass
class Closing:
    """What was found."""

    bodies: list[tuple[str, int]] = field(default_factory=list)
    """Lines that name a university or a branch, with their paragraphs."""
    used: set[int] = field(default_factory=set)
    """The places of its blocks."""
    note: str = ""
    """What was left out, in Chinese; empty where nothing was."""


def closing(blocks: Sequence[Block], headings: dict[int, Heading], taken: set[int]) -> Closing:
    """Read the last lines of a document.

    Args:
        blocks: of the document.
        headings: by their places; none of them signs anything.
        taken: the places of what something else has read.
    """
    found: list[tuple[int, Paragraph, bool]] = []
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if at in taken or (isinstance(block, Paragraph) and not block.text):
            continue
        if not isinstance(block, Paragraph) or at in headings or block.mark or block.photos or len(found) == _MOST:
            break
        text = _STAMP.sub("", block.text).strip()
        is_date = is_date_line(text)
        is_body = len(text) <= _LONGEST and not _SENTENCE.search(text) and is_body_line(text)
        is_author = len(text) <= _LONGEST and _AUTHOR.match(text) is not None
        if not (is_date or is_body or is_author or (_STAMP.search(block.text) and not text)):
            break
        found.append((at, block, is_date or is_author))
    found.reverse()
    own = Closing(used={at for at, _, _ in found})
    own.bodies = [(_STAMP.sub("", one.text).strip(), one.number) for _, one, is_date in found if not is_date]
    if found:
        said = shorten(joined_lines(one.text for _, one, _ in found), _SHOWN)
        own.note = f"文末的落款“{said}”没有收入正文（第{found[0][1].number}段）"
    return own
