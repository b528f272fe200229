"""What can be mended in one way only is mended, again and again until nothing is left; every other byte stays."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.case.date import PartialDate
from generator.case.edit import Edit
from generator.case.model import Case, Collection
from generator.case.names import Name, Names
from generator.case.problem import ERROR, Place, Problem
from generator.case.programme import packaged_programme
from generator.reading.decoding import decode
from generator.reading.examination import examine, parse_record
from generator.reading.mending import Mended, mend
from generator.reading.record import Record
from generator.reading.surroundings import Surroundings
from tests.each import each

DIAGNOSTICS = Path(__file__).parent / "diagnostics"
SURROUNDINGS = Surroundings(PartialDate(2026, 11, 22), packaged_programme())
GOOD = """\
title: 数字党课进社区
task: 党建联建
summary: 示例大学支部与示例社区共上党课。
university: 示例大学
branch: 示例学院教师党支部
sources:
  - {title: 示例报道, publisher: 示例网}
"""


def record_of(data: bytes | str) -> Record:
    """Give a case's record of some bytes or text."""
    return Record("2025-shili", "cases/2025-shili/case.yml", data.encode() if isinstance(data, str) else data)


def mended(data: bytes | str) -> Mended:
    """Mend a case's record."""
    return mend(record_of(data), Case, SURROUNDINGS)


def errors(data: bytes) -> list[tuple[str, str]]:
    """Give rule and message of each error."""
    problems = examine(parse_record(record_of(data), Case, SURROUNDINGS), Case).problems
    return [(one.rule, one.message) for one in problems if one.severity == ERROR]


MENDS: dict[str, tuple[str, str]] = {
    "radicals": ("title: 数字党课进⼭村\n", "title: 数字党课进山村\n"),
    "a term of radicals": ("task: 党建联建\n", "task: 党建联建\n"),
    "what nobody sees": ("university: \u200b示例\u00a0大学\u3000\n", "university: 示例大学\n"),
    "escapes": ('title: "数字\\u200b党课\\xad进\\_社区\\n"\n', 'title: "数字党课进 社区\\n"\n'),
    "single quotes": ("title: '\u00a0数字党课''进'''\n", "title: '数字党课''进'''\n"),
    "wrong spaces and a wrong date": (
        "period:\u3000# 时间\n\u00a0\u00a0start: 2024.9.1\n",
        "period: # 时间\n  start: 2024-09-01\n",
    ),
    "tabs": ("period:\n\tstart: 2024\n", "period:\n  start: 2024\n"),
    "full-width colons": (
        "title：\u3000数字党课进社区\nperiod：\n  start：2024\n",
        "title: 数字党课进社区\nperiod:\n  start: 2024\n",
    ),
    "labels as keys": ("标题：数字党课进社区\n", "title: 数字党课进社区\n"),
    "an escaped control character": ('title: "数字\\x07党课\\u0007进社区"\n', 'title: "数字党课进社区"\n'),
    "a control character": ("title: 数字\x07党课进社区\n", "title: 数字党课进社区\n"),
    "numbers": (
        "outcomes: [{what: 培训, value: １２０, unit: 人}]\n",
        "outcomes: [{what: 培训, value: 120, unit: 人}]\n",
    ),
    "words for round figures": (
        "outcomes: [{what: 培训, value: 120, unit: 人, qualifier: 超过}]\n",
        "outcomes: [{what: 培训, value: 120, unit: 人, qualifier: 超}]\n",
    ),
    "flags": ("featured: 对\n", "featured: true\n"),
    "accepted flags": ("featured: 是\n", "featured: true\n"),
    "a term with blanks": ("task: “党建 联建”\n", "task: 党建联建\n"),
    "terms by other spellings": ("province: 四川省\nstatus: 已发布\n", "province: 四川\nstatus: published\n"),
    "keys with a space of no width": ("ti\u200btle: 数字党课进社区\n", "title: 数字党课进社区\n"),
    "prose": (
        "approach: |\n\u3000\u3000第⼀步。\u00a0\n  \u00a0\u00a0第二步。\n",
        "approach: |\n  \u3000\u3000第一步。\n\n  \u3000\u3000第二步。\n",
    ),
}


def with_lines(text: str) -> str:
    """Give a whole record with some lines in the place of its own of the same keys."""
    keys = {line.split("：")[0].split(":")[0].replace("\u200b", "") for line in text.splitlines()}
    keys |= {"title"} if "标题" in keys else set()
    return text + "".join(f"{line}\n" for line in GOOD.splitlines() if line.split(":")[0] not in keys)


