"""The order of the stages, from records to the site. Nothing here computes; each line hands on to a stage."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

from generator.case.date import PartialDate
from generator.case.model import Case, Collection
from generator.case.problem import ERROR, Problem
from generator.library.library import Library, gather
from generator.making import crew, folder
from generator.making.attachments import write_attachments
from generator.making.photos import names_of, write_photos
from generator.making.progress import Stages
from generator.making.staging import Writer, staged
from generator.making.trouble import ToldError, during
from generator.outputs import addresses
from generator.outputs.files import files
from generator.outputs.frame import Frame
from generator.outputs.poster import posters
from generator.outputs.search.characters import characters
from generator.outputs.search.files import index_files
from generator.outputs.search.texts import Texts, searched
from generator.outputs.site import Site
from generator.reading.entry import Entry, Surroundings
from generator.reading.examination import enter, examine, examine_shelf
from generator.reading.examined import Examined
from generator.reading.shelf import Shelf
from generator.reading.wording import WordingList

SHARE = 100
"""Records that a worker examines before it reports back."""
SHARES = 4
"""Shares of the files for each worker, so that none waits long for another at the end."""
INDEX = -1
"""The share that is no share of the pages: the search index, which no two workers can build together."""


@dataclass(frozen=True)
class Examination:
    """All records of a project, read and checked."""

    cases: tuple[Case, ...]
    """The cases that passed, by id; those whose permission has run out are withdrawn."""
    collections: tuple[Collection, ...]
    problems: tuple[Problem, ...]
    """Of all records, sorted by place."""
    checked: int
    """How many records were looked at."""

    @property
    def errors(self) -> int:
        """How many problems are errors."""
        return sum(problem.severity == ERROR for problem in self.problems)

    def is_clean(self, *, strict: bool) -> bool:
        """Whether a build may go on; under `strict` warnings count too."""
        return not (self.problems if strict else self.errors)

    def library(self) -> Library:
        """Gather the published cases."""
        return gather(self.cases, self.collections)


@dataclass(frozen=True)
class Hosted:
    """What the host gives: the site's settings and a frame for each page it rendered."""

    site: Site
    frames: Mapping[str, Frame]
    notices: tuple[str, ...] = ()
    """What the host complained about, for the person at the terminal."""


Host = Callable[[Path, Path], Hosted]
"""Renders the pages that people wrote, and the frames, of a project (first) into a folder (second)."""


def today() -> PartialDate:
    """Ask the clock; the only place that does."""
    now = date.today()  # noqa: DTZ011 (permissions expire by the editor's own calendar)
    return PartialDate(now.year, now.month, now.day)


