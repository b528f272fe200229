"""Numbers as readers see them."""

from decimal import Context, Decimal

_LARGE = ((8, "亿"), (4, "万"))
_DECIMALS = 2
_EXACT = Context(prec=100)
"""More digits than any amount has."""


def grouped(number: int | Decimal) -> str:
    """Write a number in full, with thousands commas from 10,000 on: 9999, 17,832."""
    exact = Decimal(number)
    return f"{exact:,f}" if abs(exact) >= 10_000 else f"{exact:f}"


def in_large_units(amount: Decimal) -> str:
    """Write an amount with 万 or 亿 where at most two decimals remain, else in full: 1.45万, 1.2亿, 17,832."""
    for zeros, unit in _LARGE:
        shifted = _EXACT.normalize(amount.scaleb(-zeros, _EXACT))
        if abs(shifted) >= 1 and int(shifted.as_tuple().exponent) >= -_DECIMALS:
            return f"{grouped(shifted)}{unit}"
    return grouped(_plain(amount))


def _plain(amount: Decimal) -> Decimal:
    """Drop zeros at the end of decimals, and only those."""
    return amount.to_integral_value() if amount == amount.to_integral_value() else _EXACT.normalize(amount)


def percent(part: int, whole: int) -> str:
    """Write a share with one decimal, but all and nothing without: 12.5%, 17.0%, 100%, 0%, <0.1%.

    What is hardly more than nothing, or hardly less than all, is not called so.
    """
    if part in (0, whole):
        return f"{part / whole:.0%}"
    return {"0.0%": "<0.1%", "100.0%": ">99.9%"}.get(text := f"{part / whole:.1%}", text)


def file_size(size_bytes: int) -> str:
    """Write a size as people know it from their files: 812 KB, 1.4 MB."""
    kilobytes = -(-size_bytes // 1024)
    return f"{kilobytes} KB" if kilobytes < 1000 else f"{kilobytes / 1024:.1f} MB"
