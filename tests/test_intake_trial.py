"""Of a table of 40 rows and 20 Word files in untidy shapes, nothing is missing and nothing is wrong without a mark."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from generator.case.programme import packaged_programme
from generator.intake.incoming import Incoming
from generator.intake.joining import join
from generator.intake.known import Known
from generator.intake.proposal import ProposedCase
from generator.making.intake.case_photos import add_photos
from generator.making.intake.readers import READERS, read_sources
from generator.making.intake.sources import opened_sources
from generator.making.intake.word_reader import convert_documents
from tests.test_intake_untidy import counted
from tests.untidy_table import Truth
from tests.untidy_word import EMPTY, WORD, Meant, meant_cases, the_table, whole_truth

KNOWN = Known(packaged_programme())
OLD = ".doc"


def came_in(*paths: Path) -> Incoming:
    """Read files as `anliji import` does."""
    with opened_sources(paths, frozenset(READERS)) as sources:
        convert_documents(sources)
        incoming = Incoming(problems=sources.problems)
        for one in read_sources(sources.files, KNOWN):
            incoming.add(one)
        add_photos(incoming, sources.files, sources.pictures)
        joined = join(incoming.cases, KNOWN.names)
        incoming.cases, incoming.notes = joined.cases, [*incoming.notes, *joined.notes]
    return incoming


@pytest.fixture(scope="module", name="incoming")
def _incoming(tmp_path_factory: pytest.TempPathFactory) -> Incoming:
    """Read the table and all Word files that no other program has to convert, in one go."""
    folder = tmp_path_factory.mktemp("sent")
    (folder / "汇总表.xlsx").write_bytes(the_table())
    shutil.copytree(WORD, folder / WORD.name, ignore=shutil.ignore_patterns(f"*{OLD}"))
    return came_in(folder / "汇总表.xlsx", folder / WORD.name)


def expected(incoming: Incoming) -> list[tuple[ProposedCase, Truth, Meant | None]]:
    """Put each case beside what is meant by it; every one is found by university and title."""
    cases = {(one.text("university"), one.text("title")): one for one in incoming.cases}
    return [(cases[truth["university"], truth["title"]], truth, meant) for truth, meant in whole_truth(without=OLD)]


def test_no_value_is_missing_and_none_is_wrong_without_a_mark(incoming: Incoming) -> None:
    """All of 48 cases comes through; most of it is right, the rest says that it may not be."""
    total = Counter[str]()
    for case, truth, _ in expected(incoming):
        total += Counter(counted(case, truth))

    assert (total["missing"], total["wrong"]) == (0, 0)
    assert total["right"] > 3 * total["marked"]


def test_photos_keep_their_captions_and_figures_are_only_offered(incoming: Incoming) -> None:
    """Each case has its photos in their order, and the figures of its prose as notes, in no value."""
    for case, _, meant in expected(incoming):
        offered = [one for one in case.notes if "可能的成效数据" in one]
        captions = [one.caption for one in case.photos]

        assert captions == (meant.captions if meant else [])
        assert [one.partition("：")[2].partition("：")[2].rpartition("（")[0] for one in offered] == (
            meant.proposed if meant else []
        )


def test_no_other_case_comes_of_them(incoming: Incoming) -> None:
    """A file with two cases makes two; one with headings only makes none, and is told."""
    problems = [(one.path, one.message) for one in incoming.problems]

    assert len(incoming.cases) == len(expected(incoming))
    assert problems == [(f"word/{EMPTY}", "没有内容，没有建记录")]


def test_nothing_personal_comes_in(incoming: Incoming) -> None:
    """Telephones and mail of the contact rows are in no value, no note and no problem."""
    told = repr((incoming.cases, incoming.problems, incoming.notes)).replace("-", "")

    assert not any(one in told for one in ("13800138000", "shili@example.com", "62345678"))


@pytest.mark.sampled
@pytest.mark.program
def test_an_old_file_says_the_same(libreoffice: str) -> None:
    """What is meant by a .doc comes out of it by way of LibreOffice."""
    del libreoffice
    [old] = [one for one in meant_cases() if one.file.endswith(OLD)]
    [case] = came_in(WORD / old.file).cases
    named = counted(case, old.record)

    assert (named["missing"], named["wrong"]) == (0, 0)
    assert [one.caption for one in case.photos] == old.captions
