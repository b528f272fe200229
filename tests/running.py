"""Which tests run when: marks that follow from a test's place and from what it asks for, and a tenth of what is long.

`make test` runs every test. `make quick` leaves out those marked `browser`, `book` or `build`. `make soak` runs those
marked `sampled`, and those of hypothesis, with all that `make test` leaves out.
"""

import random
import subprocess
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, TypeVar

import mkdocs.commands.build
import mkdocs.utils
import pytest
from hypothesis import settings
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.theme import Theme
from xdist.scheduler import LoadScopeScheduling
from xdist.workermanage import WorkerController

T = TypeVar("T")

FOLDERS = ("browser", "book")
"""Folders whose tests bear the folder's name as a mark."""
BUILDERS = {"site_of", "built_showcase"}
"""Fixtures that build whole sites; whoever asks for one is marked `build`."""
WAY = "address_of"
"""The fixture that opens a site on a server or from its folder; see `parametrize_ways`."""
WAYS = ("server", "file")
TENTH = "tenth"
"""The fixture that leaves out nine of ten things; whoever asks for it is marked `sampled`."""
SCATTERED = "tests/browser/"
"""Where each test goes to the worker that is free; the tests of any other file share what one of them has made."""
TOGETHER = (
    "tests/browser/test_accessibility.py",
    "tests/browser/test_extremes.py",
    "tests/browser/test_fonts.py",
    "tests/browser/test_print_tables.py",
    "tests/browser/test_site.py",
)
"""Files in there that are as others: what their tests share takes long to make."""
LONGEST = (
    "tests/browser/test_accessibility.py",
    "tests/browser/test_extremes.py",
    "tests/browser/test_fonts.py",
    "tests/test_build.py",
    "tests/test_only_changes.py",
    "tests/test_cluster.py",
    "tests/test_same_bytes.py",
    "tests/test_bundle.py",
    "tests/test_programmes.py",
    "tests/test_wheel.py",
    "tests/test_last_build.py",
    "tests/test_hosting.py",
    "tests/test_keys.py",
    "tests/test_preview.py",
    "tests/test_cli.py",
)
"""What takes longest by far, longest first: files, or tests by themselves.

The first builds one of the sites that browsers open, the second another, and the third the last one meanwhile.
"""
EXAMPLES, SOAK_EXAMPLES = 20, 1000
"""How many examples hypothesis tries in `make test` and in `make soak`."""

_items: list[pytest.Item] = []
"""The test that runs in this process, and nothing else."""


def choose_profile(*, soak: bool) -> None:
    """Give hypothesis the same examples in every run, and no database: a failure on CI fails everywhere."""
    settings.register_profile("test", derandomize=True, database=None, deadline=None, max_examples=EXAMPLES)
    settings.register_profile("soak", settings.get_profile("test"), max_examples=SOAK_EXAMPLES)
    settings.load_profile("soak" if soak else "test")


