"""The adapter to MkDocs: the frames it gives, the settings it reads, and what it says when they are wrong."""

import logging
import os
import re
from pathlib import Path

import pytest
import yaml

from generator.case.programme import packaged_programme
from generator.hosting.configuration import HostError, site_folder, site_settings, watched_folders
from generator.hosting.nav import nav_faults
from generator.hosting.rendering import render_host
from generator.hosting.setting_kinds import kind_faults, unknown_keys
from generator.hosting.theme_options import primary_colour, theme_faults, theme_notices
from generator.outputs.site import addresses
from generator.outputs.site.hosted import WrittenLink
from generator.outputs.site.settings import Settings
from generator.outputs.site.task_styles import task_styles
from generator.reading.settings_file import SettingsFile

pytestmark = pytest.mark.build

NO_PAGE = "核对文件名；别的网站写完整的网址，例如 https://www.example.edu.cn/。"
FROM_ROOT = "从网站的开头写起，换一个地方就打不开。建议：从这一页写起，例如 about.md。"
LEAST = "site_name: 甲\ntheme: anliji\ndocs_dir: content\n"
"""The settings without which there is no site, but for the plugin."""


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
    """Collections and the wording list stay in the project whatever mkdocs.yml and the pages say."""
    replace(tmp_project, "exclude_docs: |\n  collections/\n  wording.yml\n", "")
    content, made = tmp_project / "content", tmp_path / "made"
    ours = (
        "wording.yml",
        "names.yml",
        "synonyms.yml",
        "roster.yml",
        "letters/a.docx",
        "collections/xuan-ji.yml",
        "collections/a.yaml",
        "collections/notes.md",
        "collections/a.png",
    )
    others = ("files/biao.yml", "assets/javascripts/own.js", "my-wording.yml")
    links = "\n\n".join(f"[某]({name})" for name in (*ours, *others))
    (content / "about.md").write_text(f"# 关于\n\n{links}\n", encoding="utf-8")
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
    settings(tmp_project, "nva: 1\nnav:\n- 首页: index.md\n- 没有: none.md\n- 关于: about.md")
    (tmp_project / "content/about.md").write_text("# 关于\n\n[甲](/x.md)\n", encoding="utf-8")

    assert render_host(tmp_project, tmp_path / "made").notices == (
        "mkdocs.yml 第 59 行：没有 nva 这个设置。它不起作用。建议：写成 nav。",
        f"mkdocs.yml 第 62 行：nav 里写的 none.md 不存在。这一项没有放进导航。建议：{NO_PAGE}",
        f"content/about.md 第 3 行的链接 /x.md {FROM_ROOT}",
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

    with pytest.raises(HostError, match="网站的文件夹和 content 一个在另一个里面"):
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
        ("site_name: [", "mkdocs.yml:1:1: 错误：mkdocs.yml 从这里起读不下去"),
        (f"{LEAST}plugins: [anliji, none]", "mkdocs.yml:4:19: 错误：没有安装“none”这个插件"),
        (f"{LEAST}plugins: []", "mkdocs.yml:4:1: 错误：plugins 里没有 anliji"),
        (LEAST.replace("content", "none"), "mkdocs.yml:3:1: 错误：没有 .*/none 这个文件夹"),
        (f"{LEAST}nav: 5", "mkdocs.yml:4:1: 错误：nav 的值不对"),
        (f"{LEAST}nav:\n- 甲: [乙: ]", "mkdocs.yml:5:7: 错误：nav 的“乙”下面是空的"),
        (
            f"{LEAST}site_url: https://u:p@a.example/",
            "mkdocs.yml:4:1: 错误：site_url 写的“https://u:p@a.example/”不是网址",
        ),
        (f"{LEAST}site_url: 'http://['", "mkdocs.yml:4:1: 错误：site_url 写的“http://\\[”不是网址"),
        (LEAST.replace("anliji", "material"), "mkdocs.yml:2:1: 错误：theme 写的是“material”，不是 anliji"),
        (LEAST.replace("anliji", ""), "mkdocs.yml:2:1: 错误：没有写网站的主题"),
        (LEAST.replace("anliji", "{name: anliji, language: en}"), "mkdocs.yml:2:23: 错误：theme.language 只能是中文"),
        (LEAST.replace("anliji", "{name: anliji, styles: [a]}"), "mkdocs.yml:2:23: 错误：theme 里没有 styles 这个设置"),
        (f'{LEAST}site_dir: "a\\0b"', "mkdocs.yml:4:1: 错误：site_dir 的值里有控制字符"),
        (f"{LEAST}INHERIT: nope.yml", "mkdocs.yml:4:1: 错误：INHERIT 写的 nope.yml 读不到"),
        (f"{LEAST}INHERIT: {'x' * 3000}", "mkdocs.yml:4:1: 错误：INHERIT 写的 x+… 读不到"),
        (f"{LEAST}INHERIT: mkdocs.yml", "mkdocs.yml:4:1: 错误：INHERIT 写的 mkdocs.yml 又引用了前面的文件"),
        (f"{LEAST}markdown_extensions: [tabels]", "mkdocs.yml:4:23: 错误：没有“tabels”这个扩展"),
        (
            f"{LEAST}plugins: [anliji]\nmarkdown_extensions: [toc: {{slugify: 甲}}]",
            "mkdocs.yml:5:1: 错误：markdown_extensions 的值不对",
        ),
        (f"{LEAST}extra: {{footer: 甲}}", "mkdocs.yml:4:9: 错误：extra.footer 的值不对"),
        (f"{LEAST}extra: {{data: [甲]}}", "mkdocs.yml:4:9: 错误：extra.data 的值不对"),
        (f"{LEAST}extra: {{data: {{licence: [甲]}}}}", "mkdocs.yml:4:16: 错误：extra.data.licence 的值不对"),
        (
            f"{LEAST}extra: {{data: {{licence_url: 'javascript:1'}}}}",
            "mkdocs.yml:4:16: 错误：extra.data.licence_url 写的“javascript:1”不是网址",
        ),
        (f"{LEAST}extra_css: [[]]", "mkdocs.yml:4:13: 错误：extra_css 里有一项不对"),
        (f"{LEAST}extra_templates: [{{甲: 乙}}]", "mkdocs.yml:4:19: 错误：extra_templates 里有一项不对"),
        (f"{LEAST}extra_javascript: [{{async: true}}]", "mkdocs.yml:4:20: 错误：extra_javascript 里有一项不对"),
        (f"{LEAST}strict: 甲", "mkdocs.yml:4:1: 错误：strict 的值不对"),
        (f"{LEAST}site_name: 乙", "mkdocs.yml:4:1: 错误：site_name 写了两次"),
        (f"{LEAST}config_file_path: 甲", "mkdocs.yml:4:1: 错误：没有 config_file_path 这个设置"),
        (f"{LEAST}extra_css: &a [*a]", "mkdocs.yml:4:16: 错误：\\*a 引用了它自己"),
        (f"{LEAST}extra_css: {'[' * 100_000}", "mkdocs.yml:4:.*: 错误：套得太深了"),
        (f"{LEAST}site_author: !!python/object/apply:os.getcwd []", "mkdocs.yml:4:14: 错误：不认识“.*”这个标记"),
        (LEAST.replace(": 甲", "：甲"), "mkdocs.yml:1:10: 错误：mkdocs.yml 从这里起读不下去"),
        (LEAST.replace("content", "/usr"), "mkdocs.yml:3:1: 错误：docs_dir 不能是 /usr"),
        (LEAST.replace("content", "cases"), "mkdocs.yml:3:1: 错误：docs_dir 不能是 .*/cases"),
        (LEAST.replace("anliji", "{name: anliji, custom_dir: /}"), "mkdocs.yml:2:23: 错误：theme.custom_dir 不能是 /"),
        (LEAST.replace("anliji", "{name: anliji, custom_dir: .}"), "mkdocs.yml:2:23: 错误：theme.custom_dir 不能是 "),
        ("", "mkdocs.yml 里没有一项设置写成"),
        (LEAST.replace("甲", "''"), "mkdocs.yml:1:1: 错误：没有写网站的名称"),
    ],
)
def test_wrong_settings(tmp_project: Path, tmp_path: Path, text: str, expected: str) -> None:
    """What is wrong in the settings is told in Chinese, at its place."""
    (tmp_project / "mkdocs.yml").write_text(text, encoding="utf-8")

    with pytest.raises(HostError, match=expected):
        render_host(tmp_project, tmp_path / "made")


