"""The preview: the site as it would be built now, each page drawn when it is asked for."""

import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import examine
from generator.as_before import compare_as_before, divides_as_before, is_found_as_before
from generator.build import Host
from generator.case.model import Case
from generator.case.problem import ERROR, Problem
from generator.case.programme import packaged_programme
from generator.examine import Examination
from generator.intake.owed import owed
from generator.last_good import LastGood
from generator.library.library import Library, gather
from generator.making import serve, workers
from generator.making.errors import words_of
from generator.making.images.photos import read_sizes
from generator.making.project import folder
from generator.making.project.register_file import read_register
from generator.making.still_memory import still_memory
from generator.making.terminal.progress import Stages
from generator.making.writer import content_of
from generator.outputs.preview_page import faults_by_page, on_this_machine, with_faults
from generator.outputs.report import render_html, render_summary
from generator.outputs.report.owed_page import render_owed_page
from generator.outputs.site.artifact import Artifact, Made
from generator.outputs.site.assets import Assets
from generator.outputs.site.hosted import Hosted
from generator.outputs.site.publication import Publication
from generator.reading.brief import brief_of_result
from generator.reading.check_result import CheckResult
from generator.reading.checked import Checked
from generator.site_list import SiteList

PROBLEMS_URI = "__preview/problems.html"
STATUS_URI = "status.html"


