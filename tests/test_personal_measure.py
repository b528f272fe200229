"""How much of what is personal is found, and how little else: measured on a set made by rule."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.case.date import PartialDate
from generator.case.model import Case, Collection
from generator.case.personal import find_personal_data, mask_personal_data
from generator.case.problem import Problem
from generator.case.programme import packaged_programme
from generator.making.attachments.look import look_into
from generator.reading.examination import examine, parse_record
from generator.reading.printed_settings import PrintedSettings
from generator.reading.record import Record
from generator.reading.surroundings import Surroundings
from generator.reading.wording import WordingList
from generator.reading.written_page import name_problems, page_problems
from tests.each import each
from tests.office_files import docx, pptx, xlsx
from tests.personal_set import harmless, samples

SURROUNDINGS = Surroundings(PartialDate(2026, 11, 22), packaged_programme())
TRIALS = Path(__file__).with_name("personal_trials.tsv")
NOBODY = frozenset[str]()
SAMPLES, HARMLESS = tuple(samples()), tuple(dict.fromkeys(harmless()))
KNOWN_ALARMS = ("审定编号：国审稻13951230000", "审定编号：国审稻18612345678", "银行账号：025-84396101")
"""A word between the label and a number is a person's as often as not, and nobody has a telephone for an account."""


def trials() -> list[tuple[str, bool]]:
    """Read the texts that were not found, or found wrongly, once."""
    rows = [line.split("\t") for line in TRIALS.read_text(encoding="utf-8").splitlines()[1:]]
    escape = re.compile(r"\\x([0-9a-f]{2})|\\u([0-9a-f]{4})|\\n")
    texts = (escape.sub(lambda found: chr(int(found[1] or found[2] or "a", 16)), text) for _, _, text in rows)
    around = ("联系方式：{}。" if expected == "found" else "示例：{}。" for _, expected, _ in rows)
    return [(form.format(text), row[1] == "found") for form, text, row in zip(around, texts, rows, strict=True)]


@each(("text", "expected"), trials())
def test_trials(text: str, expected: bool) -> None:  # noqa: FBT001 (a value of the table)
    """What went wrong once is right."""
    assert expected == bool(find_personal_data(text))


def test_set_is_large() -> None:
    """The set has more texts of both sorts than were asked for, none of them twice."""
    assert len({sample.name + sample.text for sample in SAMPLES}) == len(SAMPLES) >= 250
    assert len(HARMLESS) >= 150


@pytest.mark.parametrize("around", ["{}", "联系方式：{}。", "示例：{}。"])
def test_recall_and_precision(around: str) -> None:
    """At least 98 % of what is personal is found, and at least 97 % of what is found is personal."""
    missed = [sample for sample in SAMPLES if not find_personal_data(around.format(sample.text))]
    # What is called a telephone number is one: the harmless are not called so.
    calm = "{}" if "联系" in around else around
    alarms = [text for text in HARMLESS if find_personal_data(calm.format(text))]
    found = len(SAMPLES) - len(missed)
    recall, precision = found / len(SAMPLES), found / (found + len(alarms))
    print(f"{around}: recall {recall:.2%} of {len(SAMPLES)}, precision {precision:.2%} with {len(HARMLESS)} harmless")
    print("\n".join([*(f"missed: {one.name}: {one.text!r}" for one in missed), *(f"alarm: {one}" for one in alarms)]))

    assert recall >= 0.98
    assert precision >= 0.97
    assert sorted(KNOWN_ALARMS) == sorted(alarms)


def test_masks_hide_what_is_found() -> None:
    """A masked text is as long as before, another than before, and has nothing more to hide."""
    masked = {sample.text: mask_personal_data(sample.text) for sample in SAMPLES}

    assert [text for text, mask in masked.items() if len(mask) != len(text) or mask == text] == []
    assert [mask for mask in masked.values() if mask_personal_data(mask) != mask] == []


RECORD = """\
title: 茶山上的支部共建
task: 党建联建
summary: {summary}
university: 示例大学
branch: 茶学系教师党支部
"""
COLLECTION = "title: 茶香\neditor: 示例省委教育工委\ndate: 2026-11\nsections:\n- title: 茶\n  cases: [a]\n"
WORDING = "date: 2025-09-01\nwords:\n- wrong: 截止目前\n  right: 截至目前\n  reason: {}\n"

