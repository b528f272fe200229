"""The settings of mkdocs.yml that there are: what kind of value belongs to each, and how it is written."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import yaml

from generator.case.text import nearest, shorten
from generator.reading.finding import Finding
from generator.reading.settings_file import SettingsFile, children, kind_of

_WORDS = {"text": "一段文字", "flag": "true 或 false", "list": "一个列表", "group": "一组“名称: 值”"}


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: the kinds of values that it takes, and an example."""

    kinds: tuple[str, ...]
    example: str


_TEXT, _FLAG, _LIST, _GROUP, _EITHER = ("text",), ("flag",), ("list",), ("group",), ("list", "group")

SETTINGS: Mapping[str, Setting] = {
    "site_name": Setting(_TEXT, "site_name: 案例集"),
    "site_url": Setting(_TEXT, "site_url: https://www.example.edu.cn/anli/"),
    "site_description": Setting(_TEXT, "site_description: 典型案例，按任务类型和地区分类。"),
    "site_author": Setting(_TEXT, "site_author: 示例编辑部"),
    "copyright": Setting(_TEXT, "copyright: 示例编辑部"),
    "docs_dir": Setting(_TEXT, "docs_dir: content"),
    "site_dir": Setting(_TEXT, "site_dir: site"),
    "theme": Setting(("text", "group"), "theme: anliji"),
    "nav": Setting(_LIST, "nav: ['首页': index.md, '关于': about.md]"),
    "plugins": Setting(_EITHER, "plugins: [anliji]"),
    "hooks": Setting(_LIST, "hooks: [own.py]"),
    "markdown_extensions": Setting(_EITHER, "markdown_extensions: [tables]"),
    "extra": Setting(_GROUP, "extra: {footer: {organiser: 示例单位}}"),
    "extra_css": Setting(_LIST, "extra_css: [own.css]"),
    "extra_javascript": Setting(_LIST, "extra_javascript: [own.js]"),
    "extra_templates": Setting(_LIST, "extra_templates: [own.html]"),
    "exclude_docs": Setting(_TEXT, "exclude_docs: notes/"),
    "draft_docs": Setting(_TEXT, "draft_docs: drafts/"),
    "not_in_nav": Setting(_TEXT, "not_in_nav: notes/"),
    "use_directory_urls": Setting(_FLAG, "use_directory_urls: false"),
    "strict": Setting(_FLAG, "strict: false"),
    "validation": Setting(_GROUP, "validation: {omitted_files: ignore}"),
    "watch": Setting(_LIST, "watch: [content]"),
    "dev_addr": Setting(_TEXT, "dev_addr: 127.0.0.1:8000"),
    "repo_url": Setting(_TEXT, "repo_url: https://git.example.edu.cn/anli"),
    "repo_name": Setting(_TEXT, "repo_name: 源文件"),
    "edit_uri": Setting(_TEXT, "edit_uri: edit/content/"),
    "edit_uri_template": Setting(_TEXT, "edit_uri_template: edit/{path}"),
    "remote_branch": Setting(_TEXT, "remote_branch: pages"),
    "remote_name": Setting(_TEXT, "remote_name: origin"),
    "INHERIT": Setting(_TEXT, "INHERIT: base.yml"),
}
"""By name. What an example shows can be written as it stands."""