def test_texts_stay_as_they_are_written(tmp_project: Path) -> None:
    """A name that looks like a number, a flag or a date to YAML is a name."""
    names = ("2024", "010", "是", "yes", "2024-11-02", "2024-13-01", "1:30")
    read = []
    for name in names:
        (tmp_project / "mkdocs.yml").write_text(LEAST.replace("甲", name) + "plugins: [anliji]", encoding="utf-8")
        read.append(site_settings(tmp_project).name)

    assert tuple(read) == names


@pytest.mark.parametrize(
    ("parent", "expected"),
    [
        ("theme: material", "mkdocs.yml:1:1: 错误：theme 不是 anliji"),
        ("theme: {name: anliji, styles: 5}", "mkdocs.yml:3:1: 错误：INHERIT 的值不对"),
        ("theme: anliji\nnav: [甲", "mkdocs.yml:3:1: 错误：INHERIT 写的 base.yml 有误"),
        ("theme: anliji\nextra: {footer: 5}", "extra.footer 下面要一项一行"),
        ("INHERIT: mkdocs.yml", "mkdocs.yml:3:1: 错误：INHERIT 写的 mkdocs.yml 又引用了前面的文件"),
    ],
)
def test_inherited_settings(tmp_project: Path, tmp_path: Path, parent: str, expected: str) -> None:
    """What is wrong in a file of settings that another inherits is told, too."""
    (tmp_project / "base.yml").write_text(f"{parent}\n", encoding="utf-8")
    text = "site_name: 甲\ndocs_dir: content\nINHERIT: base.yml\nplugins: [anliji]\n"
    (tmp_project / "mkdocs.yml").write_text(text, encoding="utf-8")

    with pytest.raises(HostError, match=expected):
        render_host(tmp_project, tmp_path / "made")


