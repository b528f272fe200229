"""What people do in Word files without thinking of a reader: frames, labels, stamps, several cases in one file."""

from collections.abc import Callable

from docx.document import Document as Docx

from generator.case.programme import packaged_programme
from generator.intake.file_names import NamedCase, named_case
from generator.intake.known import Known
from generator.intake.proposal import ProposedCase
from generator.intake.several_cases import single_cases
from generator.intake.word_case import WordCase
from generator.making.office.word import read_word
from tests.each import each
from tests.fixtures.intake.word_pieces import grid, line, lines, tick
from tests.word_files import add_xml, box, picture, word_file

KNOWN = Known(packaged_programme())
TEXT = "示例大学教师党支部组织教师走进田间地头，与村民一起讨论茶园管理的难题。"


def cases_of(write: Callable[[Docx], object], file: str = "案例.docx") -> list[ProposedCase]:
    """Give the cases of a file that a function has filled."""
    parts = single_cases(read_word(word_file(write)), KNOWN.headings)
    return [WordCase(one, file, KNOWN, at, len(parts)).propose() for at, one in enumerate(parts, 1)]


def doubts(case: ProposedCase) -> dict[str, str]:
    """Give the doubts by key."""
    return {".".join(map(str, one.path)): one.doubt for one in case.doubts}


def test_text_in_a_frame_is_read_as_text() -> None:
    """A table of one cell around a page, or two inside each other, hides no title and no section."""

    def write(docx: Docx) -> None:
        outer = docx.add_table(1, 1).cell(0, 0)
        inner = outer.add_table(1, 1).cell(0, 0)
        inner.paragraphs[0].add_run("茶香飘进示例村").bold = True
        for words in ("背景", "茶园老化。", "做法", "派出专家。"):
            inner.add_paragraph().add_run(words).bold = words in ("背景", "做法") or None

    [case] = cases_of(write)

    assert case.record == {"title": "茶香飘进示例村", "background": "茶园老化。", "approach": "派出专家。"}


def test_labelled_lines_are_facts() -> None:
    """Lines with known labels above the text are read as the cells of a form; those about persons are dropped."""

    def write(docx: Docx) -> None:
        line(docx, "茶香飘进示例村", 22, centred=True)
        lines(
            docx, "申报单位：示例大学　　支部：农学院教师党支部", "任务类型：科技赋能", "起止时间：2024年3月—2025年6月"
        )
        lines(docx, "联系人：示例甲    联系电话：13800138000")
        line(docx, "一、背景", bold=True)
        lines(docx, "做法：先看地，后看人。", TEXT)
        lines(docx, "联系电话：010-62345678")

    [case] = cases_of(write)

    assert case.record == {
        "title": "茶香飘进示例村",
        "university": "示例大学",
        "branch": "农学院教师党支部",
        "task": "科技赋能",
        "period": {"start": "2024-03", "end": "2025-06"},
        "background": f"做法：先看地，后看人。\n\n{TEXT}",
    }
    assert case.notes == ("申报表里“联系人、联系电话”一类栏目属于个人，没有读",)
    assert not any(one in repr(case.notes) for one in ("13800138000", "62345678", "示例甲"))


def test_who_signs_below_the_text() -> None:
    """A signature and a day at the end are none of the last section; where nothing else says whose it is, they do."""

    def write(docx: Docx) -> None:
        line(docx, "茶香飘进示例村", 22, centred=True)
        line(docx, "一、启示", bold=True)
        lines(docx, "要走进学院。", "", "示例大学茶学系教师党支部（盖章）", "2025年6月8日")

    [case] = cases_of(write)

    assert case.text("lessons") == "要走进学院。"
    assert doubts(case) == {
        "university": "文首没有写，取自文末的落款",
        "branch": "文首没有写，取自文末的落款",
    }
    assert case.notes == ("文末的落款“示例大学茶学系教师党支部（盖章）2025年6月8日”没有收入正文（第4段）",)


