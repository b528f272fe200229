"""The data files of search say what the library says, the same in every build, and all of one build belong together."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Any

import pytest

from generator.case.model import Case
from generator.library.library import Library, gather
from generator.outputs.record_json import render_record
from generator.outputs.search import files as module
from generator.outputs.search import index as index_module
from generator.outputs.search.characters import characters
from generator.outputs.search.files import bundle_artifact, draw_index, index_artifact
from generator.outputs.search.index import STEP, build_index
from generator.outputs.search.packing import FIRST_UNIT
from generator.outputs.search.rows import row_data
from generator.outputs.search.texts import ZONES, searched
from generator.outputs.site.bundles import first_of_bundle
from generator.outputs.site.settings import Settings
from tests.drawing import content, contents
from tests.each import each
from tests.test_search_packing import unpack
from tests.test_search_script import handed_over

MakeCase = Callable[..., Case]

SETTINGS = Settings("示例案例集", "https://anliji.example/")

TITLES = ["重庆示例", "安徽示例", "《北京》示例", "AI育人示例", "5G应用示例", "西藏示例"]
BY_PINYIN = ["5G应用示例", "AI育人示例", "安徽示例", "《北京》示例", "重庆示例", "西藏示例"]

SHOWN = {
    "columns": ["案例", "学校", "任务类型", "时间", "主要数据"],
    "hasWho": True,
    "tasks": [
        ["joint-party-building", "党建联建"],
        ["education-services", "教育服务"],
        ["technology-empowerment", "科技赋能"],
        ["practice-based-education", "实践育人"],
    ],
}
"""What the directory tells of the programme."""

CHANGES: dict[str, dict[str, Any]] = {
    "a word": {"background": "示例的背景。"},
    "a facet that is not searched": {"province": "江苏"},
    "another such facet": {"level": "校级团队"},
    "a second task": {"also": ["党建联建"]},
    "a partner's kind": {"partners": [{"name": "示例村", "kind": "村"}]},
    "a year": {"period": {"start": "2024"}},
    "signs in a title": {"title": "《示例》案例"},
}
BEFORE = {"title": "“示例”案例", "partners": [{"name": "示例村", "kind": "社区"}], "period": {"start": "2023"}}


def library_of(case: MakeCase) -> Library:
    """Make a small library with terms of every kind."""
    return gather(
        [
            case("a", title="示例一号", province="江苏", keywords=["科普", "AI"], period={"start": "2024"}),
            case(
                "b", title="示例二号", task="党建联建", also=["教育服务"], partners=[{"name": "示例村", "kind": "村"}]
            ),
            case("c", title="𠮷野示例", keywords=["科普"], places=[{"province": "甘肃", "city": "示例市"}]),
            case("gone", title="撤下示例", status="withdrawn"),
        ]
    )


def texts_of(library: Library) -> list[tuple[str, ...]]:
    """Give the searched texts of all cases, in the library's order."""
    return [searched(one) for one in library.cases]


def data_of(library: Library) -> dict[str, list[Any]]:
    """Read all files of search but the cases' own: by name what they hand over, the sign first."""
    found = {uri: handed_over(data) for uri, data in draw_index(library, texts_of(library))[0].items()}
    assert list(found) == [f"search/{name}.js" for _, name, *_ in found.values()]
    return {name: [version, *data] for version, name, *data in found.values()}


def of_kind(data: dict[str, list[Any]], kind: str) -> list[list[Any]]:
    """Give what the files of a folder hand over, in order."""
    return [given for name, (_, *given) in data.items() if name.startswith(f"{kind}/")]


def ranks_of(data: dict[str, list[Any]]) -> list[int]:
    """Read the cases' ranks as `theme/assets/js/search/order.js` does."""
    _, high, low = data["order"]
    digits = [[ord(unit) - FIRST_UNIT for unit in text] for text in (high, low)]
    return [upper * 32_768 + lower for upper, lower in zip(*digits, strict=True)]


def numbered(count: int, case: MakeCase) -> Iterable[Case]:
    """Make cases whose order is that of their numbers."""
    return (case(f"c-{number:05}", title=f"示例{number:05}") for number in range(count))


def test_names(case: MakeCase) -> None:
    """A small library has one file of each kind, in this order."""
    about = ["index", "characters", "terms", "facets/0", "order", "words", "initials", "sounds"]
    expected = [*about, "titles/0", "rows/0", "ids/0", "letters/0", "grams/0"]

    assert expected == list(data_of(library_of(case)))


def test_files_of_an_empty_library() -> None:
    """A library without cases has all files that a page asks for at first, and they say so."""
    data = data_of(gather([]))

    assert ["index", "characters", "terms", "facets/0", "order", "words", "initials", "sounds"] == list(data)
    texts = {"ids": "", "called": "", "letters": "", "grams": "", "frequent": "", "many": ""}
    about, lengths, titles = data["index"][1:]
    signs = about.pop("signs")
    numbers = {"count": 0, "step": 64, "block": 256, "rows": 8}
    assert [{**numbers, "zones": [*ZONES], **SHOWN, **texts}, "", ""] == [about, lengths, titles]
    assert ["characters", "terms", "facets", "order", "words", "initials", "sounds"] == list(signs)
    assert ["", ""] == data["order"][1:] == data["words"][1:]
    assert [""] == data["initials"][1:]
    assert ["党建联建", "教育服务", "科技赋能", "实践育人"] == data["terms"][1][0]["names"]