Look = Callable[[str], list[str]]


def rules(problems: tuple[Problem, ...]) -> list[str]:
    """Name the rules of problems about personal data."""
    return [problem.rule for problem in problems if problem.rule == "personal-data"]


def in_record(rest: str, *, summary: str = "茶") -> Look:
    """Look for a text at some place of a record."""

    def look(text: str) -> list[str]:
        data = RECORD.format(summary=summary.format(text)) + rest.format(text)
        record = Record("2025-shili", "cases/2025-shili/case.yml", data.encode())
        return rules(examine(parse_record(record, Case, SURROUNDINGS), Case).problems)

    return look


def in_collection(text: str) -> list[str]:
    """Look for a text in the foreword of a collection."""
    record = Record("cha", "content/collections/cha.yml", f"{COLLECTION}foreword: 致电 {text}\n".encode())
    return rules(examine(parse_record(record, Collection, SURROUNDINGS), Collection).problems)


def in_wording(text: str) -> list[str]:
    """Look for a text in the list of wordings."""
    record = Record("wording", "content/wording.yml", WORDING.format(text).encode())
    return rules(examine(parse_record(record, WordingList, SURROUNDINGS), WordingList).problems)


PLACES: dict[str, Look] = {
    "summary": in_record("", summary="致电 {}"),
    "prose": in_record("lessons: |\n  一、\n\n  二、 {}\n"),
    "caption": in_record("photos:\n- file: a.jpg\n  caption: 张三 {}\n"),
    "file": in_record("attachments:\n- file: 张三 {}.pdf\n  title: 报告\n"),
    "link": in_record("products:\n- kind: 精品党课\n  name: 课\n  link: tel:{}\n"),
    "query": in_record("sources:\n- title: 报道\n  url: https://a.example/?mobile={}\n"),
    "partner": in_record("partners:\n- name: 示例村 {}\n"),
    "question": in_record("training:\n  questions:\n  - 问 {}\n"),
    "collection": in_collection,
    "wording": in_wording,
    "page": lambda text: rules(tuple(page_problems("content/a.md", f"# 关于\n\n见 {text}\n".encode(), NOBODY))),
    "front matter": lambda text: rules(tuple(page_problems("content/a.md", f"---\na: {text}\n---\n".encode(), NOBODY))),
    "file name": lambda text: rules(tuple(name_problems(f"content/{text}.jpg", NOBODY))),
    "setting": lambda text: rules(
        tuple(PrintedSettings(f"extra:\n  footer:\n    contact: 找 {text}\n".encode()).problems())
    ),
}
WAYS = (
    "13951230000",
    "139 5123 0000",
    "１３９－５１２３－００００",
    "①③⑨⑤①②③⓪⓪⓪⓪",
    "一三九五一二三〇〇〇〇",
    "139\u200b51230000",
)


@each("place", PLACES)
@each("way", WAYS)
def test_places(place: str, way: str) -> None:
    """A number is found wherever it can reach a reader, in whatever form."""
    assert ["personal-data"] == PLACES[place](way)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pptx"])
def test_places_in_attachments(tmp_path: Path, name: str, way: str) -> None:
    """A number inside an attachment is found in whatever form."""
    made = {
        "a.docx": docx(f"<w:p><w:r><w:t>{way}</w:t></w:r></w:p>"),
        "a.xlsx": xlsx(f'<row r="1"><c t="inlineStr"><is><t>{way}</t></is></c></row>'),
        "a.pptx": pptx(notes=way),
    }
    path = tmp_path / name
    path.write_bytes(made[name])
    (passage,) = look_into(path).passages

    assert ["mobile"] == [datum.kind for datum in find_personal_data(passage.text)]


@each(
    "piece",
    [
        "1 ",
        "139 5123 0000 ",
        "a@qq.com ",
        "<b>",
        "<a ",
        "<!--",
        "&amp;",
        "@",
        "身份证",
        "微信 ",
        "*",
        "%31",
        "10.",
        "(",
        "A",
    ],
)
def test_long_texts(piece: str) -> None:
    """A text of the longest file's length is looked through in one go, whatever it is made of."""
    text = piece * (100_000 // len(piece))

    assert len(mask_personal_data(text)) == len(text)
