"""The second round with Word files: what a university corrected comes in, what an editor changed by hand stays."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from docx import Document
from docx.document import Document as Docx

from generator.cli import main
from tests.fixtures.intake.word_pieces import line, lines
from tests.word_files import picture, word_file

FOLDER = "示例大学"
WORDING = "date: 2026-11-22\nwords:\n- {wrong: 乡村振新, right: 乡村振兴, reason: “振兴”误作“振新”。, level: error}\n"


def article(
    docx: Docx,
    title: str = "茶香飘进示例村",
    *,
    approach: str = "支部派出专家。专家住在村里。",
    results: str = "农户增收3万元。",
    caption: str = "图1 专家在茶园",
    colours: tuple[str, ...] = ("red",),
) -> None:
    """Write a case as a team sends it."""
    line(docx, title, 22, bold=True, centred=True)
    line(docx, "示例大学茶学系教师党支部", 15, centred=True)
    line(docx, "一、主要做法", bold=True)
    lines(docx, approach)
    line(docx, "二、工作成效", bold=True)
    lines(docx, results)
    for at, colour in enumerate(colours):
        docx.add_picture(picture(colour))
        if caption:
            lines(docx, caption if not at else f"图{at + 1} 第{at + 1}张")


@pytest.fixture(name="project")
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty project, beside which lies what was sent in; the folder of that is the current one."""
    (tmp_path / "project/cases").mkdir(parents=True)
    (tmp_path / "sent").mkdir()
    monkeypatch.chdir(tmp_path / "sent")
    return tmp_path / "project"


def send(write: Callable[[Docx], object], name: str = "茶香飘进示例村.docx", round_: str = "第一轮") -> str:
    """Write a document into the folder of a round; gives that folder."""
    path = Path(round_, FOLDER, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(word_file(write))
    return round_


def run(project: Path, *words: str) -> Result:
    """Run a command in a project, in this process."""
    return CliRunner().invoke(main, ["-C", str(project), *words])


def record_of(project: Path) -> Path:
    """Give the only record."""
    [path] = (project / "cases").glob("*/case.yml")
    return path


def edited(path: Path, *pairs: tuple[str, str]) -> None:
    """Change a record by hand."""
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def test_what_was_corrected_comes_in_and_what_was_edited_stays(project: Path) -> None:
    """Of three sections one was changed by the file, one by the editor, one by both: the last is told, not written."""
    run(project, "import", send(article))
    path = record_of(project)
    edited(
        path,
        ("approach: 支部派出专家。专家住在村里。", "# 编者改过\napproach: 支部派出两位专家。"),
        ("caption: 专家在茶园", "caption: 专家在茶园\n    alt: 一位专家扶着茶枝"),
    )

    def corrected(docx: Docx) -> None:
        article(docx, approach="支部派出三位专家。", results="农户增收5万元。", colours=("red", "blue"))

    result = run(project, "import", send(corrected, round_="第二轮"), "--mode", "update")

    text = path.read_text("utf-8")
    record = yaml.safe_load(text)
    assert record["results"] == "农户增收5万元。"
    assert "# 编者改过\napproach: 支部派出两位专家。\n" in text
    assert record["photos"] == [
        {"file": "01.jpg", "caption": "专家在茶园", "alt": "一位专家扶着茶枝"},
        {"file": "02.jpg", "caption": "第2张"},
    ]
    assert (path.parent / "02.jpg").read_bytes() == picture("blue").getvalue()
    told = result.stdout[result.stdout.index("不一致，记录没有动：") :].splitlines()[2]
    assert told.split()[1:4] == ["主要做法", "支部派出两位专家。", "支部派出三位专家。"]
    assert "记录和文件都改过" in told
    assert told.endswith("第二轮/示例大学/茶香飘进示例村.docx 第4段")


def test_the_same_file_again_changes_nothing(project: Path) -> None:
    """Not a byte of the record."""
    run(project, "import", send(article))
    before = record_of(project).read_bytes()

    result = run(project, "import", send(article, round_="第二轮"), "--mode", "update")

    assert (result.exit_code, record_of(project).read_bytes()) == (0, before)
    assert result.stderr.splitlines()[-1] == "1 个没有不同。记录没有改动。"


def test_a_changed_title_is_of_the_same_case(project: Path) -> None:
    """Where the file still has the name of before; the new title comes in as a change that is told."""
    run(project, "import", send(article))

    result = run(
        project, "import", send(lambda docx: article(docx, "茶香飘满示例村"), round_="第二轮"), "--mode", "update"
    )

    assert yaml.safe_load(record_of(project).read_text("utf-8"))["title"] == "茶香飘满示例村"
    assert "更新 1 个" in result.stderr


def test_a_caption_that_is_gone_takes_none_away(project: Path) -> None:
    """A file that lost its caption says nothing about the photo."""
    run(project, "import", send(article))
    before = record_of(project).read_bytes()

    run(project, "import", send(lambda docx: article(docx, caption=""), round_="第二轮"), "--mode", "update")

    assert record_of(project).read_bytes() == before


def test_letters_quote_the_sentence_of_the_document(project: Path, tmp_path: Path) -> None:
    """A fault in a case that came as Word is told with its sentence, a photo's with its caption."""
    (project / "content").mkdir()
    (project / "content/wording.yml").write_text(WORDING, encoding="utf-8")
    run(project, "import", send(lambda docx: article(docx, approach="支部派出专家。服务乡村振新，专家住在村里。")))

    run(project, "letters", "-o", str(tmp_path / "信"))

    [letter] = (tmp_path / "信").iterdir()
    rows = [
        ["".join(cell.text.split()) for cell in row.cells]
        for table in Document(str(letter)).tables
        for row in table.rows
    ]
    quoted = [row[1] for row in rows if row[0] == "原文"]
    heads = [row[0] for row in rows if row[0] == row[-1]]
    assert letter.name == "修改意见-示例大学.docx"
    assert "服务乡村振新，专家住在村里。" in quoted
    assert "专家在茶园" in quoted
    assert quoted.count("（没有填写）") == len(
        [one for one in heads if "出处" in one or "任务类型" in one or "提要" in one]
    )
    assert not any(word in repr(rows) for word in (".jpg", ".docx", ".yml", "待核"))


def test_an_answered_letter_is_no_case(project: Path, tmp_path: Path) -> None:
    """What a university answered is told with the case and the remark; telephones are gone, no record comes of it."""
    run(project, "import", send(article))
    run(project, "letters", "-o", str(tmp_path / "信"))
    [path] = (tmp_path / "信").iterdir()
    letter = Document(str(path))
    rows = [row for table in letter.tables for row in table.rows]
    answer = next(row.cells[1] for row in rows if "".join(row.cells[0].text.split()) == "贵校答复")
    answer.text = "校园网上有报道，电话13800138000。"
    back = Path("第二轮", FOLDER, path.name)
    back.parent.mkdir(parents=True)
    letter.save(str(back))

    result = run(project, "import", "第二轮", "--mode", "update")

    assert len(list((project / "cases").iterdir())) == 1
    assert "《茶香飘进示例村》出处的答复：校园网上有报道。" in result.stderr
    assert "13800138000" not in result.output
