"""Which tests run when: a test without its mark is noticed, and of what is long the same tenth runs each time."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace

import mkdocs.commands.build
import pytest

from tests.each import each
from tests.running import LONGEST, order, parametrize_samples, scope_of, tenth_of
from tests.sharing import made_once


def test_a_test_that_starts_a_program_is_marked() -> None:
    """Where a test is not marked, no program is started and the test fails."""
    with pytest.raises(pytest.fail.Exception, match="test_a_test_that_starts_a_program_is_marked starts a program"):
        subprocess.run([sys.executable, "--version"], check=True)


def test_a_test_that_builds_a_site_is_marked() -> None:
    """Where a test is not marked, MkDocs comes to no page and the test fails."""
    with pytest.raises(pytest.fail.Exception, match="test_a_test_that_builds_a_site_is_marked builds a site"):
        mkdocs.commands.build.get_files(None)  # type: ignore[arg-type]


@pytest.mark.program
def test_a_marked_test_may() -> None:
    """Who is marked may start programs."""
    assert subprocess.run([sys.executable, "--version"], check=True, capture_output=True).returncode == 0


@each(("length", "count"), [(1, 1), (9, 1), (10, 1), (75, 7), (1000, 100)])
def test_a_tenth(length: int, count: int) -> None:
    """A tenth of the values, in their order, is the same for a test each time, and another for another test."""
    values = range(length)
    chosen = tenth_of(values, "a")

    assert (len(chosen), chosen) == (count, sorted(set(chosen)))
    assert chosen == tenth_of(values, "a")
    assert length < 75 or chosen != tenth_of(values, "b")


def test_all_under_soak(tenth: Callable[[list[int]], list[int]], request: pytest.FixtureRequest) -> None:
    """The option `--soak` leaves nothing out."""
    values = list(range(40))

    assert len(tenth(values)) == (40 if request.config.getoption("--soak") else 4)


def parametrized(*kinds: Sequence[object], soak: bool) -> list[object]:
    """Give the values that a test marked `sampled("value", *kinds)` gets."""
    got: list[object] = []
    mark = pytest.mark.sampled("value", *kinds).mark
    definition = SimpleNamespace(nodeid="a", iter_markers=lambda _: [mark])
    config = SimpleNamespace(getoption=lambda _: soak)
    metafunc = SimpleNamespace(definition=definition, config=config, parametrize=lambda _, values: got.extend(values))
    parametrize_samples(metafunc)  # type: ignore[arg-type]
    return got


def test_a_tenth_of_each_kind() -> None:
    """Of several kinds of values none is left out, and under `--soak` no value."""
    kinds = (range(3), range(10, 50))
    chosen = parametrized(*kinds, soak=False)

    assert [len(set(kind) & set(chosen)) for kind in kinds] == [1, 4]
    assert parametrized(*kinds, soak=True) == [value for kind in kinds for value in kind]


def test_order() -> None:
    """What takes longest comes first, then files of many tests; what is left stays in its order."""
    ids = ["tests/test_a.py::test_b", "tests/test_c.py::test_d[1]", "tests/test_c.py::test_d[2]", f"{LONGEST[1]}[b]"]
    ids += ["tests/browser/test_a.py::test_c", f"{LONGEST[0]}[a]", "tests/browser/test_a.py::test_b"]
    items = [SimpleNamespace(nodeid=id) for id in ids]
    order(items)  # type: ignore[arg-type]

    assert [item.nodeid for item in items] == [ids[at] for at in (5, 3, 1, 2, 0, 4, 6)]


def test_scopes() -> None:
    """A file is one worker's, but for the browser's tests, which share nothing but what is kept on disk."""
    assert [scope_of(f"tests/{name}.py::test_x[1]") for name in ("test_a", "browser/test_a", "browser/test_site")] == [
        *("tests/test_a.py", "tests/browser/test_a.py::test_x[1]", "tests/browser/test_site.py"),
    ]


@pytest.mark.parametrize("name", LONGEST)
def test_what_takes_longest_is_there(name: str) -> None:
    """Each name in the list is that of a test, or of a file."""
    file, _, test = name.partition("::")

    assert f"def {test}" in (Path(__file__).parents[1] / file).read_text(encoding="utf-8")


@pytest.fixture(name="factory")
def fixture_factory(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> object:
    """A factory whose folders are the test's own."""
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    monkeypatch.setattr(tmp_path_factory, "getbasetemp", lambda: tmp_path)
    return tmp_path_factory


def test_made_once(factory: pytest.TempPathFactory) -> None:
    """What one worker has made the others find."""
    made: list[Path] = []
    first, second = (made_once(factory, "thing", made.append) for _ in range(2))

    assert (first, [first]) == (second, made)


def test_what_fails_is_made_again(factory: pytest.TempPathFactory) -> None:
    """A folder that could not be filled is not kept: whoever comes next makes it anew."""

    def fail(folder: Path) -> None:
        (folder / "half").touch()
        raise ValueError("half")

    with pytest.raises(ValueError, match="half"):
        made_once(factory, "thing", fail)
    folder = made_once(factory, "thing", lambda folder: (folder / "whole").touch())

    assert [path.name for path in folder.iterdir()] == ["whole"]
