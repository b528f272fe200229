"""What a rule has to say about one place of a record."""

from dataclasses import dataclass

from generator.case.problem import Place, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found; the runner adds file, rule and university to make a Problem of it."""

    place: Place
    message: str
    reason: str
    hint: str
    severity: Severity | None = None
    """None: the severity of the rule's module."""
    is_waivable: bool = True
    """False for what stays a problem even where the record waives the rule."""
