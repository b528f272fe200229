"""A way into the library: names of one kind, each leading to its cases."""

from dataclasses import dataclass

from generator.outputs.pages.parts.link import Link


@dataclass(frozen=True, slots=True)
class Way:
    """Links of a kind, with the number of their cases."""

    title: str
    """What they have in common: 年份, or 想和谁一起做."""
    links: tuple[Link, ...]
    all: Link | None
    """To those that are not shown here too, if there are any."""
