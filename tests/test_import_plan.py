"""Cases that were sent in find their records: what is written of each, and what is told."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.case.date import PartialDate
from generator.case.names import Name, Names
from generator.case.programme import packaged_programme
from generator.intake.merge import BOTH_CHANGED, Mode
from generator.intake.outcome import Outcome
from generator.intake.proposal import Origin, ProposedCase, ProposedPhoto, ProposedValue
from generator.intake.record_notes import with_notes
from generator.making.intake.import_plan import plan_import
from generator.making.intake.journal import Journal
from generator.reading.surroundings import Surroundings
from tests.each import each

NAMES = Names(
    {"universities": (Name("示例大学", ("示大",)),), "branches": (Name("示例党支部", ("示例支部",), "", "示例大学"),)}
)
SURROUNDINGS = Surroundings(PartialDate(2026, 11, 28), packaged_programme(), names=NAMES)
OLD = {
    "title": "示例支部与示例村结对",
    "task": "党建联建",
    "university": "示例大学",
    "branch": "示例党支部",
    "summary": "第一轮的提要。",
}


def case_of(values: dict[str, Any], photos: Sequence[tuple[bytes, str]] = (), id: str = "") -> ProposedCase:
    """Give a case that a file proposes, with photos of some bytes and captions."""
    origin = Origin("汇总表.xlsx", row=3)
    return ProposedCase(
        tuple(ProposedValue((key,), value, origin) for key, value in values.items()),
        tuple(ProposedPhoto(_giver(content), ".jpg", caption, origin) for content, caption in photos),
        origin,
        id=id,
    )


def _giver(content: bytes) -> Callable[[], bytes]:
    return lambda: content


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make an empty project."""
    (tmp_path / "cases").mkdir()
    return tmp_path


def imported(root: Path, *cases: ProposedCase, mode: Mode = "update") -> tuple[Outcome, ...]:
    """Import cases."""
    plan = plan_import(root, cases, mode, SURROUNDINGS)
    if plan.files:
        Journal(root).write(plan.files, ("汇总表.xlsx",), mode)
    return plan.outcomes


def deeds(outcomes: Sequence[Outcome]) -> list[tuple[str, str, str]]:
    """Give what was done with each case."""
    return [(one.id, one.deed, one.why) for one in outcomes]


def record(root: Path, id: str) -> str:
    """Give a record's text."""
    return (root / f"cases/{id}/case.yml").read_text("utf-8")


def by_hand(root: Path, id: str, old: str, new: str) -> None:
    """Change a record as its editor does."""
    text = record(root, id)
    assert old in text
    (root / f"cases/{id}/case.yml").write_text(text.replace(old, new), "utf-8")


def files(root: Path) -> dict[str, bytes]:
    """Give all files of cases/ and all marks."""
    found = [*(root / "cases").rglob("*"), *(root / ".imports/values").rglob("*")]
    return {one.relative_to(root).as_posix(): one.read_bytes() for one in found if one.is_file()}


def test_a_case_comes_again_under_other_spellings(root: Path) -> None:
    """An alias of the university, a former name of the branch, blanks and a full stop in the title find the record."""
    [(id, *_)] = deeds(imported(root, case_of(OLD)))
    again = {
        **OLD,
        "title": "示例支部与 示例村结对。",
        "university": "示大",
        "branch": "示例支部",
        "summary": "第二轮的。",
    }

    outcomes = imported(root, case_of(again))

    assert deeds(outcomes) == [(id, "changed", "")]
    assert [(one.path, one.ours, one.value) for one in outcomes[0].changes] == [
        (("summary",), "第一轮的提要。", "第二轮的。")
    ]


@pytest.mark.parametrize(
    "other",
    [{"title": "示例支部与示例镇结对"}, {"university": "另一示例大学"}, {"branch": "另一示例党支部"}],
    ids=["title", "university", "branch"],
)
def test_another_case_becomes_a_new_record(root: Path, other: dict[str, str]) -> None:
    """One word of title, university or branch makes it another case."""
    imported(root, case_of(OLD))

    assert [one.deed for one in imported(root, case_of({**OLD, **other}))] == ["new"]
    assert len(list((root / "cases").iterdir())) == 2


def test_without_a_branch_the_university_and_the_title_are_enough(root: Path) -> None:
    """Who leaves the branch out means the case that there is; where there are two, nobody knows."""
    without = {key: value for key, value in OLD.items() if key != "branch"}
    [first] = imported(root, case_of(OLD))
    assert deeds(imported(root, case_of(without))) == [(first.id, "same", "")]

    [second] = imported(root, case_of({**OLD, "branch": "另一示例党支部"}))

    assert deeds(imported(root, case_of(without))) == [
        ("", "unclear", f"可能是 {first.id}、{second.id}，请在表里写明编号")
    ]


