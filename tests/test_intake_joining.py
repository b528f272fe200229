"""A row of a table and the Word file of the same case make one case; where they differ a person is asked."""

from generator.case.names import Name, Names
from generator.intake.joining import join
from generator.intake.proposal import Origin, ProposedCase, ProposedPhoto, ProposedValue

ROW, FILE = Origin("汇总表.xlsx", "", 3), Origin("示例大学/茶香飘进示例村.docx")


def value(path: str, text: str, origin: Origin, doubt: str = "") -> ProposedValue:
    """Propose a text for a key."""
    steps = tuple(int(step) if step.isdecimal() else step for step in path.split("."))
    return ProposedValue(steps, text, origin, doubt)


def case(origin: Origin, *values: ProposedValue, photos: tuple[ProposedPhoto, ...] = (), id: str = "") -> ProposedCase:
    """Propose a case."""
    return ProposedCase(values, photos, origin, (), id)


PHOTO = ProposedPhoto(bytes, ".jpg", "示例", FILE)


def test_a_row_and_its_document_are_one_case() -> None:
    """Facts come from the row, sections and photos from the document, and what both say alike is not asked about."""
    row = case(
        ROW, value("title", "茶香飘进示例村", ROW), value("university", "示例大学", ROW), value("summary", "短", ROW)
    )
    document = case(
        FILE,
        value("title", "茶香·飘进示例村", FILE),
        value("approach", "做法。", FILE),
        value("university", "示例大学", FILE, "取自文件名"),
        photos=(PHOTO,),
    )

    [actual] = join([row, document], Names()).cases

    assert actual.record == {
        "title": "茶香飘进示例村",
        "university": "示例大学",
        "summary": "短",
        "approach": "做法。",
    }
    assert (actual.doubts, actual.photos, actual.origin) == ((), (PHOTO,), ROW)
    assert actual.notes == ("表里的一行和 示例大学/茶香飘进示例村.docx 合成了一条",)


def test_differences_are_marked_and_nothing_is_lost() -> None:
    """Of two facts the row's stays, of two texts the document's; both are marked, and what gives way is kept."""
    row = case(
        ROW,
        value("title", "茶香飘进示例村", ROW),
        value("branch", "示例一支部", ROW),
        value("results", "表里的成效。", ROW),
        value("partners.0.name", "示例公司", ROW),
    )
    document = case(
        FILE,
        value("title", "茶香飘进示例村", FILE),
        value("branch", "示例二支部", FILE),
        value("results", "文里的成效。", FILE),
        value("partners.0.name", "示例村", FILE),
    )

    [actual] = join([row, document], Names()).cases

    assert actual.record == {
        "title": "茶香飘进示例村",
        "branch": "示例一支部",
        "results": "文里的成效。",
        "partners": [{"name": "示例公司"}],
    }
    assert [(one.path[0], one.doubt) for one in actual.doubts] == [
        ("branch", "示例大学/茶香飘进示例村.docx 写的是“示例二支部”"),
        ("results", "与 汇总表.xlsx 第3行 的不一样，用了文档的"),
    ]
    assert actual.notes[1:] == (
        "待核：汇总表.xlsx 第3行 原来写的是：表里的成效。",
        "待核：示例大学/茶香飘进示例村.docx 里的另有：示例村",
    )


def test_like_titles_of_one_university_are_joined_with_a_mark() -> None:
    """A title that is only alike is joined where the university is the same by any of its names, and marked."""
    names = Names({"universities": (Name("示例大学", ("示大",)),)})
    row = case(ROW, value("title", "茶香飘进示例村", ROW), value("university", "示大", ROW))
    file = Origin("示例大学/材料.docx")
    document = case(file, value("title", "茶香飘进示例村之路", file), value("university", "示例大学", file))

    [actual] = join([row, document], names).cases

    assert [(one.path, one.doubt) for one in actual.doubts] == [
        (("title",), "示例大学/材料.docx 的标题“茶香飘进示例村之路”与表里的只是相近，按同一个案例合在一起")
    ]
    assert actual.record == {"title": "茶香飘进示例村", "university": "示大"}


def test_what_may_be_two_stays_two() -> None:
    """Two rows of one title take no document, another university's document is none, and one without a row is told."""
    rows = [case(Origin("汇总表.xlsx", "", at), value("title", "茶香飘进示例村", ROW)) for at in (2, 3)]
    other = case(Origin("示例学院.docx"), value("title", "茶香飘进示例村", FILE), value("university", "示例学院", FILE))

    joined = join([*rows, other], Names())

    assert joined.cases == [*rows, other]
    assert joined.notes == ["示例学院.docx 在表里没有找到对应的一行，单独成一条"]


def test_an_id_decides() -> None:
    """The id that a table gives is found in the name of the file."""
    row = case(ROW, value("title", "甲", ROW), id="kj-shili-01")
    document = case(Origin("材料/kj-shili-01.docx"), value("approach", "做法。", FILE))

    [actual] = join([document, row], Names()).cases

    assert (actual.id, actual.record) == ("kj-shili-01", {"title": "甲", "approach": "做法。"})
