"""Advice works when it is followed: what a hint says to type, typed, ends its problem and brings no new one."""

from collections import Counter
from dataclasses import replace

import pytest

from generator.case.edit import Edit, apply_edits
from generator.case.model import Case
from generator.case.problem import Problem
from generator.reading.examination import examine, examine_all, parse_record
from generator.reading.intended_key import intended_key, usual_wrong_keys
from generator.reading.labels import Labels
from generator.reading.parsed_record import ParsedRecord
from generator.reading.record import Record
from tests.each import each
from tests.test_content_rules import ALL_RECORDS, IN_FOLDERS, problems_of_all
from tests.test_rules import DIAGNOSTICS, PROGRAMMES, RECORDS, SPECIAL, SURROUNDINGS, programme_of

ONLY_THE_EDITOR_KNOWS = "what is missing, or which of several is right, stands nowhere in the record"
OUTSIDE = "it is done to the file or its name, not in the record"

WITHOUT_EDITS = {
    "attachment-format": OUTSIDE,
    "attachment-hidden": OUTSIDE,
    "attachment-personal-data": OUTSIDE,
    "attachment-unreadable": OUTSIDE,
    "date-invalid.year": ONLY_THE_EDITOR_KNOWS,
    "encoding-wrong": OUTSIDE,
    "file-foreign": OUTSIDE,
    "file-name-invalid.character": OUTSIDE,
    "file-name-invalid.device": OUTSIDE,
    "file-name-invalid.end": OUTSIDE,
    "file-name-invalid.long": OUTSIDE,
    "file-name-invalid.twins": OUTSIDE,
    "html-unsafe.many": "the last of its problems only counts the rest",
    "id-invalid.chinese": OUTSIDE,
    "id-invalid.folder": OUTSIDE,
    "layout-unclear.loose-cells": ONLY_THE_EDITOR_KNOWS,
    "list-too-long": ONLY_THE_EDITOR_KNOWS,
    "number-invalid.words": ONLY_THE_EDITOR_KNOWS,
    "number-range": ONLY_THE_EDITOR_KNOWS,
    "photo-alt-missing": ONLY_THE_EDITOR_KNOWS,
    "photo-consent-missing": ONLY_THE_EDITOR_KNOWS,
    "photo-format": OUTSIDE,
    "photo-missing": OUTSIDE,
    "photo-missing.empty": OUTSIDE,
    "photo-too-large": OUTSIDE,
    "photo-too-small": OUTSIDE,
    "photo-unlisted": ONLY_THE_EDITOR_KNOWS,
    "photo-unreadable": OUTSIDE,
    "prose-lost": ONLY_THE_EDITOR_KNOWS,
    "prose-too-dense": ONLY_THE_EDITOR_KNOWS,
    "record-empty": ONLY_THE_EDITOR_KNOWS,
    "record-too-deep": ONLY_THE_EDITOR_KNOWS,
    "record-too-large": ONLY_THE_EDITOR_KNOWS,
    "results-restated": ONLY_THE_EDITOR_KNOWS,
    "source-bare": ONLY_THE_EDITOR_KNOWS,
    "source-missing": ONLY_THE_EDITOR_KNOWS,
    "syntax-invalid.colon-missing": ONLY_THE_EDITOR_KNOWS,
    "syntax-invalid.dash-lost": ONLY_THE_EDITOR_KNOWS,
    "syntax-invalid.not-mapping": ONLY_THE_EDITOR_KNOWS,
    "syntax-invalid.other": ONLY_THE_EDITOR_KNOWS,
    "task-without-forms": ONLY_THE_EDITOR_KNOWS,
    "text-too-long": ONLY_THE_EDITOR_KNOWS,
    "text-too-short": ONLY_THE_EDITOR_KNOWS,
    "value-missing": ONLY_THE_EDITOR_KNOWS,
    "value-missing.nested": ONLY_THE_EDITOR_KNOWS,
    "value-missing.tasks": ONLY_THE_EDITOR_KNOWS,
    "value-missing.units": ONLY_THE_EDITOR_KNOWS,
    "withdrawn-reason-missing": ONLY_THE_EDITOR_KNOWS,
    "word-vanished": ONLY_THE_EDITOR_KNOWS,
}
"""The rules none of whose problems has anything to type, and of other rules the goldens with one that has nothing."""

