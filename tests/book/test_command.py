"""The command `anliji book`: what it makes, what it says, and how it ends."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from pypdf import PdfReader

from generator.cli import main


def run(*words: str | Path) -> Result:
    """Run a command line in this process."""
    return CliRunner().invoke(main, [str(word) for word in words])


def book(project: Path, *words: str | Path) -> Result:
    """Ask for a book of a project."""
    return run("-C", project, "book", *words)


def titles(pdf: Path) -> list[str]:
    """Give the titles of a PDF's bookmarks below the chapters, without those of the index."""
    nested = [item for item in PdfReader(pdf).outline if isinstance(item, list)]
    found = [str(one.title) for group in nested for one in group if not isinstance(one, list)]
    return [title for title in found if not title.endswith("索引")]


def test_a_collection(project: Path, tmp_path: Path) -> None:
    """A collection's book is written where it was asked for, in the size that the collection names."""
    output = tmp_path / "out/汇编.pdf"
    result = book(project, "xuanbian", "-o", output)
    page = PdfReader(output).pages[0]

    assert result.exit_code == 0
    assert str(output) in result.stderr.splitlines()
    assert "6 个案例，" in result.stderr
    assert [round(float(side) * 25.4 / 72) for side in (page.trimbox.width, page.trimbox.height)] == [210, 297]
    assert list((tmp_path / "out").iterdir()) == [output]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--task", "党建联建", "--province", "江苏省"), {"三方支部结对，把党课讲到车间班前会"}),
        (("--year", "2024", "--task", "科技赋能"), {"把水质监测站建到“最后一公里”的渠口上"}),
        (
            ("--case", "hao-jiang-ke-ji", "--case", "lian-jian-jie-dui"),
            {"两地实验室共用一本观测日志", "三方支部结对，把党课讲到车间班前会"},
        ),
        (("xuanbian", "--task", "科技赋能"), {"把水质监测站建到“最后一公里”的渠口上"}),
    ],
    ids=["task-and-province", "year", "cases", "within-a-collection"],
)
def test_a_selection(words: tuple[str, ...], expected: set[str], project: Path, tmp_path: Path) -> None:
    """A book of any selection holds the cases that meet all conditions, and no others."""
    result = book(project, *words, "--variant", "screen", "-o", tmp_path / "a.pdf")

    assert result.exit_code == 0, result.stderr
    assert set(titles(tmp_path / "a.pdf")) == expected


def test_one_pdf_for_each_case(project: Path, tmp_path: Path) -> None:
    """With a folder each case becomes a PDF of its own; the book itself is only written where asked for."""
    chosen = ("hao-jiang-ke-ji", "lian-jian-jie-dui")
    result = book(project, *(word for id in chosen for word in ("--case", id)), "--per-case", tmp_path / "each")

    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "each").iterdir()) == [f"{id}.pdf" for id in chosen]
    assert list(tmp_path.iterdir()) == [tmp_path / "each"]


def test_options_of_form(project: Path, tmp_path: Path) -> None:
    """Size, bleed and title are as asked for, whatever the collection says."""
    output = tmp_path / "a.pdf"
    result = book(project, "mo-ren", "--size", "b5", "--bleed", "--title", "示例新题名", "-o", output)
    reader = PdfReader(output)
    page = reader.pages[0]

    assert result.exit_code == 0
    assert [round(float(side) * 25.4 / 72) for side in (page.trimbox.width, page.trimbox.height)] == [176, 250]
    assert round(float(page.bleedbox.width) * 25.4 / 72) == 182
    assert reader.metadata is not None
    assert reader.metadata.title == "示例新题名"


def test_archive(project: Path, tmp_path: Path) -> None:
    """A book for the archive is that for the screen, and says which standards it keeps to."""
    result = book(project, "mo-ren", "--archive", "-o", tmp_path / "a.pdf")
    reader = PdfReader(tmp_path / "a.pdf")
    about = reader.xmp_metadata

    assert result.exit_code == 0
    assert about is not None
    assert ("2", "A") == (about.pdfaid_part, about.pdfaid_conformance)
    assert "pdfuaid:part" in about.stream.get_data().decode()
    assert {page.mediabox.width for page in reader.pages} == {reader.pages[0].trimbox.width}


