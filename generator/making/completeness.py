"""A finished site is checked before it goes in place: whatever its files refer to is there."""

import os
import posixpath
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from generator.case.text import listing
from generator.making.errors import UserError
from generator.outputs.site.references import references_in_html

_LISTED = 5
"""The most addresses that are named."""


class IncompleteSiteError(UserError):
    """Something is missing from a site that was just made."""


def ensure_complete(site: Path, wanted: frozenset[str], by_people: frozenset[str]) -> None:
    """Make sure that a site has all that is referred to.

    Args:
        site: the folder that is to become the site.
        wanted: the addresses that its files refer to, as far as we make these.
        by_people: what pages refer to that people wrote; the host tells them what is dead.

    Raises:
        IncompleteSiteError: something is missing that only we could have left out.
    """
    there = {_composed(uri) for uri in uris_below(site)}
    missing = sorted(uri for uri in wanted - by_people if _composed(uri) not in there)
    if missing:
        more = f"等 {len(missing)} 处" if len(missing) > _LISTED else ""
        raise IncompleteSiteError(
            f"做好的网站缺少 {listing(missing[:_LISTED])}{more}，没有替换原来的网站。\n"
            "建议：删去项目里的 .cache，再运行一次；还是这样，请把以上文字发给维护程序的人。"
        )


def references_to(gone: Collection[str], site: Path, taken: Iterable[str]) -> frozenset[str]:
    """Find which of the addresses that are gone pages refer to that were taken from an earlier site.

    Args:
        gone: what the earlier site had.
        site: the folder of the new one.
        taken: the addresses of the files that were taken.
    """
    if not gone:
        return frozenset()
    names = {posixpath.basename(uri) for uri in gone}
    named = re.compile("|".join(re.escape(form) for name in sorted(names) for form in (name, quote(name))))
    found: set[str] = set()
    for uri in taken:
        if uri.endswith(".html"):
            html = (site / uri).read_text(encoding="utf-8")
            if named.search(html):
                found |= references_in_html(html, uri).intersection(gone)
    return frozenset(found)


def _composed(uri: str) -> str:
    """Give the one form of a name that some file systems change."""
    return unicodedata.normalize("NFC", uri)


def uris_below(site: Path) -> Iterator[str]:
    """Give the addresses of all files below a folder; none where there is no folder."""
    for folder, _, files in os.walk(site):
        # Ten thousand Path objects would take a second.
        prefix = os.path.relpath(folder, site).replace(os.sep, "/")
        for name in files:
            yield name if prefix == "." else f"{prefix}/{name}"
