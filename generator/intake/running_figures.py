"""Figures in running text: offered to the editor, never taken for facts."""

import re
from collections.abc import Iterable, Iterator

from generator.case.programme import Programme
from generator.intake.document import Block, paragraphs
from generator.intake.figures import half_width, pieces_of, read_figure
from generator.intake.proposal import DOUBTFUL

_MOST = 30
_WIDEST = 30
"""Characters of what is measured; more is a sentence, from which only its end is offered."""
_LEAD = re.compile(
    r"^(?:其中|目前|截至目前|同时|此外|并|共|累计|先后|已|还|近年来|三年来|两年来|一年来|通过.{0,20}?[，,])+"
)
_NO_MEASURE = re.compile(r"^(?:年|月|日|号|时|届|点|级|层|楼)")
_BRACKETS = re.compile("[（()）]")
_DATE = re.compile(
    r"(?:19|20)\d{2}\s*年|\d{1,2}\s*月\s*(?:\d{1,2}\s*日)?|第[\d一二三四五六七八九十]+|“[^”]{0,20}”|《[^》]{0,60}》"
)


def running_figures(blocks: Iterable[Block], programme: Programme, skipped: frozenset[int]) -> Iterator[str]:
    """Give the figures of running text as notes, each once.

    Args:
        blocks: the text.
        programme: whose words for round figures count.
        skipped: paragraphs that belong to photos.
    """
    seen: set[str] = set()
    texts = (one for one in paragraphs(tuple(blocks)) if one.number not in skipped)
    for paragraph in texts:
        for piece in pieces_of(_BRACKETS.sub("，", paragraph.text)):
            told = _told(_DATE.sub("", half_width(piece.rpartition("：")[2])), programme)
            if told and told not in seen and len(seen) < _MOST:
                seen.add(told)
                yield f"{DOUBTFUL}可能的成效数据：{told}（第{paragraph.number}段）"


def _told(piece: str, programme: Programme) -> str:
    """Write the figure of a piece as words, number and unit; empty where it has none that measures something."""
    bare = _LEAD.sub("", piece.strip())
    figure = read_figure(bare, programme)
    if figure is None or not {"what", "value", "unit"} <= figure.value.keys():
        return ""
    value = figure.value
    what = value["what"][-_WIDEST:]
    if not re.search(r"[\u3400-\u9fff]{2}", what) or _NO_MEASURE.match(value["unit"]):
        return ""
    was = f"{value.get('before_qualifier', '')}{value.get('before', '')}"
    before = f"，原为 {was}{value['unit']}" if was else f"，{figure.doubt}" if "单位不同" in figure.doubt else ""
    qualifier = f"，约数词“{value['qualifier']}”" if "qualifier" in value else ""
    return f"{what} {value['value']} {value['unit']}{qualifier}{before}"
