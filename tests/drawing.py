"""Draws by hand what a build would write: pages without their frames, and the files of artifacts."""

from dataclasses import dataclass

from generator.making.writer import content_of
from generator.outputs.site import addresses
from generator.outputs.site.artifact import Artifact
from generator.outputs.site.page import Head, Page
from generator.outputs.site.templates import render


@dataclass(frozen=True)
class DrawnPage:
    """A page as its frame gets it."""

    head: Head
    main: str
    """HTML of the main part."""


def drawn(page: Page) -> DrawnPage:
    """Draw a page without its frame."""
    shown = page.show()
    return DrawnPage(shown.head, render(page.templates[0], root=addresses.root(page.uri), view=shown.view))


def contents(artifact: Artifact) -> dict[str, bytes]:
    """Make an artifact; gives its files by address."""
    return {uri: content_of(content) for uri, content in artifact.make().files.items()}


def content(artifact: Artifact) -> bytes:
    """Make an artifact of one file, which has the artifact's address; gives what it holds."""
    found = contents(artifact)
    assert [*found] == [artifact.uri]
    return found[artifact.uri]
