"""The sentence by which a case is told where there is room for one."""

from generator.case.model import Case

_ENDS = "。！？"
_OPENING, _CLOSING = "“‘（《「『〔【", "”’）》」』〕】"


def sentence_of(case: Case) -> str:
    """Say why a case matters, as its editor put it, else what the first sentence of its summary says."""
    return case.significance or first_sentence(case.summary)


def reason_of(case: Case) -> str:
    """Say why a case matters, where it stands beside the summary; empty where the summary says it in the same words."""
    reason: str = case.significance or ""
    return "" if reason.rstrip(_ENDS) in case.summary else reason


def first_sentence(text: str) -> str:
    """Give a text up to where its first sentence ends; one inside quotation marks or brackets ends none.

    A text without an end is one sentence. Nothing is cut inside a sentence, so no figure loses its unit.
    """
    depth = 0
    for at, character in enumerate(text):
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth = max(0, depth - 1)
        elif character in _ENDS and not depth:
            return text[: at + 1]
    return text
