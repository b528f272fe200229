"""The order of the stages, from records to the site. Nothing here computes; each line hands on to a stage."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from generator.library.library import Library
from generator.making import workers
from generator.making.errors import UserError, during
from generator.making.images.photos import names_of, write_photos
from generator.making.project.attachments import write_attachments
from generator.making.staging import Writer, staged
from generator.making.terminal.progress import Stages
from generator.outputs.files import files
from generator.outputs.graphics.poster import posters
from generator.outputs.search.characters import characters
from generator.outputs.search.files import index_files
from generator.outputs.search.texts import Texts, searched
from generator.outputs.site import addresses
from generator.outputs.site.hosted import Hosted
from generator.outputs.site.settings import Site

SHARES = 4
"""Shares of the files for each worker, so that none waits long for another at the end."""
INDEX = -1
"""The share that is no share of the pages: the search index, which no two workers can build together."""


Host = Callable[[Path, Path], Hosted]
"""Renders the pages that people wrote, and the frames, of a project (first) into a folder (second)."""


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
    processes = workers.process_count(len(library.cases))
    with stages.stage("整理分面与关联"):
        _ = library.statistics, library.collections_of
    site, notices = write_pictures(library, root, into, hosted.site, stages)
    if with_books and library.arrangements:
        from generator.making.typesetting.books import write_books  # noqa: PLC0415 (the typesetter; check does without it)

        with stages.stage("排版汇编", total=len(library.arrangements)):
            editions, told = write_books(library, root, into, site, stages)
        site, notices = replace(site, editions=editions), (*notices, *told)
    with stages.stage("整理检索文字"), workers.still_memory():
        texts = read_texts(library, processes)
    with stages.stage("生成页面和检索"), workers.still_memory():
        numbers = [0, INDEX, *range(1, processes * SHARES)]
        hosted = replace(hosted, site=site)
        written = sum(workers.work(write_share, numbers, library, texts, hosted, into, processes=processes))
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
        from generator.making.images.poster_png import notices_of, write_posters  # noqa: PLC0415 (the fonts; check does without)

        with stages.stage("绘制分享图", total=len(drawn)):
            write_posters(drawn, root, into, stages.advance)
            return site, tuple(notices_of(drawn, site.name, root))
    return site, ()


def read_texts(library: Library, processes: int = 1) -> list[Texts]:
    """Give what is searched of each case, in the library's order."""
    # Made once, before there are several processes.
    characters()
    shares = workers.shares(range(len(library.cases)), processes * SHARES)
    return list(chain.from_iterable(workers.work(texts_of, shares, library, processes=processes)))


def texts_of(positions: Sequence[int], library: Library) -> list[Texts]:
    """Give what is searched of some cases."""
    return [searched(library.cases[position]) for position in positions]


def write_share(share: int, library: Library, texts: list[Texts], hosted: Hosted, into: Path) -> int:
    """Draw and write every so-manieth bundle of files, or the index, which is one piece of work; gives how many."""
    writer = Writer(into)
    written = 0
    count = workers.process_count(len(library.cases)) * SHARES
    if share == INDEX:
        chosen = index_files(library, texts)
    else:
        chosen = workers.every(files(library, hosted.site, hosted.frames), share, count)
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
                raise UserError("固定页面有需要改正的地方，没有生成网站：\n" + "\n".join(hosted.notices))
        written = write_site(library, root, staging, hosted, stages, with_books=with_books)
        if strict and written.notices:
            raise UserError("汇编或分享图有需要改正的地方，没有生成网站：\n" + "\n".join(written.notices))
    return hosted, written
