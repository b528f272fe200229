"""The JSON Schema that editors complete against says the same as the program about what is sound."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.case.model import Case, Collection
from generator.case.problem import ERROR, Problem
from generator.case.programme import packaged_programme
from generator.case.schema import schema_of
from generator.reading.labels import known_keys
from tests.each import each

ROOT = Path(__file__).parents[1]
PROJECTS = (ROOT, ROOT / "tests" / "fixtures" / "showcase")
RECORDS = [path for project in PROJECTS for path in sorted(project.glob("cases/*/case.yml"))]
COLLECTIONS = [path for project in PROJECTS for path in sorted(project.glob("content/collections/*.yml"))]

MODELS = (Case, Collection)

REQUIRED = {
    "title": "示例标题",
    "task": "党建联建",
    "summary": "示例提要",
    "university": "示例大学",
    "branch": "示例支部",
    "sources": [{"title": "示例出处", "publisher": "示例网"}],
}


@pytest.fixture(name="case_schema", scope="module")
def fixture_case_schema() -> Draft202012Validator:
    """The published schema of a record."""
    return Draft202012Validator(schema_of(Case, packaged_programme()))


@pytest.fixture(name="collection_schema", scope="module")
def fixture_collection_schema() -> Draft202012Validator:
    """The published schema of a collection's file."""
    return Draft202012Validator(schema_of(Collection, packaged_programme()))


def load(path: Path) -> Any:
    """Load YAML as an editor's own tools do: guessing numbers and dates."""
    return as_json(yaml.safe_load(path.read_text(encoding="utf-8")))


def as_json(value: Any) -> Any:
    """Turn dates into text, since JSON has none."""
    if isinstance(value, dict):
        return {key: as_json(child) for key, child in value.items()}
    if isinstance(value, list):
        return [as_json(child) for child in value]
    return value.isoformat() if isinstance(value, date) else value


def complaints(schema: Draft202012Validator, values: Any) -> list[str]:
    """Give what the schema finds wrong."""
    return [f"{error.json_path}: {error.message}" for error in schema.iter_errors(values)]


@pytest.mark.parametrize("model", MODELS)
def test_the_schema_is_a_schema(model: type[Case] | type[Collection]) -> None:
    """A schema keeps the rules of its own draft."""
    schema = schema_of(model, packaged_programme())
    Draft202012Validator.check_schema(schema)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@each("path", RECORDS, ids=lambda path: path.parent.name)
def test_every_record_fits(path: Path, case_schema: Draft202012Validator) -> None:
    """Records that the program takes raise no complaint in an editor."""
    assert complaints(case_schema, load(path)) == []


@each("path", COLLECTIONS, ids=lambda path: path.stem)
def test_every_collection_fits(path: Path, collection_schema: Draft202012Validator) -> None:
    """Collections that the program takes raise no complaint in an editor."""
    assert complaints(collection_schema, load(path)) == []


@each(
    "change",
    [
        {"title": "三个字"},
        {"title": "长" * 41},
        {"task": "党建共建"},
        {"also": ["别的"]},
        {"summary": "长" * 301},
        {"标题": "写成了中文的键"},
        {"id": "shili"},
        {"province": "示例省"},
        {"level": "世界级"},
        {"period": {"start": "2024年"}},
        {"period": {"end": "2024"}},
        {"partners": [{"name": "示例公司", "kind": "公司"}]},
        {"outcomes": [{"what": "培训", "value": "12"}]},
        {"outcomes": [{"what": "培训", "value": "12", "unit": "人", "qualifier": "左右"}]},
        {"photos": [{"file": "a.jpg"}]},
        {"keywords": [f"关键词{number}" for number in range(11)]},
        {"keywords": "关键词"},
        {"featured": "也许"},
        {"training": {"minutes": [45]}},
        {"replaced_by": "Not An Id"},
        {"status": "发布了"},
        {"subtitle": "长" * 41},
        {"significance": "长" * 61},
        {"outcomes": [{"what": "培训", "value": "12", "unit": "人", "before": ["3"]}]},
        {"funding": [{"source": "示例资金", "amount": -3, "unit": "元"}]},
        {"awards": [{"level": "一等奖"}]},
        {"coverage": [{"title": "示例报道"}]},
        {"videos": [{"title": "示例视频"}]},
        {"credits": [{"role": "送茶", "name": "甲示例", "agreed": True}]},
        {"progress": [{"done": "示例"}]},
        {"progress": [{"year": 2024, "done": "长" * 501}]},
        {"progress": [{"year": 2000 + at, "done": "示例"} for at in range(11)]},
    ],
    ids="-".join,
)
def test_the_schema_refuses_what_the_program_refuses(
    change: dict[str, Any],
    case_schema: Draft202012Validator,
    problems: Callable[[str], tuple[Problem, ...]],
) -> None:
    """A fault that the program would report is underlined while it is written."""
    values = {**REQUIRED, **change}
    told = problems(yaml.safe_dump(values, allow_unicode=True))

    assert (bool(complaints(case_schema, values)), any(one.severity == ERROR for one in told)) == (True, True)


