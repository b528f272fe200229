"""What a file says anew gets into a record, and no comment, no order and no other byte is lost."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from generator.intake.marks import marks_of
from generator.intake.merge import Change, merge
from generator.intake.proposal import Origin, Path, ProposedCase, ProposedValue
from generator.intake.record_changes import changed_record
from generator.reading.documents import Document, parse_document
from generator.reading.written_comments import written_comments
from tests.each import each

HERE = Origin("第二轮.xlsx", row=5, column="D")
RECORD = """\
# 由导入生成：第一轮.xlsx 第3行

# 来自 第一轮.xlsx 第3行 B列
title: 示例标题  # 已和学校核对
# 编者：这一条先不动
# 来自 第一轮.xlsx 第3行 C列
# 待核：由学校名称推断
province: 甘肃
period:
  # 来自 第一轮.xlsx 第3行 E列
  start: 2024-09  # 起
  # 编者：迄要再问
  end: 2025-06
# 来自 第一轮.xlsx 第3行 F列
partners:
  # 编者：排第一
  - name: 示例甲公司
    kind: 企业  # 核对过
  # 来自 第一轮.xlsx 第4行 F列
  # 待核：由文字拆出
  - name: 示例乙公司  # 要问

# 编者：下面是正文
summary: |  # 摘自申报表
  第一段。

  # 不是注释
keywords: [茶, "# 竹"]  # 两个
status: draft
"""


def read(text: str) -> Document:
    """Read a record."""
    return parse_document("x.yml", text.encode())


def said(path: Path, value: Any, doubt: str = "") -> Change:
    """Give a change with its place."""
    return Change(path, value, (ProposedValue(path, value, HERE, doubt),))


def changed(text: str, *changes: Change) -> str:
    """Make changes that can be made."""
    data, failed = changed_record(read(text), text.encode(), changes)
    assert failed == ()
    return data.decode()


def lines_changed(new: str, old: str = RECORD) -> tuple[list[str], list[str]]:
    """Give the lines that only the old text and only the new text has."""
    before, after = Counter(old.splitlines()), Counter(new.splitlines())
    return sorted((before - after).elements()), sorted((after - before).elements())


@each(
    ("change", "gone", "come"),
    [
        (
            said(("title",), "新标题"),
            ["# 来自 第一轮.xlsx 第3行 B列", "title: 示例标题  # 已和学校核对"],
            ["# 来自 第二轮.xlsx 第5行 D列", "title: 新标题  # 已和学校核对"],
        ),
        (
            said(("province",), "陕西", "由地点推断"),
            ["# 来自 第一轮.xlsx 第3行 C列", "# 待核：由学校名称推断", "province: 甘肃"],
            ["# 来自 第二轮.xlsx 第5行 D列", "# 待核：由地点推断", "province: 陕西"],
        ),
        (
            said(("period", "end"), "2025-07"),
            ["  end: 2025-06"],
            ["  # 来自 第二轮.xlsx 第5行 D列", "  end: 2025-07"],
        ),
        (
            said(("period",), {"start": "2023"}),
            ["  # 来自 第一轮.xlsx 第3行 E列", "  start: 2024-09  # 起", "  # 编者：迄要再问", "  end: 2025-06"],
            ["# 起", "# 编者：迄要再问", "# 来自 第二轮.xlsx 第5行 D列", "  start: 2023"],
        ),
        (
            said(("partners", 1, "kind"), "企业"),
            ["  # 来自 第一轮.xlsx 第4行 F列"],
            ["  # 来自 第二轮.xlsx 第5行 D列", "    kind: 企业"],
        ),
        (
            said(("partners", 2), {"name": "示例丙公司"}),
            [],
            ["  # 来自 第二轮.xlsx 第5行 D列", "  - name: 示例丙公司"],
        ),
        (
            said(("summary",), "新的。"),
            ["summary: |  # 摘自申报表", "  第一段。", "", "  # 不是注释"],
            ["# 摘自申报表", "# 来自 第二轮.xlsx 第5行 D列", "summary: 新的。"],
        ),
        (
            said(("keywords", 2), "桑"),
            ['keywords: [茶, "# 竹"]  # 两个'],
            ["# 来自 第二轮.xlsx 第5行 D列", 'keywords: [茶, "# 竹", 桑]  # 两个'],
        ),
        (
            said(("lessons",), "一\n\n二"),
            [],
            ["# 来自 第二轮.xlsx 第5行 D列", "lessons: |-", "  一", "", "  二"],
        ),
        (
            Change(("partners", 1), None),
            ["  # 来自 第一轮.xlsx 第4行 F列", "  # 待核：由文字拆出", "  - name: 示例乙公司  # 要问"],
            ["  # 要问"],
        ),
        (
            Change(("partners", 0), None),
            ["  - name: 示例甲公司", "    kind: 企业  # 核对过"],
            ["  # 核对过"],
        ),
    ],
    ids=lambda one: "-".join(map(str, one.path)) if isinstance(one, Change) else "",
)
def test_a_change_touches_its_value_and_what_is_said_of_it(change: Change, gone: list[str], come: list[str]) -> None:
    """The editor's comments stay where they are, or above the value that they stood in; ours are renewed."""
    actual = lines_changed(changed(RECORD, change))

    assert actual == (sorted(gone), sorted(come))


