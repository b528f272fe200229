"""The preview: a saved record is seen at once, and nothing that an editor saves ends it."""

import re
import shutil
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.build import Host
from generator.hosting.rendering import render_host
from generator.library.library import Library
from generator.making.terminal.progress import Stages
from generator.outputs.search import files
from generator.outputs.search.texts import Texts
from generator.outputs.site.references import references_in_html
from generator.preview import PROBLEMS_URI, STATUS_URI, Preview

OpenPreview = Callable[..., Preview]


@pytest.fixture
def preview_of(tmp_path: Path, plain_host: Host) -> OpenPreview:
    """Open the preview of a project: `preview_of(tmp_project, drafts=False)`, with MkDocs where it is asked for."""

    def opened(project: Path, host: Host = plain_host, *, drafts: bool = True) -> Preview:
        stages = Stages()
        return Preview(project, host, tmp_path / "hosted", drafts=drafts, stages=stages)

    return opened


def text_at(preview: Preview, uri: str) -> str | None:
    """Give the page at an address, or None."""
    content = preview.read(uri)
    return None if content is None else content.decode()


def save(project: Path, case_id: str, text: str) -> set[Path]:
    """Save a record; gives what changed."""
    path = project / "cases" / case_id / "case.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return {path}


@pytest.mark.build
def test_pages(tmp_project: Path, preview_of: OpenPreview) -> None:
    """Pages of cases and lists, written pages, styles and the page for lost readers are there; the frame is not."""
    preview = preview_of(tmp_project, render_host)
    found = {
        uri: preview.read(uri) is not None
        for uri in ("index.html", "about.html", "cases/x-01.html", "task/index.html", "404.html", "cases/frame.html")
    }

    assert found == {uri: uri != "cases/frame.html" for uri in found}


def test_record(tmp_project: Path, preview_of: OpenPreview) -> None:
    """A record is there as JSON, and follows what is saved."""
    preview = preview_of(tmp_project)
    text = (tmp_project / "cases/x-01/case.yml").read_text(encoding="utf-8")
    preview.update(save(tmp_project, "x-01", text.replace("示例村", "示例镇")))

    assert '"title":"示例支部与示例镇结对"' in (preview.read("search/cases/x-01.js") or b"").decode("utf-8-sig")


def test_nothing_there(tmp_project: Path, preview_of: OpenPreview) -> None:
    """An address where nothing is gives None."""
    assert preview_of(tmp_project).read("cases/none.html") is None


@pytest.mark.parametrize(
    "uri",
    [
        "../project/mkdocs.yml",
        "../../etc/passwd",
        "cases/../../project/mkdocs.yml",
        "a\0b",
        "x" * 5000,
        "assets",
        ".",
        "..",
        "files/x-01/../../mkdocs.yml",
        "photos/x-01/case.yml",
    ],
)
def test_no_way_out(tmp_project: Path, preview_of: OpenPreview, uri: str) -> None:
    """No address leads to a file outside the site, and none is an error."""
    assert preview_of(tmp_project).read(uri) is None


def test_absolute_way_out(tmp_project: Path, preview_of: OpenPreview) -> None:
    """An absolute path is no address."""
    assert preview_of(tmp_project).read(str(tmp_project / "mkdocs.yml")) is None


def test_link_out_of_the_written_pages(tmp_project: Path, preview_of: OpenPreview, tmp_path: Path) -> None:
    """A link in the rendered folder that leads out of it is not followed."""
    preview = preview_of(tmp_project)
    (tmp_path / "hosted/leak.txt").symlink_to(tmp_project / "mkdocs.yml")

    assert preview.read("leak.txt") is None


def test_saved_record(tmp_project: Path, record_text: str, preview_of: OpenPreview) -> None:
    """A saved record is seen with its new title, on its own page and in the lists."""
    preview = preview_of(tmp_project)
    preview.update(save(tmp_project, "x-01", record_text.replace("村结对", "镇携手")))

    assert "示例支部与示例镇携手" in (text_at(preview, "cases/x-01.html") or "")
    assert "示例支部与示例镇携手" in (text_at(preview, "task/joint-party-building.html") or "")


def change(project: Path, case_id: str, pattern: str, text: str) -> set[Path]:
    """Change a record by a regular expression; gives what changed."""
    record = (project / "cases" / case_id / "case.yml").read_text(encoding="utf-8")
    return save(project, case_id, re.sub(pattern, text, record, count=1, flags=re.MULTILINE))