def test_footer_stays_as_it_is_written(tmp_project: Path, tmp_path: Path) -> None:
    """So is what the footer says: a code that begins with a nought is no number."""
    replace(tmp_project, 'site_code: ""', "site_code: 0123")
    replace(tmp_project, 'organiser: ""', "organiser: 2024-11-02")
    hosted = render_host(tmp_project, tmp_path / "made")

    assert "网站标识码：0123<" in hosted.frames["about.html"].html
    assert hosted.settings.organiser == "2024-11-02"


def test_footer_says_who_publishes(tmp_project: Path, tmp_path: Path) -> None:
    """Who compiled the library counts as who publishes it where no body does, and a statement stands on every page."""
    replace(tmp_project, 'editor: ""', "editor: 示例编写组")
    replace(tmp_project, 'statement: ""', "statement: 示例声明 < 一句")
    hosted = render_host(tmp_project, tmp_path / "made")
    told = [
        "<span>编写：示例编写组</span>" in frame.html and "<span>示例声明 &lt; 一句</span>" in frame.html
        for frame in hosted.frames.values()
    ]

    assert told
    assert all(told)
    assert hosted.settings.organiser == "示例编写组"


def test_the_lead_is_read_as_it_is_written(tmp_project: Path, tmp_path: Path) -> None:
    """An id that YAML takes for a number stays as it is written."""
    replace(tmp_project, 'lead: ""', "lead: 0017")

    assert render_host(tmp_project, tmp_path / "made").settings.lead == "0017"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", ("", "")),
        ("licence: ''\n    licence_url:", ("", "")),
        ("licence: 示例许可 2.0", ("示例许可 2.0", "")),
        ("licence: 2024\n    licence_url: https://anliji.example/x", ("2024", "https://anliji.example/x")),
        ("licence_url: ' https://anliji.example/x '", ("https://anliji.example/x", "https://anliji.example/x")),
    ],
)
def test_the_licence_of_the_data(written: str, expected: tuple[str, str], tmp_project: Path, tmp_path: Path) -> None:
    """It is what the editors state and nothing else; one of which only the address is known is called by that."""
    replace(tmp_project, "extra:\n", f"extra:\n  data:\n    {written}\n")
    settings = render_host(tmp_project, tmp_path / "made").settings

    assert (settings.licence, settings.licence_url) == expected