def test_what_goes_takes_what_was_said_of_it_along() -> None:
    """Of a list whose last item goes nothing of ours stays to be taken for what is said of the next key."""
    text = "title: 一\n# 来自 第一轮.xlsx 第3行 F列\npartners:\n  - name: 示例甲公司  # 问过\nstatus: draft\n"

    assert changed(text, Change(("partners", 0), None)) == "title: 一\n# 问过\nstatus: draft\n"


@each("breaks", ["\n", "\r\n"])
@each("mark", ["", "\ufeff"])
def test_breaks_and_the_byte_order_mark_stay(breaks: str, mark: str) -> None:
    """A record keeps the line breaks and the first bytes of its editor's program."""
    text = mark + RECORD.replace("\n", breaks)

    actual = changed(text, said(("lessons",), "一\n\n二"), said(("partners", 2), {"name": "示例丙公司"}))

    assert actual.startswith(mark + "# 由导入生成")
    assert actual.count("\ufeff") == len(mark)
    assert actual.count("\n") == actual.count(breaks)


def test_what_cannot_be_made_is_given_back() -> None:
    """Where a text stands in the way, nothing is changed."""
    change = said(("period", "start"), "2024")

    text = "period: 去年\n"

    assert changed_record(read(text), text.encode(), (change,)) == (text.encode(), (change,))


@each(
    ("text", "expected"),
    [
        ("a: 1 # 一\n# 二\nb: '# 三' # 四\n", ("# 一", "# 二", "# 四")),
        ("a: | # 一\n  # 二\n\n  三\n# 四\nb: x#y\n", ("# 一", "# 四")),
        ("a: >-\n  一\n  # 二\n# 三\n", ("# 三",)),
        ("a: [一, # 二\n  '三 # 四'] # 五\n", ("# 二", "# 五")),
        ("'# 一': 二\n", ()),
        ("a:\n  - b: 一\n    # 二\n  - 三\n  # 四\n", ("# 二", "# 四")),
        ("", ()),
    ],
)
def test_comments_are_what_yaml_takes_for_them(text: str, expected: tuple[str, ...]) -> None:
    """What stands in texts is none, whatever it looks like."""
    assert written_comments(read(text)) == expected


# Many.

WORDS = ("茶", "竹", "# 松", "桑: 麻", "'梅'", '"兰"', "一\n\n二", "- 菊", "12", "null", "{莲}", "长" * 30, "尾 # 注")
KEYS = ("title", "summary", "branch", "background", "lessons", "province")


