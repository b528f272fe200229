"""Of what lies among the written pages only what readers can get to is published."""

from pathlib import Path

import pytest

from generator.hosting.rendering import render_host

pytestmark = pytest.mark.build

NAV = "nav:\n  - 首页: index.md\n  - 关于: about.md\n  - 章程: files/章程.pdf\n"
FILES = {
    "about.md": "# 关于\n\n![图](pictures/一.png) [表](files/a%20b.xlsx) [多](more.md)\n\n<img src=pictures/二.png>\n",
    "more.md": "# 更多\n\n[回去](about.md) ![图][三]\n\n[三]: pictures/三.png\n",
    "half-written.md": "# 还没写完\n\n13951230000 ![图](pictures/四.png)\n",
    "hua-ce.html": "<img src='pictures/五.png'>",
    "own.css": "@import 'more.css'; p { background: url( 'pictures/六.png' ) }",
    "more.css": "",
    **{f"pictures/{name}.png": name for name in "一二三四五六七"},
    **dict.fromkeys(("files/a b.xlsx", "files/章程.pdf", "files/名单.xlsx", "名单.csv", "记录.txt"), "SECRET"),
}
OURS = {"404.html", "index.html"}
"""Pages that are there without being written by anybody."""


def written(project: Path, settings: str) -> Path:
    """Put the files among a project's pages, and settings behind its own; `exclude_docs` goes."""
    for name, text in FILES.items():
        path = project / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    path = project / "mkdocs.yml"
    kept = path.read_text(encoding="utf-8").replace("exclude_docs: |\n  collections/\n  wording.yml\n", "")
    path.write_text(f"{kept}\n{settings}", encoding="utf-8")
    return project


def published(project: Path, made: Path) -> set[str]:
    """Give the written files that the host publishes, pages by the name of their source."""
    render_host(project, made)
    uris = {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()}
    pages = {name.replace(".md", ".html"): name for name in FILES}
    return {pages[uri] for uri in uris if uri in pages}


REACHED = {"about.md", "more.md", "files/a b.xlsx", *(f"pictures/{name}.png" for name in "一二三")}


def test_what_the_navigation_leads_to(tmp_project: Path, tmp_path: Path) -> None:
    """Pages of the navigation are published, their pictures and what they link, and what those link; no other file."""
    assert REACHED | {"files/章程.pdf"} == published(written(tmp_project, NAV), tmp_path / "made")


def test_unpublished_page_needs_no_mending(tmp_project: Path, tmp_path: Path) -> None:
    """A dead link is told where it is published, not in a page that is still being written."""
    project = written(tmp_project, NAV)
    for name in ("about.md", "half-written.md"):
        (project / "content" / name).write_text("# 示例\n\n[无](none.md)\n", encoding="utf-8")
    (project / "content/files/章程.pdf").write_text("", encoding="utf-8")

    links = render_host(project, tmp_path / "made").links
    assert [(link.path, link.line) for link in links] == [("content/about.md", 3)]


def test_without_navigation(tmp_project: Path, tmp_path: Path) -> None:
    """Where there is no navigation every page is published, and still no file that none of them leads to."""
    expected = REACHED | {"half-written.md", "pictures/四.png"}

    assert expected == published(written(tmp_project, ""), tmp_path / "made")


def test_own_style_sheets(tmp_project: Path, tmp_path: Path) -> None:
    """A style sheet that the settings name is published with what it loads."""
    expected = {"own.css", "more.css", "pictures/六.png"}

    assert expected == published(written(tmp_project, NAV + "extra_css: [own.css]\n"), tmp_path / "made") - REACHED - {
        "files/章程.pdf"
    }


def test_linked_page_of_html(tmp_project: Path, tmp_path: Path) -> None:
    """A page that somebody brought as HTML is published where a page links it, with its pictures."""
    project = written(tmp_project, NAV)
    (project / "content/index.md").write_text(
        "# 示例\n\n[画册](hua-ce.html)\n\n<!-- anliji:main -->\n", encoding="utf-8"
    )

    assert {"hua-ce.html", "pictures/五.png"} <= published(project, tmp_path / "made")
