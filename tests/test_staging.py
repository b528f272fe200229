"""The site is replaced in one step or not at all, and nothing else ever is."""

import os
import time
from contextlib import suppress
from pathlib import Path

import pytest

from generator.making import mounted, staging
from generator.making.site_place import MARK, ForeignFolderError, claim, refuse_place
from generator.making.staging import SiteBusyError, Staging


def names(folder: Path) -> list[str]:
    """Name everything below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def contents(folder: Path) -> dict[str, bytes | None]:
    """Give everything below a folder: the bytes of files, None for folders."""
    return {name: (folder / name).read_bytes() if (folder / name).is_file() else None for name in names(folder)}


def old(site: Path) -> Path:
    """Make an old site, as a build left it."""
    site.mkdir(parents=True)
    staging.mark(site)
    (site / "index.html").write_text("旧", encoding="utf-8")
    return site


def write(folder: Path, text: str = "新") -> None:
    """Write a page of the new site."""
    folder.mkdir(exist_ok=True)
    (folder / "index.html").write_text(text, encoding="utf-8")


def replace(site: Path) -> None:
    """Write a new site and put it in place."""
    with Staging(site) as staged:
        write(staged.folder)
        staged.commit()


def test_first_site(tmp_path: Path) -> None:
    """Where nothing is, the site is put, with the folders that lead there."""
    replace(tmp_path / "deep/site")

    assert names(tmp_path) == ["deep", "deep/site", f"deep/site/{MARK}", "deep/site/index.html"]


def test_site_is_replaced_whole(tmp_path: Path) -> None:
    """Nothing of the old site is in the new one."""
    site = old(tmp_path / "site")
    (site / "gone.html").write_text("旧", encoding="utf-8")
    replace(site)

    assert names(tmp_path) == ["site", f"site/{MARK}", "site/index.html"]
    assert (site / "index.html").read_text(encoding="utf-8") == "新"


def test_old_site_stays_until_the_end(tmp_path: Path) -> None:
    """While the new site is written readers see the old one, and what is written is in a hidden folder beside it."""
    site = old(tmp_path / "site")
    with Staging(site) as staged:
        write(staged.folder)
        seen = (site / "index.html").read_text(encoding="utf-8")
        staged.commit()

    assert (seen, staged.folder.parent, staged.folder.name[0]) == ("旧", tmp_path, ".")
    assert (staged.site, (site / "index.html").read_text(encoding="utf-8")) == (site, "新")


def test_folders_of_a_staging(tmp_path: Path) -> None:
    """The host's folder lies beside the new site, hidden, is empty too, and is gone when all is done."""
    with Staging(tmp_path / "site") as staged:
        (staged.hosted / "a.css").write_text("a{}", encoding="utf-8")
        before = (staged.hosted.parent, staged.hosted.name[0], names(staged.folder))
        staged.commit()

    assert before == (tmp_path, ".", [])
    assert names(tmp_path) == ["site", f"site/{MARK}"]


def test_what_is_not_committed_vanishes(tmp_path: Path) -> None:
    """A new site that nobody puts in place is gone, and the old one is as it was."""
    site = old(tmp_path / "site")
    before = contents(tmp_path)
    with Staging(site) as staged:
        write(staged.folder)
        write(staged.hosted)

    assert contents(tmp_path) == before


def test_discard(tmp_path: Path) -> None:
    """What is discarded is gone, the old site is as it was; discarding again, or after a commit, takes nothing."""
    site = old(tmp_path / "site")
    before = contents(tmp_path)
    staged = Staging(site)
    write(staged.folder)
    write(staged.hosted)
    staged.discard()
    staged.discard()
    after = contents(tmp_path)
    last = Staging(site)
    write(last.folder)
    last.commit()
    last.discard()

    assert after == before
    assert names(tmp_path) == ["site", f"site/{MARK}", "site/index.html"]
    assert (site / "index.html").read_text(encoding="utf-8") == "新"


