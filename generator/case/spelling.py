"""What two spellings of the same words have in common: width, blanks, quotes and final marks aside."""

import re
import unicodedata

_SHAPES = str.maketrans(
    {**dict.fromkeys("“”„‟「」『』″〝〞", '"'), **dict.fromkeys("‘’‚‛′", "'"), **dict.fromkeys("‐‑‒–—―−", "-")}
)
_FINAL = re.compile(r"[。.,、;:!?…·~\-]+$")
_BLANK_INSIDE = re.compile(r"(?<=[\u3007\u3400-\u9fff（）·])[ \u3000]+(?=[\u3007\u3400-\u9fff（）·])")
_HALF_OPEN = re.compile(r"[ \u3000]*\((?=[^()（）]*[\u3400-\u9fff][^()（）]*[)）])")
_HALF_CLOSE = re.compile(r"(（[^()（）]*)\)")


def compared(text: str) -> str:
    """Give the form in which spellings are compared: no blanks, one width, one case, one shape of quotes and dashes."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    return plain.casefold().translate(_SHAPES)


def compared_title(text: str) -> str:
    """Give the form in which titles are compared, which does not end in a mark; a title of marks alone stays."""
    plain = compared(text)
    return _FINAL.sub("", plain) or plain


def spelt(name: str) -> str:
    """Spell a Chinese name in the usual way: no blanks between characters, brackets around Chinese in full width."""
    closed = _HALF_CLOSE.sub(r"\1）", _HALF_OPEN.sub("（", name)) if "(" in name or ")" in name else name
    return _BLANK_INSIDE.sub("", closed) if " " in closed or "\u3000" in closed else closed
