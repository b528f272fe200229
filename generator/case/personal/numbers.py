"""Mobile numbers, resident IDs and bank cards among digits, in whatever groups people write them."""

import re
from collections.abc import Iterator

from generator.case.personal.context import is_excused, is_labelled_phone
from generator.case.personal.datum import Found
from generator.case.personal.judges import is_card, is_id_15, is_id_18, is_mobile, is_proved_id
from generator.case.personal.links import Links
from generator.case.personal.windows import COUNTRY, Window, windows_in

_MOST_GROUPS = 6
_MOST_GROUPS_OF_ID = 4
_OLD_ID = 15
_AREA = re.compile("0(?:[1-9][0-9]{1,2})?")
"""What some write before a mobile number; so long a number is one only behind a label."""
_USUAL = frozenset(((3, 4, 4), (3, 8), (7, 4), (3, 3, 5), (3, 4, 2, 2), (1,) * 11))
"""The groups in which people write a mobile number."""
_CODE = re.compile(r"(?:[A-Z]{1,8}|[A-Za-z0-9]*[0-9][A-Za-z]{1,2}|(?<![A-Za-z])[a-z])$")
_CALLING = re.compile(r"(?:TEL|MOB|MOBILE|PHONE|CELL|HP|M|T|P|VX|WX|QQ)$")
"""Letters directly before a number that are no code: TEL13951234567."""


def numbers_in(text: str, shown: str, links: Links) -> Iterator[Found]:
    """Find numbers in a plain text, in its order; of two that share digits the surer one.

    Args:
        text: the plain text, its digits as they are to be read.
        shown: the same without making Chinese numerals digits, for the words around a number.
        links: the web addresses in it.
    """
    end = 0
    for windows in windows_in(text):
        if windows[0].start >= end:
            # Of numbers that begin at one place the longest is meant.
            found = next(filter(None, (_judge(window, shown, links) for window in reversed(windows))), None)
            if found:
                end = found.end
                yield found


def _judge(window: Window, shown: str, links: Links) -> Found | None:
    number, start, end = window.number, window.start, window.end
    if _is_id(window, shown, links):
        return Found("id", start, end)
    may_be_mobile = is_mobile(number[-11:])
    may_be_other = _may_be_id_15(window) or _may_be_card(window)
    role = links.role(start) if may_be_mobile or may_be_other else "opaque"
    if role == "opaque":
        return None
    if may_be_mobile:
        is_called = role == "contact" or is_labelled_phone(shown, start, end)
        mobile = _mobile_in(window, is_called=is_called)
        if mobile is not None and (is_called or not is_excused(shown, mobile, end)):
            return Found("mobile", mobile, end)
    if not may_be_other or window.touches_letters or window.is_part_of_decimals or is_excused(shown, start, end):
        return None
    return Found("id" if len(number) == _OLD_ID else "card", start, end)


def _is_id(window: Window, shown: str, links: Links) -> bool:
    if not is_id_18(window.number):
        return False
    if is_proved_id(window.number):
        # A checksum proves a number, in an address as behind a word that excuses others.
        return True
    is_at_hand = window.is_whole or len(window.sizes) <= _MOST_GROUPS_OF_ID
    is_opaque = links.role(window.start) == "opaque"
    return is_at_hand and not (is_opaque or is_excused(shown, window.start, window.end))


def _may_be_id_15(window: Window) -> bool:
    return window.sizes in ((_OLD_ID,), (6, 6, 3), (6, 9)) and is_id_15(window.number)


def _may_be_card(window: Window) -> bool:
    is_evenly_cut = len(window.sizes) == 1 or (window.is_whole and len(window.between) <= 1)
    return is_evenly_cut and is_card(window.number)


def _mobile_in(window: Window, *, is_called: bool) -> int | None:
    """Give where in the text the mobile number begins that a window ends with."""
    prefix = window.number[:-11]
    if len(prefix) >= window.sizes[0]:
        return None
    sizes = (window.sizes[0] - len(prefix), *window.sizes[1:])
    start = window.start + len(prefix)
    if prefix and not (COUNTRY.fullmatch(prefix) or (is_called and _AREA.fullmatch(prefix))):
        return None
    if is_called:
        return start
    if window.is_part_of_decimals or window.is_dated:
        return None
    if len(sizes) == 1:
        return None if _is_code(window) else start
    return start if sizes in _USUAL or _is_unusual_mobile(window, sizes) else None


def _is_code(window: Window) -> bool:
    """Whether letters make an unbroken number a code: CN13951234567A."""
    before = window.text[max(0, window.start - 20) : window.start]
    if re.match("[A-Za-z]", window.text[window.end : window.end + 1]):
        return True
    return _CODE.search(before) is not None and _CALLING.search(before) is None


def _is_unusual_mobile(window: Window, sizes: tuple[int, ...]) -> bool:
    """Whether groups that nobody is used to are a mobile all the same, and no range, list or decimal number."""
    if not window.is_whole or len(window.between) > 1 or len(sizes) > _MOST_GROUPS:
        return False
    if len(sizes) == 2:
        is_range = bool(window.between & {"-", "~"}) and any(group.endswith("00") for group in window.groups)
        return window.between != {"."} and not is_range
    return True
