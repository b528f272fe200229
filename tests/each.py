"""One test for a table of cases: as tests of their own, thousands of cases cost more than what they test."""

import functools
import inspect
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest

Ids = Sequence[object] | Callable[[Any], object] | None
NAMED = type(pytest.param(0))
"""What `pytest.param` gives: values, and what they are called."""


def each(
    names: str | Sequence[str], cases: Iterable[Any], *, ids: Ids = None
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Call a test with every case of a table, whatever became of those before; it fails with all that are wrong.

    It is written as `pytest.mark.parametrize` is, and takes its place where cases take no time and may share what the
    test asks for besides: a test is set up and reported in 4 ms, and collected by every worker.

    Raises:
        ValueError: the table is empty, and the test could not fail.
    """
    table, taken = list(cases), names.replace(",", " ").split() if isinstance(names, str) else list(names)
    if not table:
        raise ValueError(f"no case of {names}")

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        signature = inspect.signature(test)
        left = [parameter for name, parameter in signature.parameters.items() if name not in taken]

        @functools.wraps(test)
        def go_through(**shared: Any) -> None:
            wrong: dict[str, BaseException] = {}
            for at, case in enumerate(table):
                values = _values(case, len(taken))
                try:
                    test(**shared, **dict(zip(taken, values, strict=True)))
                except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001
                    name = f"case {at + 1}: {_name(case, at, values, ids)}"
                    error.add_note(name)
                    wrong[name] = error
            if len(wrong) == 1:
                raise next(iter(wrong.values()))
            if wrong:
                raise BaseExceptionGroup(f"{len(wrong)} of {len(table)}\n" + "\n".join(wrong), [*wrong.values()])

        go_through.__signature__ = signature.replace(parameters=left)  # type: ignore[attr-defined]
        return go_through

    return decorate


def _values(case: Any, count: int) -> Sequence[Any]:
    if isinstance(case, NAMED):
        return tuple(case.values)
    return (case,) if count == 1 else tuple(case)


def _name(case: Any, at: int, values: Sequence[Any], ids: Ids) -> str:
    if isinstance(case, NAMED) and case.id:
        return str(case.id)
    if callable(ids):
        return ", ".join(_shown(ids(value)) for value in values)
    return str(ids[at]) if ids is not None else ", ".join(_shown(value) for value in values)


def _shown(value: object) -> str:
    return value if isinstance(value, str) and len(value) < 60 else repr(value)[:200]
