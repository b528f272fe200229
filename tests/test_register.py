"""The register of addresses: nothing that was published vanishes unnoticed, and every page knows its days."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.build import Built, Host, build_site
from generator.case.date import PartialDate
from generator.case.model import Case
from generator.cli import main
from generator.clock import build_day
from generator.examine import examine_project
from generator.library.left_out import LeftOut
from generator.library.library import gather
from generator.making.errors import UserError
from generator.making.project.register_file import REGISTER, VanishedError, read_register
from generator.making.terminal.progress import Stages
from generator.making.vanished import forgotten_notice
from generator.outputs.pages import moved, revised
from generator.outputs.pages.parts.link import Link
from generator.outputs.registered import texts_of
from generator.outputs.site.publication import Publication
from generator.outputs.site.register import HEADING, Entry, Register, Text, parse_register
from generator.outputs.site.settings import Settings
from tests.each import each

DIGEST = "0123456789abcdef"
OTHER = "fedcba9876543210"
ON = PartialDate(2026, 11, 22)
WHOLE = ["about.html", "cases/x-01.html", "index.html", "task/joint-party-building.html"]
"""What the small project publishes; of the programme's words it uses one."""


def line(uri: str, first: str = "2026-01-02", last: str = "2026-01-02", end: str = "") -> str:
    """Write a line of the file."""
    return f"{uri} {first} {last} {DIGEST}{end}"


@each(
    "written",
    [
        line("cases/x-01.html"),
        line("cases/x-01.html", end=" 撤下"),
        line("cases/x-01.html", end=" -> cases/x-02.html"),
        line("关于 我们.html", end=" -> 新 页.html"),
    ],
    ids=["page", "withdrawn", "moved", "blanks"],
)
def test_file_reads_back(written: str) -> None:
    """What is written is read back the same, with LF or CRLF, and with a byte order mark."""
    text = f"{HEADING}{written}\n"

    for form in (text, text.replace("\n", "\r\n"), f"\ufeff{text}"):
        register, wrong = parse_register(form)
        assert (register.text, wrong) == (text, ())


@each(
    "wrong",
    [
        "<<<<<<< HEAD",
        "cases/x-01.html",
        line("cases/x-01.html", first="2026-02-30"),
        line("../x.html"),
        line("/x.html"),
        line("C:/x.html"),
        line("cases/x-01.html", end=" -> https://example.org/"),
        line("cases/x-01.html", end=" -> ../../x.html"),
        line("cases/x-01.json"),
    ],
)
def test_foreign_lines_are_told(wrong: str) -> None:
    """A line that is none of a register is named by its number, so that no build goes on without it."""
    assert parse_register(f"{HEADING}{line('a.html')}\n{wrong}\n")[1] == (4,)


def test_merged_branches() -> None:
    """Two branches that published one address, and revised it, make one line: the earliest day and the newest text."""
    one, other = line("a.html", "2026-01-02", "2026-01-05"), line("a.html", "2026-01-03", "2026-01-04")

    for lines in ((one, other), (other, one)):
        assert parse_register("\n".join(lines))[0].lines == (one,)


def test_days() -> None:
    """A new address is dated, one that says the same keeps its days, and one whose text changed has a second day."""
    before = parse_register("\n".join(map(line, ("a.html", "b.html", "gone.html"))))[0]
    texts = {"a.html": Text(DIGEST), "b.html": Text(OTHER), "c.html": Text(OTHER, is_withdrawn=True)}
    after = before.updated(texts, "2026-03-04")

    assert after.lines == (
        line("a.html"),
        f"b.html 2026-01-02 2026-03-04 {OTHER}",
        f"c.html 2026-03-04 2026-03-04 {OTHER} 撤下",
        line("gone.html"),
    )
    assert after.updated(texts, "2026-03-05") == after
    assert after.updated({"b.html": Text(DIGEST)}, "2020-01-01").entries["b.html"].last == "2026-03-04"


