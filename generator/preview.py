"""The preview: the site as it would be built now, each page drawn when it is asked for."""

import threading
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import build, examine
from generator.build import Host
from generator.case.model import Case
from generator.case.programme import packaged_programme
from generator.examine import Examination
from generator.library.library import Library, gather
from generator.making import serve, workers
from generator.making.errors import words_of
from generator.making.images.photos import Name, names_of, read_copies, read_sizes
from generator.making.images.poster_png import paint
from generator.making.project import folder
from generator.making.terminal.progress import Stages
from generator.making.terminal.report import render_html, render_summary
from generator.outputs.files import files
from generator.outputs.graphics.poster import Poster, posters
from generator.outputs.search.files import FOLDER as SEARCH
from generator.outputs.search.files import index_files
from generator.outputs.site import addresses
from generator.outputs.site.file import File
from generator.outputs.site.hosted import Hosted
from generator.outputs.views.image_sizes import copy_uris
from generator.reading.examined import Examined

PROBLEMS_URI = "__preview/problems.html"


class Preview:
    """A project being watched. Only what changed is read again; pages are drawn on demand."""

    def __init__(self, root: Path, host: Host, hosted_folder: Path, *, drafts: bool, stages: Stages) -> None:
        self.root, self.host, self.hosted_folder, self.drafts = root, host, hosted_folder, drafts
        self.examination = Examination((), (), (), 0, packaged_programme())
        self.library: Library = gather(())
        self.trouble = ""
        """Why the last change could not be taken in; empty when it was."""
        self._pending: set[Path] = set()
        self._lock = threading.Lock()
        self._files: dict[str, File] = {}
        self._searching = threading.Lock()
        self._indexed: tuple[Library, dict[str, File]] | None = None
        """The files of the search index, and the library they were made of."""
        self._photos: dict[str, Name] = {}
        """Photos by the addresses of their copies."""
        self._posters: dict[str, Poster] = {}
        self._attached: dict[str, tuple[str, str]] = {}
        self._examined: dict[str, Examined[Case]] = {}
        self._hosted: Hosted = host(root, hosted_folder)
        with workers.still_memory(), stages.stage("读取与检查"):
            ids = folder.case_ids(root)
            self._examine(ids, workers.process_count(len(ids)))
        self._gather()

    def read(self, uri: str) -> bytes | None:
        """Give the content at an address: a page drawn now, a photo, or a file of the host's."""
        if uri == PROBLEMS_URI:
            return render_html(self.examination.problems, checked=self.examination.checked).encode()
        with self._lock:
            file = self._files.get(uri)
        if file is not None:
            content = file.content
            return self._with_banner(content) if uri.endswith(".html") else content
        if uri.startswith(f"{SEARCH}/"):
            return self._searched(uri)
        return self._photo(uri) or self._poster(uri) or self._attachment(uri) or self._static(uri)

    def update(self, changed: set[Path]) -> None:
        """Take in changes: the records among them are read again, and the host's pages if one of those changed.

        What cannot be taken in, say because mkdocs.yml is half written, is told, and the pages stay as they were.
        """
        self._pending |= changed
        try:
            self._take_in(self._pending)
            self._pending, self.trouble = set(), ""
        except Exception as error:  # noqa: BLE001 (the preview goes on until it is stopped)
            self.trouble = words_of(error)

    def _take_in(self, changed: set[Path]) -> None:
        cases = self.root / folder.CASES
        ids = {path.relative_to(cases).parts[0] for path in changed if path.is_relative_to(cases) and path != cases}
        others = {path for path in changed if not path.is_relative_to(cases)}
        wording = self.root / folder.WORDING
        if any(path != wording and not path.is_relative_to(self.root / folder.COLLECTIONS) for path in others):
            self._hosted = self.host(self.root, self.hosted_folder)
        existing = set(folder.case_ids(self.root))
        for gone in set(self._examined) - existing:
            del self._examined[gone]
        # Threads are at work by now, so no process is forked.
        self._examine(sorted(existing if wording in changed else ids & existing), 1)
        self._gather()

    def _examine(self, ids: list[str], processes: int) -> None:
        self._surroundings, self._wording = examine.read_surroundings(self.root, examine.today())
        for part in workers.work(
            examine.examine_cases,
            workers.shares(ids, processes * 4) if ids else [],
            self.root,
            self._surroundings,
            processes=processes,
        ):
            self._examined |= {one.id: one for one in part}

    def _gather(self) -> None:
        examined = [self._examined[id] for id in sorted(self._examined)]
        self.examination = examine.examine_together(self.root, examined, self._surroundings, self._wording)
        library = gather(
            self.examination.cases,
            self.examination.collections,
            programme=self.examination.programme,
            drafts=self.drafts,
        )
        site = replace(self._hosted.site, photo_sizes=read_sizes(library.cases, self.root))
        made = {file.uri: file for file in files(library, site, self._hosted.frames)}
        photos = {uri: (id, file) for id, file in names_of(library.cases) for uri in copy_uris(site, id, file)}
        drawn = {poster.uri: poster for poster in posters(library, site)}
        attached = {
            addresses.attachment_uri(c.id, one.file): (c.id, one.file) for c in library.cases for one in c.attachments
        }
        with self._lock:
            self.library, self._files = library, made
            self._photos, self._posters, self._attached = photos, drawn, attached

    def _searched(self, uri: str) -> bytes | None:
        """Give a file of the search index, which is built when somebody searches."""
        with self._searching:
            library = self.library
            if self._indexed is None or self._indexed[0] is not library:
                made = {file.uri: file for file in index_files(library, build.read_texts(library))}
                self._indexed = (library, made)
            file = self._indexed[1].get(uri)
        return file.content if file else None

    def _with_banner(self, content: bytes) -> bytes:
        """Say on every page that there are problems, and where they are listed."""
        if not (self.trouble or self.examination.problems):
            return content
        told = escape(self.trouble) or render_summary(
            self.examination.problems, checked=self.examination.checked, seconds=None
        )
        banner = (
            '<p style="position:fixed;z-index:99;left:0;right:0;bottom:0;margin:0;padding:.5em 1em;'
            'background:#7a1a12;color:#fff;font:16px/1.5 sans-serif;text-align:center">'
            f'{told}<a style="color:#fff;text-decoration:underline" href="/{PROBLEMS_URI}">逐条查看</a></p></body>'
        )
        return content.replace(b"</body>", banner.encode(), 1)

    def _photo(self, uri: str) -> bytes | None:
        if uri not in self._photos:
            return None
        # A photo that has just been changed may have other copies than the page knows.
        path = read_copies(self._photos[uri], self.root).get(uri)
        return path.read_bytes() if path else None

    def _poster(self, uri: str) -> bytes | None:
        return paint(self._posters[uri]) if uri in self._posters else None

    def _attachment(self, uri: str) -> bytes | None:
        if uri not in self._attached:
            return None
        case_id, file = self._attached[uri]
        return (self.root / folder.CASES / case_id / file).read_bytes()

    def _static(self, uri: str) -> bytes | None:
        if uri == addresses.FRAME:
            return None
        try:
            path = (self.hosted_folder / uri).resolve()
            inside = path.is_relative_to(self.hosted_folder.resolve()) and path.is_file()
        except (OSError, ValueError):
            # No file has such a name: too long, or with a zero byte.
            return None
        return path.read_bytes() if inside else None


def run(
    root: Path,
    host: Host,
    watched: tuple[Path, ...],
    *,
    port: int,
    drafts: bool,
    say: Callable[[str], None],
) -> None:
    """Serve the preview until the person at the terminal stops it.

    Raises:
        UserError: the port cannot be used, or the settings are wrong.
    """
    with TemporaryDirectory(prefix="anliji-") as made:
        preview = Preview(root, host, Path(made), drafts=drafts, stages=Stages())
        board, stop = serve.Board(), threading.Event()
        server = serve.make_server(preview, board, port)

        def tell() -> None:
            examination = preview.examination
            if preview.trouble:
                say(preview.trouble)
            say(render_summary(examination.problems, checked=examination.checked, seconds=None))

        threading.Thread(target=server.serve_forever, daemon=True).start()
        tell()
        say(f"预览：http://127.0.0.1:{server.server_port}/ （按 Ctrl+C 停止）")
        try:
            serve.follow(preview, board, (root / folder.CASES, *watched), stop, tell)
        except KeyboardInterrupt:
            pass
        finally:
            stop.set()
            server.shutdown()
            server.server_close()
        say("已停止预览。")
