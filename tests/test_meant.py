"""What editors paste is read as it was meant: one meaning is taken, several are a question, Markdown is left alone."""

from pathlib import Path

import yaml
from hypothesis import example, given

from generator.case.edit import apply_edits
from generator.case.markdown import meant
from generator.case.markdown.meant import as_meant
from generator.case.markdown.meant.numbers import number_of
from generator.case.markdown.meant.quick_look import may_mean_otherwise
from generator.case.prose import MAX_CHARACTERS
from generator.case.text import count_han
from tests.each import each
from tests.pasted import pasted

ROOT = Path(__file__).parents[1]
KEYS = ("background", "approach", "results", "lessons", "foreword", "afterword")

PARAGRAPHS = {
    "a sentence before": ("第一段。\n第二段。", "第一段。\n\n第二段。"),
    "a question": ("怎么办？\n先走访。", "怎么办？\n\n先走访。"),
    "an introduction": ("做法有三条：\n选人", "做法有三条：\n\n选人"),
    "a semicolon": ("选人；\n备课。", "选人；\n\n备课。"),
    "a closing quote": ("他说：“好。”\n第二段。", "他说：“好。”\n\n第二段。"),
    "a closing bracket": ("（见附件。）\n第二段。", "（见附件。）\n\n第二段。"),
    "a closing note": ("第一段。[^1]\n第二段。\n\n[^1]: 注", "第一段。[^1]\n\n第二段。\n\n[^1]: 注"),
    "emphasis at the end": ("**第一段。**\n第二段。", "**第一段。**\n\n第二段。"),
    "blanks at the end": ("第一段。 \n第二段。", "第一段。 \n\n第二段。"),
    "an indent": ("　　第一段\n　　第二段", "　　第一段\n\n　　第二段"),
    "an indent of spaces": ("第一段。\n    第二段", "第一段。\n\n    第二段"),
    "an indent of no-break spaces": ("第一段\n\u00a0\u00a0第二段", "第一段\n\n\u00a0\u00a0第二段"),
    "an indent of a tab": ("第一段\n\t第二段", "第一段\n\n\t第二段"),
    "numbers of a chapter": ("一、选人；\n二、备课。", "一、选人；\n\n二、备课。"),
    "numbers of a section": ("（一）选人，\n（二）备课。", "（一）选人，\n\n（二）备课。"),
    "spoken numbers": ("一是选人，由支部定\n二是备课。", "一是选人，由支部定\n\n二是备课。"),
    "spoken order": ("第一，选人\n第二，备课。", "第一，选人\n\n第二，备课。"),
    "an enumeration": ("一、选人\n二、备课\n三、评课", "一、选人\n\n二、备课\n\n三、评课"),
    "text below a list": ("- 选人。\n- 备课。\n以上由支部负责。", "- 选人。\n- 备课。\n\n以上由支部负责。"),
    "Windows": ("第一段。\r\n第二段。", "第一段。\r\n\n第二段。"),
}
HEADINGS = {
    "no space": ("##建强队伍\n正文。", "## 建强队伍\n正文。"),
    "one mark": ("#建强队伍\n\n正文。", "# 建强队伍\n\n正文。"),
    "full width": ("＃＃ 建强队伍", "## 建强队伍"),
    "full width without a space": ("＃建强队伍", "# 建强队伍"),
    "a wide space": ("##　建强队伍", "## 建强队伍"),
    "a no-break space": ("##\u00a0建强队伍", "## 建强队伍"),
    "indented": ("　　##建强队伍", "## 建强队伍"),
    "closed": ("## 建强队伍##", "## 建强队伍"),
    "closed without spaces": ("##建强队伍##", "## 建强队伍"),
    "numbered": ("##1.建立机制", "## 1.建立机制"),
}
LINKS = {
    "wide brackets of a link": ("见[公告]（https://a.cn/x）。", "见[公告](https://a.cn/x)。"),
    "wide square brackets": ("见［公告］(https://a.cn/x)。", "见[公告](https://a.cn/x)。"),
    "a picture": ("！[全景](图1.jpg)", "![全景](图1.jpg)"),
    "a note": ("正文[^1]。\n\n[^1]：注。", "正文[^1]。\n\n[^1]: 注。"),
    "a note in wide brackets": ("正文［^1］。\n\n［^1］：注。", "正文[^1]。\n\n[^1]: 注。"),
    "a note below a note": ("正文[^1]。\n\n[^1]: 注。\n[^2]：注二。", "正文[^1]。\n\n[^1]: 注。\n[^2]: 注二。"),
    "a note of two paragraphs": ("正文[^1]。\n\n[^1]：甲。\n\n    乙。", "正文[^1]。\n\n[^1]: 甲。\n\n    乙。"),
}
LISTS = {
    "no space": ("-选人\n-备课", "- 选人\n- 备课"),
    "one of them right": ("- 选人\n-备课", "- 选人\n- 备课"),
    "one, introduced": ("做法是：\n\n-选人", "做法是：\n\n- 选人"),
    "full width": ("－选人\n－备课", "- 选人\n- 备课"),
    "stars": ("*选人\n*备课", "- 选人\n- 备课"),
    "dashes": ("—选人\n—备课", "- 选人\n- 备课"),
    "bullets": ("•选人\n•备课", "- 选人\n- 备课"),
    "one bullet": ("·选人", "- 选人"),
    "discs": ("● 选人\n\n● 备课", "- 选人\n\n- 备课"),
    "ticks": ("√选人\n√备课", "- 选人\n- 备课"),
    "a coloured sign": ("✅选人", "- 选人"),
    "diamonds": ("◆选人\n◆备课", "- 选人\n- 备课"),
    "Word's private signs": ("\uf0b7\t选人\n\uf0b7\t备课", "- 选人\n- 备课"),
    "a bullet and a tab": ("•\t选人\n•\t备课", "- 选人\n- 备课"),
    "below a text": ("做法有三条\n•选人\n•备课", "做法有三条\n- 选人\n- 备课"),
    "over two lines": ("•选人，\n由支部定\n•备课", "- 选人，\n由支部定\n- 备课"),
    "dots": ("1.开课\n2.评课", "1. 开课\n2. 评课"),
    "full-width dots": ("1．开课\n2．评课", "1. 开课\n2. 评课"),
    "full-width numbers": ("１．开课\n２．评课", "1. 开课\n2. 评课"),
    "commas": ("1、开课\n2、评课", "1. 开课\n2. 评课"),
    "brackets": ("（1）开课\n（2）评课", "1. 开课\n2. 评课"),
    "half brackets": ("1)开课\n2）评课", "1. 开课\n2. 评课"),
    "circles": ("①开课\n②评课", "1. 开课\n2. 评课"),
    "dotted numbers": ("⒈开课\n⒉评课", "1. 开课\n2. 评课"),
    "later numbers": ("还有：\n3.开课\n4.评课", "还有：\n\n3. 开课\n4. 评课"),
    "later numbers as Markdown": ("还有：\n3. 开课\n4. 评课", "还有：\n\n3. 开课\n4. 评课"),
}
EMPHASIS = {
    "blanks": ("** 三个到位 **：思想到位。", "**三个到位**：思想到位。"),
    "a blank at the end": ("**重点 **是选人。", "**重点**是选人。"),
    "a wide blank": ("**　重点　**是选人。", "**重点**是选人。"),
    "full-width stars": ("＊＊重点＊＊是选人。", "**重点**是选人。"),
    "inside a text": ("做到** 三个到位 **，不空谈。", "做到**三个到位**，不空谈。"),
    "in an item": ("- ** 选人 **：好", "- **选人**：好"),
}
TABLES = {
    "text below": ("| 年 | 数 |\n|---|---|\n| 2023 | 1 |\n以上。", "| 年 | 数 |\n|---|---|\n| 2023 | 1 |\n\n以上。"),
    "text below bare bars": ("年|数\n-|-\n2023|1\n以上。", "年|数\n-|-\n2023|1\n\n以上。"),
    "full-width bars": ("｜年｜数｜\n｜---｜---｜\n｜2023｜1｜", "| 年 | 数 |\n|---|---|\n| 2023 | 1 |"),
    "full-width rule": ("年｜数\n－－｜：－－\n2023｜1", "| 年 | 数 |\n|---|:---|\n| 2023 | 1 |"),
    "no rule": ("| 年 | 数 |\n| 2023 | 1 |", "| 年 | 数 |\n|---|---|\n| 2023 | 1 |"),
    "a short rule": ("| 年 | 数 |\n|---|\n| 2023 | 1 |", "| 年 | 数 |\n|---|---|\n| 2023 | 1 |"),
    "tabs": ("年\t数\n2023\t1\n2024\t2", "| 年 | 数 |\n|---|---|\n| 2023 | 1 |\n| 2024 | 2 |"),
    "tabs between texts": (
        "见下表：\n年\t数\n2023\t1\n以上。",
        "见下表：\n\n| 年 | 数 |\n|---|---|\n| 2023 | 1 |\n\n以上。",
    ),
    "empty cells": ("\t甲\t乙\n人\t\t2\n户\t3", "|  | 甲 | 乙 |\n|---|---|---|\n| 人 |  | 2 |\n| 户 | 3 |  |"),
    "bars in cells": ("年\t数\n甲|乙\t1", "| 年 | 数 |\n|---|---|\n| 甲\\|乙 | 1 |"),
    "tabs at the ends": ("年\t数\t\n2023\t1\t", "| 年 | 数 |\n|---|---|\n| 2023 | 1 |"),
}
TYPED = {
    "three kinds": (
        "一、建强队伍\n支部选派骨干。\n（一）选好带头人\n书记带队。\n1.建立机制\n每周例会。\n2.定期回访\n每月一次。\n二、完善制度\n建章。",
        (
            "# 一、建强队伍\n支部选派骨干。\n## （一）选好带头人\n书记带队。\n### 1.建立机制\n每周例会。\n"
            "### 2.定期回访\n每月一次。\n# 二、完善制度\n建章。"
        ),
    ),
    "between blank lines": (
        "（一）选好带头人\n\n正文。\n\n（二）用好骨干\n\n正文。",
        "# （一）选好带头人\n\n正文。\n\n# （二）用好骨干\n\n正文。",
    ),
    "half-width brackets": ("(一)选好带头人\n正文。", "# (一)选好带头人\n正文。"),
    "Arabic numbers": (
        "1.建立机制\n\n正文。\n\n2.定期回访\n\n正文。",
        "# 1.建立机制\n\n正文。\n\n# 2.定期回访\n\n正文。",
    ),
    "parts": ("第一部分 建强队伍\n\n一、选人\n\n正文。", "# 第一部分 建强队伍\n\n## 一、选人\n\n正文。"),
    "bold": ("**一、建强队伍**\n\n正文。", "# 一、建强队伍\n\n正文。"),
    "bold with blanks": ("** 一、建强队伍 **\n\n正文。", "# 一、建强队伍\n\n正文。"),
    "one, of a text in pieces": ("三、建强队伍\n\n正文。", "# 三、建强队伍\n\n正文。"),
    "above a list": ("一、建强队伍\n\n- 选人\n- 备课", "# 一、建强队伍\n\n- 选人\n- 备课"),
    "with a comma": ("一、先听课，再备课\n正文。", "# 一、先听课，再备课\n正文。"),
    "a word of number": ("一、三级联动\n\n正文。", "# 一、三级联动\n\n正文。"),
    "below a heading": ("# 主要做法\n\n一、建强队伍\n\n正文。", "# 主要做法\n\n## 一、建强队伍\n\n正文。"),
    "beside its like": (
        "## 一、建强队伍\n\n正文。\n\n二、完善制度\n\n正文。",
        "## 一、建强队伍\n\n正文。\n\n## 二、完善制度\n\n正文。",
    ),
    "indented": ("　　一、建强队伍\n　　正文。", "# 一、建强队伍\n　　正文。"),
}
MEANT = {
    f"{of}: {name}": pair
    for of, table in (
        ("paragraph", PARAGRAPHS),
        ("heading", HEADINGS),
        ("link", LINKS),
        ("list", LISTS),
        ("emphasis", EMPHASIS),
        ("table", TABLES),
        ("typed heading", TYPED),
    )
    for name, pair in table.items()
}