NEXT_QUESTIONS = {
    "html-unsafe.many": ("html-unsafe",),  # one that was only counted is listed now
    "kind-wrong.brackets": ("term-unknown",),  # its items are no words of the list
    "link-invalid.local": ("source-bare",),  # what has no link has a title alone
    "link-invalid.script": ("source-bare",),
    "link-invalid.text": ("source-bare",),
    "list-comma.terms": ("term-unknown", "term-repeated"),
    "personal-data.waived-id": ("waiver-unused",),  # there is nothing left to waive
    "term-unknown.status": ("withdrawn-reason-missing",),  # who writes withdrawn is asked why
    "waiver-unknown": ("waiver-unused",),  # the rule exists, but has nothing to report here
}
"""What following a golden's hint rightly brings up next: a fault that could not be seen before."""

BASE = """\
title: 数字党课进社区
task: 教育服务
summary: 示例大学支部与示例社区共上党课。
university: 示例大学
branch: 示例学院教师党支部
sources:
  - {title: 示例报道, publisher: 示例网}
"""


def record_of(text: str | bytes, record_id: str = "2025-shili") -> ParsedRecord:
    """Read a record."""
    data = text.encode() if isinstance(text, str) else text
    return parse_record(Record(record_id, f"cases/{record_id}/case.yml", data), Case, SURROUNDINGS)


def problems_of(record: ParsedRecord) -> tuple[Problem, ...]:
    """Examine a record."""
    return examine(record, record.model).problems


def files_named(record: ParsedRecord) -> frozenset[str]:
    """Give the files that a record names: hints about files also say to put them there."""
    names = (
        record.text(key, at, "file") for key in ("photos", "attachments") for at, _ in enumerate(record.items(key))
    )
    return frozenset(name for name in names if name and not set(name) & set("/\\:"))


def followed(record: ParsedRecord, edits: tuple[Edit, ...]) -> ParsedRecord:
    """Type what a hint says; the files that are newly named then are there and sound, those no longer named are not."""
    raw = replace(record.raw, data=apply_edits(record.document.text, edits).encode())
    named = files_named(parse_record(raw, record.model, record.surroundings))
    before = files_named(record)
    pictures = {
        name: seen for name, seen in raw.pictures.items() if name not in named | before or name in before & named
    }
    files = (raw.files - (before - named)) | (named - before)
    raw = replace(raw, files=files, pictures=pictures, attachments={})
    return parse_record(raw, record.model, record.surroundings)


def remaining(record: ParsedRecord, problem: Problem, edits: tuple[Edit, ...]) -> list[str]:
    """Follow a hint; name the rules of which there are more problems than there should be, its own included."""
    before = Counter(one.rule for one in problems_of(record))
    before[problem.rule] -= 1
    return list(Counter(one.rule for one in problems_of(followed(record, edits))) - before)


GOLDENS: dict[str, ParsedRecord] = {
    **{name: record_of((DIAGNOSTICS / f"{name}.yaml").read_bytes()) for name in RECORDS},
    **{name: record_of(*SPECIAL[name]) for name in SPECIAL},
    **IN_FOLDERS,
    **{name: programme_of(name) for name in PROGRAMMES},
}


@each("name", GOLDENS)
def test_every_hint_works(name: str) -> None:
    """Each thing that a hint of a golden offers to type ends its problem, and no new one comes."""
    record = GOLDENS[name]
    failed = [
        (problem.rule, problem.hint, left, apply_edits(record.document.text, edits))
        for problem in problems_of(record)
        for edits in (problem.edits, *problem.alternatives)
        if edits and (left := set(remaining(record, problem, edits)) - set(NEXT_QUESTIONS.get(name, ())))
    ]

    assert failed == []


@pytest.mark.parametrize(
    "rule", ["collection-case-unknown", "collection-case-unpublished", "collection-case-withdrawn"]
)
def test_hints_about_listed_cases_work(rule: str) -> None:
    """What is said of a case that a collection lists, typed, leaves one problem less and brings no other."""
    (collection,) = ALL_RECORDS.collections
    before = Counter(problem.rule for problem in examine_all(ALL_RECORDS))
    before[rule] -= 1
    for problem in problems_of_all(ALL_RECORDS, rule):
        together = replace(ALL_RECORDS, collections=(followed(collection, problem.edits),))

        assert Counter(one.rule for one in examine_all(together)) <= before


