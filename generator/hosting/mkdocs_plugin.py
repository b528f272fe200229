"""The plugin by which MkDocs renders the pages that people wrote, and the frames.

It asks MkDocs with Material to render the pages that people wrote, and one page for each frame that the generator
pours its pages into. `anliji build` calls `render_host`; `mkdocs build` and `mkdocs serve` come in through the plugin
and end in the same functions of build.py, so both give the same site.
"""

import logging
import re
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator import build, clock, examine, own_lists
from generator.hosting import messages
from generator.hosting.configuration import HostError, Notices, settings_of
from generator.hosting.joined_files import join_scripts, join_styles
from generator.hosting.nav import with_tasks
from generator.hosting.project_files import ReadableLinks, keep_existing_files, keep_existing_pages, lead_links
from generator.hosting.published_files import leave_out
from generator.hosting.refused_pages import refusal_of
from generator.hosting.theme_files import list_visible_files
from generator.hosting.theme_options import primary_colour
from generator.hosting.written_links import readable_anchor
from generator.library.library import Library, gather
from generator.making.errors import UserError
from generator.making.project.register_file import Kept, keep
from generator.making.project.starter import sample_notices
from generator.making.site_place import refuse_place
from generator.making.staging import RESTORED, Staging, recover
from generator.making.terminal.progress import Stages
from generator.outputs.handbook.blocks import blocks
from generator.outputs.report import render_text
from generator.outputs.site import addresses
from generator.outputs.site.digest import digest
from generator.outputs.site.frame import Frame
from generator.outputs.site.hosted import Hosted, WrittenLink
from generator.outputs.site.primary_colour import primary_styles
from generator.outputs.site.task_styles import task_styles
from generator.outputs.site.template_values import breaking_between_words
from generator.outputs.views.search_words import asked_for
from generator.reading.settings_file import SettingsFile
from generator.shares import Folders

PLUGIN = "anliji"
_LOG = logging.getLogger("mkdocs.plugins.anliji")
PROGRAMME_STYLES = "programme"
"""What the theme calls the style sheet that the programme makes."""

_BLANKS = re.compile(r"\s*\n\s*")
_READ_BY_US = ("collections/", "wording.yml", "names.yml", "synonyms.yml", "programme.yml", "roster.yml", "letters/")
"""What lies among the written pages and is read by the generator, never published as it is."""

_HANDBOOK = "handbook/"
_UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "book/", "fonts/", "partials/")
"""What Material brings and our pages do without, and what of our theme is read when the site is made."""


class AnlijiConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin has no settings of its own: everything is in mkdocs.yml's common keys and `extra`."""


