"""A case: what a record is once it has passed every check."""

from typing import Any, Self

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from generator.case.date import PartialDate
from generator.case.kinds import Flag, FormName, Id, Level, Line, Prose, Province, Status, TaskName, WholeNumber, line
from generator.case.model.base import Model
from generator.case.model.credits import Credit
from generator.case.model.media import Attachment, Photo, Video
from generator.case.model.outcomes import Outcome, Partner, Product
from generator.case.model.people import Honour, Secretary, Team
from generator.case.model.places import Location, Period
from generator.case.model.progress import Progress
from generator.case.model.recognition import Award, Coverage, Funding
from generator.case.model.sources import Permission, Source, Waiver

MOST_OF_EACH = 20
"""The most universities, branches and secretaries that a case may have."""

SEVERAL = {"university": "universities", "branch": "branches", "secretary": "secretaries"}
"""The keys for one, each with the key for several of the same, of which the first leads."""


class Training(Model):
    """教学使用。"""

    questions: tuple[line(200), ...] = Field((), title="讨论题")  # type: ignore[valid-type]
    """供培训班讨论的问题。"""
    course: Line | None = Field(None, title="适用课程")
    """适合用在哪门课或哪类培训。"""
    minutes: WholeNumber | None = Field(None, title="建议时长", ge=1, le=1000)
    """建议讨论的分钟数。"""


