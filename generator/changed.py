"""A build that finds nothing changed but a few records, which are to the library what they were, but for its numbers.

These are examined, what may show them is drawn, and the site that is in place gets the files that turn out differently.
It comes to the same bytes as a build of everything, or it is none: whatever is not surely so is left to that.
"""

import pickle
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.as_before import compare_as_before, counts_as_before, divides_as_before, is_found_as_before
from generator.case.model import Case
from generator.case.problem import Problem
from generator.case.titles import know_words, words_of_titles
from generator.clock import build_day, today
from generator.examine import examine_case
from generator.library.library import Library
from generator.making.project.folder import id_of_case_file
from generator.making.project.register_file import Kept, read_register
from generator.making.store.examinations import Examinations
from generator.making.store.kept_library import KeptLibrary, stands_for
from generator.making.store.kept_site import KeptSite, Mark
from generator.making.store.kept_texts import kept_texts
from generator.making.store.last_build import Found
from generator.making.store.notes import kept_note
from generator.making.writer import content_of
from generator.making.written import manifest_of
from generator.outputs.catalogue import changed_rows
from generator.outputs.catalogue.files import Catalogue, draw_catalogue, redraw_catalogue
from generator.outputs.drawn_artifacts import artifacts_with
from generator.outputs.registered import of_case
from generator.outputs.search.files import DIRECTORY, NOTE, WORDS_NOTE, Drawn, index_artifact, redraw_index
from generator.outputs.search.patched import OtherwiseError
from generator.outputs.search.texts import searched
from generator.outputs.site import addresses
from generator.outputs.site.manifest import Sum
from generator.outputs.site.publication import Publication
from generator.outputs.site.templates import COMPILED_NOTE, know_templates
from generator.outputs.site.title_words import title_characters
from generator.reading.check_result import CheckResult

_MOST = 50
"""Where more have changed, a build of everything has as much to do."""

Results = Mapping[str, CheckResult[Case]]


class MoreError(Exception):
    """More may have changed than is made here; nothing has been written."""


@dataclass(frozen=True)
class Examined:
    """The records that have changed."""

    new: Results
    examinations: Examinations
    """Where what was found is kept."""
    do_count_alike: bool
    """Whether the numbers of the library are what they were."""

    def keep(self) -> None:
        """Keep what was found, for later checks and builds."""
        for result in self.new.values():
            self.examinations.add(result, pickle.dumps(result, pickle.HIGHEST_PROTOCOL))
        self.examinations.write_new()

    @property
    def published(self) -> list[Case]:
        """Those that readers see."""
        return [one.value for one in self.new.values() if one.value and one.value.status == "published"]


@dataclass(frozen=True)
class Before:
    """What the last build left."""

    site: KeptSite
    found: Found
    """With the store."""
    library: KeptLibrary


@dataclass(frozen=True)
class Remade:
    """What of the site becomes another."""

    files: dict[str, bytes]
    sums: dict[str, Sum]
    """Of all files of the site."""
    marks: dict[str, Mark]
    """Those that are others now."""
    texts: dict[str, tuple[str, ...]]
    """What of the cases is searched, by id."""
    notes: dict[str, object]

    def take(self, uri: str, mark: str, known: Mark, files: Mapping[str, bytes]) -> None:
        """Take in the files of an artifact, as far as they are not what they were.

        Raises:
            MoreError: there are some that it did not have.
        """
        if not set(files) <= set(known[1]):
            raise MoreError
        for one, data in files.items():
            sum_ = Sum.of(data)
            if self.sums[one] != sum_:
                self.files[one], self.sums[one] = data, sum_
        self.marks[uri] = mark, known[1]


def examine_again(found: Found, kept: KeptLibrary, names: Collection[str]) -> Examined:
    """Examine the records whose files have changed.

    Raises:
        MoreError: more than their own pages may change, or they have errors.
    """
    ids, day = list(filter(None, map(id_of_case_file, names))), today()
    # All lists and settings are what they were.
    surroundings = kept.surroundings
    if not len(ids) == len(names) <= _MOST or surroundings.today != day:
        raise MoreError
    new = {id: examine_case(id, found.root, surroundings) for id in sorted(ids)}
    old = {id: kept.result(id) for id in new}
    told = {problem.path for problem in kept.together}
    is_alike = all(
        one.path not in told and _is_alike(old[id], one, kept.publication.library) for id, one in new.items()
    )
    if not is_alike or any(one.value.is_expired(day) for one in new.values() if one.value):
        raise MoreError
    if not compare_as_before(old, new, kept.briefly, kept.result):
        raise MoreError
    do_count_alike = all(one.is_unfinished or counts_as_before(old[id], one) for id, one in new.items())
    return Examined(new, Examinations(found, surroundings), do_count_alike)


def _is_alike(old: CheckResult[Case], new: CheckResult[Case], library: Library) -> bool:
    """Say whether a record is sound, and to all others what it was."""
    if not is_found_as_before(old, new):
        return False
    if new.is_unfinished:
        return new.id not in library.by_id
    return new.id in library.by_id and divides_as_before(old, new, library.kinds)


def problems_now(kept: KeptLibrary, examined: Examined) -> tuple[Problem, ...]:
    """Give the problems of all records and lists."""
    changed = {one.path for one in examined.new.values()}
    own = (problem for one in examined.new.values() for problem in one.problems)
    return tuple(sorted({*own, *(problem for problem in kept.problems if problem.path not in changed)}))


