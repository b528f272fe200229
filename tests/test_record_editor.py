"""A value is put into its place in a record, and nothing else changes."""

import re
from copy import deepcopy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.case.edit import Edit, apply_edits
from generator.case.model import Case
from generator.reading.documents import Document, parse_document
from generator.reading.fault import Path
from generator.reading.record_editor import RecordEditor
from generator.reading.written_value import block_lines, flow_text, scalar_text
from tests.each import each

RECORD = """\
# 示例记录

title: '茶香'  # 可以改
task: 党建联建
period: {start: 2024, end: "2025"}
places:
  - province: 四川
    county: 示例县  # 县

  # 第二处
  - province: 贵州
keywords: [茶, 竹]
summary: |
  第一段。

  第二段。

branch:
university: 示例大学
"""


def read(text: str) -> Document:
    """Read a text that must be in order."""
    return parse_document("x.yml", text.encode())


def edited(text: str, do: str, path: Path, *values: Any) -> str:
    """Make one change by name and give the new text."""
    edits: tuple[Edit, ...] = getattr(RecordEditor(read(text), Case), do)(path, *values)
    return apply_edits(text, edits)


def changed_lines(old: str, new: str) -> tuple[list[str], list[str]]:
    """Give the lines that only the one or the other has, around the lines that both begin and end with."""
    before, after = old.split("\n"), new.split("\n")
    while before and after and before[0] == after[0]:
        before, after = before[1:], after[1:]
    while before and after and before[-1] == after[-1]:
        before, after = before[:-1], after[:-1]
    return before, after


@each(
    ("do", "path", "values", "gone", "come"),
    [
        ("set", ("title",), ["竹香"], ["title: '茶香'  # 可以改"], ["title: 竹香  # 可以改"]),
        ("set", ("title",), ["%"], ["title: '茶香'  # 可以改"], ['title: "%"  # 可以改']),
        ("set", ("title",), ["一\n二"], ["title: '茶香'  # 可以改"], ["title: |-  # 可以改", "  一", "  二"]),
        ("set", ("period", "start"), ["2024-09"], None, ['period: {start: 2024-09, end: "2025"}']),
        ("set", ("period", "end"), ["a, b"], None, ['period: {start: 2024, end: "a, b"}']),
        ("set", ("period",), [{"start": "2024"}], None, ["period:", "  start: 2024"]),
        ("set", ("places", 0, "county"), ["新县"], None, ["    county: 新县  # 县"]),
        ("set", ("places", 0, "city"), ["示例市"], [], ["    city: 示例市"]),
        ("set", ("places", 1), ["贵州"], ["  - province: 贵州"], ["  - 贵州"]),
        ("set", ("summary",), ["一句。"], ["summary: |", "  第一段。", "", "  第二段。"], ["summary: 一句。"]),
        ("set", ("branch",), ["示例支部"], ["branch:"], ["branch: 示例支部"]),
        ("set", ("secretary", "name"), ["示例甲"], [], ["secretary:", "  name: 示例甲"]),
        ("add", ("period",), [{"x": "1"}], None, ['period: {start: 2024, end: "2025", x: 1}']),
        ("add", ("places", 0), [{"detail": "村"}], [], ["    detail: 村"]),
        ("add", (), [{"also": ["教育服务"]}], [], ["also:", "  - 教育服务"]),
        ("add_item", ("keywords",), ["松: 柏"], None, ['keywords: [茶, 竹, "松: 柏"]']),
        (
            "add_item",
            ("places",),
            [{"province": "云南", "city": "示例市"}],
            [],
            ["  - province: 云南", "    city: 示例市"],
        ),
        ("add_item", ("university",), ["另一大学"], None, ["university:", "  - 示例大学", "  - 另一大学"]),
        ("wrap_in_list", ("university",), [], None, ["university:", "  - 示例大学"]),
        ("wrap_in_list", ("period",), [], None, ["period:", '  - {start: 2024, end: "2025"}']),
        ("rename", ("university",), ["universities"], None, ["universities: 示例大学"]),
        ("remove", ("keywords", 0), [], None, ["keywords: [竹]"]),
        ("remove", ("keywords", 1), [], None, ["keywords: [茶]"]),
        ("remove", ("places", 1), [], ["  - province: 贵州"], []),
        (
            "remove",
            ("places", 0, "province"),
            [],
            ["  - province: 四川", "    county: 示例县  # 县"],
            ["  - county: 示例县  # 县"],
        ),
        ("remove", ("period", "end"), [], None, ["period: {start: 2024}"]),
        ("remove", ("branch",), [], ["branch:"], []),
        ("remove", ("summary",), [], ["summary: |", "  第一段。", "", "  第二段。"], []),
    ],
)
def test_only_what_is_named_changes(
    do: str, path: Path, values: list[Any], gone: list[str] | None, come: list[str]
) -> None:
    """Every other line stays, with its comment, its quotes and its indent; so does CRLF."""
    new = edited(RECORD, do, path, *values)
    before, after = changed_lines(RECORD, new)

    assert come == after
    assert gone is None or gone == before
    assert edited(RECORD.replace("\n", "\r\n"), do, path, *values) == new.replace("\n", "\r\n")