@each(
    ("titles", "expected", "doubt"),
    [
        (("《护 航 夕 阳 红》",), "护航夕阳红", ""),
        (("数据多跑路", "乡亲少跑腿"), "数据多跑路 乡亲少跑腿", "标题原来分成几行，连成了一行"),
        (("把实验课开进示例县的", "三所村小"), "把实验课开进示例县的三所村小", "标题原来分成几行，连成了一行"),
        (("附件2", "典型案例报送材料", "茶香飘进示例村"), "茶香飘进示例村", ""),
        (("“强国行”专项行动典型案例", "茶香飘进示例村"), "茶香飘进示例村", ""),
        (("示例大学", "茶香飘进示例村"), "茶香飘进示例村", ""),
        (("案例名称：", "茶香飘进示例村"), "茶香飘进示例村", ""),
        (("案例三：茶香飘进示例村",), "茶香飘进示例村", ""),
        (("把支部建成乡亲的服务中心",), "把支部建成乡亲的服务中心", ""),
    ],
)
def test_titles(titles: tuple[str, ...], expected: str, doubt: str) -> None:
    """A title is found among what offices print around it, closed up and put on one line."""

    def write(docx: Docx) -> None:
        for one in titles:
            line(docx, one, 22, centred=True)
        line(docx, "一、背景", bold=True)
        lines(docx, TEXT)

    [case] = cases_of(write)

    assert (case.text("title"), doubts(case).get("title", "")) == (expected, doubt)


def test_a_title_in_a_text_box() -> None:
    """What stands first is the title, though the line below it is centred: that names a branch."""

    def write(docx: Docx) -> None:
        add_xml(docx.add_paragraph(), box("茶香飘进示例村"))
        line(docx, "示例大学茶学系教师党支部", 15, centred=True)
        line(docx, "一、背景", bold=True)
        lines(docx, TEXT)

    [case] = cases_of(write)

    assert case.record == {
        "title": "茶香飘进示例村",
        "university": "示例大学",
        "branch": "茶学系教师党支部",
        "background": TEXT,
    }


def test_a_form_with_the_whole_text_in_one_cell() -> None:
    """Labels beside a cell for their group, boxes ticked in a font of symbols, sections and photos inside cells."""

    def write(docx: Docx) -> None:
        table = grid(
            docx,
            [
                ["单位情况", "学校名称", "示例大学"],
                ["↑", "党支部名称", "茶学系教师党支部"],
                ["案例情况", "案例名称", "茶香飘进示例村"],
                ["↑", "案例类别", ""],
                ["案例内容", f"一、背景\n{TEXT}\n二、做法\n派出专家。\n三、成效\n增收。", "←"],
                ["现场照片", "", "←"],
                ["推荐单位意见", "同意推荐。", "←"],
            ],
        )
        for name in ("党建联建", "科技赋能"):
            tick(table.cell(3, 2).paragraphs[0], is_on=name == "科技赋能")
            table.cell(3, 2).paragraphs[0].add_run(name)
        table.cell(5, 1).paragraphs[0].add_run().add_picture(picture())
        table.cell(5, 1).add_paragraph("图1 专家在茶园")

    [case] = cases_of(write)

    assert case.record == {
        "title": "茶香飘进示例村",
        "university": "示例大学",
        "branch": "茶学系教师党支部",
        "task": "科技赋能",
        "background": TEXT,
        "approach": "派出专家。",
        "results": "增收。",
    }
    assert [one.caption for one in case.photos] == ["专家在茶园"]
    assert case.notes == ("待核：“推荐单位意见”里的“同意推荐。”没有地方放（第22段）",)


def _article(docx: Docx, title: str, *, bold: bool = True) -> None:
    line(docx, title, 20, bold=bold, centred=True)
    for heading in ("一、背景", "二、主要做法", "三、成效"):
        line(docx, heading, bold=True)
        lines(docx, f"{title}{heading[2:]}。")
    docx.add_picture(picture())


def counted_cases(docx: Docx) -> None:
    """Write two cases that are counted, below a cover that lists them."""
    line(docx, "示例大学典型案例", 26, centred=True)
    lines(docx, "案例1 茶香飘进示例村", "案例2 山里的实验课")
    _article(docx, "案例1 茶香飘进示例村")
    _article(docx, "案例2 山里的实验课")


def titled_cases(docx: Docx) -> None:
    """Write two cases whose titles look alike and have no number."""
    _article(docx, "茶香飘进示例村")
    docx.add_page_break()
    _article(docx, "山里的实验课")


def forms(docx: Docx) -> None:
    """Fill in the same form twice."""
    for title in ("茶香飘进示例村", "山里的实验课"):
        line(docx, "典型案例申报表", 22, centred=True)
        grid(
            docx, [["案例名称", title], ["学校", "示例大学"], ["支部", "示例支部"], ["主要做法", f"{title}主要做法。"]]
        )
        docx.add_picture(picture())


