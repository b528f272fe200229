"""The files of the catalogue after a few cases have changed: their rows take the place of those that they had."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

from generator.outputs.site.manifest import Sum

NOTE = "catalogue"
"""Under which name the next build is told where the rows lie."""


class OtherwiseError(Exception):
    """The files have to be drawn anew."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A file of rows, as far as it takes to change some of them."""

    sum: Sum
    before: int
    """Bytes before the first row."""
    sizes: tuple[int, ...]
    """Of the rows, in bytes, each with what divides it from the next."""

    def with_rows(self, content: bytes, rows: Mapping[int, bytes]) -> tuple[bytes, "Laid"]:
        """Give the file with other rows at some places.

        Args:
            content: of the file.
            rows: by their places, from nought, each with what divides it from the next.

        Raises:
            OtherwiseError: the content is not what was drawn.
        """
        if Sum.of(content) != self.sum:
            raise OtherwiseError
        ends = list(accumulate(self.sizes, initial=self.before))
        pieces, at, sizes = list[bytes](), 0, list(self.sizes)
        for place in sorted(rows):
            pieces += (content[at : ends[place]], rows[place])
            at, sizes[place] = ends[place + 1], len(rows[place])
        changed = b"".join((*pieces, content[at:]))
        return changed, Laid(Sum.of(changed), self.before, tuple(sizes))


def laid(content: bytes, before: int, rows: Iterable[bytes]) -> Laid:
    """Note where the rows of a file lie that has just been drawn."""
    return Laid(Sum.of(content), before, tuple(map(len, rows)))


def changed_rows(
    known: Mapping[str, Laid], read: Callable[[str], bytes], rows: Mapping[str, Mapping[int, bytes]]
) -> tuple[dict[str, bytes], dict[str, Laid]]:
    """Change rows of files that lie on the site.

    Args:
        known: the files by address, as they were drawn.
        read: gives what a file holds.
        rows: the new rows of each file, see `Laid.with_rows`.

    Raises:
        OtherwiseError: a file is not what was drawn, or is not there.
    """
    files: dict[str, bytes] = {}
    now: dict[str, Laid] = {}
    for uri, of_file in rows.items():
        try:
            files[uri], now[uri] = known[uri].with_rows(read(uri), of_file)
        except (KeyError, IndexError, OSError) as error:
            raise OtherwiseError from error
    return files, now