def test_strict_settings(tmp_project: Path, tmp_path: Path) -> None:
    """Where the settings ask for strictness, a notice is enough to stop, in Chinese."""
    settings(tmp_project, "strict: true")
    render_host(tmp_project, tmp_path / "made")
    settings(tmp_project, "nva: 1")

    with pytest.raises(HostError, match=r"固定页面有需要改正的地方，.*\nmkdocs.yml 第 60 行：没有 nva 这个设置。"):
        render_host(tmp_project, tmp_path / "made")


def test_site_is_a_link_to_itself(tmp_project: Path) -> None:
    """A site's folder that leads nowhere is named."""
    (tmp_project / "site").symlink_to("site")

    with pytest.raises(HostError, match=r"网站的文件夹 site 打不开\n(.*\n)*  原因：它是一个指向自己的链接。"):
        site_folder(tmp_project)


NAV = """
nav:
- 首页: index.md
- 2024: [about.md, {学校主页: https://www.example.edu.cn/}, {手册: handbook/frist.md}]
- 只有链接:
  - https://a.example/
- 都没有: [{甲: none.md}]
- {手册: handbook/first.md, 别的: [{再: [{四: about.md}]}]}
"""


def test_navigation(tmp_project: Path, tmp_path: Path) -> None:
    """Links to other sites work in any section; pages that are not there are told and left out, and empty sections."""
    (tmp_project / "content/handbook").mkdir()
    (tmp_project / "content/handbook/first.md").write_text("# 手册\n", encoding="utf-8")
    settings(tmp_project, NAV)
    hosted = render_host(tmp_project, tmp_path / "made")
    html = hosted.frames["index.html"].html
    menu = html[html.index('<nav class="site-nav"') :]
    links = re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', menu[: menu.index("</nav>")])

    assert links == [
        ("index.html", "首页"),
        ("about.html", "2024"),
        ("https://a.example/", "只有链接"),
        ("handbook/first.html", "手册"),
        ("about.html", "别的"),
    ]
    assert [re.sub(r"。.*建议：", "；", one) for one in hosted.notices] == [
        "mkdocs.yml 第 62 行：nav 里写的 handbook/frist.md 不存在；写成 handbook/first.md；不要这一项的，删去这一行。",
        f"mkdocs.yml 第 65 行：nav 里写的 none.md 不存在；{NO_PAGE}",
    ]


def notices_of(project: Path, made: Path) -> list[str]:
    """Render a project; give what is told, without what to do."""
    return [one.partition("建议")[0] for one in render_host(project, made).notices]


def test_links_of_written_pages(tmp_project: Path, tmp_path: Path) -> None:
    """Headings have readable anchors; links to them, to cases and to terms work; what is a link nowhere stays one."""
    (tmp_project / "content/about.md").write_text(
        "# 关于\n\n## 二、主要做法\n\n[甲](#二、主要做法) [乙](cases/x-01.md) [丙](index.md) [丁](http://[)\n",
        encoding="utf-8",
    )
    hosted = render_host(tmp_project, tmp_path / "made")
    html = hosted.frames["about.html"].html

    assert '<h2 id="二主要做法">二、主要做法</h2>' in html
    assert '<a href="#%E4%BA%8C%E4%B8%BB%E8%A6%81%E5%81%9A%E6%B3%95">甲</a>' in html
    assert '<a href="cases/x-01.html">乙</a> <a href="index.html">丙</a> <a href="http://%5B">丁</a>' in html
    assert hosted.links == (WrittenLink("content/about.md", 5, "cases/x-01.md", "cases/x-01.html"),)
    assert hosted.notices == ("content/about.md 第 5 行的链接 http://[ 不是网址。建议：核对它。",)