@each(
    ("text", "do", "path", "values", "right"),
    [
        ("", "add", (), [{"title": "茶"}], "title: 茶\n"),
        ("# 空\n", "add", (), [{"title": "茶"}], "# 空\ntitle: 茶\n"),
        ("# 空", "add", (), [{"title": "茶"}], "# 空\ntitle: 茶\n"),
        ("title: 茶", "add", (), [{"task": "党建联建"}], "title: 茶\ntask: 党建联建"),
        ("title: 茶", "remove", ("title",), [], ""),
        ("{title: 茶}", "add", (), [{"task": "党建联建"}], "{title: 茶, task: 党建联建}"),
        ("# 头\ntask: 党建联建\n", "add", (), [{"title": "茶"}], "# 头\ntitle: 茶\ntask: 党建联建\n"),
        ("places:\n- city: 甲\n", "add", ("places", 0), [{"province": "乙"}], "places:\n- province: 乙\n  city: 甲\n"),
        ("keywords: []\n", "add_item", ("keywords",), ["茶"], "keywords:\n  - 茶\n"),
        ("keywords:\n", "add_item", ("keywords",), ["茶"], "keywords:\n  - 茶\n"),
        ("keywords:\n- 茶\ntitle: 竹\n", "add_item", ("keywords",), ["松"], "keywords:\n- 茶\n- 松\ntitle: 竹\n"),
        ("keywords: # 词\n  - 茶\n", "set", ("keywords",), ["松"], "keywords: 松 # 词\n"),
        (
            "outcomes:\n  - {what: 茶, value: }\n",
            "set",
            ("outcomes", 0, "value"),
            ["3"],
            "outcomes:\n  - {what: 茶, value: 3 }\n",
        ),
        (
            "places:\n  province: 甲\n\n  city: 乙\n",
            "wrap_in_list",
            ("places",),
            [],
            "places:\n  - province: 甲\n\n    city: 乙\n",
        ),
        ("title: 茶\n\n\n", "set", ("summary",), ["甲\n乙\n"], "title: 茶\nsummary: |\n  甲\n  乙\n\n\n"),
        ("keywords: [茶]\ntitle: 竹\n", "remove", ("keywords", 0), [], "title: 竹\n"),
        (
            "places:\n  - # 甲\n    city: 乙\n    detail: 丙\n",
            "remove",
            ("places", 0, "city"),
            [],
            "places:\n  - # 甲\n    detail: 丙\n",
        ),
    ],
)
def test_edges(text: str, do: str, path: Path, values: list[Any], right: str) -> None:
    """Files without a last line break, empty lists, lists without an indent, comments after a dash."""
    assert edited(text, do, path, *values) == right


def test_a_key_at_the_very_end_has_a_place() -> None:
    """A key without a value may end the text; a line break of another kind may follow it."""
    assert edited("? 竹\x85", "rename", ("竹",), "title").startswith("? title")


def test_nothing_is_added_to_a_text() -> None:
    """Where a text stands that would be lost, no key is added, and no item where a mapping stands."""
    assert edited(RECORD, "add", ("title",), {"name": "茶"}) == RECORD
    assert edited(RECORD, "add_item", ("period",), "茶") == RECORD