def publication_now(kept: KeptLibrary, examined: Examined, root: Path) -> tuple[Publication, Kept]:
    """Give the publication with the changed records in it, and the register before and after.

    Raises:
        MoreError: titles have other characters, for which their face has to be made anew.
    """
    library = kept.publication.library
    are_titled_alike = all(_large(library.by_id[case.id]) == _large(case) for case in examined.published)
    characters = [] if are_titled_alike else list(title_characters(kept.publication))
    for case in examined.published:
        stands_for(library.by_id[case.id]).become(case)
    if not are_titled_alike and characters != list(title_characters(kept.publication)):
        raise MoreError
    if not examined.do_count_alike:
        library.count_again()
    before = read_register(root)
    texts = {addresses.case_uri(case.id): of_case(case) for case in examined.published}
    register = Kept(root, before, before.updated(texts, str(build_day())))
    digests = {**kept.digests, **{id: examined.examinations.digest(id) for id in examined.new}}
    return replace(kept.publication, register=register.after, digests=digests), register


def _large(case: Case) -> object:
    """Give what pages may say of a case in the face of titles."""
    return case.title, case.significance


def remake(publication: Publication, ids: Collection[str], before: Before) -> Remade:
    """Make what may show changed cases.

    Raises:
        MoreError: the site would have other files, or refer to what is not there.
    """
    library, site = publication.library, before.site
    positions = [at for at, case in enumerate(library.cases) if case.id in ids]
    remade = Remade({}, dict(site.sums), {}, {}, {})
    _know_templates(before)
    _know_titles([library.by_id[id].title for id in ids], before, remade)
    draw = partial(_draw_catalogue, positions=positions, before=before)
    for artifact in artifacts_with(publication, positions, draw) if positions else ():
        mark, known = artifact.mark, site.marks.get(artifact.uri)
        if known is None or not mark:
            raise MoreError
        if mark != known[0]:
            made = artifact.make()
            if not all(uri in site.sums for uri in made.refers_to):
                raise MoreError
            remade.take(artifact.uri, mark, known, {uri: content_of(content) for uri, content in made.files.items()})
            remade.notes.update(made.notes)
    if positions:
        _remake_index(publication, positions, before, remade)
    if remade.files:
        manifest = manifest_of(remade.sums).encode()
        remade.files[addresses.MANIFEST], remade.sums[addresses.MANIFEST] = manifest, Sum.of(manifest)
    return remade


def _know_templates(before: Before) -> None:
    compiled = kept_note(before.found.store, COMPILED_NOTE)
    if isinstance(compiled, bytes):
        know_templates(compiled)


def _know_titles(titles: Collection[str], before: Before, remade: Remade) -> None:
    """Take over how titles are cut into words; to read the dictionary for them takes as long as to draw the pages."""
    words = kept_note(before.found.store, WORDS_NOTE)
    if isinstance(words, dict):
        know_words(words)
        new = [title for title in titles if title not in words]
        if new:
            remade.notes[WORDS_NOTE] = {**words, **words_of_titles(new)}


def _remake_index(publication: Publication, positions: list[int], before: Before, remade: Remade) -> None:
    library, site, found, digests = publication.library, before.site, before.found, before.library.digests
    artifact = index_artifact(library, publication.digests)
    known, drawn = site.marks.get(artifact.uri), kept_note(found.store, NOTE)
    if known is None or not isinstance(drawn, Drawn) or drawn.sum != site.sums[DIRECTORY].sha256:
        raise MoreError
    cases = {at: library.cases[at] for at in positions}
    texts = kept_texts(found, digests, [case.id for case in cases.values()])
    remade.texts.update({case.id: searched(case, library.names) for case in cases.values()})
    try:
        changes = {at: (texts[case.id], remade.texts[case.id]) for at, case in cases.items()}
        files, remade.notes[NOTE] = redraw_index(library, drawn, partial(_read, site), changes)
    except (OtherwiseError, KeyError):
        texts = {**kept_texts(found, digests), **remade.texts}
        made = index_artifact(library, publication.digests, texts).make()
        files = {uri: content_of(content) for uri, content in made.files.items()}
        remade.notes.update(made.notes)
        if set(files) != set(known[1]):
            raise MoreError from None
    remade.take(artifact.uri, artifact.mark, known, files)


def _draw_catalogue(publication: Publication, positions: list[int], before: Before) -> Catalogue:
    """Draw the data files, as far as can be from those that are there."""
    laid = kept_note(before.found.store, changed_rows.NOTE)
    try:
        if isinstance(laid, dict):
            return redraw_catalogue(publication, laid, partial(_read, before.site), positions)
    except changed_rows.OtherwiseError:
        pass
    return draw_catalogue(publication)


def _read(site: KeptSite, uri: str) -> bytes:
    return Path(site.folder, uri).read_bytes()


def ensure_little(publication: Publication, ids: Collection[str], *, with_books: bool) -> None:
    """Make sure that nothing shows some cases that takes its time: no book, and no picture for messengers.

    Raises:
        MoreError: something does.
    """
    library = publication.library
    in_books = any(id in library.collections_of for id in ids)
    is_painted = bool(publication.settings.url) and (in_books or any(library.by_id[id].featured for id in ids))
    if is_painted or (with_books and in_books):
        raise MoreError
