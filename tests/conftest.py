"""What all tests share: which run when, the golden files, and projects on disk."""

import gc
import logging
import shutil
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.case.date import PartialDate
from generator.case.model import Case
from generator.case.problem import Problem
from generator.case.programme import packaged_programme
from generator.examine import examine_project
from generator.making.office.conversion import find_office
from generator.making.project.starter import unclaimed
from generator.making.terminal.progress import Stages
from generator.outputs.site import addresses
from generator.outputs.site.frame import Frame
from generator.outputs.site.hosted import Hosted
from generator.outputs.site.settings import Settings
from generator.reading.examination import examine, parse_record
from generator.reading.record import Record
from generator.reading.surroundings import Surroundings
from tests import faces, running
from tests.sharing import made_once
from tests.terminal import Terminal

TESTS = Path(__file__).parent
ROOT = TESTS.parent

BUILT_ON = PartialDate(2026, 11, 28)
"""The day of the showcase's build, by which its register dates what is new."""

RECORD = """\
title: 示例支部与示例村结对
task: 党建联建
summary: 示例大学的示例支部与示例村结对。内容是编的。
university: 示例大学
branch: 示例教师党支部
sources:
  - {title: 示例报道, publisher: 示例网}
status: published
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites golden files, and the one that leaves nothing out."""
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")
    parser.addoption("--soak", action="store_true", help="all of what is long, of which a tenth runs otherwise")


def pytest_configure(config: pytest.Config) -> None:
    """Set hypothesis up, watch for tests without their marks, and spare MkDocs a search."""
    running.choose_profile(soak=config.getoption("--soak"))
    running.watch()
    running.spare()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give long tests the values that are their turn, and tests of a site the way to it."""
    running.parametrize_samples(metafunc)
    running.parametrize_ways(metafunc)


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> running.Schedule:
    """Send tests to workers as `running` says."""
    return running.Schedule(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Search no garbage while tests are collected, and never again among them: there are millions of parts of them.

    Later it is looked for more seldom than is usual: tests make much that lives for a moment.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.set_threshold(20_000, 20, 50)
        gc.enable()
        gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests, before any are chosen by their marks, and put them in order."""
    for item in items:
        running.mark(item)
    running.order(items)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> None:
    """Note which test runs."""
    running.begin(item)


@pytest.fixture(name="libreoffice", scope="session")
def fixture_libreoffice(request: pytest.FixtureRequest) -> str:
    """Give the program; outside of `make soak` there is nothing to test, and there it has to be."""
    if not request.config.getoption("--soak"):
        pytest.skip("starts LibreOffice: runs in make soak")
    return find_office() or pytest.fail("no LibreOffice: see tests/office_program.py")


@pytest.fixture(name=running.TENTH)
def fixture_tenth(request: pytest.FixtureRequest) -> Callable[[Sequence[running.T]], list[running.T]]:
    """Give a tenth of some values, the same in every run of a test; all of them under `--soak`."""
    if request.config.getoption("--soak"):
        return list
    return lambda values: running.tenth_of(values, request.node.nodeid)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], str]:
    """Give golden texts by their names below tests/; a test asserts that its text is the same.

    Under `--update-golden` the actual text is written first, so it becomes the golden one.
    """
    update = request.config.getoption("--update-golden")

    def text_of(name: str, actual: str) -> str:
        path = TESTS / name
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="\n")
        return path.read_text(encoding="utf-8") if path.exists() else ""

    return text_of


@pytest.fixture
def problems() -> Callable[..., tuple[Problem, ...]]:
    """Examine one record by its bytes or text: `problems("title: …", record_id="2025-shili")`."""

    def problems_of(data: bytes | str, record_id: str = "2025-shili") -> tuple[Problem, ...]:
        raw = data.encode() if isinstance(data, str) else data
        record = Record(record_id, f"cases/{record_id}/case.yml", raw)
        surroundings = Surroundings(PartialDate(2026, 11, 22), packaged_programme())
        return examine(parse_record(record, Case, surroundings), Case).problems

    return problems_of


@pytest.fixture(scope="session")
def case() -> Callable[..., Case]:
    """Make an invented published case that says no more than it must: `case("x-01", title="…")`."""

    def case_of(case_id: str = "x-01", **values: object) -> Case:
        least = {
            "title": f"示例案例 {case_id}",
            "task": "教育服务",
            "summary": "编出来的提要。",
            "university": "示例大学",
            "branch": "示例党支部",
            "sources": [{"title": "示例报道"}],
            "status": "published",
        }
        return Case.model_validate({"id": case_id, **least, **values}, context={"programme": packaged_programme()})

    return case_of


@pytest.fixture(scope="session")
def record_text() -> str:
    """Give the text of an invented published record that says no more than it must."""
    return RECORD


@pytest.fixture(scope="session")
def copy_showcase() -> Callable[[Path], Path]:
    """Copy the showcase, with the repository's settings and handbook, to a folder that is not there yet."""

    def copy_to(folder: Path) -> Path:
        shutil.copytree(TESTS / "fixtures/showcase", folder)
        shutil.copytree(ROOT / "content/handbook", folder / "content/handbook", dirs_exist_ok=True)
        settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        (folder / "mkdocs.yml").write_text(unclaimed(settings), encoding="utf-8")
        return folder

    return copy_to


