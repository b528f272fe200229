"""The files of the catalogue: all cases as JSON and as a table, and the data package that describes both."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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


def catalogue_files(publication: Publication) -> dict[str, bytes]:
    """Draw the files, by address."""
    columns = columns_in(publication.programme)
    lines, written, table = list[bytes](), _Lines([_BOM]), Table(columns)
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(column.name for column in columns)
    for row in rows(publication):
        lines.append(as_json(row).encode())
        writer.writerow(table.cells(row))
    files = {addresses.CATALOGUE: _json(lines, publication), addresses.CATALOGUE_TABLE: b"".join(written.lines)}
    package = render_package(columns, sums_of(files), publication.settings)
    return {**files, addresses.DATA_PACKAGE: package.encode()}


def rows(publication: Publication) -> Iterator[Row]:
    """Give the rows of all published cases, in the library's order."""
    settings, entries = publication.settings, publication.register.entries
    for case in publication.library.cases:
        if case.status != "published":
            # A preview shows drafts, but they are nobody's data.
            continue
        uri = addresses.case_uri(case.id)
        entry = entries.get(uri)
        revised = entry.last if entry and entry.was_revised else ""
        # An id has no letter that an address writes otherwise.
        yield row_of(case, f"{settings.url}{uri}", entry.first if entry else "", revised)


def sums_of(files: Mapping[str, bytes]) -> dict[str, Sum]:
    """Sum up files, by address."""
    return {uri: Sum.of(content) for uri, content in files.items()}


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


def _json(lines: list[bytes], publication: Publication) -> bytes:
    """Put the rows together, a case a line, so that two catalogues can be compared by any program."""
    settings = publication.settings
    about = {
        "format": FORMAT,
        "version": VERSION,
        "name": settings.name,
        "publisher": settings.publisher,
        "url": settings.absolute(addresses.HOME),
        "licence": {"name": settings.licence, "url": settings.licence_url} if settings.licence else None,
        "count": len(lines),
    }
    head = json.dumps(about, ensure_ascii=False)[:-1].encode()
    return b"".join((head, b', "cases": [\n', b",\n".join(lines), b"\n]}\n"))
