"""A test of a table goes through all cases and says which are wrong: nothing is lost by its being one test."""

import inspect

import pytest

from tests.each import each


def test_every_case_is_tested() -> None:
    """Each case is given by its names; those without ids are shown by their values, one value needs no tuple."""
    seen: list[tuple[object, ...]] = []
    each(("a", "b"), [(1, 2), pytest.param(3, 4, id="named")])(lambda a, b: seen.append((a, b)))()
    each("a", iter(range(2)), ids=str)(lambda a: seen.append((a,)))()

    assert seen == [(1, 2), (3, 4), (0,), (1,)]


def test_tables_in_tables() -> None:
    """Two tables give every pair."""
    seen: list[tuple[object, ...]] = []
    each("a", [1, 2])(each("b", "xy")(lambda a, b: seen.append((a, b))))()

    assert seen == [(1, "x"), (1, "y"), (2, "x"), (2, "y")]


def test_what_a_test_asks_for_besides() -> None:
    """Fixtures, marks and words stay the test's."""

    @pytest.mark.program
    def plain(a: int, tmp_path: object) -> None:
        """Words."""
        assert (a, tmp_path) == (1, "here")

    test = each("a", [1])(plain)
    test(tmp_path="here")

    assert list(inspect.signature(test).parameters) == ["tmp_path"]
    assert (test.__name__, test.__doc__, [mark.name for mark in test.pytestmark]) == ("plain", "Words.", ["program"])


def refuse_odd(number: int) -> None:
    """Refuse odd numbers in two ways."""
    assert number != 3, "three"
    if number % 2:
        pytest.fail(f"odd: {number}")


def notes(error: BaseException) -> list[str]:
    """Give the name of the case that an error is about."""
    return error.__notes__


def test_one_wrong_case_is_named() -> None:
    """One wrong case fails as a test of its own would, with its number and what it is called."""
    with pytest.raises(AssertionError, match="three") as caught:
        each("number", [2, 3, 4], ids=["two", "three", "four"])(refuse_odd)()

    assert notes(caught.value) == ["case 2: three"]


def test_all_wrong_cases_are_named() -> None:
    """Where several are wrong, all are told of, those after the first too."""
    with pytest.raises(BaseExceptionGroup, match="3 of 5") as caught:
        each("number", [1, 2, pytest.param(3, id="drei"), 4, 5])(refuse_odd)()

    names = ["case 1: 1", "case 3: drei", "case 5: 5"]
    assert [note for error in caught.value.exceptions for note in notes(error)] == names
    assert caught.value.message == "\n".join(["3 of 5", *names])


def test_long_values_are_cut() -> None:
    """A case is named briefly."""
    with pytest.raises(AssertionError) as caught:
        each("number", [3], ids=lambda _: ["x" * 300])(refuse_odd)()

    assert notes(caught.value) == ["case 1: ['" + "x" * 198]


@pytest.mark.parametrize("cases", [[], iter(())])
def test_an_empty_table_is_refused(cases: object) -> None:
    """A test without a case could not fail."""
    with pytest.raises(ValueError, match="no case of number"):
        each("number", cases)  # type: ignore[arg-type]


def test_a_case_with_too_few_values_is_wrong() -> None:
    """A table is as its names say."""
    with pytest.raises(ValueError, match="shorter"):
        each("a, b", [(1,)])(lambda a, b: None)()  # noqa: ARG005
