"""The wheel: what an editor installs makes a project and builds it, far from the repository and without a network."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.build

ROOT = Path(__file__).parents[1]


def run(*words: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder, without anything of the tests' own environment that Python would follow."""
    plain = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV", "COV"))}
    return subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**plain, "PYTHONUTF8": "1", "PYTHONSAFEPATH": "1", "PIP_NO_INDEX": "1"},
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the repository."""
    made = tmp_path_factory.mktemp("dist")
    program = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", made, cwd=ROOT)
    assert program.returncode == 0, program.stderr
    (path,) = made.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an environment of its own that sees the tests' packages but not the repository.

    Gives the folder of its programs.
    """
    folder = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(folder, with_pip=False)
    purelib = next((folder / "lib").glob("python*/site-packages"))
    # Last in the path, so that an editable install of the repository there cannot come before the wheel.
    (purelib / "packages.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    pip = (sys.executable, "-m", "pip", "--python", folder / "bin/python", "--disable-pip-version-check")
    program = run(*pip, "install", "--quiet", "--no-deps", "--ignore-installed", wheel, cwd=folder)
    assert program.returncode == 0, program.stderr
    return folder / "bin"


@pytest.fixture(scope="module")
def demo(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Give a new project of the installed program with its site, and what the build said."""
    folder = tmp_path_factory.mktemp("new")
    made = run(installed / "anliji", "init", "demo", cwd=folder)
    built = run(installed / "anliji", "-C", "demo", "build", cwd=folder)
    assert (made.returncode, built.returncode) == (0, 0), made.stderr + built.stderr
    return folder / "demo", built.stderr


def names(wheel: Path) -> set[str]:
    """Name the files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_wheel_holds_the_program(wheel: Path) -> None:
    """Every module, data file and template of the program is in the wheel, and every file of the theme."""
    wanted = {
        path.relative_to(ROOT).as_posix()
        for folder in ("generator", "theme")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }

    assert wanted - names(wheel) == set()


def test_wheel_holds_the_starter(wheel: Path) -> None:
    """The settings, the written pages and the whole handbook go with it."""
    handbook = {f"content/handbook/{path.name}" for path in (ROOT / "content/handbook").glob("*.md")}
    wanted = {
        "mkdocs.yml",
        "content/index.md",
        "content/wording.yml",
        "content/names.yml",
        "content/synonyms.yml",
        "content/letters/催报.docx",
        *handbook,
    }

    assert {f"generator/starter/{name}" for name in wanted} - names(wheel) == set()


def test_wheel_holds_nothing_else(wheel: Path) -> None:
    """No record, no test and no built page is in the wheel."""
    top = {name.split("/")[0] for name in names(wheel)}
    (info,) = (name for name in top if name.endswith(".dist-info"))

    assert top == {"generator", "theme", info}
    assert [name for name in names(wheel) if "/cases/" in name or name.endswith((".pyc", ".orig"))] == []


def test_installed_program_is_the_wheels(installed: Path, wheel: Path, tmp_path: Path) -> None:
    """The environment runs the wheel, not the repository."""
    program = run(installed / "python", "-c", "import generator; print(generator.__file__)", cwd=tmp_path)

    assert wheel.is_file()
    assert program.stdout.startswith(str(installed.parent))


def test_new_project_builds(demo: tuple[Path, str]) -> None:
    """`anliji init demo` and `anliji -C demo build` give a site without the sample, which is told."""
    project, said = demo

    assert (project / "site/index.html").is_file()
    assert not (project / "site/cases").exists()
    assert [line.partition("，")[0] for line in said.splitlines()] == [
        "注意：mkdocs.yml 里的 site_url 还是示例网址",
        "注意：网站没有写由谁发布",
        "注意：cases/shili-anli/case.yml 是程序附带的示例",
        "已发布 0 个案例",
    ]


def test_mkdocs_finds_plugin_and_theme(installed: Path, demo: tuple[Path, str], tmp_path: Path) -> None:
    """The wheel tells MkDocs where plugin and theme are: `mkdocs build` works in the new project too."""
    shutil.copytree(demo[0], tmp_path / "demo", ignore=shutil.ignore_patterns("site"))
    program = run(installed / "python", "-m", "mkdocs", "build", "--strict", "-f", "demo/mkdocs.yml", cwd=tmp_path)

    assert program.returncode == 0, program.stderr
    assert (tmp_path / "demo/site/index.html").is_file()
    assert "cases/shili-anli/case.yml 是程序附带的示例" in program.stderr
