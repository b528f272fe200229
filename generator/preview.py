"""The preview: the site as it would be built now, each page drawn when it is asked for."""

import gc
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import clock, examine, own_lists
from generator.build import Host
from generator.case.model import Case
from generator.case.problem import ERROR, Problem
from generator.case.programme import packaged_programme
from generator.intake.owed import owed
from generator.last_good import LastGood
from generator.library.library import Library, gather
from generator.making import serve, workers
from generator.making.errors import words_of
from generator.making.images.photos import read_sizes
from generator.making.project import folder
from generator.making.still_memory import still_memory
from generator.making.terminal.progress import Stages
from generator.making.writer import content_of
from generator.outputs.preview_page import faults_by_page, on_this_machine, with_faults
from generator.outputs.report import render_html, render_summary
from generator.outputs.report.owed_page import render_owed_page
from generator.outputs.site.assets import Assets
from generator.outputs.site.hosted import Hosted
from generator.reading.brief import brief_of_result
from generator.reading.check_result import CheckResult
from generator.shown_site import ShownSite
from generator.small_change import Findings, LargeError, Shown, findings_with

PROBLEMS_URI = "__preview/problems.html"
STATUS_URI = "status.html"


class Preview:
    """A project being watched. Only what changed is read again; pages are drawn on demand."""

    def __init__(self, root: Path, host: Host, hosted_folder: Path, *, drafts: bool, stages: Stages) -> None:
        self.root, self.host, self.hosted_folder, self.drafts = root, host, hosted_folder, drafts
        self.findings = Findings()
        self.fault = ""
        """Why the last change could not be taken in; empty when it was."""
        self._pending: set[Path] = set()
        self._site = ShownSite(root, hosted_folder)
        self._examined: dict[str, CheckResult[Case]] = {}
        self._last_good = LastGood()
        self._faults: dict[str, tuple[Problem, ...]] = {}
        """What is wrong with the records of pages, by the pages' addresses."""
        self._hosted: Hosted = host(root, hosted_folder)
        with still_memory(), stages.stage("读取与检查"):
            ids = folder.case_ids(root)
            self._examine(ids, workers.process_count(len(ids)))
        self._gather()

    @property
    def library(self) -> Library:
        """The library that is shown."""
        return self._site.library

    def read(self, uri: str) -> bytes | None:
        """Give the content at an address, made now; None where the site has nothing."""
        if uri in (PROBLEMS_URI, STATUS_URI):
            return (self._status() if uri == STATUS_URI else self._problems()).encode()
        artifact = self._site.artifact(uri)
        if artifact is None:
            return self._site.in_folder(uri)
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
        return render_html(self.findings.problems, checked=self.findings.checked)

    def _status(self) -> str:
        """Say who owes what; only a preview ever has this page."""
        examined = tuple(self._examined.values())
        counts = Counter(one.path for one in self.findings.problems if one.severity == ERROR)
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

    def settle(self) -> bool:
        """Do what can wait until readers have the change; gives whether there is more to see."""
        return self._site.settle()

    def _take_in(self, changed: set[Path]) -> None:
        alone = self._records_alone(changed)
        if alone and self._take_in_records(alone):
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
        self._surroundings, self._lists = own_lists.read_surroundings(self.root, clock.today())
        for part in workers.work(
            examine.examine_cases,
            workers.shares(ids, processes * 4) if ids else [],
            self.root,
            self._surroundings,
            processes=processes,
        ):
            self._examined |= {one.id: one for one in part}

    def _records_alone(self, changed: set[Path]) -> list[str]:
        """Give the ids of records that are known, where nothing but these has changed since yesterday; else none."""
        cases = self.root / folder.CASES
        # Editors' programs put hidden files beside what is being written.
        written = {path for path in changed if not (path.name.startswith(".") and path.is_relative_to(cases))}
        files = {path.parent.name: path for path in written if path == self.root / folder.case_file(path.parent.name)}
        is_same_day = self._surroundings.today == clock.today()
        is_sure = is_same_day and self._lists.programme.is_sound and self._lists.programme.is_read
        is_known = len(files) == len(written) and files.keys() <= self._examined.keys()
        return sorted(files) if is_sure and is_known and all(path.is_file() for path in files.values()) else []

    def _take_in_records(self, ids: list[str]) -> bool:
        """Take in what records say now where that leaves the library divided as it is; gives whether it does."""
        new = {id: examine.examine_case(id, self.root, self._surroundings) for id in ids}
        findings = findings_with(self.findings, self._examined, new)
        shown = Shown(self.library, self.drafts, self._surroundings.today)
        try:
            cases = shown.cases_now((self.findings, findings), self._examined, new)
        except LargeError:
            return False
        self._site.restate(cases)
        # What is shown and what was found stay one value.
        known = {case.id: self.library.by_id[case.id] for case in cases}
        self._examined |= {id: replace(one, value=known.get(id, one.value)) for id, one in new.items()}
        self.findings, self._faults = findings, faults_by_page(findings.problems)
        return True

    def _gather(self) -> None:
        examined = [self._examined[id] for id in sorted(self._examined)]
        examination = examine.examine_together(self.root, examined, self._surroundings, self._lists)
        self.findings, self._faults = Findings.of(examination), faults_by_page(examination.problems)
        if not self._lists.programme.is_sound and not self._site.is_empty:
            # Its words may be any: pages stay as they were until it is mended.
            return
        shown = self._last_good.completed(examination, drafts=self.drafts)
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
        self._site.show(library, self._hosted, Assets(read_sizes(library.cases, self.root)))

    def _with_banner(self, content: bytes) -> bytes:
        """Say on every page that there are problems, and where they are listed."""
        if not (self.fault or self.findings.problems):
            return content
        message = escape(self.fault) or render_summary(
            self.findings.problems, checked=self.findings.checked, seconds=None
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
        # Whoever waits for a page would wait for a walk through all records too.
        gc.freeze()
        board, stop = serve.Board(), threading.Event()
        server = serve.make_server(preview, board, port)

        def report() -> None:
            findings = preview.findings
            if preview.fault:
                say(preview.fault)
            say(render_summary(findings.problems, checked=findings.checked, seconds=None))

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
