"""Publishes photos: each is developed once, and its copies are kept until it changes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from generator.case.model import Case
from generator.making import workers
from generator.making.cache import Cache, keep_only, key_of, link_file
from generator.making.errors import UserError, during
from generator.making.images.copies import RECIPE, make_copies
from generator.making.project.folder import CASES
from generator.making.project.image_files import read_size, size_of
from generator.outputs.site import addresses
from generator.outputs.views.image_sizes import Size

CACHE = ".cache/photos"
"""Where finished copies wait for the next build, below the project."""
WORTHWHILE = 8
"""A photo takes up to a second, so that few of them pay for a second process."""
SHARE = 2
"""Photos that a worker develops before it reports back."""

Name = tuple[str, str]
"""A photo: its case's id and its file."""


def names_of(cases: Iterable[Case]) -> list[Name]:
    """Name the photos of cases."""
    return [(case.id, photo.file) for case in cases for photo in case.photos]


def read_sizes(cases: Iterable[Case], root: Path) -> dict[str, Size]:
    """Measure the photos of cases by their headers; those that cannot be measured are left out."""
    sizes = {f"{id}/{file}": read_size(root / CASES / id / file) for id, file in names_of(cases)}
    return {name: size for name, size in sizes.items() if size}


def write_photos(
    cases: Iterable[Case],
    root: Path,
    into: Path,
    advance: Callable[[int], None] = lambda _: None,
    *,
    is_whole: bool = False,
) -> dict[str, Size]:
    """Put the copies of photos that the checks have passed where they are published; gives what the photos measure.

    Args:
        cases: whose photos.
        root: the project.
        into: the site.
        advance: told how many photos are done.
        is_whole: whether these are all cases there are, so that copies of no other photo need to be kept.
    """
    names = names_of(cases)
    sizes: dict[str, Size] = {}
    keys: set[str] = set()
    shares = workers.shares(names, -(-len(names) // SHARE) or 1)
    processes = workers.process_count(len(names), WORTHWHILE)
    for part in workers.work(_write_share, shares, root, into, processes=processes):
        sizes |= {f"{id}/{file}": size for (id, file), size, _ in part}
        keys |= {key for _, _, key in part}
        advance(len(part))
    if is_whole:
        keep_only(root / CACHE, keys)
    return sizes


def _write_share(share: Sequence[Name], root: Path, into: Path) -> list[tuple[Name, Size, str]]:
    return [(name, *_write(name, root, into)) for name in share]


def _write(name: Name, root: Path, into: Path) -> tuple[Size, str]:
    """Publish one photo; gives its size, and the key under which its copies are kept."""
    id, file = name
    with during(f"{CASES}/{id}/{file}"):
        data = (root / CASES / id / file).read_bytes()
        for is_last in (False, True):
            key, kept = _kept(name, data, root)
            try:
                for copy, path in kept.items():
                    link_file(path, into / _uri(name, copy))
                break
            except FileNotFoundError:
                # Another build, that knows no such photo, removed it at this moment.
                if is_last:
                    raise
        return size_of(data), key


def read_copies(name: Name, root: Path) -> Mapping[str, Path]:
    """Give the files of a photo's copies by their addresses, developed now where they are not kept."""
    id, file = name
    with during(f"{CASES}/{id}/{file}"):
        _, kept = _kept(name, (root / CASES / id / file).read_bytes(), root)
    return {_uri(name, copy): path for copy, path in kept.items()}


def _kept(name: Name, data: bytes, root: Path) -> tuple[str, dict[str, Path]]:
    stock, key = Cache(root / CACHE), key_of(RECIPE, data)
    found = stock.find(key)
    return key, found if found is not None else stock.keep(key, _made(name, data))


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
