"""Cases share files by ones and twos, and a case that comes or goes moves few of the others."""

from collections.abc import Callable

from generator.case.model import Case
from generator.library.library import Library, gather
from generator.outputs.site.bundles import bundles_of, first_of_bundle

MakeCase = Callable[..., Case]


def library_of(numbers: range, case: MakeCase) -> Library:
    """Make a library in the order of its numbers."""
    return gather(case(f"c-{number:03}", title=f"示例{number:03}") for number in numbers)


def test_every_case_is_in_one_file(case: MakeCase) -> None:
    """Each case is in one file, in the library's order; a file has one or two, and the first one's name."""
    library = library_of(range(200), case)
    bundles = bundles_of(library)

    assert list(library.cases) == [one for cases in bundles.values() for one in cases]
    assert {1, 2} == {len(cases) for cases in bundles.values()}
    assert [f"search/cases/{cases[0].id}.js" for cases in bundles.values()] == list(bundles)
    assert {one.id: cases[0].id for cases in bundles.values() for one in cases} == first_of_bundle(library)


def test_few_files(case: MakeCase) -> None:
    """There are not many more than half as many files as cases."""
    assert 100 <= len(bundles_of(library_of(range(200), case))) <= 110


def test_a_case_that_comes_moves_few_others(case: MakeCase) -> None:
    """Whichever case is new, the files of nearly all others have the same cases as before."""
    whole = bundles_of(library_of(range(200), case))
    for gone in range(0, 200, 20):
        library = gather(one for cases in whole.values() for one in cases if one.id != f"c-{gone:03}")
        same = bundles_of(library).items() & whole.items()

        assert len(whole) - len(same) <= 20


def test_no_cases() -> None:
    """Without cases there are no files."""
    assert {} == bundles_of(gather([]))
