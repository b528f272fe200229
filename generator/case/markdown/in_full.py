"""What only the parser can read. It is large, and most commands meet no text that needs it: it is loaded by the first.

`INLINE_MARKS` stands here, since who looks for them decides whether there is anything to be read.
"""

import re

from generator.case.prose import Node

INLINE_MARKS = re.compile(r"[\n\\`*_~\[\]!<&]")
"""What may be a mark inside a paragraph."""


def blocks_of(source: str) -> tuple[Node, ...]:
    """Read a text into blocks."""
    from generator.case.markdown.blocks import parse_blocks  # noqa: PLC0415 (see above)

    return parse_blocks(source)


def inline_of(text: str) -> tuple[Node, ...]:
    """Read the text of a paragraph, a cell or the like."""
    from generator.case.markdown.inline import parse_inline  # noqa: PLC0415 (see above)

    return parse_inline(text)
