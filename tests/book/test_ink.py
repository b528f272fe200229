"""In print all that is black is of black ink alone, and all that has a colour has it in the inks of the press."""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pypdf import PageObject
from pypdf.generic import ContentStream

from generator.case.model import Case, Collection
from generator.library.library import gather
from generator.outputs.views.book_format import Format
from tests.book.printed import PrintedVolume, print_book
from tests.ghostscript import find_ghostscript

Ink = tuple[str, tuple[float, ...]]
"""A colour space, and how much of each ink."""
BLACK: Ink = ("DeviceGray", (0,))
"""What a page begins with."""
SHOWING = {b"Tj", b"TJ", b"'", b'"'}
FILLING, STROKING = {b"f", b"F", b"f*"}, {b"S", b"s"}
BOTH = {b"B", b"B*", b"b", b"b*"}
SPACES = {b"g": "DeviceGray", b"rg": "DeviceRGB", b"k": "DeviceCMYK"}


@dataclass(frozen=True)
class Stroke:
    """Something that a page paints."""

    sheet: int
    operator: str
    ink: Ink


def painted(page: PageObject, sheet: int) -> Iterator[Stroke]:
    """Give all that a page's content paints but pictures, each with its colour, by the rules of PDF (ISO 32000)."""
    state = {"fill": BLACK, "stroke": BLACK}
    saved: list[dict[str, Ink]] = []
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator == b"q":
            saved.append(dict(state))
        elif operator == b"Q":
            state = saved.pop()
        elif operator.lower() in SPACES:
            which = "fill" if operator.islower() else "stroke"
            state[which] = (SPACES[operator.lower()], amounts(operands))
        elif operator in (b"cs", b"CS"):
            state["fill" if operator.islower() else "stroke"] = (str(operands[0]), ())
        elif operator.lower() in (b"sc", b"scn"):
            which = "fill" if operator.islower() else "stroke"
            state[which] = (state[which][0], amounts(operands))
        elif operator in SHOWING | FILLING:
            yield Stroke(sheet, operator.decode(), state["fill"])
        elif operator in STROKING:
            yield Stroke(sheet, operator.decode(), state["stroke"])
        elif operator in BOTH:
            yield from (Stroke(sheet, operator.decode(), ink) for ink in state.values())


def amounts(operands: list[Any]) -> tuple[float, ...]:
    """Give the numbers of a colour."""
    return tuple(float(one) for one in operands)


def all_painted(volume: PrintedVolume) -> list[Stroke]:
    """Give all that a book paints but pictures."""
    return [stroke for sheet, page in enumerate(volume.reader.pages, 1) for stroke in painted(page, sheet)]


def is_black_alone(ink: Ink) -> bool:
    """Check whether nothing but black ink, or no ink at all, comes to the paper."""
    space, parts = ink
    return space == "DeviceGray" or (space == "DeviceCMYK" and parts[:3] == (0, 0, 0))


def is_grey(ink: Ink) -> bool:
    """Check whether a colour is one of several inks and looks grey all the same."""
    space, parts = ink
    if space == "DeviceCMYK":
        return max(parts[:3]) - min(parts[:3]) < 0.03
    return max(parts) - min(parts) < 0.03


def test_all_colours_are_those_of_the_press(printed: PrintedVolume) -> None:
    """Every operator that paints text or a shape paints black ink, or four inks; none paints for the screen."""
    strokes = all_painted(printed)

    assert {"DeviceCMYK"} == {stroke.ink[0] for stroke in strokes} - {"DeviceGray"}
    assert [stroke for stroke in strokes if is_grey(stroke.ink) and not is_black_alone(stroke.ink)] == []
    assert any(stroke.operator in ("Tj", "TJ") and stroke.ink == ("DeviceCMYK", (0, 0, 0, 1)) for stroke in strokes)


def test_a_colour_has_three_inks_at_most(printed: PrintedVolume) -> None:
    """What is grey of a colour is black ink, so that nothing coloured is of four; the brown is M, Y and black."""
    inks = {
        tuple(round(part, 2) for part in stroke.ink[1]) for stroke in all_painted(printed) if len(stroke.ink[1]) > 1
    }

    assert [ink for ink in inks if all(ink)] == []
    assert (0, 0.4, 1, 0.46) in inks


def test_the_red_of_the_largest_book(case: Callable[..., Case], tmp_path: Path) -> None:
    """The book that is alone on its shelf is red, of M, Y and a little black."""
    book = Collection.model_validate({"id": "shili", "title": "示例选编", "editor": "示例", "date": "2026"})
    volume = print_book(gather([case("x-01")], [book]), "shili", Format("16k", "print"), tmp_path, tmp_path)

    assert ("DeviceCMYK", (0, 0.78, 0.83, 0.29)) in {
        (stroke.ink[0], tuple(round(part, 2) for part in stroke.ink[1])) for stroke in all_painted(volume)
    }


def test_the_screen_has_its_own_colours(shown: PrintedVolume) -> None:
    """The same book for the screen has no colour of the press."""
    assert [stroke for stroke in all_painted(shown) if stroke.ink[0] == "DeviceCMYK"] == []


@pytest.mark.sampled
@pytest.mark.program
def test_pages_without_a_colour_take_black_ink_alone(printed: PrintedVolume, ghostscript: str) -> None:
    """A press that is fed the book needs cyan, magenta and yellow on those pages only that have a colour or a photo."""
    command = [ghostscript, "-q", "-o", "-", "-sDEVICE=inkcov", str(printed.path)]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    needed = [any(float(part) for part in line.split()[:3]) for line in run.stdout.splitlines()]
    coloured = [
        "/XObject" in page["/Resources"] or any(not is_black_alone(stroke.ink) for stroke in painted(page, sheet))
        for sheet, page in enumerate(printed.reader.pages, 1)
    ]

    assert coloured == needed
    assert False in needed


@pytest.fixture(name="ghostscript")
def fixture_ghostscript(request: pytest.FixtureRequest) -> str:
    """Give the program; outside of `make soak` nothing is measured, and there it has to be."""
    if not request.config.getoption("--soak"):
        pytest.skip("starts Ghostscript: runs in make soak")
    return find_ghostscript() or pytest.fail("no Ghostscript: see tests/ghostscript.py")
