"""The file of a programme, content/programme.yml, as an editor writes it."""

from typing import Literal

from pydantic import Field

from generator.case.kinds import Flag, Id, Line, line
from generator.case.model.base import Model

MOST_WORDS = 500
"""The most words of a list; with more nobody finds one."""
MOST_TASKS = 40
FilterKey = Literal[
    "task", "form", "partner", "place", "province", "year", "university", "level", "product", "keyword", "also"
]
"""The facets by which readers filter."""


class WordEntry(Model):
    """词条。"""

    id: Id = Field(title="编号")
    """网址的一部分，发布以后不再改。"""
    name: line(40) = Field(title="名称")  # type: ignore[valid-type]
    """记录里填写、页面上显示的词。"""
    also: tuple[Line, ...] = Field((), title="别的写法", max_length=30)
    """记录里也可以写的词。"""
    formerly: tuple[Line, ...] = Field((), title="原名", max_length=30)
    """改名以前的词；记录里还这样写的，照读，并提示改写。"""
    renamed_from: tuple[Id, ...] = Field((), title="原编号", max_length=30)
    """改编号以前的编号；原来的网址转到新的。"""
    asked: line(20) | None = Field(None, title="怎样问")  # type: ignore[valid-type]
    """首页上怎样问起它，例如“讲党课”；不写，照 questions 里的说法。"""
    ours: Flag = Field(False, title="自拟")
    """通知里没有、自己补充的词写 true。"""
    rest: Flag = Field(False, title="其余")
    """收其余各类的词写 true；两个案例都有它，不算相似。"""


class HueEntry(Model):
    """颜色。"""

    light: Line | None = Field(None, title="浅色")
    """浅色页面、印刷、封面和海报上的颜色，例如 "#25538c"。"""
    dark: Line | None = Field(None, title="深色")
    """深色页面上的颜色；不写由程序算出。"""
    high_contrast: Line | None = Field(None, title="高对比")
    """高对比页面上的颜色；不写由程序算出。"""
    high_contrast_dark: Line | None = Field(None, title="深色高对比")
    """深色的高对比页面上的颜色；不写由程序算出。"""


class TintEntry(Model):
    """浅底。"""

    light: Line | None = Field(None, title="浅色")
    """浅色页面上的浅底；不写由程序算出。"""
    dark: Line | None = Field(None, title="深色")
    """深色页面上的浅底；不写由程序算出。"""


class TaskEntry(Model):
    """任务类型。"""

    id: Id = Field(title="编号")
    """网址的一部分，发布以后不再改。"""
    name: line(20) = Field(title="名称")  # type: ignore[valid-type]
    """任务类型的名称。"""
    definition: line(300) = Field(title="定义")  # type: ignore[valid-type]
    """给读者看的一句话。"""
    aim: line(200) | None = Field(None, title="目标")  # type: ignore[valid-type]
    """要达到什么，贴近通知的说法，不带句号。"""
    audiences: tuple[Line, ...] = Field((), title="面向", max_length=30)
    """和谁一起做，为谁做。"""
    hue: HueEntry | None = Field(None, title="颜色")
    """任务的颜色；只写 light 也可以，不写由程序选。"""
    tint: TintEntry | None = Field(None, title="浅底")
    """同色的浅底；不写由程序算出。"""
    sign: line(4000) | None = Field(None, title="标志")  # type: ignore[valid-type]
    """画在 24×24 的格子里的 SVG 图形；不写由程序画一个简单的。"""
    forms: tuple[WordEntry, ...] = Field((), title="工作形式", max_length=MOST_WORDS)
    """这项任务自己的工作形式。"""
    products: tuple[WordEntry, ...] = Field((), title="成果种类", max_length=MOST_WORDS)
    """这项任务自己的成果种类。"""
    formerly: tuple[Line, ...] = Field((), title="原名", max_length=30)
    """改名以前的名称。"""
    renamed_from: tuple[Id, ...] = Field((), title="原编号", max_length=30)
    """改编号以前的编号；原来的网址转到新的。"""


class HonourEntry(Model):
    """荣誉。"""

    id: Id = Field(title="编号")
    """小写英文字母、数字和连字符。"""
    name: Line = Field(title="名称")
    """荣誉的名称，按文件的写法。"""
    level: Line = Field(title="级别")
    """全国、省级、校级等。"""
    batches: tuple[Line, ...] = Field((), title="批次", max_length=30)
    """评了哪几批；不分批的不写。"""


class QualifierEntry(Model):
    """约数词。"""

    name: line(10) = Field(title="约数词")  # type: ignore[valid-type]
    """例如“余”。"""
    place: Literal["before", "after", "end"] = Field(title="位置")
    """before 在数字前，after 在数字与单位之间，end 在单位后。"""


class UnitEntry(Model):
    """可以相加的单位。"""

    name: line(20) = Field(title="单位")  # type: ignore[valid-type]
    """例如“人次”。"""
    also: tuple[Line, ...] = Field((), title="别的写法", max_length=30)
    """同一单位的别的写法。"""
    holds: Line = Field(title="合计里有什么")
    """合计里混着哪些不同的东西，不带句号。"""


class StatusNames(Model):
    """状态的名称。"""

    draft: line(10) | None = Field(None, title="草稿")  # type: ignore[valid-type]
    """还在写的。"""
    submitted: line(10) | None = Field(None, title="已报送")  # type: ignore[valid-type]
    """报上来的。"""
    reviewed: line(10) | None = Field(None, title="已审核")  # type: ignore[valid-type]
    """审过的。"""
    published: line(10) | None = Field(None, title="已发布")  # type: ignore[valid-type]
    """读者看得到的。"""
    withdrawn: line(10) | None = Field(None, title="已撤下")  # type: ignore[valid-type]
    """撤下来的。"""


