"""Whatever is in mkdocs.yml, what comes of it is a site, or Chinese words."""

import re
from pathlib import Path

import pytest

from generator.hosting.configuration import HostError, load, settings_of
from generator.hosting.rendering import render_host
from tests.mutated_settings import mutated

pytestmark = pytest.mark.build

_ENGLISH = re.compile(r"[A-Za-z]{2,} [A-Za-z']{2,} [A-Za-z]{2,}|Error|Traceback|<class")
_WRITTEN = re.compile(r"“[^”]*”|^ +\d* │ .*$|/\S+", re.MULTILINE)
"""What a message repeats of the file, and names of files."""


def english_in(message: str) -> list[str]:
    """Find English in a message, but for what the editor wrote."""
    return _ENGLISH.findall(_WRITTEN.sub("", message))


@pytest.mark.sampled("number", range(2000))
def test_mutated_settings(tmp_project: Path, number: int) -> None:
    """Settings that were changed anywhere are read, or refused in Chinese, never with an error of the program."""
    path = tmp_project / "mkdocs.yml"
    path.write_bytes(mutated((Path(__file__).parents[1] / "mkdocs.yml").read_text(encoding="utf-8"), number))
    try:
        loaded = load(tmp_project)
        settings_of(loaded.config)
        said = list(loaded.notices)
    except HostError as error:
        said = [str(error)]

    assert [english_in(text) for text in said if english_in(text)] == []


@pytest.mark.sampled("number", range(2000, 2200))
def test_pages_of_mutated_settings(tmp_project: Path, tmp_path: Path, number: int) -> None:
    """Pages are rendered with such settings, or it is said in Chinese why not."""
    path = tmp_project / "mkdocs.yml"
    path.write_bytes(mutated(path.read_text(encoding="utf-8"), number))
    try:
        said = list(render_host(tmp_project, tmp_path / "made").notices)
    except HostError as error:
        said = [str(error)]

    assert [english_in(text) for text in said if english_in(text)] == []