class Case(Model):
    """案例：通过全部检查的记录。"""

    id: Id = Field(title="编号", exclude=True)
    """文件夹的名字，也是网址的一部分，定下后不再改；不写在记录里。"""
    title: line(40, shortest=4) = Field(title="标题")  # type: ignore[valid-type]
    """案例题目，4 到 40 个字，一行写完。"""
    subtitle: line(40) | None = Field(None, title="副标题")  # type: ignore[valid-type]
    """标题一行写不下的，后一半写在这里，不超过 40 个字；不重复标题。"""
    task: TaskName = Field(title="任务类型")
    """主要的任务类型：{tasks}之一。"""
    also: tuple[TaskName, ...] = Field((), title="兼及任务")
    """还服务于哪些任务类型，不重复写 task。"""
    summary: line(300) = Field(title="内容提要")  # type: ignore[valid-type]
    """谁、在哪里、做了什么、结果怎样，不超过 300 字。"""
    significance: line(60) | None = Field(None, title="推荐理由")  # type: ignore[valid-type]
    """这个案例为什么值得看，一句话，不超过 60 个字。"""
    university: Line | None = Field(None, title="学校")
    """学校全称；几所学校合做的，写 universities。"""
    universities: tuple[Line, ...] = Field((), title="各所学校", max_length=MOST_OF_EACH)
    """几所学校合做的，代替 university：每所的全称各写一项，第一所是牵头的；案例在每所学校名下都找得到。"""
    school: Line | None = Field(None, title="院系")
    """学院、系、研究院等。"""
    branch: Line | None = Field(None, title="单位")
    """做这件事的部门或组织的名称。几个合做的写 branches，不是常设的写 team。"""
    branches: tuple[Line, ...] = Field((), title="各个单位", max_length=MOST_OF_EACH)
    """几个单位合做的，代替 branch：每个各写一项，第一个是牵头的；分属几所学校的，名称前写上学校。"""
    team: Team | None = Field(None, title="团队")
    """做这件事的团队，例如工作室、课题组；有 team 的可以不写单位。"""
    secretary: Secretary | None = Field(None, title="负责人")
    """带头做这件事的人。"""
    secretaries: tuple[Secretary, ...] = Field((), title="各位负责人", max_length=MOST_OF_EACH)
    """有几位负责人的，代替 secretary：每位各写一项，与单位的顺序一致。"""
    province: Province | None = Field(None, title="学校所在地区")
    """学校所在的省级行政区，34 个之一，也可以写新疆生产建设兵团；有几所学校的，写牵头学校的。"""
    level: Level | None = Field(None, title="团队级别")
    """团队的级别。"""
    honours: tuple[Honour, ...] = Field((), title="荣誉")
    """所得的荣誉。"""
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
    """别的{actor}可以学什么，要具备什么条件。"""
    progress: tuple[Progress, ...] = Field((), title="年度进展", max_length=10)
    """逐年的进展：计划了什么、做了什么、有什么变化。"""
    photos: tuple[Photo, ...] = Field((), title="照片")
    """放在同一文件夹里的照片，一般 3 到 5 张。"""
    attachments: tuple[Attachment, ...] = Field((), title="附件")
    """放在同一文件夹里的文件。"""
    videos: tuple[Video, ...] = Field((), title="视频", max_length=20)
    """公开网页上的视频，只链接过去。"""
    awards: tuple[Award, ...] = Field((), title="获奖", max_length=20)
    """案例本身得的奖；{actor}的荣誉写进 honours。"""
    coverage: tuple[Coverage, ...] = Field((), title="媒体报道", max_length=50)
    """媒体对这个案例的报道；记录所依据的写进 sources。"""
    funding: tuple[Funding, ...] = Field((), title="资金来源", max_length=20)
    """得到的经费，几笔各写一项。"""
    keywords: tuple[line(20), ...] = Field((), title="关键词", max_length=10)  # type: ignore[valid-type]
    """至多 10 个，每个不超过 20 字。"""
    featured: Flag = Field(False, title="首页推荐")
    """在首页突出显示的写 true。"""
    sources: tuple[Source, ...] = Field((), title="出处")
    """公开报道或文件；没有发布授权的记录至少要有一个出处。"""
    credits: tuple[Credit, ...] = Field((), title="编写人员", max_length=20)
    """作者、摄影、审稿等；本人同意公开的才写。"""
    permission: Permission | None = Field(None, title="发布授权")
    """单位同意发布的授权；没有出处的记录必须有授权。"""
    training: Training | None = Field(None, title="教学使用")
    """供培训使用的讨论题和建议。"""
    waivers: tuple[Waiver, ...] = Field((), title="规则豁免")
    """确有理由时豁免某条规则。"""
    status: Status = Field("draft", title="状态")
    """{statuses}；不写就是{draft}。"""
    withdrawn_reason: Line | None = Field(None, title="撤下原因")
    """状态为 withdrawn 时必填，会显示给读者。"""
    replaced_by: Id | None = Field(None, title="替代案例")
    """撤下后由哪个案例替代，写那个案例的编号。"""

    @model_validator(mode="after")
    def _name_lead_and_all(self) -> Self:
        """Make of each pair of keys what every output reads: the plural holds all, each once, the single the first."""
        for single, plural in SEVERAL.items():
            lead = getattr(self, single)
            every = tuple(dict.fromkeys((*((lead,) if lead else ()), *getattr(self, plural))))
            # The value is frozen for all but its own making.
            self.__dict__.update({single: next(iter(every), None), plural: every})
        return self

    @model_serializer(mode="wrap")
    def _as_one_or_several(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Leave out a plural of one, so that a case says the same whichever of the two keys an editor wrote."""
        values: dict[str, Any] = written(self)
        for several in SEVERAL.values():
            if len(getattr(self, several)) < 2:
                values.pop(several, None)
        return values

    @property
    def units(self) -> tuple[str, ...]:
        """The names of whoever did it, the leading one first: the branches, then the team."""
        return (*self.branches, self.team.name) if self.team else self.branches

    @property
    def date(self) -> PartialDate | None:
        """When the work was last known to go on: the period's end or start, else the newest source's date."""
        if self.period:
            return self.period.end or self.period.start
        return max((source.date for source in self.sources if source.date), default=None)

    @property
    def headline(self) -> Outcome | None:
        """The one figure that stands for the case, which only an editor can choose; else None."""
        yearly = (outcome for year in self.progress for outcome in year.outcomes)
        return next((outcome for outcome in (*self.outcomes, *yearly) if outcome.headline), None)

    @property
    def whole_title(self) -> str:
        """Title and subtitle as references join them: 题名：副题名."""
        return f"{self.title}：{self.subtitle}" if self.subtitle else self.title

    @property
    def description(self) -> str:
        """What it is, told where there is room for two sentences: why it is worth reading first, if that is said."""
        reason: str = self.significance or ""
        end = "" if not reason or reason.endswith(("。", "！", "？", "”", "…")) else "。"
        return f"{reason}{end}{self.summary}"

    @property
    def named_credits(self) -> tuple[Credit, ...]:
        """Those whose bearers agreed to be named; only these may be published."""
        return tuple(credit for credit in self.credits if credit.agreed)

    def is_expired(self, today: PartialDate) -> bool:
        """Check whether the permission to publish has run out; a withdrawn case needs none."""
        return self.status != "withdrawn" and self.permission is not None and self.permission.is_expired(today)

    @property
    def is_compiled_from_reports(self) -> bool:
        """Whether the record rests on public reports alone, without a permission of its unit."""
        return self.permission is None


SECTIONS = ("background", "approach", "results", "lessons")
"""The keys of the Markdown sections, in reading order."""