def test_same_bytes(case: MakeCase) -> None:
    """Whatever the order in which records are read, the files are the same, byte for byte."""
    library = library_of(case)
    again = gather(reversed([*library.cases, *library.withdrawn]))

    assert draw_index(library, texts_of(library)) == draw_index(again, texts_of(again))
    one, other = (bundle_artifact("search/cases/a.js", each.cases, each, SETTINGS) for each in (library, again))
    assert content(one) == content(other)


def test_index_is_one_artifact(case: MakeCase) -> None:
    """All files but the cases' own are made together, as a folder, from the texts of all published cases."""
    library = library_of(case)
    artifact = index_artifact(library)

    assert ("search/", "index") == (artifact.uri, artifact.kind)
    assert draw_index(library, texts_of(library))[0] == contents(artifact)


def test_files_belong_together(case: MakeCase) -> None:
    """The directory knows the sign of every other file, by its kind and number, and has a version itself."""
    version, about, *_ = data_of(library_of(case))["index"]
    signs = {name: sign for name, (sign, *_) in data_of(library_of(case)).items() if name != "index"}
    known = {name: about["signs"][name.partition("/")[0]][int(name.partition("/")[2] or 0)] for name in signs}

    assert 8 == len(version)
    assert known == signs
    assert [1] == [*{len(sign) for sign in signs.values()}]


@each("name", CHANGES)
def test_other_data_has_another_sign(name: str, case: MakeCase) -> None:
    """Files that differ have different signs, and those that do not the same: no browser reads what does not fit."""
    before = data_of(gather([case(**BEFORE)]))
    after = data_of(gather([case(**{**BEFORE, **CHANGES[name]})]))
    changed = [name for name in before if before[name][1:] != after[name][1:]]

    assert "index" in changed
    assert changed == [name for name in before if before[name][0] != after[name][0]]


def test_renamed_case_has_another_sign(case: MakeCase) -> None:
    """A case under another id is another file to link to, so the sign changes."""
    before, after = data_of(gather([case("a", title="示例案例")])), data_of(gather([case("b", title="示例案例")]))

    assert before["titles/0"][0] != after["titles/0"][0]


def test_what_does_not_matter_changes_nothing(case: MakeCase) -> None:
    """What search does not know of a case leaves every file as it was."""
    before = gather([case("a"), case("b")])
    after = gather([case("a", secretary={"name": "甲示例"}), case("b"), case("c", status="draft")])

    assert data_of(before) == data_of(after)


