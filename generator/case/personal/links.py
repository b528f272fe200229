"""Web addresses in a plain text: their numbers name pages, except where they are the number of a person."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Role = Literal["", "opaque", "contact"]
"""Of a piece of text: not in an address, a part of one whose numbers are nobody's, or what an address dials."""

_URL = re.compile(
    r"(?:(?:https?|ftps?)://|www\.|(?<![A-Za-z0-9@.-])(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,12}(?::[0-9]+)?/)"
    r"[^\s<>\"'“”‘’()【】《》，。；、！\u3000-\u303f\u4e00-\u9fff]*"
    r"|(?<![A-Za-z0-9])10\.[0-9]{4,9}/[^\s，。；、“”]+",
    re.IGNORECASE,
)
"""Web addresses, and DOIs."""
_USER = re.compile(r"[a-z]+://([^/?#@\s]*)@", re.IGNORECASE)
_PARAMETER = re.compile(r"[?&;#]([A-Za-z_.\[\]-]{1,30})=([^&;#\s]*)")
_CONTACT = re.compile(
    r"[a-z]*(?-i:Tel|Phone|Mobile|Email|Mail)(?:No|Number)?|(?:.*[_-])?(?:tel|telephone|phone|phoneno|phonenumber|mobile|mobileno|mobilephone|mob|cell|cellphone|sms|sjh|shouji|"
    r"shoujihao|dianhua|lxdh|lxfs|contact|mail|email|e-mail|mailto|idcard|idno|sfz|sfzh|cardno|qq|uin|wx|wxid|wechat|weixin)",
    re.IGNORECASE,
)
_WHOLE_FRAGMENT = re.compile(r"#([0-9+ -]{11,20})$")


@dataclass(frozen=True, slots=True)
class _Link:
    start: int
    end: int
    contacts: tuple[tuple[int, int], ...]
    """What of it is somebody's number or name."""


class Links:
    """All web addresses of one plain text."""

    def __init__(self, text: str) -> None:
        # No address is without one of these, and most texts have neither.
        found = _URL.finditer(text) if "." in text or "://" in text else ()
        self._all = [_Link(*link.span(), tuple(_contacts(link))) for link in found]
        self._starts = [link.start for link in self._all]

    def role(self, start: int) -> Role:
        """Say what a piece of the text that begins somewhere is to the address there."""
        index = bisect_right(self._starts, start) - 1
        if index < 0 or start >= self._all[index].end:
            return ""
        is_contact = any(first <= start < last for first, last in self._all[index].contacts)
        return "contact" if is_contact else "opaque"


def _contacts(link: re.Match[str]) -> Iterator[tuple[int, int]]:
    text, start = link[0], link.start()
    user = _USER.match(text)
    if user:
        yield start + user.start(1), start + user.end(1)
    for parameter in _PARAMETER.finditer(text):
        if _CONTACT.fullmatch(parameter[1]):
            yield start + parameter.start(2), start + parameter.end(2)
    fragment = _WHOLE_FRAGMENT.search(text)
    if fragment:
        yield start + fragment.start(1), start + fragment.end(1)
