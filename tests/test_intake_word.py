"""A case comes out of a Word document whole: what belongs somewhere is there, what nobody can place is marked."""

from collections.abc import Callable
from pathlib import Path

from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from generator.case.markdown import parse_prose
from generator.case.markdown.meant import as_meant
from generator.case.programme import packaged_programme
from generator.case.prose import plain_text
from generator.intake.file_names import NamedCase, named_case
from generator.intake.known import Known
from generator.intake.plain_marks import begun, escaped
from generator.intake.proposal import ProposedCase
from generator.intake.section_words import likely_part_of, part_of
from generator.intake.word_case import WordCase
from generator.making.office.word import read_word
from tests.each import each
from tests.word_files import picture, word_file

PROGRAMME = packaged_programme()
KNOWN = Known(PROGRAMME)
FROM_LIBREOFFICE = Path(__file__).parent / "fixtures" / "intake" / "libreoffice"
TEXT = "示例大学教师党支部组织教师走进田间地头，与村民一起讨论茶园管理的难题。"


def line(docx: Docx, text: str, size: float = 12, *, bold: bool = False, centred: bool = False) -> Paragraph:
    """Add a paragraph with the looks that people give titles and headings by hand."""
    paragraph = docx.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size, run.bold = Pt(size), bold
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def case_of(write: Callable[[Docx], object], file: str = "案例.docx") -> ProposedCase:
    """Give the case of a file that a function has filled."""
    return WordCase(read_word(word_file(write)), file, KNOWN).propose()


def doubts(case: ProposedCase) -> dict[str, str]:
    """Give the doubts by key."""
    return {".".join(map(str, one.path)): one.doubt for one in case.doubts}