@pytest.mark.parametrize("error", [ValueError("示例"), OSError(28, "full"), KeyboardInterrupt()], ids=type)
def test_error_leaves_the_old_site(tmp_path: Path, error: BaseException) -> None:
    """Whatever goes wrong, the old site is as it was and nothing half-written stays."""
    site = old(tmp_path / "site")

    def fail(folder: Path) -> None:
        write(folder)
        raise error

    with pytest.raises(type(error)), Staging(site) as staged:
        fail(staged.folder)

    assert names(tmp_path) == ["site", f"site/{MARK}", "site/index.html"]
    assert (site / "index.html").read_text(encoding="utf-8") == "旧"


def test_leftover_of_a_killed_build(tmp_path: Path) -> None:
    """What a killed build of the same number left behind is not mixed into the new site."""
    left = tmp_path / f".site.new-{os.getpid()}"
    left.mkdir()
    (left / "half.html").write_text("半", encoding="utf-8")
    replace(tmp_path / "site")

    assert names(tmp_path) == ["site", f"site/{MARK}", "site/index.html"]


def test_link_to_a_site(tmp_path: Path) -> None:
    """Where the site is a link the folder behind it is replaced, and the link stays."""
    real = old(tmp_path / "www")
    (tmp_path / "site").symlink_to(real)
    replace(tmp_path / "site")

    assert (tmp_path / "site").readlink() == real
    assert (real / "index.html").read_text(encoding="utf-8") == "新"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "www"]


@pytest.mark.parametrize("kind", ["file", "records", "page", "marked-folder", "repository"])
def test_claim_refuses_what_is_no_site(tmp_path: Path, kind: str) -> None:
    """A file, a folder that no build has made, though it has pages, and a clone of a repository are left alone."""
    site = tmp_path / "site"
    if kind == "file":
        site.write_text("x")
    elif kind == "records":
        (site / "x-01").mkdir(parents=True)
    elif kind == "page":
        site.mkdir()
        (site / "index.html").write_text("别人的首页", encoding="utf-8")
    elif kind == "marked-folder":
        (site / MARK).mkdir(parents=True)
    else:
        old(site)
        (site / ".git").mkdir()
    before = contents(tmp_path)

    with pytest.raises(ForeignFolderError, match="已有别的东西，不是生成的网站，所以没有替换"):
        Staging(site)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("kind", ["missing", "empty", "site"])
def test_claim_takes_a_site(tmp_path: Path, kind: str) -> None:
    """A site, an empty folder and no folder are free to take."""
    site = tmp_path / "site"
    if kind == "empty":
        site.mkdir()
    elif kind == "site":
        old(site)

    assert claim(site) == site.resolve()


HELD = PermissionError(13, "示例")


def refuse(monkeypatch: pytest.MonkeyPatch, name: str, times: int, error: BaseException = HELD) -> list[float]:
    """Let the system refuse to rename folders to a name some times; gives the pauses that were made."""
    rename, pauses, refused = Path.rename, list[float](), list[Path]()

    def renamed(self: Path, target: Path) -> Path:
        if target.name == name and len(refused) < times:
            refused.append(self)
            raise error
        return rename(self, target)

    # Where folders can change places in one step, none is renamed.
    monkeypatch.setattr(staging, "exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", renamed)
    monkeypatch.setattr(time, "sleep", pauses.append)
    return pauses


@pytest.mark.parametrize(
    ("error", "expected"), [(OSError(5, "示例"), SiteBusyError), (KeyboardInterrupt(), KeyboardInterrupt)]
)
def test_refused_commit_puts_the_old_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, expected: type[BaseException]
) -> None:
    """When the new folder cannot be put in place the old site comes back; a refusal is told in words for editors."""
    site = old(tmp_path / "site")
    pauses = refuse(monkeypatch, "site", 1, error)

    with pytest.raises(expected) as caught:
        replace(site)
    assert (pauses, f"不能替换 {site}，原来的网站没有改动。" in str(caught.value)) == ([], expected is SiteBusyError)
    assert names(tmp_path) == ["site", f"site/{MARK}", "site/index.html"]
    assert (site / "index.html").read_text(encoding="utf-8") == "旧"


