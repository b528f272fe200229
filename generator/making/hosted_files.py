"""What the host wrote beside its pages: style sheets, scripts, pictures of written pages."""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

from generator.outputs.site import addresses
from generator.outputs.site.artifact import Artifact, FinishedFile, Made
from generator.outputs.site.digest import digest
from generator.outputs.site.publication import Publication


def asset_artifacts(publication: Publication, hosted: Path) -> Iterator[Artifact]:
    """List the files of the folder that the host rendered into, but for the pages that became frames."""
    for path in sorted(hosted.rglob("*")):
        uri = path.relative_to(hosted).as_posix()
        if path.is_file() and uri not in publication.frames and uri != addresses.FRAME:
            yield Artifact(uri, partial(_key, uri, path), partial(_make, uri, path), "asset")


def _key(uri: str, path: Path) -> str:
    return digest(uri, sha256(path.read_bytes()).hexdigest())


def _make(uri: str, path: Path) -> Made:
    return Made({uri: FinishedFile(str(path))})