def test_cases_in_the_navigation(tmp_project: Path, tmp_path: Path) -> None:
    """An entry may lead to a case, a term or a collection, written as a page or as an address."""
    settings(tmp_project, "nav: [index.md, {典型: cases/x-01.md}, {海南: province/hainan.html}]")
    hosted = render_host(tmp_project, tmp_path / "made")

    assert hosted.links == (
        WrittenLink("mkdocs.yml", 59, "cases/x-01.md", "cases/x-01.html"),
        WrittenLink("mkdocs.yml", 59, "province/hainan.html", "province/hainan.html"),
    )
    assert '<a href="../cases/x-01.html">典型</a>' in hosted.frames["province/index.html"].html


def test_settings_that_the_handbook_shows() -> None:
    """What the handbook tells people to write into mkdocs.yml is right."""
    page = (Path(__file__).parents[1] / "content/handbook/publishing.md").read_text(encoding="utf-8")
    examples = [text for text in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if "site_name:" in text]
    files = [SettingsFile(text.encode()) for text in examples]
    found = [
        (
            *file.faults,
            *kind_faults(file),
            *theme_faults(file),
            *theme_notices(file),
            *nav_faults(file),
            *unknown_keys(file),
        )
        for file in files
        if "theme" in file.top
    ]

    assert len(files) == 2
    assert found == [()]
    assert primary_colour(files[1], packaged_programme()) == ((0x1A, 0x5F, 0xB4), [])


def test_own_logo_and_icon(tmp_project: Path, tmp_path: Path) -> None:
    """A logo and an icon among the written files take the place of ours on every page."""
    (tmp_project / "content/images").mkdir()
    (tmp_project / "content/images/a.png").write_bytes(b"x")
    replace(tmp_project, "name: anliji", "name: anliji\n  logo: images/a.png\n  favicon: images/a.png")
    hosted = render_host(tmp_project, tmp_path / "made")

    assert hosted.notices == ()
    assert all(f'src="{addresses.root(uri)}images/a.png"' in frame.html for uri, frame in hosted.frames.items())
    assert all(f'href="{addresses.root(uri)}images/a.png"' in frame.html for uri, frame in hosted.frames.items())


def test_logo_that_is_not_there(tmp_project: Path, tmp_path: Path) -> None:
    """A logo that is missing or elsewhere is told, and ours stays."""
    replace(tmp_project, "name: anliji", "name: anliji\n  logo: none.png\n  favicon: https://a.example/a.ico")
    hosted = render_host(tmp_project, tmp_path / "made")

    assert [one.partition("。")[0] for one in hosted.notices] == [
        "mkdocs.yml 第 15 行：theme.logo 写的 none.png 不存在",
        "mkdocs.yml 第 16 行：theme.favicon 写的 https://a.example/a.ico 在别的网站上",
    ]
    assert "assets/favicon.svg" in hosted.frames["about.html"].html
    assert "a.example/a.ico" not in hosted.frames["about.html"].html


@pytest.mark.parametrize(
    ("palette", "expected", "told"),
    [
        ("{primary: indigo}", True, []),
        ("[{primary: '#1a5fb4'}, {primary: teal}]", True, []),
        ("{primary: indigo, accent: red}", True, ["palette 的 accent 不起作用"]),
        ("{primary: amber}", False, ["主色写的“amber”太浅了"]),
        ("{primary: custom}", False, ["主色写的“custom”不是颜色"]),
        ("5", False, ["theme.palette 的值不对"]),
    ],
)
def test_palette(tmp_project: Path, tmp_path: Path, palette: str, expected: bool, told: list[str]) -> None:  # noqa: FBT001 (a case of the table)
    """The primary colour takes the red's place where it can be read; what else is there is told."""
    replace(tmp_project, "name: anliji", f"name: anliji\n  palette: {palette}")
    notices = render_host(tmp_project, tmp_path / "made").notices
    sheet = (tmp_path / "made/assets/anliji.css").read_text(encoding="utf-8")

    assert [one.partition("：")[2].partition("。")[0] for one in notices] == told
    assert (sheet.count("--red-dark:") > 5) == expected