TEXTS = st.one_of(
    st.sampled_from(
        [
            "%",
            "@甲",
            "a: b",
            "- 茶",
            "#1",
            "茶 # 竹",
            "是",
            "~",
            "3,000",
            "'",
            '"',
            "\\",
            "",
            " ",
            "标题：茶",
            "[",
            "a\nb",
            "甲\n\n乙\n",
            " 甲\n乙",
            "null",
            "*",
            "&甲",
            "?",
            ":",
            "-",
            "---",
            "https://例.cn",
            "a\tb",
        ]
    ),
    st.text(alphabet="茶竹a:#-'\" \n,[]{}%：\x07\u2028|>?", max_size=8),
)


@given(TEXTS)
def test_texts_are_read_as_they_were_meant(text: str) -> None:
    """Whatever a text is, what is written for it gives it back: after a colon, after a dash, and in brackets."""
    lines = [
        "title:" + "\n".join(block_lines(text, "")),
        "keywords:\n  -" + "\n".join(block_lines(text, "  ", is_item=True)),
        f"period: {flow_text({'start': text, 'end': [text]})}",
    ]
    document = read("\n".join(lines) + "\n")

    assert document.faults == ()
    assert document.value == {"title": text, "keywords": [text], "period": {"start": text, "end": [text]}}


def test_quotes_only_where_yaml_needs_them() -> None:
    """Numbers, dates, addresses and Chinese signs stand as they are."""
    plain = ["2024", "3,000", "1:30", "https://example.edu.cn/a#b", "“强国行”", "30%", "a-b", "是"]
    quoted = {"%": '"%"', "甲: 乙": '"甲: 乙"', '"双带头人"培育': "'\"双带头人\"培育'", "# 一": '"# 一"', "": '""'}

    assert [scalar_text(text) for text in plain] == plain
    assert {text: scalar_text(text) for text in quoted} == quoted


def depth_of(value: Any) -> int:
    """Count the lists and mappings around the innermost text."""
    if isinstance(value, str):
        return 0
    return 1 + max(map(depth_of, value.values() if isinstance(value, dict) else value))


WORDS = st.sampled_from(["茶", "竹 b", "3,000", "a:b", "甲#乙", "it's"])
TREES = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3),
        st.dictionaries(st.sampled_from("abcd"), inner, min_size=1, max_size=3),
    ),
    max_leaves=8,
).filter(lambda tree: depth_of(tree) < 3)