def test_commit_waits_for_a_virus_scanner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that another program holds for a moment is renamed when it is free."""
    site = old(tmp_path / "site")
    pauses = refuse(monkeypatch, "site", 3)
    replace(site)

    assert len(pauses) == 3
    assert names(tmp_path) == ["site", f"site/{MARK}", "site/index.html"]
    assert (site / "index.html").read_text(encoding="utf-8") == "新"


@pytest.mark.parametrize("refused", ["site", f".site.old-{os.getpid()}"], ids=["new", "old"])
def test_commit_does_not_wait_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str) -> None:
    """A folder that stays held ends the build after two seconds; the old site is as it was, and nothing else stays."""
    site = old(tmp_path / "site")
    before = contents(tmp_path)
    # The old site comes back at the first try after those.
    pauses = refuse(monkeypatch, refused, 21)

    with pytest.raises(SiteBusyError, match=f"不能替换 {site}，原来的网站没有改动。"):
        replace(site)
    assert sum(pauses) == pytest.approx(2)
    assert contents(tmp_path) == before


def test_stale_folders_are_removed(tmp_path: Path) -> None:
    """What cut-off builds left long ago goes; that of builds that may still run stays, and that of other sites."""
    now = time.time()
    day = 24 * 60 * 60
    ages = {
        ".site.new-1": 2 * day,
        ".site.old-1": day + 60,
        ".site.new-2": day - 60,
        ".site.old-2": 0,
        ".www.new-1": 2 * day,
        "site.new-1": 2 * day,
    }
    for name, age in ages.items():
        write(tmp_path / name)
        os.utime(tmp_path / name, (now - age, now - age))
    replace(tmp_path / "site")

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".site.new-2",
        ".site.old-2",
        ".www.new-1",
        "site",
        "site.new-1",
    ]


def test_the_only_copy_is_put_back_before_anything_else(tmp_path: Path) -> None:
    """Of a swap that was cut off between its steps, days ago, the old site comes back, not the new one beside it."""
    for name in (".site.new-1", ".site.old-1"):
        old(tmp_path / name)
        os.utime(tmp_path / name, (0, 0))
    (tmp_path / ".site.new-1/index.html").write_text("新", encoding="utf-8")

    assert staging.recover(tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "旧"
    assert not staging.recover(tmp_path / "site")


def test_half_of_a_site_is_never_put_in_place(tmp_path: Path) -> None:
    """What has no mark was not finished, or is being removed; a build that fails leaves no such thing in the way."""
    write(tmp_path / ".site.new-1")
    write(tmp_path / ".site.old-1")

    assert not staging.recover(tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_removing_begins_with_the_mark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of which only a part could be removed is not taken for a site."""
    monkeypatch.setattr("shutil.rmtree", lambda *_, **__: None)
    staging.remove(old(tmp_path / ".site.old-1"))

    assert not staging.recover(tmp_path / "site")


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
@pytest.mark.parametrize("mask", [0o022, 0o077, 0o027])
def test_a_web_server_can_read_all(tmp_path: Path, mask: int) -> None:
    """Files and folders can be read by other users whatever the umask, the folders that lead there too."""
    before = os.umask(mask)
    try:
        with Staging(tmp_path / "deep/www/site") as staged:
            write(staged.folder)
            (staged.folder / "cases/a").mkdir(parents=True)
            write(staged.folder / "cases/a")
            staged.commit()
    finally:
        os.umask(before)

    assert {f"{path.stat().st_mode & 0o777:o}" for path in (tmp_path / "deep").rglob("*") if path.is_file()} == {"644"}
    folders = [tmp_path / "deep", *(path for path in (tmp_path / "deep").rglob("*") if path.is_dir())]
    assert {f"{path.stat().st_mode & 0o777:o}" for path in folders} == {"755"}


def test_link_to_itself(tmp_path: Path) -> None:
    """A link that leads to itself is told as what it is."""
    (tmp_path / "site").symlink_to(tmp_path / "site")

    with pytest.raises(ForeignFolderError, match="是一个指向自己的链接"):
        Staging(tmp_path / "site")
    assert (tmp_path / "site").is_symlink()


