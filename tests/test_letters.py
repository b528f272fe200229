"""Letters to universities: every problem of theirs in words of an office, nothing of anybody else's."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document

from generator.case.date import PartialDate
from generator.case.model import Case
from generator.case.problem import Problem
from generator.case.programme import packaged_programme
from generator.cli import main
from generator.making.errors import UserError
from generator.making.kit.letter_templates import CORRECTION, packaged_templates
from generator.making.kit.letters import LetterTemplate
from generator.outputs.letters.advice import ADVICE, OURS
from generator.outputs.letters.letter import VARIABLES
from generator.outputs.letters.plain import is_plain
from generator.outputs.letters.quotation import Quotation, sentence_of
from generator.outputs.letters.remark import Remark, remark_of, values_of
from generator.reading.checks import CHECKS
from generator.reading.examination import examine, parse_record
from generator.reading.record import Record
from generator.reading.surroundings import Surroundings
from tests.each import each

ROOT = Path(__file__).parents[1]
DIAGNOSTICS = sorted((ROOT / "tests/diagnostics").glob("*.yaml"))
SURROUNDINGS = Surroundings(PartialDate(2026, 11, 22), packaged_programme())
SENT = {
    "a": """\
title: 数字党课进山村
task: 党建共建
summary: 示例大学支部与示例社区共上党课。联系人手机13912345678，欢迎致电。参加群众很多。
university: 示例大学
branch: 物理学院教师第一党支部
period: {start: 2024年3月1日}
forms: [开会]
sources:
- title: 报道
  url: www.example.edu.cn/news/1.html
status: draft
""",
    "b": """\
title: 茶山上的党课
task: 党建联建
summary: 示例农业大学支部与示例茶场共上党课，开出 12 场。
university: 示例农业大学
branch: 茶学系教师党支部
keywords: [党建，科普]
sources:
- title: 报道
  publisher: 示例日报
  date: 2062-03-01
