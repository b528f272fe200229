"""What of each case is searched, kept for the next index: to find it anew takes as long as to index it."""

import marshal
from collections.abc import Iterable, Mapping
from contextlib import suppress

from generator.making.store.last_build import DOUBTFUL, Found

_KIND = "texts"


def kept_texts(
    found: Found, digests: Mapping[str, str], only: Iterable[str] | None = None
) -> dict[str, tuple[str, ...]]:
    """Give the texts of cases by id.

    Args:
        found: the project.
        digests: what each case was read from, by id; texts of one that was read from anything else do not count.
        only: the ids of the cases; all that are kept where none are given.
    """
    texts: dict[str, tuple[str, ...]] = {}
    read = found.store.one_by_one(_KIND)
    kept = found.store.read_all(_KIND) if only is None else {id: read(id) or b"" for id in only}
    for id, value in kept.items():
        digest = digests.get(id, "").encode()
        if digest and value.startswith(digest):
            with suppress(*DOUBTFUL):
                texts[id] = marshal.loads(value[len(digest) :])  # noqa: S302 (see `Found.before`)
    return texts


def keep_texts(found: Found, digests: Mapping[str, str], texts: Mapping[str, tuple[str, ...]]) -> None:
    """Keep texts that were found, and forget those of records that are gone."""
    values: dict[tuple[str, str], bytes | None] = {
        (_KIND, id): digests[id].encode() + marshal.dumps(of_case) for id, of_case in texts.items() if digests.get(id)
    }
    values.update(((_KIND, id), None) for id in found.store.names(_KIND) if id not in digests)
    if values:
        found.store.write(values)
