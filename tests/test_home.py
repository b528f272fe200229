"""The home page: the case that leads it, the library as cells, and what visitors ask."""

from collections.abc import Callable
from math import ceil

from generator.case.model import Case
from generator.case.programme import packaged_programme, parse_programme
from generator.case.question import Question
from generator.case.words import Word
from generator.library.library import Library, gather
from generator.outputs.pages.parts.lead import lead_case, lead_of
from generator.outputs.pages.parts.link import Link
from generator.outputs.pages.parts.mosaic import MOST_CELLS, cases_per_cell, mosaic_of
from generator.outputs.pages.parts.questions import questions_of
from generator.outputs.pages.parts.way import Way
from generator.outputs.site.assets import Assets
from tests.each import each

MakeCase = Callable[..., Case]

OUTCOME = {"what": "示例成效", "value": 3, "unit": "个", "headline": True}
SENTENCE = "示例理由。"


def of_each_task(case: MakeCase, *counts: int) -> Library:
    """Make a library with so many cases of each task."""
    names = packaged_programme().task_names.names
    return gather(
        case(f"{'abcd'[at]}-{number:05}", task=names[at]) for at, count in enumerate(counts) for number in range(count)
    )


@each(
    ("chosen", "cases", "lead"),
    [
        ("a", {"a": {}, "b": {"featured": True}}, "a"),
        ("gone", {"a": {}, "c": {"featured": True}, "b": {"featured": True}}, "b"),
        ("", {"c": {"featured": True, "outcomes": [OUTCOME]}, "b": {"featured": True}}, "b"),
        ("", {"a": {}, "b": {"outcomes": [OUTCOME]}, "c": {"significance": SENTENCE}}, "b"),
        ("", {"a": {}, "b": {"outcomes": [OUTCOME]}, "c": {"outcomes": [OUTCOME], "significance": SENTENCE}}, "c"),
        ("", {"a": {}, "c": {"significance": SENTENCE}}, "c"),
        ("", {"b": {}, "a": {}}, "a"),
        ("a", {"a": {"status": "draft"}, "b": {}}, "b"),
        ("a", {"a": {"status": "withdrawn", "withdrawn_reason": "示例"}, "b": {}}, "b"),
        ("", {}, None),
        ("a", {}, None),
    ],
    ids=[
        *("chosen", "unknown", "first-featured", "figure", "figure-and-sentence", "sentence", "newest"),
        *("draft", "withdrawn", "empty", "empty-chosen"),
    ],
)
def test_the_lead(chosen: str, cases: dict[str, dict[str, object]], lead: str | None, case: MakeCase) -> None:
    """The editor's choice leads where readers see it, else the first featured by id, else the most telling case."""
    library = gather(case(id, **values) for id, values in cases.items())
    found = lead_case(library, chosen)

    assert (found.id if found else None) == lead


@each(
    ("outcome", "size"),
    [
        ({"value": 34, "unit": "%"}, "short"),
        ({"before": 34, "value": 0.6, "unit": "%"}, "short"),
        ({"value": 2000, "unit": "万元", "qualifier": "多"}, "short"),
        ({"value": 123456789, "unit": "元"}, "fair"),
        ({"value": 999999999999, "unit": "元", "qualifier": "超"}, "long"),
        ({"before": 1234567, "value": 12345678, "unit": "人次"}, "long"),
    ],
)
def test_size_of_the_leads_figure(outcome: dict[str, object], size: str, case: MakeCase) -> None:
    """A figure is the larger the less room it takes; both values of a pair count, the earlier one for less."""
    one = case("a", outcomes=[{"what": "示例成效", "headline": True, **outcome}])

    assert lead_of(one, packaged_programme(), Assets()).size == size


