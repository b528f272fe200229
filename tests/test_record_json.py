"""The record of a case as readers get it: all that pages tell, nothing that is for editors only."""

import json
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.case.model import SEVERAL, Case
from generator.case.programme import packaged_programme
from generator.outputs.record_json import render_record
from generator.outputs.site.settings import Settings
from generator.reading.documents import parse_document
from tests.each import each

MakeCase = Callable[..., Case]

TESTS = Path(__file__).parent
SHOWCASE = TESTS / "fixtures" / "showcase" / "cases"
RECORDS = sorted([*SHOWCASE.glob("*/case.yml"), *TESTS.parent.glob("cases/*/case.yml")])
SETTINGS = Settings("示例案例集", "https://anliji.example/sub/")
NOWHERE = Settings("示例案例集")


def case_at(path: Path) -> Case:
    """Read a case that is known to be sound."""
    return Case.model_validate(
        {"id": path.parent.name, **parse_document("case.yml", path.read_bytes()).value},
        context={"programme": packaged_programme()},
    )


def read(case: Case, settings: Settings = SETTINGS) -> dict[str, Any]:
    """Read a drawn record, numbers with their decimals."""
    values: dict[str, Any] = json.loads(render_record(case, settings), parse_float=Decimal)
    return values


def put_back(values: dict[str, Any], case: Case) -> Case:
    """Make the case of a drawn record again, with what is for editors only as the case has it."""
    record = {key: value for key, value in values.items() if key != "url"}
    for photo, whole in zip(record.get("photos", []), case.photos, strict=True):
        photo |= {"people": whole.people, "consent": whole.consent}
    for credit in record.get("credits", []):
        credit["agreed"] = True
    if case.permission:
        record["permission"] |= {
            "granted_on": str(case.permission.granted_on),
            "expires_on": str(case.permission.expires_on) if case.permission.expires_on else None,
        }
    return Case.model_validate(
        {**record, "waivers": case.waivers, "status": case.status}, context={"programme": packaged_programme()}
    )


def texts_in(value: Any) -> Iterator[str]:
    """Give every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_in(item)


def test_record_of_a_thin_case(case: MakeCase) -> None:
    """A record that says no more than it must is its id, the page's address, and what it says."""
    one = case("x-01", title="示例的标题", sources=[{"title": "示例“报道”", "date": "2024-09"}])

    expected = {
        "id": "x-01",
        "url": "https://anliji.example/sub/cases/x-01.html",
        "title": "示例的标题",
        "task": "教育服务",
        "summary": "编出来的提要。",
        "university": "示例大学",
        "branch": "示例党支部",
        "sources": [{"title": "示例“报道”", "date": "2024-09"}],
    }
    assert json.dumps(expected, ensure_ascii=False, separators=(",", ":")) == render_record(one, SETTINGS)


def test_address_of_the_page(case: MakeCase) -> None:
    """Where the site's address is not known, that of the page is relative to the site's root."""
    one = case("x-01")

    assert ("https://anliji.example/sub/cases/x-01.html", "cases/x-01.html") == (
        read(one)["url"],
        read(one, NOWHERE)["url"],
    )


@each("path", RECORDS, ids=lambda path: path.parent.name)
def test_record_put_back_is_the_case(path: Path) -> None:
    """With what is for editors only put in again, the JSON of any case is that case."""
    case = case_at(path)

    assert case == put_back(read(case), case)


@each("path", RECORDS, ids=lambda path: path.parent.name)
def test_keys_stand_in_the_model_s_order(path: Path) -> None:
    """The keys are the record's, in one order for all cases, whatever order an editor wrote them in."""
    keys = list(read(case_at(path)))

    assert ["id", "url"] == keys[:2]
    assert keys[2:] == [key for key in Case.model_fields if key in keys[2:]]


def test_nothing_for_editors_only_is_told() -> None:
    """No consent, no date of a permission, no waiver and no status is in the file, under any key."""
    case = case_at(SHOWCASE / "quan-zi-duan" / "case.yml")
    values = read(case)
    drawn = render_record(case, SETTINGS)

    untold = set(Case.model_fields) - set(values) - {"withdrawn_reason", "replaced_by", *SEVERAL.values()}

    assert {"waivers", "status"} == untold
    assert {"granted_by", "scope"} == set(values["permission"])
    assert {"file", "caption", "alt", "credit"} == {key for photo in values["photos"] for key in photo}
    assert case.permission
    hidden = [case.photos[0].consent, case.waivers[0].reason, str(case.permission.granted_on), "2099-12-31"]
    assert [] == [text for text in hidden if text is None or text in drawn]


