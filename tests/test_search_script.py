"""A data file is a script that hands over just what was given, in the smaller of two encodings."""

import json
import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.outputs.search.script import Verbatim, script
from tests.each import each

HOSTILE = [
    '"); alert("1',
    "');--",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "\\",
    '\\"',
    "\\u0041",
    "甲\u2028乙\u2029丙\u0085丁",
    "\0\x07\b\t\n\r\x1b",
    "\ufeff\ufffe\uffff",
    "${甲}`",
    "__proto__",
    "𠮷🎉",
]

ANY_TEXT = st.text(st.characters(exclude_categories=[]))
"""Any code units at all, lone halves of rare characters as well."""
DATA = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), ANY_TEXT),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(ANY_TEXT, inner, max_size=4)),
    max_leaves=8,
)


def handed_over(content: bytes) -> list[Any]:
    """Read a data file as a browser does: by its byte order mark, then the arguments of the one call."""
    text = content.decode("utf-16" if content.startswith(b"\xff\xfe") else "utf-8-sig")
    before, call, given_data = text.partition("anliji.give(")
    given_data, end, after = given_data.rpartition(");\n")
    assert ("", "anliji.give(", ");\n", "") == (before, call, end, after)
    plain = _VERBATIM.sub(lambda found: json.dumps(found[1]), given_data)
    arguments: list[Any] = json.loads(f"[{plain}]")
    return arguments


_VERBATIM = re.compile("String\\.raw`([^`]*)`")


def in_units(data: Any) -> Any:
    """Put halves of a rare character that stand together into one, as JavaScript has them anyway."""
    return json.loads(json.dumps(data))


@given(ANY_TEXT, ANY_TEXT, st.lists(DATA, max_size=4))
@example("", "甲", ["\ud842"])
@example("", "甲", ["\ud842", "\udfb7"])
@example("", "甲", ["\ud842\udfb7"])
@example("", "甲", ["\udfb7\ud842"])
@example("", "甲", ["\\\ud842"])
def test_what_is_handed_over(version: str, name: str, data: list[Any]) -> None:
    """Whatever is given arrives as it was, text by text and half by half."""
    assert in_units([version, name, *data]) == handed_over(script(version, name, *data))


@each("hostile", HOSTILE)
def test_hostile_text(hostile: str) -> None:
    """A text that looks like a script, or breaks lines where scripts must not be broken, is a text."""
    content = script(hostile, hostile, hostile, [hostile], {hostile: hostile})

    assert [hostile, hostile, hostile, [hostile], {hostile: hostile}] == handed_over(content)
    assert 1 == content.decode("utf-16" if content.startswith(b"\xff\xfe") else "utf-8-sig").count("\n")


def test_form() -> None:
    """The file is one call without any white space that it does not need."""
    expected = '\ufeffanliji.give("v1","甲",{"count":2,"zones":["乙","丙"]},null,"");\n'

    assert expected.encode() == script("v1", "甲", {"count": 2, "zones": ("乙", "丙")}, None, "")


def test_without_data() -> None:
    """A file may have nothing but its name."""
    assert b'\xef\xbb\xbfanliji.give("","index");\n' == script("", "index")


@each(
    ("text", "mark"),
    [
        pytest.param("", b"\xef\xbb\xbf", id="Latin"),
        pytest.param("a" * 1_000, b"\xef\xbb\xbf", id="much Latin"),
        pytest.param("示例大学", b"\xef\xbb\xbf", id="little Han"),
        pytest.param("示例大学" * 100, b"\xff\xfe", id="much Han"),
        pytest.param("\uafff" * 1_000, b"\xff\xfe", id="packed"),
        pytest.param("<p>示例</p>" * 100, b"\xef\xbb\xbf", id="HTML"),
    ],
)
def test_the_smaller_encoding(text: str, mark: bytes) -> None:
    """What is mostly Latin is written in UTF-8, what is mostly Han in UTF-16, and the first bytes say which."""
    assert script("", "", text).startswith(mark)


@given(st.text("a甲𠮷", max_size=60))
def test_no_encoding_is_smaller(text: str) -> None:
    """Neither encoding would have made the file smaller."""
    whole = f'\ufeffanliji.give("","","{text}");\n'

    assert min(len(whole.encode()), len(whole.encode("utf-16-le"))) == len(script("", "", text))


@each("text", ["平常", "`", "${甲}`", "\\", '"', "\n", "a`b${c}$ {d}", "\\u0060", "\ud842"])
def test_json_that_stands_as_it_is(text: str) -> None:
    """A JSON text stands between grave accents, which it has none of; read as JSON it is what it was."""
    found = json.dumps({"一": [text, 2.80]}, ensure_ascii=False)
    data = script("", "甲", Verbatim(found))
    shown = data.decode("utf-16" if data.startswith(b"\xff\xfe") else "utf-8-sig")
    (_, _, given) = handed_over(data)

    assert json.loads(found) == json.loads(given)
    assert 2 == shown.count("`")
    assert "${" not in shown
