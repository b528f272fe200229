"""What a build gives the next one besides, by name: how the index was drawn, for instance."""

import pickle
from collections.abc import Mapping

from generator.making.store.database import Store

_KIND = "note"


def keep_notes(store: Store, notes: Mapping[str, object]) -> None:
    """Keep notes; others that are kept stay."""
    if notes:
        store.write({(_KIND, name): pickle.dumps(note, pickle.HIGHEST_PROTOCOL) for name, note in notes.items()})


def kept_note(store: Store, name: str) -> object:
    """Give a note; None where there is none."""
    value = store.read(_KIND, name)
    # A project may bring code that runs, so it needs no such way in.
    return pickle.loads(value) if value else None  # noqa: S301
