"""The artifacts of a site in shares, each of which one process makes and writes."""

from dataclasses import dataclass, replace
from pathlib import Path

from generator.making import workers
from generator.making.errors import during
from generator.making.store.kept_site import KeptSite, Mark
from generator.making.terminal.progress import Stages
from generator.making.writer import Writer
from generator.making.written import Written
from generator.outputs.search.characters import characters
from generator.outputs.site.artifact import Kind
from generator.outputs.site.manifest import Sum
from generator.outputs.site.templates import compile_templates
from generator.site_list import SiteList

SHARES = 32
"""Shares of the pages for each process, so that none waits long for another at the end."""
_WORTHWHILE = 8
"""From this many photos or posters on a second process pays off: each takes up to a second."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a build reads and writes."""

    project: Path
    hosted: Path
    """Where the host rendered its pages."""
    site: Path
    """The folder that becomes the site."""
    spare: Path | None = None
    """Where finished files wait that the project's cache refuses."""
    kept: KeptSite | None = None
    """The site that is in place, from which is taken what did not change; None where everything is made."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share of the artifacts of a kind: every `of`-th run of neighbours, from the `number`-th run on."""

    kind: Kind
    number: int = 0
    of: int = 1
    run: int = 1
    """How many neighbours stay together, because what one needs may be at hand from the one before."""


def write_one_by_one(kind: Kind, name: str, artifacts: SiteList, folders: Folders, stages: Stages) -> Written:
    """Write the artifacts of a kind as a stage that counts them."""
    count = len(artifacts.of(kind))
    if not count:
        return Written()
    shares = [Share(kind, number, count) for number in range(count)]
    processes = workers.process_count(count, _WORTHWHILE) if kind in ("photo", "poster") else 1
    parts: list[Written] = []
    with stages.stage(name, total=count):
        for part in workers.work(write_share, shares, artifacts, folders, processes=processes):
            parts.append(part)
            stages.advance(1)
        written = Written.all(parts)
        stages.wrote(len(written.sums), written.bytes)
    return written


def write_pages(artifacts: SiteList, folders: Folders) -> Written:
    """Write all pages and what else is made of the library, and then the index, which is made of what they say."""
    # All this is made once, before there are several processes.
    _ = characters(), artifacts.of("page")
    compile_templates()
    processes = workers.process_count(len(artifacts.publication.library.cases))
    count = processes * SHARES
    shares = [Share("page", number, count, workers.BUNDLE) for number in range(count)]
    pages = Written.all(workers.work(write_share, shares, artifacts, folders, processes=processes))
    # The index is made of what was found for the files of cases.
    publication = artifacts.publication
    known = replace(publication, texts={**publication.texts, **pages.texts})
    index = write_share(Share("index"), replace(artifacts, publication=known), folders)
    return Written.all((pages, index))


def write_share(share: Share, artifacts: SiteList, folders: Folders) -> Written:
    """Make and write a share of the artifacts, but for those that the kept site has already."""
    writer = Writer(folders.site, folders.kept)
    sums, marks = dict[str, Sum](), dict[str, Mark]()
    texts, notes = dict[str, tuple[str, ...]](), dict[str, object]()
    refers_to, taken = set[str](), set[str]()
    for artifact in workers.every(artifacts.of(share.kind), share.number, share.of, share.run):
        with during(artifact.uri):
            mark = artifact.mark if folders.kept else ""
            files = writer.take(artifact.uri, mark)
            if files is None:
                made = artifact.make()
                try:
                    files = writer.write(made)
                except FileNotFoundError:
                    # Another build removed a kept file at this moment; what is gone for good fails again.
                    files = writer.write(artifact.make())
                refers_to |= made.refers_to
                texts |= made.texts
                notes |= made.notes
            else:
                taken |= files.keys()
            sums |= files
            if mark:
                marks[artifact.uri] = mark, tuple(files)
    return Written(sums, frozenset(refers_to), marks, frozenset(taken), texts, notes)