status: submitted
""",
    "c": 'title: 山里的实验课\nuniversity: 示例大学\nsummary: "好\nstatus: draft\n',
}
ROSTER = "deadline: 2026-10-31\nquota: 1\nunits:\n- university: 示例没报学院\n- university: 示例大学\n"


@pytest.fixture
def project(tmp_project: Path) -> Path:
    """Give a project with invented records of two universities, and a third that sent nothing."""
    for id, text in SENT.items():
        path = tmp_project / "cases" / id / "case.yml"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
    (tmp_project / "content/roster.yml").write_text(ROSTER, encoding="utf-8")
    return tmp_project


def run(*words: str | Path) -> Result:
    """Run a command line in this process."""
    return CliRunner().invoke(main, [str(word) for word in words])


def text_of(path: Path) -> str:
    """Read a letter back: its paragraphs, and the cells of its tables."""
    document = Document(str(path))
    rows = (
        "\t".join(dict.fromkeys(cell.text for cell in row.cells)) for table in document.tables for row in table.rows
    )
    return "\n".join((*(paragraph.text for paragraph in document.paragraphs), *rows))


def remarks_of(text: str) -> list[tuple[Problem, Remark]]:
    """Check one record; give its problems with what a letter says of each."""
    record = parse_record(Record("2025-shili", "cases/2025-shili/case.yml", text.encode()), Case, SURROUNDINGS)
    return [(one, remark_of(one, record.document)) for one in examine(record, Case).problems]


def test_every_problem_of_a_university_is_in_its_letter(project: Path, tmp_path: Path) -> None:
    """A letter has a table row for each problem of the university's cases, by title, and nothing of another's."""
    result = run("-C", project, "letters", "-o", tmp_path / "信件", "--by", "2026-12-12")
    letters = {path.name: text_of(path) for path in (tmp_path / "信件").iterdir()}
    problems = [remark for id in ("a", "c") for _, remark in remarks_of(SENT[id])]

    assert result.exit_code == 0
    assert set(letters) >= {"修改意见-示例大学.docx", "修改意见-示例农业大学.docx", "催报-示例没报学院.docx"}
    ours = letters["修改意见-示例大学.docx"]
    assert [remark.what for remark in problems if remark.what not in ours] == []
    assert ours.count("怎样修改") == len(problems)
    assert ours.index("数字党课进山村") < ours.index("山里的实验课") or "山里的实验课" in ours
    assert "2026年12月12日前" in ours
    assert [word for word in ("示例农业大学", "茶山", "没报学院") if word in ours] == []
    assert [word for word in ("数字党课", "物理学院") if word in letters["修改意见-示例农业大学.docx"]] == []


def test_personal_data_are_masked(project: Path, tmp_path: Path) -> None:
    """A telephone in the quoted sentence shows its ends only."""
    run("-C", project, "letters", "-o", tmp_path, "示例大学")
    text = text_of(tmp_path / "修改意见-示例大学.docx")

    assert "13912345678" not in text
    assert "联系人手机139****5678，欢迎致电。" in text


def test_who_sent_nothing_is_reminded(project: Path, tmp_path: Path) -> None:
    """The reminder says what is due, by when, and how late it is."""
    run("-C", project, "letters", "-o", tmp_path, "示例没报学院")
    text = text_of(tmp_path / "催报-示例没报学院.docx")

    assert [path.name for path in tmp_path.glob("*.docx")] == ["催报-示例没报学院.docx"]
    assert "贵校应报送 1 个案例，截止日期是 2026年10月31日。现在还没有收到贵校的材料。" in text


def test_same_input_same_bytes(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same records give the same letters, byte for byte."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    made = []
    for name in ("one", "two"):
        run("-C", project, "letters", "-o", tmp_path / name)
        made.append({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()})

    assert made[0] == made[1]


def test_chinese_fonts_are_set_for_every_run() -> None:
    """Every run of the templates names its font for East Asian text as well."""
    for data in packaged_templates().values():
        document = Document(io.BytesIO(data))
        cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
        paragraphs = [*document.paragraphs, *(paragraph for cell in cells for paragraph in cell.paragraphs)]
        runs = [run for paragraph in paragraphs for run in paragraph.runs]

        assert runs
        assert [run.text for run in runs if 'w:eastAsia="' not in run._element.xml] == []


def test_shipped_templates_are_those_of_the_program() -> None:
    """The files in content/letters are the ones that the program makes."""
    shipped = {path.name: path.read_bytes() for path in (ROOT / "content/letters").glob("*.docx")}

    assert shipped == packaged_templates()


def test_every_rule_of_a_case_has_its_words() -> None:
    """What a letter says is written down for each rule, in words that everybody understands."""
    judged = {rule for rule in CHECKS if Case in CHECKS[rule].APPLIES_TO}
    texts = [text for advice in ADVICE.values() for text in (advice.what, advice.why, advice.todo)]

    assert set(ADVICE) == judged
    assert [text for text in texts if not is_plain(text)] == []


@each("path", DIAGNOSTICS, ids=lambda path: path.stem)
def test_no_word_of_ours_is_in_a_letter(path: Path) -> None:
    """Whatever a check finds, a letter says it without keys, file names, rules or marks of code."""
    said = [
        " ".join(values_of(1, remark)[key] for key in ("位置", "性质", "问题", "改法"))
        for _, remark in remarks_of(path.read_text(encoding="utf-8"))
    ]

    assert [text for text in said if not is_plain(text)] == []
    assert [text for text in said if re.search(r"`|case\.yml|[a-z]+-[a-z]+(?:-[a-z]+)*\]|[a-z_]+: ", text)] == []


@each(
    ("text", "expected"),
    [
        ("title", False),
        ("“university”写了两次", False),
        ("在 case.yml 旁边", False),
        ("运行 anliji fix", False),
        ("第 13 行已经写过", False),
        ("附件“a.xlsx”的工作表“名单”第 3 行", True),
        ("https://www.example.edu.cn/news/1.html", True),
        ("修订记录", True),
    ],
)
def test_plain_words(text: str, expected: bool) -> None:  # noqa: FBT001
    """Keys, file names and jargon of ours are known; addresses and sheets of others are theirs."""
    assert is_plain(text) is expected


@each(
    ("text", "marked", "expected"),
    [
        ("前一句。这里有错字，要改。后一句。", "错字", Quotation("这里有", "错字", "，要改。")),
        ("只有一句", "一句", Quotation("只有", "一句", "")),
        ("甲\n乙丙\n丁", "丙", Quotation("乙", "丙", "")),
        ("长" * 90 + "错" + "长" * 90, "错", Quotation("…" + "长" * 30, "错", "长" * 30 + "…")),
    ],
    ids=["sentence", "no-end", "lines", "long"],
)
def test_sentence(text: str, marked: str, expected: Quotation) -> None:
    """The sentence that a problem is about is quoted, a long one cut around it."""
    at = text.index(marked)

    assert sentence_of(text, at, at + len(marked)) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("period: {start: 2024年3月1日}", "应为“2024-03-01”"),
        ("period: {start: 2024-13-01}", "可能是“2024”，请核对"),
        ("level: 一流", "可以写：全国团队、省级团队"),
    ],
    ids=["certain", "likely", "choices"],
)
def test_what_is_right(line: str, expected: str) -> None:
    """What should stand there is said as surely as the check knows it."""
    text = f"title: 数字党课进山村\ntask: 党建联建\nsummary: 示例。\nuniversity: 示例大学\nbranch: 示例支部\n{line}\n"

    assert [remark.right[: len(expected)] for _, remark in remarks_of(text) if remark.right] == [expected]


def test_what_is_ours_is_not_asked_of_them() -> None:
    """A record that cannot be read is our own slip: it is told, nothing of it is quoted, nothing is to be done."""
    ((_, remark),) = remarks_of('title: "数字党课\nuniversity: 示例大学\n')

    assert (remark.is_ours, remark.quotation, remark.todo) == (True, Quotation(), OURS)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda text: text.replace("{{ 学校 }}", "{{ 校名 }}"), "写的“校名”不是能用的变量"),
        (lambda text: text.replace("{{ 问题.改法 }}", "{{ 问题.修改 }}"), "花括号里的内容有错"),
        (lambda text: text.replace("{{ 日期 }}", "{% if 日期 %}"), "花括号里的内容有错"),
    ],
    ids=["variable", "part", "unclosed"],
)
def test_broken_template(project: Path, tmp_path: Path, change: Callable[[str], str], expected: str) -> None:
    """A template with a slip is told by its file and what is wrong; no letter is written."""
    document = Document(io.BytesIO(packaged_templates()[CORRECTION]))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    for paragraph in (*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)):
        for run_of_text in paragraph.runs:
            run_of_text.text = change(run_of_text.text)
    (project / "content/letters").mkdir(parents=True, exist_ok=True)
    document.save(str(project / "content/letters" / CORRECTION))
    result = run("-C", project, "letters", "-o", tmp_path / "信件")

    assert (result.exit_code, expected in result.stderr, CORRECTION in result.stderr) == (2, True, True)
    assert not (tmp_path / "信件").exists()


def test_template_that_is_no_word_file() -> None:
    """Something else under the name of a template is told."""
    with pytest.raises(UserError, match="打不开"):
        LetterTemplate("content/letters/修改意见.docx", b"PK\x03\x04", VARIABLES)


def test_own_template(project: Path, tmp_path: Path) -> None:
    """What an office writes in the template is in the letter."""
    document = Document()
    document.add_paragraph("致{{ 学校 }}：请尽快改好 {{ 问题数 }} 处。<&>")
    (project / "content/letters").mkdir(parents=True, exist_ok=True)
    document.save(str(project / "content/letters" / CORRECTION))
    run("-C", project, "letters", "-o", tmp_path, "示例农业大学")

    assert text_of(tmp_path / "修改意见-示例农业大学.docx").startswith("致示例农业大学：请尽快改好 ")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), "用 -o 指明文件夹"),
        (("-o", "x", "--by", "2026-12"), "--by 后面写哪一天"),
        (("-o", "x", "不存在大学"), "没有“不存在大学”"),
    ],
    ids=["output", "day", "university"],
)
def test_wrong_use(project: Path, words: tuple[str, ...], expected: str) -> None:
    """What is missing or unknown is told; exit code 2."""
    result = run("-C", project, "letters", *words)

    assert (result.exit_code, expected in result.stderr) == (2, True)


def test_faulty_roster(project: Path, tmp_path: Path) -> None:
    """With errors in the roster no letter is written: nobody knows who is to be reminded."""
    (project / "content/roster.yml").write_text("units:\n- university: 示例大学\n  contact: 张示例\n", encoding="utf-8")
    result = run("-C", project, "letters", "-o", tmp_path / "信件")

    assert (result.exit_code, "roster.yml 有错误" in result.stderr) == (2, True)
    assert not (tmp_path / "信件").exists()


def test_templates_are_put_once(tmp_project: Path) -> None:
    """The templates are put where they are changed; one that is there stays as it is."""
    run("-C", tmp_project, "letters", "--templates")
    changed = tmp_project / "content/letters" / CORRECTION
    changed.write_bytes(b"x")
    result = run("-C", tmp_project, "letters", "--templates")

    assert result.stderr.count("已经有了") == 2
    assert changed.read_bytes() == b"x"


def test_variables_are_in_the_handbook() -> None:
    """The handbook lists each variable of the templates with what it is."""
    page = (ROOT / "content/handbook/collecting.md").read_text(encoding="utf-8")

    assert [name for name, meaning in VARIABLES.items() if f"| `{name}` | {meaning} |" not in page] == []