LABELS = Labels.of(Case)
WRONG_KEYS = [
    (holder, key, name) for holder, keys in usual_wrong_keys().items() for key, names in keys.items() for name in names
]


@each(("holder", "key", "name"), WRONG_KEYS)
def test_usual_wrong_keys_mean_keys(holder: str, key: str, name: str) -> None:
    """Each usual wrong name stands for a key of its mapping, and is none itself."""
    keys = LABELS.keys_at((holder,) if holder else ())

    assert key in keys
    assert name not in keys


def test_a_wrong_name_means_one_key() -> None:
    """No wrong name is listed twice in a mapping."""
    pairs = Counter((holder, name) for holder, _, name in WRONG_KEYS)

    assert [pair for pair, count in pairs.items() if count > 1] == []


@each(
    ("written", "key"),
    [
        ("学校名称", "university"),
        ("书记", "secretary"),
        ("类别", "task"),
        ("tags", "keywords"),
        ("Abstract", "summary"),
        ("school_name", "university"),
        ("college", "school"),
        ("References", "sources"),
        ("titel", "title"),
        ("Title", "title"),
        ("key-words", "keywords"),
        ("place", "places"),
        ("zzz", None),
        ("waver", None),
        ("颜色", None),
        ("工作", None),
        ("trainning_course", None),
    ],
)
def test_only_sure_likenesses_are_offered(written: str, key: str | None) -> None:
    """A key is offered for a usual wrong name and for a slip of the keyboard, and for nothing else."""
    assert intended_key(LABELS, (written,)) == key


def followed_to_the_end(text: str) -> str:
    """Follow the first hint of a record that has something to type, again and again."""
    record = record_of(text)
    for _ in range(9):
        hinted = [problem for problem in problems_of(record) if problem.edits]
        if not hinted:
            break
        record = followed(record, hinted[0].edits)
    return record.document.text.removeprefix(BASE)


