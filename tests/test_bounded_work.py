"""Checking a record costs in proportion to its size, whatever is in it, and what a rule has to say is bounded too."""

import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from cProfile import Profile

import pytest

from generator.case.date import PartialDate
from generator.case.markdown import parse_prose
from generator.case.markdown.density import MAX_MARKS, count_marks, is_too_dense
from generator.case.model import Case
from generator.case.programme import packaged_programme
from generator.case.prose import MAX_CHARACTERS
from generator.reading.examination import examine, parse_record
from generator.reading.finding import MOST_OF_ONE_TEXT
from generator.reading.limits import MAX_BYTES
from generator.reading.record import Record
from generator.reading.surroundings import Surroundings
from tests.each import each

Body = Callable[[int], str]
PIECES = (
    ("<b>", "</b>", "<sub>", "<sub>a</sub>", "<br>", "<a ", "<b\n", "<!--", "<!-- a -->", "<![CDATA[", "<x:", "<"),
    ("[a](x) ", "![](x) ", "[", "![", "[a", "[a](", "![](", "[a][", "](", "[^a", "[^1] ", "[^1]: a\n\n", "[<b>]("),
    ("**", "**a", "a**", "*a*", "*a_b", "***a**b*", "_", "~~a", "`", "``a`", "\\", "&", "&amp;"),
    ("> ", "- ", "* a\n", "1. ", "# ", "a\n", "\n\n", "  - a\n", "| a ", "|-\n", "a|b\n|-|-|\n", "```\n", "a\n> b\n"),
    ("##甲\n", "甲\n乙\n", "甲。\n", "•甲\n", "-甲\n", "1.甲\n", "一、甲乙\n", "一、甲乙\n\n丙。\n\n"),
    ("a\tb\n", "a  b  c\n", "｜a｜b｜\n", "** 甲 ** ", "张** 李 ", "\u3000", "\t"),
    ("13912345678 ", "a@qq.com ", "a@b.", "1-", "4444 ", "http://a ", "%40", "\u200b", "\u3000", "😀"),
)
"""What may be repeated in a text, by kind: HTML, links, emphasis, blocks, pasted blocks, tables, things to look for."""
KEYS: dict[str, Body] = {
    "unknown-keys": lambda size: "".join(f"titel{number}: x\n" for number in range(size)),
    "repeated-keys": lambda size: "summary: x\n" * size,
    "comments": lambda size: "".join(f"k{number}: |\n  a\n## b\n" for number in range(size)),
}
ITEMS: dict[str, Body] = {
    "wide-colons": lambda size: "sources:\n" + "- title：x\n" * size,
    "phones": lambda size: "keywords: [" + ",".join(f"139{number:08}" for number in range(size)) + "]\n",
    "unknown-words": lambda size: "forms:\n" + "".join(f"- 工作{number}\n" for number in range(size)),
    "photos": lambda size: "photos:\n" + "".join(f"- file: {number}.jpg\n  caption: a\n" for number in range(size)),
    "folded": lambda size: "keywords:\n" + "- a\n  b\n" * size,
}
SIGNS: dict[str, Body] = {
    "tabs": lambda size: "sources:\n" + "\t- title: x\n" * size,
    "tabs-on-one-line": lambda size: "\t" * size + "[" + "a," * size + "]\n",
    "escapes": lambda size: "keywords:\n" + '- "\\u200b"\n' * size,
    "anchors": lambda size: "keywords:\n" + "".join(f"- &a{number} x\n" for number in range(size)),
    "aliases": lambda size: "keywords:\n- &a x\n" + "- *a\n" * size,
    "tags": lambda size: "keywords:\n" + "- !a x\n" * size,
}
DEPTHS: dict[str, Body] = {
    "open-brackets": lambda size: "keywords: " + "[" * size,
    "deep-dashes": lambda size: "keywords:\n" + "- " * size,
    "deep-quotations": lambda size: "approach: |\n  " + "> " * 20 + "a\n" + "  b\n" * size,
}
KINDS = tuple(map(tuple, (KEYS, ITEMS, SIGNS, DEPTHS)))
LISTS = KEYS | ITEMS | SIGNS | DEPTHS


def examined(body: str) -> Counter[str]:
    """Examine a record with something in it; gives how many problems each rule has."""
    raw = Record("x-01", "cases/x-01/case.yml", body.encode())
    parse_prose.cache_clear()
    parsed = parse_record(raw, Case, Surroundings(PartialDate(2026, 11, 22), packaged_programme()))
    return Counter(problem.rule for problem in examine(parsed, Case).problems)


def work(body: str) -> int:
    """Count the calls that examining a record takes."""
    before = sys.getprofile()
    sys.setprofile(None)
    profile = Profile()
    try:
        profile.runcall(examined, body)
    finally:
        sys.setprofile(before)
    return sum(entry.callcount for entry in profile.getstats())


