"""Tables in the store: what later builds changed of them counts, and nothing does that is not whole."""

from pathlib import Path

import pytest

from generator.making.store import tables
from generator.making.store.database import FILE, Store
from generator.making.store.tables import change_tables, forget_tables, read_tables, write_tables

KIND = "example"
WHOLE = {"files": {"a": 1, "b": 2}, "place": "here"}


@pytest.fixture(name="store")
def fixture_store(tmp_path: Path) -> Store:
    """A project's store in which tables are kept."""
    store = Store(tmp_path)
    assert write_tables(store, KIND, WHOLE)
    return store


def test_changes_are_read_with_the_tables(store: Store) -> None:
    """Lines that are others or new, and single values, of one change after another."""
    assert change_tables(store, KIND, {"files": {"b": 3}, "place": "there"})
    assert change_tables(store, KIND, {"files": {"c": 4}, "more": {"d": 5}})

    assert read_tables(store, KIND) == {"files": {"a": 1, "b": 3, "c": 4}, "place": "there", "more": {"d": 5}}


def test_tables_written_anew_know_no_changes(store: Store) -> None:
    """What is written whole is all that there is."""
    change_tables(store, KIND, {"files": {"b": 3}})
    write_tables(store, KIND, WHOLE)

    assert read_tables(store, KIND) == WHOLE


def test_many_changes_become_part_of_the_tables(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has changed does not grow for ever beside the tables."""
    monkeypatch.setattr(tables, "_MOST_LATER", 0)

    assert change_tables(store, KIND, {"files": {"b": 3}})
    assert store.names(KIND) == [""]
    assert read_tables(store, KIND) == {"files": {"a": 1, "b": 3}, "place": "here"}


def test_forgotten_tables(store: Store) -> None:
    """Nothing is left of them."""
    change_tables(store, KIND, {"files": {"b": 3}})
    forget_tables(store, KIND)

    assert store.names(KIND) == []
    with pytest.raises(EOFError):
        read_tables(store, KIND)


@pytest.mark.parametrize("name", ["", tables._LATER])
def test_what_is_damaged_does_not_count(name: str, store: Store, tmp_path: Path) -> None:
    """Neither tables without what was changed in them, nor changes without their tables."""
    change_tables(store, KIND, {"files": {"b": "damaged"}})
    path, written = tmp_path / FILE, b"damaged" if name else b"here"
    data = path.read_bytes()
    assert data.count(written) == 1
    path.write_bytes(data.replace(written, written.upper()))

    with pytest.raises((ValueError, EOFError)):
        read_tables(store, KIND)
    assert not change_tables(store, KIND, {"files": {"c": 4}})


def test_what_cannot_be_kept(store: Store) -> None:
    """A value of a kind that cannot be written leaves everything as it is."""
    assert not change_tables(store, KIND, {"files": {"b": object()}})
    assert not write_tables(store, KIND, {"files": object()})

    assert read_tables(store, KIND) == WHOLE
