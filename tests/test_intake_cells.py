"""Cells in whatever usual shape, each with what must come out; what is guessed says so."""

from generator.case.programme import packaged_programme
from generator.intake.bodies import Body, read_persons, read_universities
from generator.intake.cell_values import read_cell
from generator.intake.cells import Cleaned, clean, split_values
from generator.intake.figures import Figure, pieces_of, read_figure, read_number
from generator.intake.headings import Headings, Meaning
from generator.intake.places import province_of, province_of_university, read_place
from generator.intake.said import Asked
from tests.each import each

PROGRAMME = packaged_programme()
HEADINGS = Headings(PROGRAMME)


def said(path: str, text: str, heading: str = "列") -> list[tuple[object, ...]]:
    """Read a cell; gives path, value and doubt of each value, then the notes."""
    reading = read_cell(Asked(tuple(path.split(".")), heading, text, PROGRAMME))
    return [(one.path, one.value, one.doubt) for one in reading.values] + [(note,) for note in reading.notes]


@each(
    ("text", "expected"),
    [
        ("培训农户1200余人次", {"what": "培训农户", "value": "1200", "unit": "人次", "qualifier": "余"}),
        ("培训农户一千二百余人次", {"what": "培训农户", "value": "1200", "unit": "人次", "qualifier": "余"}),
        ("培训农户１２００余人次", {"what": "培训农户", "value": "1200", "unit": "人次", "qualifier": "余"}),
        ("惠及群众3,000多人", {"what": "惠及群众", "value": "3000", "unit": "人", "qualifier": "多"}),
        ("增收1.2万元", {"what": "增收", "value": "1.2", "unit": "万元"}),
        ("服务师生近2万人次", {"what": "服务师生", "value": "2", "unit": "万人次", "qualifier": "近"}),
        ("服务群众超过5000人", {"what": "服务群众", "value": "5000", "unit": "人", "qualifier": "超"}),
        ("产值8000万元以上", {"what": "产值", "value": "8000", "unit": "万元", "qualifier": "以上"}),
        ("发病率由34%降到0.6%", {"what": "发病率", "before": "34", "value": "0.6", "unit": "%"}),
        ("2024年培训300人", {"what": "2024年培训", "value": "300", "unit": "人"}),
        ("培训（农户）：1200人次", {"what": "培训（农户）", "value": "1200", "unit": "人次"}),
    ],
)
def test_figures_are_taken_apart(text: str, expected: dict[str, str]) -> None:
    """What was done, the value, the word for a round figure and the unit are keys of their own."""
    assert read_figure(text, PROGRAMME) == Figure(expected)


@each(
    ("text", "value", "doubt"),
    [
        ("受益群众1.2万余人", "12000", "“1.2万”换算成了 12000"),
        ("开展30场专题讲座", "30", "“专题讲座”并进了事项"),
        ("专利5", "5", "没有写单位"),
        ("每年100人", "100", "“每年”没有说数的是什么"),
    ],
)
def test_what_is_not_plain_in_a_figure_is_said(text: str, value: str, doubt: str) -> None:
    """A figure that was changed or put together is in doubt."""
    figure = read_figure(text, PROGRAMME)

    assert figure is not None
    assert (figure.value["value"], figure.doubt) == (value, doubt)


def test_a_minus_is_no_name_of_what_is_counted() -> None:
    """The figure is kept as text, with its sign."""
    assert read_figure("-5%", PROGRAMME) is None


def test_a_figure_that_names_nothing_does_not_take_its_general_heading_for_what_is_counted() -> None:
    """成果 counts nothing by itself."""
    assert said("outcomes", "50余场", "量化成果") == [("“量化成果”里的“50余场”没有拆成事项、数值和单位",)]


@each("text", ["带动3个村120户", "三等奖", "培训数十人", "几百场", "“十四五”规划", "第3名", "两场讲座", "H5 推送"])
def test_what_is_no_single_figure_is_none(text: str) -> None:
    """Nothing is made of several figures at once, of ranks, and of words that only look like numbers."""
    assert read_figure(text, PROGRAMME) is None


def test_numbers_stand_alone() -> None:
    """A cell for a number may have its word for round figures and its unit."""
    assert read_number("1200+人次") == ("1200", "余", "人次")
    assert read_number("约 3,000") == ("3000", "约", "")
    assert read_number("培训3人") is None


def test_figures_are_divided_where_no_number_is() -> None:
    """A comma inside a number divides nothing."""
    assert list(pieces_of("培训农户1200余人次、讲座30场；增收3,000元，覆盖12村\n1.受益2人")) == [
        "培训农户1200余人次",
        "讲座30场",
        "增收3,000元",
        "覆盖12村",
        "受益2人",
    ]


def test_values_are_divided_outside_brackets() -> None:
    """Signs in brackets and numbers before the parts divide nothing."""
    assert split_values("甲（一、二）、乙；丙\n1、丁\n（2）戊") == ["甲（一、二）", "乙", "丙", "丁", "戊"]