def prose(piece: str, size: int) -> str:
    """Repeat a piece in a section until it has a number of characters."""
    text = (piece * size)[:size]
    return "approach: |\n  案\n" + "".join(f"  {line}\n" for line in text.split("\n"))


@pytest.mark.sampled("piece", *PIECES)
def test_work_grows_with_the_text(piece: str) -> None:
    """Twice as much of anything in a text takes about twice the calls, not four times."""
    small, large = work(prose(piece, 1_500)), work(prose(piece, 3_000))

    assert large < 2.6 * small


@pytest.mark.sampled("name", *KINDS)
def test_work_grows_with_the_list(name: str) -> None:
    """So does twice as much of anything in a record."""
    small, large = work(LISTS[name](300)), work(LISTS[name](600))

    assert large < 2.6 * small


@pytest.mark.sampled("piece", ["[^a", "<a ", "| a "], ["a@qq.com ", "13912345678 ", "1-", "http://a "])
def test_time_grows_with_the_text(piece: str) -> None:
    """Where one call may look at a whole text, eight times the text takes no fortyfold time."""

    def seconds(size: int) -> float:
        body = prose(piece, size)
        started = time.process_time()
        examined(body)
        return time.process_time() - started

    most = 40 * max(min(seconds(10_000) for _ in range(2)), 0.005)
    assert any(seconds(80_000) < most for _ in range(2))


@pytest.mark.sampled("name", *KINDS, ["<b>", "[a](x) ", "![](x) ", "13912345678 "])
def test_a_rule_says_no_more_than_is_read(name: str) -> None:
    """A rule lists twenty findings in a text, and one more says how many there are besides."""
    body = LISTS[name](1_000) if name in LISTS else prose(name, 6_000)
    found = examined(body)

    # What is under keys that do not exist, and what is under the last one that does, are two texts.
    assert max(found.values()) <= 2 * (MOST_OF_ONE_TEXT + 1)


@each(("piece", "rule"), [("<b>", "html-unsafe"), ("[a](x) ", "prose-link-invalid")])
@each("count", [20, 21, 22, 500])
def test_the_rest_is_counted(piece: str, rule: str, count: int) -> None:
    """Up to twenty are listed one by one; of more the number of the others is given, at the first of them."""
    raw = Record("x-01", "cases/x-01/case.yml", prose(piece, count * len(piece)).encode())
    parsed = parse_record(raw, Case, Surroundings(PartialDate(2026, 11, 22), packaged_programme()))
    problems = [problem for problem in examine(parsed, Case).problems if problem.rule == rule]
    rest = [found[1] for problem in problems if (found := re.search(r"还有 (\d+) 处", problem.message))]

    assert rest == ([str(count - 20)] if count > 20 else [])
    assert len(problems) == min(count, 21)
    assert len({problem.place for problem in problems}) == len(problems)


@each("piece", ["![", "[a](", "a\n", "*", "<b>", "a|b\n|-|-|\n"])
def test_what_is_too_dense_is_told_and_not_read(piece: str) -> None:
    """Prose with more marks than are read is one problem, and its tree is the text as written."""
    body = "".join(prose(piece, MAX_CHARACTERS - 10).replace("approach", key) for key in ("approach", "results"))
    (node,) = parse_prose((piece * MAX_CHARACTERS)[: MAX_CHARACTERS + 1])

    assert examined(body)["prose-too-dense"] == 1
    assert [child.kind for child in node.children] == ["text"]


@pytest.mark.parametrize(
    "text",
    [
        "“茶山课堂”开进了**三个村**，[报道](https://a.example/)见学校网站。\n\n- 一\n- 二\n\n" * 200,
        "| 村 | 户 | 亩 | 元 |\n|---|---|---|---|\n" + "| 示例村 | 120 | 300 | 4500 |\n" * 400,
    ],
    ids=["prose", "table"],
)
def test_what_people_write_is_not_too_dense(text: str) -> None:
    """Long prose with many marks, and a long table, are far from the limit."""
    assert not is_too_dense(text)
    assert count_marks(text) < MAX_MARKS / 2


def test_cells_that_a_table_fills_up_count() -> None:
    """Rows of one cell under a head of hundreds make tens of thousands, which are counted before they are made."""
    text = "a|" * 500 + "\n" + "-|" * 500 + "\n" + "a\n" * 200

    assert count_marks(text) > 500 * 190


def test_the_largest_file_is_read_once() -> None:
    """A file beyond the limit is not looked at."""
    assert examined("approach: " + "<b>" * MAX_BYTES) == {"record-too-large": 1}