class AnlijiPlugin(BasePlugin[AnlijiConfig]):  # type: ignore[no-untyped-call]
    """Collects frames while MkDocs builds; under `mkdocs build` it also runs the rest of the build."""

    def __init__(self) -> None:
        self.file = SettingsFile(b"")
        self.frames: dict[str, Frame] = {}
        self.links: list[WrittenLink] = []
        self.is_called = False
        """True when `anliji` runs MkDocs, which then does its own part only."""
        self._command = "build"
        self._nav = Navigation([], [])
        self._library: Library | None = None
        self._staging: Staging | None = None
        self._notices = Notices()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember which command runs."""
        del dirty
        self._command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the records before MkDocs clears anything, and turn its output aside until it is whole."""
        config.use_directory_urls = False
        config.nav = with_tasks(config.nav, own_lists.read_programme(_root(config)))
        config.theme.static_templates.discard("sitemap.xml")
        list_visible_files(config.theme)
        # What MkDocs would say about links knows neither the pages that data makes nor lines.
        for level in (config.validation.links, config.validation.nav):
            level.update(dict.fromkeys(level, logging.DEBUG))
        config.mdx_configs.setdefault("toc", {}).setdefault("slugify", readable_anchor)
        config["markdown_extensions"] = [*config.markdown_extensions, ReadableLinks()]
        config.edit_uri = config.edit_uri_template = None
        self.file = SettingsFile(Path(config.config_file_path).read_bytes())
        self.frames, self.links = {}, []
        if not self.is_called:
            logging.getLogger("mkdocs").removeHandler(self._notices)
            self._notices = Notices()
            logging.getLogger("mkdocs").addHandler(self._notices)
            _prepare(Path(config.site_dir), _root(config))
            self._library = _checked_library(_root(config), strict=config.strict)
            if self._command != "serve":
                self._staging = _staging(Path(config.site_dir))
                config.site_dir = str(self._staging.hosted)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a page for each frame; leave out our lists, and what of the themes no page asks for."""
        programme = own_lists.read_programme(_root(config))
        sheet = f"assets/css/{PROGRAMME_STYLES}.css"
        files.append(File.generated(config, sheet, content=task_styles(programme)))
        colour, told = primary_colour(self.file, programme)
        join_styles(files, config, primary_styles(colour, programme) if colour else "")
        join_scripts(files, config)
        for file in list(files):
            is_written = Path(file.abs_src_path or "").is_relative_to(config.docs_dir)
            if file.src_uri.startswith(_READ_BY_US if is_written else _UNUSED):
                files.remove(file)
        for uri, title in addresses.hosted_titles(programme).items():
            source = uri.removesuffix(".html") + ".md"
            if files.get_file_from_path(source) is None:
                content = f"---\ntitle: {title}\ngenerated: true\nhide: [navigation, toc]\n---\n<!-- anliji:main -->\n"
                is_beside = uri in (addresses.FRAME, addresses.BASKET, addresses.COMPARE)
                level = InclusionLevel.NOT_IN_NAV if is_beside else InclusionLevel.INCLUDED
                files.append(File.generated(config, source, content=content, inclusion=level))
        for finding in (
            *told,
            *keep_existing_pages(files, config, self.file, self.links),
            *keep_existing_files(files, config, self.file),
        ):
            _LOG.warning("%s", messages.notice(self.file, finding))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the navigation: it says which pages are published."""
        del config, files
        self._nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Leave out what no reader gets to, and give the theme what it prints.

        That is the library's name, broken between words as titles are, and what may be searched for.

        By now all pages have been rendered.
        """
        leave_out(files, self._nav, config)
        programme = own_lists.read_programme(_root(config))
        env.filters["words"] = breaking_between_words
        env.globals["asked_for"] = asked_for(programme)
        resolved = lead_links(files, Path(config.docs_dir).name, blocks(programme))
        for notice in resolved.notices:
            _LOG.warning("%s", notice)
        self.links += resolved.links
        return env

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the programme's words into the handbook, which came with the program."""
        del files
        if not page.file.src_uri.startswith(_HANDBOOK):
            return markdown
        return own_lists.read_programme(_root(config)).explain(markdown)

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> None:
        """Refuse a page that the host would read without end."""
        why = refusal_of(page.file)
        if why:
            where = f"{Path(config.docs_dir).name}/{page.file.src_uri}"
            # What MkDocs says itself names the page only.
            raise (HostError if self.is_called else Abort)(f"固定页面没有渲染成功，原来的网站没有改动。\n{where} {why}")

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Keep the page as a frame."""
        del config
        title = "" if page.is_homepage else str(page.title or "")
        description = str(page.meta.get("description") or "")
        # Material's templates leave more blanks than text, and a frame is repeated for every case.
        is_generated = page.meta.get("generated")
        html = _BLANKS.sub("\n", output) if is_generated else output
        text = "" if is_generated else digest(title, page.markdown)
        self.frames[page.file.dest_uri] = Frame(page.file.dest_uri, title, description, html, text)
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Under `mkdocs build` and `mkdocs serve`, pour the cases and put the site in place."""
        if self._library is None:
            return
        if config.strict and self._notices.messages:
            # MkDocs counts its warnings only after this, when the site would already be replaced.
            self._discard()
            raise Abort("固定页面有需要改正的地方，没有生成网站；原来的网站没有改动。")
        try:
            self._write(self._library, config)
        except UserError as error:
            raise Abort(str(error)) from error
        finally:
            self._discard()
        left_out = (f"{one.path} 没有收入，网址上是“正在修订”的说明。" for one in self._library.left_out)
        for notice in (*left_out, *sample_notices(_root(config), self._library.cases)):
            # Under `mkdocs build --strict` a warning would be an error after the site has been replaced.
            _LOG.info("%s", notice)

    def _write(self, library: Library, config: MkDocsConfig) -> None:
        hosted = Path(config.site_dir)
        # Under `mkdocs serve` the host's folder is the site.
        into, spare = (self._staging.folder, self._staging.spare) if self._staging else (hosted, None)
        folders = Folders(_root(config), hosted, into, spare)
        (hosted / addresses.FRAME).unlink(missing_ok=True)
        kept = self._kept(config)
        built = build.write_site(library, hosted_of(config, self), folders, Stages(), kept.after)
        for notice in filter(None, (*built.notices, built.refusal)):
            _LOG.warning("%s", notice)
        if config.strict and built.notices:
            raise UserError("有需要改正的地方，没有生成网站；原来的网站没有改动。")
        if self._staging:
            self._staging.commit()
            config.site_dir = str(self._staging.site)
            if unwritten := kept.write():
                _LOG.warning("%s", unwritten)

    def _kept(self, config: MkDocsConfig) -> Kept:
        """Compare with the register of addresses; `mkdocs serve` is a preview, where an address may vanish."""
        library = self._library or gather(())
        day, is_preview = str(clock.build_day()), self._staging is None
        kept = keep(_root(config), library, self.frames, day, keep_going=is_preview)
        if config.strict and kept.is_new and not is_preview and (refusal := kept.refusal()):
            raise UserError(f"没有生成网站：{refusal}")
        return kept

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


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _prepare(site: Path, root: Path) -> None:
    """Put back what a build that was cut off left, before anything may fail."""
    try:
        refuse_place(site, root)
    except UserError as error:
        raise Abort(str(error)) from error
    if recover(site):
        logging.getLogger("mkdocs.plugins.anliji").warning(RESTORED)


def _staging(site: Path) -> Staging:
    try:
        return Staging(site)
    except UserError as error:
        raise Abort(str(error)) from error


def _checked_library(root: Path, *, strict: bool) -> Library:
    examination = examine.examine_project(root, Stages())
    if examination.problems:
        _LOG.warning("\n%s", render_text(examination.problems, checked=examination.checked, seconds=None))
    if not examination.is_clean(strict=strict):
        raise Abort("记录有错误，没有生成网站；原来的网站没有改动。")
    return examination.library()


def hosted_of(config: MkDocsConfig, plugin: AnlijiPlugin, notices: tuple[str, ...] = ()) -> Hosted:
    """Give what the plugin has collected, with what the host said."""
    return Hosted(settings_of(config), dict(plugin.frames), notices, tuple(plugin.links))