def test_a_lead_without_a_figure(case: MakeCase) -> None:
    """Where no figure stands for the case there is none, and its sentence is the first of its summary."""
    lead = lead_of(case("a", summary="第一句。第二句。"), packaged_programme(), Assets())

    assert (lead.size, lead.row.figure, lead.row.sentence, lead.photograph) == ("", None, "第一句。", None)


def test_a_cell_is_a_case(case: MakeCase) -> None:
    """Up to 300 cases have a cell each, task by task in the order of ids; a task without cases has no cells."""
    mosaic = mosaic_of(of_each_task(case, 2, 0, 1))
    assert mosaic

    assert [(one.task_id, one.title) for one in mosaic.tiles] == [
        ("joint-party-building", "党建联建，2个案例"),
        ("technology-empowerment", "科技赋能，1个案例"),
    ]
    assert [[cell.uri for cell in one.cells] for one in mosaic.tiles] == [
        ["cases/a-00000.html", "cases/a-00001.html"],
        ["cases/c-00000.html"],
    ]
    assert (mosaic.size, mosaic.count, mosaic.legend) == ("large", 3, "一格是一个案例，依编号排列")


def test_an_empty_library_has_no_cells(case: MakeCase) -> None:
    """Nor has one whose cases are all drafts."""
    assert mosaic_of(gather([case("a", status="draft")])) is None


@each(
    ("counts", "each"),
    [
        ([19, 16, 20, 17], 1),
        ([300], 1),
        ([75] * 4, 1),
        ([301], 2),
        ([75, 75, 75, 76], 2),
        ([600], 2),
        ([601], 5),
        ([2500] * 4, 50),
        ([10_000], 50),
        ([17_832], 100),
        ([4458] * 4, 100),
        ([1] * 40, 1),
        ([1] * 299 + [17_832], 20_000),
        ([1_000_000], 5000),
    ],
)
def test_cells_stay_few(counts: list[int], each: int) -> None:
    """However many cases there are, no more than 300 cells are needed; each stands for a round number of cases."""
    assert cases_per_cell(counts) == each
    assert sum(ceil(count / each) for count in counts) <= MOST_CELLS


def test_a_cell_of_several_cases_leads_to_their_list(case: MakeCase) -> None:
    """It leads to the page of the task's list that its first case is on, and says which cases it stands for."""
    mosaic = mosaic_of(of_each_task(case, 301, 0, 0, 3))
    assert mosaic
    first, second = (one.cells for one in mosaic.tiles)

    assert (len(first), mosaic.count, mosaic.legend) == (151, 153, "一格代表2个案例，新的在前")
    assert first[0] == Link("党建联建：第1—2个案例", "task/joint-party-building.html")
    assert first[11] == Link("党建联建：第23—24个案例", "task/joint-party-building.html")
    assert first[12] == Link("党建联建：第25—26个案例", "task/joint-party-building.2.html")
    assert first[-1] == Link("党建联建：第301个案例", "task/joint-party-building.13.html")
    assert second == (
        Link("实践育人：第1—2个案例", "task/practice-based-education.html"),
        Link("实践育人：第3个案例", "task/practice-based-education.html"),
    )


def asked(name: str, uri: str, count: int, query: str) -> Link:
    """Give a question, which leads to a term's page and where scripts run to the results with that filter."""
    return Link(name, uri, count, browse_uri=f"browse.html?{query}")