def test_a_changed_title_is_asked_about(root: Path) -> None:
    """The new record says which one it may be; where that one comes too, it is another."""
    imported(root, case_of(OLD, id="dj-01"))
    renamed = {**OLD, "title": "示例支部与示例镇结对", "branch": "示例支部"}

    [outcome] = plan_import(root, [case_of(renamed)], "update", SURROUNDINGS).outcomes
    both = plan_import(root, [case_of(renamed), case_of(OLD)], "update", SURROUNDINGS).outcomes
    other = plan_import(root, [case_of({**renamed, "title": "电商直播助农"})], "update", SURROUNDINGS).outcomes

    note = "同一单位已有标题相近的 dj-01《示例支部与示例村结对》；是同一个案例的，撤回这次导入，在表里写明编号再更新"
    assert (outcome.deed, outcome.case.notes) == ("new", (f"待核：{note}",))
    assert [one.case.notes for one in (*both, *other)] == [(), (), ()]


def test_an_id_finds_a_case_with_another_title(root: Path) -> None:
    """The id counts before all else, and the title is a value like others."""
    imported(root, case_of(OLD, id="dj-01"))

    [outcome] = imported(root, case_of({**OLD, "title": "改过的示例标题"}, id="DJ-01"))

    assert (outcome.id, outcome.deed) == ("dj-01", "changed")
    assert "title: 改过的示例标题\n" in record(root, "dj-01")


def test_an_id_of_somebody_else_is_told(root: Path) -> None:
    """Two universities that number their cases alike do not overwrite each other."""
    imported(root, case_of(OLD, id="dj-01"))
    before = files(root)

    outcomes = imported(root, case_of({"title": "完全不同的案例", "university": "另一示例大学"}, id="dj-01"))

    assert deeds(outcomes) == [("", "unclear", "编号 dj-01 已经是另一个学校的另一个案例")]
    assert files(root) == before


def test_add_leaves_what_is_there(root: Path) -> None:
    """New cases come, the others are told and not touched."""
    [(id, *_)] = deeds(imported(root, case_of(OLD), mode="add"))
    before = record(root, id)

    outcomes = imported(root, case_of({**OLD, "summary": "新"}), case_of({**OLD, "title": "另一个示例"}), mode="add")

    assert [(one.deed, one.why) for one in outcomes] == [("left", "已有这条记录"), ("new", "")]
    assert record(root, id) == before


def test_two_rows_of_one_case_do_not_fight(root: Path) -> None:
    """Where both say the same the first counts, and the second is told."""
    [(id, *_)] = deeds(imported(root, case_of(OLD)))

    outcomes = imported(root, case_of({**OLD, "summary": "甲"}), case_of({**OLD, "summary": "甲"}))

    told = "文件里有两处都是这条记录，说的一样，只用了前一处"
    assert deeds(outcomes) == [(id, "changed", ""), (id, "unclear", told)]


def test_of_two_rows_of_one_title_neither_is_written_over_the_record_that_still_has_it(root: Path) -> None:
    """The editor gave one of two records another title; its row must not change the other's record."""
    new = imported(root, case_of(OLD), case_of({**OLD, "summary": "另一个案例的提要。"}))
    by_hand(root, new[0].id, OLD["title"], "改过的标题")
    before = files(root)

    outcomes = imported(
        root, case_of({**OLD, "summary": "第二轮。"}), case_of({**OLD, "summary": "另一个案例的提要。"})
    )

    told = "文件里有几处都像这条记录，说的不一样，请写明编号或者只留一处"
    assert deeds(outcomes) == [(new[1].id, "unclear", told)] * 2
    assert files(root) == before


def test_three_rounds_keep_what_the_editor_did(root: Path) -> None:
    """What was changed by hand stays over rounds; what both changed is told once."""
    [(id, *_)] = deeds(imported(root, case_of({**OLD, "keywords": ["茶", "竹"], "lessons": "第一轮。"})))
    by_hand(root, id, "第一轮的提要。", "编者改过的提要。  # 核对过")
    by_hand(root, id, "  - 竹\n", "  - 竹\n  - 编者加的\n")

    second = imported(root, case_of({**OLD, "keywords": ["茶", "桑"], "lessons": "第二轮。"}))
    third = imported(
        root, case_of({**OLD, "summary": "第三轮的提要。", "keywords": ["茶", "桑"], "lessons": "第二轮。"})
    )
    fourth = imported(
        root, case_of({**OLD, "summary": "第三轮的提要。", "keywords": ["茶", "桑"], "lessons": "第二轮。"})
    )

    assert [one.deed for one in (*second, *third, *fourth)] == ["changed", "same", "same"]
    assert [(one.path, one.why) for one in third[0].conflicts] == [(("summary",), BOTH_CHANGED)]
    assert (second[0].conflicts, fourth[0].conflicts) == ((), ())
    text = record(root, id)
    assert "summary: 编者改过的提要。  # 核对过\n" in text
    assert "keywords:\n  - 茶\n  - 编者加的\n" in text
    assert "lessons: 第二轮。\n" in text