LEFT = (
    "看！[公告](https://a.cn/x)",
    "[1]（见附件）",
    "［注］说明。",
    "`[公告]（https://a.cn/x）`",
    "```\n[^1]：注\n```",
    *(
        "支部建在茶山上。",
        "# 一、选人\n\n正文。",
        "- 选人\n- 备课\n  - 评课\n\n  说明。",
        "1. 开课\n2. 评课",
        "> 引文\n##甲\n-乙",
    ),
    *("#1机组投产。", "#茶山党课#开讲了", "# 学习C#", "####### 七", "\\##标题", "\\-选人"),
    *(
        "-5℃到5℃",
        "——示例学院",
        "*重点*是选人",
        "*注：数据截至2024年。",
        "+5%",
        "○二四年",
        "√选人",
        "★示例学院",
        "--",
        "***",
    ),
    *("√选人", "★示例学院"),
    *("1.5万亩", "2024.3启动", "1.8米", "3、4月份", "2.0版", "1.开课", "（1）开课", "1.建立机制。\n\n正文。"),
    *("一、二年级学生\n\n到校。", "（一）选人。", "一、选人。\n\n正文。", "一、选人：\n\n正文。"),
    *("张**、李**到场", "张** 李**到场", "张＊＊和李＊＊到场", "2 ** 3 ** 4", "`** 甲 **`", "**甲** 和 **乙**"),
    *("第一句，\n第二句。", "走访了“茶山\n”两户", "甲<br>\n乙", "甲。  \n乙。", "甲。\\\n乙。"),
    *(
        "```\n##标题\n-选\n\n甲。\n乙。\n```",
        "<div>\n##标题\n甲。\n乙\n</div>",
        "[^1]: 第一。\n    第二。\n第三",
        "- 甲\n  ##乙。\n  丙",
    ),
    *("甲｜乙", "甲|乙", "姓名　单位", "甲\t乙", ""),
    (
        "支部党员到校听课一周，按课本的顺序选定十二个实验，\n并与学校教师一起备课，第一学期由支部党员主讲，第二\n"
        "学期由当地教师主讲，支部党员在旁协助。三年来，共开\n课四十八节，覆盖学生一千二百人。"
    ),
    (
        "支部党员用 Python 和 MATLAB 整理了全县的监测数据，\n并写成报告交给县生态环境局，由县里统一公布，供各乡镇\n"
        "一、二年级学生到渠边取样时参考。"
    ),
)
"""What is Markdown, or clear, or one text over several lines."""

