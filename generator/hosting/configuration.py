"""The settings of mkdocs.yml as MkDocs reads them; whatever it refuses is told with its place, in Chinese."""

import logging
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from generator.hosting import messages
from generator.hosting.nav import entries_of, nav_faults
from generator.hosting.project_folders import folder_faults, inherited_faults
from generator.hosting.setting_kinds import TEXTS, THEME, kind_faults, unknown_keys
from generator.hosting.theme_options import theme_faults, theme_notices
from generator.making.errors import UserError
from generator.outputs.site.settings import Settings
from generator.reading.finding import Finding
from generator.reading.settings_file import NAME, SettingsFile, children, kind_of

_LEAST: dict[str, Any] = {"site_name": "案例集", "theme": "anliji", "plugins": ["anliji"], "docs_dir": "content"}
"""What stands for a setting that is left out, where it cannot be left out altogether."""


_SEARCH = ("search", "material/search")
_UNUSED = ("repo_url", "repo_name", "edit_uri", "edit_uri_template", "copyright", "site_author")
"""What other themes show on each page."""


class HostError(UserError):
    """The host could not render the pages."""


@dataclass(frozen=True)
class Loaded:
    """The settings of a project, and the file that they are from."""

    config: MkDocsConfig
    file: SettingsFile
    notices: tuple[str, ...]
    """What does not work as it is written, for the person at the terminal."""


def settings_of(config: MkDocsConfig) -> Settings:
    """Give what outputs need of the settings.

    Raises:
        HostError: a group below `extra` is no group.
    """
    url = config.site_url or ""
    footer, data = _extra(config, "footer"), _extra(config, "data")
    return Settings(
        name=config.site_name,
        url=url if not url or url.endswith("/") else f"{url}/",
        description=config.site_description or "",
        organiser=footer.get("organiser") or footer.get("editor") or "",
        lead=_extra(config, "home").get("lead", "").strip(),
        licence=data.get("licence", "").strip() or data.get("licence_url", "").strip(),
        licence_url=data.get("licence_url", "").strip(),
        fonts=_extra(config, "book", "fonts"),
    )


def _extra(config: MkDocsConfig, *path: str) -> dict[str, str]:
    """Read a group of settings below `extra`; those left empty are not there."""
    found: Any = config.extra
    for depth, key in enumerate(path, 1):
        found = found.get(key) or {}
        if not isinstance(found, dict):
            name = ".".join(("extra", *path[:depth]))
            raise HostError(f"mkdocs.yml 的 {name} 下面要一项一行，写成“名称: 值”，例如 title: 方正小标宋简体。")
    return {str(key): str(value) for key, value in found.items() if value not in (None, "")}


class Notices(logging.Handler):
    """Keeps what MkDocs warns about, in words for editors, to be shown once at the end."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.messages.append(messages.chinese(record.getMessage()))


@contextmanager
def listening() -> Iterator[list[str]]:
    """Keep what MkDocs says from the terminal, and give it; what its libraries say of patterns is for programmers."""
    notices = Notices()
    logger = logging.getLogger("mkdocs")
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(notices)
    try:
        with warnings.catch_warnings():
            for kind in (FutureWarning, UserWarning):
                warnings.simplefilter("ignore", kind)
            yield notices.messages
    finally:
        logger.removeHandler(notices)
        logger.propagate = propagated


def load(root: Path, *, without: frozenset[str] = frozenset(), **settings: Any) -> Loaded:
    """Read the settings of a project, some of them replaced, and some left out.

    Raises:
        HostError: there are none, or they are not as the host needs them.
    """
    path = root / NAME
    if not path.is_file():
        raise HostError(f"找不到 {path}。请在项目的文件夹里运行，或用 -C 指明文件夹；新项目用 anliji init 建立。")
    file = SettingsFile(path.read_bytes())
    _refuse(file, file.faults)
    _refuse(file, inherited_faults(path, file))
    if not without:
        _refuse(file, [*kind_faults(file), *nav_faults(file), *theme_faults(file)])
    with listening():
        try:
            config, errors, doubts = _validated(path, file, without, settings)
        except Exception as error:
            if without:
                raise
            key = to_blame(file, lambda left_out: load(root, without=left_out, **settings))
            raise refused(file, [messages.unreadable(file, key, error)]) from error
    _refuse(file, (messages.setting_fault(file, key, said) for key, said in errors))
    _refuse(file, folder_faults(file, config))
    if config.theme.name != THEME:
        # It is in a file that this one inherits, or in the environment.
        why = f"网站的页面只能用 {THEME} 这个主题。"
        _refuse(file, [file.finding(("theme",), f"theme 不是 {THEME}", why, f"写成 theme: {THEME}。")])
    notices = [messages.notice(file, one) for one in (*unknown_keys(file), *theme_notices(file), *_needless(file))]
    # The file's own unknown settings are told with their lines.
    others = [(key, said) for key, said in doubts if not (key in file.top and "Unrecognised" in said)]
    notices += [messages.warned(file, key, said) for key, said in others]
    return Loaded(config, file, tuple(notices))


def to_blame(file: SettingsFile, attempt: Callable[[frozenset[str]], object]) -> str:
    """Name the setting with which an attempt fails; empty where it fails whatever is left out.

    The host and its extensions raise whatever they like; which setting they stumbled over shows only by leaving out
    one after the other until nothing fails.
    """
    left_out: frozenset[str] = frozenset()
    for key in file.top:
        left_out |= {key}
        try:
            attempt(left_out)
        except Exception:  # noqa: BLE001, S112 (another one is to blame, too)
            continue
        return key
    return ""


class _Loader(yaml.Loader):
    """Takes dates for texts: `2024-13-01` would be an error of Python."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if not tag.endswith(":timestamp")]
    for first, pairs in yaml.Loader.yaml_implicit_resolvers.items()
}


