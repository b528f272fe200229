"""The list of names: the shipped one is sound, and other spellings are read as the name wherever it shows."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generator.case.date import PartialDate
from generator.case.model import Case
from generator.case.names import Name, Names
from generator.case.programme import packaged_programme
from generator.library.library import gather
from generator.outputs.report import render_problem
from generator.outputs.search.files import draw_index
from generator.outputs.search.texts import passages, searched
from generator.reading.check_result import CheckResult
from generator.reading.examination import examine, parse_record
from generator.reading.name_list import NameList
from generator.reading.record import Record
from generator.reading.surroundings import Surroundings
from tests.each import each

Golden = Callable[[str, str], str]
MakeCase = Callable[..., Case]

SHIPPED = Path(__file__).parent.parent / "content" / "names.yml"
BARE = Surroundings(PartialDate(2026, 11, 22), packaged_programme())
LIST = """\
universities:
- name: 示例农业大学
  abbreviations: [示例农大]
  former: [示例农学院]
schools:
- name: 茶学与园艺学院
  abbreviations: [茶学院]
  university: 示例农业大学
places:
- name: 示例土家族苗族自治州
  abbreviations: [示例州]
partners:
- name: 示例县人民政府
  abbreviations: [示例县政府]
"""


def examine_list(text: str) -> CheckResult[NameList]:
    """Examine a list of names as the build does."""
    return examine(parse_record(Record("names", "content/names.yml", text.encode()), NameList, BARE), NameList)


def names_of(text: str) -> Names:
    """Read a list without problems."""
    result = examine_list(text)
    assert result.value is not None, result.problems
    return result.value.names


NAMES = names_of(LIST)


def case_of(text: str, names: Names = NAMES) -> Case:
    """Read a record by a list of names."""
    record = (
        "title: 示例标题\ntask: 教育服务\nsummary: 示例提要。\nbranch: 示例支部\n"
        "sources:\n- {title: 示例报道, publisher: 示例网}\nstatus: published\n"
    )
    surroundings = Surroundings(BARE.today, BARE.programme, names=names)
    raw = Record("x-01", "cases/x-01/case.yml", f"{record}{text}".encode())
    result = examine(parse_record(raw, Case, surroundings), Case)
    assert result.value is not None, result.problems
    return result.value


def test_shipped_list_is_sound() -> None:
    """The list that comes with the program has no problems, and knows every university that it names."""
    result = examine_list(SHIPPED.read_text(encoding="utf-8"))

    assert result.problems == ()
    assert result.value is not None
    assert [] == [one for one in result.value.universities if one.pinyin]


@each(
    ("written", "read"),
    [
        ("示例农业大学", "示例农业大学"),
        ("示例农大", "示例农业大学"),
        ("示例农学院", "示例农业大学"),
        ("示例 农大", "示例农业大学"),
        ("示例林大", "示例林大"),
        ("示例 大学", "示例大学"),
        ("示例大学(南校区)", "示例大学（南校区）"),
        ("Shili (China) University", "Shili (China) University"),
    ],
)
def test_university(written: str, read: str) -> None:
    """Other spellings are read as the name; of an unknown name, width and blanks are made the usual ones."""
    assert read == case_of(f"university: {written}\n").university


def test_several_universities() -> None:
    """Of several universities, two spellings of one are one."""
    assert ("示例农业大学", "示例林业大学") == case_of(
        "universities: [示例农大, 示例农业大学, 示例林业大学]\n"
    ).universities


def test_other_names() -> None:
    """Schools of their university, places and partners are read by their names, too."""
    one = case_of(
        "university: 示例农大\nschool: 茶学院\nplaces:\n- {province: 湖北, city: 示例州}\n"
        "partners:\n- {name: 示例县政府, kind: 政府部门}\n"
    )

    assert ("茶学与园艺学院", "湖北示例土家族苗族自治州", "示例县人民政府") == (
        one.school,
        one.places[0].chinese,
        one.partners[0].name,
    )
    assert "茶学院" == case_of("university: 示例大学\nschool: 茶学院\n").school


def test_a_university_that_is_a_partner() -> None:
    """A partner is read by a university's list, too, unless the partners' own list knows it."""
    names = Names(
        {
            "universities": (Name("示例农业大学", ("示例农大", "示农")),),
            "partners": (Name("示例农产品公司", ("示农",)),),
        }
    )

    assert names.name_of("partners", "示例农大") == "示例农业大学"
    assert names.name_of("partners", "示农") == "示例农产品公司"
    assert names.name_of("schools", "示例农大") == "示例农大"


def test_facet() -> None:
    """One term holds the cases of all spellings, and knows what else it is called."""
    cases = [case_of("university: 示例农大\n"), case_of("university: 示例农业大学\n")]
    library = gather([case.model_copy(update={"id": f"x-{at}"}) for at, case in enumerate(cases)], names=NAMES)
    (term,) = library.facets["university"].terms

    assert ("示例农业大学", 2, ("示例农大", "示例农学院")) == (term.name, term.count, term.aliases)


def test_place_inside_others() -> None:
    """A place's term, which begins with the places around it, knows what else the place is called."""
    library = gather([case_of("university: 示例大学\nplaces:\n- {province: 湖北, city: 示例州}\n")], names=NAMES)
    terms = library.facets["place"].by_name

    assert {"湖北": (), "湖北示例土家族苗族自治州": ("示例州",)} == {name: terms[name].aliases for name in terms}


