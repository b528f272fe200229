"""Attachments of the site: each a copy without what readers should not get, kept until it changes."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from generator.making.attachments.look import clean_copy
from generator.making.cache import ATTACHMENTS, Cache, key_of
from generator.making.errors import UserError
from generator.making.office.package import UnreadableError
from generator.making.project.folder import CASES
from generator.outputs.site import addresses
from generator.outputs.site.artifact import Artifact, FinishedFile, Made
from generator.outputs.site.publication import Publication
from generator.reading.file_names import ending

RECIPE = "attachment 1"
"""Changes with what is left out of a copy, so that no kept one is taken for a new one."""


def attachment_artifacts(publication: Publication, root: Path) -> Iterator[Artifact]:
    """List the attachments of all cases."""
    for case in publication.library.cases:
        for attachment in case.attachments:
            uri = addresses.attachment_uri(case.id, attachment.file)
            name = f"{CASES}/{case.id}/{attachment.file}"
            yield Artifact(uri, partial(_key, uri, name, root), partial(_make, uri, name, root), "attachment")


def _key(uri: str, name: str, root: Path) -> str:
    return key_of(RECIPE, uri.encode(), (root / name).read_bytes())


def _make(uri: str, name: str, root: Path) -> Made:
    data = (root / name).read_bytes()
    cache, key, kept_as = Cache(root / ATTACHMENTS), key_of(RECIPE, data), ending(name)
    found = cache.find(key)
    if found is None:
        try:
            found = cache.keep(key, {kept_as: clean_copy(name, data)})
        except UnreadableError as error:
            raise UserError(
                f"{name} 这个附件打不开，可能没有复制完整，或者已经损坏。\n"
                "建议：用 Word、WPS 等打开原来的文件，另存一份，再运行一次。"
            ) from error
    return Made({uri: FinishedFile(str(found[kept_as]))})