WRAPPED = (
    "支部党员到校听课一周，按课本的顺序选定十二个实验\n并与学校教师一起备课，第一学期由支部党员主讲，第二\n"
    "学期由当地教师主讲，支部党员在旁协助。三年来，开课。\n"
)
"""Lines of one page, the last of which is full and ends with a sentence."""

ASKED = {
    "short lines": ("选人\n备课", "paragraph", "备课", "备课", "选人\n\n备课"),
    "a short line above a text": (
        "头雁引领\n支部书记带队到村，每周一次。",
        "heading",
        "头雁引领",
        "# 头雁引领",
        "# 头雁引领\n支部书记带队到村，每周一次。",
    ),
    "a short line below headings": (
        "# 做法\n\n头雁引领\n支部书记带队到村。",
        "heading",
        "头雁引领",
        "## 头雁引领",
        "# 做法\n\n## 头雁引领\n支部书记带队到村。",
    ),
    "one number": ("1.建立机制\n\n正文。", "numbered", "1.建立机制", "# 1.建立机制", "# 1.建立机制\n\n正文。"),
    "one number below a heading": (
        "# 一、选人\n\n（1）建立机制\n\n正文。",
        "numbered",
        "（1）建立机制",
        "## （1）建立机制",
        "# 一、选人\n\n## （1）建立机制\n\n正文。",
    ),
    "one hyphen": ("-示例学院党委", "item", "-示例学院党委", "- 示例学院党委", "- 示例学院党委"),
    "one star": ("*示例学院党委", "item", "*示例学院党委", "- 示例学院党委", "- 示例学院党委"),
    "stars behind a name": (
        "支部** 结对三年**了",
        "emphasis",
        "支部** 结对三年**了",
        "支部**结对三年**了",
        "支部**结对三年**了",
    ),
    "a grid of blanks": (
        "年份  场次  人数\n2023  12  340",
        "grid",
        "年份  场次  人数",
        "| 年份 | 场次 | 人数 |",
        "| 年份 | 场次 | 人数 |\n|---|---|---|\n| 2023 | 12 | 340 |",
    ),
    "a full line that ends a sentence": (
        f"{WRAPPED}三年共开课四十八节。",
        "paragraph",
        "三年共开课四十八节。",
        "三年共开课四十八节。",
        f"{WRAPPED}\n三年共开课四十八节。",
    ),
}


