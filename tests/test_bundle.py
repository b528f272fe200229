"""The bundle: wheels for machines without internet, complete for each of them, with instructions that work."""

import importlib.util
import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]


def load_bundle() -> ModuleType:
    """Import the program that makes the bundle, which is no part of the product."""
    spec = importlib.util.spec_from_file_location("bundle", ROOT / ".ci" / "bundle.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["bundle"] = module
    spec.loader.exec_module(module)
    return module


bundle = load_bundle()
WINDOWS, LINUX = bundle.Machine("Windows", "3.11"), bundle.Machine("Linux", "3.13")


def write_wheel(folder: Path, name: str, *needs: str) -> None:
    """Write a wheel that holds nothing but what it says that it needs."""
    project, version, *_ = name.split("-")
    lines = [
        "Metadata-Version: 2.1",
        f"Name: {project}",
        f"Version: {version}",
        *(f"Requires-Dist: {n}" for n in needs),
    ]
    with zipfile.ZipFile(folder / name, "w") as archive:
        archive.writestr(f"{project}-{version}.dist-info/METADATA", "\n".join(lines) + "\n\n")


def lacking(machine: object, folder: Path) -> list[str]:
    """Name what a machine would miss among the wheels of a folder."""
    missing: list[str] = bundle.lacking(machine, folder.glob("*.whl"))
    return missing


def test_pins_of_a_requirements_file() -> None:
    """Each pin comes with its marker read and its hashes kept; comments are left out."""
    text = (
        "# pinned\na==1 \\\n    --hash=sha256:11 \\\n    --hash=sha256:22\n"
        "b==2 ; python_version < '3.12' \\\n    --hash=sha256:33\n"
    )

    found = [(one.name, str(one.marker or ""), line.split()) for one, line in bundle.pinned(text)]

    assert found == [
        ("a", "", ["a==1", "--hash=sha256:11", "--hash=sha256:22"]),
        ("b", 'python_version < "3.12"', ["b==2", "--hash=sha256:33"]),
    ]


def test_every_runtime_requirement_is_pinned() -> None:
    """What the program needs by pyproject.toml is what the bundle fetches."""
    pins = {canonicalize_name(one.name) for one, _ in bundle.pinned((ROOT / "requirements.txt").read_text("utf-8"))}

    assert {"click", "mkdocs", "mkdocs-material", "pillow", "pyyaml", "jinja2", "typst"} <= pins


@pytest.mark.parametrize(
    ("needs", "windows", "linux"),
    [
        ([], [], []),
        (["b"], ["b"], ["b"]),
        (["c>=2"], ["c>=2"], ["c>=2"]),
        (["c[more]"], ['d; extra == "more"'], ['d; extra == "more"']),
        (["only-windows"], [], ["only-windows"]),
        (['b; sys_platform == "win32"'], ['b; sys_platform == "win32"'], []),
        (['b; python_full_version < "3.11.5"'], ['b; python_full_version < "3.11.5"'], []),
        (['b; extra == "dev"'], [], []),
    ],
)
def test_what_is_lacking(needs: list[str], windows: list[str], linux: list[str], tmp_path: Path) -> None:
    """What no wheel gives is named for each machine, whatever stands between the program and what it needs."""
    write_wheel(tmp_path, "anliji-1.0-py3-none-any.whl", *needs)
    write_wheel(tmp_path, "c-1.5-py2.py3-none-any.whl", 'd; extra == "more"')
    write_wheel(tmp_path, "only_windows-1.0-cp311-cp311-win_amd64.whl")
    write_wheel(tmp_path, "b-1.0-cp312-cp312-manylinux_2_17_x86_64.whl")

    assert (lacking(WINDOWS, tmp_path), lacking(LINUX, tmp_path)) == (windows, linux)


def test_without_our_own_wheel() -> None:
    """No wheels at all lack the program itself."""
    assert bundle.lacking(LINUX, []) == ["anliji"]


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("b-1.0-py3-none-any.whl", True),
        ("b-1.0-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl", True),
        ("b-1.0-cp39-abi3-manylinux_2_28_x86_64.whl", True),
        ("b-1.0-cp313-cp313-manylinux_2_34_x86_64.whl", False),
        ("b-1.0-cp313-cp313t-manylinux_2_17_x86_64.whl", False),
        ("b-1.0-cp313-cp313-musllinux_1_2_x86_64.whl", False),
        ("b-1.0-cp313-cp313-manylinux_2_17_aarch64.whl", False),
        ("b-1.0-cp312-cp312-manylinux_2_17_x86_64.whl", False),
    ],
)
def test_wheels_that_fit(name: str, fits: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """A wheel counts only where its Python, its system and its C library are those of the machine."""
    write_wheel(tmp_path, "anliji-1.0-py3-none-any.whl", "b")
    write_wheel(tmp_path, name)

    assert lacking(LINUX, tmp_path) == ([] if fits else ["b"])


def test_the_same_wheels_give_the_same_zip(tmp_path: Path) -> None:
    """A bundle is the same bytes each time, and its instructions are for the editor of old Windows too."""
    write_wheel(tmp_path, "anliji-1.0-py3-none-any.whl", "b")
    write_wheel(tmp_path, "b-1.0-py3-none-any.whl")
    first, second = (bundle.pack(tmp_path, tmp_path / name) for name in ("one", "two"))

    assert (first.name, first.read_bytes()) == ("anliji-1.0-bundle.zip", second.read_bytes())
    with zipfile.ZipFile(first) as archive:
        top = "anliji-1.0-bundle"
        assert archive.namelist() == [
            f"{top}/安装说明.txt",
            f"{top}/wheels/anliji-1.0-py3-none-any.whl",
            f"{top}/wheels/b-1.0-py3-none-any.whl",
        ]
        words = archive.read(f"{top}/安装说明.txt")
    assert words.startswith(b"\xef\xbb\xbf" + "案例集（anliji 1.0）安装说明\r\n".encode())
    assert b"\n" not in words.replace(b"\r\n", b"")


@pytest.mark.build
@pytest.mark.sampled("machine", bundle.MACHINES, ids=str)
def test_a_bundle_installs_without_an_index(machine: object, tmp_path: Path) -> None:
    """What each machine needs can be fetched; on the one that runs the test, the instructions lead to the program."""
    path = bundle.make_bundle(tmp_path, [machine])
    if machine != bundle.Machine("Linux", f"{sys.version_info.major}.{sys.version_info.minor}"):
        return
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path)
    top = tmp_path / path.stem
    command = re.search(r"^ {4}~/anliji/bin/pip (.*)$", (top / "安装说明.txt").read_text("utf-8-sig"), re.MULTILINE)
    assert command is not None
    home = tmp_path / "anliji"
    venv.create(home, with_pip=True)
    plain = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PIP_", "VIRTUAL_ENV"))}
    plain |= {"PIP_CONFIG_FILE": os.devnull, "PYTHONUTF8": "1"}

    def run(program: str, *words: str) -> str:
        done = subprocess.run(
            [home / "bin" / program, *words], cwd=top, env=plain, check=True, stdout=subprocess.PIPE, encoding="utf-8"
        )
        return done.stdout

    run("pip", *command[1].split())
    run("anliji", "init", "示例")

    assert run("anliji", "--version").startswith("案例集 anliji ")
    assert (top / "示例/mkdocs.yml").is_file()
