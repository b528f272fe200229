"""Which case has which id, in blocks of which a browser loads one; read by theme/assets/js/search/ids.js."""

from generator.library.library import Library

IDS_IN_FILE = 256
WITHDRAWN = -1
"""Stands for the number of a case that is not in the library any more, but has its page."""

IdBlock = tuple[str, list[int]]
"""Ids with a comma between, in alphabetical order, and for each its case's number in the library's order."""


def id_blocks(library: Library) -> list[IdBlock]:
    """Give the blocks in alphabetical order."""
    numbers = {case.id: number for number, case in enumerate(library.cases)}
    known = sorted({**{case.id: WITHDRAWN for case in library.withdrawn}, **numbers}.items())
    blocks = (known[start : start + IDS_IN_FILE] for start in range(0, len(known), IDS_IN_FILE))
    return [(",".join(id for id, _ in block), [number for _, number in block]) for block in blocks]


def first_ids(blocks: list[IdBlock]) -> str:
    """Give the ids with which blocks begin, for the directory."""
    return ",".join(ids.partition(",")[0] for ids, _ in blocks)