@each(
    ("written", "right"),
    [
        ("period: 2024年9月至2025年6月", "period:\n  start: 2024-09\n  end: 2025-06"),
        ("period: 2024.9-2025.6", "period:\n  start: 2024-09\n  end: 2025-06"),
        ("period: 2024年9月至12月", "period:\n  start: 2024-09\n  end: 2024-12"),
        ("period: 2024年", "period:\n  start: 2024"),
        ("时间: 2024-09", "period:\n  start: 2024-09"),
        ("secretary: 示例甲", "secretary:\n  name: 示例甲"),
        ("secretary: 示例甲，教授", "secretary:\n  name: 示例甲\n  role: 教授"),
        ("places: 四川省凉山州", "places:\n  - province: 四川\n    city: 凉山州"),
        ("places: 示例村", "places:\n  - detail: 示例村"),
        ("partners: 示例村", "partners:\n  - name: 示例村\n    kind: 村"),
        (
            "partners: 示例县示例公司、示例社区",
            "partners:\n  - name: 示例县示例公司\n    kind: 企业\n  - name: 示例社区\n    kind: 社区",
        ),
        ("keywords: 党建、科普", "keywords:\n  - 党建\n  - 科普"),
        ("关键字: 党建", "keywords:\n  - 党建"),
        ("featured: 是", "featured: 是"),
        ("outcomes: 培训农户500人", "outcomes:\n  - what: 培训农户\n    value: 500\n    unit: 人"),
        ("outcomes:\n  - {what: 增长, value: 30%, unit: 个}", 'outcomes:\n  - {what: 增长, value: 30, unit: "%"}'),
        ("outcomes:\n  - what: 增长\n    value: 30%", 'outcomes:\n  - what: 增长\n    value: 30\n    unit: "%"'),
        (
            "outcomes:\n  - {what: 增收, value: 3,000, unit: 元}",
            'outcomes:\n  - {what: 增收, value: "3,000", unit: 元}',
        ),
        ("training: 怎样讲好党课？", "training:\n  questions:\n    - 怎样讲好党课？"),
        ("background: 第一段。\n第二段。", "background: |\n  第一段。\n  第二段。"),
        (
            "background:\n第一段。\n\n第二段。\nprovince: 甘肃",
            "background: |\n  第一段。\n\n  第二段。\nprovince: 甘肃",
        ),
        ("background: |\n第一段。", "background: |\n  第一段。"),
        ("approach: - 一", "approach: |\n  - 一"),
        ("approach:\n  - 一\n  - 二", "approach: |\n  - 一\n  - 二"),
        ("keywords: “党建”、“科普”", "keywords:\n  - 党建\n  - 科普"),
        ("keywords: 党建 科普", "keywords:\n  - 党建\n  - 科普"),
        ("period:\n  - start: 2024", "period:\n  start: 2024"),
        ("period:\n  start: 2024年9月\n  end: 至今", "period:\n  start: 2024-09"),
        (
            "permission:\n  granted_by: 甲\n  granted_on: 2024.5.1",
            "permission:\n  granted_by: 甲\n  granted_on: 2024-05-01",
        ),
        ("school: “甲”: 乙", "school: “甲”：乙"),
        ('school: "甲"乙', "school: “甲”乙"),
        ("school: %甲", 'school: "%甲"'),
        ("school: [甲", "school: 甲"),
        ("featured: yes", "featured: true"),
        ("level: 省级", "level: 省级团队"),
        ("also: 科技赋能、实践育人", "also:\n  - 科技赋能\n  - 实践育人"),
        ("sources_list: 甲", ""),
        ("unit: 人", ""),
        ("photos: 图1.jpg", "photos:\n  - file: 图1.jpg"),
        ("partners:\n  示例村: 村", "partners:\n  - name: 示例村\n    kind: 村"),
        ("keywords: {党建, 科普}", "keywords:\n  - 党建\n  - 科普"),
        ("credits:\n  author: 示例甲", "credits:\n  - role: 作者\n    name: 示例甲\n    agreed: true"),
        ("credits:\n  - 摄影：示例甲", "credits:\n  - role: 摄影\n    name: 示例甲\n    agreed: true"),
        ("coverage:\n  - 示例报：党课", "coverage:\n  - medium: 示例报\n    title: 党课"),
        ("coverage: 示例报《党课》", "coverage:\n  - medium: 示例报\n    title: 党课"),
        ("coverage:\n  - {media: 甲, title: 乙}", "coverage:\n  - {medium: 甲, title: 乙}"),
        ("awards: 一等奖（2024年）", "awards:\n  - name: 一等奖\n    year: 2024"),
        ("funding: 省财政12.5万元", "funding:\n  - source: 省财政\n    amount: 12.5\n    unit: 万元"),
        (
            "progress: 2024年建站，2025年推广",
            "progress:\n  - year: 2024\n    done: 建站\n  - year: 2025\n    done: 推广",
        ),
        ("progress:\n  2024: 建站", "progress:\n  - year: 2024\n    done: 建站"),
        ("progress:\n  - 2024年5月建站", "progress:\n  - year: 2024\n    done: 5月建站"),
        (
            "outcomes:\n  - {what: 收入, value: 从不足4000元提高到22000元, unit: 元}",
            "outcomes:\n  - {what: 收入, value: 22000, unit: 元, before: 4000, before_qualifier: 不足}",
        ),
        (
            "outcomes:\n  - what: 不合格率\n    value: 34%→0.6%",
            'outcomes:\n  - what: 不合格率\n    value: 0.6\n    before: 34\n    unit: "%"',
        ),
        ("keywords: #党建 #科普", "keywords: [党建, 科普]"),
        ("keywords: [党建, ,科普,]", "keywords: [党建, 科普,]"),
        ("keywords: [,党建]", "keywords: [党建]"),
        ("awards:\n  - {name: 奖, year: 二〇二四}", "awards:\n  - {name: 奖, year: 2024}"),
        (
            "coverage: 《示例报》《党课》，2024年5月1日",
            "coverage:\n  - medium: 示例报\n    title: 党课\n    date: 2024-05-01",
        ),
        (
            "videos:\n  - title: 片\n    link: <iframe src='https://a.cn/p'></iframe>",
            "videos:\n  - title: 片\n    link: https://a.cn/p",
        ),
        (
            "videos:\n  - title: 片\n    link: 【片】 https://a.cn/p 复制打开",
            "videos:\n  - title: 片\n    link: https://a.cn/p",
        ),
        ("videos:\n  - title: 片\n    link: 见附件", ""),
        ("team: 示例支队", "team:\n  name: 示例支队\n  kind: 支队"),
    ],
)
def test_what_editors_write_is_led_to_what_they_mean(written: str, right: str) -> None:
    """Hints that are followed one after the other put a text into the fields where it belongs."""
    assert followed_to_the_end(f"{BASE}{written}\n") == (f"{right}\n" if right else "")


