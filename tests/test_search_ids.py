"""Which case has which id, in blocks."""

from collections.abc import Callable

import pytest

from generator.case.model import Case
from generator.library.library import gather
from generator.outputs.search import ids as module
from generator.outputs.search.ids import first_ids, id_blocks

MakeCase = Callable[..., Case]


def test_ids_come_in_alphabetical_blocks(case: MakeCase, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each id has its case's number in the library's order, and the directory knows with which id a block begins."""
    monkeypatch.setattr(module, "IDS_IN_FILE", 2)
    library = gather([case("b"), case("a"), case("c-1"), case("c"), case("d")])
    blocks = id_blocks(library)

    assert [ids for ids, _ in blocks] == ["a,b", "c,c-1", "d"]
    assert "a,c,d" == first_ids(blocks)
    numbers = {id: number for ids, found in blocks for id, number in zip(ids.split(","), found, strict=True)}
    assert numbers == {one.id: number for number, one in enumerate(library.cases)}


def test_withdrawn_cases_are_known(case: MakeCase) -> None:
    """A withdrawn case has no number but is told from one that never was; a draft was never there."""
    library = gather([case("a"), case("gone", status="withdrawn"), case("not-yet", status="draft")])

    assert [("a,gone", [0, -1])] == id_blocks(library)


def test_empty_library_has_no_block() -> None:
    """Without cases there is nothing to look up."""
    assert ([], "") == (id_blocks(gather([])), first_ids([]))
