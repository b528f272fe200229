"""What all tests share: the golden files, and hypothesis without chance."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

TESTS = Path(__file__).parent

# The same examples in every run, and no database beside the tests: a failure on CI fails everywhere.
settings.register_profile("anliji", derandomize=True, database=None, deadline=None)
settings.load_profile("anliji")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites golden files."""
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], str]:
    """Compare with golden files: `assert golden("diagnostics/x.txt", actual) == actual`, below tests/.

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