def typed(docx: Docx) -> None:
    """Write as most people do: headings in bold with numbers, no styles."""
    line(docx, "茶香飘进示例村", 22, bold=True, centred=True)
    line(docx, "——示例大学茶学支部服务乡村纪实", 16, centred=True)
    line(docx, "示例大学农学院", 14, centred=True)
    line(docx, "（2025年3月）", 14, centred=True)
    line(docx, "摘要：示例大学茶学支部走进示例县，培训农户1200余人次。")
    line(docx, "关键词：茶产业；乡村振兴")
    line(docx, "一、支部基本情况", 14, bold=True)
    line(docx, f"{TEXT}联系电话：13800138000。")
    line(docx, "二、案例背景", 14, bold=True)
    line(docx, "茶园*老化*。")
    line(docx, "三、主要做法", 14, bold=True)
    line(docx, "（一）建强队伍")
    line(docx, "选派").add_run("骨干").bold = True
    line(docx, "（二）送技下乡")
    line(docx, "亩均增收由3000元增加到5000元。")
    table = docx.add_table(2, 2)
    for at, text in enumerate(("年份", "人次", "2024", "900")):
        table.cell(at // 2, at % 2).text = text
    docx.add_picture(picture())
    line(docx, "图1  2024年5月，支部党员在示例村示范修剪", 10, centred=True)
    line(docx, "四、工作亮点", 14, bold=True)
    line(docx, "做法得到推广。")
    line(docx, "五、取得成效", 14, bold=True)
    docx.add_paragraph("增收明显", style="List Bullet")
    docx.add_paragraph("队伍壮大", style="List Bullet")
    line(docx, "六、启示", 14, bold=True)
    line(docx, "党建引领是关键。")


def test_typed_headings_make_sections() -> None:
    """An article with headings in bold becomes a whole record; what is not known is kept and marked."""
    case = case_of(typed, "示例大学-科技赋能-茶香飘进示例村.docx")

    assert case.record == {
        "title": "茶香飘进示例村",
        "subtitle": "示例大学茶学支部服务乡村纪实",
        "university": "示例大学",
        "school": "农学院",
        "task": "科技赋能",
        "summary": "示例大学茶学支部走进示例县，培训农户1200余人次。",
        "keywords": ["茶产业", "乡村振兴"],
        "background": f"## 一、支部基本情况\n\n{TEXT}\n\n## 二、案例背景\n\n茶园\\*老化\\*。",
        "approach": "## （一）建强队伍\n\n选派**骨干**\n\n## （二）送技下乡\n\n亩均增收由3000元增加到5000元。\n\n"
        "| 年份 | 人次 |\n|---|---|\n| 2024 | 900 |\n\n## 四、工作亮点\n\n做法得到推广。",
        "results": "- 增收明显\n- 队伍壮大",
        "lessons": "党建引领是关键。",
    }
    assert doubts(case) == {"approach": "小标题“四、工作亮点”认不出是哪一部分，放在这里"}
    assert doubts(case_of(typed))["school"] == "“农学院”算作院系，也可能是校名的一部分"
    assert [(one.caption, one.suffix, one.origin.chinese) for one in case.photos] == [
        ("2024年5月，支部党员在示例村示范修剪", ".jpg", "示例大学-科技赋能-茶香飘进示例村.docx 第20段")
    ]
    assert case.notes == (
        "文首的日期“（2025年3月）”没有收入（第4段）",
        "第8段里的手机号没有收入",
        "待核：可能的成效数据：培训农户 1200 人次，约数词“余”（第5段）",
        "待核：可能的成效数据：亩均增收 5000 元，原为 3000元（第15段）",
    )


def test_every_value_says_its_paragraph() -> None:
    """Each value names the file and the paragraph from which it comes."""
    places = {one.path[0]: one.origin.paragraph for one in case_of(typed).values}

    assert places == {
        "title": 1,
        "subtitle": 1,
        "university": 3,
        "school": 3,
        "summary": 5,
        "keywords": 6,
        "background": 7,
        "approach": 12,
        "results": 25,
        "lessons": 28,
    }


def real(docx: Docx) -> None:
    """Write with the styles of headings."""
    docx.add_heading("茶香飘进示例村", 0)
    docx.add_heading("背景", 1)
    docx.add_paragraph(TEXT)
    docx.add_heading("主要做法", 1)
    docx.add_heading("建强队伍", 2)
    docx.add_paragraph("第一步", style="List Number")
    docx.add_paragraph("第二步", style="List Number")


def topical(docx: Docx) -> None:
    """Write headings that say what was done, and none that says what is below it."""
    line(docx, "党建引领 茶香致富", 22, centred=True)
    line(docx, "示例师范学院", 14, centred=True)
    line(docx, "一、聚焦主责，建强队伍")
    line(docx, TEXT)
    line(docx, "二、聚焦主业，服务发展")
    line(docx, TEXT)


def soft(docx: Docx) -> None:
    """Write as what is pasted from a page: one paragraph with line breaks."""
    line(docx, "茶香飘进示例村", 22, centred=True)
    run = docx.add_paragraph().add_run("一、背景")
    for text in ("示例县茶园老化。", "农户收入低。", "二、主要做法", "派出专家，", "结对帮扶。"):
        run.add_break()
        run.add_text(text)


def inside(docx: Docx) -> None:
    """Write all sections below one heading."""
    line(docx, "一、党支部基本情况", 14, bold=True)
    line(docx, TEXT)
    line(docx, "二、案例内容", 14, bold=True)
    for heading in ("（一）背景成因", "（二）主要做法", "（三）取得成效", "（四）工作启示"):
        line(docx, heading, bold=True)
        line(docx, TEXT)


def run_in(docx: Docx) -> None:
    """Write the names of sections before their text."""
    line(docx, "茶香飘进示例村", 22, centred=True)
    line(docx, "【案例背景】", bold=True).add_run(TEXT)
    line(docx, "主要做法：", bold=True).add_run(TEXT)
    line(docx, "【启示】")
    line(docx, TEXT)


def bare(docx: Docx) -> None:
    """Write nothing but text."""
    line(docx, "示例支部走进示例村")
    line(docx, TEXT)


_ALL_HERE = "没有认出“背景、做法、成效、启示”一类小标题，全文放在这里，请分开"


@each(
    ("write", "record", "marked"),
    [
        (
            real,
            {"title": "茶香飘进示例村", "background": TEXT, "approach": "## 建强队伍\n\n1. 第一步\n2. 第二步"},
            {},
        ),
        (
            topical,
            {
                "title": "党建引领 茶香致富",
                "university": "示例师范学院",
                "approach": f"## 一、聚焦主责，建强队伍\n\n{TEXT}\n\n## 二、聚焦主业，服务发展\n\n{TEXT}",
            },
            {"approach": _ALL_HERE},
        ),
        (
            soft,
            {
                "title": "茶香飘进示例村",
                "background": "示例县茶园老化。\n\n农户收入低。",
                "approach": "派出专家，\\\n结对帮扶。",
            },
            {},
        ),
        (
            inside,
            {
                "title": "示例案例名",
                "background": f"## 一、党支部基本情况\n\n{TEXT}\n\n## （一）背景成因\n\n{TEXT}",
                "approach": TEXT,
                "results": TEXT,
                "lessons": TEXT,
            },
            {"title": "文中没有标题，取自文件名"},
        ),
        (run_in, {"title": "茶香飘进示例村", "background": TEXT, "approach": TEXT, "lessons": TEXT}, {}),
        (
            bare,
            {"title": "示例支部走进示例村", "approach": TEXT},
            {
                "title": "没有明显的标题，把第一行当作标题",
                "approach": "没有小标题，全文放在这里，请分开",
            },
        ),
    ],
    ids=["real", "topical", "soft", "inside", "run-in", "bare"],
)
def test_shapes_of_prose(write: Callable[[Docx], None], record: dict[str, str], marked: dict[str, str]) -> None:
    """However a case is written, its text comes into sections whole; what was guessed is marked."""
    case = case_of(write, "示例案例名.docx" if write is inside else "案例.docx")

    assert case.record == record
    assert doubts(case) == marked


def form(docx: Docx) -> None:
    """Fill in a form as calls send it out."""
    line(docx, "附件2")
    line(docx, "典型案例申报表", 18, bold=True, centred=True)
    table = docx.add_table(12, 4)

    def put(row: int, column: int, text: str, last: int | None = None) -> None:
        cell = table.cell(row, column)
        (cell if last is None else cell.merge(table.cell(row, last))).text = text

    put(0, 0, "案例\n名称")
    put(0, 1, "茶香飘进示例村", 3)
    for at, text in enumerate(("申报学校", "示例大学", "所在支部", "示例支部")):
        put(1, at, text)
    for at, text in enumerate(("任务类型", "☑科技赋能 ☐党建联建", "联系电话", "13800138000")):
        put(2, at, text)
    table.cell(3, 0).merge(table.cell(4, 0)).text = "支部书记"
    put(3, 1, "姓名")
    put(3, 2, "示例甲", 3)
    put(4, 1, "职称")
    put(4, 2, "教授", 3)
    put(5, 0, "开展时间")
    put(5, 1, "2024年3月至2025年6月", 3)
    put(6, 0, "主要做法（1500字以内，可附页）", 3)
    put(7, 0, f"{TEXT}\n第二段。", 3)
    put(8, 0, "工作成效：培训农户300人次。\n群众满意。", 3)
    put(9, 0, "成效数据")
    put(9, 1, "培训农户1200余人次；发展党员3名", 3)
    put(10, 0, "一、背景")
    put(10, 1, "示例县茶园老化。", 3)
    put(11, 0, "学校党委意见\n同意。", 3)


def test_a_form_is_read_by_its_labels() -> None:
    """What is filled in beside or below a label is the value of its key; a telephone is never read."""
    case = case_of(form)

    assert case.record == {
        "title": "茶香飘进示例村",
        "university": "示例大学",
        "branch": "示例支部",
        "task": "科技赋能",
        "secretary": {"name": "示例甲", "role": "教授"},
        "period": {"start": "2024-03", "end": "2025-06"},
        "approach": f"{TEXT}\n\n第二段。",
        "results": "培训农户300人次。\n\n群众满意。",
        "outcomes": [
            {"what": "培训农户", "value": "1200", "unit": "人次", "qualifier": "余"},
            {"what": "发展党员", "value": "3", "unit": "名"},
        ],
        "background": "示例县茶园老化。",
    }
    assert case.notes == (
        "待核：申报表里的“学校党委意见 同意。”没有地方放（第27段）",
        "申报表里“联系电话”一类栏目属于个人，没有读",
        "待核：可能的成效数据：培训农户 300 人次（第22段）",
    )


def test_captions_are_found_wherever_they_stand() -> None:
    """A caption stands below its photo, in the cell under it, or is shared; one that is none is not taken."""

    def write(docx: Docx) -> None:
        line(docx, "一、主要做法", 14, bold=True)
        table = docx.add_table(2, 2)
        for at, colour in enumerate(("red", "blue")):
            table.cell(0, at).paragraphs[0].add_run().add_picture(picture(colour))
            table.cell(1, at).text = f"图{at + 1}  第{at + 1}次培训现场"
        line(docx, TEXT)
        paragraph = docx.add_paragraph()
        paragraph.add_run().add_picture(picture("green"))
        paragraph.add_run().add_picture(picture("black"))
        line(docx, "图3 田间示范    图4 课堂讲解", centred=True)
        docx.add_picture(picture("white"))
        line(docx, TEXT)

    case = case_of(write)

    captions = [one.caption for one in case.photos]
    assert captions == ["第1次培训现场", "第2次培训现场", "田间示范", "课堂讲解", ""]
    assert case.text("approach") == f"{TEXT}\n\n{TEXT}"
    assert case.notes == ("待核：第9段的照片没有找到图注，请补写",)


def test_captions_above_their_photos() -> None:
    """Where a document writes captions above its photos, none slips to the photo before."""

    def write(docx: Docx) -> None:
        for at, colour in enumerate(("red", "blue"), 1):
            line(docx, f"图{at} 第{at}次培训")
            docx.add_picture(picture(colour))

    assert [one.caption for one in case_of(write).photos] == ["第1次培训", "第2次培训"]


SHAPES = {one.__name__: one for one in (typed, real, topical, soft, inside, run_in, bare, form)}
"""All shapes; `fixtures/intake/make_libreoffice.py` has each written anew by LibreOffice."""


@each("name", SHAPES)
def test_another_program_writes_the_same_case(name: str) -> None:
    """What LibreOffice makes of a document, by way of its own format, is the same case."""
    ours = case_of(SHAPES[name])
    theirs = WordCase(read_word(FROM_LIBREOFFICE / f"{name}.docx"), "案例.docx", KNOWN).propose()

    assert (theirs.record, theirs.notes, doubts(theirs)) == (ours.record, ours.notes, doubts(ours))
    assert [one.caption for one in theirs.photos] == [one.caption for one in ours.photos]


@each(
    ("path", "expected"),
    [
        ("示例大学-党建联建-茶香飘进示例村.docx", NamedCase("示例大学", "", "", "党建联建", "茶香飘进示例村")),
        ("示例大学/党建联建/茶香飘进示例村.docx", NamedCase("示例大学", "", "", "党建联建", "茶香飘进示例村")),
        ("材料.zip/3.示例大学/01 茶香飘进示例村（最终稿）.docx", NamedCase("示例大学", title="茶香飘进示例村")),
        (
            "附件2：示例学院_示例党支部_茶香飘进示例村_20250301.docx",
            NamedCase("示例学院", "", "示例党支部", "", "茶香飘进示例村"),
        ),
        ("案例.docx", NamedCase()),
        ("新建 Microsoft Word 文档.docx", NamedCase()),
    ],
)
def test_names_of_files_and_folders(path: str, expected: NamedCase) -> None:
    """A name says what it says; numbers, dates and words of the office say nothing."""
    assert named_case(path, PROGRAMME) == expected


def test_names_that_differ_are_marked() -> None:
    """Where the name of a file says otherwise than the document, a person is asked."""

    def write(docx: Docx) -> None:
        line(docx, "茶香飘进示例村", 22, centred=True)
        line(docx, "示例大学", 14, centred=True)
        line(docx, TEXT)

    case = case_of(write, "示例学院-科技赋能-稻花香里说丰年.docx")

    assert doubts(case) == {
        "title": "文件名里写的是“稻花香里说丰年”",
        "university": "文件名或文件夹名里写的是“示例学院”",
        "approach": "没有小标题，全文放在这里，请分开",
    }


@each(
    ("heading", "expected"),
    [
        ("一、背景", "background"),
        ("（一）起因与背景：", "background"),
        ("【实施背景】", "background"),
        ("二、主要做法", "approach"),
        ("组织实施过程", "approach"),
        ("三、特色及成效", "results"),
        ("4. 经验启示", "lessons"),
        ("案例简介", "summary"),
        ("党支部基本情况", "unit"),
        ("聚焦主业", None),
    ],
)
def test_usual_wordings(heading: str, expected: str | None) -> None:
    """Headings in usual wordings are known whatever number and brackets they have."""
    assert part_of(heading) == expected


def test_wordings_at_the_end_are_only_likely() -> None:
    """A heading that ends in a usual wording is guessed, and one that is long is not."""
    assert likely_part_of("三、茶旅融合的主要做法") == "approach"
    assert likely_part_of("以高质量党建引领推动乡村全面振兴取得新成效") is None


@each(
    "text",
    [
        "3*5=15 *重点* **重点**",
        "见[1]、[^1]、[名](x)、![图](x)",
        "a_b _c_ `d` ~~e~~ <b>f</b> &amp; \\g \\* C:\\x",
        "# 标题",
        "> 引用",
        "+ 1",
        "- 5 度",
        "2024. 5 月",
        "| a | b |",
        "～5 - 6～",
        "#话题#",
        "— 破折号",
    ],
)
def test_signs_stay_signs(text: str) -> None:
    """What Markdown would take for a mark of its own comes out as it was written, and nothing is meant by it."""
    written = begun(escaped(text))

    assert as_meant(written).text == written
    assert plain_text(parse_prose(written)).strip() == text


def test_personal_data_is_dropped_and_told() -> None:
    """Numbers of persons are gone from text, tables and captions; what is told has none of them either."""

    def write(docx: Docx) -> None:
        line(docx, "一、主要做法", 14, bold=True)
        line(docx, "联系人示例甲，手机13800138000，身份证110101199003077758，邮箱shili@qq.com。")
        table = docx.add_table(2, 2)
        for at, text in enumerate(("姓名", "手机", "示例甲", "13900139000")):
            table.cell(at // 2, at % 2).text = text
        docx.add_picture(picture())
        line(docx, "图1 示例甲（电话13700137000）在现场")

    case = case_of(write, "案例13600136000.docx")
    told = repr((case.record, case.notes, [one.caption for one in case.photos]))

    assert not any(number in told for number in ("13800138000", "110101", "shili@", "13900139000", "13700137000"))


def test_our_own_forms_come_back_as_they_were_filled_in() -> None:
    """Lists below their labels, hints, and headings of no section: all is read by what it is, no hint is a value."""

    def write(docx: Docx) -> None:
        line(docx, "第二届典型案例申报表", 22, centred=True)
        line(docx, "（科技赋能）", 16, centred=True)
        first = docx.add_table(2, 2)
        for at, text in enumerate(("*标题", "茶香飘进示例村", "*学校", "示例大学")):
            first.cell(at // 2, at % 2).text = text
        line(docx, "填写提示：没有的不填。")
        listed = docx.add_table(4, 3)
        listed.cell(0, 0).merge(listed.cell(2, 0)).text = "合作单位"
        for row, texts in enumerate((("名称", "类别"), ("示例县农业局", "政府部门"), ("示例公司", "企业"))):
            for column, text in enumerate(texts, 1):
                listed.cell(row, column).text = text
        listed.cell(3, 0).merge(listed.cell(3, 2)).text = "填写提示：类别从表里选。"
        docx.add_heading("一、主要做法", 1)
        line(docx, "填写提示：怎么做的。写完可以删去这一段。")
        line(docx, TEXT)
        docx.add_heading("二、照片", 1)
        docx.add_picture(picture())
        line(docx, "图1 示例师生在示例村")
        docx.add_heading("三、单位意见", 1)
        line(docx, "同意报送。")

    case = case_of(write)

    assert case.record == {
        "title": "茶香飘进示例村",
        "task": "科技赋能",
        "university": "示例大学",
        "partners": [{"name": "示例县农业局", "kind": "政府部门"}, {"name": "示例公司", "kind": "企业"}],
        "approach": TEXT,
    }
    assert [one.caption for one in case.photos] == ["示例师生在示例村"]
    assert case.notes == ("待核：“三、单位意见”下面的“同意报送。”没有收入（第23段）",)
    assert case.doubts == ()
