"""A site is put in place only when all is there that its files refer to."""

from pathlib import Path

import pytest

from generator.making.completeness import IncompleteSiteError, ensure_complete

WANTED = frozenset(("index.html", "photos/x-01/é.jpg.640.webp"))


def site(folder: Path, *uris: str) -> Path:
    """Write files of a site."""
    for uri in uris:
        (folder / uri).parent.mkdir(parents=True, exist_ok=True)
        (folder / uri).write_bytes(b"")
    return folder


def test_whole_site(tmp_path: Path) -> None:
    """A site that has all is in order, also where the disk composes names in another way, until a file is gone."""
    made = site(tmp_path, "index.html", "photos/x-01/e\u0301.jpg.640.webp", "more.html")
    ensure_complete(made, WANTED, frozenset())
    (made / "index.html").unlink()

    with pytest.raises(IncompleteSiteError, match=r"^做好的网站缺少 index\.html，"):
        ensure_complete(made, WANTED, frozenset())


def test_missing_file(tmp_path: Path) -> None:
    """What is missing is named, and a name that differs in case is missing."""
    with pytest.raises(
        IncompleteSiteError, match=r"^做好的网站缺少 photos/x-01/é\.jpg\.640\.webp，没有替换原来的网站。"
    ):
        ensure_complete(site(tmp_path, "index.html", "photos/x-01/É.jpg.640.webp"), WANTED, frozenset())


def test_many_missing_files(tmp_path: Path) -> None:
    """Of many only a few are named, and how many there are."""
    with pytest.raises(IncompleteSiteError, match=r"缺少 0\.html、1\.html、2\.html、3\.html、4\.html等 9 处"):
        ensure_complete(tmp_path, frozenset(f"{number}.html" for number in range(9)), frozenset())


def test_what_people_wrote_is_no_fault_of_the_site(tmp_path: Path) -> None:
    """A dead link of a written page does not keep the site back; the same link of a page of ours does."""
    made, wanted = site(tmp_path, "index.html"), frozenset(("index.html", "dead.pdf"))
    ensure_complete(made, wanted, frozenset(("dead.pdf",)))

    with pytest.raises(IncompleteSiteError, match=r"^做好的网站缺少 dead\.pdf，"):
        ensure_complete(made, wanted, frozenset())
