"""What the book says about itself: how its cases were chosen, and the version record behind the title page."""

from collections.abc import Mapping

from generator.case.model import Collection, Selection
from generator.case.text import listing
from generator.library.arrangement import Arrangement
from generator.library.statistics import Statistics
from generator.outputs.book.typeset_text import chinese_number
from generator.outputs.book.volume import Fact
from generator.outputs.site.settings import Settings
from generator.outputs.views.book_format import SIZE_NAMES, Format
from generator.outputs.views.case_form import is_short
from generator.outputs.views.totals import years_of


def notes_of(arrangement: Arrangement, statistics: Statistics, settings: Settings) -> tuple[str, ...]:
    """Write the editorial note, paragraph by paragraph: what is in the book, in which order, from where, as of when."""
    return (
        _extent(statistics) + _choice(arrangement, statistics.labels),
        _order(arrangement, statistics),
        _form(arrangement),
        _numbers(),
        _origin(arrangement),
        _edition(arrangement.collection, settings),
    )


def _extent(statistics: Statistics) -> str:
    where = f"、{statistics.provinces}个省级行政区" if statistics.provinces else ""
    years = years_of(statistics)
    when = f"，时间为{years}年" if years else ""
    label = statistics.labels.get("university")
    counted = f"{statistics.universities}个{label}" if label else f"{statistics.universities}所学校"
    whence = f"，来自{counted}{where}" if statistics.universities else ""
    return f"本汇编收入案例{statistics.cases}个{whence}{when}。"


def _choice(arrangement: Arrangement, labels: Mapping[str, str]) -> str:
    collection, narrowed_by = arrangement.collection, arrangement.narrowed_by
    if narrowed_by is not None:
        return _narrowed(collection, narrowed_by, labels)
    if not collection.sections:
        return "凡案例库中已经发布的案例，全部收入。"
    selects = [section.select for section in collection.sections if section.select]
    is_picked = any(section.cases for section in collection.sections)
    if is_picked and selects:
        return "案例一部分由编者选定，一部分按条件选取。"
    if is_picked or not selects:
        return "案例由编者选定。"
    return f"案例按以下条件选取：{'；'.join(dict.fromkeys(selection_text(one, labels) for one in selects))}。"


def _narrowed(collection: Collection, by: Selection, labels: Mapping[str, str]) -> str:
    if by == Selection():
        return "案例由编者选定。"
    if collection.sections:
        return f"案例从《{collection.title}》中按以下条件选取：{selection_text(by, labels)}。"
    return f"凡案例库中已经发布、符合以下条件的案例，全部收入：{selection_text(by, labels)}。"


def selection_text(selection: Selection, labels: Mapping[str, str]) -> str:
    """Put the conditions of a selection into words: 学校所在地区为江苏，年份为2025年.

    `labels` are what facets are called in the programme, where that is not as usual.
    """
    conditions = (
        (f"{labels.get('task', '任务类型')}为", selection.task, ""),
        (f"{labels.get('province', '学校所在地区')}为", selection.province, ""),
        ("年份为", selection.year, "年"),
        (f"{labels.get('keyword', '关键词')}为", selection.keyword, ""),
    )
    return "，".join(f"{before}{value}{after}" for before, value, after in conditions if value) or "全部已发布案例"


def _order(arrangement: Arrangement, statistics: Statistics) -> str:
    titles = [f"“{part.title}”" for part in arrangement.parts]
    count = "两" if len(titles) == 2 else chinese_number(len(titles))
    # Quoted items follow one another without 、 (GB/T 15834—2011, 4.5.3.5).
    parts = f"全书分{''.join(titles)}{count}个部分。" if len(titles) > 1 else ""
    cases = arrangement.cases
    indexes = [
        name
        for name, is_there in (
            ("地区", any(case.province for case in cases)),
            (statistics.labels.get("university", "学校"), bool(statistics.universities)),
            ("关键词", any(case.keywords for case in cases)),
        )
        if is_there
    ]
    return (
        f"{parts}案例按目录的次序统一编号；书末附{listing(indexes)}索引，按汉语拼音的次序排列，"
        "条目后面的数字是案例首页的页码。"
    )