@each(
    ("text", "expected"),
    [
        ("张三（13800138000）", Cleaned("张三", ("手机号",))),
        ("张三 138 0013 8000", Cleaned("张三", ("手机号",))),
        ("李四（电话：010-62345678）", Cleaned("李四", ("电话",))),
        ("联系电话：13800138000，请联系", Cleaned("请联系", ("手机号",))),
        ("培训13800人", Cleaned("培训13800人")),
        ("收款账号：6222021234567890123。", Cleaned("", ("账号",))),
        ("建园3个。账号 6222 0212 3456 7890 123。", Cleaned("建园3个。", ("账号",))),
        ("办公电话：8359123", Cleaned("", ("电话",))),
        ("党员编号：320100198001010012", Cleaned("", ("身份证号",))),
    ],
)
def test_what_belongs_to_persons_is_taken_out(text: str, expected: Cleaned) -> None:
    """Numbers go with the labels and brackets that they leave empty, and their kind is told."""
    assert clean(text) == expected


@each(
    ("text", "bodies", "doubt"),
    [
        ("示例大学", [Body("示例大学")], ""),
        ("示例大学（盖章）", [Body("示例大学")], ""),
        ("示 例 大 学", [Body("示例大学")], ""),
        ("示例大学（威海）", [Body("示例大学（威海）")], ""),
        ("示例大学、乙示例学院", [Body("示例大学"), Body("乙示例学院")], "一格里写了几所学校，第一所算牵头的"),
        ("示例大学与乙示例大学", [Body("示例大学"), Body("乙示例大学")], "一格里写了几所学校，第一所算牵头的"),
        (
            "示例大学农学院茶学系党支部",
            [Body("示例大学", branch="农学院茶学系党支部", doubt="“农学院茶学系党支部”算作支部")],
            "",
        ),
    ],
)
def test_universities_are_read(text: str, bodies: list[Body], doubt: str) -> None:
    """Several in one cell are several; what is added to a name is told apart."""
    assert read_universities(text) == (bodies, doubt)


@each(
    ("text", "persons", "doubt"),
    [
        ("张三", [{"name": "张三"}], ""),
        ("王 芳", [{"name": "王芳"}], ""),
        ("张三（教授、博士生导师）", [{"name": "张三", "role": "教授、博士生导师"}], ""),
        ("张三教授", [{"name": "张三", "role": "教授"}], ""),
        ("张三、李四", [{"name": "张三"}, {"name": "李四"}], "一格里写了几个人，第一个算牵头的"),
        ("张三 李四", [{"name": "张三"}, {"name": "李四"}], "一格里写了几个人，第一个算牵头的"),
        ("示例党支部", [{"name": "示例党支部"}], "“示例党支部”不像姓名"),
    ],
)
def test_persons_are_read(text: str, persons: list[dict[str, str]], doubt: str) -> None:
    """A person is a name, and perhaps a role."""
    assert read_persons(text) == (persons, doubt)


def test_places_and_provinces_are_found_by_names() -> None:
    """What is only likely says so; where names of several provinces are in one, nothing is guessed."""
    whole = {"province": "甘肃", "city": "庆阳市", "county": "西峰区", "detail": "什社乡"}
    assert read_place("甘肃省庆阳市西峰区什社乡") == (whole, "")
    assert read_place("庆阳市西峰区什社乡") == (whole, "省份“甘肃”由地名推断")
    assert read_place("甘肃庆阳") == ({"province": "甘肃", "detail": "庆阳"}, "“庆阳”看不出是市、县还是别的")
    assert province_of("宁夏回族自治区") == "宁夏"
    assert [province_of_university(one) for one in ("南京示例大学", "示例大学", "北京示例大学珠海学院")] == [
        "江苏",
        "",
        "",
    ]


@each(
    ("path", "text", "expected"),
    [
        ("task", "科技赋能", [(("task",), "科技赋能", "")]),
        ("task", "technology-empowerment", [(("task",), "科技赋能", "")]),
        ("task", "教育服务类", [(("task",), "教育服务", "“教育服务类”读作“教育服务”")]),
        (
            "task",
            "党建联建、实践育人",
            [
                (("task",), "党建联建", "一格里写了几个任务类型，第一个算主要的"),
                (("also", 0), "实践育人", "一格里写了几个任务类型，第一个算主要的"),
            ],
        ),
        ("level", "国家级", [(("level",), "全国团队", "“国家级”读作“全国团队”")]),
        ("level", "省级团队", [(("level",), "省级团队", "")]),
        (
            "forms",
            "科技开发、云端讲坛",
            [(("forms", 0), "科技开发", ""), ("“列”里的“云端讲坛”不在词表里，没有填",)],
        ),
        ("keywords", "茶 产业 党建", [(("keywords", 0), one, "") for one in ("茶", "产业", "党建")]),
        (
            "partners",
            "示例公司（企业）；示例县农业农村局",
            [
                (("partners", 0), {"name": "示例公司", "kind": "企业"}, ""),
                (
                    ("partners", 0),
                    {"name": "示例县农业农村局", "kind": "政府部门"},
                    "“示例县农业农村局”的类别由名称推断",
                ),
            ],
        ),
        ("products", "专利：示例栽培法", [(("products", 0), {"kind": "专利", "name": "示例栽培法"}, "")]),
        (
            "honours",
            "全国党建工作样板支部（第三批）",
            [(("honours", 0), {"name": "全国党建工作样板支部", "level": "全国", "batch": "第三批"}, "")],
        ),
        ("period", "2024年9月至2025年6月", [(("period", "start"), "2024-09", ""), (("period", "end"), "2025-06", "")]),
        ("period.start", "长期", [("“列”里的“长期”不是能认出的日期，没有填",)]),
        ("outcomes.value", "1200余人次", [
            (("outcomes", "value"), "1200", ""),
            (("outcomes", "unit"), "人次", ""),
            (("outcomes", "qualifier"), "余", ""),
        ]),
        ("places.revitalisation", "是", [(("places", "revitalisation"), "true", "")]),
        ("background", "一。\n　　二。", [(("background",), "一。\n\n二。", "")]),
        ("summary", "一行\n又一行", [(("summary",), "一行又一行", "")]),
        ("title", "无", []),
        ("title", "《示例题目》", [(("title",), "示例题目", "")]),
        ("title", "读《示例》有感", [(("title",), "读《示例》有感", "")]),
    ],
)  # fmt: skip
def test_cells_are_read(path: str, text: str, expected: list[tuple[object, ...]]) -> None:
    """A cell becomes values; what has no place is kept as a note."""
    assert said(path, text) == expected


