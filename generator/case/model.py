"""What a case is: every key of a record, its limits, and the sentence that explains it to editors.

Labels are the fields' titles, explanations their docstrings; both are Chinese because the JSON Schema, the
handbook's table and the checks show them to editors.
"""

from pydantic import BaseModel, ConfigDict, Field

from generator.case import vocabulary
from generator.case.date import PartialDate
from generator.case.kinds import (
    Flag,
    FormName,
    Id,
    Level,
    Line,
    Link,
    Number,
    PartnerKind,
    ProductKind,
    Prose,
    Province,
    QualifierWord,
    Status,
    TaskName,
    WholeNumber,
    line,
)


class Model(BaseModel):
    """What all parts of a record share: frozen, no unknown keys, explained by their docstrings."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Secretary(Model):
    """支部书记。"""

    name: line(20) = Field(title="姓名")  # type: ignore[valid-type]
    """书记姓名；只写公开报道过、本人同意公开的姓名。"""
    role: Line | None = Field(None, title="学术职务")
    """学术带头人身份，例如“教授、学科带头人”。"""


class Honour(Model):
    """荣誉。"""

    name: Line = Field(title="名称")
    """荣誉名称，按文件或出处的写法。"""
    level: Line | None = Field(None, title="级别")
    """全国、省级、校级等。"""
    batch: Line | None = Field(None, title="批次")
    """第一批、第二批……"""
    year: WholeNumber | None = Field(None, title="年份", ge=1900, le=2100)
    """获评年份，四位数字。"""


class Period(Model):
    """开展时间。"""

    start: PartialDate = Field(title="开始日期")
    """写到年、月或日：2024、2024-09、2024-09-01。"""
    end: PartialDate | None = Field(None, title="结束日期")
    """仍在进行的、只有一天的不写。"""

    @property
    def chinese(self) -> str:
        """The period as a reader expects it: 2018年—2023年, 2024年9月1日."""
        if self.end is None or self.end == self.start:
            return self.start.chinese
        return f"{self.start.chinese}—{self.end.chinese}"


class Location(Model):
    """服务地点。"""

    province: Province | None = Field(None, title="省份")
    """省级行政区，写通用名或全称都可以：甘肃、甘肃省。"""
    city: Line | None = Field(None, title="地市")
    """地级市、州、盟、直辖市的区。"""
    county: Line | None = Field(None, title="区县")
    """县、县级市、区、旗。"""
    detail: Line | None = Field(None, title="具体地点")
    """乡镇、街道、村、学校、企业等；不写门牌号。"""
    revitalisation: Flag = Field(False, title="乡村振兴重点区域")
    """属于乡村振兴重点区域的写 true。"""

    @property
    def area(self) -> tuple[str, ...]:
        """Province, city and county as far as known, each name once.

        A municipality that is written as its own city (上海, 上海市) is named once; 吉林市 is a city of 吉林.
        """
        city = self.city
        if city and city in vocabulary.PROVINCES and vocabulary.PROVINCES[city].name == self.province:
            city = None
        return tuple(dict.fromkeys(part for part in (self.province, city, self.county) if part))

    @property
    def chinese(self) -> str:
        """The place as one text, from large to small: 甘肃庆阳市什社乡; a repeated name is written once."""
        return "".join(dict.fromkeys((*self.area, self.detail or "")))


class Partner(Model):
    """合作单位。"""

    name: Line = Field(title="名称")
    """合作单位或党组织的名称。"""
    kind: PartnerKind = Field(title="类别")
    """合作单位的类别，见受控词表。"""


class Product(Model):
    """成果。"""

    kind: ProductKind = Field(title="种类")
    """成果的种类，见该任务类型的词表。"""
    name: Line = Field(title="名称")
    """成果的名称。"""
    link: Link | None = Field(None, title="链接")
    """公开网页的网址。"""


class Outcome(Model):
    """成效数据。"""

    what: Line = Field(title="事项")
    """量的是什么，例如“培训农户”。"""
    value: Number = Field(title="数值")
    """按出处所报填写；约数在 qualifier 里注明“余”“近”等，不自行换算。"""
    unit: line(20) = Field(title="单位")  # type: ignore[valid-type]
    """数值的单位，例如“人次”“万元”。"""
    qualifier: QualifierWord | None = Field(None, title="约数词")
    """余、多、超、近、约、等、以上之一，按出处写。"""
    note: Line | None = Field(None, title="说明")
    """口径、时间范围等需要交代的。"""

    @property
    def figure(self) -> tuple[str, str, str]:
        """The figure as three texts, before, number, after: ("", "50", "余人"), ("近", "2", "万人次").

        The number keeps its decimals and gets thousands commas from 10,000 on.
        """
        number = f"{self.value:,}" if abs(self.value) >= 10_000 else f"{self.value:f}"
        place = vocabulary.QUALIFIERS[self.qualifier].place if self.qualifier else ""
        before = self.qualifier if place == "before" and self.qualifier else ""
        after = {"after": f"{self.qualifier}{self.unit}", "end": f"{self.unit}{self.qualifier}"}.get(place, self.unit)
        return before, number, after

    @property
    def chinese(self) -> str:
        """The figure as one text: 50余人."""
        return "".join(self.figure)


class Photo(Model):
    """照片。"""

    file: Line = Field(title="文件")
    """与 case.yml 同一文件夹里的文件名，JPEG、PNG、WebP 或 HEIC。"""
    caption: line(100) = Field(title="图注")  # type: ignore[valid-type]
    """图下的说明，不超过 100 字，写清时间、地点、事件。"""
    alt: Line | None = Field(None, title="替代文字")
    """给看不见图的读者：图上有什么。每张照片都要写。"""
    credit: Line | None = Field(None, title="署名")
    """拍摄者或提供单位。"""
    people: Flag = Field(False, title="有可辨认的人")
    """照片里的人能认出是谁时写 true；这时 consent 必填。"""
    consent: Line | None = Field(None, title="肖像同意")
    """当事人同意公开的依据，例如“2025-03 取得书面同意，学院存档”；未成年人须监护人同意。"""


class Attachment(Model):
    """附件。"""

    file: Line = Field(title="文件")
    """与 case.yml 同一文件夹里的文件名，PDF、DOCX、XLSX 或 PPTX。"""
    title: Line = Field(title="标题")
    """读者看到的附件名称。"""


class Source(Model):
    """出处。"""

    title: line(200) = Field(title="标题")  # type: ignore[valid-type]
    """报道或文件的标题，照原文；未见原标题的，注明“（标题为编者所拟）”。"""
    publisher: Line | None = Field(None, title="发布者")
    """网站、报刊或单位的名称。"""
    url: Link | None = Field(None, title="网址")
    """公开网页的网址。"""
    date: PartialDate | None = Field(None, title="发布日期")
    """出处的发布日期。"""


class Permission(Model):
    """发布授权。"""

    granted_by: Line = Field(title="授权方")
    """同意发布的单位，例如学校党委组织部。"""
    granted_on: PartialDate = Field(title="授权日期")
    """取得授权的日期。"""
    expires_on: PartialDate | None = Field(None, title="到期日期")
    """授权到期的日期，到期后案例不再发布；长期有效的不写。"""
    scope: Line | None = Field(None, title="授权范围")
    """例如“网站发布”。"""

    def is_expired(self, today: PartialDate) -> bool:
        """Tell whether the permission has run out; its last day still counts."""
        return self.expires_on is not None and self.expires_on.is_over(today)


class Training(Model):
    """教学使用。"""

    questions: tuple[line(200), ...] = Field((), title="讨论题")  # type: ignore[valid-type]
    """供培训班讨论的问题。"""
    course: Line | None = Field(None, title="适用课程")
    """适合用在哪门课或哪类培训。"""
    minutes: WholeNumber | None = Field(None, title="建议时长", ge=1, le=1000)
    """建议讨论的分钟数。"""


class Waiver(Model):
    """豁免。"""

    rule: Line = Field(title="规则")
    """豁免哪一条规则，写规则的名称，例如 wording-listed。"""
    reason: line(200) = Field(title="理由")  # type: ignore[valid-type]
    """为什么这里可以例外，写给后来的编者看。"""


class Case(Model):
    """案例：通过全部检查的记录。"""

    id: Id = Field(title="编号", exclude=True)
    """文件夹的名字，也是网址的一部分，定下后不再改；不写在记录里。"""
    title: line(40, shortest=4) = Field(title="标题")  # type: ignore[valid-type]
    """案例题目，4 到 40 个字，一行写完。"""
    task: TaskName = Field(title="任务类型")
    """主要的任务类型：党建联建、教育服务、科技赋能、实践育人之一。"""
    also: tuple[TaskName, ...] = Field((), title="兼及任务")
    """还服务于哪些任务类型，不重复写 task。"""
    summary: line(300) = Field(title="内容提要")  # type: ignore[valid-type]
    """谁、在哪里、做了什么、结果怎样，不超过 300 字。"""
    university: Line = Field(title="学校")
    """学校全称。"""
    school: Line | None = Field(None, title="院系")
    """学院、系、研究院等。"""
    branch: Line = Field(title="支部或单位")
    """所在党支部的名称；出处没有写明支部的，写所报的单位。"""
    secretary: Secretary | None = Field(None, title="支部书记")
    """“双带头人”教师党支部书记。"""
    province: Province | None = Field(None, title="学校所在地区")
    """学校所在的省级行政区，34 个之一。"""
    level: Level | None = Field(None, title="团队级别")
    """全国团队、省级团队或校级团队。"""
    honours: tuple[Honour, ...] = Field((), title="荣誉")
    """样板支部、“双带头人”工作室等荣誉。"""
    period: Period | None = Field(None, title="开展时间")
    """从什么时候到什么时候。"""
    places: tuple[Location, ...] = Field((), title="服务地点")
    """在哪里开展；可以有多个。"""
    partners: tuple[Partner, ...] = Field((), title="合作单位")
    """和谁一起做的。"""
    forms: tuple[FormName, ...] = Field((), title="工作形式")
    """怎么做的，用该任务类型（或兼及任务）词表里的词。"""
    products: tuple[Product, ...] = Field((), title="成果")
    """留下了什么。"""
    outcomes: tuple[Outcome, ...] = Field((), title="成效数据")
    """量得出的成效，按出处所报。"""
    background: Prose | None = Field(None, title="背景与问题")
    """为什么做：开展以前是什么情况，要解决什么问题。"""
    approach: Prose | None = Field(None, title="主要做法")
    """怎么做的：分几步，谁来做，关键在哪里；几个方面用小标题分开。"""
    results: Prose | None = Field(None, title="工作成效")
    """做成了什么，有什么变化；能数出来的，另写进成效数据。"""
    lessons: Prose | None = Field(None, title="经验启示")
    """别的支部可以学什么，要具备什么条件。"""
    photos: tuple[Photo, ...] = Field((), title="照片")
    """放在同一文件夹里的照片，一般 3 到 5 张。"""
    attachments: tuple[Attachment, ...] = Field((), title="附件")
    """放在同一文件夹里的文件。"""
    keywords: tuple[line(20), ...] = Field((), title="关键词", max_length=10)  # type: ignore[valid-type]
    """至多 10 个，每个不超过 20 字。"""
    featured: Flag = Field(False, title="首页推荐")
    """在首页突出显示的写 true。"""
    sources: tuple[Source, ...] = Field((), title="出处")
    """公开报道或文件；没有发布授权的记录至少要有一个出处。"""
    permission: Permission | None = Field(None, title="发布授权")
    """单位同意发布的授权；没有出处的记录必须有授权。"""
    training: Training | None = Field(None, title="教学使用")
    """供党支部书记培训使用的讨论题和建议。"""
    waivers: tuple[Waiver, ...] = Field((), title="规则豁免")
    """确有理由时豁免某条规则。"""
    status: Status = Field("draft", title="状态")
    """draft 草稿、submitted 已报送、reviewed 已审核、published 已发布、withdrawn 已撤下；不写就是草稿。"""
    withdrawn_reason: Line | None = Field(None, title="撤下原因")
    """状态为 withdrawn 时必填，会显示给读者。"""
    replaced_by: Id | None = Field(None, title="替代案例")
    """撤下后由哪个案例替代，写那个案例的编号。"""

    @property
    def date(self) -> PartialDate | None:
        """When the work was last known to go on: the period's end or start, else the newest source's date."""
        if self.period:
            return self.period.end or self.period.start
        return max((source.date for source in self.sources if source.date), default=None)

    def is_expired(self, today: PartialDate) -> bool:
        """Tell whether the permission to publish has run out; what is withdrawn needs none."""
        return self.status != "withdrawn" and self.permission is not None and self.permission.is_expired(today)

    @property
    def is_compiled_from_reports(self) -> bool:
        """Whether the record stands on public reports alone, without a permission of its unit."""
        return self.permission is None


SECTIONS = ("background", "approach", "results", "lessons")
"""The keys of the Markdown sections, in reading order."""


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
    """封面的颜色，写任务类型的名称；不写用红色。"""


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
    """不写时按四项任务的顺序收入全部案例。"""
    book: Book = Field(Book(), title="汇编版式")
    """汇编的开本、出血和封面；都有默认的，要改才写。"""
