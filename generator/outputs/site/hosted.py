"""What the host gives for the pages that people wrote."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.outputs.site.frame import Frame
from generator.outputs.site.settings import Settings


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """A link that somebody wrote to what is no written page: to a case, a term, a collection, or to nothing."""

    path: str
    """The file that it is in, from the project's folder."""
    line: int
    """1-based."""
    written: str
    """As it is written there."""
    uri: str
    """Where on the site it leads."""


@dataclass(frozen=True)
class Hosted:
    """The site's settings, and a frame for each page that the host rendered."""

    settings: Settings
    frames: Mapping[str, Frame]
    notices: tuple[str, ...] = ()
    """What the host complained about, for the person at the terminal."""
    links: tuple[WrittenLink, ...] = ()
    """Links whose ends only the library knows."""


def dead_links(links: Iterable[WrittenLink], uris: Collection[str]) -> Iterator[str]:
    """Tell which links lead to none of the site's addresses; one that ends in `/` stands for all below it."""
    folders = tuple(uri for uri in uris if uri.endswith("/"))
    for link in links:
        if link.uri not in uris and not (folders and link.uri.startswith(folders)):
            yield told(link, "没有对应的页面或文件。建议：核对文件名或案例编号。")


def told(link: WrittenLink, what: str) -> str:
    """Say something about a link, with its place."""
    return f"{link.path} 第 {link.line} 行的链接 {link.written} {what}"
