"""The data files of search, which scripts load one by one when a reader asks for something."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

import numpy as np

from generator.case.model import Case
from generator.case.programme import Programme
from generator.case.titles import words_of_titles
from generator.library import pinyin
from generator.library.library import Library
from generator.outputs.record_json import render_record
from generator.outputs.search.characters import Characters, characters
from generator.outputs.search.ids import first_ids, id_blocks
from generator.outputs.search.index import SEPARATOR, STEP, Part, build_index
from generator.outputs.search.initials import initials_data
from generator.outputs.search.outline import Outline, outline_of
from generator.outputs.search.packing import as_text, pack
from generator.outputs.search.patched import data_of, patched
from generator.outputs.search.rows import Labelled, RowData, beside_row, excerpted, row_data
from generator.outputs.search.script import Verbatim, script, sign_of
from generator.outputs.search.terms import aliased, first_called, term_files
from generator.outputs.search.texts import ZONES, Passage, Texts, in_zones, passages, searched, sources
from generator.outputs.search.words import sounds_data, words_data
from generator.outputs.site import addresses
from generator.outputs.site.artifact import Artifact, Made
from generator.outputs.site.bundles import first_of_bundle
from generator.outputs.site.digest import digest
from generator.outputs.site.settings import Settings
from generator.outputs.views.search_words import result_columns, who

FOLDER = "search"
DIRECTORY = f"{FOLDER}/index.js"
NOTE = "index"
"""Under which name the next build is told what was drawn."""
WORDS_NOTE = "title words"
"""And how titles are cut into words, see `titles.words_of_titles`."""
TITLES_IN_FILE = 256
"""Cases in each block of ids and titles."""
ROWS_IN_FILE = 8
"""Cases in each block of rows: results stand anywhere in the library, and each of 24 brings its block along."""


def bundle_artifact(uri: str, cases: Sequence[Case], library: Library, settings: Settings) -> Artifact:
    """Make a file for some cases: for each the texts that excerpts are cut from, and its record."""
    return Artifact(
        uri,
        partial(_bundle_key, uri, cases, library, settings),
        partial(_make_bundle, uri, cases, library, settings),
    )


def _bundle_key(uri: str, cases: Sequence[Case], library: Library, settings: Settings) -> str:
    return digest(uri, _bundle_inputs(cases, library, settings))


def _bundle_inputs(cases: Sequence[Case], library: Library, settings: Settings) -> object:
    return tuple(
        (render_record(case, settings), *_labelled(beside_row(case, sources(case, library.names)), library.programme))
        for case in cases
    )


def _pages_of(cases: Sequence[Case]) -> frozenset[str]:
    return frozenset(addresses.case_uri(case.id) for case in cases)


def _make_bundle(uri: str, cases: Sequence[Case], library: Library, settings: Settings) -> Made:
    data: list[object] = []
    texts: dict[str, Texts] = {}
    for case in cases:
        found = tuple(passages(case, library.names))
        excerpts = excerpted(case, _labelled(beside_row(case, found), library.programme))
        data += [case.id, excerpts, Verbatim(render_record(case, settings))]
        # The index is made of the same passages; to find them anew would take as long as to make it.
        texts[case.id] = in_zones(found)
    return Made({uri: script("", f"cases/{cases[0].id}", *data)}, partial(_pages_of, cases), texts)


def _labelled(found: Iterable[Passage], programme: Programme) -> Iterator[Labelled]:
    return ((programme.label_of.get(one.key, one.label), one) for one in found)


def index_artifact(
    library: Library, digests: Mapping[str, str] | None = None, texts: Mapping[str, Texts] | None = None
) -> Artifact:
    """Make all other files of search; how many there are depends on the texts.

    Args:
        library: the published cases.
        digests: what each was read from, by id, as far as it is known.
        texts: what of each is searched, by id, as far as it is known; the files of cases give it.
    """
    known = digests or {}
    is_known = all(known.get(case.id) for case in library.cases)
    return Artifact(
        f"{FOLDER}/",
        partial(_index_key, library),
        partial(_make_index, library, known, texts or {}),
        kind="index",
        glance=partial(_index_glance, library, known) if is_known else None,
    )


def _index_key(library: Library) -> str:
    texts = (
        digest(row, case.title, tuple(sources(case, library.names)))
        for case, row in zip(library.cases, _rows(library), strict=True)
    )
    return digest(*texts, *_around(library))


def _index_glance(library: Library, digests: Mapping[str, str]) -> str:
    records = (digests[case.id] for case in library.cases)
    return digest(*records, *_around(library))


def _around(library: Library) -> Iterator[object]:
    """Give what the index is made of beside the cases."""
    yield from ((facet.kind, facet.terms) for facet in library.facets.values())
    yield from (_shown(library.programme), library.synonyms, tuple(case.id for case in library.withdrawn))


def _make_index(library: Library, digests: Mapping[str, str], texts: Mapping[str, Texts]) -> Made:
    new = {case.id: searched(case, library.names) for case in library.cases if case.id not in texts}
    files, drawn = draw_index(library, [new.get(case.id) or texts[case.id] for case in library.cases])
    return Made(
        files, texts={id: of_case for id, of_case in new.items() if digests.get(id)}, notes=_notes(library, drawn)
    )


def _notes(library: Library, drawn: "Drawn") -> dict[str, object]:
    """Give what helps to draw a few of the files again, and pages that show some of the titles."""
    titles = [case.title for case in library.cases] + [collection.title for collection in library.collections]
    return {NOTE: drawn, WORDS_NOTE: words_of_titles(titles)}


@dataclass(frozen=True, slots=True)
class Drawn:
    """What there is to know of drawn files in order to change some of them."""

    outline: Outline
    signs: Mapping[str, str]
    """Of the files' data, by name, in their order."""
    shown: Mapping[str, object]
    """What else the directory says of the library, which follows from the traits of its cases."""
    sum: str
    """Of the directory's file."""


