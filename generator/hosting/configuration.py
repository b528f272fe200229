"""The settings of mkdocs.yml as MkDocs reads them, and what MkDocs says about them and about written pages."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from generator.hosting import messages
from generator.making.errors import UserError
from generator.outputs.site.settings import Settings


class HostError(UserError):
    """The host could not render the pages."""


def settings_of(config: MkDocsConfig) -> Settings:
    """Give what outputs need of the settings.

    Raises:
        HostError: a group below `extra` is no group.
    """
    url = config.site_url or ""
    return Settings(
        name=config.site_name,
        url=url if not url or url.endswith("/") else f"{url}/",
        description=config.site_description or "",
        organiser=_extra(config, "footer").get("organiser", ""),
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
    """Keep what MkDocs says from the terminal, and give it."""
    notices = Notices()
    logger = logging.getLogger("mkdocs")
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(notices)
    try:
        yield notices.messages
    finally:
        logger.removeHandler(notices)
        logger.propagate = propagated


def load(root: Path, **settings: Any) -> MkDocsConfig:
    """Read the settings of a project, some of them replaced.

    Raises:
        HostError: there are none, or MkDocs refuses them.
    """
    path = root / "mkdocs.yml"
    if not path.is_file():
        raise HostError(f"找不到 {path}。请在项目的文件夹里运行，或用 -C 指明文件夹；新项目用 anliji init 建立。")
    with listening() as notices:
        try:
            return load_config(config_file=str(path), **settings)
        except (ConfigurationError, Abort) as error:
            why = notices or [messages.chinese(str(error))]
            raise HostError("\n".join(["mkdocs.yml 有误，没有生成网站。", *why])) from error


def site_folder(root: Path) -> Path:
    """Give the folder where a project's site goes: `site_dir` of mkdocs.yml, by default site/."""
    return Path(load(root).site_dir)


def site_settings(root: Path) -> Settings:
    """Read what the settings say about the site, without rendering anything."""
    return settings_of(load(root))


def watched_folders(root: Path) -> tuple[Path, ...]:
    """Name the folders and files that the host reads: the written pages, the theme, and the settings."""
    config = load(root)
    return (Path(config.docs_dir), *(Path(each) for each in config.theme.dirs[:1]), root / "mkdocs.yml")
