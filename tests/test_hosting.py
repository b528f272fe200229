"""The adapter to MkDocs: the frames it gives, the settings it reads, and what it says when they are wrong."""

import logging
from pathlib import Path

import pytest
import yaml

from generator.case.programme import packaged_programme
from generator.hosting.configuration import HostError, site_folder, watched_folders
from generator.hosting.mkdocs_plugin import render_host
from generator.outputs.site import addresses
from generator.outputs.site.settings import Settings
from generator.outputs.site.task_styles import task_styles

pytestmark = pytest.mark.build


def settings(project: Path, text: str) -> None:
    """Add to a project's settings."""
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(f"{text}\n")


def replace(project: Path, old: str, new: str) -> None:
    """Change a project's settings."""
    path = project / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_frames(tmp_project: Path, tmp_path: Path) -> None:
    """The host gives a frame for each written page and for each page that the generator fills, with their titles."""
    hosted = render_host(tmp_project, tmp_path / "made")
    titles = {uri: frame.title for uri, frame in hosted.frames.items()}

    assert titles == {"index.html": "", "about.html": "关于", **addresses.hosted_titles(packaged_programme())}
    assert all("<!-- anliji:head -->" in frame.html for frame in hosted.frames.values())
    assert all("<!-- anliji:main -->" in frame.html for uri, frame in hosted.frames.items() if uri != "about.html")


def test_frames_are_the_same_each_time(tmp_project: Path, tmp_path: Path) -> None:
    """The same pages give the same frames; nothing of the folder they are written to is in them."""
    one, other = (render_host(tmp_project, tmp_path / name) for name in ("one", "other"))

    assert one == other


def test_front_matter(tmp_project: Path, tmp_path: Path) -> None:
    """A written page's own title and description are kept for its head."""
    (tmp_project / "content/about.md").write_text(
        "---\ntitle: 说明\ndescription: 示例的说明。\n---\n# 关于\n", encoding="utf-8"
    )
    frame = render_host(tmp_project, tmp_path / "made").frames["about.html"]

    assert (frame.title, frame.description) == ("说明", "示例的说明。")


@pytest.mark.parametrize(
    ("address", "expected"),
    [("https://a.example/b", "https://a.example/b/"), ("https://a.example/b/", "https://a.example/b/"), ('""', "")],
    ids=["without-slash", "with-slash", "empty"],
)
def test_settings(tmp_project: Path, tmp_path: Path, address: str, expected: str) -> None:
    """The site's name, address and description come from the settings; an address ends in a slash."""
    replace(tmp_project, "site_url: https://anliji.example/", f"site_url: {address}")
    read = render_host(tmp_project, tmp_path / "made").settings
    written = yaml.safe_load((tmp_project / "mkdocs.yml").read_text(encoding="utf-8"))

    assert read == Settings(written["site_name"], expected, written["site_description"])
    assert read.name
    assert read.description


def test_lists_are_not_published(tmp_project: Path, tmp_path: Path) -> None:
    """Collections and the wording list stay in the project whatever mkdocs.yml says; other files are published."""
    replace(tmp_project, "exclude_docs: |\n  collections/\n  wording.yml\n", "")
    content, made = tmp_project / "content", tmp_path / "made"
    ours = ("wording.yml", "collections/xuan-ji.yml", "collections/a.yaml", "collections/notes.md", "collections/a.png")
    others = ("files/biao.yml", "assets/javascripts/own.js", "my-wording.yml")
    for name in (*ours, *others):
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text("title: SECRET\n", encoding="utf-8")
    hosted = render_host(tmp_project, made)
    published = {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()}

    assert {name for name in published if name.startswith("collections/")} == {"collections/index.html"}
    assert {name for name in published if name.endswith((".yml", ".yaml"))} == {"files/biao.yml", "my-wording.yml"}
    assert {name for name in published if name.startswith("assets/javascripts/")} == {"assets/javascripts/own.js"}
    assert "collections/notes.html" not in hosted.frames


def test_notices(tmp_project: Path, tmp_path: Path) -> None:
    """What MkDocs warns about comes back in Chinese, once each, in order."""
    settings(tmp_project, "nva: 1\nnav:\n- 首页: index.md\n- 没有: none.md")
    (tmp_project / "content/about.md").write_text("# 关于\n\n[甲](x.md)\n", encoding="utf-8")

    assert render_host(tmp_project, tmp_path / "made").notices == (
        "mkdocs.yml：没有 nva 这个设置，它不起作用，请核对拼写。",
        "mkdocs.yml 的 nav 里写的 none.md 不存在。",
        "about.md 里的链接 x.md 没有对应的文件。",
    )