class Writer:
    """Writes a value in a way of its own, as an editor might: styles, comments, blank lines as drawn."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.comments = 0

    def choose(self, *choices: Any) -> Any:
        """Draw one of some."""
        return self.draw(st.sampled_from(choices))

    def note(self) -> str:
        """Give a comment, or none."""
        if not self.choose(False, False, True):
            return ""
        self.comments += 1
        return f" # 说明{self.comments}"

    def scalar(self, text: str, indent: str) -> str:
        """Write a text in one of the styles."""
        style = self.choose("plain", "single", "double", "block", "below")
        if style == "single":
            return " '" + text.replace("'", "''") + "'" + self.note()
        if style == "double":
            return f' "{text}"' + self.note()
        if style == "block":
            return f" |-\n{indent}  {text}" + self.choose("", "\n")
        if style == "below":
            return f"{self.note()}\n{indent}  {text}{self.note()}"
        return f" {text}{self.note()}"

    def flow(self, value: Any) -> str:
        """Write a value in brackets."""
        if isinstance(value, dict):
            return "{" + ", ".join(f"{key}: {self.flow(child)}" for key, child in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(self.flow, value)) + "]"
        return "'" + value.replace("'", "''") + "'"

    def after_sign(self, value: Any, indent: str, *, is_item: bool) -> str:
        """Write what follows a colon or a dash."""
        if isinstance(value, str):
            return self.scalar(value, indent)
        if self.choose(False, False, True):
            return f" {self.flow(value)}{self.note()}"
        inner = indent + self.choose("  ", "    ")
        if isinstance(value, list) and not is_item and self.choose(True, False):
            inner = indent
        first = self.choose(True, False) and is_item
        if first:
            inner = indent + "  "
            return " " + self.lines(value, inner)[len(inner) :]
        return f"{self.note()}\n{self.lines(value, inner)}"

    def lines(self, value: Any, indent: str) -> str:
        """Write a list or a mapping in lines."""
        parts: list[str] = []
        children = value.items() if isinstance(value, dict) else enumerate(value)
        for number, (step, child) in enumerate(children):
            gap = self.choose("", "", "\n", f"{indent}#{self.note() or ' -'}\n") if number else ""
            sign = f"{step}:" if isinstance(value, dict) else "-"
            parts.append(f"{gap}{indent}{sign}{self.after_sign(child, indent, is_item=sign == '-')}")
        return "\n".join(parts)


@st.composite
def records(draw: st.DrawFn) -> tuple[dict[str, Any], str]:
    """Draw a value and a text in which it is written."""
    value = draw(st.dictionaries(st.sampled_from("abcd"), TREES, min_size=1, max_size=3))
    return value, Writer(draw).lines(value, "") + draw(st.sampled_from(["", "\n", "\n\n# 终\n"]))


def paths_of(value: Any, path: Path = ()) -> list[Path]:
    """Give every way to a value."""
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for step, child in children for found in paths_of(child, (*path, step)))]


def at(value: Any, path: Path) -> Any:
    """Look a value up."""
    for step in path:
        value = value[step]
    return value


def comments_of(text: str) -> set[str]:
    """Give the comments that a writer made."""
    return set(re.findall(r"# 说明\d+|# 终", text))


def stripped(value: Any) -> Any:
    """Leave out line breaks at the ends of texts: a last line without a break gains one when a line follows."""
    if isinstance(value, dict):
        return {key: stripped(child) for key, child in value.items()}
    return [stripped(child) for child in value] if isinstance(value, list) else value.rstrip("\n")


NEW = st.one_of(TEXTS, TREES)


@given(records(), NEW, st.data())
def test_set_changes_one_value(record: tuple[dict[str, Any], str], new: Any, data: st.DataObject) -> None:
    """After a value is set, the record has it in its place, and all other values and comments as before."""
    value, text = record
    assert value == read(text).value
    path = data.draw(st.sampled_from(paths_of(value)[1:]))
    right = deepcopy(value)
    at(right, path[:-1])[path[-1]] = new

    result = edited(text, "set", path, new)

    assert stripped(right) == stripped(read(result).value)
    if isinstance(at(value, path), str):
        assert comments_of(text) == comments_of(result)


@given(records(), NEW, st.data())
def test_add_changes_nothing_else(record: tuple[dict[str, Any], str], new: Any, data: st.DataObject) -> None:
    """After a key or an item is added, the record has it, and all other values and comments as before."""
    value, text = record
    path = data.draw(st.sampled_from([path for path in paths_of(value) if not isinstance(at(value, path), str)]))
    right = deepcopy(value)
    if isinstance(at(value, path), dict):
        at(right, path)["z"] = new
        result = edited(text, "add", path, {"z": new}, data.draw(st.sampled_from([None, *at(value, path)])))
    else:
        at(right, path).append(new)
        result = edited(text, "add_item", path, new)

    assert stripped(right) == stripped(read(result).value)
    assert comments_of(text) == comments_of(result)


def without(value: Any, path: Path) -> Any:
    """Leave a value out, with what holds it where nothing else is left in that."""
    if len(at(value, path[:-1])) == 1 and len(path) > 1:
        return without(value, path[:-1])
    right = deepcopy(value)
    del at(right, path[:-1])[path[-1]]
    return right


@given(records(), st.data())
def test_remove_changes_nothing_else(record: tuple[dict[str, Any], str], data: st.DataObject) -> None:
    """After a key or an item is removed, all other values are as before."""
    value, text = record
    path = data.draw(st.sampled_from(paths_of(value)[1:]))

    assert stripped(without(value, path)) == stripped(read(edited(text, "remove", path)).value)


@given(records(), st.data())
def test_rename_and_wrap_change_nothing_else(record: tuple[dict[str, Any], str], data: st.DataObject) -> None:
    """A key gets another name, or its value becomes the only item of a list; the value stays as it is."""
    value, text = record
    path = data.draw(st.sampled_from([path for path in paths_of(value) if path and isinstance(path[-1], str)]))
    renamed, wrapped = deepcopy(value), deepcopy(value)
    at(renamed, path[:-1])["z"] = at(renamed, path[:-1]).pop(path[-1])
    at(wrapped, path[:-1])[path[-1]] = [at(value, path)]

    assert stripped(renamed) == stripped(read(edited(text, "rename", path, "z")).value)
    assert stripped(wrapped) == stripped(read(edited(text, "wrap_in_list", path)).value)