def test_names_without_agreement_are_not_told(case: MakeCase) -> None:
    """A credit whose bearer has not agreed is not in the file, nor the word that others have."""
    credits = [{"role": "作者", "name": "甲示例", "agreed": True}, {"role": "摄影", "name": "乙示例"}]

    assert [{"role": "作者", "name": "甲示例"}] == read(case(credits=credits))["credits"]
    assert "credits" not in read(case(credits=credits[1:]))


def test_numbers_are_numbers_with_their_decimals(case: MakeCase) -> None:
    """A number has no quotes, no commas and as many decimals as were reported."""
    values = ["12,500", "2.80", "-41.7", "0", "12345678901234567890", "0.0000001"]
    one = case(outcomes=[{"what": "示例", "value": value, "unit": "个"} for value in values])
    written = re.findall('"value":(.+?),', render_record(one, SETTINGS))

    assert ["12500", "2.80", "-41.7", "0", "12345678901234567890", "0.0000001"] == written


def test_what_is_empty_is_left_out(case: MakeCase) -> None:
    """Keys without a value, and parts in which nothing is written, are not there."""
    one = case(training={}, keywords=[], school=None, featured=False)

    assert {"id", "url", "title", "task", "summary", "university", "branch", "sources"} == set(read(one))


def test_words_are_the_vocabulary_s(case: MakeCase) -> None:
    """Whichever spelling a record has, readers get the one of the vocabulary."""
    one = case(task="education-services", province="江苏省")

    assert ("教育服务", "江苏") == (read(one)["task"], read(one)["province"])


@each(
    "title",
    ["</script><script>", '"甲"\\乙\\', "甲\u2028乙\u2029丙", "\U0001f600表情标题", "{}[],:", "null"],
)
def test_hostile_texts_survive(title: str, case: MakeCase) -> None:
    """Whatever a text holds, a reader of JSON gets it back."""
    assert f"示例{title}" == read(case(title=f"示例{title}"))["title"]


@given(prose=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_prose_survives(prose: str) -> None:
    """Whatever stands in a section, the file is JSON in UTF-8 and gives the text back."""
    least = {"title": "示例标题", "task": "党建联建", "summary": "提要", "university": "甲", "branch": "乙"}
    case = Case.model_validate(
        {"id": "x", **least, "background": f"甲{prose}乙"}, context={"programme": packaged_programme()}
    )

    assert case.background == json.loads(render_record(case, SETTINGS))["background"]


@each("path", RECORDS, ids=lambda path: path.parent.name)
def test_nothing_is_invented(path: Path) -> None:
    """Apart from id and address, each text in the file is one of the case."""
    case = case_at(path)
    values = read(case)
    told = {text for key, value in values.items() if key not in ("id", "url") for text in texts_in(value)}

    assert set() == told - set(texts_in(case.model_dump(mode="json")))


def test_record_keeps_the_schema_of_records() -> None:
    """What the file holds may be written into a record, but for what is for editors only."""
    case = case_at(SHOWCASE / "quan-zi-duan" / "case.yml")
    values = json.loads(render_record(case, SETTINGS))
    del values["url"]
    values["permission"]["granted_on"] = "2024-12-15"
    schema = Draft202012Validator(Case.model_json_schema(mode="validation"))

    assert [] == [error.message for error in schema.iter_errors(values)]


def test_one_in_a_list_is_one(case: MakeCase) -> None:
    """A list of one university, branch or secretary says what the single key says, in the same words."""
    single = case(secretary={"name": "甲示例"})
    listed = case(
        university=None,
        universities=["示例大学"],
        branch=None,
        branches=["示例党支部"],
        secretaries=[{"name": "甲示例"}],
    )

    assert single == listed
    assert render_record(single, SETTINGS) == render_record(listed, SETTINGS)


def test_several_are_told_with_the_leading_one(case: MakeCase) -> None:
    """A program that knows one university finds the leading one where it was; all of them are beside it."""
    values = read(
        case(university=None, universities=["示例大学", "示例理工大学"], team={"name": "示例队", "kind": "支队"})
    )

    assert ("示例大学", ["示例大学", "示例理工大学"]) == (values["university"], values["universities"])
    assert {"name": "示例队", "kind": "支队"} == values["team"]
    assert {"branches", "secretaries"}.isdisjoint(values)