NOT_FOR_THE_ARCHIVE = (
    "送印的颜色按四色印刷写，PDF/A 要另带印刷机的颜色说明，程序没有。请去掉其中一个；两种都要的，做两次。"
)
WRONG = {
    "no-output": (("xuanbian",), "没有写汇编放到哪里。请加上 -o 文件，例如 -o 汇编.pdf。"),
    "collection": (
        ("xuanbien", "-o", "a.pdf"),
        "没有“xuanbien”这个案例集。是不是 xuanbian？编号是 content/collections 里的文件名，不含 .yml。",
    ),
    "task": (
        ("--task", "科技", "-o", "a.pdf"),
        "--task 写的“科技”不是任务类型。是不是“科技赋能”？可用：党建联建、教育服务、科技赋能、实践育人。",
    ),
    "province": (("--province", "江苏市", "-o", "a.pdf"), "--province 写的“江苏市”不是省份。是不是“江苏”？"),
    "year": (("--year", "20", "-o", "a.pdf"), "选项 --year 的值不对。写 1900 到 2100 之间的整数。"),
    "case": (
        ("--case", "quan-zi", "-o", "a.pdf"),
        "--case 写的“quan-zi”不是已发布案例的编号。是不是 quan-zi-duan？",
    ),
    "draft": (("--case", "cao-gao", "-o", "a.pdf"), "--case 写的“cao-gao”不是已发布案例的编号。"),
    "nothing": (
        ("--task", "实践育人", "--year", "1999", "-o", "a.pdf"),
        "没有一个已发布的案例同时符合：--task 实践育人，--year 1999。\n建议：少写一个条件再试",
    ),
    "bleed-on-a-screen": (
        ("xuanbian", "--bleed", "--variant", "screen", "-o", "a.pdf"),
        "出血和裁切线是印刷用的，不能和 --variant screen 一起写。请去掉其中一个。",
    ),
    "archive-in-print": (
        ("xuanbian", "--archive", "--variant", "print", "-o", "a.pdf"),
        f"归档用的 PDF/A 是屏幕版，不能和 --variant print 一起写：{NOT_FOR_THE_ARCHIVE}",
    ),
    "archive-with-bleed": (
        ("xuanbian", "--archive", "--bleed", "-o", "a.pdf"),
        f"归档用的 PDF/A 是屏幕版，不能和 --bleed 一起写：{NOT_FOR_THE_ARCHIVE}",
    ),
    "title": (
        ("xuanbian", "--title", "长" * 41, "-o", "a.pdf"),
        "--title 要写一行字，1 到 40 个，例如 --title 典型案例汇编。",
    ),
    "blank-title": (("xuanbian", "--title", "  ", "-o", "a.pdf"), "--title 要写一行字，1 到 40 个"),
    "folder-as-output": (("xuanbian", "-o", ".."), "-o 后面要写文件名，例如 -o 汇编.pdf。"),
    "size": (("xuanbian", "--size", "a5", "-o", "a.pdf"), "选项 --size 的值不对。可用：16k、a4、b5。"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_use(name: str, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrong use ends with 2, says in Chinese which option is wrong, and writes nothing."""
    monkeypatch.chdir(tmp_path)
    words, expected = WRONG[name]
    result = book(project, *words)

    assert result.exit_code == 2
    assert expected in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_output_that_cannot_be_written(project: Path, tmp_path: Path) -> None:
    """Where a folder has the file's name, or a file the folder's, that is told before the book is set."""
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "file").write_text("x", encoding="utf-8")
    folder = book(project, "xuanbian", "-o", tmp_path / "folder.pdf")
    below = book(project, "xuanbian", "-o", tmp_path / "file/a.pdf")

    assert (folder.exit_code, below.exit_code) == (2, 2)
    assert f"不能读写 {tmp_path / 'folder.pdf'}：这里是一个文件夹，不是文件。" in folder.stderr
    assert f"不能读写 {tmp_path / 'file/a.pdf'}：" in below.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder.pdf"]


def test_a_file_where_the_folder_should_be(project: Path, tmp_path: Path) -> None:
    """A file in the place of the folder for single cases is told by its own name."""
    (tmp_path / "each").write_text("x", encoding="utf-8")
    result = book(project, "xuanbian", "--per-case", tmp_path / "each")

    assert result.exit_code == 2
    assert f"不能读写 {tmp_path / 'each'}：" in result.stderr


def test_the_ending_is_added(project: Path, tmp_path: Path) -> None:
    """A book is a PDF, whatever the editor typed."""
    result = book(project, "--case", "hao-jiang-ke-ji", "-o", tmp_path / "汇编.v2")

    assert result.exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["汇编.v2.pdf"]


def test_records_with_errors(tmp_project: Path, record_text: str, tmp_path: Path) -> None:
    """Errors in records stop a book as they stop a site; with `--keep-going` the other cases are set."""
    (tmp_project / "cases/x-02").mkdir()
    (tmp_project / "cases/x-02/case.yml").write_text(record_text.replace("task: ", "tusk: "), encoding="utf-8")
    stopped = book(tmp_project, "-o", tmp_path / "a.pdf")
    gone_on = book(tmp_project, "--keep-going", "-o", tmp_path / "b.pdf")

    assert (stopped.exit_code, gone_on.exit_code) == (1, 1)
    assert "没有生成汇编。改好后再运行一次，或用 --keep-going 略过有错误的记录。" in stopped.stderr
    assert not (tmp_path / "a.pdf").exists()
    assert len(titles(tmp_path / "b.pdf")) == 1


def test_settings_of_fonts_that_are_no_list(tmp_project: Path, tmp_path: Path) -> None:
    """A font setting that is not written line by line is told with its name."""
    settings = tmp_project / "mkdocs.yml"
    written = yaml.safe_load(settings.read_text(encoding="utf-8"))
    written["extra"]["book"] = "仿宋"
    settings.write_text(yaml.safe_dump(written, allow_unicode=True), encoding="utf-8")
    result = book(tmp_project, "-o", tmp_path / "a.pdf")

    assert result.exit_code == 2
    assert "extra.book 下面要一项一行，写成“名称: 值”" in result.stderr


@pytest.mark.usefixtures("quick_host")
def test_build_without_books(tmp_project: Path) -> None:
    """`--no-books` builds the site without them; its pages then offer none."""
    collection = tmp_project / "content/collections/xuan.yml"
    collection.parent.mkdir()
    collection.write_text("title: 示例选编\neditor: 示例编者\ndate: 2026\n", encoding="utf-8")
    found = []
    for options in (["--no-books"], []):
        result = run("-C", tmp_project, "build", *options)
        page = (tmp_project / "site/collections/xuan.html").read_text(encoding="utf-8")
        found.append((result.exit_code, (tmp_project / "site/books").exists(), "下载汇编" in page))

    assert found == [(0, False, False), (0, True, True)]
