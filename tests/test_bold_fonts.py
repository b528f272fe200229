"""The bold cuts in theme/fonts: what `make fonts` made, no more and no less, and fit for our own records."""

import importlib.util
import sys
from hashlib import sha256
from pathlib import Path
from types import ModuleType

import pytest
from fontTools.ttLib import TTFont

from generator.making.fonts import BOLD_SANS, BOLD_SERIF, bold_sans_path, bold_serif_path, coverage_of, find_faces

ROOT = Path(__file__).parents[1]
FONTS = ROOT / "theme/fonts"
CUTS = {BOLD_SERIF: bold_serif_path(), BOLD_SANS: bold_sans_path()}


def load() -> ModuleType:
    """Load the program that makes the cuts."""
    spec = importlib.util.spec_from_file_location("make_fonts", ROOT / ".ci/fonts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_files_are_what_was_made() -> None:
    """Every file is listed with the sum that it had when it was made, and the licence is among them."""
    listed = dict(reversed(line.split("  ")) for line in (FONTS / "SHA256SUMS").read_text("ascii").splitlines())
    found = {path.name: sha256(path.read_bytes()).hexdigest() for path in FONTS.iterdir() if path.name != "SHA256SUMS"}

    assert found == listed
    assert {path.name for path in CUTS.values()} | {"OFL.txt"} == set(listed)
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text("utf-8")


def test_the_files_are_small() -> None:
    """They take no more than 8 MB in the package."""
    assert sum(path.stat().st_size for path in FONTS.iterdir()) <= 8_000_000


@pytest.mark.parametrize("family", CUTS)
def test_names(family: str) -> None:
    """Each cut is called as the book calls it, and says whose it is and under which licence."""
    with TTFont(CUTS[family], lazy=True) as font:
        names = {record.nameID: str(record) for record in font["name"].names}

    assert (family, family) == (names[1], names[4].rpartition(" ")[0])
    assert "Adobe" in names[0]
    assert "SIL Open Font License" in names[13]


@pytest.mark.parametrize("path", CUTS.values(), ids=CUTS)
def test_characters(path: Path) -> None:
    """A cut has ASCII, GB 2312, and what our own records are written with, as far as the Regular font has it."""
    has = coverage_of(path)
    missing = load().wanted_characters() & find_faces({}, ROOT).coverage - has

    assert {ord(character) for character in "aZ09%→·—…《》“”汉编"} <= has
    assert missing == set(), f"run `make fonts`: {''.join(map(chr, sorted(missing)))}"