def tenth_of(values: Sequence[T], seed: str) -> list[T]:
    """Choose a tenth of some values, one at least, in their order: the same for the same seed, wherever it runs."""
    chosen = random.Random(seed).sample(range(len(values)), max(1, len(values) // 10))  # noqa: S311
    return [values[at] for at in sorted(chosen)]


def parametrize_samples(metafunc: pytest.Metafunc) -> None:
    """Give a test marked `sampled(name, values, ids=…)` its values: all under `--soak`, else a tenth of them.

    Where there are several kinds of values, each a sequence, a tenth of each kind is taken: `sampled(name, *kinds)`.
    """
    for mark in metafunc.definition.iter_markers("sampled"):
        if mark.args:
            name, *kinds = mark.args
            seed = metafunc.definition.nodeid
            tenths = [tenth_of(kind, f"{seed} {at}") for at, kind in enumerate(kinds)]
            chosen = kinds if metafunc.config.getoption("--soak") else tenths
            metafunc.parametrize(name, [value for kind in chosen for value in kind], **mark.kwargs)


def parametrize_ways(metafunc: pytest.Metafunc) -> None:
    """Let a test that opens a site do so in one of two ways, and in both if it is marked `both_ways` or under `--soak`.

    Pages work alike in both, which the marked tests see to, so for any other test one way is enough.
    """
    if WAY in metafunc.fixturenames:
        has_both = metafunc.config.getoption("--soak") or metafunc.definition.get_closest_marker("both_ways")
        chosen = WAYS if has_both else tenth_of(WAYS, metafunc.definition.nodeid)
        metafunc.parametrize(WAY, chosen, indirect=True, scope="session")


def mark(item: pytest.Item) -> None:
    """Mark a test by its folder and its fixtures."""
    folder = item.path.parent.name
    fixtures = set(getattr(item, "fixturenames", ()))
    if folder in FOLDERS:
        item.add_marker(folder)
    if fixtures & BUILDERS:
        item.add_marker("build")
    if TENTH in fixtures or (WAY in fixtures and not item.get_closest_marker("both_ways")):
        item.add_marker("sampled")


def order(items: list[pytest.Item]) -> None:
    """Put first what takes longest, so that all workers end together; then what shares most, in the order given."""
    counts = Counter(scope_of(item.nodeid) for item in items)
    ranks = {name: rank for rank, name in enumerate(LONGEST)}

    def key(item: pytest.Item) -> tuple[int, int]:
        scope = scope_of(item.nodeid)
        names = (scope, item.nodeid.partition("[")[0], item.nodeid.partition("::")[0])
        rank = min(ranks.get(name, len(ranks)) for name in names)
        return rank, -counts[scope]

    items.sort(key=key)


def scope_of(nodeid: str) -> str:
    """Name what runs in one worker: the file of a test, or the test itself if it shares nothing."""
    file = nodeid.partition("::")[0]
    return nodeid if file.startswith(SCATTERED) and file not in TOGETHER else file


class Schedule(LoadScopeScheduling):
    """Sends the tests of a file to one worker, but for those that share nothing, in the order of their collection.

    Marks would say so more plainly (`--dist loadgroup`), but pytest-xdist 3.8 loses them under pytest 9. It also looks
    through all tests for each that it sends out or that is done, which takes it seconds where there are thousands.
    """

    def _split_scope(self, nodeid: str) -> str:
        return scope_of(nodeid)

    def _assign_work_unit(self, node: WorkerController) -> None:
        scope, unit = self.workqueue.popitem(last=False)
        self.assigned_work.setdefault(node, {})[scope] = unit
        node.send_runtest_some([self._places[nodeid] for nodeid, is_done in unit.items() if not is_done])

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where each test is in the collection, which is the same for all workers."""
        return {nodeid: place for place, nodeid in enumerate(self.collection or ())}

    def mark_test_complete(self, node: WorkerController, item_index: int, duration: float = 0) -> None:
        """Forget a test that is done: what is left of a unit is what another worker has to do if this one dies."""
        del duration
        nodeid = self.registered_collections[node][item_index]
        units, scope = self.assigned_work[node], scope_of(nodeid)
        del units[scope][nodeid]
        if not units[scope]:
            del units[scope]
        self._reschedule(node)


def begin(item: pytest.Item) -> None:
    """Note which test runs, so that one without its mark is noticed."""
    _items[:] = [item]


def runs(is_such: Callable[[pytest.Item], bool]) -> bool:
    """Whether the test that runs is such a one."""
    return any(map(is_such, _items))


def watch() -> None:
    """Let a test fail that builds a site or starts a program and is not marked: it would make `make quick` slow."""

    def started(*values: Any, **options: Any) -> Any:
        _demand("starts a program", (*FOLDERS, "build", "program"))
        return execute(*values, **options)

    def noticed(*values: Any, **options: Any) -> Any:
        _demand("builds a site", (*FOLDERS, "build"))
        return get_files(*values, **options)

    get_files: Callable[..., Any] = mkdocs.commands.build.get_files
    mkdocs.commands.build.get_files = noticed
    # An audit hook would see programs too, and be called for every file that is opened.
    execute: Callable[..., Any] = subprocess.Popen._execute_child  # type: ignore[attr-defined]
    subprocess.Popen._execute_child = started  # type: ignore[attr-defined]


class CompiledTemplates(BytecodeCache):
    """Keeps the templates of themes compiled: a template is compiled again when a word of it has changed."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template, where its source is what it was."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._codes[bucket.key, bucket.checksum] = bucket.code


def spare() -> None:
    """Let MkDocs look for themes once, and compile their templates once.

    It looks through all installed packages for them whenever it reads settings, and compiles for each site.
    """
    compiled, get_env = CompiledTemplates(), Theme.get_env

    def get_env_with(theme: Theme) -> Environment:
        env = get_env(theme)
        env.bytecode_cache = compiled
        return env

    Theme.get_env = get_env_with  # type: ignore[method-assign]
    themes = mkdocs.utils.get_themes()

    def found() -> Any:
        return themes

    found.cache_clear = lambda: None  # type: ignore[attr-defined] (which MkDocs calls each time)
    mkdocs.utils.get_themes = found  # type: ignore[assignment]


def _demand(deed: str, marks: Sequence[str]) -> None:
    for item in _items:
        if not any(item.get_closest_marker(mark) for mark in marks):
            pytest.fail(f"{item.nodeid} {deed} and is marked none of: {', '.join(marks)}")
