"""The library of the last build with all that is derived from it, kept without its cases, which are read when needed.

So a build after a few changes reads a few records of ten thousand, and finds facets, relations and numbers as they are.
"""

import io
import marshal
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

from generator.case.model import Case
from generator.case.problem import Problem
from generator.making.store.database import Store
from generator.making.store.examinations import kept_results
from generator.outputs.site.publication import Publication
from generator.outputs.site.register import Register
from generator.reading.check_result import CheckResult
from generator.reading.checked import Checked
from generator.reading.surroundings import Surroundings

_LIBRARY, _RECORDS = "library", "records"
_SLIM = ("title", "status", "task", "university", "universities", "province", "featured", "significance")


def _slim_value(at: int) -> property:
    return property(lambda case: case.slim[at])


class KeptCase:
    """Stands for a case: knows by itself what lists of all cases show, and reads the rest when asked for it."""

    __slots__ = ("_read", "_whole", "id", "slim")

    def __init__(self, id: str, slim: tuple[Any, ...], read: Callable[[str], Case]) -> None:
        self.id, self.slim, self._read = id, slim, read
        self._whole: Case | None = None

    title, status, task, university, universities, province, featured, significance = map(
        _slim_value, range(len(_SLIM))
    )

    @property
    def headline(self) -> object:
        """Its headline; a case that has none is passed over without being read."""
        return self.whole.headline if self.slim[-1] else None

    def become(self, case: Case) -> None:
        """Stand for the case as it is now."""
        self._whole, self.slim = case, _slim(case)

    @property
    def whole(self) -> Case:
        """The case itself."""
        if self._whole is None:
            self._whole = self._read(self.id)
        return self._whole

    def __getattr__(self, name: str) -> Any:
        """Give what only the whole case has."""
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.whole, name)


class GoneError(Exception):
    """The library, or a record, is not in the store as it was when it was kept."""


def _gone(id: str) -> CheckResult[Case]:
    raise GoneError(id)


@dataclass
class KeptLibrary:
    """What a build keeps for the next one that finds only a few records changed."""

    token: str
    """The same in the library and its records, and another for each build of everything."""
    publication: Publication
    surroundings: Surroundings
    """What the records were examined by."""
    problems: tuple[Problem, ...] = ()
    together: tuple[Problem, ...] = ()
    """As an `Examination` has both."""
    checked: Checked = field(default_factory=lambda: Checked(0))
    briefly: Mapping[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    """What each record was read from and by, by id, those of drafts too."""
    result: Callable[[str], CheckResult[Case]] = _gone
    """Reads what was found in a record."""


def keep_library(store: Store, kept: KeptLibrary) -> None:
    """Keep a library and its records."""
    publication = replace(kept.publication, register=Register(), digests={}, texts={})
    store.write({(_LIBRARY, ""): kept.token.encode() + _dumped((publication, kept.surroundings))})
    keep_records(store, kept)


def keep_records(store: Store, kept: KeptLibrary) -> None:
    """Keep what the records are, where the library is kept already and their traits are what they were."""
    library = kept.publication.library
    values = (
        {case.id: _slim(case) for case in (*library.cases, *library.withdrawn)},
        dict(kept.digests),
        dict(kept.briefly),
        (kept.checked.cases, kept.checked.collections),
        pickle.dumps((kept.problems, kept.together), pickle.HIGHEST_PROTOCOL),
    )
    store.write({(_RECORDS, ""): kept.token.encode() + marshal.dumps(values)})


def kept_library(store: Store, token: str) -> KeptLibrary:
    """Give the library that was kept under a token.

    Raises:
        GoneError: there is none that is whole.
    """
    library, records = store.read(_LIBRARY) or b"", store.read(_RECORDS) or b""
    if not token or not all(one.startswith(token.encode()) for one in (library, records)):
        raise GoneError(token)
    try:
        slim, digests, briefly, checked, problems = marshal.loads(records[len(token) :])  # noqa: S302 (see `Found.before`)
        result_of = kept_results(store)

        def result(id: str) -> CheckResult[Case]:
            return result_of(id, digests[id]) or _gone(id)

        def whole(id: str) -> Case:
            return result(id).value or _gone(id).value  # type: ignore[return-value]

        cases = {id: KeptCase(id, of_case, whole) for id, of_case in slim.items()}
        publication, surroundings = _Reader(io.BytesIO(library[len(token) :]), cases).load()
        publication = replace(publication, digests=digests)
        of_all, together = pickle.loads(problems)  # noqa: S301 (as above)
    except Exception as error:
        # Whatever else is kept there, everything is made anew.
        raise GoneError(token) from error
    counted = Checked(*checked)
    return KeptLibrary(token, publication, surroundings, of_all, together, counted, briefly, digests, result)


class _Writer(pickle.Pickler):
    """Writes cases as their ids."""

    def persistent_id(self, obj: Any) -> Any:
        return obj.id if isinstance(obj, Case | KeptCase) else None


class _Reader(pickle.Unpickler):
    """Reads ids as the cases that stand for them."""

    def __init__(self, data: io.BytesIO, cases: Mapping[str, KeptCase]) -> None:
        super().__init__(data)
        self._cases = cases

    def persistent_load(self, pid: Any) -> Any:
        return self._cases[pid]


def _dumped(value: object) -> bytes:
    into = io.BytesIO()
    _Writer(into, pickle.HIGHEST_PROTOCOL).dump(value)
    return into.getvalue()


def _slim(case: Case | KeptCase) -> tuple[Any, ...]:
    if isinstance(case, KeptCase):
        return case.slim
    return *(getattr(case, name) for name in _SLIM), bool(case.headline)


def stands_for(case: Case) -> KeptCase:
    """Give what stands for a case in a kept library."""
    return cast("KeptCase", case)
