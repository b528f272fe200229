"""Personal data in pages, settings and file names is told with its place. All numbers are invented."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.case.date import PartialDate
from generator.case.problem import Problem
from generator.cli import main
from generator.examine import Examination, examine_project
from generator.making.terminal.progress import Stages
from generator.reading.printed_settings import PrintedSettings
from generator.reading.written_page import name_problems, page_problems
from tests.each import each
from tests.office_files import xlsx

NOBODY = frozenset[str]()
ON = PartialDate(2026, 11, 22)


def told(problem: Problem) -> tuple[str, int, int, str]:
    """Give a problem's place and words."""
    return problem.path, problem.place.line, problem.place.column, problem.message


@each(
    ("text", "expected"),
    [
        ("# 关于\n\n电话 139 5123 0000。\n", [(3, 4, "页面里有手机号码 139 **** 0000")]),
        ("# 关于\n\n1395123\n0000\n", [(3, 1, "页面里有手机号码 139****\n0000")]),
        ('<a href="tel:%31%33%3951230000">拨打</a>', [(1, 14, "页面里有手机号码 %31%33%39****0000")]),
        ("<!-- 139-5123-0000 -->", [(1, 6, "页面里有手机号码 139-****-0000")]),
        ("[写信](mailto:zhangsan%40qq.com)", [(1, 13, "页面里有私人邮箱 z*******%40qq.com")]),
        ("[139](https://a.example/)51230000", [(1, 2, "页面里有手机号码 139](https://a.example/)****0000")]),
        ("---\ntitle: 致电13951230000\n---\n", [(2, 10, "页面里有手机号码 139****0000")]),
        ("办公电话 025-84390000，邮箱 dangban@example.edu.cn\n", []),
        ("```\n13951230000\n```\n", [(2, 1, "页面里有手机号码 139****0000")]),
    ],
)
def test_page(text: str, expected: list[tuple[int, int, str]]) -> None:
    """A number in a page is told at its line and column, also in links, comments and the front matter."""
    found = [told(problem) for problem in page_problems("content/about.md", text.encode(), NOBODY)]

    assert [("content/about.md", *one) for one in expected] == found


def test_page_in_an_older_encoding() -> None:
    """A text that is not UTF-8 is looked through all the same."""
    found = [*page_problems("content/表.csv", "张三,13951230000\n".encode("gbk"), NOBODY)]

    assert ["文件里有手机号码 139****0000"] == [problem.message for problem in found]


@each(
    ("front", "expected"),
    [
        ("waivers:\n  - rule: personal-data\n    reason: 本人书面同意公开的热线\n", ["居民身份证号码"]),
        ("waivers:\n  - rule: personal-data\n    reason: ''\n", ["手机号码", "居民身份证号码"]),
        ("waivers: personal-data\n", ["手机号码", "居民身份证号码"]),
        ("waivers: [\n", ["手机号码", "居民身份证号码"]),
    ],
    ids=["with a reason", "without", "no list", "broken"],
)
def test_waived_page(front: str, expected: list[str]) -> None:
    """A page may keep a number with a reason, as a record may; an ID number never."""
    text = f"---\n{front}---\n热线 13951230000，身份证 11010519491231002X\n"
    found = [*page_problems("content/about.md", text.encode(), NOBODY)]

    assert expected == [problem.message.removeprefix("页面里有").split()[0] for problem in found]


def test_name() -> None:
    """The name of a file is its address, so it is looked at too."""
    found = [told(problem) for problem in name_problems("content/img/张三13951230000.jpg", NOBODY)]

    assert [("content/img/张三13951230000.jpg", 1, 1, "文件名里有手机号码 139****0000")] == found


SETTINGS = """\
site_name: 示例案例库   # 注释里的 13951230000 不印
site_description: 有事找 zhangsan@qq.com
extra:
  office_mail: [example.org, "@DANGBAN.example"]
  footer:
    contact: "025-84390000，1395123\\u00200000"
    organiser: 示例大学 office@dangban.example li@example.org
nav:
  - 电话 139-5123-0000: about.md
"""


