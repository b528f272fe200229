"""How numbers spread: the middle one, the one that 95 of 100 do not pass, and the largest."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Spread:
    """Of some measurements, in their unit."""

    middle: float
    high: float
    """95 of 100 are not above it."""
    most: float

    def texts(self, digits: int = 0) -> tuple[str, str, str]:
        """Write all three for a table."""
        return f"{self.middle:,.{digits}f}", f"{self.high:,.{digits}f}", f"{self.most:,.{digits}f}"


def spread(numbers: Iterable[float]) -> Spread:
    """Sum up measurements, of which there is at least one."""
    values = np.fromiter(numbers, dtype=np.float64)
    middle, high, most = (float(value) for value in np.percentile(values, (50, 95, 100)))
    return Spread(middle, high, most)
