"""The handbook's tables say in words what the models and rules hold."""

import re
from pathlib import Path
from typing import Literal

import nh3
from pydantic import Field

from generator.case.date import PartialDate
from generator.case.kinds import Flag, Id, Level, Line, Link, Number, Prose, Province, WholeNumber, line
from generator.case.model import Model
from generator.case.programme import packaged_programme
from generator.outputs.handbook.blocks import blocks
from generator.outputs.handbook.draw import draw
from generator.outputs.handbook.fields import fields
from generator.reading.checks import CHECKS
from tests.each import each


class Part(Model):
    """部分。"""

    name: Line = Field(title="名称")
    """部分的名称。"""


class Whole(Model):
    """一份记录，每种值一个字段。"""

    short: line(40, shortest=4) = Field(title="短文")  # type: ignore[valid-type]
    """写 <b> 和 & 也不要紧。"""
    text: Prose | None = Field(None, title="长文")
    """长的文字。"""
    when: PartialDate | None = Field(None, title="日期")
    """写成 2025-07-01 这样。"""
    level: Level | None = Field(None, title="级别")
    """哪一级。"""
    province: Province | None = Field(None, title="省份")
    """哪个省。"""
    figure: Number = Field(title="数值")
    """多少。"""
    minutes: WholeNumber | None = Field(None, title="分钟", ge=1, le=1000)
    """多久。"""
    flag: Flag = Field(default=False, title="是否")
    """是不是。"""
    link: Link | None = Field(None, title="网址")
    """在哪里。"""
    other: Id | None = Field(None, title="编号")
    """哪一个。"""
    choice: Literal["a", "b"] = Field("a", title="选择")
    """选一个。"""
    size: Line = Field("a", title="大小", pattern="^(a|b)$")
    """多大。"""
    words: tuple[line(20), ...] = Field((), title="词", max_length=10)  # type: ignore[valid-type]
    """哪些词。"""
    part: Part | None = Field(None, title="部分")
    """一个部分。"""
    parts: tuple[Part, ...] = Field((), title="各部分")
    """几个部分。"""
    hidden: Id = Field(title="不写的", exclude=True)
    """来自文件名。"""


TABLE = draw("fields", fields(Whole, "x", packaged_programme()))
WORDS = blocks(packaged_programme())["vocabulary"]
RULES = blocks(packaged_programme())["rules"]


def cells(key: str) -> list[str]:
    """Give the cells of a key's row, without tags."""
    row = re.search(rf'<tr>[^\n]*id="x-{key}"[^\n]*', TABLE)
    assert row
    return [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row[0])]


@each(
    ("key", "shown"),
    [
        ("short", "一行文字，4–40 字"),
        ("text", "Markdown 正文，可以分段，不超过 20,000 字"),
        ("when", "日期：2024、2024-09 或 2024-09-01"),
        ("level", "受控词：全国团队、省级团队、市级团队、校级团队"),
        ("province", "受控词，见省级行政区"),
        ("figure", "数，可以有小数"),
        ("minutes", "整数，1–1000"),
        ("flag", "true 或 false，也可写“是”“否”"),
        ("link", "网址，以 https:// 或 http:// 开头"),
        ("other", "编号：小写英文字母、数字和连字符，不超过 60 个字符"),
        ("choice", "a、b之一"),
        ("size", "a、b之一"),
        ("words", "列表，至多 10 项；每项：一行文字，不超过 20 字"),
        ("part", "几个字段，见下表"),
        ("parts", "列表；每项：几个字段，见下表"),
        ("part-name", "一行文字，不超过 100 字"),
    ],
)
def test_kind_of_value(key: str, shown: str) -> None:
    """The table says which values a key takes, and within which limits."""
    assert shown == cells(key)[3]


def test_row() -> None:
    """A row has key, name, whether it is required, values and explanation, escaped."""
    assert cells("short") == [
        "short",
        "短文",
        "必填",
        "一行文字，4–40 字",
        "写 &lt;b&gt; 和 &amp; 也不要紧。",
    ]


def test_numbers_and_dates_are_not_broken() -> None:
    """A number stays with its unit, and a date is whole, also in an explanation."""
    assert '不超过 <span class="keys__short">20,000 字</span>' in TABLE
    assert "日期：<code>2024</code>、<code>2024-09</code> 或 <code>2024-09-01</code>" in TABLE
    assert "写成 <code>2025-07-01</code> 这样。" in TABLE


def test_optional_field_is_not_marked() -> None:
    """Only required keys are marked."""
    assert cells("when")[2] == ""


