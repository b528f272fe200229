"""E-mail addresses of persons, however they are hidden from machines."""

import re
from collections.abc import Iterator

from generator.case.personal.datum import Found
from generator.case.personal.links import Links
from generator.case.personal.mail_services import PRIVATE_MAIL

_MARK = re.compile(
    r"\s{0,2}(?:@|艾特|爱特|圈a|[_-]at[_-]|[(\[{<]\s?(?:@|#|a|at|艾特|爱特)\s?[)\]}>]|(?<=[A-Za-z0-9])\s(?:at|AT)\s(?=[A-Za-z0-9-]{1,30}\s?(?:[.点(\[]|dot))|#)\s{0,2}",
    re.IGNORECASE,
)
_SIGNS = ("@", "#", "a", "A", "艾特", "爱特")
"""Without one of these there is no mark."""
_DOT = (
    r"(?:\.|\s?(?:[(\[{<]\s?(?:dot|点|\.)\s?[)\]}>]|\sdot\s|[。·点,，]|\s\.\s?)\s?"
    r"(?=(?:com|cn|net|org|edu|gov|ac|me|io|cc)(?![A-Za-z])))"
)
_DOMAIN = re.compile(rf"[A-Za-z0-9-]{{1,63}}(?:{_DOT}[A-Za-z0-9-]{{1,63}}){{1,5}}(?![A-Za-z0-9-])", re.IGNORECASE)
_CUT = re.compile(_DOT, re.IGNORECASE)
_LOCAL = re.compile(r"[A-Za-z0-9._+-]{1,64}$")
_HAN_LOCAL = re.compile(r"[\u3400-\u9fff]{1,4}$")
_PUBLIC = re.compile(r"(?:^|\.)(?:edu|gov|ac)(?:\.[a-z]{2})?$|(?:^|\.)example(?:\.(?:com|net|org))?$")
"""Addresses of universities, government and academies are those of an office; RFC 2606 keeps some that are no one's."""
_OFFICE = re.compile(
    r"(?:[a-z0-9]+[._-])?(?:admin|bangong|bangongshi|bgs|business|contact|contactus|cooperation|customer|dangban|dangwei|dang|"
    r"dwbgs|dzb|editor|enquiry|feedback|git|hello|help|hezuo|hr|info|information|jiaowu|job|jobs|kefu|keyan|lianxi|mail|"
    r"marketing|media|news|no-?reply|office|party|postmaster|pr|press|privacy|public|sales|secretariat|service|services|"
    r"support|team|tougao|webmaster|web|xcb|xinwen|xuanchuan|zhaosheng|zhibu|zzb|dangzhibu|union)[0-9]{0,4}",
    re.IGNORECASE,
)
"""The part before the @ of a mailbox that is nobody's own."""


def mails_in(text: str, links: Links, allowed: frozenset[str]) -> Iterator[Found]:
    """Find addresses of persons in a plain text, in its order.

    Args:
        text: the plain text.
        links: the web addresses in it.
        allowed: domains, and whole addresses, that belong to an office.
    """
    done = 0
    for mark in _MARK.finditer(text) if any(sign in text for sign in _SIGNS) else ():
        domain = _DOMAIN.match(text, mark.end())
        if domain is None or mark.start() < done:
            continue
        local = _LOCAL.search(text, max(done, mark.start() - 64), mark.start())
        if local is None and mark[0] == mark[0].strip():
            local = _HAN_LOCAL.search(text, max(done, mark.start() - 4), mark.start())
        name = local[0].lstrip("._-+") if local else ""
        is_plain = mark[0].strip() == "@" and links.role(mark.start()) != "opaque"
        end = _personal_end(name, domain, allowed, is_plain=is_plain)
        if name and end:
            yield Found("email", mark.start() - len(name), end, name_end=mark.start())
            done = end


def _personal_end(name: str, domain: re.Match[str], allowed: frozenset[str], *, is_plain: bool) -> int:
    """Give where an address of a person ends; 0 where it is an office's, or no address at all."""
    cuts = [*_CUT.finditer(domain[0])]
    ends = [cut.start() for cut in cuts] + [len(domain[0])]
    for last in range(len(ends), 1, -1):
        host = _CUT.sub(".", domain[0][: ends[last - 1]]).lower()
        suffixes = _suffixes(host)
        if f"{name}@{host}".lower() in allowed or any(one in allowed for one in suffixes) or _PUBLIC.search(host):
            return 0
        if any(one in PRIVATE_MAIL for one in suffixes):
            return domain.start() + ends[last - 1]
    # An unknown host is somebody's own only where the name is that of a person.
    is_address = is_plain and re.search(r"\.[a-z]{2,}$", domain[0], re.IGNORECASE)
    return domain.end() if is_address and not _OFFICE.fullmatch(name) else 0


def _suffixes(host: str) -> list[str]:
    parts = host.split(".")
    return [".".join(parts[index:]) for index in range(len(parts) - 1)]