def _form(arrangement: Arrangement) -> str:
    """Say how a case is set, as far as the book has such cases."""
    cases = arrangement.cases
    opening = "推荐理由" if any(case.significance for case in cases) else "内容提要"
    figure = "和代表数字" if any(case.headline for case in cases) else ""
    short, long = any(map(is_short, cases)), not all(map(is_short, cases))
    forms = "长的案例题头用大字，短的案例排成简式。" if short and long else ""
    following = "案例一个接一个排，排不下的另面起。" if len(cases) > 1 else ""
    has_pairs = any(outcome.before is not None for case in cases for outcome in case.outcomes)
    pairs = "箭头连接的两个数，是同一项目在前后两个时间的值；" if has_pairs else ""
    return (
        f"{following}{forms}每个案例先写{opening}{figure}，再分节叙述。"
        f"{pairs}基本信息和出处列在案例的末尾，没有记录的不列。"
    )


def _numbers() -> str:
    return (
        "各部分从单页码起，首页列出这一部分的案例；首页和它前面的饰页不印页码，但计入页码。"
        "供屏幕阅读的版本，页码与印刷本相同。引用书中的案例，请写明案例的标题、所在单位和页码。"
    )


def _origin(arrangement: Arrangement) -> str:
    reported = sum(case.is_compiled_from_reports for case in arrangement.cases)
    granted = len(arrangement.cases) - reported
    if not granted or not reported:
        origins = ["案例均根据公开报道整理" if reported else "案例均经所在单位授权发布"]
    else:
        origins = [f"{reported}个案例根据公开报道整理", f"{granted}个案例经所在单位授权发布"]
    has_sources = any(case.sources for case in arrangement.cases)
    sources = "，各案例的出处列于案例之后，并在书末汇总" if has_sources else ""
    return (
        f"书中{'，'.join(origins)}{sources}。成效数据照出处所报抄录，"
        "“余”“近”“超”等约数词一并保留，不作换算；各案例的统计口径和时间范围不同，不宜相互比较。"
    )


def _edition(collection: Collection, settings: Settings) -> str:
    later = (
        f"此后的更正和补充，见{settings.name}网站（{settings.url}）；扫描案例末尾的二维码，可以打开该案例的网页。"
        if settings.url
        else ""
    )
    return f"本版编成于{collection.date.chinese}，内容以{settings.name}当时的记录为准。{later}"


def edited_by(editor: str) -> str:
    """Say that somebody is the editor, as a cover does, unless the name says so itself: 案例集编写组　编."""
    return editor if editor.endswith(("编", "著")) else f"{editor}　编"


def record_of(collection: Collection, statistics: Statistics, form: Format, ordinal: str) -> tuple[Fact, ...]:
    """Write the version record (GB/T 12450—2001 图书书名页); what only a publisher can give stays empty.

    A book for screens has no publisher and no record.
    """
    if form.variant == "screen":
        return ()
    title = f"{collection.title}{f'：{collection.subtitle}' if collection.subtitle else ''}"
    known = {
        "书名": f"{title}{f' {ordinal}' if ordinal else ''}",
        "编者": edited_by(collection.editor),
        "案例数": f"{statistics.cases}个",
        "编成日期": collection.date.chinese,
        "开本": SIZE_NAMES[form.size],
    }
    return tuple(Fact(label, known.get(label, "")) for label in _RECORD)


_RECORD = (
    *("书名", "编者", "案例数", "编成日期", "责任编辑", "出版发行", "印刷"),
    *("开本", "印张", "字数", "版次", "印次", "印数", "书号（ISBN）", "定价"),
)
