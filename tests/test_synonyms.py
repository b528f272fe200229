"""The list of synonyms: how it is read, what is wrong with one, and that the one we ship is sound."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator.case.date import PartialDate
from generator.case.programme import packaged_programme
from generator.case.synonyms import SynonymGroup
from generator.outputs.report import render_problem
from generator.reading.check_result import CheckResult
from generator.reading.examination import examine, parse_record
from generator.reading.record import Record
from generator.reading.surroundings import Surroundings
from generator.reading.synonym_list import SynonymList

Golden = Callable[[str, str], str]

SHIPPED = Path(__file__).parent.parent / "content" / "synonyms.yml"
BARE = Surroundings(PartialDate(2026, 11, 28), packaged_programme())


def examine_list(text: str) -> CheckResult[SynonymList]:
    """Examine a list as if a project had it."""
    record = Record("synonyms", "content/synonyms.yml", text.encode())
    return examine(parse_record(record, SynonymList, BARE), SynonymList)


def test_groups_are_read_in_their_order() -> None:
    """Words lead to one another, `also` one way; both stay as they are written."""
    result = examine_list("groups:\n- {words: [牙医, 看牙], also: [口腔]}\n- {words: [农村, 乡村]}\n")

    assert result.problems == ()
    assert result.value is not None
    assert result.value.synonyms == (SynonymGroup(("牙医", "看牙"), ("口腔",)), SynonymGroup(("农村", "乡村")))


FAULTS = {
    "synonym-repeated": """\
groups:
- {words: [农村, 乡村, 农村]}
- {words: [人工智能, AI], also: [ＡＩ]}
- {words: [支教]}
- {words: [校企 合作, 企业联建]}
- {words: [乡村, 村庄, 农村]}
- {words: [口腔], also: [牙医]}
- {words: [牙医], also: [口腔]}
""",
    "key-unknown.synonyms": "groups:\n- {word: [农村, 乡村]}\n",
    "text-too-long.synonyms": "groups:\n- {words: [农村, 乡村乡村乡村乡村乡村乡村乡村乡村乡村乡村乡村]}\n",
}


@pytest.mark.parametrize("name", FAULTS)
def test_message(name: str, golden: Golden) -> None:
    """What is wrong in the list is said at its place."""
    problems = examine_list(FAULTS[name]).problems
    actual = "\n\n".join(map(render_problem, problems)) + "\n"

    assert golden(f"diagnostics/{name}.txt", actual) == actual
    assert name.partition(".")[0] in actual


def test_words_that_lead_each_other_only_one_way_are_no_pair_twice() -> None:
    """A ring of `also` is said once at most, and never an error: search follows each step only once."""
    result = examine_list("groups:\n- {words: [甲词], also: [乙词]}\n- {words: [乙词], also: [丙词, 甲词]}\n")

    assert result.problems == ()


def test_the_shipped_list_is_sound_and_large() -> None:
    """About 300 groups come with the program, without a problem."""
    text = SHIPPED.read_text(encoding="utf-8")

    assert examine_list(text).problems == ()
    assert len(yaml.safe_load(text)["groups"]) >= 300
