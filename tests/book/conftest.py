"""The showcase on disk and as a library, and its books, each set once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.case.date import PartialDate
from generator.examine import examine_project
from generator.library.library import Library
from generator.outputs.views.book_format import Format
from tests.book.printed import PrintedVolume, print_book, quiet

ON = PartialDate(2026, 11, 22)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory, copy_showcase: Callable[[Path], Path]) -> Path:
    """Give the showcase on disk."""
    return copy_showcase(tmp_path_factory.mktemp("book") / "showcase")


@pytest.fixture(scope="session")
def library(project: Path) -> Library:
    """Give the showcase's library."""
    return examine_project(project, quiet(), on=ON).library()


@pytest.fixture(scope="session")
def printed(library: Library, project: Path, tmp_path_factory: pytest.TempPathFactory) -> PrintedVolume:
    """Give the showcase's selection, for the printer: 16k, two-sided, with bleed."""
    return print_book(
        library, "xuanbian", Format("16k", "print", bleed=True), project, tmp_path_factory.mktemp("print")
    )


@pytest.fixture(scope="session")
def shown(library: Library, project: Path, tmp_path_factory: pytest.TempPathFactory) -> PrintedVolume:
    """Give the same book for the screen."""
    return print_book(library, "xuanbian", Format("16k", "screen"), project, tmp_path_factory.mktemp("screen"))
