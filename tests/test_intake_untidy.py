"""Of what comes in an untidy table nothing is wrong without a mark."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.case.programme import packaged_programme
from generator.intake.known import Known
from generator.intake.proposal import ProposedCase
from generator.making.intake.sources import SourceFile
from generator.making.intake.table_reader import read_table
from tests.untidy_table import truths, untidy_table

ROWS = 40


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Give the single values of a record."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from leaves(one, (*path, key))
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from leaves(one, (*path, at))
    else:
        yield path, value


def counted(case: ProposedCase, truth: dict[str, Any]) -> dict[str, int]:
    """Count the values that are right, marked, missing, and wrong without a mark."""
    found = dict(leaves(case.record))
    marked = {path for one in case.doubts for path, _ in leaves(one.value, one.path)}
    counts = dict.fromkeys(("right", "marked", "missing", "wrong"), 0)
    for path, meant in leaves(truth):
        kind = "missing" if path not in found else "marked" if path in marked else "right"
        counts["wrong" if path in found and found[path] != meant and path not in marked else kind] += 1
    unasked = found.keys() - dict(leaves(truth)).keys() - marked
    counts["wrong"] += len(unasked)
    return counts


@pytest.mark.sampled("seed", range(40))
def test_nothing_is_wrong_without_a_mark(tmp_path: Path, seed: int) -> None:
    """Every value of every case comes through, whatever was guessed is marked, and no telephone is anywhere."""
    meant = truths(ROWS, seed)
    path = tmp_path / "汇总表.xlsx"
    path.write_bytes(untidy_table(meant, seed))
    incoming = read_table(SourceFile(path.name, path), Known(packaged_programme()))
    counts = [counted(case, truth) for case, truth in zip(incoming.cases, meant, strict=True)]
    total = {key: sum(one[key] for one in counts) for key in counts[0]}

    assert (total["wrong"], total["missing"]) == (0, 0)
    assert total["right"] > 2 * total["marked"]
    assert "13800138000" not in repr(incoming).replace("-", "")
    assert incoming.problems == []
