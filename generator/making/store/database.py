"""The store as an embedded database of named values: whole, ours and of this version, or none at all.

Builds may run side by side, be cut off, or find a file that is damaged, of another program or of a newer version of
this one: then nothing is found, and what is written next begins a new file. Nobody waits for it longer than a moment.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path
from urllib.parse import quote

FILE = ".cache/built.sqlite"
_OURS = 0x616E6C69
"""`application_id` of our files."""
_FORM = 1
"""`user_version`: how the values are laid out. A file of any other form is begun anew."""
_PATIENCE_SECONDS = 2.0
"""How long another build may hold the file."""
_SUM_BYTES = 16
_USELESS = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
"""Why nothing can be written where a new file helps: there is no such table, or it is damaged."""
_TABLE = "CREATE TABLE kept (kind TEXT, name TEXT, sum BLOB, value BLOB, PRIMARY KEY (kind, name))"


class Store:
    """The values that a project's builds keep, by kind and name."""

    def __init__(self, root: Path) -> None:
        """Name the project; the file is opened when something is asked for."""
        self._path = root / FILE
        self._may_wait = True

    @property
    def _patience(self) -> float:
        return _PATIENCE_SECONDS if self._may_wait else 0

    def _note(self, error: Exception) -> None:
        """Wait no more for a file that another build holds: it is asked a dozen times."""
        self._may_wait = self._may_wait and "locked" not in str(error)

    def read(self, kind: str, name: str = "") -> bytes | None:
        """Give a value; None where there is none that is whole."""
        return self.read_all(kind, name).get(name)

    def read_all(self, kind: str, name: str | None = None) -> dict[str, bytes]:
        """Give all values of a kind by name, or only one; those that are damaged are missing."""
        if name is not None and not _is_text(name):
            return {}
        more, given = ("", (kind,)) if name is None else (" AND name = ?", (kind, name))
        try:
            with closing(self._open("ro")) as opened:
                rows = opened.execute(f"SELECT name, sum, value FROM kept WHERE kind = ?{more}", given)  # noqa: S608
                return {one: value for one, sum_, value in rows if sum_ == _sum(kind, one, value)}
        except (sqlite3.Error, OSError, TypeError, ValueError) as error:
            self._note(error)
            return {}

    def one_by_one(self, kind: str) -> Callable[[str], bytes | None]:
        """Give what gives single values of a kind, as `read` does, from a file that stays open meanwhile."""
        try:
            opened = self._open("ro")
        except (sqlite3.Error, OSError, TypeError, ValueError) as error:
            self._note(error)
            return lambda _: None

        def read(name: str) -> bytes | None:
            try:
                row = opened.execute("SELECT sum, value FROM kept WHERE kind = ? AND name = ?", (kind, name)).fetchone()
                return row[1] if row and row[0] == _sum(kind, name, row[1]) else None
            except (sqlite3.Error, TypeError, ValueError):
                return None

        return read

    def names(self, kind: str) -> list[str]:
        """Give the names of all values of a kind."""
        try:
            with closing(self._open("ro")) as opened:
                return [name for (name,) in opened.execute("SELECT name FROM kept WHERE kind = ?", (kind,))]
        except (sqlite3.Error, OSError, TypeError, ValueError) as error:
            self._note(error)
            return []

    def write(self, values: Mapping[tuple[str, str], bytes | None], *, anew: tuple[str, ...] = ()) -> bool:
        """Keep values by kind and name, all or none; gives whether that was possible.

        Args:
            values: what is kept; None forgets a value.
            anew: kinds of which nothing else is kept.
        """
        try:
            self._path.parent.mkdir(exist_ok=True)
            try:
                self._write(values, anew)
            except sqlite3.DatabaseError as error:
                if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _USELESS:
                    raise
                self._remove()
                self._write(values, anew)
        except (sqlite3.Error, OSError) as error:
            self._note(error)
            return False
        return True

    def _write(self, values: Mapping[tuple[str, str], bytes | None], anew: tuple[str, ...]) -> None:
        with closing(self._begun()) as opened:
            opened.execute("BEGIN IMMEDIATE")
            for kind in anew:
                opened.execute("DELETE FROM kept WHERE kind = ?", (kind,))
            opened.executemany("REPLACE INTO kept VALUES (?, ?, ?, ?)", _rows(values))
            gone = [(kind, name) for (kind, name), value in values.items() if value is None and _is_text(name)]
            opened.executemany("DELETE FROM kept WHERE kind = ? AND name = ?", gone)
            opened.execute("COMMIT")

    def _remove(self) -> None:
        for end in ("", "-journal", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                self._path.with_name(self._path.name + end).unlink()

    def _open(self, mode: str) -> sqlite3.Connection:
        """Open the file as it is.

        Raises:
            ValueError: it is none of ours, or of another form.
        """
        if mode == "ro" and not self._path.is_file():
            raise FileNotFoundError(self._path)
        name = quote(os.fspath(self._path.absolute()).replace(os.sep, "/"))
        opened = sqlite3.connect(f"file:{name}?mode={mode}", timeout=self._patience, isolation_level=None, uri=True)
        try:
            _ensure_ours(opened)
        except BaseException:
            opened.close()
            raise
        return opened

    def _begun(self) -> sqlite3.Connection:
        """Open the file for writing; one that is damaged or not of this form gives way to a new one."""
        try:
            return self._open("rw")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise
        except (sqlite3.DatabaseError, ValueError, TypeError):
            pass
        self._remove()
        opened = sqlite3.connect(self._path, timeout=self._patience, isolation_level=None)
        ours = (f"PRAGMA application_id = {_OURS}", f"PRAGMA user_version = {_FORM}")
        # All at once, so that a file with our numbers has the table.
        for statement in ("PRAGMA synchronous = NORMAL", "BEGIN IMMEDIATE", *ours, _TABLE, "COMMIT"):
            opened.execute(statement)
        return opened


def _ensure_ours(opened: sqlite3.Connection) -> None:
    found = tuple(opened.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    if found != (_OURS, _FORM):
        raise ValueError(found)


def _rows(values: Mapping[tuple[str, str], bytes | None]) -> Iterator[tuple[str, str, bytes, bytes]]:
    for (kind, name), value in values.items():
        if value is not None and _is_text(name):
            yield kind, name, _sum(kind, name, value), value


def _is_text(name: str) -> bool:
    """Whether a name can be kept: a file's may have bytes that are no text."""
    return not any("\ud800" <= one <= "\udfff" for one in name)


def _sum(kind: str, name: str, value: bytes) -> bytes:
    """Give what only a whole value in its own place has: a disk or a memory may lose a bit without a word."""
    return blake2b(b"\0".join((kind.encode(), name.encode(), value)), digest_size=_SUM_BYTES).digest()
