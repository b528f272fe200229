"""Prose loses its marks by a simple rule, which is right for most of what editors write."""

from generator.case.markdown import parse_prose
from generator.case.prose import plain_text
from generator.outputs.search.flat import flat
from tests.each import each


@each(
    "prose",
    [
        "一段。",
        "一段。\n\n又一段，**粗**的。",
        "## 标题\n\n正文",
        "- 一\n- 二\n\n1. 甲；\n2. 乙；",
        "前言\n\n| 年份 | 站点（个） |\n|---|---:|\n| 2024 | 99 |\n\n后记",
        "2024年。1200余人次，3.5万元",
        "-5度；*号",
        "",
    ],
)
def test_flat_as_the_reader_of_markdown(prose: str) -> None:
    """Paragraphs, lists, headings, bold words and tables give the text that the reader of Markdown gives."""
    assert plain_text(parse_prose(prose)).strip("\n") == flat(prose)


@each("prose", ["见[报道](https://a.example/)。", "*强调*", "> 引文", "脚注[^1]\n\n[^1]: 注"])
def test_what_flat_does_not_know(prose: str) -> None:
    """Where it is wrong it differs, so whoever compares finds out."""
    assert plain_text(parse_prose(prose)).strip("\n") != flat(prose)
