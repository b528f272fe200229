"""The pinned packages: editors get those that build a site, developers those for tests besides."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
FILES = {"requirements.txt": ("dependencies", "install"), "requirements-dev.txt": ("cluster", "dev")}
"""What each file pins, by the lists of pyproject.toml."""


def plain(name: str) -> str:
    """Give a package's name as pip compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(file: str) -> set[str]:
    """Give the packages that a file names."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return {plain(name) for name in re.findall(r"^([^\s=]+)==", text, re.MULTILINE)}


def asked(*lists: str) -> set[str]:
    """Give the packages that pyproject.toml asks for in some of its lists."""
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = {"dependencies": project["dependencies"], **project["optional-dependencies"]}
    return {plain(re.split(r"[^\w.-]", line)[0]) for name in lists for line in groups[name]}


@pytest.mark.parametrize("file", FILES)
def test_what_is_asked_for_is_pinned(file: str) -> None:
    """Each package that pyproject.toml names is pinned in the file for its readers, whole and with hashes."""
    text = (ROOT / file).read_text(encoding="utf-8")

    assert asked(*FILES[file]) - pinned(file) == set()
    assert len(re.findall(r"^\S+==\S+ (?:;.+)?\\\n +--hash=sha256:", text, re.MULTILINE)) == len(
        re.findall(r"^\S", text, re.MULTILINE)
    )
    assert "index-url" not in text


def test_no_package_is_pinned_twice() -> None:
    """What editors have is not in the developers' file, so both can be installed together and never disagree."""
    editors, developers = (pinned(file) for file in FILES)

    assert editors & developers == set()


def test_editors_get_no_tools_of_developers() -> None:
    """Nothing that only tests ask for is installed to build a site."""
    assert asked("dev") & pinned("requirements.txt") == set()