@each("name", MEANT)
def test_as_meant(name: str) -> None:
    """Text with one meaning is taken for that in one go, without a question, and means the same ever after."""
    written, expected = MEANT[name]
    actual = as_meant(written)

    assert actual.text == expected
    assert actual.doubts == ()
    assert actual.changes
    assert len({change.edits for change in actual.changes}) == len({change.start for change in actual.changes})
    assert as_meant(expected).changes == ()


@each("written", LEFT)
def test_left_as_it_is(written: str) -> None:
    """Markdown, and what is no structure at all, is given back without a change or a question."""
    assert as_meant(written) == meant.Meant(written)


@each("name", ASKED)
def test_asked(name: str) -> None:
    """Where it cannot be told, the text stays as it is; the offered reading settles the question."""
    written, kind, line, offer, settled = ASKED[name]
    actual = as_meant(written)

    assert actual.text == written
    assert [(doubt.kind, doubt.written, doubt.offer) for doubt in actual.doubts] == [(kind, line, offer)]
    assert apply_edits(written, actual.doubts[0].edits) == settled
    assert as_meant(settled) == meant.Meant(settled)


def test_changes_say_what_was_taken_for_what() -> None:
    """Each change names its place in the text and what it was taken for."""
    written = "##建强队伍\n第一段。\n第二段。\n-选人\n-备课\n\n年\t数\n2023\t1\n以上。** 重点 **。"
    changes = as_meant(written).changes

    assert [(written[change.start : change.end], change.message) for change in changes] == [
        ("##建强队伍", "按小标题排：## 建强队伍"),
        ("第二段。", "按另起一段排：第二段。"),
        ("-选人", "按列表排：- 选人"),
        ("-备课", "按列表排：- 备课"),
        ("年\t数", "按表格排：| 年 | 数 |"),
        ("以上。** 重点 **。", "按加粗排：**重点**"),
        ("以上。** 重点 **。", "表格到上一行为止，这一行另起一段"),
    ]