def test_logging_is_left_as_it_was(tmp_project: Path, tmp_path: Path) -> None:
    """After a run MkDocs logs as it did before."""
    logger = logging.getLogger("mkdocs")
    before = (list(logger.handlers), logger.propagate)
    render_host(tmp_project, tmp_path / "made")

    assert (list(logger.handlers), logger.propagate) == before


def test_site_folder(tmp_project: Path) -> None:
    """The site goes to site/, or where the settings say."""
    default = site_folder(tmp_project)
    settings(tmp_project, "site_dir: 输出/网站")

    assert (default, site_folder(tmp_project)) == (tmp_project / "site", tmp_project / "输出/网站")


def test_site_folder_in_the_written_pages(tmp_project: Path) -> None:
    """A site among the written pages is refused."""
    settings(tmp_project, "site_dir: content/site")

    with pytest.raises(HostError, match="网站的文件夹和 content 不能一个在另一个里面"):
        site_folder(tmp_project)


def test_watched_folders(tmp_project: Path) -> None:
    """The host reads the written pages, the theme and the settings."""
    content, theme, settings_file = watched_folders(tmp_project)

    assert (content, settings_file) == (tmp_project / "content", tmp_project / "mkdocs.yml")
    assert (theme / "mkdocs_theme.yml").is_file()


def test_no_settings(tmp_path: Path) -> None:
    """Without mkdocs.yml the message says where it was looked for."""
    with pytest.raises(HostError, match=rf"找不到 {tmp_path}/mkdocs\.yml"):
        render_host(tmp_path, tmp_path / "made")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("site_name: [", "mkdocs.yml 第 1 行第 13 个字符附近写得不对"),
        ("site_name: 甲\ndocs_dir: content\nplugins: [anliji, none]", "没有安装“none”这个插件"),
        ("site_name: 甲\nplugins: []\ntheme: {name: anliji}\ndocs_dir: content", "plugins 里没有 anliji"),
        ("site_name: 甲\ndocs_dir: none", "none 这个文件夹，请建立它或改写 docs_dir"),
        ("site_name: 甲\nnav: 5\ndocs_dir: content", "mkdocs.yml：nav 的值不对"),
    ],
    ids=["syntax", "plugin-unknown", "plugin-missing", "content", "nav"],
)
def test_wrong_settings(tmp_project: Path, tmp_path: Path, text: str, expected: str) -> None:
    """What is wrong in the settings is told in Chinese."""
    (tmp_project / "mkdocs.yml").write_text(text, encoding="utf-8")

    with pytest.raises(HostError, match=expected):
        render_host(tmp_project, tmp_path / "made")


def test_page_in_another_encoding(tmp_project: Path, tmp_path: Path) -> None:
    """A page that is not UTF-8 is named."""
    (tmp_project / "content/about.md").write_bytes("# 关于".encode("gbk"))

    with pytest.raises(HostError, match=r"about\.md 不是 UTF-8 编码"):
        render_host(tmp_project, tmp_path / "made")


def test_addresses_do_not_depend_on_the_settings(tmp_project: Path, tmp_path: Path) -> None:
    """Addresses end in .html even where the settings ask for folders."""
    replace(tmp_project, "use_directory_urls: false", "use_directory_urls: true")

    assert "about.html" in render_host(tmp_project, tmp_path / "made").frames


def test_every_style_sheet_is_joined(tmp_project: Path, tmp_path: Path) -> None:
    """The theme names each of its style sheets once, and the site has them all in one file, in that order."""
    theme = Path(__file__).parents[1] / "theme"
    sheets = theme / "assets/css"
    names = yaml.safe_load((theme / "mkdocs_theme.yml").read_text(encoding="utf-8"))["styles"]
    found = {path.relative_to(sheets).with_suffix("").as_posix(): path for path in sheets.rglob("*.css")}
    texts = {name: path.read_text(encoding="utf-8") for name, path in found.items()}
    texts["programme"] = task_styles(packaged_programme())
    render_host(tmp_project, tmp_path / "made")

    assert sorted(names) == sorted(texts)
    assert "\n".join(texts[name] for name in names) == (tmp_path / "made/assets/anliji.css").read_text(encoding="utf-8")
    assert not (tmp_path / "made/assets/css").exists()


def test_page_with_thousands_of_open_brackets(tmp_project: Path, tmp_path: Path) -> None:
    """A page that would keep the host busy for minutes is refused at its line, before the host reads it."""
    (tmp_project / "content/about.md").write_text("# 关于\n\n" + "![" * 10_000 + "\n", encoding="utf-8")

    with pytest.raises(HostError, match=r"content/about\.md 第 3 行：没有收尾的括号"):
        render_host(tmp_project, tmp_path / "hosted")
