"""Whether digits can be what they look like.

Sources: GB 11643—1999 and ISO 7064 MOD 11-2 (resident IDs), GB/T 2260 (regions), ISO/IEC 7812-1 (Luhn).
"""

import calendar
import re

_MOBILE = re.compile(r"1[3-9][0-9]{9}")
# Tens of each region's provinces, GB/T 2260: 11 to 15, 21 to 23 and so on.
_REGIONS = frozenset(
    str(code)
    for first, last in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
    for code in range(first, last + 1)
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"


def is_mobile(number: str) -> bool:
    """Check whether digits are a mobile number, without a country's prefix."""
    return _MOBILE.fullmatch(number) is not None


def is_id_18(number: str) -> bool:
    """Check whether 18 characters can be an ID number, whatever their check digit."""
    region = len(number) == 18 and number[:17].isdigit() and number[:2] in _REGIONS
    return region and _is_day(int(number[6:10]), int(number[10:12]), int(number[12:14]))


def is_proved_id(number: str) -> bool:
    """Check whether an ID number's check digit is right."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=True))
    return _CHECK_CHARACTERS[total % 11] == number[17]


def is_id_15(number: str) -> bool:
    """Check whether 15 digits can be an ID number of before 1999, which had no checksum."""
    region = len(number) == 15 and number.isdigit() and number[:2] in _REGIONS
    if not region or number[2:4] == "00" or number[4:6] == "00":
        return False
    return _is_day(1900 + int(number[6:8]), int(number[8:10]), int(number[10:12]))


def is_card(number: str) -> bool:
    """Check whether 16 to 19 digits can be a bank card: a first digit that cards have, and Luhn's sum."""
    if not (16 <= len(number) <= 19 and number.isdigit()):
        return False
    if number[0] in "0178" or (number[0] == "2" and not "22" <= number[:2] <= "27"):
        return False
    # 91, 92 and 93 with 18 digits are credit codes of enterprises (统一社会信用代码), which are public.
    if (len(number) == 18 and number[:2] in ("91", "92", "93")) or len(set(number)) == 1:
        return False
    total = 0
    for index, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + index % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _is_day(year: int, month: int, day: int) -> bool:
    # Nobody who is asked for an ID number was born before 1880 or will be after this century.
    return 1880 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
