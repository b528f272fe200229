"""A record's Markdown is read as it was meant: told with its place, mended in the file, shown in every output."""

import json
import re
from collections.abc import Callable

from hypothesis import example, given
from hypothesis import strategies as st

from generator.case.date import PartialDate
from generator.case.edit import apply_edits
from generator.case.markdown import parse_prose
from generator.case.model import Case, Collection
from generator.case.problem import Place, Problem
from generator.case.programme import packaged_programme
from generator.library.library import gather
from generator.outputs.book.prose_data import passage
from generator.outputs.pages import pages
from generator.outputs.record_json import render_record
from generator.outputs.search.texts import searched
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings
from generator.reading.check_result import CheckResult
from generator.reading.examination import examine, parse_record
from generator.reading.record import Record
from generator.reading.surroundings import Surroundings
from tests.drawing import drawn
from tests.each import each
from tests.pasted import pasted

MakeCase = Callable[..., Case]
HEAD = """\
title: 数字党课进社区
task: 党建联建
summary: 示例大学支部与示例社区共上党课。
university: 示例大学
branch: 示例学院教师党支部
status: published
sources:
  - {title: 示例报道, publisher: 示例报, date: 2026-01-01}
"""
NEAR_MISSES = """\
approach: |
  ##建强队伍

  做法有三条：

  -选人
  -备课

  1.开课
  2.评课
results: |
  | 年份 | 数量 |
  |---|---|
  | 2023 | 1 |
  以上数据由学院统计。

  年份\t数量\t备注
  2023\t12\t略
  2024\t15\t略

  ** 三个到位 **：思想到位。
"""
MENDED = """\
approach: |
  ## 建强队伍

  做法有三条：

  - 选人
  - 备课

  1. 开课
  2. 评课
results: |
  | 年份 | 数量 |
  |---|---|
  | 2023 | 1 |

  以上数据由学院统计。

  | 年份 | 数量 | 备注 |
  |---|---|---|
  | 2023 | 12 | 略 |
  | 2024 | 15 | 略 |

  **三个到位**：思想到位。
"""
WRITTEN = {
    "in lines": ("approach: |\n  ##甲\n  一。\n  二。\n", "approach: |\n  ## 甲\n  一。\n\n  二。\n"),
    "indented deep": ("approach: |\n      一。\n      二。\n", "approach: |\n      一。\n\n      二。\n"),
    "with the indent said": ("approach: |2\n    一。\n  ##甲\n", "approach: |2\n    一。\n  ## 甲\n"),
    "stripped": ("approach: |-\n  一。\n  二。\n", "approach: |-\n  一。\n\n  二。\n"),
    "kept": ("approach: |+\n  一。\n  二。\n\nkeywords: [茶]\n", "approach: |+\n  一。\n\n  二。\n\nkeywords: [茶]\n"),
    "with a comment": ("approach: |  # 做法\n  一。\n  二。\n", "approach: |  # 做法\n  一。\n\n  二。\n"),
    "blank lines first": ("approach: |\n\n  一。\n  二。\n", "approach: |\n\n  一。\n\n  二。\n"),
    "without an end": ("approach: |\n  一。\n  ##甲", "approach: |\n  一。\n  ## 甲"),
    "Windows": ("approach: |\r\n  一。\r\n  二。\r\n", "approach: |\r\n  一。\r\n\r\n  二。\r\n"),
    "on one line": ("approach: 做到** 三个到位 **了\n", "approach: 做到**三个到位**了\n"),
    "in quotes": ("approach: '** 三个 **到位' # 好\n", "approach: '**三个**到位' # 好\n"),
    "in double quotes": ('approach: "** 三个 **到位"\n', 'approach: "**三个**到位"\n'),
    "a mark that would hide the rest": ("approach: ＃甲乙\n", "approach: |\n  # 甲乙\n"),
    "escaped": ('approach: "一。\\n二。\\n\\n-甲\\n-乙"\n', "approach: |\n  一。\n\n  二。\n\n  - 甲\n  - 乙\n"),
}


