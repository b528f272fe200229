"""Dashes of a list that are none for YAML are named at their place, and the items are read as they were meant."""

from generator.case.edit import apply_edits
from generator.reading.documents import parse_document
from tests.each import each

KEYS = frozenset({"title", "keywords", "progress", "year", "done", "outcomes", "what", "value", "background", "关键词"})


@each(
    ("written", "meant"),
    [
        ("keywords:\n  -甲\n  -乙\n", {"keywords": ["甲", "乙"]}),
        ("keywords:\n-甲\n- 乙\n", {"keywords": ["甲", "乙"]}),
        ("keywords:\n  －甲\n  — 乙\n  –\u3000丙\n", {"keywords": ["甲", "乙", "丙"]}),
        ("关键词：\r\n  -甲\r\n", {"关键词": ["甲"]}),
        (
            "outcomes:\n  -what: 甲\n   value: 5\n\n  -what：乙\n   value: 6\n",
            {"outcomes": [{"what": "甲", "value": "5"}, {"what": "乙", "value": "6"}]},
        ),
        (
            "progress:\n  -year: 2025\n   outcomes:\n   -what: 甲\n    value: 3\n  - year: 2024\n",
            {"progress": [{"year": "2025", "outcomes": [{"what": "甲", "value": "3"}]}, {"year": "2024"}]},
        ),
    ],
)
def test_items_are_read(written: str, meant: object) -> None:
    """Every dash is a fault, and what the faults say makes of the file what was read."""
    document = parse_document("cases/x/case.yml", written.encode(), KEYS)
    edits = [edit for fault in document.faults for edit in fault.edits]
    mended = parse_document("cases/x/case.yml", apply_edits(document.text, edits).encode(), KEYS)

    assert document.value == mended.value == meant
    assert {fault.rule for fault in document.faults} <= {"dash-wrong", "colon-full-width"}
    assert mended.faults == ()


@each(
    "text",
    [
        "title: 甲\n  -乙\n",
        "background: |\n  -甲\n  －乙\n",
        "background:\n  -甲\n",
        "progress:\n  - year: 2025\n    done:\n      -甲\n",
        "别的:\n  -甲\n",
        "keywords:\n  - 甲\n---\n",
    ],
)
def test_dashes_of_texts_stay(text: str) -> None:
    """Where no list is expected, a dash is the text's."""
    document = parse_document("cases/x/case.yml", text.encode(), KEYS)

    assert "dash-wrong" not in {fault.rule for fault in document.faults}
