"""The data files as the data page offers them, to people and to programs that collect data sets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.case.text import listing
from generator.library.statistics import Statistics
from generator.outputs.catalogue.columns import VERSION
from generator.outputs.catalogue.package import UNSTATED, USE
from generator.outputs.site import addresses
from generator.outputs.site.manifest import Sum
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings
from generator.outputs.views.number import file_size
from generator.outputs.views.totals import years_of

_DOCUMENTED = "handbook/publishing.html"
_OFFERED: Mapping[str, tuple[str, str, str, str]] = {
    addresses.CATALOGUE_TABLE: ("案例目录", "CSV", "text/csv", "一行一个案例，Excel、WPS 可以直接打开。"),
    addresses.CATALOGUE: ("案例目录", "JSON", "application/json", "同样的内容，供程序读取。"),
    addresses.DATA_PACKAGE: (
        "数据说明",
        "Data Package",
        "application/json",
        "每一列的名称和类型，文件的大小和校验值。",
    ),
}
"""By address: what it is called, its form for people and for machines, and what it is good for."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file to take away."""

    uri: str
    name: str
    about: str
    """CSV，182 KB"""
    purpose: str


@dataclass(frozen=True, slots=True)
class DataFiles:
    """The files, and what whoever takes them should know."""

    files: tuple[DataFile, ...]
    use: str
    licence: str
    """What it is called; empty where none is stated."""
    licence_url: str
    """Where its text is; empty where that is not known."""
    format_uri: str
    """Where each column is explained; empty in a project without handbook."""


def data_files(sums: Mapping[str, Sum], publication: Publication) -> DataFiles:
    """Offer the files, given what each holds, by address."""
    offered = (
        DataFile(uri, name, f"{form}，{file_size(sums[uri].size)}", purpose)
        for uri, (name, form, _, purpose) in _OFFERED.items()
    )
    documented = f"{_DOCUMENTED}#catalogue" if _DOCUMENTED in publication.frames else ""
    settings = publication.settings
    return DataFiles(tuple(offered), USE, settings.licence, settings.licence_url, documented)


def data_set(publication: Publication, sums: Mapping[str, Sum], description: str) -> dict[str, Any]:
    """Describe the catalogue as a schema.org Dataset; what is not known is left out."""
    settings, statistics = publication.settings, publication.library.statistics
    publisher = {"@type": "Organization", "name": settings.publisher}
    schema = {
        "@type": "Dataset",
        "@id": f"{addresses.OVERVIEW}#{addresses.DATA_ANCHOR}",
        "name": f"{settings.name}：案例目录",
        "description": f"{description}一个案例一行，共{statistics.cases}个案例。",
        "url": addresses.OVERVIEW,
        "version": str(VERSION),
        "isAccessibleForFree": True,
        "creator": publisher,
        "publisher": publisher,
        "license": _licence(settings),
        "keywords": list(publication.programme.task_names.names),
        "variableMeasured": [table.label for table in statistics.tables],
        "temporalCoverage": years_of(statistics).replace("—", "/"),
        "spatialCoverage": _where(statistics),
        "dateModified": publication.last_day,
        "distribution": [_download(uri, sums[uri]) for uri in (addresses.CATALOGUE_TABLE, addresses.CATALOGUE)],
    }
    return {key: value for key, value in schema.items() if value}


def _licence(settings: Settings) -> dict[str, str]:
    """Give the licence that is stated, else what is to be known in its place."""
    stated = {"name": settings.licence, "url": settings.licence_url}
    told = stated if settings.licence else {"name": UNSTATED, "text": USE}
    return {"@type": "CreativeWork", **{key: value for key, value in told.items() if value}}


def _where(statistics: Statistics) -> str:
    """Name the regions in words: 江苏、浙江和甘肃."""
    table = statistics.by_facet.get("province")
    names: Sequence[str] = [term.name for term in table.rows if term.count] if table else []
    return listing(names) if names else ""


def _download(uri: str, sum_: Sum) -> dict[str, Any]:
    name, form, mediatype, _ = _OFFERED[uri]
    return {
        "@type": "DataDownload",
        "name": f"{name}（{form}）",
        "contentUrl": uri,
        "encodingFormat": mediatype,
        # Not to the byte: the page stays as it is when a case gets a word more.
        "contentSize": file_size(sum_.size),
    }
