"""The files of the catalogue: all cases as JSON and as a table, and the data package that describes both."""

import csv
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.case.model import Case
from generator.outputs.catalogue.changed_rows import Laid, OtherwiseError, changed_rows, laid
from generator.outputs.catalogue.columns import VERSION, columns_in
from generator.outputs.catalogue.package import render_package
from generator.outputs.catalogue.row import Row, Table, as_json, row_of
from generator.outputs.site import addresses
from generator.outputs.site.manifest import Sum
from generator.outputs.site.publication import Publication

FORMAT = "anliji-catalogue"
URIS = (addresses.CATALOGUE, addresses.CATALOGUE_TABLE, addresses.DATA_PACKAGE)
_BOM = b"\xef\xbb\xbf"
"""By which programs for tables know UTF-8."""
_NEXT, _END = b",\n", b"\n]}\n"
"""What is between two rows in the JSON file, so that each has a line of its own, and behind them."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The files, and what the next build is told of them."""

    files: Mapping[str, bytes]
    """By address, in the order of `URIS`."""
    sums: Mapping[str, Sum]
    laid: Mapping[str, Laid]
    """Where the rows lie, by address."""


def draw_catalogue(publication: Publication) -> Catalogue:
    """Draw the files."""
    lines, cells = _drawn(publication, publication.library.cases)
    if lines:
        lines[-1] = lines[-1].removesuffix(_NEXT)
    head, names = _head(len(lines), publication), _names(publication)
    files = {
        addresses.CATALOGUE: b"".join((head, *lines, _END)),
        addresses.CATALOGUE_TABLE: b"".join((names, *cells)),
    }
    places = {
        addresses.CATALOGUE: laid(files[addresses.CATALOGUE], len(head), lines),
        addresses.CATALOGUE_TABLE: laid(files[addresses.CATALOGUE_TABLE], len(names), cells),
    }
    return _described(files, places, publication)


def redraw_catalogue(
    publication: Publication, known: Mapping[str, Laid], read: Callable[[str], bytes], positions: Collection[int]
) -> Catalogue:
    """Draw the files anew after a few cases have changed, and nothing else.

    Args:
        publication: what is published now.
        known: where the rows lie in the files, by address.
        read: gives what a file of the site holds.
        positions: of the changed cases in the library.

    Raises:
        OtherwiseError: the files have to be drawn as a whole.
    """
    cases = publication.library.cases
    if any(len(one.sizes) != len(cases) for one in known.values()):
        # A preview shows cases that have no row.
        raise OtherwiseError
    lines, cells = _drawn(publication, [cases[one] for one in positions])
    rows = dict(zip(positions, lines, strict=True))
    if len(cases) - 1 in rows:
        rows[len(cases) - 1] = rows[len(cases) - 1].removesuffix(_NEXT)
    in_table = dict(zip(positions, cells, strict=True))
    changed = {addresses.CATALOGUE: rows, addresses.CATALOGUE_TABLE: in_table}
    return _described(*changed_rows(known, read, changed), publication)


def _described(files: Mapping[str, bytes], places: Mapping[str, Laid], publication: Publication) -> Catalogue:
    sums = {uri: one.sum for uri, one in places.items()}
    package = render_package(columns_in(publication.programme), sums, publication.settings).encode()
    return Catalogue(
        {**files, addresses.DATA_PACKAGE: package}, {**sums, addresses.DATA_PACKAGE: Sum.of(package)}, places
    )


def _drawn(publication: Publication, cases: Iterable[Case]) -> tuple[list[bytes], list[bytes]]:
    """Draw the rows of cases as lines of the JSON file, and as rows of the table."""
    lines, written = list[bytes](), _Lines([])
    table, writer = Table(columns_in(publication.programme)), csv.writer(written, lineterminator="\r\n")
    for row in rows(publication, cases):
        lines.append(as_json(row).encode() + _NEXT)
        writer.writerow(table.cells(row))
    return lines, written.lines


def _names(publication: Publication) -> bytes:
    """Draw the first row of the table."""
    written = _Lines([_BOM])
    csv.writer(written, lineterminator="\r\n").writerow(column.name for column in columns_in(publication.programme))
    return b"".join(written.lines)


def rows(publication: Publication, cases: Iterable[Case]) -> Iterator[Row]:
    """Give the rows of those of the cases that are published."""
    settings, entries = publication.settings, publication.register.entries
    for case in cases:
        if case.status != "published":
            # A preview shows drafts, but they are nobody's data.
            continue
        uri = addresses.case_uri(case.id)
        entry = entries.get(uri)
        revised = entry.last if entry and entry.was_revised else ""
        # An id has no letter that an address writes otherwise.
        yield row_of(case, f"{settings.url}{uri}", entry.first if entry else "", revised)


def made_from(publication: Publication) -> object:
    """Give what the files depend on beside the cases themselves, their settings and the program."""
    entries = publication.register.entries
    days = (entries.get(addresses.case_uri(case.id)) for case in publication.library.cases)
    return columns_in(publication.programme), tuple((one.first, one.last) if one else () for one in days)


@dataclass(slots=True)
class _Lines:
    """Takes what is written, encoded: a line of text holds as much memory as its letters have, and a table as all."""

    lines: list[bytes]

    def write(self, text: str) -> None:
        self.lines.append(text.encode())


def _head(count: int, publication: Publication) -> bytes:
    """Give what is before the rows of the JSON file, a case a line, so that any program can compare two catalogues."""
    settings = publication.settings
    about = {
        "format": FORMAT,
        "version": VERSION,
        "name": settings.name,
        "publisher": settings.publisher,
        "url": settings.absolute(addresses.HOME),
        "licence": {"name": settings.licence, "url": settings.licence_url} if settings.licence else None,
        "count": count,
    }
    return json.dumps(about, ensure_ascii=False)[:-1].encode() + b', "cases": [\n'
