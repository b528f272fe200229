"""`anliji import` takes Word files with their photos, alone, in folders and archives, and beside a table."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
import yaml
from click.testing import CliRunner, Result
from docx.document import Document as Docx

from generator.cli import main
from tests.word_files import picture, word_file

TEXT = "示例大学教师党支部组织教师走进田间地头，与村民一起讨论茶园管理的难题。"


def article(docx: Docx) -> None:
    """Write a case with a photo."""
    docx.add_heading("茶香飘进示例村", 0)
    docx.add_heading("主要做法", 1)
    docx.add_paragraph(TEXT)
    docx.add_picture(picture())
    docx.add_paragraph("图1 支部党员在示例村示范修剪")


@pytest.fixture(name="sent")
def _sent(tmp_project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder of what was sent in, in which the person is."""
    del tmp_project
    folder = tmp_path_factory.mktemp("sent")
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: object) -> Result:
    """Run the program."""
    return CliRunner().invoke(main, [*map(str, arguments)])


def new_records(project: Path) -> dict[str, dict[str, object]]:
    """Give the records that come from files, by id."""
    texts = {path.parent.name: path.read_text(encoding="utf-8") for path in project.glob("cases/*/case.yml")}
    return {id: yaml.safe_load(text) for id, text in texts.items() if text.startswith("# 由导入生成")}


def test_a_folder_becomes_records_with_photos(tmp_project: Path, sent: Path) -> None:
    """A document becomes a draft with its photos beside it as they were, those of its folder too."""
    folder = sent / "示例大学"
    folder.mkdir()
    (folder / "示例大学-科技赋能-茶香飘进示例村.docx").write_bytes(word_file(article))
    (folder / "示例村民在茶园里采茶.jpg").write_bytes(picture("blue").getvalue())

    result = run("-C", tmp_project, "import", folder)

    [(id, record)] = new_records(tmp_project).items()
    assert result.exit_code == 0
    assert record == {
        "title": "茶香飘进示例村",
        "task": "科技赋能",
        "university": "示例大学",
        "approach": TEXT,
        "photos": [
            {"file": "01.jpg", "caption": "支部党员在示例村示范修剪"},
            {"file": "02.jpg", "caption": "示例村民在茶园里采茶"},
        ],
        "status": "draft",
    }
    photos = [(tmp_project / "cases" / id / name).read_bytes() for name in ("01.jpg", "02.jpg")]
    assert photos == [picture().getvalue(), picture("blue").getvalue()]
    text = (tmp_project / "cases" / id / "case.yml").read_text(encoding="utf-8")
    assert "# 照片 01.jpg 来自 示例大学/示例大学-科技赋能-茶香飘进示例村.docx 第4段" in text


def test_a_table_and_its_documents_are_joined(tmp_project: Path, sent: Path) -> None:
    """A row and its document in an archive become one case."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["学校", "案例名称", "支部"])
    sheet.append(["示例大学", "茶香飘进示例村", "示例支部"])
    book.save(sent / "汇总表.xlsx")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("示例大学/茶香飘进示例村.docx", word_file(article))
    (sent / "材料.zip").write_bytes(packed.getvalue())

    result = run("-C", tmp_project, "import", "汇总表.xlsx", "--docs", "材料.zip")

    [record] = new_records(tmp_project).values()
    assert result.exit_code == 0
    assert {key: record[key] for key in ("title", "university", "branch", "approach")} == {
        "title": "茶香飘进示例村",
        "university": "示例大学",
        "branch": "示例支部",
        "approach": TEXT,
    }


def test_one_bad_file_keeps_no_other_from_being_read(tmp_project: Path, sent: Path) -> None:
    """Files that cannot be read are told each; the others come in."""
    (sent / "好.docx").write_bytes(word_file(article))
    (sent / "断.docx").write_bytes(word_file(article)[:3000])
    (sent / "密.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))

    result = run("-C", tmp_project, "import", sent)

    assert [one["title"] for one in new_records(tmp_project).values()] == ["茶香飘进示例村"]
    assert result.exit_code == 1
    for name, message in (("断.docx", "打不开"), ("密.docx", "文件有密码，没有读")):
        assert f"{sent.name}/{name}:1:1: 错误：{message} [file-unreadable]" in result.output


def test_without_libreoffice_the_way_out_is_told(
    tmp_project: Path, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can convert a .doc, the message says how to save it."""
    monkeypatch.setattr("generator.making.office.conversion.find_office", str)
    (sent / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1WordDocument")

    result = run("-C", tmp_project, "import", "旧.doc")

    assert "另存为 .docx（表格另存为 .xlsx），再导入" in result.output
    assert (result.exit_code, new_records(tmp_project)) == (1, {})