def test_settings() -> None:
    """Every value of the settings is looked at, the names of pages too; comments are not printed."""
    found = [told(problem) for problem in PrintedSettings(SETTINGS.encode()).problems()]

    assert [
        ("mkdocs.yml", 2, 23, "设置“site_description”里有私人邮箱 z*******@qq.com"),
        ("mkdocs.yml", 6, 14, "设置“extra.footer.contact”里有手机号码 139**** 0000"),
        ("mkdocs.yml", 9, 8, "设置“nav”里有手机号码 139-****-0000"),
    ] == found


def test_office_mail() -> None:
    """The settings name the mailboxes that may be published."""
    assert frozenset(("example.org", "dangban.example")) == PrintedSettings(SETTINGS.encode()).office_mail


def test_a_mail_service_is_no_office() -> None:
    """Of a service for everybody a single mailbox may be an office's, but never all of them."""
    settings = PrintedSettings(b"extra: {office_mail: [qq.com, dangban@163.com]}")

    assert settings.office_mail == frozenset(("dangban@163.com",))


@each(
    "data",
    [b"", b"a: [", b"\xff\xfe", b"[" * 5000, b"- &a [*a, 13951230000]\n", b"a: !!python/name:os.system\n"],
    ids=["empty", "broken", "utf-16", "deep", "alias", "tag"],
)
def test_broken_settings(data: bytes) -> None:
    """Settings that cannot be read are the host's to tell: it builds nothing of them."""
    assert list(PrintedSettings(data).problems()) == []


def examined(root: Path) -> Examination:
    """Examine a project."""
    return examine_project(root, Stages(), on=ON)


def test_documents_among_the_pages(tmp_path: Path) -> None:
    """A document that lies among the pages is judged as an attachment is, at its own file."""
    (tmp_path / "cases").mkdir()
    (tmp_path / "content").mkdir()
    row = '<row r="3"><c t="inlineStr"><is><t>13951230000</t></is></c></row>'
    (tmp_path / "content/汇总表.xlsx").write_bytes(xlsx(row))
    (tmp_path / "content/坏.pdf").write_bytes(b"%PDF")
    (tmp_path / "content/about.md").write_text("[一](汇总表.xlsx) [二](%E5%9D%8F.pdf)", encoding="utf-8")

    found = [(problem.path, problem.rule, problem.message) for problem in examined(tmp_path).problems]

    assert [
        ("content/坏.pdf", "attachment-unreadable", "附件“content/坏.pdf”打不开"),
        ("content/汇总表.xlsx", "attachment-hidden", "附件“content/汇总表.xlsx”里有隐藏的工作表“名单”"),
        (
            "content/汇总表.xlsx",
            "attachment-personal-data",
            "附件“content/汇总表.xlsx”的工作表“名单”第 3 行里有手机号码 139****0000",
        ),
    ] == sorted(found)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("content/about.md", "# 关于\n\n13951230000\n"),
        ("content/table.csv", "张三,13951230000\n"),
        ("mkdocs.yml", "site_name: 示例\nextra:\n  footer:\n    contact: 13951230000\n"),
        ("content/wording.yml", "date: 2025\nwords:\n- wrong: 截止目前\n  right: 截至目前\n  reason: 问13951230000\n"),
        (
            "content/collections/xuanbian.yml",
            "title: 示例选编之一\neditor: 示例编辑部\ndate: 2025\nforeword: 致电13951230000\n",
        ),
    ],
)
def test_everything_that_is_published_is_looked_at(tmp_path: Path, file: str, text: str) -> None:
    """A number in any file of the project is an error at that file."""
    (tmp_path / "cases").mkdir()
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text(text, encoding="utf-8")
    (tmp_path / "content").mkdir(exist_ok=True)
    (tmp_path / "content/index.md").write_text("# 首页\n\n[表](table.csv)\n", encoding="utf-8")

    found = [problem for problem in examined(tmp_path).problems if problem.rule == "personal-data"]

    assert [(file, "error")] == [(problem.path, problem.severity) for problem in found]


