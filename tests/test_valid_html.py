"""The pages are HTML as the standard has it, says the Nu HTML checker; run by `make soak`, which installs it."""

import re
from pathlib import Path

import pytest

from tests import html_checker


@pytest.fixture
def checker(request: pytest.FixtureRequest) -> list[str]:
    """Give the checker's command; without it, and outside of `make soak`, there is nothing to test."""
    if not request.config.getoption("--soak"):
        pytest.skip("takes long: runs in make soak")
    return html_checker.find_checker() or pytest.fail("no HTML checker: see tests/html_checker.py")


@pytest.mark.sampled
def test_every_page_is_valid(checker: list[str], built_showcase: Path) -> None:
    """No page of the showcase, of whatever kind, has an error."""
    assert html_checker.faults(checker, built_showcase / "site") == []


@pytest.mark.sampled
@pytest.mark.program
def test_faults_are_found(checker: list[str], tmp_path: Path) -> None:
    """An error is told with its page, so that an empty list means something."""
    (tmp_path / "a.html").write_text(
        "<!doctype html><html lang=zh><title>甲</title><h1>甲</h1><p><input type=search role=combobox></p>"
    )
    found = html_checker.faults(checker, tmp_path)

    assert any(re.search(r"a\.html:1: Bad value .search.", one) for one in found)
