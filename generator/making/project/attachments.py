"""Attachments, published as they are."""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

from generator.making.project.folder import CASES
from generator.outputs.site import addresses
from generator.outputs.site.artifact import Artifact, FinishedFile, Made
from generator.outputs.site.digest import digest
from generator.outputs.site.publication import Publication


def attachment_artifacts(publication: Publication, root: Path) -> Iterator[Artifact]:
    """List the attachments of all cases."""
    for case in publication.library.cases:
        for attachment in case.attachments:
            uri = addresses.attachment_uri(case.id, attachment.file)
            path = root / CASES / case.id / attachment.file
            yield Artifact(uri, partial(_key, uri, path), partial(_make, uri, path), "attachment")


def _key(uri: str, path: Path) -> str:
    return digest(uri, sha256(path.read_bytes()).hexdigest())


def _make(uri: str, path: Path) -> Made:
    # The editor's own file, which may be written into at any time: the site gets a copy.
    return Made({uri: FinishedFile(str(path), may_be_linked=False)})