class Writing:
    """Writes a record by hand, with comments wherever YAML takes them."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.lines: list[str] = []
        self._notes = 0

    def record(self) -> str:
        """Give a record."""
        keys = ("partners", "period", "keywords", *KEYS)
        for key in self.chance.sample(keys, self.chance.randrange(3, 9)):
            self.above("")
            getattr(self, key)() if key not in KEYS else self.text(key, "", self.chance.choice(WORDS))
        self.above("")
        return "\n".join([*self.lines, ""])

    def note(self) -> str:
        """Give a comment of the editor's, or none."""
        self._notes += 1
        first = self.chance.choice(WORDS).splitlines()[0]
        return f"# 编者 {self._notes}：{first}" if self.chance.random() < 0.4 else ""

    def behind(self) -> str:
        """Give what follows a value on its line."""
        return f"  {note}" if (note := self.note()) else ""

    def above(self, indent: str) -> None:
        """Write what stands above a value: the editor's comment, and ours."""
        if note := self.note():
            self.lines += [*([""] * (self.chance.random() < 0.2)), f"{indent}{note}"]
        if self.chance.random() < 0.5:
            self.lines.append(f"{indent}# 来自 第一轮.xlsx 第{self.chance.randrange(3, 40)}行 C列")
            self.lines += [f"{indent}# 待核：由文字拆出"] * (self.chance.random() < 0.3)

    def text(self, key: str, indent: str, value: str, dash: str = "") -> None:
        """Write a key with a text."""
        if "\n" in value:
            self.lines.append(f"{indent}{dash}{key}: |-{self.behind()}")
            self.lines += [f"{indent}{' ' * len(dash)}  {one}" if one else "" for one in value.split("\n")]
        else:
            quoted = "'" + value.replace("'", "''") + "'"
            self.lines.append(f"{indent}{dash}{key}: {quoted}{self.behind()}")

    def keywords(self) -> None:
        """Write a list of texts, in one line or in several."""
        words = self.chance.sample(("茶", "竹", "松", "桑"), self.chance.randrange(1, 4))
        if self.chance.random() < 0.5:
            self.lines.append(f"keywords: [{', '.join(words)}]{self.behind()}")
            return
        self.lines.append(f"keywords:{self.behind()}")
        for word in words:
            self.above("  ")
            self.lines.append(f"  - {word}{self.behind()}")

    def period(self) -> None:
        """Write a mapping."""
        self.lines.append(f"period:{self.behind()}")
        for part in ("start", "end")[: self.chance.randrange(1, 3)]:
            self.above("  ")
            self.text(part, "  ", str(self.chance.randrange(2019, 2026)))

    def partners(self) -> None:
        """Write a list of mappings."""
        self.lines.append(f"partners:{self.behind()}")
        for name in self.chance.sample("甲乙丙丁", self.chance.randrange(1, 4)):
            self.above("  ")
            self.text("name", "  ", f"示例{name}公司", "- ")
            if self.chance.random() < 0.6:
                self.above("    ")
                self.text("kind", "    ", self.chance.choice(WORDS))


def file_of(chance: random.Random) -> dict[str, Any]:
    """Give what a second file says."""
    said = {key: chance.choice(WORDS) for key in chance.sample(KEYS, chance.randrange(0, 4))}
    more: dict[str, Any] = {
        "keywords": chance.sample(("茶", "竹", "松", "桑", "麻"), chance.randrange(1, 5)),
        "period": {"start": str(chance.randrange(2019, 2026)), "end": "2026"},
        "partners": [
            {"name": f"示例{name}公司", **({"kind": chance.choice(WORDS)} if chance.random() < 0.5 else {})}
            for name in chance.sample("甲乙丙丁戊", chance.randrange(1, 5))
        ],
    }
    return {**said, **{key: more[key] for key in chance.sample(sorted(more), chance.randrange(1, 4))}}


def edited(chance: random.Random, values: dict[str, Any]) -> dict[str, Any]:
    """Give what was imported before the editor changed something by hand."""
    return {key: value for key, value in values.items() if chance.random() < 0.7}


def comments_of(text: str) -> Counter[str]:
    """Count the editor's comments."""
    found = written_comments(read(text))
    return Counter(one for one in found if not one.startswith(("# 来自", "# 待核")))


def test_a_thousand_updates_lose_no_byte_of_comments(tenth: Callable[[Sequence[int]], list[int]]) -> None:
    """Whatever the record looks like and whatever the file says, each comment of the editor's is there afterwards.

    All changes are made, and values that the file did not change are what they were.
    """
    changes = 0
    for seed in tenth(range(1000)):
        chance = random.Random(seed)  # noqa: S311
        text = Writing(chance).record()
        values = read(text).value
        file, base, mode = file_of(chance), edited(chance, values), chance.choice(("update", "replace"))
        case = ProposedCase(tuple(ProposedValue((key,), value, HERE) for key, value in file.items()), (), HERE)
        merged = merge(values, file, case, mode, marks_of(base))  # type: ignore[arg-type]

        data, failed = changed_record(read(text), text.encode(), merged.changes)

        after = parse_document("x.yml", data)
        assert failed == (), seed
        assert comments_of(data.decode()) == comments_of(text), seed
        untouched = values.keys() - {one.path[0] for one in merged.changes}
        assert {key: after.value.get(key) for key in untouched} == {key: values[key] for key in untouched}, seed
        once_more = merge(after.value, file, case, mode, merged.marks)  # type: ignore[arg-type]
        assert once_more.changes == (), seed
        changes += len(merged.changes)

    assert changes > 100
