"""Proposals as values, and as the text of a new record."""

from generator.intake.proposal import Origin, ProposedCase, ProposedValue
from generator.intake.writing import render_proposal


def at(column: str, row: int = 3) -> Origin:
    """Give a place of an invented table."""
    return Origin("汇总表.xlsx", row=row, column=column)


CASE = ProposedCase(
    (
        ProposedValue(("university",), "示例大学", at("C")),
        ProposedValue(("title",), "示例标题：第一回", at("B")),
        ProposedValue(("province",), "甘肃", at("C"), "由学校名称推断"),
        ProposedValue(("period", "end"), "2025-06", at("F")),
        ProposedValue(("period", "start"), "2024-09", at("E")),
        ProposedValue(("outcomes", 1), {"unit": "场", "what": "讲座", "value": "3"}, at("G", 4), "由文字拆出"),
        ProposedValue(("outcomes", 0), {"what": "培训", "value": "20", "unit": "人"}, at("G")),
        ProposedValue(("keywords", 0), "示例", at("H")),
        ProposedValue(("keywords", 1), "茶", at("H")),
        ProposedValue(("background",), "第一段。\n\n第二段。", at("I")),
    ),
    (),
    at(""),
    ("没有认出的列“备注”：电话 13800138000",),
)


def test_a_proposal_becomes_a_draft_whose_values_say_where_they_come_from() -> None:
    """Keys are in the model's order; places and doubts stand above what they are about, personal numbers nowhere."""
    assert render_proposal(CASE) == (
        "# 由导入生成：汇总表.xlsx 第3行\n"
        "# 没有认出的列“备注”：电话 138****8000\n"
        "\n"
        "# 来自 汇总表.xlsx 第3行 B列\n"
        "title: 示例标题：第一回\n"
        "# 来自 汇总表.xlsx 第3行 C列\n"
        "university: 示例大学\n"
        "# 来自 汇总表.xlsx 第3行 C列\n"
        "# 待核：由学校名称推断\n"
        "province: 甘肃\n"
        "period:\n"
        "  # 来自 汇总表.xlsx 第3行 E列\n"
        "  start: 2024-09\n"
        "  # 来自 汇总表.xlsx 第3行 F列\n"
        "  end: 2025-06\n"
        "outcomes:\n"
        "  # 来自 汇总表.xlsx 第3行 G列\n"
        "  - what: 培训\n"
        "    value: 20\n"
        "    unit: 人\n"
        "  # 来自 汇总表.xlsx 第4行 G列\n"
        "  # 待核：由文字拆出\n"
        "  - what: 讲座\n"
        "    value: 3\n"
        "    unit: 场\n"
        "# 来自 汇总表.xlsx 第3行 I列\n"
        "background: |-\n"
        "  第一段。\n"
        "\n"
        "  第二段。\n"
        "# 来自 汇总表.xlsx 第3行 H列\n"
        "keywords:\n"
        "  - 示例\n"
        "  - 茶\n"
        "status: draft\n"
    )


def test_a_proposal_gives_its_record_and_its_doubts() -> None:
    """The values put together are a record; a text is found by its path, and is empty where there is none."""
    assert CASE.record["period"] == {"end": "2025-06", "start": "2024-09"}
    assert [one["what"] for one in CASE.record["outcomes"]] == ["培训", "讲座"]
    assert (CASE.text("title"), CASE.text("keywords", 1), CASE.text("school")) == ("示例标题：第一回", "茶", "")
    assert [one.path for one in CASE.doubts] == [("province",), ("outcomes", 1)]


def test_a_place_is_said_in_words() -> None:
    """Sheet, row, column and paragraph are named as far as they are known."""
    assert Origin("表.xlsx", "汇总", 3, "C").chinese == "表.xlsx 工作表“汇总” 第3行 C列"
    assert Origin("文.docx", paragraph=5).chinese == "文.docx 第5段"


def test_photos_of_a_record_come_from_elsewhere() -> None:
    """Whoever puts photos beside a record adds their key, which takes its place in the model's order."""
    case = ProposedCase((ProposedValue(("title",), "示例标题", at("B")),), (), at(""))
    text = render_proposal(case, [("photos", [{"file": "1.jpg", "caption": "示例"}])])

    assert text.endswith("title: 示例标题\nphotos:\n  - file: 1.jpg\n    caption: 示例\nstatus: draft\n")
