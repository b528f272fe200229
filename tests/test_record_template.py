"""The empty record that `anliji new` writes is sound YAML, and nothing in it is wrong but what is missing."""

import re
from collections.abc import Callable

from generator.case.labels import case_label, field_about, inner_model
from generator.case.model import Case
from generator.case.problem import Problem
from generator.case.programme import packaged_programme
from generator.outputs.handbook.record_template import render_record_template
from generator.reading.documents import parse_document
from generator.reading.labels import known_keys, record_fields
from tests.each import each

Problems = Callable[..., tuple[Problem, ...]]

PROGRAMME = packaged_programme()


def template(task: str) -> str:
    """Draw the empty record of a task."""
    return render_record_template(PROGRAMME.task(task), PROGRAMME)


OPTIONAL = sorted(set(re.findall(r"^# ([a-z_]+):", template("党建联建"), re.MULTILINE)))
LATER = {"waivers", "withdrawn_reason", "replaced_by"}
"""Keys that an editor meets long after the record was made; the handbook tells of them."""


def uncommented(text: str, key: str) -> str:
    """Take the `# ` from the lines of one key, as an editor would."""
    return re.sub(
        rf"^# {key}:.*\n(?:#   .*\n)*",
        lambda found: re.sub(r"^# ", "", found[0], flags=re.MULTILINE),
        text,
        flags=re.MULTILINE,
    )


def missing(found: tuple[Problem, ...]) -> set[str]:
    """Name the rules of the problems, but for the text that a photo wants beside its file."""
    return {problem.rule for problem in found} - {"photo-alt-missing"}


@each("task", PROGRAMME.task_names.names)
def test_blank_is_a_draft_of_its_task(task: str) -> None:
    """The required keys stand ready and empty; task and status are filled in."""
    document = parse_document("case.yml", template(task).encode(), known_keys(Case))

    expected = {
        "title": None,
        "task": task,
        "summary": None,
        "university": None,
        "branch": None,
        "sources": [{"title": None, "publisher": None}],
        "status": "draft",
    }
    assert () == tuple(document.faults)
    assert expected == document.value


@each("task", PROGRAMME.task_names.names)
def test_blank_lacks_values_only(task: str, problems: Problems) -> None:
    """All that the checks find in an empty record is what the editor has yet to write."""
    assert {"value-missing"} == {problem.rule for problem in problems(template(task))}


@each("task", PROGRAMME.task_names.names)
def test_filled_blank_is_sound(task: str, problems: Problems) -> None:
    """With the required keys filled in, the record passes every check."""
    text = template(task)
    for key in ("title", "summary", "university", "branch"):
        text = text.replace(f"\n{key}: \n", f"\n{key}: 示例文字\n")
    text = text.replace("\n  - title: \n    publisher: \n", "\n  - title: 示例报道\n    publisher: 示例网\n")

    assert () == problems(text)


@each("task", PROGRAMME.task_names.names)
def test_blank_offers_the_task_s_words(task: str) -> None:
    """The record lists the forms and the kinds of product of its own task."""
    text = template(task)

    for words in (
        PROGRAMME.task(task).forms,
        PROGRAMME.task(task).products,
    ):
        assert "、".join(words.names) in text


def test_blank_offers_every_key() -> None:
    """Every key of the model is in the record, but for those of a later day."""
    keys = {key for key, _ in record_fields(Case)}
    ready = set(re.findall(r"^([a-z_]+):", template("党建联建"), re.MULTILINE))

    assert keys - LATER == ready | set(OPTIONAL)


def test_blank_explains_every_key() -> None:
    """Above each key stand its label and its explanation."""
    text = template("党建联建")
    unexplained = [
        key
        for key, field in record_fields(Case)
        if key not in LATER
        and not re.search(
            rf"^# {case_label(key, PROGRAMME)}(?:（必填）)?：{re.escape(field_about(Case, key, PROGRAMME))}$",
            text,
            re.MULTILINE,
        )
    ]

    assert [] == unexplained


@each("key", OPTIONAL)
def test_optional_key_can_be_enabled(key: str, problems: Problems) -> None:
    """Taking the `# ` from an optional key's lines gives a key that the model knows, with all its inner keys."""
    text = uncommented(template("党建联建"), key)
    value = parse_document("case.yml", text.encode(), known_keys(Case)).value[key]
    model = inner_model(Case.model_fields[key].annotation)

    first = value[0] if isinstance(value, list) else value
    assert [inner for inner, _ in record_fields(model)] == list(first) if model else not isinstance(first, dict)
    assert {"value-missing"} == missing(problems(text))


def test_all_optional_keys_can_be_enabled_at_once(problems: Problems) -> None:
    """A record with every key enabled and nothing filled in has no problems but missing values."""
    text = template("科技赋能")
    for key in OPTIONAL:
        text = uncommented(text, key)

    assert {"value-missing"} == missing(problems(text))


def test_second_source_line_can_be_enabled() -> None:
    """The optional keys of the source that stands ready are in line with its title."""
    text = template("党建联建")
    text = re.sub(r"^# (    (?:publisher|url|date):)", r"\1", text, flags=re.MULTILINE)

    value = parse_document("case.yml", text.encode(), known_keys(Case)).value

    assert [{"title": None, "publisher": None, "url": "https://", "date": None}] == value["sources"]