def headed_cases(docx: Docx) -> None:
    """Put two cases below headings, behind a cover with contents."""
    line(docx, "示例大学典型案例汇编", 26, centred=True)
    lines(docx, "目录", "茶香飘进示例村\t1", "山里的实验课\t3")
    for title in ("茶香飘进示例村", "山里的实验课"):
        docx.add_heading(title, 1)
        for heading in ("背景", "主要做法"):
            docx.add_heading(heading, 2)
            lines(docx, f"{title}{heading}。")
        docx.add_picture(picture())


@each("write", [counted_cases, titled_cases, forms, headed_cases])
def test_several_cases_in_one_file(write: Callable[[Docx], None]) -> None:
    """Each case of a file is one, with its own text and photo; that they were divided is told."""
    cases = cases_of(write, "示例大学/两个案例.docx")

    assert [one.text("title") for one in cases] == ["茶香飘进示例村", "山里的实验课"]
    assert [one.text("approach") for one in cases] in (
        ["茶香飘进示例村主要做法。", "山里的实验课主要做法。"],
        ["案例1 茶香飘进示例村主要做法。", "案例2 山里的实验课主要做法。"],
    )
    assert [len(one.photos) for one in cases] == [1, 1]
    assert [one.text("university") for one in cases] == ["示例大学", "示例大学"]
    assert all(
        f"待核：文件里有 2 个案例，这是第 {at} 个，请核对有没有分错" in one.notes for at, one in enumerate(cases, 1)
    )


def test_sections_that_come_twice_without_titles_are_told() -> None:
    """Where nothing says where a second case begins, all is kept in one, and a person is asked."""

    def write(docx: Docx) -> None:
        line(docx, "茶香飘进示例村", 22, centred=True)
        for _ in range(2):
            for heading in ("一、背景", "二、主要做法", "三、成效"):
                line(docx, heading, bold=True)
                lines(docx, TEXT)

    [case] = cases_of(write)

    assert case.text("approach").count(TEXT) == 2
    assert case.notes == ("待核：同样的小标题出现了几遍，文件里可能不止一个案例，请分开",)


def unnamed(docx: Docx) -> None:
    """Number headings in ways of their own; two sections under one of them."""
    line(docx, "茶香飘进示例村", 22, centred=True)
    lines(docx, "01 背景", TEXT, "PART 2 主要做法", TEXT)
    line(docx, "第三部分 成效与启示", bold=True)
    lines(docx, TEXT)


def behind_numbers(docx: Docx) -> None:
    """Write sections behind their numbered names, on one line."""
    line(docx, "茶香飘进示例村", 22, centred=True)
    lines(
        docx,
        "一、案例背景：茶园老化。",
        "二、主要做法：派出专家。",
        "（一）抓学习，强本领。支部选派骨干。",
        "三、启示：要实干。",
    )


def another_form(docx: Docx) -> None:
    """Fill in a form with a group about a contact, a tick before a word, and prose under a label of two sections."""
    line(docx, "典型案例申报表", 20, bold=True, centred=True)
    grid(
        docx,
        [
            ["案例题目（不超过30字）", "茶香飘进示例村", "←", "←"],
            ["联系人", "姓名", "示例乙", "联系电话"],
            ["↑", "职务", "组织员", "13800138000"],
            ["支部书记（负责人）", "示例甲", "职称", "教授"],
            ["案例类别", "□党建联建 √科技赋能", "←", "←"],
            ["支部简介", TEXT, "←", "←"],
            ["主要做法及成效", TEXT, "←", "←"],
            ["工作亮点", TEXT, "←", "←"],
        ],
    )


def above_and_below(docx: Docx) -> None:
    """Print the kind above the title, the authors beside their university, and signs before captions."""
    line(docx, "“科技赋能”类案例", 15, centred=True)
    line(docx, "茶香飘进示例村", 22, centred=True)
    line(docx, "示例大学 示例甲 示例乙", 14, centred=True)
    line(docx, "一、背景", bold=True)
    for colour, caption in (("red", "▲图为专家在茶园"), ("blue", "（图2 村民听课）"), ("green", "照片三：采茶")):
        docx.add_picture(picture(colour))
        lines(docx, caption, TEXT)


def laid_out(docx: Docx) -> None:
    """Lay the text out in a table, with the photo in the column beside it."""
    line(docx, "茶香飘进示例村", 22, centred=True)
    cells = grid(docx, [[f"一、背景\n{TEXT}\n二、做法\n{TEXT}", ""]]).rows[0].cells
    cells[1].paragraphs[0].add_run().add_picture(picture())
    cells[1].add_paragraph("图1 采茶")


