"""What all tests share: the golden files, and hypothesis without chance."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from generator.case.date import PartialDate
from generator.case.model import Case
from generator.case.problem import Problem
from generator.reading.entry import Surroundings
from generator.reading.examination import enter, examine
from generator.reading.record import Record

TESTS = Path(__file__).parent

# The same examples in every run, and no database beside the tests: a failure on CI fails everywhere.
settings.register_profile("anliji", derandomize=True, database=None, deadline=None)
settings.load_profile("anliji")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites golden files."""
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], str]:
    """Give golden texts by their names below tests/; a test asserts that its text is the same.

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


@pytest.fixture
def problems() -> Callable[..., tuple[Problem, ...]]:
    """Examine one record by its bytes or text: `problems("title: …", record_id="2025-shili")`."""

    def problems_of(data: bytes | str, record_id: str = "2025-shili") -> tuple[Problem, ...]:
        raw = data.encode() if isinstance(data, str) else data
        record = Record(record_id, f"cases/{record_id}/case.yml", raw)
        surroundings = Surroundings(today=PartialDate(2026, 11, 22))
        return examine(enter(record, Case, surroundings), Case).problems

    return problems_of


@pytest.fixture(scope="session")
def case() -> Callable[..., Case]:
    """Make an invented published case that says no more than it must: `case("x-01", title="…")`."""

    def case_of(case_id: str = "x-01", **values: object) -> Case:
        least = {
            "title": f"示例案例 {case_id}",
            "task": "教育服务",
            "summary": "编出来的提要。",
            "university": "示例大学",
            "branch": "示例党支部",
            "sources": [{"title": "示例报道"}],
            "status": "published",
        }
        return Case.model_validate({"id": case_id, **least, **values})

    return case_of
