"""Whole pages as word processors and PDF readers give them out: read, asked about, and mended in two rounds at most.

`tests/fixtures/pasted/make.py` made the pages with LibreOffice and pdftotext.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.case.edit import apply_edits
from generator.case.markdown.meant import as_meant
from tests.each import each
from tests.pasted import pasted

PAGES = Path(__file__).parent / "fixtures/pasted"

TABLES = {
    "years": ("年份 节数 学生 2023 20 500 2024 28 700", 3, True),
    "two columns": ("学校 人数 示例一小 30 示例二小 40", 2, True),
    "names": ("姓名 职务 课时 张示例 书记 12 李示例 委员 8", 3, True),
    "numbers of rows": ("序号 活动 时间 1 专题党课 2024年3月 2 科普进校 2024年5月 3 暑期实践 2024年7月", 3, True),
    "shares": ("项目 之前 之后 合格率 34% 96% 次品率 3.4% 0.6%", 3, True),
    "years in the head": ("指标 2023年 2024年 开课 20 28 受益 500 700 投入 3.5 4.2", 3, False),
    "a sum": ("年份 节数 学生 2023 20 500 2024 28 700 合计 48 1200", 3, True),
    "what is not known": ("年份 节数 学生 2023 — 500 2024 28 — 2025 30 略", 3, True),
    "one row": ("年份 节数 学生 2023 20 500", 3, False),
    "one column of words in figures": ("学校 节数 备注 示例一小 20 12 示例二小 28 网课", 3, False),
}
"""Cells, how many are in a row, and whether they can be nothing else."""

NO_TABLES = {
    "names": "张示例 李示例 王示例 赵示例 钱示例 孙示例",
    "a poem": "茶山青青 茶水绿 支部党员 进山来 一片叶子 富了村 一方百姓 笑开怀",
    "slogans": "不忘初心 牢记使命 服务群众 奉献社会 建强支部 育好新人",
    "numbered names": "示例1队 示例2队 示例3队 示例4队 示例5队 示例6队",
    "too few": "年份 节数 2023 20",
}

NO_MARKS = (
    "- 3\n- 4",
    "100",
    "示例。\n\n100\n\n示例二。",
    "3\n4\n5",
    "-5℃",
    "第3页写着示例。",
    "2024-2025",
    "— 示例 —",
)


def rows(cells: list[str], columns: int) -> list[str]:
    """Write cells as a table."""
    cut = [f"| {' | '.join(cells[at : at + columns])} |" for at in range(0, len(cells), columns)]
    return [cut[0], "|" + "---|" * columns, *cut[1:]]


def followed(text: str) -> str:
    """Take what can be taken and follow every hint, once."""
    meant = as_meant(text)
    text = meant.text
    return apply_edits(text, (edit for doubt in as_meant(text).doubts for edit in doubt.edits))


@pytest.mark.parametrize(("name", "left"), [("writer", ["note"]), ("pdf", [])])
def test_page_is_as_meant_within_two_rounds(name: str, left: list[str]) -> None:
    """A report with headings, lists, a table over two pages, captions, page numbers, running heads and a note.

    Writer gives no note's text out, only its number: that is told, and the text has to be typed.
    """
    text = (PAGES / f"{name}.txt").read_text(encoding="utf-8")
    first = followed(text)
    second = followed(first)

    assert second == as_meant(second).text
    assert [doubt.kind for doubt in as_meant(second).doubts] == left
    assert second == (PAGES / f"{name}.md").read_text(encoding="utf-8")


@each("between", ["\n", "\n\n"])
@each("name", TABLES)
def test_cells_that_stand_one_on_a_line(name: str, between: str) -> None:
    """They are one question, which shows the table; the text around stays as it is."""
    words, columns, is_certain = TABLES[name]
    cells = words.split()
    text = f"开课情况如下：\n{between.join(cells)}{between}以上由学院统计。"
    (doubt,) = as_meant(text).doubts

    assert (doubt.kind, doubt.written, doubt.last, doubt.count) == ("cells", cells[0], cells[-1], len(cells))
    assert doubt.is_certain is is_certain
    assert doubt.offer.split("\n") == rows(cells, columns)
    table = "\n".join(rows(cells, columns))
    assert followed(text).replace("\n\n\n", "\n\n") == f"开课情况如下：\n\n{table}\n\n以上由学院统计。"


def test_cells_of_several_lines_and_empty_ones() -> None:
    """A cell that was broken is put together where blank lines part the cells; elsewhere a blank line is a cell."""
    broken = "学校\n\n节数\n\n示例县第一\n中心小学\n\n20\n\n示例县第二\n中心小学\n\n28"
    empty = "年份\n节数\n备注\n2023\n20\n\n2024\n28\n含网课\n2025\n30\n\n以上。"

    assert "| 示例县第一中心小学 | 20 |" in followed(broken)
    assert "| 2023 | 20 |  |\n| 2024 | 28 | 含网课 |\n| 2025 | 30 |  |" in followed(empty)


def test_cells_over_two_pages() -> None:
    """A head that comes again is left out, as are page numbers; a sum may lack cells, or its name may come last."""
    text = "年份\n学校\n节数\n2023\n示例一小\n20\n— 3 —\n年份\n学校\n节数\n2024\n示例二小\n28\n48\n合计\n以上。"
    (doubt,) = as_meant(text).doubts

    assert doubt.offer == (
        "| 年份 | 学校 | 节数 |\n|---|---|---|\n| 2023 | 示例一小 | 20 |\n| 2024 | 示例二小 | 28 |\n| 合计 |  | 48 |"
    )


def test_cells_of_which_the_rows_are_not_clear() -> None:
    """Where a text announces a table of words only, or figures follow no order, it is asked for, and not written."""
    words = "分工如下表：\n支部\n任务\n甲支部\n备课\n乙支部\n评课\n以上。"
    figures = "2023年3月\n启动\n2023年5月\n上课\n2023年9月\n总结"

    assert [(doubt.kind, doubt.count, doubt.edits) for doubt in as_meant(words).doubts] == [("loose-cells", 6, ())]
    assert [(doubt.kind, doubt.count, doubt.edits) for doubt in as_meant(figures).doubts] == [("loose-cells", 6, ())]


@each("name", NO_TABLES)
def test_lists_are_no_tables(name: str) -> None:
    """Names, verses and slogans are asked about once, as lines; parted by blank lines they are no question."""
    lines = NO_TABLES[name].split()
    (doubt,) = as_meant("\n".join(lines)).doubts

    assert (doubt.kind, doubt.written, doubt.count) == ("lines", lines[0], len(lines))
    assert as_meant("\n\n".join(lines)).doubts == ()


@each("mark", ["- 3 -", "— 3 —", "—3—", "－ 12 －", "第 3 页", "第3页 共8页", "·3·", "Page 3 of 8"])
@each("blank", ["\n", "\n\n"])
def test_page_numbers_between_the_halves_of_a_sentence(mark: str, blank: str) -> None:
    """They are named, and can be nothing else; without them the halves are one sentence again."""
    text = f"支部选派骨干党员组成科普小分队，每月到示例县三所{blank}{mark}{blank}村小上课，形成了工作办法。"
    (doubt,) = as_meant(text).doubts

    assert (doubt.kind, doubt.written, doubt.is_certain) == ("page-mark", mark, True)
    assert followed(text) == "支部选派骨干党员组成科普小分队，每月到示例县三所村小上课，形成了工作办法。"


def test_a_bare_number_between_the_halves_of_a_sentence() -> None:
    """It is most likely a page's, which is no certainty."""
    text = "支部选派骨干党员组成科普小分队，每月到示例县三所\n\n3\n\n村小上课，形成了工作办法。"

    assert [(doubt.kind, doubt.is_certain) for doubt in as_meant(text).doubts] == [("page-mark", False)]


