"""Digests: short names for everything that something is made from."""

from hashlib import sha256

_HEX_DIGITS = 32


def digest(*inputs: object) -> str:
    """Name values by what they hold; equal values have equal names, in every process and on every machine.

    Args:
        inputs: texts, numbers, dates, and frozen values and tuples of them: whatever `repr` writes out in full.
    """
    return sha256("\0".join(map(repr, inputs)).encode("utf-8", "surrogatepass")).hexdigest()[:_HEX_DIGITS]
