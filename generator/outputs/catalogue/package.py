"""The data package: a description of the data files that programs read (https://datapackage.org, version 2.0)."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from generator.outputs.catalogue.columns import VERSION, Column
from generator.outputs.site import addresses
from generator.outputs.site.manifest import Sum
from generator.outputs.site.settings import Settings

USE = (
    "供统计、研究和教学使用，请注明案例库的名称和案例的网址。"
    "案例的文字和数据以出处为准；经授权发布的，使用时不超出授权范围。"
)
"""What whoever uses the data should know."""
UNSTATED = "没有声明许可。"
"""What everybody is told of the licence where the editors say nothing."""
_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_LINES = "一行一项；属于同一项的各列行数相同、次序一致。"


def render_package(columns: Iterable[Column], sums: Mapping[str, Sum], settings: Settings) -> str:
    """Draw the description.

    Args:
        columns: of the table.
        sums: of the files that are described, by address.
        settings: of the site.
    """
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "catalogue",
        "title": f"{settings.name}：案例目录",
        "description": f"{settings.description or settings.name}{'' if settings.description else '。'}{USE}",
        "version": f"{VERSION}.0.0",
        **({"homepage": settings.url} if settings.url else {}),
        "contributors": [{"title": settings.publisher, "roles": ["publisher"]}],
        "licenses": [_licence(settings)],
        "sources": [{"title": "各案例的公开报道和授权，见 sources、permission 各列"}],
        "keywords": ["案例", "案例库"],
        "resources": [_table(columns, sums), _json(sums)],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _licence(settings: Settings) -> dict[str, str]:
    """Give the licence that is stated, else the page that says that there is none."""
    page = settings.absolute(f"{addresses.OVERVIEW}#{addresses.DATA_ANCHOR}")
    return {"path": settings.licence_url or page, "title": settings.licence or f"{UNSTATED}{USE}"}


def _file(uri: str, sums: Mapping[str, Sum]) -> dict[str, Any]:
    size, digits = sums[uri]
    return {"path": uri, "encoding": "utf-8", "bytes": size, "hash": f"sha256:{digits}"}


def _table(columns: Iterable[Column], sums: Mapping[str, Sum]) -> dict[str, Any]:
    return {
        "name": "catalogue",
        "type": "table",
        "title": "案例目录（表格）",
        "description": "一行一个已发布的案例。",
        **_file(addresses.CATALOGUE_TABLE, sums),
        "format": "csv",
        "mediatype": "text/csv",
        "schema": {
            "fields": [_field(column) for column in columns],
            "primaryKey": ["id"],
            "missingValues": [""],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    about = f"{column.about}{_LINES if column.is_list else ''}"
    required = {"required": True} if column.name in ("id", "url", "title", "summary", "task", "rights") else {}
    limits = required | ({"pattern": _DATE} if column.is_date and not column.is_list else {})
    if column.name == "id":
        limits["unique"] = True
    return {
        "name": column.name,
        "title": column.title,
        **({"description": about} if about else {}),
        "type": column.kind,
        **({"constraints": limits} if limits else {}),
    }


def _json(sums: Mapping[str, Sum]) -> dict[str, Any]:
    return {
        "name": "catalogue-json",
        "title": "案例目录（JSON）",
        "description": "同样的内容，一行一个案例；多项的值是数组。",
        **_file(addresses.CATALOGUE, sums),
        "format": "json",
        "mediatype": "application/json",
    }
