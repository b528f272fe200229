"""The trial's Word files with the values that are meant, and the table that comes with them; all is made up.

`python -m tests.untidy_word FILE` writes the table, for a trial by hand with `fixtures/intake/word`.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.untidy_table import FORMS, Truth, truths, untidy_table

INTAKE = Path(__file__).parent / "fixtures" / "intake"
WORD = INTAKE / "word"
EMPTY = "西安示例大学/新建 Microsoft Word 文档.docx"
"""Has headings only; no record can come of it."""
ROWS = 40
JOINED = {
    "把党课讲进合作社": 4,
    "苹果园里的“树上支部”": 5,
    "云端工坊修到村口的农机": 7,
    "稻田里的思政课": 10,
    "种子银行开在村委会": 12,
    "乡村小学的“晚安故事”": 14,
    "西安示例大学：导师带队进厂 难题就地拆解": 17,
    "白衣讲堂走进校园": 20,
    "数据多跑路 乡亲少跑腿": 24,
    "鲜花饼里的产教融合": 27,
    "护航夕阳红": 30,
    "泉城老街的“微更新”": 34,
    "海上课堂开进渔村": 38,
}
"""The cases that have a row of the table too, by their titles in the documents."""
_IN_ROWS = ("branch", "period", "partners", "task")


@dataclass(frozen=True)
class Meant:
    """A case of a Word file as it must come out."""

    file: str
    record: Truth
    captions: list[str]
    proposed: list[str]
    """Figures that are offered, each with number and unit."""


def meant_cases() -> list[Meant]:
    """Give the cases of all files."""
    whole = [yaml.load(path.read_bytes(), yaml.CBaseLoader) for path in sorted(INTAKE.glob("meant/*.yml"))]  # noqa: S506 (texts only)
    return [Meant(one["file"], one["record"], one.get("captions", []), one.get("proposed", [])) for one in whole]


def rows(cases: list[Meant]) -> list[Truth]:
    """Give the rows of the table: 40 of 12 universities, in some the facts of a document."""
    made = truths(ROWS, 1)
    for case in cases:
        row = made[JOINED[case.record["title"]]] if case.record["title"] in JOINED else {}
        row |= {key: case.record[key] for key in _IN_ROWS if row and key in case.record}
        if row:
            row["secretary"] |= case.record.get("secretary", {})
            row |= {"title": case.record["title"].rpartition("：")[2], "forms": [FORMS[row["task"]]]}
    return made


def the_table() -> bytes:
    """Write the table."""
    return untidy_table(rows(meant_cases()), 1)


def whole_truth(without: str) -> list[tuple[Truth, Meant | None]]:
    """Give all records that must come of the table and the files but those of one kind, each with its document."""
    every = meant_cases()
    cases = [one for one in every if not one.file.endswith(without)]
    by_row = {JOINED[one.record["title"]]: one for one in cases if one.record["title"] in JOINED}
    table = [
        ({**by_row[at].record, **row} if at in by_row else row, by_row.get(at)) for at, row in enumerate(rows(every))
    ]
    return [*table, *((one.record, one) for one in cases if one.record["title"] not in JOINED)]


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(the_table())