def test_addresses_that_vanish() -> None:
    """An address is there, or its readers arrive somewhere that is; else it has vanished, also in a circle."""
    ends = {
        "a": "",
        "b": " -> a.html",
        "c": " -> b.html",
        "d": " -> nowhere.html",
        "e": " -> f.html",
        "f": " -> e.html",
    }
    register = parse_register("\n".join(line(f"{name}.html", end=end) for name, end in ends.items()))[0]

    assert [entry.uri for entry in register.vanished({"a.html"})] == ["d.html", "e.html", "f.html"]
    assert [entry.uri for entry in register.vanished(set())] == [f"{name}.html" for name in ends]
    assert register.end_of("c.html") == "a.html"


def test_pages_of_moved_addresses(case: Callable[..., Case]) -> None:
    """An address leads to where its readers arrive in the end, by the title where that is known; a circle to none."""
    ends = {"a": "x-01", "b": "a", "c": "d", "d": "c", "e": "other"}
    text = "\n".join(line(f"cases/{name}.html", end=f" -> cases/{end}.html") for name, end in ends.items())
    publication = Publication(gather([case("x-01")]), Settings("示例"), register=parse_register(text)[0])
    targets = {page.uri: getattr(page.show().view, "target", None) for page in moved.pages(publication)}

    assert targets == {
        "cases/a.html": Link("示例案例 x-01", "cases/x-01.html"),
        "cases/b.html": Link("示例案例 x-01", "cases/x-01.html"),
        "cases/e.html": Link("cases/other.html", "cases/other.html"),
    }


def test_pages_of_what_is_left_out() -> None:
    """A page stands where a case or a collection was, unless its name is no address or tells something personal."""
    left_out = [
        LeftOut("cases/x-01/case.yml", "x-01"),
        LeftOut("cases/X 01/case.yml", "X 01"),
        LeftOut("cases/13800138000/case.yml", "13800138000"),
        LeftOut("content/collections/xuan.yml", "xuan", is_collection=True),
    ]
    publication = Publication(gather([], left_out=left_out), Settings("示例"))

    assert [page.uri for page in revised.pages(publication)] == ["cases/x-01.html", "collections/xuan.html"]


def test_what_is_a_revision(case: Callable[..., Case]) -> None:
    """Readers' text is what counts: another id, a place on the home page or a waiver is no revision."""

    def digest_of(**values: object) -> str:
        return texts_of(gather([case("x-01", **{"title": "示例题目", **values})]), {})["cases/x-01.html"].digest

    same = texts_of(gather([case("y-01", title="示例题目", featured=True)]), {})["cases/y-01.html"]
    assert digest_of() == same.digest
    assert digest_of() == digest_of(waivers=[{"rule": "wording-listed", "reason": "原文如此"}])
    assert digest_of() != digest_of(summary="改过的提要。")


def test_choice_of_a_headline_is_no_revision(case: Callable[..., Case]) -> None:
    """Which figure stands for a case is a choice of what is shown first; what the figures say is readers' text."""

    def digest_of(**more: object) -> str:
        outcomes = [{"what": "示例", "value": "5", "unit": "人", **more}]
        values = {"outcomes": outcomes, "progress": [{"year": 2024, "outcomes": outcomes}]}
        return texts_of(gather([case("x-01", **values)]), {})["cases/x-01.html"].digest

    assert digest_of() == digest_of(headline=True)
    assert digest_of() != digest_of(before="3")


@pytest.fixture
def build(tmp_project: Path, plain_host: Host) -> Callable[..., Built]:
    """Build a small project on a day, in bare frames."""

    def built(day: str = "2026-01-02", **options: bool) -> Built:
        library = examine_project(tmp_project, Stages(), on=ON).library()
        return build_site(
            tmp_project,
            tmp_project / "site",
            library,
            plain_host,
            Stages(),
            with_books=False,
            day=PartialDate.parse(day),
            **options,
        )

    return built


Build = Callable[..., Built]


def change(project: Path, old: str, new: str) -> None:
    """Change the project's record."""
    path = project / "cases/x-01/case.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.mark.build
