"""Photos of the site: each is made into its published copies once, which are kept until it changes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from generator.case.model import Case
from generator.making import workers
from generator.making.cache import PHOTOS, Cache, key_of
from generator.making.errors import UserError, during
from generator.making.images.copies import RECIPE, make_copies
from generator.making.project.folder import CASES
from generator.making.project.image_files import read_size
from generator.outputs.site import addresses
from generator.outputs.site.artifact import Artifact, FinishedFile, Made
from generator.outputs.site.assets import Size
from generator.outputs.site.publication import Publication
from generator.outputs.views.image_sizes import copy_uris

WORTHWHILE = 8
"""A photo takes up to a second, so that few of them pay for a second process."""
SHARE = 2
"""Photos that a worker makes before it reports back."""

Name = tuple[str, str]
"""A photo: its case's id and its file."""


def names_of(cases: Iterable[Case]) -> list[Name]:
    """Name the photos of cases."""
    return [(case.id, photo.file) for case in cases for photo in case.photos]


def read_sizes(cases: Iterable[Case], root: Path) -> dict[str, Size]:
    """Measure the photos of cases by their headers; those that cannot be measured are left out."""
    sizes = {f"{id}/{file}": read_size(root / CASES / id / file) for id, file in names_of(cases)}
    return {name: size for name, size in sizes.items() if size}


def photo_artifacts(publication: Publication, root: Path, spare: Path | None = None) -> Iterator[Artifact]:
    """List the photos of all cases, each with all its copies; what the cache refuses waits in the spare folder."""
    for name in names_of(publication.library.cases):
        uri, *more = copy_uris(publication.assets, *name)
        yield Artifact(uri, partial(_key, name, root), partial(_make, name, root, spare), "photo", tuple(more))


def read_copies(name: Name, root: Path, spare: Path | None = None) -> Mapping[str, Path]:
    """Give the files of a photo's copies by their addresses, made now where they are not kept.

    Raises:
        UserError: the photo cannot be read to its end.
    """
    with during(f"{CASES}/{name[0]}/{name[1]}"):
        data = _data(name, root)
        cache, key = Cache(root / PHOTOS, spare), key_of(RECIPE, data)
        found = cache.find(key)
        kept = found if found is not None else cache.keep(key, _made(name, data))
    return {_uri(name, copy): path for copy, path in kept.items()}


def read_all_copies(
    cases: Iterable[Case],
    root: Path,
    advance: Callable[[int], None] = lambda _: None,
    spare: Path | None = None,
) -> dict[str, Path]:
    """Give the files of the copies of all photos of cases, by address.

    Args:
        cases: whose photos.
        root: the project.
        advance: called with how many more photos are done.
        spare: where copies go that the cache refuses.
    """
    names = names_of(cases)
    copies: dict[str, Path] = {}
    shares = workers.shares(names, -(-len(names) // SHARE) or 1)
    for part in workers.work(_copies_of, shares, root, spare, processes=workers.process_count(len(names), WORTHWHILE)):
        for one in part:
            copies |= one
        advance(len(part))
    return copies


def _copies_of(names: Sequence[Name], root: Path, spare: Path | None) -> list[Mapping[str, Path]]:
    return [read_copies(name, root, spare) for name in names]


def _key(name: Name, root: Path) -> str:
    return key_of(RECIPE, "/".join(name).encode(), _data(name, root))


def _make(name: Name, root: Path, spare: Path | None) -> Made:
    copies = read_copies(name, root, spare)
    return Made({uri: FinishedFile(str(path)) for uri, path in copies.items()})


def _data(name: Name, root: Path) -> bytes:
    return (root / CASES / name[0] / name[1]).read_bytes()


def _made(name: Name, data: bytes) -> dict[str, bytes]:
    try:
        return make_copies(data)
    except (OSError, SyntaxError, ValueError, RuntimeError) as error:
        id, file = name
        raise UserError(
            f"{CASES}/{id}/{file} 这张照片读到一半出错，可能没有复制完整，或者已经损坏。\n"
            "建议：换成完好的原图，再运行一次。"
        ) from error


def _uri(name: Name, copy: str) -> str:
    width, _, kind = copy.partition(".")
    return addresses.photo_uri(*name, int(width), "webp" if kind == "webp" else "jpg")