def test_running_heads_go_with_page_numbers() -> None:
    """What stands beside page numbers again and again is a running head; a title above the text stays."""
    text = "工作报告\n\n支部开课。\n\n— 1 —\n工作报告\n\n支部评课。\n\n— 2 —\n工作报告\n\n支部总结。"

    assert followed(text) == "工作报告\n\n支部开课。\n\n支部评课。\n\n支部总结。"


@each("text", NO_MARKS)
def test_other_numbers_are_no_page_numbers(text: str) -> None:
    """A list of numbers, a paragraph of one, a measure."""
    assert [doubt for doubt in as_meant(text).doubts if doubt.kind == "page-mark"] == []


@pytest.mark.parametrize("foot", ["1\n\n据示例报报道。", "1 据示例报报道。", "1　据示例报报道。"])
def test_numbers_of_notes(foot: str) -> None:
    """A figure behind a sentence is a note's, with the text at the foot that begins with it, or is asked about."""
    text = f"支部开课。1\n\n支部评课。\n\n{foot}"

    assert followed(text).replace("\n\n\n\n", "\n\n") == "支部开课。[^1]\n\n支部评课。\n\n[^1]: 据示例报报道。"
    assert [(doubt.kind, doubt.edits) for doubt in as_meant("支部开课。1\n支部评课。").doubts] == [("note", ())]
    assert as_meant("支部开课1\n\n1月评课。\n\n共12。").doubts == ()


def test_captions_stand_for_themselves() -> None:
    """What is below a picture or above a table is neither a heading nor part of the text beside it."""
    text = "支部开课。\n图1 党员教师在上课\n当年开课四十八节。"

    assert as_meant(text).text == "支部开课。\n\n图1 党员教师在上课\n\n当年开课四十八节。"
    assert as_meant(text).doubts == ()


def test_lists_inside_lists() -> None:
    """（1） below 1. is inside its item, and 2. goes on behind it."""
    text = "1.选好人。\n（1）看党性。\n（2）看本领。\n2.定好规矩。\n（1）备课。\n（2）评课。"

    assert as_meant(text).text == (
        "1. 选好人。\n   1. 看党性。\n   2. 看本领。\n2. 定好规矩。\n   1. 备课。\n   2. 评课。"
    )


@given(pasted | st.lists(st.sampled_from(["年份", "2023", "20", "合计", "", "— 3 —", "示例。", "3"])).map("\n".join))
def test_hints_can_be_followed_together(text: str) -> None:
    """Whatever is pasted, no two hints want the same characters, and what is followed has an end."""
    for _ in range(3):
        text = followed(text)

    assert as_meant(text).text == text