def test_build_keeps_the_register(tmp_project: Path, build: Build) -> None:
    """A build writes what is new, shows the days on the case's page, and writes nothing where nothing is new."""
    page = tmp_project / "site/cases/x-01.html"
    build()
    first, told = (tmp_project / REGISTER).read_bytes(), page.read_text(encoding="utf-8")
    build("2026-01-03")
    again = (tmp_project / REGISTER).read_bytes()
    change(tmp_project, "内容是编的", "内容是编造的")
    build("2026-02-04")
    entry = read_register(tmp_project).entries["cases/x-01.html"]

    assert list(read_register(tmp_project).entries) == WHOLE
    assert '<span>发布于<time datetime="2026-01-02">2026年1月2日</time></span>' in told
    assert "修订于" not in told
    assert first == again
    assert (entry.first, entry.last) == ("2026-01-02", "2026-02-04")
    assert '<span>修订于<time datetime="2026-02-04">2026年2月4日</time></span>' in page.read_text(encoding="utf-8")


@pytest.mark.build
@pytest.mark.parametrize("harm", ["draft", "folder", "page"])
def test_vanished_address_stops_a_build(tmp_project: Path, build: Build, harm: str) -> None:
    """A case made a draft or removed and a page that is gone stop a build, which says what to write."""
    build()
    if harm == "draft":
        change(tmp_project, "status: published", "status: draft")
    elif harm == "folder":
        (tmp_project / "cases/x-01").rename(tmp_project / "x-01")
    else:
        (tmp_project / "content/about.md").unlink()
    before = (tmp_project / "site/index.html").stat().st_ino
    uri = "about.html" if harm == "page" else "cases/x-01.html"
    with pytest.raises(VanishedError) as caught:
        build()
    gone_on = build(keep_going=True)

    assert f"1 个发布过的网址会消失，没有生成网站；原来的网站没有改动。\n  {uri}\n" in str(caught.value)
    assert (
        "恢复这一页" if harm == "page" else "在 cases/x-01/case.yml 里写 status: withdrawn 和 withdrawn_reason"
    ) in str(caught.value)
    assert before != 0
    assert uri in gone_on.vanished
    assert uri in read_register(tmp_project).entries


@pytest.mark.build
def test_moved_address(tmp_project: Path, build: Build) -> None:
    """A case in another folder is recognised, and what to write is shown; written, the old address leads to the new."""
    build()
    (tmp_project / "cases/x-01").rename(tmp_project / "cases/y-01")
    old = read_register(tmp_project).entries["cases/x-01.html"].line
    with pytest.raises(VanishedError) as caught:
        build()
    advised = f"{old} -> cases/y-01.html"
    assert advised in str(caught.value)
    path = tmp_project / REGISTER
    path.write_text(path.read_text(encoding="utf-8").replace(old, advised), encoding="utf-8")
    build("2026-01-03")
    page = (tmp_project / "site/cases/x-01.html").read_text(encoding="utf-8")

    assert '<meta http-equiv="refresh" content="0; url=../cases/y-01.html">' in page
    assert '<a href="../cases/y-01.html">示例支部与示例村结对</a>' in page
    assert advised in path.read_text(encoding="utf-8")


@pytest.mark.build
def test_withdrawn_case_has_not_vanished(tmp_project: Path, build: Build) -> None:
    """A case that is withdrawn keeps its address, with the day."""
    build()
    change(tmp_project, "status: published", "status: withdrawn\nwithdrawn_reason: 内容有误")
    build("2026-02-03")

    entry = read_register(tmp_project).entries["cases/x-01.html"]
    assert (entry.first, entry.last, entry.is_withdrawn) == ("2026-01-02", "2026-02-03", True)


@pytest.mark.build
def test_case_that_is_left_out_keeps_its_days(tmp_project: Path, build: Build) -> None:
    """A published case with an error is no change of its address."""
    build()
    before = (tmp_project / REGISTER).read_bytes()
    change(tmp_project, "task: 党建联建", "task: 党建")
    built = build("2026-02-03", keep_going=True)

    assert (tmp_project / REGISTER).read_bytes() == before
    assert "cases/x-01.html" not in built.vanished


