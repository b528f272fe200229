"""Whether a record is still being worked on: faults of those that are stop no build."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.case.date import PartialDate
from generator.case.model import Case
from generator.case.programme import packaged_programme
from generator.examine import Examination, examine_project
from generator.making.terminal.progress import Stages
from generator.outputs.report import render_html, render_summary
from generator.reading.checked import Checked
from generator.reading.documents import parse_document
from generator.reading.labels import known_keys
from generator.reading.status import state_of
from tests.each import each

STATUSES = packaged_programme().statuses

STATES = [
    pytest.param("title: 示例\nstatus: draft\n", "draft", id="written"),
    pytest.param("title: 示例\nstatus: 已审核\n", "reviewed", id="in-chinese"),
    pytest.param("title: 示例\n", "draft", id="not-written"),
    pytest.param("title: 示例\nstatus:\n", "draft", id="left-empty"),
    pytest.param("title: 示例\nstatus：draft\n", "draft", id="colon-repaired"),
    pytest.param('title: "示例\nstatus: draft # 还要改\n', "draft", id="not-yaml-but-on-a-plain-line"),
    pytest.param('title: "示例\nstatus: published\n', "published", id="not-yaml-published"),
    pytest.param("title: 示例\nstatus: 草稿吧\n", "", id="unknown-word"),
    pytest.param("title: 示例\nstatus: [draft]\n", "", id="a-list"),
    pytest.param("title: 示例\nstatus: draft\nstatus: published\n", "", id="twice"),
    pytest.param("title: 示例\nStatus: published\n", "", id="key-like-it"),
    pytest.param("title: 示例\n状态: 已发布\n", "", id="label-as-key"),
    pytest.param('title: "示例\n', "", id="not-yaml-without-a-line"),
    pytest.param('title: "示例\nstatus: draft\nstatus: published\n', "", id="not-yaml-two-lines"),
    pytest.param("- 示例\n", "", id="no-mapping"),
    pytest.param("", "", id="empty"),
]


@each(("text", "expected"), STATES)
def test_state(text: str, expected: str) -> None:
    """A status is read where it is plain; nothing is guessed where it is not."""
    assert expected == state_of(parse_document("p", text.encode(), known_keys(Case)), STATUSES)


def test_state_in_another_encoding() -> None:
    """A file that is not UTF-8 shows no status."""
    document = parse_document("p", "title: 示例\nstatus: draft\n".encode("gbk"), known_keys(Case))

    assert state_of(document, STATUSES) == ""


@pytest.fixture
def examined(tmp_path: Path, record_text: str) -> Callable[..., Examination]:
    """Examine a project of records, each an id with its text."""

    def examined_of(**records: str) -> Examination:
        for name, text in {"a_01": record_text, **records}.items():
            path = tmp_path / "cases" / name.replace("_", "-") / "case.yml"
            path.parent.mkdir(parents=True)
            path.write_text(text, encoding="utf-8")
        return examine_project(tmp_path, Stages(), on=PartialDate(2026, 11, 22))

    return examined_of


@pytest.mark.parametrize("status", ["draft", "submitted", "reviewed", "草稿"])
def test_unfinished_record_stops_nothing(examined: Callable[..., Examination], status: str) -> None:
    """Errors of a record that no reader sees yet are listed and counted apart; a build goes on, but under --strict."""
    examination = examined(x_01=f"title: 没有写完\nstatus: {status}\n")

    assert {problem.path for problem in examination.problems} == {"cases/x-01/case.yml"}
    assert (examination.errors, examination.is_clean(strict=False), examination.is_clean(strict=True)) == (
        0,
        True,
        False,
    )
    count = len(examination.problems)
    assert f"1 个草稿还有 {count} 处要改。共检查 2 个案例。" == render_summary(
        examination.problems, checked=Checked(2), seconds=None
    )
    assert f"0 个错误，0 个警告，1 个草稿还有 {count} 处要改" in render_html(examination.problems, checked=Checked(2))


@pytest.mark.parametrize("status", ["published", "withdrawn", "出版"])
def test_finished_record_stops(examined: Callable[..., Examination], status: str) -> None:
    """Errors of a published or withdrawn record stop a build, and those of one whose status cannot be read."""
    examination = examined(x_01=f"title: 没有写完\nstatus: {status}\n")

    assert (examination.errors > 0, examination.is_clean(strict=False)) == (True, False)


@pytest.mark.parametrize("draft", ["a_00", "x_01"], ids=["before", "behind"])
def test_draft_with_a_published_title(examined: Callable[..., Examination], record_text: str, draft: str) -> None:
    """A title in a draft and in a published case is told at the draft, wherever it stands, and stops nothing."""
    examination = examined(**{draft: record_text.replace("status: published", "status: draft")})

    path = f"cases/{draft.replace('_', '-')}/case.yml"
    found = [(problem.path, problem.rule) for problem in examination.problems]
    assert found == [(path, "title-duplicate"), (path, "summary-duplicate")]
    assert examination.is_clean(strict=False)


def test_two_published_titles_stop(examined: Callable[..., Examination], record_text: str) -> None:
    """Two published cases with one title stop a build, as before."""
    assert not examined(x_01=record_text).is_clean(strict=False)
