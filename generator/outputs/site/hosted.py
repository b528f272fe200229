"""What the host gives for the pages that people wrote."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.outputs.site.frame import Frame
from generator.outputs.site.settings import Site


@dataclass(frozen=True)
class Hosted:
    """What the host gives: the site's settings and a frame for each page it rendered."""

    site: Site
    frames: Mapping[str, Frame]
    notices: tuple[str, ...] = ()
    """What the host complained about, for the person at the terminal."""
