"""Names that stand in one text are told apart, and one name that looks like several is left alone."""

from generator.reading.checks.names_joined import joined_names
from tests.each import each

JOINED: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "universities": ("university", "示例大学、示例理工大学", ("示例大学", "示例理工大学")),
    "universities by a word": ("university", "示例大学与示例师范学院", ("示例大学", "示例师范学院")),
    "three universities": ("university", "甲乙大学，丙丁大学；戊己学院", ("甲乙大学", "丙丁大学", "戊己学院")),
    "universities in brackets": ("university", "示例大学（牵头）/示例党校", ("示例大学（牵头）", "示例党校")),
    "universities and others": ("university", "示例大学、示例学院等5所高校", ("示例大学", "示例学院")),
    "branches": ("branch", "水产学院党委、科技特派员党支部", ("水产学院党委", "科技特派员党支部")),
    "branches by number": ("branch", "示例系教师第一、第二党支部", ("示例系教师第一党支部", "示例系教师第二党支部")),
    "branches by numbers": (
        "branch",
        "示例系第一、二和三学生党支部",
        ("示例系第一学生党支部", "示例系第二学生党支部", "示例系第三学生党支部"),
    ),
    "branches, the second in short": (
        "branch",
        "示例系教师第一党支部、第二党支部",
        ("示例系教师第一党支部", "示例系教师第二党支部"),
    ),
    "secretaries": ("secretary", "甲示例、乙示例", ("甲示例", "乙示例")),
    "secretaries and others": ("secretary", "甲示例，示例·乙等3位", ("甲示例", "示例·乙")),
}
ONE = {
    ("university", "示例大学"),
    ("university", "和田示例学院"),
    ("university", "示例与样例联合大学"),
    ("university", "示例大学文学院、理学院"),
    ("university", "示例大学、示例局"),
    ("branch", "电子、机械联合党支部"),
    ("branch", "教务处和学生处联合党支部"),
    ("branch", "示例系教师第一党支部"),
    ("branch", "示例系一、二年级党支部"),
    ("secretary", "甲示例"),
    ("secretary", "示例和"),
    ("secretary", "甲示例、教授"),
    ("secretary", "示例·乙"),
}


@each("name", JOINED)
def test_names_are_told_apart(name: str) -> None:
    """Whole names that a mark or a word joins are several, also where what they share is said once."""
    key, text, names = JOINED[name]

    assert names == joined_names(key, text)


@each(("key", "text"), sorted(ONE))
def test_one_name_is_left_alone(key: str, text: str) -> None:
    """A text of which a part is no whole name is one name."""
    assert (text,) == joined_names(key, text)
