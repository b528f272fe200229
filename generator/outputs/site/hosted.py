"""What the host gives for the pages that people wrote."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.outputs.site.frame import Frame
from generator.outputs.site.settings import Settings


@dataclass(frozen=True)
class Hosted:
    """The site's settings, and a frame for each page that the host rendered."""

    settings: Settings
    frames: Mapping[str, Frame]
    notices: tuple[str, ...] = ()
    """What the host complained about, for the person at the terminal."""