def test_an_unreadable_record_is_left(root: Path) -> None:
    """A record with an error of YAML is told, and not written over."""
    [(id, *_)] = deeds(imported(root, case_of(OLD, id="dj-01")))
    (root / "cases/dj-01/case.yml").write_text("title: [\n")

    outcomes = imported(root, case_of({**OLD, "summary": "新"}, id="dj-01"))

    assert [one.deed for one in outcomes] == ["unclear"]
    assert record(root, id) == "title: [\n"


def test_undo_takes_a_round_back(root: Path) -> None:
    """Records, photos, folders and marks are what they were before it, byte for byte; so is nothing after the first."""
    imported(root, case_of(OLD, [(b"one", "图一")]))
    before = files(root)
    imported(root, case_of({**OLD, "summary": "新"}, [(b"two", "图二")]), case_of({**OLD, "title": "另一个示例"}))
    assert len(files(root)) > len(before)

    Journal(root).undo()
    assert files(root) == before
    Journal(root).undo()
    assert files(root) == {}


# Photos.


def names(root: Path, id: str) -> dict[str, bytes]:
    """Give the photos beside a record."""
    return {one.name: one.read_bytes() for one in sorted((root / f"cases/{id}").iterdir()) if one.suffix == ".jpg"}


def test_photos_are_known_by_their_bytes(root: Path) -> None:
    """The same photo is not added again, a new one comes under a free name, and one that is gone goes."""
    [(id, *_)] = deeds(imported(root, case_of(OLD, [(b"one", "图一"), (b"two", "图二")])))

    [outcome] = imported(root, case_of(OLD, [(b"two", "图二"), (b"three", "图三")]))

    assert names(root, id) == {"02.jpg": b"two", "03.jpg": b"three"}
    assert [one.path for one in outcome.changes] == [("photos", 2), ("photos", 0)]
    assert record(root, id).partition("photos:\n")[2].partition("status")[0] == (
        "  - file: 02.jpg\n    caption: 图二\n  # 来自 汇总表.xlsx 第3行\n  - file: 03.jpg\n    caption: 图三\n"
    )


def test_what_the_editor_did_to_photos_stays(root: Path) -> None:
    """Captions by hand, a photo taken out and one cut to size are not undone by the same file."""
    photos = [(b"one", "图一"), (b"two", "图二"), (b"three", "")]
    [(id, *_)] = deeds(imported(root, case_of(OLD, photos)))
    by_hand(root, id, "caption: 图一", "caption: 编者写的图注\n    alt: 示例")
    by_hand(root, id, "  - file: 02.jpg\n    caption: 图二\n", "")
    by_hand(root, id, "（图注待补）", "补上的图注")
    (root / f"cases/{id}/02.jpg").unlink()
    (root / f"cases/{id}/03.jpg").write_bytes(b"three, cut")
    before = files(root)

    outcomes = imported(root, case_of(OLD, photos))

    assert deeds(outcomes) == [(id, "same", "")]
    assert {**files(root), f".imports/values/{id}.json": b""} == {**before, f".imports/values/{id}.json": b""}


def test_a_table_without_photos_says_nothing_of_them(root: Path) -> None:
    """Those of a Word file stay when the table comes again."""
    [(id, *_)] = deeds(imported(root, case_of(OLD, [(b"one", "图一")])))

    imported(root, case_of({**OLD, "summary": "新"}), mode="replace")

    assert names(root, id) == {"01.jpg": b"one"}
    assert "file: 01.jpg" in record(root, id)


def test_a_record_without_photos_gets_them(root: Path) -> None:
    """The photos come from the Word file after the table."""
    [(id, *_)] = deeds(imported(root, case_of(OLD)))

    imported(root, case_of(OLD, [(b"one", "图一"), (b"two", "")]))

    assert names(root, id) == {"01.jpg": b"one", "02.jpg": b"two"}
    assert "photos:\n  - file: 01.jpg\n    caption: 图一\n  - file: 02.jpg\n    caption: （图注待补）\n" in record(
        root, id
    )