def test_the_schema_takes_what_the_program_takes(
    case_schema: Draft202012Validator, problems: Callable[[str], tuple[Problem, ...]]
) -> None:
    """The record that the refused ones were made from is sound."""
    told = problems(yaml.safe_dump(REQUIRED, allow_unicode=True))

    assert (complaints(case_schema, REQUIRED), told) == ([], ())


@pytest.mark.parametrize("key", ["title", "task", "summary"])
def test_the_schema_misses_what_is_required(key: str, case_schema: Draft202012Validator) -> None:
    """A record without one of the required keys is not complete."""
    values = {name: value for name, value in REQUIRED.items() if name != key}

    assert complaints(case_schema, values) == [f"$: '{key}' is a required property"]


@pytest.mark.parametrize(
    ("key", "instead"),
    [
        ("university", {"universities": ["示例大学", "示例理工大学"]}),
        ("branch", {"branches": ["甲支部", "乙支部"]}),
        ("branch", {"team": {"name": "示例小队", "kind": "支队"}}),
    ],
    ids=["universities", "branches", "team"],
)
def test_one_of_several_keys_is_enough(
    key: str, instead: dict[str, Any], case_schema: Draft202012Validator, problems: Callable[[str], tuple[Problem, ...]]
) -> None:
    """Schema and program both miss a university and a branch, and take universities, branches or a team instead."""
    without = {name: value for name, value in REQUIRED.items() if name != key}
    told = problems(yaml.safe_dump(without, allow_unicode=True))
    filled = {**without, **instead}

    assert (1, ["value-missing"]) == (len(complaints(case_schema, without)), [one.rule for one in told])
    assert ([], ()) == (complaints(case_schema, filled), problems(yaml.safe_dump(filled, allow_unicode=True)))


@pytest.mark.parametrize("model", MODELS)
def test_the_schema_leaves_the_id_to_the_file_name(model: type[Case] | type[Collection]) -> None:
    """An id is a folder's or a file's name, so no key of the file, and nothing an editor misses there."""
    schema = schema_of(model, packaged_programme())

    assert ("id" in schema["properties"], "id" in schema["required"]) == (False, False)


@pytest.mark.parametrize("model", MODELS)
def test_every_key_is_explained(model: type[Case] | type[Collection]) -> None:
    """Every key in the schema has a Chinese title and description for the editor's tooltip."""
    schema = schema_of(model, packaged_programme())
    unexplained = [
        key
        for part in (schema, *schema["$defs"].values())
        for key, described in part.get("properties", {}).items()
        if not (described.get("title") and described.get("description"))
    ]

    assert unexplained == []


@pytest.mark.parametrize("model", MODELS)
def test_every_key_of_the_model_is_in_the_schema(model: type[Case] | type[Collection]) -> None:
    """The schema knows every key that the program knows, and no more."""
    schema = schema_of(model, packaged_programme())
    keys = {key for part in (schema, *schema["$defs"].values()) for key in part.get("properties", {})}

    assert keys == {key for key in known_keys(model) if key.isascii()}