def test_questions_come_from_the_vocabulary(case: MakeCase) -> None:
    """A word's own phrase, else the list's way of asking; most cases first, then in the vocabulary's order."""
    kinds = (("村", "企业", "其他"), ("中小学和幼儿园", "企业"))
    first, second = ([{"kind": kind, "name": f"示例{kind}"} for kind in each] for each in kinds)
    library = gather(
        [
            case("a", forms=["专题党课讲授", "签约揭牌"], partners=first),
            case("b", forms=["签约揭牌"], partners=second),
        ]
    )

    assert questions_of(library) == (
        Way(
            "想和谁一起做",
            (
                asked("与企业合作", "partner/enterprises.html", 2, "partner=%E4%BC%81%E4%B8%9A"),
                asked("与村合作", "partner/villages.html", 1, "partner=%E6%9D%91"),
                asked(
                    "与中小学、幼儿园合作",
                    "partner/schools.html",
                    1,
                    "partner=%E4%B8%AD%E5%B0%8F%E5%AD%A6%E5%92%8C%E5%B9%BC%E5%84%BF%E5%9B%AD",
                ),
            ),
            None,
        ),
        Way(
            "想做什么",
            (
                asked("签约揭牌", "form/signings.html", 2, "form=%E7%AD%BE%E7%BA%A6%E6%8F%AD%E7%89%8C"),
                asked(
                    "讲党课",
                    "form/party-lectures.html",
                    1,
                    "form=%E4%B8%93%E9%A2%98%E5%85%9A%E8%AF%BE%E8%AE%B2%E6%8E%88",
                ),
            ),
            None,
        ),
    )


def test_no_questions_without_answers(case: MakeCase) -> None:
    """A kind of question that no case answers is left out."""
    assert questions_of(gather([case("a")])) == ()


def test_only_the_largest_of_many_questions(case: MakeCase) -> None:
    """Of many words those with the most cases are asked; a link leads to all."""
    forms = packaged_programme().forms.names
    library = gather(
        case(f"a-{at}-{number}", task="党建联建", forms=[form])
        for at, form in enumerate(forms)
        for number in range(1 + at)
    )
    (asked,) = questions_of(library)

    assert [link.count for link in asked.links] == list(range(len(forms), len(forms) - 16, -1))
    assert asked.all == Link("全部工作形式", "form/index.html")


def test_questions_of_another_programme(case: MakeCase) -> None:
    """A programme that says nothing of questions asks by its own names; one that calls partners otherwise, too."""
    tasks = [{"id": "help", "name": "帮扶", "definition": "帮扶。", "forms": [{"id": "visits", "name": "入户走访"}]}]
    data = {"name": "示例行动", "tasks": tasks, "partner_kinds": [{"id": "families", "name": "农户"}]}
    one = case("a").model_copy(
        update={
            "task": "帮扶",
            "forms": ("入户走访",),
            "partners": case("b", partners=[{"kind": "村", "name": "示例村"}]).partners,
        }
    )
    one = one.model_copy(update={"partners": (one.partners[0].model_copy(update={"kind": "农户"}),)})
    asked = [
        [(way.title, [link.name for link in way.links]) for way in questions_of(gather([one], programme=programme))]
        for programme in (parse_programme(data), parse_programme({**data, "labels": {"partners": "帮扶对象"}}))
    ]

    forms = ("工作形式", ["入户走访"])
    assert asked == [[("合作单位", ["与农户合作"]), forms], [("帮扶对象", ["农户"]), forms]]


@each(
    ("ask", "asked", "said"),
    [
        ("与{word}合作", "", "与医院合作"),
        ("与{word}合作", "到医院去", "到医院去"),
        ("合作单位是", "", "合作单位是医院"),
        ("", "", "医院"),
        ("{word}、{word}", "", "医院、医院"),
    ],
)
def test_how_a_word_is_asked_for(ask: str, asked: str, said: str) -> None:
    """The word's own phrase counts most; a way of asking without a place for the word stands before it."""
    assert Question("", ask).of(Word("hospitals", "医院", asked=asked)) == said


def test_weight_of_the_home_page(case: MakeCase) -> None:
    """Three thousand cases make no more cells than three hundred, and take no more room by far."""
    few, many = (mosaic_of(of_each_task(case, *counts)) for counts in ([75] * 4, [900, 800, 700, 600]))

    assert few
    assert many
    assert (few.count, many.count, few.size, many.size) == (300, 300, "small", "small")
    assert len(repr(many)) < 1.5 * len(repr(few))
