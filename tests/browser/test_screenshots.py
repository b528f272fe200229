"""The command that takes pictures of the pages."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.browser import screenshots
from tests.browser.sites import ROOT


def width_of(path: Path) -> int:
    """Give a picture's width in pixels."""
    with Image.open(path) as picture:
        return picture.width


def test_pictures_of_a_few_pages(
    tmp_path: Path, site_of: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The pages that are asked for are pictured at each width, light and dark, beside a sheet that shows them."""
    monkeypatch.setattr(
        screenshots, "build_sites", lambda names, _: {name: f"{site_of(name).as_uri()}/" for name in names}
    )
    code = screenshots.main([str(tmp_path / "pictures"), "--only", "empty-term", "--width", "390", "1024"])
    widths_px = {path.name: width_of(path) for path in (tmp_path / "pictures").glob("*.png")}
    sheet = (tmp_path / "pictures/index.html").read_text(encoding="utf-8")

    assert (code, capsys.readouterr().err) == (0, "")
    assert widths_px == {
        "empty-term.1024.dark.png": 1024,
        "empty-term.1024.light.png": 1024,
        "empty-term.390.dark.png": 390,
        "empty-term.390.light.png": 390,
    }
    assert [name for name in widths_px if f'src="{name}"' not in sheet] == []


def test_a_picture_that_is_not_there(tmp_path: Path) -> None:
    """A name that no picture has is wrong use: 2, and nothing is built."""
    command = [sys.executable, "-m", "tests.browser.screenshots", str(tmp_path / "pictures"), "--only", "unknown-kind"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)

    assert (done.returncode, (tmp_path / "pictures").exists()) == (2, False)
