"""The MkDocs adapter, the only module that knows the host.

It asks MkDocs with Material to render the pages that people wrote, and one page for each frame that the generator
pours its pages into. `anliji build` calls `render_host`; `mkdocs build` and `mkdocs serve` come in through the plugin
and end in the same functions of build.py, so both give the same site.
"""

import logging
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

# The warning box about MkDocs 2.0 says nothing that an editor could act on.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from jinja2 import Environment
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator import build, examine
from generator.hosting import messages
from generator.hosting.nav import with_tasks
from generator.library.library import Library
from generator.making.errors import UserError
from generator.making.staging import Staging
from generator.making.terminal.progress import Stages
from generator.outputs.report import render_text
from generator.outputs.site import addresses
from generator.outputs.site.frame import Frame
from generator.outputs.site.hosted import Hosted
from generator.outputs.site.settings import Settings
from generator.outputs.site.task_styles import task_styles
from generator.outputs.site.templates import breaking_between_words

PLUGIN = "anliji"
STYLES = "assets/anliji.css"
PROGRAMME_STYLES = "programme"
"""What the theme calls the style sheet that the programme makes."""
MATERIAL = "assets/material.css"

_BLANKS = re.compile(r"\s*\n\s*")
_READ_BY_US = ("collections/", "wording.yml")
"""What lies among the written pages and is read by the generator, never published as it is."""

_UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "book/", "partials/")
"""What Material brings and our pages do without, and what of our theme is read when the site is made."""
_GUARD = "try {\n%} catch (error) {\n  setTimeout(() => { throw error; });\n}\n"
"""Around each script, where % is: its error is reported as if the script were a file of its own."""
_MAP = re.compile(r"\s*/\*# sourceMappingURL=.*?\*/")
_MATERIAL_SHEET = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")


class HostError(UserError):
    """The host could not render the pages."""


class AnlijiConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin has no settings of its own: everything is in mkdocs.yml's common keys and `extra`."""


class AnlijiPlugin(BasePlugin[AnlijiConfig]):  # type: ignore[no-untyped-call]
    """Collects frames while MkDocs builds; under `mkdocs build` it also runs the rest of the build."""

    def __init__(self) -> None:
        self.frames: dict[str, Frame] = {}
        self.is_called = False
        """True when `anliji` runs MkDocs, which then does its own part only."""
        self._command = "build"
        self._library: Library | None = None
        self._staging: Staging | None = None
        self._notices = _Notices()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember which command runs."""
        del dirty
        self._command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the records before MkDocs clears anything, and turn its output aside until it is whole."""
        config.use_directory_urls = False
        config.nav = with_tasks(config.nav, examine.read_programme())
        config.theme.static_templates.discard("sitemap.xml")
        self.frames = {}
        if not self.is_called:
            logging.getLogger("mkdocs").removeHandler(self._notices)
            self._notices = _Notices()
            logging.getLogger("mkdocs").addHandler(self._notices)
            self._library = _checked_library(_root(config), strict=config.strict)
            if self._command != "serve":
                self._staging = _staging(Path(config.site_dir))
                config.site_dir = str(self._staging.hosted)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a page for each frame; leave out our lists, and what of the themes no page asks for."""
        programme = examine.read_programme()
        sheet = f"assets/css/{PROGRAMME_STYLES}.css"
        files.append(File.generated(config, sheet, content=task_styles(programme)))
        _join_styles(files, config)
        _join_scripts(files, config)
        for file in list(files):
            is_written = Path(file.abs_src_path or "").is_relative_to(config.docs_dir)
            if file.src_uri.startswith(_READ_BY_US if is_written else _UNUSED):
                files.remove(file)
        for uri, title in addresses.hosted_titles(programme).items():
            source = uri.removesuffix(".html") + ".md"
            if files.get_file_from_path(source) is None:
                content = f"---\ntitle: {title}\ngenerated: true\nhide: [navigation, toc]\n---\n<!-- anliji:main -->\n"
                level = InclusionLevel.NOT_IN_NAV if uri == addresses.FRAME else InclusionLevel.INCLUDED
                files.append(File.generated(config, source, content=content, inclusion=level))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let the theme break the library's name between words, as titles are."""
        del config, files
        env.filters["words"] = breaking_between_words
        return env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Keep the page as a frame."""
        del config
        title = "" if page.is_homepage else str(page.title or "")
        description = str(page.meta.get("description") or "")
        # Material's templates leave more blanks than text, and a frame is repeated for every case.
        html = _BLANKS.sub("\n", output) if page.meta.get("generated") else output
        self.frames[page.file.dest_uri] = Frame(page.file.dest_uri, title, description, html)
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Under `mkdocs build` and `mkdocs serve`, pour the cases and put the site in place."""
        if self._library is None:
            return
        if config.strict and self._notices.messages:
            # MkDocs counts its warnings only after this, when the site would already be replaced.
            self._discard()
            raise Abort("固定页面有需要改正的地方，没有生成网站；原来的网站没有改动。")
        hosted = Path(config.site_dir)
        # Under `mkdocs serve` the host's folder is the site.
        folders = build.Folders(_root(config), hosted, self._staging.folder if self._staging else hosted)
        built = build.write_site(self._library, _hosted(config, self), folders, Stages())
        for notice in built.notices:
            logging.getLogger("mkdocs.plugins.anliji").warning("%s", notice)
        if self._staging:
            try:
                self._staging.commit()
            except UserError as error:
                raise Abort(str(error)) from error
            finally:
                self._discard()
            config.site_dir = str(self._staging.site)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing half-written."""
        del error
        self._discard()

    def _discard(self) -> None:
        if self._staging:
            self._staging.discard()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Build again when a record changes."""
        del builder
        server.watch(str(_root(config) / "cases"))
        return server