def test_the_store_of_marks_has_no_words(root: Path) -> None:
    """What lies in version control beside the records says nothing by itself."""
    imported(root, case_of({**OLD, "partners": [{"name": "示例公司", "kind": "企业"}]}, [(b"one", "图一")]))

    [path] = (root / ".imports/values").iterdir()
    marks = json.loads(path.read_text("utf-8"))

    assert "示例" not in path.read_text("utf-8")
    assert {way.split("/")[0] for way in marks} == {*OLD, "partners", "photos"}


def test_photos_are_told_by_their_names(root: Path) -> None:
    """Neither the terminal nor the record has sums of bytes; a new photo says where it comes from."""
    [(id, *_)] = deeds(imported(root, case_of(OLD, [(b"one", "图一"), (b"two", "图二")])))
    by_hand(root, id, "caption: 图二", "caption: 编者写的图注")

    [outcome] = imported(root, case_of(OLD, [(b"three", "图三")]))

    assert [(one.path, one.ours, one.value) for one in outcome.changes] == [
        (("photos", 2), None, {"file": "03.jpg", "caption": "图三"}),
        (("photos", 0), {"file": "01.jpg", "caption": "图一"}, None),
    ]
    assert [(one.path, one.ours, one.theirs) for one in outcome.conflicts] == [
        (("photos", 1), {"file": "02.jpg", "caption": "编者写的图注"}, None)
    ]
    assert "  # 来自 汇总表.xlsx 第3行\n  - file: 03.jpg\n" in record(root, id)


def test_what_has_no_place_in_a_record_is_told_again_only_where_it_is_new(root: Path) -> None:
    """What the record's own comments say is not told once more."""
    first = replace(case_of(OLD, id="dj-01"), notes=("待核：可能的成效数据：培训 100 人",))
    imported(root, first)

    [outcome] = imported(root, replace(first, notes=(*first.notes, "待核：可能的成效数据：讲座 3 场")))

    assert outcome.case.notes == ("待核：可能的成效数据：讲座 3 场",)


TRAINED, TAUGHT = "待核：可能的成效数据：培训 100 人（第3段）", "待核：可能的成效数据：讲座 3 场（第4段）"


def test_what_a_second_file_says_stands_where_the_first_said_it(root: Path) -> None:
    """New notes come below those at the record's head, with their file; the record's values stay as they are."""
    first = replace(case_of(OLD, id="dj-01"), notes=(TRAINED,))
    imported(root, first)
    before = record(root, "dj-01")

    [outcome] = imported(root, replace(first, notes=(TRAINED, TAUGHT)))

    head = f"# 由导入生成：汇总表.xlsx 第3行\n# {TRAINED}\n"
    assert (outcome.deed, outcome.changes) == ("changed", ())
    assert before.startswith(f"{head}\n")
    assert record(root, "dj-01") == before.replace(head, f"{head}# 又导入：汇总表.xlsx 第3行\n# {TAUGHT}\n")


def test_a_note_that_was_dealt_with_does_not_come_back(root: Path) -> None:
    """A note that an editor removed stays away, also when the words stand in another paragraph now."""
    first = replace(case_of(OLD, id="dj-01"), notes=(TRAINED,))
    imported(root, first)
    by_hand(root, "dj-01", f"# {TRAINED}\n", "")
    before = record(root, "dj-01")

    [outcome] = imported(root, replace(first, notes=(TRAINED.replace("第3段", "第12段"),)))

    assert (outcome.deed, outcome.case.notes) == ("same", ())
    assert record(root, "dj-01") == before


@each(
    ("text", "expected"),
    [
        ("# 甲\n\ntitle: 乙\n", "# 甲\n# 又导入：表 第3行\n# 待核：丙\n\ntitle: 乙\n"),
        ("# 来自 表 第2行\ntitle: 乙\n", "# 又导入：表 第3行\n# 待核：丙\n\n# 来自 表 第2行\ntitle: 乙\n"),
        ("title: 乙\r\n", "# 又导入：表 第3行\r\n# 待核：丙\r\n\r\ntitle: 乙\r\n"),
        ("# 甲\n", "# 又导入：表 第3行\n# 待核：丙\n\n# 甲\n"),
    ],
    ids=["head", "about-a-key", "windows", "comments-alone"],
)
def test_notes_come_between_no_key_and_its_comment(text: str, expected: str) -> None:
    """Comments right above a key stay there; lines end as they did."""
    assert with_notes(text, "表 第3行", ("待核：丙",)) == expected
