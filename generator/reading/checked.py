"""How much a check has looked at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Checked:
    """How many records of each kind were looked at."""

    cases: int
    collections: int = 0

    @property
    def chinese(self) -> str:
        """The counts as an editor reads them: 47 个案例、1 个案例集; collections are left out where there are none."""
        return f"{self.cases} 个案例" + (f"、{self.collections} 个案例集" if self.collections else "")