def sent_on(docx: Docx) -> None:
    """Write a covering letter above the case, and say whose it is and of which kind in one line of brackets."""
    line(docx, "关于报送典型案例的材料", 22, centred=True)
    lines(docx, "省教育厅：", "现将我校案例报送如下。")
    line(docx, "茶香飘进示例村", 20, bold=True, centred=True)
    line(docx, "（示例大学茶学系教师党支部　科技赋能）", 14, centred=True)
    lines(docx, "◆背景（起因）", TEXT, "◆主要做法（2000字以内）", "（此处填写做法，不超过1500字）", TEXT)
    lines(docx, "◆取得的主要成效", TEXT)


def titled_table(docx: Docx) -> None:
    """Write the title into the first row of a table of sections."""
    rows = [["茶香飘进示例村", "←"], ["单位", "示例大学茶学系教师党支部"], ["一、背景", TEXT], ["二、做法", TEXT]]
    grid(docx, rows)


def long_labels(docx: Docx) -> None:
    """Fill in a form whose labels each say two things, with opinions of two offices."""
    rows = [["案例名称", "茶香飘进示例村", "←", "←"], ["申报单位", "示例大学", "申报类别", "科技赋能"]]
    rows += [[label, TEXT, "←", "←"] for label in ("案例背景及目标", "具体做法及过程")]
    rows += [[label, "同意", "←", "←"] for label in ("基层党组织意见", "上级党委意见", "专家组评审意见")]
    grid(docx, rows)


def numbered_labels(docx: Docx) -> None:
    """Write what a form would ask for below numbered labels, the contact last."""
    lines(docx, "一、案例名称", "茶香飘进示例村", "二、申报单位", "示例大学", "三、案例背景", TEXT)
    lines(docx, "四、联系方式", "示例乙 13800138000")


def boxed_labels(docx: Docx) -> None:
    """Write labels in brackets, several facts on a line, and a fact that no record has."""
    lines(docx, "【案例名称】茶香飘进示例村", "【任务类型】科技赋能")
    lines(docx, "支部名称：示例大学茶学系教师党支部；书记：示例甲；成立时间：2010年", "【案例背景】", TEXT)


def with_colons(docx: Docx) -> None:
    """Say behind the name of a section what it is about, and who wrote at the end."""
    line(docx, "茶香飘进示例村", 22, centred=True)
    lines(docx, "一、背景", TEXT)
    line(docx, "二、做法：“三个一”工作法", bold=True)
    lines(docx, TEXT, "三、启示", "整理出三条经验。", "（作者系示例大学茶学系教师党支部书记）")


def cell_below_its_label(docx: Docx) -> None:
    """Fill in the whole text below its label, in a form whose first row names the call."""
    rows = [["示例系典型案例申报表", "←"], ["案例名称", "茶香飘进示例村"], ["学校", "示例大学"], ["支部", "示例支部"]]
    grid(docx, [*rows, ["案例主要内容", "←"], [f"（一）背景\n{TEXT}\n（二）做法\n{TEXT}", "←"]])


def covered(docx: Docx) -> None:
    """Write the title on a cover and again above the text, with captions beside photos."""
    for text in ("茶香飘进示例村", "示例大学茶学系教师党支部书记  示例甲"):
        line(docx, text, 22, centred=True)
    docx.add_page_break()
    line(docx, "茶香飘进示例村", 22, centred=True)
    lines(docx, "一、背景", TEXT)
    table = docx.add_table(2, 2)
    for at, colour in enumerate(("red", "blue")):
        table.cell(at, 0).paragraphs[0].add_run().add_picture(picture(colour))
        table.cell(at, 1).text = f"图{at + 1} 第{at + 1}次采茶"


def one_level(docx: Docx) -> None:
    """Give the title and the sections headings of one level."""
    for heading in ("茶香飘进示例村", "背景", "做法"):
        docx.add_heading(heading, 1)
        lines(docx, *([] if heading.startswith("茶") else [TEXT]))


_TITLE = {"title": "茶香飘进示例村"}