def test_search_finds_aliases() -> None:
    """What else a name is called is text of the case, in a passage of its own, and goes to the lists of terms."""
    one = case_of("university: 示例农大\n")
    library = gather([one], names=NAMES)
    files = draw_index(library, [searched(one, NAMES)])[0]

    assert [("names", "又称", "示例农大、示例农学院")] == [
        (found.zone, found.label, found.text) for found in passages(one, NAMES) if found.label == "又称"
    ]
    assert "示例农大 示例农学院" in searched(one, NAMES)[1]
    assert "示例农大" not in "".join(searched(one))
    assert '"also":{"0":[["示例农大","shi li nong da"],["示例农学院"' in files["search/terms.js"].decode()


def test_no_aliases_leave_search_as_it_was() -> None:
    """Without aliases the data of search has no trace of them."""
    one = case_of("university: 示例大学\n", Names())

    assert b'"also":{' not in draw_index(gather([one]), [searched(one)])[0]["search/terms.js"]


def test_irregular_reading() -> None:
    """A given reading decides on order, letters and the address; Latin letters and digits have none."""
    names = Names({"universities": (Name("示例大学2", pinyin="ai4 li4 da4 xue2"),)})
    library = gather([case_of("university: 示例大学2\n", names), case_of("university: 安示大学\n", names)], names=names)
    terms = [(term.name, term.slug) for term in library.facets["university"].terms]

    assert [("示例大学2", "ailidaxue2"), ("安示大学", "anshidaxue")] == terms


def test_names_before_aliases() -> None:
    """What is a name itself is never read as another; a unit's alias counts in its university first."""
    names = Names(
        {
            "universities": (Name("甲大学", ("乙大学",)), Name("乙大学")),
            "schools": (Name("茶学系", ("茶系",), university="甲大学"), Name("茶业系", ("茶系",))),
        }
    )

    assert "乙大学" == names.name_of("universities", "乙大学")
    assert "茶学系" == names.name_of("schools", "茶系", "甲大学")
    assert "茶业系" == names.name_of("schools", "茶系", "丙大学")


SHARED = Names(
    {
        "universities": (
            Name("甲示大学", ("示大", "甲大")),
            Name("乙示大学", ("示大",)),
            Name("丙示大学", ("甲示大学",)),
        ),
        "schools": (Name("茶学系", ("茶系",), university="甲示大学"), Name("茶业系", ("茶系",))),
    }
)


def test_what_several_are_called_is_read_as_none_of_them() -> None:
    """A shared abbreviation names both; a name is never one, and a school of the university itself comes first."""
    assert SHARED.sharing("universities", "示 大") == ("甲示大学", "乙示大学")
    assert SHARED.name_of("universities", "示大") == "示大"
    assert SHARED.sharing("universities", "甲示大学") == ()
    assert SHARED.name_of("universities", "甲大") == "甲示大学"
    assert SHARED.sharing("schools", "茶系", "甲示大学") == ()
    assert SHARED.name_of("schools", "茶系", "甲示大学") == "茶学系"


def test_a_record_that_has_a_shared_name_is_told(golden: Golden) -> None:
    """The problem offers each of the names."""
    text = "title: 示例案例\ntask: 教育服务\nuniversity: 示大\nsummary: 编出来的提要，只为检查用。\n"
    record = Record("x-01", "cases/x-01/case.yml", text.encode())
    result = examine(parse_record(record, Case, replace(BARE, names=SHARED)), Case)
    found = [one for one in result.problems if one.rule == "name-ambiguous"]
    actual = "\n\n".join(map(render_problem, found)) + "\n"

    assert golden("diagnostics/name-ambiguous.txt", actual) == actual
    assert [len(one.alternatives) for one in found] == [1]


FAULTS = {
    "name-conflict": """\
universities:
- {name: 示例农业大学, abbreviations: [示例农大, 示农, 示农], former: [示例农业大学]}
- {name: 样例农业大学, abbreviations: [示农, 示例农业大学]}
- {name: 示例 农业大学}
schools:
- {name: 茶学院, abbreviations: [茶院], university: 示例农业大学}
- {name: 茶业学院, abbreviations: [茶院], university: 样例农业大学}
""",
    "name-conflict.circle": """\
universities:
- {name: 示例大学, former: [样例大学]}
- {name: 样例大学, former: [范例大学]}
- {name: 范例大学, former: [示例大学]}
""",
    "pinyin-invalid": """\
universities:
- {name: 厦门示例大学, pinyin: xiamen shili daxue}
- {name: 重庆示例大学, pinyin: "chong qing shi li, da xue"}
- {name: 示例A大学, pinyin: shi4 li4 da4 xue2}
""",
    "record-empty.list": "# universities:\n",
    "key-unknown.list": "universities:\n- {name: 示例大学, alias: [示大]}\nuniversity: 示例大学\n",
}


@each("name", FAULTS)
def test_message(name: str, golden: Golden) -> None:
    """What is wrong in the list is told at its place."""
    problems = examine_list(FAULTS[name]).problems
    actual = "\n\n".join(map(render_problem, problems)) + "\n"

    assert golden(f"diagnostics/{name}.txt", actual) == actual
    assert name.partition(".")[0] in actual


def test_limits() -> None:
    """A list of all universities of the country is read; one beyond the limits is told, not read."""
    every = "".join(
        f"- {{name: 示例第{at}大学, abbreviations: [示{at}大], former: [示{at}学院]}}\n" for at in range(3_000)
    )

    assert () == examine_list(f"universities:\n{every}").problems
    assert ["record-too-large"] == [problem.rule for problem in examine_list(f"universities:\n{every * 3}").problems]
    many = ", ".join(f"示{at}大" for at in range(21))
    assert ["list-too-long"] == [
        problem.rule for problem in examine_list(f"universities:\n- {{name: 示例大学, former: [{many}]}}\n").problems
    ]