class Preview:
    """A project being watched. Only what changed is read again; pages are drawn on demand."""

    def __init__(self, root: Path, host: Host, hosted_folder: Path, *, drafts: bool, stages: Stages) -> None:
        self.root, self.host, self.hosted_folder, self.drafts = root, host, hosted_folder, drafts
        self.examination = Examination((), (), (), Checked(0), packaged_programme())
        self.library: Library = gather(())
        self._publication: Publication
        self.fault = ""
        """Why the last change could not be taken in; empty when it was."""
        self._pending: set[Path] = set()
        self._lock = threading.Lock()
        self._artifacts: dict[str, Artifact] = {}
        """By address; those that are folders by the folder's."""
        self._making = threading.Lock()
        self._folders: dict[str, tuple[Artifact, Made]] = {}
        """Folders of files that have been made, such as the search index."""
        self._examined: dict[str, CheckResult[Case]] = {}
        self._last_good = LastGood()
        self._faults: dict[str, tuple[Problem, ...]] = {}
        """What is wrong with the records of pages, by the pages' addresses."""
        self._hosted: Hosted = host(root, hosted_folder)
        with still_memory(), stages.stage("读取与检查"):
            ids = folder.case_ids(root)
            self._examine(ids, workers.process_count(len(ids)))
        self._gather()

    def read(self, uri: str) -> bytes | None:
        """Give the content at an address, made now; None where the site has nothing."""
        if uri in (PROBLEMS_URI, STATUS_URI):
            return (self._status() if uri == STATUS_URI else self._problems()).encode()
        with self._lock:
            artifact = self._artifacts.get(uri)
        if artifact is None:
            return self._in_folder(uri)
        try:
            made = artifact.make().files
            content = content_of(made[uri]) if uri in made else None
        except FileNotFoundError:
            if artifact.kind not in ("asset", "photo", "attachment"):
                raise
            # The host is writing its files anew, or could not; or a record that is faulty now has lost a file.
            return None
        # A photo that has just been changed may have other copies than the page knows.
        if not content or not uri.endswith(".html"):
            return content
        content = on_this_machine(content)
        if artifact.kind != "page":
            return content
        return self._with_banner(with_faults(content, self._faults.get(uri, ())))

    def _problems(self) -> str:
        return render_html(self.examination.problems, checked=self.examination.checked)

    def _status(self) -> str:
        """Say who owes what; only a preview ever has this page."""
        examined = tuple(self._examined.values())
        counts = Counter(one.path for one in self.examination.problems if one.severity == ERROR)
        table = owed(
            self._lists.roster,
            [brief_of_result(one) for one in examined],
            {one.id: counts[one.path] for one in examined},
            self._surroundings,
        )
        has_roster = self._lists.roster is not None
        on = self._surroundings.today.chinese
        return render_owed_page(table, self._surroundings.programme, has_roster=has_roster, made_on=on)

    def update(self, changed: set[Path]) -> None:
        """Take in changes: the records among them are read again, and the host's pages if one of those changed.

        What cannot be taken in, say because mkdocs.yml is half written, is reported, and the pages remain as they were.
        """
        self._pending |= changed
        try:
            self._take_in(self._pending)
            self._pending, self.fault = set(), ""
        except Exception as error:  # noqa: BLE001 (the preview goes on until it is stopped)
            self.fault = words_of(error)

    def _take_in(self, changed: set[Path]) -> None:
        if self._take_in_words(changed):
            return
        cases = self.root / folder.CASES
        ids = {path.relative_to(cases).parts[0] for path in changed if path.is_relative_to(cases) and path != cases}
        others = {path for path in changed if not path.is_relative_to(cases)}
        lists = {self.root / name for name in folder.LISTS}
        untouched = lists - {self.root / folder.PROGRAMME}
        if any(path not in untouched and not path.is_relative_to(self.root / folder.COLLECTIONS) for path in others):
            self._hosted = self.host(self.root, self.hosted_folder)
        existing = set(folder.case_ids(self.root))
        for gone in set(self._examined) - existing:
            del self._examined[gone]
        # Threads are at work by now, so no process is forked.
        self._examine(sorted(existing if lists & changed else ids & existing), 1)
        self._gather()

    def _examine(self, ids: list[str], processes: int) -> None:
        self._surroundings, self._lists = examine.read_surroundings(self.root, examine.today())
        for part in workers.work(
            examine.examine_cases,
            workers.shares(ids, processes * 4) if ids else [],
            self.root,
            self._surroundings,
            processes=processes,
        ):
            self._examined |= {one.id: one for one in part}

    def _take_in_words(self, changed: set[Path]) -> bool:
        """Take in what changed where that is nothing but what a few records say; gives whether it was."""
        cases = self.root / folder.CASES
        # Editors' programs put hidden files beside what is being written.
        written = {path for path in changed if not (path.name.startswith(".") and path.is_relative_to(cases))}
        files = {path.parent.name: path for path in written if path == self.root / folder.case_file(path.parent.name)}
        if not files or len(files) < len(written) or not files.keys() <= self._examined.keys():
            return False
        is_same_day = self._surroundings.today == examine.today()
        if not (is_same_day and self._lists.programme.is_sound and all(path.is_file() for path in files.values())):
            return False
        new = {id: examine.examine_case(id, self.root, self._surroundings) for id in sorted(files)}
        old = {id: self._examined[id] for id in new}
        if not all(self._is_alike(old[id], one) for id, one in new.items()):
            return False
        briefly = {one.id: (one.title, one.universities) for one in self._examined.values()}
        if not compare_as_before(old, new, briefly, self._examined.__getitem__):
            return False
        self._show(new)
        return True

    def _is_alike(self, old: CheckResult[Case], new: CheckResult[Case]) -> bool:
        """Say whether a record is sound, and to all others what it was."""
        told = {problem for problem in self.examination.problems if problem.path == old.path}
        if not is_found_as_before(old, new) or not told <= set(old.problems):
            return False
        is_shown = old.id in self.library.by_id
        has_expired = bool(new.value and new.value.is_expired(self._surroundings.today))
        return is_shown and not has_expired and divides_as_before(old, new, self.library.kinds)

    def _show(self, new: dict[str, CheckResult[Case]]) -> None:
        """Show what records say now that are to all others what they were."""
        cases = {one.id: one.value for one in new.values() if one.value}
        paths = {one.path for one in new.values()}
        others = (problem for problem in self.examination.problems if problem.path not in paths)
        problems = sorted({*others, *(problem for one in new.values() for problem in one.problems)})
        known = tuple(cases.get(case.id, case) for case in self.examination.cases)
        self.examination = replace(self.examination, cases=known, problems=tuple(problems))
        self._examined |= new
        for case in cases.values():
            self._last_good.take(case)
        positions = {position: cases[one.id] for position, one in enumerate(self.library.cases) if one.id in cases}
        self._publish(self.library.with_cases(positions), self._publication.assets)

    def _gather(self) -> None:
        examined = [self._examined[id] for id in sorted(self._examined)]
        self.examination = examine.examine_together(self.root, examined, self._surroundings, self._lists)
        if not self._lists.programme.is_sound and self._artifacts:
            # Its words may be any: pages stay as they were until it is mended.
            with self._lock:
                self._faults = faults_by_page(self.examination.problems)
            return
        shown = self._last_good.completed(self.examination, drafts=self.drafts)
        if not self._lists.programme.is_sound:
            shown = replace(shown, cases=(), collections=(), left_out=(), programme=packaged_programme())
        library = gather(
            shown.cases,
            shown.collections,
            programme=shown.programme,
            names=shown.names,
            synonyms=shown.synonyms,
            left_out=shown.left_out,
            drafts=self.drafts,
        )
        self._publish(library, Assets(read_sizes(library.cases, self.root)))

    def _publish(self, library: Library, assets: Assets) -> None:
        """Let everything be drawn from a library from now on."""
        register = read_register(self.root)
        publication = Publication(library, self._hosted.settings, assets, self._hosted.frames, register)
        listed = SiteList(publication, self.root, self.hosted_folder, self.hosted_folder.with_name("spare")).all
        artifacts = {uri: artifact for artifact in listed for uri in artifact.uris}
        faults = faults_by_page(self.examination.problems)
        with self._lock:
            self.library, self._publication, self._artifacts, self._faults = library, publication, artifacts, faults

    def _in_folder(self, uri: str) -> bytes | None:
        """Give a file of a folder that is made as a whole, when somebody first asks for a file of it."""
        folder = f"{uri.partition('/')[0]}/"
        with self._making:
            artifact = self._artifacts.get(folder)
            if artifact is None:
                return None
            if folder not in self._folders or self._folders[folder][0] is not artifact:
                self._folders[folder] = (artifact, artifact.make())
            content = self._folders[folder][1].files.get(uri)
        return None if content is None else content_of(content)

    def _with_banner(self, content: bytes) -> bytes:
        """Say on every page that there are problems, and where they are listed."""
        if not (self.fault or self.examination.problems):
            return content
        message = escape(self.fault) or render_summary(
            self.examination.problems, checked=self.examination.checked, seconds=None
        )
        banner = (
            '<p style="position:fixed;z-index:99;left:0;right:0;bottom:0;margin:0;padding:.5em 1em;'
            'background:#7a1a12;color:#fff;font:16px/1.5 sans-serif;text-align:center">'
            f'{message}<a style="color:#fff;text-decoration:underline" href="/{PROBLEMS_URI}">逐条查看</a> '
            f'<a style="color:#fff;text-decoration:underline" href="/{STATUS_URI}">报送情况</a></p></body>'
        )
        return content.replace(b"</body>", banner.encode(), 1)


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
        preview = Preview(root, host, Path(made) / "hosted", drafts=drafts, stages=Stages())
        board, stop = serve.Board(), threading.Event()
        server = serve.make_server(preview, board, port)

        def report() -> None:
            examination = preview.examination
            if preview.fault:
                say(preview.fault)
            say(render_summary(examination.problems, checked=examination.checked, seconds=None))

        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            report()
            say(f"报送情况：http://127.0.0.1:{server.server_port}/{STATUS_URI}")
            say(f"预览：http://127.0.0.1:{server.server_port}/ （按 Ctrl+C 停止）")
            serve.follow(preview, board, (root / folder.CASES, *watched), stop, report)
        except KeyboardInterrupt:
            pass
        finally:
            stop.set()
            server.shutdown()
            server.server_close()
        say("已停止预览。")