def _validated(
    path: Path, file: SettingsFile, without: frozenset[str], settings: dict[str, Any]
) -> tuple[MkDocsConfig, list[tuple[str, str]], list[tuple[str, str]]]:
    config = MkDocsConfig(config_file_path=str(path))
    with path.open("rb") as opened:
        # The host looks for the inherited file beside an open file, and not for one of a mere text.
        source = opened.read().decode("utf-8-sig") if "INHERIT" in without else opened
        values = yaml_load(source, get_yaml_loader(_Loader, config))
    values |= _as_written(file)
    for group in (("extra", "footer"), ("extra", "home"), ("extra", "data"), ("extra", "book", "fonts")):
        _keep_texts(file, group, values)
    if isinstance(values.get("plugins"), list | dict):
        values["plugins"] = [one for one in _each(values["plugins"]) if not _is_search(one)]
    nav = file.top.get("nav")
    if nav is not None and kind_of(nav) == "list":
        values["nav"] = entries_of(nav)
    kept = {key: value for key, value in values.items() if key not in without}
    config.load_dict((_LEAST if without else {}) | kept | settings)
    errors, doubts = config.validate()
    return config, _said(errors), _said(doubts)


def _each(plugins: list[Any] | dict[Any, Any]) -> list[Any]:
    return [{name: options} for name, options in plugins.items()] if isinstance(plugins, dict) else plugins


def _is_search(plugin: Any) -> bool:
    """Whether an entry asks for the host's search: ours is there, and the files of both would be in one folder."""
    names = plugin if isinstance(plugin, dict) else [plugin]
    return any(name in _SEARCH for name in names if isinstance(name, str))


def _needless(file: SettingsFile) -> Iterator[Finding]:
    """Find what is set because other sites of the host need it."""
    for name in _SEARCH:
        path = file.item("plugins", name)
        if len(path) > 1:
            why = "网站有自己的检索，它的文件用不上，没有收入网站。"
            yield file.finding(path, f"不需要 {name} 这个插件", why, "删去这一行。")
    for key in _UNUSED:
        if key in file.top and kind_of(file.top[key]) != "nothing":
            yield file.finding((key,), f"{key} 不起作用", "网站的页面上没有它的位置。", "删去它。")


def _said(pairs: Iterable[tuple[str, object]]) -> list[tuple[str, str]]:
    return [(str(key), str(said)) for key, said in pairs]


def _as_written(file: SettingsFile) -> dict[str, str]:
    """Give the texts that YAML took for numbers, flags or dates: `site_name: 2024` is a name."""
    nodes = {key: node for key, node in file.top.items() if key in TEXTS and isinstance(node, yaml.ScalarNode)}
    return {key: node.value for key, node in nodes.items() if kind_of(node) in ("text", "flag")}


def _keep_texts(file: SettingsFile, path: tuple[str, ...], values: dict[str, Any]) -> None:
    """Put into a group the texts that YAML took for something else: `site_code: 0123` is no number of base 8."""
    group: Any = values
    for step in path:
        group = group.get(step) if isinstance(group, dict) else None
    for key, node in children(file.node(path)) if isinstance(group, dict) else ():
        if kind_of(node) in ("text", "flag"):
            group.pop(next((each for each in group if str(each) == key), None), None)
            group[key] = node.value


def _refuse(file: SettingsFile, faults: Iterable[Finding]) -> None:
    found = list(faults)
    if found:
        raise refused(file, found)


def refused(file: SettingsFile, faults: Iterable[Finding]) -> HostError:
    """Say what is wrong in the settings, each with its place."""
    worded = [messages.worded(file.name, fault) for fault in dict.fromkeys(faults)]
    return HostError("\n".join(["mkdocs.yml 有误，没有生成网站。", *worded]))


def site_folder(root: Path) -> Path:
    """Give the folder where a project's site goes: `site_dir` of mkdocs.yml, by default site/."""
    return Path(load(root).config.site_dir)


def site_settings(root: Path) -> Settings:
    """Read what the settings say about the site, without rendering anything."""
    return settings_of(load(root).config)


def watched_folders(root: Path) -> tuple[Path, ...]:
    """Name the folders and files that the host reads: the written pages, the theme, and the settings."""
    config = load(root).config
    return (Path(config.docs_dir), *(Path(each) for each in config.theme.dirs[:1]), root / NAME)
