"""A case written as YAML and read again is the same case, down to the record that uses every field."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.case.kinds import parse_number
from generator.case.labels import inner_model
from generator.case.model import SEVERAL, Case
from generator.case.odd_characters import has_odd
from generator.case.programme import packaged_programme
from generator.reading.documents import parse_document
from generator.reading.labels import record_fields
from tests.each import each

TESTS = Path(__file__).parent
SHOWCASE = TESTS / "fixtures" / "showcase" / "cases"
RECORDS = sorted([*SHOWCASE.glob("*/case.yml"), *TESTS.parent.glob("cases/*/case.yml")])

ONLY_WITHDRAWN = {("Case", "withdrawn_reason"), ("Case", "replaced_by")}
"""Fields that a published record cannot have."""
OF_SEVERAL = {("Case", key) for key in SEVERAL.values()}
"""Fields that stand instead of others."""


def read_values(path: Path) -> dict[str, Any]:
    """Read the values of a record as the program does."""
    return parse_document("case.yml", path.read_bytes()).value


def case_of(text: str | bytes, case_id: str) -> Case:
    """Read a case that is known to be sound."""
    data = text.encode() if isinstance(text, str) else text
    return Case.model_validate(
        {"id": case_id, **parse_document("case.yml", data).value}, context={"programme": packaged_programme()}
    )


def written(case: Case) -> str:
    """Write a case as YAML, without what goes without saying."""
    return yaml.safe_dump(case.model_dump(mode="json", exclude_defaults=True), allow_unicode=True, sort_keys=False)


def fields_of(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Name every field of a model and of the models inside it."""
    for key, field in record_fields(model):
        yield model.__name__, key
        inner = inner_model(field.annotation)
        if inner:
            yield from fields_of(inner)


def fields_used(values: dict[str, Any], model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Name the fields that a record fills in."""
    for key, value in values.items():
        yield model.__name__, key
        inner = inner_model(model.model_fields[key].annotation)
        for part in value if isinstance(value, list) else [value]:
            if inner and isinstance(part, dict):
                yield from fields_used(part, inner)


def test_one_record_uses_every_field() -> None:
    """The showcase's main record fills in every field that a published case can have, but for keys of several."""
    values = read_values(SHOWCASE / "quan-zi-duan" / "case.yml")

    assert set(fields_used(values, Case)) == set(fields_of(Case)) - ONLY_WITHDRAWN - OF_SEVERAL


def test_a_record_of_several_uses_their_keys() -> None:
    """A record of two universities, three branches and two secretaries uses the keys of several alone."""
    values = read_values(SHOWCASE / "ke-pu-xia-xiang" / "case.yml")

    assert SEVERAL.keys() & values.keys() == set()
    assert set(fields_used(values, Case)) >= OF_SEVERAL


def test_a_withdrawn_record_uses_the_rest() -> None:
    """The showcase's withdrawn record fills in the fields that only withdrawn cases have."""
    values = read_values(SHOWCASE / "che-xia-an-li" / "case.yml")

    assert set(fields_used(values, Case)) >= ONLY_WITHDRAWN


@each("path", RECORDS, ids=lambda path: path.parent.name)
def test_case_to_yaml_to_case(path: Path) -> None:
    """Written and read again, a case is the same."""
    case = case_of(path.read_bytes(), path.parent.name)

    assert case_of(written(case), case.id) == case


def test_numbers_keep_their_decimals() -> None:
    """A number is written with the decimals that it was reported with."""
    case = case_of((SHOWCASE / "quan-zi-duan" / "case.yml").read_bytes(), "quan-zi-duan")
    again = case_of(written(case), case.id)

    assert [str(outcome.value) for outcome in again.outcomes] == [
        str(parse_number(outcome["value"]))
        for outcome in read_values(SHOWCASE / "quan-zi-duan" / "case.yml")["outcomes"]
    ]


def test_the_second_writing_is_the_first() -> None:
    """Writing what was read from our own writing changes nothing."""
    case = case_of((SHOWCASE / "quan-zi-duan" / "case.yml").read_bytes(), "quan-zi-duan")
    once = written(case)

    assert written(case_of(once, case.id)) == once


# Everything a line may hold, with what YAML would rather read as something else.
LINES = st.one_of(
    st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=20),
    st.sampled_from(["no", "NO", "~", "null", "1:30", "010", "1e3", "2024-01-01", "- 甲", "# 乙", "丙: 丁", "'", '"']),
).filter(lambda text: text.strip() != "" and not has_odd(text))


@given(keyword=LINES)
def test_any_line_survives(keyword: str) -> None:
    """Whatever a line holds, YAML gives it back as it was, without the white space around it."""
    text = yaml.safe_dump({"keywords": [keyword]}, allow_unicode=True)
    required = "title: 示例标题\ntask: 党建联建\nsummary: 提要\nuniversity: 示例大学\nbranch: 示例支部\n"
    case = case_of(required + text, "x")

    assert case_of(written(case), "x").keywords == (keyword.strip(),)


PROSE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], include_characters="\n\t"), min_size=1)


@given(prose=PROSE.filter(lambda text: not has_odd(text)))
def test_any_prose_survives(prose: str) -> None:
    """Whatever stands in a section, writing and reading gives the same text."""
    required = {
        "title": "示例标题",
        "task": "党建联建",
        "summary": "提要",
        "university": "甲",
        "branch": "乙",
    }
    case = Case.model_validate(
        {"id": "x", **required, "background": prose if prose.strip() else "甲"},
        context={"programme": packaged_programme()},
    )

    assert case_of(written(case), "x") == case
