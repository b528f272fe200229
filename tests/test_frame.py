"""Content is poured into a hosted page at its marks, and nowhere else."""

from generator.outputs.site.frame import Frame
from tests.each import each

MAIN, HEAD = "<!-- anliji:main -->", "<!-- anliji:head -->"

POURED = {
    "both marks": (f"<head>{HEAD}</head><body>{MAIN}</body>", "<head>H</head><body>M</body>"),
    "one mark twice": (f"{MAIN}-{MAIN}", "M-M"),
    "no mark": ("<p>示例</p>", "<p>示例</p>"),
    "only a mark": (MAIN, "M"),
    "nothing": ("", ""),
    "mark without a value": ("甲<!-- anliji:rules -->乙", "甲乙"),
    "other comments": ("<!-- main --><!--anliji:main--><!-- anliji:MAIN -->", None),
    "line breaks": (f"甲\r\n{MAIN}\n", "甲\r\nM\n"),
}


@each("name", POURED)
def test_pour(name: str) -> None:
    """Each mark gives way to its value, a mark without a value to nothing; all else stays as it is."""
    html, expected = POURED[name]

    assert (html if expected is None else expected) == Frame("a.html", "", "", html).pour({"main": "M", "head": "H"})


@each("value", [r"\1 \g<0>", "$1 {main} %s", MAIN + HEAD, "", "<!-- anliji:", "\x00"])
def test_value_is_taken_as_it_is(value: str) -> None:
    """Whatever a value looks like, also a mark, it stands on the page unchanged."""
    frame = Frame("a.html", "", "", f"甲{MAIN}乙")

    assert f"甲{value}乙" == frame.pour({"main": value, "head": "H"})


def test_frame_is_used_again() -> None:
    """Pouring leaves the frame as it was, for the next page."""
    frame = Frame("a.html", "", "", f"甲{MAIN}乙")

    assert ["甲1乙", "甲乙", "甲2乙"] == [frame.pour(values) for values in ({"main": "1"}, {}, {"main": "2"})]