@each("name", MENDS)
@each("line_break", ["\n", "\r\n"], ids=["Unix", "Windows"])
@each("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
def test_mends(name: str, line_break: str, mark: bytes) -> None:
    """Each is mended as an editor would; line ends, the byte order mark and a last line without an end stay."""
    before, right = (mark + with_lines(text).rstrip("\n").replace("\n", line_break).encode() for text in MENDS[name])
    after = mended(before)

    assert right == after.after
    assert [] == errors(after.after)
    assert () == after.refused


def beside(excerpt: str, edit: Edit) -> Problem:
    """Give a problem that shows only beside other records, at the first line."""
    place = Place(1, 1, 1, excerpt)
    return Problem("x", place, "title-duplicate", ERROR, "甲", "乙", "丙", edits=(edit,), is_certain=True)


def test_line_ends_of_changes() -> None:
    """What a change brings ends its lines as the file does."""
    text = with_lines("title: 数字党课进社区\n").replace("\n", "\r\n")
    problem = beside("title: 数字党课进社区", Edit(0, 0, "# 甲\n"))

    assert f"# 甲\r\n{text}".encode() == mend(record_of(text), Case, SURROUNDINGS, [problem]).after


def test_problems_of_another_file_are_not_mended() -> None:
    """A problem that shows only beside other records is left where its line is no longer there."""
    problem = beside("title: 从前的标题", Edit(0, 5, "x"))

    assert not mend(record_of(GOOD), Case, SURROUNDINGS, [problem]).is_changed


def test_what_would_be_worse_is_left() -> None:
    """A change that brings an error is not made, and named; the others are made."""
    text = GOOD.replace("title: ", "title: ⼭村").replace("task: 党建联建\n", "task: 党建联建\n任务类型：教育服务\n")
    after = mended(text)

    assert text.replace("⼭", "山").encode() == after.after
    assert ["“任务类型”后面用了中文冒号"] == [one.message for one in after.refused]


@each("text", [GOOD, "", "\ufeff", "- 甲\n", "title: [\n", GOOD.replace("示例大学", "示例大学 ")])
def test_nothing_to_mend(text: str) -> None:
    """A record in order stays, and so does one that cannot be read."""
    after = mended(text)

    assert (text.encode(), (), False) == (after.after, after.mends, after.is_changed)


@pytest.mark.parametrize("data", [GOOD.encode("gbk"), GOOD.encode("utf-16"), b"title: \xff\n"])
def test_other_encodings_stay(data: bytes) -> None:
    """A file that is not UTF-8 is not touched."""
    assert data == mended(data).after


def test_a_collection() -> None:
    """Collections are mended like cases."""
    record = Record("xiang-cun", "content/collections/xiang-cun.yml", "title：⼭村案例\neditor: 示例大学\n".encode())
    after = mend(record, Collection, SURROUNDINGS)

    assert "title: 山村案例\neditor: 示例大学\n".encode() == after.after


def test_more_than_is_listed() -> None:
    """All of many slips are mended, though only twenty of a text are listed at a time."""
    lines = "".join(f"\u00a0\u00a0- 词{number}\n" for number in range(12))
    text = f"{GOOD}keywords:\n{lines}approach: |\n" + "\u3000\u3000甲。\n" * 60
    after = mended(text)

    assert "\u00a0" not in after.after.decode()
    assert 60 == after.after.decode().count("\n  \u3000\u3000甲。")


@each("path", sorted(DIAGNOSTICS.glob("*.yaml")), ids=lambda path: path.stem)
def test_diagnostics(path: Path) -> None:
    """Whatever is wrong with a record, mending it brings no error, and a second time there is nothing to do."""
    before = path.read_bytes()
    after = mended(before).after

    assert set() == set(errors(after)) - set(errors(before))
    assert after == mended(after).after


KEYS = ("title", "task", "period", "start", "keywords", "approach", "标题", "province", "# ")
SIGNS = (
    ": ",
    "：",
    ":\u00a0",
    ":",
    "\n",
    "\r\n",
    "- ",
    "-\u3000",
    "|\n",
    ">",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    ", ",
    "\\u200b",
)
SPACES = ("  ", "\u00a0\u00a0", "\u3000", "\t", "\u200b", "\x07", "\U000e0041")
WORDS = ("⻓江", "党建 联建", "四川省", "2024.9.1", "是", "甲", "👩\u200d💻", "１２")
PIECES = st.sampled_from((*KEYS, *SIGNS, *SPACES, *WORDS))


@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(("", "\ufeff")))
def test_any_text(text: str, mark: str) -> None:
    """Of whatever text: mended twice is mended once, no error comes, and where nothing was mended no byte changed."""
    before = (mark + text).encode()
    first = mended(before)
    second = mended(first.after)

    assert first.after == second.after
    assert first.mends or first.after == before
    readable = bool(parse_record(record_of(before), Case, SURROUNDINGS).document.value)
    assert not readable or not set(errors(first.after)) - set(errors(before))


@given(st.lists(PIECES, max_size=30).map("".join))
def test_letters_stay(text: str) -> None:
    """Letters that no rule speaks of are never lost."""
    before = f"{GOOD}approach: |\n  留{text.replace('留', '')}"
    after = decode(mended(before).after)[0]

    assert before.count("留") == after.count("留")
    assert before.count("甲") == after.count("甲")


def test_each_of_two_keys_is_read_for_itself() -> None:
    """Where one university and several are written, the aliases of both are mended where they stand."""
    names = Names({"universities": (Name("示例农业大学", ("示例农大",)), Name("示例大学"))})
    written = GOOD.replace("university: 示例大学\n", "university: 示例农大\nuniversities: [示例农大, 示例大学]\n")
    expected = GOOD.replace(
        "university: 示例大学\n", "university: 示例农业大学\nuniversities: [示例农业大学, 示例大学]\n"
    )
    raw = record_of(written)

    assert mend(raw, Case, replace(SURROUNDINGS, names=names)).after.decode() == expected
    conflicting = record_of(written.replace("university: 示例农大", "university: 示例大学"))
    assert (
        "universities: [示例农业大学, 示例大学]"
        in mend(conflicting, Case, replace(SURROUNDINGS, names=names)).after.decode()
    )


def test_two_spellings_of_the_leading_one_are_no_conflict() -> None:
    """A university and the first of several may differ by an alias."""
    names = Names({"universities": (Name("示例农业大学", ("示例农大",)),)})
    written = GOOD.replace("university: 示例大学\n", "university: 示例农业大学\nuniversities: [示例农大, 示例大学]\n")
    parsed = parse_record(record_of(written), Case, replace(SURROUNDINGS, names=names))

    assert examine(parsed, Case).problems == ()