_OF_TEXTS = ("extra_css", "extra_javascript", "extra_templates", "hooks", "watch")
"""The lists whose entries are paths."""
_GROUPS = (
    (("footer",), "organiser: 示例单位"),
    (("home",), "lead: 2025-nau-tea"),
    (("data",), "licence: CC BY 4.0"),
    (("book",), "fonts:"),
    (("book", "fonts"), "title: 黑体"),
)
"""What is below `extra`, and an example for each."""
_ADDRESSES = {
    ("site_url",): SETTINGS["site_url"].example,
    ("repo_url",): SETTINGS["repo_url"].example,
    ("extra", "data", "licence_url"): "licence_url: https://www.example.edu.cn/anli/xuke.html",
}
"""What has to be an address on the web, and an example for each."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")

TEXTS = frozenset(name for name, setting in SETTINGS.items() if setting.kinds == _TEXT)
"""The settings whose value is kept as it is written: `site_name: 2024` is a name, not a number."""
THEME = "anliji"


def example_of(key: str) -> str:
    """Say how a setting is written."""
    return SETTINGS[key].example if key in SETTINGS else f"{key}: 值"


def kind_faults(file: SettingsFile) -> Iterator[Finding]:
    """Find values of another kind than their settings take, and texts that cannot be what they are for."""
    for key, node in file.top.items():
        if key not in SETTINGS:
            continue
        kinds, kind = SETTINGS[key].kinds, kind_of(node)
        if kind not in (*kinds, "made", "nothing") and not (kind == "flag" and "text" in kinds):
            needed = "或".join(_WORDS[each] for each in kinds)
            message = f"{key} 的值不对"
            yield file.finding((key,), message, f"这里要写{needed}。", f"写成 {SETTINGS[key].example}。")
        if kind == "text":
            yield from _text_faults(file, (key,), node)
        if kind == "list" and key in _OF_TEXTS:
            yield from _entry_faults(file, key, node)
    yield from _group_faults(file)
    yield from _address_faults(file)
    yield from _theme_faults(file)


def unknown_keys(file: SettingsFile) -> Iterator[Finding]:
    """Find settings that do not exist, which the host ignores."""
    for key in file.top:
        if key not in SETTINGS:
            near = nearest(key, SETTINGS)
            hint = f"写成 {near}。" if near else "删去它，或核对拼写。"
            yield file.finding((key,), f"没有 {shorten(key)} 这个设置", "它不起作用。", hint)


def _entry_faults(file: SettingsFile, key: str, node: yaml.Node) -> Iterator[Finding]:
    """Find entries of a list that are no texts; a script may be a group with its path."""
    for step, inner in children(node):
        path = next((value for name, value in children(inner) if name == "path"), None)
        entry = path if key == "extra_javascript" and path is not None else inner
        if kind_of(entry) not in ("text", "made") or not entry.value:
            yield file.finding(
                (key, step), f"{key} 里有一项不对", "每一项是一个文件的路径。", f"写成 {example_of(key)}。"
            )


def _text_faults(file: SettingsFile, path: tuple[str, ...], node: yaml.Node) -> Iterator[Finding]:
    if _CONTROL.search(node.value):
        name = ".".join(path)
        yield file.finding(path, f"{name} 的值里有控制字符", "控制字符看不见，也用不上。", f"重新写 {name} 的值。")


def _group_faults(file: SettingsFile) -> Iterator[Finding]:
    """Look at what pages and books print of `extra`: each is a text in a group."""
    for path, example in _GROUPS:
        whole = ("extra", *path)
        node = file.node(whole)
        if node is None or kind_of(node) in ("made", "nothing"):
            continue
        name = ".".join(whole)
        if kind_of(node) != "group":
            yield file.finding(
                whole, f"{name} 的值不对", f"{name} 下面要一项一行，写成“名称: 值”。", f"例如写 {example}。"
            )
            continue
        for key, inner in children(node):
            if whole != ("extra", "book") and kind_of(inner) in ("list", "group"):
                yield file.finding(
                    (*whole, key), f"{name}.{key} 的值不对", "这里要写一段文字。", f"写在一行里，例如 {example}。"
                )
            elif kind_of(inner) == "text":
                yield from _text_faults(file, (*whole, str(key)), inner)


def _address_faults(file: SettingsFile) -> Iterator[Finding]:
    for path, example in _ADDRESSES.items():
        node, key = file.node(path), path[-1]
        if node is not None and kind_of(node) == "text" and node.value and not _is_address(node.value.strip()):
            yield file.finding(
                path,
                f"{'.'.join(path)} 写的“{shorten(node.value, 40)}”不是网址",
                "网址以 http:// 或 https:// 开头，后面是域名，中间没有空格，也没有用户名和密码。",
                f"写成 {example}；不知道时写 {key}: ''。",
            )
    name = file.top.get("site_name")
    is_empty = name is not None and (kind_of(name) == "nothing" or (kind_of(name) == "text" and not name.value.strip()))
    if is_empty or (name is None and "INHERIT" not in file.top):
        yield file.finding(("site_name",), "没有写网站的名称", "每一页都要写明网站的名称。", "写成 site_name: 案例集。")


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return (
            parts.scheme in ("http", "https")
            and "@" not in parts.netloc
            and bool(parts.hostname)
            and (parts.port is None or parts.port > 0)
            and not any(character.isspace() or character in '<>"\\' for character in text)
        )
    except ValueError:
        return False


def _theme_faults(file: SettingsFile) -> Iterator[Finding]:
    """The pages are made for one theme; with another one, or with none, they cannot be drawn."""
    node = file.top.get("theme")
    if (node is None and "INHERIT" in file.top) or (node is not None and kind_of(node) == "list"):
        return
    named = file.node(("theme", "name")) if node is not None and kind_of(node) == "group" else node
    written = named.value if isinstance(named, yaml.ScalarNode) else ""
    if written != THEME and (named is None or kind_of(named) != "made"):
        message = f"theme 写的是“{shorten(written)}”，不是 {THEME}" if written else "没有写网站的主题"
        path = ("theme", "name") if file.node(("theme", "name")) else ("theme",)
        yield file.finding(path, message, f"网站的页面只能用 {THEME} 这个主题。", f"写成 theme: {THEME}。")