def examined(body: str, head: str = HEAD) -> CheckResult[Case]:
    """Examine an invented record with something in it."""
    raw = Record("x-01", "cases/x-01/case.yml", (head + body).encode())
    return examine(parse_record(raw, Case, Surroundings(PartialDate(2026, 11, 22), packaged_programme())), Case)


def mended(result: CheckResult[Case], text: str) -> str:
    """Write into a file what was read."""
    return apply_edits(text, (edit for repair in result.repairs for edit in repair.edits))


def layout(problems: tuple[Problem, ...]) -> list[Problem]:
    """Give the problems of the rule that asks."""
    return [problem for problem in problems if problem.rule == "layout-unclear"]


def test_near_misses_are_told_with_their_places() -> None:
    """Every slip is named at its line, and none of them is a problem."""
    result = examined(NEAR_MISSES)

    assert [(repair.place.line, repair.message) for repair in result.repairs] == [
        (10, "按小标题排：## 建强队伍"),
        (14, "按列表排：- 选人"),
        (15, "按列表排：- 备课"),
        (17, "按列表排：1. 开课"),
        (18, "按列表排：2. 评课"),
        (23, "表格到上一行为止，这一行另起一段"),
        (25, "按表格排：| 年份 | 数量 | 备注 |"),
        (29, "按加粗排：**三个到位**"),
    ]
    assert result.repairs[0].place == Place(10, 3, 6, "  ##建强队伍")
    assert result.problems == ()


def test_near_misses_are_mended_in_the_file() -> None:
    """The edits touch nothing else, and the file then says what was read before."""
    result = examined(NEAR_MISSES)
    file = mended(result, HEAD + NEAR_MISSES)
    again = examined("", file)

    assert file == HEAD + MENDED
    assert again.repairs == ()
    assert again.value == result.value
    assert result.value


@each("name", WRITTEN)
def test_however_it_is_written(name: str) -> None:
    """A text is mended in the way in which the file has it, or written anew where that way has no room for it."""
    body, expected = WRITTEN[name]
    head = HEAD.replace("\n", "\r\n") if "\r" in body else HEAD
    result = examined(body, head)

    assert mended(result, head + body) == head + expected
    assert examined(expected, head).value == result.value
    assert examined(expected, head).repairs == ()


def test_in_braces() -> None:
    """In braces a text is written in quotes."""
    text = "{" + HEAD.replace(
        "\n  - {title: 示例报道, publisher: 示例报, date: 2026-01-01}", " [{title: 示例报道}]"
    ).strip().replace("\n", ", ")
    text += ', approach: "一。\\n二。"}\n'
    result = examined("", text)

    assert result.value
    assert mended(result, text).endswith(', approach: "一。\\n\\n二。\\n"}\n')


def test_folded_text_is_not_mended() -> None:
    """Where YAML has folded the lines nobody knows them any more; that is told, and nothing else."""
    result = examined("approach: 第一段。\n  -选人\n  -备课\n")

    assert ["text-folded"] == [problem.rule for problem in result.problems]
    assert result.repairs == ()


def test_repairs_show_nothing_personal() -> None:
    """A telephone number is masked where a repair quotes it, as in a problem."""
    (repair,) = examined("approach: |\n  一。\n  电话13912345678。\n").repairs

    assert "13912345678" not in repair.message + repair.place.excerpt


@given(pasted)
@example("一。\n二。\n\n-甲\n-乙\n\n年\t数\n1\t2\n")
@example("\n\n  ##甲")
def test_what_is_pasted_is_mended(text: str) -> None:
    """Whatever is pasted below `approach: |`: with its edits the file says what was read, and nothing is left to do."""
    body = "approach: |\n  始。\n\n" + "".join(f"  {line}\n" for line in text.splitlines())
    result = examined(body)
    file = mended(result, HEAD + body)
    again = examined("", file)

    assert again.repairs == ()
    if all(repair.edits for repair in result.repairs) and result.value:
        assert again.value == result.value


@given(pasted | st.text(max_size=30))
def test_what_is_quoted_is_mended(text: str) -> None:
    """So it is in quotes, with whatever characters."""
    body = f"approach: {json.dumps(f'始。{text}')}\n"
    result = examined(body)
    again = examined("", mended(result, HEAD + body))

    assert again.value == result.value