@each("break_", ["\n", "\r\n"])
@each("name", [name for name in RECORDS if name.startswith(("syntax", "comment", "anchor", "text"))])
def test_hints_work_whatever_ends_the_lines(name: str, break_: str) -> None:
    """Edits count in the file's own line breaks, and put none of the other kind between them."""
    text = break_.join((DIAGNOSTICS / f"{name}.yaml").read_text(encoding="utf-8").split("\n"))
    record = record_of(text)
    first = next((problem for problem in problems_of(record) if problem.edits), None)

    assert first is None or remaining(record, first, first.edits) == []
    assert first is None or (break_ == "\n") == ("\r" not in apply_edits(text, first.edits))


def test_several_universities_are_never_joined() -> None:
    """A list where one is wanted is advised to go where several belong."""
    text = BASE.replace("university: 示例大学\n", "university:\n  - 示例大学\n  - 另一示例大学\n")
    problem = problems_of(record_of(text))[0]

    assert "universities" in problem.hint
    assert problems_of(followed(record_of(text), problem.edits)) == ()


@pytest.mark.parametrize("word", ["支教", "送课下乡"])
def test_an_unknown_form_is_offered_forms_of_its_task(word: str) -> None:
    """Each form that is offered is one that the record's task has."""
    record = record_of(f"{BASE}forms: [{word}]\n")
    problem = problems_of(record)[0]

    assert len(problem.alternatives) > 1
    assert [problems_of(followed(record, edits)) for edits in (problem.edits, *problem.alternatives)] == [()] * (
        1 + len(problem.alternatives)
    )


def test_hints_without_anything_to_type_are_known() -> None:
    """What has nothing to type is listed with its reason, and nothing is listed that has something."""
    found = [(problem, name) for name, record in GOLDENS.items() for problem in problems_of(record)]
    typed = {problem.rule for problem, _ in found if problem.edits}
    without = {(problem.rule if problem.rule not in typed else name) for problem, name in found if not problem.edits}

    assert without == set(WITHOUT_EDITS)


def test_names_with_keys_of_their_own_are_told_to_be_names() -> None:
    """A university that was written as a mapping is advised by its name, and no second problem speaks of it."""
    text = BASE.replace(
        "university: 示例大学\n", "universities:\n  - name: 示例大学\n  - {name: 另一示例大学, role: 协办}\n"
    )
    problems = problems_of(record_of(text))

    assert {problem.rule for problem in problems} == {"kind-wrong"}
    assert [problems_of(followed(record_of(text), problem.edits))[1:] for problem in problems] == [(), ()]


def test_names_between_commas_are_one_problem() -> None:
    """Universities behind a Chinese comma between brackets are told once, with one way to write them."""
    text = BASE.replace("university: 示例大学\n", "universities: [示例大学，另一示例大学]\n")

    assert [problem.rule for problem in problems_of(record_of(text))] == ["list-comma"]


def test_a_closed_bracket_is_not_to_be_closed_again() -> None:
    """Where something inside brackets breaks them, no second closing bracket is advised."""
    (problem,) = problems_of(record_of(f'{BASE}period: {{start: "2024"年, end: 2025}}\n'))

    assert "补上" not in problem.hint
    assert problem.edits == ()


def test_an_item_within_an_item_is_told_so() -> None:
    """A dash too many makes a list of an item; the item that is meant is advised."""
    (problem,) = problems_of(record_of(f"{BASE}partners:\n  - - name: 示例村\n      kind: 村\n"))

    assert "每一项只写一个“- ”" in problem.hint
    assert (
        problems_of(followed(record_of(f"{BASE}partners:\n  - - name: 示例村\n      kind: 村\n"), problem.edits)) == ()
    )
