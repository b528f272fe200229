"""The data package: it describes the data files truly, in the form of https://datapackage.org, version 2.0."""

import csv
import importlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.case.model import Case
from generator.library.library import gather
from generator.outputs.catalogue.files import draw_catalogue
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings
from tests.test_catalogue import FULL, every_case

MakeCase = Callable[..., Case]

SETTINGS = Settings("示例案例集", "https://anliji.example/sub/", "虚构的案例，只供测试。", "示例单位")
NOWHERE = Settings("示例案例集")

_NAME = {"type": "string", "pattern": r"^[a-z0-9._-]+$"}
_TEXT = {"type": "string", "minLength": 1}
_PATH = {"type": "string", "pattern": r"^(?=^[^./~])(^((?!\.{2}).)*$).*$"}
_FIELD = {
    "type": "object",
    "required": ["name", "title", "type"],
    "additionalProperties": False,
    "properties": {
        "name": _TEXT,
        "title": _TEXT,
        "description": _TEXT,
        "type": {"enum": ["string", "integer", "number"]},
        "constraints": {
            "type": "object",
            "additionalProperties": False,
            "minProperties": 1,
            "properties": {
                "required": {"type": "boolean"},
                "unique": {"type": "boolean"},
                "pattern": {"type": "string", "format": "regex"},
            },
        },
    },
}
_SCHEMA = {
    "type": "object",
    "required": ["fields", "primaryKey", "missingValues"],
    "additionalProperties": False,
    "properties": {
        "fields": {"type": "array", "minItems": 1, "items": _FIELD},
        "primaryKey": {"type": "array", "minItems": 1, "items": {"type": "string"}},
        "missingValues": {"type": "array", "items": {"type": "string"}},
    },
}
_RESOURCE = {
    "type": "object",
    "required": ["name", "path", "encoding", "bytes", "hash", "format", "mediatype", "title"],
    "additionalProperties": False,
    "properties": {
        "name": _NAME,
        "type": {"const": "table"},
        "title": _TEXT,
        "description": _TEXT,
        "path": _PATH,
        "encoding": {"const": "utf-8"},
        "bytes": {"type": "integer", "minimum": 1},
        "hash": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
        "format": {"enum": ["csv", "json"]},
        "mediatype": {"type": "string", "pattern": "^(.+)/(.+)$"},
        "schema": _SCHEMA,
    },
    "dependentRequired": {"type": ["schema"], "schema": ["type"]},
}
PACKAGE = {
    "type": "object",
    "required": ["$schema", "name", "title", "licenses", "sources", "contributors", "resources"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"const": "https://datapackage.org/profiles/2.0/datapackage.json"},
        "name": _NAME,
        "title": _TEXT,
        "description": _TEXT,
        "version": {"type": "string", "pattern": r"^\d+\.\d+\.\d+$"},
        "homepage": {"type": "string", "pattern": "^https?://"},
        "keywords": {"type": "array", "minItems": 1, "items": _TEXT},
        "contributors": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["title"],
                "properties": {"title": _TEXT, "roles": {"type": "array", "minItems": 1, "items": _TEXT}},
            },
        },
        "licenses": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "anyOf": [{"required": ["name"]}, {"required": ["path"]}],
                "properties": {"name": _NAME, "path": _PATH, "title": _TEXT},
            },
        },
        "sources": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["title"],
                "properties": {"title": _TEXT, "path": _PATH},
            },
        },
        "resources": {"type": "array", "minItems": 1, "items": _RESOURCE},
    },
}
"""What version 2.0 asks of the properties that we write, and no others: a new one takes its place here after a look at
the standard."""


def files_of(*cases: Case, settings: Settings = SETTINGS) -> dict[str, bytes]:
    """Draw the data files of cases."""
    return dict(draw_catalogue(Publication(gather(cases), settings)).files)


def read(files: dict[str, bytes]) -> dict[str, Any]:
    """Read the package of some files."""
    package: dict[str, Any] = json.loads(files["datapackage.json"])
    return package


@pytest.fixture(name="files", scope="module")
def fixture_files(case: MakeCase) -> dict[str, bytes]:
    """Draw the data files of every record there is."""
    return files_of(case("x-01", **FULL), *every_case())


