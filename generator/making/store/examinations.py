"""Examined records: each is examined again only when it changed, or what lies beside it, the lists or the program did.

What was found is kept under a digest of everything that an examination looks at, so a wrong one cannot be found.
"""

import pickle
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from hashlib import blake2b

from generator.case.model import Case
from generator.making.project.folder import CASES, LISTS, SETTINGS
from generator.making.store.database import Store
from generator.making.store.last_build import Found
from generator.making.store.listing import Look, look_at, look_into_folder, sums_of
from generator.reading.check_result import CheckResult
from generator.reading.surroundings import Surroundings

_KIND = "record"
_SIZE = 16
_BY_DAY = frozenset(("date-future", "permission-expired"))
"""The rules that ask which day it is."""
_AT_ONCE = 500
"""So many examinations are written in one go: more would fill memory, and have other processes wait for it."""
_DAY = 10
"""Characters of a day, `2026-11-28`."""


class Examinations:
    """What is known of a project's records from earlier runs, and what is to be known by later ones."""

    def __init__(self, found: Found, surroundings: Surroundings) -> None:
        """Compare the project with what is known.

        Args:
            found: the project before anything of it was read.
            surroundings: what the records are examined by.
        """
        self._found = found
        self._day = str(surroundings.today)
        sums = found.sums
        lists = [(name, sums.get(name), found.listing.files.get(name)) for name in (*LISTS, SETTINGS)]
        lists = [(name, sum_, None if sum_ else look) for name, sum_, look in lists]
        about = (found.program, lists, sorted(surroundings.office_mail), sorted(surroundings.published_words))
        self._about = repr(about).encode()
        self._new: dict[str, bytes] = {}
        self._keys: dict[str, bytes] = {}

    def known(self, ids: Iterable[str]) -> dict[str, CheckResult[Case]]:
        """Give what was found in those records that are as they were."""
        kept = self._found.store.read_all(_KIND)
        known: dict[str, CheckResult[Case]] = {}
        for id in ids:
            value = kept.get(id)
            if value and value[:_SIZE] == self._key(id) and self._is_of_this_day(value[_SIZE : _SIZE + _DAY + 1]):
                # A project may bring code that runs, so it needs no such way in.
                known[id] = pickle.loads(value[_SIZE + _DAY + 1 :])  # noqa: S301
        return known

    def digest(self, id: str) -> str:
        """Name everything that a record's examination looks at; empty where that is not surely known."""
        return self._key(id).hex()

    def add(self, result: CheckResult[Case], pickled: bytes) -> None:
        """Take in what was found in a record that had to be examined."""
        if key := self._key(result.id):
            mark = b"!" if _is_by_day(result) else b"."
            self._new[result.id] = key + self._day.encode() + mark + pickled
        if len(self._new) >= _AT_ONCE:
            self.write_new()

    def write(self, ids: Iterable[str]) -> None:
        """Keep what was found, but for records that changed while they were read; forget records that are gone."""
        self.write_new()
        there = set(ids)
        gone = [id for id in self._found.store.names(_KIND) if id not in there]
        if gone:
            self._found.store.write(dict.fromkeys(((_KIND, id) for id in gone), None))

    def write_new(self) -> None:
        """Keep what was taken in, but for records that changed while they were read."""
        lists = (*LISTS, SETTINGS)
        looks = self._found.listing.files
        is_same = all(look_at(self._found.root, name) == looks.get(name) for name in lists) and self._hold(lists)
        new, self._new = self._new, {}
        if new and is_same:
            self._found.store.write({(_KIND, id): value for id, value in new.items() if self._is_as_found(id)})

    def _key(self, id: str) -> bytes:
        if id not in self._keys:
            self._keys[id] = self._made_key(id)
        return self._keys[id]

    def _made_key(self, id: str) -> bytes:
        parts = []
        for name, look in self._folders[id].items():
            path = f"{CASES}/{id}/{name}"
            sum_ = self._found.sums.get(path)
            if sum_ is None and path in self._young:
                return b""
            # A link counts for nothing, whatever it leads to.
            parts.append((name, len(look), sum_ or look))
        about_it = repr((id, sorted(parts, key=repr))).encode("utf-8", "surrogatepass")
        return blake2b(self._about + about_it, digest_size=_SIZE).digest()

    def _is_of_this_day(self, mark: bytes) -> bool:
        day, is_by_day = mark[:_DAY].decode(), mark[_DAY:] == b"!"
        return day == self._day or (day < self._day and not is_by_day)

    def _is_as_found(self, id: str) -> bool:
        folder, before = f"{CASES}/{id}", self._folders[id]
        is_same = look_into_folder(self._found.root / folder) == before
        return is_same and self._hold([f"{folder}/{name}" for name in before])

    def _hold(self, paths: Iterable[str]) -> bool:
        """Whether files still hold what they held, as far as they could change without looking changed."""
        young = [path for path in paths if path in self._young]
        noted = {path: self._found.sums[path] for path in young if path in self._found.sums}
        return sums_of(self._found.root, noted) == noted

    @cached_property
    def _young(self) -> frozenset[str]:
        return frozenset(self._found.young())

    @cached_property
    def _folders(self) -> Mapping[str, dict[str, Look]]:
        """The files of each record's folder, as they look from outside."""
        folders: defaultdict[str, dict[str, Look]] = defaultdict(dict)
        for path, look in self._found.listing.files.items():
            parts = path.split("/")
            if len(parts) == 3 and parts[0] == CASES and parts[2] and not parts[2].startswith("."):
                folders[parts[1]][parts[2]] = look
        return folders


def kept_results(store: Store) -> Callable[[str, str], CheckResult[Case] | None]:
    """Give what gives what was found in a record, by its id and the digest of what it was when it was examined."""
    read = store.one_by_one(_KIND)

    def result(id: str, digest: str) -> CheckResult[Case] | None:
        value = read(id)
        if not digest or value is None or value[:_SIZE].hex() != digest:
            return None
        found: CheckResult[Case] = pickle.loads(value[_SIZE + _DAY + 1 :])  # noqa: S301 (as above)
        return found

    return result


def _is_by_day(result: CheckResult[Case]) -> bool:
    """Whether another day may find something else: while nothing depends on the day, later days find the same."""
    case = result.value
    if case is None or case.waivers:
        return True
    expires = case.permission and case.permission.expires_on
    return bool(expires) or any(problem.rule in _BY_DAY for problem in result.problems)
