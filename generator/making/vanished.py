"""Which addresses of the site that is in place are not in the one that takes its place."""

from pathlib import Path

from generator.making.completeness import uris_below

_FILES = "files/"
"""Where attachments are; of the other files only pages and books are ever linked from elsewhere."""


def vanished(old: Path, new: Path, *, with_books: bool) -> tuple[str, ...]:
    """Name the pages, attachments and, where they were to be set, books that the new site has no more, sorted."""
    kinds = (".html", ".pdf") if with_books else (".html",)
    gone = {uri for uri in uris_below(old) if uri.endswith(kinds) or uri.startswith(_FILES)}.difference(uris_below(new))
    return tuple(sorted(uri for uri in gone if not uri.rpartition("/")[2].startswith(".")))


def forgotten_notice(old: Path) -> str:
    """Say that a project has published cases and remembers none of them; empty where it has not."""
    count = len(list(old.glob("cases/*.html")))
    if not count:
        return ""
    return (
        f"原来的网站有 {count} 个案例的网页，cases/addresses.txt 里却没有以前的网址，这次重新登记。"
        "以前有这个文件的，请从备份恢复，再生成一次。"
    )
