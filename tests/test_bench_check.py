"""What `make bench-check` says of the figures that it has measured."""

from dataclasses import replace
from pathlib import Path

from generator.examine import examine_project
from generator.making.terminal.progress import Stages
from tests.bench.check import MEASURES, Kept, advice, is_exceeded, lowered, read_kept, table, write_kept
from tests.bench.hugo import write_hugo_site
from tests.bench.records import write_project
from tests.each import each

KEPT = Kept({"cpu_ratio": 8.0, "kb_per_case": 50.0, "files_per_case": 2.0}, "2026-01-01", "示例")
SAME = dict(KEPT.figures)


def test_what_is_kept_is_whole() -> None:
    """The repository keeps a figure for each measure, with the day and a reason."""
    kept = read_kept()

    assert [one.key for one in MEASURES] == list(kept.figures)
    assert kept.since
    assert kept.why


@each(
    ("found", "risen", "fallen"),
    [
        (SAME, False, False),
        (SAME | {"cpu_ratio": 10.4}, False, False),
        (SAME | {"cpu_ratio": 10.5}, True, False),
        (SAME | {"kb_per_case": 55.1}, True, False),
        (SAME | {"files_per_case": 2.3}, True, False),
        (SAME | {"cpu_ratio": 7.3}, False, False),
        (SAME | {"cpu_ratio": 7.1}, False, True),
        (SAME | {"cpu_ratio": 7.1, "kb_per_case": 60.0}, True, False),
    ],
    ids=["same", "within", "slower", "larger", "more files", "a little faster", "faster", "faster but larger"],
)
def test_advice(found: dict[str, float], risen: bool, fallen: bool) -> None:  # noqa: FBT001 (cases of the table)
    """A rise above what is allowed is named, and so is a fall that is worth keeping; the rise counts more."""
    said = advice(KEPT, found)

    assert (risen, fallen) == ("超过了允许的数" in said, "KEEP=" in said)
    assert risen is any(is_exceeded(one, KEPT, found) for one in MEASURES)
    assert risen is ("  否" in str(table(KEPT, found)))


def test_only_what_has_fallen_is_kept(tmp_path: Path) -> None:
    """Keeping lowers figures and raises none, and is read back as it was written."""
    write_kept(
        lowered(KEPT, {"cpu_ratio": 3.14159, "kb_per_case": 51.0, "files_per_case": 2.0}, "2026-02-01", "快了"),
        tmp_path / "k",
    )

    assert replace(KEPT, figures=SAME | {"cpu_ratio": 3.14}, since="2026-02-01", why="快了") == read_kept(
        tmp_path / "k"
    )


def test_invented_records_can_be_built(tmp_path: Path) -> None:
    """What is measured is whole: records without errors, and the same ones for the peer."""
    write_project(tmp_path, 20)
    write_hugo_site(tmp_path / "hugo", 20)

    examination = examine_project(tmp_path, Stages())

    assert (examination.errors, len(examination.cases)) == (0, 20)
    assert sorted(case.id for case in examination.cases) == sorted(
        path.stem for path in (tmp_path / "hugo" / "content" / "cases").iterdir()
    )
