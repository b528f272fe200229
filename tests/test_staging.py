"""The site is replaced in one step or not at all, and nothing else ever is."""

import os
import time
from pathlib import Path

import pytest

from generator.making import staging
from generator.making.staging import MARK, ForeignFolderError, SiteBusyError, Staging, claim


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


def test_remove_what_is_not_there(tmp_path: Path) -> None:
    """Removing what is not there is no fault."""
    staging.remove(tmp_path / "nowhere")

    assert names(tmp_path) == []