@given(pasted)
@example("说明：\n2. 评课\n3. 总结")
@example("三、甲** * 一、三、｜#-（二）一、##\n\n12｜")
def test_meaning_is_settled(written: str) -> None:
    """Whatever is pasted: the meaning of the meaning is itself, the edits make it, and no Han character is lost."""
    actual = as_meant(written)
    edits = [edit for change in actual.changes for edit in change.edits]

    assert as_meant(actual.text).text == actual.text
    assert apply_edits(written, edits) == actual.text
    assert count_han(actual.text) == count_han(written)


@given(pasted)
@example("甲\n1. ")
@example("\u00a0# 甲")
def test_quick_look_overlooks_nothing(written: str) -> None:
    """A text that the quick look lets pass has nothing to change or to ask."""
    if not may_mean_otherwise(written):
        assert meant._pass(written) == meant.Meant(written)


def test_texts_that_no_record_has_are_left_alone() -> None:
    """What is too long or too dense to be read as prose is not looked at."""
    long, dense = "##甲\n\n乙。" + "丙" * MAX_CHARACTERS, "##甲\n" * 5_000

    assert as_meant(long) == meant.Meant(long)
    assert as_meant(dense) == meant.Meant(dense)


RECORDS = sorted(
    path
    for folder in (ROOT, ROOT / "tests/fixtures/showcase", ROOT / "tests/fixtures/extremes")
    for path in (*folder.glob("cases/*/case.yml"), *folder.glob("content/collections/*.yml"))
)


@each("path", RECORDS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_our_records_mean_what_they_say(path: Path) -> None:
    """In the records that we ship nothing is changed or asked."""
    values = yaml.safe_load(path.read_text(encoding="utf-8"))
    texts = [values[key] for key in KEYS if isinstance(values.get(key), str)]

    assert [as_meant(text) for text in texts] == [meant.Meant(text) for text in texts]


@each(
    ("written", "expected"),
    [
        ("一、建强队伍", (1, 1)),
        ("二十一．选人", (1, 21)),
        ("（十二）选人", (2, 12)),
        ("㈢选人", (2, 3)),
        ("１２、选人", (3, 12)),
        ("⒊选人", (3, 3)),
        ("(4)选人", (4, 4)),
        ("⑸选人", (4, 5)),
        ("⑥选人", (5, 6)),
        ("❼选人", (5, 7)),
        ("第十章 选人", (0, 10)),
        ("第3部分：选人", (0, 3)),
        ("三是选人", (6, 3)),
        ("第四，选人", (6, 4)),
        ("其五，选人", (6, 5)),
    ],
)
def test_numbers(written: str, expected: tuple[int, int]) -> None:
    """The numbers of Chinese texts are read with their kind and value."""
    number = number_of(written)

    assert number
    assert (number.kind, number.value) == expected


@each("written", ["一、二年级", "二、三产业", "三、四、五班", "1.5万", "2024.3", "3、4月", "第一部", "一是", "十"])
def test_no_numbers(written: str) -> None:
    """Figures, and two numbers in a row, number nothing."""
    number = number_of(written)

    assert number is None or number.end == len("一")
