"""Readers find the cases of a book by place, university and keyword, in pinyin order."""

from collections.abc import Callable
from itertools import chain

from generator.case.model import Case
from generator.library import pinyin
from generator.library.library import gather
from generator.outputs.book.indexes import Index, IndexGroup, IndexTerm, indexes_of

MakeCase = Callable[..., Case]
Groups = list[tuple[str, list[tuple[str, list[str]]]]]


def told(index: Index) -> tuple[str, Groups]:
    """Give an index as plain values."""
    groups = [(group.letter, [(term.name, list(term.cases)) for term in group.terms]) for group in index.groups]
    return index.title, groups


def keywords_of(*cases: Case) -> Groups:
    """Index the keywords of some cases, which the book has in this order."""
    found = dict(told(index) for index in indexes_of(gather(cases, drafts=True), [case.id for case in cases]))
    return found["关键词索引"]


def test_indexes(case: MakeCase) -> None:
    """A book has three indexes, each group under its letter, each term with its cases in the book's order."""
    cases = [
        case("a-1", province="江苏", university="示例大学", keywords=["灌渠"], period={"start": "2020"}),
        case("b-1", province="甘肃", university="示例大学", keywords=["灌渠", "科普"], period={"start": "2024"}),
        case("c-1", province="江苏", university="编造大学", period={"start": "2022"}),
    ]

    found = indexes_of(gather(cases), ["c-1", "a-1", "b-1"])

    assert [
        ("地区索引", [("G", [("甘肃", ["b-1"])]), ("J", [("江苏", ["c-1", "a-1"])])]),
        ("学校索引", [("B", [("编造大学", ["c-1"])]), ("S", [("示例大学", ["a-1", "b-1"])])]),
        ("关键词索引", [("G", [("灌渠", ["a-1", "b-1"])]), ("K", [("科普", ["b-1"])])]),
    ] == [told(index) for index in found]


def test_terms_as_values(case: MakeCase) -> None:
    """An index is nothing but frozen values."""
    found = indexes_of(gather([case("a-1")]), ["a-1"])

    assert (Index("学校索引", (IndexGroup("S", (IndexTerm("示例大学", ("a-1",)),)),)),) == found


def test_indexes_without_entries_are_left_out(case: MakeCase) -> None:
    """Where no case has a province or a keyword, there is no empty index."""
    assert ["学校索引"] == [index.title for index in indexes_of(gather([case("a-1")]), ["a-1"])]


def test_no_cases() -> None:
    """A book without cases has no index."""
    assert () == indexes_of(gather([]), [])


def test_order_within_a_letter(case: MakeCase) -> None:
    """Terms stand by pinyin with tone, character by character, then by the character itself."""
    one = case(keywords=["示范", "石榴", "史料", "食品", "师德"])

    assert [("S", [(name, ["x-01"]) for name in ["师德", "石榴", "食品", "史料", "示范"]])] == keywords_of(one)


def test_digits_come_first(case: MakeCase) -> None:
    """What begins with a digit, or with a character without pinyin, stands before the letters in one group."""
    one = case(keywords=["阿示例", "5G课堂", "3D打印", "100个示例", "αβ示例"])

    found = keywords_of(one)

    assert ["0–9", "A"] == [letter for letter, _ in found]
    assert {"5G课堂", "3D打印", "100个示例", "αβ示例"} == {name for name, _ in found[0][1]}
    assert ["100个示例", "3D打印", "5G课堂", "αβ示例"] == [name for name, _ in found[0][1]]


def test_latin_stands_among_the_han(case: MakeCase) -> None:
    """Latin words stand under their letter, whatever their case, before the Han of that letter."""
    one = case(keywords=["云课堂", "AI助教", "deep learning", "党课", "Python"])

    assert [
        ("A", ["AI助教"]),
        ("D", ["deep learning", "党课"]),
        ("P", ["Python"]),
        ("Y", ["云课堂"]),
    ] == [(letter, [name for name, _ in terms]) for letter, terms in keywords_of(one)]


def test_quotation_marks_do_not_count(case: MakeCase) -> None:
    """A term in quotation marks or 《》 stands where it would stand without them."""
    one = case(keywords=["石榴", "“师德”示例", "《食品》示例", "史料"])

    assert ["“师德”示例", "石榴", "《食品》示例", "史料"] == [
        name for _, terms in keywords_of(one) for name, _ in terms
    ]


def test_polyphones_are_read_as_words(case: MakeCase) -> None:
    """A province stands where it is spoken: 重庆 under C, 厦门's 厦 under X."""
    cases = [case("a-1", province="重庆", keywords=["厦门示例"]), case("a-2", province="陕西")]

    found = [told(index) for index in indexes_of(gather(cases), ["a-1", "a-2"])]

    assert ("地区索引", [("C", [("重庆", ["a-1"])]), ("S", [("陕西", ["a-2"])])]) == found[0]
    assert ("关键词索引", [("X", [("厦门示例", ["a-1"])])]) == found[2]


def test_cases_in_the_books_order(case: MakeCase) -> None:
    """A term's cases stand in the book's order, which need not be that of their dates or ids; drafts are among them."""
    cases = [
        case(f"c-{at}", keywords=["示例"], period={"start": str(2000 + at)}, status="draft") for at in (5, 1, 9, 3)
    ]

    assert [("S", [("示例", ["c-5", "c-1", "c-9", "c-3"])])] == keywords_of(*cases)


def test_a_keyword_given_twice(case: MakeCase) -> None:
    """A case stands once under a term, even if its record names the term twice."""
    assert [("S", [("示例", ["x-01"])])] == keywords_of(case(keywords=["示例", "示例"]))


def test_whole_order(case: MakeCase) -> None:
    """Letters come once each, in order, and in each letter all terms are in pinyin order."""
    words = ["渠边会商", "灌渠", "五步法", "水质监测", "科普", "2024年", "乡村振兴", "AI", "安全", "支教"]

    found = keywords_of(case("a-1", keywords=words))
    letters = [letter for letter, _ in found]

    assert sorted(set(letters)) == letters
    assert sorted(words) == sorted(chain.from_iterable([name for name, _ in terms] for _, terms in found))
    for _, terms in found:
        assert sorted((name for name, _ in terms), key=pinyin.order) == [name for name, _ in terms]