class QuestionEntry(Model):
    """首页的问题。"""

    title: line(20) | None = Field(None, title="标题")  # type: ignore[valid-type]
    """这一组问题的标题，例如“和谁一起做”；不写用字段的名称。"""
    ask: line(40) | None = Field(None, title="问法")  # type: ignore[valid-type]
    """怎样问一个词，词的位置写 {word}，例如“与{word}合作”；不写，就是词本身。"""


class QuestionEntries(Model):
    """首页的问题。"""

    partners: QuestionEntry | None = Field(None, title="合作单位")
    """按合作单位的类别问。"""
    forms: QuestionEntry | None = Field(None, title="工作形式")
    """按工作形式问。"""


class BranchLabel(Model):
    """怎样称呼单位。"""

    has: Line | None = Field(None, title="含有")
    """名称里有这个词的单位；不写，管其余的。"""
    label: line(20) = Field(title="叫作")  # type: ignore[valid-type]
    """案例页上怎样称呼它。"""


class ProgrammeFile(Model):
    """行动的词。"""

    name: line(60) = Field(title="行动名称")  # type: ignore[valid-type]
    """这项行动或征集叫什么。"""
    call: line(100) | None = Field(None, title="通知")  # type: ignore[valid-type]
    """页面上怎样提到通知；没有通知的不写。"""
    call_short: line(40) | None = Field(None, title="通知的简称")  # type: ignore[valid-type]
    """规则里怎样简称通知；不写用 call。"""
    source: line(200) | None = Field(None, title="词表的来源")  # type: ignore[valid-type]
    """手册里怎样说明词表的来源；不写用 call。"""
    counted: line(20) | None = Field(None, title="任务怎样数")  # type: ignore[valid-type]
    """数目后面的话，例如“项任务”，读作“四项任务”；不写是“类案例”。"""
    actor: line(20) | None = Field(None, title="谁在做")  # type: ignore[valid-type]
    """谁在做，用在字段说明和手册的例子里，例如“小队”；不写是“单位”。"""
    unit: line(20) | None = Field(None, title="谁在做的通称")  # type: ignore[valid-type]
    """谁在做的通称，例如“示例小分队”；不写用 actor。"""
    tasks: tuple[TaskEntry, ...] = Field(title="任务类型", min_length=1, max_length=MOST_TASKS)
    """任务类型，按通知的顺序；至少一项。"""
    forms: tuple[WordEntry, ...] = Field((), title="通用的工作形式", max_length=MOST_WORDS)
    """各项任务都可以用的工作形式。"""
    products: tuple[WordEntry, ...] = Field((), title="通用的成果种类", max_length=MOST_WORDS)
    """各项任务都可以用的成果种类。"""
    partner_kinds: tuple[WordEntry, ...] = Field((), title="合作单位类别", max_length=MOST_WORDS)
    """合作单位的类别；没有，就不用合作单位这个字段。"""
    team_kinds: tuple[WordEntry, ...] = Field((), title="团队类别", max_length=MOST_WORDS)
    """团队的类别；没有，就不用团队这个字段。"""
    levels: tuple[WordEntry, ...] = Field((), title="级别", max_length=MOST_WORDS)
    """团队的级别；没有，就不用级别这个字段。"""
    honours: tuple[HonourEntry, ...] = Field((), title="荣誉", max_length=MOST_WORDS)
    """通知里有的荣誉。"""
    qualifiers: tuple[QualifierEntry, ...] | None = Field(None, title="约数词", max_length=MOST_WORDS)
    """成效数据的约数词；不写用程序里的。"""
    units: tuple[UnitEntry, ...] | None = Field(None, title="可以相加的单位", max_length=MOST_WORDS)
    """数据概览里可以相加的单位；不写用程序里的。"""
    statuses: StatusNames | None = Field(None, title="状态")
    """五种状态叫什么；不写用程序里的。"""
    questions: QuestionEntries | None = Field(None, title="首页的问题")
    """首页怎样把词表问成读者的问题；不写，照字段的名称和词本身。"""
    required: tuple[Line, ...] = Field((), title="必填字段", max_length=60)
    """除标题、任务类型和内容提要外必填的字段，写字段名。"""
    unused: tuple[Line, ...] = Field((), title="不用的字段", max_length=60)
    """用不着的字段，写字段名；空白记录和手册里不出现，记录里也不能写。"""
    labels: dict[Line, line(20)] = Field({}, title="字段的名称", max_length=100)  # type: ignore[valid-type]
    """字段在这里叫什么，例如 branch: 推荐单位。"""
    about: dict[Line, line(300)] = Field({}, title="字段的说明", max_length=100)  # type: ignore[valid-type]
    """字段在这里怎样解释。"""
    filters: tuple[FilterKey, ...] = Field((), title="展开的筛选", max_length=20)
    """检索页上展开的筛选，按这个顺序；没有写的收起，排在后面。不写用程序里的顺序：任务、工作形式、合作单位、地点、地区、年份。"""
    branch_labels: tuple[BranchLabel, ...] = Field((), title="单位的称呼", max_length=30)
    """案例页上怎样称呼 branch 里写的单位；不写就用字段的名称。"""