SAID = (
    ("^title: .*", "title: 示例支部与示例村携手"),
    ("^summary: .*", "summary: 示例大学的另一段提要，说的是另一件事。"),
    ("^branch: .*", "branch: 示例第二支部"),
    ("^status: .*", "results: 示例的成效，从来没有说过。\nstatus: published"),
    ("^status: .*", "outcomes:\n- {what: 示例受益, value: 31, unit: 人次, headline: true}\nstatus: published"),
    ("^status: .*", "keywords: [示例新词]\nstatus: published"),
    ("^status: .*", "period: {start: 2023-01, end: 2023-02}\nstatus: published"),
    ("^status: .*", "status: draft"),
    ("^university: .*", "university: 示例第二大学"),
)
"""What an editor changes: words that count for nothing else, and what divides the library."""


@pytest.mark.parametrize("said", SAID, ids=range(len(SAID)))
def test_a_change_is_shown_as_by_a_preview_that_begins_with_it(
    tmp_showcase: Path, record_text: str, preview_of: OpenPreview, said: tuple[str, str]
) -> None:
    """Whatever was changed, every page, list and file says what it says to those who come later; problems too."""
    for number in (1, 2):
        save(tmp_showcase, f"y-0{number}", record_text.replace("村结对", f"镇结对第{number}次"))
    preview = preview_of(tmp_showcase)
    before = {uri: preview.read(uri) for uri in _pages(preview)}
    preview.update(change(tmp_showcase, "y-01", *said))
    later = preview_of(tmp_showcase)

    assert (preview.fault, _pages(preview)) == ("", _pages(later))
    assert {uri: preview.read(uri) for uri in _pages(preview)} == {uri: later.read(uri) for uri in _pages(later)}
    assert before != {uri: preview.read(uri) for uri in _pages(preview)}
    assert preview.read(PROBLEMS_URI) == later.read(PROBLEMS_URI)
    assert preview.read("search/index.js") == later.read("search/index.js")


def _pages(preview: Preview) -> list[str]:
    """Give the addresses of pages and files that are drawn from records."""
    uris = sorted(preview.library.by_id)
    lists = ("index.html", "data.html", "data/catalogue.csv", "feed.xml", "llms.txt", "year/index.html")
    return [*(f"cases/{id}.html" for id in uris), "task/joint-party-building.html", *lists]


