"""A task's name and colour are written once: renaming one changes the programme and the records, and nothing else."""

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.case.programme import packaged_programme

ROOT = Path(__file__).parents[1]
OLD, NEW = "科技赋能", "科技兴农"
SUFFIXES = (".py", ".css", ".js", ".html", ".svg", ".typ", ".yml")
WRITTEN = {"programme.yml", "sample.yml"}
"""The programme itself, and the record that a new project begins with."""
PROGRAMME = packaged_programme()
NAMES = {word for task in PROGRAMME.tasks for word in (task.name, task.id)}
COLOURS = {
    colour
    for task in PROGRAMME.tasks
    for hue, tint in [(task.hue, task.tint)]
    for colour in (hue.light, hue.dark, hue.high_contrast, hue.high_contrast_dark, tint.light, tint.dark)
}
SOURCES = [
    *(
        path
        for folder in ("generator", "theme")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in SUFFIXES and path.name not in WRITTEN
    ),
    ROOT / "mkdocs.yml",
]


def code_of(path: Path) -> str:
    """Read a source, a rule without its manual page: that may name tasks as examples."""
    text = path.read_text(encoding="utf-8")
    if path.parent.name == "checks":
        return text.replace(ast.get_docstring(ast.parse(text), clean=False) or "", "")
    return text


def named_in(path: Path) -> Iterator[str]:
    """Give the tasks and their colours that a source names."""
    text = code_of(path).lower()
    yield from sorted(word for word in NAMES | COLOURS if re.search(rf"{re.escape(word)}(?![0-9a-z])", text))


def test_no_source_names_a_task_or_its_colour() -> None:
    """Python, styles, scripts, templates and settings have tasks and their colours from the programme alone."""
    found = {path.relative_to(ROOT).as_posix(): list(named_in(path)) for path in SOURCES}

    assert {path: words for path, words in found.items() if words} == {}


@pytest.fixture(name="renamed")
def fixture_renamed(tmp_path: Path, built_showcase: Path) -> Path:
    """A copy of the program whose programme has another name for a task, and a project whose records use it.

    Its photos are developed already, and the program is compiled. The book has a part for each task; the collections
    without such parts are left out, and the register with them.
    """
    for folder in ("generator", "theme"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    project = shutil.copytree(built_showcase, tmp_path / "project", ignore=shutil.ignore_patterns("site"))
    for name in ("cases/addresses.txt", "content/collections/xuanbian.yml", "content/collections/an-tiao-jian.yml"):
        (project / name).unlink()
    own = [tmp_path / "generator/case/programme.yml", *project.glob("cases/*/case.yml")]
    for path in [*own, *project.glob("content/collections/*.yml")]:
        path.write_text(path.read_text(encoding="utf-8").replace(OLD, NEW), encoding="utf-8")
    return project


@pytest.mark.build
def test_renaming_a_task_changes_no_other_file(renamed: Path) -> None:
    """The whole site and its books are made, the new name is everywhere and the old one on no page of ours."""
    environment = {**os.environ, "PYTHONPATH": str(renamed.parent)}
    done = subprocess.run(
        [sys.executable, "-m", "generator.cli", "-C", str(renamed), "build"],
        env=environment,
        cwd=renamed.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    site = renamed / "site"
    # The handbook names tasks as examples.
    pages = [path for path in site.rglob("*.html") if path.parent.name != "handbook"]
    texts = [path.read_bytes() for path in [*pages, *(site / "search").rglob("*.js")]]

    assert NEW in (site / "task/technology-empowerment.html").read_text(encoding="utf-8")
    assert not any(OLD.encode(code) in text for text in texts for code in ("utf-8", "utf-16-le"))
    assert sorted(path.name for path in (site / "books").iterdir())
