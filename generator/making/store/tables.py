"""Large tables in the store: as one build wrote them whole, and beside them what later builds have changed.

To write ten thousand lines anew because one is another takes as long as all that was done about that one.
"""

import marshal
from collections.abc import Mapping
from typing import Any

from generator.making.store.database import Store

_LATER = "later"
_MOST_LATER = 1 << 20
"""Where what has changed is larger than this, in bytes, the tables are written whole."""


def read_tables(store: Store, kind: str) -> dict[str, Any]:
    """Give all tables of a kind by name, and the single values beside them.

    Raises:
        ValueError, EOFError, TypeError: there are none that are whole.
    """
    rows = _rows(store, kind)
    # A project may bring code that runs, so it needs no such way in.
    return _changed(marshal.loads(rows.get("", b"")), _loaded(rows))  # noqa: S302


def write_tables(store: Store, kind: str, tables: Mapping[str, Any]) -> bool:
    """Keep tables whole; gives whether that was possible."""
    try:
        return store.write({(kind, ""): marshal.dumps(dict(tables)), (kind, _LATER): None})
    except ValueError:
        return False


def change_tables(store: Store, kind: str, changes: Mapping[str, Any]) -> bool:
    """Keep what has changed in tables that are kept: lines that are new or others, and other single values.

    Args:
        store: where they are kept.
        kind: as they were written.
        changes: by the tables' names; no line ever goes.

    Returns:
        Whether that was possible.
    """
    try:
        later = marshal.dumps(_changed(_loaded(_rows(store, kind)), changes))
        if len(later) <= _MOST_LATER:
            return store.write({(kind, _LATER): later})
        return write_tables(store, kind, _changed(read_tables(store, kind), changes))
    except (ValueError, EOFError, TypeError):
        return False


def forget_tables(store: Store, kind: str) -> None:
    """Keep them no more."""
    store.write({(kind, ""): None, (kind, _LATER): None})


def _rows(store: Store, kind: str) -> dict[str, bytes]:
    """Give all that is kept of a kind.

    Raises:
        ValueError: some of it is damaged.
    """
    rows = store.read_all(kind)
    if rows.keys() != set(store.names(kind)):
        raise ValueError(kind)
    return rows


def _loaded(rows: Mapping[str, bytes]) -> dict[str, Any]:
    return marshal.loads(rows[_LATER]) if _LATER in rows else {}  # noqa: S302 (see `read_tables`)


def _changed(tables: dict[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    for name, value in changes.items():
        if isinstance(value, dict):
            tables.setdefault(name, {}).update(value)
        else:
            tables[name] = value
    return tables
