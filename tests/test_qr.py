"""Codes that are sums of drawn ones are exactly those that segno draws, whatever the address."""

from collections.abc import Iterator
from functools import cache
from itertools import count

import pytest
import segno
import zxingcpp
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image
from segno import DataOverflowError

from generator.case.kinds import ID_LENGTH
from generator.outputs.graphics import qr
from generator.outputs.graphics.qr import MASK, QUIET_MODULES, Modules, modules
from tests.each import each

DIFFERING = qr._differing
FOLDER = "https://anliji.example/cases/"
SCALE = 3
CHANGES = (9, 13, 29, 51, 73)
"""Lengths of an id at which the code of its page is larger, or of another level, than for one character less."""


def drawn(address: str) -> Modules:
    """Give the code of an address as segno draws it."""
    code = segno.make(address.encode(), error="m", mode="byte", mask=MASK, micro=False)
    rows = b"".join(map(bytes, code.matrix_iter(border=QUIET_MODULES)))
    return Modules(len(code.matrix) + 2 * QUIET_MODULES, int(code.version), code.error, int.from_bytes(rows))


def read(code: Modules) -> list[str]:
    """Give what a reader finds in a code."""
    cells = code.cells.to_bytes(code.side**2).translate(bytes([255, 0]) + bytes(254))
    image = Image.frombytes("L", (code.side, code.side), cells).resize((code.side * SCALE, code.side * SCALE))
    return [found.text for found in zxingcpp.read_barcodes(image)]


@pytest.fixture(autouse=True, scope="module")
def sums() -> Iterator[None]:
    """Let all codes be sums, the first few of a kind too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(qr, "_FEW", 0)
        yield


ids = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(lambda text: len(text) <= ID_LENGTH)
printable = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=90)
any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(ids)
@settings(deadline=None)
@example("a" * ID_LENGTH)
@example("0")
def test_codes_of_cases(case_id: str) -> None:
    """The code of a case's page is segno's, module by module, and is read as the page's address."""
    address = f"{FOLDER}{case_id}.html"
    code = modules(address)

    assert drawn(address) == code
    assert [address] == read(code)


@given(st.one_of(printable, any_text))
@settings(deadline=None)
@example("")
@example("HTTP://A.EXAMPLE/CASES/1.HTML")
@example("0123456789")
@example("/.")
@example("http://a.example/\N{LATIN SMALL LETTER E WITH ACUTE}.html")
@example("https://案例.example/案例/示例.html")
def test_codes_of_any_text(text: str) -> None:
    """So is the code of whatever else an address may be, in UTF-8: no other alphabet is chosen where it would do."""
    assert drawn(text) == modules(text)


def address_of(length: int) -> str:
    """Give the address of a case whose id has so many characters, of which a few take no time to add up."""
    return f"{FOLDER}{'z-9'.center(length, '0')[:length]}.html"


@each("length", CHANGES)
def test_codes_at_every_change(length: int) -> None:
    """Versions and levels change with the length of an address; on either side of a change the code is segno's."""
    addresses = [address_of(length - 1), address_of(length)]
    before, after = map(modules, addresses)

    assert (before.version, before.level) != (after.version, after.level)
    assert [before, after] == [*map(drawn, addresses)]


def test_few_and_many_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first codes of a kind are drawn, those behind them are sums, and all are segno's."""
    few, addresses = 3, [f"{FOLDER}ge-{number}-shi-li.html" for number in range(6)]
    monkeypatch.setattr(qr, "_FEW", few)
    monkeypatch.setattr(qr, "_asked_for", cache(lambda _: count()))
    asked: list[int] = []
    monkeypatch.setattr(qr, "_differing", lambda one, other: asked.append(1) or DIFFERING(one, other))

    assert list(map(modules, addresses)) == list(map(drawn, addresses))
    assert len(asked) == len(addresses) - few


@pytest.mark.sampled("length", [*range(1, 75), 150, 500])
def test_codes_of_all_lengths(length: int) -> None:
    """So it is between the changes, and for longer addresses than a case can have."""
    assert drawn(address_of(length)) == modules(address_of(length))


def test_versions_and_levels() -> None:
    """A code is as small as level M allows, and in that size as safe as there is room for."""
    found = {(code.version, code.level) for code in (modules("0" * length + ".y") for length in range(1, 60))}

    assert {(1, "H"), (1, "Q"), (1, "M"), (2, "Q"), (2, "M"), (3, "Q"), (3, "M"), (4, "Q"), (4, "M")} == found


def test_percent_encoded() -> None:
    """An address in percent-encoding is read as it is written."""
    address = "https://www.example.edu.cn/%E6%A1%88%E4%BE%8B/cases/jy-2025-001.html"

    assert [address] == read(modules(address))


def test_chinese_is_utf_8() -> None:
    """An address in Chinese letters is read as such, also where Japanese has the same letters."""
    assert ["https://日本.example/一.html"] == read(modules("https://日本.example/一.html"))


def test_address_that_no_code_holds() -> None:
    """What is too long for the largest code is not cut."""
    with pytest.raises(DataOverflowError):
        modules(f"{FOLDER}{'a' * 3000}.html")