def test_what_may_be_no_university_is_marked() -> None:
    """Under 申报单位 stands a school as often, and anything else is no university at all."""
    assert said("university", "示例学院", "学校") == [(("university",), "示例学院", "")]
    assert said("university", "示例学院", "申报单位") == [(("university",), "示例学院", "“示例学院”也可能是校内的单位")]
    assert said("university", "示例县农业局", "学校") == [
        (("university",), "示例县农业局", "“示例县农业局”不像学校的名称")
    ]


def test_a_number_under_a_heading_is_what_the_heading_says() -> None:
    """The unit comes from brackets, or from what the heading counts."""
    assert said("outcomes", "1200", "培训人次") == [
        (("outcomes", 0), {"what": "培训人次", "value": "1200", "unit": "人次"}, "单位由列标题推断")
    ]
    assert said("outcomes", "3.5", "增收（万元）") == [
        (("outcomes", 0), {"what": "增收", "value": "3.5", "unit": "万元"}, "")
    ]


@each(
    ("parts", "expected"),
    [
        (("学校",), Meaning("value", ("university",))),
        (("学 校\n名称",), Meaning("value", ("university",))),
        (("高校名称（全称）",), Meaning("value", ("university",))),
        (("所在单位",), Meaning("value", ("university",))),
        (("学校代码",), Meaning("unknown")),
        (("学校（代码）",), Meaning("unknown")),
        (("案例名称（40字以内）",), Meaning("value", ("title",))),
        (("*案例题目",), Meaning("value", ("title",))),
        (("支部或单位",), Meaning("value", ("branch",))),
        (("title",), Meaning("value", ("title",))),
        (("period.start",), Meaning("value", ("period", "start"))),
        (("开展时间：开始日期",), Meaning("value", ("period", "start"))),
        (("开展时间", "开始"), Meaning("value", ("period", "start"))),
        (("负责人", "姓名"), Meaning("value", ("secretary",))),
        (("负责人", "职称"), Meaning("value", ("secretary", "role"))),
        (("成效数据（数值）",), Meaning("value", ("outcomes", "value"))),
        (("合作单位2",), Meaning("value", ("partners",), 1)),
        (("成效数据二", "数值"), Meaning("value", ("outcomes", "value"), 1)),
        (("合作单位1", "名称"), Meaning("value", ("partners", "name"), 0)),
        (("成效数据3", "单位"), Meaning("value", ("outcomes", "unit"), 2)),
        (("所属党支部全称",), Meaning("value", ("branch",))),
        (("基本情况", "学校"), Meaning("value", ("university",))),
        (("某某情况", "名称"), Meaning("unknown")),
        (("编号",), Meaning("id", ("id",))),
        (("序号",), Meaning("number")),
        (("备注",), Meaning("remark")),
        (("联系电话",), Meaning("personal")),
        (("负责人", "手机"), Meaning("personal")),
        (("E-mail",), Meaning("personal")),
        (("身份证号码",), Meaning("personal")),
        (("特色词",), Meaning("unknown")),
    ],
)
def test_headings_mean_keys(parts: tuple[str, ...], expected: Meaning) -> None:
    """Usual wordings, groups, notes in brackets and counts are understood; what is not sure is unknown."""
    assert HEADINGS.meaning(parts) == expected


def test_an_editor_says_what_headings_mean() -> None:
    """What is given counts before what is known; a heading without a key is left alone."""
    headings = Headings(PROGRAMME, {"特色词": "keywords", "学校": "", "第二单位": "partners.2.name"})

    assert headings.meaning(("特 色 词",)) == Meaning("value", ("keywords",))
    assert headings.meaning(("学校",)) == Meaning("left")
    assert headings.meaning(("第二单位",)) == Meaning("value", ("partners", "name"), 1)