@pytest.mark.parametrize("settings", [SETTINGS, NOWHERE], ids=["published", "nowhere"])
def test_package_is_as_the_standard_asks(case: MakeCase, settings: Settings) -> None:
    """The description has what version 2.0 asks for, with the site's address or without."""
    faults = Draft202012Validator(PACKAGE).iter_errors(read(files_of(case("x-01"), settings=settings)))

    assert [fault.message for fault in faults] == []


def test_package_of_no_cases() -> None:
    """An empty library is described like any other."""
    faults = Draft202012Validator(PACKAGE).iter_errors(read(files_of(settings=NOWHERE)))

    assert [fault.message for fault in faults] == []


def test_package_knows_its_files(files: dict[str, bytes]) -> None:
    """Each file is there, as large and with the digest as described."""
    described = {one["path"]: (one["bytes"], one["hash"]) for one in read(files)["resources"]}

    expected = {
        uri: (len(content), f"sha256:{sha256(content).hexdigest()}")
        for uri, content in files.items()
        if uri != "datapackage.json"
    }
    assert described == expected


def test_table_is_as_its_schema_says(files: dict[str, bytes]) -> None:
    """The columns stand in the schema's order, and every cell of every record is of its kind and within its limits."""
    fields = read(files)["resources"][0]["schema"]["fields"]
    rows = list(csv.reader(files["data/catalogue.csv"].decode("utf-8-sig").splitlines(keepends=True)))

    assert rows[0] == [field["name"] for field in fields]
    faults = [
        (row[0], field["name"], cell)
        for row in rows[1:]
        for field, cell in zip(fields, row, strict=True)
        if not _is_sound(cell, field)
    ]
    assert faults == []
    assert len({row[0] for row in rows}) == len(rows)


_KINDS = {"integer": re.compile(r"-?\d+"), "number": re.compile(r"-?\d+(?:\.\d+)?"), "string": re.compile(r"(?s).+")}


def _is_sound(cell: str, field: dict[str, Any]) -> bool:
    limits = field.get("constraints", {})
    if not cell:
        return not limits.get("required")
    is_within = re.search(limits["pattern"], cell) if "pattern" in limits else True
    return bool(_KINDS[field["type"]].fullmatch(cell) and is_within)


def test_whose_it_is(case: MakeCase) -> None:
    """It says who publishes it, under what conditions it may be used, and where it is from."""
    package = read(files_of(case("x-01")))

    assert package["title"] == "示例案例集：案例目录"
    assert package["homepage"] == "https://anliji.example/sub/"
    assert package["contributors"] == [{"title": "示例单位", "roles": ["publisher"]}]
    assert [one["path"] for one in package["licenses"]] == ["https://anliji.example/sub/data.html#files"]
    assert package["licenses"][0]["title"].startswith("没有声明许可。")
    assert package["description"].startswith("虚构的案例，只供测试。")


def test_the_licence_that_is_stated(case: MakeCase) -> None:
    """Where the editors state a licence the package and the catalogue give its name and its address."""
    settings = replace(SETTINGS, licence="示例许可 1.0", licence_url="https://example.com/xuke")
    files = files_of(case("x-01"), settings=settings)
    named = files_of(case("x-01"), settings=replace(SETTINGS, licence="示例许可 1.0"))

    assert read(files)["licenses"] == [{"path": "https://example.com/xuke", "title": "示例许可 1.0"}]
    assert json.loads(files["data/catalogue.json"])["licence"] == {
        "name": "示例许可 1.0",
        "url": "https://example.com/xuke",
    }
    assert read(named)["licenses"] == [
        {"path": "https://anliji.example/sub/data.html#files", "title": "示例许可 1.0"},
    ]


@pytest.mark.sampled
def test_frictionless_takes_it(files: dict[str, bytes], tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The library that reads such packages finds nothing wrong, in the description or in the data."""
    if not request.config.getoption("--soak"):
        pytest.skip("loads frictionless: runs in make soak")
    frictionless = importlib.import_module("frictionless")
    for uri, content in files.items():
        (tmp_path / uri).parent.mkdir(exist_ok=True)
        (tmp_path / uri).write_bytes(content)

    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()

    assert report.flatten(["type", "note", "rowNumber"]) == []
    assert report.valid
