"""The outer form of a book: what an editor may choose."""

from dataclasses import dataclass
from typing import Literal, get_args

PaperSize = Literal["16k", "a4", "b5"]
Variant = Literal["print", "screen"]

SIZES: tuple[PaperSize, ...] = get_args(PaperSize)
VARIANTS: tuple[Variant, ...] = get_args(Variant)

SIZE_NAMES: dict[PaperSize, str] = {
    "16k": "16开（185 mm × 260 mm）",
    "a4": "A4（210 mm × 297 mm）",
    "b5": "B5（176 mm × 250 mm）",
}


@dataclass(frozen=True, slots=True)
class Format:
    """Paper and use of a book. Page numbers are the same in both variants of a size."""

    size: PaperSize = "16k"
    variant: Variant = "screen"
    """`print` is two-sided with blank pages and has the colours of the press, `screen` has none of these."""
    bleed: bool = False
    """With 3 mm of bleed and crop marks; for the printer."""
    archive: bool = False
    """PDF/A-2a besides PDF/UA-1; not in print, whose CMYK colours PDF/A takes only with the profile of a press."""


def paper_size(written: str) -> PaperSize:
    """Give the size that a collection names, which its check has passed."""
    return next(size for size in SIZES if size == written)