def draw_index(library: Library, texts: Sequence[Texts]) -> tuple[dict[str, bytes], Drawn]:
    """Draw the files of the index by address.

    Args:
        library: the published cases.
        texts: what `texts.searched` gives for each of them, in their order.
    """
    index = build_index(texts)
    facets = tuple(library.facets.values())
    about = {
        "characters": _characters(characters()),
        **dict(term_files(facets)),
        "order": _order(library),
        "words": _words(library),
        "initials": initials_data(case.title for case in library.cases),
        "sounds": sounds_data(),
        **dict(_blocks(library, range(len(library.cases)))),
        **{f"ids/{number}": block for number, block in enumerate(id_blocks(library))},
    }
    parts = {**dict(_parts("letters", index.letters)), **dict(_parts("grams", index.grams))}
    shown = {
        **_shown(library.programme),
        "ids": first_ids(id_blocks(library)),
        "called": first_called(facets),
    }
    return _drawn(outline_of(index), {}, shown, {**about, **parts})


def redraw_index(
    library: Library, drawn: Drawn, read: Callable[[str], bytes], changes: Mapping[int, tuple[Texts, Texts]]
) -> tuple[dict[str, bytes], Drawn]:
    """Draw those files anew that change with a few cases, whose traits are what they were.

    Args:
        library: the published cases.
        drawn: what was drawn before.
        read: gives the files of then, by address.
        changes: what was searched of some cases and what is, by their positions.

    Raises:
        OtherwiseError: nearly all files would change.
    """
    found = patched(drawn.outline, lambda name: data_of(read(f"{FOLDER}/{name}.js")), changes)
    given = {**dict(_blocks(library, changes)), **found.parts}
    if any(old[0] != new[0] for old, new in changes.values()):
        given["order"] = _order(library)
        given["words"] = _words(library)
        given["initials"] = initials_data(case.title for case in library.cases)
    return _drawn(found.outline, drawn.signs, drawn.shown, given)


