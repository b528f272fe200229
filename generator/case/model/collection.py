"""A collection: what an editor selects and orders, and the book made of it."""

from pydantic import Field

from generator.case.date import PartialDate
from generator.case.kinds import Flag, Id, Line, Prose, Province, TaskName, WholeNumber, line
from generator.case.model.base import Model


class Selection(Model):
    """按条件选取案例；各条件须同时满足。"""

    task: TaskName | None = Field(None, title="任务类型")
    """只取这个任务类型的案例。"""
    province: Province | None = Field(None, title="省份")
    """只取学校在这个省份的案例。"""
    year: WholeNumber | None = Field(None, title="年份", ge=1900, le=2100)
    """只取这一年的案例。"""
    keyword: Line | None = Field(None, title="关键词")
    """只取有这个关键词的案例。"""


class Section(Model):
    """案例集的一个部分。"""

    title: Line = Field(title="标题")
    """这一部分的标题。"""
    cases: tuple[Id, ...] = Field((), title="案例")
    """案例编号，按顺序。"""
    select: Selection | None = Field(None, title="选取条件")
    """不逐个列出时，按条件选取，新的在前。"""


class Book(Model):
    """汇编的开本、出血和封面。"""

    size: Line = Field("16k", title="开本", pattern="^(16k|a4|b5)$")
    """16k（185×260 毫米）、a4（210×297 毫米）或 b5（176×250 毫米）；不写是 16k。"""
    bleed: Flag = Field(False, title="出血")
    """写 true，anliji book 做的印刷用汇编带 3 毫米出血和裁切线；网站上的汇编不带。"""
    cover: TaskName | None = Field(None, title="封面颜色")
    """封面的颜色，写任务类型的名称；不写的由程序配，收案例最多的案例集用红色。"""


class Collection(Model):
    """案例集：有题名、有顺序、有前言的一组案例。"""

    id: Id = Field(title="编号", exclude=True)
    """文件名（不含 .yml），也是网址的一部分；不写在文件里。"""
    title: line(40) = Field(title="题名")  # type: ignore[valid-type]
    """案例集的题名。"""
    subtitle: line(60) | None = Field(None, title="副题名")  # type: ignore[valid-type]
    """副题名。"""
    editor: Line = Field(title="编者")
    """编选单位。"""
    date: PartialDate = Field(title="日期")
    """编成的日期。"""
    foreword: Prose | None = Field(None, title="前言")
    """为什么编这一本，收了哪些案例，怎样选的。"""
    afterword: Prose | None = Field(None, title="后记")
    """编成的经过，要感谢的人和单位。"""
    sections: tuple[Section, ...] = Field((), title="各部分")
    """不写时按{counted}的顺序收入全部案例。"""
    book: Book = Field(Book(), title="汇编版式")
    """汇编的开本、出血和封面；都有默认的，要改才写。"""