@pytest.mark.parametrize(
    ("nav", "link", "expected"),
    [
        ("", "", ["content/half.md"]),
        ("nav: [index.md]\n", "", []),
        ("nav: [index.md, half.md]\n", "", ["content/half.md"]),
        ("nav: [index.md]\n", "[半页](half.md)", ["content/half.md"]),
        ("nav: [index.md]\n", "[表](%E5%90%8D%E5%8D%95.csv)", ["content/名单.csv"]),
        ("nav: [index.md, 名单.csv]\n", "", ["content/名单.csv"]),
        ("nav: [index.md]\n", "[表](%e5%90%8d%E5%8D%95.csv)", ["content/名单.csv"]),
        ("nav: [index.md]\n", "[表](名单\\.csv)", ["content/名单.csv"]),
        ("nav: [index.md]\n", "<a href='&#21517;&#x5355;.csv'>表</a>", ["content/名单.csv"]),
    ],
)
def test_what_nobody_gets_to_stops_nothing(tmp_path: Path, nav: str, link: str, expected: list[str]) -> None:
    """A list or page that lies among the others, and that nothing names, is not published and does no harm."""
    for file, text in {
        "mkdocs.yml": f"INHERIT: base.yml\n{nav}",
        "base.yml": "site_name: 示例",
        "cases/.keep": "",
        "content/index.md": f"# 首页\n\n{link}\n",
        "content/half.md": "13951230000",
        "content/名单.csv": "13951230000",
    }.items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")

    assert expected == [problem.path for problem in examined(tmp_path).problems]


def test_files_that_the_settings_name(tmp_path: Path) -> None:
    """Settings that others are inherited from, and another folder of pages, are looked at too."""
    for folder in ("cases", "docs", "content"):
        (tmp_path / folder).mkdir()
    (tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml\ndocs_dir: docs\n", encoding="utf-8")
    (tmp_path / "base.yml").write_text("copyright: 13951230000\n", encoding="utf-8")
    (tmp_path / "docs/a.md").write_text("13951230000", encoding="utf-8")
    (tmp_path / "content/b.md").write_text("13951230000", encoding="utf-8")

    assert ["base.yml", "docs/a.md"] == [problem.path for problem in examined(tmp_path).problems]


@pytest.mark.parametrize("folder", ["/etc", "../docs", '"a\\0b"', "nope", "[a]", "''"])
def test_folders_that_cannot_be(tmp_path: Path, folder: str) -> None:
    """A folder of pages that cannot be is the host's to tell; the check goes on."""
    (tmp_path / "cases").mkdir()
    (tmp_path / "mkdocs.yml").write_text(f"INHERIT: {folder}\ndocs_dir: {folder}\n", encoding="utf-8")

    assert () == examined(tmp_path).problems


def test_no_build_leaves_out_a_page(tmp_path: Path) -> None:
    """An error in a page stops a build that would only leave out records."""
    (tmp_path / "cases/x-01").mkdir(parents=True)
    (tmp_path / "cases/x-01/case.yml").write_text("title: 茶", encoding="utf-8")
    only_records = examined(tmp_path).stops_all
    (tmp_path / "content").mkdir()
    (tmp_path / "content/about.md").write_text("13951230000", encoding="utf-8")

    assert (False, True) == (only_records, examined(tmp_path).stops_all)


def test_keep_going_leaves_out_no_page(tmp_path: Path) -> None:
    """A build that goes on without faulty records stops at a number in a page, and the old site stays."""
    for file, text in {
        "mkdocs.yml": "site_name: 示例\ntheme: anliji\ndocs_dir: content\nplugins: [anliji]\n",
        "content/about.md": "13951230000",
        "site/index.html": "old",
        "site/.anliji": "",
        "cases/x-01/case.yml": "a: b",
    }.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["-C", str(tmp_path), "build", "--keep-going"])

    assert (1, "old") == (result.exit_code, (tmp_path / "site/index.html").read_text(encoding="utf-8"))
    assert "没有生成网站；原来的网站没有改动。改好后再运行一次。" in result.stderr
    assert "13951230000" not in result.output
