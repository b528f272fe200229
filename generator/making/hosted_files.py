"""What the host wrote beside its pages: style sheets, scripts, pictures of written pages."""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

from generator.making.attachments.look import clean_copy
from generator.making.attachments.pictures import without_notes
from generator.making.office.package import UnreadableError
from generator.outputs.site import addresses
from generator.outputs.site.artifact import Artifact, FinishedFile, Made
from generator.outputs.site.digest import digest
from generator.outputs.site.publication import Publication
from generator.reading.file_names import DOCUMENT_ENDINGS, is_attachment

_WITH_NOTES = (".jpg", ".jpeg", ".png", ".webp", *(f".{ending}" for ending in DOCUMENT_ENDINGS))
"""What may hold notes of cameras and names of authors."""


def asset_artifacts(publication: Publication, hosted: Path, more_styles: str = "") -> Iterator[Artifact]:
    """List the files of the folder that the host rendered into, but for the pages that became frames.

    Args:
        publication: whose pages they are.
        hosted: the folder.
        more_styles: what goes behind the style sheet of all pages.
    """
    for path in sorted(hosted.rglob("*")):
        uri = path.relative_to(hosted).as_posix()
        if path.is_file() and uri not in publication.frames and uri != addresses.FRAME:
            if uri == addresses.STYLES and more_styles:
                yield Artifact(uri, partial(_key, uri, path, more_styles), partial(_join, path, more_styles), "asset")
            else:
                yield Artifact(uri, partial(_key, uri, path), partial(_make, uri, path), "asset")


def _key(uri: str, path: Path, *more: str) -> str:
    return digest(uri, sha256(path.read_bytes()).hexdigest(), *more)


def _join(path: Path, more: str) -> Made:
    return Made({addresses.STYLES: path.read_text(encoding="utf-8") + more})


def _make(uri: str, path: Path) -> Made:
    if uri.lower().endswith(_WITH_NOTES):
        data = path.read_bytes()
        clean = _clean(uri, data)
        if clean != data:
            return Made({uri: clean})
    return Made({uri: FinishedFile(str(path))})


def _clean(uri: str, data: bytes) -> bytes:
    """Take out of a picture, or a document that a page links, what readers should not get."""
    if not is_attachment(uri):
        return without_notes(data)
    try:
        return clean_copy(uri, data)
    except UnreadableError:
        # The check has told about it; where it was let through, it goes as it is.
        return data