@pytest.mark.build
def test_register_that_cannot_be_written(tmp_project: Path, build: Build) -> None:
    """Where the file cannot be written the missing lines are told; under --strict the build stops before it is done."""
    (tmp_project / REGISTER).mkdir()
    told = build().notices
    (tmp_project / "site/index.html").write_text("旧的", encoding="utf-8")
    with pytest.raises(UserError, match=r"没有生成网站：不能写 cases/addresses\.txt"):
        build(strict=True)

    assert [notice.count("2026-01-02 2026-01-02") for notice in told] == [4]
    assert "旧的" == (tmp_project / "site/index.html").read_text(encoding="utf-8")
    assert [path.name for path in (tmp_project / "cases").iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("content", [b"<<<<<<< HEAD\n", "网址".encode("gbk")], ids=["merge", "encoding"])
def test_broken_register(tmp_project: Path, content: bytes) -> None:
    """A file with marks of a merge, or in another encoding, is told."""
    (tmp_project / REGISTER).write_bytes(content)

    with pytest.raises(UserError, match=r"^cases/addresses\.txt .*(\n建议|UTF-8)"):
        read_register(tmp_project)


def test_day_of_a_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH is the day of a build where it is set; what is no number is told."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    assert str(build_day()) == "2026-09-21"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "昨天")
    with pytest.raises(UserError, match="SOURCE_DATE_EPOCH"):
        build_day()


def test_changes(tmp_project: Path) -> None:
    """`anliji changes` lists what was published, revised, withdrawn and moved since a day, with titles."""
    entries = (
        Entry("cases/x-01.html", "2026-01-02", "2026-03-04", DIGEST),
        Entry("cases/old.html", "2025-01-02", "2025-01-02", DIGEST, moved_to="cases/x-01.html"),
        Entry("cases/gone.html", "2025-01-02", "2026-02-03", DIGEST, is_withdrawn=True),
        Entry("about.html", "2025-01-02", "2025-01-02", DIGEST),
    )
    text = Register({entry.uri: entry for entry in entries}).text
    (tmp_project / REGISTER).write_text(text, encoding="utf-8")

    def said(*words: str) -> str:
        return CliRunner().invoke(main, ["-C", str(tmp_project), "changes", *words]).output

    assert said("--since", "2026") == (
        "发布 1 个：\n  2026-01-02 《示例支部与示例村结对》 cases/x-01.html\n"
        "修订 1 个：\n  2026-03-04 《示例支部与示例村结对》 cases/x-01.html\n"
        "撤下 1 个：\n  2026-02-03 cases/gone.html\n"
    )
    assert said().endswith("换了网址 1 个：\n  2025-01-02 cases/old.html → cases/x-01.html\n")
    assert said("--since", "2027-01") == "2027-01 以来没有变动。\n"
    assert said("--since", "上月").startswith("“上月”不是日期。")


def test_register_of_the_repository() -> None:
    """Every published case of the repository is in its register."""
    root = Path(__file__).parents[1]
    published = {f"cases/{case.id}.html" for case in examine_project(root, Stages(), on=ON).library().cases}

    assert published <= read_register(root).entries.keys()


@pytest.mark.build
def test_mkdocs_keeps_the_register(tmp_project: Path, mkdocs: Callable[[], Result]) -> None:
    """`mkdocs build` writes the register too, and stops where an address would vanish; the old site stays."""
    first = mkdocs()
    change(tmp_project, "status: published", "status: draft")
    second = mkdocs()

    assert (first.exit_code, second.exit_code) == (0, 1)
    assert list(read_register(tmp_project).entries) == WHOLE
    assert "1 个发布过的网址会消失" in second.output
    assert (tmp_project / "site/cases/x-01.html").is_file()
    assert [path.name for path in tmp_project.iterdir() if path.name.startswith(".site")] == []


def test_a_register_that_was_lost(tmp_path: Path) -> None:
    """Where a site has cases and the register knows none, somebody lost it: that is told, once there is such a site."""
    before = forgotten_notice(tmp_path)
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases/x-01.html").touch()

    assert before == ""
    assert forgotten_notice(tmp_path).startswith("原来的网站有 1 个案例的网页，cases/addresses.txt 里却没有以前的网址")


def test_a_register_that_is_a_pipe_is_not_read(tmp_path: Path) -> None:
    """Who opens a pipe waits for ever; what it would say counts as lost."""
    (tmp_path / "cases").mkdir()
    os.mkfifo(tmp_path / REGISTER)

    assert read_register(tmp_path).entries == {}