def _join_styles(files: Files, config: MkDocsConfig) -> None:
    """Put the theme's style sheets into one file: a page waits for all of them before it is drawn.

    Material's, for the pages that people wrote, gets an address that does not change with its version.
    """
    content = "\n".join(_taken(files, [f"assets/css/{name}.css" for name in config.theme["styles"]]))
    files.append(File.generated(config, STYLES, content=content))
    whole = next(file.content_string for file in files if _MATERIAL_SHEET.fullmatch(file.src_uri))
    files.append(File.generated(config, MATERIAL, content=_MAP.sub("", whole)))


def _join_scripts(files: Files, config: MkDocsConfig) -> None:
    """Put the theme's scripts into the few files that pages name; one that fails leaves the others running."""
    for name, parts in config.theme["scripts"].items():
        texts = _taken(files, [f"assets/js/{part}.js" for part in parts])
        content = "\n".join(_GUARD.replace("%", text) for text in texts)
        files.append(File.generated(config, f"assets/{name}.js", content=content))


def _taken(files: Files, uris: Sequence[str]) -> list[str]:
    """Take files out of the site; give their texts in this order."""
    found = [file for file in map(files.get_file_from_path, uris) if file]
    for file in found:
        files.remove(file)
    return [file.content_string for file in found]


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _staging(site: Path) -> Staging:
    try:
        return Staging(site)
    except UserError as error:
        raise Abort(str(error)) from error


def _checked_library(root: Path, *, strict: bool) -> Library:
    examination = examine.examine_project(root, Stages())
    if examination.problems:
        logging.getLogger("mkdocs.plugins.anliji").warning(
            "\n%s", render_text(examination.problems, checked=examination.checked, seconds=None)
        )
    if not examination.is_clean(strict=strict):
        raise Abort("记录有错误，没有生成网站；原来的网站没有改动。")
    return examination.library()


def _hosted(config: MkDocsConfig, plugin: AnlijiPlugin, notices: tuple[str, ...] = ()) -> Hosted:
    return Hosted(_settings(config), dict(plugin.frames), notices)


def _settings(config: MkDocsConfig) -> Settings:
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


class _Notices(logging.Handler):
    """Keeps what MkDocs warns about, in words for editors, to be told once at the end."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(messages.chinese(record.getMessage()))


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Keep what MkDocs says from the terminal, and give it."""
    notices = _Notices()
    logger = logging.getLogger("mkdocs")
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(notices)
    try:
        yield notices.messages
    finally:
        logger.removeHandler(notices)
        logger.propagate = propagated


def _load(root: Path, **settings: Any) -> MkDocsConfig:
    path = root / "mkdocs.yml"
    if not path.is_file():
        raise HostError(f"找不到 {path}。请在项目的文件夹里运行，或用 -C 指明文件夹；新项目用 anliji init 建立。")
    with _listening() as told:
        try:
            return load_config(config_file=str(path), **settings)
        except (ConfigurationError, Abort) as error:
            why = told or [messages.chinese(str(error))]
            raise HostError("\n".join(["mkdocs.yml 有误，没有生成网站。", *why])) from error


def site_folder(root: Path) -> Path:
    """Tell where a project's site goes: `site_dir` of mkdocs.yml, by default site/."""
    return Path(_load(root).site_dir)


def site_settings(root: Path) -> Settings:
    """Read what the settings say about the site, without rendering anything."""
    return _settings(_load(root))


def watched_folders(root: Path) -> tuple[Path, ...]:
    """Tell which folders and files the host reads: the written pages, the theme, and the settings."""
    config = _load(root)
    return (Path(config.docs_dir), *(Path(each) for each in config.theme.dirs[:1]), root / "mkdocs.yml")


def render_host(root: Path, into: Path) -> Hosted:
    """Render the written pages and the frames of a project into a folder.

    Raises:
        HostError: mkdocs.yml or a page is not as the host needs it.
    """
    with _listening() as notices:
        config = _load(root, site_dir=str(into))
        plugin = config.plugins.get(PLUGIN)
        if not isinstance(plugin, AnlijiPlugin):
            raise HostError("mkdocs.yml 的 plugins 里没有 anliji。请加上一行“- anliji”。")
        plugin.is_called = True
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        except (Abort, BuildError, ConfigurationError, UnicodeError) as error:
            why = notices or [str(error)]
            raise HostError("\n".join(["固定页面没有渲染成功，原来的网站没有改动。", *why])) from error
        finally:
            config.plugins.on_shutdown()
        return _hosted(config, plugin, tuple(notices))