@each(
    ("write", "record", "marked", "captions"),
    [
        (
            unnamed,
            {"background": TEXT, "approach": TEXT, "results": f"## 第三部分 成效与启示\n\n{TEXT}"},
            {"results": "小标题“第三部分 成效与启示”按工作成效收"},
            [],
        ),
        (
            behind_numbers,
            {
                "background": "茶园老化。",
                "approach": "派出专家。\n\n（一）抓学习，强本领。支部选派骨干。",
                "lessons": "要实干。",
            },
            {},
            [],
        ),
        (
            another_form,
            {
                "secretary": {"name": "示例甲", "role": "教授"},
                "task": "科技赋能",
                "background": f"## 支部简介\n\n{TEXT}",
                "approach": f"## 主要做法及成效\n\n{TEXT}\n\n## 工作亮点\n\n{TEXT}",
            },
            {"approach": "栏目“主要做法及成效”按这一部分收；栏目“工作亮点”认不出是哪一部分，放在这里"},
            [],
        ),
        (
            above_and_below,
            {"task": "科技赋能", "university": "示例大学", "background": f"{TEXT}\n\n{TEXT}\n\n{TEXT}"},
            {},
            ["专家在茶园", "村民听课", "采茶"],
        ),
        (
            sent_on,
            {
                "task": "科技赋能",
                "university": "示例大学",
                "branch": "茶学系教师党支部",
                "background": TEXT,
                "approach": TEXT,
                "results": TEXT,
            },
            {},
            [],
        ),
        (
            long_labels,
            {
                "university": "示例大学",
                "task": "科技赋能",
                "background": f"## 案例背景及目标\n\n{TEXT}",
                "approach": f"## 具体做法及过程\n\n{TEXT}",
            },
            {
                "background": "栏目“案例背景及目标”按这一部分收",
                "approach": "栏目“具体做法及过程”按这一部分收",
            },
            [],
        ),
        (numbered_labels, {"university": "示例大学", "background": TEXT}, {}, []),
        (
            boxed_labels,
            {
                "university": "示例大学",
                "branch": "茶学系教师党支部",
                "secretary": {"name": "示例甲"},
                "task": "科技赋能",
                "background": TEXT,
            },
            {},
            [],
        ),
        (
            covered,
            {"university": "示例大学", "branch": "茶学系教师党支部", "background": TEXT},
            {},
            ["第1次采茶", "第2次采茶"],
        ),
        (
            with_colons,
            {"background": TEXT, "approach": f"## 二、做法：“三个一”工作法\n\n{TEXT}", "lessons": "整理出三条经验。"},
            {"approach": "小标题“二、做法：“三个一”工作法”按主要做法收"},
            [],
        ),
        (
            cell_below_its_label,
            {"university": "示例大学", "branch": "示例支部", "background": TEXT, "approach": TEXT},
            {},
            [],
        ),
        (one_level, {"background": TEXT, "approach": TEXT}, {}, []),
        (
            titled_table,
            {"university": "示例大学", "branch": "茶学系教师党支部", "background": TEXT, "approach": TEXT},
            {"title": "文中没有标题，取自表格的第一行"},
            [],
        ),
        (laid_out, {"background": TEXT, "approach": TEXT}, {}, ["采茶"]),
    ],
)
def test_other_habits(
    write: Callable[[Docx], None], record: dict[str, object], marked: dict[str, str], captions: list[str]
) -> None:
    """However it is laid out, all of it comes in, and what was guessed is marked."""
    [case] = cases_of(write)

    assert case.record == {**_TITLE, **record}
    assert doubts(case) == marked
    assert [one.caption for one in case.photos] == captions
    assert not any(one in repr(case) for one in ("13800138000", "示例乙"))


@each(
    ("path", "expected"),
    [
        (
            "示例大学（威海）/示例大学（威海）+海洋学院教师党支部+海上课堂.docx",
            NamedCase("示例大学（威海）", branch="海洋学院教师党支部", title="海上课堂"),
        ),
        ("示例大学（党建联建）茶香飘进示例村.docx", NamedCase("示例大学", task="党建联建", title="茶香飘进示例村")),
        ("“药箱党课”背上山.docx", NamedCase(title="“药箱党课”背上山")),
        ("1.数据多跑路 乡亲少跑腿（定稿）.docx", NamedCase(title="数据多跑路 乡亲少跑腿")),
        ("示例大学 党建联建 茶香飘进示例村.docx", NamedCase("示例大学", task="党建联建", title="茶香飘进示例村")),
        (
            "收到/示例大学-科技赋能-苹果园里的“树上支部”/案例正文.docx",
            NamedCase("示例大学", task="科技赋能", folder_title="苹果园里的“树上支部”"),
        ),
        ("收到的全部材料/案例.docx", NamedCase()),
    ],
)
def test_names_of_files(path: str, expected: NamedCase) -> None:
    """Quotation marks and blanks belong to titles, a place in brackets to a university."""
    assert named_case(path, KNOWN.programme) == expected