def test_words_are_shown_without_gathering_everything(
    tmp_project: Path, record_text: str, preview_of: OpenPreview, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A word more is seen without comparing all records anew, also beside hidden files that a program puts there."""
    preview = preview_of(tmp_project)
    gathered: list[int] = []
    monkeypatch.setattr(preview, "_gather", lambda: gathered.append(1))
    changed = save(tmp_project, "x-01", record_text.replace("内容是编的", "内容是另编的"))
    preview.update({*changed, tmp_project / "cases/x-01/.case.yml.swp"})

    assert "内容是另编的" in (text_at(preview, "cases/x-01.html") or "")
    assert gathered == []


def test_deleted_record(tmp_project: Path, record_text: str, preview_of: OpenPreview) -> None:
    """A deleted record is gone from its address and from the lists."""
    save(tmp_project, "y-01", record_text.replace("村结对", "镇结对"))
    preview = preview_of(tmp_project)
    shutil.rmtree(tmp_project / "cases/y-01")
    preview.update({tmp_project / "cases/y-01/case.yml", tmp_project / "cases/y-01"})

    assert preview.read("cases/y-01.html") is None
    assert "y-01" not in (text_at(preview, "task/joint-party-building.html") or "")


@pytest.mark.parametrize("drafts", [True, False])
def test_new_draft(tmp_project: Path, record_text: str, preview_of: OpenPreview, drafts: bool) -> None:  # noqa: FBT001
    """A new draft is seen and marked as a draft, unless only published cases are asked for."""
    preview = preview_of(tmp_project, drafts=drafts)
    draft = record_text.replace("村结对", "镇结对").replace("status: published", "status: draft")
    preview.update(save(tmp_project, "y-01", draft))
    page = text_at(preview, "cases/y-01.html")

    assert (page is not None and "草稿" in page) == drafts


def test_broken_record(tmp_project: Path, record_text: str, preview_of: OpenPreview) -> None:
    """A broken record shows a banner on every page, with a list of the problems; the other cases stay."""
    save(tmp_project, "y-01", record_text.replace("村结对", "镇结对"))
    preview = preview_of(tmp_project)
    before = text_at(preview, "cases/x-01.html") or ""
    preview.update(save(tmp_project, "y-01", "title: ["))
    after = text_at(preview, "cases/x-01.html") or ""

    assert "逐条查看" not in before
    assert (
        f'1 个错误。共检查 2 个案例。<a style="color:#fff;text-decoration:underline" href="/{PROBLEMS_URI}">' in after
    )
    assert "cases/y-01/case.yml" in (text_at(preview, PROBLEMS_URI) or "")


def test_broken_record_keeps_its_page(tmp_project: Path, record_text: str, preview_of: OpenPreview) -> None:
    """A record that gets an error keeps its last good page, with the problem above it, and comes back when mended."""
    uri = "cases/x-01.html"
    preview = preview_of(tmp_project)
    preview.update(save(tmp_project, "x-01", record_text.replace("村结对", "镇结对")))
    good = text_at(preview, uri) or ""
    preview.update(save(tmp_project, "x-01", record_text.replace("university: ", "university：")))
    broken, listed = text_at(preview, uri) or "", text_at(preview, "task/joint-party-building.html") or ""
    preview.update(save(tmp_project, "x-01", record_text.replace("村结对", "乡结对")))
    mended = text_at(preview, uri) or ""

    assert "这条记录现在有错误" not in good
    assert "<h1>示例支部与示例镇结对</h1>" in re.sub(r"<wbr>|\u200b", "", broken)
    assert broken.index("cases/x-01/case.yml:4:") < broken.index("<h1>")
    assert "[colon-full-width]" in broken
    assert "示例镇结对" in listed
    assert "这条记录现在有错误" not in mended
    assert "示例乡结对" in mended


@pytest.mark.parametrize("drafts", [True, False])
@pytest.mark.parametrize("status", ["draft", "published"])
def test_record_that_never_was_sound(
    tmp_project: Path,
    preview_of: OpenPreview,
    status: str,
    drafts: bool,  # noqa: FBT001
) -> None:
    """A record with errors from the start has a page with its problems, where records of its status are shown."""
    save(tmp_project, "y-01", f"title: 没有写完\nstatus: {status}\n")
    page = text_at(preview_of(tmp_project, drafts=drafts), "cases/y-01.html")

    assert (page is not None and "cases/y-01/case.yml:1:" in page) == (drafts or status == "published")


def test_deleted_after_an_error(tmp_project: Path, record_text: str, preview_of: OpenPreview) -> None:
    """A faulty record that is deleted is gone, and does not come back with its last good page."""
    save(tmp_project, "y-01", record_text.replace("村结对", "镇结对"))
    preview = preview_of(tmp_project)
    preview.update(save(tmp_project, "y-01", "title: ["))
    shutil.rmtree(tmp_project / "cases/y-01")
    preview.update({tmp_project / "cases/y-01/case.yml"})

    assert preview.read("cases/y-01.html") is None


def test_broken_collection_keeps_its_page(tmp_project: Path, preview_of: OpenPreview) -> None:
    """A collection that gets an error keeps its last good page, with the problem above it."""
    path = tmp_project / "content/collections/xuan.yml"
    path.parent.mkdir()
    path.write_text("title: 示例选编\neditor: 示例编者\ndate: 2026-01-01\n", encoding="utf-8")
    preview = preview_of(tmp_project)
    path.write_text("title: 示例选编\ndate: 2026-01-01\n", encoding="utf-8")
    preview.update({path})
    page = text_at(preview, "collections/xuan.html") or ""

    assert "示例编者" in page
    assert "content/collections/xuan.yml:1:" in page


def test_photo_of_a_faulty_record_is_deleted(tmp_project: Path, record_text: str, preview_of: OpenPreview) -> None:
    """The last good page of a record whose photo has been deleted is there without the photo."""
    Image.new("RGB", (60, 40)).save(tmp_project / "cases/x-01/a.png")
    photos = "photos:\n  - file: a.png\n    caption: 编的\n    alt: 编的\n    credit: 编的\n    consent: true\n"
    preview = preview_of(tmp_project)
    preview.update(save(tmp_project, "x-01", record_text + photos))
    before = text_at(preview, "cases/x-01.html") or ""
    (tmp_project / "cases/x-01/a.png").unlink()
    preview.update({tmp_project / "cases/x-01/a.png"})
    after = text_at(preview, "cases/x-01.html") or ""

    assert "photos/x-01/a.png" in before
    assert "[photo-missing]" in after
    assert "示例支部" in after


@pytest.mark.build
def test_no_other_host_is_named(tmp_project: Path, preview_of: OpenPreview) -> None:
    """The page for lost readers, and every other, loads what it names from this machine."""
    preview = preview_of(tmp_project, render_host)
    lost = text_at(preview, "404.html") or ""
    loads = r"<base\b[^>]*>|\b(?:src|action)=\S+|<link rel=\"(?:stylesheet|icon)\"[^>]*>"
    named = [
        found
        for uri in ("404.html", "index.html", "cases/x-01.html", "about.html")
        for found in re.findall(loads, text_at(preview, uri) or "")
    ]

    assert '<base href="/">' in lost
    assert [found for found in named if "//" in found] == []


def test_mended_record(tmp_project: Path, record_text: str, preview_of: OpenPreview) -> None:
    """When the record is mended the banner goes."""
    preview = preview_of(tmp_project)
    preview.update(save(tmp_project, "x-01", "title: ["))
    broken = text_at(preview, "index.html") or ""
    preview.update(save(tmp_project, "x-01", record_text))

    assert "逐条查看" in broken
    assert "逐条查看" not in (text_at(preview, "index.html") or "")


@pytest.mark.build
def test_written_page(tmp_project: Path, preview_of: OpenPreview) -> None:
    """A saved page is rendered again."""
    preview = preview_of(tmp_project, render_host)
    path = tmp_project / "content/about.md"
    path.write_text("# 关于\n\n改过的话。\n", encoding="utf-8")
    preview.update({path})

    assert "改过的话。" in (text_at(preview, "about.html") or "")


@pytest.mark.build
def test_settings(tmp_project: Path, preview_of: OpenPreview) -> None:
    """New settings are seen on every page."""
    preview = preview_of(tmp_project, render_host)
    path = tmp_project / "mkdocs.yml"
    text, count = re.subn(
        "^site_name: .+$", "site_name: 新的名称", path.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    path.write_text(text, encoding="utf-8")
    preview.update({path})

    assert count == 1
    assert "新的名称" in (text_at(preview, "cases/x-01.html") or "")


@pytest.mark.build
def test_broken_settings(tmp_project: Path, record_text: str, preview_of: OpenPreview) -> None:
    """While mkdocs.yml is broken the pages stay and say so; what was saved meanwhile is seen when it is mended."""
    preview = preview_of(tmp_project, render_host)
    path = tmp_project / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text("site_name: [", encoding="utf-8")
    preview.update({path, *save(tmp_project, "x-01", record_text.replace("村结对", "镇携手"))})
    broken, trouble = text_at(preview, "cases/x-01.html") or "", preview.fault
    path.write_text(text, encoding="utf-8")
    preview.update({path})
    mended = text_at(preview, "cases/x-01.html") or ""

    assert trouble.startswith("mkdocs.yml 有误，没有生成网站。\nmkdocs.yml:1:1: ")
    assert "mkdocs.yml 有误" in broken
    assert "示例村结对" in broken
    assert ("mkdocs.yml 有误" in mended, "示例镇携手" in mended, preview.fault) == (False, True, "")


def test_collection(tmp_project: Path, preview_of: OpenPreview) -> None:
    """A saved collection is seen."""
    preview = preview_of(tmp_project)
    path = tmp_project / "content/collections/xuan-ji.yml"
    path.parent.mkdir()
    path.write_text("title: 示例选集\neditor: 示例编写组\ndate: 2026\n", encoding="utf-8")
    preview.update({path})

    assert "示例选集" in (text_at(preview, "collections/xuan-ji.html") or "")


def test_wording(tmp_project: Path, preview_of: OpenPreview) -> None:
    """A saved wording list is used on every record at once."""
    preview = preview_of(tmp_project)
    path = tmp_project / "content/wording.yml"
    path.write_text("words:\n- word: 结对\n  say: 联建\n", encoding="utf-8")
    preview.update({path})

    assert preview.fault == ""
    assert {problem.path for problem in preview.findings.problems} <= {"cases/x-01/case.yml", "content/wording.yml"}
    assert preview.findings.problems != ()


def test_names(tmp_project: Path, preview_of: OpenPreview) -> None:
    """A saved list of names is used on every record at once."""
    preview = preview_of(tmp_project)
    path = tmp_project / "content/names.yml"
    path.write_text("universities:\n- name: 示例理工大学\n  former: [示例大学]\n", encoding="utf-8")
    preview.update({path})

    assert (preview.fault, preview.findings.problems) == ("", ())
    assert "又称：示例大学" in (text_at(preview, "university/shililigongdaxue.html") or "")
    assert "示例理工大学" in (text_at(preview, "cases/x-01.html") or "")


def test_photos_and_attachments(tmp_showcase: Path, preview_of: OpenPreview) -> None:
    """A photo is drawn as it will be published; an attachment comes as it is; other files of a record do not."""
    preview = preview_of(tmp_showcase)
    told = []
    for copy in ("480.webp", "480.jpg", "800.webp", "800.jpg"):
        photo = preview.read(f"photos/quan-zi-duan/jiance-zhan.jpg.{copy}")
        assert photo is not None
        with Image.open(BytesIO(photo)) as image:
            told.append((image.format, image.size, dict(image.getexif())))
    attachment = preview.read("files/quan-zi-duan/jiance-fang-fa.pdf")

    assert told == [
        ("WEBP", (480, 360), {}),
        ("JPEG", (480, 360), {}),
        ("WEBP", (800, 600), {}),
        ("JPEG", (800, 600), {}),
    ]
    assert attachment == (tmp_showcase / "cases/quan-zi-duan/jiance-fang-fa.pdf").read_bytes()
    assert preview.read("photos/quan-zi-duan/水样.png.480.webp") is not None
    assert preview.read("photos/quan-zi-duan/jiance-zhan.jpg.1600.jpg") is None
    assert preview.read("photos/quan-zi-duan/jiance-zhan.jpg") is None
    assert preview.read("files/quan-zi-duan/case.yml") is None
    assert preview.read("files/quan-zi-duan/jiance-zhan.jpg") is None


def test_photos_keep_their_room(tmp_showcase: Path, preview_of: OpenPreview) -> None:
    """A page of the preview knows what its photos measure, also one that was changed a moment ago."""
    preview = preview_of(tmp_showcase)
    before = text_at(preview, "cases/quan-zi-duan.html") or ""
    Image.new("RGB", (300, 200)).save(tmp_showcase / "cases/quan-zi-duan/jiance-zhan.jpg")
    late = preview.read("photos/quan-zi-duan/jiance-zhan.jpg.800.jpg")
    preview.update({tmp_showcase / "cases/quan-zi-duan/jiance-zhan.jpg"})
    after = text_at(preview, "cases/quan-zi-duan.html") or ""

    assert 'width="800" height="600"' in before
    assert late is None
    assert 'jiance-zhan.jpg.300.jpg 300w" sizes="min(300px, 100vw)"' in after
    assert 'width="300" height="200"' in after


def test_posters(tmp_showcase: Path, preview_of: OpenPreview) -> None:
    """A featured case has its poster in the preview, and so has a collection; another case has none."""
    preview = preview_of(tmp_showcase)
    found = {
        uri: (preview.read(uri) or b"")[1:4]
        for uri in (
            "posters/cases/quan-zi-duan.png",
            "posters/collections/xuanbian.png",
            "posters/cases/hao-jiang-ke-ji.png",
        )
    }

    assert list(found.values()) == [b"PNG", b"PNG", b""]


def test_photo_that_the_record_no_longer_names(tmp_showcase: Path, preview_of: OpenPreview) -> None:
    """When a record drops its photos and attachments their addresses are empty, though the files are still there."""
    preview = preview_of(tmp_showcase)
    path = tmp_showcase / "cases/quan-zi-duan/case.yml"
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"^(?:photos|attachments):\n(?:[ -].*\n)+", "", text, flags=re.MULTILINE).replace("![", "[")
    before = preview.read("photos/quan-zi-duan/jiance-zhan.jpg.800.jpg")
    preview.update(save(tmp_showcase, "quan-zi-duan", re.sub(r"\[渠口监测站的示意图.*\n", "", text)))

    assert before is not None
    assert preview.read("cases/quan-zi-duan.html") is not None
    assert preview.read("photos/quan-zi-duan/jiance-zhan.jpg.800.jpg") is None
    assert preview.read("files/quan-zi-duan/jiance-fang-fa.pdf") is None


def test_expired_permission(tmp_project: Path, record_text: str, preview_of: OpenPreview) -> None:
    """A case whose permission has run out is seen as readers will see it: being revised."""
    permission = "permission:\n  granted_by: 示例大学\n  granted_on: 2019\n  expires_on: 2020-12-31\n"
    save(tmp_project, "x-01", record_text + permission)
    page = text_at(preview_of(tmp_project), "cases/x-01.html") or ""

    assert "这个页面正在修订，暂时不提供内容。" in page
    assert "示例大学" not in page


def test_preview_writes_nothing_into_the_project(tmp_project: Path, preview_of: OpenPreview) -> None:
    """The project's folder stays as it is but for what is kept to be made only once: no site, no leftovers."""
    before = sorted(tmp_project.rglob("*"))
    preview_of(tmp_project).read("index.html")
    cache = tmp_project / ".cache"

    assert [path for path in sorted(tmp_project.rglob("*")) if cache not in (path, *path.parents)] == before


def test_search_follows_a_saved_record(tmp_project: Path, preview_of: OpenPreview) -> None:
    """The files of search are there, the same until a record changes, and of the new text from then on."""
    preview = preview_of(tmp_project)
    before = [preview.read("search/index.js") for _ in range(2)]
    record = tmp_project / "cases" / "x-01" / "case.yml"
    text = record.read_text(encoding="utf-8")
    preview.update(save(tmp_project, "x-01", re.sub("^summary: ", "summary: 新添的说法。", text, flags=re.MULTILINE)))
    after = preview.read("search/index.js")

    assert before[0] == before[1]
    assert before[0] != after
    assert "新添的说法" in (preview.read("search/cases/x-01.js") or b"").decode("utf-8-sig")
    assert preview.read("search/none.js") is None


def test_preview_serves_the_data_files(tmp_project: Path, preview_of: OpenPreview) -> None:
    """The files that are made with a page are served at their own addresses."""
    preview = preview_of(tmp_project)

    assert (preview.read("data/catalogue.csv") or b"").startswith(b"\xef\xbb\xbfid,url,title,")
    assert '"x-01"' in (text_at(preview, "data/catalogue.json") or "")
    assert '"data/catalogue.csv"' in (text_at(preview, "datapackage.json") or "")
    assert "## 检索" in (text_at(preview, "llms.txt") or "")


def test_index_is_made_once(tmp_project: Path, preview_of: OpenPreview, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of the index are made together when the first is asked for, and again only after a change."""
    made: list[int] = []
    draw_index = files.draw_index

    def counted(library: Library, texts: Sequence[Texts]) -> tuple[dict[str, bytes], files.Drawn]:
        made.append(len(texts))
        return draw_index(library, texts)

    monkeypatch.setattr(files, "draw_index", counted)
    preview = preview_of(tmp_project)
    before = list(made)
    found = [preview.read(f"search/{name}.js") for name in ("index", "terms", "titles/0", "none")]
    preview.update({tmp_project / "cases/x-01/case.yml"})
    again = preview.read("search/index.js")

    assert (before, made) == ([], [1, 1])
    assert [content is not None for content in found] == [True, True, True, False]
    assert again == found[0]
    assert preview.read("search/") is None


@pytest.mark.build
def test_links_between_pages_are_served(tmp_showcase: Path, preview_of: OpenPreview) -> None:
    """Whatever a page of the preview leads to or shows is served, but for the books, which only a build sets."""
    preview = preview_of(tmp_showcase, render_host)
    uri = "cases/quan-zi-duan.html"
    lost = [
        one
        for one in references_in_html(text_at(preview, uri) or "", uri)
        if preview.read(one.removeprefix("/")) is None
    ]

    assert lost == []


def test_who_owes_what_is_a_page_of_the_preview(tmp_project: Path, preview_of: OpenPreview) -> None:
    """The page follows the records and the roster at once; only a preview has it."""
    preview = preview_of(tmp_project)
    before = text_at(preview, STATUS_URI) or ""
    roster = tmp_project / "content/roster.yml"
    roster.write_text("units:\n- university: 示例没报学院\n  quota: 2\n", encoding="utf-8")
    preview.update({roster})
    after = text_at(preview, STATUS_URI) or ""

    assert "还没有报送名单" in before
    assert "示例没报学院" in after
    assert "不在名单上的" in after
    assert preview._site.artifact(STATUS_URI) is None
