"""Letters that come back with answers: what a university wrote below each remark, told and never taken for a case."""

import re
from collections.abc import Iterator, Sequence

from generator.case.text import shorten
from generator.intake.cells import clean
from generator.intake.document import Block, Paragraph, Table
from generator.intake.document_markdown import grid_of

_ANSWER, _TODO = "贵校答复", "怎样修改"
_CASE = re.compile(r"^\s*[一二三四五六七八九十]+、\s*(.+)$")
_NUMBER = re.compile(r"^[（(]\d+[）)]\s*")
_LONGEST = 200


def is_letter(blocks: Sequence[Block]) -> bool:
    """Check whether a document is one of our letters, answered or not."""
    labels = {"".join(row[0].text.split()) for one in blocks if isinstance(one, Table) for row in one.rows if row}
    return {_ANSWER, _TODO} <= labels


def replies_of(blocks: Sequence[Block]) -> Iterator[str]:
    """Give each answer with the case and the remark that it belongs to, in Chinese; nothing personal is in them."""
    title = ""
    for block in blocks:
        if isinstance(block, Paragraph):
            found = _CASE.match(block.whole)
            title = found[1] if found else title
            continue
        remark = ""
        for row in grid_of(block):
            label, *values = [cell.text.strip() for cell in row if cell is not None]
            if not values:
                remark = _NUMBER.sub("", " ".join(label.split()))
            elif "".join(label.split()) == _ANSWER and values[0]:
                said = shorten(" ".join(clean(values[0]).text.split()), _LONGEST)
                yield f"《{title}》{remark.split(' ')[0]}的答复：{said.rstrip('。')}"