def examine_project(root: Path, stages: Stages, *, on: PartialDate | None = None) -> Examination:
    """Read and check every record, collection and list of a project. Writes nothing."""
    on = on or today()
    with crew.still_memory(), stages.stage("读取与检查", total=len(folder.case_ids(root))):
        surroundings, wording = read_surroundings(root, on)
        ids = folder.case_ids(root)
        processes = crew.hands(len(ids))
        shares = crew.shares(ids, -(-len(ids) // SHARE) or 1)
        examined: list[Examined[Case]] = []
        for part in crew.work(examine_cases, shares, root, surroundings, processes=processes):
            examined += part
            stages.advance(len(part))
        return examine_together(root, examined, surroundings, wording)


def read_surroundings(root: Path, on: PartialDate) -> tuple[Surroundings, Examined[WordingList] | None]:
    """Read what the checks need beside the records: the day, and the list of wordings with its own problems."""
    record = folder.read_wording(root)
    if record is None:
        return Surroundings(on), None
    examined = examine(enter(record, WordingList, Surroundings(on)), WordingList)
    return Surroundings(on, examined.value.words if examined.value else ()), examined


def examine_cases(ids: list[str], root: Path, surroundings: Surroundings) -> list[Examined[Case]]:
    """Read and check some records, each by itself."""
    return [examine_case(id, root, surroundings) for id in ids]


def examine_case(id: str, root: Path, surroundings: Surroundings) -> Examined[Case]:
    """Read and check one record by itself."""
    with during(f"{folder.CASES}/{id}"):
        return examine(enter(folder.read_case(root, id), Case, surroundings), Case)


def examine_together(
    root: Path,
    examined: list[Examined[Case]],
    surroundings: Surroundings,
    wording: Examined[WordingList] | None,
) -> Examination:
    """Check the records side by side, and the collections against them."""
    entries: list[Entry] = [enter(record, Collection, surroundings) for record in folder.read_collections(root)]
    collections = [examine(entry, Collection) for entry in entries]
    together = examine_shelf(Shelf(tuple(examined), tuple(entries)))
    own = [one.problems for one in examined] + [one.problems for one in collections]
    own += [wording.problems] if wording else []
    problems = tuple(sorted({*chain.from_iterable(own), *together}))
    faulty = {problem.path for problem in problems if problem.severity == ERROR}
    return Examination(
        cases=tuple(
            without_expired(one.value, surroundings.today) for one in examined if one.value and one.path not in faulty
        ),
        collections=tuple(one.value for one in collections if one.value and one.path not in faulty),
        problems=problems,
        checked=len(examined) + len(collections),
    )


def without_expired(case: Case, on: PartialDate) -> Case:
    """Take a published case back whose permission has run out: its address then says so, like a withdrawn one's."""
    if case.status != "published" or not case.is_expired(on):
        return case
    return case.model_copy(update={"status": "withdrawn", "withdrawn_reason": "发布授权已经到期。"})


@dataclass(frozen=True)
class Written:
    """What a build wrote beside the host's pages."""

    files: int
    """How many files data made."""
    notices: tuple[str, ...]
    """What the person at the terminal should know about books and posters."""


def write_site(
    library: Library, root: Path, into: Path, hosted: Hosted, stages: Stages, *, with_books: bool = True
) -> Written:
    """Write everything that data makes where the host has rendered its pages."""
    frame = into / addresses.FRAME
    frame.unlink(missing_ok=True)
    processes = crew.hands(len(library.cases))
    with stages.stage("整理分面与关联"):
        _ = library.statistics, library.collections_of
    site, notices = write_pictures(library, root, into, hosted.site, stages)
    if with_books and library.arrangements:
        from generator.making.press import write_books  # noqa: PLC0415 (the typesetter; check does without it)

        with stages.stage("排版汇编", total=len(library.arrangements)):
            editions, told = write_books(library, root, into, site, stages)
        site, notices = replace(site, editions=editions), (*notices, *told)
    with stages.stage("整理检索文字"), crew.still_memory():
        texts = read_texts(library, processes)
    with stages.stage("生成页面和检索"), crew.still_memory():
        numbers = [0, INDEX, *range(1, processes * SHARES)]
        hosted = replace(hosted, site=site)
        written = sum(crew.work(write_share, numbers, library, texts, hosted, into, processes=processes))
    return Written(written, notices)


def write_pictures(
    library: Library, root: Path, into: Path, site: Site, stages: Stages
) -> tuple[Site, tuple[str, ...]]:
    """Write photos, attachments and posters.

    Returns:
        The site with what the photos measure, and what the person at the terminal should know about the posters.
    """
    photos = names_of(library.cases)
    if photos:
        with stages.stage("处理照片", total=len(photos)):
            sizes = write_photos(library.cases, root, into, stages.advance, is_whole=True)
        site = replace(site, photo_sizes=sizes)
    attachments = sum(len(case.attachments) for case in library.cases)
    if attachments:
        with stages.stage("复制附件", total=attachments):
            write_attachments(library.cases, root, into, stages.advance)
    drawn = list(posters(library, site))
    if drawn:
        from generator.making.painting import notices_of, write_posters  # noqa: PLC0415 (the fonts; check does without)

        with stages.stage("绘制分享图", total=len(drawn)):
            write_posters(drawn, root, into, stages.advance)
            return site, tuple(notices_of(drawn, site.name, root))
    return site, ()


def read_texts(library: Library, processes: int = 1) -> list[Texts]:
    """Give what is searched of each case, in the library's order."""
    # Made once, before there are several processes.
    characters()
    shares = crew.shares(range(len(library.cases)), processes * SHARES)
    return list(chain.from_iterable(crew.work(texts_of, shares, library, processes=processes)))


def texts_of(positions: Sequence[int], library: Library) -> list[Texts]:
    """Give what is searched of some cases."""
    return [searched(library.cases[position]) for position in positions]


def write_share(share: int, library: Library, texts: list[Texts], hosted: Hosted, into: Path) -> int:
    """Draw and write every so-manieth bundle of files, or the index, which is one piece of work; gives how many."""
    writer = Writer(into)
    written = 0
    count = crew.hands(len(library.cases)) * SHARES
    if share == INDEX:
        chosen = index_files(library, texts)
    else:
        chosen = crew.every(files(library, hosted.site, hosted.frames), share, count)
    for file in chosen:
        with during(file.uri):
            writer.write_file(file)
        written += 1
    return written


def build_site(
    root: Path,
    site: Path,
    library: Library,
    host: Host,
    stages: Stages,
    *,
    strict: bool = False,
    with_books: bool = True,
) -> tuple[Hosted, Written]:
    """Write the site whole, or leave the old one as it was.

    Returns:
        What the host gave, and what was written beside its pages.
    """
    with staged(site) as staging:
        with stages.stage("渲染固定页面"):
            hosted = host(root, staging)
            if strict and hosted.notices:
                raise ToldError("固定页面有需要改正的地方，没有生成网站：\n" + "\n".join(hosted.notices))
        written = write_site(library, root, staging, hosted, stages, with_books=with_books)
        if strict and written.notices:
            raise ToldError("汇编或分享图有需要改正的地方，没有生成网站：\n" + "\n".join(written.notices))
    return hosted, written
