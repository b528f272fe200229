"""Files of a site in place become others: all of them or none, and nothing else is touched."""

from pathlib import Path

import pytest

from generator.making import patch as module
from generator.making.patch import patch
from generator.making.staging import mark, recover


@pytest.fixture(name="site")
def fixture_site(tmp_path: Path) -> Path:
    """Make a site of three files."""
    site = tmp_path / "site"
    (site / "cases").mkdir(parents=True)
    for name in ("index.html", "cases/a.html", "cases/b.html"):
        (site / name).write_text("old", encoding="utf-8")
    mark(site)
    return site


def texts(site: Path) -> dict[str, str]:
    """Give what the pages hold, and that nothing else lies beside the site."""
    assert [path.name for path in site.parent.iterdir()] == ["site"]
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}


NEW = {"index.html": b"new", "cases/a.html": b"new"}
AFTER = {"index.html": "new", "cases/a.html": "new", "cases/b.html": "old"}


def test_files_become_others(site: Path) -> None:
    """Only those that are given, and no file is anything in between."""
    before = (site / "cases/b.html").stat()

    patch(site, NEW)

    assert texts(site) == AFTER
    assert (site / "cases/b.html").stat() == before


def test_what_was_cut_off_is_finished(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once all is written beside the site, the next run puts in place what is not there yet."""

    def cut(place: Path, waiting: Path) -> None:
        (waiting / "0").replace(place / "index.html")
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(module, "_carry_out", cut)
        with pytest.raises(KeyboardInterrupt):
            patch(site, NEW)
    recover(site)

    assert texts(site) == AFTER


def test_what_was_not_all_written_is_forgotten(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full, say, the site stays as it was."""

    def refused(_: Path) -> None:
        raise OSError("full")

    monkeypatch.setattr(module, "flush", refused)
    with pytest.raises(OSError, match="full"):
        patch(site, NEW)
    recover(site)

    assert set(texts(site).values()) == {"old"}
