"""Where lines end: behind a sentence, in its midst, or where the page was full."""

import re

_AFTER = r"[”’」』）》】〕)\]\"'*_~]*(?:\[\^[^\]]{1,100}\]|(?<=[。！？”])[0-9]{1,2})*\s*$"
_END = re.compile(rf"(?:[。！？；：…!?]|(?<=[^\x00-\x7f])[;:]){_AFTER}")
_GOES_ON = re.compile(r"[，、,（(《“‘「『【〔—·+/＋&-]\s*$")
_STARTS_WITHIN = re.compile(r"\s*[，。、；：！？）》”’」』】〕…)%％℃,.;:!?]")
_TAIL = 130
"""How much of a line's end is looked at; a note's name is part of it."""


def ends_sentence(text: str) -> bool:
    """Check whether a line ends with a sentence, or with what introduces a list."""
    return _END.search(text[-_TAIL:]) is not None


def goes_on(text: str, following: str) -> bool:
    """Check whether no reader could take the end of one line and the start of the next for two paragraphs."""
    return _GOES_ON.search(text[-_TAIL:]) is not None or _STARTS_WITHIN.match(following) is not None