def test_dangling_link(tmp_path: Path) -> None:
    """Where a link leads to nothing, the site is made there, and the link stays."""
    (tmp_path / "site").symlink_to(tmp_path / "www")
    replace(tmp_path / "site")

    assert names(tmp_path / "www") == [MARK, "index.html"]
    assert (tmp_path / "site").is_symlink()


@pytest.fixture
def mount(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site that is there already and whose folder cannot be renamed."""
    site = old(tmp_path / "site")
    (site / "gone.html").write_text("旧", encoding="utf-8")
    (site / "cases").mkdir()
    (site / "cases/gone.html").write_text("旧", encoding="utf-8")
    (site / "lost+found").mkdir()
    monkeypatch.setattr(staging, "is_fixed", lambda _: True)
    return site


WHOLE = [MARK, "cases", "cases/a.html", "index.html", "lost+found"]


def fill(folder: Path) -> None:
    """Write a site with a folder."""
    write(folder)
    write(folder / "cases")
    (folder / "cases/index.html").rename(folder / "cases/a.html")


def test_mounted_site(tmp_path: Path, mount: Path) -> None:
    """A site that is a mount point is replaced by exchanging what it holds; what the disk needs stays."""
    with Staging(mount) as staged:
        fill(staged.folder)
        staged.commit()

    assert (names(mount), names(tmp_path)[0]) == (WHOLE, "site")
    assert (mount / "index.html").read_text(encoding="utf-8") == "新"


@pytest.mark.parametrize("can_exchange", [True, False], ids=["exchange", "rename"])
@pytest.mark.parametrize("step", range(12))
def test_mounted_site_is_finished(
    mount: Path, monkeypatch: pytest.MonkeyPatch, step: int, *, can_exchange: bool
) -> None:
    """An exchange that was cut off at any rename leaves the old site, or is brought to its end by the next run."""
    steps: list[Path] = []

    def interrupted(self: Path, target: Path) -> Path:
        if len(steps) >= step:
            raise KeyboardInterrupt
        steps.append(self)
        os.rename(self, target)  # noqa: PTH104 (the methods of Path are replaced by this)
        return target

    def commit() -> None:
        with Staging(mount) as staged:
            fill(staged.folder)
            if not can_exchange:
                monkeypatch.setattr(mounted, "exchange", lambda *_: False)
            monkeypatch.setattr(Path, "rename", interrupted)
            monkeypatch.setattr(Path, "replace", interrupted)
            staged.commit()

    before = names(mount)
    with suppress(KeyboardInterrupt):
        commit()
    monkeypatch.undo()
    staging.recover(mount)

    assert names(mount) in (before, WHOLE)
    assert (mount / "index.html").read_text(encoding="utf-8") == ("旧" if names(mount) == before else "新")


def test_place_among_the_sources_is_refused(tmp_path: Path) -> None:
    """A site that would lie among what it is made from, or over it, is refused with the reason, also behind links."""
    for name in ("cases/sl-001", "content", ".git", ".cache"):
        (tmp_path / "p" / name).mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "p/cases")
    refused = {
        "p/cases/site": "案例记录在里面",
        "p/cases/sl-001/out": "案例记录在里面",
        "p/x/../cases": "案例记录在里面",
        "link/site": "案例记录在里面",
        "p/content/site": "固定页面在里面",
        "p/.git": "版本库在里面",
        "p/.git/site": "版本库在里面",
        "p/.cache": "随时会被清空",
        "p": "整个项目都在里面",
        ".": "整个项目都在里面",
    }
    for place, reason in refused.items():
        with pytest.raises(ForeignFolderError, match=reason):
            refuse_place(tmp_path / place, tmp_path / "p")
    for place in ("p/site", "site", "p/out/site", "p/casesite"):
        refuse_place(tmp_path / place, tmp_path / "p")


def test_remove_what_is_not_there(tmp_path: Path) -> None:
    """Removing what is not there is no fault."""
    staging.remove(tmp_path / "nowhere")

    assert names(tmp_path) == []