@pytest.fixture(scope="session", autouse=True)
def _faces() -> Iterator[None]:
    """Let no face of titles be made where nobody looks at it, nor twice of the same characters."""
    # Imported here, so that the book's tests need no pages, nor the pages' the book.
    from generator.making import title_face  # noqa: PLC0415

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(title_face, "subsets", faces.chosen(title_face.subsets, lambda: running.runs(faces.is_real)))
        yield


@pytest.fixture(name=faces.REAL)
def fixture_real_face() -> None:
    """Give sites the real face of titles; see `faces`."""


@pytest.fixture(scope="session")
def built_showcase(tmp_path_factory: pytest.TempPathFactory, copy_showcase: Callable[[Path], Path]) -> Path:
    """Give a copy of the showcase with its site, built once; no test changes it."""

    def make(folder: Path) -> None:
        # Imported here, so that the book's tests need no pages, nor the pages' the book.
        from generator.build import build_site  # noqa: PLC0415
        from generator.hosting.rendering import render_host  # noqa: PLC0415

        project, stages = copy_showcase(folder / "showcase"), Stages()
        library = examine_project(project, stages, on=PartialDate(2026, 11, 22)).library()
        build_site(project, project / "site", library, render_host, stages, day=BUILT_ON)

    return made_once(tmp_path_factory, "built", make) / "showcase"


@pytest.fixture
def tmp_showcase(tmp_path: Path, copy_showcase: Callable[[Path], Path]) -> Path:
    """Give a copy of the showcase that a test may change."""
    return copy_showcase(tmp_path / "showcase")


@pytest.fixture
def tmp_project(tmp_path: Path) -> Path:
    """Give a small project that a test may change: two written pages, and one published record, `x-01`."""
    project = tmp_path / "project"
    (project / "content").mkdir(parents=True)
    (project / "content/index.md").write_text("# 示例\n\n<!-- anliji:main -->\n", encoding="utf-8")
    (project / "content/about.md").write_text("# 关于\n\n编的。\n", encoding="utf-8")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(unclaimed(settings.partition("\nnav:")[0]) + "\n", encoding="utf-8")
    (project / "cases/x-01").mkdir(parents=True)
    (project / "cases/x-01/case.yml").write_text(RECORD, encoding="utf-8")
    return project


@pytest.fixture(name="mkdocs")
def fixture_mkdocs(tmp_project: Path) -> Iterator[Callable[..., Result]]:
    """Run `mkdocs build` on the small project, in this process: starting a program takes longer than the build."""
    # Imported here, so that the book's tests need no host.
    from mkdocs.__main__ import cli  # noqa: PLC0415
    from mkdocs.config.defaults import MkDocsConfig  # noqa: PLC0415

    # MkDocs keeps its plugins while a process lives, and ours what it was called for.
    kept = dict(MkDocsConfig._schema)["plugins"].plugin_cache
    log = logging.getLogger("mkdocs")
    level, handlers = log.level, list(log.handlers)
    kept.clear()
    yield lambda *options: CliRunner().invoke(cli, ["build", "-f", str(tmp_project / "mkdocs.yml"), *options])
    kept.clear()
    log.setLevel(level)
    log.handlers[:] = handlers


@pytest.fixture(scope="session")
def plain_host() -> Callable[[Path, Path], Hosted]:
    """Give a host that puts a project's written pages into bare frames: MkDocs takes seconds where it is not asked for.

    A page in another encoding than UTF-8 is an error, as with MkDocs.
    """

    def render(root: Path, into: Path) -> Hosted:
        written = {path.stem: path.read_text(encoding="utf-8") for path in (root / "content").glob("*.md")}
        (into / "assets").mkdir(parents=True, exist_ok=True)
        (into / "404.html").write_text("<body>没有这个页面</body>", encoding="utf-8")
        bodies = {f"{stem}.html": text for stem, text in written.items()}
        bodies |= dict.fromkeys(addresses.hosted_titles(packaged_programme()), "<!-- anliji:main -->")
        frames = {
            uri: Frame(uri, "", "", f"<head><!-- anliji:head --></head><body>{body}</body>")
            for uri, body in bodies.items()
        }
        return Hosted(Settings("示例案例集", "https://anliji.example/"), frames)

    return render


@pytest.fixture
def quick_host(plain_host: Callable[[Path, Path], Hosted], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let that host draw the pages of all commands; it goes by the settings all the same."""
    # Imported here, so that the book's tests need no host.
    from generator.hosting import configuration, rendering  # noqa: PLC0415

    read: dict[bytes, Settings] = {}

    def render(root: Path, into: Path) -> Hosted:
        written = (root / "mkdocs.yml").read_bytes()
        if written not in read:
            read[written] = configuration.site_settings(root)
        return replace(plain_host(root, into), settings=read[written])

    monkeypatch.setattr(rendering, "render_host", render)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """Give a terminal that has colours, whatever these tests run in."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    made = Terminal()
    yield made
    made.close()
