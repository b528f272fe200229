"""What of each case is searched, kept for the next index: to find it anew takes as long as to index it."""

import marshal
from collections.abc import Mapping
from contextlib import suppress

from generator.making.store.last_build import DOUBTFUL, Found

_KIND = "texts"


def kept_texts(found: Found, digests: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Give the texts of cases by id.

    Args:
        found: the project.
        digests: what each case was read from, by id; texts of one that was read from anything else do not count.
    """
    texts: dict[str, tuple[str, ...]] = {}
    for id, value in found.store.read_all(_KIND).items():
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