def _drawn(
    outline: Outline, signs: Mapping[str, str], shown: Mapping[str, object], given: Mapping[str, tuple[object, ...]]
) -> tuple[dict[str, bytes], Drawn]:
    """Write data, and the directory, which knows by its sign what each file must hold to belong to it."""
    # Readers' browsers keep files.
    signs = {**signs, **{name: sign_of(data) for name, data in given.items()}}
    directory = _directory(outline, signs, shown)
    version = sha256(f"{directory}".encode("utf-8", "surrogatepass")).hexdigest()[:8]
    files = {DIRECTORY: script(version, "index", *directory)}
    files.update((f"{FOLDER}/{name}.js", script(signs[name], name, *data)) for name, data in given.items())
    return files, Drawn(outline, signs, shown, sha256(files[DIRECTORY]).hexdigest())


def _directory(outline: Outline, signs: Mapping[str, str], shown: Mapping[str, object]) -> tuple[object, ...]:
    first = {name: SEPARATOR.join(texts) for name, texts in outline.first.items()}
    frequent, many = (SEPARATOR.join(sorted(grams)) for grams in (outline.frequent, outline.many))
    of_kinds: dict[str, str] = {}
    for name, sign in signs.items():
        kind = name.partition("/")[0]
        of_kinds[kind] = of_kinds.get(kind, "") + sign
    about = {"count": outline.count, "zones": ZONES, "step": STEP, "block": TITLES_IN_FILE, "rows": ROWS_IN_FILE}
    return (
        {**about, **shown, **first, "frequent": frequent, "many": many, "signs": of_kinds},
        outline.lengths,
        outline.titles,
    )


def _shown(programme: Programme) -> dict[str, object]:
    """Give what rows of results need of the programme."""
    tasks = [[task.id, task.name] for task in programme.tasks]
    return {"columns": result_columns(programme), "hasWho": bool(who(programme)), "tasks": tasks}


def _parts(name: str, parts: Sequence[Part]) -> Iterator[tuple[str, tuple[object, ...]]]:
    for number, part in enumerate(parts):
        yield f"{name}/{number}", (SEPARATOR.join(part.texts), part.packed)


def _characters(table: Characters) -> tuple[object, ...]:
    """Write the table: where ranges begin and end, and pairs of characters, apart from those that lower themselves."""
    plain = {one: other for one, other in table.alike.items() if one.lower() != other}
    borders = [[code for each in ranges for code in (each.start, each.stop)] for ranges in table.ranges]
    packed = pack([code for each in borders for code in each], [len(one) for one in borders])
    return packed, "".join(plain), "".join(plain.values())


def _words(library: Library) -> tuple[object, ...]:
    return words_data(library.synonyms, aliased(library.facets.values()), (case.title for case in library.cases))


def _order(library: Library) -> tuple[object, ...]:
    """Write each case's rank by title, in two digits of base 32,768, then which university leads where several are."""
    keys = [(pinyin.order(case.title), position) for position, case in enumerate(library.cases)]
    ranks = np.empty(len(keys), dtype=np.int64)
    ranks[[position for _, position in sorted(keys)]] = np.arange(len(keys))
    universities = library.facets["university"]
    numbers = {term.name: number for number, term in enumerate(universities.terms)}
    leads = {
        position: numbers[case.universities[0]]
        for position, case in enumerate(library.cases)
        if len(case.universities) > 1
    }
    return as_text(ranks >> 15), as_text(ranks & 0x7FFF), *((leads,) if leads else ())


def _blocks(library: Library, positions: Iterable[int]) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Give the blocks that have the cases at some positions."""
    positions, firsts = tuple(positions), first_of_bundle(library)
    for number in dict.fromkeys(one // TITLES_IN_FILE for one in positions):
        cases = library.cases[number * TITLES_IN_FILE : (number + 1) * TITLES_IN_FILE]
        yield f"titles/{number}", ([case.id for case in cases], [case.title for case in cases])
    for number in dict.fromkeys(one // ROWS_IN_FILE for one in positions):
        cases = library.cases[number * ROWS_IN_FILE : (number + 1) * ROWS_IN_FILE]
        yield f"rows/{number}", tuple(row_data(case, library.programme, firsts[case.id]) for case in cases)


def _rows(library: Library) -> Iterator[RowData]:
    firsts = first_of_bundle(library)
    return (row_data(case, library.programme, firsts[case.id]) for case in library.cases)