def test_collections_are_read_as_meant() -> None:
    """A foreword is read as any other prose."""
    text = "title: 示例集\neditor: 示例部门\ndate: 2026-11\nforeword: |\n  一。\n  二。\nsections: []\n"
    raw = Record("tea", "content/collections/tea.yml", text.encode())
    surroundings = Surroundings(PartialDate(2026, 11, 22), packaged_programme())
    result = examine(parse_record(raw, Collection, surroundings), Collection)

    assert [repair.message for repair in result.repairs] == ["按另起一段排：二。"]
    assert result.value
    assert result.value.foreword == "一。\n\n二。"


def test_texts_inside_lists_are_read_as_meant() -> None:
    """So is what a year's account says, and a link that is wrong in it is a problem."""
    body = "progress:\n  - year: 2025\n    done: |\n      一。\n      二，见[报道](example.org)。\n"
    result = examined(body)

    assert [(repair.place.line, repair.message) for repair in result.repairs] == [
        (13, "按另起一段排：二，见[报道](example.org)…")
    ]
    assert ["prose-link-invalid"] == [problem.rule for problem in result.problems]


def test_length_is_that_of_the_text_as_it_is_written() -> None:
    """Blank lines that nobody typed make no text too long."""
    text = "一。\n" * 166
    result = examined("progress:\n  - year: 2025\n    done: |\n" + "".join(f"      {line}\n" for line in text.split()))

    assert result.value
    assert len(result.value.progress[0].done or "") > 500


def test_question_is_settled_by_its_edits() -> None:
    """The question is asked at its line; what it offers to type settles it."""
    body = "approach: |\n  头雁引领\n  支部书记带队到社区，每周上一次党课。\n"
    (problem,) = layout(examined(body).problems)
    file = apply_edits(HEAD + body, problem.edits)

    assert problem.place == Place(10, 3, 4, "  头雁引领")
    assert not problem.is_certain
    assert file == HEAD + body.replace("  头雁引领", "  # 头雁引领")
    assert layout(examined("", file).problems) == []


def test_question_about_a_text_on_the_line_of_its_key() -> None:
    """There the answer needs lines of its own, and the edits give them."""
    body = "approach: -示例学院党委\n"
    (problem,) = layout(examined(body).problems)

    assert problem.hint.startswith("冒号后面写“|”，文字从下一行写起")
    assert apply_edits(HEAD + body, problem.edits) == HEAD + "approach: |\n  - 示例学院党委\n"


def test_lines_with_breaks_of_their_own_are_no_question() -> None:
    """A poem whose lines end with `<br>` is a poem."""
    assert layout(examined("approach: |\n  茶山青<br>\n  茶水绿\n").problems) == []


def test_every_output_shows_what_was_meant(case: MakeCase) -> None:
    """Page, book, search and JSON show headings, lists and tables as they were meant."""
    one = case(approach="一、建强队伍\n支部选派骨干。\n•选人\n•备课\n年\t数\n2023\t1\n以上。")
    text = "# 一、建强队伍\n支部选派骨干。\n- 选人\n- 备课\n\n| 年 | 数 |\n|---|---|\n| 2023 | 1 |\n\n以上。"
    publication = Publication(gather((one,), ()), Settings("示例集"))
    (main,) = (drawn(page).main for page in pages(publication) if page.uri == "cases/x-01.html")
    kinds = [piece["kind"] for piece in passage(parse_prose(one.approach or "")) if isinstance(piece, dict)]

    assert one.approach == text
    assert '<h3 id="approach-part-1">一、建强队伍</h3>\n<p>支部选派骨干。</p>\n<ul>\n<li>选人</li>' in main
    assert re.search(r"<td[^>]*>1</td></tr>\n</tbody>\n</table></div>\n<p>以上。</p>", main)
    assert kinds == ["heading", "paragraph", "list", "table", "paragraph"]
    assert "选人 备课" in searched(one)[-1].replace("\0", " ")
    assert json.loads(render_record(one, Settings("示例集")))["approach"] == text