def test_own_styles_and_scripts(tmp_project: Path, tmp_path: Path) -> None:
    """Styles and scripts among the written files are on every page, behind ours; others are told and left out."""
    for name in ("own.css", "own.js"):
        (tmp_project / "content" / name).write_text("", encoding="utf-8")
    settings(tmp_project, "extra_css: [own.css, a.css, //a.example/b.css]\nextra_javascript: [own.js, {path: a.js}]")
    hosted = render_host(tmp_project, tmp_path / "made")
    pages = [frame.html for frame in hosted.frames.values()]

    assert [one.partition("：")[2].partition("。")[0] for one in hosted.notices] == [
        "extra_css 写的 a.css 不存在",
        "extra_css 写的 //a.example/b.css 在别的网站上",
        "extra_javascript 写的 a.js 不存在",
    ]
    assert all(0 < page.index("assets/anliji.css") < page.index("own.css") for page in pages)
    assert all(0 < page.index("assets/anliji.js") < page.index("own.js") for page in pages)
    assert [page for page in pages if "a.css" in page or "/a.js" in page or "b.css" in page] == []


@pytest.mark.parametrize("plugins", ["[search, anliji]", "[{search: {lang: zh}}, anliji]", "{search: , anliji: }"])
def test_the_search_of_the_host(tmp_project: Path, tmp_path: Path, plugins: str) -> None:
    """The search that MkDocs brings is not needed, and leaves nothing on the site."""
    replace(tmp_project, "plugins:\n  - anliji", f"plugins: {plugins}")

    assert notices_of(tmp_project, tmp_path / "made") == [
        "mkdocs.yml 第 16 行：不需要 search 这个插件。网站有自己的检索，它的文件用不上，没有收入网站。"
    ]
    assert list((tmp_path / "made").rglob("*search*")) == []


def test_settings_of_other_themes(tmp_project: Path, tmp_path: Path) -> None:
    """What other themes show is told to have no effect."""
    replace(tmp_project, "name: anliji", "name: anliji\n  features: [a]")
    settings(tmp_project, "copyright: 甲\nedit_uri: ../../")

    assert [one.partition("：")[2].partition("。")[0] for one in notices_of(tmp_project, tmp_path / "made")] == [
        "theme.features 不起作用",
        "edit_uri 不起作用",
        "copyright 不起作用",
    ]


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
    """The theme names each of its style sheets once, and the site has them in that order, in three files."""
    theme = Path(__file__).parents[1] / "theme"
    sheets = theme / "assets/css"
    listed = yaml.safe_load((theme / "mkdocs_theme.yml").read_text(encoding="utf-8"))
    names, *apart = (listed[key] for key in ("styles", "slides", "basket", "compare"))
    found = {path.relative_to(sheets).with_suffix("").as_posix(): path for path in sheets.rglob("*.css")}
    texts = {name: path.read_text(encoding="utf-8") for name, path in found.items()}
    texts["programme"] = task_styles(packaged_programme())
    render_host(tmp_project, tmp_path / "made")

    assert sorted([*names, *(one for listed_names in apart for one in listed_names)]) == sorted(texts)
    files = ("anliji.css", "slides.css", "basket.css", "compare.css")
    for listed_names, file in zip((names, *apart), files, strict=True):
        joined = (tmp_path / "made/assets" / file).read_text(encoding="utf-8")
        assert "\n".join(texts[name] for name in listed_names) == joined
    assert not (tmp_path / "made/assets/css").exists()


def test_page_with_thousands_of_open_brackets(tmp_project: Path, tmp_path: Path) -> None:
    """A page that would keep the host busy for minutes is refused at its line, before the host reads it."""
    (tmp_project / "content/about.md").write_text("# 关于\n\n" + "![" * 10_000 + "\n", encoding="utf-8")

    with pytest.raises(HostError, match=r"content/about\.md 第 3 行：没有收尾的括号"):
        render_host(tmp_project, tmp_path / "hosted")


def test_page_that_is_a_pipe(tmp_project: Path, tmp_path: Path) -> None:
    """A page that would be read for ever is refused before the host opens it."""
    os.mkfifo(tmp_project / "content/pipe.md")

    with pytest.raises(HostError, match=r"content/pipe\.md 不是普通的文件"):
        render_host(tmp_project, tmp_path / "hosted")