def test_directory(case: MakeCase) -> None:
    """The directory tells how many cases there are, where their texts end, and with which gram each part begins."""
    library = library_of(case)
    texts = texts_of(library)
    index = build_index(texts)
    _, about, lengths, titles = data_of(library)["index"]
    about.pop("signs")

    assert {
        "count": 3,
        "zones": ["title", "names", "summary", "kinds", "body"],
        "step": STEP,
        "block": 256,
        "rows": 8,
        **SHOWN,
        "ids": "a",
        "called": "",
        "letters": index.letters[0].texts[0],
        "grams": index.grams[0].texts[0],
        "frequent": "",
        "many": "",
    } == about
    sizes = [[len(text.encode("utf-16-le")) // 2 for text in zone] for zone in zip(*texts, strict=True)]
    assert [sum(-(-size // STEP) for size in zone) for zone in sizes] == [
        ends[-1] for ends in unpack(lengths, len(ZONES))
    ]
    assert [[*accumulate(sizes[0])]] == unpack(titles, 1)


def test_parts(case: MakeCase, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each part is a file with its grams and their places, and the directory names the first gram of each."""
    monkeypatch.setattr(index_module, "PART_UNITS", 20)
    library = library_of(case)
    index = build_index(texts_of(library))
    data = data_of(library)

    for kind, parts in (("letters", index.letters), ("grams", index.grams)):
        assert [f"{kind}/{number}" for number in range(len(parts))] == [name for name in data if name.startswith(kind)]
        assert len(parts) > 2
        assert [",".join(part.texts).encode("utf-16", "surrogatepass") for part in parts] == [
            texts.encode("utf-16", "surrogatepass") for texts, _ in of_kind(data, kind)
        ]
        assert [part.packed for part in parts] == [packed for _, packed in of_kind(data, kind)]
        first = [texts.split(",")[0] for texts, _ in of_kind(data, kind)]
        assert first == data["index"][1][kind].split(",")


def test_characters(case: MakeCase) -> None:
    """A browser reads the same table as the index was made by; letters that lower themselves are not written out."""
    table = characters()
    _, packed, upper, lower = data_of(library_of(case))["characters"]
    borders = [[border for each in ranges for border in (each.start, each.stop)] for ranges in table.ranges]
    read = dict(zip(upper, lower, strict=True))

    assert borders == unpack(packed, 3)
    assert table.alike == {one: read.get(one, one.lower()) for one in table.alike}
    assert [] == [one for one in read if one not in table.alike or one.lower() == read[one]]


def test_order_of_titles(case: MakeCase) -> None:
    """The ranks put the cases in the pinyin order of their titles."""
    library = gather(case(f"c-{number}", title=title) for number, title in enumerate(TITLES))
    ranks = ranks_of(data_of(library))

    assert BY_PINYIN == [one.title for _, one in sorted(zip(ranks, library.cases, strict=True))]
    assert list(range(len(TITLES))) == sorted(ranks)


def test_which_university_leads(case: MakeCase) -> None:
    """Where cases have several universities, the file of orders tells which one leads, and else it is as it was."""
    several = {"university": None, "universities": ["乙大学", "甲大学"]}
    alone = data_of(gather([case("a", university="甲大学")]))
    together = data_of(gather([case("a", university="甲大学"), case("b", **several)]))
    (facet,) = (one for one in together["terms"][1] if one["key"] == "university")

    assert 3 == len(alone["order"])
    assert {"1": facet["names"].index("乙大学")} == together["order"][3]


def test_order_of_equal_titles(case: MakeCase) -> None:
    """Cases of the same title stand as in the library, the newest first."""
    library = gather(case(f"c-{year}", title="示例标题", period={"start": str(year)}) for year in (2020, 2024, 2022))

    assert [0, 1, 2] == ranks_of(data_of(library))


def test_ranks_of_a_large_library(case: MakeCase) -> None:
    """Ranks go on past what one character can say."""
    one = case(title="示例标题")
    library = replace(gather([one]), cases=(one,) * 32_770)

    high, low = module._order(library)
    assert ("\u3000" * 32_768 + "\u3001" * 2, "\uafff\u3000\u3001") == (high, str(low)[-3:])


@pytest.mark.parametrize(("count", "expected"), [(1, [1]), (3, [3]), (4, [3, 1]), (6, [3, 3]), (7, [3, 3, 1])])
def test_blocks(count: int, expected: list[int], case: MakeCase, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ids and titles come in blocks of so many cases, in the library's order, the last with the rest."""
    monkeypatch.setattr(module, "TITLES_IN_FILE", 3)
    library = gather(numbered(count, case))
    data = data_of(library)
    blocks = of_kind(data, "titles")

    assert expected == [len(ids) for ids, _ in blocks]
    assert [one.id for one in library.cases] == [id for ids, _ in blocks for id in ids]
    assert [one.title for one in library.cases] == [title for _, titles in blocks for title in titles]
    assert 3 == data["index"][1]["block"]


def test_titles_are_as_written(case: MakeCase) -> None:
    """Titles are not normalised, whatever they look like."""
    title = '“双带头人”</script>\\"甲\u2028'
    data = data_of(gather([case("x-01", title=title)]))

    assert [[["x-01"], [title.strip()]]] == of_kind(data, "titles")


def test_file_of_some_cases(case: MakeCase) -> None:
    """A file has for each of its cases the id, the texts beside its row, and its record; it is of no build."""
    library = gather(
        [case("x-01", summary="一句。又一句。", keywords=["示例词"], background="甲。\n\n乙。"), case("x-02")]
    )
    artifact = bundle_artifact("search/cases/x-01.js", library.cases, library, SETTINGS)
    version, name, *data = handed_over(content(artifact))
    names = [["学校", "示例大学"], ["支部或单位", "示例党支部"]]
    told = [["关键词", "示例词"], ["内容提要", ["summary"]], ["背景与问题", ["background"]]]

    assert ("search/cases/x-01.js", "", "cases/x-01") == (artifact.uri, version, name)
    assert ["x-01", "x-02"] == data[::3]
    assert [[*names, *told], names] == data[1::3]
    assert [render_record(one, SETTINGS) for one in library.cases] == data[2::3]
    assert {"cases/x-01.html", "cases/x-02.html"} == artifact.make().refers_to


def test_rows(case: MakeCase, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows come in blocks of so many cases, in the library's order; each says in whose file its texts are."""
    monkeypatch.setattr(module, "ROWS_IN_FILE", 3)
    library = gather(numbered(7, case))
    firsts = first_of_bundle(library)
    blocks = of_kind(data_of(library), "rows")

    assert [3, 3, 1] == [len(block) for block in blocks]
    assert [row_data(one, library.programme, firsts[one.id]) for one in library.cases] == [
        row for block in blocks for row in block
    ]


def test_grams_ascend_through_the_files(case: MakeCase, monkeypatch: pytest.MonkeyPatch) -> None:
    """From file to file the grams ascend as a browser compares texts."""
    monkeypatch.setattr(index_module, "PART_UNITS", 20)
    texts = [texts.split(",") for texts, _ in of_kind(data_of(gather(numbered(30, case))), "grams")]

    assert all(before[-1] < after[0] for before, after in pairwise(texts))
