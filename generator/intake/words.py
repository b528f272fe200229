"""Which word of a list a text means: by any spelling surely, by likeness as a guess, or none."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from generator.case.spelling import compared
from generator.case.text import nearest, shorten
from generator.case.words import WordList

_TAIL = re.compile("(?:类|型|任务|案例|方向|团队|项目)$")
_BRACKETS = re.compile(r"[（(].*?[)）]")


@dataclass(frozen=True, slots=True)
class Choice:
    """What was found."""

    name: str = ""
    """Empty where no word is meant."""
    doubt: str = ""
    reason: str = ""
    """Why there is none, to follow the text in a sentence."""


def choose(words: WordList, text: str, other: str = "") -> Choice:
    """Find the word that a text means.

    Args:
        words: the list.
        text: as it is written.
        other: the word that this text usually stands for, which is no spelling of it.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    for form in (text.strip(), plain):
        if form in words:
            return Choice(words[form].name)
    if found := _compared(words.names, tuple(word.aliases for word in words)).get(compared(plain)):
        return Choice(found)
    if other in words:
        return Choice(words[other].name, f"“{shorten(text)}”读作“{words[other].name}”")
    for bare in dict.fromkeys((_TAIL.sub("", plain), _TAIL.sub("", _BRACKETS.sub("", plain)))):
        longer = next((name for name in words.names if bare and _TAIL.sub("", name) == bare), "")
        if bare in words or longer:
            name = words[bare].name if bare in words else longer
            return Choice(name, f"“{shorten(text)}”读作“{name}”")
    near = _nearest(words.names, plain)
    offered = f"，最接近的是“{near}”" if near else ""
    return Choice(reason=f"不在词表里，没有填{offered}")


@lru_cache(maxsize=64)
def _compared(names: tuple[str, ...], aliases: tuple[tuple[str, ...], ...]) -> dict[str, str]:
    return {compared(one): name for name, others in zip(names, aliases, strict=True) for one in (name, *others)}


@lru_cache(maxsize=4096)
def _nearest(names: tuple[str, ...], text: str) -> str | None:
    """Tables say the same again and again, and likeness takes long."""
    return nearest(text, names)