def test_field_from_the_file_name_has_no_row() -> None:
    """What editors do not write is not in the table."""
    assert "x-hidden" not in TABLE


def test_parts_follow_with_their_place() -> None:
    """A part has a heading that the row links to, and its keys' anchors begin with it."""
    assert '<h3 id="x-part-keys">部分 <code>part</code></h3>' in TABLE
    assert 'href="#x-part-keys"' in TABLE
    assert 'id="x-parts-name"' in TABLE


def test_figure_as_readers_see_it() -> None:
    """Each word for a round figure is shown as it is written and as it is read."""
    assert '<code>qualifier: 余</code></td><td data-label="读者看到">500余人次</td>' in WORDS
    assert '<code>qualifier: 以上</code></td><td data-label="读者看到">500人次以上</td>' in WORDS


def test_units_that_can_be_added() -> None:
    """The units that the overview adds are shown with what their totals mix, and the words that keep a figure out."""
    assert '<th scope="row">公斤、千克</th><td data-label="合计里有什么">捐赠、生产、节约的都在内</td>' in WORDS
    assert "单位前可以有十、百、千、万、" in WORDS
    assert "事项或说明里有人均、户均、" in WORDS


def test_words_for_every_task() -> None:
    """A kind of product says with which tasks it may be used."""
    assert '<th scope="row">精品党课</th><td data-label="可用于">党建联建</td>' in WORDS
    assert '<th scope="row">工作法</th><td data-label="可用于">各任务类型</td>' in WORDS


def test_rule_in_full() -> None:
    """A rule shows its name, its severity, why, and an excerpt with its indentation."""
    assert '<h3 id="date-invalid"><code>date-invalid</code></h3>' in RULES
    assert "<strong>日期写法不对，或者这一天不存在。</strong>（错误）" in RULES
    assert "<pre><code>period:\n  start: 2024-13-01\n</code></pre>" in RULES


def test_rules_are_complete() -> None:
    """Every rule has what it checks, why, an example and what to write instead."""
    parts = ("检查什么", "为什么", "例子", "应改为")

    assert [len(CHECKS)] * 4 == [RULES.count(f"<p><strong>{part}：</strong>") for part in parts]


def test_examples_say_what_they_are() -> None:
    """What a rule finds and what to write instead differ by their headings, and by what they look like."""
    labels = {"wrong": "例子", "right": "应改为"}

    assert {
        kind: len(re.findall(rf'<div class="example example--{kind}">\n<p><strong>{label}：</strong>', RULES))
        for kind, label in labels.items()
    } == dict.fromkeys(labels, len(CHECKS))


def test_lines_of_prose_are_joined() -> None:
    """A line break in a docstring leaves no space inside Chinese text."""
    prose = re.findall(r"<p>(.*?)</p>", RULES, re.DOTALL)

    assert [text for text in prose if "\n" in text or re.search(r"[\u4e00-\u9fff] [\u4e00-\u9fff]", text)] == []


@each("name", sorted(blocks(packaged_programme())))
def test_markup_is_clean(name: str) -> None:
    """An independent judge of HTML finds nothing to remove or to escape."""
    html = blocks(packaged_programme())[name]
    attributes = {"*": {"id", "class"}, "a": {"href"}, "th": {"scope"}, "td": {"data-label"}}
    attributes["div"] = {"role", "aria-label", "tabindex"}

    assert nh3.clean(html, attributes=attributes, link_rel=None).replace("&quot;", '"') == html.replace(
        "&quot;", '"'
    ).replace("&#x27;", "'")


def test_same_every_time() -> None:
    """The parts depend on nothing but the code."""
    assert blocks(packaged_programme()) == blocks.__wrapped__(packaged_programme())


HANDBOOK = Path(__file__).parents[1] / "content/handbook"


def test_pictures_are_small_and_described() -> None:
    """Every picture beside the pages is shown with words for those who do not see it, and is quickly there."""
    pages = "\n".join(path.read_text(encoding="utf-8") for path in HANDBOOK.glob("*.md"))
    shown = {name: words for words, name in re.findall(r"^!\[([^\]]+)\]\(([^)]+)\)$", pages, re.MULTILINE)}
    sizes = {path.name: path.stat().st_size for path in HANDBOOK.glob("*.webp")}

    assert shown.keys() == sizes.keys()
    assert [name for name, size in sizes.items() if size > 120_000] == []
    assert [words for words in shown.values() if not re.search(r"[\u4e00-\u9fff]{4}", words)] == []
